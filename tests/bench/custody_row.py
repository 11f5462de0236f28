"""Where all paper is, on a machine with a million dossiers of the years before, beside one count of the open ones."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from counter.ports.custody import CustodyMap
from counter.wiring.custody import custody_map
from counter.wiring.work import officer_of
from shared.actions.receive_dossier import receive_dossier
from shared.domain.office import staff_by_id
from shared.journal.journal import Reader
from tests.bench.figures import Aim, Rounds, Row, in_milliseconds, in_turn, seconds_of, without_old_garbage
from tests.bench.many_events import remember_dossiers
from tests.bench.prepared_office import Machine, machine
from tests.bench.receive_dossier_row import reception_of

_MILLISECONDS = 100.0
_ROUNDS = Rounds(30, 3)
_OFFICER = "staff-1"
_UNDER_WAY = "i % 25 = 0"
"""One dossier in 25 is open; of the others one in 50 ended without a result and stays at the office."""

_CHANGED = {
    "stage": f"CASE WHEN {_UNDER_WAY} THEN t.stage WHEN i % 50 = 1 THEN 'refused' ELSE 'returned' END",
    "holder": f"CASE WHEN {_UNDER_WAY} THEN CASE i / 25 % 4 WHEN 0 THEN 'van-phong' WHEN 1 THEN 'cong-an' "
    "WHEN 2 THEN 'kinh-te' ELSE 'one_stop' END WHEN i % 50 = 1 THEN 'one_stop' ELSE 'citizen' END",
    "transit_to": "CASE WHEN i % 2500 = 0 THEN 'one_stop' END",
    "custody_since": "t.received_at - i",
    "returned_at": f"CASE WHEN {_UNDER_WAY} OR i % 50 = 1 THEN NULL ELSE t.received_at - i END",
}
_COUNT = "SELECT count(*), min(custody_since) FROM dossier WHERE office = ? AND open = 1 GROUP BY holder, transit_to"


@dataclass(frozen=True, slots=True)
class Size:
    """`dossiers`: what the machine knows of the years before."""

    dossiers: int = 1_000_000
    rounds: Rounds = _ROUNDS


def measure(folder: Path, size: Size = Size()) -> Row:
    """The row."""
    with machine(folder, "counter", 900) as counter:
        office = counter.office
        wanted = next(each for each in office.procedures if each.time_limit is not None and each.documents)
        receive_dossier(counter.journal, office, counter.node, reception_of(wanted, office.counters[0].id), _OFFICER)
        with counter.journal.reading() as reader:
            before = _papers(_map(counter, reader))
        remember_dossiers(counter, size.dossiers, _CHANGED)
        counter.journal.engine.dispose()
        with without_old_garbage(), counter.journal.reading() as reader:
            ours, floor = in_turn(
                lambda: seconds_of(lambda: _map(counter, reader)),
                lambda: seconds_of(lambda: _counted(reader)),
                size.rounds,
            )
            seen = _papers(_map(counter, reader))
    measured = in_milliseconds(ours)
    expected = before + size.dossiers // 25
    return Row(
        name=f"where all paper is, {size.dossiers:,} dossiers",
        what="the question to the whole map",
        measured=measured,
        floor=in_milliseconds(floor),
        floor_is="one SELECT that counts the open dossiers by holder",
        aim=Aim(f"<= {_MILLISECONDS:g} ms", measured.median <= _MILLISECONDS),
        details={"papers on the map": seen},
        wrong=None if seen == expected else f"{seen} papers on the map, not {expected}",
    )


def _map(counter: Machine, reader: Reader) -> CustodyMap:
    member = staff_by_id(counter.office, _OFFICER)
    assert member is not None
    return custody_map(reader, counter.office, officer_of(counter.office, member), counter.clock.now())


def _papers(of: CustodyMap) -> int:
    return sum(spot.count for spot in of.spots)


def _counted(reader: Reader) -> None:
    reader.connection.exec_driver_sql(_COUNT, (reader.office,)).all()
