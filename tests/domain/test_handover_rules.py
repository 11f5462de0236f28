"""A list between two units: what may be on it, what a count says, what differs and how that is settled, the money."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from shared.domain import handover
from shared.domain.custody import ONE_STOP
from shared.domain.dossier import Dossier
from shared.domain.fact import Fact, fold
from shared.domain.handover import Accept, Cancel, Carried, Handover, Listed, Offer, Settle
from shared.failures import Refusal

from .machines import DEPARTMENT, ECONOMY, Office
from .stories import record

PAPERS = ("d1", "d2", "d3")


def dossiers() -> Mapping[str, Dossier]:
    return {paper: office.here.state(paper) for office in (Office(3),) for paper in PAPERS}


class Signed:
    """A list of three dossiers that was offered with fees, and everything that is done with it."""

    def __init__(self, fees: tuple[int, int, int] = (0, 0, 0), besides: tuple[Carried, ...] = ()) -> None:
        listed = tuple(Listed("dossier", each, fee) for each, fee in zip(dossiers().values(), fees, strict=True))
        offer = Offer("h", "BG-1", ONE_STOP, DEPARTMENT, listed, receiver_kind="department", fees=besides)
        self.facts: list[Fact] = list(handover.decide(None, offer))

    @property
    def state(self) -> Handover:
        recorded = [record(fact, place) for place, fact in enumerate(self.facts, start=1) if fact.subject == "h"]
        state = fold(handover.evolve, recorded)
        assert state is not None
        return state

    def do(self, command: handover.Command) -> list[Fact]:
        """What was decided."""
        decided = handover.decide(self.state, command)
        self.facts += decided
        return list(decided)

    def count(self, **what: Any) -> list[Fact]:
        return self.do(Accept(DEPARTMENT, **what))

    def settle(self, kind: Any, item: str, answer: Any, **what: Any) -> list[Fact]:
        return self.do(Settle(DEPARTMENT, kind, item, answer, **what))

    def is_refused(self, command: handover.Command) -> str:
        with pytest.raises(Refusal) as refused:
            handover.decide(self.state, command)
        assert refused.value.sentence.vi
        assert refused.value.sentence.en
        return refused.value.code


def kinds(facts: list[Fact]) -> list[tuple[str, str]]:
    return [(fact.subject, fact.kind.partition(".")[2]) for fact in facts]


def test_the_giver_signs_for_the_whole_list() -> None:
    signed = Signed()
    assert kinds(signed.facts) == [("h", "offered"), *((paper, "sent") for paper in PAPERS)]
    assert (signed.state.state, signed.state.dossiers, signed.state.offered_by) == ("offered", PAPERS, "staff-1")
    sent = signed.facts[1].data
    assert (sent["giver_kind"], sent["receiver_kind"]) == ("one_stop", "department")


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"receiver": ONE_STOP}, "same_unit"),
        ({"papers": ()}, "empty_list"),
        ({"giver": ECONOMY}, "not_held_here"),
    ],
)
def test_a_list_that_makes_no_sense_is_not_signed(changes: dict[str, Any], code: str) -> None:
    listed = tuple(Listed("dossier", each) for each in dossiers().values())
    with pytest.raises(Refusal) as refused:
        handover.decide(None, replace(Offer("h", "BG-1", ONE_STOP, DEPARTMENT, listed), **changes))
    assert refused.value.code == code


def test_one_paper_stands_on_a_list_once_and_on_one_list_only() -> None:
    office, first = Office(3), Listed("dossier", dossiers()["d1"])
    with pytest.raises(Refusal) as refused:
        handover.decide(None, Offer("h", "BG-1", ONE_STOP, DEPARTMENT, (first, first)))
    assert refused.value.code == "listed_twice"
    office.here.offer("h1", DEPARTMENT, "d1")
    with pytest.raises(Refusal) as refused:
        office.here.offer("h2", ECONOMY, "d1")
    assert refused.value.code == "not_held_here"
    assert office.here.state("d1").code in refused.value.sentence.vi


def test_part_of_a_list_is_taken_and_the_rest_stays_with_the_giver_for_a_reason() -> None:
    signed = Signed()
    facts = signed.count(missing=("d1",), refused={"d2": "seal_broken"}, damaged=("d3",), extra=("H-9",))
    assert kinds(facts) == [("h", "accepted"), ("d1", "not_taken"), ("d2", "not_taken"), ("d3", "taken")]
    assert [fact.data.get("why") for fact in facts[1:]] == ["missing", "seal_broken", None]
    state = signed.state
    assert (state.taken, state.left_behind) == (("d3",), frozenset({"d1", "d2"}))
    assert state.open_discrepancies == (("missing", "d1"), ("extra", "H-9")), "a refusal with a reason is no difference"


def test_what_is_said_about_a_paper_is_kept_apart() -> None:
    facts = Signed().count(damaged=("d3",), notes={"d3": "  Ướt góc  ", "d1": " "})
    assert facts[0].personal == {"notes": {"d3": "Ướt góc"}}
    assert "Ướt" not in str(facts[0].data)


@pytest.mark.parametrize(
    ("count", "code"),
    [
        ({"missing": ("d9",)}, "not_on_the_list"),
        ({"refused": {"d9": "other"}}, "not_on_the_list"),
        ({"damaged": ("d9",)}, "not_on_the_list"),
        ({"missing": ("d1",), "refused": {"d1": "other"}}, "missing_and_there"),
        ({"missing": ("d1",), "damaged": ("d1",)}, "missing_and_there"),
        ({"counted_vnd": -1}, "no_amount"),
    ],
)
def test_a_count_that_contradicts_itself_is_not_signed(count: dict[str, Any], code: str) -> None:
    assert Signed().is_refused(Accept(DEPARTMENT, **count)) == code


def test_only_the_two_sides_sign_and_each_for_itself() -> None:
    signed = Signed()
    assert signed.is_refused(Accept(ECONOMY)) == "other_party"
    assert signed.is_refused(Accept(ONE_STOP)) == "other_party"
    assert signed.is_refused(Cancel(DEPARTMENT)) == "other_party"
    signed.count(missing=("d1",))
    assert signed.is_refused(Settle(ECONOMY, "missing", "d1", "lost")) == "other_party"


def test_before_the_second_signature_the_giver_takes_everything_back() -> None:
    signed = Signed()
    assert kinds(signed.do(Cancel(ONE_STOP))) == [("h", "cancelled"), *((paper, "not_taken") for paper in PAPERS)]
    assert signed.is_refused(Accept(DEPARTMENT)) == "already_closed"
    assert signed.is_refused(Cancel(ONE_STOP)) == "already_closed"


@pytest.mark.parametrize(
    ("answer", "moves"),
    [
        ("found_at_giver", ("moved", DEPARTMENT, ONE_STOP)),
        ("found_at_receiver", ("moved", ONE_STOP, DEPARTMENT)),
        ("lost", ("lost", None, None)),
    ],
)
def test_a_missing_paper_is_found_at_one_of_both_or_lost(answer: str, moves: tuple[str, str, str]) -> None:
    signed = Signed()
    signed.count(missing=("d1",))
    _, paper = signed.settle("missing", "d1", answer, note="Đã xác minh")
    assert (paper.kind.partition(".")[2], paper.data.get("from"), paper.data.get("to")) == moves
    assert signed.state.open_discrepancies == ()
    assert signed.is_refused(Settle(DEPARTMENT, "missing", "d1", "lost")) == "no_such_difference"


def test_an_extra_paper_is_kept_or_given_back() -> None:
    signed, extra = Signed(), Listed("dossier", replace(dossiers()["d1"], id="d9", code="H-9"))
    signed.count(extra=("H-9", "H-10", "H-11"))
    _, moved = signed.settle("extra", "H-9", "receiver_keeps", paper=extra)
    assert (moved.subject, moved.data["to"]) == ("d9", DEPARTMENT)
    assert kinds(signed.settle("extra", "H-10", "given_back")) == [("h", "difference_settled")]
    assert kinds(signed.settle("extra", "H-11", "receiver_keeps")) == [("h", "difference_settled")]
    assert signed.state.open_discrepancies == ()


@pytest.mark.parametrize(
    ("kind", "item", "answer", "code"),
    [
        ("missing", "d2", "lost", "no_such_difference"),
        ("missing", "d1", "paid", "no_such_answer"),
        ("extra", "H-9", "lost", "no_such_answer"),
        ("money", "", "found_at_giver", "no_such_answer"),
        ("money", "", "explained", "no_reason"),
        ("money", "", "paid", "no_amount"),
    ],
)
def test_an_answer_fits_the_difference(kind: Any, item: str, answer: Any, code: str) -> None:
    signed = Signed((8000, 8000, 8000))
    signed.count(missing=("d1",), extra=("H-9",), counted_vnd=1000)
    assert signed.is_refused(Settle(DEPARTMENT, kind, item, answer)) == code


def test_money_that_travels_is_counted_and_only_for_what_was_taken() -> None:
    signed = Signed((8000, 5000, 0), (Carried("payment-1", 120_000),))
    assert signed.is_refused(Accept(DEPARTMENT)) == "money_not_counted"
    signed.count(missing=("d1",), counted_vnd=125_000)
    assert (signed.state.due_vnd, signed.state.money_difference_vnd) == (125_000, 0)
    assert signed.state.open_discrepancies == (("missing", "d1"),)


@pytest.mark.parametrize(("counted", "differs"), [(7_999, -1), (8_001, 1), (0, -8_000)])
def test_a_difference_of_money_is_shown_to_the_last_dong_until_it_is_settled(counted: int, differs: int) -> None:
    signed = Signed((8000, 0, 0))
    signed.count(counted_vnd=counted)
    assert signed.state.money_difference_vnd == differs
    assert signed.state.open_discrepancies == (("money", ""),)
    signed.settle("money", "", "paid", amount_vnd=-differs)
    assert (signed.state.money_difference_vnd, signed.state.open_discrepancies) == (0, ())


def test_a_part_that_was_paid_leaves_the_rest_and_an_explanation_ends_it() -> None:
    signed = Signed((8000, 0, 0))
    signed.count(counted_vnd=5000)
    signed.settle("money", "", "paid", amount_vnd=1000)
    assert signed.state.money_difference_vnd == -2000
    assert signed.state.open_discrepancies == (("money", ""),)
    signed.settle("money", "", "explained", note="Trả lại cho công dân")
    assert signed.state.open_discrepancies == ()
    assert signed.state.money_difference_vnd == -2000, "explained, not rounded away"


def test_one_amount_paid_at_both_sides_at_once_shows_as_too_much() -> None:
    signed = Signed((8000, 0, 0))
    signed.count(counted_vnd=5000)
    paid = Settle(DEPARTMENT, "money", "", "paid", amount_vnd=3000)
    both = [*handover.decide(signed.state, paid), *handover.decide(signed.state, replace(paid, unit=ONE_STOP))]
    signed.facts += both
    assert signed.state.money_difference_vnd == 3000
    assert signed.state.open_discrepancies == (("money", ""),)


def test_nothing_is_done_with_a_list_that_is_not_known() -> None:
    for command in (Accept(DEPARTMENT), Cancel(ONE_STOP), Settle(ONE_STOP, "missing", "d1", "lost")):
        with pytest.raises(Refusal) as refused:
            handover.decide(None, command)
        assert refused.value.code == "no_such_handover"
