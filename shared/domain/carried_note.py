"""A consignment note as codes on paper (phiếu gửi trên mã QR): an office without a network enters it from the paper.

The codes carry what the note itself prints, the applicant included: whoever holds the paper can read it anyway. They
are printed on the note and nowhere else; what was read from them goes into the journal's personal records only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import get_args

from shared.domain.consignment import Consignment, Purpose
from shared.domain.dossier_state import GivenDocument, ReturnWay
from shared.domain.fact import Data
from shared.domain.paper_code import Gathered, gather, pack, read_piece, unpack, with_dashes, without_dashes
from shared.domain.read_values import as_amount, as_code, as_name
from shared.failures import Refusal

PREFIX = "MCPG1"
"""How the codes of a consignment note begin."""

_FIELDS = 18


@dataclass(frozen=True, slots=True)
class CarriedNote:
    """What the codes tell (phiếu gửi mang theo). `note` is as it was made; `applicant` is personal.

    `lamport`: the place of the note's first event in the order, so that what the office writes comes after it.
    """

    note: Consignment
    applicant: Data
    lamport: int


def to_codes(note: Consignment, applicant: Data, lamport: int) -> tuple[str, ...]:
    """The codes to be printed, each a text in letters and digits; one is enough for most notes."""
    document = [
        without_dashes(note.id),
        note.number,
        note.purpose,
        note.post,
        note.receiver,
        note.procedure,
        note.procedure_name,
        note.field,
        [[each.name, each.originals, each.copies] for each in note.documents],
        note.sets,
        note.return_way,
        note.fee_vnd,
        list(note.receipt) if note.receipt else None,
        note.tracking,
        note.submitted_by,
        [note.dossier, note.dossier_code] if note.dossier else None,
        [note.made_by, note.made_at.isoformat(), lamport],
        {name: value for name, value in applicant.items() if value},
    ]
    return pack(PREFIX, document)


def read_whole(text: str) -> CarriedNote | None:
    """The note of a scanned code that carries all of it; None for another code, and for one of several."""
    piece = read_piece(text)
    if piece is None or piece.prefix != PREFIX or piece.count != 1:
        return None
    try:
        return from_codes(gather(None, piece))
    except ValueError:
        return None


def from_codes(gathered: Gathered) -> CarriedNote:
    """The note that all its codes carry. ValueError when they carry something else."""
    document = unpack(gathered)
    if gathered.prefix != PREFIX or not isinstance(document, list) or len(document) != _FIELDS:
        raise ValueError("no consignment note")
    identity, number, purpose, post, receiver, procedure, procedure_name, field = document[:8]
    documents, sets, return_way, fee_vnd, receipt, tracking, submitted_by, dossier, made, applicant = document[8:]
    if purpose not in get_args(Purpose) or return_way not in get_args(ReturnWay) or not isinstance(applicant, dict):
        raise ValueError("no consignment note")
    by, at, lamport = _made(made)
    supplemented = _pair(dossier)
    post = as_name(post)
    note = Consignment(
        id=with_dashes(as_name(identity)),
        number=as_code(number),
        purpose=purpose,
        post=post,
        receiver=as_name(receiver),
        procedure=as_code(procedure),
        procedure_name=_text(procedure_name),
        field=_text(field),
        documents=tuple(_document(each) for each in documents) if isinstance(documents, list) else (),
        sets=as_amount(sets),
        return_way=return_way,
        fee_vnd=as_amount(fee_vnd),
        receipt=_pair(receipt),
        tracking=as_code(tracking),
        submitted_by="authorised" if submitted_by == "authorised" else "applicant",
        applicant=None,
        dossier=supplemented[0] if supplemented else None,
        dossier_code=supplemented[1] if supplemented else "",
        made_by=by,
        made_at=at,
        holder=post,
        holder_kind="post",
        held_since=at,
        held_by=by,
    )
    return CarriedNote(note, _person(applicant), lamport)


def from_scan(gathered: Gathered) -> CarriedNote:
    """The same for what a person has just scanned. Refusal when it is something else."""
    try:
        return from_codes(gathered)
    except ValueError as error:
        raise Refusal(
            "no_note",
            "Các mã vừa quét không phải của một phiếu gửi hồ sơ, hoặc bị đọc sai. Hãy quét lại.",
            "What was scanned is no consignment note, or was misread. Please scan it again.",
        ) from error


def _person(applicant: Mapping[str, object]) -> Data:
    """What forms hold about people: texts, and the same of who submits and who may collect."""
    if not applicant.get("name"):
        raise ValueError("no applicant")
    collectors = applicant.get("collectors", [])
    if not isinstance(collectors, list) or len(collectors) > _MOST_COLLECTORS:
        raise ValueError("no collectors")
    persons = [*collectors, *([applicant["submitter"]] if "submitter" in applicant else [])]
    texts = {name: value for name, value in applicant.items() if name not in ("submitter", "collectors")}
    for each in (texts, *persons):
        if not isinstance(each, dict):
            raise ValueError("nobody")
        for value in each.values():
            _text(value)
    return dict(applicant)


_LONGEST, _MOST_COLLECTORS = 4_000, 20


def _text(value: object) -> str:
    """Words as people write them; `encode` refuses what is half a character."""
    if not isinstance(value, str) or len(value) > _LONGEST or b"\0" in value.encode():
        raise ValueError("not text")
    return value


def _pair(value: object) -> tuple[str, str] | None:
    if value is None:
        return None
    if not isinstance(value, list) or len(value) != 2:
        raise ValueError("not two texts")
    return as_code(value[0]), as_code(value[1])


def _made(value: object) -> tuple[str, datetime, int]:
    if not isinstance(value, list) or len(value) != 3:
        raise ValueError("not made by anybody")
    at = datetime.fromisoformat(as_code(value[1]))
    if at.tzinfo is None:
        raise ValueError("no instant")
    return as_name(value[0]), at, as_amount(value[2])


def _document(row: Sequence[object]) -> GivenDocument:
    if not isinstance(row, list) or len(row) != 3:
        raise ValueError("no document")
    return GivenDocument(_text(row[0]), as_amount(row[1]), as_amount(row[2]))
