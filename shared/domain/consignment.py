"""A consignment note (Phiếu gửi hồ sơ): what a citizen hands to the post for the office, counted, signed and sealed.

Decision 45/2016/QĐ-TTg Art. 6: postal employee and citizen count the papers against the published list, both sign the
note, the papers are sealed before the citizen's eyes, the fees are collected against a receipt. Art. 7(4): the dossier
is submitted in the eyes of the law at the second signature under the handover record with the office (`submitted_at`),
not before. Only then is there a dossier with a code; it is entered from the note, so that nothing is typed twice.

    made at the post point -> in transit -> submitted at the office -> registered as a dossier
                                         -> refused, back with the post -> given back to the sender

The state stands in `consignment_state`, its fold in `consignment_fold`; all public names can be had from here.
"""

from __future__ import annotations

from dataclasses import dataclass

from shared.domain.consignment_fold import evolve
from shared.domain.consignment_state import Consignment, ConsignmentEnd, ConsignmentState, Purpose
from shared.domain.custody import ONE_STOP
from shared.domain.dossier_state import GivenDocument, ReturnWay, SubmittedBy
from shared.domain.fact import Data, Fact
from shared.failures import Refusal

__all__ = [
    "Command",
    "Consignment",
    "ConsignmentEnd",
    "ConsignmentState",
    "GiveBack",
    "Make",
    "Purpose",
    "Register",
    "Withdraw",
    "decide",
    "evolve",
    "registered_fact",
]


@dataclass(frozen=True, slots=True)
class Make:
    """Make the note (lập phiếu gửi) with the citizen; `applicant` is personal. See `Consignment`."""

    id: str
    number: str
    purpose: Purpose
    post: str
    procedure: str
    procedure_name: str
    field: str
    documents: tuple[GivenDocument, ...]
    sets: int
    return_way: ReturnWay
    fee_vnd: int
    applicant: Data
    receipt: tuple[str, str] | None = None
    tracking: str = ""
    submitted_by: SubmittedBy = "applicant"
    dossier: str | None = None
    dossier_code: str = ""
    receiver: str = ONE_STOP


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Take a note back that was made by mistake (hủy phiếu gửi), while the post still has the papers."""

    post: str


@dataclass(frozen=True, slots=True)
class GiveBack:
    """Give the papers back to the sender (trả lại người gửi): the office did not take them, or the sender asked."""

    post: str


@dataclass(frozen=True, slots=True)
class Register:
    """The note was entered (vào sổ) as dossier `dossier` with `code`, or completed that dossier."""

    dossier: str
    code: str


Command = Make | Withdraw | GiveBack | Register


def decide(note: Consignment | None, command: Command) -> tuple[Fact, ...]:
    """The fact that `command` brings about on `note`, or a Refusal that says why not."""
    if isinstance(command, Make):
        return (_made(note, command),)
    if note is None:
        raise Refusal("no_such_consignment", "Không tìm thấy phiếu gửi này.", "There is no such consignment note.")
    if note.ended is not None or note.registered_as is not None:
        raise Refusal(
            "consignment_over",
            f"Phiếu gửi {note.number} đã kết thúc hoặc đã vào sổ.",
            f"Consignment note {note.number} has ended or has been entered already.",
        )
    if isinstance(command, Register):
        return (_registered(note, command),)
    if note.transit is not None or note.holder != command.post:
        raise Refusal(
            "not_held_here",
            f"Phiếu gửi {note.number} hiện không do điểm bưu điện này giữ.",
            f"Consignment note {note.number} is not held by this post point.",
        )
    kind = "consignment.withdrawn" if isinstance(command, Withdraw) else "consignment.given_back"
    return (Fact(note.id, kind, {}),)


def _made(note: Consignment | None, command: Make) -> Fact:
    if note is not None:
        raise Refusal("already_made", "Phiếu gửi này đã được lập.", "This consignment note exists already.")
    if not str(command.applicant.get("name", "")).strip():
        raise Refusal("no_applicant", "Chưa có họ tên người gửi.", "The sender's name is missing.")
    if not str(command.applicant.get("address", "")).strip():
        raise Refusal("no_address", "Chưa có địa chỉ người gửi.", "The sender's address is missing.")
    if command.sets < 1:
        raise Refusal("no_sets", "Số bộ hồ sơ phải từ 1 trở lên.", "There must be at least one set.")
    if not command.documents:
        raise Refusal("no_documents", "Chưa đánh dấu giấy tờ nào đã gửi.", "No document has been ticked as handed in.")
    if command.fee_vnd < 0:
        raise Refusal("no_amount", "Số tiền thu hộ không hợp lệ.", "The amount collected is not possible.")
    if command.fee_vnd == 0 and command.receipt is not None:
        raise Refusal(
            "receipt_for_nothing",
            "Có số biên lai nhưng chưa ghi số tiền đã thu.",
            "There is a receipt but no amount that was collected.",
        )
    if command.fee_vnd > 0 and command.receipt is None:
        raise Refusal(
            "no_receipt",
            "Đã thu phí thì phải ghi ký hiệu và số biên lai đã giao cho người gửi.",
            "For fees that were collected, the receipt that the sender got must be recorded.",
        )
    if command.purpose == "supplement" and command.dossier is None:
        raise Refusal("no_dossier", "Chưa chọn hồ sơ được bổ sung.", "The dossier that is completed is missing.")
    data = {
        "number": command.number,
        "purpose": command.purpose,
        "post": command.post,
        "receiver": command.receiver,
        "procedure": command.procedure,
        "procedure_name": command.procedure_name,
        "field": command.field,
        "documents": [[document.name, document.originals, document.copies] for document in command.documents],
        "sets": command.sets,
        "return_way": command.return_way,
        "fee_vnd": command.fee_vnd,
        "receipt": list(command.receipt) if command.receipt else None,
        "tracking": command.tracking,
        "submitted_by": command.submitted_by,
        "dossier": command.dossier,
        "dossier_code": command.dossier_code,
    }
    return Fact(command.id, "consignment.made", data, command.applicant)


def registered_fact(note: str, command: Register) -> Fact:
    """That the note was entered, also where only its paper has been seen: its own events have not come yet."""
    return Fact(note, "consignment.registered", {"dossier": command.dossier, "code": command.code})


def _registered(note: Consignment, command: Register) -> Fact:
    if note.submitted_at is None:
        raise Refusal(
            "not_submitted",
            f"Phiếu gửi {note.number} chưa được ký nhận tại Bộ phận Một cửa.",
            f"Consignment note {note.number} has not been signed for at the one-stop office.",
        )
    return registered_fact(note.id, command)
