"""The money that the post carries (tiền thu hộ): what a post point collected, what it brought, what it still has.

Decision 45/2016/QĐ-TTg Art. 6, 7, 11, 12: the post collects fees for the office against a receipt and hands them over
with the dossiers. For every day and every post point, to the đồng:

    had from before + collected - given back (+ what nobody here knows of) = declared on accepted lists + still has

and for each accepted list: declared = counted - difference. A difference stands with its handover until it is paid or
explained there; two differences are never set off against each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from shared.domain.consignment import Consignment
from shared.domain.handover_state import Handover
from shared.domain.payment import Payment


@dataclass(frozen=True, slots=True)
class FeeTaken:
    """A fee that the post collected (khoản thu hộ). `code`: the number of its note, or the dossier's code.

    `by`: who collected it; `back_at`: when the citizen got it back. `on_delivery`: collected when a result was brought.
    """

    id: str
    code: str
    amount_vnd: int
    at: datetime
    by: str
    back_at: datetime | None = None
    on_delivery: bool = False


@dataclass(frozen=True, slots=True)
class Brought:
    """The money of one accepted list (tiền nộp theo một biên bản), as far as it had come at one moment.

    `due_vnd`: declared for what was taken; `counted_vnd`: what the receiver counted; `paid_vnd`: what was paid (below
    0: given back) about the difference since; `explained`: the rest was explained in words and signed.
    """

    handover: str
    number: str
    giver: str
    receiver: str
    at: datetime
    due_vnd: int
    counted_vnd: int
    paid_vnd: int = 0
    explained: bool = False

    @property
    def first_difference_vnd(self) -> int:
        """What was counted above (below: negative) what was declared."""
        return self.counted_vnd - self.due_vnd

    @property
    def difference_vnd(self) -> int:
        """What still differs, explained or not."""
        return self.first_difference_vnd + self.paid_vnd

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to pay or to explain something."""
        return self.difference_vnd != 0 and not self.explained


@dataclass(frozen=True, slots=True)
class PostMoney:
    """A post point's money between two moments (đối chiếu tiền thu hộ).

    `before`: what it had from earlier; `taken` and `back`: collected and given back meanwhile; `brought`: the lists
    that were accepted meanwhile; `paid_later_vnd`: paid meanwhile about lists of earlier days; `carried`: what it still
    has; `unknown_vnd`: declared on lists for fees that are not known here, or for the second time; `differing`: every
    list that still differs at the end, of whatever day. `records`: by which list (its number) a fee that was collected
    meanwhile or earlier was brought, by the fee's id.
    """

    before: tuple[FeeTaken, ...]
    taken: tuple[FeeTaken, ...]
    back: tuple[FeeTaken, ...]
    brought: tuple[Brought, ...]
    paid_later_vnd: int
    carried: tuple[FeeTaken, ...]
    unknown_vnd: int
    differing: tuple[Brought, ...]
    records: Mapping[str, str] = field(default_factory=dict)

    @property
    def before_vnd(self) -> int:
        """Had from earlier."""
        return _sum(self.before)

    @property
    def taken_vnd(self) -> int:
        """Collected."""
        return _sum(self.taken)

    @property
    def back_vnd(self) -> int:
        """Given back to citizens."""
        return _sum(self.back)

    @property
    def carried_vnd(self) -> int:
        """Still with the post."""
        return _sum(self.carried)

    @property
    def due_vnd(self) -> int:
        """Declared on the lists that were accepted."""
        return sum(each.due_vnd for each in self.brought)

    @property
    def counted_vnd(self) -> int:
        """Counted by the receivers of these lists."""
        return sum(each.counted_vnd for each in self.brought)

    @property
    def is_balanced(self) -> bool:
        """The identity above; true of every history, whatever happened in it."""
        had = self.before_vnd + self.taken_vnd - self.back_vnd + self.unknown_vnd
        return had == self.due_vnd + self.carried_vnd


def post_money(fees: Iterable[FeeTaken], handovers: Iterable[Handover], begins: datetime, ends: datetime) -> PostMoney:
    """The money of one post point from `begins` until before `ends`: its `fees` and the `handovers` it gave."""
    accepted = sorted(
        (each for each in handovers if each.accepted_at is not None), key=lambda each: (_accepted_at(each), each.id)
    )
    first: dict[str, Handover] = {}
    for handover in accepted:
        for each in handover.fees:
            if each.id not in handover.left_behind:
                first.setdefault(each.id, handover)
    lives = [_Life.of(fee, _accepted_at(first[fee.id]) if fee.id in first else None) for fee in fees]
    now = [brought(each, ends) for each in accepted if _accepted_at(each) < ends and _has_money(each)]
    meanwhile = tuple(each for each in now if each.at >= begins)
    known = sum(life.fee.amount_vnd for life in lives if life.came is not None and begins <= life.came < ends)
    paid = sum(_paid_between(each, begins, ends) for each in accepted if _accepted_at(each) < begins)
    return PostMoney(
        before=_in_order(life.fee for life in lives if life.is_with_post_at(begins)),
        taken=_in_order(life.fee for life in lives if begins <= life.begun < ends),
        back=_in_order(life.fee for life in lives if life.back is not None and begins <= life.back < ends),
        brought=meanwhile,
        paid_later_vnd=paid,
        carried=_in_order(life.fee for life in lives if life.is_with_post_at(ends)),
        unknown_vnd=sum(each.due_vnd for each in meanwhile) - known,
        differing=tuple(each for each in now if each.is_open),
        records={
            life.fee.id: first[life.fee.id].number for life in lives if life.came is not None and life.came < ends
        },
    )


def brought(handover: Handover, until: datetime) -> Brought:
    """The money of an accepted list with what was settled about it before `until`."""
    settled = [each for each in handover.settlements if each.kind == "money" and each.at < until]
    return Brought(
        handover=handover.id,
        number=handover.number,
        giver=handover.giver,
        receiver=handover.receiver,
        at=_accepted_at(handover),
        due_vnd=handover.due_vnd,
        counted_vnd=handover.counted_vnd or 0,
        paid_vnd=sum(each.amount_vnd for each in settled),
        explained=any(each.settled_as == "explained" for each in settled),
    )


def received_between(handover: Handover, begins: datetime, ends: datetime) -> int:
    """What lay in the receiver's drawer more because of `handover`: counted then, and paid about it then."""
    counted = handover.counted_vnd or 0 if begins <= _accepted_at(handover) < ends else 0
    return counted + _paid_between(handover, begins, ends)


def fee_of_note(note: Consignment) -> FeeTaken | None:
    """The fee that was collected with a note, None where none was. A note that ended gave its fee back."""
    if not note.fee_vnd:
        return None
    back = note.held_since if note.ended is not None else None
    return FeeTaken(note.id, note.number, note.fee_vnd, note.made_at, note.made_by, back)


def fee_of_payment(payment: Payment) -> FeeTaken | None:
    """What was collected on delivery; None for what came with a note, which the note says already."""
    if payment.consignment is not None or payment.way not in ("post", "cash") or not payment.amount_vnd:
        return None
    back = payment.withdrawn_at
    return FeeTaken(
        payment.id, payment.dossier_code, payment.amount_vnd, payment.at, payment.officer, back, on_delivery=True
    )


@dataclass(frozen=True, slots=True)
class _Life:
    """When a fee began to be with the post, and when it came to the office or went back to the citizen.

    What was brought has been collected by then, whatever the clock of the other machine said.
    """

    fee: FeeTaken
    begun: datetime
    came: datetime | None
    back: datetime | None

    @classmethod
    def of(cls, fee: FeeTaken, came: datetime | None) -> _Life:
        back = fee.back_at
        if came is not None and back is not None:
            came, back = (came, None) if came <= back else (None, back)
        gone = came or back
        return cls(fee, fee.at if gone is None else min(fee.at, gone), came, back)

    def is_with_post_at(self, moment: datetime) -> bool:
        gone = self.came or self.back
        return self.begun < moment and (gone is None or gone >= moment)


def _accepted_at(handover: Handover) -> datetime:
    assert handover.accepted_at is not None  # only accepted lists come here
    return handover.accepted_at


def _has_money(handover: Handover) -> bool:
    return bool(handover.due_vnd or handover.counted_vnd)


def _paid_between(handover: Handover, begins: datetime, ends: datetime) -> int:
    return sum(each.amount_vnd for each in handover.settlements if each.kind == "money" and begins <= each.at < ends)


def _in_order(fees: Iterable[FeeTaken]) -> tuple[FeeTaken, ...]:
    return tuple(sorted(fees, key=lambda each: (each.at, each.id)))


def _sum(fees: Iterable[FeeTaken] | Sequence[FeeTaken]) -> int:
    return sum(each.amount_vnd for each in fees)
