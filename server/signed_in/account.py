"""Who signs in with a browser (tài khoản): administrators, leaders, auditors. Officers at counters have no account."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Role = Literal["province_administrator", "office_administrator", "province_leader", "office_leader", "auditor"]

PROVINCE = ""
"""The scope of an account that acts for the whole province."""

PROVINCE_ROLES: tuple[Role, ...] = ("province_administrator", "province_leader", "auditor")
OFFICE_ROLES: tuple[Role, ...] = ("office_administrator", "office_leader", "auditor")
NEEDS_CODE: frozenset[Role] = frozenset({"province_administrator", "office_administrator"})
"""Roles that sign in with a one-time code besides the password; everybody else may choose to."""


@dataclass(frozen=True, slots=True)
class Account:
    """An account; `office` is the one that it acts in, "" for the whole province."""

    id: str
    sign_in: str
    name: str
    role: Role
    office: str

    @property
    def actor(self) -> str:
        """How events and audit name the person: by an id, never by a name."""
        return f"account:{self.id}"


def roles_at(office: str) -> tuple[Role, ...]:
    """The roles that an account of `office` ("" = the province) can have."""
    return OFFICE_ROLES if office else PROVINCE_ROLES
