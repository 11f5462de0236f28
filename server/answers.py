"""How the server answers: JSON of a stated length for programs, a page for people; failures in two sentences."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.operation.body_bound import allow_body, too_long
from server.operation.request_number import begin_request, request_number
from server.operation.trouble_page import trouble_page, wants_page
from server.refusals import HttpRefusal
from shared.failures import EnvironmentFailure, Failure, ProgrammingFault, Refusal
from shared.journal.event import to_json

_log = logging.getLogger(__name__)
SHOW_FAILURE = "show_failure"
"""What a request's state holds where its page shows failures in a frame of its own: (failure, status) -> answer."""


def json_answer(content: bytes, status: int = 200) -> Response:
    """An answer that is JSON already and that nobody on the way may keep."""
    return Response(content, status, {"Cache-Control": "no-store"}, "application/json")


def failure_answer(failure: Failure, status: int) -> Response:
    """A failure as programs read it."""
    extra = failure.extra if isinstance(failure, HttpRefusal) else {}
    content = {"code": failure.code, "vi": failure.sentence.vi, "en": failure.sentence.en, **extra}
    answer = json_answer(to_json(content), status)
    answer.headers.update(failure.headers if isinstance(failure, HttpRefusal) else {})
    return answer


def answer_to(scope: Scope, failure: Failure, status: int) -> Response:
    """A failure as whoever sent the request in `scope` reads it: a person as a page, a program as JSON."""
    if (show := scope.get("state", {}).get(SHOW_FAILURE)) is not None:
        answer: Response = show(failure, status)
        return answer
    if wants_page(scope):
        return trouble_page(scope, failure.sentence, status)
    return failure_answer(failure, status)


async def body_of(request: Request, longest: int) -> bytes:
    """The whole body of `request`. Refuses what is longer than `longest` bytes before keeping it."""
    allow_body(request.scope, longest)
    chunks: list[bytes] = []
    total = 0
    async for chunk in request.stream():
        total += len(chunk)
        if total > longest:
            raise too_long()
        chunks.append(chunk)
    return b"".join(chunks)


def answer_failures(app: FastAPI) -> None:
    """Makes every failure of `app` an answer in words; a bug of ours becomes a number to quote."""

    @app.exception_handler(Failure)
    async def failed(request: Request, failure: Failure) -> Response:
        return answer_to(request.scope, failure, _status_of(failure))

    @app.exception_handler(HTTPException)
    async def refused(request: Request, error: HTTPException) -> Response:
        refusal = _REFUSALS.get(error.status_code, _not_taken)(error.status_code)
        answer = answer_to(request.scope, refusal, error.status_code)
        for name, value in (error.headers or {}).items():
            answer.headers[name] = value
        return answer

    @app.exception_handler(RequestValidationError)
    async def invalid(request: Request, error: RequestValidationError) -> Response:
        # What was sent is not quoted: it may be personal, and it may be somebody's key.
        fields = sorted({_place(each) for each in error.errors()})[:20]
        refusal = HttpRefusal(
            422,
            "malformed",
            "Yêu cầu có phần không đúng dạng nên chưa được thực hiện. Hãy sửa rồi gửi lại.",
            "A part of the request has not the form it needs; nothing was done. Correct it and send it again.",
            fields=fields,
        )
        return answer_to(request.scope, refusal, 422)

    app.add_middleware(FaultsInWords)


class FaultsInWords:
    """Answers a bug of ours with a number to quote; the log gets the stack, never the message, which may hold data."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on and catches what nobody below has caught."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = False

        async def sending(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self._app(scope, receive, sending)
        except ClientDisconnect:
            return  # whoever asked has gone while sending; nobody is there to be answered
        except Exception as error:  # noqa: BLE001  # the boundary where our bugs become a number to quote
            answer = _fault_answer(scope, error)
            if not begun:
                await answer(scope, receive, send)


def _fault_answer(scope: Scope, error: Exception) -> Response:
    if isinstance(error, Failure) and not isinstance(error, ProgrammingFault):
        return answer_to(scope, error, _status_of(error))
    number = request_number() or begin_request()
    frames = "".join(traceback.format_tb(error.__traceback__))
    _log.error("fault %s: %s\n%s", number, type(error).__name__, frames)
    fault = HttpRefusal(
        500,
        number,
        f"Máy chủ gặp lỗi (mã {number}). Dữ liệu đã lưu vẫn an toàn; xin báo người quản trị.",
        f"The server made a mistake (number {number}). What was saved is safe; tell the administrator.",
    )
    return answer_to(scope, fault, 500)


def _place(error: Mapping[str, Any]) -> str:
    """Where in the request something is wrong, by the names of our fields; one that the sender made up is left out."""
    parts = error["loc"][:-1] if error["type"] == "extra_forbidden" else error["loc"]
    return ".".join(str(part) for part in parts[:4])


def _status_of(failure: Failure) -> int:
    if isinstance(failure, HttpRefusal):
        return failure.status
    if isinstance(failure, Refusal):
        return 409
    return 503 if isinstance(failure, EnvironmentFailure) else 500


def _no_such_address(status: int) -> HttpRefusal:
    return HttpRefusal(
        status,
        "no_such_address",
        "Máy chủ không có địa chỉ này. Hãy kiểm tra lại đường dẫn.",
        "There is nothing at this address. Check how it is written.",
    )


def _no_such_method(status: int) -> HttpRefusal:
    return HttpRefusal(
        status,
        "no_such_method",
        "Địa chỉ này không nhận kiểu yêu cầu đó. Chưa có gì được thực hiện.",
        "This address does not take that kind of request. Nothing was done.",
    )


def _not_taken(status: int) -> HttpRefusal:
    return HttpRefusal(
        status,
        "malformed",
        "Yêu cầu không đọc được nên chưa được thực hiện. Hãy kiểm tra rồi gửi lại.",
        "The request could not be read and nothing was done. Check it and send it again.",
    )


_REFUSALS = {404: _no_such_address, 405: _no_such_method}
