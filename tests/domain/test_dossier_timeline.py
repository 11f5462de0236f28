"""What the timeline of a dossier says: a sentence for every kind of fact, in the order of the journal."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import shared.domain
from shared.domain.authority import ACT_OF_KIND
from shared.domain.dossier_timeline import TimelineEntry, has_sentence, timeline
from shared.domain.fact import Recorded
from shared.domain.office_names import office_names
from shared.domain.timeline_agency_words import AGENCY_SENTENCES
from shared.domain.timeline_ticket_words import TICKET_SENTENCES
from shared.domain.timeline_words import SENTENCES, UNREADABLE
from shared.qt.icons import has_icon
from tests.staffed import staffed_ward

NAMES = office_names(staffed_ward())
EIGHT = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
OF_A_DOSSIER = ("dossier", "handover", "consignment", "delivery", "payment", "form", "attachment", "ticket", "rating")
"""Whose facts stand in the timeline of a dossier."""

DATA: dict[str, dict[str, object]] = {
    "dossier.received": {"channel": "in_person", "due_at": "2026-11-25T10:00:00+00:00", "counter": "quay-1"},
    "dossier.sent": {"handover": "h1", "giver": "one_stop", "receiver": "van-phong"},
    "dossier.taken": {"handover": "h1"},
    "dossier.not_taken": {"handover": "h1"},
    "dossier.moved": {"handover": "h1", "from": "one_stop", "to": "van-phong"},
    "consignment.made": {"number": "PG-1"},
    "consignment.sent": {"handover": "h1", "giver": "buu-dien-mau", "receiver": "one_stop"},
    "consignment.not_taken": {"handover": "h1", "why": "seal_broken"},
    "consignment.moved": {"handover": "h1", "from": "buu-dien-mau", "to": "one_stop"},
    "delivery.sent": {"handover": "h1", "giver": "one_stop", "receiver": "buu-dien-mau"},
    "delivery.not_taken": {"handover": "h1", "why": "missing"},
    "delivery.moved": {"handover": "h1", "from": "one_stop", "to": "buu-dien-mau"},
    "delivery.attempted": {"outcome": "absent"},
    "dossier.supplement_requested": {"unit": "van-phong", "missing": ["Bản sao"], "answer_by": EIGHT.isoformat()},
    "dossier.supplement_taken": {"due_at": EIGHT.isoformat()},
    "dossier.apologised": {"new_due_at": EIGHT.isoformat(), "late_notice": True},
    "dossier.appointment_met": {"appointment": 0},
    "dossier.duty_shown": {"due_at": None},
    "dossier.coordination_asked": {"agency": "thue-co-so-thu", "topic": "opinion", "answer_by": EIGHT.isoformat()},
    "dossier.coordination_answered": {"agency": "thue-co-so-thu", "answer": "given", "late": True},
    "dossier.reached_agency": {"agency": "phuong-ban", "reached_at": EIGHT.isoformat(), "due_at": EIGHT.isoformat()},
    "dossier.agency_decided": {"agency": "phuong-ban", "outcome": "granted"},
    "dossier.stopped": {"asked_by": "portal"},
    "dossier.result_ready": {"outcome": "granted"},
    "dossier.returned": {"collector": "authorised", "receipt_lost": True},
    "dossier.fee_taken": {"amount_vnd": 8000},
    "dossier.fee_given_back": {"amount_vnd": 8000},
    "payment.collected": {"amount_vnd": 1_008_000, "way": "cash"},
    "payment.receipt_recorded": {"receipt": ["01AB", "0000012"]},
    "form.issued": {"form": "receipt", "order": 12, "year": 2026},
    "attachment.added": {"document": "Giấy khai sinh", "pages": 3},
    "attachment.described": {"document": "Giấy khai sinh"},
    "ticket.issued": {"label": "A001"},
    "ticket.called": {"counter": "quay-1"},
}


def recorded(kind: str, lamport: int = 1, data: dict[str, object] | None = None, subject: str = "d1") -> Recorded:
    return Recorded(
        subject=subject,
        kind=kind,
        data=DATA.get(kind, {}) if data is None else data,
        personal="hash",
        actor="staff-1",
        device="counter-1",
        device_time=EIGHT + timedelta(minutes=lamport),
        order=(lamport, "counter-1", 1, lamport),
    )


def entry(kind: str, data: dict[str, object] | None = None) -> TimelineEntry:
    return timeline([recorded(kind, data=data)], NAMES)[0]


def kinds_in_the_domain() -> set[str]:
    """Every kind that stands anywhere in the domain's own files, and those of the table of acts."""
    folder = Path(next(iter(shared.domain.__path__)))
    written = re.compile(r'"((?:' + "|".join(OF_A_DOSSIER) + r')\.[a-z_]+)"')
    ours = {"timeline_words.py", "timeline_agency_words.py", "timeline_ticket_words.py", "dossier_timeline.py"}
    found = {
        kind
        for file in folder.glob("*.py")
        if file.name not in ours
        for kind in written.findall(file.read_text(encoding="utf-8"))
    }
    return found | {kind for kind in ACT_OF_KIND if kind.partition(".")[0] in OF_A_DOSSIER}


def test_every_kind_that_the_domain_knows_has_a_sentence() -> None:
    found = kinds_in_the_domain()
    assert {"dossier.received", "handover.offered", "payment.collected", "ticket.called"} <= found
    assert sorted(kind for kind in found if not has_sentence(kind)) == []


@pytest.mark.parametrize("kind", sorted({**SENTENCES, **AGENCY_SENTENCES, **TICKET_SENTENCES}))
def test_every_sentence_is_said_in_both_languages_beside_an_icon(kind: str) -> None:
    said = entry(kind)
    assert said.words != UNREADABLE, "DATA lacks what this kind says"
    assert said.words.vi
    assert said.words.en
    assert said.words.vi != said.words.en
    assert has_icon(said.icon)


def test_who_and_where_stand_beside_what() -> None:
    said = entry("dossier.received")
    assert said.who == NAMES.staff["staff-1"]
    assert said.where.vi == "Quầy 1"
    assert said.words.vi == "Tiếp nhận hồ sơ (nộp trực tiếp), hẹn trả 17:00 ngày 25/11/2026"
    assert said.words.en == "Received (handed in at the counter), promised for 17:00 on 25 Nov 2026"
    assert entry("dossier.result_ready").where.en == "the one-stop office", "the unit of whoever recorded it"


def test_nobody_is_told_who_rated_or_how() -> None:
    facts = [
        recorded("rating.given", data={"score": score, "about": "dossier", "channel": "kiosk"}) for score in (1, 3)
    ]
    first, second = timeline(facts, NAMES)
    assert first == second
    assert (first.who, first.where.vi, first.words.vi) == ("", "", "Người dân đã đánh giá")


def test_a_kind_that_this_version_does_not_know_says_nothing_of_what_is_in_it() -> None:
    said = entry("dossier.something_new", {"note": "Nguyễn Thị Mẫu", "counter": "quay-1"})
    assert (said.words.vi, said.who, said.where.vi) == ("Sự việc khác", "", "")


@pytest.mark.parametrize("data", [{}, {"channel": "by pigeon", "due_at": None}, {"channel": 3}])
def test_a_fact_that_cannot_be_read_is_told_as_that(data: dict[str, object]) -> None:
    assert entry("dossier.received", data).words == UNREADABLE


def test_what_arrived_late_stands_where_it_belongs() -> None:
    facts = [recorded("dossier.returned", 9), recorded("dossier.received", 1), recorded("dossier.result_ready", 5)]
    assert [each.kind for each in timeline(facts, NAMES)] == [
        "dossier.received",
        "dossier.result_ready",
        "dossier.returned",
    ]


def test_a_handover_is_told_once_with_its_number() -> None:
    offered = recorded("handover.offered", 1, {"number": "BG-0007"}, subject="h1")
    facts = [
        offered,
        recorded("dossier.sent", 2),
        recorded("handover.accepted", 3, {}, "h1"),
        recorded("dossier.taken", 4),
    ]
    said = timeline(facts, NAMES)
    assert [each.kind for each in said] == ["dossier.sent", "dossier.taken"]
    assert all("BG-0007" in each.words.vi for each in said)


@pytest.mark.parametrize(
    ("closed", "words"), [("handover.cancelled", "hủy bàn giao"), ("handover.accepted", "không thấy hồ sơ này")]
)
def test_a_dossier_that_was_not_taken_was_missing_or_the_handover_cancelled(closed: str, words: str) -> None:
    facts = [recorded(closed, 1, {}, "h1"), recorded("dossier.not_taken", 2)]
    assert words in timeline(facts, NAMES)[-1].words.vi


def test_a_payment_is_told_once() -> None:
    taken = recorded("dossier.fee_taken", 2, {"payment": "p1", "amount_vnd": 8000})
    assert [each.kind for each in timeline([taken], NAMES)] == ["dossier.fee_taken"]
    both = timeline([recorded("payment.collected", 1, subject="p1"), taken], NAMES)
    assert [each.kind for each in both] == ["payment.collected"]
    assert both[0].words.vi == "Thu 1.008.000 đ (tiền mặt)"
