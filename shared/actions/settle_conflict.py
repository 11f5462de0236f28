"""Settle a conflict (giải quyết mâu thuẫn), whatever it is about: one fact, and the list of conflicts follows it."""

from __future__ import annotations

from shared.domain.settling import Settle, decide
from shared.journal.journal import Journal
from shared.journal.read_model import PROJECTIONS


def settle_conflict(journal: Journal, officer: str, command: Settle) -> None:
    """Does `command` for `officer`. Refusals `no_such_conflict`, `no_such_choice`."""
    with journal.writing() as writer:
        projection = PROJECTIONS.get(command.prefix)
        state = writer.state(projection, command.subject) if projection else None
        writer.append(officer, decide(state, command))
