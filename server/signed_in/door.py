"""The door of every page for people who sign in: who comes, whether they may, and whether the form is from our page."""

from __future__ import annotations

import hmac
from dataclasses import replace
from urllib.parse import quote

from fastapi import Request
from sqlalchemy import Engine
from starlette.concurrency import run_in_threadpool

from server.offices import Offices
from server.refusals import HttpRefusal, malformed
from server.signed_in.account import PROVINCE
from server.signed_in.cookies import asks_for_language, browser_of, language_of, token_of
from server.signed_in.form import CSRF_FIELD, Form, read_form, refuse_foreign_page
from server.signed_in.office_names import OfficeNames
from server.signed_in.pages import show_failures_as_pages
from server.signed_in.rights import Right
from server.signed_in.sessions import SEEN_EVERY, Session, find_session, mark_seen
from server.signed_in.visitor import OfficeName, Visitor
from server.writing_lane import WritingLane
from shared.journal.engine import WRITING, failures_in_words

SIGN_IN_PATH = "/sign-in"
CODE_PATH = "/sign-in/code"
PASSWORD_PATH = "/sign-in/password"  # noqa: S105  # an address


class SentElsewhere(Exception):  # noqa: N818  # no error: the answer is another page
    """The browser is sent to `path` (303) instead of what it asked for."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class Door:
    """Lets people in. Every room asks it before anything else."""

    def __init__(self, offices: Offices, lane: WritingLane) -> None:
        self._engine: Engine = offices.engine
        self._clock = offices.clock
        self._lane = lane
        self._names = OfficeNames()

    async def visitor(self, request: Request, right: Right | None = None, office: str = PROVINCE) -> Visitor:
        """Who asks, if they have `right` in `office` ("" = the whole province); without a right, anybody signed in.

        Raises SentElsewhere to the page to sign in at, 404 `no_such_office`, 403 `no_right`.
        """
        _refuse_unstorable(request)
        session, choices = await self._session(request)
        if session is None:
            raise SentElsewhere(_sign_in_path(request))
        if not session.is_in:
            raise SentElsewhere(_sign_in_path(request, PASSWORD_PATH if session.confirmed else CODE_PATH))
        visitor = visitor_of(request, session, choices)
        show_failures_as_pages(request, visitor)
        if office != PROVINCE and session.account.office == PROVINCE and office not in {each.id for each in choices}:
            raise _no_such_office()
        if right is not None and not visitor.may(right, office):
            raise _no_right()
        return visitor

    async def at_office(self, request: Request, right: Right) -> tuple[Visitor, str]:
        """The same for a page of the office in the query's `office`, which people of one office need not name.

        Answers that office too; "" is the whole province.
        """
        office = request.query_params.get("office", "")
        if not office:
            session, _ = await self._session(request)
            office = session.account.office if session else PROVINCE
        return await self.visitor(request, right, office), office

    async def form(self, request: Request, right: Right | None = None, office: str = PROVINCE) -> tuple[Visitor, Form]:
        """Who sends a form, and the form. The same refusals, 403 `foreign_page`, `page_too_old`, 413, 400."""
        visitor = await self.visitor(request, right, office)
        return visitor, await checked_form(request, visitor.csrf)

    async def form_at_office(self, request: Request, right: Right) -> tuple[Visitor, Form, str]:
        """The same for the office in the query's `office`, as `at_office` has it."""
        visitor, office = await self.at_office(request, right)
        return visitor, await checked_form(request, visitor.csrf), office

    async def session(self, request: Request) -> Session | None:
        """The session of the browser, whether it is through with signing in or not."""
        return (await self._session(request))[0]

    async def _session(self, request: Request) -> tuple[Session | None, tuple[OfficeName, ...]]:
        known: tuple[Session | None, tuple[OfficeName, ...]] | None = getattr(request.state, "session", None)
        if known is None:
            token = token_of(request)
            known = (None, ()) if token is None else await run_in_threadpool(self._find, token, browser_of(request))
            request.state.session = known
            session, now = known[0], self._clock.now()
            if session is not None and now - session.seen_at > SEEN_EVERY:
                await self._lane.run(lambda: self._mark_seen(session))
        return known

    def _find(self, token: str, browser: str) -> tuple[Session | None, tuple[OfficeName, ...]]:
        with failures_in_words(), self._engine.begin() as connection:
            session = find_session(connection, token, self._clock.now())
            if session is None:
                return None, ()
            session = replace(session, browser=browser)
            if not session.is_in:
                return session, ()
            return session, self._names.read(connection, session.account.office)

    def _mark_seen(self, session: Session) -> None:
        with (
            failures_in_words(),
            self._engine.connect().execution_options(**WRITING) as connection,
            connection.begin(),
        ):
            mark_seen(connection, session, self._clock.now())


def visitor_of(request: Request, session: Session, choices: tuple[OfficeName, ...]) -> Visitor:
    """The person of `session`, before this page."""
    language, path = language_of(request), request.url.path
    query = tuple(request.query_params.multi_items())
    return Visitor(session.account, session.csrf, language, path, choices, asks_for_language(request), query)


async def checked_form(request: Request, csrf: str) -> Form:
    """The form in `request`, from a page that was made for the session whose token is `csrf`."""
    refuse_foreign_page(request)
    form = await read_form(request)
    if not hmac.compare_digest(form.secret(CSRF_FIELD).encode(errors="replace"), csrf.encode()):
        raise HttpRefusal(
            403,
            "page_too_old",
            "Trang này đã được mở từ trước lần đăng nhập hiện tại nên không gửi được; chưa có gì thay đổi. "
            "Hãy mở lại trang rồi làm lại.",
            "This page was opened before you last signed in and cannot be sent; nothing has changed. "
            "Open the page again and repeat.",
        )
    return form


def _refuse_unstorable(request: Request) -> None:
    """No database keeps a NUL, and PostgreSQL fails on a question that holds one."""
    texts = (request.url.path, *(text for pair in request.query_params.multi_items() for text in pair))
    if any("\0" in text for text in texts):
        raise malformed("address")


def _sign_in_path(request: Request, page: str = SIGN_IN_PATH) -> str:
    """The address of a page of signing in, which leads to what was asked for."""
    wanted = request.url.path if request.method in ("GET", "HEAD") else ""
    if wanted and request.url.query:
        wanted += f"?{request.url.query}"
    return f"{page}?next={quote(wanted)}" if wanted else page


def _no_right() -> HttpRefusal:
    return HttpRefusal(
        403,
        "no_right",
        "Tài khoản của Ông/Bà không có quyền ở trang này. Chưa có gì thay đổi; nếu cần, hãy hỏi người quản trị.",
        "Your account has no right to this page. Nothing has changed; ask an administrator if you need it.",
    )


def _no_such_office() -> HttpRefusal:
    return HttpRefusal(
        404,
        "no_such_office",
        "Không có đơn vị này trên máy chủ. Hãy chọn lại đơn vị ở đầu trang.",
        "There is no such office on this server. Choose the office again at the top of the page.",
    )
