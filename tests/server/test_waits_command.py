"""`motcua-server waits`: the table and the JSON about promised waits."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from server.offices import Offices
from shared.clock import SystemClock
from shared.domain.fact import Fact
from shared.journal.opening import open_server
from tests.prepared import prepare_sample_server
from tests.server.facts import ticket_issued
from tests.server.test_command_line import run_server_command


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office where one was called at once, who had been told 10 to 20 minutes, and one had been told nothing."""
    folder = prepare_sample_server(tmp_path_factory.mktemp("office") / "data")
    engine = open_server(None, folder)
    issued = ticket_issued(1)
    promised = Fact(issued.subject, issued.kind, {**issued.data, "wait_low": 10, "wait_high": 20})
    call = {"counter": "quay-1", "desk": "desk", "key": "key", "mode": "claimed"}
    with Offices(engine, SystemClock()).journal("phuong-mau").writing() as writer:
        writer.append("staff-1", [promised, Fact(promised.subject, "ticket.called", call), ticket_issued(2)])
    engine.dispose()
    return folder


def waits(folder: Path, *options: str) -> tuple[int, str]:
    done = run_server_command("waits", *options, "--data", str(folder))
    return done.returncode, done.stdout + done.stderr


DATES = ("--from", "2026-11-23", "--to", "2026-11-23")


def test_the_table_tells_each_line_and_the_whole_office(folder: Path) -> None:
    status, printed = waits(folder, *DATES)
    assert status == 0
    assert "ĐÚNG HẸN / HELD" in printed
    line = next(row for row in printed.splitlines() if row.startswith("A Hộ tịch"))
    assert "1 (100%)" in line
    assert "10.0, 10.0" in line
    assert any(row.startswith("Tất cả / All") for row in printed.splitlines())
    assert "1 numbers promised no wait" in printed


def test_other_programs_read_the_same_as_json(folder: Path) -> None:
    status, printed = waits(folder, *DATES, "--json")
    document = json.loads(printed)
    assert status == 0
    assert (document["from"], document["to"]) == ("2026-11-23", "2026-11-23")
    line, whole = document["lines"]
    assert (line["line"], whole["line"]) == ("A", None)
    assert (line["promised"], line["unpromised"], line["called"], line["sooner"], line["held_share"]) == (1, 1, 1, 1, 0)


def test_days_without_numbers_are_said_to_be_without(folder: Path) -> None:
    status, printed = waits(folder, "--from", "2026-01-05", "--to", "2026-01-09")
    assert status == 0
    assert "No number was given." in printed


def test_dates_the_wrong_way_round_are_refused(folder: Path) -> None:
    status, printed = waits(folder, "--from", "2026-11-24", "--to", "2026-11-23")
    assert status == 1
    assert "must lie before" in printed
