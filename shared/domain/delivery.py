"""A delivery by post (chuyển phát kết quả): one result, or one letter about a dossier, on its way to the citizen.

Decision 45/2016/QĐ-TTg Art. 9, 10: the office hands the result to the post, counted and sealed; the addressee, or a
person authorised in writing, signs for it and shows an identity paper. Circular 17/2017/TT-BTTTT: who is not found is
invited at least twice, two working days apart; after that the result goes back to the office. Who refuses it, or cannot
be found at that address, is not invited again.

The state stands in `delivery_state`, its fold in `delivery_fold`; all public names can be had from here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import get_args

from shared.clock import local
from shared.domain.custody import ONE_STOP
from shared.domain.delivery_fold import evolve
from shared.domain.delivery_state import (
    OVER,
    Attempt,
    AttemptOutcome,
    Content,
    Delivery,
    DeliveryState,
    IdentityPaper,
    Invitation,
    Recipient,
)
from shared.domain.dossier_guards import words_or_refusal
from shared.domain.fact import Data, Fact
from shared.domain.office_record import PostalScope, UnitKind
from shared.failures import Refusal

__all__ = [
    "OVER",
    "Attempt",
    "AttemptOutcome",
    "ComeBack",
    "Command",
    "Content",
    "Deliver",
    "Delivery",
    "DeliveryState",
    "GiveUp",
    "HandToPost",
    "IdentityPaper",
    "Invitation",
    "Prepare",
    "Recipient",
    "Track",
    "TryToDeliver",
    "Withdraw",
    "decide",
    "evolve",
]


@dataclass(frozen=True, slots=True)
class Prepare:
    """Prepare a delivery (lập phiếu chuyển phát) at `unit`; `addressee` is personal: name, address, phone, recipients.

    `others`: the deliveries that this dossier has already; a content that is still on its way is not sent twice.
    """

    id: str
    dossier: str
    dossier_code: str
    content: Content
    scope: PostalScope
    addressee: Data
    tracking: str = ""
    fee_vnd: int = 0
    unit: str = ONE_STOP
    unit_kind: UnitKind = "one_stop"
    others: tuple[Delivery, ...] = ()


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Take a prepared delivery back (hủy phiếu chuyển phát): a mistake, or the citizen comes for it after all."""


@dataclass(frozen=True, slots=True)
class HandToPost:
    """The post has signed for it (bưu điện ký nhận) at `at`, in `handover`; `due_at`: when it should be delivered."""

    post: str
    handover: str
    due_at: datetime | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Track:
    """Record or correct the number on the post's label (ghi số hiệu bưu gửi)."""

    tracking: str


@dataclass(frozen=True, slots=True)
class TryToDeliver:
    """An attempt that failed (phát không thành công) at `at`. `again_from`: when another invitation will count."""

    post: str
    outcome: AttemptOutcome
    at: datetime
    again_from: datetime | None


@dataclass(frozen=True, slots=True)
class Deliver:
    """Delivered, signed for, an identity paper seen (phát thành công). `name` and `paper_number` are personal."""

    post: str
    recipient: Recipient
    identity_paper: IdentityPaper
    name: str
    paper_number: str
    authorisation: str = ""


@dataclass(frozen=True, slots=True)
class GiveUp:
    """It goes back to the office (chuyển hoàn), after `invitations_wanted` invitations or when there is no hope."""

    post: str
    invitations_wanted: int


@dataclass(frozen=True, slots=True)
class ComeBack:
    """The office has it again (đã hoàn về), by `handover`."""

    handover: str


Command = Prepare | Withdraw | HandToPost | Track | TryToDeliver | Deliver | GiveUp | ComeBack


def decide(delivery: Delivery | None, command: Command) -> tuple[Fact, ...]:
    """The fact that `command` brings about on `delivery`, or a Refusal that says why not."""
    if isinstance(command, Prepare):
        return (_prepared(delivery, command),)
    if delivery is None:
        raise Refusal("no_such_delivery", "Không tìm thấy bưu gửi này.", "There is no such delivery.")
    if delivery.is_over:
        raise Refusal(
            "delivery_over",
            f"Bưu gửi của hồ sơ {delivery.dossier_code} đã phát, đã chuyển hoàn hoặc đã hủy.",
            f"The delivery of dossier {delivery.dossier_code} is over.",
        )
    return (_decided(delivery, command),)


def _decided(delivery: Delivery, command: Command) -> Fact:
    match command:
        case Withdraw():
            return _withdrawn(delivery)
        case HandToPost():
            return _handed_to_post(delivery, command)
        case Track():
            return Fact(delivery.id, "delivery.tracked", {"tracking": command.tracking})
        case TryToDeliver():
            _require_with(delivery, command.post)
            return _tried(delivery, command)
        case Deliver():
            _require_with(delivery, command.post)
            return _delivered(delivery, command)
        case GiveUp():
            _require_with(delivery, command.post)
            return _given_up(delivery, command)
        case ComeBack():
            return Fact(delivery.id, "delivery.came_back", {"handover": command.handover})
        case _:
            raise TypeError("no command of a delivery")


def _prepared(delivery: Delivery | None, command: Prepare) -> Fact:
    if delivery is not None:
        raise Refusal("already_prepared", "Bưu gửi này đã được lập.", "This delivery exists already.")
    if any(each.content == command.content and not each.is_over for each in command.others):
        raise Refusal(
            "already_prepared",
            f"Hồ sơ {command.dossier_code} đã có phiếu chuyển phát chưa kết thúc.",
            f"Dossier {command.dossier_code} has a delivery already that is not over.",
        )
    if command.scope not in get_args(PostalScope):
        raise Refusal("no_scope", "Chưa chọn phạm vi chuyển phát.", "Where the post goes has not been chosen.")
    if command.fee_vnd < 0:
        raise Refusal("no_amount", "Số tiền thu hộ không hợp lệ.", "The amount to be collected is not possible.")
    addressee = dict(command.addressee)
    for name, vi, en in (
        ("name", "Chưa có họ tên người nhận.", "The addressee's name is missing."),
        ("address", "Chưa có địa chỉ người nhận.", "The addressee's address is missing."),
    ):
        addressee[name] = words_or_refusal(str(addressee.get(name, "")), vi, en)
    data = {
        "dossier": command.dossier,
        "dossier_code": command.dossier_code,
        "content": command.content,
        "scope": command.scope,
        "tracking": command.tracking,
        "fee_vnd": command.fee_vnd,
        "unit": command.unit,
        "unit_kind": command.unit_kind,
    }
    return Fact(command.id, "delivery.prepared", data, addressee)


def _withdrawn(delivery: Delivery) -> Fact:
    if delivery.handed_over_at is not None or delivery.transit is not None:
        raise Refusal(
            "with_post_already",
            f"Bưu gửi của hồ sơ {delivery.dossier_code} đã giao cho bưu điện nên không hủy được.",
            f"The delivery of dossier {delivery.dossier_code} is with the post, so it cannot be withdrawn.",
        )
    return Fact(delivery.id, "delivery.withdrawn", {})


def _handed_to_post(delivery: Delivery, command: HandToPost) -> Fact:
    if delivery.handed_over_at is not None:
        raise Refusal(
            "with_post_already",
            f"Bưu gửi của hồ sơ {delivery.dossier_code} đã giao cho bưu điện.",
            f"The delivery of dossier {delivery.dossier_code} is with the post already.",
        )
    data = {
        "post": command.post,
        "handover": command.handover,
        "due_at": command.due_at.isoformat() if command.due_at else None,
        "at": command.at.isoformat(),
    }
    return Fact(delivery.id, "delivery.handed_to_post", data)


def _require_with(delivery: Delivery, post: str) -> None:
    if delivery.post != post or delivery.handed_over_at is None:
        raise Refusal(
            "not_with_this_post",
            f"Bưu gửi của hồ sơ {delivery.dossier_code} không do điểm bưu điện này phát.",
            f"The delivery of dossier {delivery.dossier_code} is not with this post point.",
        )


def _tried(delivery: Delivery, command: TryToDeliver) -> Fact:
    if delivery.given_up_at is not None:
        raise Refusal(
            "going_back",
            f"Bưu gửi của hồ sơ {delivery.dossier_code} đang chuyển hoàn.",
            f"The delivery of dossier {delivery.dossier_code} is going back.",
        )
    attempt = Attempt(command.at, "", command.outcome, command.again_from)
    counts_from = delivery.again_from
    if attempt.is_invitation and counts_from is not None and command.at < counts_from:
        day = f"{local(counts_from):%d/%m/%Y}"
        raise Refusal(
            "too_soon",
            f"Chưa đủ số ngày làm việc giữa hai lần mời: lần mời tiếp theo được tính từ ngày {day}.",
            f"Too soon after the last invitation: the next one counts from {day}.",
        )
    again_from = command.again_from.isoformat() if attempt.is_invitation and command.again_from else None
    data = {"post": command.post, "outcome": command.outcome, "again_from": again_from}
    return Fact(delivery.id, "delivery.attempted", data)


def _delivered(delivery: Delivery, command: Deliver) -> Fact:
    person = {
        "name": words_or_refusal(
            command.name, "Chưa ghi họ tên người ký nhận.", "The name of who signed for it is missing."
        ),
        "paper_number": words_or_refusal(
            command.paper_number, "Chưa ghi số giấy tờ tùy thân đã xem.", "The number of the identity paper is missing."
        ),
    }
    if command.recipient == "authorised":
        person["authorisation"] = words_or_refusal(
            command.authorisation, "Chưa ghi giấy ủy quyền.", "The authorisation paper is missing."
        )
    data = {"post": command.post, "recipient": command.recipient, "identity_paper": command.identity_paper}
    return Fact(delivery.id, "delivery.delivered", data, person)


def _given_up(delivery: Delivery, command: GiveUp) -> Fact:
    if delivery.given_up_at is not None:
        raise Refusal(
            "going_back",
            f"Bưu gửi của hồ sơ {delivery.dossier_code} đang chuyển hoàn.",
            f"The delivery of dossier {delivery.dossier_code} is going back.",
        )
    if not delivery.may_go_back(command.invitations_wanted):
        left = command.invitations_wanted - delivery.invitations
        raise Refusal(
            "attempts_missing",
            f"Còn phải mời người nhận {left} lần nữa trước khi chuyển hoàn.",
            f"Invitations that are still wanted before it goes back: {left}.",
        )
    return Fact(delivery.id, "delivery.given_up", {"post": command.post})
