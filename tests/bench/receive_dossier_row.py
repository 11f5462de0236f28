"""Receive a dossier: from the command to the end of its COMMIT, beside the bare INSERT and COMMIT of the same row."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from shared.actions.receive_dossier import Reception, receive_dossier
from shared.domain.dossier import GivenDocument
from shared.domain.procedure import Procedure
from tests.bench.bare_database import row_of
from tests.bench.figures import NO_AIM, Rounds, Row, in_milliseconds, in_turn, seconds_of, without_old_garbage
from tests.bench.prepared_office import machine
from tests.bench.take_number_row import FLOOR

_ROUNDS = Rounds(300, 20)


@dataclass(frozen=True, slots=True)
class Size:
    """`events`: what the machine knows of the morning already."""

    rounds: Rounds = _ROUNDS
    events: int = 900


def measure(folder: Path, size: Size = Size()) -> Row:
    """The row."""
    with machine(folder, "counter", size.events) as counter, without_old_garbage():
        receptions = itertools.cycle(
            _reception(each, counter.office.counters[0].id)
            for each in counter.office.procedures
            if each.time_limit is not None and each.documents
        )
        cursors = itertools.count(1)

        def ours() -> float:
            counter.clock.advance(timedelta(seconds=5))
            reception = next(receptions)
            return seconds_of(
                lambda: receive_dossier(counter.journal, counter.office, counter.node, reception, "officer-1")
            )

        def floor() -> float:
            row = row_of(counter.last_event(), next(cursors))
            return seconds_of(lambda: counter.bare.insert(row))

        measured, bare = map(in_milliseconds, in_turn(ours, floor, size.rounds))
    return Row(
        name="receive a dossier",
        what="command to COMMIT",
        measured=measured,
        floor=bare,
        floor_is=FLOOR,
        aim=NO_AIM,
        details={"events on the machine before": size.events, "dossiers received": size.rounds.measured},
    )


def _reception(procedure: Procedure, counter: str) -> Reception:
    documents = tuple(GivenDocument(document.name, 1, 0) for document in procedure.documents[:4])
    applicant = {
        "name": "Nguyễn Thị Mẫu",
        "identity_number": "000000000000",
        "phone": "0900000000",
        "address": "Số 1, Đường Mẫu 1, Phường Mẫu, Thành phố Thử",
    }
    return Reception(procedure.code, "in_person", documents, 1, None, "one_stop", counter, None, applicant)
