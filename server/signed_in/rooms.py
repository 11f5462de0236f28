"""The rooms that the top of every page leads to, each for those who have one of its rights."""

from __future__ import annotations

from dataclasses import dataclass

from server.signed_in.account import Account
from server.signed_in.rights import RIGHTS, Right

ACCOUNT_PATH = "/account"


@dataclass(frozen=True, slots=True)
class Room:
    """A tab: its address, and the rights of which one opens it. `name` is its word."""

    name: str
    path: str
    rights: tuple[Right, ...]


ROOMS = (
    Room("leadership", "/leadership", ("see_figures",)),
    Room("reports", "/reports", ("see_reports",)),
    Room("administration", "/administration", ("edit_offices", "edit_reference", "edit_staff", "enrol_devices")),
    Room("accounts", "/accounts", ("edit_accounts",)),
    Room("audit", "/audit", ("see_audit",)),
)


def rooms_of(account: Account) -> tuple[Room, ...]:
    """The rooms that are open to `account`."""
    return tuple(room for room in ROOMS if any(account.role in RIGHTS[right] for right in room.rights))


def first_page_of(account: Account) -> str:
    """Where somebody goes who has just signed in."""
    return next((room.path for room in rooms_of(account)), ACCOUNT_PATH)
