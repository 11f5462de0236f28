"""A piece of mail (bưu gửi): a delivery and the paper that travels with it, wherever the two have been heard of.

Where the paper is, custody says: that of the letter, or of the dossier whose result it is. How far its delivery has
come, the delivery says. A machine may have signed for a list before it heard of the deliveries on it: such a delivery
still says "prepared" while the post has the paper, or "with the post" while the office has it again. Everything here
goes by the paper.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from shared.domain.delivery_state import Delivery, DeliveryState
from shared.domain.dossier_state import Dossier
from shared.domain.units import receives_papers


@dataclass(frozen=True, slots=True)
class MailItem:
    """A delivery with the dossier it belongs to."""

    delivery: Delivery
    dossier: Dossier

    @property
    def paper(self) -> Delivery | Dossier:
        """What travels: the letter itself, or the dossier with its result."""
        return self.delivery if self.delivery.is_letter else self.dossier

    @property
    def state(self) -> DeliveryState:
        """Where it stands by the paper."""
        state = self.delivery.state
        if state == "prepared" and self.paper.holder_kind == "post":
            return "with_post"
        if state in ("with_post", "going_back") and receives_papers(self.paper.holder_kind):
            return "back"
        return state

    def is_held_by(self, unit: str) -> bool:
        """Whether `unit` has the paper and nobody has signed it away."""
        return self.paper.holder == unit and self.paper.transit is None


def prepared_at(items: Iterable[MailItem], unit: str) -> tuple[MailItem, ...]:
    """What `unit` holds and has prepared for the post, the first one first."""
    ready = (each for each in items if each.state == "prepared" and each.is_held_by(unit))
    return tuple(each for each in ready if each.dossier.returned_at is None)


def at_post(items: Iterable[MailItem], post: str | None = None) -> tuple[MailItem, ...]:
    """What the point `post` (None: any) has to deliver or to bring back; what should come first at the front."""
    found = (each for each in items if each.state in ("with_post", "going_back"))
    return tuple(sorted((each for each in found if post in (None, each.paper.holder)), key=_by_due))


def not_settled(items: Sequence[MailItem]) -> tuple[MailItem, ...]:
    """What came back, while the dossier is open and nothing newer of that content was prepared."""
    return tuple(
        each for each in items if each.state == "back" and each.dossier.is_open and not _sent_again(each, items)
    )


def _sent_again(back: MailItem, items: Sequence[MailItem]) -> bool:
    """Whether another of that content is on its way or was delivered, or came back later: only one is open at once."""
    others = (
        each
        for each in items
        if (each.delivery.dossier, each.delivery.content) == (back.delivery.dossier, back.delivery.content)
        and each.delivery.id != back.delivery.id
    )
    return any(_begun(each) > _begun(back) if each.state == "back" else each.state != "withdrawn" for each in others)


def _begun(each: MailItem) -> tuple[datetime, str]:
    """When it was prepared; the id tells two of one moment apart."""
    return each.delivery.prepared_at, each.delivery.id


def _by_due(each: MailItem) -> tuple[bool, float, str]:
    due = each.delivery.due_at
    return due is None, due.timestamp() if due else 0.0, each.dossier.code
