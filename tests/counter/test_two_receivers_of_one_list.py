"""Two officers sign for one bag on two machines and count it differently: the leader sees both and says what holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import permutations
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from counter.ports import Count
from counter.sample.content import MORNING
from counter.wiring.office import JournalCounterOffice
from resources.sample_ward.load import sample_staff
from shared.clock import SetClock
from shared.domain.consignment import Consignment
from shared.domain.custody import ONE_STOP
from shared.domain.dossier import Dossier
from shared.domain.office import Office
from shared.journal.read_model import CONSIGNMENTS, DOSSIERS
from shared.journal.verify import verify
from tests.counter.conftest import Build
from tests.counter.counters import STAFF, WARD, counter_at, everything_to
from tests.counter.post_and_office import POST, note_form
from tests.quick_hash import quick_hash

FEE_VND = 5000
BOTH = "Nguyễn Thị Thử (Bộ phận Một cửa) và Trần Văn Mẫu (Bộ phận Một cửa)"


def _with_a_password(sign_in: str) -> Office:
    """The ward, in which one person can sign in on a window."""
    known = next(each for each in sample_staff() if each.sign_in == sign_in)
    staff = (
        replace(each, password_hash=quick_hash(known.password)) if each.id == known.id else each for each in WARD.staff
    )
    return replace(WARD, staff=tuple(staff))


@dataclass
class Counted:
    """One bag of three notes: the first officer misses the first note, the second refuses the third."""

    post: JournalCounterOffice
    here: JournalCounterOffice
    there: JournalCounterOffice
    notes: tuple[str, ...] = ()
    record: str = ""

    def talk(self) -> None:
        """Everybody hears everything."""
        for source, target in permutations((self.post, self.here, self.there), 2):
            everything_to(source, target)

    def note(self, number: int) -> Consignment:
        with self.here.journal.reading() as reader:
            found = reader.state(CONSIGNMENTS, self.notes[number])
        assert found is not None
        return found

    def dossier(self, number: int) -> Dossier:
        with self.here.journal.reading() as reader:
            found = reader.state(DOSSIERS, self.note(number).registered_as or "")
        assert found is not None
        return found


@pytest.fixture
def counted(qapp: object, tmp_path: Path) -> Iterator[Counted]:
    clock, office = SetClock(MORNING), _with_a_password("phutrach")
    with ExitStack() as opened:
        machines = [
            opened.enter_context(counter_at(tmp_path, index, clock, office=office, sign_in=who))
            for index, who in enumerate(("buutu", "thu", "mau"), 1)
        ]
        bag = Counted(*machines)
        bag.notes = tuple(bag.post.make_note(note_form(f"{number:07}", FEE_VND)).id for number in (1, 2, 3))
        bag.record = bag.post.offer(ONE_STOP, (), tuple(("consignment", each) for each in bag.notes)).id
        bag.talk()
        bag.here.accept(bag.record, Count(missing=bag.notes[:1], counted_vnd=2 * FEE_VND), None)
        clock.advance(timedelta(minutes=3))
        refused = Count(refused={bag.notes[2]: "incomplete"}, counted_vnd=2 * FEE_VND)
        bag.there.accept(bag.record, refused, None)
        bag.talk()
        bag.here.officer = STAFF["phutrach"]
        yield bag


def test_the_leader_settles_on_the_screen_what_two_counted_differently(counted: Counted, build: Build) -> None:
    counted.here.officer = None
    window = build(office=counted.here)  # type: ignore[arg-type]  # the journal's office instead of the sample's
    window.sign_in("phutrach")
    window.click("counter_2")
    window.control(Qt.Key.Key_8)
    window.click("lead_conflicts")
    shown = [each.text() for each in window.window.findChildren(QLabel) if each.isVisible()]
    assert sum(BOTH in text for text in shown) == len(counted.here.lead_figures().conflicts) == 4
    the_second_button_says_that_the_post_has_it(counted, window.click)
    for _ in range(3):
        window.key(Qt.Key.Key_Y, Qt.KeyboardModifier.AltModifier)
    assert counted.here.lead_figures().conflicts == ()
    assert [counted.note(number).conflicts for number in range(3)] == [(), (), ()]
    counted.talk()
    for machine in (counted.here, counted.there, counted.post):
        with machine.journal.reading() as reader:
            assert verify(reader.connection, reader.office, frozenset({machine.journal.device})).findings == ()


def the_second_button_says_that_the_post_has_it(counted: Counted, click: Callable[[str], None]) -> None:
    rows = counted.here.lead_figures().conflicts
    at = next(at for at, each in enumerate(rows, start=1) if each.subject == counted.notes[0])
    assert rows[at - 1].other is not None
    assert rows[at - 1].other.vi == "Bưu điện phường Mẫu đang giữ"
    click(f"lead_conflict_other_{at}")
    note, dossier = counted.note(0), counted.dossier(0)
    assert (note.holder, dossier.holder, dossier.holder_kind, dossier.stage) == (POST, POST, "post", "with_post")
    assert not dossier.conflicts


def test_a_dossier_that_turns_out_to_be_with_the_post_is_brought_with_the_next_list(counted: Counted) -> None:
    row = next(each for each in counted.here.lead_figures().conflicts if each.subject == counted.notes[0])
    assert row.other_choice is not None
    counted.here.settle_conflict(row.prefix, row.subject, row.code, row.other_choice)
    counted.talk()
    found = counted.dossier(0)
    offered = counted.post.offer(ONE_STOP, (found.id,))
    counted.talk()
    counted.here.officer = STAFF["thu"]
    assert counted.here.open_handover(offered.id).fees == ()
    counted.here.accept(offered.id, Count(), None)
    assert (counted.dossier(0).holder, counted.dossier(0).stage, counted.dossier(0).conflicts) == (
        ONE_STOP,
        "received",
        (),
    )


def test_what_both_entered_is_named_with_both_codes_and_its_fee_stands_in_sight_twice(counted: Counted) -> None:
    row = next(each for each in counted.here.lead_figures().conflicts if each.code == "registered_twice")
    assert counted.dossier(1).code in row.what.vi
    assert len(set(re.findall(r"H99[0-9.]*-[0-9-]+[0-9]", row.what.vi))) == 2
    assert row.other_choice is None
    shown = counted.post.post_day(None).money
    assert (shown.taken_vnd, shown.due_vnd, shown.carried_vnd, shown.is_balanced) == (15_000, 15_000, 0, True)
    assert [each.difference_vnd for each in shown.differing] == [-FEE_VND]
