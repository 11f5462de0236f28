"""Who may do what in the browser (quyền): one table of rights and roles; an account acts in its own scope only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from server.signed_in.account import PROVINCE, Account, Role

Right = Literal[
    "see_figures",
    "see_reports",
    "edit_offices",
    "edit_reference",
    "edit_staff",
    "enrol_devices",
    "revoke_devices",
    "edit_accounts",
    "edit_clients",
    "see_audit",
    "read_personal",
]

_ADMINISTRATORS: frozenset[Role] = frozenset({"province_administrator", "office_administrator"})
_OF_THE_PROVINCE: frozenset[Role] = frozenset({"province_administrator"})
_EVERYBODY: frozenset[Role] = _ADMINISTRATORS | {"province_leader", "office_leader", "auditor"}

RIGHTS: Mapping[Right, frozenset[Role]] = {
    "see_figures": _EVERYBODY,
    "see_reports": _EVERYBODY,
    "edit_offices": _OF_THE_PROVINCE,
    "edit_reference": _ADMINISTRATORS,
    "edit_staff": _ADMINISTRATORS,
    "enrol_devices": _ADMINISTRATORS,
    "revoke_devices": _ADMINISTRATORS,
    "edit_accounts": _ADMINISTRATORS,
    "edit_clients": _OF_THE_PROVINCE,
    "see_audit": _ADMINISTRATORS | {"auditor"},
    "read_personal": _ADMINISTRATORS,
}
"""Leaders and auditors see; only administrators change. An auditor sees who read personal data, never the data."""


def may(account: Account, right: Right, office: str = PROVINCE) -> bool:
    """Whether `account` has `right` in `office`, or in the whole province when that is ""."""
    return account.role in RIGHTS[right] and account.office in (PROVINCE, office)
