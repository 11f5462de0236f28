"""The board in every situation as a picture, from fixed sample data, without a display."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Literal

from kiosk.board.board_voice import BoardVoice
from kiosk.board.ports import BoardView
from kiosk.board.sample_board import (
    LINES,
    MORNING,
    NOTICES,
    PAST,
    QUIET,
    SampleBoard,
    ago,
    calling,
    sample_call,
    sixteen_counters,
)
from kiosk.board.view_model import BoardLook
from kiosk.board.voice.sound import Sound
from kiosk.board.voice.speaker import Done
from kiosk.board.window import BoardWindow
from kiosk.gallery import AtOnce, settle
from kiosk.sample_office import SAMPLE_NOW
from shared.clock import SetClock
from shared.failures import EnvironmentFailure, Sentence
from shared.qt.lanes import Lane

Orientation = Literal["portrait", "landscape"]
Manner = Literal["normal", "contrast"]

SIZES: dict[Orientation, tuple[int, int]] = {"portrait": (1080, 1920), "landscape": (1920, 1080)}
MANNERS: tuple[Manner, ...] = ("normal", "contrast")


class HeldSpeaker:
    """A loudspeaker in the middle of its first announcement, or one that is not there (`broken`)."""

    def __init__(self) -> None:
        self.broken = False

    def play(self, _sound: Sound, _volume_percent: int, done: Done, /) -> None:
        """Plays on and on, or fails at once."""
        if self.broken:
            done(
                EnvironmentFailure(
                    "no_sound_device",
                    "Không có loa hoặc loa không hoạt động; số vẫn hiện trên bảng. Xin kiểm tra loa và dây nối.",
                    "There is no loudspeaker, or it does not work; the board still shows the numbers. Check it.",
                )
            )

    def close(self) -> None:
        """Nothing is open."""


@dataclass(frozen=True, slots=True)
class BoardStage:
    """A board on sample data that has just been started on a quiet morning."""

    window: BoardWindow
    office: SampleBoard
    speaker: HeldSpeaker
    clock: SetClock

    def show(self, view: BoardView) -> None:
        """The office has come to this."""
        self.office.shown = view
        self.window.refresh()
        settle()


def _calling_two(stage: BoardStage) -> None:
    stage.show(calling(QUIET, sample_call("A012", 3, 6), past=PAST))
    stage.show(calling(QUIET, sample_call("B015", 2, 1, recalled=2), sample_call("A012", 3, 6), past=PAST))


def _standing(stage: BoardStage) -> None:
    called = (sample_call("A012", 3, 95, recalled=1), sample_call("B007", 2, 150), sample_call("A011", 1, 320))
    stage.show(calling(QUIET, *called, past=PAST))


def _old_data(stage: BoardStage) -> None:
    stage.clock.advance(timedelta(minutes=7))
    stage.show(replace(MORNING, as_of=SAMPLE_NOW))


def _broken(stage: BoardStage) -> None:
    stage.show(MORNING)
    stage.office.broken = True
    stage.clock.advance(timedelta(minutes=3))
    stage.window.refresh()
    settle()


def _paused_counters(stage: BoardStage) -> None:
    view = calling(QUIET, sample_call("A012", 3, 40), past=PAST)
    one, two, three, four = view.counters
    stage.show(replace(view, counters=(one, replace(two, state="paused"), three, replace(four, state="closed"))))


def _notices(stage: BoardStage) -> None:
    stage.show(replace(MORNING, notices=NOTICES))
    for _ in range(12):
        stage.window.board.tick()


def _closed(stage: BoardStage) -> None:
    counters = tuple(replace(each, state="closed", serving=None) for each in QUIET.counters)
    lines = tuple(replace(line, waiting=0) for line in LINES)
    told = Sentence("Mời Ông/Bà trở lại lúc 13:30 hôm nay.", "Please come back at 13:30 today.")
    stage.show(replace(QUIET, counters=counters, lines=lines, past=PAST, told=told))


def _silent(stage: BoardStage) -> None:
    stage.speaker.broken = True
    stage.show(MORNING)


def _everything_at_once(stage: BoardStage) -> None:
    stage.speaker.broken = True
    view = calling(
        replace(QUIET, counters=sixteen_counters()),
        sample_call("E1042", 12, 1),
        sample_call("B115", 11, 3),
        past=PAST,
    )
    lines = tuple(replace(line, letter=letter, waiting=108) for letter, line in zip("GHIJKL", LINES, strict=True))
    stage.show(replace(view, lines=(*LINES, *lines), notices=NOTICES, as_of=ago(3 * 24 * 3600)))


def _starting(stage: BoardStage) -> None:
    stage.office.broken = True


SCENES: dict[str, Callable[[BoardStage], None]] = {
    "starting": _starting,
    "quiet": lambda stage: stage.show(QUIET),
    "calling": lambda stage: stage.show(MORNING),
    "calling_two": _calling_two,
    "standing": _standing,
    "between": lambda stage: stage.show(calling(QUIET, past=PAST)),
    "paused_counters": _paused_counters,
    "notices": _notices,
    "old_data": _old_data,
    "broken": _broken,
    "silent": _silent,
    "closed": _closed,
    "everything_at_once": _everything_at_once,
}
"""Every situation by name, and how the board comes to it."""


@contextmanager
def board_staged(
    orientation: Orientation, manner: Manner, scene: str = "quiet", *, still: bool = True
) -> Iterator[BoardStage]:
    """A board on sample data in one orientation and manner, without movement if `still`; gone afterwards."""
    office, speaker, clock = SampleBoard(QUIET), HeldSpeaker(), SetClock(SAMPLE_NOW)
    office.broken = scene == "starting"
    lane = Lane("database", AtOnce())
    voice = BoardVoice(speaker, clock, None)
    look = BoardLook(high_contrast=manner == "contrast", still=still)
    window = BoardWindow(office, lane, clock, voice, look=look, full_screen=False)
    window.view.resize(*SIZES[orientation])
    window.view.show()
    window.refresh()
    settle()
    try:
        yield BoardStage(window, office, speaker, clock)
    finally:
        window.shut_down()
        lane.close()
        settle()


def write_board_gallery(folder: Path) -> int:
    """Writes each scene in each orientation and manner as PNG below `folder`/vi/board; answers how many.

    EnvironmentFailure `gallery_unwritable` when a picture cannot be saved.
    """
    pictures = 0
    for orientation in SIZES:
        for manner in MANNERS:
            target = folder / "vi" / "board" / orientation / manner
            for name, lead_there in SCENES.items():
                with board_staged(orientation, manner, name) as stage:
                    lead_there(stage)
                    settle()
                    _save(stage, target, name)
                    pictures += 1
    return pictures


def _save(stage: BoardStage, folder: Path, name: str) -> None:
    failure = EnvironmentFailure(
        "gallery_unwritable",
        "Không ghi được ảnh. Xin kiểm tra thư mục đích.",
        "The pictures cannot be written. Please check the folder.",
    )
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise failure from error
    if not stage.window.view.grabWindow().save(str(folder / f"{name}.png")):
        raise failure
