"""Questions about a post point's day and the money it carries."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import TypeVar

from sqlalchemy import ColumnElement, select

from shared.domain.handover import Carried, Handover
from shared.domain.post_day import PostPapers
from shared.domain.post_money import Brought, brought, post_money
from shared.journal.journal import Reader
from shared.journal.read_model import CONSIGNMENTS, DELIVERIES, HANDOVERS, PAYMENTS, Projection, milliseconds
from shared.journal.tables import consignment, delivery, handover, payment

S = TypeVar("S")

LOOK_BACK = timedelta(days=31)
"""So far back a day is counted from. What the post has had for longer, or what has differed for longer, is found by its
state all the same."""

_STILL_WITH_POST = ("made", "in_transit", "refused")
_STILL_OUT = ("with_post", "going_back")


def post_papers(reader: Reader, post: str, day_begins: datetime) -> PostPapers:
    """Everything that the day of the point `post` that begins at `day_begins` is counted from."""
    since = milliseconds(day_begins - LOOK_BACK)
    theirs = (handover.c.giver == post) | (handover.c.receiver == post)
    return PostPapers(
        notes=_any_of(
            reader,
            CONSIGNMENTS,
            consignment.c.post == post,
            (consignment.c.made_at >= since, consignment.c.state.in_(_STILL_WITH_POST)),
        ),
        handovers=_any_of(
            reader,
            HANDOVERS,
            theirs,
            (handover.c.offered_at >= since, handover.c.state == "offered", handover.c.differs == 1),
        ),
        deliveries=_any_of(
            reader,
            DELIVERIES,
            delivery.c.post == post,
            (delivery.c.over_at >= since, delivery.c.state.in_(_STILL_OUT)),
        ),
        payments=_any_of(
            reader, PAYMENTS, payment.c.counter == post, (payment.c.at >= since, payment.c.carried_in.is_(None))
        ),
    )


def _any_of(
    reader: Reader, projection: Projection[S], always: ColumnElement[bool], either: Sequence[ColumnElement[bool]]
) -> tuple[S, ...]:
    """The states for which `always` and one of `either` hold. Asked one by one: each goes by an index of its own."""
    table = projection.table
    found: dict[str, S] = {}
    for condition in either:
        query = select(table.c.subject, table.c.document).where(table.c.office == reader.office, always, condition)
        for subject, document in reader.connection.execute(query):
            if subject not in found:
                found[subject] = projection.state(document)
    return tuple(found.values())


def fees_to_carry(reader: Reader, post: str, now: datetime) -> tuple[Carried, ...]:
    """What the point `post` is to bring besides the fees of the notes on its next list, oldest first.

    Fees that were collected on delivery and not brought yet, and those of notes whose papers the office has without
    having counted the money (found there afterwards). What stands on a list that waits for its signature is left out.
    """
    papers = post_papers(reader, post, now)
    given = [each for each in papers.handovers if each.giver == post]
    listed = {each.id for offered in given if offered.state == "offered" for each in offered.fees}
    travelling = {each.id for each in papers.notes if each.submitted_at is None}
    # Whoever signed may have a clock that is ahead of this one by days: what was brought is brought all the same.
    signed = [each.accepted_at for each in given if each.accepted_at]
    moment = max([now, *signed, *_taken_at(papers)]) + timedelta(days=1)
    carried = post_money(papers.fees, given, moment, moment).carried
    return tuple(Carried(each.id, each.amount_vnd) for each in carried if each.id not in travelling | listed)


def _taken_at(papers: PostPapers) -> tuple[datetime, ...]:
    return tuple(each.at for each in papers.fees)


def brought_between(
    reader: Reader, posts: Collection[str], begins: datetime, ends: datetime
) -> tuple[tuple[Handover, Brought], ...]:
    """The lists of the points `posts` with money that was counted in that time, or about which money was paid then."""
    since = milliseconds(begins - LOOK_BACK)
    query = (
        select(handover.c.document)
        .where(
            handover.c.office == reader.office,
            handover.c.offered_at >= since,
            handover.c.giver.in_(posts),
            handover.c.state == "accepted",
        )
        .order_by(handover.c.offered_at, handover.c.subject)
    )
    found = (HANDOVERS.state(each) for each in reader.connection.execute(query).scalars())
    return tuple((each, brought(each, ends)) for each in found if _concerns(each, begins, ends))


def _concerns(each: Handover, begins: datetime, ends: datetime) -> bool:
    if each.accepted_at is None or each.counted_vnd is None:
        return False
    moments = [each.accepted_at, *(one.at for one in each.settlements if one.kind == "money")]
    return any(begins <= moment < ends for moment in moments)
