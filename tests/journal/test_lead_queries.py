"""The team leader's figures are asked by their date: each question finds its rows by an index."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from sqlalchemy import Connection, event, insert
from sqlalchemy.engine import Engine

from shared.actions.close_desk import release_from_closed
from shared.actions.slip_call import match_slips
from shared.journal import lead_queries
from shared.journal.journal import Journal, Reader
from shared.journal.read_model import milliseconds
from shared.journal.tables import dossier
from tests.journal.conftest import OFFICE
from tests.journal.facts import append, called, issued

DAY = "2026-11-23"
MIDNIGHT = datetime(2026, 11, 22, 17, 0, tzinfo=UTC)
NOW = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)


@pytest.fixture
def journal(engine: Engine, clock: object, identities: object) -> Journal:
    return Journal(engine, office=OFFICE, device="one", epoch=1, clock=clock, identities=identities)  # type: ignore[arg-type]


def ask_everything(reader: Reader) -> None:
    lead_queries.visits_of(reader, DAY)
    lead_queries.oldest_waiting(reader, DAY)
    lead_queries.scores_since(reader, MIDNIGHT)
    lead_queries.dossiers_today(reader, MIDNIGHT, NOW)
    lead_queries.open_conflicts(reader, 10)


def plans_of(journal: Journal, ask: Callable[[], object]) -> dict[str, str]:
    """How SQLite goes about every question that `ask` sends."""
    asked: list[tuple[str, object]] = []

    def note(_c: Connection, _u: object, statement: str, values: object, *_: object) -> None:
        if statement.lstrip().upper().startswith("SELECT"):
            asked.append((statement, values))

    event.listen(journal.engine, "before_cursor_execute", note)
    ask()
    event.remove(journal.engine, "before_cursor_execute", note)
    with journal.reading() as reader:
        run = reader.connection.exec_driver_sql
        return {
            statement: " | ".join(str(row[3]) for row in run(f"EXPLAIN QUERY PLAN {statement}", values))  # type: ignore[arg-type]
            for statement, values in asked
        }


def test_what_a_counter_puts_in_order_at_every_look_is_found_by_an_index(journal: Journal) -> None:
    plans = [
        *plans_of(journal, lambda: match_slips(journal, DAY, "quay-1", "staff-1")).values(),
        *plans_of(journal, lambda: release_from_closed(journal, DAY, (), ("A",), "staff-1")).values(),
    ]
    assert len(plans) == 2
    assert "ticket_token" in plans[0]
    assert "ticket_transferred" in plans[1]


def test_no_question_reads_a_whole_table(journal: Journal) -> None:
    with journal.reading() as reader:
        plans = plans_of(journal, lambda: ask_everything(reader))
    assert len(plans) == 8
    for statement, plan in plans.items():
        assert "SCAN" not in plan, (statement, plan)
    used = " ".join(plans.values())
    for index in ("ticket_queue", "rating_at", "dossier_received", "dossier_returned", "dossier_open"):
        assert index in used, used


def test_visits_are_told_in_the_order_of_issue_with_their_first_call(journal: Journal) -> None:
    append(journal, issued("one", 1), issued("two", 2), called("one"))
    with journal.reading() as reader:
        visits = lead_queries.visits_of(reader, DAY)
        assert lead_queries.visits_of(reader, "2026-11-24") == ()
        assert lead_queries.oldest_waiting(reader, DAY) == {"A": visits[1].issued_at}
    assert [(each.line, each.first_called_at is not None) for each in visits] == [("A", True), ("A", False)]


def test_what_was_received_returned_and_is_late_is_counted(journal: Journal) -> None:
    today, before = milliseconds(MIDNIGHT) + 60_000, milliseconds(MIDNIGHT) - 60_000
    rows = [
        row("received here", received_at=today, officer="staff-1"),
        row("received here too", received_at=today, officer="staff-1"),
        row("yesterday's", received_at=before, officer="staff-2"),
        row("returned in time", received_at=before, open_=0, due_at=today + 1, returned_at=today),
        row("returned late", received_at=before, open_=0, due_at=before, returned_at=today),
        row("returned before", received_at=before, open_=0, due_at=before, returned_at=before),
        row("overdue", received_at=before, due_at=before),
    ]
    with journal.writing() as writer:
        writer.connection.execute(insert(dossier), rows)
    with journal.reading() as reader:
        found = lead_queries.dossiers_today(reader, MIDNIGHT, NOW)
    assert found == lead_queries.DossiersToday({"staff-1": 2}, returned=2, returned_late=1, overdue=1)


def row(
    subject: str,
    *,
    received_at: int,
    officer: str = "staff-1",
    open_: int = 1,
    due_at: int | None = None,
    returned_at: int | None = None,
) -> dict[str, object]:
    return {
        "office": OFFICE,
        "subject": subject,
        "code": subject,
        "token": subject,
        "procedure": "1",
        "stage": "received",
        "holder": "one_stop",
        "received_at": received_at,
        "due_at": due_at,
        "form_number": 1,
        "field": "x",
        "open": open_,
        "last_step_at": received_at,
        "answer_by": None,
        "returned_at": returned_at,
        "custody_since": received_at,
        "lost": 0,
        "document": f'{{"received_by": "{officer}"}}'.encode(),
        "through": "[]",
    }
