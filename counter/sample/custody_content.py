"""A sample morning on which papers are everywhere: with the post, on their way too long, at an agency, one lost."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from counter.sample.book import SampleBook
from counter.sample.content import MORNING
from counter.sample.receipts import receive_sample
from resources.sample_ward.load import sample_citizens
from shared.domain import consignment as consignments
from shared.domain import delivery as deliveries
from shared.domain import dossier as dossiers
from shared.domain import handover as handovers
from shared.domain.consignment import Make
from shared.domain.custody import ONE_STOP
from shared.domain.delivery import HandToPost, Prepare
from shared.domain.dossier import GivenDocument, MarkResultReady
from shared.domain.fact import Fact
from shared.domain.handover import Accept, Listed, Offer, PaperKind, Settle
from shared.domain.office import Office, procedure_on
from shared.domain.units import unit_kind

_ONE_STOP_OFFICER, _POST = "staff-1", "buu-dien-mau"
_SIGNS = {ONE_STOP: _ONE_STOP_OFFICER, _POST: "staff-9", "van-phong": "staff-5", "kinh-te": "staff-6"}
_ELSE = "staff-2"
"""Who signs for a unit, and for one that has nobody in the sample."""

_FRIDAY = timedelta(days=3)

_DOSSIERS: tuple[tuple[str, int, int, str], ...] = (
    ("1.004884", 3, 2, "kinh-te"),
    ("2.002189", 4, 4, "kinh-te"),
    ("1.001193", 4, 6, "van-hoa-xa-hoi"),
    ("1.004873", 5, 7, "van-hoa-xa-hoi"),
    ("1.000894", 5, 10, "van-hoa-xa-hoi"),
    ("2.000806", 6, 11, "dat-dai"),
    ("1.004837", 6, 13, "dat-dai"),
    ("1.004859", 7, 16, "thue-co-so-thu"),
    ("1.005461", 5, 18, "unsigned"),
    ("1.004845", 5, 19, "unsigned"),
    ("1.001022", 7, 21, "post"),
    ("2.000908", 8, 23, "post"),
    ("1.000689", 10, 24, "lost"),
)
"""Procedure, days ago, which citizen, where it is."""

_NOTES: tuple[tuple[str, timedelta, int, str], ...] = (
    ("2.000815", _FRIDAY - timedelta(hours=1), 25, "made"),
    ("1.001193", timedelta(minutes=70), 26, "made"),
    ("2.000635", timedelta(minutes=52), 27, "made"),
    ("1.004873", timedelta(minutes=44), 28, "coming"),
    ("1.000894", timedelta(minutes=38), 29, "coming"),
    ("1.004884", timedelta(minutes=31), 30, "coming"),
)
"""Procedure, how long ago, which citizen, where it is."""


def fill_custody(book: SampleBook, office: Office) -> None:
    """Writes the morning into `book`, beside what is there."""
    world = _World(book, office)
    places: dict[str, list[str]] = {}
    for ordinal, (code, days, citizen, place) in enumerate(_DOSSIERS, start=71):
        at = MORNING - timedelta(days=days, minutes=3 * ordinal - 213)
        identity = receive_sample(
            book, office, code, at, citizen=citizen, ordinal=ordinal, officer=_ONE_STOP_OFFICER, papers=_FORM_ONLY
        )
        places.setdefault(place, []).append(identity)
    for unit in ("kinh-te", "van-hoa-xa-hoi", "dat-dai"):
        world.hand_over(ONE_STOP, unit, places[unit], MORNING - _FRIDAY - timedelta(minutes=12))
    world.hand_over(ONE_STOP, "dat-dai", places["thue-co-so-thu"], MORNING - timedelta(days=6))
    world.hand_over("dat-dai", "thue-co-so-thu", places["thue-co-so-thu"], MORNING - _FRIDAY - timedelta(minutes=90))
    world.offer(ONE_STOP, "kinh-te", places["unsigned"], MORNING - _FRIDAY + timedelta(hours=2))
    world.send_by_post(places["post"])
    world.lose(places["lost"])
    notes: dict[str, list[str]] = {}
    for ordinal, (code, ago, citizen, place) in enumerate(_NOTES, start=1):
        notes.setdefault(place, []).append(world.make_note(code, MORNING - ago, citizen, ordinal))
    world.offer(_POST, ONE_STOP, notes["coming"], MORNING - timedelta(minutes=25), "consignment")


_FORM_ONLY = (GivenDocument("Tờ khai", 1, 0),)


class _World:
    """Writes whole deeds into the book."""

    def __init__(self, book: SampleBook, office: Office) -> None:
        self._book, self._office, self._lists = book, office, 70

    def offer(self, giver: str, receiver: str, ids: Sequence[str], at: datetime, kind: PaperKind = "dossier") -> str:
        """The giver signs; answers the handover's id."""
        self._lists += 1
        identity = f"handover-custody-{self._lists}"
        known = self._book.dossiers if kind == "dossier" else self._book.consignments
        command = Offer(
            identity,
            f"BG-{at:%y%m%d}-{self._lists:04d}",
            giver,
            receiver,
            tuple(Listed(kind, known[each]) for each in ids),
            unit_kind(self._office, giver),
            unit_kind(self._office, receiver),
        )
        self._book.write(handovers.decide(None, command), _SIGNS.get(giver, _ELSE), at)
        return identity

    def hand_over(self, giver: str, receiver: str, ids: Sequence[str], at: datetime) -> None:
        """Both sign."""
        identity = self.offer(giver, receiver, ids, at)
        self._accept(identity, receiver, at)

    def send_by_post(self, ids: Sequence[str]) -> None:
        """Results that the post delivers: the first of them is late."""
        for days, dossier in zip((5, 0), ids, strict=True):
            ready = MORNING - timedelta(days=6)
            self.hand_over(ONE_STOP, "van-phong", [dossier], ready - timedelta(hours=1))
            self._write(dossiers.decide(self._book.dossiers[dossier], MarkResultReady("van-phong", "granted")), ready)
            self.hand_over("van-phong", ONE_STOP, [dossier], ready + timedelta(hours=1))
            at = MORNING - timedelta(days=days, minutes=20)
            identity = f"delivery-{dossier}"
            person = {"name": "Nguyễn Thị Mẫu", "address": "Thôn Mẫu"}
            code = self._book.dossiers[dossier].code
            prepare = Prepare(identity, dossier, code, "result", "commune", person, tracking=f"EM{days}23456789VN")
            self._write(deliveries.decide(None, prepare), at)
            self.hand_over(ONE_STOP, _POST, [dossier], at + timedelta(minutes=5))
            due = self._office.calendar.end_of_day((MORNING - timedelta(days=3 if days else 0)).date())
            sent = HandToPost(_POST, f"handover-custody-{self._lists}", due, at + timedelta(minutes=5))
            self._write(deliveries.decide(self._book.deliveries[identity], sent), at + timedelta(minutes=5))

    def lose(self, ids: Sequence[str]) -> None:
        """They were missing on a list, and both sides have written down that they are lost."""
        at = MORNING - timedelta(days=5)
        identity = self.offer(ONE_STOP, "van-hoa-xa-hoi", ids, at)
        self._accept(identity, "van-hoa-xa-hoi", at + timedelta(hours=1), missing=tuple(ids))
        for each in ids:
            command = Settle(ONE_STOP, "missing", each, "lost")
            self._write(handovers.decide(self._book.handovers[identity], command), MORNING - _FRIDAY)

    def make_note(self, code: str, at: datetime, citizen: int, ordinal: int) -> str:
        """A consignment note made at the post point; answers its id."""
        procedure, person = procedure_on(self._office, code, at.date()), sample_citizens()[citizen]
        assert procedure is not None
        command = Make(
            id=f"consignment-custody-{ordinal}",
            number=f"PG-{at:%y%m%d}-09{ordinal:03d}",
            purpose="application",
            post=_POST,
            procedure=procedure.code,
            procedure_name=procedure.name,
            field=procedure.field,
            documents=_FORM_ONLY,
            sets=1,
            return_way="post",
            fee_vnd=0,
            applicant={"name": person.name, "address": person.address},
        )
        self._write(consignments.decide(None, command), at, _SIGNS[_POST])
        return command.id

    def _accept(self, identity: str, receiver: str, at: datetime, missing: tuple[str, ...] = ()) -> None:
        facts = handovers.decide(self._book.handovers[identity], Accept(receiver, missing=missing))
        self._book.write(facts, _SIGNS.get(receiver, _ELSE), at + timedelta(minutes=6))

    def _write(self, facts: Sequence[Fact], at: datetime, actor: str = _ONE_STOP_OFFICER) -> None:
        self._book.write(facts, actor, at)
