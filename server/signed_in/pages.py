"""Pages of one room from its templates: the frame around them, their words, and the headers that keep them private."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse, Response
from jinja2 import ChoiceLoader, Environment, PackageLoader, PrefixLoader, StrictUndefined

from server.answers import SHOW_FAILURE
from server.public_pages.rendering import icon
from server.public_pages.static_files import asset_address
from server.public_pages.words import Language
from server.signed_in.account import PROVINCE
from server.signed_in.cookies import asks_for_language, keep_language, language_of
from server.signed_in.rooms import rooms_of
from server.signed_in.visitor import Visitor
from server.signed_in.words import RoomWords, room_words
from shared.failures import Failure

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    # Not "no-referrer": under it browsers send forms with "Origin: null", and the door could not tell whose they are.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Pages:
    """The pages of the room `package`, which has a folder `templates` and a words.json.

    A template extends "signed_in/base.html" and fills its blocks `title` and `content`.
    """

    def __init__(self, package: str) -> None:
        self._package = package
        self._environment = _environment(package)

    def words(self, language: Language) -> RoomWords:
        """The words of this room."""
        return room_words(self._package, language)

    def page(
        self,
        name: str,
        visitor: Visitor,
        *,
        office: str = PROVINCE,
        status: int = 200,
        keep: Sequence[str] = (),
        **shown: object,
    ) -> HTMLResponse:
        """The page made of the template `name`, about `office` ("" = the province), for `visitor`.

        `keep` names the fields of the address that stay when the person switches to another office.
        """
        frame = _Frame(visitor.language, visitor.path, visitor.query, keeps_language=visitor.keeps_language)
        kept = [(name, value) for name, value in visitor.query if name in keep]
        rooms = rooms_of(visitor.account)
        return self._answer(name, frame, status, visitor=visitor, office=office, rooms=rooms, kept=kept, **shown)

    def open_page(self, name: str, request: Request, *, status: int = 200, **shown: object) -> HTMLResponse:
        """The same for somebody who is not signed in."""
        query = tuple(request.query_params.multi_items())
        frame = _Frame(language_of(request), request.url.path, query, keeps_language=asks_for_language(request))
        return self._answer(name, frame, status, visitor=None, office=PROVINCE, rooms=(), kept=(), **shown)

    def _answer(self, name: str, frame: _Frame, status: int, **shown: object) -> HTMLResponse:
        html = self._environment.get_template(f"{name}.html").render(
            words=self.words(frame.language), path=frame.path, other_language=frame.other_language, **shown
        )
        answer = HTMLResponse(html, status, {**HEADERS, "Content-Language": frame.language})
        if frame.keeps_language:
            keep_language(answer, frame.language)
        return answer


@dataclass(frozen=True, slots=True)
class _Frame:
    """The address of a page and its language."""

    language: Language
    path: str
    query: tuple[tuple[str, str], ...]
    keeps_language: bool

    @property
    def other_language(self) -> str:
        """The address of the same page in the other language."""
        other = "vi" if self.language == "en" else "en"
        return f"{self.path}?{urlencode([*(pair for pair in self.query if pair[0] != 'lang'), ('lang', other)])}"


@cache
def _environment(package: str) -> Environment:
    frame = PrefixLoader({"signed_in": PackageLoader("server.signed_in")})
    environment = Environment(
        loader=ChoiceLoader([PackageLoader(package), frame]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(icon=icon, asset=asset_address)
    return environment


def show_failures_as_pages(request: Request, visitor: Visitor | None) -> None:
    """Lets every failure of this request be answered as a page in words instead of JSON."""

    def show(failure: Failure, status: int) -> Response:
        pages = Pages(__package__)
        sentence = failure.sentence.in_language(visitor.language if visitor else language_of(request))
        if visitor is None:
            return pages.open_page("failure", request, status=status, sentence=sentence)
        return pages.page("failure", visitor, office=visitor.account.office, status=status, sentence=sentence)

    setattr(request.state, SHOW_FAILURE, show)
