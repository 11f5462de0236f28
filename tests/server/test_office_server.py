"""An office server between its building and the province: one protocol both ways, on both kinds of database."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, select, update

from server.enrolment_codes import Invitation, invite, new_code
from server.heartbeats import devices_seen
from server.reference_changes import change_reference
from server.upstream.device_rows import read_device_rows
from server.upstream.errands import Errands
from server.upstream.province_line import ProvinceLine
from shared.domain.fact import Fact
from shared.domain.office import Office
from shared.failures import Refusal
from shared.journal import tables
from shared.journal.reference import ReferenceData
from shared.replication import log_store
from shared.replication.database_lane import at_once
from shared.replication.enrolment_client import Application, enrol
from shared.replication.enrolment_messages import (
    ENROLMENT_PATH,
    EnrolmentAnswer,
    EnrolmentQuestion,
    enrolment_to_bytes,
    read_enrolment_answer,
)
from shared.replication.heartbeat_messages import Heartbeat
from shared.replication.http_transport import HttpTransport, Outgoing
from shared.replication.log_marks import set_province
from shared.replication.messages import Push
from shared.replication.pulling import Pulling
from shared.replication.refusals import ServerRefused
from shared.replication.replicator import LONG_POLL_SECONDS
from shared.replication.request_counters import RequestCounters
from shared.replication.sender import OwnLog
from shared.replication.server_line import ServerLine
from shared.replication.signing import new_private_key, public_key_of
from shared.scans.opening import open_scans
from tests.server.facts import dossier_received, rating_given, ticket_issued
from tests.server.province import (
    World,
    folder,
    folds,
    node_in,
    places,
    pull_all,
    push_all,
    replicator_of,
    same_kind_of_database,
    world_of,
)
from tests.server.running import (
    MORNING,
    Device,
    RunningServer,
    enrolled_device,
    file_engine,
    memory_engine,
    running,
)
from tests.server.scanner import FACTS, SCAN, Scanner
from tests.server.waiting import until


@pytest.fixture(scope="module")
def world(sample_ward: Office, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """A province and one building that all tests share: each has devices of its own."""
    province = file_engine(tmp_path_factory.mktemp("province"))
    with (
        running(province, sample_ward) as server,
        world_of(server, file_engine(tmp_path_factory.mktemp("building"))) as shared,
    ):
        yield shared
    province.dispose()


def test_what_the_building_writes_reaches_the_province_and_what_the_province_writes_the_building(
    server: RunningServer, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    with world_of(server, same_kind_of_database(server, tmp_path, request)) as world:
        both_ways(world)


def both_ways(world: World) -> None:
    counter, kiosk = world.device("counter"), world.device("kiosk")
    assert (counter.node.index != kiosk.node.index, kiosk.node.kiosk_index) == (True, 1)
    kiosk.write(ticket_issued(1), ticket_issued(2))
    counter.write(dossier_received(1))
    push_all(kiosk)
    push_all(counter)
    until(lambda: len(places(world.province.engine)) == 3)
    with world.province.journal().writing() as writer:
        writer.append("citizen", [rating_given("ticket-1")])
    until(lambda: len(places(world.building.engine)) == 4)
    assert places(world.province.engine) == places(world.building.engine)
    assert folds(world.province.engine) == folds(world.building.engine)
    pull_all(counter)
    with counter.journal.reading() as reader:
        kinds = reader.connection.execute(select(tables.event.c.kind)).scalars().all()
    assert sorted(kinds) == ["dossier.received", "ticket.issued", "ticket.issued"]


def test_a_device_is_told_how_far_its_own_log_is_in_the_province(world: World) -> None:
    counter = world.device("counter")
    replicator = replicator_of(counter)
    assert replicator.progress().not_in_province is None
    counter.write(ticket_issued(1), ticket_issued(2))
    while replicator.push_once() == 0.0:
        pass
    until(lambda: acknowledged(world.building.engine, counter) == 2)
    replicator.pull_once(0)
    assert (replicator.progress().unsent, replicator.progress().not_in_province) == (0, 0)


@pytest.mark.timeout(LONG_POLL_SECONDS - 5)
def test_a_long_poll_ends_when_the_province_has_more(world: World) -> None:
    counter = world.device("counter")
    counter.write(ticket_issued(1))
    push_all(counter)
    until(lambda: acknowledged(world.building.engine, counter) == 1)
    pull_all(counter)
    with counter.journal.writing() as writer:
        set_province(writer.connection, OwnLog(counter.node.office, counter.node.device, 1), 0)
    Pulling(counter.journal, counter.line, at_once).step(LONG_POLL_SECONDS)
    assert replicator_of(counter).progress().not_in_province == 0


def test_the_province_itself_names_no_second_mark(server: RunningServer) -> None:
    device = enrolled_device(server, "counter")
    device.write(ticket_issued(1))
    push_all(device)
    pull_all(device)
    assert replicator_of(device).progress().not_in_province is None
    device.close()


def test_an_office_server_brings_no_log_of_a_device_that_speaks_for_itself(world: World) -> None:
    direct = enrolled_device(world.province, "counter")
    world.closing.callback(direct.close)
    (event,) = direct.write(ticket_issued(1))
    line = line_of(world.building.engine)
    world.closing.callback(line.close)
    with pytest.raises(ServerRefused) as refused:
        line.push(Push(event.office, event.device, 1, 1, event.previous, (event.body,), run="run"))
    assert (refused.value.status, refused.value.reason) == (403, "log_not_carried")
    push_all(direct)
    until(lambda: places(world.building.engine) == places(world.province.engine) != set())
    # What came down is known to be in the province: nothing of it is to be carried back.
    assert acknowledged(world.building.engine, direct) == 1


def test_a_device_revoked_in_the_province_is_refused_in_the_building(world: World) -> None:
    kiosk = world.device("kiosk")
    kiosk.write(ticket_issued(1))
    push_all(kiosk)
    with world.province.journal().writing() as writer:
        device = tables.device
        writer.connection.execute(update(device).where(device.c.device == kiosk.node.device).values(revoked_at=1))
        writer.append("account:1", [Fact("administration", "administration.device_revoked", {})])
    until(lambda: revoked(world.building.engine, kiosk))
    kiosk.write(ticket_issued(2))
    with pytest.raises(ServerRefused) as refused:
        push_all(kiosk)
    assert refused.value.reason == "device_revoked"


def test_a_wrong_code_is_refused_by_the_province_through_the_building(world: World) -> None:
    with pytest.raises(ServerRefused) as refused:
        enrol(memory_engine(), Application(world.building.url, "ABCD-ABCD-ABCD-ABCD", "kiosk", "Máy"))
    assert (refused.value.status, refused.value.reason) == (403, "code_refused")
    server_code = world.province.code("office_server")
    with pytest.raises(ServerRefused) as refused:
        enrol(memory_engine(), Application(world.building.url, server_code, "office_server", "Máy"))
    assert refused.value.reason == "code_refused"


def test_enrolment_through_the_building_asked_twice_has_one_answer(world: World) -> None:
    code, key = world.province.code("kiosk"), new_private_key()
    question = EnrolmentQuestion(code, public_key_of(key), "kiosk", "")
    first, second = (ask_to_enrol(world.building.url, question) for _ in range(2))
    assert first == second
    with world.building.engine.begin() as connection:
        rows = read_device_rows(connection, first.office)
    assert [(row.index, row.server) for row in rows if row.device == first.device] == [
        (first.index, world.building.node.device)
    ]


def test_an_office_server_does_not_miss_its_own_sign_of_life(world: World) -> None:
    world.device("board")
    with world.building.engine.connect() as building, world.province.engine.connect() as province:
        there, above = (devices_seen(each, world.building.node.office) for each in (building, province))
    assert {each.id for each in above} - {each.id for each in there} == {world.building.node.device}
    assert "board" in {each.kind for each in there}


def test_signs_of_life_are_passed_on_and_the_office_server_gives_its_own(world: World) -> None:
    kiosk = world.device("kiosk")
    kiosk.line.heartbeat(Heartbeat(MORNING, "1", "paper_low", 3, 60, 0, 5))
    line = line_of(world.building.engine)
    world.closing.callback(line.close)
    journal = world.building.journal()
    Errands(journal, ProvinceLine(line), at_once, lambda: 0.5).run_once()
    with world.province.engine.begin() as connection:
        seen = {device.kind: device.said for device in devices_seen(connection, kiosk.node.office) if device.said}
    assert seen["kiosk"].printer == "paper_low"
    assert seen["office_server"].printer == "unknown"


def test_what_belongs_to_the_province_is_refused_in_the_building(world: World) -> None:
    with world.building.journal().writing() as writer, pytest.raises(Refusal) as refused:
        change_reference(writer, ReferenceData(writer.office), lambda office: office)
    assert refused.value.code == "at_the_province"
    with world.building.journal().writing() as writer, pytest.raises(Refusal) as refused:
        invite(writer, new_code(), Invitation("office_server", "Máy chủ", timedelta(hours=1)))
    assert refused.value.code == "at_the_province"


def test_new_reference_data_comes_down_with_its_staff(world: World) -> None:
    with world.province.journal().writing() as writer:
        change_reference(writer, ReferenceData(writer.office), lambda office: replace(office, hotline="0999 999 999"))

    def arrived() -> bool:
        with world.building.engine.begin() as connection:
            office = ReferenceData(world.building.node.office).read(connection)
        return office.hotline == "0999 999 999" and len(office.staff) > 0

    until(arrived)


def acknowledged(engine: Engine, device: Device) -> int:
    log = OwnLog(device.node.office, device.node.device, device.journal.epoch)
    with engine.begin() as connection:
        return log_store.acknowledged(connection, log)


def revoked(engine: Engine, device: Device) -> bool:
    with engine.begin() as connection:
        rows = read_device_rows(connection, device.node.office)
    return any(row.device == device.node.device and row.revoked_at is not None for row in rows)


def line_of(engine: Engine) -> ServerLine:
    """Another line of the same office server, as if it had been started again."""
    return ServerLine(node_in(engine), RequestCounters(1_000_000))


def ask_to_enrol(url: str, question: EnrolmentQuestion) -> EnrolmentAnswer:
    transport = HttpTransport(url)
    answer = transport.exchange(Outgoing("POST", ENROLMENT_PATH, enrolment_to_bytes(question)))
    transport.close()
    return read_enrolment_answer(answer.body)


def test_a_scan_goes_on_to_the_province_and_comes_back_to_another_building(
    embedded_server_with_scans: RunningServer, tmp_path: Path
) -> None:
    province = embedded_server_with_scans
    with world_of(province, file_engine(folder(tmp_path / "one")), tmp_path / "scans of one") as one:
        counter = Scanner(one.device("counter"), tmp_path / "counters")
        counter.attach()
        counter.push()
        assert counter.copy() is None
        store = open_scans(tmp_path / "province" / "data", province.office.id)
        until(lambda: store.is_whole(FACTS.content, FACTS.size))
    with world_of(province, file_engine(folder(tmp_path / "two")), tmp_path / "scans of two") as two:
        reader = Scanner(two.device("counter"), tmp_path / "counters")
        until(lambda: places(two.building.engine) == places(province.engine))
        reader.pull()

        def seen() -> bool:
            reader.copying.want(FACTS.content, FACTS.size)
            reader.copy()
            return reader.store.is_whole(FACTS.content, FACTS.size)

        until(seen)
        assert reader.store.file(FACTS.content, FACTS.size) == SCAN


@pytest.fixture
def embedded_server_with_scans(sample_ward: Office, tmp_path: Path) -> Iterator[RunningServer]:
    engine = file_engine(folder(tmp_path / "province"))
    with running(engine, sample_ward, tmp_path / "province" / "data") as server:
        yield server
    engine.dispose()
