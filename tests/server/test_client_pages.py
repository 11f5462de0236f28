"""Other systems as the administrator of the province sees them: a key shown once, used, revoked; and the API page."""

from __future__ import annotations

import html
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
import requests
from sqlalchemy import Engine, select

from server.connections.clients import NewClient, add_client, new_key
from server.offices import Offices
from server.setting_up import set_up
from shared.clock import SetClock
from shared.domain.office import Office
from shared.failures import Refusal
from shared.journal import tables
from shared.journal.event import read_event
from shared.journal.opening import open_server
from tests.server.browsing import COOKIE, Browser, browser
from tests.server.connected import Partner, a_key, online_dossier
from tests.server.phones import NEEDS_CHROMIUM, accessibility_offences, chromium, context_of
from tests.server.running import MORNING, RunningServer
from tests.server.test_command_line import run_server_command

_PAGE = "/administration/clients"


def shown_key(page: str) -> str:
    found = re.search(r'<p class="secret"[^>]*>(motcua_[0-9a-f]{64})</p>', page)
    assert found, page
    return found[1]


def test_two_offices_that_add_the_same_id_at_once_get_it_once(postgresql_database: Engine, sample_ward: Office) -> None:
    clock = SetClock(MORNING)
    set_up(postgresql_database, clock, sample_ward)
    offices, together = Offices(postgresql_database, clock), Barrier(2)

    def add(office: str) -> str:
        new = NewClient("cong-chung", office, "Cổng chung", ["read_changes"], "account:test")
        try:
            with offices.journal(office).writing() as writer:
                together.wait(20)
                add_client(writer, new, new_key())
        except Refusal as refusal:
            return refusal.code
        return "added"

    with ThreadPoolExecutor(2) as threads:
        assert sorted(threads.map(add, ["", sample_ward.id])) == ["added", "client_exists"]


def test_a_new_key_is_shown_once_works_at_once_and_ends_when_it_is_revoked(
    kept_server: RunningServer, administrator: Browser
) -> None:
    form = {"name": "Cổng dịch vụ công tỉnh", "id": "cong-tinh", "office": "", "right": ["read_changes"]}
    added = administrator.post(f"{_PAGE}/new", form)
    assert added.status_code == 200
    key = shown_key(added.text)
    assert key not in administrator.get(_PAGE).text
    partner = Partner(kept_server.url, key)
    assert "Chưa dùng" in administrator.get(_PAGE).text
    assert partner.get("/offices").json()["rights"] == ["read_changes"]
    listed = html.unescape(administrator.get(_PAGE).text)
    assert "23/11/2026 08:00" in listed
    assert "Chưa dùng" not in listed
    assert "Thu hồi khóa" in administrator.get(f"{_PAGE}/cong-tinh/revoke").text
    revoked = administrator.post(f"{_PAGE}/cong-tinh/revoke", {})
    assert (revoked.status_code, revoked.headers["location"]) == (303, f"{_PAGE}?revoked=cong-tinh")
    assert "Đã thu hồi khóa của Cổng dịch vụ công tỉnh." in administrator.get(revoked.headers["location"]).text
    assert partner.get("/offices").json()["code"] == "key_revoked"
    partner.close()
    with kept_server.engine.begin() as connection:
        query = select(tables.event.c.body).where(
            tables.event.c.subject == "administration", tables.event.c.office == ""
        )
        told = [read_event(bytes(body)) for body in connection.execute(query.order_by(tables.event.c.cursor)).scalars()]
    assert [each.kind for each in told] == ["administration.client_added", "administration.client_revoked"]
    assert {each.actor for each in told} == {administrator.account.actor}
    assert not any(key.encode() in each.body for each in told)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"id": "Sai Mã"}, "Mã hệ thống chỉ gồm chữ thường"),
        ({"name": " "}, "Tên hệ thống phải có từ 1 đến 100 ký tự"),
        ({"right": []}, "Hãy chọn ít nhất một quyền"),
        ({"id": "da-co"}, "Đã có hệ thống mang mã da-co"),
    ],
)
def test_what_is_wrong_with_a_new_system_is_said_and_what_was_typed_stays(
    kept_server: RunningServer, administrator: Browser, wrong: dict[str, object], sentence: str
) -> None:
    if wrong == {"id": "da-co"}:
        a_key(kept_server.engine, kept_server.clock, "da-co")
    form = {"name": "Hệ thống thử", "id": "moi", "office": "", "right": ["submit_dossiers"], **wrong}
    answer = administrator.post(f"{_PAGE}/new", form)
    assert answer.status_code == 422
    assert sentence in html.unescape(answer.text)
    assert f'value="{form["id"]}"' in html.unescape(answer.text)


def test_a_replaced_key_ends_the_one_before(kept_server: RunningServer, administrator: Browser) -> None:
    old = a_key(kept_server.engine, kept_server.clock, "doi-khoa")
    partner = Partner(kept_server.url, old)
    number = "G22.99-261123-000777"
    code = partner.post("/dossiers", online_dossier(number), key="yeu-cau-0777").json()["code"]
    assert "Đổi khóa của" in html.unescape(administrator.get(f"{_PAGE}/doi-khoa/renew").text)
    renewed = Partner(kept_server.url, shown_key(administrator.post(f"{_PAGE}/doi-khoa/renew", {}).text))
    assert partner.get("/offices").json()["code"] == "key_wrong"
    again = renewed.post("/dossiers", online_dossier(number), key="yeu-cau-0777")
    assert (again.status_code, again.json()["code"]) == (409, "key_reused")
    by_number = renewed.post("/dossiers", online_dossier(number), key="yeu-cau-0778")
    assert (by_number.status_code, by_number.json()["code"]) == (409, "portal_number_used")
    assert renewed.get("/dossiers", portal_number=number).json()["code"] == code
    assert renewed.get("/dossiers", portal_number="G22-KHONG-CO").status_code == 404
    partner.close()
    renewed.close()


def test_only_administrators_of_the_province_see_and_make_keys(kept_server: RunningServer) -> None:
    with browser(kept_server, "office_administrator", "phuong-mau") as of_office:
        for path in (_PAGE, f"{_PAGE}/new"):
            assert of_office.get(path).status_code == 403
        assert of_office.post(f"{_PAGE}/new", {"id": "x"}).status_code == 403
    stranger = requests.get(f"{kept_server.url}{_PAGE}", allow_redirects=False, timeout=10)
    assert stranger.status_code == 303
    assert stranger.headers["location"].startswith("/sign-in")


def test_the_page_of_the_interface_shows_examples_that_the_server_takes(kept_server: RunningServer) -> None:
    description = requests.get(f"{kept_server.url}/openapi.json", timeout=10).json()
    partner = Partner(kept_server.url, a_key(kept_server.engine, kept_server.clock, "theo-vi-du"))
    example = description["components"]["schemas"]["NewDossier"]["examples"][0]
    received = partner.post("/dossiers", example)
    assert received.status_code == 201
    result = description["components"]["schemas"]["ResultMade"]["examples"][0]
    assert partner.post("/results", {**result, "code": received.json()["code"]}).status_code == 201
    partner.close()
    for language in ("vi", "en"):
        page = html.unescape(requests.get(f"{kept_server.url}/api?lang={language}", timeout=10).text)
        for path in description["paths"]:
            assert path in page
        assert example["portal_number"] in page
        assert "applicant.identity_number" in page
        assert "documents[].copies" in page


def test_a_key_is_made_listed_and_revoked_by_command(tmp_path: Path, sample_ward: Office) -> None:
    engine = open_server(None, tmp_path)
    set_up(engine, SetClock(MORNING), sample_ward)
    engine.dispose()
    place = ("--data", str(tmp_path))
    made = run_server_command(
        "clients", "add", "he-thong-tinh", "--name", "Hệ thống tỉnh", "--right", "record_results",
        "--right", "read_changes", "--office", "phuong-mau", *place,
    )  # fmt: skip
    assert (made.returncode, made.stderr) == (0, "")
    assert re.fullmatch(r"motcua_[0-9a-f]{64}\n", made.stdout)
    again = run_server_command("clients", "add", "he-thong-tinh", "--name", "X", "--right", "read_changes", *place)
    assert again.returncode == 1
    assert "he-thong-tinh" in again.stderr
    nowhere = run_server_command(
        "clients", "add", "x", "--name", "X", "--right", "read_changes", "--office", "y", *place
    )
    assert (nowhere.returncode, "y" in nowhere.stderr) == (1, True)
    listed = run_server_command("clients", "list", *place)
    assert listed.stdout == "he-thong-tinh\tphuong-mau\tread_changes,record_results\t-\t-\tHệ thống tỉnh\n"
    renewed = run_server_command("clients", "renew", "he-thong-tinh", *place)
    assert re.fullmatch(r"motcua_[0-9a-f]{64}\n", renewed.stdout)
    assert renewed.stdout != made.stdout
    assert run_server_command("clients", "revoke", "he-thong-tinh", *place).returncode == 0
    assert "\trevoked\t" in run_server_command("clients", "list", *place).stdout
    assert run_server_command("clients", "revoke", "he-thong-tinh", *place).returncode == 1


@NEEDS_CHROMIUM
def test_the_pages_are_accessible_on_a_phone(kept_server: RunningServer, administrator: Browser) -> None:
    a_key(kept_server.engine, kept_server.clock, "de-xem")
    found = {}
    with chromium() as opened, context_of(opened, 390, 844) as context:
        context.add_cookies([{"name": COOKIE, "value": administrator.token, "url": kept_server.url}])
        page = context.new_page()
        for path in (_PAGE, f"{_PAGE}/de-xem/renew", f"{_PAGE}/de-xem/revoke", "/api", f"{_PAGE}?lang=en"):
            page.goto(kept_server.url + path)
            found[path] = accessibility_offences(page)
        page.goto(f"{kept_server.url}{_PAGE}/new?lang=vi")
        found["new"] = accessibility_offences(page)
        page.get_by_label("Tên hệ thống").fill("Cổng thử")
        page.get_by_label("Mã hệ thống").fill("cong-thu")
        page.get_by_label("Gửi hồ sơ trực tuyến").check()
        page.get_by_role("button", name="Tạo khóa").click()
        page.get_by_text("Khóa chỉ hiện một lần này").wait_for()
        found["key"] = accessibility_offences(page)
        assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert not {path: offences for path, offences in found.items() if offences}
