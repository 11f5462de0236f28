"""The handover room on real journals: what may be listed, the list on paper, who signs by what, what differs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from counter.ports import Count, Settling
from counter.sample.content import MORNING
from counter.wiring.office import JournalCounterOffice
from shared.actions.hand_over import carried_list
from shared.clock import SetClock
from shared.domain import carried_note
from shared.domain.carried_list import CarriedList, from_codes, to_codes
from shared.failures import Refusal
from tests.counter.counters import STAFF, WARD, counter_at, everything_to, procedure_of_a_department, reception_form
from tests.counter.post_and_office import APPLICANT, POST, Way, a_way, note_form, on_paper
from tests.documents.reading import text_of
from tests.scanned import scanned

PROCEDURE = procedure_of_a_department()
DEPARTMENT = STAFF["tuphap"].unit


@pytest.fixture
def way(qapp: object, tmp_path: Path) -> Iterator[Way]:
    with a_way(tmp_path) as between:
        yield between


@pytest.fixture
def office(qapp: object, tmp_path: Path, clock: SetClock) -> Iterator[JournalCounterOffice]:
    """One counter of the office by itself, where nothing of the post is needed."""
    with counter_at(tmp_path, 1, clock, sign_in="thu") as counter:
        yield counter


def receive(counter: JournalCounterOffice) -> str:
    return counter.receive(reception_form(PROCEDURE)).id


def heard(counter: JournalCounterOffice, handover: str) -> CarriedList:
    """The list as the codes on its printed record tell it."""
    with counter.journal.reading() as reader:
        codes = to_codes(carried_list(reader, handover))
    return from_codes(scanned(codes))


def refused(way: Way, settling: Settling, handover: str) -> str:
    with pytest.raises(Refusal) as no:
        way.office.settle_difference(handover, settling)
    return no.value.code


def test_what_is_held_is_proposed_by_the_laws_time_for_it(office: JournalCounterOffice, clock: SetClock) -> None:
    clock.set(MORNING.replace(hour=14))
    early = receive(office)
    clock.set(MORNING.replace(hour=15, minute=30))
    late = receive(office)
    rows = office.papers_here(None)
    assert [(row.id, row.proposal) for row in rows] == [(early, "now"), (late, "next_morning")]
    assert {row.goes_to for row in rows} == {DEPARTMENT}
    assert rows[0].person == APPLICANT.name
    assert [row.id for row in office.not_handed_over()] == [early]
    clock.set(clock.now() + timedelta(days=3))
    assert {row.proposal for row in office.papers_here(None)} == {"overdue"}


def test_only_what_was_received_here_or_by_oneself_is_named_when_it_closes(
    office: JournalCounterOffice,
) -> None:
    office.open_counter("quay-1")
    mine = receive(office)
    office.officer = STAFF["mau"]
    assert [row.id for row in office.not_handed_over()] == [mine], "it lies at this counter"
    office.open_counter("quay-2")
    assert office.not_handed_over() == ()
    office.officer = STAFF["tuphap"]
    assert office.not_handed_over() == ()


def test_papers_of_every_kind_are_found_by_what_stands_on_them(way: Way) -> None:
    dossier = receive(way.office)
    note = way.make()
    code = way.office.find_dossier(way.office.papers_here(None)[0].code).code
    assert way.office.find_paper(code, None).id == dossier
    found = way.post.find_paper(note.number.lower(), None)
    assert (found.kind, found.id, found.goes_to, found.fit) == ("consignment", note.id, "one_stop", "fits")
    for text in ("PG-261123-99999", "EA000000000VN", "H99.99.01-261123-9999"):
        with pytest.raises(Refusal) as no:
            way.office.find_paper(text, None)
        assert no.value.code == "no_such_dossier"


def test_the_post_brings_notes_with_their_fees_and_the_office_enters_them_with_its_signature(way: Way) -> None:
    note = way.make(note_form("0000001", 8000))
    offered = way.post.offer("one_stop", (), (("consignment", note.id),))
    way.by_network()
    opened = way.office.open_handover(offered.id)
    assert [each.amount_vnd for each in opened.fees] == [8000]
    way.office.accept(offered.id, Count(counted_vnd=8000), None)
    (entered,) = way.office.papers_here(DEPARTMENT)
    assert (entered.kind, entered.person) == ("dossier", APPLICANT.name)
    signed = way.office.open_handover(offered.id)
    assert signed.differences == ()
    assert [(row.dossier, row.dossier_code) for row in signed.papers] == [(entered.id, entered.code)]


def test_a_paper_on_its_way_names_the_list_that_waits_for_a_signature(way: Way) -> None:
    note = way.make()
    offered = way.post.offer("one_stop", (), (("consignment", note.id),))
    way.by_network()
    assert way.office.find_paper(note.number, None).waits_on == offered.id
    way.office.accept(offered.id, Count(), None)
    assert way.office.find_paper(note.number, None).waits_on == ""


def test_a_list_that_only_paper_has_told_of_is_signed_for_and_everything_agrees_later(way: Way) -> None:
    first, second = way.make(note_form("0000001", 8000)), way.make()
    offered = way.post.offer("one_stop", (), (("consignment", first.id), ("consignment", second.id)))
    with pytest.raises(Refusal) as no:
        way.office.handover_numbered(offered.number)
    assert no.value.code == "no_such_handover"
    opened = way.office.heard_list(heard(way.post, offered.id))
    assert [(row.code, row.known) for row in opened.papers] == [(first.number, False), (second.number, False)]
    count = Count(missing=(second.id,), counted_vnd=8000, heard=opened.heard)
    assert way.office.accept(offered.id, count, None).state == "accepted"
    way.by_network()
    for machine in (way.post, way.office):
        after = machine.handover_numbered(offered.number)
        assert [(each.kind, each.code) for each in after.differences] == [("missing", second.number)]
        assert (after.given_by, after.taken_by) == (STAFF["buutu"].name, STAFF["thu"].name)
    assert [row.id for row in way.post.papers_here(None)] == [second.id], "what was missing is still with the post"
    assert way.office.heard_list(heard(way.post, offered.id)).heard is None, "it is known by now"


def test_notes_whose_codes_were_read_while_counting_are_entered_with_the_signature(way: Way) -> None:
    note = way.make(note_form("0000001", 8000))
    offered = way.post.offer("one_stop", (), (("consignment", note.id),))
    opened = way.office.heard_list(heard(way.post, offered.id))
    read = (carried_note.from_codes(on_paper(way.post, note.id)),)
    way.office.accept(offered.id, Count(counted_vnd=8000, heard=opened.heard, read=read), None)
    (entered,) = way.office.papers_here(DEPARTMENT)
    assert (entered.person, entered.proposal) == (APPLICANT.name, "now")
    way.by_network()
    assert way.post.find_paper(note.number, None).here is False
    assert way.office.papers_here(DEPARTMENT) == (entered,)


def test_both_sides_settle_what_differs_and_it_is_shown_who_did(way: Way) -> None:
    note = way.make(note_form("0000001", 8000))
    offered = way.post.offer("one_stop", (), (("consignment", note.id),))
    way.by_network()
    way.office.accept(offered.id, Count(counted_vnd=5000, extra=("H99.99.01-261120-0001",)), None)
    assert [each.amount_vnd for each in way.office.open_handover(offered.id).differences] == [0, -3000]
    assert refused(way, Settling("money", "", "explained"), offered.id) == "no_reason"
    assert refused(way, Settling("missing", "nothing", "lost"), offered.id) == "no_such_difference"
    way.office.settle_difference(offered.id, Settling("extra", "H99.99.01-261120-0001", "given_back"))
    way.by_network()
    way.post.settle_difference(offered.id, Settling("money", "", "paid", 3000))
    way.by_network()
    for machine in (way.post, way.office):
        after = machine.open_handover(offered.id)
        assert after.row.differences == 0
        assert [each.settled_by for each in after.differences] == [STAFF["thu"].name, STAFF["buutu"].name]


def test_a_difference_of_yesterday_is_still_among_the_records(way: Way) -> None:
    note = way.make()
    offered = way.post.offer("one_stop", (), (("consignment", note.id),))
    way.by_network()
    way.office.accept(offered.id, Count(missing=(note.id,)), None)
    way.later(days=1)
    assert [(row.number, row.differences) for row in way.office.handovers()] == [(offered.number, 1)]
    way.office.settle_difference(offered.id, Settling("missing", note.id, "found_at_giver"))
    assert way.office.handovers() == ()


def test_what_was_refused_or_damaged_is_kept_with_its_words(office: JournalCounterOffice) -> None:
    ids = (receive(office), receive(office))
    offered = office.offer(DEPARTMENT, ids)
    count = Count(refused={ids[0]: "incomplete"}, damaged=(ids[1],), notes={ids[0]: "Thiếu tờ khai", ids[1]: "Rách"})
    office.accept(offered.id, count, STAFF["tuphap"])
    opened = office.open_handover(offered.id)
    assert [(each.id, each.mark, each.reason, each.words) for each in opened.counted] == [
        (ids[0], "refused", "incomplete", "Thiếu tờ khai"),
        (ids[1], "damaged", None, "Rách"),
    ]
    assert "Thiếu tờ khai" in text_of(office.handover_record(offered.id))


def test_the_list_is_printed_with_its_papers_before_anybody_signs(office: JournalCounterOffice) -> None:
    dossier = receive(office)
    words = text_of(office.handover_list(DEPARTMENT, (("dossier", dossier),)))
    assert office.papers_here(None)[0].code in words
    assert office.handovers() == ()


def test_an_agency_signs_on_paper_and_the_giver_records_it(office: JournalCounterOffice) -> None:
    dossier = receive(office)
    offered = office.offer("phuong-ban", (dossier,))
    assert office.signers("phuong-ban") == ()
    assert office.accept_on_paper(offered.id, Count(), "Lê Văn Bản").state == "accepted"
    assert office.open_handover(offered.id).taken_by == "Lê Văn Bản"
    assert office.find_dossier(office.open_handover(offered.id).papers[0].code).holder_name.endswith("Bản")


def test_who_signs_for_a_unit_is_of_that_unit_and_may_hand_over(office: JournalCounterOffice) -> None:
    names = [each.name for each in office.signers(POST)]
    assert names == [STAFF["buutu"].name, STAFF["buucuc"].name]
    mine = [each.id for each in office.signers("one_stop")]
    assert STAFF["thu"].id not in mine, "nobody is their own other side"
    assert STAFF["quantri"].id not in mine, "the administrator hands nothing over"


def test_a_signer_is_proved_by_the_own_pin_five_tries_and_then_by_the_password(qapp: object, tmp_path: Path) -> None:
    member = next(each for each in WARD.staff if each.sign_in == "tuphap")
    quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    able = replace(member, pin_hash=quick.hash("550005"), password_hash=quick.hash("Mot-cua-mau-5"))
    office = replace(WARD, staff=tuple(able if each.id == able.id else each for each in WARD.staff))
    with counter_at(tmp_path, clock=SetClock(MORNING), office=office, sign_in="thu") as counter:
        assert counter.prove(able.id, "550005", "pin").id == able.id
        codes = []
        for _ in range(6):
            with pytest.raises(Refusal) as no:
                counter.prove(able.id, "000000", "pin")
            codes.append(no.value.code)
        assert codes == [*["wrong_pin"] * 4, "pin_locked", "pin_locked"]
        assert counter.prove(able.id, "Mot-cua-mau-5", "password").unit == DEPARTMENT
        assert counter.prove(able.id, "550005", "pin").id == able.id
        with pytest.raises(Refusal):
            counter.prove("nobody", "550005", "pin")


def test_two_offices_that_hear_of_each_other_later_agree_on_who_has_what(way: Way) -> None:
    dossier = receive(way.office)
    everything_to(way.office, way.post)
    offered = way.office.offer(DEPARTMENT, (dossier,))
    way.post.officer = STAFF["tuphap"]
    opened = way.post.heard_list(heard(way.office, offered.id))
    assert opened.papers[0].known, "the dossier is known, its list is not"
    way.post.accept(offered.id, Count(heard=opened.heard), None)
    way.later(minutes=5)
    way.by_network()
    rows = [machine.find_dossier(opened.papers[0].code) for machine in (way.office, way.post)]
    assert {(row.stage, row.holder_name) for row in rows} == {("processing", STAFF["tuphap"].unit_name)}
    assert way.office.open_handover(offered.id).taken_at == MORNING + timedelta(0)
