"""Results and letters of the sample office that go by post: some lie ready, some are with the post, one came back.

They stand apart from the morning of `content`, and are written where somebody wants to see them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from counter.sample.book import SampleBook
from counter.sample.content import DEPARTMENT, MORNING
from counter.sample.receipts import receive_sample
from resources.sample_ward.load import sample_citizens
from shared.domain import delivery as deliveries
from shared.domain import dossier as dossiers
from shared.domain import handover as handovers
from shared.domain.custody import ONE_STOP
from shared.domain.delivery import AttemptOutcome, ComeBack, GiveUp, HandToPost, Prepare, TryToDeliver
from shared.domain.dossier import MarkResultReady
from shared.domain.handover import Accept, Listed, Offer
from shared.domain.office import Office, PostalScope
from shared.domain.postal_time import delivered_by, invited_again_from
from shared.domain.units import unit_kind

POST = "buu-dien-mau"
_OFFICER, _DECIDES, _POSTAL = "staff-1", "staff-5", "staff-9"
_FRIDAY, _THURSDAY, _WEDNESDAY = (MORNING - timedelta(days=days) for days in (3, 4, 5))

_Step = Literal["ready", "prepared", "posted", "gives_up", "back"]


@dataclass(frozen=True, slots=True)
class _Sent:
    """One of them: which procedure and citizen, how far it is, since when, how often it was tried."""

    procedure: str
    citizen: int
    step: _Step
    posted: datetime = _FRIDAY
    scope: PostalScope = "commune"
    tried: tuple[tuple[AttemptOutcome, datetime], ...] = ()
    fee_vnd: int = 0
    tracking: str = ""


_MAIL: tuple[_Sent, ...] = (
    _Sent("1.004873", 31, "ready"),
    _Sent("2.000635", 32, "ready"),
    _Sent("1.001022", 33, "ready"),
    _Sent("1.004884", 34, "prepared", tracking="RP473124829VN"),
    _Sent("1.000894", 35, "posted", _FRIDAY, tracking="RP100000017VN"),
    _Sent("1.004837", 36, "posted", _FRIDAY, fee_vnd=8000, tracking="RP100000025VN"),
    _Sent("1.004845", 37, "posted", _FRIDAY, "province", tried=(("absent", _FRIDAY),), tracking="RP100000034VN"),
    _Sent("2.000908", 38, "posted", _WEDNESDAY, tried=(("absent", _THURSDAY),), tracking="RP100000048VN"),
    _Sent("1.004859", 39, "posted", _THURSDAY, tried=(("wrong_address", _FRIDAY),), tracking="RP100000051VN"),
    _Sent("1.001193", 40, "gives_up", _THURSDAY, tried=(("refused", _FRIDAY),), tracking="RP100000065VN"),
    _Sent("2.000815", 41, "back", _WEDNESDAY, tried=(("refused", _THURSDAY),), tracking="RP100000079VN"),
)


def write_mail(book: SampleBook, office: Office) -> tuple[str, ...]:
    """Writes them into `book`; answers the ids of their dossiers, those that lie ready first."""
    return tuple(_write(book, office, ordinal, sent) for ordinal, sent in enumerate(_MAIL, start=61))


def _write(book: SampleBook, office: Office, ordinal: int, sent: _Sent) -> str:
    person = sample_citizens()[sent.citizen]
    known = {"address": person.address, "phone": person.phone}
    item = receive_sample(
        book,
        office,
        sent.procedure,
        MORNING - timedelta(days=12),
        citizen=sent.citizen,
        ordinal=ordinal,
        officer=_OFFICER,
        return_way="post",
        applicant=known,
    )
    if sent.fee_vnd:
        book.dossiers[item] = replace(book.dossiers[item], fee_vnd=sent.fee_vnd)
    decided = sent.posted - timedelta(hours=1)
    _pass(book, office, item, ONE_STOP, DEPARTMENT, decided)
    book.write(dossiers.decide(book.dossiers[item], MarkResultReady(DEPARTMENT, "granted")), _DECIDES, decided)
    _pass(book, office, item, DEPARTMENT, ONE_STOP, decided)
    if sent.step != "ready":
        _send(book, office, item, sent)
    return item


def _send(book: SampleBook, office: Office, item: str, sent: _Sent) -> None:
    person, about = sample_citizens()[sent.citizen], book.dossiers[item]
    command = Prepare(
        id=f"delivery-{about.id}",
        dossier=about.id,
        dossier_code=about.code,
        content="result",
        scope=sent.scope,
        addressee={"name": person.name, "address": person.address, "phone": person.phone, "recipients": []},
        tracking=sent.tracking,
        fee_vnd=sent.fee_vnd,
    )
    book.write(deliveries.decide(None, command), _OFFICER, sent.posted)
    if sent.step == "prepared":
        return
    _do(book, command.id, _handed(book, office, item, sent), sent.posted)
    for outcome, at in sent.tried:
        _do(book, command.id, TryToDeliver(POST, outcome, at, invited_again_from(office, at)), at)
    if sent.step in ("gives_up", "back"):
        _do(book, command.id, GiveUp(POST, office.handovers.attempts), sent.tried[-1][1])
    if sent.step == "back":
        _pass(book, office, item, POST, ONE_STOP, MORNING - timedelta(minutes=15))
        _do(book, command.id, ComeBack(book.dossiers[item].held_against or ""), MORNING - timedelta(minutes=15))


def _handed(book: SampleBook, office: Office, item: str, sent: _Sent) -> HandToPost:
    _pass(book, office, item, ONE_STOP, POST, sent.posted)
    due_at = delivered_by(office, sent.scope, sent.posted)
    return HandToPost(POST, book.dossiers[item].held_against or "", due_at, sent.posted)


def _do(book: SampleBook, delivery: str, command: deliveries.Command, at: datetime) -> None:
    book.write(deliveries.decide(book.deliveries[delivery], command), _POSTAL, at)


def _pass(book: SampleBook, office: Office, item: str, giver: str, receiver: str, at: datetime) -> None:
    identity = book.new_id("handover")
    offer = Offer(
        identity,
        f"BG-P{len(book.handovers) + 1:03d}",
        giver,
        receiver,
        (Listed("dossier", book.dossiers[item]),),
        giver_kind=unit_kind(office, giver),
        receiver_kind=unit_kind(office, receiver),
    )
    book.write(handovers.decide(None, offer), _signer(giver), at)
    book.write(handovers.decide(book.handovers[identity], Accept(receiver)), _signer(receiver), at)


def _signer(unit: str) -> str:
    return {ONE_STOP: _OFFICER, DEPARTMENT: _DECIDES, POST: _POSTAL}[unit]
