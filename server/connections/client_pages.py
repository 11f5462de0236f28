"""The pages under /administration/clients: which other systems connect, a new key, an old one revoked."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response
from starlette.concurrency import run_in_threadpool

from server.connections.clients import (
    CLIENT_RIGHTS,
    RIGHT_NAMES,
    Client,
    NewClient,
    add_client,
    all_clients,
    client_by_id,
    new_key,
    renew_key,
    revoke_client,
)
from server.offices import Offices
from server.signed_in.account_store import names_of_accounts
from server.signed_in.door import Door
from server.signed_in.form import Form
from server.signed_in.pages import Pages
from server.signed_in.visitor import Visitor
from server.upstream.gate import refuse_below_province
from server.writing_lane import WritingLane
from shared.failures import Refusal, Sentence
from shared.journal.engine import failures_in_words
from shared.journal.journal import Writer

CLIENTS_PATH = "/administration/clients"
T = TypeVar("T")


class ClientPages:
    """What administrators of the province do about other systems."""

    def __init__(self, offices: Offices, lane: WritingLane, door: Door) -> None:
        self._offices = offices
        self._lane = lane
        self._door = door
        self._pages = Pages(__package__)

    def router(self) -> APIRouter:
        """The routes."""
        router = APIRouter(include_in_schema=False)
        router.add_api_route(CLIENTS_PATH, self.show, methods=["GET"])
        router.add_api_route(f"{CLIENTS_PATH}/new", self.ask, methods=["GET"])
        router.add_api_route(f"{CLIENTS_PATH}/new", self.add, methods=["POST"])
        router.add_api_route(f"{CLIENTS_PATH}/{{client}}/renew", self.ask_to_renew, methods=["GET"])
        router.add_api_route(f"{CLIENTS_PATH}/{{client}}/renew", self.renew, methods=["POST"])
        router.add_api_route(f"{CLIENTS_PATH}/{{client}}/revoke", self.ask_to_revoke, methods=["GET"])
        router.add_api_route(f"{CLIENTS_PATH}/{{client}}/revoke", self.revoke, methods=["POST"])
        return router

    async def show(self, request: Request, revoked: str = "") -> Response:
        """Every system, with what it may do and when its key was last used."""
        visitor = await self._door.visitor(request, "edit_clients")
        clients, names = await run_in_threadpool(self._clients)
        done = next((each.name for each in clients if each.id == revoked and each.revoked_at), "")
        return self._pages.page("clients", visitor, clients=clients, names=names, revoked=done, right_names=RIGHT_NAMES)

    async def ask(self, request: Request) -> Response:
        """The form for a new system."""
        visitor = await self._door.visitor(request, "edit_clients")
        return self._form(visitor, Form(), None)

    async def add(self, request: Request) -> Response:
        """Lets it in and shows its key, this once."""
        visitor, form = await self._door.form(request, "edit_clients")
        office, key = form.text("office"), new_key()
        if office not in (*(each.id for each in visitor.choices), ""):
            office = ""
        rights = [right for right in CLIENT_RIGHTS if right in form.texts("right")]
        new = NewClient(form.text("id"), office, form.text("name"), rights, visitor.actor)
        try:
            client = await self._write(office, lambda writer: add_client(writer, new, key))
        except Refusal as refusal:
            return self._form(visitor, form, refusal.sentence)
        return self._key(request, visitor, client, key)

    async def ask_to_renew(self, request: Request, client: str) -> Response:
        """Whether the key is really to be replaced."""
        visitor = await self._door.visitor(request, "edit_clients")
        return self._pages.page("renew", visitor, client=await run_in_threadpool(self._client, client))

    async def renew(self, request: Request, client: str) -> Response:
        """Replaces the key and shows the new one, this once."""
        visitor, _ = await self._door.form(request, "edit_clients")
        found, key = await run_in_threadpool(self._client, client), new_key()
        await self._write(found.office, lambda writer: renew_key(writer, client, key, visitor.actor))
        return self._key(request, visitor, found, key)

    async def ask_to_revoke(self, request: Request, client: str) -> Response:
        """Whether the key is really to be revoked."""
        visitor = await self._door.visitor(request, "edit_clients")
        found = await run_in_threadpool(self._client, client)
        return self._pages.page("revoke", visitor, client=found)

    async def revoke(self, request: Request, client: str) -> Response:
        """Revokes it, for good."""
        visitor, _ = await self._door.form(request, "edit_clients")
        found = await run_in_threadpool(self._client, client)
        await self._write(found.office, lambda writer: revoke_client(writer, client, visitor.actor))
        return RedirectResponse(f"{CLIENTS_PATH}?revoked={found.id}", 303, {"Cache-Control": "no-store"})

    def _key(self, request: Request, visitor: Visitor, client: Client, key: str) -> Response:
        return self._pages.page("key", visitor, client=client, key=key, address=str(request.base_url).rstrip("/"))

    def _form(self, visitor: Visitor, form: Form, wrong: Sentence | None) -> Response:
        return self._pages.page(
            "new_client",
            visitor,
            status=200 if wrong is None else 422,
            form=form,
            rights=form.texts("right"),
            wrong=wrong,
            right_names=[(right, RIGHT_NAMES[right]) for right in CLIENT_RIGHTS],
        )

    async def _write(self, office: str, do: Callable[[Writer], T]) -> T:
        refuse_below_province(self._offices.node)

        def work() -> T:
            with self._offices.journal(office).writing() as writer:
                return do(writer)

        return await self._lane.run(work)

    def _clients(self) -> tuple[tuple[Client, ...], dict[str, str]]:
        with failures_in_words(), self._offices.engine.begin() as connection:
            return all_clients(connection), names_of_accounts(connection)

    def _client(self, client: str) -> Client:
        with failures_in_words(), self._offices.engine.begin() as connection:
            return client_by_id(connection, client)
