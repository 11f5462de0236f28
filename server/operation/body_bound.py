"""How much of a request is read, and how long it may take to come."""

from __future__ import annotations

import asyncio
from collections.abc import MutableMapping
from typing import Any

from starlette.types import Message, Receive

from server.refusals import HttpRefusal

LONGEST_BODY_BYTES = 64 * 1024
"""What a route reads that asks for no more; `allow_body` and `server.answers.body_of` ask."""

_KEY = "motcua.body"


def allow_body(scope: MutableMapping[str, Any], longest: int) -> None:
    """Lets the body of the request in `scope` be up to `longest` bytes; called before it is read."""
    bound: BodyBound | None = scope.get(_KEY)
    if bound is not None:
        bound.longest = longest


class BodyBound:
    """The body of one request. Raises 413 `too_long`, 408 `too_slow` (no byte for `silence` seconds) to its reader.

    `refused` keeps what was raised: a framework may turn it into another answer on its way.
    """

    def __init__(self, scope: MutableMapping[str, Any], receive: Receive, silence: float) -> None:
        self._receive = receive
        self._silence = silence
        self._declared = _declared_length(scope)
        self._read = 0
        self._whole = False
        self.longest = LONGEST_BODY_BYTES
        self.refused: HttpRefusal | None = None
        scope[_KEY] = self

    async def receive(self) -> Message:
        """The next piece of the body, or that the caller has gone."""
        if self._whole:
            return await self._receive()
        if self._declared > self.longest:
            raise self._refuse(too_long())
        try:
            async with asyncio.timeout(self._silence):
                message = await self._receive()
        except TimeoutError:
            raise self._refuse(_too_slow()) from None
        if message["type"] == "http.request":
            self._whole = not message.get("more_body", False)
            self._read += len(message.get("body", b""))
            if self._read > self.longest:
                raise self._refuse(too_long())
        return message

    def _refuse(self, refusal: HttpRefusal) -> HttpRefusal:
        self.refused = refusal
        return refusal


def too_long() -> HttpRefusal:
    """The refusal of a body that is longer than its route takes."""
    return HttpRefusal(
        413,
        "too_long",
        "Yêu cầu quá lớn nên máy chủ không nhận. Chưa có gì được lưu; hãy gửi phần nhỏ hơn.",
        "The request is too long for this address. Nothing was saved; send less at once.",
    )


def _too_slow() -> HttpRefusal:
    return HttpRefusal(
        408,
        "too_slow",
        "Yêu cầu gửi lên quá chậm nên máy chủ đã ngừng chờ. Chưa có gì được lưu; hãy gửi lại.",
        "The request came too slowly and was given up. Nothing was saved; send it again.",
    )


def _declared_length(scope: MutableMapping[str, Any]) -> int:
    for name, value in scope["headers"]:
        if name == b"content-length":
            return int(value) if value.isdigit() and len(value) < 19 else 0
    return 0
