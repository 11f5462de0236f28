"""The last failures of this machine (lỗi gần đây) for its staff: sentences that were told to people, and when.

No personal data, because no sentence of a failure holds any. Noting costs the caller nothing: the disk is written on
the lane that `later` stands for, and a disk that cannot be written leaves what is in memory.
"""

from __future__ import annotations

import json
import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from shared.clock import local
from shared.failures import Sentence
from shared.replication.replicator import SyncProgress

KEPT = 100
"""Lines of a file, and failures in memory."""

FILE_NAME = "failures.jsonl"
OLDER_FILE_NAME = "failures.1.jsonl"

Later = Callable[[Callable[[], None]], None]
"""Runs a piece of work on another thread, one after the other."""


@dataclass(frozen=True, slots=True)
class NotedFailure:
    """One sentence and when it was told (lỗi đã ghi)."""

    at: datetime
    sentence: Sentence

    def with_time(self) -> Sentence:
        """The sentence with its time before it, on the clocks of Viet Nam."""
        there = local(self.at)
        return Sentence(
            f"{there:%H:%M} ngày {there:%d/%m/%Y}: {self.sentence.vi}",
            f"{there:%H:%M} on {there:%d/%m/%Y}: {self.sentence.en}",
        )


class FailureLog:
    """Keeps the last failures in `folder`, newest first. May be used from any thread."""

    def __init__(self, folder: Path, now: Callable[[], datetime], later: Later) -> None:
        self._file = folder / FILE_NAME
        self._older = folder / OLDER_FILE_NAME
        self._now = now
        self._later = later
        self._lock = threading.Lock()
        self._noted: deque[NotedFailure] = deque(maxlen=KEPT)
        self._lines: int | None = None
        self._line_trouble: Sentence | None = None

    def follow(self, progress: SyncProgress) -> None:
        """Notes each new trouble of the line to the server. Connect it to `DeviceProgram.progressed`."""
        if progress.problem is not None and progress.problem != self._line_trouble:
            self.note(progress.problem)
        self._line_trouble = progress.problem

    def note(self, sentence: Sentence) -> None:
        """Notes what was just told to somebody."""
        failure = NotedFailure(self._now(), sentence)
        with self._lock:
            self._noted.appendleft(failure)
        self._later(lambda: self._write(failure))

    def latest(self, most: int) -> tuple[NotedFailure, ...]:
        """The last `most` failures, newest first; those of earlier runs once `read` has brought them."""
        with self._lock:
            return tuple(self._noted)[:most]

    def read(self) -> None:
        """Brings back what earlier runs noted; on the lane, before anything is written there."""
        if self._lines is not None:
            return
        earlier = _failures_in(self._file)
        self._lines = len(earlier)
        earlier += _failures_in(self._older)
        with self._lock:
            known = set(self._noted)
            self._noted.extend(each for each in earlier[: KEPT - len(known)] if each not in known)

    def _write(self, failure: NotedFailure) -> None:
        self.read()
        line = {"at": failure.at.isoformat(), "vi": failure.sentence.vi, "en": failure.sentence.en}
        with suppress(OSError):
            if (self._lines or 0) >= KEPT:
                self._file.replace(self._older)
                self._lines = 0
            with self._file.open("a", encoding="utf-8") as file:
                file.write(json.dumps(line, ensure_ascii=False) + "\n")
            self._lines = (self._lines or 0) + 1


def _failures_in(file: Path) -> list[NotedFailure]:
    """What a file holds, newest first; lines that a power cut has torn are left out."""
    try:
        lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []
    found = []
    for line in reversed(lines):
        with suppress(ValueError, KeyError, TypeError):
            values = json.loads(line)
            found.append(NotedFailure(_instant(values["at"]), Sentence(str(values["vi"]), str(values["en"]))))
    return found


def _instant(text: str) -> datetime:
    instant = datetime.fromisoformat(text)
    if instant.tzinfo is None:
        raise ValueError("an instant without a time zone")
    return instant
