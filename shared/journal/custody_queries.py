"""Where all paper is now (giấy tờ đang ở đâu), answered from what is under way, however much has been given back.

Open dossiers are counted in the partial index `dossier_custody`, which holds all that is asked and nothing else; as in
`deadline_queries` its condition must stand in the statement in so many letters. Dossiers that have ended are looked at
only where their paper is not back home. Notes and letters have states of their own that say they are under way.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Table, func, select

from shared.domain.custody import CITIZEN
from shared.domain.fact import Recorded
from shared.domain.handover import Handover, PaperKind
from shared.domain.whereabouts import (
    ENDS_ON_THE_MAP,
    LETTERS_ON_THE_MAP,
    NOTES_ON_THE_MAP,
    HandedPaper,
    Stay,
    hands_of,
    joined,
)
from shared.journal.deadline_queries import IS_OPEN
from shared.journal.journal import Reader
from shared.journal.projections import CONSIGNMENTS, DELIVERIES, DOSSIERS, HANDOVERS, Projection
from shared.journal.read_model import events_of
from shared.journal.tables import consignment, delivery, dossier, handover


@dataclass(frozen=True, slots=True)
class Place:
    """Papers of one kind that are in one place: with `holder`, or from there on their way to `transit_to`.

    `oldest`: since when the longest of them has been there. `lost`: how many of them are lost.
    """

    kind: PaperKind
    holder: str
    transit_to: str | None
    count: int
    oldest: datetime
    lost: int


@dataclass(frozen=True, slots=True)
class WithPost:
    """A paper that the post holds: since when, and by when it is to be delivered (None: not a delivery)."""

    kind: PaperKind
    id: str
    since: datetime
    deliver_by: datetime | None


def places(reader: Reader, homes: Collection[str]) -> tuple[Place, ...]:
    """How many papers are where; `homes`: the units at which ended dossiers stay (the office, its reception points)."""
    return tuple(
        Place(kind, holder, transit_to, count, _instant(oldest), lost)
        for kind, table, where in _under_way(reader.office, homes)
        for holder, transit_to, count, oldest, lost in reader.connection.execute(_counted(table, where))
    )


def papers_at(
    reader: Reader, homes: Collection[str], holder: str, transit_to: str | None, most: int
) -> tuple[tuple[PaperKind, HandedPaper], ...]:
    """What is in one place, what has been there longest first; at most `most` of each kind."""
    found: list[tuple[int, PaperKind, HandedPaper]] = []
    for kind, table, where in _under_way(reader.office, homes):
        there = (table.c.holder == holder) & (table.c.transit_to == transit_to)
        query = (
            select(table.c.custody_since, table.c.document)
            .where(where, there)
            .order_by(table.c.custody_since)
            .limit(most)
        )
        state = _PROJECTIONS[kind].state
        found += [(since, kind, state(document)) for since, document in reader.connection.execute(query)]
    return tuple((kind, paper) for _, kind, paper in sorted(found, key=lambda each: each[0])[:most])


def lost_papers(reader: Reader, homes: Collection[str]) -> tuple[tuple[PaperKind, HandedPaper], ...]:
    """The papers that are lost and not found again."""
    return tuple(
        (kind, _PROJECTIONS[kind].state(document))
        for kind, table, where in _under_way(reader.office, homes)
        for document in reader.connection.execute(select(table.c.document).where(where, table.c.lost == 1)).scalars()
    )


def unsigned_lists(reader: Reader) -> tuple[Handover, ...]:
    """The lists that wait for their second signature, the longest first."""
    query = select(handover.c.document).where(handover.c.office == reader.office, handover.c.state == "offered")
    lists = (HANDOVERS.state(document) for document in reader.connection.execute(query).scalars())
    return tuple(sorted(lists, key=lambda each: (each.offered_at, each.number)))


def with_post(reader: Reader, posts: Sequence[str]) -> tuple[WithPost, ...]:
    """What the post points `posts` hold and nobody else has to sign for, in no order.

    A result or letter that goes back to the office is held since the post gave it up.
    """
    sent = _deliveries_with_post(reader)
    by_dossier = {each.dossier: each for each in sent.values() if each.is_result}
    found: list[WithPost] = []
    letters = [item for item, each in sent.items() if not each.is_result]
    parts: tuple[_Part, ...] = (
        ("consignment", consignment, consignment.c.state.in_(("made", "refused"))),
        ("dossier", dossier, IS_OPEN),
        ("delivery", delivery, delivery.c.subject.in_(letters)),
    )
    for kind, table, under_way in parts:
        held = (table.c.office == reader.office) & under_way & table.c.holder.in_(posts) & table.c.transit_to.is_(None)
        for item, since in reader.connection.execute(select(table.c.subject, table.c.custody_since).where(held)):
            delivered = by_dossier.get(item) if kind == "dossier" else sent.get(item)
            found.append(_with_post(kind, item, _instant(since), delivered))
    return tuple(found)


def papers_of(reader: Reader, papers: Iterable[tuple[PaperKind, str]]) -> tuple[tuple[PaperKind, HandedPaper], ...]:
    """These papers, in the order asked; one that is not here is left out."""
    found = ((kind, reader.state(_PROJECTIONS[kind], item)) for kind, item in papers)
    return tuple((kind, paper) for kind, paper in found if paper is not None)


def chain_of_hands(reader: Reader, kind: PaperKind, item: str) -> tuple[Stay, ...]:
    """Through whose hands a paper went, the first of them first; a dossier that came by post from its note on."""
    own = hands_of(_PROJECTIONS[kind].evolve, _facts(reader, item))
    found = reader.state(DOSSIERS, item) if kind == "dossier" else None
    if found is None or found.consignment is None:
        return own
    return joined(hands_of(CONSIGNMENTS.evolve, _facts(reader, found.consignment)), own)


def paper_by_number(reader: Reader, number: str) -> tuple[PaperKind, HandedPaper] | None:
    """The consignment note with that number, or what travels under that tracking number of the post; None for neither.

    A tracking number of a result means its dossier.
    """
    note = _first(reader, consignment, consignment.c.number == number)
    if note is not None:
        return ("consignment", CONSIGNMENTS.state(note))
    letter = _first(reader, delivery, delivery.c.tracking == number) if number else None
    if letter is None:
        return None
    sent = DELIVERIES.state(letter)
    if sent.content != "result":
        return ("delivery", sent)
    found = reader.state(DOSSIERS, sent.dossier)
    return None if found is None else ("dossier", found)


def handover_numbers(reader: Reader, ids: Iterable[str]) -> Mapping[str, str]:
    """The numbers of these handovers, by their ids; one that is not here is left out."""
    query = select(handover.c.subject, handover.c.number).where(
        handover.c.office == reader.office, handover.c.subject.in_(sorted(set(ids)))
    )
    return {str(subject): str(number) for subject, number in reader.connection.execute(query)}


_PROJECTIONS: Mapping[PaperKind, Projection[Any]] = {
    "dossier": DOSSIERS,
    "consignment": CONSIGNMENTS,
    "delivery": DELIVERIES,
}

_Part = tuple[PaperKind, Table, ColumnElement[bool]]


def _under_way(office: str, homes: Collection[str]) -> Iterator[_Part]:
    """Every kind of paper with the condition that it is under way; dossiers that are open and that have ended."""
    yield "dossier", dossier, (dossier.c.office == office) & IS_OPEN & (dossier.c.holder != CITIZEN)
    # By stage first: asked for what is away or under way, SQLite would go through all dossiers there are.
    over = (dossier.c.office == office) & dossier.c.stage.in_((*ENDS_ON_THE_MAP, "in_transit"))
    away = (dossier.c.stage == "in_transit") | dossier.c.holder.not_in(sorted({*homes, CITIZEN}))
    yield "dossier", dossier, over & (dossier.c.open == 0) & away
    yield (
        "consignment",
        consignment,
        (consignment.c.office == office)
        & consignment.c.state.in_(NOTES_ON_THE_MAP)
        & (consignment.c.holder != CITIZEN),
    )
    yield (
        "delivery",
        delivery,
        (delivery.c.office == office)
        & delivery.c.state.in_(LETTERS_ON_THE_MAP)
        & (delivery.c.content != "result")
        & (delivery.c.holder != CITIZEN),
    )


def _counted(table: Table, where: ColumnElement[bool]) -> Any:
    of = table.c
    return (
        select(of.holder, of.transit_to, func.count(), func.min(of.custody_since), func.sum(of.lost))
        .where(where)
        .group_by(of.holder, of.transit_to)
        .order_by(of.holder, of.transit_to)
    )


@dataclass(frozen=True, slots=True)
class _Sent:
    """A delivery that the post has: `back_since`, since when it goes back to the office."""

    dossier: str
    is_result: bool
    due_at: datetime | None
    back_since: datetime | None


def _deliveries_with_post(reader: Reader) -> Mapping[str, _Sent]:
    of = delivery.c
    query = select(of.subject, of.dossier, of.content, of.due_at, of.state, of.document).where(
        of.office == reader.office, of.state.in_(("with_post", "going_back"))
    )
    return {
        str(subject): _Sent(
            str(of_dossier),
            content == "result",
            None if due is None else _instant(due),
            DELIVERIES.state(document).given_up_at if state == "going_back" else None,
        )
        for subject, of_dossier, content, due, state, document in reader.connection.execute(query)
    }


def _with_post(kind: PaperKind, item: str, since: datetime, sent: _Sent | None) -> WithPost:
    if sent is None:
        return WithPost(kind, item, since, None)
    if sent.back_since is not None:
        return WithPost(kind, item, max(since, sent.back_since), None)
    return WithPost(kind, item, since, sent.due_at)


def _first(reader: Reader, table: Table, where: ColumnElement[bool]) -> bytes | None:
    query = select(table.c.document).where(table.c.office == reader.office, where).limit(1)
    return reader.connection.execute(query).scalar()


def _facts(reader: Reader, subject: str) -> Iterator[Recorded]:
    return (event.recorded() for event in events_of(reader.connection, reader.office, subject))


def _instant(milliseconds: int) -> datetime:
    return datetime.fromtimestamp(milliseconds / 1000, UTC)
