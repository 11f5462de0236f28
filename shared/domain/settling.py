"""Settling a conflict (giải quyết mâu thuẫn): people look at facts that do not go together and say what holds.

The fold has chosen already by a fixed rule, so the work goes on whether anybody looks or not. To settle is to accept
what is recorded, or, where there is another sensible answer, to choose that one. It is a fact like every other.
"""

from __future__ import annotations

from dataclasses import dataclass

from shared.domain.fact import SETTLED, Conflict, Fact, State
from shared.domain.ticket_slip import SERVES
from shared.domain.ticket_state import Ticket
from shared.failures import Refusal

ACCEPTED = "accepted"
"""The choice that leaves everything as it is recorded."""


@dataclass(frozen=True, slots=True)
class Settle:
    """Settle the conflict `code` of `subject`, whose facts begin with `prefix`, by `choice`."""

    subject: str
    prefix: str
    code: str
    choice: str


def decide(state: State | None, command: Settle) -> tuple[Fact, ...]:
    """The fact of the settlement. Refusals `no_such_conflict`, `no_such_choice`."""
    found = next((each for each in state.conflicts if each.code == command.code), None) if state else None
    if state is None or found is None:
        raise Refusal(
            "no_such_conflict",
            "Mâu thuẫn này đã được giải quyết.",
            "This conflict has been settled already.",
        )
    if command.choice != ACCEPTED and (not command.choice or command.choice != other_choice(state, found)):
        raise Refusal(
            "no_such_choice",
            "Lựa chọn này không còn phù hợp: số đã có bước khác.",
            "This choice does not fit any more: something else was done with the number since.",
        )
    return (Fact(command.subject, command.prefix + SETTLED, {"code": command.code, "choice": command.choice}),)


def other_choice(state: State, conflict: Conflict) -> str:
    """The other sensible answer to `conflict`: another counter, another holder of a paper; "" where there is none."""
    counter = other_counter(state, conflict)
    return conflict.choice if counter is None else SERVES + counter


def other_counter(state: State, conflict: Conflict) -> str | None:
    """The counter that could serve a ticket instead, which two counters called and one still serves; None elsewhere."""
    if not isinstance(state, Ticket) or conflict.code != "called_twice" or state.state != "called":
        return None
    return next((each for each in conflict.parties if each != state.counter), None)
