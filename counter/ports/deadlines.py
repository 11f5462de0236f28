"""What the room of deadlines asks of the office."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, Protocol

from shared.domain.deadlines import DeadlineGroup
from shared.domain.dossier import Stage

DeadlineScope = Literal["mine", "unit", "office"]
"""Whose dossiers are watched: those this officer received, those the officer's unit holds, those of the office."""


@dataclass(frozen=True, slots=True)
class DeadlineRow:
    """A dossier that wants attention (hồ sơ cần theo dõi). `applicant_name` is personal and stays in the office.

    `groups`: what it wants, the most urgent first. `due_days`: working days from today to the promised day, negative
    when that has passed. `since`: its last step. `apologised`: a new date has been given; `may_apologise`: none has
    and Form 04 can still go out. `may_close`: the citizen's days to answer are over. `agency_name`, `agency_by`: the
    other agency that is waited for first, and until when; `agency_reaches`: the dossier has still to come to it.
    """

    id: str
    code: str
    applicant_name: str
    procedure_name: str
    stage: Stage
    holder_name: str
    due_at: datetime | None
    due_days: int
    since: datetime
    answer_by: datetime | None
    groups: tuple[DeadlineGroup, ...]
    apologised: bool = False
    may_apologise: bool = False
    may_close: bool = False
    agency_name: str = ""
    agency_by: datetime | None = None
    agency_reaches: bool = False


@dataclass(frozen=True, slots=True)
class Deadlines:
    """What wants attention at `at` (tình hình thời hạn), sorted by due time, then by given name.

    `tomorrow`: the office's next working day. `results_waiting`: results that lie at the counter, however long.
    """

    at: datetime
    today: date
    tomorrow: date
    scope: DeadlineScope
    rows: tuple[DeadlineRow, ...]
    results_waiting: int = 0

    def of(self, group: DeadlineGroup | None) -> tuple[DeadlineRow, ...]:
        """The rows that belong in `group`; all of them for None."""
        return self.rows if group is None else tuple(row for row in self.rows if group in row.groups)


@dataclass(frozen=True, slots=True)
class PaperToPrint:
    """A paper that is still to be drawn (giấy tờ chờ in): `render` reads no database and may take seconds."""

    name: str
    render: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class RegisterScope:
    """A field or a group of fields that a register is kept for (lĩnh vực, nhóm lĩnh vực); no fields: all of them."""

    id: str
    name: str
    fields: tuple[str, ...]


MOST_REGISTER_DAYS = 31
MOST_REGISTER_ROWS = 1000
"""A register is printed for a month at most, and for as many dossiers as take about ten seconds to draw."""


class DeadlinesPort(Protocol):
    """What is due, late or stuck, and the register (Form 07)."""

    def deadlines(self, scope: DeadlineScope) -> Deadlines:
        """What wants attention; officers of a department see what their unit holds, whatever `scope` says."""
        ...

    def deadline_list(self, found: Deadlines) -> PaperToPrint:
        """The list of the morning: what is overdue, due today and on the next working day."""
        ...

    def apology_day(self, dossiers: tuple[str, ...]) -> date:
        """The working day that Form 04 proposes for a whole selection: late enough for each of `dossiers`."""
        ...

    def register_scopes(self) -> tuple[RegisterScope, ...]:
        """What registers can be kept for: all fields, those of each line together, each field."""
        ...

    def register_size(self, scope: RegisterScope, first: date, last: date) -> int:
        """How many dossiers of `scope` were received from `first` to `last`, both included."""
        ...

    def register(self, scope: RegisterScope, first: date, last: date) -> PaperToPrint:
        """Form 07, numbered. Refusals `register_period`, `register_empty`, `register_too_long`."""
        ...
