"""The questions about deadlines find what the rules name, and look at open dossiers only."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import event
from sqlalchemy.dialects import sqlite

from resources.sample_ward.load import sample_office_document
from shared.clock import HO_CHI_MINH
from shared.domain.deadlines import groups_of, watch_at
from shared.domain.dossier import ONE_STOP, Dossier, Supplement
from shared.domain.office import office_from_document
from shared.journal.deadline_queries import (
    candidates,
    count_received,
    dossiers_received,
    office_cursor,
    results_waiting,
    watched_dossiers,
)
from shared.journal.inserting import upsert
from shared.journal.journal import Journal
from shared.journal.read_model import DOSSIERS
from tests.papers import dossier_with

WARD = office_from_document(sample_office_document())
UNIT = "van-phong"
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=HO_CHI_MINH)
WATCH = watch_at(WARD.calendar, WARD.deadlines, NOW)
HOURS = (-400, -70, -20, -1, 1, 7, 20, 56, 57, 80, 200)


def a_dossier(number: int) -> Dossier:
    """One of many that differ in all that a question may ask for."""
    hours = HOURS[number % len(HOURS)]
    due = None if number % 7 == 0 else NOW + timedelta(hours=hours)
    received = NOW - timedelta(hours=9 * (number % 30))
    step = min(received + timedelta(hours=number % 11), NOW)
    ready = step if number % 5 == 0 else None
    supplement = None
    if number % 13 == 0 and ready is None:
        until = NOW + timedelta(days=number % 9 - 4)
        supplement, due = Supplement(UNIT, ("Tờ khai",), None, step, "staff-5", until, late=False, due_before=due), None
    return dossier_with(
        id=f"d-{number:05}",
        code=f"H99.99.01-261120-{number:04}",
        token=f"T{number}",
        field=("Hộ tịch", "Đất đai")[number % 2],
        received_at=received,
        due_at=due,
        form_number=number,
        received_by=f"staff-{1 + number % 3}",
        holder=ONE_STOP if number % 3 else UNIT,
        result_ready_at=ready,
        supplement=supplement,
        last_step_at=step,
        returned_at=NOW if number % 4 == 0 else None,
    )


def fill(journal: Journal, dossiers: Sequence[Dossier]) -> None:
    with journal.writing() as writer:
        rows = [DOSSIERS.row(writer.office, each.id, each, (1, "x", 1, 1)) for each in dossiers]
        upsert(writer.connection, DOSSIERS.table, rows)


@pytest.fixture
def filled(journal: Journal) -> tuple[Dossier, ...]:
    dossiers = tuple(a_dossier(number) for number in range(1, 1201))
    fill(journal, dossiers)
    return dossiers


def test_the_question_finds_exactly_what_the_rules_name(journal: Journal, filled: tuple[Dossier, ...]) -> None:
    with journal.reading() as reader:
        found = dict(watched_dossiers(reader, WATCH))
    wanted = {each: groups for each in filled if (groups := groups_of(each, WATCH))}
    assert found == wanted
    named = {group for groups in wanted.values() for group in groups}
    assert len(named) == 9, "the sample holds every group"


def test_one_unit_and_one_officer_see_their_own(journal: Journal, filled: tuple[Dossier, ...]) -> None:
    assert filled
    with journal.reading() as reader:
        every = {each for each, _ in watched_dossiers(reader, WATCH)}
        held = {each for each, _ in watched_dossiers(reader, WATCH, holder=UNIT)}
        mine = {each for each, _ in watched_dossiers(reader, WATCH, received_by="staff-2")}
    assert held == {each for each in every if each.holder == UNIT}
    assert mine == {each for each in every if each.received_by == "staff-2"}


@pytest.mark.parametrize("holder", [None, UNIT])
def test_returned_dossiers_are_not_even_looked_at(journal: Journal, holder: str | None) -> None:
    statement = candidates(journal.office, WATCH, holder).compile(dialect=sqlite.dialect())
    with journal.reading() as reader:
        plan = reader.connection.exec_driver_sql(
            f"EXPLAIN QUERY PLAN {statement}", tuple(statement.params[name] for name in statement.positiontup or ())
        ).fetchall()
    steps = [str(row[-1]) for row in plan]
    assert len(steps) == 1
    assert re.match(r"SEARCH dossier USING INDEX dossier_(open|custody) \(office=\? AND open=\?", steps[0])


def test_the_plan_is_that_of_the_statement_which_is_sent(journal: Journal, filled: tuple[Dossier, ...]) -> None:
    assert filled
    sent: list[str] = []
    event.listen(journal.engine, "before_cursor_execute", lambda *call: sent.append(str(call[2])))
    with journal.reading() as reader:
        watched_dossiers(reader, WATCH)
    question, agencies = [each for each in sent if "dossier" in each]
    assert "dossier.open = 1" in question
    assert "dossier.agency_by IS NOT NULL" in agencies


def test_results_at_the_counter_are_counted(journal: Journal, filled: tuple[Dossier, ...]) -> None:
    with journal.reading() as reader:
        assert results_waiting(reader) == sum(1 for each in filled if each.stage == "result_at_counter")


def test_the_cursor_moves_with_every_event_and_not_otherwise(journal: Journal) -> None:
    from shared.domain.fact import Fact

    with journal.reading() as reader:
        assert office_cursor(reader) == 0
    with journal.writing() as writer:
        writer.append("staff-1", [Fact("x-1", "x.happened", {})])
    with journal.reading() as reader:
        assert office_cursor(reader) == 1


def test_a_register_is_read_by_days_and_fields_in_the_order_of_receipt(
    journal: Journal, filled: tuple[Dossier, ...]
) -> None:
    begins = datetime(2026, 11, 20, tzinfo=HO_CHI_MINH)
    ends = begins + timedelta(days=2)
    inside = [each for each in filled if begins <= each.received_at < ends]
    land = [each for each in inside if each.field == "Đất đai"]
    with journal.reading() as reader:
        assert count_received(reader, begins, ends, ()) == len(inside) > len(land) > 10
        read = dossiers_received(reader, begins, ends, ("Đất đai",), 1000)
        first = dossiers_received(reader, begins, ends, (), 10)
    assert list(read) == sorted(land, key=lambda each: (each.received_at, each.code))
    assert len(first) == 10


def test_a_day_later_other_dossiers_are_found(journal: Journal) -> None:
    due = replace(a_dossier(2), due_at=datetime(2026, 11, 26, 17, 0, tzinfo=HO_CHI_MINH), last_step_at=NOW)
    due = replace(due, holder=UNIT, received_at=NOW)
    fill(journal, [due])
    later = watch_at(WARD.calendar, WARD.deadlines, datetime(2026, 11, 25, 9, 0, tzinfo=HO_CHI_MINH))
    assert later.tomorrow == date(2026, 11, 26)
    with journal.reading() as reader:
        assert watched_dossiers(reader, WATCH) == ()
        assert [groups for _, groups in watched_dossiers(reader, later)] == [("apologise", "due_tomorrow")]
