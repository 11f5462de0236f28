"""The clips of the voice: read once from a recorded voice's folder, where it lacks one from the shipped folder.

Nothing is converted: a clip of another rate, width or number of channels is refused by name.
"""

from __future__ import annotations

import io
import wave
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from kiosk.board.voice.sound import RATE, SAMPLE_BYTES, Sound, joined
from resources.voice.clip_words import CHIME, CLIP_WORDS
from shared.failures import EnvironmentFailure

CLIP_NAMES = (CHIME, *CLIP_WORDS)
"""Every clip there is: the path below the folder without ".wav"."""


@dataclass(frozen=True, slots=True)
class Clips:
    """All clips by name (đoạn âm thanh). `problem`: why the recorded voice is not used although one is set."""

    sounds: Mapping[str, Sound]
    problem: EnvironmentFailure | None = None

    def assemble(self, names: Sequence[str], gap: int) -> Sound:
        """The clips one after the other with `gap` milliseconds between each two. KeyError for an unknown name."""
        return joined([self.sounds[name] for name in names], gap)


def open_clips(folder: Path | None) -> Clips:
    """The clips of `folder`, missing ones from the shipped voice; the shipped voice alone without a folder.

    One unusable file makes the whole recorded voice stand back, so that one call is never said by two voices; the
    reason is in `problem`. EnvironmentFailure when a shipped clip itself is missing or damaged.
    """
    if folder is None:
        return Clips(read_clips(None))
    try:
        return Clips(read_clips(folder))
    except EnvironmentFailure as failure:
        return Clips(read_clips(None), problem=failure)


def read_clips(folder: Path | None) -> dict[str, Sound]:
    """Every clip by name, from `folder` where it has it. EnvironmentFailure naming the folder or file in the way."""
    shipped = files("resources.voice")
    if folder is None:
        return {name: _read(_file(shipped, name)) for name in CLIP_NAMES}
    if not folder.is_dir():
        raise EnvironmentFailure(
            "voice_folder_missing",
            f"Không tìm thấy thư mục giọng đọc {folder.name}; loa dùng giọng có sẵn.",
            f"The voice folder {folder.name} does not exist; the built-in voice is used.",
        )
    own = {name: _file(folder, name) for name in CLIP_NAMES}
    return {name: _read(file if file.is_file() else _file(shipped, name)) for name, file in own.items()}


def _file(folder: Traversable, name: str) -> Traversable:
    return folder.joinpath(*f"{name}.wav".split("/"))


def _read(file: Traversable) -> Sound:
    try:
        with wave.open(io.BytesIO(file.read_bytes()), "rb") as opened:
            form = (opened.getnchannels(), opened.getsampwidth(), opened.getframerate())
            announced = opened.getnframes()
            pcm = opened.readframes(announced)
    except (OSError, EOFError) as error:
        raise _unreadable(file) from error
    except wave.Error as error:
        raise _other_format(file) from error
    if form != (1, SAMPLE_BYTES, RATE):
        raise _other_format(file)
    if announced == 0 or len(pcm) != announced * SAMPLE_BYTES:
        raise _unreadable(file)
    return Sound(pcm)


def _other_format(file: Traversable) -> EnvironmentFailure:
    return EnvironmentFailure(
        "voice_clip_format",
        f"Tệp âm thanh {file.name} phải là WAV 16 bit, một kênh, {RATE} Hz. Xin ghi lại đúng định dạng.",
        f"The sound file {file.name} must be WAV, 16 bit, one channel, {RATE} Hz. Save it again in this format.",
    )


def _unreadable(file: Traversable) -> EnvironmentFailure:
    return EnvironmentFailure(
        "voice_clip_unreadable",
        f"Không đọc được tệp âm thanh {file.name}. Xin chép lại tệp này.",
        f"The sound file {file.name} cannot be read. Copy it again.",
    )
