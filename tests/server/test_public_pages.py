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
from tests.server.facts import dossier_received, ticket_issued
from tests.server.office_morning import Morning
from tests.server.running import RunningServer


@pytest.fixture
def morning(server: RunningServer) -> Morning:
    return Morning(server)


@pytest.fixture
def embedded_morning(embedded_server: RunningServer) -> Morning:
    return Morning(embedded_server)


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


def test_every_state_of_a_ticket_is_told_in_two_languages(
    server: RunningServer, morning: Morning, phone: requests.Session
) -> None:
    for ticket, vietnamese, english in (
        ("next", "Ông/Bà là người tiếp theo", "You are next"),
        ("last", "Sắp đến lượt Ông/Bà", "It is nearly your turn"),
        ("called", "Quầy số 1", "Counter 1"),
        ("parked", "sẽ gọi lại", "will call you again"),
        ("absent", "chưa thấy Ông/Bà", "you were not there"),
        ("done", "Đánh giá lượt phục vụ", "Rate this visit"),
        ("old", "Số này của ngày 20/11/2026", "This number was for 20 November 2026"),
    ):
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
    embedded_server: RunningServer, embedded_morning: Morning, phone: requests.Session
) -> None:
    visit = ticket_issued(9)
    visit = Fact(visit.subject, visit.kind, {**visit.data, "further": ["C"]})
    write(embedded_server, visit)
    for number, leave in enumerate(("moved_on", "done")):
        call = {"counter": "quay-1", "desk": "desk", "key": f"key{number}", "mode": "claimed"}
        write(embedded_server, Fact(visit.subject, "ticket.called", call))
        write(embedded_server, Fact(visit.subject, f"ticket.{leave}", {"counter": "quay-1", "line": "C"}))
    text = text_of(phone.get(f"{embedded_server.url}/t/{visit.data['token']}").text)
    assert "Đã phục vụ" in text
    assert "Sau đó" not in text
    assert "Đã xong:" not in text


def test_who_came_by_appointment_reads_its_time(embedded_server: RunningServer, phone: requests.Session) -> None:
    booked = {"code": "LH123456", "line": "A", "at": "2026-11-23T08:15:00+07:00", "procedure": None}
    write(embedded_server, Fact("appointment-1", "appointment.booked", booked))
    for number, known in ((1, "appointment-1"), (2, "appointment-of-another-embedded_server")):
        fact = ticket_issued(number, priority=APPOINTMENT)
        write(embedded_server, Fact(fact.subject, fact.kind, {**fact.data, "appointment": known}))
        text = text_of(phone.get(f"{embedded_server.url}/t/{fact.data['token']}").text)
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


def test_a_late_dossier_comes_with_an_apology(
    embedded_server: RunningServer, embedded_morning: Morning, phone: requests.Session
) -> None:
    embedded_server.clock.advance(timedelta(days=2))
    text = text_of(phone.get(f"{embedded_server.url}/d/{embedded_morning.dossiers['processing']}").text)
    assert "xin lỗi" in text
    assert embedded_server.office.hotline in text


def test_a_visit_is_rated_once(server: RunningServer, morning: Morning, phone: requests.Session) -> None:
    address = f"{server.url}/r/{morning.tickets['done']}"
    ticket = f"{server.url}/t/{morning.tickets['done']}"
    assert 'id="rate"' in phone.get(ticket).text
    form = {"score": "2", "reason": ["waiting", "time", "nonsense"], "comment": "  Rất tốt  "}
    first = phone.post(address, data=form)
    assert first.url.endswith("?given=1")
    assert "Cảm ơn Ông/Bà đã đánh giá" in text_of(first.text)
    second = phone.post(address, data={"score": "1"})
    assert "Đã được đánh giá" in text_of(second.text)
    assert 'id="rate"' not in phone.get(ticket).text
    assert "đã được đánh giá trước đó" in text_of(phone.get(ticket).text)
    with server.journal().reading() as reader:
        rows = reader.connection.execute(select(tables.rating.c.score, tables.rating.c.document)).all()
        comments = reader.connection.execute(select(tables.personal.c.body)).scalars().all()
    assert [row[0] for row in rows] == [2]
    assert b'"reasons":["waiting","time"]' in rows[0][1]
    assert any("Rất tốt" in bytes(body).decode() for body in comments)


def test_a_rating_without_a_face_is_asked_again_and_keeps_what_was_written(
    embedded_server: RunningServer, embedded_morning: Morning, phone: requests.Session
) -> None:
    address = f"{embedded_server.url}/r/{embedded_morning.dossiers['returned']}?lang=en"
    page = phone.post(address, data={"score": "9", "reason": "cost", "comment": "<b>hello</b>"})
    assert page.status_code == 422
    assert "Please choose a face" in text_of(page.text)
    assert "&lt;b&gt;hello&lt;/b&gt;" in page.text
    assert re.search(r'value="cost" checked', page.text)


def test_a_ticket_that_waits_is_not_rated_yet_unless_its_holder_says_that_it_was_served(
    server: RunningServer, morning: Morning, phone: requests.Session
) -> None:
    address = f"{server.url}/r/{morning.tickets['waiting']}"
    page = phone.get(address)
    assert "sau khi được phục vụ" in text_of(page.text)
    assert 'name="score"' not in page.text
    assert 'name="score"' in phone.get(f"{address}?served=1").text


def test_what_can_be_no_token_gets_a_friendly_page(embedded_server: RunningServer, phone: requests.Session) -> None:
    for path in ("/t/NOPE", "/t/" + "1" * 26, "/r/" + "A" * 25, "/d/' OR 1=1"):
        page = phone.get(embedded_server.url + path)
        assert page.status_code == 404
        assert "Xin quét lại mã QR" in text_of(page.text)
    assert phone.get(f"{embedded_server.url}/t/..%2f..%2fetc").status_code == 404


def test_a_token_that_the_server_has_not_heard_of_is_no_mistake_of_the_citizen(
    server: RunningServer, phone: requests.Session
) -> None:
    for path, vietnamese, english in (
        ("/t/", "Số này chưa về tới máy chủ", "has not heard of this number yet"),
        ("/d/", "Hồ sơ này chưa về tới máy chủ", "has not heard of this dossier yet"),
        ("/r/", "Phiếu này chưa về tới máy chủ", "This slip has not reached the server yet"),
    ):
        address = f"{server.url}{path}{'A' * 26}"
        for language, expected in (("", vietnamese), ("?lang=en", english)):
            page = phone.get(address + language)
            assert (page.status_code, page.headers["Cache-Control"]) == (404, "no-store")
            assert expected in text_of(page.text)
            assert "A" * 26 not in text_of(page.text)


def test_what_counters_did_to_a_waiting_number_is_told(embedded_server: RunningServer, phone: requests.Session) -> None:
    write(embedded_server, Fact("desk-1", "desk.opened", {"counter": "quay-1", "lines": ["A", "C"]}))
    slip = ticket_issued(1)
    address = f"{embedded_server.url}/t/{slip.data['token']}"
    write(embedded_server, slip)
    assert "Nơi gọi: Quầy số 1, 3, 4" in text_of(phone.get(address).text)
    call = {"counter": "quay-1", "desk": "desk", "key": "key", "mode": "claimed"}
    write(embedded_server, Fact(slip.subject, "ticket.called", call))
    write(embedded_server, Fact(slip.subject, "ticket.call_undone", {"counter": "quay-1"}))
    assert "Quầy đã thu lại lượt gọi" in text_of(phone.get(address).text)
    sent_on = {"counter": "quay-1", "line": "C", "to_counter": "quay-2", "return_to": None}
    write(embedded_server, Fact(slip.subject, "ticket.called", {**call, "key": "again"}))
    write(embedded_server, Fact(slip.subject, "ticket.transferred", sent_on))
    text = text_of(phone.get(address).text)
    assert "đã được chuyển đến: Quầy số 2. Không cần lấy số mới." in text
    assert "Nơi gọi: Quầy số 2" in text
    assert "sent on to: Counter 2" in text_of(phone.get(f"{address}?lang=en").text)


def test_after_the_last_session_a_number_that_still_waits_is_told_when_the_office_opens_again(
    embedded_server: RunningServer, phone: requests.Session
) -> None:
    slip = ticket_issued(1)
    write(embedded_server, slip)
    address = f"{embedded_server.url}/t/{slip.data['token']}"
    assert "hết giờ làm việc" not in text_of(phone.get(address).text)
    embedded_server.clock.advance(timedelta(hours=10))
    text = text_of(phone.get(address).text).replace("\u2060", "")
    assert "Hôm nay đã hết giờ làm việc" in text
    assert "Ngày làm việc tới: thứ Tư, 25/11/2026: 07:30–11:30, 13:30–17:00" in text
    write(embedded_server, Fact("desk-1", "desk.opened", {"counter": "quay-1", "lines": ["A"]}))
    assert "hết giờ làm việc" not in text_of(phone.get(address).text)


def test_a_dossier_says_what_to_bring_where_and_when_the_office_is_open(
    embedded_server: RunningServer, embedded_morning: Morning, phone: requests.Session
) -> None:
    text = text_of(phone.get(f"{embedded_server.url}/d/{embedded_morning.dossiers['ready']}").text).replace(
        "\u2060", ""
    )
    for expected in (
        "Khi đến nhận, mời Ông/Bà mang theo Giấy tiếp nhận hồ sơ",
        "Giấy ủy quyền, nếu nhận thay người khác",
        f"Nơi trả kết quả {embedded_server.office.name} {embedded_server.office.address}",
        "Giờ làm việc hôm nay 07:30–11:30, 13:30–17:00",
        "Ngày làm việc tới thứ Tư, 25/11/2026",
    ):
        assert expected in text
    returned = text_of(phone.get(f"{embedded_server.url}/d/{embedded_morning.dossiers['returned']}").text)
    assert "Giờ làm việc" not in returned
    assert "mang theo" not in returned


def test_a_result_that_comes_by_post_asks_nobody_to_come(
    embedded_server: RunningServer, phone: requests.Session
) -> None:
    received = dossier_received(1)
    write(embedded_server, Fact(received.subject, received.kind, {**received.data, "return_way": "post"}))
    text = text_of(phone.get(f"{embedded_server.url}/d/{received.data['token']}").text)
    assert "Kết quả được gửi đến Ông/Bà qua bưu chính." in text
    assert "Giờ làm việc" not in text


def test_whoever_asks_too_often_is_told_when_to_try_again_and_others_are_answered(
    embedded_server: RunningServer, phone: requests.Session
) -> None:
    address = f"{embedded_server.url}/r/{'B' * 26}"
    answers = [phone.post(address, data={"score": "8"}) for _ in range(11)]
    assert [answer.status_code for answer in answers] == [422] * 10 + [429]
    assert 1 <= int(answers[-1].headers["Retry-After"]) <= 30
    assert "Xin thử lại sau" in text_of(answers[-1].text)
    assert phone.post(f"{embedded_server.url}/r/{'C' * 26}", data={"score": "8"}).status_code == 422


def test_the_interface_for_programs_describes_itself(embedded_server: RunningServer, phone: requests.Session) -> None:
    page = phone.get(f"{embedded_server.url}/api?lang=en")
    paths = phone.get(f"{embedded_server.url}/openapi.json").json()["paths"]
    assert {"/api/replication/push", "/api/replication/pull", "/api/desk/next", "/api/enrolment"} <= set(paths)
    assert all(path in page.text for path in paths)


def test_small_letters_in_a_typed_address_are_forgiven(
    embedded_server: RunningServer, embedded_morning: Morning, phone: requests.Session
) -> None:
    assert phone.get(f"{embedded_server.url}/t/{embedded_morning.tickets['next'].lower()}").status_code == 200


def test_every_answer_is_private_and_brings_everything_itself(
    embedded_server: RunningServer, embedded_morning: Morning, phone: requests.Session
) -> None:
    rated = phone.post(
        f"{embedded_server.url}/r/{embedded_morning.tickets['done']}", data={"score": "3"}, allow_redirects=False
    )
    assert rated.status_code == 303
    unknown = "A" * 26
    paths = (
        f"/t/{embedded_morning.tickets['next']}",
        f"/d/{embedded_morning.dossiers['ready']}",
        f"/t/{unknown}",
        f"/r/{unknown}",
        "/d/NO",
    )
    answers = [rated, *(phone.get(embedded_server.url + path) for path in paths)]
    for answer in answers:
        headers = answer.headers
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Cache-Control"] == "no-store"
        assert "noindex" in headers["X-Robots-Tag"]
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert "unsafe" not in headers["Content-Security-Policy"]
        assert "Set-Cookie" not in headers
        assert re.search(r"[A-Z2-7]{26}", text_of(answer.text)) is None
        assert " style=" not in answer.text
        assert "<style" not in answer.text
        assert re.findall(r"<script(?![^>]* src=)", answer.text) == []
        links = re.findall(r'(?:src|href)="([^"]+)"', answer.text)
        assert all(link.startswith(("/", "#", "tel:")) for link in links)
        for link in links:
            if link.startswith("/static/"):
                asset = phone.get(embedded_server.url + link)
                assert (asset.status_code, "immutable" in asset.headers["Cache-Control"]) == (200, True)
    assert phone.get(f"{embedded_server.url}/static/passwd").status_code == 404
