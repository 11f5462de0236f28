"""The delivery at hand: what is known of it, and what can be done with it here."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from counter.delivery.confirm_band import ConfirmBand
from counter.delivery.facts_part import FactsPart
from counter.delivery.hand_part import HandPart, deeds_line
from counter.delivery.presenter import DeliveryPresenter
from counter.language import Language
from counter.parts.field import Field, line_edit, show_typed
from counter.parts.form_scroll import FormScroll
from counter.parts.key_button import KeyButton
from counter.parts.labels import card, relook, show_text, text_label
from counter.parts.view import View
from counter.words import translate


class DeliveryCardView(View):
    """Facts above; below, what the post does at the door, or what the office does with its own."""

    def __init__(self, presenter: DeliveryPresenter, language: Language) -> None:
        super().__init__()
        self._presenter = presenter
        self._facts, self._hand = FactsPart(presenter, language), HandPart(presenter)
        self._band = ConfirmBand(presenter, language)
        self._tracking = line_edit("delivery_label")
        self._tracking.textEdited.connect(presenter.type_tracking)
        self._tracking.returnPressed.connect(presenter.track)
        self._tracking_field = Field(self._tracking)
        self._hint = text_label("soft")
        self._hint.setObjectName("delivery_hint")
        self._withdraw = KeyButton("delivery_withdraw", "Alt+H").once()
        self._withdraw.does(partial(presenter.press, "withdraw"))
        self._dossier = KeyButton("delivery_dossier", "Alt+O", "quiet")
        self._dossier.does(presenter.show_dossier)
        self._print = KeyButton("delivery_print", "Ctrl+P", "quiet")
        self._print.does(presenter.print_copy)
        self._again = KeyButton("delivery_send_again", "Ctrl+Return", "primary")
        self._again.does(presenter.send_again)
        self._track = KeyButton("delivery_track", "Ctrl+Return", "primary")
        self._track.does(presenter.track)
        self._deliver = KeyButton("delivery_deliver", "Ctrl+Return", "primary").once()
        self._deliver.does(partial(presenter.press, "deliver"))
        self._was_armed = False
        self._lay_out()
        self.retranslate()

    def focus_first(self) -> None:
        """Where work goes on."""
        state = self._presenter.state
        if state.card is not None and state.card.may_deliver:
            self._hand.focus_first()
        elif state.card is not None and state.card.may_withdraw:
            self._tracking.setFocus()
        self._scroll.follow()

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._tracking_field.say(translate("Delivery", "Số hiệu bưu gửi"))
        self._tracking.setPlaceholderText(translate("Delivery", "Quét mã vạch trên nhãn của bưu điện"))
        self._withdraw.say(translate("Delivery", "Hủy phiếu"))
        self._dossier.say(translate("Delivery", "Xem hồ sơ"))
        self._print.say(translate("Delivery", "In lại phiếu"))
        self._again.say(translate("Delivery", "Gửi lại"))
        self._track.say(translate("Delivery", "Ghi số hiệu"))

    def show_state(self) -> None:
        """Shows the delivery at hand."""
        state = self._presenter.state
        card = state.card
        if card is None:
            return
        self._facts.show_state()
        if state.armed is not None and not self._was_armed:
            # What was typed, or the button pressed, stays in sight above the sentence that asks about it.
            self._scroll.bring(self._hand.deeds.get(state.armed, self._hand))
        self._was_armed = state.armed is not None
        self._hand.setVisible(card.may_deliver)
        for button in (self._dossier, self._print):
            button.setVisible(state.armed is None)
        self._hand.show_state()
        self._band.show_state()
        self._tracking_field.setVisible(card.may_withdraw)
        show_typed(self._tracking, state.tracking)
        show_text(self._hint, self._hint_words())
        self._withdraw.setVisible(card.may_withdraw)
        relook(self._withdraw, "primary" if state.armed == "withdraw" else "plain")
        self._track.setVisible(card.may_withdraw)
        self._track.setEnabled(not state.busy and state.tracking.strip() not in ("", card.row.tracking))
        self._again.setVisible(card.row.state == "back")
        self._deliver.setVisible(card.may_deliver and state.armed in (None, "deliver"))
        armed = state.armed == "deliver"
        words = translate("Delivery", "Nhấn lần nữa để ghi") if armed else translate("Delivery", "Đã phát")
        self._deliver.say(words)
        self._deliver.setEnabled(state.handing.is_complete and not state.busy)

    def _hint_words(self) -> str:
        card = self._presenter.state.card
        if card is None:
            return ""
        if card.may_withdraw:
            return translate(
                "Delivery", "Bàn giao cho bưu điện ở phòng Bàn giao (Ctrl+2); bưu điện ký là bắt đầu phát."
            )
        if card.row.state == "back":
            return translate("Delivery", "Người dân có thể đến nhận tại quầy, hoặc gửi lại khi đã xác minh địa chỉ.")
        return ""

    def _lay_out(self) -> None:
        face: QFrame = card()
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(face)
        reading = QWidget()
        column = QVBoxLayout(reading)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (self._facts, self._hand, self._tracking_field, self._hint):
            column.addWidget(widget)
        column.addWidget(deeds_line((*self._hand.deeds.values(), self._withdraw, self._print, self._dossier)))
        column.addStretch(1)
        layout = QVBoxLayout(face)
        layout.setContentsMargins(20, 20, 20, 20)
        layout.setSpacing(8)
        self._scroll = FormScroll(reading)
        layout.addWidget(self._scroll.area, 1)
        layout.addWidget(self._band)
        for button in (self._again, self._track, self._deliver):
            layout.addWidget(button)
