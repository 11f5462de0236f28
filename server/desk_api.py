"""The one act that counters race for: calling the next number.

Its requests go to their answer before the other routes are looked through: what a framework does for a request (which
of all routes it is, what of it becomes arguments) costs more than the answer itself, and somebody waits for it.
"""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from server.answers import body_of, json_answer
from server.arrivals import Arrivals
from server.callers import Callers, signable_of
from server.claims import Claim, Claims
from server.operation.watch import TEMPLATE_KEY
from server.refusals import HttpRefusal, malformed
from shared.actions.call_next import Press
from shared.replication.claim_messages import CLAIM_PATH, ClaimAnswer, ClaimQuestion, claim_answer_to_bytes, read_claim

LONGEST_CLAIM_BYTES = 64 * 1024


class DeskApi:
    """The questions of a counter that a person waits for."""

    def __init__(self, callers: Callers, claims: Claims, arrivals: Arrivals) -> None:
        self._callers = callers
        self._claims = claims
        self._arrivals = arrivals

    def router(self) -> APIRouter:
        """The routes."""
        router = APIRouter(tags=["desk"])
        router.add_api_route(CLAIM_PATH, self.next, methods=["POST"], summary="Claim the next ticket for a counter")
        return router

    def before_the_routes(self, app: ASGIApp) -> ASGIApp:
        """`app` with the claims taken out of what it is asked; failures are for whoever calls it to put in words."""

        async def answer(scope: Scope, receive: Receive, send: Send) -> None:
            if scope["type"] == "http" and scope["path"] == CLAIM_PATH and scope["method"] == "POST":
                scope[TEMPLATE_KEY] = CLAIM_PATH
                response = await self.next(Request(scope, receive))
                await response(scope, receive, send)
            else:
                await app(scope, receive, send)

        return answer

    async def next(self, request: Request) -> Response:
        """The event by which the next ticket is called to the counter, null when nobody waits.

        The same key gets the same event for ever. In: key (one per key press), counter, desk, officer, lines (letters),
        called_in and called_at (epoch and number, in the counter's own log, of the last call that it made by itself and
        of which it knows no acknowledgement). Out: event (the text that the server wrote into its own log), personal.
        409 `not_heard_yet` when that call has not come here yet. Signed on the lane "line".
        """
        body = await body_of(request, LONGEST_CLAIM_BYTES)
        signable, signature = signable_of(request, body, "line")
        identified = await self._callers.identify(signable, signature)
        if identified.kind != "counter":
            raise HttpRefusal(
                403, "not_a_counter", "Chỉ máy tại quầy được gọi số.", "Only a counter can call the next number."
            )
        question = _question(body)
        event = await self._claims.answer(Claim(identified.caller, _press(question), question.called))
        if event is not None:
            self._arrivals.notice()
        return json_answer(claim_answer_to_bytes(ClaimAnswer(None if event is None else event.body)))


def _question(body: bytes) -> ClaimQuestion:
    try:
        return read_claim(body)
    except ValueError as problem:
        raise malformed("claim") from problem


def _press(question: ClaimQuestion) -> Press:
    return Press(question.key, question.counter, question.desk, question.officer, question.lines)
