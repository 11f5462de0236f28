"""The pages behind the QR codes: what they say, what they never say, and that a visit is rated once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
import requests
from sqlalchemy import select

from shared.domain.fact import Fact
from shared.domain.ticket import APPOINTMENT
from shared.journal import tables
from tests.server.facts import ticket_issued
from tests.server.office_morning import Morning
from tests.server.running import RunningServer


@pytest.fixture
def morning(server: RunningServer) -> Morning:
    return Morning(server)


@pytest.fixture
def phone() -> Iterator[requests.Session]:
    with requests.Session() as session:
        yield session


def text_of(html: str) -> str:
    without_script = re.sub(r"<(script|style|svg).*?</\1>", " ", html, flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", without_script))


def test_a_waiting_ticket_shows_who_is_ahead_and_how_long(
    server: RunningServer, morning: Morning, phone: requests.Session
) -> None:
    page = phone.get(f"{server.url}/t/{morning.tickets['last']}")
    text = text_of(page.text)
    assert page.status_code == 200
    assert "A007" in text
    assert "Hộ tịch – Chứng thực" in text
    assert "Phía trước còn 2 người" in text
    assert re.search(r"Dự kiến chờ \d+–\d+ phút", text)


@pytest.mark.parametrize(
    ("ticket", "vietnamese", "english"),
    [
        ("next", "Ông/Bà là người tiếp theo", "You are next"),
        ("called", "Quầy số 1", "Counter 1"),
        ("parked", "sẽ gọi lại", "will call you again"),
        ("absent", "chưa thấy Ông/Bà", "you were not there"),
        ("done", "Đánh giá lượt phục vụ", "Rate this visit"),
        ("old", "Số này của ngày 20/11/2026", "This number was for 20 November 2026"),
    ],
)
def test_every_state_of_a_ticket_is_told_in_two_languages(
    server: RunningServer, morning: Morning, phone: requests.Session, ticket: str, vietnamese: str, english: str
) -> None:
    address = f"{server.url}/t/{morning.tickets[ticket]}"
    assert vietnamese in text_of(phone.get(address).text)
    page = phone.get(f"{address}?lang=en")
    assert english in text_of(page.text)
    assert '<html lang="en">' in page.text


def write(server: RunningServer, *facts: Fact) -> None:
    with server.journal().writing() as writer:
        writer.append("staff-1", facts)


def test_a_visit_with_several_matters_is_followed_from_one_line_to_the_next(
    server: RunningServer, morning: Morning, phone: requests.Session
) -> None:
    visit = ticket_issued(9)
    visit = Fact(visit.subject, visit.kind, {**visit.data, "further": ["C", "F"]})
    address = f"{server.url}/t/{visit.data['token']}"
    first_of_c = ticket_issued(1, line="C")
    write(server, first_of_c)
    server.clock.advance(timedelta(minutes=1))
    write(server, visit)
    waiting = text_of(phone.get(address).text)
    assert "Phía trước còn 3 người" in waiting
    assert "Sau đó: Cư trú – Căn cước; Trả kết quả" in waiting
    call = {"counter": "quay-2", "desk": "desk", "key": "key", "mode": "claimed"}
    write(server, Fact(visit.subject, "ticket.called", call))
    write(server, Fact(visit.subject, "ticket.moved_on", {"counter": "quay-2", "line": "C"}))
    moved = text_of(phone.get(address).text)
    assert "Chờ việc tiếp theo" in moved
    assert "Phía trước còn 1 người" in moved
    assert "Đã xong: Hộ tịch – Chứng thực" in moved
    assert "Sau đó: Trả kết quả" in moved
    assert "Xin giữ số này" in moved
    english = text_of(phone.get(f"{address}?lang=en").text)
    assert "Waiting again" in english
    assert "Then: Collect a result" in english


def test_a_visit_that_is_over_says_nothing_more_of_its_matters(
    server: RunningServer, morning: Morning, phone: requests.Session
) -> None:
    visit = ticket_issued(9)
    visit = Fact(visit.subject, visit.kind, {**visit.data, "further": ["C"]})
    write(server, visit)
    for number, leave in enumerate(("moved_on", "done")):
        call = {"counter": "quay-1", "desk": "desk", "key": f"key{number}", "mode": "claimed"}
        write(server, Fact(visit.subject, "ticket.called", call))
        write(server, Fact(visit.subject, f"ticket.{leave}", {"counter": "quay-1", "line": "C"}))
    text = text_of(phone.get(f"{server.url}/t/{visit.data['token']}").text)
    assert "Đã phục vụ" in text
    assert "Sau đó" not in text
    assert "Đã xong:" not in text


def test_who_came_by_appointment_reads_its_time(server: RunningServer, phone: requests.Session) -> None:
    booked = {"code": "LH123456", "line": "A", "at": "2026-11-23T08:15:00+07:00", "procedure": None}
    write(server, Fact("appointment-1", "appointment.booked", booked))
    for number, known in ((1, "appointment-1"), (2, "appointment-of-another-server")):
        fact = ticket_issued(number, priority=APPOINTMENT)
        write(server, Fact(fact.subject, fact.kind, {**fact.data, "appointment": known}))
        text = text_of(phone.get(f"{server.url}/t/{fact.data['token']}").text)
        assert ("lịch hẹn lúc 08:15" in text, "theo lịch hẹn và được" in text) == (number == 1, number == 2)
        assert "nhóm được ưu tiên" not in text


def test_a_dossier_shows_its_way_and_its_promise_and_no_name(
    server: RunningServer, morning: Morning, phone: requests.Session
) -> None:
    for name, expected in (
        ("received", "chờ chuyển đến cơ quan giải quyết"),
        ("processing", "đang giải quyết hồ sơ"),
        ("ready", "Kết quả đã có tại quầy"),
        ("returned", "Đã trả kết quả"),
    ):
        text = text_of(phone.get(f"{server.url}/d/{morning.dossiers[name]}").text)
        assert expected in text
        assert "Thử" not in text.replace("Thành phố Thử", "")
        assert "000000000000" not in text
    assert "17 giờ, thứ Ba, ngày 24/11/2026" in text_of(phone.get(f"{server.url}/d/{morning.dossiers['ready']}").text)


def test_a_late_dossier_comes_with_an_apology(server: RunningServer, morning: Morning, phone: requests.Session) -> None:
    server.clock.advance(timedelta(days=2))
    text = text_of(phone.get(f"{server.url}/d/{morning.dossiers['processing']}").text)
    assert "xin lỗi" in text
    assert server.office.hotline in text


def test_a_visit_is_rated_once(server: RunningServer, morning: Morning, phone: requests.Session) -> None:
    address = f"{server.url}/r/{morning.tickets['done']}"
    form = {"score": "2", "reason": ["waiting", "time", "nonsense"], "comment": "  Rất tốt  "}
    first = phone.post(address, data=form)
    assert first.url.endswith("?given=1")
    assert "Cảm ơn Ông/Bà đã đánh giá" in text_of(first.text)
    second = phone.post(address, data={"score": "1"})
    assert "Đã được đánh giá" in text_of(second.text)
    with server.journal().reading() as reader:
        rows = reader.connection.execute(select(tables.rating.c.score, tables.rating.c.document)).all()
        comments = reader.connection.execute(select(tables.personal.c.body)).scalars().all()
    assert [row[0] for row in rows] == [2]
    assert b'"reasons":["waiting","time"]' in rows[0][1]
    assert any("Rất tốt" in bytes(body).decode() for body in comments)


def test_a_rating_without_a_face_is_asked_again_and_keeps_what_was_written(
    server: RunningServer, morning: Morning, phone: requests.Session
) -> None:
    address = f"{server.url}/r/{morning.dossiers['returned']}?lang=en"
    page = phone.post(address, data={"score": "9", "reason": "cost", "comment": "<b>hello</b>"})
    assert page.status_code == 422
    assert "Please choose a face" in text_of(page.text)
    assert "&lt;b&gt;hello&lt;/b&gt;" in page.text
    assert re.search(r'value="cost" checked', page.text)


def test_a_ticket_that_waits_is_not_rated_yet(server: RunningServer, morning: Morning, phone: requests.Session) -> None:
    address = f"{server.url}/r/{morning.tickets['waiting']}"
    assert "sau khi được phục vụ" in text_of(phone.get(address).text)
    assert "sau khi được phục vụ" in text_of(phone.post(address, data={"score": "3"}).text)


@pytest.mark.parametrize("path", ["/t/NOPE", "/d/" + "A" * 26, "/r/" + "2" * 26, "/t/..%2f..%2fetc", "/d/' OR 1=1"])
def test_an_unknown_token_gets_a_friendly_page(server: RunningServer, phone: requests.Session, path: str) -> None:
    page = phone.get(server.url + path)
    assert page.status_code == 404
    if "%2f" not in path:
        assert "Xin quét lại mã QR" in text_of(page.text)


def test_the_interface_for_programs_describes_itself(server: RunningServer, phone: requests.Session) -> None:
    page = phone.get(f"{server.url}/api?lang=en")
    paths = phone.get(f"{server.url}/openapi.json").json()["paths"]
    assert {"/api/replication/push", "/api/replication/pull", "/api/desk/next", "/api/enrolment"} <= set(paths)
    assert all(path in page.text for path in paths)


def test_small_letters_in_a_typed_address_are_forgiven(
    server: RunningServer, morning: Morning, phone: requests.Session
) -> None:
    assert phone.get(f"{server.url}/t/{morning.tickets['next'].lower()}").status_code == 200


def test_pages_are_private_and_bring_everything_themselves(
    server: RunningServer, morning: Morning, phone: requests.Session
) -> None:
    page = phone.get(f"{server.url}/t/{morning.tickets['next']}")
    headers = page.headers
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    links = re.findall(r'(?:src|href)="([^"]+)"', page.text)
    assert all(link.startswith(("/", "#", "tel:")) for link in links)
    for link in links:
        if link.startswith("/static/"):
            asset = phone.get(server.url + link)
            assert (asset.status_code, "immutable" in asset.headers["Cache-Control"]) == (200, True)
    assert phone.get(f"{server.url}/static/passwd").status_code == 404
