"""What an office has once: its name and address, its rules for numbers, board, deadlines, handovers and money."""

from __future__ import annotations

from functools import partial
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from server.administration.desk import At, Desk, done, no_such_part
from server.administration.difference_view import differences_in_words
from server.administration.differences import differences
from server.administration.fields import document_of, in_known_order, mark_of, shown, typed
from server.administration.form_view import NONE_WRONG, FormWords, Mistakes, cell, mistakes_of, view_form
from server.administration.office_parts import BY_ADDRESS, OfficePart
from server.administration.section_pages import ChangedMeanwhile
from shared.domain.office import Office, office_from_document, office_to_document
from shared.failures import Refusal

PREVIEWED = ("identity",)
"""What stands on every slip and paper is shown once more before it is changed."""


class PartPages:
    """The pages of all groups."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def router(self) -> APIRouter:
        """The routes."""
        router = APIRouter(include_in_schema=False)
        router.add_api_route("/administration/office/{part}", self.edit, methods=["GET"])
        router.add_api_route("/administration/office/{part}", self.save, methods=["POST"])
        return router

    async def edit(self, request: Request, part: str) -> Response:
        """The form of a group."""
        at = await self._desk.at(request)
        of = _part(part)
        return self._form(at, of, shown(of.fields, of.document(at.known)), NONE_WRONG, request=request)

    async def save(self, request: Request, part: str) -> Response:
        """Changes a group, some after a look at what will change."""
        at, form = await self._desk.form(request)
        of = _part(part)
        values = typed(of.fields, form)
        document, problems = document_of(of.fields, values)
        if problems:
            return self._form(at, of, values, Mistakes(problems), status=422)
        try:
            if part in PREVIEWED and form.text("step") != "do":
                wanted = of.changed(at.known, document)
                office_from_document(office_to_document(wanted))
                return self._form(at, of, values, NONE_WRONG, preview=wanted)
            edit = partial(_edited, of, document, form.text("seen"))
            changed = await self._desk.change(at, f"{part}_changed", edit)
        except ChangedMeanwhile as meanwhile:
            return self._form(at, of, values, NONE_WRONG, status=409, theirs=meanwhile.part)
        except Refusal as refusal:
            wrong = mistakes_of(refusal, of.fields, self._desk.words(at.visitor))
            return self._form(at, of, values, wrong, status=409)
        return done(at, f"office/{part}", "saved", changed)

    def _form(
        self,
        at: At,
        of: OfficePart,
        values: dict[str, Any],
        wrong: Mistakes,
        *,
        request: Request | None = None,
        status: int = 200,
        preview: Office | None = None,
        theirs: Office | None = None,
    ) -> Response:
        words = self._desk.words(at.visitor)
        said = FormWords(words, of.address)
        told = theirs or at.known
        current = shown(of.fields, of.document(told))
        return self._desk.page(
            "part",
            at,
            request,
            status=status,
            part=of,
            fields=view_form(of.fields, values, wrong, said, at.known),
            wrong=wrong,
            seen=mark_of(of.document(told)),
            theirs=[(said.label(field.name), cell(field, current[field.name], said)) for field in of.fields]
            if theirs
            else (),
            previewed=of.address in PREVIEWED and preview is None,
            changes=differences_in_words(differences(at.known, preview), at.known, words) if preview else None,
        )


def _edited(of: OfficePart, document: dict[str, Any], seen: str, known: Office) -> Office:
    if mark_of(of.document(known)) != seen:
        raise ChangedMeanwhile(known)
    return of.changed(known, in_known_order(of.fields, document, of.document(known)))


def _part(address: str) -> OfficePart:
    part = BY_ADDRESS.get(address)
    if part is None:
        raise no_such_part()
    return part
