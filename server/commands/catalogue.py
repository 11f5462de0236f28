"""`catalogue import`: replaces the office's catalogue of procedures by that of a file, whole or not at all."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from server.administration.changes import COMMAND, change
from server.commands.init import read_json
from server.commands.options import add_command, add_office, opened_office
from shared.domain.procedures import catalogue_from_document

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
    importing.add_argument("file", metavar="FILE", type=Path)


def run(chosen: argparse.Namespace) -> int:
    """Imports the file and prints how many procedures the new version has."""
    procedures = catalogue_from_document(read_json(chosen.file))
    with opened_office(chosen) as (offices, office), offices.journal(office).writing() as writer:
        later = change(
            writer, offices, COMMAND, "catalogue_imported", lambda known: replace(known, procedures=procedures)
        )
    print(f"{office}: {len(procedures)} thủ tục, phiên bản {later.version} / procedures, version {later.version}")
    return 0
