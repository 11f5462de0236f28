"""Notes of the post without a network: what stands on the paper is enough, and agrees with what comes later."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from counter.ports.consign import NoteForm
from shared.actions import hand_over
from shared.domain import carried_note
from shared.domain.handover_count import Count
from shared.domain.paper_code import gather, read_piece
from shared.failures import Refusal
from shared.journal.verify import verify
from tests.counter.counters import CERTIFIED_COPY, STAFF, askable, counter_at, everything_to
from tests.counter.post_and_office import (
    APPLICANT,
    PROCEDURE,
    Way,
    a_way,
    brought,
    dossier_at,
    note_at,
    note_form,
    notes_about,
    on_paper,
    person_of,
)
from tests.documents.reading import codes_of, text_of


@pytest.fixture
def way(qapp: object, tmp_path: Path) -> Iterator[Way]:
    with a_way(tmp_path) as between:
        yield between


def test_the_receipts_of_what_the_post_brought_are_printed_once_and_none_where_the_result_is_given_at_once(
    way: Way,
) -> None:
    at_once = replace(note_form().form, procedure=CERTIFIED_COPY.procedure, documents=CERTIFIED_COPY.documents)
    first, second = way.make(), way.make(NoteForm(at_once))
    way.accept_all(first.id, second.id)
    heard_later = way.make()
    signed_on_paper(way, heard_later.id)
    from_paper = way.office.enter_paper(on_paper(way.post, heard_later.id))
    wanted = [str(note_at(way.office, first.id).registered_as), from_paper.dossier]
    assert [each.dossier for each in way.office.receipts_to_print()] == wanted
    for each in way.office.receipts_to_print():
        assert not way.office.form_01(each.dossier).copy
    assert way.office.receipts_to_print() == ()
    assert way.post.receipts_to_print() == ()


def test_after_a_supplement_through_the_post_a_further_receipt_with_the_new_promise_is_printed_once(way: Way) -> None:
    first = way.make()
    way.accept_all(first.id)
    received = str(note_at(way.office, first.id).registered_as)
    way.office.form_01(received)
    lacking = askable(PROCEDURE)[1]
    way.office.request_supplement(received, (lacking,), "Thiếu")
    way.by_network()
    way.later(days=1)
    form = note_form(supplements=received)
    further = way.make(replace(form, form=replace(form.form, documents=brought(lacking))))
    assert way.office.receipts_to_print() == ()
    way.accept_all(further.id)
    assert [each.dossier for each in way.office.receipts_to_print()] == [received]
    way.later(minutes=1)
    assert not way.office.form_01(received).copy
    assert way.office.receipts_to_print() == ()


def test_the_book_of_receipts_in_use_is_that_of_the_last_note_made_on_this_machine(way: Way, tmp_path: Path) -> None:
    way.make(note_form("0000021", 8000))
    way.later(minutes=1)
    way.make(note_form())
    assert way.post.last_receipt_series() == "01AB-26E"
    with counter_at(tmp_path, 3, way.clock, sign_in="buucuc") as other:
        everything_to(way.post, other)
        assert len(other.notes_of_today()) == 2
        assert other.last_receipt_series() == ""


def signed_on_paper(way: Way, *notes: str) -> str:
    """The office signs for a list that it knows from the codes on paper only."""
    offered = way.offer(*notes)
    with way.post.journal.reading() as reader:
        heard = hand_over.carried_list(reader, offered.id)
    way.later(minutes=50)
    way.accept(offered.id, Count(heard=heard))
    return offered.id


def test_without_a_network_the_note_waits_and_its_paper_is_enough(way: Way) -> None:
    note = way.make(note_form())
    signed_on_paper(way, note.id)
    (waiting,) = way.office.waiting_entries()
    assert (waiting.id, waiting.here, waiting.number) == (note.id, False, "")
    signed_at = way.clock.now()
    way.later(minutes=30)
    entered = way.office.enter_paper(on_paper(way.post, note.id))
    received = dossier_at(way.office, entered.dossier)
    assert received.received_at == signed_at
    assert person_of(way.office, received.applicant)["name"] == APPLICANT.name
    assert way.office.waiting_entries() == ()


def test_what_the_printer_printed_is_read_by_a_scanner_and_entered(way: Way) -> None:
    note = way.make(note_form("0000021", 8000))
    offered = way.offer(note.id)
    with way.post.journal.reading() as reader:
        heard = hand_over.carried_list(reader, offered.id)
    way.accept(offered.id, Count(heard=heard, counted_vnd=8000))
    printed = way.post.note_paper(note.id, copy=False)
    assert note.number in text_of(printed)
    (code,) = (each for each in codes_of(printed, 200) if each.startswith(carried_note.PREFIX))
    piece = read_piece(code)
    assert piece is not None
    entered = way.office.enter_paper(gather(None, piece))
    received = dossier_at(way.office, entered.dossier)
    assert (received.consignment_number, received.fee_account.paid_vnd) == (note.number, 8000)
    assert person_of(way.office, received.applicant)["return_address"] == "Thôn Mẫu"


def test_read_while_it_was_counted_it_is_entered_with_the_signature(way: Way) -> None:
    note = way.make()
    offered = way.offer(note.id)
    with way.post.journal.reading() as reader:
        heard = hand_over.carried_list(reader, offered.id)
    read = carried_note.from_codes(on_paper(way.post, note.id))
    way.later(minutes=5)
    way.accept(offered.id, Count(heard=heard), papers=(read,))
    assert way.office.waiting_entries() == ()
    way.by_network()
    found = note_at(way.post, note.id)
    assert (found.state, found.conflicts, found.submitted_at) == ("registered", (), way.clock.now())


def test_what_was_entered_from_paper_agrees_with_the_notes_own_events_when_they_come(way: Way) -> None:
    note = way.make()
    signed_on_paper(way, note.id)
    entered = way.office.enter_paper(on_paper(way.post, note.id))
    way.by_network()
    for node in (way.post, way.office):
        found = note_at(node, note.id)
        assert (found.state, found.registered_code, found.conflicts) == ("registered", entered.code, ())
        assert found.submitted_at == dossier_at(node, entered.dossier).received_at
        with node.journal.reading() as reader:
            assert verify(reader.connection, node.journal.office, frozenset({node.journal.device})).findings == ()
    assert way.office.enter_arrived() == ()
    assert [each.id for each in notes_about(way.post, entered.dossier)] == [note.id]


def test_the_content_that_arrives_later_is_entered_by_itself_on_the_machine_that_signed(way: Way) -> None:
    note = way.make()
    signed_on_paper(way, note.id)
    signed_at = way.clock.now()
    assert way.office.enter_arrived() == ()
    way.later(hours=2)
    everything_to(way.post, way.office)
    (entered,) = way.office.enter_arrived()
    assert dossier_at(way.office, entered.dossier).received_at == signed_at
    assert way.office.enter_arrived() == ()


def test_another_counter_of_the_office_does_not_enter_it_by_itself(way: Way, tmp_path: Path) -> None:
    note = way.make()
    signed_on_paper(way, note.id)
    with counter_at(tmp_path, 3, way.clock, sign_in="mau") as other:
        everything_to(way.post, other)
        everything_to(way.office, other)
        assert [each.id for each in other.waiting_entries()] == [note.id]
        assert other.enter_arrived() == ()


def test_entered_on_two_machines_apart_is_a_conflict_that_names_both_codes_and_both_persons(
    way: Way, tmp_path: Path
) -> None:
    note = way.make()
    signed_on_paper(way, note.id)
    with counter_at(tmp_path, 3, way.clock, sign_in="mau") as other:
        everything_to(way.post, other)
        everything_to(way.office, other)
        one, two = way.office.enter_paper(on_paper(way.post, note.id)), other.enter_note(note.id)
        everything_to(other, way.office)
        everything_to(way.office, other)
        (conflict,) = note_at(way.office, note.id).conflicts
        assert conflict.code == "registered_twice"
        assert one.code in conflict.vi
        assert two.code in conflict.vi
        assert "dừng hồ sơ" in conflict.vi
        assert set(conflict.parties) == {STAFF["thu"].id, STAFF["mau"].id}
        assert note_at(other, note.id) == note_at(way.office, note.id)


def test_paper_that_nobody_has_signed_for_is_not_entered(way: Way) -> None:
    note = way.make()
    with pytest.raises(Refusal) as refused:
        way.office.enter_paper(on_paper(way.post, note.id))
    assert refused.value.code == "not_submitted"
    signed_on_paper(way, note.id)
    entered = way.office.enter_paper(on_paper(way.post, note.id))
    with pytest.raises(Refusal, match="đã vào sổ"):
        way.office.enter_paper(on_paper(way.post, note.id))
    assert dossier_at(way.office, entered.dossier).code == entered.code
