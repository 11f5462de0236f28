"""The fold of a consignment note (phiếu gửi hồ sơ): its state after each recorded fact; it never raises."""

from __future__ import annotations

from typing import get_args

from shared.domain import custody
from shared.domain.consignment_state import Consignment, ConsignmentEnd, Purpose
from shared.domain.dossier_state import ReturnWay
from shared.domain.dossier_steps_fold import documents_in
from shared.domain.fact import Recorded, with_conflict
from shared.domain.replacing import replace
from shared.domain.units import receives_papers
from shared.failures import Sentence


def evolve(note: Consignment | None, fact: Recorded) -> Consignment | None:
    """`note` after `fact`. Unknown kinds change nothing; what does not fit leaves a conflict."""
    if fact.kind == "consignment.made":
        if note is not None:
            return with_conflict(
                note, "made_twice", f"Phiếu gửi {note.number} được lập hai lần.", f"{note.number} was made twice."
            )
        return _begun(fact)
    if note is None:
        return None
    what = Sentence(f"Phiếu gửi {note.number}", f"Consignment note {note.number}")
    match fact.kind:
        case "consignment.sent":
            return custody.sent(note, fact, what)
        case "consignment.taken":
            return _taken(note, fact, what)
        case "consignment.not_taken":
            refused = fact.optional_text("why") if fact.data.get("why") not in ("missing", "cancelled") else None
            return replace(custody.not_taken(note, fact), refused_for=refused or note.refused_for)
        case "consignment.moved":
            return _arrived(note, custody.moved(note, fact, what), fact)
        case "consignment.lost":
            return custody.lost(note, fact)
        case "consignment.conflict_settled":
            return _settled(note, custody.settled(note, fact), fact)
        case "consignment.registered":
            return _entered(note, fact)
        case "consignment.withdrawn" | "consignment.given_back":
            return _ended(note, fact)
        case _:
            return note


def _begun(fact: Recorded) -> Consignment:
    purpose, return_way, receipt = fact.text("purpose"), fact.text("return_way"), fact.data.get("receipt")
    if purpose not in get_args(Purpose) or return_way not in get_args(ReturnWay):
        raise ValueError("unknown purpose or way")
    if receipt is not None and (not isinstance(receipt, list | tuple) or len(receipt) != 2):
        raise ValueError("a receipt is a series and a number")
    if receipt is not None:
        int(str(receipt[1]))
    post = fact.text("post")
    return Consignment(
        id=fact.subject,
        number=fact.text("number"),
        purpose=purpose,  # type: ignore[arg-type]  # one of the names, as just checked
        post=post,
        receiver=fact.text("receiver"),
        procedure=fact.text("procedure"),
        procedure_name=fact.text("procedure_name"),
        field=fact.text("field"),
        documents=documents_in(fact.data["documents"]),
        sets=fact.integer("sets"),
        return_way=return_way,  # type: ignore[arg-type]  # one of the names, as just checked
        fee_vnd=fact.integer("fee_vnd"),
        receipt=(str(receipt[0]), str(receipt[1])) if receipt else None,
        tracking=fact.optional_text("tracking") or "",
        submitted_by="authorised" if fact.optional_text("submitted_by") == "authorised" else "applicant",
        applicant=fact.personal,
        dossier=fact.optional_text("dossier"),
        dossier_code=fact.optional_text("dossier_code") or "",
        made_by=fact.actor,
        made_at=fact.device_time,
        holder=post,
        holder_kind="post",
        held_since=fact.device_time,
        held_by=fact.actor,
    )


def _taken(note: Consignment, fact: Recorded, what: Sentence) -> Consignment:
    taken = custody.taken(note, fact, what)
    return _arrived(note, taken, fact) if taken.held_against == fact.text("handover") else taken


def _arrived(before: Consignment, note: Consignment, fact: Recorded) -> Consignment:
    """`note` in new hands: at the office it is submitted; the office may give it back to the post unentered."""
    if note.holder == before.holder:
        return note
    if receives_papers(note.holder_kind):
        return _submitted(note, fact) if note.submitted_at is None else note
    if note.holder_kind == "post" and note.registered_as is None and note.submitted_at is not None:
        return replace(note, submitted_at=None, submitted_in=None, refused_for="other")
    return note


def _settled(before: Consignment, note: Consignment, fact: Recorded) -> Consignment:
    """People have said where the papers are: with the post they were never submitted, at the office they are now."""
    if note.holder_kind == "post" and note.registered_as is None:
        return replace(note, submitted_at=None, submitted_in=None)
    return _arrived(before, note, fact)


def _submitted(note: Consignment, fact: Recorded) -> Consignment:
    """The moment of the second signature is the legal time of submission (Decision 45/2016/QĐ-TTg Art. 7(4))."""
    return replace(note, submitted_at=fact.device_time, submitted_in=fact.optional_text("handover"), refused_for=None)


def _entered(note: Consignment, fact: Recorded) -> Consignment:
    """Of two entries the first in order stands. The other dossier only ends as every dossier does: a stop is for the

    citizen to ask for (Decree 118/2025 Art. 21), so the conflict says whom to ask instead of offering a button.
    """
    dossier, code = fact.text("dossier"), fact.text("code")
    if note.registered_as in (None, dossier):
        return replace(note, registered_as=dossier, registered_code=code, registered_by=fact.actor)
    return with_conflict(
        note,
        "registered_twice",
        f"Phiếu gửi {note.number} được vào sổ hai lần: {note.registered_code} và {code}. Giải quyết theo hồ sơ "
        f"{note.registered_code}; báo người gửi đề nghị dừng hồ sơ {code} (Mẫu 05).",
        f"Consignment note {note.number} was entered twice: {note.registered_code} and {code}. Work goes on with "
        f"{note.registered_code}; ask the sender to have dossier {code} stopped (Form 05).",
        (note.registered_by, fact.actor),
    )


def _ended(note: Consignment, fact: Recorded) -> Consignment:
    if note.registered_as is not None or note.submitted_at is not None:
        return with_conflict(
            note,
            "ended_at_office",
            f"Phiếu gửi {note.number} được ghi trả lại trong khi hồ sơ đã ở Bộ phận Một cửa.",
            f"Consignment note {note.number} was ended while its papers are at the one-stop office.",
        )
    end: ConsignmentEnd = "withdrawn" if fact.kind == "consignment.withdrawn" else "given_back"
    return replace(custody.given_to_citizen(note, fact), ended=end)
