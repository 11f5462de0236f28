"""Enrolment over HTTP: a device shows its one-time code and its public key, and becomes a device of the office."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlalchemy import select
from starlette.concurrency import run_in_threadpool

from server.answers import body_of, json_answer
from server.enrolment_codes import code_hash, code_refused, let_in
from server.limits import Allowance, Limit, address_of
from server.offices import Offices
from server.refusals import HttpRefusal, malformed
from server.upstream.upstream import Upstream
from server.writing_lane import WritingLane
from shared.journal import tables
from shared.journal.engine import failures_in_words
from shared.replication.enrolment_messages import (
    ENROLMENT_PATH,
    EnrolmentAnswer,
    EnrolmentQuestion,
    enrolment_answer_to_bytes,
    read_enrolment,
)

LONGEST_ENROLMENT_BYTES = 16 * 1024
WRONG_CODES = Allowance(at_once=10, per_second=1 / 6)
"""Wrong codes from one address. Nobody guesses 80 bits; but neither may a stranger keep the devices of others out."""


class Tries:
    """Wrong codes by whoever sends them: an address, or the office server that passes on what it was asked."""

    def __init__(self) -> None:
        self._wrong = Limit(WRONG_CODES)

    def refuse_too_many(self, who: str) -> None:
        """429 `too_many_tries` after ten wrong codes, and then for all but one in six seconds."""
        seconds = self._wrong.would_wait_for(who)
        if seconds:
            raise _too_many_tries(seconds)

    def failed(self, who: str) -> None:
        """Counts a wrong code."""
        self._wrong.wait_for(who)


class EnrolmentApi:
    """Lets devices in."""

    def __init__(self, offices: Offices, lane: WritingLane, upstream: Upstream | None = None) -> None:
        """`upstream`: on an office server, the way to the central one, which knows all codes but its own."""
        self._offices = offices
        self._lane = lane
        self._upstream = upstream
        self._tries = Tries()

    def router(self) -> APIRouter:
        """The route."""
        router = APIRouter(tags=["enrolment"])
        router.add_api_route(ENROLMENT_PATH, self.enrol, methods=["POST"], summary="Let a new device in")
        return router

    async def enrol(self, request: Request) -> Response:
        """Who the device is from now on; the same code with the same key gets the same answer again.

        In: code, public_key (Ed25519, hex), kind (kiosk, counter, board, office_server), name. Out: office, device,
        index, kiosk_index (0 for what gives out no tickets), name, reference_version. 403 for a code that does not
        hold, 429 after too many of them. An office server lets in by its own codes from its reserve, and passes others
        on to the central one; 503 when it does not reach it, or the reserve is empty.
        """
        self._tries.refuse_too_many(address_of(request))
        body = await body_of(request, LONGEST_ENROLMENT_BYTES)
        try:
            question = read_enrolment(body)
        except ValueError as problem:
            raise malformed("enrolment") from problem
        try:
            answer = await self._answer(question)
        except HttpRefusal as refusal:
            if refusal.code == "code_refused":
                self._tries.failed(address_of(request))
            raise
        return json_answer(enrolment_answer_to_bytes(answer))

    async def _answer(self, question: EnrolmentQuestion) -> EnrolmentAnswer:
        upstream = self._upstream
        office = await self._lane.run(lambda: self._office_of(question.code))
        if office is None and upstream is not None:
            return await run_in_threadpool(lambda: upstream.enrol(question))
        if office is None:
            raise code_refused()
        answer = await self._lane.run(lambda: self._let_in(office, question))
        if upstream is not None:
            upstream.errands.list_again()
        return answer

    def _office_of(self, code: str) -> str | None:
        """The office for which this server has made `code`."""
        table = tables.enrolment_code
        with failures_in_words(), self._offices.engine.begin() as connection:
            return connection.execute(select(table.c.office).where(table.c.code_hash == code_hash(code))).scalar()

    def _let_in(self, office: str, question: EnrolmentQuestion) -> EnrolmentAnswer:
        with self._offices.journal(office).writing() as writer:
            return let_in(writer, question, self._offices.reference(office), self._offices.identities.subject())


def _too_many_tries(seconds: int) -> HttpRefusal:
    refusal = HttpRefusal(
        429,
        "too_many_tries",
        f"Đã nhập sai mã quá nhiều lần. Máy chưa được đăng ký; hãy thử lại sau {seconds} giây.",
        f"There were too many wrong codes. The device was not let in; try again in {seconds} seconds.",
    )
    refusal.headers["Retry-After"] = str(seconds)
    return refusal
