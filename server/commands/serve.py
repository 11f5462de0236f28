"""`serve`: the server itself."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from server.commands.backup_round import not_for_postgresql
from server.commands.options import add_command, opened, place_of
from server.commands.serve_options import add_options, serve_settings
from server.settings import listen_from
from server.upstream.joining import move
from server.upstream.only_process import only_process
from shared.clock import clock_from_environment

if TYPE_CHECKING:
    from server.commands.options import Subcommands


def add_to(commands: Subcommands) -> None:
    """Adds the command."""
    command = add_command(commands, "serve", "chạy máy chủ / run the server", run)
    command.add_argument(
        "--upstream",
        metavar="URL",
        help="địa chỉ mới của máy chủ của tỉnh, nếu đã chuyển / where the province's server is now, if it has moved",
    )
    add_options(command)


def run(chosen: argparse.Namespace) -> int:
    """Serves until it is told to end; prints its address when it takes connections."""
    # Imported here: the other commands do not need the web's half of the server, which is slow to import.
    from server.app import create_app
    from server.operation.logs import set_up_logs
    from server.serving import serve

    listen, settings = listen_from(chosen.listen), serve_settings(chosen)
    if settings.backups and place_of(chosen).database_url:
        raise not_for_postgresql()
    set_up_logs(chosen.log_format, chosen.log_level)
    data, clock = place_of(chosen).data, clock_from_environment()
    with opened(chosen) as engine:
        if chosen.upstream:
            move(engine, clock, chosen.upstream)
        with only_process(engine, data):
            serve(create_app(engine, clock, data, settings), listen, _say, settings)
    return 0


def _say(url: str) -> None:
    print(f"listening on {url}", flush=True)
