"""The interface for other systems over HTTP: the feed of changes, online dossiers, results, the state of a dossier."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Annotated, TypeVar

from fastapi import APIRouter, Header, Path, Query, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from pydantic import BaseModel, ValidationError
from starlette.concurrency import run_in_threadpool

from server.answers import body_of, json_answer
from server.api_description.parts import failures, takes, with_key
from server.arrivals import Arrivals
from server.connections.client_door import ClientDoor
from server.connections.feed import LARGEST_PAGE, FeedPage, read_changes
from server.connections.inbound import (
    STATE_PATH,
    Answered,
    once,
    portal_name,
    record_result,
    sending,
    submit,
)
from server.connections.lookup import Lookup
from server.connections.messages import (
    NUMBER_PATTERN,
    ChangesPage,
    DossierNow,
    DossierReceived,
    NewDossier,
    OfficesShown,
    ResultMade,
    ResultRecorded,
)
from server.offices import Mark, Offices
from server.refusals import HttpRefusal
from server.writing_lane import WritingLane
from shared.journal.reference import reference_version

ROOT = "/api/connect/v1"
CHANGES_PATH = f"{ROOT}/changes"
DOSSIERS_PATH = f"{ROOT}/dossiers"
RESULTS_PATH = f"{ROOT}/results"
OFFICES_PATH = f"{ROOT}/offices"
LONGEST_BODY_BYTES = 64 * 1024
LONGEST_WAIT_SECONDS = 25
REPLAYED_HEADER = "Idempotency-Replayed"

BODIES = (NewDossier, ResultMade)
"""What these addresses read, for their description."""

M = TypeVar("M", bound=BaseModel)

IdempotencyKey = Annotated[
    str,
    Header(
        alias="Idempotency-Key",
        pattern=r"^[A-Za-z0-9._:-]{8,100}$",
        description="One per request of yours, for example a UUID. Repeating a request under its key does nothing "
        "twice and gets the same answer; another request under it is refused.",
        examples=["6f7c1a52-8a0e-4b0a-9d0f-0d8a3f1c2b4e"],
    ),
]
OfficeAsked = Annotated[
    str,
    Query(
        pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$",
        max_length=100,
        description="The office, by its id",
        examples=["phuong-mau"],
    ),
]
After = Annotated[
    str,
    Query(
        pattern=r"^([0-9]{1,9}\.[0-9]{1,18})?$",
        description="The cursor you have got to; empty: from the beginning",
        examples=["1.1042"],
    ),
]


class ConnectApi:
    """What other systems may ask of this server."""

    def __init__(self, offices: Offices, lane: WritingLane, arrivals: Arrivals) -> None:
        self._offices = offices
        self._lane = lane
        self._arrivals = arrivals
        self._door = ClientDoor(offices)
        self._lookup = Lookup(offices)

    def router(self) -> APIRouter:
        """The routes."""
        router = APIRouter(tags=["connections"])
        router.add_api_route(
            OFFICES_PATH,
            self.offices,
            methods=["GET"],
            summary="Which offices your key is for, and what it may do",
            response_model=OfficesShown,
            responses=failures(401, 409, 429, 503),
            openapi_extra=with_key(),
        )
        router.add_api_route(
            CHANGES_PATH,
            self.changes,
            methods=["GET"],
            summary="What has happened to the dossiers of an office, by long poll",
            response_model=ChangesPage,
            responses=failures(401, 403, 404, 409, 410, 422, 429, 503),
            openapi_extra=with_key(),
        )
        router.add_api_route(
            DOSSIERS_PATH,
            self.submit,
            methods=["POST"],
            status_code=201,
            summary="Submit an online dossier",
            response_model=DossierReceived,
            responses=failures(401, 403, 404, 408, 409, 413, 422, 429, 503),
            openapi_extra=with_key(**takes(NewDossier)),
        )
        by_number = "Where a dossier stands that you submitted, by the portal's number"
        by_code = "Where a dossier stands"
        asked = ((DOSSIERS_PATH, self.state_by_number, by_number), (STATE_PATH, self.state, by_code))
        for path, answer, summary in asked:
            router.add_api_route(
                path,
                answer,
                methods=["GET"],
                summary=summary,
                response_model=DossierNow,
                responses=failures(401, 404, 409, 422, 429, 503),
                openapi_extra=with_key(),
            )
        router.add_api_route(
            RESULTS_PATH,
            self.result,
            methods=["POST"],
            status_code=201,
            summary="Record a result that was decided in the provincial system",
            response_model=ResultRecorded,
            responses=failures(401, 403, 404, 408, 409, 413, 422, 429, 503),
            openapi_extra=with_key(**takes(ResultMade)),
        )
        return router

    async def offices(self, request: Request) -> Response:
        """A first question with a new key: it shows whether the key holds."""
        caller = await self._door.caller(request, None)
        return _answer(await run_in_threadpool(self._lookup.offices_of, caller.client))

    async def changes(
        self,
        request: Request,
        office: OfficeAsked,
        after: After = "",
        limit: Annotated[int, Query(ge=1, le=LARGEST_PAGE, description="At most so many changes")] = 100,
        wait: Annotated[
            int, Query(ge=0, le=LONGEST_WAIT_SECONDS, description="Seconds to wait when there is nothing yet")
        ] = 0,
    ) -> Response:
        """Every change of every dossier once, in the order in which this server heard of it, without gaps.

        Keep `next` when the changes are safe on your side and ask again with `after`; a page that was lost on the way
        is asked for again. The state in a change is that of the dossier after it. When the province has restored its
        server from a backup, your cursor is refused with 410 `start_again`: ask without `after`, and take what you are
        told as the truth. Right: read_changes. Nothing personal is ever in it.
        """
        await self._door.caller(request, "read_changes", office)
        start = self._position(office, after)
        loop = asyncio.get_running_loop()
        until = loop.time() + wait
        while True:
            page, mark = await run_in_threadpool(self._read, office, start, limit)
            left = until - loop.time()
            if page.office < start:
                raise _start_again()
            if page.changes or left <= 0 or self._arrivals.is_closed():
                return _answer(self._page(office, page))
            start = page.through
            if not page.full:
                await self._arrivals.wait(office, mark, left)
                await self._door.admit_again(request, "read_changes", office)

    async def submit(self, request: Request, idempotency_key: IdempotencyKey) -> Response:
        """The office receives it at once: you are answered its code, the promised time and the citizen's address.

        It has channel 2 (trực tuyến). The same request under the same Idempotency-Key, or with the same portal number,
        is received once and answered with the same bytes, however often it comes and over whichever connection.
        409 says which rule refuses it; nothing was written then. Right: submit_dossiers.
        """
        caller = await self._door.caller(request, "submit_dossiers")
        new = await _body(request, NewDossier)
        await self._door.admit_to(caller.client, new.office)
        posted = sending(caller.client, caller.key, idempotency_key, DOSSIERS_PATH, new, portal_name(new.portal_number))

        def work() -> Answered:
            with self._offices.journal(new.office).writing() as writer:
                office = self._offices.reference(new.office).read(writer.connection)
                identities = self._offices.identities
                return once(
                    writer, posted, lambda: submit(writer, identities, office, self._offices.node, caller.client, new)
                )

        return await self._written(work)

    async def result(self, request: Request, idempotency_key: IdempotencyKey) -> Response:
        """The dossier then has its result (state 9), or the rules of the office refuse it with 409 and say why.

        Name the dossier by its code, or by the portal number under which you submitted it. Where its paper is does not
        change: that is for the people who have it. Right: record_results.
        """
        caller = await self._door.caller(request, "record_results")
        made = await _body(request, ResultMade)
        place = await run_in_threadpool(self._lookup.of_result, caller.client, made)
        posted = sending(caller.client, caller.key, idempotency_key, RESULTS_PATH, made)

        def work() -> Answered:
            with self._offices.journal(place.office).writing() as writer:
                return once(writer, posted, lambda: record_result(writer, caller.client, place.dossier, made))

        return await self._written(work)

    async def state(
        self,
        request: Request,
        code: Annotated[str, Path(pattern=r"^[A-Za-z0-9.-]{1,40}$", description="The dossier's code")],
    ) -> Response:
        """The same that the feed tells of it last. For any key whose office has the dossier."""
        caller = await self._door.caller(request, None)
        return _answer(await run_in_threadpool(self._lookup.now, caller.client, code))

    async def state_by_number(
        self,
        request: Request,
        portal_number: Annotated[str, Query(pattern=NUMBER_PATTERN, max_length=60, examples=["G22.99-261123-000123"])],
    ) -> Response:
        """When the answer to your submission was lost together with its Idempotency-Key: what has become of it."""
        caller = await self._door.caller(request, None)
        return _answer(await run_in_threadpool(self._lookup.now_by_number, caller.client, portal_number))

    async def _written(self, work: Callable[[], Answered]) -> Response:
        answered = await self._lane.run(work)
        self._arrivals.notice()
        answer = json_answer(answered.body, 201)
        if answered.again:
            answer.headers[REPLAYED_HEADER] = "true"
        return answer

    def _position(self, office: str, after: str) -> int:
        epoch, _, cursor = after.partition(".")
        if after and int(epoch) != self._offices.journal(office).epoch:
            raise _start_again()
        return int(cursor or 0)

    def _read(self, office: str, after: int, limit: int) -> tuple[FeedPage, Mark]:
        with self._offices.journal(office).reading() as reader:
            page = read_changes(reader, self._offices.journal(office).epoch, after, limit)
            return page, Mark(page.office, reference_version(reader.connection, office) or 0)

    def _page(self, office: str, page: FeedPage) -> ChangesPage:
        cursor = f"{self._offices.journal(office).epoch}.{page.through}"
        return ChangesPage(changes=list(page.changes), next=cursor, more=page.full)


async def _body(request: Request, kind: type[M]) -> M:
    """The body of `request`; what is wrong with it is named and not quoted."""
    data = await body_of(request, LONGEST_BODY_BYTES)
    try:
        return kind.model_validate_json(data)
    except ValidationError as problem:
        errors = problem.errors(include_url=False, include_context=False, include_input=False)
        raise RequestValidationError([{**each, "loc": ("body", *each["loc"])} for each in errors]) from None


def _answer(model: BaseModel) -> Response:
    return json_answer(model.model_dump_json().encode())


def _start_again() -> HttpRefusal:
    return HttpRefusal(
        410,
        "start_again",
        "Máy chủ đã được khôi phục từ bản sao lưu nên vị trí này không còn dùng được. "
        "Dữ liệu vẫn an toàn; hãy đọc lại từ đầu (không gửi after).",
        "The server was restored from a backup, so this cursor no longer holds. "
        "The data are safe; read again from the beginning (without after).",
    )
