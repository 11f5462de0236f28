"""Ratings that came too early (đánh giá chờ): of a slip that the server has not heard of, or that was not served yet.

Such a rating is kept under its token and given as soon as there is something to rate. That is looked for every few
seconds by every process. Taking the row away and writing the rating are one transaction under the office's lock, so
that it is given once, however many processes look.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from datetime import datetime, timedelta
from functools import partial
from typing import Literal

from sqlalchemy import ColumnElement, Connection, delete, func, select

from server.arrivals import Arrivals
from server.offices import Offices
from server.operation.faults_logged import faults_logged, mistakes_logged
from server.operation.threads import beside, in_thread
from server.public_pages.rating_form import RatingForm
from server.writing_lane import WritingLane
from shared.actions.act import act_within
from shared.actions.rate import ratable_by_token
from shared.actions.take_number import CITIZEN
from shared.domain import rating
from shared.failures import Refusal
from shared.journal import tables
from shared.journal.engine import WRITING, failures_in_words
from shared.journal.event import to_json
from shared.journal.inserting import insert_new
from shared.journal.journal import Writer
from shared.journal.read_model import RATINGS, milliseconds
from shared.journal.server_tables import rating_waiting

KEPT_FOR = timedelta(days=30)
MOST_KEPT = 20_000
"""Some twenty megabytes with the longest comments; an office that was cut off for a week brings some hundred."""

LOOK_SECONDS = 1.0
LONGEST_PAUSE_SECONDS = 60.0
_AT_ONCE = 500
"""So many are looked at each time; where more wait, they take turns."""

_NO_OFFICE = ""
_WHAT = "waiting ratings"

Kept = Literal["kept", "before", "full"]


class WaitingRatings:
    """The ratings that wait on this server."""

    def __init__(self, offices: Offices, lane: WritingLane, arrivals: Arrivals) -> None:
        self._offices = offices
        self._lane = lane
        self._arrivals = arrivals
        self._after = ""

    def is_kept(self, token: str) -> bool:
        """Whether a rating of `token` waits."""
        query = select(rating_waiting.c.token).where(_is(token))
        with failures_in_words(), self._offices.engine.begin() as connection:
            return connection.execute(query).first() is not None

    def keep(self, token: str, form: RatingForm) -> Kept:
        """Keeps the rating of `token`, the first one given; called on the writing lane."""
        now = self._offices.clock.now()
        document = to_json({"score": form.score, "reasons": list(form.reasons), "comment": form.comment})
        row = {"office": _NO_OFFICE, "token": token, "document": document, "given_at": milliseconds(now)}
        with failures_in_words(), self._writing() as connection, connection.begin():
            if connection.execute(select(rating_waiting.c.token).where(_is(token))).first() is not None:
                return "before"
            count = connection.execute(select(func.count()).select_from(rating_waiting)).scalar_one()
            if count >= MOST_KEPT:
                return "full"
            insert_new(connection, rating_waiting, [row])
        return "kept"

    def looked_after(self) -> AbstractAsyncContextManager[None]:
        """Gives what can be given, again and again, until the block ends."""
        return beside(self._look_again_and_again)

    async def look(self) -> int:
        """Gives those ratings that can be given now; answers how many."""
        found = await in_thread(self._ready)
        given = 0
        for office, token in found:
            with mistakes_logged(_WHAT):
                given += await self._lane.run(partial(self.give, office, token))
        if given:
            self._arrivals.notice()
        return given

    def give(self, office: str, token: str) -> int:
        """Gives the rating that waits under `token` in `office`: 1, or 0 when that is for later or for nobody.

        One that was rated meanwhile, at the kiosk say, stays rated as it is, and what waited is dropped.
        """
        with self._offices.journal(office).writing() as writer:
            try:
                ratable = ratable_by_token(writer, token)
            except Refusal:
                return 0
            document = writer.connection.execute(select(rating_waiting.c.document).where(_is(token))).scalar()
            if document is None or writer.connection.execute(delete(rating_waiting).where(_is(token))).rowcount != 1:
                return 0
            if ratable.rated:
                return 0
            return _rate(writer, ratable.about, ratable.about_id, document)

    def drop_old(self, now: datetime) -> None:
        """Deletes what nothing was heard of for so long; called on the writing lane."""
        with failures_in_words(), self._writing() as connection, connection.begin():
            connection.execute(delete(rating_waiting).where(_given_before(now)))

    async def _look_again_and_again(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            began = loop.time()
            with faults_logged(_WHAT):
                await self.look()
                now = self._offices.clock.now()
                if await in_thread(self._has_old, now):
                    await self._lane.run(partial(self.drop_old, now))
            # However much waits, looking takes no more than a twentieth of the time.
            await asyncio.sleep(min(max(LOOK_SECONDS, 20 * (loop.time() - began)), LONGEST_PAUSE_SECONDS))

    def _has_old(self, now: datetime) -> bool:
        with failures_in_words(), self._offices.engine.begin() as connection:
            query = select(rating_waiting.c.token).where(_given_before(now)).limit(1)
            return connection.execute(query).first() is not None

    def _ready(self) -> Sequence[tuple[str, str]]:
        """Office and token of those that wait and whose ticket or dossier is here."""
        with failures_in_words(), self._offices.engine.begin() as connection:
            query = select(rating_waiting.c.token).where(rating_waiting.c.office == _NO_OFFICE)
            some = query.where(rating_waiting.c.token > self._after).order_by(rating_waiting.c.token).limit(_AT_ONCE)
            tokens = list(connection.execute(some).scalars())
            self._after = tokens[-1] if len(tokens) == _AT_ONCE else ""
            return self._found(connection, tokens) if tokens else ()

    def _found(self, connection: Connection, tokens: Sequence[str]) -> Sequence[tuple[str, str]]:
        ticket, dossier = tables.ticket, tables.dossier
        found: list[tuple[str, str]] = []
        names = connection.execute(select(tables.reference.c.office)).scalars().all()
        for table in (ticket, dossier):
            query = select(table.c.office, table.c.token).where(table.c.office.in_(names), table.c.token.in_(tokens))
            if table is ticket:
                query = query.where(ticket.c.state.not_in(("waiting", "parked")))
            found += [(str(office), str(token)) for office, token in connection.execute(query)]
        return found

    def _writing(self) -> Connection:
        return self._offices.engine.connect().execution_options(**WRITING)


def _is(token: str) -> ColumnElement[bool]:
    return (rating_waiting.c.office == _NO_OFFICE) & (rating_waiting.c.token == token)


def _given_before(now: datetime) -> ColumnElement[bool]:
    return rating_waiting.c.given_at < milliseconds(now - KEPT_FOR)


def _rate(writer: Writer, about: rating.About, about_id: str, document: bytes) -> int:
    given = json.loads(document)
    command = rating.Rate(about, about_id, given["score"], tuple(given["reasons"]), "phone", given["comment"])
    act_within(writer, RATINGS, rating.decide, rating.rating_id(about_id), command, CITIZEN)
    return 1
