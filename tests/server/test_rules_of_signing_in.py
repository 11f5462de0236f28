"""What signing in holds to by itself: where it may send people, its cookies, passwords, and how long a lock lasts."""

from __future__ import annotations

from datetime import timedelta

import pytest
from fastapi import Request
from fastapi.responses import Response

from server.signed_in.cookies import forget_token, set_token, token_of
from server.signed_in.passwords import check_password, start_password
from server.signed_in.sign_in_pages import local_path
from server.signed_in.tries import lock_after
from server.signed_in.words import room_words
from shared.failures import Refusal


@pytest.mark.parametrize(
    ("wanted", "kept"),
    [
        ("/reports?office=a&from=1", "/reports?office=a&from=1"),
        ("https://evil.example/", ""),
        ("//evil.example/", ""),
        ("/\\evil.example", ""),
        ("/a\\b", ""),
        ("/\t/evil.example", ""),
        ("javascript:alert(1)", ""),
        ("reports", ""),
        ("/sign-in", ""),
        ("/sign-in/code", ""),
        ("/sign-out", ""),
        ("", ""),
    ],
)
def test_after_signing_in_only_pages_of_this_server_are_gone_to(wanted: str, kept: str) -> None:
    assert local_path(wanted) == kept


def test_over_https_the_cookie_is_secure_and_bound_to_the_host() -> None:
    def request(scheme: str, cookie: str = "") -> Request:
        headers = [(b"cookie", cookie.encode())] if cookie else []
        return Request({"type": "http", "scheme": scheme, "path": "/", "headers": headers, "server": ("x", 1)})

    answer = Response()
    set_token(request("https"), answer, "token")
    assert answer.headers["set-cookie"].startswith("__Host-motcua_session=token;")
    assert "Secure" in answer.headers["set-cookie"]
    assert token_of(request("https", "__Host-motcua_session=token")) == "token"
    assert token_of(request("https", "motcua_session=token")) is None
    assert token_of(request("http", "motcua_session=token")) == "token"
    gone = Response()
    forget_token(request("https"), gone)
    assert "Max-Age=0" in gone.headers["set-cookie"]


@pytest.mark.parametrize(
    ("room", "key", "count", "english", "vietnamese"),
    [
        ("leadership", "dossiers_count", "1", "1 dossier", "1 hồ sơ"),
        ("leadership", "dossiers_count", "21", "21 dossiers", "21 hồ sơ"),
        ("administration", "offices_found", 1, "1 office", "1 đơn vị"),
        ("administration", "offices_found", 0, "0 offices", "0 đơn vị"),
    ],
)
def test_one_thing_is_not_called_many(room: str, key: str, count: object, english: str, vietnamese: str) -> None:
    package = f"server.{room}"
    assert room_words(package, "en")(key, count=count) == english
    assert room_words(package, "vi")(key, count=count) == vietnamese


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("ngắn quá", "password_too_short"),
        ("a" * 201, "password_too_short"),
        ("aaaaaaaaaaaabbbb", "password_too_simple"),
        ("901234567890123", "password_too_simple"),
        ("Quan.Tri 1975 hè", "password_too_simple"),
    ],
)
def test_a_password_that_is_easy_to_guess_is_refused(password: str, why: str) -> None:
    with pytest.raises(Refusal) as refused:
        check_password(password, password, "quan.tri")
    assert refused.value.code == why


def test_start_passwords_differ_and_pass_the_rules() -> None:
    made = {start_password() for _ in range(50)}
    assert len(made) == 50
    for password in made:
        check_password(password, password, "quan.tri")


def test_a_lock_grows_to_a_quarter_of_an_hour_and_no_further() -> None:
    minutes = [None if (lock := lock_after(failed)) is None else lock.total_seconds() / 60 for failed in range(4, 12)]
    assert minutes == [None, 1, 2, 4, 8, 15, 15, 15]
    assert lock_after(10**9) == timedelta(minutes=15)
