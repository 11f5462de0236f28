"""`oversteps`: what was written on a device by somebody whose role does not include it."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from server.commands.options import add_command, add_office, opened_office
from server.oversteps import Overstep, noted_oversteps
from shared.clock import local
from shared.domain.office import Office, staff_by_id

if TYPE_CHECKING:
    from server.commands.options import Subcommands


def add_to(commands: Subcommands) -> None:
    """Adds the command."""
    command = add_command(
        commands,
        "oversteps",
        "việc do người không có thẩm quyền ghi trên máy / what somebody wrote beyond their role",
        run,
    )
    add_office(command)
    command.add_argument("--json", action="store_true", help="cho chương trình khác đọc / for other programs")


def run(chosen: argparse.Namespace) -> int:
    """Prints a line an event, the latest first, or the same as JSON."""
    with opened_office(chosen) as (offices, office), offices.journal(office).reading() as reader:
        found = noted_oversteps(reader)
        known = offices.reference(office).read(reader.connection)
    if chosen.json:
        print(json.dumps([_json(each) for each in found], ensure_ascii=False, indent=1))
    elif found:
        print("\n".join(_line(each, known) for each in found))
    else:
        print("Không có việc nào vượt thẩm quyền. / Nobody has gone beyond their role.")
    return 0


def _line(overstep: Overstep, office: Office) -> str:
    member = staff_by_id(office, overstep.actor)
    who = member.sign_in if member else overstep.actor
    written = local(overstep.written_at)
    return f"{written:%d/%m/%Y %H:%M}  {overstep.device}  {who}  {overstep.kind}  ({overstep.act})"


def _json(overstep: Overstep) -> dict[str, object]:
    instants = {name: getattr(overstep, name).isoformat() for name in ("written_at", "noticed_at")}
    return asdict(overstep) | instants
