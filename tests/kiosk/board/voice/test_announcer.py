"""Calls wait their turn: a speaker in the test's hands says when it has finished, a clock stands until it is moved."""

from __future__ import annotations

import wave
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.board.voice import announcer as announcer_module
from kiosk.board.voice.announcement import announcement
from kiosk.board.voice.announcer import Announcer
from kiosk.board.voice.clips import open_clips
from kiosk.board.voice.settings import VoiceSettings
from kiosk.board.voice.sound import Sound, at_volume
from kiosk.board.voice.speaker import Done, FolderSpeaker
from kiosk.board.voice.spoken_call import SpokenCall
from shared.clock import HO_CHI_MINH, SetClock
from shared.failures import EnvironmentFailure

NO_DEVICE = EnvironmentFailure("no_sound_device", "Không có loa.", "There is no loudspeaker.")


@dataclass
class HandSpeaker:
    """Plays until the test says that it has finished; refuses to be used by two announcements at once."""

    played: list[tuple[Sound, int]] = field(default_factory=list)
    done: Done | None = None
    closed: bool = False

    def play(self, sound: Sound, volume_percent: int, done: Done) -> None:
        assert self.done is None, "one announcement cut another off"
        self.played.append((sound, volume_percent))
        self.done = done

    def finish(self, failure: EnvironmentFailure | None = None) -> None:
        assert self.done is not None, "nothing is being played"
        done, self.done = self.done, None
        done(failure)

    def close(self) -> None:
        self.closed = True


@dataclass
class Board:
    """What the board hears of the announcer."""

    announcer: Announcer
    told: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.announcer.speaking.connect(lambda key: self.told.append(f"speaking {key}"))
        self.announcer.finished.connect(lambda key: self.told.append(f"finished {key}"))
        self.announcer.dropped.connect(lambda key: self.told.append(f"dropped {key}"))
        self.announcer.changed.connect(lambda: self.told.append(self.announcer.state))


Call = Callable[[str], SpokenCall]


@pytest.fixture
def speaker() -> HandSpeaker:
    """A speaker in the test's hands."""
    return HandSpeaker()


@pytest.fixture
def call(set_clock: SetClock) -> Call:
    """Makes the call of a label to counter 3, just now; its key is the label."""
    return lambda label: SpokenCall(label, label, 3, set_clock.now())


@pytest.fixture
def board(qapp: QApplication, speaker: HandSpeaker, set_clock: SetClock) -> Board:
    """A board with the ordinary settings."""
    return Board(Announcer(VoiceSettings(), speaker, set_clock))


def events(board: Board) -> list[str]:
    return [told for told in board.told if " " in told]


def test_calls_are_said_one_after_the_other_in_their_order(board: Board, speaker: HandSpeaker, call: Call) -> None:
    for label in ("A001", "B002", "A003"):
        board.announcer.announce(call(label))
    assert events(board) == ["speaking A001"]
    speaker.finish()
    assert events(board)[1:] == ["finished A001", "speaking B002"]
    speaker.finish()
    speaker.finish()
    assert events(board)[3:] == ["finished B002", "speaking A003", "finished A003"]
    clips = open_clips(None)
    assert [sound for sound, _ in speaker.played] == [
        announcement(call(label), VoiceSettings(), clips) for label in ("A001", "B002", "A003")
    ]
    assert speaker.done is None


def test_a_key_is_said_once_and_a_recall_with_a_new_key_again(board: Board, speaker: HandSpeaker, call: Call) -> None:
    first = call("A001")
    board.announcer.announce(first)
    board.announcer.announce(first)
    speaker.finish()
    board.announcer.announce(first)
    assert len(speaker.played) == 1
    board.announcer.announce(SpokenCall("recall", "A001", 3, first.at))
    assert events(board)[-1] == "speaking recall"
    assert speaker.played[0] == speaker.played[1]


def test_a_call_that_waited_too_long_is_dropped(
    board: Board, speaker: HandSpeaker, set_clock: SetClock, call: Call
) -> None:
    board.announcer.announce(call("A001"))
    board.announcer.announce(call("A002"))
    set_clock.advance(timedelta(seconds=60))
    board.announcer.announce(call("A003"))
    set_clock.advance(timedelta(seconds=31))
    speaker.finish()
    assert "dropped A002" in events(board)
    assert events(board)[-1] == "speaking A003"
    assert len(speaker.played) == 2


def test_a_call_may_wait_exactly_as_long_as_set(
    qapp: QApplication, speaker: HandSpeaker, set_clock: SetClock, call: Call
) -> None:
    board = Board(Announcer(VoiceSettings(longest_wait_seconds=30), speaker, set_clock))
    board.announcer.announce(call("A001"))
    board.announcer.announce(call("A002"))
    set_clock.advance(timedelta(seconds=30))
    speaker.finish()
    assert events(board)[-1] == "speaking A002"


def test_a_call_that_arrives_too_late_is_not_said_and_the_speaker_stays_free(
    board: Board, speaker: HandSpeaker, set_clock: SetClock, call: Call
) -> None:
    old = call("A001")
    set_clock.advance(timedelta(minutes=5))
    board.announcer.announce(old)
    assert events(board) == ["dropped A001"]
    board.announcer.announce(call("A002"))
    assert events(board)[-1] == "speaking A002"


@pytest.mark.parametrize(("hour", "percent"), [(8, 80), (12, 35), (14, 90)])
def test_the_volume_is_that_of_the_local_time_when_the_call_is_said(
    qapp: QApplication, speaker: HandSpeaker, hour: int, percent: int
) -> None:
    clock = SetClock(datetime(2026, 11, 23, hour, 0, tzinfo=HO_CHI_MINH))
    settings = VoiceSettings(volumes=((time(7), 80), (time(11, 30), 35), (time(13, 30), 90)))
    Announcer(settings, speaker, clock).announce(SpokenCall("k", "A001", 1, clock.now()))
    assert [volume for _, volume in speaker.played] == [percent]


def test_without_a_loudspeaker_the_board_goes_on_and_says_so(board: Board, speaker: HandSpeaker, call: Call) -> None:
    board.announcer.announce(call("A001"))
    board.announcer.announce(call("A002"))
    speaker.finish(NO_DEVICE)
    assert events(board) == ["speaking A001", "finished A001", "speaking A002"]
    assert board.announcer.problem == NO_DEVICE.sentence
    speaker.finish(NO_DEVICE)
    assert board.announcer.state == "silent"
    assert board.announcer.problem == NO_DEVICE.sentence


def test_a_loudspeaker_that_is_back_ends_the_silence(board: Board, speaker: HandSpeaker, call: Call) -> None:
    board.announcer.announce(call("A001"))
    speaker.finish(NO_DEVICE)
    board.announcer.announce(call("A002"))
    speaker.finish()
    assert board.announcer.state == "ready"
    assert board.announcer.problem is None
    assert [told for told in board.told if " " not in told] == ["speaking", "silent", "speaking", "ready"]


def test_a_speaker_that_never_answers_is_told_and_late_calls_do_not_pile_up(
    board: Board, speaker: HandSpeaker, set_clock: SetClock, call: Call
) -> None:
    board.announcer.announce(call("A001"))
    board.announcer.announce(call("A002"))
    set_clock.advance(timedelta(minutes=3))
    board.announcer.announce(call("A003"))
    assert board.announcer.state == "silent"
    assert board.announcer.problem is not None
    assert "không trả lời" in board.announcer.problem.vi
    assert events(board) == ["speaking A001", "dropped A002"]
    speaker.finish()
    assert events(board)[2:] == ["finished A001", "speaking A003"]


def test_a_second_answer_of_the_speaker_changes_nothing(board: Board, speaker: HandSpeaker, call: Call) -> None:
    board.announcer.announce(call("A001"))
    board.announcer.announce(call("A002"))
    first = speaker.done
    assert first is not None
    speaker.finish()
    first(None)
    assert events(board) == ["speaking A001", "finished A001", "speaking A002"]


def test_a_label_that_cannot_be_read_out_does_not_hold_up_the_next(
    board: Board, speaker: HandSpeaker, call: Call
) -> None:
    board.announcer.announce(call("?"))
    assert board.announcer.state == "silent"
    board.announcer.announce(call("A002"))
    assert events(board) == ["speaking A002"]


def test_a_recorded_voice_that_cannot_be_used_is_told_while_the_shipped_one_speaks(
    qapp: QApplication, speaker: HandSpeaker, set_clock: SetClock, call: Call, tmp_path: Path
) -> None:
    (tmp_path / "chime.wav").write_bytes(b"no sound")
    board = Board(Announcer(VoiceSettings(clips_folder=tmp_path), speaker, set_clock))
    assert board.announcer.state == "ready"
    board.announcer.announce(call("A001"))
    speaker.finish()
    assert board.announcer.state == "ready"
    assert board.announcer.problem is not None
    assert "chime.wav" in board.announcer.problem.en
    assert speaker.played[0][0] == announcement(call("A001"), VoiceSettings(), open_clips(None))


def test_damaged_shipped_clips_leave_the_board_silent_until_they_are_whole_again(
    qapp: QApplication, speaker: HandSpeaker, set_clock: SetClock, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    damaged = EnvironmentFailure("voice_clip_unreadable", "Không đọc được tệp ba.wav.", "ba.wav cannot be read.")

    def cannot_open(folder: Path | None) -> None:
        raise damaged

    with monkeypatch.context() as broken:
        broken.setattr(announcer_module, "open_clips", cannot_open)
        board = Board(Announcer(VoiceSettings(), speaker, set_clock))
        assert (board.announcer.state, board.announcer.problem) == ("silent", damaged.sentence)
        board.announcer.announce(call("A001"))
        assert events(board) == []
    board.announcer.announce(call("A002"))
    speaker.finish()
    assert board.announcer.problem is None
    assert events(board) == ["speaking A002", "finished A002"]


def test_closing_forgets_what_waits(board: Board, speaker: HandSpeaker, call: Call) -> None:
    board.announcer.announce(call("A001"))
    board.announcer.announce(call("A002"))
    board.announcer.close()
    assert speaker.closed
    speaker.finish()
    assert events(board) == ["speaking A001", "finished A001"]


def test_a_day_of_calls_written_to_a_folder_is_numbered_and_as_loud_as_set(
    qapp: QApplication, set_clock: SetClock, call: Call, tmp_path: Path
) -> None:
    settings = VoiceSettings(repeats=1, volumes=((time(0), 50),))
    board = Board(Announcer(settings, FolderSpeaker(tmp_path / "calls"), set_clock))
    labels = [f"A{number:03d}" for number in range(1, 13)]
    for label in labels:
        board.announcer.announce(call(label))
    written = sorted((tmp_path / "calls").iterdir())
    assert [file.name for file in written] == [f"{number:04d}.wav" for number in range(1, 13)]
    clips = open_clips(None)
    for file, label in zip(written, labels, strict=True):
        with wave.open(str(file), "rb") as opened:
            heard = opened.readframes(opened.getnframes())
        assert heard == at_volume(announcement(call(label), settings, clips), 50).pcm
    assert events(board)[-2:] == ["speaking A012", "finished A012"]


def test_a_folder_that_cannot_be_written_is_told(
    qapp: QApplication, set_clock: SetClock, call: Call, tmp_path: Path
) -> None:
    (tmp_path / "calls").write_text("a file where the folder should be")
    board = Board(Announcer(VoiceSettings(), FolderSpeaker(tmp_path / "calls"), set_clock))
    board.announcer.announce(call("A001"))
    assert board.announcer.state == "silent"
    assert board.announcer.problem is not None
