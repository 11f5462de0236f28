"""A dossier and a consignment note of which a test says only what matters to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from shared.clock import HO_CHI_MINH
from shared.domain.consignment import Consignment
from shared.domain.dossier import Dossier

_AT = datetime(2026, 11, 23, 8, 0, tzinfo=HO_CHI_MINH)
_DOSSIER = Dossier(
    id="d",
    code="H99.99.01-261123-1001",
    token="T",
    procedure="1.004873",
    procedure_name="Xác nhận",
    field="Hộ tịch",
    channel="in_person",
    documents=(),
    sets=1,
    fee_vnd=0,
    return_way="one_stop",
    received_at=_AT,
    due_at=None,
    time_limit_text="",
    promise="",
    form_number=1,
    form_version="",
    counter="quay-1",
    received_by="staff-1",
    ticket=None,
    applicant=None,
)
_NOTE = Consignment(
    id="n",
    number="PG-261123-01001",
    purpose="application",
    post="buu-dien-mau",
    receiver="one_stop",
    procedure="1.004873",
    procedure_name="Xác nhận",
    field="Hộ tịch",
    documents=(),
    sets=1,
    return_way="one_stop",
    fee_vnd=0,
    receipt=None,
    tracking="",
    submitted_by="applicant",
    applicant=None,
    dossier=None,
    dossier_code="",
    made_by="staff-9",
    made_at=_AT,
    holder="buu-dien-mau",
    holder_kind="post",
)


def dossier_with(**changes: Any) -> Dossier:
    """A dossier received this morning at the office, with `changes`."""
    return replace(_DOSSIER, **changes)


def note_with(**changes: Any) -> Consignment:
    """A note made this morning at a point of the post, with `changes`."""
    return replace(_NOTE, **changes)
