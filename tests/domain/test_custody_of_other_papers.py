"""Notes and letters of the post change hands by the rules of dossiers: one place, conflicts that name both persons."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from shared.domain import consignment, delivery, handover
from shared.domain.custody import ONE_STOP
from shared.domain.fact import Fact, fold
from shared.domain.handover import Accept, Cancel, Listed, Offer, PaperKind
from tests.journal.test_hostile_new_kinds import FIELDS

from .stories import record

POST = "buu-dien-mau"
OF_KIND: dict[PaperKind, tuple[str, Callable[..., Any], str, str]] = {
    "consignment": ("consignment.made", consignment.evolve, POST, ONE_STOP),
    "delivery": ("delivery.prepared", delivery.evolve, ONE_STOP, POST),
}
"""How a paper of a kind begins, how it is folded, who gives it and who receives it."""
KIND_OF = {POST: "post", ONE_STOP: "one_stop"}


class Paper:
    """One paper of `kind`, and every fact about it; `actor` on a device that is called after them."""

    def __init__(self, kind: PaperKind) -> None:
        self.kind = kind
        begins, self.evolve, self.giver, self.receiver = OF_KIND[kind]
        data = FIELDS[begins] | ({"content": "apology"} if kind == "delivery" else {})
        self.facts = [record(Fact("p", begins, data, {"name": "Nguyễn Thị Thử"}), 1, actor="staff-9")]
        self.lists: list[Any] = []

    @property
    def state(self) -> Any:
        """What it is after everything, in the order of the journal."""
        return fold(self.evolve, self.facts)

    def write(self, facts: tuple[Fact, ...], lamport: int, actor: str) -> None:
        """Keeps what is about the paper, and what is about its list."""
        for place, fact in enumerate(facts):
            recorded = record(fact, lamport + place, actor=actor, device=actor)
            (self.facts if fact.subject == "p" else self.lists).append(recorded)

    @property
    def handover(self) -> Any:
        """The list."""
        return fold(handover.evolve, self.lists)

    def offered(self) -> None:
        """The giver signs."""
        kinds = (KIND_OF[self.giver], KIND_OF[self.receiver])
        offer = Offer("h", "BG-1", self.giver, self.receiver, (Listed(self.kind, self.state),), *kinds)  # type: ignore[arg-type]
        self.write(handover.decide(None, offer), 10, "staff-9")


@pytest.mark.parametrize("kind", ["consignment", "delivery"])
@pytest.mark.parametrize("cancelled_first", [True, False])
def test_taken_back_by_one_and_signed_for_by_the_other_is_with_who_signed_and_names_both(
    kind: PaperKind, cancelled_first: bool
) -> None:
    paper = Paper(kind)
    paper.offered()
    assert paper.state.transit.receiver_kind == KIND_OF[paper.receiver]
    known = paper.handover
    paper.write(handover.decide(known, Accept(paper.receiver)), 30, "staff-1")
    paper.write(handover.decide(known, Cancel(paper.giver)), 20 if cancelled_first else 40, "staff-10")
    state = paper.state
    assert (state.holder, state.holder_kind, state.transit, state.held_by) == (
        paper.receiver,
        KIND_OF[paper.receiver],
        None,
        "staff-1",
    )
    (conflict,) = state.conflicts
    assert state.code in conflict.vi
    assert set(conflict.parties) == {"staff-1", "staff-10"}
    assert conflict.choice == f"holds:{KIND_OF[paper.giver]}:{paper.giver}"
    paper.write((Fact("p", f"{kind}.conflict_settled", {"code": conflict.code, "choice": conflict.choice}),), 50, "s")
    assert (paper.state.holder, paper.state.conflicts) == (paper.giver, ())


def test_a_note_that_never_reached_the_office_after_all_was_not_submitted() -> None:
    paper = Paper("consignment")
    paper.offered()
    known = paper.handover
    paper.write(handover.decide(known, Accept(ONE_STOP)), 30, "staff-1")
    paper.write(handover.decide(known, Cancel(POST)), 40, "staff-10")
    assert paper.state.submitted_at is not None
    choice = paper.state.conflicts[0].choice
    settled = {"code": "taken_and_cancelled", "choice": choice}
    paper.write((Fact("p", "consignment.conflict_settled", settled),), 50, "staff-7")
    assert (paper.state.submitted_at, paper.state.submitted_in, paper.state.state) == (None, None, "made")


@pytest.mark.parametrize("kind", ["consignment", "delivery"])
def test_found_at_the_receiver_after_it_was_missing_is_with_the_receiver(kind: PaperKind) -> None:
    paper = Paper(kind)
    paper.offered()
    paper.write(handover.decide(paper.handover, Accept(paper.receiver, missing=("p",))), 30, "staff-1")
    assert (paper.state.holder, paper.state.transit) == (paper.giver, None)
    found = handover.Settle(paper.receiver, "missing", "p", "found_at_receiver")
    paper.write(handover.decide(paper.handover, found), 40, "staff-1")
    assert (paper.state.holder, paper.state.conflicts) == (paper.receiver, ())
    assert paper.handover.open_discrepancies == ()
