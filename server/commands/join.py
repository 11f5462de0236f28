"""`join`: makes an empty server the office server of one office, below the province's server."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from server.commands.options import add_command, opened
from server.upstream.joining import join
from shared.clock import clock_from_environment
from shared.replication.enrolment_client import Application

if TYPE_CHECKING:
    from server.commands.options import Subcommands


def add_to(commands: Subcommands) -> None:
    """Adds the command."""
    command = add_command(
        commands, "join", "vào máy chủ của tỉnh làm máy chủ tại bộ phận / become an office server", run
    )
    command.add_argument(
        "--upstream", metavar="URL", required=True, help="địa chỉ máy chủ của tỉnh / address of the province's server"
    )
    command.add_argument("--code", required=True, help="mã đăng ký loại office_server / a code of kind office_server")
    command.add_argument("--name", default="", help="tên; mặc định là tên trong mã / otherwise the code's name")


def run(chosen: argparse.Namespace) -> int:
    """Joins and names the office."""
    application = Application(chosen.upstream, chosen.code, "office_server", chosen.name)
    with opened(chosen) as engine:
        node = join(engine, clock_from_environment(), application)
    print(f"{node.office}: {node.name}")
    return 0
