"""The last step at a counter taken back, and tickets that come back to the counter that sent them on."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain import ticket
from shared.domain.fact import Fact, Recorded, fold, step
from shared.domain.office_record import NoShowRule
from shared.domain.ticket import Call, Finish, Issue, MarkAbsent, Park, Recall, Return, Ticket, Transfer, Undo
from shared.failures import Refusal

from .stories import START, Story, record

ISSUE = Issue("t1", "2026-11-23", "A", 12, "A012", "TOKEN", 3, 10, 20)
CALL = Call("quay-1", "desk-1", "key-1", "claimed")
CALL_AT_TWO = Call("quay-2", "desk-2", "key-2", "offline")
ABSENT = MarkAbsent("quay-1", START + timedelta(hours=1), NoShowRule(1, 0), "s1")
STEPS = (
    ABSENT,
    Park("quay-1", "s1"),
    Transfer("quay-1", "B", step="s1"),
    Transfer("quay-1", "C", "quay-2", "quay-1", "s1"),
    Finish("quay-1", "s1"),
)


def called(*further: str) -> Story:
    story = Story(ticket.decide, ticket.evolve)
    story.do(replace(ISSUE, further=further))
    story.do(CALL)
    return story


def refused(story: Story, command: ticket.Command) -> str:
    with pytest.raises(Refusal) as refusal:
        story.do(command)
    return refusal.value.code


@pytest.mark.parametrize("further", [(), ("C", "F")])
@pytest.mark.parametrize("command", STEPS)
def test_every_step_at_a_counter_can_be_taken_back_whole(command: ticket.Command, further: tuple[str, ...]) -> None:
    story = called(*further)
    before = story.state
    assert story.do(command).state != "called"
    assert story.do(Undo("quay-1", "s1")) == before


def test_a_return_that_finishing_has_used_is_there_again_when_that_is_undone() -> None:
    story = called("F")
    story.do(Transfer("quay-1", "B", return_to="quay-1", step="s1"))
    story.do(CALL_AT_TWO)
    before = story.state
    back = story.do(Finish("quay-2", "s2"))
    assert (back.line, back.target_counter, back.returns, len(back.services)) == ("A", "quay-1", (), 1)
    assert story.do(Undo("quay-2", "s2")) == before


def test_a_step_is_taken_back_once_and_only_the_last_one_and_by_its_own_counter() -> None:
    story = called()
    story.do(Park("quay-1", "s1"))
    assert refused(story, Undo("quay-2", "s1")) == "followed"
    story.do(CALL)
    assert refused(story, Undo("quay-1", "s1")) == "followed"
    story.do(Finish("quay-1", "s2"))
    assert refused(story, Undo("quay-1", "s1")) == "followed"
    story.do(Undo("quay-1", "s2"))
    assert refused(story, Undo("quay-1", "s2")) == "followed"


def test_what_another_counter_has_called_meanwhile_is_not_taken_back() -> None:
    story = called()
    story.do(Transfer("quay-1", "B", step="s1"))
    story.do(CALL_AT_TWO)
    assert refused(story, Undo("quay-1", "s1")) == "followed"


def test_an_undoing_that_comes_too_late_in_the_order_changes_nothing_and_both_counters_are_told() -> None:
    story = called()
    story.do(Transfer("quay-1", "B", step="s1"))
    served = story.do(CALL_AT_TWO)
    after = story.happens(Fact("t1", "ticket.undone", {"counter": "quay-1", "step": "s1"}))
    assert replace(after, conflicts=()) == served
    assert [(each.code, each.parties) for each in after.conflicts] == [("undone_too_late", ("quay-1", "quay-2"))]


def test_a_call_that_comes_after_the_undoing_in_the_order_is_a_second_call() -> None:
    story = called()
    story.do(Transfer("quay-1", "B", step="s1"))
    story.do(Undo("quay-1", "s1"))
    after = story.happens(ticket.decide(replace(story.state, state="waiting", counter=None), CALL_AT_TWO)[0])
    assert (after.state, after.counter) == ("called", "quay-1")
    assert [(each.code, each.parties) for each in after.conflicts] == [("called_twice", ("quay-1", "quay-2"))]


def test_a_step_without_a_name_as_earlier_versions_wrote_it_folds_as_before_and_stands_for_good() -> None:
    story = called("C")
    story.happens(Fact("t1", "ticket.transferred", {"counter": "quay-1", "line": "B", "to_counter": None}))
    story.do(CALL)
    done = story.happens(Fact("t1", "ticket.moved_on", {"counter": "quay-1", "line": "C"}))
    assert (done.last_step, done.returns, done.calls_elsewhere, done.further) == (None, (), 0, ())
    assert refused(story, Undo("quay-1", "")) == "followed"


def test_a_ticket_sent_on_with_return_comes_back_before_it_goes_on() -> None:
    story = called("F")
    sent = story.do(Transfer("quay-1", "C", return_to="quay-1", step="s1"))
    assert (sent.line, sent.target_counter, sent.returns) == ("C", None, (Return("quay-1", "A"),))
    story.do(CALL_AT_TWO)
    back = story.do(Finish("quay-2", "s2"))
    assert (back.state, back.line, back.target_counter, back.further) == ("waiting", "A", "quay-1", ("F",))
    assert refused(story, CALL_AT_TWO) == "for_another_counter"
    story.do(CALL)
    on = story.do(Finish("quay-1", "s3"))
    assert (on.line, on.target_counter, on.returns) == ("F", None, ())
    assert [(each.line, each.counter) for each in on.services] == [("C", "quay-2"), ("A", "quay-1")]


def test_a_ticket_sent_on_twice_comes_back_the_same_way() -> None:
    story = called()
    story.do(Transfer("quay-1", "B", return_to="quay-1", step="s1"))
    story.do(CALL_AT_TWO)
    story.do(Transfer("quay-2", "C", return_to="quay-2", step="s2"))
    story.do(replace(CALL, counter="quay-3"))
    assert story.do(Finish("quay-3")).target_counter == "quay-2"
    story.do(CALL_AT_TWO)
    assert story.do(Finish("quay-2")).target_counter == "quay-1"
    story.do(CALL)
    assert story.do(Finish("quay-1")).state == "done"


COUNTERS = st.sampled_from(["quay-1", "quay-2"])
NAMES = st.sampled_from(["s1", "s2", "s3"])


@st.composite
def facts_at_counters(draw: st.DrawFn) -> Fact:
    """Any fact that a counter can write about the ticket, whether it fits or not."""
    kind = draw(
        st.sampled_from(["called", "recalled", "absent", "parked", "transferred", "moved_on", "done", "undone"])
    )
    data: dict[str, object] = {"counter": draw(COUNTERS)}
    if kind == "called":
        data |= {"desk": "d", "key": "k", "mode": draw(st.sampled_from(["claimed", "offline"]))}
    elif kind != "recalled" and (kind == "undone" or draw(st.booleans())):
        data["step"] = draw(NAMES)
    if kind == "transferred":
        data |= {"line": draw(st.sampled_from("AB")), "to_counter": draw(st.none() | COUNTERS)}
        data["return_to"] = draw(st.none() | COUNTERS)
    elif kind == "moved_on":
        data |= {"line": draw(st.sampled_from("AB")), "to_counter": draw(st.none() | COUNTERS)}
    return Fact("t1", f"ticket.{kind}", data)


@st.composite
def histories(draw: st.DrawFn) -> list[Recorded]:
    """Two counters' facts, some with the same Lamport number."""
    facts = [record(ticket.decide(None, replace(ISSUE, further=("B", "C")))[0], 1, device="kiosk")]
    for place, fact in enumerate(draw(st.lists(facts_at_counters(), max_size=25)), start=2):
        written = record(fact, 1 + (place + 1) // 2, device=f"machine-{place % 2}")
        facts.append(replace(written, order=(written.order[0], written.device, 1, place)))
    return facts


@given(histories(), st.randoms(use_true_random=False))
def test_every_node_folds_the_same_whatever_the_order_of_arrival(facts: list[Recorded], random: object) -> None:
    folded = fold(ticket.evolve, facts)
    random.shuffle(facts)  # type: ignore[attr-defined]
    assert fold(ticket.evolve, facts) == folded


@given(histories())
def test_an_undoing_either_gives_the_state_before_its_step_or_changes_nothing(facts: list[Recorded]) -> None:
    state: Ticket | None = None
    before: dict[str, Ticket | None] = {}
    for fact in sorted(facts, key=lambda fact: fact.order):
        after = step(ticket.evolve, state, fact)
        assert after is not None
        if fact.kind == "ticket.undone" and state is not None:
            if state.last_step is not None and after.last_step is None:
                expected = before[state.last_step.name]
                assert expected is not None
                assert replace(after, conflicts=()) == replace(expected, conflicts=(), last_step=None)
            else:
                assert replace(after, conflicts=()) == replace(state, conflicts=())
                assert "undone_too_late" in {each.code for each in after.conflicts}
        elif after.last_step is not None and (state is None or after.last_step != state.last_step):
            before[after.last_step.name] = state
        assert after.state != "called" or after.last_step is None
        state = after


def test_a_recall_after_an_undone_step_is_a_call_like_any_other() -> None:
    story = called()
    story.do(Park("quay-1", "s1"))
    story.do(Undo("quay-1", "s1"))
    again = story.do(Recall("quay-1"))
    assert (again.state, again.calls, again.conflicts) == ("called", 2, ())
