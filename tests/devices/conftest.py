"""A slip as the kiosk makes it, and printers that behave or do not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from shared.documents.ticket_slip import TicketSlip, render_ticket_slip
from tests.devices.fake_escpos import FakeEscpos

FOLLOW_URL = "https://motcua.example.vn/t/7Kq2xV9bTn4M"


@pytest.fixture(scope="session")
def slip_pdf() -> bytes:
    """A ticket slip of everyday length."""
    return render_ticket_slip(
        TicketSlip(
            office_name="Trung tâm Phục vụ hành chính công phường Hải Châu",
            label="A012",
            line_name_vi="Hộ tịch, chứng thực",
            line_name_en="Civil status, certification",
            people_ahead=7,
            wait_text_vi="15–25 phút",
            wait_text_en="15–25 min",
            issued_at=datetime(2026, 9, 8, 1, 5, tzinfo=UTC),
            follow_url=FOLLOW_URL,
        )
    )


@pytest.fixture
def fake() -> Iterator[FakeEscpos]:
    """A thermal printer in the network, ready."""
    with FakeEscpos() as printer:
        yield printer
