"""Receive a dossier: from the command to the end of its COMMIT, beside the bare INSERT and COMMIT of the same row."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from shared.actions.receive_dossier import Reception, receive_dossier
from shared.domain.dossier import GivenDocument
from shared.domain.procedure import Procedure
from shared.journal.dossier_search_index import index_some
from tests.bench.bare_database import row_of
from tests.bench.figures import (
    NO_AIM,
    Aim,
    Rounds,
    Row,
    Spread,
    in_milliseconds,
    in_turn,
    seconds_of,
    without_old_garbage,
)
from tests.bench.many_events import remember_years
from tests.bench.prepared_office import Machine, machine
from tests.bench.take_number_row import FLOOR

_ROUNDS = Rounds(300, 20)
_AIM_MILLISECONDS = 15.0


@dataclass(frozen=True, slots=True)
class Size:
    """`events`: what the machine knows of the morning already; `years`: events of the years before, besides."""

    rounds: Rounds = _ROUNDS
    events: int = 900
    years: int = 1_000_000


def measure(folder: Path, size: Size = Size()) -> Row:
    """The row on a machine that is new."""
    with machine(folder, "counter", size.events) as counter:
        measured, bare = _measure(counter, size)
    details = {"events on the machine before": size.events, "dossiers received": size.rounds.measured}
    return Row("receive a dossier", "command to COMMIT", measured, bare, FLOOR, NO_AIM, details)


def measure_after_years(folder: Path, size: Size = Size()) -> Row:
    """The same on a machine that has worked for years."""
    with machine(folder, "counter", size.events) as counter:
        # The index of the search has triggers on what a reception writes.
        with counter.journal.writing() as writer:
            index_some(writer)
        dossiers = remember_years(counter, size.years)
        counter.journal.engine.dispose()
        measured, bare = _measure(counter, size)
        file = sum(each.stat().st_size for each in folder.glob("*.db"))
    return Row(
        name=f"receive a dossier, {size.years:,} events",
        what="command to COMMIT",
        measured=measured,
        floor=bare,
        floor_is=FLOOR,
        aim=Aim(f"<= {_AIM_MILLISECONDS:g} ms", measured.median <= _AIM_MILLISECONDS),
        details={"dossiers on the machine before": dossiers, "megabytes on the disk": round(file / 1e6)},
    )


def _measure(counter: Machine, size: Size) -> tuple[Spread, Spread]:
    with without_old_garbage():
        receptions = itertools.cycle(
            reception_of(each, counter.office.counters[0].id)
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

        ours_took, floor_took = in_turn(ours, floor, size.rounds)
    return in_milliseconds(ours_took), in_milliseconds(floor_took)


def reception_of(procedure: Procedure, counter: str) -> Reception:
    """What an officer at `counter` enters for somebody invented."""
    documents = tuple(GivenDocument(document.name, 1, 0) for document in procedure.documents[:4])
    applicant = {
        "name": "Nguyễn Thị Mẫu",
        "identity_number": "000000000000",
        "phone": "0900000000",
        "address": "Số 1, Đường Mẫu 1, Phường Mẫu, Thành phố Thử",
    }
    return Reception(procedure.code, "in_person", documents, 1, None, "one_stop", counter, None, applicant)
