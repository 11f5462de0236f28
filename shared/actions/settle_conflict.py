"""Settle a conflict (giải quyết mâu thuẫn), whatever it is about: one fact, and the list of conflicts follows it.

A list that one side took back and the other signed for is one question about all the papers on it. Its answer is the
answer for each of them, in the same transaction: nobody wants to say three hundred times who has them.

A consignment note that was entered is the dossier's paper: where people say that the note is, there the dossier is too.
"""

from __future__ import annotations

from typing import Any

from shared.domain.consignment import Consignment
from shared.domain.custody import HOLDS
from shared.domain.fact import Fact
from shared.domain.handover import Handover
from shared.domain.settling import ACCEPTED, Settle, decide
from shared.journal.journal import Journal, Writer
from shared.journal.read_model import DOSSIERS, PROJECTIONS

_OF_ITS_PAPERS = {"closed_twice": "taken_and_cancelled"}


def settle_conflict(journal: Journal, officer: str, command: Settle) -> None:
    """Does `command` for `officer`. Refusals `no_such_conflict`, `no_such_choice`."""
    with journal.writing() as writer:
        projection = PROJECTIONS.get(command.prefix)
        state: Any = writer.state(projection, command.subject) if projection else None
        facts = decide(state, command)
        if isinstance(state, Handover) and command.code in _OF_ITS_PAPERS:
            facts += tuple(fact for each in _of_papers(writer, state, command) for fact in _decided(writer, *each))
        elif isinstance(state, Consignment):
            facts += _of_its_dossier(writer, state, command)
        writer.append(officer, facts)


def _decided(writer: Writer, paper: Any, command: Settle) -> tuple[Fact, ...]:
    facts = decide(paper, command)
    return facts + _of_its_dossier(writer, paper, command) if isinstance(paper, Consignment) else facts


def _of_its_dossier(writer: Writer, note: Consignment, command: Settle) -> tuple[Fact, ...]:
    """That the dossier is where its note is, unless it has gone on since, or there is none."""
    kind, _, unit = command.choice.removeprefix(HOLDS).partition(":")
    became = writer.state(DOSSIERS, note.registered_as) if note.registered_as else None
    if became is None or not command.choice.startswith(HOLDS) or note.purpose != "application":
        return ()
    if became.transit is not None or became.holder != note.holder:
        return ()
    moved = {"from": became.holder, "to": unit, "to_kind": kind, "handover": note.held_against}
    return (Fact(became.id, "dossier.moved", moved),)


def _of_papers(writer: Writer, signed: Handover, command: Settle) -> list[tuple[Any, Settle]]:
    """Each paper that has the conflict of its list, with the same answer; one that has gone on since stays there."""
    found: list[tuple[Any, Settle]] = []
    for kind in ("dossier", "consignment", "delivery"):
        ids = [item for each, item in signed.papers if each == kind]
        for item, paper in writer.states(PROJECTIONS[kind], ids).items():
            conflict = next((each for each in paper.conflicts if each.code == _OF_ITS_PAPERS[command.code]), None)
            if conflict is not None:
                still_there = paper.holder == signed.receiver and paper.held_against == signed.id
                choice = command.choice if command.choice == conflict.choice and still_there else ACCEPTED
                found.append((paper, Settle(item, kind, conflict.code, choice)))
    return found
