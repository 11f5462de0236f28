"""An office server whose machine was set back to a snapshot: its devices have read more than it has, and it notices."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Engine, select

from server.cursors import cursor_text, read_cursor
from server.upstream.building_reserve import reserve_of
from shared.clock import SetClock
from shared.journal import tables
from shared.journal.verify import verify
from shared.replication.claim_messages import ClaimQuestion
from shared.replication.messages import PullQuestion
from tests.replication.world import copy_into
from tests.server.cut_line import cut_line
from tests.server.facts import ticket_issued
from tests.server.province import (
    building_device,
    folder,
    folds,
    joined,
    node_in,
    places,
    pull_all,
    push_all,
    replicator_of,
    serving_building,
)
from tests.server.running import MORNING, Device, RunningServer, file_engine
from tests.server.waiting import until


def claim(counter: Device, key: str) -> str:
    """The ticket that the office server calls for the press `key`."""
    event = counter.line.claim(ClaimQuestion(key, "quay-1", "desk-1", "staff-1", ("A",))).event
    assert event is not None
    return event.decode()


def elsewhere(device: Device, url: str) -> Device:
    """The same device on its database as it is, with its office server at another address."""
    device.line.close()
    return Device(device.engine, replace(node_in(device.engine), server_url=url), SetClock(MORNING))


def talk(*devices: Device) -> None:
    """What the devices' programs do once the server is there again."""
    for device in devices:
        replicator = replicator_of(device)
        replicator.pull_once(0)
        while replicator.push_once() == 0.0:
            pass
        pull_all(device)


def test_a_server_that_was_set_back_goes_on_apart_from_what_it_wrote_before(
    embedded_server: RunningServer, tmp_path: Path
) -> None:
    before, after = (file_engine(folder(tmp_path / name)) for name in ("before", "after"))
    province = embedded_server
    with cut_line(province.url) as line, ExitStack() as closing:
        joined(before, province, line.url)
        with serving_building(before) as building:
            counter, kiosk = (building_device(province, building, kind) for kind in ("counter", "kiosk"))
            closing.callback(counter.engine.dispose)
            closing.callback(kiosk.engine.dispose)
            kiosk.write(*(ticket_issued(number) for number in range(1, 5)))
            push_all(kiosk)
            claim(counter, "one")
            until(lambda: len(reserve(before)) > 0)
            copy_into(before, after)
            kiosk.write(ticket_issued(5))
            push_all(kiosk)
            claim(counter, "two")
            pull_all(counter)
            pull_all(kiosk)
            until(lambda: len(places(province.engine)) == 7)
        line.cut()
        with serving_building(after) as building:
            counter, kiosk = elsewhere(counter, building.url), elsewhere(kiosk, building.url)
            closing.callback(counter.line.close)
            closing.callback(kiosk.line.close)
            # The press comes before anybody has read: its event stands where "two" stood.
            claim(counter, "three")
            talk(counter, kiosk)
            assert node_in(after).epoch > 1
            assert reserve(after) == ()
            assert len(places(after)) == 7
            line.mend()
            until(lambda: places(after) == places(province.engine))
            talk(counter, kiosk)
            assert len(places(after)) == 8
            assert places(counter.engine) == places(after) == places(kiosk.engine)
            assert folds(counter.engine) == folds(after) == folds(province.engine)
            until(lambda: len(reserve(after)) > 0)
            for engine in (after, province.engine, counter.engine):
                with engine.begin() as connection:
                    assert verify(connection, province.office.id).findings == ()
    before.dispose()
    after.dispose()


def reserve(engine: Engine) -> tuple[object, ...]:
    with engine.begin() as connection:
        return reserve_of(connection, node_in(engine))


def test_a_cursor_shows_whether_the_server_still_has_what_was_read(server: RunningServer) -> None:
    journal = server.journal()
    with journal.writing() as writer:
        writer.append("kiosk", [ticket_issued(1), ticket_issued(2)])
    with journal.reading() as reader:
        cursor = cursor_text(reader, "1", 2)
        other = cursor[:-1] + ("0" if cursor[-1] != "0" else "1")
        read = [read_cursor(reader, "1", after) for after in (cursor, "1.2", "1.3", other, "2.9", "1.x", "", "1.0.")]
    assert read == [2, 2, None, None, 0, 0, 0, 0]


def test_a_device_that_tells_of_what_never_was_does_not_stop_the_server(
    embedded_server: RunningServer, tmp_path: Path
) -> None:
    engine = file_engine(folder(tmp_path / "building"))
    joined(engine, embedded_server)
    with serving_building(engine) as building:
        liar = building_device(embedded_server, building, "board")
        epochs = []
        for _ in range(3):
            count = liar.line.pull(PullQuestion("", 0, 0, 1)).next.partition(".")[0]
            liar.line.pull(PullQuestion(f"{count}.999", 0, 0, 1))
            epochs.append(node_in(engine).epoch)
        assert epochs[0] > 1
        assert set(epochs) == {epochs[0]}
        liar.close()
    with engine.begin() as connection:
        assert connection.execute(select(tables.event.c.seq)).all() == []
    engine.dispose()
