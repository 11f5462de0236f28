"""The loudspeaker of the machine, played by miniaudio."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator, Sequence

import miniaudio

from kiosk.board.voice.sound import SAMPLE_BYTES, Sound, at_volume
from kiosk.board.voice.speaker import Done
from shared.failures import EnvironmentFailure
from shared.qt.lanes import Lane

BUFFER_MILLISECONDS = 100
BUFFERS = 3
LONGEST_OVERRUN_SECONDS = 5.0
"""How much longer than the sound itself a device may take before it counts as gone."""

REAL_BACKENDS = tuple(
    backend for backend in miniaudio.Backend if backend not in {miniaudio.Backend.NULL, miniaudio.Backend.CUSTOM}
)
"""Without this list miniaudio would take its null backend on a machine without sound, and calls would go nowhere."""


OpenDevice = Callable[[int], miniaudio.PlaybackDevice]
"""Opens a device for 16 bit, one channel, at the given rate; miniaudio.MiniaudioError when there is none."""


def default_device(rate: int) -> miniaudio.PlaybackDevice:
    """The loudspeaker that the machine has chosen as its default."""
    return device_on(REAL_BACKENDS, rate)


def device_on(backends: Sequence[miniaudio.Backend], rate: int) -> miniaudio.PlaybackDevice:
    """The default device of the first of `backends` that works. miniaudio.MiniaudioError when none does."""
    return miniaudio.PlaybackDevice(
        output_format=miniaudio.SampleFormat.SIGNED16,
        nchannels=1,
        sample_rate=rate,
        buffersize_msec=BUFFER_MILLISECONDS,
        callback_periods=BUFFERS,
        backends=list(backends),
        app_name="Loa gọi số",
    )


class DeviceSpeaker:
    """Plays on the default sound device, on a thread of its own, and says so on the GUI thread when it is over.

    The device is opened with the first sound and kept. After a failure it is opened anew with the next sound, so that a
    loudspeaker plugged in again is used without a restart. Make it on the GUI thread, and close it there.
    """

    def __init__(
        self,
        open_device: OpenDevice = default_device,
        longest_overrun_seconds: float = LONGEST_OVERRUN_SECONDS,
    ) -> None:
        self._open_device = open_device
        self._longest_overrun = longest_overrun_seconds
        self._lane = Lane("voice")
        self._device: miniaudio.PlaybackDevice | None = None
        self._ended = threading.Event()
        self._closed = threading.Event()

    def play(self, sound: Sound, volume_percent: int, done: Done) -> None:
        """Plays `sound`; `done` gets the EnvironmentFailure `no_sound_device` or `sound_device_lost` if it failed."""
        self._lane.submit(lambda: self._play(sound, volume_percent), lambda _: done(None), done)

    def close(self) -> None:
        """Stops in the middle of a word, if need be, and closes the device."""
        self._closed.set()
        self._ended.set()
        self._lane.close()
        self._close_device()

    def _play(self, sound: Sound, volume_percent: int) -> None:
        self._ended.clear()
        if self._closed.is_set():
            return
        tail = sound.rate * BUFFER_MILLISECONDS * BUFFERS // 1000
        feed = Feed(at_volume(sound, volume_percent).pcm, tail, self._ended.set)
        try:
            if self._device is None:
                self._device = self._open_device(sound.rate)
            self._device.start(feed.frames())
            self._ended.wait(sound.seconds + self._longest_overrun)
            self._device.stop()
        except miniaudio.MiniaudioError as error:
            self._close_device()
            raise _no_device() from error
        if not feed.heard and not self._closed.is_set():
            self._close_device()
            raise _device_lost()

    def _close_device(self) -> None:
        device, self._device = self._device, None
        if device is not None:
            device.close()


class Feed:
    """Hands a device its samples, then as much silence as its buffers hold: when that is taken, all was heard."""

    def __init__(self, pcm: bytes, tail_frames: int, ended: Callable[[], None]) -> None:
        self._pcm = pcm + bytes(tail_frames * SAMPLE_BYTES)
        self._ended = ended
        self.heard = False

    def frames(self) -> Generator[bytes, int, None]:
        """A begun generator as miniaudio wants it: is sent a number of frames, answers with at most as many."""
        running = self._frames()
        next(running)
        return running

    def _frames(self) -> Generator[bytes, int, None]:
        wanted = yield b""
        place = 0
        while place < len(self._pcm):
            piece = self._pcm[place : place + wanted * SAMPLE_BYTES]
            place += len(piece)
            wanted = yield piece
        self.heard = True
        self._ended()
        while True:
            yield b""


def _no_device() -> EnvironmentFailure:
    return EnvironmentFailure(
        "no_sound_device",
        "Không có loa hoặc loa không hoạt động; số vẫn hiện trên bảng. Xin kiểm tra loa và dây nối.",
        "There is no loudspeaker, or it does not work; the board still shows the numbers. Check it and its cable.",
    )


def _device_lost() -> EnvironmentFailure:
    return EnvironmentFailure(
        "sound_device_lost",
        "Loa ngừng giữa chừng; số vẫn hiện trên bảng. Xin kiểm tra loa và dây nối.",
        "The loudspeaker stopped in the middle of a call; the board still shows it. Check it and its cable.",
    )
