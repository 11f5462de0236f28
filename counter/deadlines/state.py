"""The state of the room of deadlines, and the pure steps from one to the next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from counter.ports.deadlines import DeadlineRow, Deadlines, DeadlineScope
from counter.ports.people import Officer
from counter.words import read_day
from shared.domain.deadlines import GROUPS, DeadlineGroup
from shared.domain.permission import may
from shared.domain.units import receives_papers
from shared.failures import Sentence

BatchKind = Literal["apologise", "close"]


@dataclass(frozen=True, slots=True)
class ApologyForm:
    """What is typed for Form 04 of a whole selection: the reason, and the new day (None: not understood as a date).

    `typed_day` is what stands in the field.
    """

    reason: str = ""
    typed_day: str = ""
    new_day: date | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """A dossier of a selection that was left as it was, and why."""

    code: str
    why: Sentence


@dataclass(frozen=True, slots=True)
class Batch:
    """One deed for a whole selection (làm hàng loạt), a transaction for each dossier.

    `rows` in their order; `done` of them are through, `refused` of these were not allowed.
    """

    kind: BatchKind
    rows: tuple[DeadlineRow, ...]
    done: int = 0
    refused: tuple[Refused, ...] = ()

    @property
    def running(self) -> bool:
        """Whether dossiers are left."""
        return self.done < len(self.rows)

    @property
    def succeeded(self) -> int:
        """For how many it was done."""
        return self.done - len(self.refused)


@dataclass(frozen=True, slots=True)
class DeadlinesState:
    """The room (phòng thời hạn). `group` None: all; `summary`: the card of the morning lies open.

    `apology`: Form 04 is being filled in for the selection. `batch`: a selection that is being done, or was.
    `registering`: the page of the register is shown instead.
    """

    found: Deadlines | None = None
    scope: DeadlineScope = "office"
    group: DeadlineGroup | None = None
    selected: frozenset[str] = frozenset()
    summary: bool = False
    apology: ApologyForm | None = None
    batch: Batch | None = None
    registering: bool = False

    @property
    def rows(self) -> tuple[DeadlineRow, ...]:
        """The rows of the group that is shown."""
        return self.found.of(self.group) if self.found else ()

    @property
    def chosen(self) -> tuple[DeadlineRow, ...]:
        """The rows that are selected and shown."""
        return tuple(row for row in self.rows if row.id in self.selected)

    @property
    def busy(self) -> bool:
        """Whether a selection is being done."""
        return self.batch is not None and self.batch.running


def first_scope(officer: Officer) -> DeadlineScope:
    """Whose dossiers somebody sees first: their own, the unit's in a department, the office's for who leads it."""
    if not receives_papers(officer.unit_kind):
        return "unit"
    return "office" if may(officer.role, "lead") else "mine"


def scopes_of(officer: Officer) -> tuple[DeadlineScope, ...]:
    """What somebody may choose between; a department sees what it holds."""
    return ("mine", "unit", "office") if receives_papers(officer.unit_kind) else ("unit",)


def looked(state: DeadlinesState, found: Deadlines) -> DeadlinesState:
    """`state` after the office has answered: what has left the list is not selected any more."""
    there = frozenset(row.id for row in found.rows)
    return replace(state, found=found, scope=found.scope, selected=state.selected & there)


def toggled(state: DeadlinesState, dossier: str) -> DeadlinesState:
    """With `dossier` selected, or not any more."""
    return replace(state, selected=state.selected ^ {dossier})


def all_toggled(state: DeadlinesState) -> DeadlinesState:
    """With every row that is shown selected; with none when all were."""
    shown = frozenset(row.id for row in state.rows)
    return replace(state, selected=frozenset() if shown <= state.selected else shown)


def in_group(state: DeadlinesState, group: DeadlineGroup | None) -> DeadlinesState:
    """Showing `group`, nothing selected."""
    if group == state.group:
        return state
    return replace(state, group=group, selected=frozenset(), apology=None)


def urgent_count(found: Deadlines | None) -> int:
    """How many dossiers are overdue or must be apologised for today: each once."""
    if found is None:
        return 0
    return sum(1 for row in found.rows if {"overdue", "apologise"} & set(row.groups))


def counts(found: Deadlines) -> dict[DeadlineGroup, int]:
    """How many dossiers each group has."""
    return {group: len(found.of(group)) for group in GROUPS}


def day_of(text: str) -> date | None:
    """The date that was typed; None while it is not understood as one."""
    try:
        return read_day(text)
    except ValueError:
        return None
