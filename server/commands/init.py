"""`init`: sets an office up, from the sample ward or from the office's own document."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from server.commands.options import add_command, opened
from server.setting_up import refuse_known_office, sample_office, set_up, with_sample_staff
from shared.clock import clock_from_environment
from shared.domain.office import Office, office_from_document
from shared.failures import Refusal

if TYPE_CHECKING:
    from server.commands.options import Subcommands


def add_to(commands: Subcommands) -> None:
    """Adds the command."""
    command = add_command(commands, "init", "thiết lập một đơn vị / set an office up", run)
    source = command.add_mutually_exclusive_group(required=True)
    source.add_argument(
        "--sample", action="store_true", help="phường Mẫu, kèm cán bộ và lịch năm 2026 / the sample ward with its staff"
    )
    source.add_argument(
        "--from", dest="document", metavar="FILE", type=Path, help="tài liệu của đơn vị (JSON) / the office's document"
    )


def run(chosen: argparse.Namespace) -> int:
    """Sets the office up and names it."""
    office = sample_office() if chosen.sample else read_office(chosen.document)
    with opened(chosen) as engine:
        refuse_known_office(engine, office)
        whole = with_sample_staff(office) if chosen.sample else office
        set_up(engine, clock_from_environment(), whole)
    print(f"{office.id}: {office.name}")
    return 0


def read_office(path: Path) -> Office:
    """The office in a file. Refusal `file_unreadable`, `office_invalid`, `catalogue_invalid`."""
    return office_from_document(read_json(path))


def read_json(path: Path) -> object:
    """The JSON in a file. Refusal `file_unreadable`."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as problem:
        raise Refusal(
            "file_unreadable",
            f"Không đọc được tệp {path.name}: tệp không có hoặc không phải JSON.",
            f"The file {path.name} cannot be read: it is not there or is no JSON.",
        ) from problem
