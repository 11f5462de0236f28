"""A machine is replaced in the building while the province cannot be reached, and never with an index twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, select

from server.administration.devices import make_code, revoke
from server.enrolment_codes import Invitation, code_hash, new_code
from server.offices import Offices
from server.refusals import HttpRefusal
from server.upstream.building_reserve import reserve_of
from server.upstream.device_rows import read_device_rows
from server.upstream.reserve import KIOSKS, RESERVE, take_in
from shared.domain.office import Office
from shared.journal import tables
from shared.replication.enrolment_client import Application, enrol
from shared.replication.enrolment_messages import EnrolledKind
from shared.replication.office_server_messages import DeviceRow
from shared.replication.refusals import ServerRefused
from shared.replication.reserve_messages import Reserved
from shared.replication.signing import new_private_key, public_key_of
from tests.server.browsing import browser
from tests.server.cut_line import CutLine, cut_line
from tests.server.facts import ticket_issued
from tests.server.province import (
    OfficeServer,
    folder,
    joined,
    places,
    push_all,
    same_kind_of_database,
    serving_building,
)
from tests.server.running import Device, RunningServer, file_engine, memory_engine
from tests.server.waiting import until


@contextmanager
def cut_building(province: RunningServer, engine: Engine) -> Iterator[tuple[OfficeServer, CutLine]]:
    """A building that has its reserve and has lost its line."""
    with cut_line(province.url) as line:
        joined(engine, province, line.url)
        with serving_building(engine) as building:
            until(lambda: len(reserve(building)) == RESERVE)
            line.cut()
            yield building, line


def reserve(building: OfficeServer) -> tuple[Reserved, ...]:
    with building.engine.begin() as connection:
        return reserve_of(connection, building.node)


def new_device(building: OfficeServer, kind: EnrolledKind, closing: ExitStack) -> Device:
    """A device that an administrator of the office lets in at the office server."""
    code, engine = new_code(), memory_engine()
    with building.journal().writing() as writer:
        make_code(writer, "command", code, Invitation(kind, f"Máy {kind} mới", timedelta(hours=1)))
    device = Device(engine, enrol(engine, Application(building.url, code, kind, "")), building.clock)
    closing.callback(device.close)
    return device


def rows(engine: Engine, office: str) -> dict[str, DeviceRow]:
    with engine.begin() as connection:
        return {row.device: row for row in read_device_rows(connection, office)}


def test_a_counter_and_a_kiosk_are_replaced_while_the_line_is_down(
    server: RunningServer, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    engine = same_kind_of_database(server, tmp_path, request)
    with cut_building(server, engine) as (building, line), ExitStack() as closing:
        granted = reserve(building)
        counter, kiosk = new_device(building, "counter", closing), new_device(building, "kiosk", closing)
        assert {Reserved(counter.node.index, None), Reserved(kiosk.node.index, kiosk.node.kiosk_index)} <= set(granted)
        with pytest.raises(ServerRefused) as refused:
            enrol(memory_engine(), Application(building.url, server.code(), "kiosk", "Máy"))
        assert refused.value.reason == "province_unreachable"
        kiosk.write(ticket_issued(1))
        push_all(kiosk)
        line.mend()
        until(lambda: kiosk.node.device in {device for device, *_ in places(server.engine)})
        listed = rows(server.engine, server.office.id)
        assert [listed[each.node.device].server for each in (counter, kiosk)] == [building.node.device] * 2
        until(lambda: len(reserve(building)) == RESERVE)
        assert not set(reserve(building)) & {Reserved(each.index, each.kiosk_index) for each in listed.values()}
        with server.journal().writing() as writer:
            revoke(writer, Offices(server.engine, server.clock), "account:1", kiosk.node.device, "lost")
        until(lambda: rows(building.engine, server.office.id)[kiosk.node.device].revoked_at is not None)
        assert counter.node.device in {each.id for each in document(server).devices}
    engine.dispose()


def document(server: RunningServer) -> Office:
    with server.engine.begin() as connection:
        return Offices(server.engine, server.clock).reference(server.office.id).read(connection)


def test_an_empty_reserve_lets_nobody_in_and_says_so(embedded_server: RunningServer, tmp_path: Path) -> None:
    engine = file_engine(folder(tmp_path / "building"))
    with cut_building(embedded_server, engine) as (building, _), ExitStack() as closing:
        kiosks = [new_device(building, "kiosk", closing).node.kiosk_index for _ in range(KIOSKS)]
        assert len(set(kiosks)) == KIOSKS
        with pytest.raises(HttpRefusal) as refused:
            new_device(building, "kiosk", closing)
        assert refused.value.code == "reserve_empty"
        counters = [new_device(building, "counter", closing).node.index for _ in range(RESERVE - KIOSKS)]
        assert len(set(counters)) == RESERVE - KIOSKS
        with pytest.raises(HttpRefusal):
            new_device(building, "board", closing)
    engine.dispose()


def test_an_administrator_of_the_office_makes_and_withdraws_codes_in_the_building(
    embedded_server: RunningServer, tmp_path: Path
) -> None:
    engine, office = file_engine(folder(tmp_path / "building")), embedded_server.office
    asked = {"kind": "kiosk", "name": "Máy thay thế", "hours": "24"}
    with cut_building(embedded_server, engine) as (building, _):
        there = RunningServer(building.url, engine, office, building.node, building.clock)
        with browser(there, "office_administrator", office.id) as administrator:
            made = administrator.post(f"/administration/devices/new?office={office.id}", asked)
            code = re.findall(r'id="code">([^<]+)<', made.text)[0]
            mark = code_hash(code)[:12]
            gone = administrator.post(f"/administration/devices/codes/{mark}/withdraw?office={office.id}", {})
            assert (made.status_code, gone.status_code) == (200, 303)
        with pytest.raises(ServerRefused):
            enrol(memory_engine(), Application(building.url, code, "kiosk", ""))
    engine.dispose()


@pytest.fixture
def claimed(embedded_server: RunningServer, tmp_path: Path) -> Iterator[tuple[RunningServer, DeviceRow]]:
    """A province with a building, and a counter that the building could let in."""
    engine = file_engine(folder(tmp_path / "building"))
    with cut_building(embedded_server, engine) as (building, _):
        index = next(each.index for each in reserve(building) if each.kiosk_index is None)
        key = public_key_of(new_private_key())
        server = building.node.device
        yield embedded_server, DeviceRow("new-counter", "counter", "Quầy", key, index, None, 1, None, server)
    engine.dispose()


def take(province: RunningServer, server: str | None, row: DeviceRow) -> bool:
    """Whether the province has entered `row` after `server` has told it."""
    before = rows(province.engine, province.office.id)
    with province.journal().writing() as writer:
        take_in(writer, Offices(province.engine, province.clock), server or "", [row])
    after = rows(province.engine, province.office.id)
    assert len({each.index for each in after.values()}) == len(after)
    return before != after


def test_an_office_server_enters_no_device_that_cannot_be(claimed: tuple[RunningServer, DeviceRow]) -> None:
    province, row = claimed
    server = next(device for device, each in rows(province.engine, province.office.id).items())
    taken = rows(province.engine, province.office.id)[server].index
    forged = (
        replace(row, device=province.node.device),
        replace(row, device=server),
        replace(row, device=""),
        replace(row, name="x\u202e"),
        replace(row, kind="office_server"),
        replace(row, kind="kiosk"),
        replace(row, kind="kiosk", kiosk_index=1),
        replace(row, kind="kiosk", kiosk_index=2**40),
        replace(row, index=taken),
        replace(row, index=row.index + 100),
        replace(row, index=0),
    )
    assert [each for each in forged if take(province, row.server, each)] == []
    assert not take(province, "another-server", row)
    assert take(province, row.server, row)
    assert not take(province, row.server, replace(row, device="second"))
    assert not take(province, row.server, replace(row, name="Tên khác"))
    with province.engine.begin() as connection:
        written = connection.execute(
            select(tables.event.c.kind).where(tables.event.c.kind == "administration.device_let_in")
        ).all()
    assert len(written) == 1
