"""The words of counting, signing and settling."""

from __future__ import annotations

from counter.handover.state import LISTED, Answer, HandoverState, Mark, MarkKind
from counter.parts.rows import Row
from counter.ports import Difference, PaperRow
from counter.words import joined, money_words, short_moment, translate
from shared.domain.handover import RefusalReason, SettledAs

REASONS: tuple[RefusalReason, ...] = ("incomplete", "wrong_unit", "seal_broken", "damaged", "other")


def derive_counted_row(row: PaperRow, state: HandoverState) -> Row:
    """A paper on the list of a handover, with the receiver's mark."""
    opened = state.opened
    mark, right = state.mark_of(row.id), mark_words(state.mark_of(row.id).kind)
    if opened is not None and opened.row.state != "offered":
        signed = next((each for each in opened.counted if each.id == row.id), None)
        mark = Mark(signed.mark, signed.reason, signed.words) if signed is not None else LISTED
        right = mark_words(mark.kind)
        if signed is None and opened.row.state == "accepted":
            right = translate("Handover", "✓ Đã vào sổ") if row.dossier_code else translate("Handover", "✓ Đã nhận")
    reason = reason_words(mark.reason) if mark.kind == "refused" and mark.reason not in (None, "other") else ""
    entered = f"→ {row.dossier_code}" if row.dossier_code else ""
    below = joined(reason, mark.words) or joined(entered, row.person, row.title)
    if not row.known:
        below = translate("Handover", "Máy này chưa có dữ liệu; kiểm đếm theo mã")
    return Row(row.code, below, right, urgent=mark.kind in ("missing", "refused", "damaged"))


def mark_words(kind: MarkKind) -> str:
    """The receiver's mark: a shape and a word."""
    return {
        "listed": "",
        "scanned": translate("Handover", "✓ Đã đếm"),
        "missing": translate("Handover", "✗ Thiếu"),
        "refused": translate("Handover", "⊘ Không nhận"),
        "damaged": translate("Handover", "! Nhận, hư hỏng"),
    }[kind]


def reason_words(reason: RefusalReason) -> str:
    """Why the receiver does not take a paper."""
    return {
        "incomplete": translate("Handover", "Thành phần không đủ"),
        "wrong_unit": translate("Handover", "Không thuộc đơn vị này"),
        "seal_broken": translate("Handover", "Niêm phong không còn nguyên"),
        "damaged": translate("Handover", "Hư hỏng"),
        "other": translate("Handover", "Lý do khác"),
    }[reason]


def derive_counted_words(state: HandoverState) -> str:
    """How far the count is."""
    rows = state.opened.papers if state.opened is not None else ()
    return f"{len(state.marked('scanned', 'damaged', 'refused'))} / {len(rows)}"


def derive_accept_words(state: HandoverState) -> str:
    """What the receiver signs for."""
    count = len(state.opened.papers) if state.opened is not None else 0
    missing, refused = len(state.marked("missing")), len(state.marked("refused"))
    there = count - missing - refused
    if state.half_counted:
        words = translate("Handover", "Ký nhận {there}, còn {left} chưa đếm")
    elif missing and refused:
        words = translate("Handover", "Ký nhận {there}, thiếu {missing}, không nhận {refused}")
    elif refused:
        words = translate("Handover", "Ký nhận {there}, không nhận {refused}")
    elif missing:
        words = translate("Handover", "Ký nhận {there}, thiếu {missing}")
    else:
        words = translate("Handover", "Ký nhận đủ {there} hồ sơ")
    return words.format(there=there, missing=missing, refused=refused, left=state.half_counted)


def derive_receipts_words(state: HandoverState) -> str:
    """How many receipts there are for what came with the list, or how many are still being printed."""
    if state.printing:
        return translate("Handover", "Đang in, còn {count}").format(count=state.printing)
    return translate("Handover", "In Giấy tiếp nhận ({count})").format(count=len(state.to_print))


def derive_extra_words(codes: tuple[str, ...]) -> str:
    """The codes that were there and not on the list."""
    if not codes:
        return ""
    return translate("Handover", "Thừa, không có trong danh sách: {codes}").format(codes=", ".join(codes))


def derive_answer(answer: Answer, state: HandoverState, language: str) -> tuple[str, bool]:
    """What the last scan did, in a few words, and whether it did what it should."""
    if answer.kind == "piece":
        gathered = state.gathered
        read, count = (len(gathered.pieces), gathered.count) if gathered is not None else (0, 0)
        words = translate("Handover", "Danh sách trên giấy: đã đọc {read} trên {count} mã")
        return words.format(read=read, count=count), True
    if answer.kind in ("unusual", "unsuitable") and answer.why is not None:
        again = translate("Handover", "Quét lần nữa để vẫn đưa vào.") if answer.kind == "unusual" else ""
        return f"✗ {answer.why.in_language(language)} {again}".rstrip(), False
    words, good = {
        "added": (translate("Handover", "✓ {code} · đã thêm"), True),
        "taken_off": (translate("Handover", "{code} · đã bỏ ra"), True),
        "twice": (translate("Handover", "! {code} · đã có trong danh sách"), False),
        "elsewhere": (translate("Handover", "✗ {code} · hiện ở {holder}"), False),
        "scanned": (translate("Handover", "✓ {code} · đã đếm"), True),
        "counted_twice": (translate("Handover", "! {code} · đã đếm rồi"), False),
        "extra": (translate("Handover", "✗ {code} · không có trong danh sách, ghi là thừa"), False),
        "unusual": ("✗ {code}", False),
        "unsuitable": ("✗ {code}", False),
    }[answer.kind]
    return words.format(code=answer.code, holder=answer.holder), good


def derive_money(state: HandoverState, language: str) -> tuple[str, bool]:
    """What is to be counted, or by how much it differs; and whether it agrees so far."""
    due, counted = state.due_vnd, state.counted_vnd
    if counted is None:
        words = translate("Handover", "Phải nhận {amount}. Đếm rồi ghi số tiền.")
        return words.format(amount=money_words(due, language)), True
    return derive_difference_money(counted - due, language), counted == due


def derive_difference_money(difference: int, language: str) -> str:
    """By how much the money differs."""
    if difference == 0:
        return translate("Handover", "✓ Khớp, không chênh lệch")
    amount = money_words(abs(difference), language)
    if difference < 0:
        return translate("Handover", "✗ Thiếu {amount}").format(amount=amount)
    return translate("Handover", "✗ Thừa {amount}").format(amount=amount)


def derive_difference(difference: Difference, language: str) -> tuple[str, str]:
    """A difference in two lines: what differs, and how it was settled or that it waits."""
    if difference.kind == "money":
        title = translate("Handover", "Tiền thu hộ")
        if difference.settled_as is None:
            title = f"{title}: {derive_difference_money(difference.amount_vnd, language)}"
    elif difference.kind == "missing":
        title = translate("Handover", "Thiếu {code}").format(code=difference.code)
    else:
        title = translate("Handover", "Thừa {code}").format(code=difference.code)
    if difference.settled_as is None or difference.settled_at is None:
        return title, translate("Handover", "! Chưa xử lý")
    how = settled_words(difference.settled_as)
    if difference.settled_vnd:
        how = f"{how} {money_words(difference.settled_vnd, language)}"
    by = f"{difference.settled_by}, {short_moment(difference.settled_at, language)}"
    return title, joined(f"✓ {how}", by, difference.note)


def settled_words(settled_as: SettledAs) -> str:
    """How a difference is settled."""
    return {
        "found_at_giver": translate("Handover", "Tìm thấy ở bên giao"),
        "found_at_receiver": translate("Handover", "Tìm thấy ở bên nhận"),
        "lost": translate("Handover", "Thất lạc"),
        "receiver_keeps": translate("Handover", "Bên nhận giữ"),
        "given_back": translate("Handover", "Trả lại bên giao"),
        "paid": translate("Handover", "Đã nộp bù hoặc trả lại"),
        "explained": translate("Handover", "Đã rõ lý do"),
    }[settled_as]
