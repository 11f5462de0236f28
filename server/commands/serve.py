"""`serve`: the server itself."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from server.commands.options import add_command, opened, place_of
from server.settings import DEFAULT_LISTEN, listen_from
from shared.clock import clock_from_environment

if TYPE_CHECKING:
    from server.commands.options import Subcommands


def add_to(commands: Subcommands) -> None:
    """Adds the command."""
    command = add_command(commands, "serve", "chạy máy chủ / run the server", run)
    command.add_argument(
        "--listen",
        metavar="HOST:PORT",
        default=DEFAULT_LISTEN,
        help=f"địa chỉ lắng nghe; cổng 0 là cổng trống bất kỳ / where to listen; port 0 is any free one "
        f"({DEFAULT_LISTEN})",
    )


def run(chosen: argparse.Namespace) -> int:
    """Serves until it is told to end; prints its address when it takes connections."""
    # Imported here: the other commands do not need the web's half of the server, which is slow to import.
    from server.app import create_app
    from server.serving import serve

    listen = listen_from(chosen.listen)
    with opened(chosen) as engine:
        serve(create_app(engine, clock_from_environment(), place_of(chosen).data), listen, _say)
    return 0


def _say(url: str) -> None:
    print(f"listening on {url}", flush=True)
