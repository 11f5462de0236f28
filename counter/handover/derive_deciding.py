"""The words of the room of the deciding unit."""

from __future__ import annotations

from counter.handover.derive import due_words
from counter.parts.rows import Row
from counter.ports.deciding import DecidingRow
from counter.words import day_words, stage_words, translate
from shared.clock import business_date


def derive_decided_row(held: DecidingRow, language: str) -> Row:
    """A dossier in the list: its code and how far it is; below, what is pressing, the applicant and the procedure."""
    row = held.row
    decided = row.stage != "processing"
    right = stage_words(row.stage) if decided else due_words(row, language)
    below = (ask_words(held), waiting_words(held), row.applicant_name, row.procedure_name)
    urgent = (row.late or held.agency_late) and not decided
    return Row(row.code, " · ".join(part for part in below if part), right, urgent=urgent)


def ask_words(held: DecidingRow) -> str:
    """How long a supplement may still be asked for; "" when it was asked for or there is nothing to ask any more."""
    if held.ask_by is None:
        return ""
    if held.ask_days < 0:
        return translate("Handover", "Đã quá 3 ngày yêu cầu bổ sung")
    if held.ask_days == 0:
        return translate("Handover", "Hôm nay hết hạn yêu cầu bổ sung")
    return translate("Handover", "Còn {days} ngày làm việc để yêu cầu bổ sung").format(days=held.ask_days)


def waiting_words(held: DecidingRow) -> str:
    """Which agencies are waited for."""
    if not held.waits_for:
        return ""
    agencies = ", ".join(held.waits_for)
    if held.agency_late:
        return translate("Handover", "{agencies}: quá hạn trả lời").format(agencies=agencies)
    return translate("Handover", "chờ {agencies}").format(agencies=agencies)


def hint_words(held: DecidingRow | None, language: str) -> str:
    """What may be done with the chosen dossier."""
    if held is None:
        return translate("Handover", "Chọn hồ sơ đã giải quyết xong.")
    row = held.row
    if row.stage == "awaiting_supplement":
        return translate("Handover", "Hồ sơ {code} chờ công dân bổ sung; hãy bàn giao về Một cửa.").format(
            code=row.code
        )
    if row.stage != "processing":
        return translate("Handover", "Hồ sơ {code} đã có kết quả.").format(code=row.code)
    if held.ask_by is None:
        return row.code
    day = day_words(business_date(held.ask_by), language)
    if held.ask_days < 0:
        words = translate(
            "Handover", "{code}: đã hết hạn yêu cầu bổ sung ngày {day}; nếu vẫn yêu cầu, phiếu ghi là muộn."
        )
    else:
        words = translate("Handover", "{code}: nếu còn thiếu, yêu cầu bổ sung đến hết ngày {day}.")
    return words.format(code=row.code, day=day)
