"""Several processes and threads write to one office: cursors without gaps, numbers without doubles, one at a time."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import func, select

from shared.journal import tables
from shared.journal.event import read_event
from shared.journal.journal import Journal
from tests.journal.conftest import MakeJournal, Store
from tests.journal.facts import append, cursors, findings, issued

ROOT = Path(__file__).parents[2]
PROGRAM = Path(__file__).with_name("writing_process.py")
PROCESSES, THREADS, STEPS = 2, 8, 6


@pytest.fixture
def processes(store: Store, server: Journal) -> Iterator[list[subprocess.Popen[bytes]]]:
    """Two processes that write with eight threads each, to an office that no one has written to before."""
    started = [
        subprocess.Popen(
            [sys.executable, str(PROGRAM), store.url or "-", str(store.folder), name, str(THREADS), str(STEPS)],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        for name in ("one", "two")[:PROCESSES]
    ]
    yield started
    for process in started:
        process.kill()
        process.wait()


def test_cursors_have_no_gap_at_any_moment_and_no_number_is_given_twice(
    server: Journal, processes: list[subprocess.Popen[bytes]]
) -> None:
    seen: list[int] = []
    while any(process.poll() is None for process in processes):
        seen += cursors(server, after=len(seen))
        # Somebody who pulls by cursor would miss for ever what commits behind what he has seen.
        assert seen == list(range(1, len(seen) + 1))
    assert [process.returncode for process in processes] == [0, 0]
    seen += cursors(server, after=len(seen))
    assert seen == list(range(1, PROCESSES * THREADS * STEPS + 1))
    with server.reading() as reader:
        event = tables.event
        bodies = reader.connection.execute(select(event.c.body).order_by(event.c.cursor)).scalars()
        events = [read_event(bytes(body)) for body in bodies]
    assert [each.seq for each in events] == seen
    assert [each.lamport for each in events] == seen
    assert [each.data["number"] for each in events] == seen
    assert findings(server) == []


def test_a_writer_waits_for_the_one_before_it_and_reads_what_it_wrote(make_server: MakeJournal) -> None:
    first, second = make_server(), make_server()
    begun, read = threading.Event(), threading.Event()

    def write_second() -> int:
        begun.set()
        with second.writing() as writer:
            read.set()
            count = writer.connection.execute(select(func.count()).select_from(tables.event)).scalar_one()
            writer.append("citizen", [issued("t2", 2)])
        return int(count)

    with ThreadPoolExecutor(1) as pool:
        with first.writing() as writer:
            answer = pool.submit(write_second)
            assert begun.wait(10)
            assert not read.wait(0.3)
            writer.append("citizen", [issued("t1")])
            assert not read.is_set()
        assert answer.result(20) == 1
    assert cursors(first) == [1, 2]


def test_reading_goes_on_while_somebody_writes(make_server: MakeJournal) -> None:
    writing, reading = make_server(), make_server()
    append(writing, issued("t1"))
    with writing.writing() as writer:
        writer.append("citizen", [issued("t2", 2)])
        assert cursors(reading) == [1]
    assert cursors(reading) == [1, 2]


@pytest.mark.parametrize("store", ["postgresql"], indirect=True)
def test_two_offices_of_a_province_do_not_wait_for_each_other(make_server: MakeJournal) -> None:
    one, two = make_server(office="phuong-mot"), make_server(office="phuong-hai")
    with one.writing() as writer:
        append(two, issued("t1"))
        writer.append("citizen", [issued("t1")])
    assert cursors(one) == cursors(two) == [1]
