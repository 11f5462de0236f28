"""A person's own account: password, one-time codes, the browsers that are signed in; and who may do what."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from server.signed_in.account import NEEDS_CODE
from server.signed_in.cookies import set_token
from server.signed_in.door import Door
from server.signed_in.form import Form
from server.signed_in.one_time_codes import in_groups, qr_png
from server.signed_in.pages import Pages
from server.signed_in.passwords import SHORTEST
from server.signed_in.rights import RIGHTS
from server.signed_in.rooms import ACCOUNT_PATH
from server.signed_in.sessions import Session
from server.signed_in.sign_in import SignIn
from server.signed_in.sign_in_pages import png_answer
from server.signed_in.visitor import Visitor
from shared.failures import Refusal

RIGHTS_PATH = ACCOUNT_PATH + "/rights"
_SHOWN_ROLES = ("province_administrator", "office_administrator", "province_leader", "office_leader", "auditor")
_DONE = frozenset({"password", "sessions", "code_on", "code_off"})


class OwnAccountPages:
    """What everybody who is signed in may do with their own account."""

    def __init__(self, door: Door, sign_in: SignIn) -> None:
        self._door = door
        self._sign_in = sign_in
        self._pages = Pages(__package__)

    def router(self) -> APIRouter:
        """The routes."""
        router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
        router.add_api_route(ACCOUNT_PATH, self.show, methods=["GET"])
        router.add_api_route(RIGHTS_PATH, self.show_rights, methods=["GET"])
        router.add_api_route(ACCOUNT_PATH + "/code.png", self.code_picture, methods=["GET"])
        for path, take in (
            ("/password", self.change_password),
            ("/sessions", self.sign_out_elsewhere),
            ("/code", self.begin_code),
            ("/code/confirm", self.confirm_code),
            ("/code/off", self.give_up_code),
        ):
            router.add_api_route(ACCOUNT_PATH + path, take, methods=["POST"])
        return router

    async def show(self, request: Request) -> Response:
        """The account."""
        visitor = await self._door.visitor(request)
        done = request.query_params.get("done", "")
        return await self._page(request, visitor, done=done if done in _DONE else "")

    async def show_rights(self, request: Request) -> Response:
        """Which role has which right."""
        visitor = await self._door.visitor(request)
        return self._pages.page(
            "rights", visitor, office=visitor.account.office, rights=RIGHTS, roles=_SHOWN_ROLES, needs_code=NEEDS_CODE
        )

    async def change_password(self, request: Request) -> Response:
        """Changes the password; every other browser is signed out."""
        visitor, form = await self._door.form(request)
        session = await self._session(request)
        try:
            token = await self._sign_in.choose_password(
                session, form.secret("known"), form.secret("password"), form.secret("again")
            )
        except Refusal as refusal:
            return await self._page(request, visitor, failed="password", refusal=refusal)
        answer = _done("password")
        set_token(request, answer, token)
        return answer

    async def sign_out_elsewhere(self, request: Request) -> Response:
        """Signs every other browser out."""
        await self._door.form(request)
        await self._sign_in.sign_out_elsewhere(await self._session(request))
        return _done("sessions")

    async def begin_code(self, request: Request) -> Response:
        """Makes a secret for one-time codes, which is shown next."""

        async def begin(session: Session, form: Form) -> None:
            await self._sign_in.begin_code(session, form.secret("known"))

        return await self._change_code(request, begin, "", "code")

    async def confirm_code(self, request: Request) -> Response:
        """The first code of it."""

        async def confirm(session: Session, form: Form) -> None:
            await self._sign_in.confirm_code(session, form.text("code"))

        return await self._change_code(request, confirm, "code_on", "confirm")

    async def give_up_code(self, request: Request) -> Response:
        """Signs in without codes from now on."""

        async def give_up(session: Session, form: Form) -> None:
            await self._sign_in.give_up_code(session, form.secret("known"))

        return await self._change_code(request, give_up, "code_off", "code")

    async def code_picture(self, request: Request) -> Response:
        """The QR code of a secret that is not confirmed yet."""
        visitor = await self._door.visitor(request)
        secret = await self._sign_in.pending_secret(await self._session(request))
        if secret is None:
            return Response(status_code=404, headers={"Cache-Control": "no-store"})
        return png_answer(qr_png(secret, visitor.account.sign_in))

    async def _change_code(
        self, request: Request, change: Callable[[Session, Form], Awaitable[None]], done: str, failed: str
    ) -> Response:
        visitor, form = await self._door.form(request)
        try:
            await change(await self._session(request), form)
        except Refusal as refusal:
            return await self._page(request, visitor, failed=failed, refusal=refusal)
        return _done(done)

    async def _session(self, request: Request) -> Session:
        session = await self._door.session(request)
        if session is None:  # the door has just let it in
            raise LookupError("session")
        return session

    async def _page(
        self,
        request: Request,
        visitor: Visitor,
        *,
        done: str = "",
        failed: str = "",
        refusal: Refusal | None = None,
    ) -> Response:
        session = await self._session(request)
        secret = await self._sign_in.pending_secret(session)
        return self._pages.page(
            "own_account",
            visitor,
            office=visitor.account.office,
            status=422 if refusal else 200,
            stored=await self._sign_in.stored(session),
            sessions=await self._sign_in.sessions(session),
            here=session.token_hash,
            secret=in_groups(secret) if secret else "",
            must_have_code=visitor.account.role in NEEDS_CODE,
            shortest=SHORTEST,
            done=done,
            failed=failed,
            failure=refusal.sentence if refusal else None,
        )


def _done(what: str) -> RedirectResponse:
    path = f"{ACCOUNT_PATH}?done={what}" if what else f"{ACCOUNT_PATH}#code"
    return RedirectResponse(path, 303, {"Cache-Control": "no-store"})
