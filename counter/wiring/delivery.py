"""Deliveries by post, against the journal of this machine."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

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
from counter.wiring.finding import as_code, dossier_of
from counter.wiring.work import CounterWork
from shared.actions import deliver
from shared.actions.deliver import Handing, Preparation
from shared.domain.delivery import AttemptOutcome, Content, Delivery
from shared.domain.dossier import Dossier
from shared.domain.mail_item import MailItem, at_post, prepared_at
from shared.domain.office import Office
from shared.domain.payment import read_receipt
from shared.domain.text import tidy
from shared.domain.tracking import is_s10
from shared.failures import Refusal
from shared.journal.delivery_queries import (
    deliveries_of,
    deliveries_tracked,
    letters_to_send,
    mail_back,
    mail_delivered_since,
    mail_on_the_way,
    results_to_send,
    with_dossiers,
)
from shared.journal.dossier_queries import known_dossier, personal_records
from shared.journal.journal import Reader
from shared.journal.read_model import DELIVERIES, DOSSIERS

_Known = Mapping[str, Mapping[str, object]]


class DeliveryRoom(CounterWork):
    """Results and letters that go by post."""

    def delivery_lists(self) -> DeliveryLists:
        """What there is to do, of the unit of who has signed in."""
        officer = self.acting("look_up")
        at_a_post = officer.unit_kind == "post"
        with self.journal.reading() as reader:
            office = self.program.reference.read(reader.connection)
            moving = mail_on_the_way(reader)
            delivered = mail_delivered_since(reader, self.start_of_today(), officer.unit if at_a_post else None)
            if at_a_post:
                return DeliveryLists(
                    with_post=self._mail_rows(reader, office, at_post(moving, officer.unit)),
                    done=self._mail_rows(reader, office, delivered),
                )
            return DeliveryLists(
                to_send=_to_send(reader, officer.unit),
                prepared=self._mail_rows(reader, office, prepared_at(moving, officer.unit)),
                with_post=self._mail_rows(reader, office, at_post(moving)),
                back=self._mail_rows(reader, office, mail_back(reader, officer.unit)),
                done=self._mail_rows(reader, office, delivered),
            )

    def find_delivery(self, text: str) -> DeliveryCard | DeliveryOffer:
        """What a scanned number of the post, a receipt or a dossier's code stands for."""
        officer = self.acting("look_up")
        with self.journal.reading() as reader:
            office = self.program.reference.read(reader.connection)
            tracked = deliveries_tracked(reader, as_code(tidy(text).replace(" ", "")))
            if tracked:
                return self._mail_card(reader, office, tracked[0])
            if is_s10(text):
                raise _unknown()
            about = dossier_of(reader, office, text)
            items = with_dossiers(reader, deliveries_of(reader, about.id))
            meant = cards.at_hand(items, officer.unit)
            if meant is not None:
                return self._mail_card(reader, office, meant.delivery)
            contents = cards.contents_of(about, officer.unit, deliveries_of(reader, about.id))
            if contents:
                return _offer(reader, office, about, contents[0], contents, items)
            if items:
                return self._mail_card(reader, office, items[-1].delivery)
        raise cards.nothing_to_send(about)

    def delivery_card(self, delivery: str) -> DeliveryCard:
        """One delivery."""
        self.acting("look_up")
        with self.journal.reading() as reader:
            office = self.program.reference.read(reader.connection)
            found = reader.state(DELIVERIES, delivery)
            if found is None:
                raise _unknown()
            return self._mail_card(reader, office, found)

    def offer_delivery(self, dossier: str, content: Content) -> DeliveryOffer:
        """What is known for a delivery of that content."""
        officer = self.acting("prepare_delivery")
        with self.journal.reading() as reader:
            about = known_dossier(reader, dossier)
            items = with_dossiers(reader, deliveries_of(reader, about.id))
            contents = cards.contents_of(about, officer.unit, [each.delivery for each in items])
            if content not in contents:
                raise cards.nothing_to_send(about)
            office = self.program.reference.read(reader.connection)
            return _offer(reader, office, about, content, contents, items)

    def prepare_delivery(self, form: DeliveryForm) -> DeliveryRow:
        """Prepares it."""
        officer, office = self.acting("prepare_delivery"), self.office()
        if form.scope is None:
            raise Refusal("no_scope", "Chưa chọn phạm vi chuyển phát.", "Where the post goes has not been chosen.")
        preparation = Preparation(
            dossier=form.dossier,
            content=form.content,
            scope=form.scope,
            addressee=cards.tidied(form),
            tracking=cards.tracked(form.tracking),
            fee_vnd=form.fee_vnd,
        )
        made = deliver.prepare(self.journal, office, preparation, unit=officer.unit, officer=officer.id)
        return self._delivery_after(made)

    def give_letter(self, dossier: str, content: Content) -> None:
        """The letter was given to the applicant at the counter."""
        officer = self.acting("prepare_delivery")
        deliver.give_in_person(self.journal, dossier, content, officer=officer.id)
        self.program.committed()

    def withdraw_delivery(self, delivery: str) -> DeliveryRow:
        """Takes a prepared one back."""
        officer = self.acting("prepare_delivery")
        return self._delivery_after(deliver.withdraw(self.journal, delivery, officer=officer.id))

    def track_delivery(self, delivery: str, tracking: str) -> DeliveryRow:
        """Records the number on the post's label."""
        officer = self.acting("prepare_delivery")
        return self._delivery_after(deliver.track(self.journal, delivery, cards.tracked(tracking), officer=officer.id))

    def note_attempt(self, delivery: str, outcome: AttemptOutcome) -> DeliveryCard:
        """Notes that it could not be delivered."""
        officer, office = self.acting("deliver"), self.office()
        self._delivery_after(
            deliver.attempt(self.journal, office, delivery, outcome, post=officer.unit, officer=officer.id)
        )
        return self.delivery_card(delivery)

    def hand_delivery(self, delivery: str, form: HandingForm) -> DeliveryDone:
        """Delivered and signed for."""
        officer, office = self.acting("deliver"), self.office()
        handing = Handing(
            recipient=form.recipient,
            identity_paper=form.identity_paper,
            name=tidy(form.name),
            paper_number=cards.tidied_number(form),
            authorisation=tidy(form.authorisation),
            receipt=read_receipt(form.series, form.number),
        )
        over = deliver.deliver(self.journal, office, delivery, handing, post=officer.unit, officer=officer.id)
        self.program.committed()
        return cards.done(over.delivery, over.payment.amount_vnd if over.payment else 0)

    def give_up_delivery(self, delivery: str) -> DeliveryRow:
        """It goes back to the office."""
        officer, office = self.acting("deliver"), self.office()
        return self._delivery_after(
            deliver.give_up(self.journal, office, delivery, post=officer.unit, officer=officer.id)
        )

    def delivery_paper(self, delivery: str, *, copy: bool) -> bytes:
        """The Phiếu gửi of a delivery as PDF."""
        # Imported with the first note: what draws PDFs would slow every start.
        from counter.wiring.consignment_papers import delivery_note
        from shared.documents.paper import COPY

        self.acting("look_up")
        with self.journal.reading() as reader:
            office = self.program.reference.read(reader.connection)
            found = reader.state(DELIVERIES, delivery)
            about = reader.state(DOSSIERS, found.dossier) if found else None
            if found is None or about is None:
                raise _unknown()
            known = _records(reader, (found.addressee, found.received_by))
        addressee, received = known.get(found.addressee or "", {}), known.get(found.received_by or "")
        mark = COPY if copy else ""
        return delivery_note(office, found, about.procedure_name, addressee, received, copy_mark=mark)

    def _delivery_after(self, changed: Delivery) -> DeliveryRow:
        self.program.committed()
        with self.journal.reading() as reader:
            office = self.program.reference.read(reader.connection)
            return self._mail_rows(reader, office, with_dossiers(reader, [changed]))[0]

    def _mail_rows(self, reader: Reader, office: Office, items: Iterable[MailItem]) -> tuple[DeliveryRow, ...]:
        listed = tuple(items)
        known = _records(reader, (each.delivery.addressee for each in listed))
        now = self.journal.now()
        return tuple(
            cards.delivery_row(office, each, known.get(each.delivery.addressee or "", {}), now) for each in listed
        )

    def _mail_card(self, reader: Reader, office: Office, found: Delivery) -> DeliveryCard:
        items = with_dossiers(reader, [found])
        if not items:
            raise _unknown()
        known = _records(reader, (found.addressee, found.received_by))
        addressee, received = known.get(found.addressee or "", {}), known.get(found.received_by or "", {})
        unit = self.signed_in().unit
        return cards.delivery_card(office, items[0], addressee, received, unit, self.journal.now())


def _to_send(reader: Reader, unit: str) -> tuple[ToSend, ...]:
    listed: list[tuple[Dossier, Content]] = [(each, "result") for each in results_to_send(reader, unit)]
    listed += letters_to_send(reader, unit)
    known = _records(reader, (about.applicant for about, _ in listed))
    return tuple(cards.to_send(about, content, known.get(about.applicant or "", {})) for about, content in listed)


def _offer(
    reader: Reader,
    office: Office,
    about: Dossier,
    content: Content,
    contents: tuple[Content, ...],
    items: tuple[MailItem, ...],
) -> DeliveryOffer:
    applicant = _records(reader, [about.applicant]).get(about.applicant or "", {})
    return cards.delivery_offer(office, about, applicant, content, contents, cards.came_back(items, content))


def _records(reader: Reader, hashes: Iterable[str | None]) -> _Known:
    return personal_records(reader, [each for each in hashes if each])


def _unknown() -> Refusal:
    return Refusal(
        "no_such_delivery",
        "Chưa có bưu gửi mang số này trên máy. Hãy kiểm tra số hoặc chờ đồng bộ.",
        "Nothing with this number of the post is on this machine. Check the number or wait for the data to arrive.",
    )
