"""Answers that hold until something happens: the beat of an office in which nothing happens reads nothing anew.

What rooms show follows from the journal, the reference data and the time. While the office's cursor stands still, the
reference data are the same and the minute is not over, an answer given before is the answer.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from datetime import datetime
from typing import Any, TypeVar

from shared.domain.office import Office
from shared.journal.deadline_queries import office_cursor
from shared.journal.journal import Reader

T = TypeVar("T")


class KeptAnswers:
    """The answers given since the journal last went on or the minute last changed, by what was asked."""

    def __init__(self) -> None:
        self._seen: tuple[int, int, datetime] | None = None
        self._answers: dict[Hashable, Any] = {}

    def answer(self, reader: Reader, office: Office, now: datetime, asked: Hashable, read: Callable[[], T]) -> T:
        """What `read` answers to `asked`, which names all that the answer depends on besides journal and time.

        `read` asks `reader`, so that the answer is of the same moment as the cursor.
        """
        seen = (office_cursor(reader), office.version, now.replace(second=0, microsecond=0))
        if seen != self._seen:
            self._seen = seen
            self._answers.clear()
        if asked not in self._answers:
            self._answers[asked] = read()
        found: T = self._answers[asked]
        return found
