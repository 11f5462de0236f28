"""What a delivery by post is after all that has happened to it: the state. Its fold stands in `delivery_fold`.

    prepared at the office -> the post has signed for it -> delivered
            |                                |-> invited, invited again -> goes back -> back at the office
            |-> withdrawn                    |-> refused, or no such address -> goes back -> back at the office

The custody of a result is that of its dossier; here it is only said who is to get it. A letter (Form 02 that asks for a
supplement, Form 04) is a paper of its own, and its custody is here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

from shared.domain import custody
from shared.domain.custody import NO_TRAIL, ONE_STOP, Loss, Trail, Transit
from shared.domain.fact import Conflict
from shared.domain.office_record import PostalScope, UnitKind

Content = Literal["result", "supplement_request", "apology"]
"""Kết quả, phiếu yêu cầu bổ sung (Mẫu 02), phiếu xin lỗi (Mẫu 04)."""

AttemptOutcome = Literal["absent", "refused", "wrong_address", "invited"]
"""Đi vắng, từ chối nhận, sai địa chỉ, đã mời đến nhận."""

Invitation = Literal["absent", "invited"]
"""What counts as an invitation: nobody was there and a note was left, or the addressee was asked to come."""

Recipient = Literal["addressee", "authorised"]
IdentityPaper = Literal["identity_card", "passport", "birth_certificate", "other"]
DeliveryState = Literal["prepared", "with_post", "going_back", "delivered", "back", "withdrawn"]

OVER: tuple[DeliveryState, ...] = ("delivered", "back", "withdrawn")


@dataclass(frozen=True, slots=True)
class Attempt:
    """One attempt to deliver (một lần phát): when, by whom, how it ended. `again_from`: when another counts."""

    at: datetime
    by: str
    outcome: AttemptOutcome
    again_from: datetime | None = None

    @property
    def is_invitation(self) -> bool:
        """Whether the addressee can still come: after a refusal, or at a wrong address, nobody is invited."""
        return self.outcome in get_args(Invitation)


@dataclass(frozen=True, slots=True)
class Delivery:
    """A delivery (chuyển phát). `addressee` is the SHA-256 of the personal record: name, address, telephone and the

    persons authorised to receive (`recipients`). `tracking`: the post's own number, recorded and never invented.
    `fee_vnd`: what the post is to collect on delivery for the office. `handed_over_at`: when the post signed for it.
    `due_at`: by when it should have been delivered. `received_by` is the SHA-256 of who signed and what was shown.
    """

    id: str
    dossier: str
    dossier_code: str
    content: Content
    scope: PostalScope
    addressee: str | None
    tracking: str
    fee_vnd: int
    prepared_by: str
    prepared_at: datetime
    post: str | None = None
    handed_over_at: datetime | None = None
    due_at: datetime | None = None
    attempts: tuple[Attempt, ...] = ()
    delivered_at: datetime | None = None
    delivered_by: str | None = None
    recipient: Recipient | None = None
    identity_paper: IdentityPaper | None = None
    received_by: str | None = None
    given_up_at: datetime | None = None
    back_at: datetime | None = None
    withdrawn_at: datetime | None = None
    holder: str = ONE_STOP
    holder_kind: UnitKind = "one_stop"
    held_since: datetime | None = None
    held_by: str | None = None
    held_against: str | None = None
    transit: Transit | None = None
    lost: Loss | None = None
    trail: Trail = NO_TRAIL
    conflicts: tuple[Conflict, ...] = ()

    @property
    def code(self) -> str:
        """The dossier's code, which names it on lists."""
        return self.dossier_code

    @property
    def is_letter(self) -> bool:
        """Whether it is a paper of its own; a result travels as its dossier."""
        return self.content != "result"

    @property
    def state(self) -> DeliveryState:
        """Where it stands, as people say it."""
        if self.delivered_at is not None:
            return "delivered"
        if self.back_at is not None:
            return "back"
        if self.withdrawn_at is not None:
            return "withdrawn"
        if self.given_up_at is not None:
            return "going_back"
        return "prepared" if self.handed_over_at is None else "with_post"

    @property
    def is_over(self) -> bool:
        """Whether nothing more is done about it: delivered, back at the office, or withdrawn."""
        return self.state in OVER

    @property
    def invitations(self) -> int:
        """How many invitations count: each far enough from the one before, by the day that one named."""
        counted, again_from = 0, None
        for each in self.attempts:
            if each.is_invitation and (again_from is None or each.at >= again_from):
                counted, again_from = counted + 1, each.again_from
        return counted

    @property
    def again_from(self) -> datetime | None:
        """The moment from which the next invitation counts; None when it counts at once."""
        invited = [each for each in self.attempts if each.is_invitation]
        return invited[-1].again_from if invited else None

    @property
    def is_hopeless(self) -> bool:
        """Whether it may go back at once: the addressee refused it, or there is no such address."""
        return any(not each.is_invitation for each in self.attempts)

    def may_go_back(self, invitations_wanted: int) -> bool:
        """Whether the post may give it up (Circular 17/2017/TT-BTTTT: at least so many invitations before)."""
        return self.is_hopeless or self.invitations >= invitations_wanted

    def may_be_sent_to(self, unit: str) -> bool:
        """Whether the letter may pass to `unit`: a result goes as its dossier, what was delivered goes nowhere."""
        return self.is_letter and self.delivered_at is None and self.withdrawn_at is None and unit != custody.CITIZEN
