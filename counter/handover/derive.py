"""The words of the handover room."""

from __future__ import annotations

from collections.abc import Callable

from counter.handover.state import is_incoming, is_outgoing
from counter.language import Language
from counter.parts.rows import Row
from counter.ports import DossierRow, HandoverRow, Officer, OpenedHandover, PaperRow
from counter.words import joined, money_words, short_day, short_moment, stage_words, time_of_day, translate
from shared.clock import business_date


def derive_decided_row(row: DossierRow, language: str) -> Row:
    """A dossier in the list of the unit that decides, with how far it is."""
    decided = row.stage != "processing"
    right = stage_words(row.stage) if decided else due_words(row, language)
    return Row(row.code, joined(row.applicant_name, row.procedure_name), right, urgent=row.late and not decided)


def derive_waiting_row(row: DossierRow, language: str) -> Row:
    """A result that waits to be collected, with the day it was promised for."""
    day = short_day(business_date(row.due_at), language) if row.due_at else ""
    words = translate("Handover", "Hẹn {day}").format(day=day) if day else ""
    return Row(row.code, joined(row.applicant_name, row.procedure_name), words)


def derive_paper_row(row: PaperRow, language: str) -> Row:
    """A paper in a list: its code and when it is due, or what it is; below, the person and the procedure."""
    if row.kind == "consignment":
        right = money_words(row.fee_vnd, language) if row.fee_vnd else translate("Handover", "Phiếu gửi")
    elif row.kind == "delivery":
        right = translate("Handover", "Thư gửi người dân")
    else:
        right = due_words(row, language)
    return Row(row.code, joined(row.person, row.title), right, urgent=row.late)


class DerivedRows:
    """The words of papers, each worked out once as long as it stays as it is: a list of hundreds is scanned into."""

    def __init__(self, language: Language) -> None:
        self._language, self._code = language, ""
        self._known: dict[str, tuple[PaperRow, Row]] = {}

    def __call__(self, row: PaperRow) -> Row:
        """The words of `row`."""
        if self._code != self._language.code:
            self._code, self._known = self._language.code, {}
        known = self._known.get(row.id)
        if known is None or known[0] != row:
            known = self._known[row.id] = row, derive_paper_row(row, self._code)
        return known[1]

    def forget(self) -> None:
        """Nothing of them is kept."""
        self._known = {}


def derive_held_rows(rows: tuple[PaperRow, ...], derived: Callable[[PaperRow], Row]) -> tuple[tuple[str, Row], ...]:
    """What could go, under a heading for each group: what should have gone, what goes now, what may wait."""
    shown: list[tuple[str, Row]] = []
    groups: dict[str, list[PaperRow]] = {}
    for row in rows:
        groups.setdefault(_group(row), []).append(row)
    for group, members in groups.items():
        if group != "now" or len(groups) > 1:
            words = f"{_group_words(group)} · {len(members)}"
            shown.append((f"head_{group}", Row(words, "", urgent=group == "overdue", heads=True)))
        shown += [(row.id, derived(row)) for row in members]
    return tuple(shown)


def _group(row: PaperRow) -> str:
    return row.proposal if row.fit == "fits" else "unusual"


def _group_words(group: str) -> str:
    if group == "unusual":
        return translate("Handover", "Thường không giao cho bên nhận này")
    if group == "overdue":
        return translate("Handover", "Quá hạn bàn giao")
    if group == "next_morning":
        return translate("Handover", "Nhận sau 15 giờ: giao đầu giờ ngày làm việc tiếp theo")
    return translate("Handover", "Giao hôm nay")


def derive_handover_title(row: HandoverRow, officer: Officer | None) -> str:
    """A handover in a list: who hands to whom, seen from here."""
    if is_incoming(row, officer):
        return translate("Handover", "Từ {unit}").format(unit=row.giver_name)
    if is_outgoing(row, officer):
        return translate("Handover", "Đến {unit}").format(unit=row.receiver_name)
    return f"{row.giver_name} → {row.receiver_name}"


def derive_handover_detail(row: HandoverRow) -> str:
    """How many papers, since when, and how far it is."""
    state = {
        "offered": translate("Handover", "chờ bên nhận ký"),
        "accepted": translate("Handover", "hai bên đã ký"),
        "cancelled": translate("Handover", "đã hủy"),
    }[row.state]
    if row.differences:
        state = translate("Handover", "! chênh lệch chưa xử lý: {count}").format(count=row.differences)
    count = translate("Handover", "{count} hồ sơ").format(count=row.count)
    return f"{count} · {time_of_day(row.offered_at)} · {state}"


def derive_signatures(opened: OpenedHandover, language: str) -> str:
    """Who signed for which side, and when."""
    row = opened.row
    given = translate("Handover", "Bên giao: {unit}\n{name} ký {time}").format(
        name=opened.given_by, unit=row.giver_name, time=short_moment(row.offered_at, language)
    )
    if opened.taken_at is None:
        taken = translate("Handover", "Bên nhận: {unit}\nchưa ký").format(unit=row.receiver_name)
    else:
        taken = translate("Handover", "Bên nhận: {unit}\n{name} ký {time}").format(
            name=opened.taken_by, unit=row.receiver_name, time=short_moment(opened.taken_at, language)
        )
    return f"{given}\n{taken}"


def due_words(row: DossierRow | PaperRow, language: str) -> str:
    """The day a dossier is due, or that it has passed; "" where none was promised."""
    if row.due_at is None:
        return ""
    day = short_day(business_date(row.due_at), language)
    if row.late:
        return translate("Handover", "Quá hạn {day}").format(day=day)
    return translate("Handover", "Hạn {day}").format(day=day)
