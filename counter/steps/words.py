"""The words of the steps: names, hints, usual reasons, and the sentence that is asked before a deed."""

from __future__ import annotations

from counter.ports import IssuedFormRow, StepKind, StepOffer, StepSheet
from counter.steps.agency_words import (
    agency_deeds,
    agency_done,
    agency_lacks,
    agency_note,
    agency_step_hints,
    agency_step_names,
    agency_summary,
    agency_warning,
)
from counter.steps.state import Draft, Lack, read_moment, read_new_day
from counter.words import day_words, moment_words, short_moment, translate, weekday_words
from shared.clock import business_date
from shared.domain.dossier import AskedBy, Requester
from shared.domain.office_record import FormName


def step_name(kind: StepKind) -> str:
    """What the step is called."""
    return {
        "request_supplement": translate("Steps", "Yêu cầu bổ sung"),
        "take_supplement": translate("Steps", "Nhận bổ sung"),
        "meet_appointment": translate("Steps", "Xong hẹn lần này"),
        "show_duty": translate("Steps", "Nộp chứng từ tài chính"),
        **agency_step_names(),
        "apologise": translate("Steps", "Xin lỗi, hẹn lại"),
        "refuse": translate("Steps", "Từ chối giải quyết"),
        "stop": translate("Steps", "Dừng theo yêu cầu"),
        "close": translate("Steps", "Đóng hồ sơ"),
    }[kind]


def step_hint(offer: StepOffer, language: str) -> str:
    """What the step is about; of one that is impossible now, why."""
    if not offer.allowed:
        return offer.reason_en if language == "en" else offer.reason_vi
    return {
        "request_supplement": translate("Steps", "Mẫu 02. Chỉ được yêu cầu một lần, ghi đủ trong một phiếu."),
        "take_supplement": translate("Steps", "Nhận đủ giấy tờ thì thời hạn tính lại từ đầu."),
        "meet_appointment": translate("Steps", "Đã giao thông báo nghĩa vụ tài chính cho công dân."),
        "show_duty": translate("Steps", "Lần hẹn tiếp theo tính từ khi có chứng từ."),
        **agency_step_hints(),
        "apologise": translate("Steps", "Mẫu 04. Chỉ được hẹn lại một lần, trước ngày hẹn ít nhất một ngày."),
        "refuse": translate("Steps", "Mẫu 03. Phải nêu rõ lý do."),
        "stop": translate("Steps", "Mẫu 05. Chỉ khi chính công dân yêu cầu và có bằng chứng."),
        "close": translate("Steps", "Đã hết 15 ngày mà công dân không bổ sung."),
    }[offer.kind]


def usual_reasons(kind: StepKind) -> tuple[str, ...]:
    """Reasons that are often given; they stand on paper, so they are Vietnamese in every language."""
    return {
        "request_supplement": (
            "Giấy tờ còn thiếu so với thành phần hồ sơ của thủ tục.",
            "Tờ khai chưa ghi đủ thông tin hoặc chưa ký.",
            "Bản sao chưa được chứng thực hoặc không rõ.",
        ),
        "apologise": (
            "Cần xác minh thêm thông tin.",
            "Chờ ý kiến của cơ quan phối hợp.",
            "Hồ sơ phức tạp, cần thêm thời gian thẩm định.",
        ),
        "refuse": (
            "Không thuộc thẩm quyền giải quyết của đơn vị.",
            "Không đủ điều kiện theo quy định của pháp luật.",
        ),
    }.get(kind, ())


def deed_words(kind: StepKind) -> str:
    """What stands on the button that does it."""
    return {
        "request_supplement": translate("Steps", "Yêu cầu và in Mẫu 02"),
        "take_supplement": translate("Steps", "Nhận và in Mẫu 01 mới"),
        "meet_appointment": translate("Steps", "Xong hẹn lần này"),
        "show_duty": translate("Steps", "Ghi nhận chứng từ"),
        **agency_deeds(),
        "apologise": translate("Steps", "Xin lỗi và in Mẫu 04"),
        "refuse": translate("Steps", "Từ chối và in Mẫu 03"),
        "stop": translate("Steps", "Dừng và in Mẫu 05"),
        "close": translate("Steps", "Đóng hồ sơ"),
    }[kind]


def lack_words(lack: Lack) -> str:
    """What is still lacking."""
    return {
        "papers": translate("Steps", "Đánh dấu giấy tờ cần bổ sung."),
        "reason": translate("Steps", "Ghi lý do."),
        "day": translate("Steps", "Ghi ngày hẹn lại, ví dụ 30/11/2026."),
        "day_not_later": translate("Steps", "Ngày hẹn lại phải sau ngày đã hẹn và sau hôm nay."),
        "name": translate("Steps", "Ghi họ tên người yêu cầu dừng."),
        "proof": translate("Steps", "Ghi văn bản hoặc tin nhắn thể hiện yêu cầu dừng."),
        "asked_at": translate("Steps", "Thời điểm yêu cầu phải sau khi tiếp nhận và không sau bây giờ."),
        "duty_proof": translate("Steps", "Ghi số chứng từ nộp tiền."),
        **agency_lacks(),
        "all_papers": translate("Steps", "Chỉ nhận khi công dân đã mang đủ giấy tờ được yêu cầu."),
    }[lack]


def note_words(kind: StepKind, sheet: StepSheet, language: str) -> str:
    """What the rules of the days mean for this step now."""
    match kind:
        case "request_supplement":
            until = day_words(business_date(sheet.answer_by), language)
            return translate(
                "Steps", "Công dân được bổ sung đến hết ngày {day}; thời hạn giải quyết ngừng tính."
            ).format(day=until)
        case "meet_appointment":
            return translate("Steps", "Thời hạn ngừng tính đến khi công dân nộp chứng từ nghĩa vụ tài chính.")
        case "take_supplement" | "show_duty" if sheet.promise is not None:
            why = sheet.promise.explanation_en if language == "en" else sheet.promise.explanation_vi
            if sheet.promise.due_at is None:
                return why
            due = moment_words(sheet.promise.due_at, language)
            return translate("Steps", "Hẹn trả mới: {due}. {why}").format(due=due, why=why)
        case "apologise" if sheet.due_at is not None:
            return translate("Steps", "Đã hẹn trả: {due}.").format(due=moment_words(sheet.due_at, language))
        case _:
            return agency_note(kind, sheet)


def warning_words(kind: StepKind, sheet: StepSheet, draft: Draft, language: str) -> str:
    """What comes later than the law orders it, or ""."""
    if kind == "request_supplement" and sheet.request_late:
        return translate("Steps", "Đã quá 3 ngày làm việc từ khi nhận hồ sơ; phiếu sẽ được ghi là yêu cầu muộn.")
    if kind == "apologise" and sheet.late_notice:
        return translate("Steps", "Đã muộn hơn một ngày trước ngày hẹn; vẫn phải xin lỗi, và sẽ ghi là xin lỗi muộn.")
    if kind == "refuse" and sheet.due_at is not None and sheet.at > sheet.due_at:
        return translate("Steps", "Đã quá ngày hẹn; phiếu sẽ được ghi là từ chối muộn.")
    return agency_warning(kind, sheet, draft, language)


def summary_words(kind: StepKind, sheet: StepSheet, draft: Draft, language: str) -> str:
    """The one sentence that says what is about to be done."""
    match kind:
        case "request_supplement":
            until = day_words(business_date(sheet.answer_by), language)
            papers = "; ".join(draft.every_paper)
            sentence = translate("Steps", "Yêu cầu bổ sung hồ sơ {code}, đến hết ngày {day}: {papers}.")
            return sentence.format(code=sheet.code, day=until, papers=papers)
        case "take_supplement":
            sentence = translate("Steps", "Nhận đủ giấy tờ bổ sung của hồ sơ {code} và tính lại thời hạn từ bây giờ.")
            return sentence.format(code=sheet.code)
        case "apologise":
            day = read_new_day(draft.day)
            words = f"{weekday_words(day)} {day_words(day, language)}" if day else ""
            sentence = translate("Steps", "Xin lỗi {name} và hẹn trả kết quả hồ sơ {code} vào {day}.")
            return sentence.format(name=sheet.applicant_name, code=sheet.code, day=words)
        case "refuse":
            sentence = translate("Steps", "Từ chối giải quyết hồ sơ {code} của {name}: {reason}")
            return sentence.format(code=sheet.code, name=sheet.applicant_name, reason=draft.reason.strip())
        case "stop":
            asked_at = read_moment(draft.asked_day, draft.asked_time)
            when = moment_words(asked_at, language) if asked_at else ""
            sentence = translate("Steps", "Dừng hồ sơ {code} theo yêu cầu của {name} lúc {when} ({proof}).")
            return sentence.format(code=sheet.code, name=draft.name.strip(), when=when, proof=draft.proof.strip())
        case "meet_appointment":
            sentence = translate(
                "Steps",
                "Hồ sơ {code}: công dân đã nhận thông báo nghĩa vụ tài chính; thời hạn ngừng tính đến khi có chứng từ.",
            )
            return sentence.format(code=sheet.code)
        case "show_duty":
            sentence = translate(
                "Steps", "Ghi nhận chứng từ {proof} của hồ sơ {code} và tính lần hẹn tiếp theo từ bây giờ."
            )
            return sentence.format(proof=draft.proof.strip(), code=sheet.code)
        case "close":
            sentence = translate("Steps", "Đóng hồ sơ {code} vì công dân không bổ sung trong thời hạn.")
            return sentence.format(code=sheet.code)
        case _:
            return agency_summary(kind, sheet, draft, language)


def because_words(kind: StepKind, draft: Draft) -> str:
    """The reason that will stand on the form, where the sentence does not say it."""
    if kind not in ("request_supplement", "apologise"):
        return ""
    return translate("Steps", "Lý do: {reason}").format(reason=draft.reason.strip())


def done_words(kind: StepKind, code: str) -> str:
    """What has been done."""
    return {
        "request_supplement": translate("Steps", "Đã yêu cầu bổ sung hồ sơ {code}."),
        "take_supplement": translate("Steps", "Đã nhận bổ sung hồ sơ {code}; thời hạn tính lại từ đầu."),
        "meet_appointment": translate("Steps", "Hồ sơ {code}: xong hẹn lần này, chờ nghĩa vụ tài chính."),
        "show_duty": translate("Steps", "Hồ sơ {code}: đã có chứng từ; lần hẹn tiếp theo đã được tính."),
        **agency_done(),
        "apologise": translate("Steps", "Đã xin lỗi và hẹn lại hồ sơ {code}."),
        "refuse": translate("Steps", "Đã từ chối giải quyết hồ sơ {code}."),
        "stop": translate("Steps", "Đã dừng hồ sơ {code}."),
        "close": translate("Steps", "Đã đóng hồ sơ {code}."),
    }[kind].format(code=code)


def form_words(form: FormName) -> str:
    """What an issued form is called on the screen."""
    return {
        "receipt": translate("Steps", "Giấy tiếp nhận (Mẫu 01)"),
        "supplement_request": translate("Steps", "Phiếu yêu cầu bổ sung"),
        "refusal": translate("Steps", "Phiếu từ chối"),
        "apology": translate("Steps", "Phiếu xin lỗi, hẹn lại"),
        "stop_notice": translate("Steps", "Thông báo dừng (bản dự thảo)"),
        "control_slip": translate("Steps", "Phiếu kiểm soát"),
        "register": translate("Steps", "Sổ theo dõi hồ sơ"),
    }.get(form, form)


def issued_words(row: IssuedFormRow, language: str) -> str:
    """The number of an issued form, when it was issued and by whom."""
    words = translate("Steps", "Số {number} · {when} · {who}")
    return words.format(number=row.number, when=short_moment(row.issued_at, language), who=row.issued_by)


def prints_words(row: IssuedFormRow) -> str:
    """How often it was printed."""
    return translate("Steps", "đã in: {prints}").format(prints=row.prints)


def requester_words() -> tuple[tuple[Requester, str], ...]:
    """Who may ask to stop."""
    return (
        ("applicant", translate("Steps", "Người nộp hồ sơ")),
        ("authorised", translate("Steps", "Người được ủy quyền")),
    )


def asked_by_words() -> tuple[tuple[AskedBy, str], ...]:
    """How a request to stop may be recorded."""
    return (
        ("signed_request", translate("Steps", "Đơn có chữ ký, nộp tại quầy")),
        ("postal_request", translate("Steps", "Đơn gửi qua bưu chính")),
        ("portal", translate("Steps", "Yêu cầu trên Cổng Dịch vụ công")),
    )
