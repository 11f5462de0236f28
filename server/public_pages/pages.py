"""The pages behind the QR codes: follow a ticket, track a dossier, rate, read about a procedure. No personal data.

They work on a small phone without a script; whoever has the token of a slip or receipt may see its page. A token has
128 bits: nobody meets one by trying, and trying costs the server the same question whether it is one or not.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager

from fastapi import APIRouter
from fastapi import Request as HttpRequest
from fastapi.responses import HTMLResponse, Response

from server.arrivals import Arrivals
from server.offices import Offices
from server.public_pages.allowances import Allowances
from server.public_pages.answering import answered, not_found, too_often
from server.public_pages.dossier_view import derive_dossier_view
from server.public_pages.lookup import is_token, only_office, reading_of_dossier, reading_of_ticket
from server.public_pages.procedure_page import procedure_page
from server.public_pages.rating_pages import RatingPages
from server.public_pages.rendering import Request, page
from server.public_pages.ticket_view import derive_ticket_view, place_in_queue
from server.public_pages.waiting_ratings import WaitingRatings
from server.public_pages.words import words_in
from server.writing_lane import WritingLane
from shared.actions.rate import is_rated
from shared.journal.dossier_queries import dossier_by_token
from shared.journal.queue_queries import ticket_by_token
from shared.journal.read_model import events_of

LOOK_AGAIN_FOR_UNKNOWN_SECONDS = 20


class PublicPages:
    """The pages of every office of this server."""

    def __init__(
        self, offices: Offices, lane: WritingLane, arrivals: Arrivals, allowances: Allowances | None = None
    ) -> None:
        self._offices = offices
        self._allowances = allowances or Allowances()
        self._waiting = WaitingRatings(offices, lane, arrivals)
        self._ratings = RatingPages(offices, lane, arrivals, self._waiting, self._allowances)

    def router(self) -> APIRouter:
        """The routes."""
        router = APIRouter(tags=["public pages"], default_response_class=HTMLResponse)
        router.add_api_route("/t/{token}", self.follow, methods=["GET"], summary="Follow a ticket")
        router.add_api_route("/d/{token}", self.track, methods=["GET"], summary="Track a dossier")
        router.include_router(self._ratings.router())
        router.add_api_route("/p/{code}", self.procedure, methods=["GET"], summary="What a procedure asks for")
        router.add_api_route("/p/{office}/{code}", self.procedure_at, methods=["GET"], summary="The same at one office")
        return router

    def looked_after(self) -> AbstractAsyncContextManager[None]:
        """Gives ratings that came too early once they can be given, until the block ends."""
        return self._waiting.looked_after()

    def follow(self, http: HttpRequest, token: str, lang: str = "") -> Response:
        """Label, line, people ahead and the expected wait of a ticket. 404 while the server has not heard of it."""
        request = Request(f"/t/{token}", words_in(lang))
        return self._limited(http, request, token, self._follow)

    def track(self, http: HttpRequest, token: str, lang: str = "") -> Response:
        """The steps of a dossier and its promised time. 404 while the server has not heard of it."""
        request = Request(f"/d/{token}", words_in(lang))
        return self._limited(http, request, token, self._track)

    def procedure(self, http: HttpRequest, code: str, lang: str = "") -> Response:
        """Documents, time limit, fee and place of a procedure."""
        request = Request(f"/p/{code}", words_in(lang))
        return self._limited(http, request, "", lambda request, _: procedure_page(self._offices, request, code))

    def procedure_at(self, http: HttpRequest, office: str, code: str, lang: str = "") -> Response:
        """The same at one of several offices."""
        request = Request(f"/p/{office}/{code}", words_in(lang))
        return self._limited(http, request, "", lambda request, _: procedure_page(self._offices, request, code, office))

    def _limited(
        self, http: HttpRequest, request: Request, token: str, make: Callable[[Request, str], Response]
    ) -> Response:
        wait = self._allowances.page(http, token.upper())
        return too_often(request, wait) if wait else answered(request, lambda: make(request, token.upper()))

    def _follow(self, request: Request, token: str) -> Response:
        with reading_of_ticket(self._offices, token) as reader:
            ticket = ticket_by_token(reader, token) if reader else None
            if reader and ticket:
                office = self._offices.reference(reader.office).read(reader.connection)
                now = self._offices.clock.now()
                place = place_in_queue(reader, office, ticket, now) if ticket.state == "waiting" else None
                rated = ticket.state == "done" and is_rated(reader, ticket.id)
        if ticket is None:
            return self._unknown(request, token, "t")
        view = derive_ticket_view(office, ticket, place, now, request.words)
        return page("ticket", request, office, view=view, rate_link="" if rated else request.link(f"/r/{token}"))

    def _track(self, request: Request, token: str) -> Response:
        with reading_of_dossier(self._offices, token) as reader:
            dossier = dossier_by_token(reader, token) if reader else None
            if reader and dossier:
                office = self._offices.reference(reader.office).read(reader.connection)
                facts = [event.recorded() for event in events_of(reader.connection, reader.office, dossier.id)]
                rated = is_rated(reader, dossier.id)
        if dossier is None:
            return self._unknown(request, token, "d")
        view = derive_dossier_view(office, dossier, facts, self._offices.clock.now(), request.words)
        return page("dossier", request, office, view=view, rate_link="" if rated else request.link(f"/r/{token}"))

    def _unknown(self, request: Request, token: str, kind: str) -> Response:
        """A slip or receipt that the server may still hear of; what can be none gets another page."""
        if not is_token(token):
            return not_found(self._offices, request)
        look_again = LOOK_AGAIN_FOR_UNKNOWN_SECONDS
        return page("unknown", request, only_office(self._offices), 404, kind=kind, look_again=look_again)
