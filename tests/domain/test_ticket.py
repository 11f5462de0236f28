from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain import ticket
from shared.domain.fact import Fact, fold
from shared.domain.office_record import NoShowRule
from shared.domain.ticket import Call, Finish, Issue, MarkAbsent, Park, Recall, Ticket, Transfer, UndoCall
from shared.failures import Refusal

from .stories import START, Story, record

ISSUE = Issue("t1", "2026-11-23", "A", 12, "A012", "TOKEN", 3, 10, 20)
CALL = Call("quay-1", "desk-1", "key-1", "claimed")
RULE = NoShowRule(minimum_calls=2, minimum_seconds=60)


def called() -> Story:
    story = Story(ticket.decide, ticket.evolve)
    story.do(ISSUE)
    story.do(CALL)
    return story


def refused(story: Story, command: ticket.Command) -> str:
    with pytest.raises(Refusal) as refusal:
        story.do(command)
    return refusal.value.code


def test_a_ticket_waits_is_called_and_done() -> None:
    story = called()
    assert (story.state.state, story.state.counter, story.state.calls) == ("called", "quay-1", 1)
    story.do(Recall("quay-1"))
    done = story.do(Finish("quay-1"))
    assert (done.state, done.calls, done.conflicts) == ("done", 2, ())
    assert done.ended_at > done.called_at


@pytest.mark.parametrize(
    "command", [Recall("quay-1"), MarkAbsent("quay-1", START, RULE), Park("quay-1"), Finish("quay-1")]
)
def test_nothing_is_done_at_a_counter_before_the_call(command: ticket.Command) -> None:
    story = Story(ticket.decide, ticket.evolve)
    assert refused(story, command) == "no_such_ticket"
    story.do(ISSUE)
    assert refused(story, command) == "not_at_this_counter"


def test_absent_is_refused_before_the_offices_minimum_of_calls_and_seconds() -> None:
    story = called()
    at = story.state.called_at
    assert refused(story, MarkAbsent("quay-1", at + timedelta(seconds=60), RULE)) == "too_early"
    story.do(Recall("quay-1"))
    assert refused(story, MarkAbsent("quay-1", at + timedelta(seconds=59), RULE)) == "too_early"
    assert story.do(MarkAbsent("quay-1", at + timedelta(seconds=60), RULE)).state == "absent"


def test_calls_to_another_counter_do_not_count_before_absent() -> None:
    story = called()
    story.do(Recall("quay-1"))
    story.do(Transfer("quay-1", "B", step="sent"))
    story.do(replace(CALL, counter="quay-2", key="key-2"))
    late = story.state.called_at + timedelta(hours=1)
    assert refused(story, MarkAbsent("quay-2", late, RULE)) == "too_early"
    story.do(Recall("quay-2"))
    assert story.do(MarkAbsent("quay-2", late, RULE)).state == "absent"


def test_another_counter_cannot_finish_it() -> None:
    assert refused(called(), Finish("quay-2")) == "not_at_this_counter"


def test_a_ticket_is_issued_once_and_called_once() -> None:
    story = called()
    assert refused(story, ISSUE) == "already_issued"
    assert refused(story, replace(CALL, counter="quay-2")) == "not_waiting"


def test_an_undone_call_leaves_no_trace_but_the_number_of_calls() -> None:
    undone = called().do(UndoCall("quay-1"))
    assert (undone.state, undone.counter, undone.called_at, undone.call_key) == ("waiting", None, None, None)


def test_a_ticket_sent_to_one_counter_is_refused_to_others() -> None:
    story = called()
    sent = story.do(Transfer("quay-1", "B", "quay-2"))
    assert (sent.state, sent.line, sent.target_counter) == ("waiting", "B", "quay-2")
    assert refused(story, CALL) == "for_another_counter"
    assert story.do(replace(CALL, counter="quay-2")).state == "called"


def test_a_parked_ticket_comes_back_to_its_counter_only() -> None:
    story = called()
    story.do(Park("quay-1"))
    assert refused(story, replace(CALL, counter="quay-2")) == "not_waiting"
    assert story.do(CALL).state == "called"


def call_fact(counter: str, mode: str) -> Fact:
    return Fact("t1", "ticket.called", {"counter": counter, "desk": "d", "key": counter, "mode": mode})


@pytest.mark.parametrize(
    ("first", "second", "winner"),
    [
        (("quay-1", "offline"), ("quay-2", "offline"), "quay-1"),
        (("quay-1", "offline"), ("quay-2", "claimed"), "quay-2"),
        (("quay-1", "claimed"), ("quay-2", "offline"), "quay-1"),
    ],
)
def test_two_calls_of_one_ticket_have_one_winner_and_both_are_told(
    first: tuple[str, str], second: tuple[str, str], winner: str
) -> None:
    story = Story(ticket.decide, ticket.evolve)
    story.do(ISSUE)
    story.happens(call_fact(*first))
    state = story.happens(call_fact(*second))
    assert state.counter == winner
    assert [(conflict.code, conflict.parties) for conflict in state.conflicts] == [
        ("called_twice", ("quay-1", "quay-2"))
    ]


def test_the_same_call_heard_twice_is_no_conflict() -> None:
    story = called()
    assert story.happens(call_fact("quay-1", "claimed")).conflicts == ()


def test_a_step_of_a_counter_that_lost_the_ticket_is_a_conflict_and_changes_nothing() -> None:
    story = called()
    state = story.happens(Fact("t1", "ticket.done", {"counter": "quay-2"}))
    assert (state.state, [conflict.code for conflict in state.conflicts]) == ("called", ["out_of_turn"])


KINDS = ("issued", "called", "recalled", "absent", "parked", "call_undone", "transferred", "done", "painted")
VALUES = st.one_of(st.none(), st.integers(), st.text(max_size=5), st.sampled_from(["quay-1", "offline"]))
FIELDS = st.sampled_from(["counter", "desk", "key", "mode", "line", "number", "label", "token", "date", "to_counter"])


@given(st.lists(st.tuples(st.sampled_from(KINDS), st.dictionaries(FIELDS, VALUES)), max_size=12), st.randoms())
def test_no_history_raises_and_every_order_of_arrival_folds_to_the_same(
    history: list[tuple[str, dict[str, object]]], random: object
) -> None:
    first = record(ticket.decide(None, ISSUE)[0], 1)
    facts = [first] + [
        record(Fact("t1", f"ticket.{kind}", data), place) for place, (kind, data) in enumerate(history, start=2)
    ]
    folded = fold(ticket.evolve, facts)
    assert isinstance(folded, Ticket)
    random.shuffle(facts)  # type: ignore[attr-defined]
    assert fold(ticket.evolve, facts) == folded


def test_a_visit_with_several_matters_goes_from_line_to_line_with_one_number() -> None:
    story = Story(ticket.decide, ticket.evolve)
    story.do(replace(ISSUE, further=("C", "F")))
    story.do(CALL)
    second = story.do(Finish("quay-1"))
    assert (second.state, second.line, second.further, second.counter) == ("waiting", "C", ("F",), None)
    assert (second.label, second.issued_at) == ("A012", second.issued_at)
    story.do(replace(CALL, counter="quay-3", key="key-2"))
    third = story.do(Finish("quay-3"))
    assert (third.line, third.further) == ("F", ())
    story.do(replace(CALL, counter="quay-3", key="key-3"))
    done = story.do(Finish("quay-3"))
    assert (done.state, done.conflicts) == ("done", ())
    assert [(each.line, each.counter) for each in done.services] == [("A", "quay-1"), ("C", "quay-3"), ("F", "quay-3")]
    assert all(each.ended_at > each.called_at for each in done.services)


def test_the_promised_wait_ends_with_the_first_call() -> None:
    story = called()
    first = story.state.called_at
    story.do(UndoCall("quay-1"))
    again = story.do(replace(CALL, key="key-2"))
    assert again.called_at > first
    assert again.first_called_at == first


def test_a_matter_that_a_transfer_has_brought_forward_is_not_served_twice() -> None:
    story = Story(ticket.decide, ticket.evolve)
    story.do(replace(ISSUE, further=("C",)))
    story.do(CALL)
    story.do(Transfer("quay-1", "C"))
    story.do(replace(CALL, counter="quay-3", key="key-2"))
    assert story.do(Finish("quay-3")).state == "done"
