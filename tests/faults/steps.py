"""One step at the desk, as the fault tests do it again and again."""

from __future__ import annotations

from dataclasses import dataclass

from shared.domain.fact import Fact
from shared.journal.journal import Journal

OFFICE, DEVICE = "phuong-mau", "kiosk-1"


@dataclass(frozen=True, slots=True)
class Step:
    """A step that was acknowledged: the number taken and the hashes of its events."""

    number: int
    hashes: tuple[str, ...]


def take_number(journal: Journal, subject: str) -> Step:
    """Takes a number: the ticket is issued and called, with a personal record, in one transaction."""
    with journal.writing() as writer:
        number = writer.next_number("tickets", lambda last: (last or 0) + 1)
        issued = {
            "date": "2026-11-23",
            "line": "A",
            "number": number,
            "label": f"A{number:03}",
            "token": f"TOKEN{number}",
            "people_ahead": 0,
        }
        called = {"counter": "1", "desk": "d1", "key": subject, "mode": "offline"}
        facts = [Fact(subject, "ticket.issued", issued, {"note": "riêng"}), Fact(subject, "ticket.called", called)]
        events = writer.append("citizen", facts)
    return Step(number, tuple(event.hash for event in events))
