"""A note of the post becomes a dossier at the second signature: on two real journals, with and without a network."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from counter.ports import FeeForm
from counter.ports.consign import NoteForm
from shared.actions import hand_over
from shared.actions.enter_consignments import entering
from shared.actions.receive_dossier import promise_for
from shared.domain.custody import ONE_STOP
from shared.domain.handover_count import Count
from shared.domain.numbering import parse_dossier_code
from shared.domain.payment import FeePart
from shared.failures import EnvironmentFailure, Refusal
from shared.journal.payment_queries import payments_of_dossier
from shared.journal.verify import verify
from tests.counter.counters import STAFF, WARD, askable, kinds_of, written
from tests.counter.post_and_office import (
    APPLICANT,
    POST,
    PROCEDURE,
    Way,
    a_way,
    brought,
    dossier_at,
    note_at,
    note_form,
    person_of,
)
from tests.counter.test_garbage_in_every_field import GARBAGE

LACKING = askable(PROCEDURE)[1]


@pytest.fixture
def way(qapp: object, tmp_path: Path) -> Iterator[Way]:
    with a_way(tmp_path) as between:
        yield between


def test_a_note_has_a_number_of_its_machine_and_the_papers_are_with_the_post(way: Way) -> None:
    first, second = way.make(), way.make()
    assert (first.number, second.number) == ("PG-261123-01001", "PG-261123-01002")
    found = note_at(way.post, first.id)
    assert (found.holder, found.holder_kind, found.state) == (POST, "post", "made")
    assert [each.number for each in way.post.notes_of_today()] == [second.number, first.number]
    assert way.post.notes_of_today()[0].sender == APPLICANT.name


def test_the_second_signature_is_the_submission_and_everything_about_it_is_one_transaction(way: Way) -> None:
    note = way.make(note_form("0000021", 8000))
    offered = way.offer(note.id)
    way.by_network()
    way.later(minutes=50)
    way.accept(offered.id, Count(counted_vnd=8000))
    entered = note_at(way.office, note.id)
    assert entered.state == "registered"
    received = dossier_at(way.office, str(entered.registered_as))
    assert received.received_at == entered.submitted_at == way.clock.now()
    promise = promise_for(WARD, PROCEDURE, way.clock.now())
    assert promise is not None
    assert received.due_at == promise.due
    assert received.code == entered.registered_code
    assert parse_dossier_code(received.code).ordinal.startswith("2")
    assert (received.channel, received.return_way, received.consignment) == ("post", "post", note.id)
    assert (received.consignment_number, received.holder, received.documents) == (
        note.number,
        ONE_STOP,
        entered.documents,
    )


def test_the_applicant_is_copied_and_no_word_of_it_stands_in_an_event(way: Way) -> None:
    note = way.make()
    offered = way.offer(note.id)
    way.by_network()
    way.accept(offered.id)
    received = dossier_at(way.office, str(note_at(way.office, note.id).registered_as))
    made = person_of(way.post, note_at(way.post, note.id).applicant)
    assert person_of(way.office, received.applicant) == made
    assert made["return_address"] == "Thôn Mẫu"


def test_what_the_post_collected_is_a_payment_under_the_receipt_that_the_sender_got(way: Way) -> None:
    note = way.make(note_form("0000021", 8000))
    offered = way.offer(note.id)
    way.by_network()
    way.accept(offered.id, Count(counted_vnd=8000))
    received = str(note_at(way.office, note.id).registered_as)
    with way.office.journal.reading() as reader:
        (paid,) = payments_of_dossier(reader, received)
    assert (paid.way, paid.amount_vnd, paid.counter) == ("post", 8000, POST)
    assert paid.receipt is not None
    assert (paid.receipt.number, paid.carried_in, paid.consignment) == ("0000021", offered.id, note.id)
    assert dossier_at(way.office, received).fee_account.open_vnd == 0


def test_a_receipt_is_recorded_once(way: Way) -> None:
    way.make(note_form("21", 8000))
    with pytest.raises(Refusal, match="phiếu gửi PG-261123-01001"):
        way.make(note_form("0000021", 8000))


def test_a_receipt_of_the_post_is_not_recorded_for_another_payment(way: Way) -> None:
    note = way.make(note_form("0000021", 8000))
    way.by_network()
    here = way.office.receive(note_form().form).id
    taking = FeeForm(here, 5000, 5000, (FeePart("Lệ phí", 5000),), "cash", "01AB-26E", "21")
    with pytest.raises(Refusal, match=note.number):
        way.office.collect(taking)
    assert way.office.collect(replace(taking, number="22")).amount_vnd == 5000


def test_a_note_full_of_garbage_is_refused_in_words_or_made(way: Way) -> None:
    for text in GARBAGE.values():
        applicant = replace(APPLICANT, name=text, address=text, phone=text, email=text, identity_number=text)
        form = replace(note_form().form, applicant=applicant, return_address=text, documents=brought(text))
        with suppress(Refusal, EnvironmentFailure):
            made = way.make(NoteForm(form, text, text, text))
            way.accept_all(made.id)
    for node in (way.post, way.office):
        with node.journal.reading() as reader:
            assert verify(reader.connection, node.journal.office, frozenset({node.journal.device})).findings == ()


def test_a_signature_that_does_not_come_through_has_entered_nothing(way: Way) -> None:
    note = way.make(note_form("21", 8000))
    offered = way.offer(note.id)
    way.by_network()
    officer = way.office.signed_in()
    before = len(written(way.office))

    def power_cut(writer: object, signed: object) -> None:
        raise OSError(writer, signed)

    with pytest.raises(OSError, match=r".+"):
        hand_over.accept(
            way.office.journal,
            offered.id,
            unit=ONE_STOP,
            officer=officer.id,
            count=Count(counted_vnd=8000),
            then=hand_over.together(entering(way.office.entering(), officer.id), power_cut),
        )
    assert len(written(way.office)) == before
    assert note_at(way.office, note.id).state == "in_transit"
    way.accept(offered.id, Count(counted_vnd=8000))
    assert note_at(way.office, note.id).state == "registered"


def test_what_was_missing_or_refused_is_no_dossier_and_goes_back_to_the_sender(way: Way) -> None:
    taken, missing, refused = way.make(), way.make(), way.make()
    offered = way.offer(taken.id, missing.id, refused.id)
    way.by_network()
    way.accept(offered.id, Count(missing=(missing.id,), refused={refused.id: "incomplete"}))
    way.by_network()
    states = {each.number: each.state for each in way.post.notes_of_today()}
    assert states == {taken.number: "registered", missing.number: "made", refused.number: "refused"}
    way.post.give_note_back(refused.id)
    assert note_at(way.post, refused.id).holder_kind == "citizen"
    with pytest.raises(Refusal, match="đã kết thúc"):
        way.post.withdraw_note(refused.id)


def test_a_note_made_by_mistake_is_withdrawn_only_while_the_post_has_the_papers(way: Way) -> None:
    mistaken, sent = way.make(), way.make()
    way.post.withdraw_note(mistaken.id)
    way.offer(sent.id)
    with pytest.raises(Refusal, match="không do điểm bưu điện này giữ"):
        way.post.withdraw_note(sent.id)


def test_nobody_of_the_office_makes_notes_and_nobody_of_the_post_point_enters_them_by_hand(way: Way) -> None:
    note = way.make()
    way.post.officer = STAFF["thu"]
    with pytest.raises(Refusal, match="Chỉ nhân viên bưu điện"):
        way.post.make_note(note_form())
    way.post.officer = STAFF["buutu"]
    assert way.post.waiting_entries() == ()
    with pytest.raises(Refusal) as refused:
        way.post.enter_note(note.id)
    assert refused.value.code == "not_submitted"


def test_what_cannot_be_entered_waits_and_says_why_but_the_papers_have_changed_hands(way: Way) -> None:
    note = way.make(note_form())
    offered = way.offer(note.id)
    way.by_network()
    gone = way.office.office
    way.office.office = lambda: replace(WARD, procedures=())  # type: ignore[method-assign]
    way.accept(offered.id)
    assert note_at(way.office, note.id).holder == ONE_STOP
    way.office.office = gone  # type: ignore[method-assign]
    (waiting,) = way.office.waiting_entries()
    assert (waiting.number, waiting.here, waiting.why) == (note.number, True, None)
    assert way.office.enter_note(note.id).number == note.number


@pytest.fixture
def incomplete(way: Way) -> str:
    """A dossier that both know and that waits for a paper."""
    note = way.make()
    offered = way.offer(note.id)
    way.by_network()
    way.accept(offered.id)
    received = str(note_at(way.office, note.id).registered_as)
    way.office.request_supplement(received, (LACKING,), "Thiếu")
    way.by_network()
    return received


def supplement(way: Way, dossier: str, *papers: str) -> str:
    card = way.post.awaiting_supplement(dossier_at(way.post, dossier).code)
    assert (card.dossier, card.missing, card.applicant.name) == (dossier, (LACKING,), APPLICANT.name)
    form = note_form(supplements=dossier)
    return way.make(NoteForm(replace(form.form, documents=brought(*papers)), supplements=dossier)).id


def test_a_supplement_through_the_post_is_taken_at_the_second_signature(way: Way, incomplete: str) -> None:
    note = supplement(way, incomplete, LACKING)
    offered = way.offer(note)
    way.by_network()
    way.later(days=1)
    way.accept(offered.id)
    completed = dossier_at(way.office, incomplete)
    assert completed.supplement is not None
    assert completed.supplement.completed_at == way.clock.now()
    promise = promise_for(WARD, PROCEDURE, way.clock.now())
    assert promise is not None
    assert completed.due_at == promise.due
    assert note_at(way.office, note).registered_code == completed.code


def test_an_incomplete_supplement_waits_and_says_what_is_missing(way: Way, incomplete: str) -> None:
    note = supplement(way, incomplete, askable(PROCEDURE)[0])
    offered = way.offer(note)
    way.by_network()
    way.accept(offered.id)
    assert dossier_at(way.office, incomplete).awaits_supplement
    (waiting,) = way.office.waiting_entries()
    assert waiting.dossier == incomplete
    assert waiting.why is not None
    assert LACKING in waiting.why.vi
    way.office.take_supplement(incomplete, brought(LACKING))
    assert way.office.enter_note(note).dossier == incomplete
    assert kinds_of(way.office, note)[-1] == "consignment.registered"


def test_nothing_is_sent_to_complete_a_dossier_that_waits_for_nothing(way: Way) -> None:
    note = way.make()
    offered = way.offer(note.id)
    way.by_network()
    way.accept(offered.id)
    way.by_network()
    received = str(note_at(way.post, note.id).registered_as)
    with pytest.raises(Refusal, match="không chờ bổ sung"):
        way.post.awaiting_supplement(dossier_at(way.post, received).code)
    with pytest.raises(Refusal, match="không chờ bổ sung"):
        way.make(note_form(supplements=received))


def test_what_the_office_gives_back_before_entering_it_is_no_submission(way: Way) -> None:
    note = way.make()
    offered = way.offer(note.id)
    way.by_network()
    way.office.office, known = (lambda: replace(WARD, procedures=())), way.office.office  # type: ignore[method-assign]
    way.accept(offered.id)
    way.office.office = known  # type: ignore[method-assign]
    back = hand_over.offer(
        way.office.journal,
        way.office.program.node,
        giver=ONE_STOP,
        receiver=POST,
        papers=(("consignment", note.id),),
        officer=STAFF["thu"].id,
        office=WARD,
    )
    way.by_network()
    hand_over.accept(way.post.journal, back.id, unit=POST, officer=STAFF["buutu"].id)
    found = note_at(way.post, note.id)
    assert (found.state, found.submitted_at, found.holder) == ("refused", None, POST)
