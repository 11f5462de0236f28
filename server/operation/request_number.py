"""The number by which one request is found again: in its answer, in the log, in what is quoted on the telephone."""

from __future__ import annotations

import secrets
from contextvars import ContextVar

HEADER = "X-Request-ID"

_current: ContextVar[str] = ContextVar("request_number", default="")


def begin_request() -> str:
    """A new number, from now on that of this context: eight hexadecimal digits that say nothing about anybody."""
    number = secrets.token_hex(4).upper()
    _current.set(number)
    return number


def request_number() -> str:
    """The number of the request that is being answered; "" outside of one."""
    return _current.get()
