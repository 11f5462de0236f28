"""The index that finds dossiers by any word (chỉ mục tra cứu): FTS5 beside the journal, in the same encrypted file.

It is no part of the truth. It is made when it is first wanted, filled piece by piece from the read tables, newest
dossiers first, and then follows the journal's cursor; a later version of the words throws it away and begins anew.
A piece takes so little that others who want the database hardly notice. A personal record that comes after its event,
or is erased, is noted by triggers in the same transaction; until the index has taken that in, such a dossier is found
by nothing but its code. An erased name is taken out of the pages of the index (`secure-delete`), not only hidden.

SQLite only: the server does not search people's names.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from shared.domain.dossier import Dossier
from shared.journal import tables
from shared.journal.dossier_queries import dossiers_by_id, personal_records
from shared.journal.dossier_search_words import words_of
from shared.journal.engine import move_log_into_database
from shared.journal.journal import Journal, Reader, Writer
from shared.journal.read_model import DOSSIERS

VERSION = 1
"""Of the words and of the tables; another number begins the index anew."""

PIECE = 60
"""Dossiers taken in by one piece."""
EVENTS_LOOKED_AT = 1000
"""Events that a piece looks through for new dossiers."""
CHANGED_AT_ONCE = 2
"""Dossiers whose words a piece changes: taking words out of the pages costs much more than putting them in."""
_PAGES_MERGED = 16
"""Pages of the index that a piece puts in order."""
_MOVED_AFTER = 8 * PIECE
"""After so many dossiers what was written is moved from the write-ahead log into the database."""
NOT_WORTH_A_COMMIT = 200
"""So many events without a new dossier are looked at again next time sooner than noted by a COMMIT."""


@dataclass(frozen=True, slots=True)
class IndexState:
    """How far the index is: `indexed` of `to_index` dossiers; `complete` when nothing is waiting to be taken in."""

    indexed: int
    to_index: int
    complete: bool


def index_state(reader: Reader) -> IndexState:
    """How far the index is, without writing anything."""
    connection = reader.connection
    marks = _marks(connection)
    if marks is None or marks["version"] != VERSION:
        return IndexState(0, _count(reader), complete=False)
    indexed = _indexed(connection)
    built = marks["built"] == 1
    waiting = not built or _has_changed(connection) or _worth_following(reader, marks["cursor"])
    return IndexState(indexed, indexed if built else max(marks["total"], indexed), complete=not waiting)


def index_more(journal: Journal) -> IndexState:
    """Takes one bounded piece more into the index, if any is waiting; nothing is written otherwise.

    What many pieces have written is moved out of the write-ahead log in between: otherwise some commit, perhaps one
    that somebody waits for, would have to move all of it at once.
    """
    with journal.reading() as reader:
        before = index_state(reader)
    if before.complete:
        return before
    with journal.writing() as writer:
        after = index_some(writer)
    if before.indexed // _MOVED_AFTER != after.indexed // _MOVED_AFTER:
        move_log_into_database(journal.engine)
    return after


def index_some(writer: Writer) -> IndexState:
    """Takes one bounded piece into the index and answers how far it is then."""
    connection = writer.connection
    marks = _marks(connection)
    if marks is None or marks["version"] != VERSION:
        marks = _begin_anew(writer)
    if not _take_changes(writer):
        if marks["built"] == 0:
            _build_some(writer)
        else:
            _follow(writer, marks["cursor"])
        connection.exec_driver_sql(
            "INSERT INTO dossier_search(dossier_search, rank) VALUES('merge', ?)", (_PAGES_MERGED,)
        )
    return index_state(writer)


_TABLES = (
    """CREATE VIRTUAL TABLE dossier_search USING fts5(
        name, other, detail=column, columnsize=0, prefix='1 2 3', tokenize='ascii')""",
    "INSERT INTO dossier_search(dossier_search, rank) VALUES('secure-delete', 1)",
    # Merging is done in pieces of our own: SQLite's own would now and then hold somebody up.
    "INSERT INTO dossier_search(dossier_search, rank) VALUES('automerge', 0)",
    "INSERT INTO dossier_search(dossier_search, rank) VALUES('crisismerge', 200)",
    """CREATE TABLE dossier_search_row(
        number INTEGER PRIMARY KEY, subject TEXT NOT NULL UNIQUE, personal TEXT)""",
    "CREATE INDEX dossier_search_personal ON dossier_search_row(personal) WHERE personal IS NOT NULL",
    "CREATE TABLE dossier_search_changed(hash TEXT PRIMARY KEY) WITHOUT ROWID",
    "CREATE TABLE dossier_search_mark(name TEXT PRIMARY KEY, value) WITHOUT ROWID",
    """CREATE TRIGGER dossier_search_came AFTER INSERT ON personal
        WHEN EXISTS (SELECT 1 FROM dossier_search_row WHERE personal = NEW.hash)
        BEGIN INSERT OR IGNORE INTO dossier_search_changed VALUES (NEW.hash); END""",
    """CREATE TRIGGER dossier_search_erased AFTER UPDATE OF body ON personal
        WHEN EXISTS (SELECT 1 FROM dossier_search_row WHERE personal = NEW.hash)
        BEGIN INSERT OR IGNORE INTO dossier_search_changed VALUES (NEW.hash); END""",
)
"""`dossier_search_row`: which dossier a number of the index is, and whose personal record its words come from. Those
that were there at the beginning have negative numbers, later ones positive: the newest have the highest."""

_MARKS = ("version", "built", "cursor", "total")


def _begin_anew(writer: Writer) -> dict[str, int]:
    """Makes the empty tables; answers their marks."""
    connection = writer.connection
    for name in ("came", "erased"):
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS dossier_search_{name}")
    for name in ("", "_row", "_changed", "_mark"):
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS dossier_search{name}")
    for statement in _TABLES:
        connection.exec_driver_sql(statement)
    total = _count(writer)
    marks = {"version": VERSION, "built": int(total == 0), "cursor": _cursor(writer), "total": total}
    _set_marks(connection, **marks)
    return marks


def _build_some(writer: Writer) -> None:
    """Takes in the newest of the dossiers that were there at the beginning: their ids tell by when they were made."""
    connection, table = writer.connection, tables.dossier
    row = connection.exec_driver_sql(
        "SELECT number, subject FROM dossier_search_row WHERE number < 0 ORDER BY number LIMIT 1"
    ).one_or_none()
    lowest, last = (0, None) if row is None else (int(row[0]), str(row[1]))
    query = select(table.c.subject, table.c.document).where(table.c.office == writer.office)
    if last is not None:
        query = query.where(table.c.subject < last)
    found = connection.execute(query.order_by(table.c.subject.desc()).limit(PIECE)).all()
    known = _numbers(connection, [str(subject) for subject, _ in found])
    states = [DOSSIERS.state(document) for subject, document in found if subject not in known]
    # The index takes numbers that rise; within the piece the oldest comes first.
    numbered = [(lowest - place, state) for place, state in enumerate(states, start=1)]
    _insert(writer, numbered[::-1])
    if len(found) < PIECE:
        _set_marks(connection, built=1)


def _follow(writer: Writer, cursor: int) -> None:
    """Takes in the dossiers received by the events after `cursor`, and moves the mark on."""
    connection, event = writer.connection, tables.event
    query = (
        select(event.c.cursor, event.c.subject, event.c.kind)
        .where(event.c.office == writer.office, event.c.cursor > cursor)
        .order_by(event.c.cursor)
        .limit(EVENTS_LOOKED_AT)
    )
    subjects: dict[str, None] = {}
    for place, subject, kind in connection.execute(query):
        cursor = int(place)
        if kind == "dossier.received":
            subjects[str(subject)] = None
            if len(subjects) == PIECE:
                break
    known = _numbers(connection, list(subjects))
    states = dossiers_by_id(writer, [each for each in subjects if each not in known])
    highest = connection.exec_driver_sql("SELECT max(number) FROM dossier_search_row").scalar() or 0
    _insert(writer, [(max(int(highest), 0) + place, state) for place, state in enumerate(states, start=1)])
    # A second receipt of a dossier can have come before the first one in the order: its words may be others now.
    for state in dossiers_by_id(writer, list(known)):
        _change(writer, known[state.id], state)
    _set_marks(connection, cursor=cursor)


def _take_changes(writer: Writer) -> bool:
    """Takes in personal records that have come late or were erased; whether there were any."""
    connection = writer.connection
    changed = connection.exec_driver_sql(
        "SELECT hash, number, subject FROM dossier_search_changed LEFT JOIN dossier_search_row ON personal = hash "
        "ORDER BY hash LIMIT ?",
        (CHANGED_AT_ONCE,),
    ).all()
    for digest, number, subject in changed:
        for state in dossiers_by_id(writer, [subject] if subject else []):
            _change(writer, int(number), state)
        connection.exec_driver_sql("DELETE FROM dossier_search_changed WHERE hash = ?", (digest,))
    return bool(changed)


def _insert(writer: Writer, numbered: Sequence[tuple[int, Dossier]]) -> None:
    if not numbered:
        return
    people = personal_records(writer, [state.applicant for _, state in numbered if state.applicant])
    words = [(number, words_of(state, people.get(state.applicant or "", {}))) for number, state in numbered]
    writer.connection.exec_driver_sql(
        "INSERT INTO dossier_search_row(number, subject, personal) VALUES (?, ?, ?)",
        [(number, state.id, state.applicant) for number, state in numbered],
    )
    writer.connection.exec_driver_sql(
        "INSERT INTO dossier_search(rowid, name, other) VALUES (?, ?, ?)",
        [(number, each.name, each.other) for number, each in words],
    )


def _change(writer: Writer, number: int, state: Dossier) -> None:
    people = personal_records(writer, [state.applicant] if state.applicant else [])
    words = words_of(state, people.get(state.applicant or "", {}))
    connection = writer.connection
    was = connection.exec_driver_sql("SELECT name, other FROM dossier_search WHERE rowid = ?", (number,)).one()
    connection.exec_driver_sql("UPDATE dossier_search_row SET personal = ? WHERE number = ?", (state.applicant, number))
    if tuple(was) != (words.name, words.other):
        connection.exec_driver_sql(
            "UPDATE dossier_search SET name = ?, other = ? WHERE rowid = ?", (words.name, words.other, number)
        )


def subjects_of(reader: Reader, numbers: Sequence[int]) -> list[str]:
    """The ids of the dossiers that have `numbers` in the index, in the order asked."""
    if not numbers:
        return []
    places = ", ".join("?" * len(numbers))
    found = reader.connection.exec_driver_sql(
        f"SELECT number, subject FROM dossier_search_row WHERE number IN ({places})",  # noqa: S608  # places only
        tuple(numbers),
    )
    subjects = {int(number): str(subject) for number, subject in found}
    return [subjects[each] for each in numbers]


def _numbers(connection: Connection, subjects: Sequence[str]) -> dict[str, int]:
    """The numbers of those of `subjects` that are in the index."""
    if not subjects:
        return {}
    places = ", ".join("?" * len(subjects))
    found = connection.exec_driver_sql(
        f"SELECT subject, number FROM dossier_search_row WHERE subject IN ({places})",  # noqa: S608  # places only
        tuple(subjects),
    )
    return {str(subject): int(number) for subject, number in found}


def _marks(connection: Connection) -> dict[str, int] | None:
    """The marks of the index, None when there is none yet."""
    made = connection.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = 'dossier_search_mark'").scalar()
    if made is None:
        return None
    rows = connection.exec_driver_sql("SELECT name, value FROM dossier_search_mark")
    return dict.fromkeys(_MARKS, 0) | {str(name): int(value) for name, value in rows}


def _set_marks(connection: Connection, **marks: int) -> None:
    connection.exec_driver_sql("INSERT OR REPLACE INTO dossier_search_mark VALUES (?, ?)", list(marks.items()))


def _indexed(connection: Connection) -> int:
    """How many dossiers are in the index: their numbers have no gaps on either side of 0."""
    lowest, highest = (
        connection.exec_driver_sql(f"SELECT {which}(number) FROM dossier_search_row").scalar() or 0  # noqa: S608
        for which in ("min", "max")
    )
    return max(int(highest), 0) - min(int(lowest), 0)


def _count(reader: Reader) -> int:
    counted = reader.connection.exec_driver_sql("SELECT count(*) FROM dossier WHERE office = ?", (reader.office,))
    return int(counted.scalar_one())


def _cursor(reader: Reader) -> int:
    table = tables.office
    query = select(table.c.cursor).where(table.c.office == reader.office)
    return int(reader.connection.execute(query).scalar() or 0)


def _has_changed(connection: Connection) -> bool:
    return connection.exec_driver_sql("SELECT 1 FROM dossier_search_changed LIMIT 1").scalar() is not None


def _worth_following(reader: Reader, cursor: int) -> bool:
    if _cursor(reader) - cursor >= NOT_WORTH_A_COMMIT:
        return True
    event = tables.event
    query = select(event.c.kind).where(event.c.office == reader.office, event.c.cursor > cursor)
    return "dossier.received" in set(reader.connection.execute(query).scalars())
