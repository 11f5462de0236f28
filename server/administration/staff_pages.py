"""The staff who sign in at the counters: added, changed, given a new password and PIN, let in no longer."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool

from server.administration.desk import At, Desk, done, no_such_part
from server.administration.fields import Field, Typed, blank, document_of, mark_of, part_as_document, shown, typed
from server.administration.form_view import NONE_WRONG, FormWords, Mistakes, mistakes_of, view_form
from server.administration.retiring import new_staff_id, without
from server.administration.section_pages import ChangedMeanwhile
from server.signed_in.passwords import start_password
from shared.actions.sign_in import hash_password
from shared.domain.office import Office, StaffMember, part_from_document, staff_by_id, staff_by_sign_in
from shared.domain.office_names import office_names
from shared.failures import Refusal

ROLES = ("officer", "team_leader", "postal", "department", "administrator")
STAFF_FIELDS = (
    Field("name"),
    Field("sign_in"),
    Field("role", "choice", values=ROLES),
    Field("unit", "choice", empty=True, choices="units"),
)
_PIN_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Secrets:
    """A new password and PIN, in clear text for as long as it takes to show them once, and their hashes."""

    password: str
    pin: str
    password_hash: str
    pin_hash: str


class StaffPages:
    """The pages of the staff."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def router(self) -> APIRouter:
        """The routes."""
        router = APIRouter(include_in_schema=False)
        base = "/administration/staff"
        for path, method, handler in (
            ("", "GET", self.list),
            ("/new", "GET", self.new),
            ("/new", "POST", self.add),
            ("/part/{member}", "GET", self.edit),
            ("/part/{member}", "POST", self.save),
            ("/part/{member}/secrets", "POST", self.renew),
            ("/part/{member}/end", "GET", self.ask_end),
            ("/part/{member}/end", "POST", self.end),
        ):
            router.add_api_route(base + path, handler, methods=[method])
        return router

    async def list(self, request: Request) -> Response:
        """Who signs in, and who did."""
        at = await self._desk.at(request, "edit_staff")
        names = office_names(at.known)
        retired = [each for each in at.known.retired if each.kind == "staff"]
        return self._desk.page("staff", at, request, members=at.known.staff, retired=retired, names=names)

    async def new(self, request: Request) -> Response:
        """An empty form; that of somebody who signed in before, when the query names them."""
        at = await self._desk.at(request, "edit_staff")
        again = request.query_params.get("again", "")
        before = next((each for each in at.known.retired if (each.kind, each.id) == ("staff", again)), None)
        values = {**blank(STAFF_FIELDS), "name": before.name if before else "", "unit": before.unit if before else ""}
        return self._form(at, None, values, NONE_WRONG, again=before.id if before else "")

    async def add(self, request: Request) -> Response:
        """Adds somebody and shows the password and PIN once."""
        at, form = await self._desk.form(request, "edit_staff")
        values, again = typed(STAFF_FIELDS, form), form.text("again")
        document, problems = document_of(STAFF_FIELDS, values)
        if problems:
            return self._form(at, None, values, Mistakes(problems), status=422, again=again)
        made = await new_secrets()
        try:
            await self._desk.change(at, "staff_added", lambda known: _with_new(known, document, made, again))
        except Refusal as refusal:
            return self._form(at, None, values, self._wrong(at, refusal), status=409, again=again)
        return self._desk.page("staff_secrets", at, person=document["name"], sign_in=_plain(document), made=made)

    async def edit(self, request: Request, member: str) -> Response:
        """The form of one person."""
        at = await self._desk.at(request, "edit_staff")
        found = _member(at.known, member)
        return self._form(at, found, shown(STAFF_FIELDS, part_as_document(found)), NONE_WRONG)

    async def save(self, request: Request, member: str) -> Response:
        """Changes one person; password and PIN stay."""
        at, form = await self._desk.form(request, "edit_staff")
        found = _member(at.known, member)
        values = typed(STAFF_FIELDS, form)
        document, problems = document_of(STAFF_FIELDS, values)
        if problems:
            return self._form(at, found, values, Mistakes(problems), status=422)
        try:
            changed = await self._desk.change(
                at, "staff_changed", lambda known: _with_changed(known, member, document, form.text("seen"))
            )
        except ChangedMeanwhile as meanwhile:
            return self._form(at, meanwhile.part, values, NONE_WRONG, status=409, theirs=meanwhile.part)
        except Refusal as refusal:
            return self._form(at, found, values, self._wrong(at, refusal), status=409)
        return done(at, "staff", "saved", changed)

    async def renew(self, request: Request, member: str) -> Response:
        """Gives somebody a new password and PIN and shows them once."""
        at, _ = await self._desk.form(request, "edit_staff")
        found = _member(at.known, member)
        made = await new_secrets()

        def edit(known: Office) -> Office:
            now = _member(known, member)
            renewed = replace(now, password_hash=made.password_hash, pin_hash=made.pin_hash)
            return _with_member(known, renewed)

        await self._desk.change(at, "staff_secrets_renewed", edit)
        return self._desk.page("staff_secrets", at, person=found.name, sign_in=found.sign_in, made=made)

    async def ask_end(self, request: Request, member: str) -> Response:
        """What it means when somebody signs in no longer."""
        at = await self._desk.at(request, "edit_staff")
        return self._desk.page("staff_end", at, member=_member(at.known, member))

    async def end(self, request: Request, member: str) -> Response:
        """Lets somebody in no longer; the name stays with what they did."""
        at, _ = await self._desk.form(request, "edit_staff")
        today = self._desk.today()
        changed = await self._desk.change(
            at, "staff_ended", lambda known: without(known, _member(known, member), today)
        )
        return done(at, "staff", "removed", changed)

    def _wrong(self, at: At, refusal: Refusal) -> Mistakes:
        return mistakes_of(refusal, STAFF_FIELDS, self._desk.words(at.visitor))

    def _form(
        self,
        at: At,
        member: StaffMember | None,
        values: Typed,
        wrong: Mistakes,
        *,
        status: int = 200,
        again: str = "",
        theirs: StaffMember | None = None,
    ) -> Response:
        said = FormWords(self._desk.words(at.visitor), "staff")
        return self._desk.page(
            "staff_form",
            at,
            status=status,
            member=member,
            again=again,
            fields=view_form(STAFF_FIELDS, values, wrong, said, at.known),
            wrong=wrong,
            seen=_mark(member) if member else "",
            theirs=theirs,
        )


async def new_secrets() -> Secrets:
    """A new password and PIN with their argon2id hashes, which take their time."""
    password = start_password()
    pin = new_pin()
    password_hash = await run_in_threadpool(hash_password, password)
    return Secrets(password, pin, password_hash, await run_in_threadpool(hash_password, pin))


def new_pin() -> str:
    """A new PIN: six random digits."""
    return "".join(secrets.choice("0123456789") for _ in range(_PIN_DIGITS))


def _plain(document: dict[str, Any]) -> str:
    return str(document["sign_in"]).strip().casefold()


def _member(office: Office, member: str) -> StaffMember:
    found = staff_by_id(office, member)
    if found is None:
        raise no_such_part()
    return found


def _mark(member: StaffMember) -> str:
    """Of what the form shows; a new password does not make it another."""
    return mark_of([member.name, member.sign_in, member.role, member.unit])


def _refuse_taken(office: Office, sign_in: str, but: str) -> None:
    other = staff_by_sign_in(office, sign_in)
    if other is not None and other.id != but:
        raise Refusal(
            "sign_in_taken",
            f"Tên đăng nhập {sign_in} đã có người dùng. Hãy chọn tên khác.",
            f"Somebody signs in as {sign_in} already. Choose another name.",
        )


def _with_new(office: Office, document: dict[str, Any], made: Secrets, again: str) -> Office:
    was = next((each for each in office.retired if (each.kind, each.id) == ("staff", again)), None)
    new_id = again if was else new_staff_id(office)
    _refuse_taken(office, _plain(document), new_id)
    full = {**document, "sign_in": _plain(document), "unit": document["unit"] or None, "id": new_id}
    hashes = {"password_hash": made.password_hash, "pin_hash": made.pin_hash}
    member = part_from_document(StaffMember, {**full, **hashes})
    retired = tuple(each for each in office.retired if each is not was)
    return replace(office, staff=(*office.staff, member), retired=retired)


def _with_changed(office: Office, member: str, document: dict[str, Any], seen: str) -> Office:
    now = _member(office, member)
    if _mark(now) != seen:
        raise ChangedMeanwhile(now)
    _refuse_taken(office, _plain(document), member)
    changed = {**document, "sign_in": _plain(document), "unit": document["unit"] or None}
    return _with_member(office, part_from_document(StaffMember, {**part_as_document(now), **changed}))


def _with_member(office: Office, member: StaffMember) -> Office:
    return replace(office, staff=tuple(member if each.id == member.id else each for each in office.staff))
