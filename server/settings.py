"""Where the server keeps its data and where it listens."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import platformdirs

from shared.failures import Refusal

DEFAULT_LISTEN = "127.0.0.1:8440"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the data is: PostgreSQL at `database_url`, or the embedded database in the folder `data`."""

    database_url: str | None
    data: Path


@dataclass(frozen=True, slots=True)
class Listen:
    """Where the server listens; port 0 means any free one."""

    host: str
    port: int


def default_data_folder() -> Path:
    """The user's data folder for the server, as the operating system has it."""
    return platformdirs.user_data_path("motcua-server", appauthor=False)


def listen_from(text: str) -> Listen:
    """The address in "HOST:PORT" ("[::1]:8440" for IPv6). Refusal `listen_invalid`."""
    host, colon, port = text.rpartition(":")
    host = host.strip("[]")
    if not colon or not host or not port.isascii() or not port.isdigit() or int(port) > 65535:
        raise Refusal(
            "listen_invalid",
            "Địa chỉ lắng nghe phải có dạng 127.0.0.1:8440.",
            "The address to listen on must look like 127.0.0.1:8440.",
        )
    return Listen(host, int(port))
