"""The pages behind the QR codes: follow a ticket, track a dossier, rate, read about a procedure. No personal data.

They work on a small phone without a script; whoever has the token of a slip or receipt may see its page.
"""

from __future__ import annotations

from collections.abc import Callable

from fastapi import APIRouter
from fastapi import Request as HttpRequest
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.concurrency import run_in_threadpool

from server.answers import body_of
from server.arrivals import Arrivals
from server.offices import Offices
from server.public_pages.dossier_view import derive_dossier_view
from server.public_pages.lookup import office_with_dossier, office_with_either, office_with_ticket, only_office
from server.public_pages.procedure_page import procedure_page
from server.public_pages.rating_form import RatingForm, read_form
from server.public_pages.rendering import Request, page
from server.public_pages.ticket_view import derive_ticket_view, place_in_queue
from server.public_pages.words import words_in
from server.refusals import HttpRefusal
from server.writing_lane import WritingLane
from shared.actions.rate import Ratable, ratable_by_token, rate
from shared.domain.rating import REASONS, Rate
from shared.failures import EnvironmentFailure, Refusal
from shared.journal.dossier_queries import dossier_by_token
from shared.journal.queue_queries import ticket_by_token
from shared.journal.read_model import events_of

LONGEST_FORM_BYTES = 32 * 1024


class PublicPages:
    """The pages of every office of this server."""

    def __init__(self, offices: Offices, lane: WritingLane, arrivals: Arrivals) -> None:
        self._offices = offices
        self._lane = lane
        self._arrivals = arrivals

    def router(self) -> APIRouter:
        """The routes."""
        router = APIRouter(tags=["public pages"], default_response_class=HTMLResponse)
        router.add_api_route("/t/{token}", self.follow, methods=["GET"], summary="Follow a ticket")
        router.add_api_route("/d/{token}", self.track, methods=["GET"], summary="Track a dossier")
        router.add_api_route("/r/{token}", self.ask_rating, methods=["GET"], summary="The form of a rating")
        router.add_api_route("/r/{token}", self.take_rating, methods=["POST"], summary="Give the one rating")
        router.add_api_route("/p/{code}", self.procedure, methods=["GET"], summary="What a procedure asks for")
        router.add_api_route("/p/{office}/{code}", self.procedure_at, methods=["GET"], summary="The same at one office")
        return router

    def follow(self, token: str, lang: str = "") -> Response:
        """Label, line, people ahead and the expected wait of a ticket."""
        request = Request(f"/t/{token}", words_in(lang))
        return self._answered(request, lambda: self._follow(request, token.upper()))

    def track(self, token: str, lang: str = "") -> Response:
        """The steps of a dossier and its promised time."""
        request = Request(f"/d/{token}", words_in(lang))
        return self._answered(request, lambda: self._track(request, token.upper()))

    def ask_rating(self, token: str, lang: str = "", given: str = "") -> Response:
        """Three faces, reasons and a comment; thanks when the rating has been given."""
        request = Request(f"/r/{token}", words_in(lang))
        return self._answered(request, lambda: self._rating_page(request, token.upper(), just_given=given == "1"))

    async def take_rating(self, http: HttpRequest, token: str, lang: str = "") -> Response:
        """Keeps the rating, once; a second one is thanked for and changes nothing."""
        request = Request(f"/r/{token}", words_in(lang))
        try:
            form = read_form(await body_of(http, LONGEST_FORM_BYTES))
        except (ValueError, HttpRefusal):
            form = RatingForm()
        if form.score is None:
            return await run_in_threadpool(
                self._answered, request, lambda: self._rating_page(request, token.upper(), form=form)
            )
        answer = await self._lane.run(lambda: self._answered(request, lambda: self._rate(request, token.upper(), form)))
        self._arrivals.notice()
        return answer

    def procedure(self, code: str, lang: str = "") -> Response:
        """Documents, time limit, fee and place of a procedure."""
        request = Request(f"/p/{code}", words_in(lang))
        return self._answered(request, lambda: procedure_page(self._offices, request, code))

    def procedure_at(self, office: str, code: str, lang: str = "") -> Response:
        """The same at one of several offices."""
        request = Request(f"/p/{office}/{code}", words_in(lang))
        return self._answered(request, lambda: procedure_page(self._offices, request, code, office))

    def _follow(self, request: Request, token: str) -> Response:
        name = office_with_ticket(self._offices, token)
        if name is None:
            return self._not_found(request)
        with self._offices.journal(name).reading() as reader:
            office = self._offices.reference(name).read(reader.connection)
            ticket = ticket_by_token(reader, token)
            if ticket is None:
                return self._not_found(request)
            now = self._offices.clock.now()
            place = place_in_queue(reader, office, ticket, now) if ticket.state == "waiting" else None
        view = derive_ticket_view(office, ticket, place, now, request.words)
        return page("ticket", request, office, view=view, rate_link=request.link(f"/r/{token}"))

    def _track(self, request: Request, token: str) -> Response:
        name = office_with_dossier(self._offices, token)
        if name is None:
            return self._not_found(request)
        with self._offices.journal(name).reading() as reader:
            office = self._offices.reference(name).read(reader.connection)
            dossier = dossier_by_token(reader, token)
            if dossier is None:
                return self._not_found(request)
            facts = [event.recorded() for event in events_of(reader.connection, name, dossier.id)]
        view = derive_dossier_view(dossier, facts, self._offices.clock.now(), request.words)
        return page("dossier", request, office, view=view, rate_link=request.link(f"/r/{token}"))

    def _rating_page(
        self, request: Request, token: str, form: RatingForm | None = None, *, just_given: bool = False
    ) -> Response:
        name = office_with_either(self._offices, token)
        if name is None:
            return self._not_found(request)
        with self._offices.journal(name).reading() as reader:
            office = self._offices.reference(name).read(reader.connection)
            try:
                ratable = ratable_by_token(reader, token)
            except Refusal as refusal:
                if refusal.code != "not_served_yet":
                    raise
                return page("not_yet", request, office, back=request.link(f"/t/{token}"))
        if ratable.rated:
            return page("thanks", request, office, just_given=just_given, subject=_subject(ratable, request))
        return page(
            "rate",
            request,
            office,
            422 if form else 200,
            subject=_subject(ratable, request),
            form=form or RatingForm(),
            missing=form is not None,
            reasons=REASONS,
            action=request.link(f"/r/{token}"),
        )

    def _rate(self, request: Request, token: str, form: RatingForm) -> Response:
        name = office_with_either(self._offices, token)
        if name is None:
            return self._not_found(request)
        journal = self._offices.journal(name)
        given = ""
        try:
            with journal.reading() as reader:
                ratable = ratable_by_token(reader, token)
            if not ratable.rated and form.score is not None:
                command = Rate(ratable.about, ratable.about_id, form.score, form.reasons, "phone", form.comment)
                rate(journal, command)
                given = "given=1"
        except Refusal as refusal:
            if refusal.code not in ("already_rated", "not_served_yet"):
                raise
        query = "&".join(part for part in ("lang=en" if request.words.language == "en" else "", given) if part)
        return RedirectResponse(f"{request.path}?{query}" if query else request.path, 303)

    def _not_found(self, request: Request) -> Response:
        return page("not_found", request, only_office(self._offices), 404)

    def _answered(self, request: Request, make: Callable[[], Response]) -> Response:
        """`make`'s page, or one that says that it cannot be shown now."""
        try:
            return make()
        except EnvironmentFailure:
            return page("trouble", request, None, 503)


def _subject(ratable: Ratable, request: Request) -> str:
    return request.words(f"rated_{ratable.about}", name=ratable.name)
