"""The accounts of an office, or of everybody: add, disable, let in again, reset. Each change is an event."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar, cast
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.concurrency import run_in_threadpool

from server.offices import Offices
from server.refusals import HttpRefusal
from server.signed_in.account import PROVINCE, Account, Role, roles_at
from server.signed_in.account_changes import (
    add_account,
    checked_account,
    disable_account,
    enable_account,
    reset_account,
)
from server.signed_in.account_store import StoredAccount, account_by_id, accounts_in
from server.signed_in.door import Door
from server.signed_in.form import Form
from server.signed_in.pages import Pages
from server.signed_in.passwords import START_HOLDS, Passwords, start_password
from server.signed_in.visitor import Visitor
from server.writing_lane import WritingLane
from shared.failures import Refusal
from shared.journal.journal import Writer

T = TypeVar("T")

ACCOUNTS_PATH = "/accounts"
FIND_PATH = "/accounts/find"
ONE_PATH = "/accounts/one"
PER_PAGE = 50
_DONE = frozenset({"disable", "enable"})


class AccountsPages:
    """What administrators do with the accounts of others."""

    def __init__(self, offices: Offices, lane: WritingLane, door: Door, passwords: Passwords) -> None:
        self._offices = offices
        self._lane = lane
        self._door = door
        self._passwords = passwords
        self._pages = Pages(__package__)

    def router(self) -> APIRouter:
        """The routes."""
        router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
        router.add_api_route(ACCOUNTS_PATH, self.show_list, methods=["GET"])
        router.add_api_route(ACCOUNTS_PATH, self.add, methods=["POST"])
        router.add_api_route(FIND_PATH, self.find, methods=["POST"])
        router.add_api_route(ONE_PATH, self.show_one, methods=["GET"])
        router.add_api_route(ONE_PATH, self.change, methods=["POST"])
        return router

    async def show_list(self, request: Request) -> Response:
        """The accounts of the office; without one those of everybody."""
        visitor, office = await self._door.at_office(request, "edit_accounts")
        return await self._list(request, visitor, office)

    async def find(self, request: Request) -> Response:
        """The accounts with some letters in their name. A name is sent in the body: addresses are kept and logged."""
        visitor, form, office = await self._door.form_at_office(request, "edit_accounts")
        return await self._list(request, visitor, office, wanted=form.text("q"))

    async def add(self, request: Request) -> Response:
        """Adds an account and shows its start password, once."""
        visitor, form, office = await self._door.form_at_office(request, "edit_accounts")
        wanted = Account(
            self._offices.identities.subject(),
            form.text("sign_in"),
            form.text("name"),
            cast("Role", form.text("role")),
            office,
        )
        password = start_password()
        try:
            checked_account(wanted)
            password_hash = await self._passwords.hash(password)

            def change(writer: Writer) -> Account:
                return add_account(writer, visitor.actor, wanted, password_hash, writer.now + START_HOLDS)

            account = await self._changed(office, change)
        except Refusal as refusal:
            return await self._list(request, visitor, office, form, refusal)
        return self._pages.page("start_password", visitor, office=office, account=account, password=password)

    async def show_one(self, request: Request) -> Response:
        """One account and what can be done with it."""
        visitor, office = await self._door.at_office(request, "edit_accounts")
        stored = await self._one(office, request.query_params.get("account", ""))
        done = request.query_params.get("done", "")
        return self._one_page(visitor, office, stored, done=done if done in _DONE else "")

    async def change(self, request: Request) -> Response:
        """Disables, lets in again, or resets."""
        visitor, form, office = await self._door.form_at_office(request, "edit_accounts")
        account, what = form.text("account"), form.text("what")
        stored = await self._one(office, account)
        try:
            if what == "reset":
                return await self._reset(visitor, office, stored)
            change = {"disable": disable_account, "enable": enable_account}.get(what)
            if change is not None:
                await self._changed(office, lambda writer: change(writer, visitor.actor, account))
        except Refusal as refusal:
            return self._one_page(visitor, office, stored, refusal)
        query = urlencode({"office": office, "account": account, "done": what})
        return RedirectResponse(f"{ONE_PATH}?{query}", 303, {"Cache-Control": "no-store"})

    async def _reset(self, visitor: Visitor, office: str, stored: StoredAccount) -> Response:
        password = start_password()
        password_hash = await self._passwords.hash(password)
        account = stored.account.id
        await self._changed(office, lambda writer: reset_account(writer, visitor.actor, account, password_hash))
        return self._pages.page("start_password", visitor, office=office, account=stored.account, password=password)

    async def _changed(self, office: str, change: Callable[[Writer], T]) -> T:
        def write() -> T:
            with self._offices.journal(office).writing() as writer:
                return change(writer)

        return await self._lane.run(write)

    async def _one(self, office: str, account: str) -> StoredAccount:
        def read() -> StoredAccount | None:
            with self._offices.journal(office).reading() as reader:
                return account_by_id(reader.connection, account)

        stored = await run_in_threadpool(read)
        if stored is None or stored.account.office != office:
            raise HttpRefusal(
                404,
                "no_such_account",
                "Không có tài khoản này ở phạm vi đã chọn. Chưa có gì thay đổi.",
                "There is no such account in this scope. Nothing has changed.",
            )
        return stored

    async def _list(
        self,
        request: Request,
        visitor: Visitor,
        office: str,
        form: Form | None = None,
        refusal: Refusal | None = None,
        *,
        wanted: str = "",
    ) -> Response:
        letters = wanted.strip().casefold()

        def read() -> tuple[StoredAccount, ...]:
            with self._offices.journal(office).reading() as reader:
                return accounts_in(reader.connection, None if office == PROVINCE else office)

        found = [
            each
            for each in await run_in_threadpool(read)
            if letters in each.account.name.casefold() or letters in each.account.sign_in
        ]
        page = page_number(request.query_params.get("page", ""))
        return self._pages.page(
            "accounts",
            visitor,
            office=office,
            status=422 if refusal else 200,
            accounts=found[(page - 1) * PER_PAGE : page * PER_PAGE],
            state_of=lambda stored: state_of(stored, self._offices.clock.now()),
            wanted=wanted,
            more=bool(letters) and len(found) > PER_PAGE,
            newer=_page_at(office, page - 1) if page > 1 else "",
            older=_page_at(office, page + 1) if not letters and len(found) > page * PER_PAGE else "",
            roles=roles_at(office),
            form=form or Form(),
            failure=refusal.sentence if refusal else None,
        )

    def _one_page(
        self, visitor: Visitor, office: str, stored: StoredAccount, refusal: Refusal | None = None, *, done: str = ""
    ) -> Response:
        return self._pages.page(
            "account",
            visitor,
            office=office,
            status=409 if refusal else 200,
            stored=stored,
            state=state_of(stored, self._offices.clock.now()),
            own=stored.account.id == visitor.account.id,
            done=done,
            failure=refusal.sentence if refusal else None,
        )


def state_of(stored: StoredAccount, now: datetime) -> tuple[str, str]:
    """The word for an account's state, and how it is painted."""
    if stored.disabled_at is not None:
        return "account_disabled", "plain"
    if stored.is_locked(now):
        return "account_locked", "warning"
    if stored.start_until is not None:
        return ("account_start_over", "bad") if now > stored.start_until else ("account_start", "warning")
    return "account_active", "good"


def page_number(text: str) -> int:
    """The page in an address; 1 for what is none."""
    return int(text) if text.isascii() and text.isdigit() and 0 < len(text) < 7 and int(text) > 0 else 1


def _page_at(office: str, page: int) -> str:
    return f"{ACCOUNTS_PATH}?{urlencode({'office': office, 'page': page})}"
