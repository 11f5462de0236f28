"""`restore`: fills an empty database from a backup."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from server.commands.options import add_command, opened, place_of
from server.copying import restore
from shared.failures import EnvironmentFailure

if TYPE_CHECKING:
    from server.commands.options import Subcommands

_KEY_FILE = "journal.key"


def add_to(commands: Subcommands) -> None:
    """Adds the command."""
    command = add_command(
        commands, "restore", "khôi phục từ bản sao lưu vào cơ sở dữ liệu trống / restore a backup", run
    )
    command.add_argument("file", metavar="FILE", type=Path)
    command.add_argument(
        "--key",
        metavar="FILE",
        type=Path,
        help=f"khóa của bản sao lưu; mặc định {_KEY_FILE} trong thư mục dữ liệu / "
        f"the backup's key; otherwise {_KEY_FILE} of the data folder",
    )


def run(chosen: argparse.Namespace) -> int:
    """Restores and prints how many events there are; `verify` checks them."""
    key = read_key(chosen.key or place_of(chosen).data / _KEY_FILE)
    with opened(chosen) as engine:
        events = restore(chosen.file, key, engine)
    print(f"{events} sự kiện / events")
    return 0


def read_key(file: Path) -> bytes:
    """The 32-byte key in `file`. EnvironmentFailure `key_missing`."""
    try:
        key = bytes.fromhex(file.read_text(encoding="ascii"))
    except (OSError, ValueError) as problem:
        raise _key_missing() from problem
    if len(key) != 32:
        raise _key_missing()
    return key


def _key_missing() -> EnvironmentFailure:
    return EnvironmentFailure(
        "key_missing",
        "Không đọc được khóa của bản sao lưu. Hãy chỉ tệp khóa bằng --key.",
        "The backup's key cannot be read. Name its file with --key.",
    )
