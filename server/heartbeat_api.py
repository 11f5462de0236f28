"""Signs of life: the server keeps the last one of each device and answers at once."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from server.answers import body_of, json_answer
from server.callers import Callers, admit, signable_of
from server.heartbeats import keep_heartbeat
from server.offices import Offices
from server.refusals import malformed
from server.writing_lane import WritingLane
from shared.journal.engine import WRITING, failures_in_words
from shared.journal.event import to_json
from shared.replication.heartbeat_messages import (
    HEARTBEAT_PATH,
    LONGEST_HEARTBEAT_BYTES,
    Heartbeat,
    read_heartbeat,
)
from shared.replication.signing import Caller

_TAKEN = to_json({"code": "taken"})


class HeartbeatApi:
    """Hears the devices' signs of life."""

    def __init__(self, offices: Offices, callers: Callers, lane: WritingLane) -> None:
        self._offices = offices
        self._callers = callers
        self._lane = lane

    def router(self) -> APIRouter:
        """The route."""
        router = APIRouter(tags=["devices"])
        router.add_api_route(HEARTBEAT_PATH, self.take, methods=["POST"], summary="A device's sign of life")
        return router

    async def take(self, request: Request) -> Response:
        """Keeps what the calling device says of itself, in place of what it said before.

        In: at, version, printer (ready, paper_low, paper_out, cover_open, offline, failed, unknown), unsent, uptime
        (seconds), slips_waiting, events. Out: code. Signed on the lane "line".
        """
        body = await body_of(request, LONGEST_HEARTBEAT_BYTES)
        signable, signature = signable_of(request, body, "line")
        identified = await self._callers.identify(signable, signature)
        heartbeat = _read(body)
        await self._lane.run(lambda: self._keep(identified.caller, heartbeat))
        return json_answer(_TAKEN)

    def _keep(self, caller: Caller, heartbeat: Heartbeat) -> None:
        # Not under the office's lock: it changes no journal, and nobody's number should wait for it.
        engine = self._offices.engine
        with failures_in_words(), engine.connect().execution_options(**WRITING) as connection, connection.begin():
            admit(connection, caller)
            keep_heartbeat(connection, caller, heartbeat, self._offices.clock.now())


def _read(body: bytes) -> Heartbeat:
    try:
        return read_heartbeat(body)
    except ValueError as problem:
        raise malformed("heartbeat") from problem
