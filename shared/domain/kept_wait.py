"""What became of the wait that a slip promised (mức độ giữ lời hẹn): one word for each ticket, for reports to count."""

from __future__ import annotations

from typing import Literal

from shared.domain.ticket import Ticket

KeptPromise = Literal["held", "sooner", "later", "unpromised", "stand_in"]
"""Waited as long as the slip said, less, more; the slip said nothing; no slip of its own, so that it counts nowhere."""


def seconds_waited(ticket: Ticket) -> int | None:
    """From the number to the first call of its ticket, whole seconds; None while nobody has called it.

    A clock that ran ahead gives no wait below nothing.
    """
    called = ticket.first_called_at
    return None if called is None else max(int((called - ticket.issued_at).total_seconds()), 0)


def kept_promise(ticket: Ticket) -> KeptPromise | None:
    """How the promise of `ticket` was kept; None while it waits for its first call."""
    if ticket.read_at and ticket.slip:
        return "stand_in"
    called, low, high = ticket.first_called_at, ticket.wait_low, ticket.wait_high
    if called is None:
        return None
    if low is None or high is None:
        return "unpromised"
    minutes = (called - ticket.issued_at).total_seconds() / 60
    if minutes < low:
        return "sooner"
    return "later" if minutes > high else "held"
