"""Replication over HTTP: devices push their logs, pull what is new by long poll, and fetch the reference data."""

from __future__ import annotations

import asyncio

from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool

from server.answers import body_of, json_answer
from server.arrivals import Arrivals
from server.callers import Callers, Identified, admit, signable_of
from server.offices import Offices
from server.oversteps import note_oversteps
from server.pull_page import Asking, Page, read_page
from server.refusals import malformed
from server.writing_lane import WritingLane
from shared.domain.office import office_to_document, without_staff
from shared.journal.event import to_json
from shared.replication import log_store
from shared.replication.messages import (
    PULL_PATH,
    PUSH_PATH,
    REFERENCE_PATH,
    PullAnswer,
    Push,
    PushAnswer,
    pull_answer_to_bytes,
    push_answer_to_json,
    read_push,
)
from shared.replication.signing import Caller

LONGEST_PUSH_BYTES = 8 * 1024 * 1024
LONGEST_WAIT_SECONDS = 25


class ReplicationApi:
    """The three questions of replication."""

    def __init__(self, offices: Offices, callers: Callers, lane: WritingLane, arrivals: Arrivals) -> None:
        self._offices = offices
        self._callers = callers
        self._lane = lane
        self._arrivals = arrivals

    def router(self) -> APIRouter:
        """The routes."""
        router = APIRouter(tags=["replication"])
        router.add_api_route(PUSH_PATH, self.push, methods=["POST"], summary="Send a stretch of a device's log")
        router.add_api_route(PULL_PATH, self.pull, methods=["GET"], summary="Fetch what is new, by long poll")
        router.add_api_route(REFERENCE_PATH, self.reference, methods=["GET"], summary="Fetch the reference data")
        return router

    async def push(self, request: Request) -> Response:
        """Stores a stretch of the calling device's log. 200 with how far it is durable, 409 for a gap or a fork.

        In: office, device, epoch, first_seq, previous (hash of the event before), bodies (the events as texts),
        personal (hash and body of each record that they name). Without bodies it is a question. Out: code, device,
        epoch, durable_through, head (hash of the event there), agrees, quarantined (seq and code).
        The request is signed on the lane "push".
        """
        body = await body_of(request, LONGEST_PUSH_BYTES)
        signable, signature = signable_of(request, body, "push")
        identified = await self._callers.identify(signable, signature)
        push = await run_in_threadpool(_read_push, body)
        if (push.office, push.device) != (identified.caller.office, identified.caller.device):
            raise malformed("another device's log")
        answer = await self._lane.run(lambda: self._receive(identified.caller, push))
        self._arrivals.notice()
        return json_answer(to_json(push_answer_to_json(answer)), 200 if answer.outcome == "taken" else 409)

    async def pull(self, request: Request, after: str = "", wait: int = 0, have: int = 0, epoch: int = 0) -> Response:
        """A page of what is new after the cursor `after`; waits up to `wait` seconds (25 at most) when nothing is.

        `have` is the version of the reference data that the device has, `epoch` the one in which it writes: its own
        events of that epoch are left out. Out: events (texts), personal, next (the cursor to ask from), more,
        reference (the version of newer reference data, or null), server_time. Signed on the lane "pull".
        """
        identified = await self._admitted(request)
        office = identified.caller.office
        loop = asyncio.get_running_loop()
        until = loop.time() + min(max(wait, 0), LONGEST_WAIT_SECONDS)
        start = self._position(after)
        while True:
            asking = Asking(identified.caller.device, identified.kind, start, epoch)
            page = await run_in_threadpool(self._read_page, office, asking)
            left = until - loop.time()
            if page.events or page.mark.reference != have or left <= 0 or self._arrivals.is_closed():
                return json_answer(await run_in_threadpool(self._pull_answer, page, have))
            start = page.through
            await self._arrivals.wait(office, page.mark, left)

    async def reference(self, request: Request) -> Response:
        """The office's reference document; without the staff for a kiosk or board. Signed on the lane "pull".

        Out: version, document.
        """
        identified = await self._admitted(request)
        return json_answer(await run_in_threadpool(self._reference_document, identified))

    async def _admitted(self, request: Request) -> Identified:
        signable, signature = signable_of(request, b"", "pull")
        identified = await self._callers.identify(signable, signature)
        await self._lane.run(lambda: self._admit(identified.caller))
        return identified

    def _admit(self, caller: Caller) -> None:
        with self._offices.journal(caller.office).writing() as writer:
            admit(writer.connection, caller)

    def _receive(self, caller: Caller, push: Push) -> PushAnswer:
        with self._offices.journal(caller.office).writing() as writer:
            admit(writer.connection, caller)
            office = self._offices.reference(caller.office).read(writer.connection)
            return log_store.receive(writer, push, lambda events: note_oversteps(writer, office, events))

    def _read_page(self, office: str, asking: Asking) -> Page:
        with self._offices.journal(office).reading() as reader:
            return read_page(reader, asking)

    def _pull_answer(self, page: Page, have: int) -> bytes:
        return pull_answer_to_bytes(
            PullAnswer(
                events=page.events,
                personal=page.personal,
                next=f"{self._offices.node.epoch}.{page.through}",
                more=page.more,
                reference=page.mark.reference if page.mark.reference != have else None,
                server_time=self._offices.clock.now(),
            )
        )

    def _position(self, after: str) -> int:
        """The cursor in `after`; 0 when it is of another epoch of this server, which was restored since."""
        epoch, _, cursor = after.partition(".")
        if epoch != str(self._offices.node.epoch) or not cursor.isascii() or not cursor.isdigit() or len(cursor) > 18:
            return 0
        return int(cursor)

    def _reference_document(self, identified: Identified) -> bytes:
        office = identified.caller.office
        with self._offices.journal(office).reading() as reader:
            known = self._offices.reference(office).read_stored(reader.connection)
        shown = known if identified.kind == "counter" else without_staff(known)
        return to_json({"version": known.version, "document": office_to_document(shown)})


def _read_push(body: bytes) -> Push:
    try:
        return read_push(body)
    except ValueError as problem:
        raise malformed("push") from problem
