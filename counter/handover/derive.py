"""The words of the handover room."""

from __future__ import annotations

from counter.handover.state import HandoverState, is_incoming, is_outgoing
from counter.parts.rows import Row
from counter.ports import DossierRow, HandoverRow, Officer
from counter.words import short_moment, stage_words, time_of_day, translate


def derive_dossier_row(row: DossierRow, language: str) -> Row:
    """A dossier in a list: code and applicant, procedure, when it is due."""
    title = f"{row.code} · {row.applicant_name}" if row.applicant_name else row.code
    if row.due_at is None:
        right = ""
    elif row.late:
        right = translate("Handover", "Quá hạn {moment}").format(moment=short_moment(row.due_at, language))
    else:
        right = translate("Handover", "Hạn {moment}").format(moment=short_moment(row.due_at, language))
    return Row(title, f"{stage_words(row.stage)} · {row.procedure_name}", right, urgent=row.late)


def derive_counted_row(row: DossierRow, state: HandoverState) -> Row:
    """A dossier on the list of a handover, with the receiver's mark."""
    mark = {
        "listed": "",
        "scanned": translate("Handover", "✓ Đã quét"),
        "missing": translate("Handover", "✗ Thiếu"),
    }[state.mark_of(row.id)]
    return Row(row.code, row.procedure_name, mark, urgent=state.mark_of(row.id) == "missing")


def derive_handover_title(row: HandoverRow, officer: Officer | None) -> str:
    """A handover in a list: its number and who hands to whom, seen from here."""
    if is_incoming(row, officer):
        return translate("Handover", "Từ {unit}").format(unit=row.giver_name)
    if is_outgoing(row, officer):
        return translate("Handover", "Đến {unit}").format(unit=row.receiver_name)
    return f"{row.giver_name} → {row.receiver_name}"


def derive_handover_detail(row: HandoverRow) -> str:
    """How many dossiers, since when, and how far it is."""
    state = {
        "offered": translate("Handover", "chờ bên nhận ký"),
        "accepted": translate("Handover", "hai bên đã ký"),
        "cancelled": translate("Handover", "đã hủy"),
    }[row.state]
    count = translate("Handover", "{count} hồ sơ").format(count=row.count)
    return f"{count} · {time_of_day(row.offered_at)} · {state}"


def derive_list_title(state: HandoverState) -> str:
    """How many dossiers are on the list being made."""
    return translate("Handover", "Danh sách giao: {count}").format(count=len(state.picked_rows))


def derive_accept_words(state: HandoverState) -> str:
    """What the receiver signs for."""
    missing, count = len(state.missing), len(state.rows)
    if missing:
        return translate("Handover", "Ký nhận {there}, thiếu {missing}").format(there=count - missing, missing=missing)
    return translate("Handover", "Ký nhận đủ {count} hồ sơ").format(count=count)


def derive_extra_words(state: HandoverState) -> str:
    """The codes that were there and not on the list."""
    if not state.extra:
        return ""
    return translate("Handover", "Thừa, không có trong danh sách: {codes}").format(codes=", ".join(state.extra))
