"""The steps of a dossier in random orders, and written on two machines that knew nothing of each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain import dossier
from shared.domain.dossier import ONE_STOP, Dossier, Return
from shared.domain.fact import Recorded, fold
from shared.failures import Refusal

from .stories import record
from .test_dossier_progress import RECEIVE
from .test_dossier_rules import (
    APOLOGY,
    ASK,
    CLOSE,
    DUE,
    READY,
    REFUSE,
    STOP,
    TAKE,
    UNIT,
    Way,
    at_the_department,
)

MOVES = ("to_department", "to_one_stop")
ANYTHING = st.lists(
    st.sampled_from([ASK, TAKE, APOLOGY, STOP, REFUSE, CLOSE, READY, Return("applicant"), *MOVES]), max_size=14
)


def goes_on(way: Way, steps: Sequence[object]) -> None:
    """Does of `steps` what the rules allow."""
    for step in steps:
        if step in MOVES:
            giver, receiver = (ONE_STOP, UNIT) if step == "to_department" else (UNIT, ONE_STOP)
            if way.state.holder == giver and way.state.may_be_sent_to(receiver):
                way.moves(giver, receiver)
            continue
        before = way.state
        try:
            way.do(step)
        except Refusal:
            assert way.state is before


def received() -> Way:
    way = Way()
    way.do(replace(RECEIVE, due_at=DUE))
    return way


@given(ANYTHING)
def test_no_order_of_commands_breaks_a_rule(steps: Sequence[object]) -> None:
    way = received()
    goes_on(way, steps)
    kinds = [fact.kind.removeprefix("dossier.") for fact in way.facts]
    ends = {"stopped", "refused", "closed_unanswered"}
    assert kinds.count("supplement_requested") <= 1
    assert kinds.count("supplement_taken") <= kinds.count("supplement_requested")
    assert kinds.count("apologised") <= 1
    assert sum(kinds.count(end) for end in ends) + kinds.count("result_ready") <= 1
    if "returned" in kinds:
        assert kinds[-1] == "returned" or set(kinds[kinds.index("returned") + 1 :]) <= {"sent", "taken"}
        carried_back = kinds[kinds.index("result_ready") : kinds.index("returned")]
        assert carried_back[-1] == "taken"
    if way.state.returned_at is None:
        assert way.state.conflicts == ()


@given(ANYTHING, ANYTHING, ANYTHING, st.randoms(use_true_random=False))
def test_two_machines_that_were_apart_agree_whatever_arrives_first(
    together: Sequence[object], here: Sequence[object], there: Sequence[object], random: object
) -> None:
    written: list[Recorded] = []
    for device, apart in (("device-1", here), ("device-2", there)):
        way = received()
        goes_on(way, together)
        common = len(way.facts)
        goes_on(way, apart)
        known = len(written) > 0
        written += [
            record(fact, place, device="device-1" if place <= common else device)
            for place, fact in enumerate(way.facts, start=1)
            if not (known and place <= common)
        ]
    state = fold(dossier.evolve, written)
    arrived = list(written)
    random.shuffle(arrived)  # type: ignore[attr-defined]  # a random.Random, as hypothesis gives it
    assert fold(dossier.evolve, arrived) == state
    assert state is not None
    assert state.ending is None or state.result_ready_at is None
    if state.returned_at is None:
        assert (state.due_at is None) == (state.awaits_supplement or state.ending is not None)
    late_return = "returned_too_early" in {conflict.code for conflict in state.conflicts}
    assert state.returned_at is None or state.result_ready_at is not None or late_return


def concurrently(way: Way, *commands: dossier.Command) -> Dossier:
    """Each command decided on the same state, as machines do that know nothing of each other."""
    facts = [fact for command in commands for fact in dossier.decide(way.state, command)]
    for fact in facts:
        way.happens(fact)
    state: Dossier = way.state
    return state


@pytest.mark.parametrize(
    ("before", "commands", "stage", "conflict"),
    [
        ((), (ASK, replace(ASK, missing=("Tờ khai",))), "awaiting_supplement", "supplement_twice"),
        ((), (APOLOGY, APOLOGY), "processing", "apologised_twice"),
        ((), (READY, STOP), "result_ready", "after_result"),
        ((), (STOP, READY), "stopped", "after_end"),
        ((), (ASK, READY), "result_ready", "ready_while_awaiting"),
        ((), (ASK, APOLOGY), "awaiting_supplement", "nothing_to_put_off"),
        ((ASK,), (CLOSE, TAKE), "processing", "closed_and_taken"),
        ((ASK,), (TAKE, CLOSE), "processing", "closed_without_waiting"),
        ((ASK,), (STOP, TAKE), "stopped", "supplement_not_awaited"),
    ],
)
def test_of_two_that_exclude_each_other_one_stands_and_the_other_shows(
    before: Sequence[dossier.Command], commands: Sequence[dossier.Command], stage: str, conflict: str
) -> None:
    state = concurrently(at_the_department(*before), *commands)
    assert state.stage == stage
    assert [each.code for each in state.conflicts] == [conflict]
