"""Other agencies, on a real journal: what they sign on paper is recorded by this office, in one transaction each."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from shared.actions import agency_receipt, coordinate, hand_over
from shared.actions.issue_form import Issuing, issue_receipt
from shared.actions.receive_dossier import Reception, receive_dossier
from shared.clock import HO_CHI_MINH, SetClock
from shared.domain.dossier import ONE_STOP, Dossier
from shared.domain.handover import Handover
from shared.domain.office import Office
from shared.failures import Refusal
from shared.journal.deadline_queries import count_late_at_agencies
from shared.journal.dossier_queries import personal_records
from shared.journal.journal import Journal
from shared.journal.node import Node
from shared.journal.verify import verify
from tests.actions.journals import dossier_in

from .conftest import reception_of

ELSEWHERE, TAX, POINT = "phuong-ban", "thue-co-so-thu", "diem-tiep-nhan-ben-thu"
BIRTH = "1.001193"
"""A procedure of the field Hộ tịch, which the other ward decides for its own people."""
WEDNESDAY = datetime(2026, 11, 25, 9, 0, tzinfo=HO_CHI_MINH)


@pytest.fixture
def reception(office: Office) -> Reception:
    return replace(reception_of(_with_days(office), "Tờ khai"), competent=ELSEWHERE)


def _with_days(office: Office) -> str:
    """A procedure of Hộ tịch with a limit in working days."""
    return next(
        each.code
        for each in office.procedures
        if each.field == "Hộ tịch" and each.time_limit is not None and each.time_limit.unit == "working_day"
    )


@pytest.fixture
def received(journal: Journal, office: Office, node: Node, reception: Reception) -> Dossier:
    return receive_dossier(journal, office, node, reception, "staff-1")


def offered(journal: Journal, node: Node, office: Office, subject: str, receiver: str = ELSEWHERE) -> Handover:
    return hand_over.offer(
        journal, node, giver=ONE_STOP, receiver=receiver, dossiers=(subject,), officer="staff-1", office=office
    )


def test_form_01_of_a_dossier_from_elsewhere_promises_from_the_competent_agency_on(received: Dossier) -> None:
    assert received.due_at is None
    assert received.time_limit_text.endswith(
        "ngày làm việc, tính từ khi Trung tâm Phục vụ hành chính công phường Bản nhận được hồ sơ"
    )


def test_an_agency_that_does_not_decide_this_field_is_refused(
    journal: Journal, office: Office, node: Node, reception: Reception
) -> None:
    with pytest.raises(Refusal) as refusal:
        receive_dossier(journal, office, node, replace(reception, competent=TAX), "staff-1")
    assert refusal.value.code == "not_competent"


def test_the_agencys_signature_on_paper_starts_the_time_limit(
    journal: Journal, office: Office, node: Node, clock: SetClock, received: Dossier
) -> None:
    given = offered(journal, node, office, received.id)
    signed_at = clock.now() + timedelta(hours=2)
    clock.advance(timedelta(hours=5))
    taken = agency_receipt.record_receipt(
        journal, office, given.id, unit=ONE_STOP, officer="staff-1", name="Lý Văn Giả", at=signed_at
    )
    assert (taken.state, taken.receiver_kind, taken.accepted_by) == ("accepted", "agency", "staff-1")
    assert taken.receiver_outside is not None
    assert taken.receiver_outside.at == signed_at
    with journal.reading() as reader:
        assert personal_records(reader, [taken.receiver_outside.record or ""]) != {}
    found = dossier_in(journal, received.id)
    assert (found.holder, found.holder_kind, found.stage) == (ELSEWHERE, "agency", "processing")
    assert found.competent is not None
    assert (found.competent.reached_at, found.competent.late) == (signed_at, False)
    assert found.due_at is not None
    with journal.reading() as reader:
        assert verify(reader.connection, reader.office).holds


@pytest.mark.parametrize(
    ("unit", "name", "hours", "code"),
    [
        ("van-phong", "Lý Văn Giả", 1, "other_party"),
        (ONE_STOP, " ", 1, "no_signer"),
        (ONE_STOP, "Lý Văn Giả", -1, "signed_at_impossible"),
        (ONE_STOP, "Lý Văn Giả", 9, "signed_at_impossible"),
    ],
)
def test_a_receipt_on_paper_needs_the_giver_a_name_and_a_time_that_can_be(
    journal: Journal,
    office: Office,
    node: Node,
    clock: SetClock,
    received: Dossier,
    unit: str,
    name: str,
    hours: int,
    code: str,
) -> None:
    given = offered(journal, node, office, received.id)
    at = clock.now() + timedelta(hours=hours)
    clock.advance(timedelta(hours=3))
    with pytest.raises(Refusal) as refusal:
        agency_receipt.record_receipt(journal, office, given.id, unit=unit, officer="staff-1", name=name, at=at)
    assert refusal.value.code == code


def test_only_an_agency_without_a_machine_is_signed_for(
    journal: Journal, office: Office, node: Node, received: Dossier
) -> None:
    given = offered(journal, node, office, received.id, receiver="van-phong")
    with pytest.raises(Refusal) as refusal:
        agency_receipt.record_receipt(journal, office, given.id, unit=ONE_STOP, officer="staff-1", name="Lý Văn Giả")
    assert refusal.value.code == "signs_by_itself"


def test_the_result_comes_back_with_the_agencys_decision_in_one_transaction(
    journal: Journal, office: Office, node: Node, clock: SetClock, received: Dossier
) -> None:
    given = offered(journal, node, office, received.id)
    agency_receipt.record_receipt(journal, office, given.id, unit=ONE_STOP, officer="staff-1", name="Lý Văn Giả")
    clock.set(WEDNESDAY)
    back = agency_receipt.take_from_agency(
        journal, node, office, received.id, unit=ONE_STOP, officer="staff-2", name="Lý Văn Giả", outcome="granted"
    )
    assert (back.stage, back.holder, back.outcome) == ("result_at_counter", ONE_STOP, "granted")
    with journal.reading() as reader:
        assert verify(reader.connection, reader.office).holds


def test_nothing_is_taken_back_that_is_not_with_an_agency(
    journal: Journal, office: Office, node: Node, received: Dossier
) -> None:
    with pytest.raises(Refusal) as refusal:
        agency_receipt.take_from_agency(
            journal, node, office, received.id, unit=ONE_STOP, officer="staff-1", name="A", outcome=None
        )
    assert refusal.value.code == "not_with_agency"


def test_the_competent_agency_may_say_when_it_received_it(
    journal: Journal, office: Office, node: Node, clock: SetClock, received: Dossier
) -> None:
    at = clock.now()
    clock.advance(timedelta(hours=1))
    found = coordinate.reached_agency(journal, office, received.id, unit=ONE_STOP, reached_at=at, officer="staff-1")
    assert found.due_at is not None
    assert found.competent is not None
    assert found.competent.reached_at == at
    printed = issue_receipt(Issuing(journal, node, office), received.id, unit=ONE_STOP, officer="staff-1")
    assert printed.form.words.due_at == found.due_at


def test_form_01_is_given_anew_once_the_time_limit_counts(
    journal: Journal, office: Office, node: Node, clock: SetClock, received: Dossier
) -> None:
    at = Issuing(journal, node, office)
    first = issue_receipt(at, received.id, unit=ONE_STOP, officer="staff-1")
    clock.advance(timedelta(hours=1))
    coordinate.reached_agency(journal, office, received.id, unit=ONE_STOP, reached_at=clock.now(), officer="staff-1")
    again = issue_receipt(at, received.id, unit=ONE_STOP, officer="staff-1")
    assert (first.copy, again.copy) == (False, False)
    assert again.form.order != first.form.order
    assert again.form.words.due_at is not None


def test_a_late_agency_is_counted_until_it_answers(
    journal: Journal, office: Office, node: Node, clock: SetClock, reception: Reception
) -> None:
    found = receive_dossier(journal, office, node, replace(reception, competent=None), "staff-1")
    coordinate.ask_agency(
        journal,
        office,
        found.id,
        unit=ONE_STOP,
        agency=TAX,
        topic="verification",
        words="Nguyễn Thị Thử",
        working_days=1,
        officer="staff-1",
    )
    clock.set(WEDNESDAY)
    assert late(journal, clock) == 0, "the 24th is a holiday"
    clock.advance(timedelta(days=1))
    assert late(journal, clock) == 1
    answered = coordinate.agency_answered(
        journal, found.id, unit=ONE_STOP, agency=TAX, answer="given", officer="staff-2"
    )
    assert answered.coordinations[0].late
    assert late(journal, clock) == 0


def late(journal: Journal, clock: SetClock) -> int:
    with journal.reading() as reader:
        return count_late_at_agencies(reader, clock.now())


def test_only_agencies_and_departments_of_this_office_are_asked(
    journal: Journal, office: Office, received: Dossier
) -> None:
    with pytest.raises(Refusal) as refusal:
        coordinate.ask_agency(
            journal,
            office,
            received.id,
            unit=ONE_STOP,
            agency="buu-dien-mau",
            topic="opinion",
            words="",
            working_days=2,
            officer="staff-1",
        )
    assert refusal.value.code == "no_such_agency"


def test_a_reception_point_holds_what_it_has_received(
    journal: Journal, office: Office, node: Node, reception: Reception
) -> None:
    there = replace(reception, competent=None, unit=POINT, unit_kind="satellite", counter="")
    found = receive_dossier(journal, office, node, there, "staff-11")
    assert (found.holder, found.holder_kind, found.home, found.stage) == (POINT, "satellite", POINT, "received")
