from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, select

from shared.actions.act import act
from shared.actions.take_number import NumberRequest, take_number
from shared.clock import HO_CHI_MINH, SetClock
from shared.domain import desk
from shared.domain.office import Office
from shared.failures import Refusal
from shared.journal import tables
from shared.journal.event import read_event
from shared.journal.journal import Journal
from shared.journal.node import Node
from shared.journal.read_model import DESKS

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
    ticket = take_number(journal, office, replace(node, kiosk_index=2), NumberRequest("j1", "A"))
    assert ticket.label == "A501"


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
    ticket = take_number(journal, office, node, NumberRequest("j2", "A"))
    assert ticket.wait_low is not None
    assert ticket.wait_high is not None
    assert ticket.wait_low <= ticket.wait_high


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
