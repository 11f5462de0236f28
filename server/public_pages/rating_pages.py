"""The pages of a rating (đánh giá): the form, the thanks, and what is said of a rating that came too early."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi import Request as HttpRequest
from fastapi.responses import RedirectResponse, Response
from starlette.concurrency import run_in_threadpool

from server.answers import body_of
from server.arrivals import Arrivals
from server.offices import Offices
from server.public_pages.allowances import Allowances
from server.public_pages.answering import answered, not_found, not_kept, too_often
from server.public_pages.lookup import is_token, office_with_either, only_office
from server.public_pages.rating_form import RatingForm, read_form
from server.public_pages.rendering import HEADERS, Request, page
from server.public_pages.waiting_ratings import WaitingRatings
from server.public_pages.words import words_in
from server.refusals import HttpRefusal
from server.writing_lane import WritingLane
from shared.actions.rate import Ratable, ratable_by_token, rate
from shared.domain.office import Office
from shared.domain.rating import REASONS, Rate
from shared.failures import Refusal
from shared.journal.journal import Reader
from shared.journal.queue_queries import ticket_by_token

LONGEST_FORM_BYTES = 32 * 1024


class RatingPages:
    """The form of a rating and its answers, at every office of this server."""

    def __init__(
        self, offices: Offices, lane: WritingLane, arrivals: Arrivals, waiting: WaitingRatings, allowances: Allowances
    ) -> None:
        self._offices = offices
        self._lane = lane
        self._arrivals = arrivals
        self._waiting = waiting
        self._allowances = allowances

    def router(self) -> APIRouter:
        """The routes."""
        router = APIRouter()
        router.add_api_route("/r/{token}", self.ask, methods=["GET"], summary="The form of a rating")
        router.add_api_route("/r/{token}", self.take, methods=["POST"], summary="Give the one rating")
        return router

    def ask(self, http: HttpRequest, token: str, lang: str = "", given: str = "", served: str = "") -> Response:
        """Three faces, reasons and a comment; thanks when the rating has been given.

        `served=1`: its holder says that the ticket has been served, whatever the server knows.
        """
        request = Request(f"/r/{token}", words_in(lang))
        wait = self._allowances.page(http, token.upper())
        if wait:
            return too_often(request, wait)
        return answered(
            request,
            lambda: self._page(request, token.upper(), just_given=given == "1", says_served=served == "1"),
        )

    async def take(self, http: HttpRequest, token: str, lang: str = "") -> Response:
        """Keeps the rating, once; a second one is thanked for and changes nothing.

        One that comes before the server has heard of the visit is kept until it has. 422 without a face.
        """
        request = Request(f"/r/{token}", words_in(lang))
        wait = self._allowances.rating(http, token.upper())
        if wait:
            return too_often(request, wait)
        try:
            form = read_form(await body_of(http, LONGEST_FORM_BYTES))
        except (ValueError, HttpRefusal):
            form = RatingForm()
        if form.score is None:
            return await run_in_threadpool(answered, request, lambda: self._page(request, token.upper(), form))
        answer = await self._lane.run(lambda: answered(request, lambda: self._take(http, request, token.upper(), form)))
        self._arrivals.notice()
        return answer

    def _page(
        self,
        request: Request,
        token: str,
        missing: RatingForm | None = None,
        *,
        just_given: bool = False,
        says_served: bool = False,
    ) -> Response:
        """The page of `token`; `missing` is a form that lacks its face."""
        if not is_token(token):
            return not_found(self._offices, request)
        name = office_with_either(self._offices, token)
        if name is None:
            return self._page_of_unknown(request, token, missing)
        with self._offices.journal(name).reading() as reader:
            office = self._offices.reference(name).read(reader.connection)
            try:
                ratable = ratable_by_token(reader, token)
            except Refusal as refusal:
                if refusal.code != "not_served_yet":
                    raise
                return self._page_before_service(reader, request, office, token, missing, says_served=says_served)
        subject = _subject(ratable, request)
        if ratable.rated:
            return page("thanks", request, office, just_given=just_given, subject=subject)
        return _form(request, office, token, subject, missing)

    def _page_of_unknown(self, request: Request, token: str, missing: RatingForm | None) -> Response:
        office = only_office(self._offices)
        if self._waiting.is_kept(token):
            return page("kept", request, office)
        words = request.words
        subject, ahead = words("unknown_subject"), words("rate_ahead_unknown")
        return _form(request, office, token, subject, missing, ahead, 404)

    def _page_before_service(
        self,
        reader: Reader,
        request: Request,
        office: Office,
        token: str,
        missing: RatingForm | None,
        *,
        says_served: bool,
    ) -> Response:
        ticket = ticket_by_token(reader, token)
        label = ticket.label if ticket else ""
        if self._waiting.is_kept(token):
            return page("kept", request, office)
        if missing or says_served:
            subject = request.words("rated_ticket", name=label)
            return _form(request, office, token, subject, missing, request.words("rate_ahead_ticket"))
        served = request.link(f"/r/{token}")
        served += "&served=1" if "?" in served else "?served=1"
        return page("not_yet", request, office, label=label, back=request.link(f"/t/{token}"), served=served)

    def _take(self, http: HttpRequest, request: Request, token: str, form: RatingForm) -> Response:
        if not is_token(token):
            return not_found(self._offices, request)
        name = office_with_either(self._offices, token)
        given = self._give(name, token, form) if name else None
        if given is None:
            wait = 0 if self._waiting.is_kept(token) else self._allowances.kept(http)
            if wait:
                return too_often(request, wait)
            if self._waiting.keep(token, form) == "full":
                return not_kept(request)
        query = "&".join(
            part for part in ("lang=en" if request.words.language == "en" else "", "given=1" if given else "") if part
        )
        return RedirectResponse(f"{request.path}?{query}" if query else request.path, 303, HEADERS)

    def _give(self, office: str, token: str, form: RatingForm) -> bool | None:
        """Gives the rating: True when it was the first, False when there is one; None when it came too early."""
        journal = self._offices.journal(office)
        try:
            with journal.reading() as reader:
                ratable = ratable_by_token(reader, token)
            if ratable.rated or form.score is None:
                return False
            rate(journal, Rate(ratable.about, ratable.about_id, form.score, form.reasons, "phone", form.comment))
        except Refusal as refusal:
            if refusal.code not in ("already_rated", "not_served_yet"):
                raise
            return False if refusal.code == "already_rated" else None
        return True


def _form(
    request: Request,
    office: Office | None,
    token: str,
    subject: str,
    missing: RatingForm | None,
    ahead: str = "",
    status: int = 200,
) -> Response:
    return page(
        "rate",
        request,
        office,
        422 if missing else status,
        subject=subject,
        ahead=ahead,
        form=missing or RatingForm(),
        missing=missing is not None,
        reasons=REASONS,
        action=request.link(f"/r/{token}"),
    )


def _subject(ratable: Ratable, request: Request) -> str:
    return request.words(f"rated_{ratable.about}", name=ratable.name)
