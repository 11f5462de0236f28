"""Events of the counter's newer kinds as a faulty or hostile device might write them: nothing stops, `verify` holds."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import func, select

from shared.domain.authority import ACT_OF_KIND
from shared.journal import tables
from shared.journal.event import Event, read_event
from shared.journal.journal import Journal
from shared.journal.read_model import PROJECTIONS
from tests.journal.facts import append, findings, issued, state_of, take_in
from tests.journal.test_hostile_events import FIELDS as OLDER_KINDS
from tests.journal.test_hostile_events import HOSTILE, body

PAPER = ["Tờ khai", 1, 0]
INSTANT = "2026-11-23T08:05:00+07:00"
PAPERS = ("dossier", "consignment", "delivery")
SIDES = {"giver": "one_stop", "receiver": "b", "giver_kind": "one_stop", "receiver_kind": "department"}
OF_A_PAPER: dict[str, dict[str, Any]] = {
    "sent": {"handover": "h", **SIDES},
    "taken": {"handover": "h", **SIDES, "damaged": True},
    "not_taken": {"handover": "h", **SIDES, "why": "missing"},
    "moved": {"handover": "h", "from": "one_stop", "to": "b", "to_kind": "department"},
    "lost": {"handover": "h", **SIDES},
}
FIELDS: dict[str, dict[str, Any]] = {
    **OLDER_KINDS,
    "dossier.supplement_requested": {"unit": "one_stop", "missing": ["Tờ khai"], "answer_by": INSTANT, "late": False},
    "dossier.supplement_taken": {
        "unit": "one_stop",
        "documents": [PAPER],
        "received_at": INSTANT,
        "due_at": INSTANT,
        "promise": "5 ngày làm việc",
    },
    "dossier.apologised": {"unit": "one_stop", "new_due_at": INSTANT, "late_notice": False},
    "dossier.stopped": {
        "unit": "one_stop",
        "requester": "applicant",
        "asked_by": "signed_request",
        "asked_at": INSTANT,
    },
    "dossier.refused": {"unit": "one_stop", "late": False},
    "dossier.closed_unanswered": {"unit": "one_stop"},
    "dossier.appointment_met": {"unit": "one_stop", "appointment": 0},
    "dossier.duty_shown": {"unit": "one_stop", "shown_at": INSTANT, "due_at": INSTANT, "promise": "3 ngày làm việc"},
    "dossier.coordination_asked": {
        "unit": "one_stop",
        "agency": "thue",
        "topic": "opinion",
        "working_days": 3,
        "answer_by": INSTANT,
    },
    "dossier.coordination_answered": {"unit": "one_stop", "agency": "thue", "answer": "given", "late": False},
    "dossier.reached_agency": {
        "unit": "one_stop",
        "agency": "ban",
        "reached_at": INSTANT,
        "due_at": INSTANT,
        "promise": "3 ngày làm việc",
        "late": False,
    },
    "dossier.agency_decided": {"unit": "one_stop", "agency": "ban", "outcome": "granted"},
    "dossier.result_ready": {"unit": "van-phong", "outcome": "granted"},
    **{f"{kind}.{step}": data for kind in PAPERS for step, data in OF_A_PAPER.items()},
    "handover.accepted": {
        "missing": [],
        "extra": [],
        "refused": [["d1", "damaged"]],
        "damaged": ["d1"],
        "counted_vnd": 9000,
        "on_paper": {
            **SIDES,
            "number": "BG-1",
            "dossiers": ["d1"],
            "consignments": [],
            "letters": [],
            "fees": [["d1", 9000]],
            "offered_by": "staff-1",
            "offered_at": INSTANT,
        },
    },
    "handover.difference_settled": {"kind": "missing", "item": "d1", "settled_as": "lost", "amount_vnd": 0},
    "consignment.made": {
        "number": "PG-1",
        "purpose": "application",
        "post": "buu-dien-mau",
        "receiver": "one_stop",
        "procedure": "1.001193",
        "procedure_name": "Khai sinh",
        "field": "Hộ tịch",
        "documents": [PAPER],
        "sets": 1,
        "return_way": "post",
        "fee_vnd": 9000,
        "receipt": ["01AB-26E", "0000012"],
        "tracking": "CA1",
        "submitted_by": "applicant",
        "dossier": None,
        "dossier_code": "",
    },
    "consignment.registered": {"dossier": "d", "code": "H-1"},
    "consignment.withdrawn": {},
    "consignment.given_back": {},
    "delivery.prepared": {
        "dossier": "d",
        "dossier_code": "H-1",
        "content": "result",
        "scope": "province",
        "tracking": "",
        "fee_vnd": 0,
        "unit": "one_stop",
    },
    "delivery.handed_to_post": {"post": "buu-dien-mau", "handover": "h", "due_at": INSTANT},
    "delivery.tracked": {"tracking": "CA1"},
    "delivery.attempted": {"post": "buu-dien-mau", "outcome": "absent"},
    "delivery.delivered": {"post": "buu-dien-mau", "recipient": "addressee", "identity_paper": "identity_card"},
    "delivery.given_up": {"post": "buu-dien-mau"},
    "delivery.came_back": {"handover": "h"},
    "delivery.withdrawn": {},
    "payment.carried": {"handover": "h"},
    "dossier.fee_taken": {"payment": "p", "amount_vnd": 9000, "due_vnd": 5000, "paid_before_vnd": 0},
    "dossier.fee_given_back": {"payment": "p", "amount_vnd": 9000},
    "dossier.conflict_settled": {"code": "fee_collected_twice", "choice": "accepted"},
    "payment.collected": {
        "dossier": "d",
        "dossier_code": "H-1",
        "procedure": "1.001193",
        "procedure_name": "Khai sinh",
        "amount_vnd": 9000,
        "due_vnd": 5000,
        "parts": [["Lệ phí", 9000, ""]],
        "way": "cash",
        "counter": "",
        "receipt": ["01AB-26E", "0000012"],
    },
    "payment.receipt_recorded": {"receipt": ["01AB-26E", "0000012"], "replaces": None},
    "payment.withdrawn": {},
    "attachment.added": {
        "dossier": "d",
        "content": "ab" * 32,
        "media_type": "application/pdf",
        "pages": 1,
        "size": 1341,
        "document": "Tờ khai",
    },
    "attachment.described": {"document": "Tờ khai"},
    "attachment.withdrawn": {},
    "attachment.put_back": {},
    "form.issued": {
        "form": "receipt",
        "dossier": "d",
        "year": 2026,
        "order": 100001,
        "version": ["01", "Giấy tiếp nhận", "Thông tư 03/2025/TT-VPCP", "2025-09-15"],
        "words": {"managing_body": "a", "office_name": "b", "place": "c", "procedure_name": "d", "unit": "one_stop"},
        "applicant": "ab" * 32,
        "reason": None,
    },
    "form.printed": {},
    "form.given_in_person": {},
    "calendar_day.set": {
        "date": "2026-12-24",
        "kind": "hours",
        "sessions": [["07:30", "11:30"]],
        "reason": "Tập huấn",
        "basis": "TB 1",
        "seen": 0,
    },
    "calendar_day.withdrawn": {"date": "2026-12-24", "seen": 1},
    "appointment.booked": {"code": "ABC234", "line": "A", "at": INSTANT, "date": "2026-11-23"},
    "machine.printer": {"name": "Kiosk", "printer": "ready"},
}
WORDS = {"papers": [PAPER], "requests": ["Tờ khai"], "received_at": INSTANT, "due_at": None, "new_due_at": None}
FIELDS["form.issued"]["words"].update(WORDS, asked_by=None, asked_at=None, stopped_at=None)
MORE: list[Any] = [
    *("９", "²", "1" * 5000, "07:30-11:30", "24:00", "25:99", "10000-01-01", "-1", "\u202e", "application/pdf"),
    *([["07:30", "11:30"], ["08:00", "09:00"]], [["11:30", "07:30"]], [[7, 11]], ["S", "²"], ["S", "1" * 5000]),
    *([["Lệ phí", 2**62, ""]], [["Lệ phí", 2**62, ""]] * 3, 2**31 - 1, 10**12, {"papers": None}, "2026-12-25"),
]
"""What the newer fields could choke on: figures that are no figures, hours that are none, sums that grow."""
WHOLE_LIFE = ("payment.collected", "attachment.added", "form.issued", "calendar_day.set", "dossier.received")


def hostile(seed: int, count: int) -> Iterator[Event]:
    """Events about a few subjects of each kind, so that what is hostile meets what has begun."""
    chance = random.Random(seed)
    kinds = list(FIELDS)
    for seq in range(1, count + 1):
        kind = chance.choice(WHOLE_LIFE) if seq % 4 == 0 else chance.choice(kinds)
        data = {
            name: chance.choice(HOSTILE + MORE) if chance.random() < 0.15 else value
            for name, value in FIELDS[kind].items()
            if chance.random() > 0.02
        }
        prefix = kind.partition(".")[0]
        subject = f"{prefix}-{chance.randrange(count // 12)}"
        if prefix == "calendar_day" and chance.random() < 0.8:
            subject = f"calendar_day-{data.get('date')}"
        if "\0" in subject or len(subject) > 200:
            subject = prefix
        time = chance.choice([INSTANT] * 6 + ["0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59.999999-23:59"])
        lamport = chance.randrange(1, 2 * count)
        yield read_event(body(seq=seq, kind=kind, data=data, time=time, subject=subject, lamport=lamport))


@pytest.mark.parametrize("seed", [1, 2])
def test_no_hostile_event_of_a_newer_kind_stops_what_comes_after_it(server: Journal, seed: int) -> None:
    events = list(hostile(seed, 400))
    for start in range(0, 400, 8):
        take_in(server, events[start : start + 8])
    with server.reading() as reader:
        assert reader.connection.execute(select(func.count()).select_from(tables.event)).scalar() == 400
    assert findings(server) == []
    append(server, issued("after"))
    assert state_of(server, "after") is not None


@pytest.mark.parametrize("kind", [kind for kind in FIELDS if kind not in OLDER_KINDS])
def test_each_field_of_a_newer_kind_may_hold_anything(server: Journal, kind: str) -> None:
    """One field at a time, on a subject of its own: a number too large for a column must not stop the office."""
    bodies = [{**FIELDS[kind], name: value} for name in FIELDS[kind] for value in (*HOSTILE, *MORE)] or [{}]
    prefix = kind.partition(".")[0]
    take_in(
        server,
        [
            read_event(body(seq=seq, kind=kind, data=data, subject=f"{prefix}-{seq}"))
            for seq, data in enumerate(bodies, start=1)
        ],
    )
    assert findings(server) == []


def test_every_kind_that_is_folded_is_tried() -> None:
    tried = {kind.partition(".")[0] for kind in FIELDS}
    assert tried - {"weather"} == set(PROJECTIONS)
    untried = {kind for kind in ACT_OF_KIND if kind not in FIELDS and not kind.startswith(("ticket.", "desk."))}
    assert untried <= {"handover.cancelled", "appointment.cancelled", "appointment.arrived"}


def test_hostile_events_are_json_as_any_other() -> None:
    assert all(json.loads(event.body) for event in hostile(7, 40))
