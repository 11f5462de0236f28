"""What plays a sound: the loudspeaker, or a folder of WAV files where there is none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from kiosk.board.voice.sound import Sound, as_wav, at_volume
from shared.failures import EnvironmentFailure, Failure

Done = Callable[[Failure | None], None]
"""Told once, on the GUI thread, when a sound was heard to its end (None) or why it was not."""


class Speaker(Protocol):
    """Plays one sound at a time (loa)."""

    def play(self, sound: Sound, volume_percent: int, done: Done) -> None:
        """Plays `sound` at 0 to 100 percent and calls `done`; never raises, and is not called again before `done`."""
        ...

    def close(self) -> None:
        """Falls silent and gives the device back; `done` is not called any more."""
        ...


class FolderSpeaker:
    """Writes each announcement as the next numbered WAV of a folder ("0001.wav") and is done at once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def play(self, sound: Sound, volume_percent: int, done: Done) -> None:
        """Writes `sound` as it would be heard; EnvironmentFailure `sound_not_written` when the folder refuses."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._next_file().write_bytes(as_wav(at_volume(sound, volume_percent)))
        except OSError:
            failure = EnvironmentFailure(
                "sound_not_written",
                "Không ghi được tệp âm thanh của lượt gọi; số vẫn hiện trên bảng. Xin kiểm tra ổ đĩa.",
                "The sound file of a call could not be written; the board still shows it. Check the disk.",
            )
            done(failure)
        else:
            done(None)

    def close(self) -> None:
        """Nothing is open."""

    def _next_file(self) -> Path:
        numbers = [int(file.stem) for file in self._folder.glob("*.wav") if file.stem.isdecimal()]
        return self._folder / f"{max(numbers, default=0) + 1:04d}.wav"
