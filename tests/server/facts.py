"""Facts as kiosks and counters write them, for tests."""

from __future__ import annotations

import uuid

from shared.clock import SystemClock
from shared.domain.fact import Fact
from shared.domain.numbering import ticket_label
from shared.identities import Identities

_IDENTITIES = Identities(SystemClock())


def ticket_issued(number: int, line: str = "A", date: str = "2026-11-23", priority: str | None = None) -> Fact:
    """A ticket with a number of its own."""
    return Fact(
        str(uuid.uuid4()),
        "ticket.issued",
        {
            "date": date,
            "line": line,
            "number": number,
            "label": ticket_label(line, number),
            "token": _IDENTITIES.token(),
            "priority": priority,
            "procedure": None,
            "people_ahead": 0,
            "wait_low": None,
            "wait_high": None,
        },
    )


def dossier_received(ordinal: int, name: str = "Nguyễn Thị Thử") -> Fact:
    """A dossier whose applicant is a personal record."""
    return Fact(
        str(uuid.uuid4()),
        "dossier.received",
        {
            "code": f"H99.99.01-261123-{ordinal:04d}",
            "token": _IDENTITIES.token(),
            "procedure": "1.001193",
            "procedure_name": "Đăng ký khai sinh",
            "field": "Hộ tịch",
            "channel": "in_person",
            "documents": [["Tờ khai", 1, 0]],
            "sets": 1,
            "fee_vnd": 0,
            "return_way": "one_stop",
            "received_at": "2026-11-23T08:05:00+07:00",
            "due_at": "2026-11-24T17:00:00+07:00",
            "time_limit_text": "1 ngày làm việc",
            "promise": "1 ngày làm việc",
            "form_number": ordinal,
            "form_version": "01",
            "counter": "quay-1",
            "ticket": None,
        },
        {"name": name, "identity_number": "000000000000"},
    )


def rating_given(about_id: str) -> Fact:
    """A rating with a comment."""
    return Fact(
        str(uuid.uuid4()),
        "rating.given",
        {"about": "ticket", "about_id": about_id, "score": 3, "reasons": [], "channel": "kiosk"},
        {"comment": "Cảm ơn"},
    )
