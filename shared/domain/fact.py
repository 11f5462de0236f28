"""What happened, as the domain sees it: facts that `decide` answers and recorded facts that `evolve` reads.

A fact has a subject (the ticket, dossier, handover … it is about), a kind ("ticket.called") and data. Data never holds
personal data; what is personal stands apart in `personal` and is stored apart (see `shared/journal`).

`fold` is the only way a state comes about. It never raises: a fact that cannot be read or does not fit what came
before leaves a `Conflict` (mâu thuẫn) on the state, which people see and settle by a further fact.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar

from shared.domain.replacing import replace

Data = Mapping[str, object]
Order = tuple[int, str, int, int]
"""(lamport, device, epoch, seq): the one order in which every node folds. Never the wall clock."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that `decide` says has now happened (sự việc), not yet written down."""

    subject: str
    kind: str
    data: Data
    personal: Data | None = None


@dataclass(frozen=True, slots=True)
class Recorded:
    """A fact as the journal gives it back: who recorded it, where, when, and its place in the order.

    `personal` is the SHA-256 (hex) of the separate personal record, `device_time` the instant by the device's clock.
    """

    subject: str
    kind: str
    data: Data
    personal: str | None
    actor: str
    device: str
    device_time: datetime
    order: Order

    def text(self, name: str) -> str:
        """The text in field `name`; ValueError when it is missing or something else."""
        value = self.data[name]
        if not isinstance(value, str):
            raise ValueError(f"{name} is not text")
        return value

    def optional_text(self, name: str) -> str | None:
        """The text in field `name`, or None when it is absent or null."""
        return None if self.data.get(name) is None else self.text(name)

    def integer(self, name: str) -> int:
        """The whole number in field `name`; ValueError when it is missing or something else."""
        value = self.data[name]
        if not isinstance(value, int) or isinstance(value, bool):
            raise ValueError(f"{name} is not a whole number")
        return value

    def optional_integer(self, name: str) -> int | None:
        """The whole number in field `name`, or None when it is absent or null."""
        return None if self.data.get(name) is None else self.integer(name)

    def texts(self, name: str) -> tuple[str, ...]:
        """The list of texts in field `name`; empty when absent."""
        value = self.data.get(name, ())
        if not isinstance(value, list | tuple) or not all(isinstance(item, str) for item in value):
            raise ValueError(f"{name} is not a list of texts")
        return tuple(value)

    def instant(self, name: str) -> datetime:
        """The instant (ISO 8601 with offset) in field `name`."""
        instant = datetime.fromisoformat(self.text(name))
        if instant.tzinfo is None:
            raise ValueError(f"{name} has no offset")
        return instant

    def optional_instant(self, name: str) -> datetime | None:
        """The instant in field `name`, or None when it is absent or null."""
        return None if self.data.get(name) is None else self.instant(name)


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two facts that do not go together (mâu thuẫn), in words for the people who settle it.

    `parties` are the counters or persons it concerns, where it names any; `choice` the other sensible answer, which
    people may choose instead of what the fold chose, "" where there is none.
    """

    code: str
    vi: str
    en: str
    parties: tuple[str, ...] = ()
    choice: str = ""


class State(Protocol):
    """What every folded state has."""

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """What does not fit, oldest first."""
        ...


S = TypeVar("S")
Evolve = Callable[[S | None, Recorded], S | None]


def with_conflict(state: S, code: str, vi: str, en: str, parties: tuple[str, ...] = (), choice: str = "") -> S:
    """The same state with one more conflict; the same conflict is not noted twice."""
    conflict = Conflict(code, vi, en, parties, choice)
    known: tuple[Conflict, ...] = state.conflicts  # type: ignore[attr-defined]
    if conflict in known:
        return state
    return replace(state, conflicts=(*known, conflict))  # type: ignore[type-var]


SETTLED = ".conflict_settled"
"""How the kind of every fact ends by which people settle a conflict; its data is {"code", "choice"}."""


def settled(state: S, fact: Recorded) -> S:
    """`state` without the conflicts that `fact` settles; a code that it does not have changes nothing.

    Who settled it, and when, stays in the journal. A fact that arrives late and raises the conflict once more before
    this one, in the one order, is settled by it too; one after it is a conflict of its own.
    """
    code = fact.text("code")
    known: tuple[Conflict, ...] = state.conflicts  # type: ignore[attr-defined]
    left = tuple(each for each in known if each.code != code)
    return state if left == known else replace(state, conflicts=left)  # type: ignore[type-var]


def step(evolve: Evolve[S], state: S | None, fact: Recorded) -> S | None:
    """`evolve`, made safe against facts whose data cannot be read: they leave a conflict and change nothing else.

    A fact that settles a conflict takes it away here, for every kind of state, before `evolve` sees the choice.
    """
    try:
        if state is not None and fact.kind.endswith(SETTLED):
            state = settled(state, fact)
        return evolve(state, fact)
    except (KeyError, ValueError, TypeError, OverflowError):
        if state is None:
            return None
        return with_conflict(
            state,
            "unreadable",
            "Có một sự việc không đọc được; dữ liệu gốc vẫn được giữ nguyên.",
            "One entry could not be read; the original is kept.",
        )


def fold(evolve: Evolve[S], facts: Iterable[Recorded]) -> S | None:
    """The state after all `facts` in their order; None while the fact that begins the subject is not here yet."""
    state: S | None = None
    for fact in sorted(facts, key=lambda fact: fact.order):
        state = step(evolve, state, fact)
    return state
