"""The one act that counters race for: calling the next number."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from server.answers import body_of, json_answer
from server.arrivals import Arrivals
from server.callers import Callers, signable_of
from server.claims import Claim, Claims
from server.refusals import HttpRefusal, malformed
from shared.actions.call_next import Press
from shared.replication.claim_messages import CLAIM_PATH, ClaimAnswer, claim_answer_to_bytes, read_claim

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

    async def next(self, request: Request) -> Response:
        """The event by which the next ticket is called to the counter, null when nobody waits.

        The same key gets the same event for ever. In: key (one per key press), counter, desk, officer, lines (letters).
        Out: event (the text that the server wrote into its own log), personal. Signed on the lane "line".
        """
        body = await body_of(request, LONGEST_CLAIM_BYTES)
        signable, signature = signable_of(request, body, "line")
        identified = await self._callers.identify(signable, signature)
        if identified.kind != "counter":
            raise HttpRefusal(
                403, "not_a_counter", "Chỉ máy tại quầy được gọi số.", "Only a counter can call the next number."
            )
        event = await self._claims.answer(Claim(identified.caller, _press(body)))
        if event is not None:
            self._arrivals.notice()
        return json_answer(claim_answer_to_bytes(ClaimAnswer(None if event is None else event.body)))


def _press(body: bytes) -> Press:
    try:
        question = read_claim(body)
    except ValueError as problem:
        raise malformed("claim") from problem
    return Press(question.key, question.counter, question.desk, question.officer, question.lines)
