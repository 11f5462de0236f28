"""What the facts about other agencies say in a dossier's timeline: asked, answered, received, decided."""

from __future__ import annotations

from collections.abc import Mapping

from shared.domain.dossier_coordination import CoordinationTopic
from shared.domain.fact import Recorded
from shared.domain.timeline_words import Say, Told, moment
from shared.failures import Sentence

TOPICS: Mapping[CoordinationTopic, Sentence] = {
    "opinion": Sentence("cho ý kiến", "for its opinion"),
    "verification": Sentence("xác minh thông tin", "to verify facts"),
    "financial_duty": Sentence("xác định nghĩa vụ tài chính", "to assess the financial duty"),
    "site_check": Sentence("kiểm tra thực địa", "to inspect the site"),
    "records": Sentence("cung cấp hồ sơ gốc", "to supply records"),
    "other": Sentence("việc khác", "for something else"),
}
"""What an agency is asked for."""


def _asked(fact: Recorded, told: Told) -> Sentence:
    agency, until = told.names.unit(fact.text("agency")), moment(fact.instant("answer_by"))
    topic = next(words for name, words in TOPICS.items() if name == fact.text("topic"))
    return Sentence(
        f"Chuyển {agency.vi} phối hợp ({topic.vi}), trả lời trước {until.vi}",
        f"{agency.en} was asked {topic.en}, to answer by {until.en}",
    )


def _answered(fact: Recorded, told: Told) -> Sentence:
    agency = told.names.unit(fact.text("agency"))
    if fact.text("answer") == "not_needed":
        return Sentence(f"Không cần {agency.vi} trả lời nữa", f"The answer of {agency.en} is not needed any more")
    late = Sentence(" (quá hạn)", " (late)") if fact.data.get("late") else Sentence("", "")
    return Sentence(f"{agency.vi} đã trả lời{late.vi}", f"{agency.en} has answered{late.en}")


def _reached(fact: Recorded, told: Told) -> Sentence:
    agency, at = told.names.unit(fact.text("agency")), moment(fact.instant("reached_at"))
    late = Sentence(" (chuyển muộn)", " (sent late)") if fact.data.get("late") else Sentence("", "")
    due = fact.optional_instant("due_at")
    said = Sentence(
        f"{agency.vi} nhận hồ sơ lúc {at.vi}{late.vi}; thời hạn tính từ đây",
        f"{agency.en} received it at {at.en}{late.en}; the time limit counts from then",
    )
    if due is None:
        return said
    promised = moment(due)
    return Sentence(f"{said.vi}, hẹn trả {promised.vi}", f"{said.en}, promised for {promised.en}")


def _decided(fact: Recorded, told: Told) -> Sentence:
    agency = told.names.unit(fact.text("agency"))
    if fact.text("outcome") == "granted":
        return Sentence(f"Có kết quả của {agency.vi}: đồng ý giải quyết", f"Result of {agency.en}: granted")
    return Sentence(f"Có kết quả của {agency.vi}: không chấp thuận", f"Result of {agency.en}: not granted")


AGENCY_SENTENCES: Mapping[str, tuple[str, Say]] = {
    "dossier.coordination_asked": ("business", _asked),
    "dossier.coordination_answered": ("check", _answered),
    "dossier.reached_agency": ("business", _reached),
    "dossier.agency_decided": ("deciding", _decided),
}
"""For each kind its icon and its sentence."""
