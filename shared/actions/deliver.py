"""Deliver by post (chuyển phát): prepare, hand to the post, try, deliver, give up; each is one transaction.

Where a paper is, custody says; how far its delivery is, the delivery itself. Machines that were apart may have signed a
handover before they heard of the deliveries on it: `caught_up` writes what custody knows already, before anything else
is done about a delivery.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from shared.domain import delivery, dossier, issued_form
from shared.domain.delivery import AttemptOutcome, Content, Delivery, IdentityPaper, Recipient
from shared.domain.dossier import Dossier
from shared.domain.fact import Data, Fact
from shared.domain.handover import Handover
from shared.domain.mail_item import MailItem
from shared.domain.office import Office
from shared.domain.office_record import PostalScope
from shared.domain.payment import FeePart, Payment, Receipt
from shared.domain.postal_time import delivered_by, invited_again_from
from shared.domain.units import receives_papers, unit_kind
from shared.failures import Refusal
from shared.journal.delivery_queries import deliveries_of, deliveries_of_all
from shared.journal.dossier_queries import known_dossier
from shared.journal.form_queries import forms_of
from shared.journal.journal import Journal, Writer
from shared.journal.read_model import DELIVERIES, DOSSIERS

from .act import act_within
from .collect_fee import Takings, collect_within

FEE_ON_DELIVERY = "Phí, lệ phí thu khi phát"
"""What the payment is for that the post takes at the door; it stands on the cash-up sheet."""


@dataclass(frozen=True, slots=True)
class Preparation:
    """What the officer has entered for the post. `addressee` is personal; see `delivery.Prepare`."""

    dossier: str
    content: Content
    scope: PostalScope
    addressee: Data
    tracking: str = ""
    fee_vnd: int = 0


@dataclass(frozen=True, slots=True)
class Handing:
    """Who signed and what was shown (người ký nhận). `receipt`: of the fee, where one was collected and written out."""

    recipient: Recipient
    identity_paper: IdentityPaper
    name: str
    paper_number: str
    authorisation: str = ""
    receipt: Receipt | None = None


@dataclass(frozen=True, slots=True)
class Delivered:
    """What was delivered, and the fee that was collected for it, if any was due."""

    delivery: Delivery
    dossier: Dossier
    payment: Payment | None


def prepare(journal: Journal, office: Office, preparation: Preparation, *, unit: str, officer: str) -> Delivery:
    """Prepares a delivery at `unit`. Refusals `no_such_dossier`, `not_ready` and those of `delivery.decide`."""
    with journal.writing() as writer:
        about = known_dossier(writer, preparation.dossier)
        if preparation.content == "result" and not (about.may_be_returned and about.holder == unit):
            raise Refusal(
                "not_ready",
                f"Kết quả của hồ sơ {about.code} chưa có tại quầy nên chưa chuyển phát được.",
                f"The result of dossier {about.code} is not at the counter, so it cannot be sent.",
            )
        if preparation.content == "result":
            _refuse_unpaid(office, about, preparation.fee_vnd)
        others = tuple(
            caught_up(writer, office, MailItem(each, about), officer) for each in deliveries_of(writer, about.id)
        )
        command = delivery.Prepare(
            id=journal.identities.subject(),
            dossier=about.id,
            dossier_code=about.code,
            content=preparation.content,
            scope=preparation.scope,
            addressee=preparation.addressee,
            tracking=preparation.tracking,
            fee_vnd=preparation.fee_vnd,
            unit=unit,
            unit_kind=unit_kind(office, unit),
            others=others,
        )
        return act_within(writer, DELIVERIES, delivery.decide, command.id, command, officer)


def _refuse_unpaid(office: Office, about: Dossier, collected_vnd: int) -> None:
    """In some fields the law wants the fee paid before the result is given: then the post has to collect it."""
    if about.field in office.paid_first and about.fee_account.open_vnd > collected_vnd:
        raise Refusal(
            "fee_open",
            f"Phải nộp đủ phí trước khi nhận kết quả: hãy để bưu điện thu hộ hoặc thu trước ({about.code}).",
            f"In this field the fee is paid before the result is given: let the post collect it ({about.code}).",
        )


def withdraw(journal: Journal, subject: str, *, officer: str) -> Delivery:
    """Takes a prepared delivery back that the post has not got yet."""
    with journal.writing() as writer:
        found = _known(writer, subject)
        return act_within(writer, DELIVERIES, delivery.decide, found.id, delivery.Withdraw(), officer)


def track(journal: Journal, subject: str, tracking: str, *, officer: str) -> Delivery:
    """Records the number of the post's label, or corrects it."""
    with journal.writing() as writer:
        found = _known(writer, subject)
        return act_within(writer, DELIVERIES, delivery.decide, found.id, delivery.Track(tracking), officer)


def give_in_person(journal: Journal, about: str, content: Content, *, officer: str) -> None:
    """Notes that the letters of that content were given to the applicant at the counter: none goes by post.

    Refusal `nothing_to_send` when there is none.
    """
    with journal.writing() as writer:
        issued = [each for each in forms_of(writer, about) if each.form == content and each.given_at is None]
        if not issued:
            raise Refusal("nothing_to_send", "Không có thư nào cần trao.", "There is no letter to be given.")
        for each in issued:
            writer.append(officer, issued_form.decide(each, issued_form.GiveInPerson()))


def attempt(
    journal: Journal, office: Office, subject: str, outcome: AttemptOutcome, *, post: str, officer: str
) -> Delivery:
    """Notes an attempt that failed; the office's calendar says when the next invitation counts."""
    with journal.writing() as writer:
        _at_hand(writer, office, subject, post, officer)
        command = delivery.TryToDeliver(post, outcome, writer.now, invited_again_from(office, writer.now))
        return act_within(writer, DELIVERIES, delivery.decide, subject, command, officer)


def deliver(journal: Journal, office: Office, subject: str, handing: Handing, *, post: str, officer: str) -> Delivered:
    """The addressee, or who was authorised, has signed: the delivery is over, and with a result its dossier.

    The fee that is due on delivery is collected in the same transaction, as far as nobody has paid it meanwhile.
    """
    with journal.writing() as writer:
        at_hand = _at_hand(writer, office, subject, post, officer)
        found, about = at_hand.delivery, at_hand.dossier
        fee = 0 if found.is_over else min(found.fee_vnd, about.fee_account.open_vnd)
        paid = None
        if fee > 0:
            taken = Takings(
                amount_vnd=fee,
                due_vnd=about.fee_vnd or 0,
                parts=(FeePart(FEE_ON_DELIVERY, fee),),
                way="post",
                receipt=handing.receipt,
            )
            paid = collect_within(writer, journal.identities.subject(), about.id, taken, counter=post, officer=officer)
        command = delivery.Deliver(
            post=post,
            recipient=handing.recipient,
            identity_paper=handing.identity_paper,
            name=handing.name,
            paper_number=handing.paper_number,
            authorisation=handing.authorisation,
        )
        done = act_within(writer, DELIVERIES, delivery.decide, subject, command, officer)
        if done.content == "result":
            about = act_within(
                writer, DOSSIERS, dossier.decide, about.id, _returned(handing, office, about, post), officer
            )
        return Delivered(done, about, paid)


def give_up(journal: Journal, office: Office, subject: str, *, post: str, officer: str) -> Delivery:
    """It goes back to the office: with the next handover the paper itself follows."""
    with journal.writing() as writer:
        _at_hand(writer, office, subject, post, officer)
        command = delivery.GiveUp(post, office.handovers.attempts)
        return act_within(writer, DELIVERIES, delivery.decide, subject, command, officer)


def passing(office: Office, officer: str) -> Callable[[Writer, Handover], None]:
    """What the second signature under a handover means for the deliveries on it; for `hand_over.accept`'s `then`.

    What a point of the post has taken is with it, and due by the dated table; what the office, or a reception point,
    has taken from the post came back.
    """

    def then(writer: Writer, signed: Handover) -> None:
        if signed.state != "accepted" or "post" not in (signed.giver_kind, signed.receiver_kind):
            return
        facts: list[Fact] = []
        for item in _on_the_list(writer, signed):
            command = _missed(office, item, writer.now)
            if command is not None:
                facts += delivery.decide(item.delivery, command)
        writer.append(officer, facts)

    return then


def _on_the_list(writer: Writer, signed: Handover) -> Iterator[MailItem]:
    """The deliveries that go with what was taken; none where this machine has not heard of the paper yet."""
    taken = {kind: [item for each, item in signed.taken_papers if each == kind] for kind in ("dossier", "delivery")}
    of_each = deliveries_of_all(writer, taken["dossier"])
    results = [each for some in of_each.values() for each in some if not each.is_letter]
    letters = [writer.state(DELIVERIES, each) for each in taken["delivery"]]
    for found in (*results, *letters):
        about = writer.state(DOSSIERS, found.dossier) if found is not None else None
        if found is not None and about is not None:
            yield MailItem(found, about)


def caught_up(writer: Writer, office: Office, mail: MailItem, officer: str) -> Delivery:
    """The delivery, after it was written down that the post has its paper, or that the office has it again."""
    command = _missed(office, mail, writer.now)
    if command is None:
        return mail.delivery
    return act_within(writer, DELIVERIES, delivery.decide, mail.delivery.id, command, officer)


def _missed(office: Office, mail: MailItem, now: datetime) -> delivery.Command | None:
    """What custody knows of a delivery and the delivery itself does not yet."""
    found, paper = mail.delivery, mail.paper
    if found.is_over or paper.transit is not None:
        return None
    handover, since = paper.held_against or "", paper.held_since or now
    if found.handed_over_at is None and paper.holder_kind == "post":
        return delivery.HandToPost(paper.holder, handover, delivered_by(office, found.scope, since), since)
    if found.handed_over_at is not None and receives_papers(paper.holder_kind):
        return delivery.ComeBack(handover)
    return None


def _at_hand(writer: Writer, office: Office, subject: str, post: str, officer: str) -> MailItem:
    """What `post` has in its hands, caught up. Refusal `not_with_this_post` for what is elsewhere or signed away."""
    found = _known(writer, subject)
    about = known_dossier(writer, found.dossier)
    item = MailItem(caught_up(writer, office, MailItem(found, about), officer), about)
    if not item.delivery.is_over and not item.is_held_by(post):
        raise Refusal(
            "not_with_this_post",
            f"Bưu gửi của hồ sơ {found.dossier_code} không do điểm bưu điện này giữ.",
            f"What belongs to dossier {found.dossier_code} is not held by this post point.",
        )
    return item


def _returned(handing: Handing, office: Office, about: Dossier, post: str) -> dossier.Return:
    """The result as it was given at the door: an identity paper was seen, and instead of the receipt the label."""
    authorised = handing.recipient == "authorised"
    return dossier.Return(
        collector="authorised" if authorised else "applicant",
        name=handing.name if authorised else "",
        identity_number=handing.paper_number if authorised else "",
        paper=handing.authorisation if authorised else "",
        identity_seen=True,
        paid_first=about.field in office.paid_first,
        unit=post,
    )


def _known(writer: Writer, subject: str) -> Delivery:
    found = writer.state(DELIVERIES, subject)
    if found is None:
        raise Refusal("no_such_delivery", "Không tìm thấy bưu gửi này.", "There is no such delivery.")
    return found
