"""The loudspeaker, on miniaudio's null device, which takes samples as fast as a real one but needs no sound card."""

from __future__ import annotations

import threading
from array import array
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import miniaudio
import pytest
from pytestqt.qtbot import QtBot

from kiosk.board.voice.announcer import Announcer
from kiosk.board.voice.device_speaker import REAL_BACKENDS, DeviceSpeaker, Feed, OpenDevice, device_on
from kiosk.board.voice.settings import VoiceSettings
from kiosk.board.voice.sound import Sound, silence
from kiosk.board.voice.spoken_call import SpokenCall
from shared.clock import SetClock
from shared.failures import Failure

NULL_DEVICE = partial(device_on, [miniaudio.Backend.NULL])
FOREIGN_DEVICE = partial(device_on, [miniaudio.Backend.WEBAUDIO])  # of browsers: no machine of an office has it

Open = Callable[..., DeviceSpeaker]


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Open]:
    """Makes speakers that are closed at the end."""
    speakers: list[DeviceSpeaker] = []

    def make(open_device: OpenDevice, **options: float) -> DeviceSpeaker:
        speakers.append(DeviceSpeaker(open_device, **options))
        return speakers[-1]

    yield make
    for speaker in speakers:
        speaker.close()


class Answers:
    """What the speaker answered, and on which thread."""

    def __init__(self) -> None:
        self.failures: list[Failure | None] = []
        self.threads: list[threading.Thread] = []

    def __call__(self, failure: Failure | None) -> None:
        self.failures.append(failure)
        self.threads.append(threading.current_thread())

    def codes(self) -> list[str | None]:
        return [failure.code if failure else None for failure in self.failures]


class SpyDevice:
    """The null device, noting what happens to it."""

    def __init__(self, rate: int, log: list[str]) -> None:
        self._device = NULL_DEVICE(rate)
        self._log = log

    def start(self, frames: Any) -> None:
        self._log.append("start")
        self._device.start(frames)

    def stop(self) -> None:
        self._device.stop()
        self._log.append("stop")

    def close(self) -> None:
        self._device.close()
        self._log.append("close")


class DeadDevice:
    """A device that was pulled out: it starts and never takes a sample."""

    def start(self, frames: Any) -> None: ...

    def stop(self) -> None: ...

    def close(self) -> None: ...


def test_a_sound_is_played_to_its_end_and_the_answer_comes_on_the_gui_thread(qtbot: QtBot, opened: Open) -> None:
    answers = Answers()
    opened(NULL_DEVICE).play(silence(50), 80, answers)
    assert answers.failures == []
    qtbot.waitUntil(lambda: len(answers.failures) == 1)
    assert answers.failures == [None]
    assert answers.threads == [threading.main_thread()]


def test_the_device_is_opened_once_and_sounds_do_not_overlap(qtbot: QtBot, opened: Open) -> None:
    log: list[str] = []
    opens: list[int] = []

    def open_device(rate: int) -> Any:
        opens.append(rate)
        return SpyDevice(rate, log)

    speaker, answers = opened(open_device), Answers()
    speaker.play(silence(30), 100, answers)
    speaker.play(silence(30), 100, answers)
    qtbot.waitUntil(lambda: len(answers.failures) == 2)
    assert log == ["start", "stop", "start", "stop"]
    assert opens == [22050]


def test_without_a_device_people_are_told_and_the_next_sound_tries_again(qtbot: QtBot, opened: Open) -> None:
    ways: list[OpenDevice] = [FOREIGN_DEVICE, NULL_DEVICE]
    speaker, answers = opened(lambda rate: ways.pop(0)(rate)), Answers()
    speaker.play(silence(20), 100, answers)
    speaker.play(silence(20), 100, answers)
    qtbot.waitUntil(lambda: len(answers.failures) == 2)
    assert answers.codes() == ["no_sound_device", None]


def test_the_null_device_is_never_taken_for_a_loudspeaker() -> None:
    assert miniaudio.Backend.NULL not in REAL_BACKENDS
    with pytest.raises(miniaudio.MiniaudioError):
        FOREIGN_DEVICE(22050)


def test_a_device_that_takes_no_more_samples_counts_as_lost_and_is_opened_anew(qtbot: QtBot, opened: Open) -> None:
    devices: list[Any] = [lambda rate: DeadDevice(), NULL_DEVICE]
    speaker, answers = opened(lambda rate: devices.pop(0)(rate), longest_overrun_seconds=1.0), Answers()
    speaker.play(silence(20), 100, answers)
    speaker.play(silence(20), 100, answers)
    qtbot.waitUntil(lambda: len(answers.failures) == 2)
    assert answers.codes() == ["sound_device_lost", None]


def test_closing_stops_in_the_middle_of_a_sound_without_an_answer(qtbot: QtBot, opened: Open) -> None:
    began = threading.Event()

    class Beginning(SpyDevice):
        def start(self, frames: Any) -> None:
            super().start(frames)
            began.set()

    log: list[str] = []
    speaker, answers = opened(lambda rate: Beginning(rate, log)), Answers()
    speaker.play(silence(60_000), 100, answers)
    assert began.wait(10)
    speaker.close()
    assert log == ["start", "stop", "close"]
    assert answers.failures == []


def test_the_feed_hands_over_every_sample_and_ends_only_after_the_buffers_are_empty() -> None:
    ended: list[bool] = []
    pcm = array("h", range(1, 1001)).tobytes()
    feed = Feed(pcm, 300, lambda: ended.append(True))
    running, taken = feed.frames(), b""
    while not ended:
        piece = running.send(128)
        assert len(piece) <= 128 * 2
        taken += piece
        assert feed.heard == bool(ended)
    assert taken == pcm + bytes(300 * 2)
    assert running.send(128) == b""


def test_a_call_goes_from_the_announcer_through_the_device(qtbot: QtBot, opened: Open, set_clock: SetClock) -> None:
    announcer = Announcer(VoiceSettings(repeats=1), opened(FOREIGN_DEVICE), set_clock)
    with qtbot.waitSignal(announcer.finished) as finished:
        announcer.announce(SpokenCall("k", "A015", 3, set_clock.now()))
    assert finished.args == ["k"]
    assert announcer.state == "silent"
    assert announcer.problem is not None


def test_a_quiet_sound_is_what_the_device_receives(qtbot: QtBot, opened: Open) -> None:
    received: list[bytes] = []

    class Recording(SpyDevice):
        def start(self, frames: Any) -> None:
            super().start(self._noting(frames))

        def _noting(self, frames: Any) -> Any:
            def note() -> Iterator[Any]:
                wanted = yield b""
                while True:
                    piece = frames.send(wanted)
                    received.append(piece)
                    wanted = yield piece

            noting: Any = note()
            next(noting)
            return noting

    loud = Sound(array("h", [1000, -1000] * 1000).tobytes())
    answers = Answers()
    opened(lambda rate: Recording(rate, [])).play(loud, 30, answers)
    qtbot.waitUntil(lambda: len(answers.failures) == 1)
    taken = array("h", b"".join(received))
    assert list(taken[:2000]) == [300, -300] * 1000
    assert set(taken[2000:]) == {0}
