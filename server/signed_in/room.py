"""Everything of this room, joined: signing in, one's own account, the accounts of others, the audit."""

from __future__ import annotations

from pathlib import Path

from server.offices import Offices
from server.signed_in.accounts_pages import AccountsPages
from server.signed_in.audit_pages import AuditPages
from server.signed_in.door import Door
from server.signed_in.own_account_pages import OwnAccountPages
from server.signed_in.passwords import Passwords
from server.signed_in.sealing import seal_at
from server.signed_in.sign_in import SignIn
from server.signed_in.sign_in_pages import SignInPages
from server.writing_lane import WritingLane

RoomPages = SignInPages | OwnAccountPages | AccountsPages | AuditPages


def signed_in_pages(offices: Offices, lane: WritingLane, door: Door, data: Path | None) -> tuple[RoomPages, ...]:
    """The pages, each with its `router()`. `data` is the folder in which the key of one-time codes may lie."""
    passwords = Passwords()
    sign_in = SignIn(offices, lane, seal_at(offices.engine, data), passwords)
    return (
        SignInPages(door, sign_in),
        OwnAccountPages(door, sign_in),
        AccountsPages(offices, lane, door, passwords),
        AuditPages(offices, lane, door),
    )
