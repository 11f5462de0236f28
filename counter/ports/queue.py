"""What the queue desk asks of the office and of the server."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from counter.queue_desk.situation import Situation
from shared.domain.ticket import Ticket


@dataclass(frozen=True, slots=True)
class Claimed:
    """The server's answer to a call (kết quả gọi số): the ticket, or None when nobody waits."""

    ticket: Ticket | None


class QueuePort(Protocol):
    """Calls and everything that follows a call."""

    def situation(self) -> Situation:
        """The queue for this counter."""
        ...

    def take_claim(self, claimed: bytes) -> Claimed:
        """Takes the server's answer to a call into the journal."""
        ...

    def call_offline(self, key: str) -> Claimed:
        """Calls the next from what this machine knows; the event says so."""
        ...

    def call_by_slip(self, key: str, slip: str, *, sure: bool) -> Ticket:
        """Calls the number typed or scanned off a slip; one unknown here only when the officer is `sure`.

        Refusals `slip_unknown` (ask once more), `ticket_label_unreadable`, `token_unknown`, `not_waiting`, …
        """
        ...

    def serve_walk_in(self, key: str, line: str) -> Ticket:
        """Gives somebody who stands here without a number one of `line`, and serves them at once."""
        ...

    def recall(self) -> None:
        """Calls the ticket being served once more."""
        ...

    def absent(self) -> str:
        """The citizen did not come. Refusal before the minimum of calls and seconds.

        Like all that ends or interrupts a service it answers the name of the step, by which `undo` takes it back.
        """
        ...

    def park(self) -> str:
        """Puts the ticket being served aside; answers the name of the step."""
        ...

    def call_parked(self, ticket: str) -> None:
        """Calls a parked ticket back to this counter."""
        ...

    def transfer(self, line: str) -> str:
        """Sends the ticket being served on to another line; answers the name of the step."""
        ...

    def transfer_and_return(self, line: str) -> str:
        """The same; when it is done there it comes back to this counter, before all others."""
        ...

    def finish(self) -> str:
        """The service is over; the ticket goes back or on if it must. Answers the name of the step."""
        ...

    def undo_call(self) -> None:
        """Takes the call of the ticket being served back."""
        ...

    def undo(self, ticket: str, step: str) -> None:
        """Takes a step of a ticket back. Refusal when something has followed it, or somebody else is served here."""
        ...


class QueueLine(Protocol):
    """The line to the server, for the one act that several counters race for."""

    def claim(self, key: str) -> bytes | None:
        """Claims the next ticket; None when the server does not answer in 1.5 s. `key` is one per key press."""
        ...
