"""Collecting fees on a real journal, on one machine and on two that were apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from shared.actions.collect_fee import Takings, collect_fee, give_back, record_receipt
from shared.actions.receive_dossier import receive_dossier
from shared.clock import HO_CHI_MINH, SetClock
from shared.domain.cash_up import cash_up
from shared.domain.dossier import Dossier
from shared.domain.office import Office
from shared.domain.payment import FeePart, Payment, Receipt
from shared.failures import Refusal
from shared.journal import tables
from shared.journal.journal import Journal
from shared.journal.node import Node
from shared.journal.payment_queries import (
    payments_given_back,
    payments_of_dossier,
    payments_taken,
    payments_with_receipt,
    payments_without_receipt,
)
from shared.journal.read_model import milliseconds
from shared.journal.verify import verify
from tests.actions.journals import copy_events, dossier_in

from .conftest import MakeJournal, reception_of

RECEIPT = Receipt("01AB-26E", "0000012")
PART = (FeePart("Phí chứng thực bản sao", 28_000),)
TAKINGS = Takings(28_000, 28_000, PART, "cash")


def receive(journal: Journal, office: Office, node: Node, code: str = "2.000815") -> Dossier:
    reception = reception_of(code, "Bản chính giấy tờ", fee_vnd=28_000)
    return receive_dossier(journal, office, node, reception, "staff-1")


def take(journal: Journal, dossier: Dossier, takings: Takings = TAKINGS, officer: str = "staff-1") -> Payment:
    return collect_fee(journal, dossier.id, takings, counter="quay-1", officer=officer)


def test_the_dossier_knows_what_is_due_and_paid(journal: Journal, office: Office, node: Node) -> None:
    dossier = receive(journal, office, node)
    assert dossier.fee_account.open_vnd == 28_000
    part = (FeePart("Phí", 10_000),)
    first = take(journal, dossier, replace(TAKINGS, amount_vnd=10_000, parts=part))
    assert dossier_in(journal, dossier.id).fee_account.open_vnd == 18_000
    give_back(journal, first.id, "Thu nhầm", officer="staff-1")
    assert dossier_in(journal, dossier.id).fee_account.open_vnd == 28_000
    with journal.reading() as reader:
        assert [each.state for each in payments_of_dossier(reader, dossier.id)] == ["withdrawn"]


def test_a_second_payment_is_only_taken_for_what_remains(journal: Journal, office: Office, node: Node) -> None:
    dossier = receive(journal, office, node)
    take(journal, dossier)
    with pytest.raises(Refusal) as refused:
        take(journal, dossier)
    assert refused.value.code == "above_due"


def test_paying_is_no_step_of_handling(journal: Journal, clock: SetClock, office: Office, node: Node) -> None:
    dossier = receive(journal, office, node)
    clock.advance(timedelta(hours=1))
    take(journal, dossier)
    assert dossier_in(journal, dossier.id).last_step_at == dossier.last_step_at


def test_a_receipt_is_used_once(journal: Journal, office: Office, node: Node) -> None:
    one, other = receive(journal, office, node), receive(journal, office, node)
    take(journal, one, replace(TAKINGS, receipt=RECEIPT))
    with pytest.raises(Refusal, match=one.code) as refused:
        take(journal, other, replace(TAKINGS, receipt=Receipt("01AB-26E", "12")))
    assert refused.value.code == "receipt_used"
    later = take(journal, other)
    with pytest.raises(Refusal):
        record_receipt(journal, later.id, RECEIPT, officer="staff-1")
    assert record_receipt(journal, later.id, Receipt("01AB-26E", "0000013"), officer="staff-1").receipt is not None


def test_missing_receipts_are_found_until_they_are_recorded(journal: Journal, office: Office, node: Node) -> None:
    taken = take(journal, receive(journal, office, node))
    with journal.reading() as reader:
        assert payments_without_receipt(reader) == (taken,)
    record_receipt(journal, taken.id, RECEIPT, officer="staff-1")
    with journal.reading() as reader:
        assert payments_without_receipt(reader) == ()


def test_a_day_that_was_cashed_up_stays_what_it_was(
    journal: Journal, clock: SetClock, office: Office, node: Node
) -> None:
    taken = take(journal, receive(journal, office, node))
    clock.advance(timedelta(days=2))
    give_back(journal, taken.id, "Công dân đổi ý", officer="staff-2")
    totals = []
    for day in (23, 25):
        begins = milliseconds(datetime(2026, 11, day, tzinfo=HO_CHI_MINH))
        bounds = (begins, begins + 86_400_000)
        with journal.reading() as reader:
            there = payments_taken(reader, *bounds, None), payments_given_back(reader, *bounds, None)
            mine = payments_taken(reader, *bounds, "staff-1"), payments_given_back(reader, *bounds, "staff-1")
        day_shown = datetime(2026, 11, day, tzinfo=HO_CHI_MINH).date()
        totals.append((cash_up(day_shown, *there).total_vnd, cash_up(day_shown, *mine).total_vnd))
    assert totals == [(28_000, 28_000), (-28_000, 0)]


def test_two_counters_that_collect_apart_leave_a_conflict_that_both_see(
    make_journal: MakeJournal, office: Office, node: Node
) -> None:
    here, there = make_journal("counter-1"), make_journal("counter-2")
    dossier = receive(here, office, node)
    copy_events(here, there)
    take(here, dossier, replace(TAKINGS, receipt=RECEIPT))
    take(there, dossier, replace(TAKINGS, receipt=RECEIPT), officer="staff-2")
    copy_events(here, there)
    copy_events(there, here)
    for journal in (here, there):
        found = dossier_in(journal, dossier.id)
        assert [each.code for each in found.conflicts] == ["fee_collected_twice"]
        assert "56.000 đ" in found.conflicts[0].vi
        assert found.fee_account.over_vnd == 28_000
        with journal.reading() as reader:
            assert len(payments_with_receipt(reader, RECEIPT)) == 2
            noted = reader.connection.execute(select(tables.conflict.c.code)).scalars().all()
            assert verify(reader.connection, journal.office).holds
        assert noted == ["fee_collected_twice"]


def test_two_parts_paid_apart_that_fit_are_no_conflict(make_journal: MakeJournal, office: Office, node: Node) -> None:
    here, there = make_journal("counter-1"), make_journal("counter-2")
    dossier = receive(here, office, node)
    copy_events(here, there)
    half = replace(TAKINGS, amount_vnd=14_000, parts=(FeePart("Phí", 14_000),))
    take(here, dossier, half)
    take(there, dossier, half)
    copy_events(there, here)
    assert dossier_in(here, dossier.id).conflicts == ()
    assert dossier_in(here, dossier.id).fee_account.open_vnd == 0


def test_reasons_never_stand_in_an_event(journal: Journal, office: Office, node: Node) -> None:
    taken = take(journal, receive(journal, office, node))
    give_back(journal, taken.id, "Bà Thử xin lại tiền", officer="staff-1")
    with journal.reading() as reader:
        bodies = reader.connection.execute(select(tables.event.c.body)).scalars().all()
    assert not any("Bà Thử" in bytes(body).decode() for body in bodies)
