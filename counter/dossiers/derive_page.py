"""The words of a dossier's page: what is known of it, its timeline, its papers."""

from __future__ import annotations

from dataclasses import dataclass

from counter.dossiers.derive_agencies import derive_agencies
from counter.dossiers.derive_mail import derive_mail
from counter.dossiers.state import OpenedDossier
from counter.ports.dossiers import DossierPage, TimelineRow
from counter.words import day_words, moment_words, money_words, short_moment, stage_words, translate
from shared.domain.dossier import GivenDocument


@dataclass(frozen=True, slots=True)
class HeadProps:
    """The head of the page: `stage` in words, `late` whether the promise has passed, `due` the promise."""

    code: str
    name: str
    procedure: str
    stage: str
    late: str
    due: str


@dataclass(frozen=True, slots=True)
class FactProps:
    """Something known of the dossier under its title; `urgent`: people have to look at it."""

    title: str
    words: str
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class EntryProps:
    """A line of the timeline: `words`, below them when, who and where; `icon`."""

    words: str
    below: str
    icon: str


def derive_head(page: DossierPage, language: str) -> HeadProps:
    """The head of `page`."""
    row = page.row
    due = (
        translate("Dossiers", "Hẹn trả {moment}").format(moment=moment_words(row.due_at, language))
        if row.due_at
        else translate("Dossiers", "Không có thời hạn đang tính")
    )
    return HeadProps(
        code=row.code,
        name=row.applicant_name or translate("Dossiers", "(không còn tên)"),
        procedure=row.procedure_name,
        stage=stage_words(row.stage),
        late=translate("Dossiers", "Quá hạn") if row.late else "",
        due=due,
    )


def derive_facts(page: DossierPage, language: str) -> tuple[FactProps, ...]:
    """What is known of the dossier, what matters now first; what is not known is left out."""
    found = (*_now(page, language), *_steps(page, language), *_person(page, language), *_receipt(page, language))
    return tuple(fact for fact in found if fact.words)


def derive_timeline(page: DossierPage, language: str) -> tuple[EntryProps, ...]:
    """The timeline, what happened last at the front."""
    return tuple(_entry(each, language) for each in reversed(page.timeline))


def document_words(document: GivenDocument) -> str:
    """A paper that was handed in."""
    parts = []
    if document.originals:
        parts.append(translate("Dossiers", "{count} bản chính").format(count=document.originals))
    if document.copies:
        parts.append(translate("Dossiers", "{count} bản sao").format(count=document.copies))
    return f"{document.name}: {', '.join(parts)}" if parts else document.name


def derive_payments(opened: OpenedDossier, language: str) -> tuple[str, ...]:
    """The payments of the dossier, one line each."""
    words = []
    for each in opened.payments:
        way = {
            "cash": translate("Dossiers", "tiền mặt"),
            "transfer": translate("Dossiers", "chuyển khoản"),
            "waived": translate("Dossiers", "được miễn"),
            "post": translate("Dossiers", "bưu điện thu hộ"),
        }[each.way]
        parts = [money_words(each.amount_vnd, language), way, short_moment(each.at, language), each.officer_name]
        if each.receipt:
            parts.append(translate("Dossiers", "biên lai {receipt}").format(receipt=each.receipt))
        elif each.lacks_receipt:
            parts.append(translate("Dossiers", "chưa có biên lai"))
        if each.state == "withdrawn":
            parts.append(translate("Dossiers", "đã hoàn trả"))
        words.append(" · ".join(filter(None, parts)))
    return tuple(words)


def _entry(row: TimelineRow, language: str) -> EntryProps:
    parts = (moment_words(row.at, language), row.who, row.where.in_language(language))
    return EntryProps(row.words.in_language(language), " · ".join(filter(None, parts)), row.icon)


def _now(page: DossierPage, language: str) -> tuple[FactProps, ...]:
    dossier = page.dossier
    conflicts = "\n".join(each.en if language == "en" else each.vi for each in dossier.conflicts)
    returned = "" if dossier.returned_at is None else moment_words(dossier.returned_at, language)
    return (
        FactProps(translate("Dossiers", "Mâu thuẫn cần xem"), conflicts, urgent=True),
        FactProps(translate("Dossiers", "Thất lạc"), _lost(page, language), urgent=True),
        FactProps(translate("Dossiers", "Trả kết quả lúc"), returned),
        FactProps(translate("Dossiers", "Đang giữ hồ sơ"), "" if returned else _custody(page, language)),
        *(FactProps(title, words, urgent) for title, words, urgent in derive_mail(page, language)),
        FactProps(translate("Dossiers", "Thời hạn"), _limit(page, language)),
    )


def _custody(page: DossierPage, language: str) -> str:
    """Who has the paper since when, who signed, against which record."""
    dossier, unit = page.dossier, page.row.holder_name
    record = translate("Dossiers", "biên bản {number}").format(number=page.record) if page.record else ""
    if dossier.transit is not None:
        words = translate("Dossiers", "{giver} đã ký giao; {receiver} chưa ký nhận (từ {moment})")
        moment = short_moment(dossier.transit.since, language)
        sides = words.format(giver=unit, receiver=page.transit_to, moment=moment)
        signed = translate("Dossiers", "{person} ký giao").format(person=page.held_by) if page.held_by else ""
        return " · ".join(filter(None, (sides, signed, record)))
    if dossier.held_since is None:
        return unit
    moment = short_moment(dossier.held_since, language)
    since = translate("Dossiers", "{unit}, từ {moment}").format(unit=unit, moment=moment)
    signed = translate("Dossiers", "{person} ký nhận").format(person=page.held_by) if page.held_by else ""
    return " · ".join(filter(None, (since, signed, record)))


def _lost(page: DossierPage, language: str) -> str:
    lost = page.dossier.lost
    if lost is None:
        return ""
    words = translate("Dossiers", "Hai bên đã ghi nhận hồ sơ bị thất lạc, {moment}")
    return words.format(moment=short_moment(lost.at, language))


def _limit(page: DossierPage, language: str) -> str:
    dossier = page.dossier
    if dossier.due_at is None:
        return dossier.time_limit_text
    promise = f" ({dossier.promise})" if dossier.promise else ""
    return f"{moment_words(dossier.due_at, language)}{promise}"


def _steps(page: DossierPage, language: str) -> tuple[FactProps, ...]:
    dossier, reasons = page.dossier, page.reasons
    found = []
    for each in dossier.appointments:
        name = each.name_en if language == "en" else each.name_vi
        if each.met_at is not None:
            done = translate("Dossiers", "xong lúc {moment}").format(moment=short_moment(each.met_at, language))
        elif each.due_at is not None:
            done = moment_words(each.due_at, language)
        else:
            done = each.limit_text
        found.append(FactProps(name, done))
    supplement = dossier.supplement
    if supplement is not None:
        words = [translate("Dossiers", "Cần: {papers}").format(papers="; ".join(supplement.missing))]
        if supplement.completed_at is not None:
            done = translate("Dossiers", "Đã nhận đủ lúc {moment}")
            words.append(done.format(moment=short_moment(supplement.completed_at, language)))
        else:
            until = translate("Dossiers", "Chờ đến {moment}")
            words.append(until.format(moment=moment_words(supplement.answer_by, language)))
        found.append(FactProps(translate("Dossiers", "Yêu cầu bổ sung"), _with_reason(words, reasons.supplement)))
    found += [FactProps(title, words, urgent) for title, words, urgent in derive_agencies(page, language)]
    if dossier.apology is not None:
        words = [
            translate("Dossiers", "Hẹn lại {moment}").format(moment=moment_words(dossier.apology.new_due_at, language))
        ]
        found.append(FactProps(translate("Dossiers", "Xin lỗi, hẹn lại"), _with_reason(words, reasons.apology)))
    if dossier.ending is not None:
        words = [moment_words(dossier.ending.at, language)]
        found.append(FactProps(stage_words(dossier.ending.kind), _with_reason(words, reasons.ending)))
    return tuple(found)


def _with_reason(words: list[str], reason: str) -> str:
    said = [*words, translate("Dossiers", "Lý do: {reason}").format(reason=reason)] if reason else words
    return "\n".join(said)


def _person(page: DossierPage, language: str) -> tuple[FactProps, ...]:
    person, submitter = page.applicant, page.submitter
    if person is None:
        erased = translate("Dossiers", "Thông tin cá nhân đã được xóa hoặc chưa về máy này")
        return (FactProps(translate("Dossiers", "Chủ hồ sơ"), erased),)
    birth = "" if person.birth_date is None else day_words(person.birth_date, language)
    return (
        FactProps(translate("Dossiers", "Số định danh, mã số thuế"), person.identity_number),
        FactProps(translate("Dossiers", "Ngày sinh"), birth),
        FactProps(translate("Dossiers", "Điện thoại"), person.phone),
        FactProps(translate("Dossiers", "Địa chỉ"), person.address),
        FactProps(translate("Dossiers", "Thư điện tử"), person.email),
        FactProps(translate("Dossiers", "Người đại diện"), person.representative),
        FactProps(
            translate("Dossiers", "Người nộp thay"),
            "" if submitter is None else " · ".join(filter(None, (submitter.name, submitter.phone, submitter.paper))),
        ),
    )


def _receipt(page: DossierPage, language: str) -> tuple[FactProps, ...]:
    dossier = page.dossier
    channel = {
        "in_person": translate("Dossiers", "Trực tiếp"),
        "post": translate("Dossiers", "Qua bưu chính"),
        "online": translate("Dossiers", "Trực tuyến"),
    }[dossier.channel]
    way = {
        "one_stop": translate("Dossiers", "Tại Bộ phận Một cửa"),
        "post": translate("Dossiers", "Qua bưu chính"),
        "online": translate("Dossiers", "Trực tuyến"),
    }[dossier.return_way]
    received = " · ".join(filter(None, (moment_words(dossier.received_at, language), page.received_by)))
    fee = "" if dossier.fee_vnd is None else money_words(dossier.fee_vnd, language)
    return (
        FactProps(translate("Dossiers", "Tiếp nhận"), f"{received}\n{channel}"),
        FactProps(translate("Dossiers", "Mã thủ tục"), dossier.procedure),
        FactProps(translate("Dossiers", "Lĩnh vực"), dossier.field),
        FactProps(translate("Dossiers", "Số bộ"), str(dossier.sets)),
        FactProps(translate("Dossiers", "Phí, lệ phí"), fee),
        FactProps(translate("Dossiers", "Nhận kết quả"), way),
    )
