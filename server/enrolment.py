"""Enrolment over HTTP: a device shows its one-time code and its public key, and becomes a device of the office."""

from __future__ import annotations

import time
from collections import deque

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlalchemy import select

from server.answers import body_of, json_answer
from server.enrolment_codes import code_hash, code_refused, let_in
from server.offices import Offices
from server.refusals import HttpRefusal, malformed
from server.writing_lane import WritingLane
from shared.journal import tables
from shared.replication.enrolment_messages import (
    ENROLMENT_PATH,
    EnrolmentAnswer,
    EnrolmentQuestion,
    enrolment_answer_to_bytes,
    read_enrolment,
)

LONGEST_ENROLMENT_BYTES = 16 * 1024
TRIES_A_MINUTE = 10
_MINUTE_SECONDS = 60.0


class Tries:
    """How many codes were wrong within the last minute, in this process."""

    def __init__(self) -> None:
        self._failed_at: deque[float] = deque()

    def refuse_too_many(self) -> None:
        """429 `too_many_tries` after ten wrong codes within a minute."""
        now = time.monotonic()
        while self._failed_at and self._failed_at[0] < now - _MINUTE_SECONDS:
            self._failed_at.popleft()
        if len(self._failed_at) >= TRIES_A_MINUTE:
            raise HttpRefusal(
                429,
                "too_many_tries",
                "Đã nhập sai mã quá nhiều lần. Hãy thử lại sau một phút.",
                "Too many wrong codes. Try again in a minute.",
            )

    def failed(self) -> None:
        """Counts a wrong code."""
        self._failed_at.append(time.monotonic())


class EnrolmentApi:
    """Lets devices in."""

    def __init__(self, offices: Offices, lane: WritingLane) -> None:
        self._offices = offices
        self._lane = lane
        self._tries = Tries()

    def router(self) -> APIRouter:
        """The route."""
        router = APIRouter(tags=["enrolment"])
        router.add_api_route(ENROLMENT_PATH, self.enrol, methods=["POST"], summary="Let a new device in")
        return router

    async def enrol(self, request: Request) -> Response:
        """Who the device is from now on; the same code with the same key gets the same answer again.

        In: code, public_key (Ed25519, hex), kind (kiosk, counter, board), name. Out: office, device, index,
        kiosk_index (0 for what gives out no tickets), name, reference_version. 403 for a code that does not hold.
        """
        self._tries.refuse_too_many()
        body = await body_of(request, LONGEST_ENROLMENT_BYTES)
        try:
            question = read_enrolment(body)
        except ValueError as problem:
            raise malformed("enrolment") from problem
        try:
            answer = await self._lane.run(lambda: self._let_in(question))
        except HttpRefusal:
            self._tries.failed()
            raise
        return json_answer(enrolment_answer_to_bytes(answer))

    def _let_in(self, question: EnrolmentQuestion) -> EnrolmentAnswer:
        table = tables.enrolment_code
        with self._offices.engine.begin() as connection:
            query = select(table.c.office).where(table.c.code_hash == code_hash(question.code))
            office = connection.execute(query).scalars().first()
        if office is None:
            raise code_refused()
        with self._offices.journal(office).writing() as writer:
            return let_in(writer, question, self._offices.reference(office), self._offices.identities.subject())
