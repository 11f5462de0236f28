"""HTTP on one connection, with an end to what uvicorn waits for: a head that is endless, or never comes.

A proxy before the server does the same; an office's own server in the building stands without one.
"""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

from server.answers import failure_answer
from server.operation.safe_headers import with_safe_headers
from server.refusals import HttpRefusal

LONGEST_HEAD_BYTES = 32 * 1024
"""Address and headers together; the longest that our own programs send are a few hundred."""
LONGEST_HEAD_SECONDS = 20.0


class BoundedProtocol(HttpToolsProtocol):
    """Answers 431 to a head that is too long and 408 to one that does not come, and hangs up."""

    longest_seconds = LONGEST_HEAD_SECONDS

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._timer: asyncio.TimerHandle | None = None
        self._in_head = True
        self._fed = 0
        self._head = 0
        self._refused = False

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begins to wait for the first head."""
        super().connection_made(transport)
        self._await_head()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forgets the connection."""
        self._stop_waiting()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Reads on, unless the head has become too long."""
        if self._refused:
            return
        if self._in_head:
            self._fed += len(data)
            if self._timer is None:
                self._await_head()
        super().data_received(data)
        if self._in_head and self._fed > LONGEST_HEAD_BYTES:
            self._refuse(_head_too_long())

    def on_url(self, url: bytes) -> None:
        """Counts the address."""
        self._head += len(url)
        super().on_url(url)

    def on_header(self, name: bytes, value: bytes) -> None:
        """Counts a header."""
        self._head += len(name) + len(value) + 4
        super().on_header(name, value)

    def on_headers_complete(self) -> None:
        """The head is here: the request begins, unless it is too long."""
        self._in_head = False
        self._stop_waiting()
        if self._head > LONGEST_HEAD_BYTES:
            self._refuse(_head_too_long())
        else:
            super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        """A piece of a body that is wanted."""
        if not self._refused:
            super().on_body(body)

    def on_message_complete(self) -> None:
        """The next thing to come is a head."""
        if not self._refused:
            super().on_message_complete()
        self._in_head, self._fed, self._head = True, 0, 0

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002  # its words are for the log, which has them
        """Answers what is no HTTP, in words."""
        self._refuse(HttpRefusal(400, "malformed", "Yêu cầu không phải HTTP hợp lệ.", "The request is not valid HTTP."))

    def _await_head(self) -> None:
        self._timer = self.loop.call_later(self.longest_seconds, self._has_not_come)

    def _stop_waiting(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _has_not_come(self) -> None:
        self._timer = None
        answering: object | None = self.cycle  # none before the first request, whatever its type says
        if answering is not None and not self.cycle.response_complete:
            self._await_head()  # the next request was begun while this one is being answered
        elif self._fed:
            self._refuse(_head_too_slow())
        elif not self.transport.is_closing():
            self.transport.close()

    def _refuse(self, refusal: HttpRefusal) -> None:
        if self._refused or self.transport.is_closing():
            return
        self._refused = True
        answer = failure_answer(refusal, refusal.status)
        headers = with_safe_headers([*answer.raw_headers, (b"connection", b"close")], "")
        lines = [name + b": " + value + b"\r\n" for name, value in headers if value]
        self.transport.write(b"".join([STATUS_LINE[refusal.status], *lines, b"\r\n", bytes(answer.body)]))
        self.transport.close()


def _head_too_long() -> HttpRefusal:
    return HttpRefusal(
        431, "head_too_long", "Địa chỉ hoặc tiêu đề quá dài.", "The address or its headers are too long."
    )


def _head_too_slow() -> HttpRefusal:
    return HttpRefusal(
        408,
        "too_slow",
        "Yêu cầu gửi lên quá chậm nên máy chủ đã ngừng chờ. Chưa có gì được lưu; hãy gửi lại.",
        "The request came too slowly and was given up. Nothing was saved; send it again.",
    )
