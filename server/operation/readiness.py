"""Whether this process wants more work: not before its database answers, and not once it has been told to end."""

from __future__ import annotations


class Readiness:
    """Told by the one who serves that the end has come; asked by whoever sends work here."""

    def __init__(self) -> None:
        self._leaving = False

    def leave(self) -> None:
        """From now on this process is not ready: others get the new requests."""
        self._leaving = True

    def is_leaving(self) -> bool:
        """Whether it is ending."""
        return self._leaving
