"""The accounts of others, the audit of what was changed, and reads of personal data on record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
import requests
from sqlalchemy import insert, select

from server.administration.changes import change
from server.offices import Offices
from server.setting_up import set_up
from server.signed_in.account import PROVINCE
from server.signed_in.audit import PER_PAGE, Period, changes
from shared.clock import business_date
from shared.domain.fact import Fact
from shared.domain.office import Office
from shared.journal import tables
from shared.journal.server_tables import personal_read
from shared.journal.verify import verify
from tests.server.browsing import Browser, add_account, browser, form_token
from tests.server.facts import dossier_received
from tests.server.running import RunningServer, running

OTHER = "phuong-khac"
REASON = "Khiếu nại số 12/2026 của công dân"


@pytest.fixture
def two_offices(any_database: object, sample_ward: Office) -> Iterator[RunningServer]:
    """A server of two offices, on each kind of database in turn."""
    with running(any_database, sample_ward) as server:  # type: ignore[arg-type]
        set_up(server.engine, server.clock, replace(sample_ward, id=OTHER, name="Phường Khác"))
        yield server


def start_password_on(page: str) -> str:
    found = re.search(r'class="secret"[^>]*>([a-z0-9-]+)<', page)
    assert found, page
    return found[1]


def test_a_new_account_signs_in_once_with_its_start_password_and_chooses_its_own(
    two_offices: RunningServer,
) -> None:
    server = two_offices
    with browser(server, "province_administrator") as administrator:
        added = administrator.post(
            "/accounts?office=phuong-mau", {"sign_in": "Lanh.Dao", "name": " Lê  Thị Lan ", "role": "office_leader"}
        )
        password = start_password_on(added.text)
        assert added.headers["Cache-Control"] == "no-store"
        assert password not in administrator.get("/accounts?office=phuong-mau").text
        assert "Lê Thị Lan" in administrator.get("/accounts?office=phuong-mau").text
        found = administrator.post("/accounts/find", {"q": "LAN"})
        assert "Lê Thị Lan" in found.text
        assert "lan" not in found.url.casefold()
        assert "Lê Thị Lan" not in administrator.post("/accounts/find", {"q": "Bình"}).text
        assert "Lê Thị Lan" not in administrator.get(f"/accounts?office={OTHER}").text
    with requests.Session() as http:
        sent = {"sign_in": "lanh.dao", "password": password}
        page = http.post(f"{server.url}/sign-in?next=/reports", data=sent, timeout=30)
        assert page.url.endswith("/sign-in/password?next=/reports")
        own = {"csrf": form_token(page.text), "password": "tre làng bên sông", "again": "tre làng bên sông"}
        done = http.post(page.url, data=own, allow_redirects=False, timeout=30)
        assert done.status_code == 303
        assert done.headers["Location"] == "/reports"
        assert http.get(f"{server.url}/account", allow_redirects=False, timeout=30).status_code == 200
    with server.engine.connect() as connection:
        query = select(tables.event.c.kind, tables.event.c.body).where(tables.event.c.kind.like("administration.%"))
        events = [(str(kind), bytes(body).decode()) for kind, body in connection.execute(query)]
        assert [kind for kind, _ in events] == [
            "administration.account_added",
            "administration.account_password_chosen",
        ]
        assert administrator.account.actor in events[0][1]
        assert not any("Lan" in body or "lanh.dao" in body or password in body for _, body in events)
        for office in ("phuong-mau", PROVINCE):
            assert verify(connection, office).holds


def test_a_start_password_holds_for_a_week(administrator: Browser) -> None:
    server = administrator.server
    added = administrator.post("/accounts", {"sign_in": "cham.chan", "name": "Chậm", "role": "auditor"})
    server.clock.advance(timedelta(days=7, seconds=1))
    sent = {"sign_in": "cham.chan", "password": start_password_on(added.text)}
    with requests.post(f"{server.url}/sign-in", data=sent, allow_redirects=False, timeout=30) as refused:
        assert refused.status_code == 401
        assert "đặt lại tài khoản" in refused.text


def test_a_disabled_account_is_out_at_once_and_may_be_let_in_again(administrator: Browser) -> None:
    server = administrator.server
    with browser(server, "auditor", "phuong-mau", "kiem.tra") as other:
        assert other.get("/audit").status_code == 200
        where = "/accounts/one?office=phuong-mau"
        done = administrator.post(where, {"account": other.account.id, "what": "disable"})
        assert "done=disable" in done.headers["Location"]
        assert other.get("/audit").status_code == 303
        assert "Mở lại tài khoản" in administrator.get(f"{where}&account={other.account.id}").text
        administrator.post(where, {"account": other.account.id, "what": "enable"})
        assert other.get("/audit").status_code == 303  # its sessions are gone


def test_a_reset_signs_out_forgets_the_codes_and_shows_a_new_start_password(administrator: Browser) -> None:
    server = administrator.server
    with browser(server, "office_administrator", "phuong-mau", "quan.tri.xa") as other:
        with server.engine.begin() as connection:
            connection.exec_driver_sql(
                "UPDATE account SET totp_used = 5, failed = 9 WHERE role = 'office_administrator'"
            )
        where = "/accounts/one?office=phuong-mau"
        done = administrator.post(where, {"account": other.account.id, "what": "reset"})
        sent = {"sign_in": "quan.tri.xa", "password": start_password_on(done.text)}
        assert other.get("/audit").status_code == 303
        with requests.Session() as http:
            page = http.post(f"{server.url}/sign-in", data=sent, timeout=30)
            assert page.url.endswith("/sign-in/set-up")


def test_nobody_locks_themselves_out_but_another_administrator_may(administrator: Browser) -> None:
    own = {"account": administrator.account.id}
    for what in ("disable", "reset"):
        refused = administrator.post("/accounts/one", {**own, "what": what})
        assert refused.status_code == 409
        assert "người quản trị khác" in refused.text
    assert administrator.get("/account").status_code == 200
    with browser(administrator.server, "province_administrator", sign_in="thu.hai") as second:
        administrator.post("/accounts/one", {"account": second.account.id, "what": "disable"})
        assert second.get("/account").status_code == 303


def test_an_office_keeps_its_hands_off_the_accounts_of_others(administrator: Browser) -> None:
    server = administrator.server
    with browser(server, "office_administrator", "phuong-mau", "xa.khac") as theirs:
        assert theirs.get("/accounts").status_code == 200
        assert administrator.account.name not in theirs.get("/accounts").text
        for what in ("disable", "reset", "enable"):
            refused = theirs.post("/accounts/one", {"account": administrator.account.id, "what": what})
            assert refused.status_code == 404
        added = theirs.post("/accounts", {"sign_in": "leo.thang", "name": "Leo", "role": "province_administrator"})
        assert added.status_code == 422
        assert "leo.thang" not in administrator.get("/accounts").text


@pytest.mark.parametrize(
    ("sign_in", "name", "role", "said"),
    [
        ("auditor.tinh", "Trùng tên", "auditor", "đã có người dùng"),
        ("ab", "Ngắn", "auditor", "từ 3 đến 64 ký tự"),
        ("dai" * 30, "Dài", "auditor", "từ 3 đến 64 ký tự"),
        ("khong.ten", "  ", "auditor", "Cần họ tên"),
        ("sai.vai", "Sai vai", "office_leader", "Hãy chọn lại vai trò"),
        ("sai.vai", "Sai vai", "<script>", "Hãy chọn lại vai trò"),
    ],
)
def test_what_cannot_be_an_account_is_refused_and_the_form_stays_filled(
    administrator: Browser, sign_in: str, name: str, role: str, said: str
) -> None:
    add_account(administrator.server, "auditor")
    answered = administrator.post("/accounts", {"sign_in": sign_in, "name": name, "role": role})
    assert answered.status_code == 422
    assert said in answered.text
    assert f'value="{sign_in}"' in answered.text
    assert "<script>" not in answered.text


def test_the_audit_tells_what_was_before_and_after_and_by_whom(administrator: Browser) -> None:
    server = administrator.server
    offices = Offices(server.engine, server.clock)
    with offices.journal("phuong-mau").writing() as writer:
        renamed = replace(server.office, hotline="1900 0000")
        change(writer, offices, administrator.account.actor, "office_changed", lambda _: renamed)
    day = business_date(server.clock.now())
    province = administrator.get("/audit")
    assert province.status_code == 200
    assert "1900 0000" not in province.text  # only the province's own happenings
    server.clock.advance(timedelta(days=2))
    with browser(server, "office_administrator", "phuong-mau", "nguoi.khac") as other:
        other.post("/accounts", {"sign_in": "moi.them", "name": "Mới Thêm", "role": "auditor"})
        page = other.get("/audit").text
        assert page.index("Mới Thêm") < page.index("1900 0000")
        assert f"{server.office.hotline} → 1900 0000" in page
        assert administrator.account.name in page
        only_then = other.get(f"/audit?from={day}&to={day + timedelta(days=1)}").text
        assert "1900 0000" in only_then
        assert "Mới Thêm" not in only_then
        only_own = other.get(f"/audit?who={other.account.actor}").text
        assert "1900 0000" not in only_own
        assert "Mới Thêm" in only_own
        assert "Không có thay đổi" in other.get("/audit?to=2020-01-01").text


def test_an_office_server_shows_what_was_changed_on_itself(embedded_server: RunningServer) -> None:
    server = embedded_server
    row = {"office": "phuong-mau", "device": server.node.device, "kind": "office_server", "name": "Máy chủ", "index": 1}
    with server.engine.begin() as connection:
        connection.execute(insert(tables.device).values(**row, public_key="khóa", enrolled_at=0))
    with browser(server, "office_administrator", "phuong-mau") as administrator:
        administrator.post("/accounts", {"sign_in": "kiem.tra", "name": "Lê Thị Kiểm", "role": "auditor"})
        page = administrator.get("/audit").text
    assert "Thêm tài khoản" in page
    assert "Lê Thị Kiểm" in page


def test_the_audit_comes_in_pages_that_leave_nothing_out(embedded_server: RunningServer) -> None:
    many = 2 * PER_PAGE + 7
    with embedded_server.journal().writing() as writer:
        writer.append("command", [hotline_changed(number) for number in range(many)])
    seen: list[str] = []
    with browser(embedded_server, "auditor", "phuong-mau") as auditor:
        address = "/audit"
        while address:
            page = auditor.get(address).text
            seen += re.findall(r"→ 1900 (\d{4})", page)
            older = re.search(r'href="([^"]+)" rel="next"', page)
            address = older[1].replace("&amp;", "&") if older else ""
    assert seen == [f"{number:04}" for number in reversed(range(many))]
    with embedded_server.journal().reading() as reader:
        assert changes(reader, Period(), "nobody", None) == ((), None)


def hotline_changed(number: int) -> Fact:
    part = {"section": "hotline", "id": "", "before": {"hotline": ""}, "after": {"hotline": f"1900 {number:04}"}}
    return Fact("administration", "administration.office_changed", {"version": number + 2, "changes": [part]})


def received(server: RunningServer) -> tuple[str, str]:
    """A dossier of the sample ward with personal data; answers its id and code."""
    fact = dossier_received(1, "Trần Thị Bí Mật")
    with server.journal().writing() as writer:
        writer.append("staff-1", [fact])
    return fact.subject, str(fact.data["code"])


def test_reading_an_applicant_is_on_record_with_its_reason_before_it_is_shown(two_offices: RunningServer) -> None:
    server = two_offices
    dossier, code = received(server)
    with browser(server, "office_administrator", "phuong-mau") as administrator:
        asked = administrator.get("/audit/personal")
        assert asked.status_code == 200
        for sent in ({"code": code, "reason": "ngắn"}, {"code": code}, {"code": "khong-co", "reason": REASON}):
            refused = administrator.post("/audit/personal", sent)
            assert refused.status_code == 422
            assert "Bí Mật" not in refused.text
        assert reads(server) == []
        shown = administrator.post("/audit/personal", {"code": code, "reason": REASON})
        assert "Trần Thị Bí Mật" in shown.text
        assert shown.headers["Cache-Control"] == "no-store"
        assert reads(server) == [("phuong-mau", administrator.account.actor, dossier, REASON)]
        assert REASON in administrator.get("/audit/reads").text
    with browser(server, "auditor", "phuong-mau") as auditor:
        listed = auditor.get("/audit/reads").text
        assert REASON in listed
        assert code in listed
        assert "Bí Mật" not in listed
        assert auditor.post("/audit/personal", {"code": code, "reason": REASON}).status_code == 403
    with browser(server, "office_administrator", OTHER) as elsewhere:
        hidden = elsewhere.post("/audit/personal", {"code": code, "reason": REASON})
        assert hidden.status_code == 422
        assert REASON not in elsewhere.get("/audit/reads").text
    with browser(server, "province_administrator") as province:
        assert "Bí Mật" in province.post("/audit/personal", {"code": code, "reason": REASON}).text
    assert len(reads(server)) == 2


def reads(server: RunningServer) -> list[tuple[str, str, str, str]]:
    table = personal_read
    query = select(table.c.office, table.c.actor, table.c.subject, table.c.reason)
    with server.engine.connect() as connection:
        return [(str(a), str(b), str(c), str(d)) for a, b, c, d in connection.execute(query)]


def test_what_was_erased_is_said_to_be_erased(administrator: Browser) -> None:
    _, code = received(administrator.server)
    with administrator.server.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE personal SET body = NULL, erased_at = 1")
    shown = administrator.post("/audit/personal?office=phuong-mau", {"code": code, "reason": REASON})
    assert "đã được xóa" in shown.text
