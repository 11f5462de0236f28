"""A postal round trip and every question about it: on SQLite and on PostgreSQL, word for word the same answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from shared.actions import deliver, hand_over
from shared.actions.act import act
from shared.actions.carry_fees import carrying
from shared.actions.deliver import Handing, Preparation
from shared.actions.enter_consignments import Entering, entering
from shared.actions.make_consignment import Consigning, make_consignment
from shared.clock import SetClock
from shared.domain import dossier
from shared.domain.custody import ONE_STOP
from shared.domain.dossier import GivenDocument, MarkResultReady
from shared.domain.handover import Handover, PaperKind, Settle
from shared.domain.handover_count import Count
from shared.domain.office import Office
from shared.domain.payment import Receipt
from shared.domain.post_money import post_money
from shared.journal import (
    consignment_queries,
    custody_queries,
    delivery_queries,
    held_queries,
    paper_queries,
    payment_queries,
    post_day_queries,
)
from shared.journal.journal import Journal, Reader
from shared.journal.node import Node
from shared.journal.read_model import CONSIGNMENTS, DOSSIERS
from shared.journal.verify import verify
from tests.journal.conftest import OFFICE
from tests.staffed import staffed_ward

POST, DEPARTMENT = "buu-dien-mau", "van-phong"
HOMES = (ONE_STOP,)
EXTRA = "H99.99.01-261120-0001"
APPLICANT = {"name": "Nguyễn Thị Mẫu", "address": "Thôn Mẫu", "kind": "citizen"}
SIGNED = Handing("addressee", "identity_card", "Nguyễn Thị Mẫu", "000000000001")


@dataclass
class Round:
    """The journal and what has become of the papers."""

    journal: Journal
    office: Office
    node: Node
    clock: SetClock
    notes: tuple[str, ...] = ()

    def give(self, giver: str, receiver: str, *papers: tuple[PaperKind, str], count: Count | None = None) -> Handover:
        """One list, both sides signing."""
        given = hand_over.offer(
            self.journal,
            self.node,
            giver=giver,
            receiver=receiver,
            papers=papers,
            officer="staff-9",
            office=self.office,
        )
        self.clock.advance(timedelta(minutes=1))
        at = Entering(self.journal, self.node, self.office)
        then = hand_over.together(entering(at, "staff-1"), deliver.passing(self.office, "staff-1"), carrying("staff-1"))
        return hand_over.accept(
            self.journal, given.id, unit=receiver, officer="staff-1", count=count or Count(), then=then
        )


def test_everything_the_post_does_and_asks_is_the_same_on_both_databases(server: Journal, clock: SetClock) -> None:
    node = Node(OFFICE, server.device, "counter", "Quầy 1", 1, 1, 1, "http://127.0.0.1:9", "00" * 32)
    one = Round(server, staffed_ward(), node, clock)
    record = the_bag_is_counted(one)
    dossier_id = the_result_goes_out(one)
    with server.reading() as reader:
        the_map_is_right(reader, one, dossier_id)
        the_lists_are_right(reader, one, record, dossier_id)
        the_money_is_right(reader, one)
    at_the_door(one, dossier_id)


def the_bag_is_counted(one: Round) -> Handover:
    for number in (1, 2, 3):
        entered = Consigning(
            procedure="1.004884",
            documents=(GivenDocument("Tờ khai", 1, 0),),
            sets=1,
            return_way="post",
            applicant=APPLICANT,
            fee_vnd=1000 * number,
            receipt=Receipt("01AB-26E", f"{number:07}"),
            tracking=f"EA00000000{number}VN",
        )
        made = make_consignment(one.journal, one.office, one.node, entered, post=POST, officer="staff-9")
        one.notes += (made.id,)
        one.clock.advance(timedelta(minutes=1))
    count = Count(missing=one.notes[2:], extra=(EXTRA,), counted_vnd=2500)
    signed = one.give(POST, ONE_STOP, *(("consignment", each) for each in one.notes), count=count)
    settle = Settle(POST, "money", "", "paid", 300)
    return hand_over.settle_difference(one.journal, signed.id, settle, officer="staff-9")


def the_result_goes_out(one: Round) -> str:
    with one.journal.reading() as reader:
        note = reader.state(CONSIGNMENTS, one.notes[0])
    assert note is not None
    item = note.registered_as
    assert item is not None
    one.give(ONE_STOP, DEPARTMENT, ("dossier", item))
    act(one.journal, DOSSIERS, dossier.decide, item, MarkResultReady(DEPARTMENT, "granted"), "staff-5")
    one.give(DEPARTMENT, ONE_STOP, ("dossier", item))
    preparation = Preparation(item, "result", "commune", {**APPLICANT, "recipients": []}, "EB000000001VN")
    with one.journal.reading() as reader:
        assert [each.id for each in delivery_queries.results_to_send(reader, ONE_STOP)] == [item]
    made = deliver.prepare(one.journal, one.office, preparation, unit=ONE_STOP, officer="staff-1")
    with one.journal.reading() as reader:
        on_the_way = delivery_queries.mail_on_the_way(reader)
        assert [(each.delivery.id, each.delivery.state) for each in on_the_way] == [(made.id, "prepared")]
        assert held_queries.deliveries_of_results(reader, [item]) == {item: "prepared"}
    one.give(ONE_STOP, POST, ("dossier", item))
    deliver.attempt(one.journal, one.office, made.id, "absent", post=POST, officer="staff-9")
    return item


def the_map_is_right(reader: Reader, one: Round, dossier_id: str) -> None:
    spots = {(each.kind, each.holder, each.transit_to): each.count for each in custody_queries.places(reader, HOMES)}
    assert spots == {
        ("consignment", POST, None): 1,
        ("dossier", ONE_STOP, None): 1,
        ("dossier", POST, None): 1,
    }
    at_post = custody_queries.papers_at(reader, HOMES, POST, None, 10)
    assert [paper.id for _, paper in at_post] == [one.notes[2], dossier_id]
    assert custody_queries.lost_papers(reader, HOMES) == ()
    assert custody_queries.unsigned_lists(reader) == ()
    kept = custody_queries.with_post(reader, (POST,))
    assert {(each.kind, each.id) for each in kept} == {("consignment", one.notes[2]), ("dossier", dossier_id)}
    hands = custody_queries.chain_of_hands(reader, "dossier", dossier_id)
    assert [each.holder for each in hands] == [POST, ONE_STOP, DEPARTMENT, ONE_STOP, POST]
    for number in ("PG-261123-01001", "EB000000001VN"):
        assert custody_queries.paper_by_number(reader, number) is not None
    held = held_queries.papers_held_by(reader, POST, ("with_post",))
    assert [(each.kind, each.paper.id) for each in held] == [("dossier", dossier_id), ("consignment", one.notes[2])]


def the_lists_are_right(reader: Reader, one: Round, record: Handover, dossier_id: str) -> None:
    notes = consignment_queries.notes_of_post(reader, POST, 0)
    assert [each.id for each in notes] == list(reversed(one.notes))
    assert [each.state for each in notes] == ["made", "registered", "registered"]
    assert consignment_queries.submitted_notes(reader, (ONE_STOP,)) == ()
    assert consignment_queries.notes_not_here(reader, (ONE_STOP,), one.journal.now()) == ()
    assert len(consignment_queries.dossiers_without_receipt(reader, (ONE_STOP,), one.journal.now())) == 2
    taken = consignment_queries.record_that_took(reader, one.notes[1])
    assert taken is not None
    assert (taken.id, consignment_queries.is_entered(reader, one.notes[1])) == (record.id, True)
    assert len(consignment_queries.notes_for_dossier(reader, dossier_id)) == 1
    out = delivery_queries.mail_on_the_way(reader)
    assert [(each.dossier.id, each.delivery.invitations) for each in out] == [(dossier_id, 1)]
    assert [each.dossier for each in delivery_queries.deliveries_tracked(reader, "EB000000001VN")] == [dossier_id]
    assert delivery_queries.mail_back(reader, "one_stop") == ()
    assert delivery_queries.mail_delivered_since(reader, 0, POST) == ()
    assert delivery_queries.letters_to_send(reader, "one_stop") == ()
    assert custody_queries.handover_numbers(reader, [record.id]) == {record.id: record.number}
    found = paper_queries.handover_by_number(reader, record.number)
    assert found == record
    assert found.open_discrepancies == (("missing", one.notes[2]), ("extra", EXTRA), ("money", ""))


def the_money_is_right(reader: Reader, one: Round) -> None:
    now = one.journal.now()
    begins = now - timedelta(hours=12)
    papers = post_day_queries.post_papers(reader, POST, begins)
    given = [each for each in papers.handovers if each.giver == POST]
    money = post_money(papers.fees, given, begins, now + timedelta(minutes=1))
    assert (money.taken_vnd, money.due_vnd, money.carried_vnd) == (6000, 3000, 3000)
    assert [each.difference_vnd for each in money.differing] == [-200]
    assert post_day_queries.fees_to_carry(reader, POST, now) == ()
    brought = post_day_queries.brought_between(reader, (POST,), begins, now + timedelta(minutes=1))
    assert [(each.counted_vnd, each.paid_vnd) for _, each in brought] == [(2500, 300)]
    receipts = [Receipt("01AB-26E", f"{number:07}") for number in (1, 2, 3)]
    assert [len(consignment_queries.notes_with_receipt(reader, each)) for each in receipts] == [1, 1, 1]
    assert [len(payment_queries.payments_with_receipt(reader, each)) for each in receipts] == [1, 1, 0]


def at_the_door(one: Round, dossier_id: str) -> None:
    with one.journal.reading() as reader:
        (out,) = delivery_queries.mail_on_the_way(reader)
    done = deliver.deliver(one.journal, one.office, out.delivery.id, SIGNED, post=POST, officer="staff-9")
    assert (done.dossier.holder, done.dossier.stage) == ("citizen", "returned")
    with one.journal.reading() as reader:
        assert [each.dossier.id for each in delivery_queries.mail_delivered_since(reader, 0, POST)] == [dossier_id]
        assert {(each.kind, each.holder) for each in custody_queries.places(reader, HOMES)} == {
            ("consignment", POST),
            ("dossier", ONE_STOP),
        }
        assert verify(reader.connection, OFFICE, frozenset({one.journal.device})).findings == ()
