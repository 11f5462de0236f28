"""Two machines whose clocks disagree hand papers to each other: who has what, by when, and whose money is right."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from counter.custody.words import age_words
from counter.ports import Count
from counter.ports.delivery import DeliveryForm, HandingForm
from counter.sample.content import MORNING
from counter.wiring.office import JournalCounterOffice
from shared.clock import SetClock
from shared.domain.custody import ONE_STOP
from shared.journal.verify import verify
from tests.counter.counters import STAFF, counter_at, everything_to, procedure_of_a_department, reception_form
from tests.counter.post_and_office import dossier_at, note_at, note_form

PROCEDURE = procedure_of_a_department()
ELSEWHERE = "phuong-ban"
CLOCKS = {
    "an hour behind": MORNING - timedelta(hours=1),
    "a day ahead": MORNING + timedelta(days=1),
    "a week ahead": MORNING + timedelta(days=7),
    "at the beginning of time": datetime(1970, 1, 1, 0, 0, 1, tzinfo=UTC),
}


@dataclass
class Two:
    """The post's machine, whose clock is right, and the office's."""

    post: JournalCounterOffice
    office: JournalCounterOffice
    clock: SetClock
    other: SetClock

    def talk(self) -> None:
        """Both hear everything; a minute passes at each."""
        everything_to(self.post, self.office)
        everything_to(self.office, self.post)
        for each in (self.clock, self.other):
            each.advance(timedelta(minutes=1))

    def both(self) -> tuple[JournalCounterOffice, JournalCounterOffice]:
        """Both machines."""
        return self.post, self.office


@pytest.fixture(params=CLOCKS)
def two(qapp: object, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Two]:
    clock, other = SetClock(MORNING), SetClock(CLOCKS[request.param])
    with ExitStack() as opened:
        post = opened.enter_context(counter_at(tmp_path, 1, clock, sign_in="buutu"))
        office = opened.enter_context(counter_at(tmp_path, 2, other, sign_in="thu"))
        yield Two(post, office, clock, other)


def test_papers_money_and_time_limits_are_right_whatever_the_other_clock_says(two: Two) -> None:
    notes = [two.post.make_note(note_form(f"{number:07}", 5000)).id for number in (1, 2)]
    offered = two.post.offer(ONE_STOP, (), tuple(("consignment", each) for each in notes))
    two.talk()
    signed_at = two.other.now()
    two.office.accept(offered.id, Count(counted_vnd=10_000), None)
    two.talk()
    the_time_limit_counts_from_the_second_signature(two, notes, signed_at)
    the_money_was_brought_once(two)
    if signed_at.year > 1970:
        the_result_goes_back(two)
        an_agency_signs_on_paper(two)
    the_maps_agree(two)


def the_time_limit_counts_from_the_second_signature(two: Two, notes: list[str], signed_at: datetime) -> None:
    """The receiver's clock counts: its time stands on the record (Decision 45/2016/QĐ-TTg Art. 7)."""
    for machine in two.both():
        assert [note_at(machine, each).submitted_at for each in notes] == [signed_at] * 2
        assert not any(note_at(machine, each).conflicts for each in notes)
    dossiers = [note_at(two.office, each).registered_as or "" for each in notes]
    if signed_at.year > 1970:
        for each in dossiers:
            found = dossier_at(two.post, each)
            same = two.office.receive(reception_form(PROCEDURE))
            assert (found.received_at, found.due_at) == (signed_at, same.due_at)


def the_money_was_brought_once(two: Two) -> None:
    two.post.make_note(note_form("0000003", 7000))
    again = two.post.offer(ONE_STOP, (), (("consignment", two.post.notes_of_today()[0].id),))
    two.talk()
    assert [(each.amount_vnd) for each in two.office.open_handover(again.id).fees] == [7000]
    two.office.accept(again.id, Count(counted_vnd=7000), None)
    two.talk()


def the_result_goes_back(two: Two) -> None:
    """Through the department, whose machine has the right clock, and out by post."""
    dossier = two.office.receive(reception_form(PROCEDURE)).id
    two.talk()
    _carried(two, two.office, "thu", two.post, "tuphap", dossier)
    two.post.mark_result_ready(dossier, "granted")
    two.talk()
    _carried(two, two.post, "tuphap", two.office, "thu", dossier)
    form = DeliveryForm(dossier, "result", "commune", "Nguyễn Thị Mẫu", "Thôn Mẫu", "", (), "", 0)
    delivery = two.office.prepare_delivery(form).id
    two.talk()
    _carried(two, two.office, "thu", two.post, "buutu", dossier)
    card = two.post.delivery_card(delivery)
    assert card.may_deliver
    two.post.note_attempt(delivery, "absent")
    two.post.hand_delivery(delivery, HandingForm("addressee", "identity_card", "Nguyễn Thị Mẫu", "000000000001"))
    two.talk()
    assert {dossier_at(each, dossier).stage for each in two.both()} == {"returned"}


def _carried(
    two: Two, giver: JournalCounterOffice, gives: str, receiver: JournalCounterOffice, takes: str, dossier: str
) -> None:
    """It goes from one to the other; both machines then say who has it."""
    giver.officer, receiver.officer = STAFF[gives], STAFF[takes]
    offered = giver.offer(STAFF[takes].unit, (dossier,))
    two.talk()
    assert [each.id for each in receiver.handovers() if each.state == "offered"] == [offered.id]
    receiver.accept(offered.id, Count(), None)
    two.talk()
    for machine in two.both():
        found = dossier_at(machine, dossier)
        assert (found.holder, found.held_by, found.transit) == (STAFF[takes].unit, STAFF[takes].id, None)
        assert not found.conflicts


def an_agency_signs_on_paper(two: Two) -> None:
    """The office lists it on the machine with the wrong clock, and records the receipt on the other, at once."""
    dossier = two.office.receive(replace(reception_form(PROCEDURE), competent=ELSEWHERE)).id
    offered = two.office.offer(ELSEWHERE, (dossier,))
    two.talk()
    two.post.officer = STAFF["thu"]
    two.post.accept_on_paper(offered.id, Count(), "Trần Văn Mẫu")
    two.talk()
    found = dossier_at(two.office, dossier)
    assert (found.holder, found.conflicts) == (ELSEWHERE, ())
    assert found.competent is not None
    assert found.competent.reached_at is not None


def the_maps_agree(two: Two) -> None:
    two.post.officer = STAFF["thu"]
    spots = [{(each.holder, each.transit_to): each.count for each in one.custody_map().spots} for one in two.both()]
    assert spots[0] == spots[1]
    for machine, sign_in in zip(two.both(), ("buutu", "thu"), strict=True):
        machine.officer = STAFF[sign_in]
        shown = machine.custody_map()
        assert not any(age_words(shown.at - each.oldest).startswith("-") for each in shown.spots)
        for each in shown.spots:
            machine.papers_at(each.holder, each.transit_to)
        with machine.journal.reading() as reader:
            assert verify(reader.connection, reader.office, frozenset({machine.journal.device})).findings == ()
