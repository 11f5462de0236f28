"""`backup-key`: the key without which no backup can be read, onto paper for the safe, and back from it."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from server.commands.options import add_command, place_of
from server.operation.key_on_paper import LINES, key_from, lines_of
from shared.failures import EnvironmentFailure, Refusal
from shared.journal.database_key import database_key
from shared.journal.engine import disk_in_words

if TYPE_CHECKING:
    from server.commands.options import Subcommands

KEY_FILE = "journal.key"


def add_to(commands: Subcommands) -> None:
    """Adds the command."""
    command = add_command(
        commands,
        "backup-key",
        "in khóa của cơ sở dữ liệu để cất vào két, hoặc nhập lại / the database's key on paper, and back from it",
        run,
    )
    what = command.add_mutually_exclusive_group()
    what.add_argument("--paper", metavar="FILE", type=Path, help="tờ PDF có mã QR để in / a PDF with a QR to print")
    what.add_argument(
        "--enter", action="store_true", help=f"nhập {LINES} dòng từ bàn phím / read the {LINES} lines from the keyboard"
    )


def run(chosen: argparse.Namespace) -> int:
    """Prints the key, makes the paper, or writes the key that is typed into an empty data folder."""
    folder: Path = place_of(chosen).data
    if chosen.enter:
        install_key(folder, key_from(_typed()))
        print(f"{KEY_FILE}: đã ghi / written")
        return 0
    key = _known_key(folder)
    if chosen.paper:
        # Imported here: the typefaces are slow to read, and only the paper needs them.
        from server.operation.key_paper import key_paper

        _write_privately(chosen.paper, key_paper(key))
        print(f"{chosen.paper.name}: in ra, cất vào két rồi xóa tệp / print it, put it into the safe, delete the file")
    else:
        print("\n".join(lines_of(key)))
    return 0


def install_key(folder: Path, key: bytes) -> None:
    """Makes `key` that of the data folder `folder`, which has none. Refusal `key_exists`."""
    if (folder / KEY_FILE).exists() or (folder / "journal.db").exists():
        raise Refusal(
            "key_exists",
            f"Thư mục dữ liệu đã có khóa hoặc dữ liệu; không ghi đè. Hãy dùng một thư mục trống ({KEY_FILE}).",
            f"The data folder has a key or data already, which is never written over. Use an empty one ({KEY_FILE}).",
        )
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as problem:
        raise disk_in_words(problem) from problem
    _write_privately(folder / KEY_FILE, key.hex().encode("ascii"))


def _known_key(folder: Path) -> bytes:
    if not (folder / KEY_FILE).is_file():
        raise EnvironmentFailure(
            "key_missing",
            f"Thư mục dữ liệu không có khóa ({KEY_FILE}).",
            f"The data folder has no key ({KEY_FILE}).",
        )
    return database_key(folder)


def _typed() -> list[str]:
    lines: list[str] = []
    while len(lines) < LINES and (line := sys.stdin.readline()):
        if line.strip():
            lines.append(line)
    return lines


def _write_privately(file: Path, content: bytes) -> None:
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as opened:
            opened.write(content)
            opened.flush()
            os.fsync(opened.fileno())
    except FileExistsError:
        raise Refusal("file_exists", f"Tệp {file.name} đã có.", f"The file {file.name} is there already.") from None
    except OSError as problem:
        raise disk_in_words(problem) from problem
