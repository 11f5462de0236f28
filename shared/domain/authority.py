"""Which act each kind of event is (thẩm quyền của từng sự việc): what a role may write, and who wrote beyond it.

One table for two gates. A counter asks it before anything is written, so that no screen can forget to. The server asks
it of what other devices send: such an event has happened and is kept as every event is, but it is noted and shown.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from shared.domain.fact import SETTLED
from shared.domain.office import Office, staff_by_id
from shared.domain.permission import Act, may, refuse_unless_allowed
from shared.failures import Refusal

ACT_OF_KIND: Mapping[str, Act | None] = {
    "desk.opened": "open_desk",
    "desk.paused": None,
    "desk.resumed": "open_desk",
    "desk.closed": None,
    "ticket.issued": None,
    "ticket.called": "call",
    "ticket.recalled": "call",
    "ticket.absent": "call",
    "ticket.parked": "call",
    "ticket.transferred": "call",
    "ticket.moved_on": "call",
    "ticket.done": "call",
    "ticket.undone": "call",
    "ticket.call_undone": "call",
    "ticket.released": None,
    "ticket.read_off_slip": "call",
    "ticket.served_by_slip": None,
    "ticket.slip_matched": None,
    "dossier.received": "receive",
    "dossier.sent": "hand_over",
    "dossier.taken": "hand_over",
    "dossier.not_taken": "hand_over",
    "dossier.moved": "hand_over",
    "dossier.lost": "hand_over",
    "dossier.supplement_requested": "ask_supplement",
    "dossier.supplement_taken": "receive",
    "dossier.apologised": "apologise",
    "dossier.appointment_met": "ask_supplement",
    "dossier.duty_shown": "receive",
    "dossier.coordination_asked": "coordinate",
    "dossier.coordination_answered": "coordinate",
    "dossier.reached_agency": "hand_over",
    "dossier.agency_decided": "coordinate",
    "dossier.refused": "refuse",
    "dossier.stopped": "stop",
    "dossier.closed_unanswered": "close",
    "dossier.result_ready": "decide_result",
    "dossier.returned": "return_result",
    "handover.offered": "hand_over",
    "handover.accepted": "hand_over",
    "handover.cancelled": "hand_over",
    "handover.difference_settled": "hand_over",
    "consignment.made": "consign",
    "consignment.sent": "hand_over",
    "consignment.taken": "hand_over",
    "consignment.not_taken": "hand_over",
    "consignment.moved": "hand_over",
    "consignment.lost": "hand_over",
    "consignment.registered": "receive",
    "consignment.withdrawn": "consign",
    "consignment.given_back": "consign",
    "delivery.prepared": "prepare_delivery",
    "delivery.sent": "hand_over",
    "delivery.taken": "hand_over",
    "delivery.not_taken": "hand_over",
    "delivery.moved": "hand_over",
    "delivery.lost": "hand_over",
    "delivery.handed_to_post": "hand_over",
    "delivery.tracked": "prepare_delivery",
    "delivery.attempted": "deliver",
    "delivery.delivered": "deliver",
    "delivery.given_up": "deliver",
    "delivery.withdrawn": "prepare_delivery",
    "delivery.came_back": "hand_over",
    "payment.carried": "hand_over",
    "attachment.added": "attach",
    "attachment.described": "attach",
    "attachment.withdrawn": "attach",
    "attachment.put_back": "attach",
    "appointment.booked": None,
    "appointment.cancelled": None,
    "appointment.arrived": None,
    "dossier.fee_taken": "collect_fee",
    "dossier.fee_given_back": "collect_fee",
    "payment.collected": "collect_fee",
    "payment.receipt_recorded": "collect_fee",
    "payment.withdrawn": "collect_fee",
    "calendar_day.set": "edit_calendar",
    "calendar_day.withdrawn": "edit_calendar",
    "machine.printer": None,
    "form.issued": "look_up",
    "form.printed": "look_up",
    "form.given_in_person": "prepare_delivery",
    "rating.given": None,
}
"""The act of every kind that the domain writes. None: citizens, machines and everybody who has signed in may do it."""

RIGHT_OF_CLIENT: Mapping[str, str] = {
    "dossier.received": "submit_dossiers",
    "dossier.result_ready": "record_results",
}
"""What another system (hệ thống kết nối) may write through the central server, and by which right of its key. In the
log of a device its name counts for nothing: it is nobody of the office's staff."""


def act_of_kind(kind: str) -> Act | None:
    """The act that an event of `kind` is; None where nobody's role matters, and for kinds unknown to this version."""
    return "settle_conflict" if kind.endswith(SETTLED) else ACT_OF_KIND.get(kind)


def refuse_client_overstep(rights: Collection[str], kind: str) -> None:
    """Refusal `not_allowed` when a system whose key has `rights` may not write an event of `kind`."""
    if RIGHT_OF_CLIENT.get(kind) not in rights:
        raise Refusal(
            "not_allowed",
            "Khóa của hệ thống này không có quyền làm việc này.",
            "The key of this system does not include this.",
        )


def refuse_overstep(office: Office, actor: str, kind: str) -> None:
    """Refusal `not_allowed` when `actor`, a member of staff by id, may not write an event of `kind`."""
    act = act_of_kind(kind)
    if act is not None:
        refuse_unless_allowed(staff_by_id(office, actor), act)


def oversteps(office: Office, actor: str, kind: str) -> Act | None:
    """The act by which `actor` went beyond their role, by the staff list as `office` has it; None when they did not."""
    act = act_of_kind(kind)
    if act is None:
        return None
    member = staff_by_id(office, actor)
    return None if member is not None and may(member.role, act) else act
