"""Deliveries as the room shows them: rows, cards and offers, out of the facts and what is personal about them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from counter.ports.delivery import (
    AttemptRow,
    DeliveryCard,
    DeliveryDone,
    DeliveryForm,
    DeliveryOffer,
    DeliveryRow,
    ToSend,
)
from counter.ports.delivery import HandingForm as Handing
from counter.rows import collectors_in
from shared.domain.delivery import Content, Delivery
from shared.domain.dossier import Dossier
from shared.domain.mail_item import MailItem
from shared.domain.office import Office
from shared.domain.office_names import staff_name, unit_name
from shared.domain.postal_time import delivered_by, is_late
from shared.domain.text import tidy
from shared.domain.tracking import read_tracking
from shared.failures import Refusal

Record = Mapping[str, object]
CONTENTS: tuple[Content, ...] = ("result", "supplement_request", "apology")


def delivery_row(office: Office, item: MailItem, addressee: Record, now: datetime) -> DeliveryRow:
    """A delivery in a list; whether it is late is asked at `now`."""
    found, paper = item.delivery, item.paper
    due_at = found.due_at
    if due_at is None and item.state == "with_post" and paper.held_since is not None:
        due_at = delivered_by(office, found.scope, paper.held_since)
    over_at = found.delivered_at or found.back_at
    return DeliveryRow(
        id=found.id,
        dossier=found.dossier,
        code=found.dossier_code,
        content=found.content,
        addressee_name=str(addressee.get("name", "")),
        address=str(addressee.get("address", "")),
        state=item.state,
        unit_name=unit_name(office, found.post or paper.holder),
        tracking=found.tracking,
        due_at=due_at,
        late=item.state != "back" and is_late(due_at, now, done_at=over_at),
        since=over_at or found.given_up_at or found.handed_over_at or found.prepared_at,
        invitations=found.invitations,
        again_from=found.again_from,
        hopeless=found.is_hopeless,
        fee_vnd=_fee(item),
    )


def delivery_card(
    office: Office, item: MailItem, addressee: Record, received: Record, unit: str, now: datetime
) -> DeliveryCard:
    """A delivery at the moment of work, seen from `unit`."""
    found = item.delivery
    here = item.state in ("with_post", "going_back") and item.is_held_by(unit)
    wanted = office.handovers.attempts
    return DeliveryCard(
        row=delivery_row(office, item, addressee, now),
        procedure_name=item.dossier.procedure_name,
        scope=found.scope,
        phone=str(addressee.get("phone", "")),
        recipients=collectors_in(addressee, "recipients"),
        attempts=tuple(AttemptRow(each.at, staff_name(office, each.by), each.outcome) for each in found.attempts),
        fee_vnd=_fee(item),
        may_deliver=here,
        may_withdraw=item.state == "prepared" and item.is_held_by(unit),
        may_give_up=here and item.state == "with_post" and found.may_go_back(wanted),
        invitations_wanted=wanted,
        tracking_form=read_tracking(found.tracking).form if found.tracking else None,
        received_by=str(received.get("name", "")),
        recipient=found.recipient,
    )


def delivery_offer(
    office: Office, about: Dossier, applicant: Record, content: Content, contents: tuple[Content, ...], back: str = ""
) -> DeliveryOffer:
    """What is known of the addressee: where the applicant wanted the result, else where the applicant lives."""
    return DeliveryOffer(
        dossier=about.id,
        code=about.code,
        procedure_name=about.procedure_name,
        content=content,
        contents=contents,
        name=str(applicant.get("name", "")),
        address=str(applicant.get("return_address") or applicant.get("address", "")),
        phone=str(applicant.get("phone", "")),
        recipients=collectors_in(applicant, "collectors"),
        fee_open_vnd=about.fee_account.open_vnd,
        came_back=back,
        must_collect=content == "result" and about.field in office.paid_first and about.fee_account.open_vnd > 0,
    )


def to_send(about: Dossier, content: Content, applicant: Record, came_back: str = "") -> ToSend:
    """What waits for a delivery to be prepared."""
    name = str(applicant.get("name", ""))
    return ToSend(about.id, about.code, content, name, about.procedure_name, came_back)


def contents_of(about: Dossier, unit: str, deliveries: Sequence[Delivery]) -> tuple[Content, ...]:
    """What may be sent of `about` from `unit` now: the result that lies there, the letters it gave occasion for."""
    under_way = {each.content for each in deliveries if MailItem(each, about).state in _UNDER_WAY}
    possible: dict[Content, bool] = {
        "result": about.may_be_returned and about.holder == unit,
        "supplement_request": about.supplement is not None and about.awaits_supplement and about.home == unit,
        "apology": about.apology is not None and about.is_open and about.home == unit,
    }
    return tuple(each for each in CONTENTS if possible[each] and each not in under_way)


def at_hand(items: Sequence[MailItem], unit: str) -> MailItem | None:
    """The delivery of a dossier that is meant when its code is scanned at `unit`: one that is on its way, if any."""
    under_way = [each for each in items if each.state in _UNDER_WAY]
    here = [each for each in under_way if each.is_held_by(unit)]
    return next(iter([*here, *under_way]), None)


_UNDER_WAY = ("prepared", "with_post", "going_back")


def came_back(items: Sequence[MailItem], content: Content) -> str:
    """The id of the delivery that brought it back last, "" when none did."""
    back = [each.delivery.id for each in items if each.state == "back" and each.delivery.content == content]
    return back[-1] if back else ""


def nothing_to_send(about: Dossier) -> Refusal:
    """Why nothing of `about` can be sent from here."""
    if about.returned_at is not None:
        return Refusal(
            "nothing_to_send",
            f"Kết quả của hồ sơ {about.code} đã được trả.",
            f"The result of dossier {about.code} has been returned.",
        )
    return Refusal(
        "nothing_to_send",
        f"Hồ sơ {about.code} chưa có kết quả tại đây và không có thư cần gửi.",
        f"The result of dossier {about.code} is not here, and there is no letter to send.",
    )


def tidied(form: DeliveryForm) -> dict[str, object]:
    """What is personal about a form, without blanks around it."""
    record = form.addressee()
    return {name: tidy(value) if isinstance(value, str) else value for name, value in record.items()}


def tracked(text: str) -> str:
    """The number of the post that was typed, "" for none. Refusal `tracking_unreadable`."""
    return read_tracking(text).number if text.strip() else ""


def done(delivery: Delivery, fee_vnd: int) -> DeliveryDone:
    """A delivery that is over."""
    return DeliveryDone(delivery.dossier_code, delivery.content, fee_vnd)


def tidied_number(form: Handing) -> str:
    """The number of the identity paper without blanks."""
    return "".join(form.paper_number.split())


def _fee(item: MailItem) -> int:
    return 0 if item.delivery.is_over else min(item.delivery.fee_vnd, item.dossier.fee_account.open_vnd)
