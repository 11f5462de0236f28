"""Who is next, and why (ai được gọi tiếp theo).

Tickets of a priority class go first, but never more than `bound` of them in a row while an ordinary one waits: the
fairness rule that keeps both sides moving (Decree 118/2025 Art. 13(2)(b) names the groups, the bound is the office's).
A ticket transferred to this very counter goes before both.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, Literal, Protocol, TypeVar

Why = Literal["transferred", "priority", "fair_turn", "oldest"]


class Waiting(Protocol):
    """What the order needs to know of a waiting ticket."""

    @property
    def priority(self) -> str | None:
        """The priority group, or None."""
        ...


T = TypeVar("T", bound=Waiting)


@dataclass(frozen=True, slots=True)
class Next(Generic[T]):
    """The next ticket (số tiếp theo) and the reason why it is this one."""

    ticket: T
    why: Why


def choose_next(
    *,
    transferred: T | None,
    priority: T | None,
    ordinary: T | None,
    priority_streak: int,
    bound: int,
) -> Next[T] | None:
    """The next of three heads of queue: the oldest transferred here, the oldest priority, the oldest ordinary ticket.

    `priority_streak` is how many priority tickets this counter has called since its last ordinary one.
    """
    if transferred is not None:
        return Next(transferred, "transferred")
    if priority is not None and (ordinary is None or priority_streak < bound):
        return Next(priority, "priority")
    if ordinary is not None:
        return Next(ordinary, "fair_turn" if priority is not None else "oldest")
    return None
