"""What the room of deliveries shows and what was typed into it: frozen values and pure steps over them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, get_args

from counter.ports.delivery import (
    NO_DELIVERIES,
    DeliveryCard,
    DeliveryDone,
    DeliveryForm,
    DeliveryLists,
    DeliveryOffer,
    DeliveryRow,
    HandingForm,
    ToSend,
)
from shared.domain.delivery import AttemptOutcome, Content, IdentityPaper, Recipient
from shared.domain.office import PostalScope

Group = Literal["to_send", "prepared", "with_post", "back"]
"""Chờ lập phiếu, chờ bưu điện nhận, bưu điện đang giữ, đã hoàn về."""

GROUPS: tuple[Group, ...] = ("to_send", "prepared", "with_post", "back")

Deed = Literal["deliver", "absent", "invited", "refused", "wrong_address", "give_up", "withdraw", "give"]
"""What is done only at the second press: none of it can be taken back."""

ATTEMPTS: tuple[AttemptOutcome, ...] = ("absent", "invited", "refused", "wrong_address")


@dataclass(frozen=True, slots=True)
class Handing:
    """Who signs at the door and what is shown (người ký nhận), as typed. It stays on this screen.

    `paper`: the authorisation of a person who is not the addressee. `series`, `receipt`: of the receipt for the fee.
    """

    recipient: Recipient = "addressee"
    name: str = ""
    identity_paper: IdentityPaper = "identity_card"
    number: str = ""
    paper: str = ""
    series: str = ""
    receipt: str = ""

    def form(self) -> HandingForm:
        """What goes to the office."""
        return HandingForm(
            recipient=self.recipient,
            identity_paper=self.identity_paper,
            name=self.name,
            paper_number=self.number,
            authorisation=self.paper if self.recipient == "authorised" else "",
            series=self.series,
            number=self.receipt,
        )

    @property
    def is_complete(self) -> bool:
        """Whether everything is there that the rules want."""
        wanted = (self.name, self.number, self.paper if self.recipient == "authorised" else "-")
        return all(each.strip() for each in wanted)


@dataclass(frozen=True, slots=True)
class Preparing:
    """The delivery that is being prepared, as typed (phiếu chuyển phát). `collect`: the post takes the open fee."""

    name: str = ""
    address: str = ""
    phone: str = ""
    scope: PostalScope | None = None
    tracking: str = ""
    collect: bool = False

    def form(self, offer: DeliveryOffer) -> DeliveryForm:
        """What goes to the office."""
        return DeliveryForm(
            dossier=offer.dossier,
            content=offer.content,
            scope=self.scope,
            name=self.name,
            address=self.address,
            phone=self.phone,
            recipients=offer.recipients,
            tracking=self.tracking,
            fee_vnd=offer.fee_open_vnd if offer.content == "result" and (self.collect or offer.must_collect) else 0,
        )

    @property
    def is_complete(self) -> bool:
        """Whether everything is there that the rules want."""
        return bool(self.name.strip() and self.address.strip() and self.scope is not None)


@dataclass(frozen=True, slots=True)
class DeliveryRoomState:
    """The room (phòng chuyển phát). At a point of the post (`at_post`) there is one list, what it has to deliver.

    `card`: the delivery at hand; `offer`: what is being prepared instead; `over`: what was delivered last. `armed`: the
    deed that a second press will do. `tracking`: the number of a label, as typed on the card.
    """

    at_post: bool = False
    group: Group = "to_send"
    lists: DeliveryLists = NO_DELIVERIES
    card: DeliveryCard | None = None
    offer: DeliveryOffer | None = None
    handing: Handing = Handing()
    preparing: Preparing = Preparing()
    tracking: str = ""
    over: DeliveryDone | None = None
    armed: Deed | None = None
    busy: bool = False

    @property
    def shown(self) -> tuple[DeliveryRow, ...] | tuple[ToSend, ...]:
        """What stands in the list."""
        if self.at_post:
            return self.lists.with_post
        if self.group == "to_send":
            return self.lists.to_send
        return {"prepared": self.lists.prepared, "with_post": self.lists.with_post, "back": self.lists.back}[self.group]

    @property
    def current(self) -> str | None:
        """The identity of the row that is open on the right."""
        if self.offer is not None:
            return identity_to_send(self.offer.dossier, self.offer.content)
        return self.card.row.id if self.card is not None else None


def identity_to_send(dossier: str, content: Content) -> str:
    """The identity of a row that waits for a delivery to be prepared."""
    return f"{content} {dossier}"


def read_identity(identity: str) -> tuple[Content, str] | None:
    """The content and dossier of such an identity; None for that of a delivery."""
    content, _, dossier = identity.partition(" ")
    if content not in get_args(Content) or not dossier:
        return None
    return content, dossier  # type: ignore[return-value]  # one of the names, as just checked


def opened(state: DeliveryRoomState, card: DeliveryCard, typed: Handing | None) -> DeliveryRoomState:
    """With `card` at hand; `typed`: what was typed for it before. The addressee's name is there already."""
    handing = typed or Handing(name=card.row.addressee_name)
    return replace(
        state, card=card, offer=None, over=None, armed=None, handing=handing, tracking=card.row.tracking, busy=False
    )


def offered(state: DeliveryRoomState, offer: DeliveryOffer, typed: Preparing | None) -> DeliveryRoomState:
    """With `offer` at hand; `typed`: what was typed for it before."""
    fresh = Preparing(name=offer.name, address=offer.address, phone=offer.phone, collect=offer.must_collect)
    return replace(state, card=None, offer=offer, over=None, armed=None, preparing=typed or fresh, busy=False)


def chosen_recipient(state: DeliveryRoomState, recipient: Recipient) -> DeliveryRoomState:
    """The addressee, whose name is known, or somebody else, whose name is asked."""
    if recipient == state.handing.recipient:
        return state
    name = state.card.row.addressee_name if recipient == "addressee" and state.card else ""
    return replace(state, handing=replace(state.handing, recipient=recipient, name=name), armed=None)
