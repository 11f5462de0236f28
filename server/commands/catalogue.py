"""`catalogue import`: puts the catalogue of a file in force from a day on, whole or not at all.

What was in force before stays in the catalogue with its last day: dossiers were received under it.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from server.administration.catalogue import take_over
from server.administration.changes import COMMAND, change
from server.administration.dated import refuse_past
from server.commands.init import read_json
from server.commands.options import add_command, add_office, opened_office
from shared.clock import business_date
from shared.domain.office import Office
from shared.domain.procedures import catalogue_from_document
from shared.failures import Refusal

if TYPE_CHECKING:
    from server.commands.options import Subcommands


def add_to(commands: Subcommands) -> None:
    """Adds the command."""
    about = "danh mục thủ tục hành chính / the catalogue of procedures"
    parts = commands.add_parser("catalogue", help=about, description=about).add_subparsers(
        required=True, metavar="PART"
    )
    importing = add_command(parts, "import", "thay danh mục bằng một tệp JSON / take the catalogue of a file", run)
    add_office(importing)
    importing.add_argument(
        "--from",
        dest="first",
        metavar="DATE",
        type=date.fromisoformat,
        help="từ ngày, mặc định hôm nay / from, or today",
    )
    importing.add_argument("file", metavar="FILE", type=Path)


def run(chosen: argparse.Namespace) -> int:
    """Imports the file and prints how many procedures it has.

    Refusals `catalogue_empty`, `past_day`, and those of `change`.
    """
    procedures = catalogue_from_document(read_json(chosen.file))
    if not procedures:
        raise Refusal(
            "catalogue_empty",
            "Tệp không có thủ tục nào; danh mục của đơn vị vẫn như cũ. Hãy kiểm tra lại tệp.",
            "The file has no procedures; the office's catalogue is as it was. Check the file.",
        )
    with opened_office(chosen) as (offices, office), offices.journal(office).writing() as writer:
        today = business_date(writer.now)
        day = chosen.first or today
        refuse_past(day, today)

        def edit(known: Office) -> Office:
            return replace(known, procedures=take_over(known.procedures, procedures, day).procedures)

        later = change(writer, offices, COMMAND, "catalogue_imported", edit)
    print(f"{office}: {len(procedures)} thủ tục, phiên bản {later.version} / procedures, version {later.version}")
    return 0
