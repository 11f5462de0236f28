"""Signing in with a browser: over real HTTP, on both databases where it is written."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from typing import get_args

import pyotp
import pytest
import requests
import zxingcpp
from PIL import Image
from sqlalchemy import Engine, select

from server.signed_in.account import NEEDS_CODE, Role
from server.signed_in.account_store import account_by_sign_in
from server.signed_in.audit import Period, changes
from server.signed_in.sealing import KEY_FILE
from server.signed_in.tries import TRIES
from shared.domain.office import Office
from shared.journal.node import read_value
from shared.journal.server_tables import account as account_table
from tests.server.browsing import COOKIE, PASSWORD, add_account, form_token, session_token
from tests.server.running import RunningServer, file_engine, running


@pytest.fixture(scope="module")
def kept_server(tmp_path_factory: pytest.TempPathFactory, sample_ward: Office) -> Iterator[RunningServer]:
    """One server for tests that use accounts of their own."""
    folder = tmp_path_factory.mktemp("signing-in")
    engine = file_engine(folder)
    with running(engine, sample_ward, folder) as server:
        yield server
    engine.dispose()


@pytest.fixture
def http() -> Iterator[requests.Session]:
    with requests.Session() as session:
        session.trust_env = False
        yield session


def sign_in(
    server: RunningServer, http: requests.Session, name: str, password: str, wanted: str = ""
) -> requests.Response:
    target = f"{server.url}/sign-in" + (f"?next={wanted}" if wanted else "")
    sent = {"sign_in": name, "password": password}
    return http.post(target, data=sent, allow_redirects=False, timeout=30)


def give_code(server: RunningServer, http: requests.Session, path: str, code: str) -> requests.Response:
    page = http.get(server.url + path, timeout=30)
    sent = {"csrf": form_token(page.text), "code": code}
    return http.post(server.url + path, data=sent, allow_redirects=False, timeout=30)


def secret_on(page: str) -> str:
    found = re.search(r'class="secret"[^>]*>([A-Z2-7 ]+)<', page)
    assert found, page
    return found[1].replace(" ", "")


def code_of(server: RunningServer, secret: str, steps: int = 0) -> str:
    return pyotp.TOTP(secret).at(server.clock.now(), counter_offset=steps)


def set_up_code(server: RunningServer, http: requests.Session, name: str) -> str:
    """Signs in for the first time; answers the secret that the person's phone now has."""
    sign_in(server, http, name, PASSWORD)
    secret = secret_on(http.get(f"{server.url}/sign-in/set-up", timeout=30).text)
    assert give_code(server, http, "/sign-in/set-up", code_of(server, secret)).status_code == 303
    return secret


def status_of(server: RunningServer, http: requests.Session, path: str = "/account") -> int:
    return http.get(server.url + path, allow_redirects=False, timeout=30).status_code


def test_a_leader_signs_in_with_a_password_and_gets_to_the_page_asked_for(
    server: RunningServer, http: requests.Session
) -> None:
    add_account(server, "office_leader", "phuong-mau", "lanh.dao")
    asked = http.get(f"{server.url}/reports?office=phuong-mau", allow_redirects=False, timeout=30)
    assert asked.headers["Location"] == "/sign-in?next=/reports%3Foffice%3Dphuong-mau"
    answered = sign_in(server, http, " LANH.dao ", PASSWORD, "/reports%3Foffice%3Dphuong-mau")
    assert answered.headers["Location"] == "/reports?office=phuong-mau"
    cookie = answered.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert "Path=/" in cookie
    assert status_of(server, http) == 200
    with server.engine.connect() as connection:
        kept = connection.exec_driver_sql("SELECT token_hash FROM browser_session").scalars().all()
    assert http.cookies[COOKIE] not in kept


def test_an_administrator_sets_one_time_codes_up_and_needs_one_each_time(
    any_database: Engine, sample_ward: Office, tmp_path: Path, http: requests.Session
) -> None:
    with running(any_database, sample_ward, tmp_path) as server:
        add_account(server, "province_administrator", sign_in="quan.tri")
        assert sign_in(server, http, "quan.tri", PASSWORD).headers["Location"] == "/sign-in/code"
        half = http.cookies[COOKIE]
        page = http.get(f"{server.url}/sign-in/code", timeout=30)
        assert page.url.endswith("/sign-in/set-up")
        picture = http.get(f"{server.url}/sign-in/set-up/code.png", stream=True, timeout=30)
        assert picture.headers["Cache-Control"] == "no-store"
        address = zxingcpp.read_barcodes(Image.open(picture.raw))[0].text
        secret = secret_on(page.text)
        assert pyotp.parse_uri(address).secret == secret
        refused = give_code(server, http, "/sign-in/set-up", code_of(server, secret, -2))
        assert refused.status_code == 401
        taken = give_code(server, http, "/sign-in/set-up", code_of(server, secret, -1))
        assert taken.headers["Location"] == "/leadership"
        assert http.cookies[COOKIE] != half
        assert status_of(server, http) == 200
        assert http.get(f"{server.url}/sign-in/set-up/code.png", timeout=30).status_code == 404
        assert http.get(f"{server.url}/account/code.png", timeout=30).status_code == 404

        with requests.Session() as second:
            sign_in(server, second, "quan.tri", PASSWORD)
            moved = second.get(f"{server.url}/sign-in/set-up?next=/audit", timeout=30)
            assert moved.url.endswith("/sign-in/code?next=/audit")
            again = give_code(server, second, "/sign-in/code", code_of(server, secret, -1))
            assert again.status_code == 401
            assert status_of(server, second) == 303
            assert give_code(server, second, "/sign-in/code", code_of(server, secret)).status_code == 303
            assert status_of(server, second) == 200

        with server.engine.connect() as connection:
            closed = str(connection.execute(select(account_table.c.totp_secret)).scalar())
        if any_database.dialect.name == "postgresql":
            assert secret not in closed
            assert stat.S_IMODE((tmp_path / KEY_FILE).stat().st_mode) == 0o600
            (tmp_path / KEY_FILE).rename(tmp_path / "moved")
            with requests.Session() as third:
                sign_in(server, third, "quan.tri", PASSWORD)
                page = third.get(f"{server.url}/sign-in/code", timeout=30)
                lost = give_code(server, third, "/sign-in/code", code_of(server, secret, 1))
            assert (page.status_code, lost.status_code) == (200, 503)
            assert KEY_FILE in lost.text
        else:
            assert not (tmp_path / KEY_FILE).exists()


@pytest.mark.parametrize("role", [role for role in get_args(Role) if role not in NEEDS_CODE])
def test_whoever_need_not_have_codes_may_choose_them_and_give_them_up(
    kept_server: RunningServer, http: requests.Session, role: Role
) -> None:
    server, name = kept_server, f"tu.nguyen.{role}"
    scope = "" if role == "province_leader" else "phuong-mau"
    account = add_account(server, role, scope, name)
    sign_in(server, http, name, PASSWORD)

    def post(path: str, **fields: str) -> requests.Response:
        csrf = form_token(http.get(f"{server.url}/account", timeout=30).text)
        sent = {"csrf": csrf, **fields}
        return http.post(f"{server.url}/account/{path}", data=sent, allow_redirects=False, timeout=30)

    assert post("code", known="wrong").status_code == 422
    assert post("code", known=PASSWORD).status_code == 303
    secret = secret_on(http.get(f"{server.url}/account", timeout=30).text)
    assert http.get(f"{server.url}/account/code.png", timeout=30).headers["Content-Type"] == "image/png"
    assert post("code/confirm", code="000000").status_code == 422
    assert post("code/confirm", code=code_of(server, secret)).headers["Location"] == "/account?done=code_on"
    with requests.Session() as second:
        assert sign_in(server, second, name, PASSWORD).headers["Location"] == "/sign-in/code"
    assert post("code/off", known=PASSWORD).status_code == 303
    with requests.Session() as third:
        assert sign_in(server, third, name, PASSWORD).headers["Location"] == "/leadership"
    assert account.role == role


def test_what_was_wrong_is_never_told(kept_server: RunningServer) -> None:
    server = kept_server
    for name in ("sai", "khoa", "nghi"):
        add_account(server, "auditor", "phuong-mau", name)
    for _ in range(TRIES):
        sign_in(server, requests.Session(), "khoa", "wrong")
    with server.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE account SET disabled_at = 1 WHERE sign_in = 'nghi'")
    answers = [
        sign_in(server, requests.Session(), name, password)
        for name, password in (("sai", "wrong"), ("khoa", PASSWORD), ("nghi", PASSWORD), ("khong.co", PASSWORD))
    ]
    assert {answered.status_code for answered in answers} == {401}
    with server.engine.connect() as connection:  # an unknown name costs a write, as a known one does
        assert read_value(connection, "sign_in/unknown") == server.clock.now().isoformat()
    assert len({answered.text for answered in answers}) == 1
    assert not any("Set-Cookie" in answered.headers for answered in answers)


def test_five_wrong_tries_lock_for_growing_times_and_the_lock_is_on_record(
    server: RunningServer, http: requests.Session
) -> None:
    add_account(server, "auditor", "phuong-mau", "kiem.tra")
    for _ in range(TRIES):
        assert sign_in(server, http, "kiem.tra", "wrong").status_code == 401
    server.clock.advance(timedelta(seconds=59))
    assert sign_in(server, http, "kiem.tra", PASSWORD).status_code == 401
    server.clock.advance(timedelta(seconds=2))
    assert sign_in(server, http, "kiem.tra", "wrong").status_code == 401
    server.clock.advance(timedelta(seconds=61))
    assert sign_in(server, http, "kiem.tra", PASSWORD).status_code == 401
    server.clock.advance(timedelta(seconds=60))
    assert sign_in(server, http, "kiem.tra", PASSWORD).status_code == 303
    with server.journal().reading() as reader:
        found, _ = changes(reader, Period(), "", None)
        stored = account_by_sign_in(reader.connection, "kiem.tra")
    assert [(each.what, each.actor, each.data["minutes"]) for each in found] == [
        ("account_locked", "server", 2),
        ("account_locked", "server", 1),
    ]
    assert stored is not None
    assert stored.failed == 0


def test_wrong_codes_count_like_wrong_passwords_and_end_the_half_session(
    kept_server: RunningServer, http: requests.Session
) -> None:
    server = kept_server
    add_account(server, "province_administrator", sign_in="doan.ma")
    secret = set_up_code(server, http, "doan.ma")
    with requests.Session() as guessing:
        for tried in range(1, TRIES + 1):
            sign_in(server, guessing, "doan.ma", PASSWORD)
            assert give_code(server, guessing, "/sign-in/code", "12345").status_code == 401, tried
        assert status_of(server, guessing, "/sign-in/code") == 303
    server.clock.advance(timedelta(seconds=30))
    with requests.Session() as right:
        assert sign_in(server, right, "doan.ma", PASSWORD).status_code == 401
        server.clock.advance(timedelta(seconds=31))
        sign_in(server, right, "doan.ma", PASSWORD)
        assert give_code(server, right, "/sign-in/code", code_of(server, secret)).status_code == 303


def test_one_code_lets_one_browser_in_even_when_several_send_it_at_once(
    any_database: Engine, sample_ward: Office, tmp_path: Path
) -> None:
    with running(any_database, sample_ward, tmp_path) as server:
        assert answers_to_one_code(server, browsers=4) == [303, 401, 401, 401]


def answers_to_one_code(server: RunningServer, browsers: int) -> list[int]:
    add_account(server, "province_administrator", sign_in="cung.luc")
    with requests.Session() as http:
        secret = set_up_code(server, http, "cung.luc")
    code = code_of(server, secret, 1)
    with ExitStack() as closing, ThreadPoolExecutor() as at_once:
        waiting = [closing.enter_context(requests.Session()) for _ in range(browsers)]
        for each in waiting:
            sign_in(server, each, "cung.luc", PASSWORD)
        given = at_once.map(lambda each: give_code(server, each, "/sign-in/code", code).status_code, waiting)
        return sorted(given)


def test_a_half_session_is_over_after_ten_minutes(kept_server: RunningServer, http: requests.Session) -> None:
    add_account(kept_server, "province_administrator", sign_in="cham")
    sign_in(kept_server, http, "cham", PASSWORD)
    kept_server.clock.advance(timedelta(minutes=10, seconds=1))
    assert status_of(kept_server, http, "/sign-in/set-up") == 303


def test_a_session_ends_after_half_an_hour_of_silence_and_after_twelve_hours_anyway(
    kept_server: RunningServer, http: requests.Session
) -> None:
    server = kept_server
    add_account(server, "auditor", "phuong-mau", "im.lang")
    sign_in(server, http, "im.lang", PASSWORD)
    for _ in range(24):
        server.clock.advance(timedelta(minutes=29))
        assert status_of(server, http) == 200
    server.clock.advance(timedelta(minutes=25))
    assert status_of(server, http) == 303
    sign_in(server, http, "im.lang", PASSWORD)
    server.clock.advance(timedelta(minutes=31))
    assert status_of(server, http) == 303


def test_signing_out_ends_the_session_on_the_server_and_everywhere_ends_the_others(
    kept_server: RunningServer,
) -> None:
    server = kept_server
    account = add_account(server, "auditor", "phuong-mau", "ra.ve")
    (first, csrf), (second, _), (third, _) = (session_token(server, account) for _ in range(3))

    def ask(method: str, path: str, token: str) -> int:
        with requests.Session() as http:
            http.cookies.set(COOKIE, token)
            data = {"csrf": csrf} if method == "POST" else None
            return http.request(method, server.url + path, data=data, allow_redirects=False, timeout=30).status_code

    assert ask("POST", "/account/sessions", first) == 303
    assert [ask("GET", "/account", token) for token in (first, second, third)] == [200, 303, 303]
    assert ask("POST", "/sign-out", first) == 303
    assert ask("GET", "/account", first) == 303


def test_a_new_password_ends_every_other_session_and_renews_this_one(
    embedded_server: RunningServer, http: requests.Session
) -> None:
    server = embedded_server
    account = add_account(server, "auditor", "phuong-mau", "doi.mat.khau")
    elsewhere, _ = session_token(server, account)
    sign_in(server, http, "doi.mat.khau", PASSWORD)
    before = http.cookies[COOKIE]

    def change(known: str, password: str, again: str) -> requests.Response:
        csrf = form_token(http.get(f"{server.url}/account", timeout=30).text)
        sent = {"csrf": csrf, "known": known, "password": password, "again": again}
        return http.post(f"{server.url}/account/password", data=sent, allow_redirects=False, timeout=30)

    new = "gió mùa đông bắc"
    for known, password, again in (("wrong", new, new), (PASSWORD, new, "khác"), (PASSWORD, PASSWORD, PASSWORD)):
        assert change(known, password, again).status_code == 422
    assert change(PASSWORD, new, new).headers["Location"] == "/account?done=password"
    assert http.cookies[COOKIE] != before
    assert status_of(server, http) == 200
    for token in (before, elsewhere):
        with requests.Session() as other:
            other.cookies.set(COOKIE, token)
            assert status_of(server, other) == 303
    with requests.Session() as later:
        assert sign_in(server, later, "doi.mat.khau", PASSWORD).status_code == 401
        assert sign_in(server, later, "doi.mat.khau", new).status_code == 303


def test_signing_in_again_ends_the_session_before_it(kept_server: RunningServer, http: requests.Session) -> None:
    account = add_account(kept_server, "auditor", "phuong-mau", "hai.lan")
    before, _ = session_token(kept_server, account)
    http.cookies.set(COOKIE, before, domain="127.0.0.1")
    assert sign_in(kept_server, http, "hai.lan", PASSWORD).status_code == 303
    assert http.cookies.get(COOKIE, domain="127.0.0.1") != before
    with requests.Session() as other:
        other.cookies.set(COOKIE, before)
        assert status_of(kept_server, other) == 303


def test_letters_that_no_database_keeps_are_refused_in_words(server: RunningServer, http: requests.Session) -> None:
    account = add_account(server, "province_administrator")
    assert sign_in(server, http, "a\0b", PASSWORD).status_code == 400
    token, csrf = session_token(server, account)
    http.cookies.set(COOKIE, token)
    assert status_of(server, http, "/accounts/one?account=%00") == 400
    assert status_of(server, http, "/audit/reads?who=a%00") == 400
    for sent in ({"csrf": csrf, "code": "\0", "reason": "mười hai chữ cái"}, {"csrf": csrf, "\0": "x"}):
        refused = http.post(f"{server.url}/audit/personal?office=phuong-mau", data=sent, timeout=30)
        assert refused.status_code == 400
        assert "không đọc được" in refused.text


def test_the_other_language_keeps_the_place_and_stays(kept_server: RunningServer, http: requests.Session) -> None:
    account = add_account(kept_server, "auditor", "phuong-mau", "ngon.ngu")
    http.cookies.set(COOKIE, session_token(kept_server, account)[0])
    page = http.get(f"{kept_server.url}/audit?from=2026-01-02&who=x%26y", timeout=30).text
    other = re.search(r'href="(/audit[^"]*lang=en)"', page)
    assert other
    assert other[1] == "/audit?from=2026-01-02&amp;who=x%26y&amp;lang=en"
    english = http.get(kept_server.url + other[1].replace("&amp;", "&"), timeout=30)
    assert 'value="2026-01-02"' in english.text
    assert 'lang="en"' in http.get(f"{kept_server.url}/audit", timeout=30).text


def test_too_many_tries_from_one_address_wait(embedded_server: RunningServer, http: requests.Session) -> None:
    add_account(embedded_server, "auditor", "phuong-mau", "nhieu")
    answers = [sign_in(embedded_server, http, "nhieu", "wrong") for _ in range(31)]
    assert [answered.status_code for answered in answers] == [401] * 30 + [429]
    assert int(answers[-1].headers["Retry-After"]) > 0
    assert "thử lại sau" in answers[-1].text
