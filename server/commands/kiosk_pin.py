"""`kiosk-pin`: the PIN by which staff come behind a kiosk's screens. Only its argon2id hash is kept."""

from __future__ import annotations

import argparse
import getpass
import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from server.administration.changes import COMMAND, change
from server.commands.options import add_command, add_office, opened_office
from shared.actions.sign_in import hash_password
from shared.failures import Refusal

if TYPE_CHECKING:
    from server.commands.options import Subcommands

_PIN = re.compile(r"[0-9]{4,8}")


def add_to(commands: Subcommands) -> None:
    """Adds the command."""
    command = add_command(
        commands,
        "kiosk-pin",
        "đặt mã PIN cho cán bộ tại các máy lấy số; hỏi trên màn hình, hoặc đọc một dòng của đầu vào chuẩn / "
        "set the staff's PIN of the kiosks; asked for, or read from a line of standard input",
        run,
    )
    add_office(command)
    source = command.add_mutually_exclusive_group()
    source.add_argument("--pin-file", type=Path, metavar="FILE", help="đọc mã từ tệp / read it from a file")
    source.add_argument("--clear", action="store_true", help="xóa mã PIN / no PIN any more")


def run(chosen: argparse.Namespace) -> int:
    """Sets or clears the PIN; the kiosks know with their next pull."""
    pin_hash = "" if chosen.clear else hash_password(_checked(_read(chosen.pin_file)))
    with opened_office(chosen) as (offices, office), offices.journal(office).writing() as writer:
        later = change(
            writer,
            offices,
            COMMAND,
            "kiosk_pin_set",
            lambda known: replace(known, kiosks=replace(known.kiosks, pin_hash=pin_hash)),
        )
    done = "đã xóa mã PIN / the PIN is cleared" if chosen.clear else "đã đặt mã PIN / the PIN is set"
    print(f"{later.id}: {done}")
    return 0


def _read(file: Path | None) -> str:
    if file is not None:
        return _first_line(file)
    if sys.stdin.isatty():
        pin = getpass.getpass("PIN: ")
        if getpass.getpass("PIN, lần nữa / again: ") != pin:
            raise Refusal("pin_differs", "Hai lần nhập không giống nhau.", "The two were not the same.")
        return pin
    return sys.stdin.readline().strip()


def _first_line(file: Path) -> str:
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError) as problem:
        raise Refusal(
            "file_unreadable", f"Không đọc được tệp {file.name}.", f"The file {file.name} cannot be read."
        ) from problem
    return lines[0].strip() if lines else ""


def _checked(pin: str) -> str:
    if _PIN.fullmatch(pin) is None:
        raise Refusal("pin_invalid", "Mã PIN phải có từ bốn đến tám chữ số.", "The PIN must have four to eight digits.")
    return pin
