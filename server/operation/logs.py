"""The server's log on standard error: one line an event, as text for people or as JSON for programs that gather logs.

Nothing personal gets here by construction: routes stand as templates, errors as their kind and the places in our code
that they passed, never with their message, which may quote what somebody typed.
"""

from __future__ import annotations

import json
import logging
import sys
import traceback
from datetime import UTC, datetime
from typing import Literal, TextIO

from server.operation.request_number import request_number

LogFormat = Literal["text", "json"]
LOG_FORMATS: tuple[LogFormat, ...] = ("text", "json")
LOG_LEVELS = ("warning", "info")

_SAID_BY_LIBRARIES = ("uvicorn", "sqlalchemy", "alembic", "asyncio", "fastapi", "py.warnings")
"""Whose words are their own: what they say is shown, the stack of an error only by its places."""


def set_up_logs(form: LogFormat, level: str, stream: TextIO | None = None) -> None:
    """Sends every logger of this process to `stream`, standard error otherwise; "info" has a line for each request."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(JsonLines() if form == "json" else TextLines())
    root = logging.getLogger()
    for old in tuple(root.handlers):
        root.removeHandler(old)
    root.addHandler(handler)
    root.setLevel(level.upper())
    logging.captureWarnings(capture=True)
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access"):
        library = logging.getLogger(name)
        library.handlers.clear()
        library.propagate = True
        library.setLevel(logging.WARNING)


class JsonLines(logging.Formatter):
    """One JSON object a line: time (UTC), level, logger, event, request, and what the event is about."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        said: dict[str, object] = {
            "time": _time(record),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": _event(record),
        }
        if number := request_number():
            said["request"] = number
        said.update(_about(record))
        if stack := _stack(record):
            said["stack"] = stack
        return json.dumps(said, ensure_ascii=False)


class TextLines(logging.Formatter):
    """The same for people: the level, who says it, what, and what it is about as name=value."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, and below it the places of an error."""
        number = request_number()
        words = [record.levelname, f"{record.name}:", _event(record), *([f"request={number}"] if number else [])]
        words += [f"{name}={value}" for name, value in _about(record).items()]
        return "\n".join([" ".join(words), *([_stack(record)] if _stack(record) else [])])


def _time(record: logging.LogRecord) -> str:
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _event(record: logging.LogRecord) -> str:
    """What is said; of an error that a library reports with its message only the beginning, which is its own."""
    if record.exc_info and record.name.startswith(_SAID_BY_LIBRARIES):
        return str(record.msg).partition("\n")[0].partition("%")[0].strip()
    return record.getMessage().rstrip()


def _about(record: logging.LogRecord) -> dict[str, object]:
    about = getattr(record, "about", None)
    return dict(about) if isinstance(about, dict) else {}


def _stack(record: logging.LogRecord) -> str:
    if not record.exc_info or record.exc_info[0] is None:
        return ""
    kind, _, places = record.exc_info
    return f"{kind.__name__}\n{''.join(traceback.format_tb(places))}".rstrip()
