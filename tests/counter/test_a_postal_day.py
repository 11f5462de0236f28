"""Forty dossiers in by post, thirty-five results out; one refused, one missing, one damaged; no line from ten to two.

After every step the custody map of each machine says where the papers truly are.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from counter.ports import Count, Settling
from counter.ports.delivery import DeliveryCard, HandingForm
from shared.actions import hand_over
from shared.domain import carried_list, carried_note
from shared.domain.carried_list import CarriedList
from shared.domain.custody import ONE_STOP
from shared.domain.paper_code import Gathered
from shared.journal.consignment_queries import made_event
from shared.journal.dossier_queries import personal_records
from shared.journal.read_model import CONSIGNMENTS, DOSSIERS
from shared.journal.verify import verify
from tests.counter.postal_day import FEE_VND, POST, PostalDay, consign, postal_day, prepare, results_at_the_counter
from tests.scanned import scanned

ALL_IN, BEFORE_TEN, ALL_OUT = 40, 25, 35
PAPER_NUMBER = "000000000007"


def test_a_postal_employees_day(qapp: QApplication, tmp_path: Path) -> None:
    with postal_day(tmp_path) as day:
        results = results_at_the_counter(day, ALL_OUT)
        prepare(day, results)
        the_results_go_out(day, results)
        notes = [take_in(day, number) for number in range(1, BEFORE_TEN + 1)]
        record, entered = the_first_bag(day, notes)
        day.at(10)
        day.line = False
        later = [take_in(day, number) for number in range(BEFORE_TEN + 1, ALL_IN + 1)]
        entered += the_second_bag_on_paper(day, later)
        out = the_round(day, results[:-2])
        day.post.settle_difference(record, Settling("missing", notes[3], "found_at_giver"))
        day.step()
        the_line_is_back(day, later, entered[-len(later) :], out)
        the_rest_of_the_round(day, results[-2:])
        entered += the_missing_one_goes_after_all(day, notes[3])
        what_nobody_took_goes_back(day, notes[5], results[1])
        at_the_end(day, entered, [*notes, *later], results)


def the_results_go_out(day: PostalDay, results: list[str]) -> None:
    """Both sign on the office's machine, the postal employee with a PIN of her own."""
    day.at(8)
    offered = day.office.offer(POST, tuple(results))
    for ledger in day.both():
        ledger.send(results, ONE_STOP, POST)
    day.step()
    signer = next(each for each in day.office.signers(POST) if each.id == "staff-9")
    assert signer.name == "Ngô Thị Thử"
    assert day.post.officer is not None
    day.office.accept(offered.id, Count(), day.post.officer)
    for ledger in day.both():
        ledger.put(results, POST)
    day.step()
    assert len(day.post.delivery_lists().with_post) == len(results)


def take_in(day: PostalDay, number: int) -> str:
    """A citizen hands papers in at the post point; without a line only the post knows of it."""
    note = consign(day, number)
    for ledger in day.both() if day.line else (day.post_ledger,):
        ledger.put([note], POST)
    if number % 5 == 0:
        day.step()
    return note


def the_first_bag(day: PostalDay, notes: list[str]) -> tuple[str, list[str]]:
    """Counted at the office: one is not there, one not complete, one torn. Answers the record and the dossiers."""
    day.at(9, 40)
    offered = day.post.offer(ONE_STOP, (), tuple(("consignment", each) for each in notes))
    for ledger in day.both():
        ledger.send(notes, POST, ONE_STOP)
    day.step()
    missing, refused, torn = notes[3], notes[5], notes[7]
    there = [each for each in notes if each not in (missing, refused)]
    count = Count(
        missing=(missing,),
        refused={refused: "incomplete"},
        damaged=(torn,),
        notes={refused: "Thiếu Tờ khai", torn: "Rách góc trang 2"},
        counted_vnd=FEE_VND * len(there),
    )
    signed = day.office.accept(offered.id, count, None)
    assert signed.differences == 1
    entered = [entered_as(day, each) for each in there]
    for ledger in day.both():
        ledger.put([missing, refused], POST)
        ledger.end(there)
        ledger.put(entered, ONE_STOP)
    day.step()
    return offered.id, entered


def the_second_bag_on_paper(day: PostalDay, notes: list[str]) -> list[str]:
    """Neither machine hears of the other: the office scans the record's codes, signs, scans each note and enters it."""
    day.at(11, 30)
    offered = day.post.offer(ONE_STOP, (), tuple(("consignment", each) for each in notes))
    day.post_ledger.send(notes, POST, ONE_STOP)
    day.step()
    heard = list_on_paper(day, offered.id)
    opened = day.office.heard_list(heard)
    assert [paper.code for paper in opened.papers] == [each.code for each in heard.papers]
    day.office.accept(offered.id, Count(counted_vnd=FEE_VND * len(notes), heard=heard), None)
    day.step()
    signed = day.office.open_handover(offered.id)
    assert [paper.code for paper in signed.papers] == [each.code for each in heard.papers], "still known by its code"
    entered = [day.office.enter_paper(note_on_paper(day, each)).dossier for each in notes]
    day.office_ledger.put(entered, ONE_STOP)
    day.step()
    return entered


def list_on_paper(day: PostalDay, handover: str) -> CarriedList:
    """What the office's scanner reads of the record that the post has printed."""
    with day.post.journal.reading() as reader:
        printed = carried_list.to_codes(hand_over.carried_list(reader, handover))
    return carried_list.from_codes(read_off(printed))


def note_on_paper(day: PostalDay, note: str) -> Gathered:
    """The same of one consignment note."""
    with day.post.journal.reading() as reader:
        found, made = reader.state(CONSIGNMENTS, note), made_event(reader, note)
        assert found is not None
        assert found.applicant is not None
        assert made is not None
        applicant = personal_records(reader, [found.applicant])[found.applicant]
    return read_off(carried_note.to_codes(found, applicant, made.lamport))


def read_off(codes: tuple[str, ...]) -> Gathered:
    """The pieces as a scanner types them, the last one first."""
    return scanned(code.lower() for code in reversed(codes))


def the_round(day: PostalDay, results: list[str]) -> list[str]:
    """The first is not at home, the second does not want it, all others sign. Answers what was delivered."""
    day.at(12, 15)
    day.post.note_attempt(card_of(day, results[0]).row.id, "absent")
    day.post.note_attempt(card_of(day, results[1]).row.id, "refused")
    deliver_each(day, results[2:])
    day.post_ledger.end(results[2:])
    day.step()
    return results[2:]


def the_rest_of_the_round(day: PostalDay, results: list[str]) -> None:
    """With the line back the office hears of each delivery at once."""
    deliver_each(day, results)
    for ledger in day.both():
        ledger.end(results)
    day.step()


def deliver_each(day: PostalDay, results: list[str]) -> None:
    """Each addressee signs and shows a card."""
    for each in results:
        card = card_of(day, each)
        form = HandingForm("addressee", "identity_card", card.row.addressee_name, PAPER_NUMBER)
        day.post.hand_delivery(card.row.id, form)


def card_of(day: PostalDay, dossier: str) -> DeliveryCard:
    """The delivery of a dossier, found by its receipt."""
    code = next(row.code for row in day.post.delivery_lists().with_post if row.dossier == dossier)
    found = day.post.find_delivery(code)
    assert isinstance(found, DeliveryCard)
    return found


def entered_as(day: PostalDay, note: str) -> str:
    """The dossier that the office has made of a note."""
    with day.office.journal.reading() as reader:
        found = reader.state(CONSIGNMENTS, note)
    assert found is not None
    assert found.registered_as is not None
    return found.registered_as


def the_line_is_back(day: PostalDay, notes: list[str], entered: list[str], delivered: list[str]) -> None:
    """Both hear what the other did: the bag has arrived at the office, the results at their addressees."""
    day.at(14)
    day.line = True
    day.post_ledger.end(notes)
    day.post_ledger.put(entered, ONE_STOP)
    day.office_ledger.end(delivered)
    day.step()
    assert day.post_ledger.places == day.office_ledger.places
    assert [entered_as(day, each) for each in notes] == entered


def the_missing_one_goes_after_all(day: PostalDay, note: str) -> list[str]:
    """It lay at the post point; it goes to the office on a list of its own."""
    offered = day.post.offer(ONE_STOP, (), (("consignment", note),))
    for ledger in day.both():
        ledger.send([note], POST, ONE_STOP)
    day.step()
    day.office.accept(offered.id, Count(counted_vnd=FEE_VND), None)
    entered = entered_as(day, note)
    for ledger in day.both():
        ledger.end([note])
        ledger.put([entered], ONE_STOP)
    day.step()
    return [entered]


def what_nobody_took_goes_back(day: PostalDay, refused: str, unwanted: str) -> None:
    """What the office refused goes back to the sender, the result that nobody wanted to the office."""
    day.post.give_note_back(refused)
    for ledger in day.both():
        ledger.end([refused])
    day.step()
    day.post.give_up_delivery(card_of(day, unwanted).row.id)
    offered = day.post.offer(ONE_STOP, (unwanted,))
    for ledger in day.both():
        ledger.send([unwanted], POST, ONE_STOP)
    day.step()
    day.office.accept(offered.id, Count(), None)
    for ledger in day.both():
        ledger.put([unwanted], ONE_STOP)
    day.step()


def at_the_end(day: PostalDay, entered: list[str], notes: list[str], results: list[str]) -> None:
    """Every note has one fate, every dossier one code; no machine contradicts another, and nothing is in conflict."""
    assert len(notes) == ALL_IN
    assert len(set(entered)) == ALL_IN - 1
    documents = []
    for machine in day.machines:
        with machine.journal.reading() as reader:
            states = [reader.state(DOSSIERS, each) for each in (*entered, *results)]
            deliveries = [reader.state(CONSIGNMENTS, each) for each in notes]
            assert all(state is not None and not state.conflicts for state in (*states, *deliveries))
            assert len({state.code for state in states if state}) == len(states)
            assert {state.consignment for state in states[: len(entered)] if state} == set(notes) - {notes[5]}
            assert sum(state.returned_at is not None for state in states if state) == ALL_OUT - 2
            assert sum(state.fee_account.paid_vnd for state in states if state) == FEE_VND * (ALL_IN - 1)
            assert sorted(each.state for each in deliveries if each).count("given_back") == 1
            documents.append((states, deliveries))
            assert verify(reader.connection, reader.office, frozenset({machine.journal.device})).findings == ()
    assert documents[0] == documents[1] == documents[2]
