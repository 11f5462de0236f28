"""What somebody can do with a stolen device, a code that is guessed, a leaked key: little, and not for long."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace

import pytest
import requests

from server.enrolment import WRONG_CODES
from server.settings import ServeSettings
from shared.domain.office import Office
from shared.journal.event import GENESIS, read_event
from shared.replication.claim_messages import CLAIM_PATH, ClaimQuestion, claim_to_bytes
from shared.replication.enrolment_messages import ENROLMENT_PATH
from shared.replication.messages import PULL_PATH, Push
from tests.journal.test_hostile_events import SOUND, hostile_events
from tests.server.browsing import Browser, browser
from tests.server.conftest import MakeDevice
from tests.server.connected import a_key
from tests.server.facts import ticket_issued
from tests.server.raw_requests import Answer, ask, push_raw, signed
from tests.server.running import Device, RunningServer, enrolled_device, file_engine, running
from tests.server.test_replication_over_http import push_all
from tests.server.waiting import until

OFFICE = "phuong-mau"


BEHIND = ServeSettings(behind=("127.0.0.1",))


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory, sample_ward: Office) -> Iterator[RunningServer]:
    """One server behind a proxy at the loopback address, whose word about who asks it takes."""
    engine = file_engine(tmp_path_factory.mktemp("attacked"))
    # A few procedures are enough: every change writes all of them.
    with running(engine, replace(sample_ward, procedures=sample_ward.procedures[:3]), settings=BEHIND) as server:
        yield server
    engine.dispose()


@pytest.fixture(scope="module")
def administrator(attacked: RunningServer) -> Iterator[Browser]:
    with browser(attacked, "province_administrator") as signed_in:
        yield signed_in


@pytest.fixture
def stolen(attacked: RunningServer) -> Iterator[Device]:
    device = enrolled_device(attacked, "counter")
    yield device
    device.close()


def push_events(server: RunningServer, device: Device, *changes: dict[str, object]) -> Answer:
    """Pushes events as no program of ours writes them, chained as they should be."""
    previous, bodies = GENESIS, []
    for seq, changed in enumerate(changes, start=1):
        own = {"device": device.node.device, "seq": seq, "previous": previous}
        bodies.append(json.dumps({"format": 1, **SOUND, **changed, **own}).encode())
        previous = read_event(bodies[-1]).hash
    return push_raw(server.url, device, Push(OFFICE, device.node.device, 1, 1, GENESIS, tuple(bodies), ()))


def test_an_event_that_claims_a_place_behind_all_others_is_refused_and_everybody_goes_on(
    attacked: RunningServer, stolen: Device, administrator: Browser
) -> None:
    answer = push_events(attacked, stolen, {"lamport": 7}, {"lamport": 2**62 - 1}).json()
    assert (answer["durable_through"], answer["quarantined"]) == (1, [{"seq": 2, "code": "order_unbelievable"}])
    department = {"name": "Phòng sau trận tấn công"}
    assert administrator.post(f"/administration/lists/departments/new?office={OFFICE}", department).status_code == 303


def test_no_event_takes_a_page_away_from_anybody(
    attacked: RunningServer, stolen: Device, administrator: Browser
) -> None:
    events = [json.loads(event.body) for event in hostile_events(5, 150)]
    called = [{**each, "data": {**each["data"], "date": "2026-11-23"}} for each in events if "date" in each["data"]]
    # Numbers of today, waiting since before there was a calendar.
    ancient = [{**each, "time": "0001-01-01T00:00:00+23:59", "subject": f"old-{n}"} for n, each in enumerate(called)]
    assert push_events(attacked, stolen, *events, *ancient).status == 200
    assert ancient
    for office in ("", OFFICE):
        for path in ("/leadership", "/leadership/dossiers", "/reports", "/audit", "/administration/devices"):
            assert administrator.get(f"{path}?office={office}").status_code in (200, 303), path
    assert administrator.get(f"/reports/file?office={OFFICE}&kind=xlsx&period=2026").status_code == 200


def test_what_a_device_writes_in_the_name_of_an_administrator_is_no_record_of_the_office(
    attacked: RunningServer, stolen: Device, administrator: Browser
) -> None:
    forged = {"subject": "administration", "kind": "administration.account_added", "actor": administrator.account.actor}
    odd = {**forged, "data": {"changes": 7}, "time": "0001-01-01T00:00:00+23:59"}
    before = administrator.get(f"/audit?office={OFFICE}")
    assert push_events(attacked, stolen, {**forged, "data": {"account": "forged-by-a-device"}}, odd).status == 200
    after = administrator.get(f"/audit?office={OFFICE}")
    assert (before.status_code, after.status_code) == (200, 200)
    assert "forged-by-a-device" not in after.text
    assert after.text.count("<li") == before.text.count("<li")


def long_polls(server: RunningServer) -> float:
    lines = requests.get(f"{server.url}/metrics", timeout=10).text.splitlines()
    return float(next(line for line in lines if line.startswith("motcua_long_polls ")).split()[1])


def while_waiting(server: RunningServer, ask_now: Future[Answer]) -> None:
    """Returns once somebody waits at the server."""
    until(lambda: long_polls(server) > 0 or ask_now.done())


def test_a_device_that_is_revoked_while_it_waits_hears_nothing_more(
    attacked: RunningServer, stolen: Device, administrator: Browser
) -> None:
    first = f"{PULL_PATH}?after=&wait=0&have=0"
    page = ask(attacked.url, "GET", first, headers=signed(stolen, "pull", "GET", first)).json()
    target = f"{PULL_PATH}?after={page['next']}&wait=25&have={page['reference']}"
    headers = signed(stolen, "pull", "GET", target)
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(ask, attacked.url, "GET", target, b"", headers)
        while_waiting(attacked, waiting)
        path = f"/administration/devices/part/{stolen.node.device}/revoke?office={OFFICE}"
        assert administrator.post(path, {"reason": "lost"}).status_code == 303
        assert waiting.result().code == "device_revoked"


def test_a_key_that_is_revoked_while_it_waits_hears_nothing_more(
    attacked: RunningServer, stolen: Device, administrator: Browser
) -> None:
    key = a_key(attacked.engine, attacked.clock, "leaked", "read_changes")
    headers = {"Authorization": f"Bearer {key}"}
    target = f"/api/connect/v1/changes?office={OFFICE}&limit=500&wait=25"
    start = ask(attacked.url, "GET", target, headers=headers).json()["next"]
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(ask, attacked.url, "GET", f"{target}&after={start}", b"", headers)
        while_waiting(attacked, waiting)
        assert administrator.post("/administration/clients/leaked/revoke", {}).status_code == 303
        stolen.write(ticket_issued(1))
        push_all(stolen)
        assert waiting.result().code == "key_revoked"


def try_code(server: RunningServer, code: str, passed_on: str) -> int:
    body = json.dumps({"code": code, "public_key": "ab" * 32, "kind": "kiosk", "name": "Máy lạ"}).encode()
    return ask(server.url, "POST", ENROLMENT_PATH, body, {"X-Forwarded-For": passed_on}).status


def test_who_guesses_codes_keeps_nobody_else_from_enrolling_and_cannot_choose_an_address(
    attacked: RunningServer,
) -> None:
    guesses = [try_code(attacked, "AAAA-BBBB", f"10.0.0.{n}, 203.0.113.7") for n in range(WRONG_CODES.at_once + 1)]
    assert guesses == [403] * WRONG_CODES.at_once + [429]
    assert try_code(attacked, attacked.code(), "203.0.113.7") == 429
    assert try_code(attacked, "AAAA-BBBB", "203.0.113.8") == 403
    device = enrolled_device(attacked, "kiosk")
    device.close()


def test_a_device_has_a_name_that_can_be_shown(attacked: RunningServer) -> None:
    question = {"code": attacked.code(), "public_key": "ab" * 32, "kind": "kiosk", "name": "Máy \x1b[31m\u202e"}
    answer = ask(attacked.url, "POST", ENROLMENT_PATH, json.dumps(question).encode(), {"X-Forwarded-For": "10.9.9.9"})
    assert answer.code == "malformed"


def test_no_letter_in_an_address_is_too_much_for_a_database(server: RunningServer, make_device: MakeDevice) -> None:
    device = make_device(server, "office_server")
    target = f"{PULL_PATH}?after=%00&wait=0&have=0&run=%00"
    assert ask(server.url, "GET", target, headers=signed(device, "pull", "GET", target)).status == 422
    body = json.dumps({"code": "A\0", "public_key": "ab" * 32, "kind": "kiosk", "name": "\0"}).encode()
    assert ask(server.url, "POST", ENROLMENT_PATH, body).code == "malformed"


def test_a_counter_that_claims_for_hundreds_of_lines_is_refused_and_stops_no_other(
    attacked: RunningServer, stolen: Device
) -> None:
    def claim(key: str, lines: tuple[str, ...]) -> Answer:
        body = claim_to_bytes(ClaimQuestion(key, "quay-1", "desk", "staff-1", lines, None))
        return ask(attacked.url, "POST", CLAIM_PATH, body, signed(stolen, "line", "POST", CLAIM_PATH, body))

    assert claim("many", tuple(f"L{number}" for number in range(200))).code == "malformed"
    assert claim("again", ("A",) * 27).code == "malformed"
    assert claim("one", ("A", "Z")).status == 200
