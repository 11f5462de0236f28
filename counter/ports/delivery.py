"""What the room "delivery" asks of the office: results and letters that go by post (chuyển phát)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from counter.ports.reception import AuthorisedCollector
from shared.domain.delivery import AttemptOutcome, Content, DeliveryState, IdentityPaper, Recipient
from shared.domain.office import PostalScope
from shared.domain.tracking import TrackingForm


@dataclass(frozen=True, slots=True)
class ToSend:
    """What waits for a delivery to be prepared (chờ lập phiếu chuyển phát): a result, or a letter.

    `applicant_name` is personal and stays on the screen. `came_back`: the delivery that brought it back, if one did.
    """

    dossier: str
    code: str
    content: Content
    applicant_name: str
    procedure_name: str
    came_back: str = ""


@dataclass(frozen=True, slots=True)
class DeliveryRow:
    """A delivery in a list (bưu gửi). `addressee_name` and `address` are personal and stay on the screen.

    `since`: when it was prepared, handed to the post, delivered or brought back, whichever came last. `invitations`
    that count; `again_from`: when the next one will. `hopeless`: refused, or no such address.
    """

    id: str
    dossier: str
    code: str
    content: Content
    addressee_name: str
    address: str
    state: DeliveryState
    unit_name: str
    tracking: str
    due_at: datetime | None
    late: bool
    since: datetime
    invitations: int = 0
    again_from: datetime | None = None
    hopeless: bool = False
    fee_vnd: int = 0


@dataclass(frozen=True, slots=True)
class AttemptRow:
    """An attempt that failed (một lần phát không thành công)."""

    at: datetime
    by: str
    outcome: AttemptOutcome


@dataclass(frozen=True, slots=True)
class DeliveryCard:
    """A delivery at the moment of work (thẻ bưu gửi). `phone`, `recipients` and `received_by` are personal.

    `fee_vnd`: what is to be collected now. `may_deliver`: this point of the post has it. `may_withdraw`: the post has
    not got it yet. `invitations_wanted` before it may go back; `may_give_up`: it may now. `received_by`: who signed.
    """

    row: DeliveryRow
    procedure_name: str
    scope: PostalScope
    phone: str
    recipients: tuple[AuthorisedCollector, ...]
    attempts: tuple[AttemptRow, ...]
    fee_vnd: int
    may_deliver: bool
    may_withdraw: bool
    may_give_up: bool
    invitations_wanted: int
    tracking_form: TrackingForm | None
    received_by: str = ""
    recipient: Recipient | None = None


@dataclass(frozen=True, slots=True)
class DeliveryOffer:
    """What the office knows for a delivery that is to be prepared (đề nghị lập phiếu chuyển phát), all of it personal.

    `contents`: what may be sent of this dossier now. `fee_open_vnd`: what is still to be paid on the dossier;
    `must_collect`: the law of its field wants that paid before the result is given.
    """

    dossier: str
    code: str
    procedure_name: str
    content: Content
    contents: tuple[Content, ...]
    name: str
    address: str
    phone: str
    recipients: tuple[AuthorisedCollector, ...]
    fee_open_vnd: int
    came_back: str = ""
    must_collect: bool = False


@dataclass(frozen=True, slots=True)
class DeliveryForm:
    """What was typed for the post (phiếu chuyển phát). `scope` None: nobody has chosen it yet."""

    dossier: str
    content: Content
    scope: PostalScope | None
    name: str
    address: str
    phone: str
    recipients: tuple[AuthorisedCollector, ...]
    tracking: str
    fee_vnd: int

    def addressee(self) -> dict[str, object]:
        """What is personal about it, as the journal keeps it apart, JSON values."""
        listed = [
            {"name": each.name, "identity_number": each.identity_number, "paper": each.paper}
            for each in self.recipients
        ]
        return {"name": self.name, "address": self.address, "phone": self.phone, "recipients": listed}


@dataclass(frozen=True, slots=True)
class HandingForm:
    """Who signed at the door and what was shown (người ký nhận), as typed; all but the kinds is personal.

    `series`, `number`: of the receipt for the fee, "" where none was written out yet.
    """

    recipient: Recipient
    identity_paper: IdentityPaper
    name: str
    paper_number: str
    authorisation: str = ""
    series: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class DeliveryDone:
    """A delivery that is over and committed. `fee_vnd`: what was collected."""

    code: str
    content: Content
    fee_vnd: int


@dataclass(frozen=True, slots=True)
class DeliveryLists:
    """What the room shows (danh sách chuyển phát), seen from the officer's unit.

    At the office: `to_send`, `prepared`, `with_post`, `back`. At a point of the post: `with_post`, what it has to
    deliver or to bring back. `done`: delivered today.
    """

    to_send: tuple[ToSend, ...] = ()
    prepared: tuple[DeliveryRow, ...] = ()
    with_post: tuple[DeliveryRow, ...] = ()
    back: tuple[DeliveryRow, ...] = ()
    done: tuple[DeliveryRow, ...] = ()


NO_DELIVERIES = DeliveryLists()
"""Nothing to do."""


class DeliveryPort(Protocol):
    """Results and letters that go by post."""

    def delivery_lists(self) -> DeliveryLists:
        """What there is to do, of the unit of who has signed in."""
        ...

    def find_delivery(self, text: str) -> DeliveryCard | DeliveryOffer:
        """What a scanned number of the post, a receipt or a dossier's code stands for.

        The delivery that is on its way; else what may be sent. Refusals `no_such_dossier`, `nothing_to_send`.
        """
        ...

    def delivery_card(self, delivery: str) -> DeliveryCard:
        """One delivery. Refusal `no_such_delivery`."""
        ...

    def offer_delivery(self, dossier: str, content: Content) -> DeliveryOffer:
        """What is known for a delivery of that content. Refusals `no_such_dossier`, `nothing_to_send`."""
        ...

    def prepare_delivery(self, form: DeliveryForm) -> DeliveryRow:
        """Prepares it. Refusals `no_scope`, `not_ready`, `already_prepared`, `words_missing`, `tracking_unreadable`."""
        ...

    def give_letter(self, dossier: str, content: Content) -> None:
        """Notes that a letter was given at the counter and needs no post. Refusal `nothing_to_send`."""
        ...

    def withdraw_delivery(self, delivery: str) -> DeliveryRow:
        """Takes a prepared one back. Refusal `with_post_already`."""
        ...

    def track_delivery(self, delivery: str, tracking: str) -> DeliveryRow:
        """Records the number on the post's label. Refusal `tracking_unreadable`."""
        ...

    def note_attempt(self, delivery: str, outcome: AttemptOutcome) -> DeliveryCard:
        """Notes that it could not be delivered. Refusals `too_soon`, `not_with_this_post`, `going_back`."""
        ...

    def hand_delivery(self, delivery: str, form: HandingForm) -> DeliveryDone:
        """Delivered and signed for. Refusals `words_missing`, `not_with_this_post`, `fee_open`, `receipt_used`."""
        ...

    def give_up_delivery(self, delivery: str) -> DeliveryRow:
        """It goes back to the office. Refusals `attempts_missing`, `not_with_this_post`."""
        ...

    def delivery_paper(self, delivery: str, *, copy: bool) -> bytes:
        """The Phiếu gửi of a delivery as PDF; who receives signs on it. `copy`: marked as one."""
        ...
