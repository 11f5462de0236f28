"""The devices of an office: how each is doing, a code that lets another in, and revoking one."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlalchemy import Connection
from starlette.concurrency import run_in_threadpool

from server.administration.desk import At, Desk, go_to, no_such_part
from server.administration.devices import REASONS, make_code, open_codes, revoke, withdraw_code
from server.administration.fields import Field, Typed, blank, document_of, typed
from server.administration.form_view import NONE_WRONG, FormWords, Mistakes, view_form
from server.administration.staff_pages import new_pin
from server.device_state import is_silent, needs_hands
from server.enrolment_codes import Invitation, code_of_form
from server.heartbeats import DeviceSeen, devices_seen
from server.signed_in.words import RoomWords
from shared.actions.sign_in import hash_password
from shared.documents.qr import qr_modules
from shared.domain.office import Office
from shared.failures import Refusal
from shared.replication.enrolment_messages import ENROLLED_KINDS

HOURS = ("1", "24", "72")
CODE_FIELDS = (
    Field("kind", "choice", values=ENROLLED_KINDS),
    Field("name"),
    Field("hours", "choice", values=HOURS),
)
REVOKE_FIELDS = (Field("reason", "choice", values=REASONS), Field("words", empty=True))


@dataclass(frozen=True, slots=True)
class DeviceRow:
    """A device in the list: `silent` and `hands` call for somebody, `heard` says when it was last heard of."""

    seen: DeviceSeen
    silent: bool
    hands: bool
    heard: str


class DevicePages:
    """The pages of the devices."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def router(self) -> APIRouter:
        """The routes."""
        router = APIRouter(include_in_schema=False)
        base = "/administration/devices"
        for path, method, handler in (
            ("", "GET", self.list),
            ("/new", "GET", self.new),
            ("/new", "POST", self.make),
            ("/codes/{mark}/withdraw", "POST", self.withdraw),
            ("/kiosk-pin", "POST", self.new_pin),
            ("/part/{device}/revoke", "GET", self.ask_revoke),
            ("/part/{device}/revoke", "POST", self.revoke),
        ):
            router.add_api_route(base + path, handler, methods=[method])
        return router

    async def list(self, request: Request) -> Response:
        """Every device and how it is doing; the codes that nobody has used."""
        at = await self._desk.at(request, "enrol_devices")
        words, now = self._desk.words(at.visitor), self._desk.offices.clock.now()

        def read(connection: Connection) -> tuple[tuple[DeviceSeen, ...], Office]:
            known = self._desk.offices.reference(at.office).read(connection)
            return devices_seen(connection, at.office), known

        seen, known = await self._desk.read(at.office, lambda reader: read(reader.connection))
        codes = await self._desk.read(at.office, lambda reader: open_codes(reader.connection, at.office, now))
        rows = [
            DeviceRow(each, is_silent(each, known, now), needs_hands(each), heard_in_words(each.seen_at, now, words))
            for each in seen
        ]
        return self._desk.page(
            "devices",
            at,
            request,
            rows=[row for row in rows if not row.seen.revoked],
            revoked=[row for row in rows if row.seen.revoked],
            codes=codes,
            has_pin=bool(at.known.kiosks.pin_hash),
        )

    async def new(self, request: Request) -> Response:
        """The form for a code."""
        at = await self._desk.at(request, "enrol_devices")
        return self._code_form(at, {**blank(CODE_FIELDS), "hours": "24"}, NONE_WRONG)

    async def make(self, request: Request) -> Response:
        """Makes a code and shows it, this once: the server keeps only its hash."""
        at, form = await self._desk.form(request, "enrol_devices")
        values = typed(CODE_FIELDS, form)
        document, problems = document_of(CODE_FIELDS, values)
        if problems:
            return self._code_form(at, values, Mistakes(problems))
        try:
            if document["kind"] == "office_server" and not at.visitor.may("edit_offices"):
                raise _province_only()
            once = form.text("once") or secrets.token_urlsafe()
            code = code_of_form(at.visitor.csrf, once, at.office, *(str(document[each.name]) for each in CODE_FIELDS))
            invitation = Invitation(document["kind"], document["name"], timedelta(hours=int(document["hours"])))
            ends = await self._desk.write(
                at.office, lambda writer: make_code(writer, at.visitor.actor, code, invitation)
            )
        except Refusal as refusal:
            return self._code_form(at, values, self._said(at, refusal))
        modules = qr_modules(code)
        return self._desk.page(
            "device_code",
            at,
            code=code,
            ends=ends,
            invitation=invitation,
            modules=modules,
            server=str(request.base_url).rstrip("/"),
        )

    async def withdraw(self, request: Request, mark: str) -> Response:
        """Takes a code back."""
        at, _ = await self._desk.form(request, "enrol_devices")
        await self._desk.write(at.office, lambda writer: withdraw_code(writer, at.visitor.actor, mark))
        return go_to(at.address("devices", done="saved"))

    async def new_pin(self, request: Request) -> Response:
        """Gives the kiosks a new PIN, by which staff come behind their screens, and shows it once."""
        at, _ = await self._desk.form(request, "edit_reference")
        pin = new_pin()
        pin_hash = await run_in_threadpool(hash_password, pin)
        await self._desk.change(
            at, "kiosk_pin_set", lambda known: replace(known, kiosks=replace(known.kiosks, pin_hash=pin_hash))
        )
        return self._desk.page("kiosk_pin", at, pin=pin)

    async def ask_revoke(self, request: Request, device: str) -> Response:
        """What revoking would mean."""
        at = await self._desk.at(request, "revoke_devices")
        return await self._revoke_form(at, device, {"reason": "lost", "words": ""}, NONE_WRONG)

    async def revoke(self, request: Request, device: str) -> Response:
        """Revokes a device, for good."""
        at, form = await self._desk.form(request, "revoke_devices")
        values = typed(REVOKE_FIELDS, form)
        document, problems = document_of(REVOKE_FIELDS, values)
        if problems:
            return await self._revoke_form(at, device, values, Mistakes(problems))
        actor = at.visitor.actor
        try:
            await self._desk.write(
                at.office,
                lambda writer: revoke(writer, self._desk.offices, actor, device, document["reason"], document["words"]),
            )
        except Refusal as refusal:
            return await self._revoke_form(at, device, values, self._said(at, refusal))
        return go_to(at.address("devices", done="revoked"))

    def _code_form(self, at: At, values: Typed, wrong: Mistakes) -> Response:
        said = FormWords(self._desk.words(at.visitor), "devices")
        fields = view_form(CODE_FIELDS, values, wrong, said, at.known)
        once = secrets.token_urlsafe()
        return self._desk.page("device_new", at, status=409 if wrong else 200, fields=fields, wrong=wrong, once=once)

    async def _revoke_form(self, at: At, device: str, values: Typed, wrong: Mistakes) -> Response:
        devices = await self._desk.read(at.office, lambda reader: devices_seen(reader.connection, at.office))
        found = next((each for each in devices if each.id == device), None)
        if found is None:
            raise no_such_part()
        words, now = self._desk.words(at.visitor), self._desk.offices.clock.now()
        return self._desk.page(
            "device_revoke",
            at,
            status=409 if wrong else 200,
            device=found,
            heard=heard_in_words(found.seen_at, now, words),
            fields=view_form(REVOKE_FIELDS, values, wrong, FormWords(words, "devices"), at.known),
            wrong=wrong,
        )

    def _said(self, at: At, refusal: Refusal) -> Mistakes:
        return Mistakes({}, self._desk.words(at.visitor).of(refusal.sentence))


def heard_in_words(seen_at: datetime | None, now: datetime, words: RoomWords) -> str:
    """When a device was last heard of, as people say it."""
    if seen_at is None:
        return words("never")
    minutes = int((now - seen_at).total_seconds() // 60)
    if minutes < 1:
        return words("just_now")
    if minutes < 60:
        return words("minutes_ago", count=minutes)
    if minutes < 24 * 60:
        return words("hours_ago", count=minutes // 60)
    return words.short(seen_at)


def _province_only() -> Refusal:
    return Refusal(
        "province_only",
        "Máy chủ của đơn vị do quản trị cấp tỉnh đăng ký.",
        "An office's server is enrolled by the province's administrators.",
    )
