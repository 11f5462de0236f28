"""The rows of Form 06: who gave the dossier to whom, when, how each kept its time, and what there is to note."""

from __future__ import annotations

from datetime import datetime

from shared.clock import business_date, local
from shared.documents.form_06_control_slip import ControlStep
from shared.domain.control_slip import Hand
from shared.domain.custody import CITIZEN, ONE_STOP
from shared.domain.dossier import Coordination, Dossier
from shared.domain.handover import Handover
from shared.domain.kept_time import kept_time
from shared.domain.office import Office, department_of_field
from shared.domain.office_names import staff_name, unit_name
from shared.domain.timeline_agency_words import TOPICS
from shared.domain.units import unit_kind
from shared.journal.control_slip_queries import ControlSlip

_WHY_NOT_TAKEN = {
    "missing": "bên nhận ghi thiếu, hồ sơ vẫn ở bên giao",
    "incomplete": "bên nhận không nhận: thành phần không đủ",
    "wrong_unit": "bên nhận không nhận: không thuộc đơn vị này",
    "seal_broken": "bên nhận không nhận: niêm phong bị rách",
    "damaged": "bên nhận không nhận: giấy tờ hư hỏng",
    "other": "bên nhận không nhận",
}


def control_steps(office: Office, way: ControlSlip) -> tuple[ControlStep, ...]:
    """The rows of the slip, one for each change of hands."""
    return tuple(_step(office, way, each) for each in way.hands)


def deciding_agency(office: Office, dossier: Dossier) -> str:
    """The body that decides it: the competent agency elsewhere, or the department of its field."""
    if dossier.competent is not None:
        return unit_name(office, dossier.competent.agency)
    department = department_of_field(office, dossier.field)
    return department.name if department else ""


def cooperating_agencies(office: Office, dossier: Dossier) -> str:
    """Which agencies take part, each with what it is asked for, its own limit and its answer (Art. 20(2)(a))."""
    return "; ".join(_coordination(office, each) for each in dossier.coordinations if each.answer != "not_needed")


def _coordination(office: Office, asked: Coordination) -> str:
    limit = local(asked.answer_by)
    said = f"hạn {limit:%H} giờ {limit:%M}, {limit:%d/%m/%Y}"
    if asked.answered_at is not None:
        kept = "quá hạn" if asked.late else "đúng hạn"
        said = f"{said}, trả lời ngày {business_date(asked.answered_at):%d/%m/%Y}, {kept}"
    return f"{unit_name(office, asked.agency)} ({TOPICS[asked.topic].vi}; {said})"


def _step(office: Office, way: ControlSlip, hand: Hand) -> ControlStep:
    record = way.handovers.get(hand.handover or "")
    taken = hand.kind == "taken"
    measured = taken and hand.before is not None
    signed_at = _signed_at(hand, record)
    return ControlStep(
        giver_unit=_unit(office, hand.giver, "Người gửi hồ sơ"),
        receiver_unit=_unit(office, hand.receiver, "Người nhận kết quả"),
        handed_over_at=None if hand.kind == "on_the_way" else signed_at,
        giver_name=_giver_name(office, way, hand, record),
        receiver_name=_receiver_name(office, way, hand, record),
        outcome=kept_time(office.calendar, hand.before, hand.giver, hand.receiver, signed_at)
        if measured and hand.before is not None
        else None,
        note="; ".join(_notes(office, way, hand, record)),
    )


def _signed_at(hand: Hand, record: Handover | None) -> datetime:
    """When the receiver signed: on paper, where it has no machine."""
    outside = record.receiver_outside if record else None
    return outside.at if outside is not None and hand.kind == "taken" else hand.at


def _unit(office: Office, unit: str, citizen: str) -> str:
    if unit == CITIZEN:
        return citizen
    return unit_name(office, unit) if unit else ""


def _giver_name(office: Office, way: ControlSlip, hand: Hand, record: Handover | None) -> str:
    if record is not None and record.giver_outside is not None and hand.kind != "settled":
        return way.signers.get(record.giver_outside.record or "", "")
    by = hand.given_by or (record.offered_by if record is not None and hand.kind != "settled" else "")
    return staff_name(office, by) if by else ""


def _receiver_name(office: Office, way: ControlSlip, hand: Hand, record: Handover | None) -> str:
    if record is not None and record.receiver_outside is not None and hand.kind in ("taken", "not_taken"):
        return way.signers.get(record.receiver_outside.record or "", "")
    return staff_name(office, hand.taken_by) if hand.taken_by else ""


def _notes(office: Office, way: ControlSlip, hand: Hand, record: Handover | None) -> list[str]:
    said = [f"Biên bản {record.number}"] if record is not None else []
    if hand.note:
        said.append(f"phiếu gửi {hand.note}" if said else f"Phiếu gửi {hand.note}")
    said += {
        "sent_off": ["niêm phong tại điểm bưu điện"],
        "taken": _of_taken(hand, record),
        "on_the_way": ["bên giao đã ký, chờ bên nhận ký"],
        "not_taken": [_WHY_NOT_TAKEN.get(hand.why, _WHY_NOT_TAKEN["other"])],
        "settled": ["xử lý chênh lệch: hồ sơ ở bên nhận"],
        "lost": ["hai bên ghi nhận thất lạc"],
        "given_out": _of_given_out(office, way, hand),
    }[hand.kind]
    return [said[0][:1].upper() + said[0][1:], *said[1:]] if said else said


def _of_taken(hand: Hand, record: Handover | None) -> list[str]:
    said = []
    if hand.damaged:
        said.append("giấy tờ hư hỏng khi nhận")
    if record is not None and (record.giver_outside or record.receiver_outside):
        said.append("ký trên giấy")
    before = hand.before
    if before is not None and hand.receiver in (ONE_STOP, before.home) and hand.giver not in (ONE_STOP, before.home):
        if before.awaits_supplement:
            said.append("trả lại để bổ sung")
        elif before.result_ready_at is not None:
            said.append("có kết quả")
        elif before.ending is not None:
            said.append({"stopped": "đã dừng", "refused": "từ chối", "closed": "đã đóng"}[before.ending.kind])
    return said


def _of_given_out(office: Office, way: ControlSlip, hand: Hand) -> list[str]:
    if unit_kind(office, hand.giver) != "post":
        return ["trả kết quả"]
    if hand.note:
        return ["trả lại người gửi"]
    number = f", số hiệu {', '.join(way.tracking)}" if way.tracking else ""
    return [f"trả kết quả qua bưu chính{number}"]
