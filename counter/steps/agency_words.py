"""The words of the steps that concern other agencies: asked, answered, received there, back from there."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from counter.ports import StepKind, StepSheet
from counter.ports.steps import AskedAgency
from counter.steps.state import Draft, Lack, read_moment
from counter.words import day_words, moment_words, translate, weekday_words
from shared.clock import business_date
from shared.domain.dossier import CoordinationAnswer, CoordinationTopic

AGENCY_STEPS: tuple[StepKind, ...] = ("ask_agency", "agency_answered", "reached_agency", "back_from_agency")


def agency_step_names() -> Mapping[StepKind, str]:
    """What the steps are called."""
    return {
        "ask_agency": translate("Steps", "Hỏi cơ quan phối hợp"),
        "agency_answered": translate("Steps", "Cơ quan đã trả lời"),
        "reached_agency": translate("Steps", "Cơ quan có thẩm quyền đã nhận"),
        "back_from_agency": translate("Steps", "Nhận về từ cơ quan khác"),
    }


def agency_step_hints() -> Mapping[StepKind, str]:
    """What the steps are about."""
    return {
        "ask_agency": translate("Steps", "Nêu rõ nội dung và thời hạn trả lời; ngày hẹn trả không đổi."),
        "agency_answered": translate("Steps", "Ghi khi văn bản trả lời đã đến, hoặc không cần nữa."),
        "reached_agency": translate("Steps", "Thời hạn giải quyết tính từ lúc cơ quan đó nhận hồ sơ."),
        "back_from_agency": translate("Steps", "Ghi kết quả, nếu có, và người giao đã ký trên giấy."),
    }


def agency_deeds() -> Mapping[StepKind, str]:
    """What stands on the buttons."""
    return {
        "ask_agency": translate("Steps", "Hỏi cơ quan"),
        "agency_answered": translate("Steps", "Ghi trả lời"),
        "reached_agency": translate("Steps", "Ghi đã nhận và tính thời hạn"),
        "back_from_agency": translate("Steps", "Nhận về"),
    }


def agency_done() -> Mapping[StepKind, str]:
    """What has been done, of dossier {code}."""
    return {
        "ask_agency": translate("Steps", "Đã hỏi cơ quan phối hợp về hồ sơ {code}."),
        "agency_answered": translate("Steps", "Đã ghi trả lời về hồ sơ {code}."),
        "reached_agency": translate("Steps", "Hồ sơ {code}: thời hạn giải quyết đã bắt đầu tính."),
        "back_from_agency": translate("Steps", "Đã nhận hồ sơ {code} về từ cơ quan khác."),
    }


def agency_lacks() -> Mapping[Lack, str]:
    """What is still lacking."""
    return {
        "agency": translate("Steps", "Chọn cơ quan."),
        "agency_words": translate("Steps", "Ghi nội dung đề nghị phối hợp."),
        "signer": translate("Steps", "Ghi họ tên người của cơ quan đó đã ký trên giấy."),
        "signed_at": translate("Steps", "Thời điểm phải sau khi hồ sơ được giao và không sau bây giờ."),
    }


def topic_words() -> Mapping[CoordinationTopic, str]:
    """What an agency may be asked for."""
    return {
        "opinion": translate("Steps", "Cho ý kiến"),
        "verification": translate("Steps", "Xác minh thông tin"),
        "financial_duty": translate("Steps", "Xác định nghĩa vụ tài chính"),
        "site_check": translate("Steps", "Kiểm tra thực địa"),
        "records": translate("Steps", "Cung cấp hồ sơ gốc"),
        "other": translate("Steps", "Việc khác (ghi rõ)"),
    }


def answer_choices() -> tuple[tuple[CoordinationAnswer, str], ...]:
    """How a request to an agency ends."""
    return (
        ("given", translate("Steps", "Đã có trả lời")),
        ("not_needed", translate("Steps", "Không cần nữa (hỏi nhầm, đã có thông tin)")),
    )


def outcome_choices() -> tuple[tuple[str, str], ...]:
    """With what a dossier comes back from an agency."""
    return (
        ("granted", translate("Steps", "Có kết quả: đồng ý")),
        ("refused", translate("Steps", "Có kết quả: từ chối")),
        ("none", translate("Steps", "Chưa có kết quả, chỉ trả lại giấy tờ")),
    )


def days_words(days: int, until: datetime, language: str) -> str:
    """A limit for the agency's answer, with the day it ends on."""
    day = business_date(until)
    words = translate("Steps", "{days} ngày làm việc (đến {weekday} {day})")
    return words.format(days=days, weekday=weekday_words(day), day=day_words(day, language))


def asked_words(asked: AskedAgency, language: str) -> str:
    """A request that waits for its answer."""
    words = translate("Steps", "{agency} · {topic} · hạn {day}")
    day = day_words(business_date(asked.answer_by), language)
    said = words.format(agency=asked.name, topic=topic_words()[asked.topic], day=day)
    return translate("Steps", "{said} (quá hạn)").format(said=said) if asked.late else said


def agency_note(kind: StepKind, sheet: StepSheet) -> str:
    """What the rules mean for the step now."""
    if kind == "ask_agency":
        return translate("Steps", "Thời hạn này là của riêng cơ quan được hỏi; ngày hẹn trả kết quả không đổi.")
    if kind == "reached_agency":
        words = translate("Steps", "Hồ sơ phải đến {agency} trong một ngày làm việc kể từ khi tiếp nhận.")
        return words.format(agency=sheet.competent_name)
    return ""


def agency_warning(kind: StepKind, sheet: StepSheet, draft: Draft, language: str) -> str:
    """What comes later than the law orders it, or than the citizen was promised; or ""."""
    if kind == "ask_agency" and sheet.due_at is not None:
        until = dict(sheet.agency_limits).get(int(draft.days)) if draft.days.isdecimal() else None
        if until is not None and until > sheet.due_at:
            words = translate("Steps", "Hạn trả lời này muộn hơn ngày đã hẹn với công dân ({due}).")
            return words.format(due=moment_words(sheet.due_at, language))
    if kind == "reached_agency" and sheet.reach_by is not None:
        reached = read_moment(draft.asked_day, draft.asked_time)
        if reached is not None and reached > sheet.reach_by:
            return translate("Steps", "Đã quá một ngày làm việc từ khi tiếp nhận; sẽ ghi là chuyển muộn.")
    return ""


def agency_summary(kind: StepKind, sheet: StepSheet, draft: Draft, language: str) -> str:
    """The one sentence that says what is about to be done."""
    when = read_moment(draft.asked_day, draft.asked_time)
    moment = moment_words(when, language) if when else ""
    if kind == "ask_agency":
        sentence = translate("Steps", "Hỏi {agency} về hồ sơ {code}: {topic}. Trả lời trước {until}.")
        until = dict(sheet.agency_limits).get(int(draft.days)) if draft.days.isdecimal() else None
        return sentence.format(
            agency=_agency_name(sheet, draft.agency),
            code=sheet.code,
            topic=_topic(draft),
            until=moment_words(until, language) if until else "",
        )
    if kind == "agency_answered":
        asked = next((each for each in sheet.asked if each.id == draft.agency), None)
        name = asked.name if asked else ""
        if draft.answer == "not_needed":
            return translate("Steps", "Không chờ {agency} trả lời về hồ sơ {code} nữa.").format(
                agency=name, code=sheet.code
            )
        return translate("Steps", "{agency} đã trả lời về hồ sơ {code}.").format(agency=name, code=sheet.code)
    if kind == "reached_agency":
        sentence = translate("Steps", "{agency} nhận hồ sơ {code} lúc {moment}; thời hạn giải quyết tính từ lúc đó.")
        return sentence.format(agency=sheet.competent_name, code=sheet.code, moment=moment)
    sentence = translate("Steps", "Nhận hồ sơ {code} về từ {agency}; {name} ký giao lúc {moment}. {outcome}.")
    return sentence.format(
        code=sheet.code,
        agency=sheet.holder_name,
        name=draft.name.strip(),
        moment=moment,
        outcome=dict(outcome_choices())[draft.outcome],
    )


def _agency_name(sheet: StepSheet, agency: str) -> str:
    return next((each.name for each in sheet.agencies if each.id == agency), "")


def _topic(draft: Draft) -> str:
    words = draft.words.strip()
    if draft.topic == "other":
        return words
    named = topic_words()[draft.topic]
    said = named[:1].lower() + named[1:]
    return f"{said} ({words})" if words else said
