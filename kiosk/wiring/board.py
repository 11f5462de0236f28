"""The call board at work: a program of its own (`run_board`) or a second screen of a kiosk (`attach_board`)."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from kiosk.board.board_voice import BoardVoice
from kiosk.board.view_model import BoardLook
from kiosk.board.voice.speaker import FolderSpeaker, Speaker
from kiosk.board.window import BoardPlace, BoardWindow
from kiosk.options import KioskOptions
from kiosk.wiring.board_office import JournalBoardOffice
from shared.clock import clock_from_environment
from shared.qt.device_program import DeviceProgram, DeviceSettings
from shared.qt.heartbeat import heartbeat_of

NO_SOUND = Path("none")
"""Instead of a folder: this board is not to speak."""

_RECORDED_VOICE = "voice"


@dataclass(frozen=True, slots=True)
class BoardOptions:
    """How a board was started.

    `screen` counts from 0. `sound`: the folder that spoken calls are written to, NO_SOUND, or None for the loudspeaker.
    `data`: the folder of the database; a recorded voice lies in its folder "voice".
    """

    data: Path
    server_url: str | None = None
    enrolment_code: str | None = None
    full_screen: bool = True
    screen: int = 0
    sound: Path | None = None
    high_contrast: bool = False
    still: bool = False
    remote_control: bool = False


class AttachedBoard:
    """A board that shows what the journal of `program` says, until `shut_down`; `window` is its window."""

    def __init__(self, program: DeviceProgram, options: BoardOptions, *, beside_kiosk: bool) -> None:
        speaker = _speaker(options.sound)
        clips = options.data / _RECORDED_VOICE
        voice = BoardVoice(speaker, program.journal, clips if clips.is_dir() else None) if speaker else None
        office = JournalBoardOffice(program)
        self.window = BoardWindow(
            office,
            program.lanes.database,
            program.journal,
            voice,
            look=BoardLook(options.high_contrast, options.still),
            full_screen=options.full_screen,
        )
        self._place = BoardPlace(self.window, options.screen, beside_kiosk=beside_kiosk)
        program.changed.connect(self.window.refresh)
        program.progressed.connect(self.window.refresh)
        self._place.settle()
        self.window.start()

    def shut_down(self) -> None:
        """Takes the board down; call it before the program is closed."""
        self._place.leave()
        self.window.shut_down()


def board_beside(program: DeviceProgram, options: KioskOptions) -> AttachedBoard | None:
    """The board that the kiosk's command line asks for, opened beside it; None when it asks for none."""
    if options.board_screen is None:
        return None
    wanted = BoardOptions(
        options.data, full_screen=options.full_screen, screen=options.board_screen, sound=options.sound
    )
    return attach_board(program, wanted)


def attach_board(program: DeviceProgram, options: BoardOptions) -> AttachedBoard:
    """Opens a board beside the kiosk that runs `program`; hidden while its screen is not plugged in."""
    return AttachedBoard(program, options, beside_kiosk=True)


def run_board(options: BoardOptions) -> int:
    """Opens a board as a device of its own and answers its exit status. Failures at the start carry a sentence."""
    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    settings = DeviceSettings(options.data, "board", "Bảng gọi số", options.server_url, options.enrolment_code)
    program = DeviceProgram(settings, clock_from_environment())
    try:
        heartbeat = heartbeat_of(program)
        board = AttachedBoard(program, options, beside_kiosk=False)
        program.start()
        heartbeat.start()
        if options.remote_control:
            from shared.qt.remote_control import attach

            attach(application)
        status = application.exec()
        heartbeat.stop()
        board.shut_down()
        return status
    finally:
        program.close()


def _speaker(sound: Path | None) -> Speaker | None:
    if sound is None:
        # Imported where it is wanted: what speaks to sound devices brings much along.
        from kiosk.board.voice.device_speaker import DeviceSpeaker

        return DeviceSpeaker()
    return None if sound == NO_SOUND else FolderSpeaker(sound)
