"""`accounts`: who may sign in with a browser. Also how the first administrator of a new server comes about."""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, get_args

from server.administration.changes import COMMAND
from server.commands.options import add_command, add_office, opened
from server.offices import Offices
from server.signed_in.account import PROVINCE, Account, Role
from server.signed_in.account_changes import add_account, disable_account, enable_account, reset_account
from server.signed_in.account_store import StoredAccount, account_by_sign_in, accounts_in
from server.signed_in.passwords import check_password, hash_password, start_password
from shared.clock import clock_from_environment
from shared.failures import Refusal
from shared.journal.journal import Writer

if TYPE_CHECKING:
    from server.commands.options import Run, Subcommands


def add_to(commands: Subcommands) -> None:
    """Adds the command with its parts."""
    about = "tài khoản đăng nhập bằng trình duyệt / accounts that sign in with a browser"
    parts = commands.add_parser("accounts", help=about, description=about).add_subparsers(required=True, metavar="PART")
    add_office(add_command(parts, "list", "danh sách / list them", run_list))
    adding = add_command(
        parts,
        "add",
        "thêm một tài khoản; không có --office là toàn tỉnh; mật khẩu đọc từ hai dòng giống nhau của đầu vào chuẩn / "
        "add one; without --office it acts in the whole province; the password is asked for twice, or read from two "
        "equal lines of standard input",
        run_add,
    )
    add_office(adding)
    adding.add_argument("--sign-in", required=True, help="tên đăng nhập / name to sign in with")
    adding.add_argument("--name", required=True, help="họ và tên / full name")
    adding.add_argument("--role", choices=get_args(Role), required=True, help="vai trò / role")
    _add_one(parts, "disable", "khóa / let nobody in with it", run_disable)
    _add_one(parts, "enable", "mở lại / let the person in again", run_enable)
    _add_one(
        parts,
        "reset",
        "in mật khẩu ban đầu mới, quên mã xác thực / print a new start password, forget the one-time codes",
        run_reset,
    )


def _add_one(parts: Subcommands, name: str, about: str, run: Run) -> None:
    add_command(parts, name, about, run).add_argument("sign_in", help="tên đăng nhập / name to sign in with")


def run_list(chosen: argparse.Namespace) -> int:
    """Prints a line an account: name to sign in with, role, office ("-" = the province), state, name."""
    with _offices(chosen) as offices, offices.journal(PROVINCE).reading() as reader:
        now = offices.clock.now()
        for stored in accounts_in(reader.connection, chosen.office):
            each = stored.account
            print("\t".join((each.sign_in, each.role, each.office or "-", _state(stored, now), each.name)))
    return 0


def run_add(chosen: argparse.Namespace) -> int:
    """Adds one account and prints its id."""
    password, again = _passwords()
    check_password(password, again, chosen.sign_in.strip().casefold())
    password_hash = hash_password(password)
    with _offices(chosen) as offices:
        office = chosen.office or PROVINCE
        if office and office not in offices.names():
            raise Refusal(
                "no_such_office", f"Máy chủ không có đơn vị {office}.", f"This server has no office {office}."
            )
        account = Account(offices.identities.subject(), chosen.sign_in, chosen.name, chosen.role, office)
        with offices.journal(office).writing() as writer:
            print(add_account(writer, COMMAND, account, password_hash, None).id)
    return 0


def run_disable(chosen: argparse.Namespace) -> int:
    """Lets nobody in with it."""
    return _change(chosen, lambda writer, account: disable_account(writer, COMMAND, account))


def run_enable(chosen: argparse.Namespace) -> int:
    """Lets the person in again."""
    return _change(chosen, lambda writer, account: enable_account(writer, COMMAND, account))


def run_reset(chosen: argparse.Namespace) -> int:
    """Prints a new start password."""
    password = start_password()
    password_hash = hash_password(password)
    _change(chosen, lambda writer, account: reset_account(writer, COMMAND, account, password_hash))
    print(password)
    return 0


def _change(chosen: argparse.Namespace, change: Callable[[Writer, str], StoredAccount]) -> int:
    with _offices(chosen) as offices:
        with offices.journal(PROVINCE).reading() as reader:
            stored = account_by_sign_in(reader.connection, chosen.sign_in)
        if stored is None:
            raise Refusal(
                "no_such_account",
                "Không có tài khoản nào mang tên đăng nhập này. Xem: accounts list.",
                "There is no account with this name to sign in with. See: accounts list.",
            )
        with offices.journal(stored.account.office).writing() as writer:
            change(writer, stored.account.id)
    return 0


@contextmanager
def _offices(chosen: argparse.Namespace) -> Iterator[Offices]:
    with opened(chosen) as engine:
        yield Offices(engine, clock_from_environment())


def _state(stored: StoredAccount, now: datetime) -> str:
    if stored.disabled_at is not None:
        return "đã khóa / disabled"
    if stored.is_locked(now):
        return "tạm khóa / locked"
    return "chờ đăng nhập lần đầu / to sign in first" if stored.start_until is not None else "đang dùng / in use"


def _passwords() -> tuple[str, str]:
    if sys.stdin.isatty():
        return getpass.getpass("Mật khẩu / password: "), getpass.getpass("Nhập lại / again: ")
    return sys.stdin.readline().rstrip("\n"), sys.stdin.readline().rstrip("\n")
