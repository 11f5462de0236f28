"""The public addresses printed as QR, and what a scan or typed text stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from shared.domain.office import Office

_ADDRESS = re.compile(r"/(?P<kind>[tdr])/(?P<token>[A-Z2-7]{26})/?(?:\?.*)?$")


@dataclass(frozen=True, slots=True)
class Address:
    """A public address: t follows a ticket, d tracks a dossier, r rates either."""

    kind: str
    token: str


def follow_url(office: Office, token: str) -> str:
    """Where a phone follows a ticket."""
    return f"{office.public_url}/t/{token}"


def track_url(office: Office, token: str) -> str:
    """Where a phone tracks a dossier."""
    return f"{office.public_url}/d/{token}"


def rate_url(office: Office, token: str) -> str:
    """Where a phone rates a visit or a dossier."""
    return f"{office.public_url}/r/{token}"


def read_address(text: str) -> Address | None:
    """The address in a scanned text (whatever its host, scanners differ in capitals), or None."""
    found = _ADDRESS.search(text.strip()) or _ADDRESS.search(_with_capital_token(text.strip()))
    return Address(found["kind"], found["token"]) if found else None


def _with_capital_token(text: str) -> str:
    head, slash, token = text.rstrip("/").rpartition("/")
    return f"{head.lower()}{slash}{token.upper()}"
