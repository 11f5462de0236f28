"""At a point of the post: who signs for it and what is shown; or why it could not be delivered."""

from __future__ import annotations

from functools import partial
from typing import get_args

from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from counter.delivery.presenter import DeliveryPresenter
from counter.delivery.state import ATTEMPTS, Deed
from counter.delivery.words import outcome_words, paper_words
from counter.parts.field import Field, line_edit, show_typed
from counter.parts.flow import FlowLayout
from counter.parts.key_button import KeyButton
from counter.parts.labels import clear, relook
from counter.parts.row_button import RowButton
from counter.parts.steady import ChoiceBox
from counter.parts.view import View
from counter.ports import AuthorisedCollector
from counter.words import translate
from shared.domain.delivery import IdentityPaper, Recipient

_EDITS = {"name": "name", "number": "number", "paper": "paper", "series": "series", "receipt": "receipt"}
_KEYS: dict[Deed, str] = {
    "absent": "Alt+V",
    "invited": "Alt+M",
    "refused": "Alt+C",
    "wrong_address": "Alt+S",
    "give_up": "Alt+H",
}


class HandPart(View):
    """What is filled in at the door. Attributes: `deeds`, the buttons of what else can have happened."""

    def __init__(self, presenter: DeliveryPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._choices: dict[Recipient, KeyButton] = {
            "addressee": KeyButton("recipient_addressee", "Alt+N"),
            "authorised": KeyButton("recipient_authorised", "Alt+U"),
        }
        for recipient, button in self._choices.items():
            button.setCheckable(True)
            button.does(partial(self._choose, recipient))
        self._edits: dict[str, QLineEdit] = {}
        self._fields: dict[str, Field] = {}
        for name in _EDITS:
            edit = line_edit(f"handing_{name}")
            edit.textEdited.connect(partial(self._typed, name))
            edit.returnPressed.connect(partial(presenter.arm, "deliver"))
            self._edits[name], self._fields[name] = edit, Field(edit)
        self._paper = ChoiceBox("handing_identity_paper")
        self._paper_field = Field(self._paper)
        self._recorded = QVBoxLayout()
        self._recorded.setSpacing(8)
        self._listed: tuple[AuthorisedCollector, ...] = ()
        self.deeds: dict[Deed, KeyButton] = {}
        for deed, key in _KEYS.items():
            button = self.deeds[deed] = KeyButton(f"delivery_{deed}", key).once()
            button.does(partial(presenter.press, deed))
        self._lay_out()
        self.retranslate()
        self._paper.currentIndexChanged.connect(lambda _: presenter.hand(identity_paper=self._paper.currentData()))

    def focus_first(self) -> None:
        """The first field that is empty: mostly the number of the identity paper."""
        handing = self._presenter.state.handing
        empty = "name" if not handing.name else "number"
        self._edits[empty].setFocus()

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._choices["addressee"].say(translate("Delivery", "Người nhận"))
        self._choices["authorised"].say(translate("Delivery", "Người được ủy quyền"))
        words = {
            "name": translate("Delivery", "Họ tên người ký nhận"),
            "number": translate("Delivery", "Số giấy tờ đã xem"),
            "paper": translate("Delivery", "Giấy ủy quyền"),
            "series": translate("Delivery", "Ký hiệu biên lai"),
            "receipt": translate("Delivery", "Số biên lai"),
        }
        for name, field in self._fields.items():
            field.say(words[name])
        self._edits["paper"].setPlaceholderText(translate("Delivery", "Số, ngày, nơi chứng thực"))
        self._edits["receipt"].setPlaceholderText(translate("Delivery", "Ghi sau cũng được"))
        self._paper_field.say(translate("Delivery", "Giấy tờ đã xem"))
        self._paper.offer(tuple((each, paper_words(each)) for each in get_args(IdentityPaper)))
        for outcome in ATTEMPTS:
            self.deeds[outcome].say(outcome_words(outcome))
        self.deeds["give_up"].say(translate("Delivery", "Chuyển hoàn"))

    def show_state(self) -> None:
        """Shows what was typed, and what can be done."""
        state = self._presenter.state
        card, handing = state.card, state.handing
        if card is None:
            return
        authorised = handing.recipient == "authorised"
        for recipient, button in self._choices.items():
            button.setChecked(recipient == handing.recipient)
        for name, edit in self._edits.items():
            show_typed(edit, str(getattr(handing, name)))
        self._paper.show_value(handing.identity_paper)
        self._fields["paper"].setVisible(authorised)
        for name in ("series", "receipt"):
            self._fields[name].setVisible(bool(card.fee_vnd))
        self._show_recorded(card.recipients if authorised else ())
        trying = card.may_deliver and card.row.state == "with_post"
        for deed, button in self.deeds.items():
            possible = card.may_give_up if deed == "give_up" else trying
            button.setVisible(possible and state.armed in (None, deed))
            button.setEnabled(not state.busy)
            relook(button, "primary" if state.armed == deed else "plain")

    def _show_recorded(self, people: tuple[AuthorisedCollector, ...]) -> None:
        if people == self._listed:
            return
        self._listed = people
        clear(self._recorded)
        for place, person in enumerate(people):
            row = RowButton(f"recorded_recipient_{place}", str(place))
            row.say(person.name, translate("Delivery", "Người nộp hồ sơ đã ghi khi tiếp nhận"))
            row.does(partial(self._recorded_chosen, place))
            self._recorded.addWidget(row)

    def _recorded_chosen(self, place: int) -> None:
        self._presenter.choose_recorded(place)
        self.show_state()
        self._edits["number"].setFocus()

    def _choose(self, recipient: Recipient) -> None:
        self._presenter.choose_recipient(recipient)
        self.show_state()
        self.focus_first()

    def _typed(self, name: str, text: str) -> None:
        self._presenter.hand(**{name: text})

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for column, choice in enumerate(self._choices.values()):
            grid.addWidget(choice, 0, column)
        grid.addLayout(self._recorded, 1, 0, 1, 2)
        grid.addWidget(self._fields["name"], 2, 0)
        grid.addWidget(self._fields["number"], 2, 1)
        grid.addWidget(self._paper_field, 3, 0)
        grid.addWidget(self._fields["paper"], 3, 1)
        grid.addWidget(self._fields["series"], 4, 0)
        grid.addWidget(self._fields["receipt"], 4, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(grid)


def deeds_line(buttons: tuple[KeyButton, ...]) -> QWidget:
    """Buttons beside each other, going on below where the room ends."""
    line = QWidget()
    flow = FlowLayout()
    flow.setContentsMargins(0, 0, 0, 0)
    for button in buttons:
        flow.addWidget(button)
    line.setLayout(flow)
    return line
