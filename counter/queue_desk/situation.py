"""The queue as a counter sees it: what the port answers and the desk shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from counter.lead.conflict_row import ConflictRow
from shared.domain.queue_order import Why
from shared.domain.ticket import Ticket
from shared.failures import Sentence

SHOWN_WAITING = 5
"""So many of those who wait are shown one by one."""


@dataclass(frozen=True, slots=True)
class NextUp:
    """Who is next and why (số kế tiếp). `priority` is the ticket's: a priority group, an appointment, or None."""

    label: str
    line_name: str
    why: Why
    waiting_since: datetime
    priority: str | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody who waits for this counter (người đang chờ).

    `priority` is the ticket's, `group` the name of its priority group; `further`: the names of the lines that follow.
    """

    label: str
    since: datetime
    priority: str | None
    group: Sentence | None
    further: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LineCount:
    """How many wait in a line."""

    letter: str
    name: str
    waiting: int


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that people should see to, in words: a conflict at this counter, a machine (việc cần xem)."""

    vi: str
    en: str


@dataclass(frozen=True, slots=True)
class Situation:
    """The queue as the desk shows it (tình hình hàng chờ). `elsewhere`: the lines that this counter does not serve.

    `further`: the names of the lines that follow for the ticket being served, `returns`: the numbers of the counters
    that it goes back to before; `waiting`: those who have waited
    longest, at most `SHOWN_WAITING`; `machines`: what is wrong with machines that need somebody's hands;
    `closed_return`: the number of the counter that the ticket should go back to and that is closed, or "";
    `conflicts`: those of this counter, to be settled.
    """

    serving: Ticket | None
    serving_line_name: str
    next_up: NextUp | None
    lines: tuple[LineCount, ...]
    parked: tuple[Ticket, ...]
    notices: tuple[Notice, ...]
    elsewhere: tuple[LineCount, ...] = ()
    further: tuple[str, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    machines: tuple[Notice, ...] = ()
    returns: tuple[str, ...] = ()
    closed_return: str = ""
    conflicts: tuple[ConflictRow, ...] = ()
