"""Two planned appointments of a land dossier on a real database: received, notice given, duty shown, returned."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from shared.actions import appointments, hand_over
from shared.actions.act import act
from shared.actions.receive_dossier import receive_dossier
from shared.clock import HO_CHI_MINH, SetClock
from shared.domain import dossier
from shared.domain.dossier import ONE_STOP, Dossier, MarkResultReady
from shared.domain.office import Office
from shared.failures import Refusal
from shared.journal.dossier_queries import personal_records
from shared.journal.journal import Journal
from shared.journal.node import Node
from shared.journal.read_model import DOSSIERS, events_of
from shared.journal.verify import verify

from .conftest import reception_of

UNIT = "kinh-te"


@pytest.fixture
def land(journal: Journal, office: Office, node: Node) -> Dossier:
    """A change in the land register that the department has had since Monday morning."""
    reception = reception_of("1.013831", "Đơn đăng ký biến động")
    received = receive_dossier(journal, office, node, reception, "staff-1")
    offered = hand_over.offer(journal, node, giver=ONE_STOP, receiver=UNIT, dossiers=(received.id,), officer="staff-1")
    hand_over.accept(journal, offered.id, unit=UNIT, missing=(), extra=(), officer="staff-6")
    return received


def test_the_receipt_promises_both_and_dates_the_first(land: Dossier) -> None:
    assert land.due_at == datetime(2026, 12, 1, 10, 0, tzinfo=UTC)
    assert [each.due_at for each in land.appointments] == [land.due_at, None]
    assert "Hẹn lần 1" in land.time_limit_text
    assert "Hẹn lần 2 (trả kết quả): 03 ngày làm việc kể từ khi hoàn thành nghĩa vụ tài chính" in land.time_limit_text


def test_the_second_appointment_counts_from_the_day_the_duty_is_shown(
    journal: Journal, office: Office, land: Dossier, clock: SetClock
) -> None:
    clock.set(datetime(2026, 11, 26, 9, 0, tzinfo=HO_CHI_MINH))
    met = appointments.meet_appointment(journal, land.id, unit=UNIT, officer="staff-6")
    assert (met.stage, met.due_at) == ("awaiting_duty", None)
    clock.set(datetime(2027, 1, 14, 15, 30, tzinfo=HO_CHI_MINH))
    shown = appointments.show_duty(
        journal, office, land.id, unit=ONE_STOP, proof="Giấy nộp tiền 0001", officer="staff-1"
    )
    assert shown.due_at == datetime(2027, 1, 19, 10, 0, tzinfo=UTC)
    assert shown.promise == "Hẹn lần 2 (trả kết quả): 3 ngày làm việc"
    ready = act(journal, DOSSIERS, dossier.decide, land.id, MarkResultReady(UNIT, "granted"), "staff-6")
    assert [each.met_at is not None for each in ready.appointments] == [True, True]
    with journal.reading() as reader:
        assert verify(reader.connection, office.id).holds
        facts = [event for event in events_of(reader.connection, office.id, land.id) if "duty" in event.kind]
        assert personal_records(reader, [str(facts[0].personal)])[str(facts[0].personal)] == {
            "proof": "Giấy nộp tiền 0001"
        }
        assert b"0001" not in facts[0].body


def test_what_does_not_fit_is_refused_and_writes_nothing(journal: Journal, office: Office, land: Dossier) -> None:
    for deed, code in (
        (lambda: show(journal, office, land.id), "duty_not_awaited"),
        (lambda: show(journal, office, "nobody"), "no_such_dossier"),
        (lambda: appointments.meet_appointment(journal, land.id, unit="van-phong", officer="x"), "not_held_here"),
    ):
        with pytest.raises(Refusal) as refused:
            deed()
        assert refused.value.code == code
    with journal.reading() as reader:
        assert reader.state(DOSSIERS, land.id).conflicts == ()  # type: ignore[union-attr]  # it is there


def show(journal: Journal, office: Office, subject: str) -> Dossier:
    return appointments.show_duty(journal, office, subject, unit=ONE_STOP, proof="1", officer="staff-1")
