"""Nobody keeps another out by wrong tries: a browser in which somebody has got in before is counted apart."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import timedelta

import pytest
import requests

from server.signed_in.known_browsers import HOLDS, KnownBrowser, browsers_of, keep_browsers
from server.signed_in.tries import LONGEST_LOCK, TRIES
from shared.journal.engine import WRITING
from tests.server.browsing import PASSWORD, add_account, form_token
from tests.server.running import RunningServer
from tests.server.test_signing_in import code_of, give_code, set_up_code, sign_in, status_of

BROWSER = "motcua_browser"


@pytest.fixture
def http() -> Iterator[requests.Session]:
    with requests.Session() as session:
        yield session


def lock_from_elsewhere(server: RunningServer, name: str, times: int = TRIES) -> None:
    for _ in range(times):
        with requests.Session() as stranger:
            assert sign_in(server, stranger, name, "wrong").status_code == 401


def is_let_in(server: RunningServer, http: requests.Session, name: str) -> bool:
    return sign_in(server, http, name, PASSWORD).status_code == 303


def test_what_strangers_try_does_not_keep_the_owner_out_of_a_browser_that_is_known(
    server: RunningServer, http: requests.Session
) -> None:
    add_account(server, "auditor", "phuong-mau", "kiem.tra")
    signed = sign_in(server, http, "kiem.tra", PASSWORD)
    told = next(each for each in signed.raw.headers.getlist("Set-Cookie") if each.startswith(BROWSER))
    assert all(said in told for said in ("HttpOnly", "SameSite=strict", f"Max-Age={180 * 24 * 3600}"))
    with server.engine.connect() as connection:
        kept = connection.exec_driver_sql("SELECT value FROM node").scalars().all()
    assert not any(http.cookies[BROWSER] in each for each in kept)
    lock_from_elsewhere(server, "kiem.tra", TRIES + 4)
    page = http.get(f"{server.url}/account", timeout=30).text
    fields = {"csrf": form_token(page), "known": PASSWORD, "password": "ngắn", "again": "ngắn"}
    assert "Mật khẩu hiện tại không đúng" not in http.post(f"{server.url}/account/password", fields, timeout=30).text
    assert is_let_in(server, http, "kiem.tra")
    with requests.Session() as elsewhere:
        assert not is_let_in(server, elsewhere, "kiem.tra")
        server.clock.advance(LONGEST_LOCK)
        assert is_let_in(server, elsewhere, "kiem.tra")


def test_a_known_browser_locks_itself_and_nobody_else(server: RunningServer, http: requests.Session) -> None:
    add_account(server, "auditor", "phuong-mau", "kiem.tra")
    with requests.Session() as other:
        assert is_let_in(server, http, "kiem.tra")
        assert is_let_in(server, other, "kiem.tra")
        for _ in range(TRIES):
            assert sign_in(server, http, "kiem.tra", "wrong").status_code == 401
        assert not is_let_in(server, http, "kiem.tra")
        assert is_let_in(server, other, "kiem.tra")
    server.clock.advance(timedelta(minutes=1))
    assert is_let_in(server, http, "kiem.tra")


def test_codes_are_counted_in_the_same_way(embedded_server: RunningServer, http: requests.Session) -> None:
    server = embedded_server
    add_account(server, "province_administrator", sign_in="quan.tri")
    secret = set_up_code(server, http, "quan.tri")
    lock_from_elsewhere(server, "quan.tri")
    server.clock.advance(timedelta(seconds=30))
    assert is_let_in(server, http, "quan.tri")
    for _ in range(TRIES - 1):
        assert give_code(server, http, "/sign-in/code", "000000").status_code == 401
    assert give_code(server, http, "/sign-in/code", code_of(server, secret)).status_code == 303
    assert status_of(server, http) == 200
    with requests.Session() as half_way:
        server.clock.advance(timedelta(minutes=1))
        assert is_let_in(server, half_way, "quan.tri")
        lock_from_elsewhere(server, "quan.tri")
        assert give_code(server, half_way, "/sign-in/code", code_of(server, secret)).status_code == 401


def test_a_cookie_that_somebody_made_up_or_that_is_of_another_account_counts_for_nothing(
    server: RunningServer, http: requests.Session
) -> None:
    for name in ("kiem.tra", "nguoi.khac"):
        add_account(server, "auditor", "phuong-mau", name)
    assert is_let_in(server, http, "nguoi.khac")
    lock_from_elsewhere(server, "kiem.tra")
    assert not is_let_in(server, http, "kiem.tra")
    with requests.Session() as invented:
        invented.cookies.set(BROWSER, "x" * 43)
        assert not is_let_in(server, invented, "kiem.tra")


def test_the_latest_browsers_are_known_and_none_after_half_a_year(embedded_server: RunningServer) -> None:
    now = embedded_server.clock.now()
    many = {f"hash-{number:02}": KnownBrowser(now + timedelta(days=number), number, now) for number in range(14)}
    with ExitStack() as closing:
        connection = closing.enter_context(embedded_server.engine.connect().execution_options(**WRITING))
        closing.enter_context(connection.begin())
        keep_browsers(connection, "an-account", many)
        latest = dict(list(many.items())[4:])
        assert browsers_of(connection, "an-account", now + timedelta(days=13)) == latest
        later = browsers_of(connection, "an-account", now + HOLDS + timedelta(days=12))
        assert sorted(later) == ["hash-12", "hash-13"]
        assert browsers_of(connection, "another", now) == {}
