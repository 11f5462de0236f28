"""`staff`: who may sign in at the counters. Passwords and PINs are kept as argon2id hashes only."""

from __future__ import annotations

import argparse
import getpass
import re
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, get_args

from server.administration.changes import COMMAND, change
from server.administration.retiring import new_staff_id
from server.commands.options import add_command, add_office, opened_office
from shared.actions.sign_in import hash_password
from shared.domain.office import Office, Role, StaffMember, staff_by_sign_in
from shared.failures import Refusal

if TYPE_CHECKING:
    from server.commands.options import Subcommands

SHORTEST_PASSWORD = 10
_PIN = re.compile(r"[0-9]{6}")


def add_to(commands: Subcommands) -> None:
    """Adds the command with its two parts."""
    about = "cán bộ, nhân viên / the staff"
    parts = commands.add_parser("staff", help=about, description=about).add_subparsers(required=True, metavar="PART")
    listing = add_command(parts, "list", "danh sách / list them", run_list)
    add_office(listing)
    adding = add_command(
        parts,
        "add",
        "thêm một người; mật khẩu và mã PIN đọc từ hai dòng của đầu vào chuẩn / "
        "add somebody; password and PIN are asked for, or read from two lines of standard input",
        run_add,
    )
    add_office(adding)
    adding.add_argument("--sign-in", required=True, help="tên đăng nhập / name to sign in with")
    adding.add_argument("--name", required=True, help="họ và tên / full name")
    adding.add_argument("--role", choices=get_args(Role), required=True, help="vai trò / role")
    adding.add_argument(
        "--unit",
        help="mã đơn vị: phòng, điểm bưu chính, điểm tiếp nhận / id of the department, post point or reception point",
    )


def run_list(chosen: argparse.Namespace) -> int:
    """Prints a line a person: id, name to sign in with, role, unit, name."""
    with opened_office(chosen) as (offices, office), offices.journal(office).reading() as reader:
        for member in offices.reference(office).read(reader.connection).staff:
            print("\t".join((member.id, member.sign_in, member.role, member.unit or "-", member.name)))
    return 0


def run_add(chosen: argparse.Namespace) -> int:
    """Adds one person and prints the new id."""
    password, pin = _secrets()
    _check(password, pin)
    hashes = (hash_password(password), hash_password(pin))

    def add(office: Office) -> Office:
        if staff_by_sign_in(office, chosen.sign_in) is not None:
            raise Refusal(
                "sign_in_taken",
                f"Tên đăng nhập {chosen.sign_in} đã có người dùng.",
                f"Somebody signs in as {chosen.sign_in} already.",
            )
        return replace(office, staff=(*office.staff, _member(office, chosen, hashes)))

    with opened_office(chosen) as (offices, office), offices.journal(office).writing() as writer:
        later = change(writer, offices, COMMAND, "staff_added", add)
    print(later.staff[-1].id)
    return 0


def _member(office: Office, chosen: argparse.Namespace, hashes: tuple[str, str]) -> StaffMember:
    password_hash, pin_hash = hashes
    return StaffMember(
        id=new_staff_id(office),
        sign_in=chosen.sign_in.strip().casefold(),
        name=chosen.name.strip(),
        role=chosen.role,
        password_hash=password_hash,
        pin_hash=pin_hash,
        unit=chosen.unit,
    )


def _secrets() -> tuple[str, str]:
    if sys.stdin.isatty():
        return getpass.getpass("Mật khẩu / password: "), getpass.getpass("PIN: ")
    return sys.stdin.readline().rstrip("\n"), sys.stdin.readline().rstrip("\n")


def _check(password: str, pin: str) -> None:
    if len(password) < SHORTEST_PASSWORD:
        raise Refusal(
            "password_too_short",
            f"Mật khẩu phải có ít nhất {SHORTEST_PASSWORD} ký tự.",
            f"The password must have at least {SHORTEST_PASSWORD} characters.",
        )
    if _PIN.fullmatch(pin) is None:
        raise Refusal("pin_invalid", "Mã PIN phải có đúng sáu chữ số.", "The PIN must have exactly six digits.")
