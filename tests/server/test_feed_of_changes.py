"""The feed of changes: every change once, with the state that was known then, over any pages and after a restore."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
import requests
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, select

from server.connections import client_door
from server.connections.feed import read_changes
from server.connections.messages import Change
from server.copying import back_up, restore
from server.limits import Allowance
from shared.clock import SetClock
from shared.domain import dossier
from shared.domain.fact import Fact, fold
from shared.domain.national_states import national_state
from shared.domain.office import Office
from shared.identities import Identities
from shared.journal import tables
from shared.journal.event import GENESIS, Event, Position, read_event, write_event
from shared.journal.journal import Journal, Reader
from shared.journal.read_model import DOSSIERS
from tests.server.connected import Partner, a_key
from tests.server.facts import dossier_received, ticket_issued
from tests.server.running import KEY, MORNING, RunningServer, file_engine, memory_engine, running, serving
from tests.server.waiting import until

_OFFICES = itertools.count()


@pytest.fixture(scope="module")
def journal_engine() -> Iterator[Engine]:
    """One database for all random histories, each of which is an office of its own."""
    engine = memory_engine()
    yield engine
    engine.dispose()


def steps_of(ordinal: int) -> tuple[Fact, ...]:
    """A dossier's way, from its receipt to the citizen's hand."""
    received = dossier_received(ordinal)
    there = {"handover": f"h{ordinal}", "giver": "one_stop", "receiver": "van-phong", "receiver_kind": "department"}
    back = {"handover": f"b{ordinal}", "giver": "van-phong", "receiver": "one_stop", "receiver_kind": "one_stop"}

    def fact(kind: str, data: dict[str, Any]) -> Fact:
        return Fact(received.subject, f"dossier.{kind}", data)

    return (
        received,
        fact("sent", there),
        fact("taken", there),
        fact("result_ready", {"unit": "van-phong", "outcome": "granted"}),
        fact("sent", back),
        fact("taken", back),
        fact("returned", {"collector": "applicant"}),
    )


def written_by(office: str, device: str, facts: Sequence[tuple[int, Fact]]) -> list[Event]:
    """The log of a device that wrote `facts`, each at its Lamport number."""
    previous, events = GENESIS, []
    for seq, (lamport, fact) in enumerate(facts, start=1):
        position = Position(office, device, 1, seq, previous, lamport)
        events.append(write_event(position, MORNING, "staff-1", Fact(fact.subject, fact.kind, fact.data), None))
        previous = events[-1].hash
    return events


def journal_of(engine: Engine, office: str) -> Journal:
    clock = SetClock(MORNING)
    return Journal(engine, office=office, device="server", epoch=1, clock=clock, identities=Identities(clock))


def in_pages(reader: Reader, sizes: Iterator[int]) -> list[Change]:
    """The whole feed, in pages of `sizes`."""
    found: list[Change] = []
    after = 0
    while True:
        page = read_changes(reader, 1, after, next(sizes))
        found += page.changes
        assert page.through > after or not page.full
        after = page.through
        if not page.full:
            return found


def slowly(reader: Reader) -> list[tuple[str, int]]:
    """What the feed should be: for each event of a dossier, all events up to its cursor folded from the beginning."""
    table = tables.event
    query = select(table.c.cursor, table.c.body).where(table.c.office == reader.office).order_by(table.c.cursor)
    seen: list[Event] = []
    expected: list[tuple[str, int]] = []
    for cursor, body in reader.connection.execute(query):
        event = read_event(bytes(body))
        seen.append(event)
        if event.kind.startswith("dossier."):
            state = fold(dossier.evolve, (each.recorded() for each in seen if each.subject == event.subject))
            if state is not None:
                expected.append((f"1.{cursor}", national_state(state)))
    return expected


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_over_any_pages_every_change_comes_once_also_those_that_arrived_late(
    journal_engine: Engine, data: st.DataObject
) -> None:
    office = f"office-{next(_OFFICES)}"
    ways = [steps_of(ordinal) for ordinal in range(1, data.draw(st.integers(1, 4)) + 1)]
    numbered = [
        (10 * place + number, fact) for number, way in enumerate(ways) for place, fact in enumerate(way, start=1)
    ]
    logs: dict[str, list[tuple[int, Fact]]] = {"a": [], "b": [], "c": []}
    for lamport, fact in sorted(numbered, key=lambda each: each[0]):
        logs[data.draw(st.sampled_from("abc"))].append((lamport, fact))
    waiting = [written_by(office, device, facts) for device, facts in logs.items() if facts]
    with journal_of(journal_engine, office).writing() as writer:
        while waiting:
            log = data.draw(st.sampled_from(waiting))
            count = data.draw(st.integers(1, len(log)))
            writer.take_in(log[:count])
            writer.append("kiosk", [ticket_issued(data.draw(st.integers(1, 400)))])
            del log[:count]
            waiting = [each for each in waiting if each]
        expected = slowly(writer)
        sizes = itertools.cycle(data.draw(st.lists(st.integers(1, 9), min_size=1, max_size=4)))
        changes = in_pages(writer, sizes)
        assert [(change.cursor, change.dossier.state) for change in changes] == expected
        last = {change.dossier.dossier: change.dossier.state for change in changes}
        kept = writer.states(DOSSIERS, list(last))
        assert last == {subject: national_state(state) for subject, state in kept.items()}
        assert len(last) == len(ways)


def test_a_partner_reads_pages_and_resumes_at_any_change(server: RunningServer) -> None:
    way = steps_of(3001)
    with server.journal().writing() as writer:
        writer.append("staff-1", [ticket_issued(1), *way[:3], ticket_issued(2), *way[3:], *steps_of(3002)[:1]])
    partner = Partner(server.url, a_key(server.engine, server.clock, "cong-tinh", "read_changes"))
    whole = partner.all_changes("phuong-mau")
    assert [change["dossier"]["state"] for change in whole] == [2, 2, 4, 9, 9, 9, 10, 2]
    assert [change["what"] for change in whole][:3] == ["received", "sent", "taken"]
    for size in (1, 3, 8):
        assert partner.all_changes("phuong-mau", size) == whole
    for place, change in enumerate(whole):
        assert partner.all_changes("phuong-mau", 2, change["cursor"]) == whole[place + 1 :]
    first = whole[0]["dossier"]
    assert first["agency"] == "H99.99.01"
    assert (first["channel"], first["due_at"]) == (1, "2026-11-24T17:00:00+07:00")
    assert partner.get(f"/dossiers/{first['code']}").json() == whole[6]["dossier"]
    told = str(whole) + str(partner.get(f"/dossiers/{first['code']}").json())
    assert "Thử" not in told
    assert "000000000000" not in told
    partner.close()


def test_who_waits_hears_of_a_change_at_once_and_not_of_tickets(embedded_server: RunningServer) -> None:
    partner = Partner(embedded_server.url, a_key(embedded_server.engine, embedded_server.clock, "cong-tinh"))
    with embedded_server.journal().writing() as writer:
        writer.append("staff-1", [ticket_issued(1)])
    empty = partner.get("/changes", office="phuong-mau").json()
    assert (empty["changes"], empty["more"]) == ([], False)
    heard: list[Any] = []

    def ask() -> None:
        heard.append(partner.get("/changes", office="phuong-mau", after=empty["next"], wait=25).json())

    asking = threading.Thread(target=ask)
    asking.start()
    for fact in (ticket_issued(2), dossier_received(3001)):
        with embedded_server.journal().writing() as writer:
            writer.append("staff-1", [fact])
    asking.join()
    assert [change["dossier"]["code"] for change in heard[0]["changes"]] == ["H99.99.01-261123-3001"]
    partner.close()


def test_a_long_poll_is_one_request_however_often_it_is_woken(
    tmp_path: Path, sample_ward: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client_door, "OF_A_KEY", Allowance(at_once=1, per_second=0.001))
    engine = file_engine(tmp_path)
    with running(engine, sample_ward) as server:
        partner = Partner(server.url, a_key(engine, server.clock, "cong-tinh"))
        answers: list[requests.Response] = []
        asking = threading.Thread(target=lambda: answers.append(partner.get("/changes", office="phuong-mau", wait=3)))
        asking.start()
        until(lambda: "motcua_long_polls 1.0" in requests.get(f"{server.url}/metrics", timeout=10).text)
        with server.journal().writing() as writer:
            writer.append("staff-1", [ticket_issued(1)])
        asking.join()
        assert (answers[0].status_code, partner.get("/offices").status_code) == (200, 429)
        partner.close()
    engine.dispose()


def test_after_a_restore_a_partner_is_told_to_begin_again(tmp_path: Path, sample_ward: Office) -> None:
    engine, clock = file_engine(tmp_path), SetClock(MORNING)
    with running(engine, sample_ward) as server:
        key = a_key(engine, clock, "cong-tinh")
        with server.journal().writing() as writer:
            writer.append("staff-1", [dossier_received(3001)])
        partner = Partner(server.url, key)
        back_up(engine, tmp_path / "backup.db", KEY)
        with server.journal().writing() as writer:
            writer.append("staff-1", [dossier_received(3002)])
        after = partner.get("/changes", office="phuong-mau").json()["next"]
        partner.close()
    engine.dispose()
    (tmp_path / "again").mkdir()
    restored = file_engine(tmp_path / "again")
    restore(tmp_path / "backup.db", KEY, restored)
    with serving(restored, clock) as url:
        partner = Partner(url, key)
        refused = partner.get("/changes", office="phuong-mau", after=after)
        assert (refused.status_code, refused.json()["code"]) == (410, "start_again")
        codes = [change["dossier"]["code"] for change in partner.all_changes("phuong-mau")]
        assert codes == ["H99.99.01-261123-3001"]
        beyond = partner.get("/changes", office="phuong-mau", after="2.900")
        assert (beyond.status_code, beyond.json()["code"]) == (410, "start_again")
        partner.close()
    restored.dispose()
