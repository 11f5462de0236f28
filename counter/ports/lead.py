"""What the team leader's view asks of the office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from counter.lead.conflict_row import ConflictRow
from counter.queue_desk.situation import Notice
from shared.domain.staffing import Staffing

CounterState = Literal["open", "paused", "closed"]


@dataclass(frozen=True, slots=True)
class CounterNow:
    """A counter now (quầy lúc này): who is there, which number is served since when; `since`: of the state."""

    number: str
    name: str
    state: CounterState
    officer: str = ""
    serving: str = ""
    line_name: str = ""
    called_at: datetime | None = None
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class LineNow:
    """A line now (hàng chờ lúc này): `served_by` the numbers of open counters; `oldest` since when the first waits."""

    letter: str
    name: str
    waiting: int
    oldest: datetime | None
    served_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HalfHour:
    """Half an hour of today (nửa giờ): who came; of those called in it, their mean wait and the one that nine in ten
    did not exceed, in minutes (None: nobody was called).
    """

    start: datetime
    arrived: int
    called: int
    mean_wait: float | None
    ninth_wait: float | None


@dataclass(frozen=True, slots=True)
class Satisfaction:
    """The ratings of today (mức độ hài lòng): how many of each face. Never whose, and of nobody in particular."""

    very: int
    satisfied: int
    not_satisfied: int

    @property
    def given(self) -> int:
        """All ratings."""
        return self.very + self.satisfied + self.not_satisfied


@dataclass(frozen=True, slots=True)
class LeadFigures:
    """How the office is doing (tình hình bộ phận) at the instant `at`, as this machine knows it.

    `heard`: the last contact with the server, whence the other counters' figures come; `online`: whether it goes on.
    `half_hours` of today so far; `mean_wait`, `ninth_wait`: over the whole day, in minutes. `received`: (officer's
    name, dossiers received today), by name; `returned`, `returned_late` today; `overdue` now; `agencies_late`: dossiers
    for which another agency is late now (Decree 118/2025 Art. 19(4)(c): the head is told).
    """

    at: datetime
    heard: datetime | None
    online: bool
    counters: tuple[CounterNow, ...]
    lines: tuple[LineNow, ...]
    staffing: Staffing
    half_hours: tuple[HalfHour, ...]
    called: int
    mean_wait: float | None
    ninth_wait: float | None
    satisfaction: Satisfaction
    received: tuple[tuple[str, int], ...]
    returned: int
    returned_late: int
    overdue: int
    machines: tuple[Notice, ...]
    conflicts: tuple[ConflictRow, ...]
    agencies_late: int = 0


class LeadPort(Protocol):
    """How the office is doing now, and the settling of conflicts."""

    def lead_figures(self) -> LeadFigures:
        """How the office is doing. Refusal `not_allowed` for whoever does not lead it."""
        ...

    def settle_conflict(self, prefix: str, subject: str, code: str, choice: str) -> None:
        """Settles a conflict. Refusals `no_such_conflict` (settled already), `no_such_choice`, `not_allowed`."""
        ...
