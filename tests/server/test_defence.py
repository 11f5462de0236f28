"""What reaches the server from the open Internet: headers, names, lengths, slowness, addresses that are not there."""

from __future__ import annotations

import json
import logging
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from server.operation.bounded_protocol import LONGEST_HEAD_BYTES, BoundedProtocol
from server.settings import ServeSettings
from shared.domain.office import Office
from shared.replication.messages import PUSH_PATH
from tests.server.running import RunningServer, file_engine, running, serving
from tests.server.waiting import until

PAGE = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
NAMES = ServeSettings(hosts=("motcua.example", "127.0.0.1"), silence=0.3)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory, sample_ward: Office) -> Iterator[RunningServer]:
    """A server that answers to two names."""
    engine = file_engine(tmp_path_factory.mktemp("defence"))
    with running(engine, sample_ward, settings=NAMES) as server:
        yield server
    engine.dispose()


def raw(server: RunningServer, *pieces: bytes) -> bytes:
    """Sends `pieces` on a connection of its own and reads until the server hangs up."""
    host, port = server.url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=30) as line:
        for piece in pieces:
            line.sendall(piece)
        answer = b""
        while part := line.recv(65536):
            answer += part
    return answer


@pytest.mark.parametrize(
    "path", ["/api/health", "/healthz", "/openapi.json", "/api", "/t/X", "/static/none", "/nowhere", PUSH_PATH]
)
def test_every_answer_carries_the_safe_headers_and_a_number(office: RunningServer, path: str) -> None:
    headers = requests.get(office.url + path, timeout=10).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] in ("no-referrer", "same-origin")
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert len(headers["X-Request-ID"]) == 8
    assert "Server" not in headers


def test_an_address_that_is_not_there_is_said_in_words_as_page_or_json(office: RunningServer) -> None:
    told = requests.get(f"{office.url}/no-such-thing-0123", timeout=10)
    assert (told.status_code, told.json()["code"]) == (404, "no_such_address")
    for language, word in (("", "đường dẫn"), ("?lang=en", "Check how it is written")):
        page = requests.get(f"{office.url}/no-such-thing-0123{language}", headers=PAGE, timeout=10)
        assert (page.status_code, page.headers["Content-Type"]) == (404, "text/html; charset=utf-8")
        assert word in page.text
        assert "0123" not in page.text
    wrong = requests.delete(f"{office.url}/api/health", headers=PAGE, timeout=10)
    assert (wrong.status_code, wrong.json()["code"], wrong.headers["Allow"]) == (405, "no_such_method", "GET")


def test_what_was_sent_wrongly_is_not_quoted(office: RunningServer) -> None:
    answer = requests.get(f"{office.url}/api/replication/pull", params={"wait": "Nguyễn Văn Lạ"}, timeout=10)
    assert (answer.status_code, answer.json()["code"], answer.json()["fields"]) == (422, "malformed", ["query.wait"])
    assert "Nguy" not in answer.text


def test_only_the_names_of_the_server_are_answered_to_but_anybody_may_ask_whether_it_is_well(
    office: RunningServer,
) -> None:
    for name, status in (("motcua.example", 200), ("MOTCUA.example:443", 200), ("evil.example", 421)):
        assert requests.get(f"{office.url}/api", headers={"Host": name}, timeout=10).status_code == status
    assert requests.get(f"{office.url}/healthz", headers={"Host": "10.0.0.7:8440"}, timeout=10).status_code == 200


@pytest.mark.parametrize("declared", [True, False])
def test_a_body_is_refused_before_it_is_kept(office: RunningServer, declared: bool) -> None:
    body = b"x" * 40_000
    sent: list[int] = []

    def pieces() -> Iterator[bytes]:
        for _ in range(60):
            sent.append(len(body))
            yield body

    url = f"{office.url}/api/heartbeat"
    answer = (
        requests.post(url, data=body * 60, timeout=30) if declared else requests.post(url, data=pieces(), timeout=30)
    )
    assert (answer.status_code, answer.json()["code"]) == (413, "too_long")
    assert answer.json()["vi"].count(".") >= 1


def test_a_declared_length_is_refused_without_waiting_for_a_byte(office: RunningServer) -> None:
    head = b"POST /api/heartbeat HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 104857600\r\nConnection: close\r\n\r\n"
    assert raw(office, head).startswith(b"HTTP/1.1 413 ")


def test_a_body_that_does_not_come_is_not_waited_for(office: RunningServer) -> None:
    head = b"POST /api/heartbeat HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\nConnection: close\r\n\r\n{"
    assert raw(office, head).startswith(b"HTTP/1.1 408 ")


def test_whoever_hangs_up_while_sending_is_no_fault_of_ours(
    office: RunningServer, caplog: pytest.LogCaptureFixture
) -> None:
    host, port = office.url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=30) as line:
        line.sendall(b"POST /api/heartbeat HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\n{")
    gone = 'method="POST",route="/api/heartbeat",status="0"'
    until(lambda: gone in requests.get(f"{office.url}/metrics", timeout=10).text)
    assert caplog.messages == []


def test_a_head_without_end_is_cut_off(office: RunningServer) -> None:
    flood = b"X-A: " + b"a" * (LONGEST_HEAD_BYTES + 200_000)
    for pieces in (
        (b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n", flood),
        (b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n" + b"X-A: b\r\n" * 5000 + b"\r\n",),
        (b"GET /" + b"a" * (LONGEST_HEAD_BYTES + 10) + b" HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",),
    ):
        try:
            answer = raw(office, *pieces)
        except ConnectionError:
            continue  # hung up on while we were still sending
        assert answer.startswith(b"HTTP/1.1 431 ")
        assert json.loads(answer.rpartition(b"\r\n\r\n")[2])["code"] == "head_too_long"
    assert requests.get(f"{office.url}/healthz", timeout=10).status_code == 200


def test_a_head_that_does_not_come_is_not_waited_for(office: RunningServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(BoundedProtocol, "longest_seconds", 0.2)
    assert raw(office, b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ").startswith(b"HTTP/1.1 408 ")
    assert raw(office) == b""
    host, port = office.url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=30) as line:
        line.sendall(b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        answer = b""
        while not answer.endswith(b"}"):
            answer += line.recv(65536)
        line.sendall(b"GET /heal")
        assert line.recv(65536).startswith(b"HTTP/1.1 408 ")


def test_what_is_no_http_is_refused_in_words(office: RunningServer, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.CRITICAL):
        answer = raw(office, b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n")
    assert answer.startswith(b"HTTP/1.1 400 ")
    assert json.loads(answer.rpartition(b"\r\n\r\n")[2])["code"] == "malformed"


def test_the_word_of_a_proxy_is_believed_only_when_it_is_named(tmp_path: Path, sample_ward: Office) -> None:
    engine = file_engine(tmp_path)
    with running(engine, sample_ward) as server:
        assert requests.get(f"{server.url}/metrics", timeout=10).status_code == 200
        claimed = {"X-Forwarded-For": "127.0.0.1"}
        assert requests.get(f"{server.url}/metrics", headers=claimed, timeout=10).status_code == 403
        behind = ServeSettings(behind=("127.0.0.1",), metrics_from=("10.1.0.0/16",), metrics_token="secret-of-the-day")
        with serving(engine, server.clock, settings=behind) as url:
            for address, status in (("10.1.2.3", 200), ("10.2.2.3", 403)):
                told = requests.get(f"{url}/metrics", headers={"X-Forwarded-For": address}, timeout=10)
                assert told.status_code == status
            for token, status in (("secret-of-the-day", 200), ("secret-of-the-night", 403)):
                bearer = {"Authorization": f"Bearer {token}", "X-Forwarded-For": "10.2.2.3"}
                assert requests.get(f"{url}/metrics", headers=bearer, timeout=10).status_code == status
    engine.dispose()


def test_a_server_that_ends_says_first_that_it_is_not_ready(tmp_path: Path, sample_ward: Office) -> None:
    from server.app import create_app
    from server.serving import Server, bound_socket
    from server.settings import Listen

    engine = file_engine(tmp_path)
    with running(engine, sample_ward) as office:
        listening = bound_socket(Listen("127.0.0.1", 0))
        settings = ServeSettings(leaving=0.5)
        server = Server(create_app(engine, office.clock, settings=settings), settings)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        url = f"http://127.0.0.1:{listening.getsockname()[1]}/healthz"
        before = requests.get(url, timeout=10)
        server.handle_exit(15, None)
        after = requests.get(url, timeout=10)
        thread.join()
    engine.dispose()
    assert (before.status_code, before.json()) == (200, {"status": "ok"})
    assert (after.status_code, after.json()) == (503, {"status": "leaving"})
