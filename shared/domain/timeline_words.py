"""What the facts about a dossier, its handovers, payments, forms and scans say: one sentence for each kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from shared.clock import local
from shared.domain.fact import Recorded
from shared.domain.month_names import SHORT_MONTHS
from shared.domain.office_names import Names
from shared.failures import Sentence

UNREADABLE = Sentence("Sự việc không đọc được", "An entry that cannot be read")


@dataclass(frozen=True, slots=True)
class Told:
    """What a sentence needs besides its fact: names, and of handovers their `numbers` and which were `cancelled`."""

    names: Names
    numbers: Mapping[str, str]
    cancelled: frozenset[str]


Say: TypeAlias = Callable[[Recorded, Told], Sentence]


def moment(instant: datetime) -> Sentence:
    """A moment on the clocks of Viet Nam."""
    there = local(instant)
    return Sentence(
        f"{there:%H:%M} ngày {there:%d/%m/%Y}",
        f"{there:%H:%M} on {there.day} {SHORT_MONTHS[there.month - 1]} {there.year}",
    )


def always(vi: str, en: str) -> Say:
    """The same words for every fact of a kind."""
    return lambda _fact, _told: Sentence(vi, en)


def _received(fact: Recorded, told: Told) -> Sentence:
    due = fact.optional_instant("due_at")
    channel = {
        "in_person": Sentence("nộp trực tiếp", "handed in at the counter"),
        "post": Sentence("nộp qua bưu chính", "sent by post"),
        "online": Sentence("nộp trực tuyến", "sent online"),
    }[fact.text("channel")]
    if fact.optional_text("competent") is not None:
        agency = told.names.unit(fact.text("competent"))
        return Sentence(
            f"Tiếp nhận hồ sơ ({channel.vi}) cho {agency.vi}; thời hạn tính từ khi cơ quan đó nhận",
            f"Received ({channel.en}) for {agency.en}; the time limit counts from when that agency has it",
        )
    if due is None:
        return Sentence(
            f"Tiếp nhận hồ sơ ({channel.vi}); không quy định thời hạn", f"Received ({channel.en}); no time limit is set"
        )
    promised = moment(due)
    return Sentence(
        f"Tiếp nhận hồ sơ ({channel.vi}), hẹn trả {promised.vi}", f"Received ({channel.en}), promised for {promised.en}"
    )


def _sent(fact: Recorded, told: Told) -> Sentence:
    giver, receiver = told.names.unit(fact.text("giver")), told.names.unit(fact.text("receiver"))
    number = _number(fact, told)
    return Sentence(
        f"{giver.vi} ký giao cho {receiver.vi}{number.vi}", f"Signed over by {giver.en} to {receiver.en}{number.en}"
    )


def _taken(fact: Recorded, told: Told) -> Sentence:
    number = _number(fact, told)
    return Sentence(f"Bên nhận ký nhận hồ sơ{number.vi}", f"The receiver signed for it{number.en}")


def _not_taken(fact: Recorded, told: Told) -> Sentence:
    number = _number(fact, told)
    if fact.text("handover") in told.cancelled:
        return Sentence(f"Bên giao hủy bàn giao{number.vi}", f"The giver cancelled the handover{number.en}")
    why = _WHY_NOT_TAKEN.get(fact.optional_text("why") or "missing", _WHY_NOT_TAKEN["other"])
    return Sentence(f"{why.vi}{number.vi}; bên giao vẫn giữ", f"{why.en}{number.en}; it stays with the giver")


_WHY_NOT_TAKEN = {
    "missing": Sentence("Bên nhận đếm không thấy hồ sơ này", "The receiver did not find it"),
    "incomplete": Sentence("Bên nhận không nhận: thành phần không đủ", "Not accepted: papers are missing"),
    "wrong_unit": Sentence("Bên nhận không nhận: không thuộc đơn vị này", "Not accepted: it is for another unit"),
    "seal_broken": Sentence("Bên nhận không nhận: niêm phong bị rách", "Not accepted: the seal is broken"),
    "damaged": Sentence("Bên nhận không nhận: giấy tờ hư hỏng", "Not accepted: the papers are damaged"),
    "other": Sentence("Bên nhận không nhận", "Not accepted"),
}


def _moved(fact: Recorded, told: Told) -> Sentence:
    unit, number = told.names.unit(fact.text("to")), _number(fact, told)
    return Sentence(
        f"Xử lý chênh lệch{number.vi}: hồ sơ ở {unit.vi}", f"Difference settled{number.en}: it is with {unit.en}"
    )


def _lost(fact: Recorded, told: Told) -> Sentence:
    number = _number(fact, told)
    return Sentence(f"Hai bên ghi nhận hồ sơ bị thất lạc{number.vi}", f"Both sides recorded that it is lost{number.en}")


def _attempted(fact: Recorded, _told: Told) -> Sentence:
    return {
        "absent": Sentence("Bưu điện phát chưa được: người nhận đi vắng", "The post found nobody"),
        "refused": Sentence("Bưu điện phát chưa được: người nhận từ chối", "The addressee refused the delivery"),
        "wrong_address": Sentence("Bưu điện phát chưa được: sai địa chỉ", "The post did not find the address"),
        "invited": Sentence("Bưu điện đã mời đến nhận", "The post invited the addressee to collect it"),
    }[fact.text("outcome")]


def _consigned(fact: Recorded, _told: Told) -> Sentence:
    number = fact.text("number")
    return Sentence(f"Lập phiếu gửi {number} tại bưu điện", f"Consignment note {number} made at the post point")


def _number(fact: Recorded, told: Told) -> Sentence:
    number = told.numbers.get(fact.optional_text("handover") or "", "")
    return Sentence(f", biên bản {number}", f", record {number}") if number else Sentence("", "")


def _supplement_requested(fact: Recorded, _told: Told) -> Sentence:
    missing, last = "; ".join(fact.texts("missing")), moment(fact.instant("answer_by"))
    late = Sentence(" (gửi muộn)", " (sent late)") if fact.data.get("late") else Sentence("", "")
    return Sentence(
        f"Yêu cầu bổ sung{late.vi}: {missing}. Chờ đến {last.vi}",
        f"Supplement requested{late.en}: {missing}. Awaited until {last.en}",
    )


def _supplement_taken(fact: Recorded, _told: Told) -> Sentence:
    due = fact.optional_instant("due_at")
    if due is None:
        return Sentence("Đã nhận đủ giấy tờ bổ sung", "The supplement was received in full")
    promised = moment(due)
    return Sentence(
        f"Đã nhận đủ giấy tờ bổ sung; thời hạn tính lại, hẹn trả {promised.vi}",
        f"The supplement was received in full; the time starts again, promised for {promised.en}",
    )


def _apologised(fact: Recorded, _told: Told) -> Sentence:
    new = moment(fact.instant("new_due_at"))
    late = Sentence(" (gửi muộn)", " (sent late)") if fact.data.get("late_notice") else Sentence("", "")
    return Sentence(f"Xin lỗi{late.vi} và hẹn lại {new.vi}", f"Apologised{late.en}; the new date is {new.en}")


def _duty_shown(fact: Recorded, _told: Told) -> Sentence:
    due = fact.optional_instant("due_at")
    if due is None:
        return Sentence("Đã có chứng từ nghĩa vụ tài chính", "The proof of the financial duty was shown")
    promised = moment(due)
    return Sentence(
        f"Đã có chứng từ nghĩa vụ tài chính; lần hẹn tiếp theo {promised.vi}",
        f"The proof of the financial duty was shown; the next appointment is {promised.en}",
    )


def _appointment_met(fact: Recorded, _told: Told) -> Sentence:
    ordinal = fact.integer("appointment") + 1
    return Sentence(
        f"Hoàn thành lần hẹn {ordinal}; chờ nghĩa vụ tài chính",
        f"Appointment {ordinal} was met; the financial duty is awaited",
    )


def _stopped(fact: Recorded, _told: Told) -> Sentence:
    how = {
        "signed_request": Sentence("đơn có chữ ký", "a signed request"),
        "postal_request": Sentence("đơn gửi qua bưu chính", "a request by post"),
        "portal": Sentence("yêu cầu trên Cổng Dịch vụ công", "a request on the portal"),
    }[fact.text("asked_by")]
    return Sentence(
        f"Dừng thực hiện theo yêu cầu của công dân ({how.vi})", f"Stopped at the citizen's request ({how.en})"
    )


def _result_ready(fact: Recorded, _told: Told) -> Sentence:
    if fact.text("outcome") == "granted":
        return Sentence("Có kết quả: đồng ý giải quyết", "Result ready: granted")
    return Sentence("Có kết quả: không chấp thuận", "Result ready: not granted")


def _returned(fact: Recorded, _told: Told) -> Sentence:
    lost = Sentence("; không có Giấy tiếp nhận, đã xem giấy tờ tùy thân", "; receipt lost, identity paper seen")
    more = lost if fact.data.get("receipt_lost") else Sentence("", "")
    if fact.text("collector") == "applicant":
        return Sentence(f"Trả kết quả cho người nộp hồ sơ{more.vi}", f"Result returned to the applicant{more.en}")
    return Sentence(
        f"Trả kết quả cho người được ủy quyền{more.vi}", f"Result returned to an authorised person{more.en}"
    )


def _fee(vi: str, en: str) -> Say:
    def say(fact: Recorded, _told: Told) -> Sentence:
        amount = fact.integer("amount_vnd")
        return Sentence(f"{vi} {amount:,} đ".replace(",", "."), f"{en} {amount:,} VND")

    return say


def _collected(fact: Recorded, _told: Told) -> Sentence:
    amount = fact.integer("amount_vnd")
    if fact.text("way") == "waived":
        return Sentence("Miễn phí, lệ phí", "The fee was waived")
    way = {
        "cash": Sentence("tiền mặt", "cash"),
        "transfer": Sentence("chuyển khoản", "transfer"),
        "post": Sentence("bưu điện thu hộ", "by the post"),
    }[fact.text("way")]
    return Sentence(f"Thu {amount:,} đ ({way.vi})".replace(",", "."), f"Collected {amount:,} VND ({way.en})")


def _receipt_recorded(fact: Recorded, _told: Told) -> Sentence:
    receipt = fact.data["receipt"]
    if not isinstance(receipt, list | tuple):
        raise TypeError("receipt is not a list")
    series, number = receipt
    return Sentence(f"Ghi biên lai {series} số {number}", f"Receipt {series} number {number} recorded")


_FORMS = {
    "receipt": Sentence("Giấy tiếp nhận hồ sơ và hẹn trả kết quả", "the receipt"),
    "supplement_request": Sentence("Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ", "the supplement request"),
    "refusal": Sentence("Phiếu từ chối tiếp nhận giải quyết hồ sơ", "the refusal"),
    "apology": Sentence("Phiếu xin lỗi và hẹn lại ngày trả kết quả", "the apology"),
    "stop_notice": Sentence("Thông báo dừng thực hiện", "the notice of the stop"),
    "control_slip": Sentence("Phiếu kiểm soát quá trình giải quyết hồ sơ", "the control slip"),
    "register": Sentence("Sổ theo dõi hồ sơ", "the register"),
    "dispatch_note": Sentence("Phiếu gửi hồ sơ", "the dispatch note"),
    "handover_record": Sentence("Biên bản giao nhận hồ sơ", "the handover record"),
}


def _form_issued(fact: Recorded, _told: Told) -> Sentence:
    form = _FORMS.get(fact.text("form"), Sentence("biểu mẫu", "a form"))
    number = f"{fact.integer('order')}/{fact.integer('year')}"
    return Sentence(f"Lập và in {form.vi} số {number}", f"Issued and printed {form.en}, number {number}")


def _attached(fact: Recorded, _told: Told) -> Sentence:
    pages = fact.integer("pages")
    document = fact.text("document")
    of = Sentence(f" của {document}", f" of {document}") if document else Sentence("", "")
    return Sentence(f"Thêm bản quét{of.vi}, {pages} trang", f"Scan added{of.en}, pages: {pages}")


def _described(fact: Recorded, _told: Told) -> Sentence:
    document = fact.text("document")
    if not document:
        return Sentence("Ghi lại: bản quét chưa rõ là giấy tờ nào", "A scan was marked as of no known paper")
    return Sentence(f"Ghi lại: bản quét là {document}", f"A scan was named: {document}")


_SETTLED = always("Mâu thuẫn dữ liệu đã được giải quyết", "A conflict in the data was settled")

SENTENCES: Mapping[str, tuple[str, Say]] = {
    "dossier.received": ("reception", _received),
    "dossier.sent": ("handover", _sent),
    "dossier.taken": ("handover", _taken),
    "dossier.not_taken": ("problem", _not_taken),
    "dossier.moved": ("handover", _moved),
    "dossier.lost": ("problem", _lost),
    "handover.difference_settled": (
        "handover",
        always("Đã xử lý một chênh lệch của biên bản bàn giao", "A difference of the handover was settled"),
    ),
    "consignment.made": ("papers", _consigned),
    "consignment.sent": ("handover", _sent),
    "consignment.taken": ("handover", _taken),
    "consignment.not_taken": ("problem", _not_taken),
    "consignment.moved": ("handover", _moved),
    "consignment.lost": ("problem", _lost),
    "consignment.registered": ("reception", always("Phiếu gửi được vào sổ", "The consignment note was entered")),
    "consignment.withdrawn": ("close", always("Hủy phiếu gửi", "The consignment note was withdrawn")),
    "consignment.given_back": ("close", always("Trả lại giấy tờ cho người gửi", "Given back to the sender")),
    "delivery.prepared": (
        "results_out",
        always("Lập phiếu chuyển phát", "A delivery by post was prepared"),
    ),
    "delivery.sent": ("handover", _sent),
    "delivery.taken": ("handover", _taken),
    "delivery.not_taken": ("problem", _not_taken),
    "delivery.moved": ("handover", _moved),
    "delivery.lost": ("problem", _lost),
    "delivery.handed_to_post": ("results_out", always("Bưu điện nhận để phát", "The post took it for delivery")),
    "delivery.tracked": ("note", always("Ghi số hiệu bưu gửi", "The tracking number was recorded")),
    "delivery.attempted": ("problem", _attempted),
    "delivery.delivered": ("done_mark", always("Bưu điện đã phát", "Delivered by the post")),
    "delivery.given_up": ("back", always("Bưu điện chuyển hoàn", "The post sends it back")),
    "delivery.withdrawn": ("back", always("Hủy phiếu chuyển phát", "The delivery by post was withdrawn")),
    "delivery.came_back": ("back", always("Bưu gửi đã hoàn về", "The delivery came back")),
    "payment.carried": ("cost", always("Bưu điện đã nộp tiền thu hộ", "The post brought the fee")),
    "consignment.conflict_settled": ("note", _SETTLED),
    "delivery.conflict_settled": ("note", _SETTLED),
    "dossier.supplement_requested": ("papers", _supplement_requested),
    "dossier.supplement_taken": ("papers", _supplement_taken),
    "dossier.apologised": ("calendar_due", _apologised),
    "dossier.appointment_met": ("calendar", _appointment_met),
    "dossier.duty_shown": ("cost", _duty_shown),
    "dossier.refused": ("close", always("Từ chối giải quyết hồ sơ", "Refused")),
    "dossier.stopped": ("close", _stopped),
    "dossier.closed_unanswered": (
        "close",
        always("Đóng hồ sơ vì quá hạn bổ sung", "Closed: the supplement did not come in time"),
    ),
    "dossier.result_ready": ("deciding", _result_ready),
    "dossier.returned": ("results_out", _returned),
    "dossier.fee_taken": ("cost", _fee("Đã thu", "Collected")),
    "dossier.fee_given_back": ("cost", _fee("Đã hoàn trả", "Given back")),
    "dossier.conflict_settled": ("check", _SETTLED),
    "handover.offered": ("handover", always("Bên giao lập biên bản bàn giao", "The giver made out a handover record")),
    "handover.accepted": ("handover", always("Bên nhận ký biên bản bàn giao", "The receiver signed the record")),
    "handover.cancelled": ("close", always("Bên giao hủy bàn giao", "The giver cancelled the handover")),
    "handover.conflict_settled": ("check", _SETTLED),
    "payment.collected": ("cost", _collected),
    "payment.receipt_recorded": ("cost", _receipt_recorded),
    "payment.withdrawn": ("cost", always("Hoàn trả khoản đã thu", "The payment was given back")),
    "payment.conflict_settled": ("check", _SETTLED),
    "form.issued": ("print", _form_issued),
    "form.printed": ("print", always("In lại biểu mẫu (bản sao)", "A form was printed again (copy)")),
    "form.given_in_person": ("note", always("Trao tay phiếu cho người nộp", "A form was given in person")),
    "form.conflict_settled": ("check", _SETTLED),
    "attachment.added": ("papers", _attached),
    "attachment.withdrawn": ("papers", always("Gỡ một bản quét", "A scan was taken out")),
    "attachment.put_back": ("papers", always("Đưa lại một bản quét đã gỡ", "A scan was put back")),
    "attachment.described": ("papers", _described),
    "attachment.conflict_settled": ("check", _SETTLED),
    "rating.given": ("note", always("Người dân đã đánh giá", "Rated by the citizen")),
    "rating.conflict_settled": ("check", _SETTLED),
}
"""For each kind its icon and its sentence."""
