"""Which calls are spoken, in which order, and with which settings."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import time, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.board.board_voice import BoardVoice
from kiosk.board.ports import BoardView
from kiosk.board.sample_board import QUIET, calling, sample_call
from kiosk.board.speech import to_speak, voice_settings
from kiosk.board.voice.sound import Sound
from kiosk.board.voice.speaker import Done
from kiosk.sample_office import SAMPLE_NOW
from shared.clock import SetClock
from shared.domain.office_record import BoardRules, VolumeFrom
from shared.failures import EnvironmentFailure

FIRST, SECOND, THIRD = sample_call("A012", 3, 9), sample_call("B007", 2, 4), sample_call("C001", 1, 1)


@dataclass
class RecordingSpeaker:
    """A loudspeaker that notes what it plays and is done when the test says so."""

    played: list[tuple[Sound, int]] = field(default_factory=list)
    waiting: list[Done] = field(default_factory=list)
    closed: bool = False

    def play(self, sound: Sound, volume_percent: int, done: Done) -> None:
        """Notes it."""
        self.played.append((sound, volume_percent))
        self.waiting.append(done)

    def close(self) -> None:
        """Notes it."""
        self.closed = True

    def finish(self, failure: EnvironmentFailure | None = None) -> None:
        """The sound is over."""
        self.waiting.pop(0)(failure)


@dataclass
class Listening:
    """A voice on a quiet morning, and what was spoken in which order."""

    voice: BoardVoice
    speaker: RecordingSpeaker
    clock: SetClock
    spoken: list[str | None] = field(default_factory=list)

    def note(self) -> None:
        """Something has changed at the voice."""
        if self.voice.speaking is not None and self.voice.speaking not in self.spoken[-1:]:
            self.spoken.append(self.voice.speaking)

    def hear(self, view: BoardView) -> None:
        """The board has read `view`."""
        self.voice.hear(view)


@pytest.fixture
def morning(qapp: QApplication) -> Listening:
    """A voice that has heard the quiet office."""
    speaker, clock = RecordingSpeaker(), SetClock(SAMPLE_NOW)
    listening = Listening(BoardVoice(speaker, clock, None), speaker, clock)
    listening.voice.changed.connect(listening.note)
    listening.hear(QUIET)
    return listening


def test_the_calls_that_stand_at_the_start_are_not_spoken_again(qapp: QApplication) -> None:
    speaker = RecordingSpeaker()
    voice = BoardVoice(speaker, SetClock(SAMPLE_NOW), None)
    voice.hear(calling(QUIET, FIRST, SECOND))
    voice.hear(calling(QUIET, FIRST, SECOND))
    assert speaker.played == []


def test_new_calls_are_spoken_one_after_the_other_in_the_order_of_their_calls(morning: Listening) -> None:
    morning.hear(calling(QUIET, THIRD, FIRST, SECOND))
    for _ in range(3):
        assert len(morning.speaker.waiting) == 1
        morning.speaker.finish()
    assert morning.spoken == [FIRST.key, SECOND.key, THIRD.key]
    assert morning.voice.speaking is None


def test_a_call_is_spoken_once_and_a_recall_again(morning: Listening) -> None:
    for view in (calling(QUIET, FIRST), calling(QUIET, FIRST), calling(QUIET, sample_call("A012", 3, 0, recalled=1))):
        morning.hear(view)
    morning.speaker.finish()
    morning.speaker.finish()
    assert len(morning.speaker.played) == 2


def test_a_number_that_was_taken_back_and_comes_again_by_itself_is_not_spoken_twice(morning: Listening) -> None:
    for view in (calling(QUIET, FIRST), QUIET, calling(QUIET, FIRST)):
        morning.hear(view)
    assert len(morning.speaker.played) == 1


def test_a_call_that_arrives_after_ninety_seconds_is_not_spoken(morning: Listening) -> None:
    morning.hear(calling(QUIET, sample_call("A012", 3, 91)))
    assert morning.speaker.played == []
    morning.hear(calling(QUIET, sample_call("B007", 2, 90)))
    assert len(morning.speaker.played) == 1


def test_a_board_that_stands_overnight_speaks_the_first_call_of_the_morning(morning: Listening) -> None:
    morning.hear(calling(QUIET, FIRST))
    morning.speaker.finish()
    morning.clock.advance(timedelta(days=1))
    tomorrow = replace(FIRST, key="another", at=morning.clock.now())
    morning.hear(replace(calling(QUIET, tomorrow), date="2026-11-24"))
    assert len(morning.speaker.played) == 2


def test_those_that_wait_for_their_turn_are_known(morning: Listening) -> None:
    morning.hear(calling(QUIET, FIRST, SECOND))
    assert morning.voice.speaking == FIRST.key
    assert morning.voice.waiting == {SECOND.key}


def test_new_rules_hold_from_the_next_announcement_on(morning: Listening) -> None:
    morning.hear(calling(QUIET, FIRST))
    rules = BoardRules(repeats=1, volumes=(VolumeFrom(time(0), 35),))
    louder = replace(calling(QUIET, FIRST), rules=rules)
    morning.hear(louder)
    morning.speaker.finish()
    morning.hear(replace(calling(QUIET, FIRST, SECOND), rules=rules))
    (before, full), (after, quiet) = morning.speaker.played
    assert (full, quiet) == (100, 35)
    assert after.seconds < before.seconds


def test_english_makes_an_announcement_longer(morning: Listening) -> None:
    morning.hear(calling(QUIET, FIRST))
    morning.speaker.finish()
    morning.hear(replace(calling(QUIET, FIRST, SECOND), rules=BoardRules(english=True)))
    first, second = morning.speaker.played
    assert second[0].seconds > first[0].seconds + 2


def test_a_loudspeaker_that_fails_is_said_until_one_is_heard_again(morning: Listening) -> None:
    morning.hear(calling(QUIET, FIRST))
    assert morning.voice.problem is None
    morning.speaker.finish(EnvironmentFailure("no_sound_device", "Không có loa.", "There is no loudspeaker."))
    assert morning.voice.problem is not None
    morning.hear(calling(QUIET, FIRST, SECOND))
    assert morning.voice.problem is not None
    morning.speaker.finish()
    assert morning.voice.problem is None


def test_a_speaker_that_never_answers_does_not_mark_a_call_for_ever(morning: Listening) -> None:
    morning.hear(calling(QUIET, FIRST))
    morning.clock.advance(timedelta(minutes=2))
    morning.hear(calling(QUIET, FIRST, sample_call("B007", 2, -119)))
    assert morning.voice.speaking is None
    assert morning.voice.problem is not None


def test_closing_the_voice_closes_the_speaker(morning: Listening) -> None:
    morning.voice.close()
    assert morning.speaker.closed


def test_to_speak_takes_only_the_unknown() -> None:
    view = calling(QUIET, SECOND, FIRST)
    assert to_speak({FIRST.key}, view, SAMPLE_NOW) == (SECOND,)


def test_volumes_stand_in_the_order_of_the_day() -> None:
    rules = BoardRules(volumes=(VolumeFrom(time(11, 30), 40), VolumeFrom(time(7), 80), VolumeFrom(time(7), 90)))
    settings = voice_settings(rules, Path("clips"))
    assert settings.volumes == ((time(7), 90), (time(11, 30), 40))
    assert settings.clips_folder == Path("clips")


def test_an_office_without_volumes_speaks_at_full_volume() -> None:
    assert voice_settings(BoardRules(), None).volume_at(time(9)) == 100
