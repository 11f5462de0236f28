"""What the card of a delivery says above everything that is done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from counter.delivery.presenter import DeliveryPresenter
from counter.delivery.words import derive_card
from counter.language import Language
from counter.parts.brief_label import BriefLabel
from counter.parts.labels import line_label, relook, show_text, text_label
from counter.parts.view import View
from counter.words import translate


class FactsPart(View):
    """To whom, where, how far, until when, what was tried; at the door in few lines, to leave room for the work."""

    def __init__(self, presenter: DeliveryPresenter, language: Language) -> None:
        super().__init__()
        self._presenter, self._language = presenter, language
        self._name, self._address, self._what = text_label("title"), text_label("lead"), BriefLabel("soft")
        self._name.setObjectName("delivery_name")
        self._address.setObjectName("delivery_address")
        self._titles = {name: line_label("label") for name in ("code", "phone", "state", "due", "tracking", "tried")}
        self._values = {name: text_label() for name in self._titles}
        for name, value in self._values.items():
            value.setObjectName(f"delivery_{name}")
        self._short, self._short_due = text_label(), text_label()
        self._short.setObjectName("delivery_short")
        self._instead = text_label()
        self._warning, self._again = text_label("urgent"), text_label("lead")
        self._again.setObjectName("delivery_again")
        self._fee = text_label("warning")
        self._fee.setObjectName("delivery_fee")
        self._lay_out()
        self.retranslate()

    def retranslate(self) -> None:
        """Says every fixed word."""
        words = {
            "code": translate("Delivery", "Hồ sơ"),
            "phone": translate("Delivery", "Điện thoại"),
            "state": translate("Delivery", "Tình trạng"),
            "due": translate("Delivery", "Hạn phát"),
            "tracking": translate("Delivery", "Số hiệu"),
            "tried": translate("Delivery", "Lần phát"),
        }
        for name, title in self._titles.items():
            title.setText(words[name])

    def show_state(self) -> None:
        """Shows the delivery at hand."""
        card = self._presenter.state.card
        if card is None:
            return
        props = derive_card(card, self._language.code)
        self._name.setText(props.name)
        show_text(self._address, props.address)
        self._what.setText(props.what)
        at_the_door = card.may_deliver
        show_text(self._short, props.short if at_the_door else "")
        show_text(self._short_due, props.due if at_the_door else "")
        relook(self._short_due, "urgent" if props.late else "body")
        values = {
            "code": card.row.code,
            "phone": props.phone,
            "state": props.state,
            "due": props.due,
            "tracking": props.tracking,
            "tried": props.tried,
        }
        for name, value in values.items():
            shown = bool(value) and (not at_the_door or name == "tried")
            show_text(self._values[name], value if shown else "")
            self._titles[name].setVisible(shown)
        relook(self._values["due"], "urgent" if props.late else "body")
        show_text(self._instead, props.instead)
        show_text(self._warning, props.tracking_warning)
        show_text(self._again, props.again)
        show_text(self._fee, props.fee)

    def _lay_out(self) -> None:
        facts = QGridLayout()
        facts.setHorizontalSpacing(16)
        facts.setVerticalSpacing(6)
        facts.setColumnStretch(1, 1)
        for at, name in enumerate(self._titles):
            facts.addWidget(self._titles[name], at, 0, Qt.AlignmentFlag.AlignTop)
            facts.addWidget(self._values[name], at, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self._name, self._address, self._what, self._short, self._short_due):
            layout.addWidget(widget)
        layout.addLayout(facts)
        for widget in (self._instead, self._warning, self._again, self._fee):
            layout.addWidget(widget)
