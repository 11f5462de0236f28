"""What becomes of a push: new, known, a gap, a fork, damaged."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from shared.domain.fact import Fact
from shared.journal.event import GENESIS, Event, Position, sha256, write_event
from shared.journal.journal import PersonalRecord
from shared.replication.messages import Push
from shared.replication.receiver import LogHead, answer_of, judge
from tests.replication.logs import OFFICE, TIME, log_of, push_of

LOG = log_of(8)


def head_of(events: list[Event], *, forked: bool = False) -> LogHead:
    last = events[-1] if events else None
    hashes = {event.seq: event.hash for event in events}
    return LogHead(last.seq if last else 0, last.hash if last else GENESIS, forked, hashes)


@given(known=st.integers(0, 8), first=st.integers(1, 8), count=st.integers(1, 8))
def test_any_stretch_of_the_same_log_is_new_known_or_a_gap(known: int, first: int, count: int) -> None:
    stretch = LOG[first - 1 : first - 1 + count]
    verdict = judge(head_of(LOG[:known]), push_of(stretch))
    if first > known + 1:
        assert (verdict.outcome, verdict.accepted) == ("gap", ())
        return
    assert (verdict.outcome, verdict.agrees) == ("taken", True)
    assert list(verdict.accepted) == [event for event in stretch if event.seq > known]


@given(common=st.integers(0, 7), known=st.integers(1, 8), first=st.integers(1, 8))
def test_another_log_under_the_same_name_is_a_fork_or_a_gap_and_never_taken(
    common: int, known: int, first: int
) -> None:
    merged = LOG[:common] + _continued(LOG[:common], 8 - common, "other")
    stretch = merged[first - 1 :]
    verdict = judge(head_of(LOG[:known]), push_of(stretch))
    if first > known + 1:
        assert verdict.outcome == "gap"
    elif known > common:
        assert verdict.outcome == "fork"
        assert verdict.accepted == ()
        assert [event.seq for event in verdict.branch] == [event.seq for event in stretch if event.seq > common]
    else:
        assert verdict.outcome == "taken"


def _continued(events: list[Event], count: int, branch: str) -> list[Event]:
    further: list[Event] = []
    previous = events[-1].hash if events else GENESIS
    for seq in range(len(events) + 1, len(events) + 1 + count):
        fact = Fact("subject", "note.made", {"branch": branch})
        further.append(write_event(Position(OFFICE, "kiosk-1", 1, seq, previous, seq), TIME, "staff-1", fact, None))
        previous = further[-1].hash
    return further


def test_a_stopped_log_takes_nothing_more_and_keeps_what_it_does_not_know() -> None:
    verdict = judge(head_of(LOG[:3], forked=True), push_of(LOG[2:5]))
    assert verdict.outcome == "fork"
    assert [event.seq for event in verdict.branch] == [4, 5]
    beyond = Push(OFFICE, "kiosk-1", 1, 9, LOG[7].hash)
    assert judge(head_of(LOG[:3], forked=True), beyond).outcome == "fork"


def test_a_question_changes_nothing_and_says_whether_both_agree() -> None:
    other = log_of(3, branch="other")
    for place, agrees in ((LOG[2], True), (other[2], False)):
        question = Push(OFFICE, "kiosk-1", 1, place.seq + 1, place.hash)
        verdict = judge(head_of(LOG), question)
        assert (verdict.outcome, verdict.agrees, verdict.accepted, verdict.branch) == ("taken", agrees, (), ())
    beyond = Push(OFFICE, "kiosk-1", 1, 20, LOG[7].hash)
    assert judge(head_of(LOG), beyond).outcome == "gap"


def test_everything_before_a_damaged_event_is_taken_and_nothing_after_it() -> None:
    bodies = [event.body for event in LOG]
    for damaged, code in (
        (b"nonsense", "not_an_event"),
        (bodies[5], "not_of_this_log"),
        (bodies[3].replace(b'"branch":""', b'"branch":"x"'), None),
        (log_of(4, device="another")[3].body, "not_of_this_log"),
        (log_of(4, epoch=2)[3].body, "not_of_this_log"),
        (log_of(4, branch="other")[3].body, "chain_broken"),
    ):
        push = Push(OFFICE, "kiosk-1", 1, 1, GENESIS, (*bodies[:3], damaged, *bodies[4:]))
        verdict = judge(LogHead(), push)
        if code is None:
            # The changed event itself is a proper one of its own; the next no longer follows it.
            assert (len(verdict.accepted), verdict.quarantined[0].seq) == (4, 5)
        else:
            assert len(verdict.accepted) == 3
            assert [(each.seq, each.code) for each in verdict.quarantined] == [(4, code)]


def test_personal_records_come_only_with_the_event_that_names_them() -> None:
    named, unnamed = (PersonalRecord(sha256(body), body) for body in (b"{}", b"[]"))
    push = Push(OFFICE, "kiosk-1", 1, 1, GENESIS, (LOG[0].body,), (named, unnamed))
    assert judge(LogHead(), push).personal == ()


def test_the_answer_names_the_new_end_of_the_log() -> None:
    push = push_of(LOG[2:5])
    head = head_of(LOG[:3])
    answer = answer_of(judge(head, push), head, push)
    assert (answer.durable_through, answer.head) == (5, LOG[4].hash)
    gap = push_of(LOG[6:])
    answer = answer_of(judge(head, gap), head, gap)
    assert (answer.outcome, answer.durable_through, answer.head) == ("gap", 3, LOG[2].hash)
