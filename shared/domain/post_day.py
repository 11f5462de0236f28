"""A post point's day (tổng hợp trong ngày của bưu điện): what was received, handed over, delivered, what differed."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from shared.domain.consignment import Consignment
from shared.domain.delivery import Delivery
from shared.domain.handover_state import Handover
from shared.domain.payment import Payment
from shared.domain.post_money import FeeTaken, PostMoney, fee_of_note, fee_of_payment, post_money


@dataclass(frozen=True, slots=True)
class PostFigures:
    """How much of what (số liệu trong ngày), in papers.

    `made`: notes, without those taken back; `waiting`: notes still with the post at the end. `handed_over`: what the
    office took; `refused`, `missing`, `damaged`: of what the post brought. `taken_out`: results and letters the post
    signed for; `delivered`, `attempts` (that failed), `returned` (to the office); `to_deliver`: still out at the end.
    """

    made: int
    waiting: int
    handed_over: int
    refused: int
    missing: int
    damaged: int
    taken_out: int
    delivered: int
    attempts: int
    returned: int
    to_deliver: int


@dataclass(frozen=True, slots=True)
class StaffFigures:
    """One employee's part of the day (theo nhân viên): `by` is the member of staff."""

    by: str
    made: int
    fees_vnd: int
    delivered: int
    attempts: int


@dataclass(frozen=True, slots=True)
class PostDay:
    """The day of one post point (bảng tổng hợp trong ngày)."""

    post: str
    figures: PostFigures
    staff: tuple[StaffFigures, ...]
    money: PostMoney


@dataclass(frozen=True, slots=True)
class PostPapers:
    """All that a day is counted from: the point's notes, deliveries and payments, and the lists it gave or received."""

    notes: Sequence[Consignment]
    handovers: Sequence[Handover]
    deliveries: Sequence[Delivery]
    payments: Sequence[Payment]

    @property
    def fees(self) -> tuple[FeeTaken, ...]:
        """Every fee that the point collected."""
        found = (*map(fee_of_note, self.notes), *map(fee_of_payment, self.payments))
        return tuple(each for each in found if each is not None)


def post_day(post: str, papers: PostPapers, begins: datetime, ends: datetime) -> PostDay:
    """What happened at `post` from `begins` until before `ends`."""
    given = [each for each in papers.handovers if each.giver == post]
    money = post_money(papers.fees, given, begins, ends)
    return PostDay(post, _figures(post, papers, begins, ends), _by_staff(post, papers, money, begins, ends), money)


def _figures(post: str, papers: PostPapers, begins: datetime, ends: datetime) -> PostFigures:
    def in_day(at: datetime | None) -> bool:
        return at is not None and begins <= at < ends

    accepted = [each for each in papers.handovers if in_day(each.accepted_at)]
    brought = [each for each in accepted if each.giver == post]
    out = [each for each in accepted if each.receiver == post]
    theirs = [each for each in papers.deliveries if each.post == post]
    return PostFigures(
        made=sum(in_day(each.made_at) and each.ended != "withdrawn" for each in papers.notes),
        waiting=sum(_waits(each, ends) for each in papers.notes),
        handed_over=sum(len(each.taken_papers) for each in brought),
        refused=sum(len(each.refused) for each in brought),
        missing=sum(len(each.missing) for each in brought),
        damaged=sum(len(each.damaged) for each in brought),
        taken_out=sum(len(each.taken_papers) for each in out),
        delivered=sum(in_day(each.delivered_at) for each in theirs),
        attempts=sum(in_day(attempt.at) for each in theirs for attempt in each.attempts),
        returned=sum(in_day(each.back_at) for each in theirs),
        to_deliver=sum(_is_out(each, ends) for each in theirs),
    )


def _waits(note: Consignment, at: datetime) -> bool:
    """Whether the post still had the note's papers at that moment."""
    if note.made_at >= at:
        return False
    gone = note.submitted_at or (note.held_since if note.ended is not None else None)
    return gone is None or gone >= at


def _is_out(delivery: Delivery, at: datetime) -> bool:
    over = delivery.delivered_at or delivery.back_at
    begun = delivery.handed_over_at
    return begun is not None and begun < at and (over is None or over >= at)


def _by_staff(
    post: str, papers: PostPapers, money: PostMoney, begins: datetime, ends: datetime
) -> tuple[StaffFigures, ...]:
    made = Tally(each.made_by for each in papers.notes if begins <= each.made_at < ends and each.ended != "withdrawn")
    theirs = [each for each in papers.deliveries if each.post == post]
    delivered = Tally(
        each.delivered_by or "" for each in theirs if each.delivered_at and begins <= each.delivered_at < ends
    )
    attempts = Tally(attempt.by for each in theirs for attempt in each.attempts if begins <= attempt.at < ends)
    fees = _sums((each.by, each.amount_vnd) for each in money.taken)
    return tuple(
        StaffFigures(by, made[by], fees.get(by, 0), delivered[by], attempts[by])
        for by in sorted({*made, *delivered, *attempts, *fees})
    )


def _sums(pairs: Iterable[tuple[str, int]]) -> dict[str, int]:
    sums: dict[str, int] = {}
    for name, amount in pairs:
        sums[name] = sums.get(name, 0) + amount
    return sums
