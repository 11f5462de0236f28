"""The words of the handover room."""

from __future__ import annotations

from counter.handover.state import HandoverState, is_incoming, is_outgoing
from counter.parts.rows import Row
from counter.ports import DossierRow, HandoverRow, Officer
from counter.words import day_words, stage_words, time_of_day, translate
from shared.clock import business_date


def derive_dossier_row(row: DossierRow, language: str) -> Row:
    """A dossier in a list: its code and when it is due; below, the applicant and the procedure."""
    return Row(row.code, _who_and_what(row), _due(row, language), urgent=row.late)


def derive_decided_row(row: DossierRow, language: str) -> Row:
    """The same for the unit that decides, with how far it is."""
    decided = row.stage != "processing"
    right = stage_words(row.stage) if decided else _due(row, language)
    return Row(row.code, _who_and_what(row), right, urgent=row.late and not decided)


def derive_waiting_row(row: DossierRow, language: str) -> Row:
    """A result that waits to be collected, with the day it was promised for."""
    day = day_words(business_date(row.due_at), language) if row.due_at else ""
    return Row(row.code, _who_and_what(row), translate("Handover", "Hẹn {day}").format(day=day) if day else "")


def _who_and_what(row: DossierRow) -> str:
    return " · ".join(part for part in (row.applicant_name, row.procedure_name) if part)


def _due(row: DossierRow, language: str) -> str:
    if row.due_at is None:
        return ""
    day = day_words(business_date(row.due_at), language)
    if row.late:
        return translate("Handover", "Quá hạn {day}").format(day=day)
    return translate("Handover", "Hạn {day}").format(day=day)


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
