"""`backup-round`: one backup into a folder of them, checked and rotated; for `serve --backups` and for timers."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from server.commands.options import add_command, place_of
from server.commands.serve_options import add_kept, backup_settings, seconds_of
from server.operation.backup_round import make_backup
from shared.clock import clock_from_environment
from shared.failures import Refusal

if TYPE_CHECKING:
    from server.commands.options import Subcommands

_NICENESS = 10


def add_to(commands: Subcommands) -> None:
    """Adds the command."""
    command = add_command(
        commands,
        "backup-round",
        "sao lưu có kiểm tra, giữ các bản mới nhất / make a checked backup in a folder of them",
        run,
    )
    command.add_argument("--backups", metavar="DIR", type=Path, required=True, help="thư mục sao lưu / the folder")
    command.add_argument(
        "--backup-every", metavar="TIME", default="0s", help="không làm nếu bản cuối còn mới hơn / unless one is newer"
    )
    add_kept(command)


def run(chosen: argparse.Namespace) -> int:
    """Makes the backup and says what it holds; 1 and a sentence when it could not be made."""
    place = place_of(chosen)
    if place.database_url:
        raise not_for_postgresql()
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    settings = backup_settings(chosen, seconds_of("--backup-every", chosen.backup_every))
    state = make_backup(place.data, settings, clock_from_environment().now())
    if state.failed:
        print(f"{state.vi} / {state.en}", file=sys.stderr)
        return 1
    if state.good:
        print(f"{state.good.file}: {state.good.events} sự kiện / events")
    return 0


def not_for_postgresql() -> Refusal:
    """Why the server makes no backups of PostgreSQL by itself."""
    return Refusal(
        "backups_of_postgresql",
        "Với PostgreSQL hãy dùng pg_basebackup cùng lưu WAL, hoặc lệnh motcua-server backup FILE.",
        "With PostgreSQL use pg_basebackup and WAL archiving, or the command motcua-server backup FILE.",
    )
