"""A morning in which everything personal is unmistakable: nothing of it gets into logs, errors, figures, addresses,
public pages, feeds, reports, or the leadership's page.
"""

from __future__ import annotations

import io
import json
import logging
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import quote, unquote

import pytest
import requests
from sqlalchemy import insert, select

from server.app import create_app
from server.operation.logs import JsonLines, TextLines
from server.serving import Server, bound_socket
from server.setting_up import set_up
from server.settings import Listen
from shared.clock import SetClock
from shared.domain.fact import Fact
from shared.domain.office import Office
from shared.journal import tables
from shared.replication.messages import PUSH_PATH
from tests.server.browsing import browser
from tests.server.connected import Partner, a_key, online_dossier
from tests.server.facts import dossier_received
from tests.server.raw_requests import ask, signed
from tests.server.running import MORNING, Device, RunningServer, enrolled_device, file_engine
from tests.server.test_replication_over_http import push_all

BIRD = "kanarien"
"""In every personal string, whatever is done to its other letters on the way."""
NAME, IDENTITY, PHONE = f"Hồ {BIRD} Vàng", "098765432109", "0987654321"
HOME, COMMENT, SECRET = f"Ngõ {BIRD} 5", f"Anh {BIRD} bảo đợi", f"{BIRD}-mật-khẩu"
TRACES = (BIRD, IDENTITY, PHONE)


@dataclass(slots=True)
class Morning:
    """The server, what it has written down, and every answer that is for anybody else than a counter of the office."""

    server: RunningServer
    logs: tuple[io.StringIO, io.StringIO]
    heard: list[str]

    def keep(self, answer: requests.Response, typed: str = "") -> requests.Response:
        """Remembers everything that an answer says, but for the address that was typed for it."""
        self.heard.append(f"{answer.status_code} {answer.headers} {answer.text}".replace(typed or "\0", ""))
        return answer

    def ask(self, method: str, path: str, **more: object) -> requests.Response:
        """Asks and remembers; a page may link to itself in the other language."""
        url = self.server.url + path
        answer = requests.request(method, url, timeout=30, allow_redirects=False, **more)  # type: ignore[arg-type]
        return self.keep(answer, unquote(path.partition("?")[0]))


class _Broken:
    """Routes of a part that is broken in the worst way: it quotes what it was sent."""

    def __init__(self, server_engine: object) -> None:
        self._engine = server_engine

    def raises(self) -> None:
        raise RuntimeError(f"cannot handle {NAME} {IDENTITY}")

    async def raises_in_the_loop(self) -> None:
        raise ValueError(NAME, {"phone": PHONE})

    def breaks_the_database(self) -> None:
        with self._engine.begin() as connection:  # type: ignore[attr-defined]
            row = {"office": NAME, "hash": IDENTITY, "body": HOME.encode()}
            connection.execute(insert(tables.personal), [row, row])

    def warns(self) -> dict[str, str]:
        logging.getLogger("sqlalchemy.pool").error("reset failed for %s", "a connection", exc_info=ValueError(NAME))
        return {}


@pytest.fixture(scope="module")
def morning(tmp_path_factory: pytest.TempPathFactory, sample_ward: Office) -> Iterator[Morning]:
    """The whole morning, once: the tests below look for traces in different places."""
    logs = (io.StringIO(), io.StringIO())
    handlers = [logging.StreamHandler(log) for log in logs]
    for handler, formatter in zip(handlers, (TextLines(), JsonLines()), strict=True):
        handler.setFormatter(formatter)
        logging.getLogger().addHandler(handler)
    logging.getLogger().setLevel(logging.INFO)
    engine = file_engine(tmp_path_factory.mktemp("canary"))
    clock = SetClock(MORNING)
    node = set_up(engine, clock, sample_ward)
    app = create_app(engine, clock)
    broken = _Broken(engine)
    for number, route in enumerate(
        (broken.raises, broken.raises_in_the_loop, broken.breaks_the_database, broken.warns)
    ):
        app.add_api_route(f"/broken/{number}/{{token}}", route, methods=["GET", "POST"], include_in_schema=False)
    listening = bound_socket(Listen("127.0.0.1", 0))
    server = Server(app)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    try:
        url = f"http://127.0.0.1:{listening.getsockname()[1]}"
        lived = Morning(RunningServer(url, engine, sample_ward, node, clock), logs, [])
        live_through(lived)
        yield lived
    finally:
        server.should_exit = True
        thread.join()
        for handler in handlers:
            logging.getLogger().removeHandler(handler)
        logging.getLogger().setLevel(logging.WARNING)
        engine.dispose()


def live_through(morning: Morning) -> None:
    """Everything that happens, well and badly."""
    counter = enrolled_device(morning.server, "counter")
    token = received(morning, counter)
    sent_wrongly(morning, counter)
    looked_at(morning, token)
    connected(morning)
    signed_in(morning)
    for number in range(4):
        for method in ("GET", "POST"):
            morning.ask(method, f"/broken/{number}/{quote(NAME)}?name={quote(NAME)}", data=NAME.encode())
    counter.close()


def received(morning: Morning, counter: Device) -> str:
    """A dossier with its applicant, pushed by the counter."""
    fact = dossier_received(1)
    person = {"name": NAME, "identity_number": IDENTITY, "phone": PHONE, "address": HOME}
    counter.write(replace(fact, personal=person), Fact("r-1", "rating.given", {"score": 3}, {"comment": COMMENT}))
    push_all(counter)
    return str(fact.data["token"])


def sent_wrongly(morning: Morning, counter: Device) -> None:
    """What devices and strangers send with names where none belong."""
    url = morning.server.url
    body = f'{{"office":"{NAME}","bodies":["{IDENTITY}"'.encode()
    answers = [ask(url, "POST", PUSH_PATH, body, signed(counter, "push", "POST", PUSH_PATH, body))]
    answers.append(ask(url, "POST", PUSH_PATH, body, {"Motcua-Device": BIRD, "Motcua-Office": IDENTITY}))
    target = f"/api/replication/pull?after={quote(NAME)}&wait={PHONE}x"
    answers.append(ask(url, "GET", target, b"", signed(counter, "pull", "GET", target)))
    answers.append(ask(url, "POST", "/api/enrolment", f'{{"code":"{NAME}"}}'.encode()))
    answers += [
        ask(url, "POST", path, body, signed(counter, "line", "POST", path, body))
        for path in ("/api/desk/next", "/api/heartbeat", "/api/scans")
    ]
    answers.append(ask(url, "GET", f"/api/scans/{quote(NAME)}/1"))
    morning.heard += [f"{each.status} {each.headers} {each.body!r}" for each in answers]


def looked_at(morning: Morning, token: str) -> None:
    """A phone looks at the dossier, rates it, and types names into addresses."""
    headers = {"Accept": "text/html", "Referer": f"x/{BIRD}", "Cookie": BIRD}
    headers |= {"Motcua-Device": BIRD, "Motcua-Office": IDENTITY}
    for path in (f"/d/{token}", f"/r/{token}", f"/t/{quote(NAME)}", f"/p/{quote(NAME)}", f"/{quote(NAME)}", "/healthz"):
        for language in ("", "?lang=en"):
            morning.ask("GET", path + language, headers=headers)
    for form in ({"score": "3", "comment": COMMENT}, {"score": NAME, "comment": COMMENT}, {"x": NAME}):
        morning.ask("POST", f"/r/{token}", data=form)
    morning.ask("POST", f"/r/{token}", files={"f": (NAME, b"\xff" + NAME.encode())})
    morning.ask(BIRD.upper(), f"/d/{token}")
    morning.ask("PROPFIND", f"/d/{token}")


def connected(morning: Morning) -> None:
    """A portal submits a dossier, well and wrongly, and reads the feed."""
    partner = Partner(morning.server.url, a_key(morning.server.engine, morning.server.clock, "cong-tinh"))
    applicant = {"name": NAME, "identity_number": IDENTITY, "phone": PHONE}
    taken = morning.keep(partner.post("/dossiers", online_dossier(applicant=applicant), key="the-same"))
    assert taken.status_code == 201
    other = {**applicant, "name": f"{BIRD} B"}
    morning.keep(partner.post("/dossiers", online_dossier(applicant=other), key="the-same"))
    for wrong in ({BIRD: NAME}, {**applicant, BIRD: NAME}, NAME, {**applicant, "identity_number": f"{BIRD}{IDENTITY}"}):
        morning.keep(partner.post("/dossiers", online_dossier("G22.99-261123-000009", applicant=wrong)))
    morning.keep(partner.post("/dossiers", {BIRD: {NAME: [IDENTITY]}}))
    morning.keep(partner.get("/changes", office=morning.server.office.id))
    morning.keep(partner.get("/changes", office=NAME, after=PHONE))
    morning.keep(partner.get(f"/dossiers/{quote(NAME)}"))
    morning.ask("GET", "/api/connect/v1/changes", headers={"Authorization": f"Bearer {BIRD}"})
    partner.close()


def signed_in(morning: Morning) -> None:
    """Sign-ins that fail, and what leaders, auditors and administrators are shown."""
    morning.ask("GET", "/sign-in")
    for fields in ({"sign_in": NAME, "password": SECRET}, {"sign_in": BIRD, "password": SECRET, "next": f"//{BIRD}"}):
        morning.ask("POST", "/sign-in", data=fields, headers={"Accept": "text/html"})
    office = morning.server.office.id
    for role in ("province_leader", "auditor"):
        with browser(morning.server, role) as person:
            for path in ("/reports", f"/reports/07a?office={office}", "/leadership", f"/leadership?office={office}"):
                morning.keep(person.get(path))
            if role == "auditor":
                morning.keep(person.get(f"/audit?office={office}"))
    with browser(morning.server, "office_administrator", office) as person:
        for path in ("/administration", "/administration/devices"):
            morning.keep(person.get(path))


def traces_in(text: str) -> list[str]:
    """The traces in `text`, each with a little of what stands around it."""
    low = text.lower()
    found = {trace: low.find(trace) for trace in TRACES}
    return [text[max(0, place - 80) : place + 40] for place in found.values() if place >= 0]


def test_the_morning_was_one(morning: Morning) -> None:
    with morning.server.engine.connect() as connection:
        kept = b"".join(connection.execute(select(tables.personal.c.body)).scalars())
    assert all(trace in kept.decode() for trace in (*TRACES, COMMENT))
    statuses = {answer[:3] for answer in morning.heard}
    assert {"200", "400", "401", "404", "405", "409", "422", "500"} <= statuses
    assert len(morning.heard) > 50
    assert len([answer for answer in morning.heard if answer.startswith("500")]) == 6, "only what was broken on purpose"


def test_no_answer_to_anybody_says_anything_personal(morning: Morning) -> None:
    assert [found for answer in morning.heard for found in traces_in(answer)] == []


def test_no_line_of_a_log_says_anything_personal(morning: Morning) -> None:
    for log in morning.logs:
        lines = log.getvalue().splitlines()
        assert len(lines) > 50
        assert any("RuntimeError" in line for line in lines), "the stack of a fault is there"
        assert any("reset failed" in line for line in lines)
        assert [found for line in lines for found in traces_in(line)] == []
    said = [json.loads(line) for line in morning.logs[1].getvalue().splitlines()]
    assert {"time", "level", "logger", "event"} <= set.intersection(*(set(line) for line in said))
    assert any("device" in line for line in said), "who has signed is named"


def test_no_figure_of_operation_says_anything_personal(morning: Morning) -> None:
    told = requests.get(f"{morning.server.url}/metrics", timeout=10).text
    assert 'route="/d/{token}"' in told
    assert 'method="other"' in told
    assert 'route="/broken/{number}' not in told
    assert traces_in(told) == []


def test_the_database_on_the_disk_can_be_read_by_nobody(morning: Morning) -> None:
    with morning.server.engine.connect() as connection:
        told = connection.exec_driver_sql("SELECT file FROM pragma_database_list WHERE name = 'main'").scalar_one()
    file = Path(told)
    content = b"".join(each.read_bytes() for each in file.parent.glob("journal.db*"))
    assert len(content) > 100_000
    assert all(trace.encode() not in content for trace in TRACES)
