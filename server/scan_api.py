"""Scans over HTTP: which pieces are here, and each piece, up and down. For counters of the office only."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool

from server.answers import body_of, json_answer
from server.callers import Callers, Identified, admit, signable_of
from server.offices import Offices
from server.refusals import HttpRefusal, malformed
from server.scans import Scans
from server.upstream.carried_scans import CarriedScans
from server.writing_lane import WritingLane
from shared.journal.engine import WRITING, failures_in_words
from shared.replication.scan_messages import (
    LONGEST_QUESTION_BYTES,
    OCTETS,
    PIECE_PATH,
    SCANS_PATH,
    ScanState,
    is_content,
    piece_to_bytes,
    read_question,
    states_to_bytes,
)
from shared.scans.pieces import PIECE_BYTES

_WITH_SCANS = frozenset({"counter", "office_server"})
"""The kinds of devices that have to do with scans: never a kiosk or a board, before which citizens stand."""


class ScanApi:
    """The three questions about scans."""

    def __init__(
        self,
        offices: Offices,
        callers: Callers,
        lane: WritingLane,
        scans: Scans | None,
        carried: CarriedScans | None = None,
    ) -> None:
        """`carried`: on an office server, the scans on their way to the central one."""
        self._carried = carried
        self._offices = offices
        self._callers = callers
        self._lane = lane
        self._scans = scans

    def router(self) -> APIRouter:
        """The routes."""
        router = APIRouter(tags=["scans"])
        router.add_api_route(SCANS_PATH, self.states, methods=["POST"], summary="Which pieces of scans are here")
        router.add_api_route(PIECE_PATH, self.take, methods=["PUT"], summary="Send a piece of a scan")
        router.add_api_route(PIECE_PATH, self.give, methods=["GET"], summary="Fetch a piece of a scan")
        return router

    async def states(self, request: Request) -> Response:
        """What is here of each file asked for. In: contents (SHA-256 each, 200 at the most). Out: scans, each with
        content, known (a fact names it), whole (all here and verified), missing (numbers). Signed on the lane "scans".
        """
        body = await body_of(request, LONGEST_QUESTION_BYTES)
        identified = await self._admitted(request, body)
        try:
            contents = read_question(body)
        except ValueError as problem:
            raise malformed("scans") from problem
        scans = self._room()
        answer = await run_in_threadpool(lambda: scans.states(identified.caller.office, contents))
        # A question about one file only: somebody may want to see it, and it may be in the province.
        if self._carried and len(answer) == 1 and answer[0].known and not answer[0].whole:
            size = await run_in_threadpool(lambda: scans.sizes(identified.caller.office, contents))
            self._carried.want(answer[0].content, size[answer[0].content])
        return json_answer(states_to_bytes(answer))

    async def take(self, request: Request, content: str, number: int) -> Response:
        """Keeps a piece, which the signature covers; a piece that is here already changes nothing.

        Out: as of the states. The file is verified when its last piece has come. 404 `scan_unknown`, 400
        `no_such_piece`, 409 `scan_differs`, 507 `server_disk_full`. Signed on the lane "scans".
        """
        body = await body_of(request, PIECE_BYTES)
        identified = await self._admitted(request, body)
        _check(content)
        scans = self._room()
        state = await run_in_threadpool(lambda: self._take(scans, identified.caller.office, content, number, body))
        return json_answer(states_to_bytes([state]))

    async def give(self, request: Request, content: str, number: int) -> Response:
        """A piece of a file that is whole here: its SHA-256 (32 bytes), then itself. 404 `scan_unknown`,
        `scan_incomplete`. Signed on the lane "scans".
        """
        identified = await self._admitted(request, b"")
        _check(content)
        scans = self._room()
        piece = await run_in_threadpool(lambda: scans.piece(identified.caller.office, content, number))
        return Response(piece_to_bytes(piece), 200, {"Cache-Control": "no-store"}, OCTETS)

    def _take(self, scans: Scans, office: str, content: str, number: int, piece: bytes) -> ScanState:
        state = scans.take(office, content, number, piece)
        if self._carried and state.whole:
            self._carried.is_whole_here(content, scans.sizes(office, [content])[content])
        return state

    async def _admitted(self, request: Request, body: bytes) -> Identified:
        signable, signature = signable_of(request, body, "scans")
        identified = await self._callers.identify(signable, signature)
        if identified.kind not in _WITH_SCANS:
            raise HttpRefusal(
                403,
                "not_for_this_device",
                "Chỉ máy ở quầy được gửi và xem bản quét.",
                "Only the machines at the counters send and see scans.",
            )
        await self._lane.run(lambda: self._admit(identified))
        return identified

    def _admit(self, identified: Identified) -> None:
        # Not under the office's lock: it changes no journal, and nobody's number should wait for it.
        engine = self._offices.engine
        with failures_in_words(), engine.connect().execution_options(**WRITING) as connection, connection.begin():
            admit(connection, identified.caller)

    def _room(self) -> Scans:
        if self._scans is None:
            raise HttpRefusal(
                503, "no_room_for_scans", "Máy chủ không có chỗ giữ bản quét.", "The server has no place for scans."
            )
        return self._scans


def _check(content: str) -> None:
    if not is_content(content):
        raise malformed("scan")
