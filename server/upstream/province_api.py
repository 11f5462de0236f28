"""At the central server: what office servers ask for the devices of their buildings."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlalchemy import select, update

from server.answers import body_of, json_answer
from server.callers import Callers, Identified, admit, signable_of
from server.enrolment import LONGEST_ENROLMENT_BYTES, Tries
from server.enrolment_codes import code_refused, let_in
from server.heartbeats import keep_heartbeat
from server.offices import Offices
from server.pull_page import OFFICE_SERVER
from server.refusals import HttpRefusal, malformed
from server.upstream.device_rows import read_device_rows
from server.upstream.reserve import granted, take_in
from server.writing_lane import WritingLane
from shared.journal import tables
from shared.journal.engine import WRITING, failures_in_words
from shared.journal.event import to_json
from shared.replication.enrolment_messages import (
    EnrolmentAnswer,
    EnrolmentQuestion,
    enrolment_answer_to_bytes,
    read_enrolment,
)
from shared.replication.office_server_messages import (
    DEVICES_PATH,
    HEARTBEATS_PATH,
    LONGEST_HEARTBEATS_BYTES,
    OFFICE_SERVER_ENROLMENT_PATH,
    PassedOn,
    devices_to_bytes,
    read_heartbeats,
)
from shared.replication.reserve_messages import (
    LONGEST_RESERVE_BYTES,
    RESERVE_PATH,
    Reserved,
    ReserveQuestion,
    read_reserve_question,
    reserve_to_bytes,
)
from shared.replication.signing import Caller

_LONGEST_AGO_SECONDS = 366 * 86400
_TAKEN = to_json({"code": "taken"})


class ProvinceApi:
    """The four questions of an office server about devices. All are signed by it on the lane "line"."""

    def __init__(self, offices: Offices, callers: Callers, lane: WritingLane) -> None:
        self._offices = offices
        self._callers = callers
        self._lane = lane
        self._tries = Tries()

    def router(self) -> APIRouter:
        """The routes."""
        router = APIRouter(tags=["office servers"])
        router.add_api_route(
            OFFICE_SERVER_ENROLMENT_PATH, self.enrol, methods=["POST"], summary="Let a device in through its office"
        )
        router.add_api_route(DEVICES_PATH, self.devices, methods=["GET"], summary="The devices of the office")
        router.add_api_route(HEARTBEATS_PATH, self.heartbeats, methods=["POST"], summary="Signs of life, passed on")
        router.add_api_route(RESERVE_PATH, self.reserve, methods=["POST"], summary="Indexes to let devices in with")
        return router

    async def enrol(self, request: Request) -> Response:
        """Who the new device of the building is; as of the enrolment of a device that asks itself.

        403 `code_refused` for a code that does not hold in the calling server's office, or that lets in a server.
        """
        body = await body_of(request, LONGEST_ENROLMENT_BYTES)
        identified = await self._identified(request, body)
        self._tries.refuse_too_many(identified.caller.device)
        try:
            question = read_enrolment(body)
        except ValueError as problem:
            raise malformed("enrolment") from problem
        try:
            answer = await self._lane.run(lambda: self._let_in(identified.caller, question))
        except HttpRefusal as refusal:
            if refusal.code == "code_refused":
                self._tries.failed(identified.caller.device)
            raise
        return json_answer(enrolment_answer_to_bytes(answer))

    async def devices(self, request: Request) -> Response:
        """Out: devices, each with device, kind, name, public_key, index, kiosk_index, enrolled_at, revoked_at (Unix
        milliseconds), server (the office server through which it was let in)."""
        identified = await self._identified(request, b"")
        return json_answer(await self._lane.run(lambda: self._devices(identified.caller)))

    async def heartbeats(self, request: Request) -> Response:
        """In: heartbeats (200 at the most), each with device, seconds_ago, heartbeat (as the device sent it).

        Those of devices that speak for themselves here are left out. Out: code.
        """
        body = await body_of(request, LONGEST_HEARTBEATS_BYTES)
        identified = await self._identified(request, body)
        try:
            passed_on = read_heartbeats(body)
        except ValueError as problem:
            raise malformed("heartbeats") from problem
        await self._lane.run(lambda: self._keep(identified.caller, passed_on))
        return json_answer(_TAKEN)

    async def reserve(self, request: Request) -> Response:
        """Indexes by which the office server lets devices in while it cannot ask; and whom it has let in.

        In: epoch (in which the office server writes), let_in (devices as in the list, 200 at the most, whose server is
        the caller whatever they say; one that cannot be is left out of the list). Out: reserve, each with index,
        kiosk_index: all that is granted to it in this epoch and has no device.
        """
        body = await body_of(request, LONGEST_RESERVE_BYTES)
        identified = await self._identified(request, body)
        try:
            question = read_reserve_question(body)
        except ValueError as problem:
            raise malformed("reserve") from problem
        reserve = await self._lane.run(lambda: self._reserve(identified.caller, question))
        return json_answer(reserve_to_bytes(reserve))

    async def _identified(self, request: Request, body: bytes) -> Identified:
        signable, signature = signable_of(request, body, "line")
        identified = await self._callers.identify(signable, signature)
        if identified.kind != OFFICE_SERVER:
            raise HttpRefusal(
                403,
                "not_an_office_server",
                "Chỉ máy chủ tại bộ phận được hỏi việc này.",
                "Only an office server may ask this.",
            )
        return identified

    def _let_in(self, caller: Caller, question: EnrolmentQuestion) -> EnrolmentAnswer:
        table = tables.device
        with self._offices.journal(caller.office).writing() as writer:
            admit(writer.connection, caller)
            if question.kind == OFFICE_SERVER:
                raise code_refused()
            known = self._offices.reference(caller.office)
            answer = let_in(writer, question, known, self._offices.identities.subject())
            of_device = (table.c.office == caller.office) & (table.c.device == answer.device)
            writer.connection.execute(update(table).where(of_device).values(server=caller.device))
            return answer

    def _devices(self, caller: Caller) -> bytes:
        with self._offices.journal(caller.office).writing() as writer:
            admit(writer.connection, caller)
            return devices_to_bytes(read_device_rows(writer.connection, caller.office))

    def _reserve(self, caller: Caller, question: ReserveQuestion) -> tuple[Reserved, ...]:
        with self._offices.journal(caller.office).writing() as writer:
            admit(writer.connection, caller)
            take_in(writer, self._offices, caller.device, question.let_in)
            return granted(writer, caller.device, question.epoch)

    def _keep(self, caller: Caller, passed_on: tuple[PassedOn, ...]) -> None:
        table, engine, now = tables.device, self._offices.engine, self._offices.clock.now()
        with failures_in_words(), engine.connect().execution_options(**WRITING) as connection, connection.begin():
            admit(connection, caller)
            let_in_here = (table.c.server == caller.device) | (table.c.device == caller.device)
            query = select(table.c.device).where(table.c.office == caller.office, let_in_here)
            own = set(connection.execute(query).scalars())
            for each in passed_on:
                if each.device in own:
                    seen = now - timedelta(seconds=min(each.seconds_ago, _LONGEST_AGO_SECONDS))
                    keep_heartbeat(connection, replace(caller, device=each.device), each.heartbeat, seen)
