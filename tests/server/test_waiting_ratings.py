"""Ratings that came before the server had heard of the visit: kept, given once, and never more than may be kept."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

import pytest
import requests
from sqlalchemy import Engine, func, select

from server.arrivals import Arrivals
from server.offices import Offices
from server.public_pages import waiting_ratings
from server.public_pages.rating_form import RatingForm
from server.public_pages.waiting_ratings import KEPT_FOR, WaitingRatings
from server.turns import turn_at
from server.writing_lane import WritingLane
from shared.domain.fact import Fact
from shared.domain.office import Office
from shared.domain.rating import rating_id
from shared.journal import tables
from shared.journal.engine import postgresql_engine, sqlite_engine
from shared.journal.server_tables import rating_waiting
from tests.server.facts import dossier_received, ticket_issued
from tests.server.running import KEY, RunningServer, file_engine, running, serving
from tests.server.waiting import until

CALL = {"counter": "quay-1", "desk": "desk", "key": "key", "mode": "claimed"}
FORM = {"score": "1", "reason": ["waiting"], "comment": "Chờ lâu quá"}


@pytest.fixture
def phone() -> Iterator[requests.Session]:
    with requests.Session() as session:
        yield session


def write(server: RunningServer, *facts: Fact) -> None:
    with server.journal().writing() as writer:
        writer.append("staff-1", facts)


def ratings(server: RunningServer) -> list[tuple[str, int]]:
    with server.journal().reading() as reader:
        rows = reader.connection.execute(select(tables.rating.c.subject, tables.rating.c.score)).all()
    return [(str(subject), int(score)) for subject, score in rows]


def events_of_ratings(server: RunningServer) -> int:
    event = tables.event
    with server.journal().reading() as reader:
        query = select(func.count()).where(event.c.office == reader.office, event.c.kind == "rating.given")
        return int(reader.connection.execute(query).scalar_one())


def waiting(server: RunningServer) -> int:
    with server.engine.connect() as connection:
        return int(connection.execute(select(func.count()).select_from(rating_waiting)).scalar_one())


@pytest.fixture(params=["sqlite", "postgresql"])
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], Engine]]:
    """Opens one empty database, as each process does for itself."""
    with ExitStack() as at_the_end:
        if request.param == "sqlite":
            at_the_end.callback(file_engine(tmp_path).dispose)
        else:
            cluster = request.getfixturevalue("postgresql_cluster")
            url = cluster.new_database(request.getfixturevalue("postgresql_template"))

        def open_again() -> Engine:
            engine = (
                sqlite_engine(tmp_path / "journal.db", KEY) if request.param == "sqlite" else postgresql_engine(url)
            )
            at_the_end.callback(engine.dispose)
            return engine

        yield open_again


def keeper(engine: Engine, server: RunningServer, at_the_end: ExitStack) -> WaitingRatings:
    """What looks after the waiting ratings in another process."""
    offices = Offices(engine, server.clock)
    lane = WritingLane(turn_at(engine))
    at_the_end.callback(lane.close)
    return WaitingRatings(offices, lane, Arrivals(offices.marks))


def test_a_rating_of_an_unknown_slip_counts_as_soon_as_the_slip_arrives(
    server: RunningServer, phone: requests.Session
) -> None:
    slip = ticket_issued(1)
    address = f"{server.url}/r/{slip.data['token']}"
    asked = phone.get(address)
    assert (asked.status_code, "chưa về tới máy chủ" in asked.text) == (404, True)
    thanked = phone.post(address, data=FORM)
    assert (thanked.status_code, "Đánh giá đã được giữ lại" in thanked.text) == (200, True)
    assert "Đánh giá đã được giữ lại" in phone.post(address, data={"score": "3"}).text
    assert (ratings(server), waiting(server)) == ([], 1)
    write(server, slip)
    assert "Đánh giá đã được giữ lại" in phone.get(address).text
    write(server, Fact(slip.subject, "ticket.called", CALL))
    until(lambda: waiting(server) == 0)
    assert ratings(server) == [(rating_id(slip.subject), 1)]
    assert "Đã được đánh giá" in phone.get(address).text
    with server.journal().reading() as reader:
        comments = reader.connection.execute(select(tables.personal.c.body)).scalars().all()
    assert any("Chờ lâu quá" in bytes(body).decode() for body in comments)


def test_a_number_that_was_not_served_yet_keeps_its_rating_until_it_is(
    embedded_server: RunningServer, phone: requests.Session
) -> None:
    slip = ticket_issued(1)
    write(embedded_server, slip)
    address = f"{embedded_server.url}/r/{slip.data['token']}"
    assert "sau khi được phục vụ" in phone.get(address).text
    form = phone.get(f"{address}?served=1")
    assert (form.status_code, "được giữ lại" in form.text, 'name="score"' in form.text) == (200, True, True)
    assert "Your rating has been kept" in phone.post(f"{address}?lang=en", data=FORM).text
    assert ratings(embedded_server) == []
    write(embedded_server, Fact(slip.subject, "ticket.called", CALL))
    until(lambda: ratings(embedded_server) == [(rating_id(slip.subject), 1)])


def test_two_processes_and_one_that_was_started_again_give_each_rating_once(
    opened: Callable[[], Engine], sample_ward: Office
) -> None:
    slips = [ticket_issued(number) for number in range(1, 13)]
    receipts = [dossier_received(number) for number in range(1, 9)]
    subjects = [*slips, *receipts]
    with ExitStack() as at_the_end:
        with running(opened(), sample_ward) as server:
            before = keeper(opened(), server, at_the_end)
            for fact in subjects:
                assert before.keep(str(fact.data["token"]), RatingForm(2)) == "kept"
        write(server, *subjects, *(Fact(slip.subject, "ticket.called", CALL) for slip in slips))
        keepers = [keeper(opened(), server, at_the_end) for _ in range(2)]
        given: list[int] = []
        together = threading.Barrier(len(keepers))

        def look(mine: WaitingRatings) -> None:
            together.wait()
            given.append(asyncio.run(mine.look()))

        threads = [threading.Thread(target=look, args=(mine,)) for mine in keepers]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sum(given) == len(subjects)
        assert sorted(ratings(server)) == sorted((rating_id(fact.subject), 2) for fact in subjects)
        assert (events_of_ratings(server), waiting(server)) == (len(subjects), 0)


def test_a_rating_waits_through_a_restart_of_the_server(
    embedded_server: RunningServer, phone: requests.Session
) -> None:
    receipt = dossier_received(1)
    token = receipt.data["token"]
    assert phone.post(f"{embedded_server.url}/r/{token}", data=FORM).status_code == 200
    with serving(embedded_server.engine, embedded_server.clock) as again:
        assert "Đánh giá đã được giữ lại" in phone.get(f"{again}/r/{token}").text
        write(embedded_server, receipt)
        until(lambda: ratings(embedded_server) == [(rating_id(receipt.subject), 1)])
    assert events_of_ratings(embedded_server) == 1


def test_what_was_rated_at_the_kiosk_meanwhile_stays_as_it_is(
    embedded_server: RunningServer, phone: requests.Session
) -> None:
    slip = ticket_issued(1)
    phone.post(f"{embedded_server.url}/r/{slip.data['token']}", data=FORM)
    at_the_kiosk = {"about": "ticket", "about_id": slip.subject, "score": 3, "reasons": [], "channel": "kiosk"}
    write(
        embedded_server,
        slip,
        Fact(slip.subject, "ticket.called", CALL),
        Fact(rating_id(slip.subject), "rating.given", at_the_kiosk),
    )
    until(lambda: waiting(embedded_server) == 0)
    assert ratings(embedded_server) == [(rating_id(slip.subject), 3)]
    assert events_of_ratings(embedded_server) == 1


def test_what_nothing_was_heard_of_for_thirty_days_is_deleted(
    embedded_server: RunningServer, phone: requests.Session
) -> None:
    old, young = str(ticket_issued(1).data["token"]), str(ticket_issued(2).data["token"])
    phone.post(f"{embedded_server.url}/r/{old}", data=FORM)
    embedded_server.clock.advance(KEPT_FOR)
    phone.post(f"{embedded_server.url}/r/{young}", data=FORM)
    embedded_server.clock.advance(timedelta(minutes=1))
    until(lambda: waiting(embedded_server) == 1)
    assert "Đánh giá đã được giữ lại" in phone.get(f"{embedded_server.url}/r/{young}").text


def test_no_more_is_kept_than_there_is_room_for_and_that_is_said(
    embedded_server: RunningServer, phone: requests.Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting_ratings, "MOST_KEPT", 1)
    first, second = (f"{embedded_server.url}/r/{ticket_issued(number).data['token']}" for number in (1, 2))
    assert phone.post(first, data=FORM).status_code == 200
    refused = phone.post(second, data=FORM)
    assert (refused.status_code, "Chưa giữ được đánh giá" in refused.text) == (503, True)
    assert refused.headers["Retry-After"] == "86400"
    assert "Đánh giá đã được giữ lại" in phone.post(first, data=FORM).text
    assert waiting(embedded_server) == 1


def test_what_can_be_no_token_is_not_kept(embedded_server: RunningServer, phone: requests.Session) -> None:
    for token in ("NOPE", "A" * 25, "A" * 27, "0" * 26, "..%2f..%2fetc", "slip.2026-11-23.A001"):
        assert phone.post(f"{embedded_server.url}/r/{token}", data=FORM).status_code == 404
    assert waiting(embedded_server) == 0
