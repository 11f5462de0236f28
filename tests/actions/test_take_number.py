from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, select

from shared.actions.act import act
from shared.actions.call_next import ClaimRule, Press, call_offline
from shared.actions.report_machine import report_printer
from shared.actions.take_number import NumberRequest, book_appointment, check_in, take_number
from shared.clock import HO_CHI_MINH, SetClock
from shared.domain import appointment, desk, ticket
from shared.domain.office import Office
from shared.failures import Refusal
from shared.journal import tables
from shared.journal.event import read_event
from shared.journal.journal import Journal
from shared.journal.node import Node
from shared.journal.queue_queries import ticket_by_label
from shared.journal.read_model import DESKS, TICKETS

from .conftest import MakeJournal


def test_numbers_of_a_line_follow_each_other_and_know_who_is_ahead(
    journal: Journal, office: Office, node: Node
) -> None:
    first = take_number(journal, office, node, NumberRequest("j1", "A"))
    second = take_number(journal, office, node, NumberRequest("j2", "A"))
    other = take_number(journal, office, node, NumberRequest("j3", "B"))
    assert [first.label, second.label, other.label] == ["A001", "A002", "B001"]
    assert [first.people_ahead, second.people_ahead, other.people_ahead] == [0, 1, 0]
    assert len({first.token, second.token, other.token}) == 3


def test_one_journey_gets_one_number_however_often_it_asks(journal: Journal, office: Office, node: Node) -> None:
    tickets = [take_number(journal, office, node, NumberRequest("j1", "A")) for _ in range(3)]
    assert tickets[0] == tickets[1] == tickets[2]
    with journal.reading() as reader:
        assert reader.connection.execute(select(func.count()).select_from(tables.event)).scalar_one() == 1


def test_a_second_kiosk_counts_in_a_range_of_its_own(journal: Journal, office: Office, node: Node) -> None:
    taken = take_number(journal, office, replace(node, kiosk_index=2), NumberRequest("j1", "A"))
    assert taken.label == "A501"


def test_numbers_begin_again_on_the_next_business_date(
    journal: Journal, office: Office, node: Node, clock: SetClock
) -> None:
    take_number(journal, office, node, NumberRequest("j1", "A"))
    clock.set(datetime(2026, 11, 25, 8, 0, tzinfo=HO_CHI_MINH))
    assert take_number(journal, office, node, NumberRequest("j2", "A")).label == "A001"


@pytest.mark.parametrize(
    ("hour", "minute", "day", "comes_back"),
    [
        (6, 59, 23, "07:30 hôm nay"),
        (11, 15, 23, "13:30 hôm nay"),
        (16, 45, 23, "07:30 ngày 25/11/2026"),
        (9, 0, 24, "07:30 ngày 25/11/2026"),
    ],
)
def test_outside_its_hours_the_office_says_when_to_come_back(
    journal: Journal,
    office: Office,
    node: Node,
    clock: SetClock,
    hour: int,
    minute: int,
    day: int,
    comes_back: str,
) -> None:
    clock.set(datetime(2026, 11, day, hour, minute, tzinfo=HO_CHI_MINH))
    with pytest.raises(Refusal) as refused:
        take_number(journal, office, node, NumberRequest("j1", "A"))
    assert refused.value.code == "office_closed"
    assert comes_back in refused.value.sentence.vi


def test_the_wait_is_known_once_a_counter_is_open(
    journal: Journal, office: Office, node: Node, clock: SetClock
) -> None:
    assert take_number(journal, office, node, NumberRequest("j1", "A")).wait_low is None
    act(journal, DESKS, desk.decide, "d1", desk.Open("d1", "quay-1", ("A", "C")), "staff-1")
    clock.advance(timedelta(minutes=1))
    taken = take_number(journal, office, node, NumberRequest("j2", "A"))
    assert taken.wait_low is not None
    assert taken.wait_high is not None
    assert taken.wait_low <= taken.wait_high


def test_an_unknown_line_is_refused(journal: Journal, office: Office, node: Node) -> None:
    with pytest.raises(Refusal) as refused:
        take_number(journal, office, node, NumberRequest("j1", "Z"))
    assert refused.value.code == "no_such_line"


def test_a_kiosk_whose_range_is_used_up_says_so(journal: Journal, office: Office, node: Node) -> None:
    with journal.writing() as writer:
        writer.next_number("ticket/2026-11-23/A/1", lambda _: 499)
    with pytest.raises(Refusal) as refused:
        take_number(journal, office, node, NumberRequest("j1", "A"))
    assert refused.value.code == "range_used_up"


def test_a_restored_backup_gives_no_number_twice(make_journal: MakeJournal, office: Office, node: Node) -> None:
    original, restored = make_journal("original"), make_journal("restored")
    labels = [take_number(original, office, node, NumberRequest(f"j{number}", "A")).label for number in range(3)]
    with original.reading() as reader:
        bodies = reader.connection.execute(select(tables.event.c.body).order_by(tables.event.c.seq)).scalars().all()
    with restored.writing() as writer:
        writer.take_in([read_event(bytes(body)) for body in bodies])
    assert take_number(restored, office, node, NumberRequest("j9", "A")).label not in labels


def test_a_visit_with_several_matters_takes_one_number(journal: Journal, office: Office, node: Node) -> None:
    taken = take_number(journal, office, node, NumberRequest("j1", "A", further=("C", "F")))
    assert (taken.label, taken.further) == ("A001", ("C", "F"))


@pytest.mark.parametrize("further", [("A",), ("B", "B"), ("B", "C", "D")])
def test_a_line_is_not_taken_twice_nor_more_than_the_office_allows(
    journal: Journal, office: Office, node: Node, further: tuple[str, ...]
) -> None:
    with pytest.raises(Refusal) as refused:
        take_number(journal, office, node, NumberRequest("j1", "A", further=further))
    assert refused.value.code == "too_many_matters"


def test_a_line_gives_no_more_numbers_a_day_than_its_capacity(journal: Journal, office: Office, node: Node) -> None:
    small = replace(office, lines=(replace(office.lines[0], daily_capacity=2), *office.lines[1:]))
    for journey in ("j1", "j2"):
        take_number(journal, small, node, NumberRequest(journey, "A"))
    with pytest.raises(Refusal) as refused:
        take_number(journal, small, node, NumberRequest("j3", "A"))
    assert refused.value.code == "line_full"
    with pytest.raises(Refusal) as refused:
        take_number(journal, small, node, NumberRequest("j4", "B", further=("A",)))
    assert refused.value.code == "line_full"
    assert take_number(journal, small, node, NumberRequest("j5", "B")).label == "B001"


def test_where_the_office_wants_it_a_card_holds_one_waiting_number(
    journal: Journal, office: Office, node: Node
) -> None:
    strict = replace(office, tickets=replace(office.tickets, one_number_per_card=True, card_key="5f" * 32))
    with pytest.raises(Refusal) as refused:
        take_number(journal, strict, node, NumberRequest("j1", "A"))
    assert refused.value.code == "card_wanted"
    take_number(journal, strict, node, NumberRequest("j1", "A", holder="mark-1"))
    with pytest.raises(Refusal) as refused:
        take_number(journal, strict, node, NumberRequest("j2", "B", holder="mark-1"))
    assert (refused.value.code, "A001" in refused.value.sentence.vi) == ("card_waits_already", True)
    assert take_number(journal, strict, node, NumberRequest("j3", "B", holder="mark-2")).label == "B001"
    call_and_finish(journal, "A001")
    assert take_number(journal, strict, node, NumberRequest("j4", "A", holder="mark-1")).label == "A002"


def call_and_finish(journal: Journal, label: str) -> None:
    with journal.writing() as writer:
        found = ticket_by_label(writer, "2026-11-23", label)
        assert found is not None
        writer.append("staff-1", ticket.decide(found, ticket.Call("quay-1", "d1", "k1", "offline")))
        writer.append("staff-1", ticket.decide(writer.state(TICKETS, found.id), ticket.Finish("quay-1")))


def booking(code: str, hour: int, minute: int) -> appointment.Book:
    return appointment.Book(
        f"a-{code}", code, "C", datetime(2026, 11, 23, hour, minute, tzinfo=HO_CHI_MINH), "1.004222"
    )


def test_an_appointment_is_checked_in_once_and_goes_before_ordinary_numbers(
    journal: Journal, office: Office, node: Node
) -> None:
    book_appointment(journal, office, "staff-1", booking("LH000123", 8, 15))
    ordinary = take_number(journal, office, node, NumberRequest("j1", "C"))
    arrived = check_in(journal, office, node, "j2", "LH000123")
    assert (arrived.line, arrived.priority, arrived.procedure) == ("C", ticket.APPOINTMENT, "1.004222")
    assert check_in(journal, office, node, "j2", "LH000123") == arrived
    with pytest.raises(Refusal) as refused:
        check_in(journal, office, node, "j3", "LH000123")
    assert refused.value.code == "appointment_used"
    press = Press("k1", "quay-1", "d1", "staff-1", ("A", "C"))
    called = call_offline(journal, ClaimRule(office.priority_bound), press)
    assert called is not None
    assert (called.id, ordinary.id != called.id) == (arrived.id, True)


def test_a_refused_check_in_gives_no_number(journal: Journal, office: Office, node: Node) -> None:
    book_appointment(journal, office, "staff-1", booking("LH000124", 10, 0))
    for code, expected in (("LH000124", "appointment_early"), ("LH999999", "no_such_appointment")):
        with pytest.raises(Refusal) as refused:
            check_in(journal, office, node, "j1", code)
        assert refused.value.code == expected
    with journal.reading() as reader:
        assert reader.connection.execute(select(func.count()).select_from(tables.ticket)).scalar_one() == 0


def test_an_appointment_outside_the_hours_cannot_be_booked(journal: Journal, office: Office) -> None:
    with pytest.raises(Refusal) as refused:
        book_appointment(journal, office, "staff-1", booking("LH000125", 12, 30))
    assert refused.value.code == "appointment_outside_hours"


def test_the_office_hears_once_of_a_kiosk_without_paper(journal: Journal) -> None:
    said = ("ready", "paper_out", "paper_out", "unknown", "ready")
    assert [report_printer(journal, "Kiosk 1", each) for each in said] == [False, True, False, False, True]
