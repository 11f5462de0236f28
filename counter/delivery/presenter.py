"""Results and letters that go by post: prepared at the office, delivered or brought back by the post."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from counter.delivery import state as steps
from counter.delivery.papers import DeliveryPapers
from counter.delivery.state import ATTEMPTS, Deed, DeliveryRoomState, Group, Handing, Preparing
from counter.delivery.words import deed_done, over_words
from counter.messages import WayBack
from counter.ports.delivery import DeliveryCard, DeliveryDone, DeliveryLists, DeliveryOffer, DeliveryRow
from counter.presenter import Busy, RoomPresenter, Surroundings
from counter.words import translate
from shared.domain.delivery import Content, Recipient
from shared.domain.identity_card import read_identity_card
from shared.domain.tracking import is_s10
from shared.failures import Refusal


class DeliveryPresenter(Busy[DeliveryRoomState], RoomPresenter):
    """The room's presenter. Attributes: `state`."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self.state = DeliveryRoomState()
        self._handings: dict[str, Handing] = {}
        self._preparings: dict[str, Preparing] = {}
        self._papers = DeliveryPapers(around.office, around.printer, around.lanes, around.messages)
        around.session.changed.connect(self._session_changed)

    def refresh(self) -> None:
        """Looks again at what there is to do, and at what is at hand."""
        if not self._session.state.working:
            return
        self._look(self._office.delivery_lists, self._listed)
        card = self.state.card
        if card is not None and not self.state.busy:
            delivery = card.row.id
            self._ask(lambda: self._office.delivery_card(delivery), self._looked_again)

    def choose_group(self, group: Group) -> None:
        """Shows another list."""
        self._become(replace(self.state, group=group))

    def scanned(self, text: str) -> None:
        """A number of the post, a receipt or a code opens what it stands for.

        An identity card fills in who signs; the number of a label is noted where one is being labelled.
        """
        text = text.strip()
        if not text:
            return
        if "|" in text and self.state.card is not None and self.state.card.may_deliver:
            self._card_scanned(text)
        elif is_s10(text) and self._takes_a_label():
            self._label_scanned(text)
        else:
            self._keep_typed()
            self._ask(lambda: self._office.find_delivery(text), self._opened)

    def open(self, identity: str) -> None:
        """Opens a row of the list."""
        if identity == self.state.current:
            return
        self._keep_typed()
        waiting = steps.read_identity(identity)
        if waiting is None:
            self._ask(lambda: self._office.delivery_card(identity), self._opened)
        else:
            self.offer(waiting[1], waiting[0])

    def offer(self, dossier: str, content: Content) -> None:
        """Begins to prepare a delivery."""
        self._keep_typed()
        self._ask(lambda: self._office.offer_delivery(dossier, content), self._opened)

    def send_again(self) -> None:
        """What came back is sent once more."""
        card = self.state.card
        if card is not None and card.row.state == "back":
            self.offer(card.row.dossier, card.row.content)

    def hand(self, **changes: Any) -> None:
        """Takes what was typed into fields of `Handing`."""
        self._become(replace(self.state, handing=replace(self.state.handing, **changes), armed=None))

    def choose_recipient(self, recipient: Recipient) -> None:
        """The addressee signs, or somebody who was authorised."""
        self._become(steps.chosen_recipient(self.state, recipient))

    def choose_recorded(self, place: int) -> None:
        """Somebody signs whom the applicant named beforehand."""
        card = self.state.card
        if card is not None and place < len(card.recipients):
            person = card.recipients[place]
            self.hand(recipient="authorised", name=person.name, number=person.identity_number, paper=person.paper)

    def fill_in(self, **changes: Any) -> None:
        """Takes what was typed into fields of `Preparing`."""
        self._become(replace(self.state, preparing=replace(self.state.preparing, **changes), armed=None))

    def type_tracking(self, text: str) -> None:
        """Takes the number of a label as it is typed."""
        self._become(replace(self.state, tracking=text))

    def arm(self, deed: Deed) -> None:
        """The first press: says what the second one will do."""
        if self._may(deed) and self.state.armed != deed:
            self._become(replace(self.state, armed=deed))

    def disarm(self) -> None:
        """Leaves it."""
        if self.state.armed is not None:
            self._become(replace(self.state, armed=None))

    def press(self, deed: Deed) -> None:
        """A press: the first one asks, the second one does it."""
        if self.state.armed == deed:
            self._do(deed)
        else:
            self.arm(deed)

    def primary(self) -> None:
        """Ctrl+Enter: what is to be done with what is at hand."""
        state = self.state
        if state.over is not None:
            self.next()
        elif state.offer is not None:
            self.prepare()
        elif state.card is None:
            return
        elif state.card.may_deliver:
            self.press("deliver")
        elif state.card.row.state == "back":
            self.send_again()
        elif state.card.may_withdraw:
            self.track()

    def prepare(self) -> None:
        """The delivery is prepared."""
        offer, typed = self.state.offer, self.state.preparing
        if offer is None or self.state.busy:
            return
        form = typed.form(offer)
        self._begin(lambda: self._office.prepare_delivery(form), self._prepared)

    def track(self) -> None:
        """The number of the label is noted."""
        card, text = self.state.card, self.state.tracking.strip()
        if card is None or self.state.busy or not text or text == card.row.tracking:
            return
        self._begin(lambda: self._office.track_delivery(card.row.id, text), self._tracked)

    def next(self) -> None:  # the word for it
        """Puts what was delivered away."""
        self._become(replace(self.state, card=None, offer=None, over=None, armed=None))
        self.refresh()

    def print_copy(self) -> None:
        """Ctrl+P: the note of the delivery at hand once more, marked as a copy."""
        if self.state.card is not None:
            self._papers.print_copy(self.state.card.row)

    def show_dossier(self) -> None:
        """Goes to the dossier's own page."""
        at_hand = self.state.offer or (self.state.card.row if self.state.card else None)
        if at_hand is not None:
            self._ways.dossier_wanted.emit(at_hand.dossier)

    def _may(self, deed: Deed) -> bool:
        card, offer = self.state.card, self.state.offer
        if deed == "give":
            return offer is not None and offer.content != "result" and not self.state.busy
        if card is None or self.state.busy or self.state.over is not None:
            return False
        if deed == "withdraw":
            return card.may_withdraw
        if deed == "give_up":
            return card.may_give_up
        return card.may_deliver and (deed == "deliver" or card.row.state == "with_post")

    def _do(self, deed: Deed) -> None:
        card, offer = self.state.card, self.state.offer
        if deed == "give" and offer is not None and self._may(deed):
            dossier, content = offer.dossier, offer.content
            self._begin(lambda: self._office.give_letter(dossier, content), lambda _: self._given(offer))
        if card is None or not self._may(deed):
            return
        delivery = card.row.id
        if deed == "deliver":
            form = self.state.handing.form()
            self._begin(lambda: self._office.hand_delivery(delivery, form), self._delivered)
        elif deed == "give_up":
            self._begin(lambda: self._office.give_up_delivery(delivery), self._said(deed))
        elif deed == "withdraw":
            self._begin(lambda: self._office.withdraw_delivery(delivery), self._said(deed))
        elif deed in ATTEMPTS:
            self._begin(lambda: self._office.note_attempt(delivery, deed), self._tried)

    def _begin(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self._become(replace(self.state, busy=True, armed=None))
        self._ask(work, done, self._refused)

    def _listed(self, lists: DeliveryLists) -> None:
        officer = self._session.state.officer
        at_post = officer is not None and officer.unit_kind == "post"
        self._become(replace(self.state, lists=lists, at_post=at_post))

    def _looked_again(self, card: DeliveryCard) -> None:
        """What another machine has done meanwhile; what was typed stays."""
        held = self.state.card
        if held is not None and held.row.id == card.row.id and not self.state.busy:
            armed = self.state.armed if card == held else None
            self._become(replace(self.state, card=card, armed=armed))

    def _opened(self, found: DeliveryCard | DeliveryOffer) -> None:
        if isinstance(found, DeliveryOffer):
            typed = self._preparings.get(steps.identity_to_send(found.dossier, found.content))
            self._become(steps.offered(self.state, found, typed))
        else:
            self._become(steps.opened(self.state, found, self._handings.get(found.row.id)))

    def _takes_a_label(self) -> bool:
        card = self.state.card
        return self.state.offer is not None or (card is not None and card.may_withdraw and not card.row.tracking)

    def _label_scanned(self, text: str) -> None:
        if self.state.offer is not None:
            self.fill_in(tracking=text.upper())
        else:
            self.type_tracking(text.upper())
            self.track()

    def _card_scanned(self, text: str) -> None:
        try:
            card = read_identity_card(text)
        except Refusal as refusal:
            self._messages.failed(refusal)
            return
        self.hand(name=card.name, number=card.number, identity_paper="identity_card")
        done = translate("Delivery", "Đã điền người nhận từ thẻ căn cước: xin đối chiếu với người ký nhận.")
        self._messages.done(lambda: done)

    def _prepared(self, row: DeliveryRow) -> None:
        self._preparings.pop(steps.identity_to_send(row.dossier, row.content), None)
        self._messages.done(
            lambda: translate("Delivery", "Đã lập và in phiếu gửi của hồ sơ {code}.").format(code=row.code),
            WayBack(lambda: translate("Delivery", "Hủy phiếu"), lambda: self._take_back(row.id)),
        )
        self._ask(lambda: self._office.delivery_card(row.id), self._opened_after)
        self._papers.print_first(row)

    def _take_back(self, delivery: str) -> None:
        self._begin(lambda: self._office.withdraw_delivery(delivery), self._said("withdraw"))

    def _tracked(self, row: DeliveryRow) -> None:
        self._messages.done(
            lambda: translate("Delivery", "Đã ghi số hiệu {number}.").format(number=row.tracking or "–")
        )
        self._ask(lambda: self._office.delivery_card(row.id), self._opened_after)

    def _tried(self, card: DeliveryCard) -> None:
        outcome = card.attempts[-1].outcome
        self._messages.done(lambda: deed_done(outcome, card.row.code))
        self._opened_after(card)

    def _said(self, deed: Deed) -> Callable[[DeliveryRow], None]:
        def done(row: DeliveryRow) -> None:
            self._messages.done(lambda: deed_done(deed, row.code))
            self._become(replace(self.state, busy=False, card=None))
            self.refresh()

        return done

    def _given(self, offer: DeliveryOffer) -> None:
        self._messages.done(lambda: deed_done("give", offer.code))
        self._become(replace(self.state, busy=False, offer=None))
        self.refresh()

    def _delivered(self, over: DeliveryDone) -> None:
        if self.state.card is not None:
            self._handings.pop(self.state.card.row.id, None)
        self._messages.done(lambda: over_words(over))
        self._become(replace(self.state, busy=False, over=over, card=None, offer=None, handing=Handing()))
        self.refresh()

    def _opened_after(self, card: DeliveryCard) -> None:
        self._become(steps.opened(self.state, card, self._handings.get(card.row.id)))
        self.refresh()

    def _keep_typed(self) -> None:
        """What was typed for one is still there when somebody comes back to it."""
        state = self.state
        if state.offer is not None:
            self._preparings[steps.identity_to_send(state.offer.dossier, state.offer.content)] = state.preparing
        if state.card is not None and state.card.may_deliver:
            self._handings[state.card.row.id] = state.handing

    def _session_changed(self) -> None:
        if self._session.state.officer is None:
            self._handings.clear()
            self._preparings.clear()
            self._become(DeliveryRoomState())
