"""Calling the next number: once per press, never twice the same, and in a group exactly as one after the other."""

from __future__ import annotations

import uuid
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from server.claim_group import claim_together
from server.claim_queue import ClaimQueue
from server.reference_changes import change_reference
from shared.actions.call_next import ClaimRule, Press, claim_within
from shared.clock import SetClock
from shared.domain.fact import Fact
from shared.domain.office import Office
from shared.identities import Identities
from shared.journal.event import GENESIS, Event, read_event
from shared.journal.journal import Journal
from shared.journal.opening import open_server
from shared.journal.reference import ReferenceData
from shared.replication.claim_messages import CalledAlone, ClaimQuestion
from shared.replication.database_lane import at_once
from shared.replication.messages import Push
from shared.replication.pulling import Pulling
from shared.replication.refusals import ServerRefused
from tests.server import postgresql
from tests.server.claim_race import prepare, race
from tests.server.conftest import MakeDevice
from tests.server.facts import ticket_issued
from tests.server.running import MORNING, RunningServer, memory_engine


def wait_in_line(server: RunningServer, *facts: Fact) -> None:
    with server.journal().writing() as writer:
        writer.append("citizen", facts)


def press(key: str, lines: tuple[str, ...] = ("A",), officer: str = "staff-1") -> ClaimQuestion:
    return ClaimQuestion(key, "quay-1", "desk-1", officer, lines)


def test_a_press_calls_the_next_ticket_and_a_repeated_one_the_same(
    server: RunningServer, make_device: MakeDevice
) -> None:
    first, second = ticket_issued(1), ticket_issued(2)
    wait_in_line(server, first)
    server.clock.advance(timedelta(seconds=1))
    wait_in_line(server, second)
    counter = make_device(server, "counter")
    answers = [counter.line.claim(press(key)) for key in ("one", "one", "two")]
    events = [read_event(answer.event) for answer in answers if answer.event]
    assert [event.subject for event in events] == [first.subject, first.subject, second.subject]
    assert answers[0] == answers[1]
    assert (events[0].actor, events[0].data["mode"]) == ("staff-1", "claimed")
    assert counter.line.claim(press("three")).event is None


def test_a_counter_that_called_by_itself_sends_that_first(server: RunningServer, make_device: MakeDevice) -> None:
    ticket = ticket_issued(1)
    wait_in_line(server, ticket)
    counter = make_device(server, "counter")
    Pulling(counter.journal, counter.line, at_once).step(0)
    call = {"counter": "quay-1", "desk": "desk-1", "key": "offline", "mode": "offline"}
    (called,) = counter.write(Fact(ticket.subject, "ticket.called", call))
    question = replace(press("one"), called=CalledAlone(called.epoch, called.seq))
    with pytest.raises(ServerRefused) as refused:
        counter.line.claim(question)
    assert (refused.value.status, refused.value.reason) == (409, "not_heard_yet")
    counter.line.push(Push(called.office, called.device, called.epoch, 1, GENESIS, (called.body,)))
    assert counter.line.claim(question).event is None


def test_only_a_counter_may_claim(embedded_server: RunningServer, make_device: MakeDevice) -> None:
    kiosk = make_device(embedded_server, "kiosk")
    with pytest.raises(ServerRefused) as refused:
        kiosk.line.claim(press("one"))
    assert (refused.value.status, refused.value.reason) == (403, "not_a_counter")


@pytest.mark.parametrize("officer", ["staff-5", "staff-8", "staff-99", "citizen"])
def test_nobody_calls_who_is_not_of_the_staff_or_may_not_call(
    embedded_server: RunningServer, make_device: MakeDevice, officer: str
) -> None:
    wait_in_line(embedded_server, ticket_issued(1))
    counter = make_device(embedded_server, "counter")
    with pytest.raises(ServerRefused) as refused:
        counter.line.claim(press("one", officer=officer))
    assert (refused.value.status, refused.value.reason) == (403, "not_allowed")
    assert "Chỉ công chức một cửa, phụ trách bộ phận hoặc nhân viên bưu điện được gọi số." in refused.value.sentence.vi
    assert counter.line.claim(press("one")).event is not None


def test_an_officer_taken_off_the_staff_list_calls_no_more(
    embedded_server: RunningServer, make_device: MakeDevice
) -> None:
    wait_in_line(embedded_server, ticket_issued(1), ticket_issued(2))
    counter = make_device(embedded_server, "counter")
    assert counter.line.claim(press("one")).event is not None
    with embedded_server.journal().writing() as writer:
        reference = ReferenceData(embedded_server.office.id)
        change_reference(writer, reference, lambda office: replace(office, staff=office.staff[1:]))
    with pytest.raises(ServerRefused) as refused:
        counter.line.claim(press("two"))
    assert refused.value.reason == "not_allowed"
    assert counter.line.claim(press("two", officer="staff-2")).event is not None


def test_in_a_group_only_the_claim_that_is_not_allowed_is_refused(
    embedded_server: RunningServer, make_device: MakeDevice
) -> None:
    wait_in_line(embedded_server, *(ticket_issued(number) for number in range(1, 5)))
    counters = [make_device(embedded_server, "counter") for _ in range(4)]

    def claim(place: int) -> str:
        try:
            answer = counters[place].line.claim(press(str(place), officer=f"staff-{place + 3}"))
        except ServerRefused as refused:
            return refused.reason
        return "nobody" if answer.event is None else "called"

    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(claim, range(4))) == ["called", "called", "not_allowed", "not_allowed"]


def test_many_counters_at_once_never_get_the_same_ticket(server: RunningServer, make_device: MakeDevice) -> None:
    wait_in_line(server, *(ticket_issued(number) for number in range(1, 41)))
    counters = [make_device(server, "counter") for _ in range(4)]

    def claim_ten(place: int) -> list[Event]:
        answers = [counters[place].line.claim(press(f"{place}/{number}")) for number in range(10)]
        return [read_event(answer.event) for answer in answers if answer.event]

    with ThreadPoolExecutor(4) as threads:
        called = [event.subject for events in threads.map(claim_ten, range(4)) for event in events]
    assert len(called) == len(set(called)) == 40


TICKETS = st.lists(
    st.tuples(
        st.sampled_from("ABC"),
        st.sampled_from([None, None, "elderly"]),
        st.sampled_from([None, None, "quay-1", "quay-2"]),
    ),
    max_size=14,
)
PRESSES = st.lists(
    st.tuples(
        st.integers(1, 8), st.sampled_from(["quay-1", "quay-2", "quay-3"]), st.sampled_from(["A", "AB", "BCA", "C"])
    ),
    min_size=1,
    max_size=16,
)


def queue_of(tickets: list[tuple[str, str | None, str | None]]) -> Journal:
    """A journal in which these tickets wait; those with a counter have been transferred to it."""
    clock = SetClock(MORNING)
    journal = Journal(
        memory_engine(), office="office", device="server", epoch=1, clock=clock, identities=Identities(clock)
    )
    for number, (line, priority, target) in enumerate(tickets, start=1):
        fact = ticket_issued(number, line, priority=priority)
        subject = str(uuid.UUID(int=number))
        with journal.writing() as writer:
            writer.append("citizen", [Fact(subject, fact.kind, fact.data)])
            if target is not None:
                call = {"counter": "quay-9", "desk": "d", "key": f"before/{number}", "mode": "claimed"}
                sent = {"counter": "quay-9", "line": line, "to_counter": target}
                writer.append("s", [Fact(subject, "ticket.called", call), Fact(subject, "ticket.transferred", sent)])
        clock.advance(timedelta(seconds=1))
    return journal


def somebody_comes(journal: Journal, number: int) -> None:
    """One more ticket in line A, with priority, the same in every journal."""
    issued = ticket_issued(number, priority="elderly")
    with journal.writing() as writer:
        writer.append("citizen", [Fact(str(uuid.UUID(int=number)), issued.kind, issued.data)])


@given(
    tickets=TICKETS,
    presses=PRESSES,
    sizes=st.lists(st.integers(1, 5), min_size=16, max_size=16),
    comings=st.sets(st.integers(0, 15), max_size=3),
)
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_a_group_gets_what_its_presses_would_get_one_after_the_other(
    tickets: list[tuple[str, str | None, str | None]],
    presses: list[tuple[int, str, str]],
    sizes: list[int],
    comings: set[int],
) -> None:
    rule, queue = ClaimRule(2), ClaimQueue()
    wanted = [
        Press(f"{counter}/{key}/{lines}", counter, "desk", "staff-1", tuple(lines)) for key, counter, lines in presses
    ]
    alone, grouped = queue_of(tickets), queue_of(tickets)
    expected: list[str | None] = []
    answered: list[str | None] = []
    rest = list(wanted)
    for number, size in enumerate(sizes):
        group, rest = rest[:size], rest[size:]
        if number in comings:
            somebody_comes(alone, 100 + number)
            somebody_comes(grouped, 100 + number)
        for one in group:
            with alone.writing() as writer:
                event = claim_within(writer, rule, one)
                expected.append(event.subject if event else None)
        with grouped.writing() as writer:
            answered += [event.subject if event else None for event in claim_together(writer, rule, group, queue)]
        queue.keep(writer)
        alone.clock.advance(timedelta(seconds=1))  # type: ignore[attr-defined]
        grouped.clock.advance(timedelta(seconds=1))  # type: ignore[attr-defined]
    alone.engine.dispose()
    grouped.engine.dispose()
    assert answered == expected


def test_whoever_was_called_by_a_group_that_failed_still_waits() -> None:
    journal, queue, rule = queue_of([("A", None, None), ("A", None, None)]), ClaimQueue(), ClaimRule(2)
    presses = [Press(key, "quay-1", "desk", "staff-1", ("A",)) for key in ("one", "two")]
    called: list[str | None] = []
    with suppress(ZeroDivisionError), journal.writing() as writer:
        called += [event and event.subject for event in claim_together(writer, rule, presses[:1], queue)]
        assert 1 / 0
    with journal.writing() as writer:
        assert claim_together(writer, rule, [], queue) == []
    queue.keep(writer)
    with journal.writing() as writer:
        called += [event and event.subject for event in claim_together(writer, rule, presses[:1], queue)]
    queue.keep(writer)
    with journal.writing() as writer:
        (second,) = claim_together(writer, rule, presses[1:], queue)
    journal.engine.dispose()
    assert called[0] == called[1]
    assert second is not None
    assert second.subject not in called


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_eight_counters_race_over_two_server_processes(
    kind: str, request: pytest.FixtureRequest, sample_ward: Office, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    url: str | None = None
    if kind == "postgresql":
        cluster: postgresql.Cluster = request.getfixturevalue("postgresql_cluster")
        url = cluster.new_database()
    engine: Engine = open_server(url, data)
    counters = prepare(engine, sample_ward, 240, 8)
    engine.dispose()
    given = race(["--data", str(data)] if url is None else ["--database", url], counters, 2)
    assert len(given) == 240
    assert len(set(given)) == 240
