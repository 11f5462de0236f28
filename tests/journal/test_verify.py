"""What a check of a database finds when somebody has been at it."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from shared.domain.fact import Fact
from shared.journal.journal import Journal
from shared.journal.verify import verify
from tests.journal.facts import append, called, findings, issued
from tests.server.facts import dossier_received


@pytest.fixture
def written(journal: Journal) -> Journal:
    append(journal, issued("t1"), called("t1"), issued("t2", 2), dossier_received(1), Fact("x", "weather.changed", {}))
    assert findings(journal) == []
    return journal


def tamper(journal: Journal, statement: str) -> list[str]:
    with journal.writing() as writer:
        assert writer.connection.execute(text(statement)).rowcount > 0
    return findings(journal)


def test_a_sound_database_is_counted(written: Journal) -> None:
    with written.reading() as reader:
        report = verify(reader.connection, written.office)
    assert (report.holds, report.events, report.logs, report.subjects) == (True, 5, 1, 3)


def test_an_empty_database_holds(journal: Journal) -> None:
    assert findings(journal) == []


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("UPDATE event SET body = CAST('rubbish' AS BLOB) WHERE seq = 2", {"body_changed", "fold_differs"}),
        (
            "UPDATE event SET body = CAST(replace(body, 'k1', 'k2') AS BLOB) WHERE seq = 2",
            {"body_changed", "fold_differs"},
        ),
        ("UPDATE event SET hash = 'f' WHERE seq = 2", {"body_changed"}),
        ("UPDATE event SET hash = 'f' WHERE seq = 5", {"body_changed", "head_wrong"}),
        ("UPDATE event SET subject = 't2' WHERE seq = 2", {"columns_differ", "fold_differs"}),
        ("UPDATE event SET kind = 'desk.opened' WHERE seq = 5", {"columns_differ"}),
        ("UPDATE event SET lamport = 99 WHERE seq = 1", {"columns_differ"}),
        ("UPDATE event SET personal = NULL WHERE seq = 4", {"columns_differ"}),
        ("UPDATE event SET seq = 9 WHERE seq = 2", {"gap", "columns_differ"}),
        ("DELETE FROM event WHERE seq = 2", {"gap", "fold_differs"}),
        ("DELETE FROM event WHERE seq = 5", {"head_wrong"}),
        ("UPDATE log SET hash = 'f'", {"head_wrong"}),
        ("UPDATE office SET cursor = 3", {"cursor_wrong"}),
        ("UPDATE personal SET body = CAST('other' AS BLOB)", {"record_changed"}),
        ("UPDATE ticket SET document = CAST('rubbish' AS BLOB) WHERE subject = 't1'", {"fold_differs"}),
        ("DELETE FROM ticket WHERE subject = 't1'", {"fold_differs"}),
        ("UPDATE ticket SET subject = 't9' WHERE subject = 't2'", {"fold_differs"}),
    ],
)
def test_what_was_tampered_with_is_found(written: Journal, statement: str, found: set[str]) -> None:
    told = set(tamper(written, statement))
    assert told
    assert told <= found


def test_a_finding_shows_no_personal_data(written: Journal) -> None:
    with written.writing() as writer:
        writer.connection.execute(text("UPDATE personal SET body = CAST('Nguyễn Thị Thử' AS BLOB)"))
        writer.connection.execute(text("DELETE FROM dossier"))
    with written.reading() as reader:
        report = verify(reader.connection, written.office)
    assert len(report.findings) == 2
    assert "Nguyễn" not in repr(report)
