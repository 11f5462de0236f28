"""Fees that the post carries, on a real journal: collected, brought with a handover, counted, cashed up."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from shared.actions.act import act
from shared.actions.carry_fees import carrying
from shared.actions.collect_fee import Takings, collect_fee, give_back
from shared.actions.hand_over import accept, carried_list, offer, settle_difference
from shared.actions.receive_dossier import receive_dossier
from shared.clock import SetClock
from shared.domain import consignment
from shared.domain.carried_list import from_codes, to_codes
from shared.domain.cash_up import cash_up
from shared.domain.consignment import Make
from shared.domain.dossier import GivenDocument
from shared.domain.handover import Carried, Handover, Settle
from shared.domain.handover_count import Count
from shared.domain.office import Office
from shared.domain.payment import FeePart, Payment
from shared.domain.post_day import PostDay, post_day
from shared.failures import Refusal
from shared.journal.journal import Journal
from shared.journal.node import Node
from shared.journal.payment_queries import payments_of_dossier, payments_taken
from shared.journal.post_day_queries import brought_between, fees_to_carry, post_papers
from shared.journal.read_model import CONSIGNMENTS, milliseconds
from shared.journal.verify import verify
from tests.actions.journals import copy_events
from tests.scanned import scanned

from .conftest import MONDAY_AT_EIGHT, MakeJournal, reception_of

POST = "buu-dien-mau"
DAY = MONDAY_AT_EIGHT.replace(hour=0)
NEXT_DAY = DAY + timedelta(days=1)


def make_note(journal: Journal, ordinal: int, fee_vnd: int) -> str:
    command = Make(
        id=journal.identities.subject(),
        number=f"PG-261123-05{ordinal:03}",
        purpose="application",
        post=POST,
        procedure="2.000815",
        procedure_name="Chứng thực bản sao",
        field="Chứng thực",
        documents=(GivenDocument("Bản chính giấy tờ", 1, 0),),
        sets=1,
        return_way="post",
        fee_vnd=fee_vnd,
        applicant={"name": "Nguyễn Thị Thử", "address": "Thôn Thử"},
        receipt=("01AB-26E", str(ordinal)) if fee_vnd else None,
    )
    return act(journal, CONSIGNMENTS, consignment.decide, command.id, command, "staff-9").id


def collect_on_delivery(journal: Journal, office: Office, node: Node, amount: int = 20_000) -> Payment:
    dossier = receive_dossier(journal, office, node, reception_of("2.000815", "Bản chính", fee_vnd=amount), "staff-1")
    takings = Takings(amount, amount, (FeePart("Phí", amount),), "post")
    return collect_fee(journal, dossier.id, takings, counter=POST, officer="staff-9")


def bring(journal: Journal, node: Node, office: Office, notes: tuple[str, ...]) -> Handover:
    with journal.reading() as reader:
        fees = fees_to_carry(reader, POST, journal.now())
    return offer(
        journal,
        node,
        giver=POST,
        receiver="one_stop",
        officer="staff-9",
        papers=tuple(("consignment", each) for each in notes),
        fees=fees,
        office=office,
    )


def count(journal: Journal, handover: str, counted: int, *missing: str) -> Handover:
    counting = Count(counted_vnd=counted, missing=missing)
    return accept(journal, handover, unit="one_stop", officer="staff-1", count=counting, then=carrying("staff-1"))


def to_carry(journal: Journal) -> tuple[Carried, ...]:
    with journal.reading() as reader:
        return fees_to_carry(reader, POST, journal.now())


def the_day(journal: Journal, begins: datetime = DAY) -> PostDay:
    with journal.reading() as reader:
        papers = post_papers(reader, POST, begins)
    return post_day(POST, papers, begins, begins + timedelta(days=1))


def test_a_fee_collected_on_delivery_goes_along_with_the_next_list(
    journal: Journal, clock: SetClock, office: Office, node: Node
) -> None:
    note, paid = make_note(journal, 1, 8_000), collect_on_delivery(journal, office, node)
    clock.advance(timedelta(hours=1))
    assert to_carry(journal) == (Carried(paid.id, 20_000),)
    listed = bring(journal, node, office, (note,))
    assert listed.fees == (Carried(note, 8_000), Carried(paid.id, 20_000))
    assert to_carry(journal) == ()
    count(journal, listed.id, 28_000)
    with journal.reading() as reader:
        (known,) = payments_of_dossier(reader, paid.dossier)
        assert verify(reader.connection, journal.office).holds
    assert (known.carried_in, known.is_with_post) == (listed.id, False)
    day = the_day(journal)
    assert (day.money.taken_vnd, day.money.counted_vnd, day.money.carried_vnd) == (28_000, 28_000, 0)
    assert (day.figures.made, day.figures.handed_over, day.figures.waiting) == (1, 1, 0)


def test_money_that_was_not_counted_is_not_signed_for(journal: Journal, office: Office, node: Node) -> None:
    listed = bring(journal, node, office, (make_note(journal, 1, 8_000),))
    with pytest.raises(Refusal) as refused:
        accept(journal, listed.id, unit="one_stop", officer="staff-1", count=Count())
    assert refused.value.code == "money_not_counted"


def test_a_missing_note_keeps_its_fee_with_the_post(journal: Journal, office: Office, node: Node) -> None:
    notes = (make_note(journal, 1, 8_000), make_note(journal, 2, 50_000))
    listed = bring(journal, node, office, notes)
    count(journal, listed.id, 8_000, notes[1])
    money = the_day(journal).money
    assert ([each.id for each in money.carried], money.differing) == ([notes[1]], ())
    assert to_carry(journal) == ()


def test_the_fee_of_a_note_that_the_office_found_afterwards_is_brought_with_the_next_list(
    journal: Journal, clock: SetClock, office: Office, node: Node
) -> None:
    note = make_note(journal, 1, 50_000)
    listed = bring(journal, node, office, (note, make_note(journal, 2, 8_000)))
    count(journal, listed.id, 8_000, note)
    found = Settle("one_stop", "missing", note, "found_at_receiver")
    settle_difference(journal, listed.id, found, officer="staff-1")
    clock.advance(timedelta(days=1))
    assert to_carry(journal) == (Carried(note, 50_000),)
    second = bring(journal, node, office, (make_note(journal, 3, 0),))
    count(journal, second.id, 50_000)
    tuesday = the_day(journal, NEXT_DAY).money
    assert (tuesday.before_vnd, tuesday.counted_vnd, tuesday.carried_vnd, tuesday.unknown_vnd) == (50_000, 50_000, 0, 0)


def test_the_drawer_holds_the_cash_and_what_the_post_brought_as_it_was_counted(
    journal: Journal, office: Office, node: Node
) -> None:
    collect_on_delivery(journal, office, node)
    listed = bring(journal, node, office, (make_note(journal, 1, 8_000),))
    count(journal, listed.id, 27_000)
    with journal.reading() as reader:
        taken = payments_taken(reader, milliseconds(DAY), milliseconds(NEXT_DAY), None)
        ((accepted, money),) = brought_between(reader, (POST,), DAY, NEXT_DAY)
    shown = cash_up(date(2026, 11, 23), taken, (), accepted.counted_vnd or 0)
    assert (shown.cash_vnd, shown.brought_vnd, shown.drawer_vnd) == (0, 27_000, 27_000)
    assert [(each.key, each.amount_vnd) for each in shown.by_way] == [("post", 20_000)]
    assert (money.due_vnd, money.difference_vnd, money.is_open) == (28_000, -1_000, True)


def test_what_the_post_gave_back_to_the_citizen_is_not_carried(journal: Journal, office: Office, node: Node) -> None:
    paid = collect_on_delivery(journal, office, node)
    give_back(journal, paid.id, "Thu nhầm", officer="staff-9")
    assert to_carry(journal) == ()
    assert the_day(journal).money.back_vnd == 20_000


def test_an_office_that_knows_the_list_from_paper_only_marks_fees_that_it_has_not_heard_of(
    make_journal: MakeJournal, office: Office, node: Node
) -> None:
    there, here = make_journal("counter-9"), make_journal("counter-1")
    note, paid = make_note(there, 1, 8_000), collect_on_delivery(there, office, node)
    listed = bring(there, node, office, (note,))
    with there.reading() as reader:
        codes = to_codes(carried_list(reader, listed.id))
    gathered = scanned(codes)
    counting = Count(counted_vnd=28_000, heard=from_codes(gathered))
    accept(here, listed.id, unit="one_stop", officer="staff-1", count=counting, then=carrying("staff-1"))
    copy_events(there, here)
    copy_events(here, there)
    for journal in (here, there):
        with journal.reading() as reader:
            (known,) = payments_of_dossier(reader, paid.dossier)
            assert verify(reader.connection, journal.office).holds
        assert (known.carried_in, known.conflicts) == (listed.id, ())
        money = the_day(journal).money
        assert (money.taken_vnd, money.counted_vnd, money.unknown_vnd, money.carried_vnd) == (28_000, 28_000, 0, 0)


def test_one_fee_on_two_lists_is_a_conflict(journal: Journal, office: Office, node: Node) -> None:
    paid = collect_on_delivery(journal, office, node)
    for ordinal in (1, 2):
        listed = offer(
            journal,
            node,
            giver=POST,
            receiver="one_stop",
            officer="staff-9",
            papers=(("consignment", make_note(journal, ordinal, 0)),),
            fees=(Carried(paid.id, 20_000),),
            office=office,
        )
        count(journal, listed.id, 20_000)
    with journal.reading() as reader:
        (known,) = payments_of_dossier(reader, paid.dossier)
    assert [each.code for each in known.conflicts] == ["carried_twice"]
