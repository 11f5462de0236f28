"""The bench measures every row and yields figures; how fast anything is, no test says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from sqlalchemy import func, select

from shared.journal import tables
from shared.journal.event import read_event
from shared.journal.verify import verify
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
    province_year,
    push_row,
    receive_dossier_row,
    search_row,
    sync_window_row,
    take_number_row,
    touch_row,
)
from tests.bench.__main__ import main
from tests.bench.figures import Aim, Rounds, Row, Spread, in_turn
from tests.bench.morning import morning_of
from tests.bench.prepared_office import sample_ward
from tests.bench.rows import ROWS, Sizes
from tests.bench.server_processes import Place, prepared
from tests.bench.table import as_table

TWICE = Rounds(2, 1)
SMALL = Sizes(
    take_number=take_number_row.Size(TWICE, events=150),
    touch=touch_row.Size(TWICE, events=150, before=200),
    search=search_row.Size(TWICE),
    dossier_search=dossier_search_row.Size(Rounds(26, 1), dossiers=250),
    memory=memory_row.Size(Rounds(1, 0), events=150, numbers=1),
    sync_window=sync_window_row.Size(events=400, batch=100, rest_seconds=0.3),
    receive_dossier=receive_dossier_row.Size(TWICE, events=150, years=400),
    handover=handover_rows.Size(papers=6, rounds=Rounds(2, 0)),
    consignments=consignment_rows.Size(notes=6, rounds=Rounds(2, 0)),
    custody=custody_row.Size(dossiers=100, rounds=Rounds(2, 0)),
    claim=claim_row.Size(Rounds(2, 0), claims=16, spare=60),
    push=push_row.Size(Rounds(1, 0), events=400, batch=100),
    province=province_rows.Size(
        province_year.Size(offices=2, dossiers=40, weeks=2), rounds=Rounds(2, 0), reports=Rounds(1, 0)
    ),
    papers=paper_rows.Size(Rounds(2, 0)),
    cold_start=cold_start_rows.Size(Rounds(1, 0), events=150),
)


def run(name: str, file: Path) -> list[dict[str, Any]]:
    assert main(["--only", name, "--json", str(file)], SMALL) == 0
    rows: list[dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))["rows"]
    return rows


@pytest.mark.parametrize("name", ROWS)
def test_a_row_yields_figures_for_ours_and_for_the_floor(
    qapp: QApplication, name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = run(name, tmp_path / "figures.json")
    left_out = "left out" in capsys.readouterr().err
    assert rows or left_out
    for row in rows:
        assert row["measured"]["median"] > 0
        assert row["floor"]["median"] > 0
        assert row["ratio"] == pytest.approx(row["measured"]["median"] / row["floor"]["median"])
        assert row["wrong"] is None


def test_a_year_of_a_province_is_as_its_devices_wrote_it(tmp_path: Path) -> None:
    size = province_year.Size(offices=2, dossiers=60, weeks=3)
    with prepared(Place(tmp_path)) as server:
        loaded = province_year.load_year(server, size, tmp_path)
        assert province_year.load_year(server, size, tmp_path) == loaded
        with server.engine.connect() as connection:
            reports = [verify(connection, province_year.office_of(number).id) for number in range(2)]
            of_dossiers = select(func.count(), func.count(tables.dossier.c.solved_at))
            dossiers, solved = connection.execute(of_dossiers).one()
            assert connection.execute(select(func.count()).select_from(tables.conflict)).scalar_one() == 0
    assert [report.findings for report in reports] == [(), ()]
    assert sum(report.events for report in reports) == loaded.events > 7 * loaded.dossiers
    assert (dossiers, solved) == (loaded.dossiers, loaded.solved)
    assert 0 < loaded.solved < loaded.dossiers


def test_both_sides_are_measured_in_turn() -> None:
    order: list[str] = []

    def of(side: str) -> float:
        order.append(side)
        return float(len(order))

    assert in_turn(lambda: of("A"), lambda: of("B"), Rounds(2, 1)) == ([3.0, 5.0], [4.0, 6.0])
    assert order == ["A", "B"] * 3


def test_a_spread_tells_the_middle_of_its_samples() -> None:
    spread = Spread("ms", tuple(float(each) for each in (11, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)))
    assert (spread.low, spread.median, spread.high) == (2.0, 6.0, 10.0)


def test_the_table_says_which_aim_is_missed_and_what_is_wrong() -> None:
    row = Row("a row", "work", Spread("ms", (6.0,)), Spread("ms", (1.0,)), "nothing", Aim("<= 5x", met=False))
    assert "6.00x  <= 5x  NO" in as_table([row])
    broken = Row("a row", "work", Spread("ms", (6.0,)), Spread("ms", (1.0,)), "", Aim("<= 9x", met=True), wrong="lost")
    assert "WRONG: lost" in as_table([broken])


def test_a_morning_is_the_same_again_and_its_logs_are_chained() -> None:
    morning = morning_of(sample_ward(), 700, seconds_a_step=2.0)
    assert morning_of(sample_ward(), 700, seconds_a_step=2.0).events == morning.events
    assert len(morning.events) == sum(len(log.events) for log in morning.logs.values()) == 700
    pushed = [read_event(body) for push in morning.pushes(100) for body in push.bodies]
    assert sorted(event.hash for event in pushed) == sorted(event.hash for event in morning.events)
    for log in morning.logs.values():
        assert [event.seq for event in log.events] == list(range(1, len(log.events) + 1))
        assert all(after.previous == before.hash for before, after in zip(log.events, log.events[1:], strict=False))
