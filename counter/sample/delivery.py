"""Deliveries by post of the sample office."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from counter.delivery import cards
from counter.ports.delivery import (
    DeliveryCard,
    DeliveryDone,
    DeliveryForm,
    DeliveryLists,
    DeliveryOffer,
    DeliveryRow,
    HandingForm,
    ToSend,
)
from counter.sample.mail_content import write_mail
from counter.sample.room import SampleRoom
from resources.sample_ward.load import sample_staff
from shared.clock import business_date
from shared.domain import delivery as deliveries
from shared.domain import dossier as dossiers
from shared.domain import payment as payments
from shared.domain.delivery import (
    AttemptOutcome,
    Content,
    Deliver,
    Delivery,
    GiveUp,
    Prepare,
    Track,
    TryToDeliver,
    Withdraw,
)
from shared.domain.dossier import Return
from shared.domain.mail_item import MailItem, at_post, not_settled, prepared_at
from shared.domain.payment import Collect, FeePart, read_receipt
from shared.domain.postal_time import invited_again_from
from shared.domain.text import tidy
from shared.failures import Refusal


class SampleDelivery(SampleRoom):
    """Deliveries by post of the sample office. Attributes: `letters`, dossiers whose letter is to be sent."""

    letters: tuple[str, ...] = ()

    def write_mail(self) -> tuple[str, ...]:
        """Lets results go by post; answers the ids of their dossiers, those that lie ready first."""
        return write_mail(self.book, self._ward)

    def delivery_lists(self) -> DeliveryLists:
        """What there is to do."""
        officer, items = self._officer_now(), self._mail()
        today = business_date(self._clock.now())
        done = [each for each in items if each.delivery.delivered_at]
        done = [each for each in done if business_date(each.delivery.delivered_at or self._clock.now()) == today]
        if officer.unit_kind == "post":
            return DeliveryLists(with_post=self._mail_rows(at_post(items, officer.unit)), done=self._mail_rows(done))
        ready = [each for each in self.book.dossiers.values() if each.stage == "result_at_counter"]
        sent = {each.dossier for each in self.book.deliveries.values() if each.state != "withdrawn"}
        free = [each for each in ready if each.return_way == "post" and each.id not in sent]
        people = self.book.people
        return DeliveryLists(
            to_send=(
                *(cards.to_send(each, "result", people.get(each.applicant or "", {})) for each in free),
                *(self._letter(each) for each in self.letters),
            ),
            prepared=self._mail_rows(prepared_at(items, officer.unit)),
            with_post=self._mail_rows(at_post(items)),
            back=self._mail_rows(not_settled(items)),
            done=self._mail_rows(done),
        )

    def find_delivery(self, text: str) -> DeliveryCard | DeliveryOffer:
        """What a scanned text stands for."""
        wanted = tidy(text).upper().replace(" ", "")
        tracked = [each for each in self.book.deliveries.values() if each.tracking and each.tracking == wanted]
        if tracked:
            return self.delivery_card(tracked[-1].id)
        about, unit = self._rows.find(text), self._officer_now().unit
        known = self._deliveries_of(about.id)
        items = tuple(MailItem(each, about) for each in known)
        meant = cards.at_hand(items, unit)
        if meant is not None:
            return self.delivery_card(meant.delivery.id)
        contents = cards.contents_of(about, unit, known)
        if contents:
            return self.offer_delivery(about.id, contents[0])
        if items:
            return self.delivery_card(items[-1].delivery.id)
        raise cards.nothing_to_send(about)

    def delivery_card(self, delivery: str) -> DeliveryCard:
        """One delivery."""
        found = self._delivery_of(delivery)
        people, unit = self.book.people, self._officer_now().unit
        item = MailItem(found, self.book.dossiers[found.dossier])
        addressee, received = people.get(found.addressee or "", {}), people.get(found.received_by or "", {})
        card = cards.delivery_card(self._ward, item, addressee, received, unit, self._clock.now())
        names = {each.id: each.name for each in sample_staff()}
        return replace(card, attempts=tuple(replace(each, by=names.get(each.by, "")) for each in card.attempts))

    def offer_delivery(self, dossier: str, content: Content) -> DeliveryOffer:
        """What is known for a delivery."""
        about, known = self.book.dossiers[dossier], self._deliveries_of(dossier)
        contents = cards.contents_of(about, self._officer_now().unit, known)
        if content not in contents:
            raise cards.nothing_to_send(about)
        applicant = self.book.people.get(about.applicant or "", {})
        items = [MailItem(each, about) for each in known]
        return cards.delivery_offer(self._ward, about, applicant, content, contents, cards.came_back(items, content))

    def prepare_delivery(self, form: DeliveryForm) -> DeliveryRow:
        """Prepares it."""
        if form.scope is None:
            raise Refusal("no_scope", "Chưa chọn phạm vi chuyển phát.", "Where the post goes has not been chosen.")
        command = Prepare(
            id=self.book.new_id("delivery"),
            dossier=form.dossier,
            dossier_code=self.book.dossiers[form.dossier].code,
            content=form.content,
            scope=form.scope,
            addressee=cards.tidied(form),
            tracking=cards.tracked(form.tracking),
            fee_vnd=form.fee_vnd,
            unit=self._officer_now().unit,
        )
        self.book.write(deliveries.decide(None, command), self._officer_now().id)
        return self._mail_rows([self._mail_item(command.id)])[0]

    def give_letter(self, dossier: str, content: Content) -> None:
        """It was given in person."""
        if dossier not in self.letters or content == "result":
            raise Refusal("nothing_to_send", "Không có thư nào cần trao.", "There is no letter to be given.")
        self.letters = tuple(each for each in self.letters if each != dossier)

    def withdraw_delivery(self, delivery: str) -> DeliveryRow:
        """Takes a prepared one back."""
        return self._do_by_post(delivery, Withdraw())

    def track_delivery(self, delivery: str, tracking: str) -> DeliveryRow:
        """Records the number on the label."""
        return self._do_by_post(delivery, Track(cards.tracked(tracking)))

    def note_attempt(self, delivery: str, outcome: AttemptOutcome) -> DeliveryCard:
        """Notes that it could not be delivered."""
        now = self._clock.now()
        again = invited_again_from(self._ward, now)
        self._do_by_post(delivery, TryToDeliver(self._officer_now().unit, outcome, now, again))
        return self.delivery_card(delivery)

    def hand_delivery(self, delivery: str, form: HandingForm) -> DeliveryDone:
        """Delivered and signed for."""
        item, officer = self._mail_item(delivery), self._officer_now()
        number, name, paper = cards.tidied_number(form), tidy(form.name), tidy(form.authorisation)
        command = Deliver(officer.unit, form.recipient, form.identity_paper, name, number, paper)
        facts = deliveries.decide(item.delivery, command)
        fee = self._card_fee(delivery)
        if fee:
            self._collect_on_delivery(item, fee, form)
        self.book.write(facts, officer.id)
        if item.delivery.content == "result":
            applicant = form.recipient == "addressee"
            handed = Return("applicant") if applicant else Return("authorised", name, number, paper)
            command_of_dossier = Return(
                handed.collector, handed.name, handed.identity_number, handed.paper, unit=officer.unit
            )
            self.book.write(dossiers.decide(self.book.dossiers[item.dossier.id], command_of_dossier), officer.id)
        return cards.done(item.delivery, fee)

    def give_up_delivery(self, delivery: str) -> DeliveryRow:
        """It goes back."""
        return self._do_by_post(delivery, GiveUp(self._officer_now().unit, self._ward.handovers.attempts))

    def delivery_paper(self, delivery: str, *, copy: bool) -> bytes:
        """The Phiếu gửi of a delivery as PDF."""
        from counter.wiring.consignment_papers import delivery_note
        from shared.documents.paper import COPY

        item, people = self._mail_item(delivery), self.book.people
        addressee, received = people.get(item.delivery.addressee or "", {}), people.get(item.delivery.received_by or "")
        mark = COPY if copy else ""
        return delivery_note(
            self._ward, item.delivery, item.dossier.procedure_name, addressee, received, copy_mark=mark
        )

    def _letter(self, dossier: str) -> ToSend:
        about = self.book.dossiers[dossier]
        return cards.to_send(about, "supplement_request", self.book.people.get(about.applicant or "", {}))

    def _collect_on_delivery(self, item: MailItem, fee: int, form: HandingForm) -> None:
        about, officer = item.dossier, self._officer_now()
        command = Collect(
            id=self.book.new_id("payment"),
            dossier=about.id,
            dossier_code=about.code,
            procedure=about.procedure,
            procedure_name=about.procedure_name,
            amount_vnd=fee,
            due_vnd=about.fee_vnd or 0,
            paid_vnd=about.fee_account.paid_vnd,
            parts=(FeePart(about.procedure_name, fee),),
            way="post",
            counter=officer.unit,
            receipt=read_receipt(form.series, form.number),
        )
        self.book.write(payments.decide(None, command), officer.id)

    def _card_fee(self, delivery: str) -> int:
        return self.delivery_card(delivery).fee_vnd

    def _do_by_post(self, delivery: str, command: deliveries.Command) -> DeliveryRow:
        self.book.write(deliveries.decide(self._delivery_of(delivery), command), self._officer_now().id)
        return self._mail_rows([self._mail_item(delivery)])[0]

    def _delivery_of(self, delivery: str) -> Delivery:
        return self.book.deliveries[delivery]

    def _mail_item(self, delivery: str) -> MailItem:
        found = self._delivery_of(delivery)
        return MailItem(found, self.book.dossiers[found.dossier])

    def _mail(self) -> tuple[MailItem, ...]:
        return tuple(self._mail_item(each) for each in self.book.deliveries)

    def _deliveries_of(self, dossier: str) -> tuple[Delivery, ...]:
        return tuple(each for each in self.book.deliveries.values() if each.dossier == dossier)

    def _mail_rows(self, items: Iterable[MailItem]) -> tuple[DeliveryRow, ...]:
        people, now = self.book.people, self._clock.now()
        return tuple(
            cards.delivery_row(self._ward, each, people.get(each.delivery.addressee or "", {}), now) for each in items
        )
