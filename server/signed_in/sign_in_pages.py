"""The pages of signing in: password, one-time code, setting the code up, an own password; and signing out."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from urllib.parse import quote, urlsplit

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from server.limits import Allowance, Limit, address_of
from server.signed_in.cookies import browser_of, forget_token, set_browser, set_token
from server.signed_in.door import CODE_PATH, PASSWORD_PATH, SIGN_IN_PATH, Door, checked_form
from server.signed_in.form import read_form, refuse_foreign_page
from server.signed_in.one_time_codes import in_groups, qr_png
from server.signed_in.pages import HEADERS, Pages, show_failures_as_pages
from server.signed_in.passwords import SHORTEST
from server.signed_in.rooms import first_page_of
from server.signed_in.sessions import Session
from server.signed_in.sign_in import Begun, SignIn
from shared.failures import Refusal, Sentence

SET_UP_PATH = "/sign-in/set-up"
SIGN_OUT_PATH = "/sign-out"
TRIES_PER_ADDRESS = Allowance(at_once=30, per_second=1 / 10)
"""A whole office comes in the morning from one address; whoever tries passwords gets one in ten seconds."""


class SignInPages:
    """Signs people in with a browser."""

    def __init__(self, door: Door, sign_in: SignIn) -> None:
        self._door = door
        self._sign_in = sign_in
        self._pages = Pages(__package__)
        self._tries = Limit(TRIES_PER_ADDRESS)

    def router(self) -> APIRouter:
        """The routes."""
        router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
        for path, show, take in (
            (SIGN_IN_PATH, self.ask_password, self.take_password),
            (CODE_PATH, self.ask_code, self.take_code),
            (SET_UP_PATH, self.ask_first_code, self.take_first_code),
            (PASSWORD_PATH, self.ask_own_password, self.take_own_password),
        ):
            router.add_api_route(path, show, methods=["GET"])
            router.add_api_route(path, take, methods=["POST"])
        router.add_api_route("/", self.ask_password, methods=["GET"])
        router.add_api_route(SET_UP_PATH + "/code.png", self.code_picture, methods=["GET"])
        router.add_api_route(SIGN_OUT_PATH, self.leave, methods=["POST"])
        return router

    async def ask_password(self, request: Request) -> Response:
        """The form for name and password; whoever is in already goes on."""
        session = await self._door.session(request)
        if session is not None and session.is_in:
            return _to(local_path(_next(request)) or first_page_of(session.account))
        return self._password_page(request)

    async def take_password(self, request: Request) -> Response:
        """Begins a session."""
        show_failures_as_pages(request, None)
        refuse_foreign_page(request)
        form = await read_form(request)
        wanted = _next(request)
        wait = self._tries.wait_for(address_of(request))
        if wait:
            answer = self._password_page(request, 429, failure=_too_many_tries(wait))
            answer.headers["Retry-After"] = str(wait)
            return answer
        try:
            begun = await self._sign_in.with_password(
                form.text("sign_in"), form.secret("password"), browser_of(request)
            )
        except Refusal as refusal:
            return self._password_page(request, 401, failure=refusal.sentence)
        before = await self._door.session(request)
        if before is not None:
            await self._sign_in.sign_out(before)
        return _let_in(request, begun, wanted)

    async def ask_code(self, request: Request) -> Response:
        """The form for the one-time code; a first one is set up before."""
        return await self._half_way(request, self._code_page)

    async def take_code(self, request: Request) -> Response:
        """Finishes the session."""
        return await self._take_code(request, self._code_page)

    async def ask_first_code(self, request: Request) -> Response:
        """The secret, as a picture and to be typed, and the form for the first code."""
        return await self._half_way(request, self._set_up_page)

    async def take_first_code(self, request: Request) -> Response:
        """Finishes the session with the first code."""
        return await self._take_code(request, self._set_up_page)

    async def code_picture(self, request: Request) -> Response:
        """The QR code of a secret that is not confirmed yet; nobody else ever gets it, and not afterwards."""
        session = await self._door.session(request)
        secret = None if session is None or session.confirmed else await self._sign_in.pending_secret(session)
        if session is None or secret is None:
            return Response(status_code=404, headers={"Cache-Control": "no-store"})
        return png_answer(qr_png(secret, session.account.sign_in))

    async def ask_own_password(self, request: Request) -> Response:
        """The form for the password that replaces a start password."""
        session = await self._door.session(request)
        if session is None or not session.confirmed or not session.start_password:
            return _to(_with_next(SIGN_IN_PATH, _next(request)))
        return self._own_password_page(request, session)

    async def take_own_password(self, request: Request) -> Response:
        """Keeps it."""
        show_failures_as_pages(request, None)
        session = await self._door.session(request)
        if session is None or not session.confirmed or not session.start_password:
            return _to(_with_next(SIGN_IN_PATH, _next(request)))
        form = await checked_form(request, session.csrf)
        try:
            token = await self._sign_in.choose_password(session, "", form.secret("password"), form.secret("again"))
        except Refusal as refusal:
            return self._own_password_page(request, session, refusal.sentence)
        answer = _to(local_path(_next(request)) or first_page_of(session.account))
        set_token(request, answer, token)
        return answer

    async def leave(self, request: Request) -> Response:
        """Signs out; without a session there is nothing to do."""
        show_failures_as_pages(request, None)
        session = await self._door.session(request)
        answer = _to(SIGN_IN_PATH)
        if session is not None:
            await checked_form(request, session.csrf)
            await self._sign_in.sign_out(session)
        forget_token(request, answer)
        return answer

    async def _half_way(
        self, request: Request, page: Callable[[Request, Session, Sentence | None], Awaitable[Response]]
    ) -> Response:
        show_failures_as_pages(request, None)
        session = await self._door.session(request)
        if session is None or session.confirmed:
            return _to(_with_next(SIGN_IN_PATH, _next(request)))
        return await page(request, session, None)

    async def _take_code(
        self, request: Request, page: Callable[[Request, Session, Sentence | None], Awaitable[Response]]
    ) -> Response:
        show_failures_as_pages(request, None)
        session = await self._door.session(request)
        if session is None or session.confirmed:
            return _to(_with_next(SIGN_IN_PATH, _next(request)))
        form = await checked_form(request, session.csrf)
        try:
            begun = await self._sign_in.with_code(session, form.text("code"))
        except Refusal as refusal:
            if refusal.code == "code_wrong":
                return await page(request, session, refusal.sentence)
            answer = self._password_page(request, 401, failure=refusal.sentence)
            forget_token(request, answer)
            return answer
        return _let_in(request, begun, _next(request))

    async def _code_page(self, request: Request, session: Session, failure: Sentence | None) -> Response:
        if await self._sign_in.pending_secret(session) is not None:
            return _to(_with_next(SET_UP_PATH, _next(request)))
        return self._form("code", request, session, failure)

    async def _set_up_page(self, request: Request, session: Session, failure: Sentence | None) -> Response:
        secret = await self._sign_in.pending_secret(session)
        if secret is None:
            return _to(_with_next(CODE_PATH, _next(request)))
        picture = SET_UP_PATH + "/code.png"
        return self._form("set_up", request, session, failure, secret=in_groups(secret), picture=picture)

    def _password_page(self, request: Request, status: int = 200, *, failure: Sentence | None = None) -> Response:
        return self._pages.open_page("sign_in", request, status=status, next=_next(request), failure=failure)

    def _own_password_page(self, request: Request, session: Session, failure: Sentence | None = None) -> Response:
        sign_in = session.account.sign_in
        return self._form("own_password", request, session, failure, 422, shortest=SHORTEST, sign_in=sign_in)

    def _form(
        self,
        name: str,
        request: Request,
        session: Session,
        failure: Sentence | None,
        refused: int = 401,
        **shown: object,
    ) -> Response:
        """A page between password and door; with the status `refused` where something was not taken."""
        status = refused if failure else 200
        return self._pages.open_page(
            name, request, status=status, csrf_token=session.csrf, failure=failure, next=_next(request), **shown
        )


def _next(request: Request) -> str:
    return request.query_params.get("next", "")


def local_path(wanted: str) -> str:
    """`wanted` if it is an address of this server's own pages, else ""."""
    if not wanted.startswith("/") or wanted.startswith(("//", "/\\")) or not wanted.isprintable() or "\\" in wanted:
        return ""
    parts = urlsplit(wanted)
    signing = parts.path in (SIGN_IN_PATH, SIGN_OUT_PATH) or parts.path.startswith(SIGN_IN_PATH + "/")
    return "" if parts.scheme or parts.netloc or signing else wanted


def png_answer(picture: bytes) -> Response:
    """A picture that nobody on the way keeps."""
    return Response(picture, 200, HEADERS, "image/png")


def _let_in(request: Request, begun: Begun, wanted: str) -> Response:
    place = local_path(wanted)
    answer = _to((place or first_page_of(begun.account)) if begun.confirmed else _with_next(CODE_PATH, place))
    set_token(request, answer, begun.token)
    if begun.browser:
        set_browser(request, answer, begun.browser)
    return answer


def _with_next(path: str, wanted: str) -> str:
    place = local_path(wanted)
    return f"{path}?next={quote(place)}" if place else path


def _to(path: str) -> RedirectResponse:
    return RedirectResponse(path, 303, {"Cache-Control": "no-store"})


def _too_many_tries(seconds: int) -> Sentence:
    return Sentence(
        f"Có quá nhiều lần đăng nhập từ địa chỉ này. Chưa có gì thay đổi; hãy thử lại sau {seconds} giây.",
        f"There were too many tries to sign in from this address. Nothing has changed; try again in {seconds} seconds.",
    )
