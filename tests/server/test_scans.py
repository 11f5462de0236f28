"""Scans between counters and a real server: in pieces, over lines that break, to those who may see them only."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import Engine, update

from server.offices import Offices
from server.refusals import HttpRefusal
from server.scans import Scans
from shared.domain.office import Office
from shared.journal import tables
from shared.replication.enrolment_messages import EnrolledKind
from shared.replication.refusals import ServerRefused
from shared.replication.scan_line import HttpScanLine
from shared.replication.scan_messages import piece_path
from shared.scans.pieces import PIECE_BYTES
from shared.scans.progress import ScanProgress
from tests.scans import samples
from tests.server.bad_line import bad_line
from tests.server.conftest import MakeDevice
from tests.server.raw_requests import ask, signed
from tests.server.running import RunningServer, running
from tests.server.scanner import FACTS, PIECES, SCAN, Scanner
from tests.server.waiting import until


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The server's data folder."""
    return tmp_path / "server data"


@pytest.fixture
def server(any_database: Engine, sample_ward: Office, data: Path) -> Iterator[RunningServer]:
    """A server with a place for scans, on each kind of database in turn."""
    with running(any_database, sample_ward, data) as server:
        yield server


@pytest.fixture
def embedded(sqlite_database: Engine, sample_ward: Office, data: Path) -> Iterator[RunningServer]:
    """The same on the embedded database only."""
    with running(sqlite_database, sample_ward, data) as server:
        yield server


@pytest.fixture
def make_scanner(make_device: MakeDevice, tmp_path: Path) -> Callable[[RunningServer], Scanner]:
    """Makes counters that take scans."""
    return lambda server: Scanner(make_device(server, "counter"), tmp_path / "counters")


Make = Callable[[RunningServer], Scanner]


def answering(status: str, kind: str, body: bytes) -> bytes:
    """An answer as somebody else than the server would give it."""
    head = f"HTTP/1.1 {status}\r\nConnection: close\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


def test_a_scan_is_safe_when_the_server_has_verified_it(server: RunningServer, make_scanner: Make, data: Path) -> None:
    counter = make_scanner(server)
    counter.attach()
    counter.push()
    assert counter.progress() == ScanProgress(FACTS.content, FACTS.size, PIECES, PIECES, 0)
    assert counter.copy() is None
    assert counter.sent == [0, 1, 2, 3, 4]
    assert counter.progress() == ScanProgress(FACTS.content, FACTS.size, PIECES, PIECES, PIECES)
    kept = list((data / "scans" / server.office.id / FACTS.content[:2] / FACTS.content).iterdir())
    assert sorted(path.name for path in kept) == ["0", "1", "2", "3", "4", "whole"]
    assert all(SCAN[:40] not in path.read_bytes() for path in kept)


def test_another_counter_fetches_what_somebody_there_wants_to_see(server: RunningServer, make_scanner: Make) -> None:
    one, other = make_scanner(server), make_scanner(server)
    one.attach()
    one.push()
    one.copy()
    other.pull()
    assert other.copy() is None
    assert other.fetched == []
    other.copying.want(FACTS.content, FACTS.size)
    assert other.copy() is None
    assert other.store.file(FACTS.content, FACTS.size) == SCAN
    assert other.progress() == ScanProgress(FACTS.content, FACTS.size, PIECES, PIECES, PIECES)
    assert other.sent == []


def test_a_counter_learns_where_a_scan_is_without_fetching_it(embedded: RunningServer, make_scanner: Make) -> None:
    one, other = make_scanner(embedded), make_scanner(embedded)
    one.attach()
    one.push()
    other.pull()
    other.copying.ask_about(FACTS.content, FACTS.size)
    other.copy()
    assert other.progress() == ScanProgress(FACTS.content, FACTS.size, PIECES, 0, 0)
    one.copy()
    other.copying.ask_about(FACTS.content, FACTS.size)
    other.copy()
    assert other.progress() == ScanProgress(FACTS.content, FACTS.size, PIECES, 0, PIECES)
    assert other.fetched == []


def test_a_cut_line_costs_no_piece_twice_but_the_one_on_its_way(embedded: RunningServer, make_scanner: Make) -> None:
    counter = make_scanner(embedded)
    counter.attach()
    counter.push()
    with bad_line(embedded.url) as line:
        counter.through(line)
        counter.copy(most=3)
        assert counter.sent == [0, 1]
        line.misbehaviour.cut_after = 30
        assert counter.copy(most=1) == pytest.approx(0.375)
        assert counter.sent == [0, 1, 2]
        line.misbehaviour.cut_after = None
        counter.copying = counter.new_copying()
        assert counter.copy() is None
    assert counter.sent == [0, 1, 2, 3, 4]
    progress = counter.progress()
    assert progress is not None
    assert progress.is_safe


def test_a_log_in_page_in_the_way_is_not_believed(embedded: RunningServer, make_scanner: Make) -> None:
    counter = make_scanner(embedded)
    counter.attach()
    counter.push()
    with bad_line(embedded.url) as line:
        counter.through(line)
        counter.copy(most=2)
        line.misbehaviour.instead = answering("200 OK", "text/html", b"hi")
        assert counter.copy(most=1) != 0.0
        progress = counter.progress()
    assert progress is not None
    assert progress.safe == 1


def test_fetching_goes_on_where_it_was_cut_off_even_after_a_restart(
    embedded: RunningServer, make_scanner: Make
) -> None:
    one, other = make_scanner(embedded), make_scanner(embedded)
    one.attach()
    one.push()
    one.copy()
    other.pull()
    other.copying.want(FACTS.content, FACTS.size)
    other.copy(most=4)
    assert other.fetched == [0, 1, 2]
    other.copying = other.new_copying()
    other.copying.want(FACTS.content, FACTS.size)
    other.copy()
    assert other.fetched == [0, 1, 2, 3, 4]
    assert other.store.file(FACTS.content, FACTS.size) == SCAN


def test_a_piece_that_was_changed_on_the_way_is_not_kept(embedded: RunningServer, make_scanner: Make) -> None:
    one, other = make_scanner(embedded), make_scanner(embedded)
    one.attach()
    one.push()
    one.copy()
    other.pull()
    with bad_line(embedded.url) as line:
        other.through(line)
        other.copying.want(FACTS.content, FACTS.size)
        other.copy(most=1)
        body = b"\0" * 32 + SCAN[:PIECE_BYTES]
        line.misbehaviour.instead = answering("200 OK", "application/octet-stream", body)
        assert other.copy(most=1) != 0.0
    assert other.store.missing(FACTS.content, FACTS.size) == (0, 1, 2, 3, 4)


def test_two_counters_with_the_same_paper_send_it_once(embedded: RunningServer, make_scanner: Make) -> None:
    one, other = make_scanner(embedded), make_scanner(embedded)
    for counter in (one, other):
        counter.attach()
        counter.push()
    one.copy(most=4)
    other.copy()
    one.copying = one.new_copying()
    one.copy()
    assert one.sent + other.sent == [0, 1, 2, 3, 4]
    assert all(progress.is_safe for counter in (one, other) if (progress := counter.progress()))


def test_events_go_first(embedded: RunningServer, make_scanner: Make) -> None:
    counter = make_scanner(embedded)
    counter.attach()
    counter.events_first = False
    assert counter.copy() is None
    assert counter.sent == []
    counter.events_first = True
    assert counter.copy() is None
    assert counter.sent == [], "the server does not know the scan's fact yet"
    counter.push()
    counter.copying = counter.new_copying()
    counter.copy()
    assert counter.sent == [0, 1, 2, 3, 4]


def test_what_the_server_has_lost_it_gets_again(embedded: RunningServer, make_scanner: Make, data: Path) -> None:
    counter = make_scanner(embedded)
    counter.attach()
    counter.push()
    counter.copy()
    folder = data / "scans" / embedded.office.id / FACTS.content[:2] / FACTS.content
    (folder / "3").write_bytes(b"lost")
    counter.copying = counter.new_copying()
    counter.copy()
    assert counter.sent == [0, 1, 2, 3, 4, 3]
    progress = counter.progress()
    assert progress is not None
    assert progress.is_safe


def test_what_was_damaged_on_a_counter_comes_back_from_the_server(
    embedded: RunningServer, make_scanner: Make, tmp_path: Path
) -> None:
    counter = make_scanner(embedded)
    counter.attach()
    counter.push()
    counter.copy()
    (path,) = (tmp_path / "counters").rglob(f"{FACTS.content}/2")
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    assert counter.store.file(FACTS.content, FACTS.size) is None
    counter.copying.want(FACTS.content, FACTS.size)
    counter.copy()
    assert counter.fetched == [2]
    assert counter.store.file(FACTS.content, FACTS.size) == SCAN


def test_pieces_that_make_another_file_are_refused_as_a_whole(embedded: RunningServer, make_scanner: Make) -> None:
    counter = make_scanner(embedded)
    counter.attach()
    counter.push()
    line = HttpScanLine(counter.device.line)
    for number in range(PIECES - 1):
        assert line.send(FACTS.content, number, samples.noise(PIECE_BYTES, number)).missing[0] == number + 1
    with pytest.raises(ServerRefused) as refused:
        line.send(FACTS.content, PIECES - 1, samples.noise(FACTS.size - (PIECES - 1) * PIECE_BYTES))
    assert refused.value.reason == "scan_differs"
    counter.copy()
    progress = counter.progress()
    assert progress is not None
    assert progress.is_safe


@pytest.mark.parametrize("kind", ["kiosk", "board"])
def test_kiosks_and_boards_neither_send_nor_see_scans(
    embedded: RunningServer, make_scanner: Make, make_device: MakeDevice, kind: EnrolledKind
) -> None:
    counter = make_scanner(embedded)
    counter.attach()
    counter.push()
    counter.copy()
    line = HttpScanLine(make_device(embedded, kind).line)
    for deed in (
        lambda: line.states([FACTS.content]),
        lambda: line.send(FACTS.content, 0, SCAN[:PIECE_BYTES]),
        lambda: line.fetch(FACTS.content, 0),
    ):
        with pytest.raises(ServerRefused) as refused:
            deed()
        assert (refused.value.status, refused.value.reason) == (403, "not_for_this_device")


def test_a_revoked_counter_sees_nothing_any_more(embedded: RunningServer, make_scanner: Make) -> None:
    counter = make_scanner(embedded)
    with embedded.journal().writing() as writer:
        revoking = update(tables.device).where(tables.device.c.device == counter.device.node.device)
        writer.connection.execute(revoking.values(revoked_at=1))
    with pytest.raises(ServerRefused) as refused:
        HttpScanLine(counter.device.line).states([FACTS.content])
    assert refused.value.reason == "device_revoked"


def test_nobody_fills_the_disk_with_what_no_fact_names(embedded: RunningServer, make_scanner: Make) -> None:
    counter = make_scanner(embedded)
    line = HttpScanLine(counter.device.line)
    with pytest.raises(ServerRefused) as refused:
        line.send(FACTS.content, 0, SCAN[:PIECE_BYTES])
    assert refused.value.reason == "scan_unknown"
    counter.attach()
    counter.push()
    for number, piece, reason in (
        (0, b"short", "no_such_piece"),
        (PIECES, SCAN[:PIECE_BYTES], "no_such_piece"),
        (0, SCAN[: PIECE_BYTES + 1], "too_long"),
    ):
        with pytest.raises(ServerRefused) as refused:
            line.send(FACTS.content, number, piece)
        assert refused.value.reason == reason
    (state,) = line.states([FACTS.content])
    assert state.missing == (0, 1, 2, 3, 4)


def test_a_piece_of_a_file_that_is_not_whole_is_not_given(embedded: RunningServer, make_scanner: Make) -> None:
    counter = make_scanner(embedded)
    counter.attach()
    counter.push()
    counter.copy(most=3)
    with pytest.raises(ServerRefused) as refused:
        HttpScanLine(counter.device.line).fetch(FACTS.content, 0)
    assert refused.value.reason == "scan_incomplete"


def test_a_played_back_piece_is_refused_and_a_changed_one_too(embedded: RunningServer, make_scanner: Make) -> None:
    counter = make_scanner(embedded)
    counter.attach()
    counter.push()
    target, piece = piece_path(FACTS.content, 0), SCAN[:PIECE_BYTES]
    headers = signed(counter.device, "scans", "PUT", target, piece)
    assert ask(embedded.url, "PUT", target, piece[:-1] + b"?", headers).code == "signature_wrong"
    assert ask(embedded.url, "PUT", target, piece, headers).status == 200
    assert ask(embedded.url, "PUT", target, piece, headers).code == "request_replayed"
    bad = piece_path("../../../etc", 0)
    assert ask(embedded.url, "GET", bad, b"", signed(counter.device, "scans", "GET", bad)).status in (400, 404)


def test_a_server_leaves_the_last_of_its_disk_free(embedded: RunningServer, make_scanner: Make, data: Path) -> None:
    counter = make_scanner(embedded)
    counter.attach()
    counter.push()
    scans = Scans(Offices(embedded.engine, embedded.clock), data, reserve=2**60)
    with pytest.raises(HttpRefusal) as refused:
        scans.take(embedded.office.id, FACTS.content, 0, SCAN[:PIECE_BYTES])
    assert (refused.value.status, refused.value.code) == (507, "server_disk_full")
    assert "an toàn ở quầy" in refused.value.sentence.vi


def test_a_counter_tries_less_and_less_often_while_the_server_takes_nothing(
    embedded: RunningServer, make_scanner: Make
) -> None:
    counter = make_scanner(embedded)
    counter.attach()
    counter.push()
    body = b'{"code":"server_disk_full","vi":".","en":"."}'
    with bad_line(embedded.url) as line:
        counter.through(line)
        line.misbehaviour.instead = answering("507 Full", "application/json", body)
        assert [counter.copy() for _ in range(3)] == pytest.approx([0.375, 0.75, 1.5])
        line.misbehaviour.instead = None
        assert counter.copy() is None
    assert counter.sent == [0, 1, 2, 3, 4]


def test_the_copying_runs_on_a_thread_of_its_own_and_stops_at_once(embedded: RunningServer, make_scanner: Make) -> None:
    counter = make_scanner(embedded)
    counter.attach()
    counter.push()
    with ThreadPoolExecutor(1) as lane:
        copying = counter.new_copying(lambda work: lane.submit(work).result())
        copying.start()
        copying.wake()
        until(lambda: bool((progress := lane.submit(counter.progress).result()) and progress.is_safe))
        counter.device.line.interrupt()
        copying.stop()
    assert counter.moved >= PIECES
