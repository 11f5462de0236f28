"""New identities: UUIDv7 for subjects and 128-bit tokens for the addresses behind QR codes. Randomness is injected."""

from __future__ import annotations

import secrets
from collections.abc import Callable

from shared.clock import Clock
from shared.domain.numbering import new_token, uuid7


class Identities:
    """Makes identities from the clock and a source of random bytes."""

    def __init__(self, clock: Clock, random_bytes: Callable[[int], bytes] = secrets.token_bytes) -> None:
        self._clock = clock
        self._random_bytes = random_bytes

    def subject(self) -> str:
        """A new UUIDv7 for a ticket, dossier, handover …"""
        return uuid7(int(self._clock.now().timestamp() * 1000), self._random_bytes(10))

    def token(self) -> str:
        """A new token: 128 random bits in base32 capitals."""
        return new_token(self._random_bytes(16))
