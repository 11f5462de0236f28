"""What the call board asks of the office: the only thing it knows of the world behind its glass.

No personal data comes through here: numbers, counters, times and what the office wants everybody to read.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from shared.domain.office_record import BoardRules
from shared.failures import Sentence

CounterState = Literal["open", "paused", "closed"]


@dataclass(frozen=True, slots=True)
class Call:
    """A number that a counter has called and serves (số đang được gọi).

    `key` is new with each call and each recall. `since`: when it was first called to this counter, `at`: when last;
    `recalled`: how often it was called again.
    """

    key: str
    label: str
    counter_number: int
    counter_name: str
    since: datetime
    at: datetime
    recalled: int = 0


@dataclass(frozen=True, slots=True)
class PastCall:
    """A number that was called before (số đã gọi). `missed`: nobody came."""

    label: str
    counter_number: int
    at: datetime
    missed: bool


@dataclass(frozen=True, slots=True)
class CounterNow:
    """A counter as it is now (quầy): the letters of its lines and the label of the number it serves, or None."""

    number: int
    name: str
    state: CounterState
    lines: tuple[str, ...]
    serving: str | None


@dataclass(frozen=True, slots=True)
class LineNow:
    """A line and how many wait in it (hàng chờ)."""

    letter: str
    name: Sentence
    waiting: int


@dataclass(frozen=True, slots=True)
class BoardView:
    """All that the board shows, as of one moment (nội dung bảng gọi số).

    `date`: the business date (ISO). `told`: when to come back, None while numbers are given. `called`: the last called
    at the front; `past` likewise. `notices`: those valid today. `as_of`: since when this machine has not been in
    contact with the server, None while it is. `not_in_province`: events of this machine that only the office has.
    """

    office: Sentence
    date: str
    told: Sentence | None
    called: tuple[Call, ...]
    past: tuple[PastCall, ...]
    counters: tuple[CounterNow, ...]
    lines: tuple[LineNow, ...]
    notices: tuple[Sentence, ...]
    rules: BoardRules
    as_of: datetime | None
    not_in_province: int | None = None


class BoardOffice(Protocol):
    """The office, as the board may see it."""

    def view(self) -> BoardView:
        """What is to be shown now. Reads the disk: runs on the database lane; EnvironmentFailure when it cannot."""
        ...
