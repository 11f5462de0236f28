"""Sound in memory: samples of 16 bit, one channel, at one rate everywhere; joining, silence, loudness, WAV."""

from __future__ import annotations

import io
import wave
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

RATE = 22050
"""Samples per second of every clip."""
SAMPLE_BYTES = 2


@dataclass(frozen=True, slots=True)
class Sound:
    """Samples (`pcm`: signed, 16 bit, little-endian, one channel) and how many of them make a second (`rate`)."""

    pcm: bytes
    rate: int = RATE

    @property
    def frames(self) -> int:
        """How many samples."""
        return len(self.pcm) // SAMPLE_BYTES

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return self.frames / self.rate


def silence(milliseconds: int) -> Sound:
    """Nothing to hear, for that long."""
    return Sound(bytes(SAMPLE_BYTES * (RATE * milliseconds // 1000)))


def joined(sounds: Sequence[Sound], gap: int) -> Sound:
    """The sounds one after the other with `gap` milliseconds of silence between each two."""
    return Sound(silence(gap).pcm.join(sound.pcm for sound in sounds))


def at_volume(sound: Sound, percent: int) -> Sound:
    """The same with every sample scaled to `percent` (0 to 100) of its height."""
    if percent == 100:
        return sound
    samples = array("h", sound.pcm)
    return Sound(array("h", [sample * percent // 100 for sample in samples]).tobytes(), sound.rate)


def as_wav(sound: Sound) -> bytes:
    """The sound as a WAV file."""
    target = io.BytesIO()
    with wave.open(target, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(SAMPLE_BYTES)
        file.setframerate(sound.rate)
        file.writeframes(sound.pcm)
    return target.getvalue()
