"""`enrolment-code`: a one-time code that lets one device in."""

from __future__ import annotations

import argparse
from datetime import timedelta
from typing import TYPE_CHECKING

from server.administration.changes import COMMAND
from server.administration.devices import make_code
from server.commands.options import add_command, add_office, opened_office
from server.enrolment_codes import Invitation, new_code
from shared.replication.enrolment_messages import ENROLLED_KINDS

if TYPE_CHECKING:
    from server.commands.options import Subcommands

_HOURS = 24


def add_to(commands: Subcommands) -> None:
    """Adds the command."""
    command = add_command(commands, "enrolment-code", "cấp mã đăng ký thiết bị / make a code for a device", run)
    add_office(command)
    command.add_argument("--kind", choices=ENROLLED_KINDS, required=True, help="loại thiết bị / kind of device")
    command.add_argument("--name", required=True, help="tên thiết bị / name of the device")
    command.add_argument(
        "--hours", type=_hours, default=_HOURS, help=f"hiệu lực bao nhiêu giờ / valid for so many hours ({_HOURS})"
    )


def run(chosen: argparse.Namespace) -> int:
    """Prints the code and nothing else; the server keeps its hash only."""
    code = new_code()
    with opened_office(chosen) as (offices, office), offices.journal(office).writing() as writer:
        make_code(writer, COMMAND, code, Invitation(chosen.kind, chosen.name, timedelta(hours=chosen.hours)))
    print(code)
    return 0


def _hours(text: str) -> int:
    hours = int(text)
    if not 1 <= hours <= 24 * 365:
        raise ValueError(text)
    return hours
