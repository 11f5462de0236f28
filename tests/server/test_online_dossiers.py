"""Online dossiers and results of other systems: received once, by the office's rules, personal data kept apart."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import requests
from sqlalchemy import Engine, func, select

from server.connections.clients import revoke_client
from server.offices import Offices
from server.setting_up import set_up
from shared.clock import SetClock
from shared.domain.office import Office
from shared.domain.office_names import staff_name
from shared.journal import tables
from shared.journal.dossier_queries import dossier_by_code, personal_records
from shared.journal.engine import WRITING, postgresql_engine
from shared.journal.node import read_node, write_node
from shared.journal.opening import open_server
from shared.replication.signing import new_private_key
from tests.server import postgresql
from tests.server.conftest import MakeDevice
from tests.server.connected import Partner, a_key, online_dossier
from tests.server.running import MORNING, RunningServer, serving
from tests.server.server_process import server_process
from tests.server.test_replication_over_http import pull_all

_PERSONAL = ("Nguyễn Văn Thử", "001099012345", "0900000000")


@pytest.fixture
def partner(server: RunningServer) -> Iterator[Partner]:
    """A program of the province that may do everything."""
    partner = Partner(server.url, a_key(server.engine, server.clock, "cong-tinh"))
    yield partner
    partner.close()


def how_many(engine: Engine, kind: str = "dossier.received") -> int:
    """How many events of `kind` the journal has."""
    with engine.begin() as connection:
        query = select(func.count()).select_from(tables.event).where(tables.event.c.kind == kind)
        return int(connection.execute(query).scalar_one())


def test_an_online_dossier_is_received_by_the_rules_of_the_office(server: RunningServer, partner: Partner) -> None:
    answer = partner.post("/dossiers", online_dossier())
    assert answer.status_code == 201
    received = answer.json()
    assert received["code"] == "H99.99.01-261123-0001"
    assert received["due_at"] == "2026-11-23T17:00:00+07:00"
    assert received["links"]["follow"] == f"{server.office.public_url}/d/{received['token']}"
    second = partner.post("/dossiers", {**online_dossier("G22.99-261123-000002"), "online_service": "full"}).json()
    assert second["code"] == "H99.99.01-261123-0002"
    now = partner.get(f"/dossiers/{received['code']}").json()
    assert (now["channel"], now["state"], now["portal_number"]) == (2, 2, "G22.99-261123-000001")
    page = requests.get(f"{server.url}/d/{received['token']}", timeout=10)
    assert received["code"] in page.text
    with server.engine.begin() as connection:
        bodies = [bytes(each).decode() for each in connection.execute(select(tables.event.c.body)).scalars()]
        records = [bytes(each).decode() for each in connection.execute(select(tables.personal.c.body)).scalars()]
        channel = select(tables.dossier.c.channel).where(tables.dossier.c.code == second["code"])
        assert connection.execute(channel).scalar_one() == "online_full"
    assert any('"actor":"client:cong-tinh"' in body for body in bodies)
    for word in _PERSONAL:
        assert not any(word in body for body in bodies)
        assert any(word in record for record in records)


def test_the_counters_of_the_office_get_it_by_pull(embedded_server: RunningServer, make_device: MakeDevice) -> None:
    partner = Partner(embedded_server.url, a_key(embedded_server.engine, embedded_server.clock, "cong-tinh"))
    code = partner.post("/dossiers", online_dossier()).json()["code"]
    partner.close()
    counter = make_device(embedded_server, "counter")
    pull_all(counter)
    with counter.journal.reading() as reader:
        found = dossier_by_code(reader, code)
        assert found is not None
        assert (found.channel, found.counter, found.stage) == ("online", "online", "received")
        assert staff_name(embedded_server.office, found.received_by) == "Hệ thống cong-tinh"
        assert personal_records(reader, [found.applicant or ""])[found.applicant or ""]["name"] == "Nguyễn Văn Thử"


def test_the_same_request_is_received_once_and_answered_alike(server: RunningServer, partner: Partner) -> None:
    first = partner.post("/dossiers", online_dossier(), key="yeu-cau-0001")
    again = partner.post("/dossiers", online_dossier(), key="yeu-cau-0001")
    by_number = partner.post("/dossiers", online_dossier(), key="yeu-cau-0002")
    assert first.content == again.content == by_number.content
    assert [each.headers.get("Idempotency-Replayed") for each in (first, again, by_number)] == [None, "true", "true"]
    other_body = partner.post("/dossiers", online_dossier("G22.99-261123-000009"), key="yeu-cau-0001")
    assert (other_body.status_code, other_body.json()["code"]) == (409, "key_reused")
    other_words = partner.post("/dossiers", online_dossier(sets=2), key="yeu-cau-0003")
    assert (other_words.status_code, other_words.json()["code"]) == (409, "portal_number_used")
    assert how_many(server.engine) == 1


def test_what_was_refused_leaves_nothing_and_may_be_sent_again(server: RunningServer, partner: Partner) -> None:
    refused = partner.post("/dossiers", online_dossier(procedure="1.999999"), key="yeu-cau-0001")
    assert (refused.status_code, refused.json()["code"]) == (409, "no_such_procedure")
    assert how_many(server.engine) == 0
    accepted = partner.post("/dossiers", online_dossier(), key="yeu-cau-0001")
    assert (accepted.status_code, accepted.json()["code"]) == (201, "H99.99.01-261123-0001")


def test_two_servers_that_get_the_same_request_at_once_receive_one_dossier(
    postgresql_cluster: postgresql.Cluster, postgresql_template: str, sample_ward: Office
) -> None:
    url = postgresql_cluster.new_database(postgresql_template)
    clock = SetClock(MORNING)
    with ExitStack() as closing:
        engines = [postgresql_engine(url) for _ in range(2)]
        for engine in engines:
            closing.callback(engine.dispose)
        set_up(engines[0], clock, sample_ward)
        key = a_key(engines[0], clock, "cong-tinh")
        addresses = [closing.enter_context(serving(engine, clock)) for engine in engines]
        _race(addresses, key, numbers=4, each=6)
        assert how_many(engines[0]) == 4


@pytest.mark.long
def test_two_processes_that_get_the_same_requests_at_once_receive_each_dossier_once(
    postgresql_cluster: postgresql.Cluster, sample_ward: Office, tmp_path: Path
) -> None:
    url = postgresql_cluster.new_database()
    engine, clock = open_server(url, tmp_path), SetClock(MORNING)
    set_up(engine, clock, sample_ward)
    key = a_key(engine, clock, "cong-tinh")
    with server_process(["--database", url]) as one, server_process(["--database", url]) as other:
        _race([one, other], key, numbers=20, each=8)
    assert how_many(engine) == 20
    engine.dispose()


def _race(addresses: list[str], key: str, *, numbers: int, each: int) -> None:
    """Sends `numbers` dossiers, each so often at once: half under one idempotency key, half under keys of their own."""
    for address in addresses:
        # The routes are made ready by the first request: of that two servers in one process keep no order.
        warm = Partner(address, key)
        assert warm.get("/offices").status_code == 200
        warm.close()
    start = threading.Barrier(each)

    def send(number: int, place: int) -> tuple[int, bytes]:
        partner = Partner(addresses[place % len(addresses)], key)
        own = place % 4 >= 2
        start.wait()
        answer = partner.post(
            "/dossiers",
            online_dossier(f"G22.99-261123-{number:06d}"),
            key=f"yeu-cau-{number}-{place if own else 0}",
        )
        partner.close()
        return answer.status_code, answer.content

    with ThreadPoolExecutor(each) as pool:
        for number in range(numbers):
            told = set(pool.map(lambda place, number=number: send(number, place), range(each)))
            assert len(told) == 1
            assert told.pop()[0] == 201


def test_a_result_of_the_province_is_recorded_once_by_the_rules(server: RunningServer, partner: Partner) -> None:
    code = partner.post("/dossiers", online_dossier()).json()["code"]
    result = {"portal_number": "G22.99-261123-000001", "outcome": "granted"}
    server.clock.advance(timedelta(hours=2))
    first = partner.post("/results", result, key="ket-qua-0001")
    again = partner.post("/results", result, key="ket-qua-0001")
    assert (first.status_code, first.json()["state"]) == (201, 9)
    assert first.json()["result_at"] == "2026-11-23T10:00:00+07:00"
    assert first.content == again.content
    twice = partner.post("/results", {"code": code, "outcome": "refused"})
    assert (twice.status_code, twice.json()["code"]) == (409, "already_ready")
    assert how_many(server.engine, "dossier.result_ready") == 1
    unknown = partner.post("/results", {"code": "H99.99.01-261123-0999", "outcome": "granted"})
    assert (unknown.status_code, unknown.json()["code"]) == (404, "no_such_dossier")
    states = [change["dossier"]["state"] for change in partner.all_changes("phuong-mau")]
    assert states == [2, 9]


def test_a_key_opens_only_what_it_is_for(embedded_server: RunningServer, sample_ward: Office) -> None:
    engine, clock, url = embedded_server.engine, embedded_server.clock, embedded_server.url
    set_up(engine, clock, replace(sample_ward, id="phuong-ban", agency_code="H99.99.02"))
    reading = a_key(engine, clock, "chi-doc", "read_changes")
    sending = a_key(engine, clock, "chi-gui", "submit_dossiers", office="phuong-ban")
    asked = [
        (reading, "GET", "/changes?office=phuong-mau", 200, ""),
        (reading, "GET", "/changes?office=phuong-ban", 200, ""),
        (reading, "GET", "/changes?office=khong-co", 404, "no_such_office"),
        (reading, "POST", "/dossiers", 403, "no_right"),
        (reading, "POST", "/results", 403, "no_right"),
        (sending, "GET", "/changes?office=phuong-ban", 403, "no_right"),
        (sending, "POST", "/dossiers", 403, "other_office"),
        (sending, "GET", "/offices", 200, ""),
        ("motcua_" + "0" * 64, "GET", "/offices", 401, "key_wrong"),
        ("", "GET", "/offices", 401, "key_missing"),
    ]
    for key, method, path, status, code in asked:
        partner = Partner(url, key)
        answer = partner.get(path) if method == "GET" else partner.post(path, online_dossier())
        assert (answer.status_code, answer.json().get("code", "")) == (status, code), (method, path)
        if status == 401:
            assert answer.headers["WWW-Authenticate"] == "Bearer"
        partner.close()
    elsewhere = Partner(url, sending)
    assert [each["id"] for each in elsewhere.get("/offices").json()["offices"]] == ["phuong-ban"]
    own = elsewhere.post("/dossiers", online_dossier(office="phuong-ban"))
    assert own.json()["code"] == "H99.99.02-261123-0001"
    hidden = elsewhere.get("/dossiers/H99.99.01-261123-0001")
    assert hidden.status_code == 404
    with Offices(engine, clock).journal("phuong-ban").writing() as writer:
        revoke_client(writer, "chi-gui", "account:test")
    revoked = elsewhere.get("/offices")
    assert (revoked.status_code, revoked.json()["code"]) == (401, "key_revoked")
    elsewhere.close()
    with engine.begin() as connection:
        kept = connection.execute(select(tables.client)).mappings().all()
        told = connection.execute(
            select(tables.event.c.kind).where(tables.event.c.kind.startswith("administration."))
        ).scalars()
        assert sorted(told) == ["administration.client_added"] * 2 + ["administration.client_revoked"]
    assert all(row["used_at"] is not None for row in kept)
    assert not any(key in str(dict(row)) for row in kept for key in (reading, sending))


def test_a_key_that_asks_too_often_is_told_when_to_ask_again(embedded_server: RunningServer) -> None:
    partner = Partner(embedded_server.url, "wrong")
    answers = [partner.get("/offices") for _ in range(22)]
    partner.close()
    assert {answer.status_code for answer in answers[:20]} == {401}
    assert (answers[-1].status_code, answers[-1].json()["code"]) == (429, "too_many_requests")
    assert int(answers[-1].headers["Retry-After"]) > 0


def test_the_server_of_one_office_sends_partners_to_the_centre(sqlite_database: Engine, sample_ward: Office) -> None:
    clock = SetClock(MORNING)
    node = set_up(sqlite_database, clock, sample_ward)
    key = a_key(sqlite_database, clock, "cong-tinh")
    with sqlite_database.connect().execution_options(**WRITING) as connection, connection.begin():
        write_node(connection, replace(node, server_url="http://127.0.0.1:9", private_key=new_private_key()))
        assert read_node(connection) is not None
    with serving(sqlite_database, clock) as url:
        partner = Partner(url, key)
        for answer in (partner.get("/changes", office="phuong-mau"), partner.post("/dossiers", online_dossier())):
            assert (answer.status_code, answer.json()["code"]) == (409, "belongs_to_centre")
        partner.close()
    assert how_many(sqlite_database) == 0


def test_what_was_sent_wrongly_is_named_and_never_quoted(
    embedded_server: RunningServer, caplog: pytest.LogCaptureFixture
) -> None:
    partner = Partner(embedded_server.url, a_key(embedded_server.engine, embedded_server.clock, "cong-tinh"))
    person = {"name": "Nguyễn Văn Thử", "identity_number": "001099012345", "phone": "0900000000"}
    bodies: list[object] = [
        online_dossier(applicant={**person, "birth_date": "Nguyễn Văn Thử"}),
        online_dossier(applicant={**person, "Nguyễn Văn Thử": 1}),
        online_dossier(applicant={**person, "phone": "Nguyễn Văn Thử"}),
        online_dossier(number="001099012345"),
        online_dossier(procedure="Nguyễn Văn Thử"),
        [person],
    ]
    answers = [partner.post("/dossiers", body) for body in bodies]
    partner.close()
    assert {answer.status_code for answer in answers} == {422}
    assert answers[0].json()["fields"] == ["body.applicant.birth_date"]
    told = "".join(answer.text for answer in answers) + caplog.text
    assert not any(word in told for word in _PERSONAL)
    assert how_many(embedded_server.engine) == 0
