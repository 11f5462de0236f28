"""The feed of changes: every event of a dossier once, in the order in which this server heard of it.

With each goes the dossier as it stood by all that was known here at that moment: the fold of its events up to that
cursor, in the journal's one order. A fact that arrives late is therefore a change of its own, whose state takes it into
account, and nothing that was told before is told again otherwise. Facts of a dossier whose receipt has not arrived yet
tell nothing; the change of the receipt then tells all of them.
"""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from server.connections.messages import Change, DossierNow, to_the_second, with_offset
from shared.domain.dossier import evolve
from shared.domain.dossier_state import Dossier
from shared.domain.fact import Recorded, fold, step
from shared.domain.national_states import STATE_NAMES, national_channel, national_state
from shared.journal import tables
from shared.journal.event import read_event
from shared.journal.journal import Reader
from shared.journal.read_model import events_of

LARGEST_PAGE = 500
_PREFIX = "dossier."
RECEIVED = "dossier.received"
PORTAL_NUMBER = "portal_number"
"""Where the receipt of an online dossier keeps the portal's own number."""


@dataclass(frozen=True, slots=True)
class FeedPage:
    """A page (trang). `through`: the cursor up to which everything is on it or before it; `office`: how far that is."""

    changes: tuple[Change, ...]
    through: int
    office: int
    full: bool


def read_changes(reader: Reader, epoch: int, after: int, limit: int) -> FeedPage:
    """What happened to dossiers after the cursor `after`: at most `limit` events. `epoch`: this server's own."""
    furthest = cursor_of(reader)
    event = tables.event
    query = (
        select(event.c.cursor, event.c.subject)
        .where(event.c.office == reader.office, event.c.cursor > after, event.c.cursor <= furthest)
        .where(event.c.kind.startswith(_PREFIX, autoescape=True))
        .order_by(event.c.cursor)
        .limit(limit)
    )
    rows = [(int(cursor), str(subject)) for cursor, subject in reader.connection.execute(query)]
    full = len(rows) == limit
    through = rows[-1][0] if full else furthest
    changes: dict[int, Change] = {}
    for history in _histories(reader, sorted({subject for _, subject in rows}), through).values():
        changes.update((change_at, change) for change_at, change in _changes(reader.office, epoch, history, after))
    return FeedPage(tuple(changes[cursor] for cursor in sorted(changes)), through, furthest, full)


def cursor_of(reader: Reader) -> int:
    """How far the office is."""
    query = select(tables.office.c.cursor).where(tables.office.c.office == reader.office)
    return reader.connection.execute(query).scalar() or 0


History = list[tuple[int, Recorded]]


def _histories(reader: Reader, subjects: Sequence[str], through: int) -> dict[str, History]:
    """The facts of each of `subjects` up to the cursor `through`, with their cursors, in the order of those."""
    event = tables.event
    histories: dict[str, History] = defaultdict(list)
    for start in range(0, len(subjects), 500):
        query = select(event.c.cursor, event.c.body).where(
            event.c.subject.in_(subjects[start : start + 500]),
            event.c.office + "" == reader.office,  # by the index of the subject, not through the whole office
            event.c.cursor <= through,
            event.c.kind.startswith(_PREFIX, autoescape=True),
        )
        for cursor, body in reader.connection.execute(query.order_by(event.c.cursor)):
            fact = read_event(bytes(body)).recorded()
            histories[fact.subject].append((int(cursor), fact))
    return histories


def _changes(office: str, epoch: int, history: History, after: int) -> list[tuple[int, Change]]:
    """The changes of one dossier behind `after`."""
    known: list[Recorded] = []
    state: Dossier | None = None
    found: list[tuple[int, Change]] = []
    for cursor, fact in history:
        comes_last = not known or fact.order > known[-1].order
        insort(known, fact, key=lambda each: each.order)
        state = step(evolve, state, fact) if comes_last else fold(evolve, known)
        if cursor > after and state is not None:
            now = dossier_now(office, state, _portal_number(known))
            what = fact.kind.removeprefix(_PREFIX)
            found.append(
                (cursor, Change(cursor=f"{epoch}.{cursor}", what=what, at=to_the_second(fact.device_time), dossier=now))
            )
    return found


def known_now(reader: Reader, dossier: Dossier) -> DossierNow:
    """`dossier` as it stands now."""
    facts = [event.recorded() for event in events_of(reader.connection, reader.office, dossier.id)]
    return dossier_now(reader.office, dossier, _portal_number(facts))


def dossier_now(office: str, dossier: Dossier, portal_number: str | None) -> DossierNow:
    """Where a dossier stands, as other systems are told."""
    state = national_state(dossier)
    return DossierNow(
        dossier=dossier.id,
        code=dossier.code,
        office=office,
        agency=dossier.code.partition("-")[0],
        procedure=dossier.procedure,
        portal_number=portal_number,
        channel=national_channel(dossier.channel),
        state=state,
        state_name=STATE_NAMES[state].vi,
        received_at=to_the_second(dossier.received_at),
        due_at=with_offset(dossier.due_at),
        result_at=with_offset(dossier.result_ready_at),
        outcome=dossier.outcome,
        ended_at=with_offset(dossier.ending.at if dossier.ending else None),
        returned_at=with_offset(dossier.returned_at),
    )


def _portal_number(facts: Sequence[Recorded]) -> str | None:
    """The portal's number in the receipt that stands, the first in order."""
    received = next((fact for fact in facts if fact.kind == RECEIVED), None)
    number = received.data.get(PORTAL_NUMBER) if received else None
    return number if isinstance(number, str) else None
