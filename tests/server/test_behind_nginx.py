"""The configuration of nginx that is shipped, in a real nginx before a real server."""

from __future__ import annotations

import json
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
import requests
from fastapi import Request

from server.app import create_app
from server.serving import Server, bound_socket
from server.setting_up import set_up
from server.settings import Listen, ServeSettings
from shared.clock import SetClock
from shared.domain.office import Office
from shared.replication.messages import PUSH_PATH
from tests.server.nginx import NOT_INSTALLED, PROGRAM, Nginx, nginx
from tests.server.raw_requests import signed
from tests.server.running import MORNING, RunningServer, enrolled_device, file_engine
from tests.server.waiting import until

TOKEN = "SECRETTOKENOFSOMEBODY2345"
BEHIND = ServeSettings(behind=("127.0.0.1",))

pytestmark = pytest.mark.skipif(PROGRAM is None, reason=NOT_INSTALLED)


@dataclass(frozen=True, slots=True)
class Front:
    """nginx and the server behind it, which tells besides whom it takes the caller for."""

    proxy: Nginx
    server: RunningServer

    def get(self, path: str, headers: dict[str, str] | None = None) -> requests.Response:
        return requests.get(
            self.proxy.url + path,
            headers=headers,
            verify=str(self.proxy.certificate),
            timeout=30,
            allow_redirects=False,
        )

    def measured(self) -> str:
        return requests.get(f"{self.server.url}/metrics", timeout=10).text

    def line(self) -> ssl.SSLSocket:
        trusting = ssl.create_default_context(cafile=str(self.proxy.certificate))
        return trusting.wrap_socket(
            socket.create_connection(("127.0.0.1", self.proxy.port), timeout=30), server_hostname="127.0.0.1"
        )


@pytest.fixture(scope="module")
def front(tmp_path_factory: pytest.TempPathFactory, sample_ward: Office) -> Iterator[Front]:
    folder = tmp_path_factory.mktemp("nginx")
    engine = file_engine(folder)
    clock = SetClock(MORNING)
    node = set_up(engine, clock, sample_ward)
    app = create_app(engine, clock, settings=BEHIND)

    async def seen(request: Request) -> dict[str, str]:
        assert request.client is not None
        return {"host": request.client.host, "scheme": request.url.scheme}

    app.add_api_route("/seen", seen, include_in_schema=False)
    listening = bound_socket(Listen("127.0.0.1", 0))
    port = listening.getsockname()[1]
    server = Server(app, BEHIND)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    try:
        with nginx(folder, (port, port)) as proxy:
            yield Front(proxy, RunningServer(f"http://127.0.0.1:{port}", engine, sample_ward, node, clock))
    finally:
        server.should_exit = True
        thread.join()
        engine.dispose()


def test_people_come_over_tls_and_are_told_to_stay_there(front: Front) -> None:
    answer = front.get("/api")
    assert (answer.status_code, answer.headers["Strict-Transport-Security"]) == (200, "max-age=31536000")
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["Server"] == "nginx"
    plain = requests.get(f"http://127.0.0.1:{front.proxy.plain_port}/t/x", timeout=10, allow_redirects=False)
    assert (plain.status_code, plain.headers["Location"]) == (308, "https://127.0.0.1/t/x")


def test_nobody_chooses_the_address_that_the_server_sees(front: Front) -> None:
    claimed = {"X-Forwarded-For": "10.9.8.7", "Forwarded": "for=10.9.8.7", "X-Forwarded-Proto": "http"}
    assert front.get("/seen", claimed).json() == {"host": "127.0.0.1", "scheme": "https"}
    direct = requests.get(f"{front.server.url}/seen", headers={"X-Forwarded-For": "10.9.8.7"}, timeout=10)
    assert direct.json()["host"] == "10.9.8.7", "the one proxy that was named is believed"


def test_the_figures_of_operation_are_not_for_the_internet(front: Front) -> None:
    assert front.get("/metrics").status_code == 403
    assert "motcua_build" in front.measured()


def test_a_body_of_a_hundred_megabytes_never_reaches_the_server(front: Front) -> None:
    before = front.measured().count(PUSH_PATH)
    for path, body in ((PUSH_PATH, 104_857_600), ("/sign-in", 104_857_600), ("/api/heartbeat", 2_000_000)):
        with front.line() as line:
            head = f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {body}\r\n\r\n"
            line.sendall(head.encode())
            answer = line.recv(65536).decode()
        assert answer.startswith("HTTP/1.1 413 ")
        assert "Chưa có gì được lưu" in answer
    assert front.measured().count(PUSH_PATH) == before


def test_headers_and_bodies_that_do_not_come_are_not_waited_for(front: Front) -> None:
    for begun in (
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ",
        b"POST /api/heartbeat HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\n{",
    ):
        with front.line() as line:
            line.sendall(begun)
            try:
                assert line.recv(65536) == b""
            except ConnectionError:
                continue


def test_who_keeps_many_large_bodies_open_is_told_to_wait_and_holds_up_nobody_else(front: Front) -> None:
    def is_refused() -> bool:
        answer = requests.post(f"{front.proxy.url}{PUSH_PATH}", b"{}", verify=str(front.proxy.certificate), timeout=30)
        return answer.status_code == 429 and answer.json()["code"] == "too_many"

    assert not is_refused()
    with ExitStack() as held:
        for _ in range(64):
            line = held.enter_context(front.line())
            line.sendall(f"POST {PUSH_PATH} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 8000000\r\n\r\n{{".encode())
        until(is_refused)
        assert front.get("/api/health").status_code == 200
    until(lambda: not is_refused())


def test_a_head_of_any_length_is_refused(front: Front) -> None:
    assert front.get("/api/health", {"X-Long": "a" * 9000}).status_code == 400
    assert front.get("/" + "a" * 9000).status_code == 414


def test_a_long_poll_waits_and_is_answered(front: Front) -> None:
    device = enrolled_device(front.server, "kiosk")
    target = f"/api/replication/pull?after=&wait=2&have={front.server.office.version + 1}&epoch=1"
    answer = front.get(target, signed(device, "pull", "GET", target))
    assert (answer.status_code, answer.json()["events"]) == (200, [])
    assert answer.elapsed.total_seconds() > 1.5
    device.close()


def test_whoever_asks_too_often_is_told_so_and_the_office_is_not_held_up(front: Front) -> None:
    with requests.Session() as session:
        url, trusted = f"{front.proxy.url}/sign-in-not-there", str(front.proxy.certificate)
        told = [session.get(url, verify=trusted, timeout=10) for _ in range(60)]
    statuses = {answer.status_code for answer in told}
    assert statuses == {404, 429}
    busy = next(answer for answer in told if answer.status_code == 429)
    assert busy.headers["Retry-After"] == "10"
    assert "vẫn an toàn" in busy.text
    assert front.get("/api/health").status_code == 200


def test_no_token_no_question_and_no_whole_address_gets_into_a_log(front: Front) -> None:
    for path in (f"/t/{TOKEN}?lang=en&x={TOKEN}", f"/d/{TOKEN}", f"/r/{TOKEN}", f"/{TOKEN}", f"/api/scans/{TOKEN}/1"):
        front.get(path, {"Referer": f"https://x/{TOKEN}", "User-Agent": TOKEN, "Cookie": TOKEN})
    with front.line() as line:
        line.sendall(f"POST /r/{TOKEN} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 999999\r\n\r\n".encode())
        assert line.recv(65536).startswith(b"HTTP/1.1 413 ")
    logs = front.proxy.logs()
    assert TOKEN not in logs
    assert "127.0.0.1:" not in logs.replace(f"127.0.0.1:{front.server.url.rpartition(':')[2]}", "")
    said = [json.loads(line) for line in (front.proxy.folder / "motcua.log").read_text("utf-8").splitlines()]
    assert {"/t/*", "/d/*", "/r/*", "/api/scans", "other"} <= {line["route"] for line in said}
    assert {line["network"] for line in said} == {"127.0.0.0"}
    assert all(len(line["request"]) == 8 for line in said if line["route"] == "/t/*")


def test_a_server_that_is_away_is_said_in_words(front: Front, tmp_path: Path) -> None:
    closed = bound_socket(Listen("127.0.0.1", 0))
    port = closed.getsockname()[1]
    closed.close()
    with nginx(tmp_path, (port, port)) as proxy:
        away = replace(front, proxy=proxy)
        told, page = away.get("/api/health"), away.get(f"/t/{TOKEN}")
        assert (told.status_code, told.json()["code"]) == (503, "server_away")
        assert (page.status_code, "vẫn an toàn" in page.text) == (503, True)
        assert TOKEN not in proxy.logs()
