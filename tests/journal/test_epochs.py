"""A restored or cloned database goes on in a new epoch: nothing lost, nothing twice, no place written over."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

import pytest
from sqlalchemy import select

from shared.clock import SetClock
from shared.domain.fact import Fact
from shared.identities import Identities
from shared.journal import tables
from shared.journal.epochs import begin_epoch
from shared.journal.event import GENESIS, Event, read_event
from shared.journal.journal import Journal, log_head
from shared.journal.node import Node, read_node, write_node
from shared.journal.opening import open_device
from shared.journal.read_model import DOSSIERS
from tests.journal.conftest import OFFICE, MakeJournal
from tests.journal.facts import append, called, findings, issued, state_of, take_in
from tests.server.facts import dossier_received

KIOSK = Node(OFFICE, "kiosk-1", "kiosk", "Kiosk 1", 1, 1, 1, "http://127.0.0.1:1", "00" * 32)
Open = Callable[[Path], Journal]


@pytest.fixture
def open_kiosk(clock: SetClock, identities: Identities) -> Iterator[Open]:
    """Opens the kiosk whose database is in a folder, in the epoch that it says."""
    with ExitStack() as opened:

        def open_it(folder: Path) -> Journal:
            engine, lock = open_device(folder)
            opened.callback(lock.close)
            opened.callback(engine.dispose)
            with engine.connect() as connection:
                node = read_node(connection) or KIOSK
            journal = Journal(
                engine, office=OFFICE, device=node.device, epoch=node.epoch, clock=clock, identities=identities
            )
            with journal.writing() as writer:
                write_node(writer.connection, node)
            return journal

        yield open_it


@pytest.fixture
def kiosk(open_kiosk: Open, tmp_path: Path) -> Journal:
    return open_kiosk(tmp_path / "original")


def back_up(kiosk: Journal, folder: Path, name: str) -> Path:
    """A copy of the device as it stands, to be opened later."""
    kiosk.engine.dispose()
    return Path(shutil.copytree(folder / "original", folder / name))


def node_of(journal: Journal) -> Node:
    with journal.reading() as reader:
        node = read_node(reader.connection)
    assert node is not None
    return node


def log_of(journal: Journal, epoch: int) -> list[Event]:
    event = tables.event
    query = select(event.c.body).where(event.c.device == "kiosk-1", event.c.epoch == epoch).order_by(event.c.seq)
    with journal.reading() as reader:
        return [read_event(bytes(body)) for body in reader.connection.execute(query).scalars()]


def told(events: Sequence[Event]) -> list[tuple[object, ...]]:
    """What events say, apart from where they stand."""
    return [
        (event.subject, event.kind, event.actor, event.time, event.lamport, event.data, event.personal)
        for event in events
    ]


def assert_chained(events: Sequence[Event]) -> None:
    assert [event.seq for event in events] == list(range(1, len(events) + 1))
    assert [event.previous for event in events] == [GENESIS, *(event.hash for event in events[:-1])]


def test_what_the_server_never_had_is_written_again_in_the_new_epoch(kiosk: Journal) -> None:
    events = append(kiosk, issued("t1"), issued("t2", 2), called("t1"), dossier_received(1))
    before = state_of(kiosk, "t1"), state_of(kiosk, "t2")
    node = begin_epoch(kiosk, node_of(kiosk), 2)
    assert (node.epoch, kiosk.epoch, node_of(kiosk).epoch) == (2, 2, 2)
    assert log_of(kiosk, 1) == events[:2]
    assert told(log_of(kiosk, 2)) == told(events[2:])
    assert_chained(log_of(kiosk, 2))
    assert (state_of(kiosk, "t1"), state_of(kiosk, "t2")) == before
    with kiosk.reading() as reader:
        assert reader.state(DOSSIERS, events[3].subject) is not None
        assert log_head(reader.connection, OFFICE, "kiosk-1", 1) == (2, events[1].hash)
    assert findings(kiosk) == []


def test_the_device_goes_on_after_what_it_wrote_again(kiosk: Journal, open_kiosk: Open, tmp_path: Path) -> None:
    append(kiosk, issued("t1"), issued("t2", 2))
    begin_epoch(kiosk, node_of(kiosk), 1)
    more = append(kiosk, called("t2"))
    assert (more[0].epoch, more[0].seq, more[0].lamport) == (2, 2, 3)
    again = open_kiosk(back_up(kiosk, tmp_path, "again"))
    append(again, called("t1"))
    assert_chained(log_of(again, 2))
    assert findings(again) == []


def test_with_nothing_to_move_only_the_epoch_begins(kiosk: Journal) -> None:
    events = append(kiosk, issued("t1"))
    begin_epoch(kiosk, node_of(kiosk), 1)
    assert (log_of(kiosk, 1), log_of(kiosk, 2)) == (events, [])
    assert findings(kiosk) == []
    assert append(kiosk, called("t1"))[0].previous == GENESIS
    assert findings(kiosk) == []


def test_a_device_that_never_wrote_begins_an_epoch_as_well(kiosk: Journal) -> None:
    assert begin_epoch(kiosk, node_of(kiosk), 0).epoch == 2
    assert append(kiosk, issued("t1"))[0].epoch == 2
    assert findings(kiosk) == []


def test_when_the_server_has_nothing_everything_is_written_again(kiosk: Journal) -> None:
    events = append(kiosk, issued("t1"), called("t1"))
    begin_epoch(kiosk, node_of(kiosk), 0)
    assert log_of(kiosk, 1) == []
    assert told(log_of(kiosk, 2)) == told(events)
    assert findings(kiosk) == []


def test_facts_of_another_kind_about_the_same_subject_do_not_hide_it(kiosk: Journal) -> None:
    append(kiosk, issued("t1"), called("t1"), Fact("t1", "weather.changed", {}))
    begin_epoch(kiosk, node_of(kiosk), 1)
    state = state_of(kiosk, "t1")
    assert state is not None
    assert state.state == "called"
    assert findings(kiosk) == []


def test_a_failure_on_the_way_leaves_the_old_epoch_whole(kiosk: Journal) -> None:
    events = append(kiosk, issued("t1"), called("t1"))
    with kiosk.writing() as writer:
        statement = "CREATE TRIGGER no_room BEFORE INSERT ON event BEGIN SELECT RAISE(ABORT, 'no room'); END"
        writer.connection.exec_driver_sql(statement)
    with pytest.raises(Exception, match="no room"):
        begin_epoch(kiosk, node_of(kiosk), 0)
    assert (kiosk.epoch, node_of(kiosk).epoch) == (1, 1)
    assert log_of(kiosk, 1) == events
    assert findings(kiosk) == []


def test_what_the_lost_original_wrote_comes_back_and_the_tables_agree(
    kiosk: Journal, open_kiosk: Open, make_journal: MakeJournal, tmp_path: Path
) -> None:
    shared = append(kiosk, issued("t1"), issued("t2", 2))
    backup = back_up(kiosk, tmp_path, "backup")
    lost = append(kiosk, called("t1"), issued("t3", 3))
    server = make_journal("server")
    take_in(server, [*shared, *lost])
    restored = open_kiosk(backup)
    append(restored, called("t2", "2"), issued("t4", 4))
    begin_epoch(restored, node_of(restored), 2)
    take_in(server, log_of(restored, 2))
    assert take_in(restored, lost) == lost
    for subject in ("t1", "t2", "t3", "t4"):
        assert state_of(restored, subject) == state_of(server, subject) is not None
    assert findings(restored) == findings(server, "kiosk-1") == []
    assert append(restored, called("t4"))[0].epoch == 2
    assert findings(restored) == []


def test_events_that_came_back_are_not_taken_for_own_ones_when_an_epoch_begins_again(
    kiosk: Journal, open_kiosk: Open, tmp_path: Path
) -> None:
    append(kiosk, issued("t1"))
    backup = back_up(kiosk, tmp_path, "backup")
    begin_epoch(kiosk, node_of(kiosk), 1)
    lost = append(kiosk, issued("t2", 2), issued("t3", 3))
    restored = open_kiosk(backup)
    begin_epoch(restored, node_of(restored), 1)
    own = append(restored, issued("t4", 4))
    take_in(restored, lost[1:])
    begin_epoch(restored, node_of(restored), 0)
    assert told(log_of(restored, 3)) == told(own)
    assert log_of(restored, 2) == lost[1:]
    assert take_in(restored, lost) == lost[:1]
    assert findings(restored) == []


def test_restored_a_second_time_a_device_does_not_write_over_the_epoch_of_the_first(
    kiosk: Journal, open_kiosk: Open, tmp_path: Path
) -> None:
    append(kiosk, issued("t1"))
    backup = back_up(kiosk, tmp_path, "backup")
    begin_epoch(kiosk, node_of(kiosk), 1)
    lost = append(kiosk, issued("t2", 2), called("t2"))
    restored = open_kiosk(backup)
    begin_epoch(restored, node_of(restored), 1)
    for event in lost:
        take_in(restored, [event])
    more = append(restored, issued("t3", 3))
    assert (more[0].epoch, more[0].seq, more[0].previous) == (2, 3, lost[1].hash)
    assert findings(restored) == []


def test_a_new_epoch_is_later_than_every_one_that_is_known(kiosk: Journal, open_kiosk: Open, tmp_path: Path) -> None:
    append(kiosk, issued("t1"))
    backup = back_up(kiosk, tmp_path, "backup")
    begin_epoch(kiosk, node_of(kiosk), 1)
    begin_epoch(kiosk, node_of(kiosk), 0)
    lost = append(kiosk, issued("t2", 2))
    restored = open_kiosk(backup)
    take_in(restored, lost)
    assert begin_epoch(restored, node_of(restored), 1).epoch == 4
    append(restored, issued("t3", 3))
    assert findings(restored) == []
