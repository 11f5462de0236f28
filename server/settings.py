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
class BackupSettings:
    """Backups (sao lưu): into which folder, how often (seconds); the newest `keep` stay and one of each of `days`."""

    folder: Path
    every: float
    keep: int
    days: int


@dataclass(frozen=True, slots=True)
class Listen:
    """Where the server listens; port 0 means any free one."""

    host: str
    port: int


LOOPBACK = ("127.0.0.0/8", "::1/128")


@dataclass(frozen=True, slots=True)
class ServeSettings:
    """How a server process serves. Every value has the default of a small office.

    `hosts`: the names by which it may be asked (none: any); `metrics_from`: the networks that may read /metrics;
    `metrics_token`: a secret with which anybody may; `behind`: the addresses of the proxies before it, whose word it
    takes for who asks; `silence`: seconds in which some of a body must come; `leaving`: seconds between "not ready" and
    the end; `backups`: whether and how it makes them.
    """

    hosts: tuple[str, ...] = ()
    metrics_from: tuple[str, ...] = LOOPBACK
    metrics_token: str = ""
    behind: tuple[str, ...] = ()
    silence: float = 30.0
    leaving: float = 0.0
    backups: BackupSettings | None = None


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
