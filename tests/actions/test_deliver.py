"""Deliveries by post on a real journal: one transaction each, on one machine and on two that were apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select

from shared.actions import deliver, hand_over
from shared.actions.act import act
from shared.actions.deliver import Handing, Preparation
from shared.actions.receive_dossier import receive_dossier
from shared.clock import HO_CHI_MINH, SetClock, business_date
from shared.domain import dossier, mail_item
from shared.domain.delivery import Delivery
from shared.domain.dossier import ONE_STOP, Dossier, MarkResultReady
from shared.domain.office import Office
from shared.domain.payment import Receipt
from shared.failures import Refusal
from shared.journal import delivery_queries, tables
from shared.journal.journal import Journal
from shared.journal.node import Node
from shared.journal.payment_queries import payments_of_dossier
from shared.journal.read_model import DELIVERIES, DOSSIERS
from shared.journal.verify import verify
from tests.actions.journals import copy_events, dossier_in

from .conftest import MakeJournal, reception_of

POST, DEPARTMENT = "buu-dien-mau", "van-phong"
ADDRESSEE = {"name": "Nguyễn Thị Thử", "address": "Số 1, Đường Mẫu", "phone": "0900000001", "recipients": []}
SIGNED = Handing("addressee", "identity_card", "Nguyễn Thị Thử", "000000000001")
INSTEAD = Handing("authorised", "passport", "Trần Văn Mẫu", "C0000001", "Giấy ủy quyền số 12/2026")


@pytest.fixture
def at_counter(journal: Journal, office: Office, node: Node) -> Dossier:
    return result_at_the_counter(journal, office, node)


def result_at_the_counter(journal: Journal, office: Office, node: Node, fee_vnd: int = 0) -> Dossier:
    reception = replace(reception_of("2.000815", "Bản chính giấy tờ", fee_vnd=fee_vnd), return_way="post")
    found = receive_dossier(journal, office, node, reception, "staff-1")
    move(journal, office, node, found.id, ONE_STOP, DEPARTMENT)
    act(journal, DOSSIERS, dossier.decide, found.id, MarkResultReady(DEPARTMENT, "granted"), "staff-5")
    move(journal, office, node, found.id, DEPARTMENT, ONE_STOP)
    return dossier_in(journal, found.id)


def move(
    journal: Journal, office: Office, node: Node, item: str, giver: str, receiver: str, *, letter: bool = False
) -> None:
    """The paper changes hands on this machine, both sides signing."""
    given = hand_over.offer(
        journal,
        node,
        giver=giver,
        receiver=receiver,
        papers=(("delivery" if letter else "dossier", item),),
        officer="staff-1",
        office=office,
    )
    then = deliver.passing(office, "staff-9")
    hand_over.accept(journal, given.id, unit=receiver, officer="staff-9", then=then)


def prepared(journal: Journal, office: Office, about: Dossier, **changes: object) -> Delivery:
    preparation = Preparation(dossier=about.id, content="result", scope="commune", addressee=ADDRESSEE)
    return deliver.prepare(journal, office, replace(preparation, **changes), unit=ONE_STOP, officer="staff-1")  # type: ignore[arg-type]


def posted(journal: Journal, office: Office, node: Node, about: Dossier, **changes: object) -> Delivery:
    made = prepared(journal, office, about, **changes)
    move(journal, office, node, about.id, ONE_STOP, POST)
    return known(journal, made.id)


def known(journal: Journal, subject: str) -> Delivery:
    with journal.reading() as reader:
        found = reader.state(DELIVERIES, subject)
    assert found is not None
    return found


def code_of(refused: pytest.ExceptionInfo[Refusal]) -> str:
    return refused.value.code


def test_the_second_signature_hands_it_to_the_post_and_says_when_it_is_due(
    journal: Journal, office: Office, node: Node, at_counter: Dossier
) -> None:
    found = posted(journal, office, node, at_counter)
    assert (found.state, found.post) == ("with_post", POST)
    assert found.due_at is not None
    assert business_date(found.due_at) == date(2026, 11, 25)
    assert dossier_in(journal, at_counter.id).stage == "with_post"


def test_delivering_returns_the_dossier_in_the_same_transaction(
    journal: Journal, office: Office, node: Node, at_counter: Dossier
) -> None:
    found = posted(journal, office, node, at_counter)
    over = deliver.deliver(journal, office, found.id, SIGNED, post=POST, officer="staff-9")
    assert over.delivery.state == "delivered"
    assert over.payment is None
    returned = dossier_in(journal, at_counter.id)
    assert (returned.stage, returned.collector, returned.returned_by) == ("returned", "applicant", "staff-9")
    assert returned.holder_kind == "citizen"
    assert returned.conflicts == ()
    with journal.reading() as reader:
        assert verify(reader.connection, office.id).findings == ()


def test_who_was_authorised_signs_with_name_number_and_authorisation(
    journal: Journal, office: Office, node: Node, at_counter: Dossier
) -> None:
    found = posted(journal, office, node, at_counter)
    with pytest.raises(Refusal) as refused:
        deliver.deliver(journal, office, found.id, replace(INSTEAD, authorisation=""), post=POST, officer="staff-9")
    assert code_of(refused) == "words_missing"
    assert dossier_in(journal, at_counter.id).returned_at is None
    deliver.deliver(journal, office, found.id, INSTEAD, post=POST, officer="staff-9")
    assert dossier_in(journal, at_counter.id).collector == "authorised"


def test_the_fee_is_collected_at_the_door_once_and_as_far_as_it_is_open(
    journal: Journal, office: Office, node: Node
) -> None:
    about = result_at_the_counter(journal, office, node, fee_vnd=28_000)
    found = posted(journal, office, node, about, fee_vnd=28_000)
    with_receipt = replace(SIGNED, receipt=Receipt("01AB-26E", "0000017"))
    over = deliver.deliver(journal, office, found.id, with_receipt, post=POST, officer="staff-9")
    assert over.payment is not None
    assert (over.payment.amount_vnd, over.payment.way, over.payment.counter) == (28_000, "post", POST)
    assert over.payment.is_with_post
    assert dossier_in(journal, about.id).fee_account.open_vnd == 0
    with journal.reading() as reader:
        assert [each.id for each in payments_of_dossier(reader, about.id)] == [over.payment.id]


def test_nothing_is_collected_when_the_fee_was_paid_meanwhile(journal: Journal, office: Office, node: Node) -> None:
    about = result_at_the_counter(journal, office, node)
    found = posted(journal, office, node, about, fee_vnd=28_000)
    over = deliver.deliver(journal, office, found.id, SIGNED, post=POST, officer="staff-9")
    assert over.payment is None


def test_where_the_law_wants_the_fee_first_the_post_has_to_collect_it(
    journal: Journal, office: Office, node: Node
) -> None:
    about = result_at_the_counter(journal, office, node, fee_vnd=28_000)
    strict = replace(office, paid_first=(about.field,))
    with pytest.raises(Refusal) as refused:
        prepared(journal, strict, about)
    assert code_of(refused) == "fee_open"
    found = posted(journal, strict, node, about, fee_vnd=28_000)
    assert deliver.deliver(journal, strict, found.id, SIGNED, post=POST, officer="staff-9").payment is not None


def test_a_result_that_is_not_at_the_counter_is_not_prepared(journal: Journal, office: Office, node: Node) -> None:
    about = receive_dossier(journal, office, node, reception_of("2.000815", "Bản chính giấy tờ"), "staff-1")
    with pytest.raises(Refusal) as refused:
        prepared(journal, office, about)
    assert code_of(refused) == "not_ready"


def test_two_invitations_two_working_days_apart_and_then_back_to_the_counter(
    journal: Journal, office: Office, node: Node, clock: SetClock, at_counter: Dossier
) -> None:
    found = posted(journal, office, node, at_counter)
    first = deliver.attempt(journal, office, found.id, "absent", post=POST, officer="staff-9")
    assert first.again_from == datetime(2026, 11, 26, 0, 0, tzinfo=HO_CHI_MINH)
    clock.advance(timedelta(days=2))
    with pytest.raises(Refusal) as refused:
        deliver.attempt(journal, office, found.id, "absent", post=POST, officer="staff-9")
    assert "26/11/2026" in refused.value.sentence.vi
    with pytest.raises(Refusal) as refused:
        deliver.give_up(journal, office, found.id, post=POST, officer="staff-9")
    assert code_of(refused) == "attempts_missing"
    clock.advance(timedelta(days=1))
    deliver.attempt(journal, office, found.id, "absent", post=POST, officer="staff-9")
    deliver.give_up(journal, office, found.id, post=POST, officer="staff-9")
    move(journal, office, node, at_counter.id, POST, ONE_STOP)
    assert known(journal, found.id).state == "back"
    assert dossier_in(journal, at_counter.id).stage == "result_at_counter"
    with journal.reading() as reader:
        assert [each.delivery.id for each in delivery_queries.mail_back(reader, "one_stop")] == [found.id]
        assert delivery_queries.results_to_send(reader, ONE_STOP) == ()


def test_what_came_back_is_sent_again_or_collected(
    journal: Journal, office: Office, node: Node, at_counter: Dossier
) -> None:
    found = posted(journal, office, node, at_counter)
    move(journal, office, node, at_counter.id, POST, ONE_STOP)
    again = prepared(journal, office, at_counter)
    with journal.reading() as reader:
        assert delivery_queries.mail_back(reader, "one_stop") == ()
        assert [
            each.delivery.id for each in mail_item.prepared_at(delivery_queries.mail_on_the_way(reader), ONE_STOP)
        ] == [again.id]
    assert found.id != again.id
    act(journal, DOSSIERS, dossier.decide, at_counter.id, dossier.Return("applicant"), "staff-1")
    with journal.reading() as reader:
        assert mail_item.prepared_at(delivery_queries.mail_on_the_way(reader), ONE_STOP) == ()


def test_a_letter_travels_by_itself(journal: Journal, office: Office, node: Node) -> None:
    about = receive_dossier(journal, office, node, reception_of("2.000815", "Bản chính giấy tờ"), "staff-1")
    letter = prepared(journal, office, about, content="apology")
    move(journal, office, node, letter.id, ONE_STOP, POST, letter=True)
    assert known(journal, letter.id).state == "with_post"
    over = deliver.deliver(journal, office, letter.id, SIGNED, post=POST, officer="staff-9")
    assert (over.delivery.holder_kind, over.dossier.stage) == ("citizen", "received")


def test_a_post_that_signed_before_it_heard_of_the_delivery_delivers_all_the_same(
    office: Office, node: Node, make_journal: MakeJournal
) -> None:
    here, there = make_journal("device-1"), make_journal("device-2")
    about = result_at_the_counter(here, office, node)
    copy_events(here, there)
    made = prepared(here, office, about)
    move(there, office, node, about.id, ONE_STOP, POST)
    copy_events(here, there)
    assert known(there, made.id).state == "prepared"
    with there.reading() as reader:
        moving = delivery_queries.mail_on_the_way(reader)
    assert [each.state for each in moving] == ["with_post"]
    deliver.deliver(there, office, made.id, SIGNED, post=POST, officer="staff-9")
    copy_events(there, here)
    over = known(here, made.id)
    assert (over.state, over.post, over.conflicts) == ("delivered", POST, ())
    assert over.due_at is not None
    assert dossier_in(here, about.id).conflicts == ()


def test_delivered_on_one_machine_and_given_up_on_another_is_delivered_everywhere(
    office: Office, node: Node, make_journal: MakeJournal
) -> None:
    here, there = make_journal("device-1"), make_journal("device-2")
    about = result_at_the_counter(here, office, node)
    found = posted(here, office, node, about)
    copy_events(here, there)
    deliver.attempt(there, office, found.id, "refused", post=POST, officer="staff-10")
    deliver.give_up(there, office, found.id, post=POST, officer="staff-10")
    deliver.deliver(here, office, found.id, SIGNED, post=POST, officer="staff-9")
    copy_events(here, there)
    copy_events(there, here)
    assert known(here, found.id) == known(there, found.id)
    assert known(here, found.id).state == "delivered"


def test_what_has_been_signed_away_is_not_delivered_any_more(
    journal: Journal, office: Office, node: Node, at_counter: Dossier
) -> None:
    found = posted(journal, office, node, at_counter)
    hand_over.offer(
        journal, node, giver=POST, receiver=ONE_STOP, dossiers=(at_counter.id,), officer="staff-9", office=office
    )
    with pytest.raises(Refusal) as refused:
        deliver.deliver(journal, office, found.id, SIGNED, post=POST, officer="staff-9")
    assert code_of(refused) == "not_with_this_post"
    with pytest.raises(Refusal) as refused:
        deliver.attempt(journal, office, found.id, "absent", post=POST, officer="staff-9")
    assert code_of(refused) == "not_with_this_post"


def test_a_withdrawn_delivery_makes_room_for_another(
    journal: Journal, office: Office, node: Node, at_counter: Dossier
) -> None:
    made = prepared(journal, office, at_counter)
    with pytest.raises(Refusal) as refused:
        prepared(journal, office, at_counter)
    assert code_of(refused) == "already_prepared"
    deliver.withdraw(journal, made.id, officer="staff-1")
    with journal.reading() as reader:
        assert [each.id for each in delivery_queries.results_to_send(reader, ONE_STOP)] == [at_counter.id]
    posted(journal, office, node, at_counter)


def test_a_label_is_found_by_its_number(journal: Journal, office: Office, node: Node, at_counter: Dossier) -> None:
    made = prepared(journal, office, at_counter)
    deliver.track(journal, made.id, "RP473124829VN", officer="staff-1")
    with journal.reading() as reader:
        assert [each.id for each in delivery_queries.deliveries_tracked(reader, "RP473124829VN")] == [made.id]
        assert delivery_queries.deliveries_tracked(reader, "RP000000005VN") == ()


def test_what_a_fact_of_a_delivery_says_is_not_personal(
    journal: Journal, office: Office, node: Node, at_counter: Dossier
) -> None:
    found = posted(journal, office, node, at_counter)
    deliver.attempt(journal, office, found.id, "absent", post=POST, officer="staff-9")
    deliver.deliver(journal, office, found.id, INSTEAD, post=POST, officer="staff-9")
    with journal.reading() as reader:
        bodies = b"".join(reader.connection.execute(select(tables.event.c.body)).scalars())
    for word in ("Nguyễn Thị Thử", "Trần Văn Mẫu", "C0000001", "Đường Mẫu", "0900000001", "12/2026"):
        assert word.encode() not in bodies
