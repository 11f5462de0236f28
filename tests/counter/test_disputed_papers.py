"""A list that one side took back while the other signed: the leader sees paper and persons, and says who has it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from counter.lead.conflict_row import ConflictRow
from counter.ports import Count
from counter.sample.content import MORNING
from counter.wiring.office import JournalCounterOffice
from shared.clock import SetClock
from shared.domain.custody import ONE_STOP
from shared.domain.dossier import Dossier
from shared.domain.handover import Handover
from shared.failures import Refusal
from shared.journal.read_model import DOSSIERS, HANDOVERS
from shared.journal.verify import verify
from tests.counter.counters import STAFF, counter_at, procedure_of_a_department, reception_form
from tests.counter.test_two_counters_apart import deliver, missing_at, people_of

PROCEDURE = procedure_of_a_department()


class Dispute:
    """Two counters, of the office and of the department, that know the same dossiers."""

    def __init__(self, here: JournalCounterOffice, there: JournalCounterOffice) -> None:
        self.here, self.there = here, there
        here.officer = STAFF["thu"]
        self.dossiers = tuple(here.receive(reception_form(PROCEDURE)).id for _ in range(5))

    def talk(self) -> None:
        """Each hears what the other has written."""
        for source, target in ((self.here, self.there), (self.there, self.here)):
            deliver(target, missing_at(source, target), people_of(source))

    def arises(self) -> str:
        """The giver takes the list back, the receiver signs for it; then both hear of each other."""
        self.here.officer, self.there.officer = STAFF["thu"], STAFF["tuphap"]
        offered = self.here.offer("van-phong", self.dossiers)
        self.talk()
        self.here.cancel_handover(offered.id)
        self.there.accept(offered.id, Count(), None)
        self.talk()
        self.here.officer = STAFF["phutrach"]
        return offered.id

    def rows(self) -> tuple[ConflictRow, ...]:
        """What the leader is asked."""
        return self.here.lead_figures().conflicts

    def of_list(self) -> ConflictRow:
        """The one about the list itself."""
        return next(each for each in self.rows() if each.prefix == "handover")

    def dossier(self, number: int = 0) -> Dossier:
        with self.here.journal.reading() as reader:
            found = reader.state(DOSSIERS, self.dossiers[number])
        assert found is not None
        return found

    def handover(self, identity: str) -> Handover:
        with self.here.journal.reading() as reader:
            found = reader.state(HANDOVERS, identity)
        assert found is not None
        return found


@pytest.fixture
def dispute(qapp: object, tmp_path: Path) -> Iterator[Dispute]:
    clock = SetClock(MORNING)
    with ExitStack() as opened:
        yield Dispute(*(opened.enter_context(counter_at(tmp_path, index, clock)) for index in (1, 2)))


def test_the_leader_reads_which_dossier_it_is_who_both_are_and_what_may_be_chosen(dispute: Dispute) -> None:
    dispute.arises()
    of_list, of_papers = dispute.of_list(), [each for each in dispute.rows() if each.prefix == "dossier"]
    assert len(of_papers) == 5
    dossier = dispute.dossier()
    row = next(each for each in of_papers if each.subject == dossier.id)
    persons = "Nguyễn Thị Thử (Bộ phận Một cửa) và Hoàng Thị Mẫu (Văn phòng HĐND và UBND phường)"
    assert dossier.code in row.what.vi
    assert row.concerns is not None
    assert row.concerns.vi == persons
    assert row.now is not None
    assert row.now.vi == "Văn phòng HĐND và UBND phường đang giữ"
    assert row.other is not None
    assert (row.other.vi, row.other.en) == ("Bộ phận Một cửa đang giữ", "Held by the one-stop office")
    assert of_list.concerns is not None
    assert persons in of_list.concerns.vi
    assert of_list.concerns.vi.count("H99.") == 3
    assert "và 2 mã khác" in of_list.concerns.vi
    assert "and 2 more" in of_list.concerns.en


def test_one_answer_about_the_list_is_the_answer_for_every_paper_on_it(dispute: Dispute) -> None:
    handover = dispute.arises()
    of_list = dispute.of_list()
    assert of_list.other_choice == f"holds:one_stop:{ONE_STOP}"
    dispute.here.settle_conflict(of_list.prefix, of_list.subject, of_list.code, of_list.other_choice)
    assert dispute.rows() == ()
    for number in range(5):
        dossier = dispute.dossier(number)
        assert (dossier.holder, dossier.held_by, dossier.transit, dossier.conflicts) == (ONE_STOP, "staff-7", None, ())
    assert dispute.handover(handover).state == "cancelled"
    dispute.talk()
    with dispute.here.journal.reading() as reader:
        everybody = frozenset({"counter-1", "counter-2"})
        assert verify(reader.connection, dispute.here.journal.office, everybody).findings == ()


def test_keeping_what_is_recorded_leaves_them_with_whoever_signed_for_them(dispute: Dispute) -> None:
    handover = dispute.arises()
    of_list = dispute.of_list()
    dispute.here.settle_conflict(of_list.prefix, of_list.subject, of_list.code, "accepted")
    assert dispute.rows() == ()
    assert (dispute.dossier().holder, dispute.handover(handover).state) == ("van-phong", "accepted")


def test_a_paper_that_has_gone_on_since_stays_where_it_went(dispute: Dispute) -> None:
    dispute.arises()
    of_list = dispute.of_list()
    dispute.there.officer = STAFF["tuphap"]
    passed_on = dispute.there.offer("kinh-te", dispute.dossiers[:1])
    dispute.there.accept(passed_on.id, Count(), STAFF["kinhte"])
    dispute.talk()
    assert of_list.other_choice is not None
    dispute.here.settle_conflict(of_list.prefix, of_list.subject, of_list.code, of_list.other_choice)
    assert [dispute.dossier(number).holder for number in range(5)] == ["kinh-te", *[ONE_STOP] * 4]
    assert dispute.rows() == ()


def test_one_paper_may_be_answered_by_itself_and_nobody_answers_twice(dispute: Dispute) -> None:
    dispute.arises()
    row = next(each for each in dispute.rows() if each.subject == dispute.dossiers[2])
    assert row.other_choice is not None
    dispute.here.settle_conflict(row.prefix, row.subject, row.code, row.other_choice)
    assert [dispute.dossier(number).holder for number in (1, 2)] == ["van-phong", ONE_STOP]
    with pytest.raises(Refusal) as refused:
        dispute.here.settle_conflict(row.prefix, row.subject, row.code, row.other_choice)
    assert refused.value.code == "no_such_conflict"


def test_nobody_is_said_to_hold_it_whom_the_dispute_does_not_name(dispute: Dispute) -> None:
    dispute.arises()
    row = next(each for each in dispute.rows() if each.prefix == "dossier")
    for choice in ("holds:department:kinh-te", "holds:", "holds:one_stop:", "van-phong", ""):
        with pytest.raises(Refusal) as refused:
            dispute.here.settle_conflict(row.prefix, row.subject, row.code, choice)
        assert refused.value.code == "no_such_choice"
