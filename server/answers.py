"""How the server answers programs: JSON of a stated length, and failures with a code and two sentences."""

from __future__ import annotations

import logging
import traceback
import uuid

from fastapi import FastAPI, Request
from fastapi.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.refusals import HttpRefusal
from shared.failures import EnvironmentFailure, Failure, Refusal
from shared.journal.event import to_json

_log = logging.getLogger(__name__)


def json_answer(content: bytes, status: int = 200) -> Response:
    """An answer that is JSON already and that nobody on the way may keep."""
    return Response(content, status, {"Cache-Control": "no-store"}, "application/json")


def failure_answer(failure: Failure, status: int) -> Response:
    """A failure as programs read it."""
    extra = failure.extra if isinstance(failure, HttpRefusal) else {}
    content = {"code": failure.code, "vi": failure.sentence.vi, "en": failure.sentence.en, **extra}
    return json_answer(to_json(content), status)


async def body_of(request: Request, longest: int) -> bytes:
    """The whole body of `request`. Refuses what is longer than `longest` bytes before keeping it."""
    chunks: list[bytes] = []
    total = 0
    async for chunk in request.stream():
        total += len(chunk)
        if total > longest:
            raise HttpRefusal(413, "too_long", "Yêu cầu quá lớn.", "The request is too long.")
        chunks.append(chunk)
    return b"".join(chunks)


def answer_failures(app: FastAPI) -> None:
    """Makes every failure of `app` an answer in words; a bug of ours becomes a number to quote."""

    @app.exception_handler(Failure)
    async def failed(_: Request, failure: Failure) -> Response:
        if isinstance(failure, HttpRefusal):
            return failure_answer(failure, failure.status)
        if isinstance(failure, Refusal):
            return failure_answer(failure, 409)
        return failure_answer(failure, 503 if isinstance(failure, EnvironmentFailure) else 500)

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
        except Exception as error:  # noqa: BLE001  # the boundary where our bugs become a number to quote
            answer = _fault_answer(error)
            if not begun:
                await answer(scope, receive, send)


def _fault_answer(error: Exception) -> Response:
    number = uuid.uuid4().hex[:6].upper()
    frames = "".join(traceback.format_tb(error.__traceback__))
    _log.error("fault %s: %s\n%s", number, type(error).__name__, frames)
    content = {
        "code": number,
        "vi": f"Máy chủ gặp lỗi (mã {number}). Dữ liệu đã lưu vẫn an toàn; xin báo người quản trị.",
        "en": f"The server made a mistake (number {number}). What was saved is safe; tell the administrator.",
    }
    return json_answer(to_json(content), 500)
