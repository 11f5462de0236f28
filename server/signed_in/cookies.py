"""The two cookies: the session's, which no script can read, and the language's."""

from __future__ import annotations

from fastapi import Request
from fastapi.responses import Response

from server.public_pages.words import Language
from server.signed_in.sessions import LONGEST

_PLAIN = "motcua_session"
_SECURE = "__Host-motcua_session"
"""Over HTTPS: browsers take a cookie with this prefix only from this very host, and never over plain HTTP."""
_LANGUAGE = "motcua_language"
_YEAR_SECONDS = 365 * 24 * 3600


def token_of(request: Request) -> str | None:
    """The token of the browser's session."""
    return request.cookies.get(_name(request)) or None


def set_token(request: Request, answer: Response, token: str) -> None:
    """Gives the browser the token of its session."""
    answer.set_cookie(
        _name(request),
        token,
        max_age=int(LONGEST.total_seconds()),
        path="/",
        httponly=True,
        secure=_is_secure(request),
        samesite="strict",
    )


def forget_token(request: Request, answer: Response) -> None:
    """Takes the token from the browser."""
    answer.delete_cookie(_name(request), path="/", httponly=True, secure=_is_secure(request), samesite="strict")


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


def _name(request: Request) -> str:
    return _SECURE if _is_secure(request) else _PLAIN


def _is_secure(request: Request) -> bool:
    return request.url.scheme == "https"
