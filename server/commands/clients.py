"""`clients`: the programs of other systems that connect. A key is shown once, when it is made."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from server.administration.changes import COMMAND
from server.commands.options import add_command, opened
from server.connections.clients import (
    CLIENT_RIGHTS,
    WHOLE_PROVINCE,
    NewClient,
    add_client,
    all_clients,
    client_by_id,
    new_key,
    renew_key,
    revoke_client,
)
from server.offices import Offices
from server.upstream.gate import refuse_below_province
from shared.clock import clock_from_environment, local
from shared.failures import Refusal
from shared.journal.engine import failures_in_words
from shared.journal.journal import Writer

if TYPE_CHECKING:
    from server.commands.options import Subcommands


def add_to(commands: Subcommands) -> None:
    """Adds the command with its four parts."""
    about = "hệ thống kết nối / programs of other systems"
    parts = commands.add_parser("clients", help=about, description=about)
    each = parts.add_subparsers(required=True, metavar="PART")
    adding = add_command(each, "add", "thêm một hệ thống, in khóa một lần / add one; its key is printed once", run_add)
    adding.add_argument("id", metavar="ID", help="mã, ví dụ cong-dich-vu-cong / id, for example provincial-portal")
    adding.add_argument("--name", required=True, help="tên hệ thống / name")
    adding.add_argument(
        "--right",
        choices=CLIENT_RIGHTS,
        action="append",
        required=True,
        help="quyền, có thể lặp lại / right, repeatable",
    )
    adding.add_argument("--office", metavar="ID", help="chỉ cho một đơn vị / for one office only")
    add_command(each, "list", "danh sách / list them", run_list)
    renewing = add_command(
        each, "renew", "đổi khóa, in khóa mới một lần / replace a key; the new one is printed once", run_renew
    )
    renewing.add_argument("id", metavar="ID")
    revoking = add_command(each, "revoke", "thu hồi khóa, không hoàn lại được / revoke a key for good", run_revoke)
    revoking.add_argument("id", metavar="ID")


def run_add(chosen: argparse.Namespace) -> int:
    """Adds a program and prints its key."""
    key = new_key()
    with opened(chosen) as engine:
        offices = Offices(engine, clock_from_environment())
        refuse_below_province(offices.node)
        office = chosen.office or WHOLE_PROVINCE
        if office != WHOLE_PROVINCE and office not in offices.names():
            raise Refusal(
                "no_such_office", f"Máy chủ không có đơn vị {office}.", f"This server has no office called {office}."
            )
        with offices.journal(office).writing() as writer:
            add_client(writer, NewClient(chosen.id, office, chosen.name, chosen.right, COMMAND), key)
    print(key)
    return 0


def run_list(chosen: argparse.Namespace) -> int:
    """Prints a line a program: id, office or "*", rights, last use, "revoked" or "-", name."""
    with opened(chosen) as engine, failures_in_words(), engine.begin() as connection:
        for client in all_clients(connection):
            rights = ",".join(sorted(client.rights))
            revoked = "revoked" if client.revoked_at else "-"
            print("\t".join((client.id, client.office or "*", rights, _day(client.used_at), revoked, client.name)))
    return 0


def run_renew(chosen: argparse.Namespace) -> int:
    """Replaces a key and prints the new one; the old one is refused from the next request on."""
    key = new_key()
    _change(chosen, lambda writer: renew_key(writer, chosen.id, key, COMMAND))
    print(key)
    return 0


def run_revoke(chosen: argparse.Namespace) -> int:
    """Revokes a key; it is refused from the next request on."""
    _change(chosen, lambda writer: revoke_client(writer, chosen.id, COMMAND))
    return 0


def _change(chosen: argparse.Namespace, change: Callable[[Writer], object]) -> None:
    with opened(chosen) as engine:
        offices = Offices(engine, clock_from_environment())
        refuse_below_province(offices.node)
        with failures_in_words(), engine.begin() as connection:
            found = client_by_id(connection, chosen.id)
        with offices.journal(found.office).writing() as writer:
            change(writer)


def _day(instant: datetime | None) -> str:
    return f"{local(instant):%Y-%m-%d %H:%M}" if instant else "-"
