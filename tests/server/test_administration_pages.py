"""Administration through real HTTP: a change, its event, its way to the machines, and everything that is refused."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html import unescape

import pytest
from sqlalchemy import select

from server.administration.sections import SECTIONS, Section
from server.reference_changes import replaced_documents
from shared.domain import desk
from shared.domain.office import Office, office_to_document
from shared.domain.procedures import procedure_to_document
from shared.journal import tables
from tests.server.administering import COUNTER, OFFICE, at, events, filled, known, seen
from tests.server.browsing import Browser, browser
from tests.server.conftest import MakeDevice
from tests.server.running import RunningServer, file_engine, running
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


@pytest.fixture
def province(shared_server: RunningServer) -> Iterator[Browser]:
    """An administrator of the province on that server."""
    with browser(shared_server, "province_administrator") as signed_in:
        yield signed_in


def test_a_counter_added_is_an_event_with_its_actor_and_reaches_the_machines(
    server: RunningServer, make_device: MakeDevice
) -> None:
    kiosk = make_device(server, "kiosk")
    with browser(server, "office_administrator", OFFICE) as administrator:
        answer = administrator.post(at("lists/counters/new"), COUNTER)
        assert answer.status_code == 303, answer.text
        assert "Quầy thử" in administrator.get(answer.headers["location"]).text
        (event,) = events(server, "administration.counters_added")
        assert event["actor"] == administrator.account.actor
    added = known(server).counters[-1]
    assert (added.id, added.number, added.lines) == ("quay-7", 7, ("C", "A"))
    pull_all(kiosk)
    with kiosk.journal.reading() as reader:
        document = json.loads(reader.connection.execute(select(tables.reference.c.document)).scalar_one())
        kinds = reader.connection.execute(select(tables.event.c.kind)).scalars().all()
    assert document["counters"][-1]["id"] == "quay-7"
    assert "staff" not in document
    assert kinds == []


def test_a_change_is_undone_by_putting_the_version_before_it_back(server: RunningServer) -> None:
    with browser(server, "office_administrator", OFFICE) as administrator:
        before = known(server)
        administrator.post(at("lists/counters/new"), COUNTER)
        page = administrator.get(at(f"history/{before.version}"))
        assert "Quầy thử" in page.text
        answer = administrator.post(at(f"history/{before.version}"), {"seen": seen(page)})
    assert answer.status_code == 303
    after = known(server)
    assert after.counters == before.counters
    assert after.version == before.version + 2
    assert [each.id for each in after.retired] == ["quay-7"]
    with server.journal().reading() as reader:
        kept = [each.what for each in replaced_documents(reader.connection, OFFICE, 10)]
    assert kept == ["put_back", "counters_added"]


def test_putting_back_takes_nothing_away_that_is_in_use(embedded_server: RunningServer) -> None:
    server = embedded_server
    before = known(server)
    with browser(server, "office_administrator", OFFICE) as administrator:
        administrator.post(at("lists/counters/new"), COUNTER)
        with server.journal().writing() as writer:
            (opened,) = desk.decide(None, desk.Open("desk-7", "quay-7", ("A",)))
            writer.append("staff-1", [opened])
        address = at(f"history/{before.version}")
        answer = administrator.post(address, {"seen": seen(administrator.get(address))})
    assert answer.status_code == 409
    assert "Quầy 7 đang có người trực" in answer.text
    assert known(server).counters[-1].id == "quay-7"


def test_putting_back_what_somebody_has_changed_since_it_was_looked_at_is_refused(
    embedded_server: RunningServer,
) -> None:
    server = embedded_server
    address = at(f"history/{known(server).version}")
    with browser(server, "office_administrator", OFFICE) as administrator:
        administrator.post(at("lists/counters/new"), COUNTER)
        mark = seen(administrator.get(address))
        administrator.post(at("lists/departments/new"), {"name": "Phòng thử"})
        answer = administrator.post(address, {"seen": mark})
    assert answer.status_code == 409
    assert "vừa được người khác sửa" in answer.text
    assert known(server).departments[-1].name == "Phòng thử"


def test_a_notice_ended_twice_leaves_the_one_after_it(embedded_server: RunningServer) -> None:
    server = embedded_server
    with browser(server, "office_administrator", OFFICE) as administrator:
        for text in ("Thông báo một", "Thông báo hai"):
            administrator.post(at("lists/notices/new"), {"text_vi": text, "text_en": text})
        listed = administrator.get(at("lists/notices")).text
        first = re.findall(r'href="(/administration/lists/notices/part/[^"]*/end[^"]*)"', listed)[-2]
        statuses = [administrator.post(unescape(first), {}).status_code for _ in range(2)]
    assert statuses == [303, 404]
    assert known(server).board.notices[-1].text_vi == "Thông báo hai"


def test_two_people_who_change_one_thing_at_once_see_each_others_words(administrator: Browser) -> None:
    address = at("lists/departments/part/kinh-te")
    mark = seen(administrator.get(address))
    fields = {"fields": list(known(administrator.server).departments[1].fields), "seen": mark}
    first = administrator.post(address, {"name": "Phòng Kinh tế mới", **fields})
    second = administrator.post(address, {"name": "Phòng Kinh tế khác", **fields})
    assert (first.status_code, second.status_code) == (303, 409)
    assert "Phòng Kinh tế mới" in second.text
    assert "Phòng Kinh tế khác" in second.text
    again = administrator.post(address, {"name": "Phòng Kinh tế khác", **fields, "seen": seen(second)})
    assert again.status_code == 303
    assert known(administrator.server).departments[1].name == "Phòng Kinh tế khác"


def test_a_mistake_is_said_at_its_field_and_nothing_is_lost(administrator: Browser) -> None:
    version = known(administrator.server).version
    answer = administrator.post(at("lists/lines/new"), {"letter": "aa", "name_vi": "Hàng thử", "kind": "reception"})
    assert answer.status_code == 422
    assert 'value="Hàng thử"' in answer.text
    assert 'id="e-name_en"' in answer.text
    whole = {"name_en": "Test", "icon": "home", "prior_minutes": "5", "letter": "aa", "name_vi": "H", "kind": "results"}
    wrong = administrator.post(at("lists/lines/new"), whole)
    assert wrong.status_code == 409
    assert 'id="e-letter"' in wrong.text
    assert known(administrator.server).version == version


def test_a_counter_with_an_open_desk_stays(administrator: Browser) -> None:
    server = administrator.server
    with server.journal().writing() as writer:
        (opened,) = desk.decide(None, desk.Open("desk-1", "quay-3", ("D",)))
        writer.append("staff-1", [opened])
    answer = administrator.post(at("lists/counters/part/quay-3/end"), {})
    assert answer.status_code == 409
    assert "Quầy 3 đang có người trực" in answer.text
    assert "quay-3" in {each.id for each in known(server).counters}


def test_a_line_that_counters_serve_stays_until_they_do_not(administrator: Browser) -> None:
    answer = administrator.post(at("lists/lines/part/B/end"), {})
    assert answer.status_code == 409
    assert "còn được phục vụ tại quầy 2" in answer.text


def test_a_lines_letter_may_be_typed_small(administrator: Browser) -> None:
    line = {"letter": " g ", "name_vi": "Tư vấn", "name_en": "Advice", "kind": "reception", "prior_minutes": "8"}
    added = administrator.post(at("lists/lines/new"), {**line, "icon": "civil_status"})
    assert added.status_code == 303, added.text
    assert known(administrator.server).lines[-1].letter == "G"


def test_a_procedure_is_changed_from_a_day_after_a_look_at_the_change(administrator: Browser) -> None:
    server, address = administrator.server, at("procedures/part/1.001193")
    page = administrator.get(address)
    fields = filled(page.text) | {"fee.amount_vnd": "8000", "valid_from": "2027-01-01"}
    preview = administrator.post(address, fields)
    assert preview.status_code == 200, re.findall(r"<p class=.error.*?</p>", preview.text)
    assert "bản hiện nay hết hiệu lực hôm trước" in preview.text
    assert events(server, "administration.procedure_changed") == []
    applied = administrator.post(address, {**fields, "step": "do"})
    assert applied.status_code == 303
    versions = [each for each in known(server).procedures if each.code == "1.001193"]
    assert [(str(each.valid_from), str(each.valid_to), each.fee_vnd) for each in versions[-2:]] == [
        ("None", "2026-12-31", versions[-2].fee_vnd),
        ("2027-01-01", "None", 8000),
    ]
    assert versions[-1].documents == versions[-2].documents
    undo = applied.headers["Location"].rpartition("undo=")[2]
    for told in (administrator.get(at(f"history/{undo}")).text, administrator.get(f"/audit?office={OFFICE}").text):
        assert "8.000 đ" in told, "the new version is told against the one before it"
        assert "Mẫu hộ tịch điện tử" not in told, "and what stayed is not told"


def test_a_catalogue_is_taken_over_in_two_steps_and_earlier_versions_stay(embedded_server: RunningServer) -> None:
    server = embedded_server
    first, *rest = known(server).procedures
    new = replace(first, code="9.000001", name="Thủ tục thử", field="Lĩnh vực thử")
    content = json.dumps([procedure_to_document(each) for each in (new, *rest)]).encode()
    with browser(server, "office_administrator", OFFICE) as administrator:
        file = {"file": ("danh-muc.json", content)}
        preview = administrator.post(at("import"), {"valid_from": "2027-01-01"}, file)
        assert preview.status_code == 200, preview.text
        assert "Lĩnh vực thử" in preview.text
        assert known(server).procedures == (first, *rest)
        upload = re.search(r'name="upload" value="([0-9a-f]+)"', preview.text)
        assert upload
        fields = {"upload": upload[1], "valid_from": "2027-01-01", "version": known(server).version}
        assert administrator.post(at("import/do"), fields).status_code == 303
    codes = {each.code: each for each in known(server).procedures}
    assert str(codes[first.code].valid_to) == "2026-12-31"
    assert str(codes["9.000001"].valid_from) == "2027-01-01"
    assert len(codes) == len({each.code for each in (first, *rest)}) + 1


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b'[{"code": "1"}]', b"\xff\xfe"])
def test_what_is_no_catalogue_is_refused_in_a_sentence(administrator: Browser, content: bytes) -> None:
    answer = administrator.post(at("import"), {"valid_from": "2027-01-01"}, {"file": ("x.json", content)})
    assert answer.status_code == 409
    assert 'role="alert"' in answer.text


def test_a_day_of_the_office_is_set_shown_and_withdrawn(administrator: Browser) -> None:
    server, address = administrator.server, at("calendar/day/2026-12-24")
    missing = administrator.post(address, {"kind": "closed", "sessions": "", "reason": "", "basis": ""})
    assert missing.status_code == 422
    closed = administrator.post(address, {"kind": "closed", "sessions": "", "reason": "Sửa điện", "basis": "TB-1"})
    assert closed.status_code == 303
    assert known(server).calendar.closed[date(2026, 12, 24)] == "Sửa điện"
    (event,) = events(server, "calendar_day.set")
    assert event["actor"] == administrator.account.actor
    assert "Sửa điện" in administrator.get(f"/administration/calendar?office={OFFICE}&year=2026").text
    assert f"{administrator.account.name} đã đặt lúc" in administrator.get(address).text
    assert administrator.post(at("calendar/day/2026-12-24/withdraw"), {}).status_code == 303
    assert date(2026, 12, 24) not in known(server).calendar.closed


def test_the_calendar_of_a_further_year_is_entered_as_a_whole(administrator: Browser) -> None:
    server, address = administrator.server, at("calendar/reference")
    fields = filled(administrator.get(address).text)
    fields |= {"covers_to": "2028-12-31"}
    place = int(str(fields["closed.count"])) - 1
    fields |= {f"closed.{place}.day": "1/1/2028", f"closed.{place}.name": "Tết Dương lịch"}
    assert administrator.post(address, fields).status_code == 303
    calendar = known(server).calendar
    assert str(calendar.covers_to) == "2028-12-31"
    assert calendar.closed[date(2028, 1, 1)] == "Tết Dương lịch"


def test_name_and_address_are_changed_after_a_look(administrator: Browser) -> None:
    server, address = administrator.server, at("office/identity")
    fields = filled(administrator.get(address).text) | {"hotline": "0299 111 222"}
    assert "0299 111 222" in administrator.post(address, fields).text
    assert known(server).hotline != "0299 111 222"
    assert administrator.post(address, {**fields, "step": "do"}).status_code == 303
    assert known(server).hotline == "0299 111 222"


def test_an_office_is_added_as_a_copy_without_people_machines_and_secrets(province: Browser) -> None:
    server = province.server
    fields = {
        "way": "copy",
        "source": OFFICE,
        "id": "xa-thu",
        "name": "Trung tâm xã Thử",
        "name_en": "Test commune",
        "managing_body": "UBND xã Thử",
        "place": "Xã Thử",
        "agency_code": "H99.99.02",
        "address": "Xã Thử",
        "hotline": "",
        "public_url": "https://xathu.example",
    }
    answer = province.post("/administration/offices/new", fields)
    assert answer.status_code == 303, answer.text
    copy = known(server, "xa-thu")
    assert (copy.staff, copy.devices, copy.bank, copy.version) == ((), (), None, 1)
    assert copy.lines == known(server).lines
    first_steps = "Việc cần làm để đơn vị bắt đầu hoạt động"
    assert first_steps in province.get("/administration?office=xa-thu").text
    assert "Thêm cán bộ, trao mật khẩu" not in province.get(f"/administration?office={OFFICE}").text
    assert "Trung tâm xã Thử" in province.get("/administration").text
    twice = province.post("/administration/offices/new", fields)
    assert twice.status_code == 409
    document = json.dumps({**office_to_document(copy), "id": "xa-tep", "name": "Xã từ tệp"}).encode()
    added = province.post("/administration/offices/new", {"way": "file"}, {"file": ("xa.json", document)})
    assert added.status_code == 303
    assert known(server, "xa-tep").name == "Xã từ tệp"


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.address)
def test_every_list_shows_its_parts_and_an_empty_form(administrator: Browser, section: Section) -> None:
    for path in (f"lists/{section.address}", f"lists/{section.address}/new"):
        page = administrator.get(at(path))
        assert page.status_code == 200
        assert "default-src 'none'" in page.headers["Content-Security-Policy"]
