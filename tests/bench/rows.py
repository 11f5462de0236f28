"""Every row of the bench by its name, and the sizes it is measured in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench import (
    claim_row,
    cold_start_rows,
    consignment_rows,
    custody_row,
    dossier_search_row,
    handover_rows,
    memory_row,
    paper_rows,
    province_rows,
    push_row,
    receive_dossier_row,
    search_row,
    sync_window_row,
    take_number_row,
    touch_row,
)
from tests.bench.figures import Row
from tests.bench.server_processes import Place
from tests.server import postgresql


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much each row measures."""

    take_number: take_number_row.Size = field(default_factory=take_number_row.Size)
    touch: touch_row.Size = field(default_factory=touch_row.Size)
    search: search_row.Size = field(default_factory=search_row.Size)
    dossier_search: dossier_search_row.Size = field(default_factory=dossier_search_row.Size)
    memory: memory_row.Size = field(default_factory=memory_row.Size)
    sync_window: sync_window_row.Size = field(default_factory=sync_window_row.Size)
    receive_dossier: receive_dossier_row.Size = field(default_factory=receive_dossier_row.Size)
    handover: handover_rows.Size = field(default_factory=handover_rows.Size)
    consignments: consignment_rows.Size = field(default_factory=consignment_rows.Size)
    custody: custody_row.Size = field(default_factory=custody_row.Size)
    claim: claim_row.Size = field(default_factory=claim_row.Size)
    push: push_row.Size = field(default_factory=push_row.Size)
    province: province_rows.Size = field(default_factory=province_rows.Size)
    papers: paper_rows.Size = field(default_factory=paper_rows.Size)
    cold_start: cold_start_rows.Size = field(default_factory=cold_start_rows.Size)


class NotHereError(Exception):
    """This row cannot be measured on this machine; says what is missing."""


def _claim_on_postgresql(folder: Path, sizes: Sizes) -> list[Row]:
    if not postgresql.is_installed():
        raise NotHereError(postgresql.NOT_INSTALLED)
    with postgresql.cluster() as cluster:
        place = Place(folder, cluster.new_database())
        return [claim_row.measure(place, sizes.claim, claim_row.ON_POSTGRESQL)]


Measure = Callable[[Path, Sizes], list[Row]]

ROWS: Mapping[str, Measure] = {
    "take-number": lambda folder, sizes: [take_number_row.measure(folder, sizes.take_number)],
    "touch-number": lambda folder, sizes: [touch_row.measure(folder, sizes.touch)],
    "search-procedures": lambda _, sizes: [search_row.measure(sizes.search)],
    "search-dossiers": lambda folder, sizes: [dossier_search_row.measure(folder, sizes.dossier_search)],
    "receive-dossier": lambda folder, sizes: [receive_dossier_row.measure(folder, sizes.receive_dossier)],
    "receive-after-years": lambda folder, sizes: [
        receive_dossier_row.measure_after_years(folder, sizes.receive_dossier)
    ],
    "handover-signing": lambda folder, sizes: handover_rows.measure_signing(folder, sizes.handover),
    "handover-room": lambda folder, sizes: handover_rows.measure_room(folder, sizes.handover),
    "handover-notes": lambda folder, sizes: [consignment_rows.measure(folder, sizes.consignments)],
    "custody-map": lambda folder, sizes: [custody_row.measure(folder, sizes.custody)],
    "claim-sqlite": lambda folder, sizes: [claim_row.measure(Place(folder), sizes.claim, claim_row.ON_SQLITE)],
    "claim-postgresql": _claim_on_postgresql,
    "push": lambda folder, sizes: [push_row.measure(folder, sizes.push)],
    "push-together": lambda folder, sizes: [push_row.measure_together(folder, sizes.push)],
    "province-year": lambda folder, sizes: province_rows.measure(folder, sizes.province),
    "papers": lambda _, sizes: paper_rows.measure(sizes.papers),
    "sync-window": lambda folder, sizes: [sync_window_row.measure(folder, sizes.sync_window)],
    "start-server": lambda folder, sizes: [cold_start_rows.measure_server(folder, sizes.cold_start)],
    "start-kiosk": lambda folder, sizes: [
        cold_start_rows.measure_desktop(folder, cold_start_rows.KIOSK, sizes.cold_start)
    ],
    "memory-kiosk": lambda folder, sizes: [memory_row.measure(folder, sizes.memory)],
    "start-counter": lambda folder, sizes: [
        cold_start_rows.measure_desktop(folder, cold_start_rows.COUNTER, sizes.cold_start)
    ],
}
"""What measures each row in a folder of its own, by the name that `--only` takes. NotHereError as above."""

LONG = frozenset({"province-year"})
"""What is measured only when it is asked for: it takes many minutes and some gigabytes."""
