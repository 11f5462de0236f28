"""The three cookies: the session's and that of a known browser, which no script can read, and the language's."""

from __future__ import annotations

from datetime import timedelta

from fastapi import Request
from fastapi.responses import Response

from server.public_pages.words import Language
from server.signed_in.known_browsers import HOLDS
from server.signed_in.sessions import LONGEST

_SESSION = "motcua_session"
_BROWSER = "motcua_browser"
_SECURE = "__Host-"
"""Over HTTPS: browsers take a cookie with this prefix only from this very host, and never over plain HTTP."""
_BROWSER_LETTERS = 43
_LANGUAGE = "motcua_language"
_YEAR_SECONDS = 365 * 24 * 3600


def token_of(request: Request) -> str | None:
    """The token of the browser's session."""
    return request.cookies.get(_name(_SESSION, request)) or None


def set_token(request: Request, answer: Response, token: str) -> None:
    """Gives the browser the token of its session."""
    _set(request, answer, _SESSION, token, LONGEST)


def forget_token(request: Request, answer: Response) -> None:
    """Takes the token from the browser."""
    answer.delete_cookie(
        _name(_SESSION, request), path="/", httponly=True, secure=_is_secure(request), samesite="strict"
    )


def browser_of(request: Request) -> str:
    """The cookie by which accounts know the browser; "" without one."""
    cookie = request.cookies.get(_name(_BROWSER, request), "")
    return cookie if len(cookie) == _BROWSER_LETTERS else ""


def set_browser(request: Request, answer: Response, cookie: str) -> None:
    """Gives the browser the cookie by which accounts know it."""
    _set(request, answer, _BROWSER, cookie, HOLDS)


def language_of(request: Request) -> Language:
    """English or Vietnamese, as the query or an earlier query says; Vietnamese first."""
    wanted = request.query_params.get("lang") or request.cookies.get(_LANGUAGE)
    return "en" if wanted == "en" else "vi"


def asks_for_language(request: Request) -> bool:
    """Whether the query names a language, which is then kept."""
    return request.query_params.get("lang") in ("vi", "en")


def keep_language(answer: Response, language: Language) -> None:
    """Keeps the language for the pages that follow."""
    answer.set_cookie(_LANGUAGE, language, max_age=_YEAR_SECONDS, path="/", httponly=True, samesite="lax")


def _set(request: Request, answer: Response, name: str, value: str, holds: timedelta) -> None:
    answer.set_cookie(
        _name(name, request),
        value,
        max_age=int(holds.total_seconds()),
        path="/",
        httponly=True,
        secure=_is_secure(request),
        samesite="strict",
    )


def _name(name: str, request: Request) -> str:
    return f"{_SECURE}{name}" if _is_secure(request) else name


def _is_secure(request: Request) -> bool:
    return request.url.scheme == "https"
