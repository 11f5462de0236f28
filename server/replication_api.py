"""Replication over HTTP: devices push their logs, pull what is new by long poll, and fetch the reference data."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool

from server.answers import body_of, json_answer
from server.arrivals import Arrivals
from server.callers import Callers, Identified, admit, refuse_revoked, signable_of
from server.cursors import BEGINNING, cursor_text, read_cursor
from server.offices import Offices
from server.oversteps import note_oversteps
from server.pull_page import OFFICE_SERVER, Asking, Page, read_page
from server.refusals import malformed
from server.upstream.carrying import note_carrier, refuse_unless_carried
from server.upstream.upstream import Upstream
from server.writing_lane import WritingLane
from shared.domain.office import office_to_document, without_staff
from shared.journal.event import Event, to_json
from shared.journal.journal import Reader
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
from shared.replication.sender import OwnLog
from shared.replication.signing import Caller

_log = logging.getLogger(__name__)
LONGEST_PUSH_BYTES = 8 * 1024 * 1024
LONGEST_WAIT_SECONDS = 25


class ReplicationApi:
    """The three questions of replication."""

    def __init__(
        self,
        offices: Offices,
        callers: Callers,
        lane: WritingLane,
        arrivals: Arrivals,
        upstream: Upstream | None = None,
    ) -> None:
        """`upstream`: on an office server, the way to the central one."""
        self._upstream = upstream
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
        """Stores a stretch of the calling device's log, or of a device's whose office server calls.

        200 with how far it is durable, 409 for a gap or a fork.

        In: office, device, epoch, first_seq, previous (hash of the event before), bodies (the events as texts),
        personal (hash and body of each record that they name). Without bodies it is a question. Out: code, device,
        epoch, durable_through, head (hash of the event there), agrees, quarantined (seq and code), province (how far
        the central server has it; null when this is that server).
        The request is signed on the lane "push".
        """
        body = await body_of(request, LONGEST_PUSH_BYTES)
        signable, signature = signable_of(request, body, "push")
        identified = await self._callers.identify(signable, signature)
        push = await run_in_threadpool(_read_push, body)
        own = push.device == identified.caller.device
        if push.office != identified.caller.office or not (own or identified.kind == OFFICE_SERVER):
            raise malformed("another device's log")
        answer = await self._lane.run(lambda: self._receive(identified.caller, push))
        self._arrivals.notice()
        return json_answer(to_json(push_answer_to_json(answer)), 200 if answer.outcome == "taken" else 409)

    async def pull(
        self,
        request: Request,
        after: str = "",
        wait: int = 0,
        have: int = 0,
        epoch: Annotated[int, Query(ge=0, lt=2**31)] = 0,
        province: int | None = None,
        run: Annotated[str, Query(pattern=r"^[A-Za-z0-9_.-]{0,100}$")] = "",
    ) -> Response:
        """A page of what is new after the cursor `after`; waits up to `wait` seconds (25 at most) when nothing is.

        `have` is the version of the reference data that the device has, `epoch` the one in which it writes: its own
        events of that epoch are left out. `province` is how far it knows that the central server has its log: it does
        not wait when this office server knows better; `run` is that of an office server. Out: events (texts), personal,
        next (the cursor to ask from), more, reference (the version of newer reference data, or null), server_time,
        province. Signed on the lane "pull".
        """
        identified = await self._admitted(request)
        office = identified.caller.office
        loop = asyncio.get_running_loop()
        until = loop.time() + min(max(wait, 0), LONGEST_WAIT_SECONDS)
        start = await run_in_threadpool(self._position, office, after)
        while True:
            asking = Asking(identified.caller.device, identified.kind, start, epoch, run)
            page, mark = await run_in_threadpool(self._read_page, identified.caller, asking)
            left = until - loop.time()
            news = page.events or page.mark.reference != have or (province is not None and mark != province)
            if news or left <= 0 or self._arrivals.is_closed():
                return json_answer(await run_in_threadpool(self._pull_answer, office, page, mark, have))
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
            if push.device != caller.device:
                refuse_unless_carried(writer, push, self._offices.node)
            office = self._offices.reference(caller.office).read(writer.connection)

            def accepted(events: Sequence[Event]) -> None:
                note_oversteps(writer, office, events)
                if push.device != caller.device:
                    note_carrier(writer, caller, push)

            answer = log_store.receive(writer, push, accepted)
            log = OwnLog(push.office, push.device, push.epoch)
            return replace(answer, province=self._province(writer, log))

    def _read_page(self, caller: Caller, asking: Asking) -> tuple[Page, int | None]:
        """The page, and how far the central server has the asking device's log. 401 `device_revoked`."""
        office = caller.office
        with self._offices.journal(office).reading() as reader:
            refuse_revoked(reader.connection, caller)
            page = read_page(reader, asking)
            mark = replace(page.mark, province=self._offices.sent(reader.connection, office))
            return replace(page, mark=mark), self._province(reader, OwnLog(office, asking.device, asking.epoch))

    def _province(self, reader: Reader, log: OwnLog) -> int | None:
        return log_store.acknowledged(reader.connection, log) if self._offices.node.server_url else None

    def _pull_answer(self, office: str, page: Page, province: int | None, have: int) -> bytes:
        journal = self._offices.journal(office)
        with journal.reading() as reader:
            after = cursor_text(reader, self._offices.count(office), page.through)
        return pull_answer_to_bytes(
            PullAnswer(
                events=page.events,
                personal=page.personal,
                next=after,
                more=page.more,
                reference=page.mark.reference if page.mark.reference != have else None,
                server_time=journal.now(),
                province=province,
            )
        )

    def _position(self, office: str, after: str) -> int:
        """The cursor in `after`; 0 when it is by another count of this server, which was restored or set back since."""
        with self._offices.journal(office).reading() as reader:
            place = read_cursor(reader, self._offices.count(office), after)
        if place is None and self._upstream is not None:
            self._upstream.set_back()
        elif place is None:
            _log.error("the database of office %s was set back, and not by the command restore", office)
        return place or BEGINNING

    def _reference_document(self, identified: Identified) -> bytes:
        office = identified.caller.office
        with self._offices.journal(office).reading() as reader:
            known = self._offices.reference(office).read_stored(reader.connection)
        shown = known if identified.kind in ("counter", OFFICE_SERVER) else without_staff(known)
        return to_json({"version": known.version, "document": office_to_document(shown)})


def _read_push(body: bytes) -> Push:
    try:
        return read_push(body)
    except ValueError as problem:
        raise malformed("push") from problem
