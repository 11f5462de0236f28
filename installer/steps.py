"""What the set-up tells people, and how it runs other programs.

They are quiet while they work; when one fails, its last words are shown.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType

LAST_WORDS = 20
"""How many lines of a failed program's output are shown."""
LONGEST_LINE = 300
"""How many characters of one such line are shown."""


class SetupError(Exception):
    """The environment could not be prepared: a sentence in Vietnamese (`vi`) and English (`en`), an exit status."""

    def __init__(self, vi: str, en: str, status: int = 1) -> None:
        super().__init__(f"{vi} / {en}")
        self.vi = vi
        self.en = en
        self.status = status


def say(vi: str, en: str) -> None:
    """One line for people, on standard error so that it never mixes with what a program answers."""
    sys.stderr.write(f"• {vi} / {en}\n")
    sys.stderr.flush()


class Step(AbstractContextManager[None]):
    """One step of the work: its line appears when it begins and ends with the seconds it took."""

    def __init__(self, vi: str, en: str) -> None:
        self._line = f"• {vi} / {en} … "
        self._began = 0.0

    def __enter__(self) -> None:
        self._began = time.monotonic()
        sys.stderr.write(self._line)
        sys.stderr.flush()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        seconds = time.monotonic() - self._began
        sys.stderr.write(f"{seconds:.0f} s\n" if kind is None else "✗\n")
        sys.stderr.flush()


class QuietProgramError(Exception):
    """A quiet program ended badly; `last_words` are the last lines that it wrote."""

    def __init__(self, last_words: Sequence[str]) -> None:
        super().__init__("\n".join(last_words))
        self.last_words = tuple(last_words)


def run_quietly(
    command: Sequence[str | Path],
    environment: Mapping[str, str],
    *,
    folder: Path | None = None,
    inherited: Sequence[int] = (),
) -> str:
    """Runs `command` in `folder` without showing its output, which is the answer.

    `inherited`: file descriptors that it keeps open (not on Windows). Raises `QuietProgramError` when it fails.
    """
    try:
        done = subprocess.run(
            [str(part) for part in command],
            env=dict(environment),
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            check=False,
            pass_fds=() if os.name == "nt" else tuple(inherited),
        )
    except OSError as error:
        raise QuietProgramError([str(error)]) from error
    if done.returncode != 0:
        raise QuietProgramError(done.stdout.splitlines()[-LAST_WORDS:])
    return done.stdout


def show_last_words(failure: QuietProgramError) -> None:
    """Prints what a failed program wrote last, set in from the left, very long lines cut."""
    for line in failure.last_words:
        sys.stderr.write(f"    {line[:LONGEST_LINE]}\n")
    sys.stderr.flush()
