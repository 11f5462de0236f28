"""`backup`: everything in one encrypted file, while the server goes on serving."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from server.commands.options import add_command, opened, place_of
from server.copying import back_up
from shared.journal.database_key import database_key

if TYPE_CHECKING:
    from server.commands.options import Subcommands


def add_to(commands: Subcommands) -> None:
    """Adds the command."""
    command = add_command(
        commands,
        "backup",
        "sao lưu vào một tệp mã hóa; giữ khóa journal.key ở nơi khác / "
        "back up into one encrypted file; keep the key journal.key in another place",
        run,
    )
    command.add_argument("file", metavar="FILE", type=Path)


def run(chosen: argparse.Namespace) -> int:
    """Backs up and prints how many events the file holds."""
    with opened(chosen) as engine:
        events = back_up(engine, chosen.file, database_key(place_of(chosen).data))
    print(f"{chosen.file.name}: {events} sự kiện / events")
    if (place_of(chosen).data / "scans").is_dir():
        print("Hãy chép thêm thư mục scans / copy the folder scans as well: bản quét / the scans")
    return 0
