"""`restore`: fills an empty database from a backup."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from server.commands.backup_key import KEY_FILE, install_key
from server.commands.options import add_command, opened, place_of
from server.copying import check_key, refuse_missing, restore
from server.operation.scan_mirror import mirror_scans
from shared.failures import EnvironmentFailure
from shared.journal.engine import disk_in_words

if TYPE_CHECKING:
    from server.commands.options import Subcommands


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
        help=f"khóa của bản sao lưu; mặc định {KEY_FILE} trong thư mục dữ liệu / "
        f"the backup's key; otherwise {KEY_FILE} of the data folder",
    )


def run(chosen: argparse.Namespace) -> int:
    """Restores and prints how many events there are; `verify` checks them.

    A data folder without a key gets that of the backup: the scans beside the backups are sealed with it.
    """
    data: Path = place_of(chosen).data
    refuse_missing(chosen.file)
    key = read_key(chosen.key or data / KEY_FILE)
    if not (data / KEY_FILE).exists() and not (data / "journal.db").exists():
        check_key(chosen.file, key)
        install_key(data, key)
    with opened(chosen) as engine:
        events = restore(chosen.file, key, engine)
    print(f"{events} sự kiện / events")
    scans = chosen.file.absolute().parent / "scans"
    if scans.is_dir() and read_key(data / KEY_FILE) == key:
        print(f"{_scans_back(scans, data)} mảnh bản quét / pieces of scans")
    return 0


def _scans_back(scans: Path, data: Path) -> int:
    try:
        return mirror_scans(scans, data / "scans")
    except OSError as problem:
        raise disk_in_words(problem) from problem


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
