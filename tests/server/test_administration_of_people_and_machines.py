"""Staff, devices and their secrets through real HTTP, and who may change what where."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
import requests
from sqlalchemy import Engine, func, select, update

from shared.actions.enter_staff_room import enter_staff_room
from shared.actions.sign_in import sign_in
from shared.domain.office import Office
from shared.journal import tables
from shared.journal.node import write_node
from shared.replication.refusals import ServerRefused
from shared.replication.signing import new_private_key, public_key_of
from tests.server.administering import COUNTER, OFFICE, at, events, filled, known, personal_texts
from tests.server.browsing import Browser, browser
from tests.server.conftest import MakeDevice
from tests.server.running import RunningServer, file_engine, running, serving
from tests.server.test_replication_over_http import pull_all


@pytest.fixture(scope="module")
def shared_server(tmp_path_factory: pytest.TempPathFactory, sample_ward: Office) -> Iterator[RunningServer]:
    """One server for what leaves the others' data alone."""
    engine = file_engine(tmp_path_factory.mktemp("administration"))
    with running(engine, sample_ward) as server:
        yield server
    engine.dispose()


@pytest.fixture
def administrator(shared_server: RunningServer) -> Iterator[Browser]:
    """The administrator of the office on that server."""
    with browser(shared_server, "office_administrator", OFFICE) as signed_in:
        yield signed_in


def test_new_staff_can_sign_in_with_what_is_shown_once(administrator: Browser) -> None:
    server = administrator.server
    fields = {"name": "Trần Thị Thử Nghiệm", "sign_in": "Thu.Nghiem", "role": "officer", "unit": ""}
    answer = administrator.post(at("staff/new"), fields)
    assert answer.status_code == 200
    sign_in_name, password, pin = re.findall(r'<dd class="secret">([^<]+)</dd>', answer.text)
    assert re.fullmatch(r"[0-9]{6}", pin)
    member = sign_in(server.journal(), known(server), sign_in_name, password)
    assert member.name == "Trần Thị Thử Nghiệm"
    (event,) = events(server, "administration.staff_added")
    assert "Thử Nghiệm" not in json.dumps(event, ensure_ascii=False)
    assert "Thử Nghiệm" in personal_texts(server)
    assert "argon2" not in json.dumps(event) + personal_texts(server)
    taken = administrator.post(at("staff/new"), fields)
    assert taken.status_code == 409
    ended = administrator.post(at(f"staff/part/{member.id}/end"), {})
    assert ended.status_code == 303
    assert member.id in {each.id for each in known(server).retired}
    again = administrator.get(f"/administration/staff/new?office={OFFICE}&again={member.id}")
    back = administrator.post(at("staff/new"), {**filled(again.text), "sign_in": "thu.nghiem", "role": "officer"})
    assert back.status_code == 200
    assert known(server).staff[-1].id == member.id


def test_a_device_is_let_in_by_the_code_that_is_shown_and_refused_once_revoked(
    server: RunningServer, make_device: MakeDevice
) -> None:
    with browser(server, "office_administrator", OFFICE) as administrator:
        shown = administrator.post(at("devices/new"), {"kind": "counter", "name": "Quầy 9", "hours": "1"})
        code = re.search(r'id="code">([^<]+)<', shown.text)
        assert code
        assert "<svg" in shown.text
        listed = administrator.get(at("devices")).text
        assert "Quầy 9" in listed
        assert code[1] not in listed
        with server.journal().reading() as reader:
            count = reader.connection.execute(select(func.count()).select_from(tables.enrolment_code)).scalar()
        assert count == 1
        device = make_device(server, "counter")
        pull_all(device)
        revoked = administrator.post(
            at(f"devices/part/{device.node.device}/revoke"), {"reason": "lost", "words": "Chị Thử báo mất"}
        )
        assert revoked.status_code == 303
        audit = administrator.get(f"/audit?office={OFFICE}").text
        assert device.node.device not in audit
        assert all(said in audit for said in ("Thu hồi thiết bị", "Thiết bị: Máy thử", "Mất, thất lạc")), audit
    with pytest.raises(ServerRefused) as refused:
        pull_all(device)
    assert refused.value.reason == "device_revoked"
    (event,) = events(server, "administration.device_revoked")
    assert event["data"] == {"device": device.node.device, "reason": "lost"}
    assert "Chị Thử" in personal_texts(server)


def test_a_form_for_a_code_that_is_sent_twice_makes_one_code(administrator: Browser) -> None:
    once = re.search(r'name="once" value="([^"]{20,})"', administrator.get(at("devices/new")).text)
    assert once
    sent = {"kind": "board", "name": "Bảng bấm đúp", "hours": "1", "once": once[1]}

    def made(**other: str) -> str:
        found = re.search(r'id="code">([^<]+)<', administrator.post(at("devices/new"), {**sent, **other}).text)
        assert found
        return found[1]

    code = made()
    assert made() == code
    assert made(name="Bảng khác") != code
    told = [each["data"] for each in events(administrator.server, "administration.device_code_made")]
    assert [each["name"] for each in told] == ["Bảng bấm đúp", "Bảng khác"]  # type: ignore[index]
    with administrator.server.engine.begin() as connection:
        connection.execute(update(tables.enrolment_code).values(used_by="a-device"))
    refused = administrator.post(at("devices/new"), sent)
    assert refused.status_code == 409
    assert "đã được dùng" in refused.text


def test_a_new_pin_of_the_kiosks_is_shown_once_and_opens_them(administrator: Browser) -> None:
    server = administrator.server
    shown = administrator.post(at("devices/kiosk-pin"), {}).text
    pin = re.search(r'<p class="secret">([0-9]{6})</p>', shown)
    assert pin
    enter_staff_room(server.journal(), known(server), pin[1])
    assert pin[1] not in json.dumps(events(server, "administration.kiosk_pin_set"))


def test_a_withdrawn_code_lets_nobody_in(administrator: Browser) -> None:
    server = administrator.server
    shown = administrator.post(at("devices/new"), {"kind": "board", "name": "Bảng thử", "hours": "24"}).text
    code = re.search(r'id="code">([^<]+)<', shown)
    assert code
    mark = re.search(r"devices/codes/([0-9a-f]+)/withdraw", administrator.get(at("devices")).text)
    assert mark
    assert administrator.post(at(f"devices/codes/{mark[1]}/withdraw"), {}).status_code == 303
    body = {"code": code[1], "public_key": public_key_of(new_private_key()), "kind": "board", "name": ""}
    assert requests.post(f"{server.url}/api/enrolment", json=body, timeout=20).status_code == 403


def test_an_office_server_below_a_province_changes_nothing(sqlite_database: Engine, sample_ward: Office) -> None:
    with running(sqlite_database, sample_ward) as server:
        with server.engine.begin() as connection:
            below = replace(server.node, server_url="http://127.0.0.1:9", private_key=new_private_key())
            write_node(connection, below)
        with serving(server.engine, server.clock) as url, browser(server, "office_administrator", OFFICE) as signed_in:
            there = Browser(replace(server, url=url), signed_in.account, signed_in.token, signed_in.csrf)
            answer = there.post(at("lists/counters/new"), COUNTER)
            assert answer.status_code == 409
            assert "máy chủ của tỉnh" in answer.text
            assert there.post(at("devices/new"), {"kind": "kiosk", "name": "X", "hours": "1"}).status_code == 409
            there.http.close()
        assert known(server).counters == sample_ward.counters


def test_nobody_administers_another_office_and_offices_are_the_provinces(
    shared_server: RunningServer, administrator: Browser
) -> None:
    assert administrator.get("/administration/lists/lines?office=xa-khac").status_code in (403, 404)
    assert administrator.post("/administration/offices/new", {"way": "copy"}).status_code == 403
    with browser(shared_server, "office_leader", OFFICE) as leader:
        assert leader.get(at("lists/lines")).status_code == 403
        assert leader.post(at("lists/counters/new"), COUNTER).status_code == 403
    foreign = administrator.post(at("lists/counters/new"), {**COUNTER, "csrf": "another"})
    assert foreign.status_code == 403
