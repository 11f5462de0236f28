"""Very many events and dossiers of the years before, copied inside a machine's tables from what it knows already."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, Table, insert, text

from shared.journal import tables
from shared.journal.engine import WRITING
from tests.bench.prepared_office import Machine

EVENTS_OF_A_DOSSIER = 4
_DEVICE = "measured-years"
_AT_ONCE = 40_000
_MILLISECONDS_BETWEEN = 400_000
"""A quarter of a million dossiers are three years then."""


def remember_years(counter: Machine, events: int) -> int:
    """Makes the machine know `events` events more, with a dossier and its personal record for each fourth one.

    Rows are copied from the newest dossier and its event, each with identities, codes and times of its own, so that
    every index has as many different keys as real years would leave. Answers how many dossiers came.
    """
    dossiers = events // EVENTS_OF_A_DOSSIER
    for first in range(1, events + 1, _AT_ONCE):
        last = min(first + _AT_ONCE - 1, events)
        with counter.journal.engine.connect().execution_options(**WRITING) as connection, connection.begin():
            _copy(connection, tables.event, _NEWEST_EVENT, _EVENT, (first, last))
            connection.execute(text("UPDATE office SET cursor = cursor + :many"), {"many": last - first + 1})
            begins, ends = (first - 1) // EVENTS_OF_A_DOSSIER + 1, last // EVENTS_OF_A_DOSSIER
            _copy(connection, tables.dossier, _NEWEST_DOSSIER, _dossier(dossiers, counter.node.index), (begins, ends))
            _copy(connection, tables.personal, "SELECT * FROM personal LIMIT 1", {"hash": _HASH}, (begins, ends))
    with counter.journal.engine.connect().execution_options(**WRITING) as connection, connection.begin():
        connection.execute(
            insert(tables.log).values(
                office=counter.office.id,
                device=_DEVICE,
                epoch=1,
                seq=events,
                hash="0" * 64,
                acknowledged=0,
                state="open",
            )
        )
    return dossiers


def remember_dossiers(counter: Machine, dossiers: int, changed: Mapping[str, str]) -> None:
    """Makes the machine know `dossiers` dossiers more, without their events: copies of the newest one.

    `changed`: SQL for columns that differ among them; `i` is the dossier's number, `t` the row that is copied.
    """
    differing = {**_dossier(dossiers, counter.node.index), **changed}
    for first in range(1, dossiers + 1, _AT_ONCE):
        with counter.journal.engine.connect().execution_options(**WRITING) as connection, connection.begin():
            last = min(first + _AT_ONCE - 1, dossiers)
            _copy(connection, tables.dossier, _NEWEST_DOSSIER, differing, (first, last))


_HASH = "lower(hex(randomblob(32)))"
_OFFICE = "office = (SELECT office FROM office)"
_NEWEST_EVENT = f"""SELECT *, (SELECT body FROM event WHERE {_OFFICE} AND cursor <= 100 ORDER BY length(body) LIMIT 1)
    AS short FROM event WHERE {_OFFICE} AND kind = 'dossier.received' ORDER BY cursor DESC LIMIT 1"""
_NEWEST_DOSSIER = f"SELECT * FROM dossier WHERE {_OFFICE} ORDER BY received_at DESC LIMIT 1"
_EVENT: Mapping[str, str] = {
    "device": f"'{_DEVICE}'",
    "epoch": "1",
    "seq": "i",
    "cursor": "(SELECT cursor FROM office) + i - first",
    "lamport": "i",
    "subject": f"printf('0190%08x-0000-7000-8000-%012x', i / {EVENTS_OF_A_DOSSIER}, i / {EVENTS_OF_A_DOSSIER})",
    "kind": f"CASE i % {EVENTS_OF_A_DOSSIER} WHEN 1 THEN t.kind ELSE 'dossier.measured' END",
    "personal": f"CASE i % {EVENTS_OF_A_DOSSIER} WHEN 1 THEN {_HASH} END",
    "hash": _HASH,
    "body": f"CASE i % {EVENTS_OF_A_DOSSIER} WHEN 1 THEN t.body ELSE t.short END",
}
"""A receipt and three shorter events of each dossier."""


def _dossier(dossiers: int, node_index: int) -> Mapping[str, str]:
    received_at = f"t.received_at - ({dossiers} - i + 1) * {_MILLISECONDS_BETWEEN}"
    day = f"strftime('%y%m%d', ({received_at}) / 1000, 'unixepoch')"
    return {
        "subject": "printf('0190%08x-0000-7000-8000-%012x', i, i)",
        "code": f"printf('H99.99.01-%s-%04d', {day}, 1000 + i % 9000)",
        "token": "lower(hex(randomblob(13)))",
        "received_at": received_at,
        "last_step_at": received_at,
        "due_at": f"{received_at} + 432000000",
        "form_number": f"{node_index * 100_000} + i / 3",
        "open": "i % 25 = 0",
        "stage": "CASE WHEN i % 25 = 0 THEN t.stage ELSE 'returned' END",
    }


def _copy(connection: Connection, table: Table, of: str, changed: Mapping[str, str], numbers: tuple[int, int]) -> None:
    """Copies the one row that `of` finds for each number i from the first to the last of `numbers`."""
    names = [column.name for column in table.columns]
    values = ", ".join(changed.get(name, f't."{name}"') for name in names)
    columns = ", ".join(f'"{name}"' for name in names)
    first, last = numbers
    connection.exec_driver_sql(
        f"INSERT INTO {table.name} ({columns}) "
        f"WITH RECURSIVE n(i, first) AS (SELECT {first}, {first - 1} UNION ALL "
        f"SELECT i + 1, first FROM n WHERE i < {last}), t AS MATERIALIZED ({of}) SELECT {values} FROM n, t"
    )
