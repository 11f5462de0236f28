"""The list of a handover as codes on paper (danh sách trên mã QR): the other side scans it and sees the whole list.

It is what a machine needs to sign for papers that it has not heard of: the subject of each, its code for people, and
the giver's place in the order of the journal, so that the receiver's signature comes after it everywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import get_args

from shared.domain.handover_commands import OnPaper
from shared.domain.handover_state import Carried, PaperKind
from shared.domain.office_record import UnitKind
from shared.domain.paper_code import Gathered, pack, unpack, with_dashes, without_dashes
from shared.domain.read_values import as_amount, as_code, as_name

PREFIX = "MCBG1"
"""How the codes of a handover list begin."""

_LETTERS: dict[PaperKind, str] = {"dossier": "d", "consignment": "c", "delivery": "l"}
_KINDS: dict[str, PaperKind] = {letter: kind for kind, letter in _LETTERS.items()}


@dataclass(frozen=True, slots=True)
class CarriedPaper:
    """A paper on the list (giấy tờ): its kind, subject, the code that people call it by, the fee carried for it."""

    kind: PaperKind
    id: str
    code: str
    fee_vnd: int = 0


@dataclass(frozen=True, slots=True)
class CarriedList:
    """A list that travels on paper (danh sách mang theo). `lamport`: the last event of the giver's signature.

    `fees` are those of payments; the fees of consignment notes stand with them in `papers`.
    """

    id: str
    number: str
    giver: str
    receiver: str
    giver_kind: UnitKind
    receiver_kind: UnitKind
    papers: tuple[CarriedPaper, ...]
    offered_by: str
    offered_at: datetime
    lamport: int
    fees: tuple[Carried, ...] = ()

    @property
    def on_paper(self) -> OnPaper:
        """What the receiver's signature says of the giver's."""
        carried = tuple(Carried(each.id, each.fee_vnd) for each in self.papers if each.fee_vnd)
        return OnPaper(
            number=self.number,
            giver=self.giver,
            receiver=self.receiver,
            giver_kind=self.giver_kind,
            receiver_kind=self.receiver_kind,
            papers=tuple((each.kind, each.id) for each in self.papers),
            fees=(*carried, *self.fees),
            offered_by=self.offered_by,
            offered_at=self.offered_at,
            codes={each.id: each.code for each in self.papers},
        )


def to_codes(carried: CarriedList) -> tuple[str, ...]:
    """The codes to be printed, each a text in letters and digits; one for a list of some thirty papers."""
    document = [
        carried.id,
        carried.number,
        [carried.giver, carried.giver_kind],
        [carried.receiver, carried.receiver_kind],
        carried.offered_by,
        carried.offered_at.isoformat(),
        carried.lamport,
        [[_LETTERS[each.kind], without_dashes(each.id), each.code, each.fee_vnd] for each in carried.papers],
        [[without_dashes(each.id), each.amount_vnd] for each in carried.fees],
    ]
    return pack(PREFIX, document)


def from_codes(gathered: Gathered) -> CarriedList:
    """The list that all its codes carry. ValueError when they carry something else."""
    document = unpack(gathered)
    if gathered.prefix != PREFIX or not isinstance(document, list) or len(document) != 9:
        raise ValueError("no list of a handover")
    identity, number, giver, receiver, by, at, lamport, papers, fees = document
    if not isinstance(at, str) or type(lamport) is not int or lamport < 0:
        raise ValueError("no list of a handover")
    offered_at = datetime.fromisoformat(at)
    if offered_at.tzinfo is None:
        raise ValueError("no instant")
    listed = tuple(_paper(each) for each in _rows(papers, 4))
    if len({each.id for each in listed}) != len(listed):
        raise ValueError("a paper stands there twice")
    return CarriedList(
        id=as_name(identity),
        number=as_code(number),
        giver=_unit(giver)[0],
        receiver=_unit(receiver)[0],
        giver_kind=_unit(giver)[1],
        receiver_kind=_unit(receiver)[1],
        papers=listed,
        offered_by=as_name(by),
        offered_at=offered_at,
        lamport=lamport,
        fees=tuple(_fee(each) for each in _rows(fees, 2)),
    )


def _rows(value: object, width: int) -> Sequence[list[object]]:
    if not isinstance(value, list) or not all(isinstance(each, list) and len(each) == width for each in value):
        raise ValueError("not rows")
    return value


def _unit(value: object) -> tuple[str, UnitKind]:
    if not isinstance(value, list) or len(value) != 2 or value[1] not in get_args(UnitKind):
        raise ValueError("no unit")
    return as_name(value[0]), value[1]


def _paper(row: Sequence[object]) -> CarriedPaper:
    letter, identity, code, fee = row
    if not isinstance(letter, str) or letter not in _KINDS:
        raise ValueError("no paper")
    return CarriedPaper(_KINDS[letter], with_dashes(as_name(identity)), as_code(code), as_amount(fee))


def _fee(row: Sequence[object]) -> Carried:
    identity, amount = row
    return Carried(with_dashes(as_name(identity)), as_amount(amount))
