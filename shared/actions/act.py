"""The one way in which anything is done: command -> decide -> append, in one transaction."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from shared.domain.fact import Fact
from shared.journal.journal import Journal, Writer
from shared.journal.read_model import Projection

S = TypeVar("S")
C = TypeVar("C")
Decide = Callable[[S | None, C], tuple[Fact, ...]]


def act(journal: Journal, projection: Projection[S], decide: Decide[S, C], subject: str, command: C, actor: str) -> S:
    """Does `command` on `subject` for `actor`; answers the state after COMMIT, or raises what `decide` refuses."""
    with journal.writing() as writer:
        return act_within(writer, projection, decide, subject, command, actor)


def act_within(
    writer: Writer, projection: Projection[S], decide: Decide[S, C], subject: str, command: C, actor: str
) -> S:
    """The same within a transaction that does more."""
    facts = decide(writer.state(projection, subject), command)
    writer.append(actor, facts)
    state = writer.state(projection, subject)
    if state is None:
        raise LookupError(f"{projection.prefix} has no state after its command")
    return state
