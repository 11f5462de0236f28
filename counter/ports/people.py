"""Who works here and where the data is safe: what signing in asks of the office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from shared.domain.office import UnitKind

Role = Literal["officer", "team_leader", "postal", "department", "administrator"]


@dataclass(frozen=True, slots=True)
class Officer:
    """Who has signed in (cán bộ). `unit` is the unit whose custody this person signs for ("one_stop", "post", …).

    `has_pin`: whether the person may unlock the screen, and sign, by PIN. `unit_kind`: what kind of unit it is.
    """

    id: str
    name: str
    role: Role
    unit: str
    unit_name: str
    has_pin: bool = False
    unit_kind: UnitKind = "one_stop"


@dataclass(frozen=True, slots=True)
class CounterChoice:
    """A counter that can be opened (quầy) with the lines it serves."""

    id: str
    number: str
    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SyncState:
    """Where the data is safe (tình trạng đồng bộ). `unsent` events and `unsent_scans` only this machine has.

    `not_in_province`: events of this machine that only the office has; None where the server is the province's own.
    """

    online: bool
    unsent: int
    last_contact: datetime | None
    problem_vi: str
    problem_en: str
    unsent_scans: int = 0
    not_in_province: int | None = None


class PeoplePort(Protocol):
    """Signing in, the counter, the state of the data. `officer` is named as the actor of every act."""

    def sign_in(self, name: str, password: str) -> Officer:
        """Signs in, without a network. Refusal `sign_in_failed`, `locked_out` (after five)."""
        ...

    def verify(self, name: str, password: str) -> Officer:
        """Checks another person who signs on this screen, without signing that person in."""
        ...

    def unlock(self, pin: str) -> None:
        """Checks the PIN of the officer signed in. Refusals `wrong_pin`, `pin_locked` (after five), `pin_not_set`."""
        ...

    def sign_out(self) -> tuple[str, ...]:
        """Closes the counter if it is open and forgets the officer; answers and refuses as `close_counter` does."""
        ...

    def counters(self) -> tuple[CounterChoice, ...]:
        """The counters of the office."""
        ...

    def open_counter(self, counter: str) -> None:
        """Opens a counter for the officer signed in."""
        ...

    def pause(self) -> None:
        """Pauses the counter."""
        ...

    def resume(self) -> None:
        """Goes on after a pause."""
        ...

    def close_counter(self) -> tuple[str, ...]:
        """Closes the counter; answers the labels that wait in their line again by it. Refusal `still_serving`."""
        ...

    def sync_state(self) -> SyncState:
        """Where the data is safe."""
        ...
