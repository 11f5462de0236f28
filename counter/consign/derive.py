"""The words of the room at the post point, worked out from its state."""

from __future__ import annotations

from dataclasses import dataclass

from counter.consign.state import ConsignState
from counter.parts.rows import Row
from counter.ports.consign import NoteRow
from counter.words import day_words, money_words, short_moment, translate
from shared.clock import local
from shared.domain.consignment import ConsignmentState

_URGENT: tuple[ConsignmentState, ...] = ("refused",)


@dataclass(frozen=True, slots=True)
class MadeProps:
    """What is shown after a note has been made (kết quả lập phiếu). `fee`: "" where nothing was collected.

    `ready`: how many notes lie ready to be handed over, "" until that is known.
    """

    number: str
    sender: str
    procedure: str
    papers: str
    fee: str
    print_words: str
    withdraw: str
    ready: str = ""


def note_state_words(state: ConsignmentState) -> str:
    """Where a note stands, as people at the post say it."""
    return {
        "made": translate("Consign", "Ở bưu điện"),
        "in_transit": translate("Consign", "Đang bàn giao"),
        "refused": translate("Consign", "Bị trả về"),
        "submitted": translate("Consign", "Đã nộp, chờ vào sổ"),
        "registered": translate("Consign", "Đã vào sổ"),
        "given_back": translate("Consign", "Đã trả người gửi"),
        "withdrawn": translate("Consign", "Đã hủy"),
    }[state]


def marked_state(note: NoteRow) -> str:
    """The same, with a mark where somebody has to do something."""
    words = note_state_words(note.state)
    return f"⚠ {words}" if note.state in _URGENT else words


def refusal_words(reason: str | None) -> str:
    """Why the office did not take it."""
    return {
        "incomplete": translate("Consign", "thành phần không đủ"),
        "wrong_unit": translate("Consign", "không thuộc đơn vị này"),
        "seal_broken": translate("Consign", "niêm phong rách"),
        "damaged": translate("Consign", "giấy tờ hư hỏng"),
    }.get(reason or "", translate("Consign", "lý do khác, xem biên bản"))


def derive_missing_of_note(missing: tuple[str, ...]) -> str:
    """The sentence that points out what is missing; "" when nothing is."""
    if not missing:
        return ""
    words = {
        "dossier": translate("Consign", "hồ sơ được bổ sung"),
        "procedure": translate("Consign", "thủ tục"),
        "name": translate("Consign", "họ tên người gửi"),
        "address": translate("Consign", "địa chỉ người gửi"),
        "birth": translate("Consign", "ngày sinh đúng dạng 31/12/1990"),
        "submitter_name": translate("Consign", "họ tên người được ủy quyền"),
        "submitter_paper": translate("Consign", "giấy ủy quyền"),
        "documents": translate("Consign", "giấy tờ đã gửi"),
        "fee": translate("Consign", "số tiền đã thu bằng số"),
        "receipt": translate("Consign", "ký hiệu và số biên lai đúng với số tiền đã thu"),
        "tracking": translate("Consign", "số hiệu bưu gửi chỉ gồm chữ và số"),
    }
    listed = ", ".join(words[name] for name in missing)
    return translate("Consign", "Còn thiếu: {listed}.").format(listed=listed)


def derive_asked(state: ConsignState, language: str) -> tuple[str, str]:
    """Which dossier is completed, and until when; a hint while none is found."""
    card = state.supplements
    if card is None:
        return "", translate("Consign", "Quét Giấy tiếp nhận hoặc Phiếu yêu cầu bổ sung của người gửi.")
    until = day_words(local(card.answer_by).date(), language)
    return card.code, translate("Consign", "{procedure} · nộp bổ sung đến hết ngày {day}").format(
        procedure=card.procedure_name, day=until
    )


def derive_note_row(note: NoteRow, language: str) -> Row:
    """A note in the list."""
    parts = [note.number, short_moment(note.made_at, language), note.procedure_name]
    right = note.dossier_code if note.state == "registered" else marked_state(note)
    return Row(note.sender, " · ".join(parts), right, urgent=note.state in _URGENT)


def derive_note_facts(note: NoteRow, language: str) -> tuple[tuple[str, str], ...]:
    """What is known of a note, (label, words)."""
    purpose = (
        translate("Consign", "Nộp hồ sơ mới")
        if note.purpose == "application"
        else translate("Consign", "Bổ sung hồ sơ {code}").format(code=note.dossier_code)
    )
    fee = money_words(note.fee_vnd, language) if note.fee_vnd else translate("Consign", "không thu")
    facts = [
        (translate("Consign", "Việc"), purpose),
        (translate("Consign", "Giấy tờ"), papers_words(note)),
        (translate("Consign", "Tiền thu hộ"), " · ".join(filter(None, (fee, receipt_words(note))))),
        (translate("Consign", "Số hiệu bưu gửi"), note.tracking),
        (
            translate("Consign", "Lập lúc"),
            f"{short_moment(note.made_at, language)} · {note.made_by}",
        ),
        (translate("Consign", "Mã hồ sơ"), note.dossier_code if note.state == "registered" else ""),
        (translate("Consign", "Lý do trả về"), refusal_words(note.refused_for) if note.state == "refused" else ""),
    ]
    return tuple((label, words) for label, words in facts if words)


def papers_words(note: NoteRow) -> str:
    """How many papers, in how many sets."""
    return translate("Consign", "{papers} giấy tờ · {sets} bộ").format(papers=note.papers, sets=note.sets)


def receipt_words(note: NoteRow) -> str:
    """The receipt for the fees; "" without one."""
    return translate("Consign", "biên lai {receipt}").format(receipt=note.receipt) if note.receipt else ""


def derive_counts(notes: tuple[NoteRow, ...]) -> str:
    """How many notes stand where, in one line; "" for none."""
    states: tuple[ConsignmentState, ...] = ("made", "refused", "in_transit", "submitted", "registered")
    counted = [(state, sum(1 for each in notes if each.state == state)) for state in states]
    return " · ".join(f"{note_state_words(state)}: {count}" for state, count in counted if count)


def withdraw_words(state: ConsignState, note: NoteRow) -> str:
    """The button that takes a note back: what the first press says, and the second."""
    if state.sure == ("withdraw", note.id):
        return translate("Consign", "Bấm lần nữa để hủy")
    return translate("Consign", "Hủy phiếu gửi")


def give_back_words(state: ConsignState, note: NoteRow) -> str:
    """The button that gives the papers back: what the first press says, and the second."""
    if state.sure == ("give_back", note.id):
        return translate("Consign", "Bấm lần nữa: đã trả giấy tờ")
    return translate("Consign", "Trả lại người gửi")


def derive_made(state: ConsignState, language: str) -> MadeProps:
    """The words after a note has been made."""
    made = state.made
    if made is None:
        return MadeProps("", "", "", "", "", "", "")
    fee = ""
    if made.fee_vnd:
        amount = money_words(made.fee_vnd, language)
        fee = translate("Consign", "Đã thu hộ {amount}").format(amount=amount)
    return MadeProps(
        number=made.number,
        sender=made.sender,
        procedure=made.procedure_name,
        papers=papers_words(made),
        fee=" · ".join(filter(None, (fee, receipt_words(made)))),
        print_words=translate("Consign", "In lại") if state.printed else translate("Consign", "In phiếu gửi"),
        withdraw=withdraw_words(state, made) if made.here else "",
        ready=translate("Consign", "Phiếu gửi đang chờ bàn giao: {count}").format(count=state.to_hand_over)
        if state.to_hand_over
        else "",
    )
