"""The money that travels with a list: how much there should be, how much was counted, by how much it differs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from counter.handover.derive_count import derive_difference_money, derive_money
from counter.handover.presenter import HandoverPresenter
from counter.language import Language
from counter.parts.field import Field, line_edit, mark_wrong, show_typed
from counter.parts.labels import relook, text_label
from counter.parts.view import View
from counter.words import money_words, translate


class MoneyPanel(View):
    """A field for the amount, and the difference at once beside it."""

    def __init__(self, presenter: HandoverPresenter, language: Language) -> None:
        super().__init__()
        self._presenter, self._language = presenter, language
        self._amount = line_edit("money_counted")
        self._amount.textEdited.connect(presenter.set_money)
        self._field = Field(self._amount)
        self._says = text_label("soft")
        self._says.setObjectName("money_difference")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self._field, 2)
        layout.addWidget(self._says, 3)
        self.retranslate()

    def focus_amount(self) -> None:
        """Puts the cursor into the field."""
        self._amount.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._field.say(translate("Handover", "Tiền thu hộ đếm được (đồng)"))

    def show_state(self) -> None:
        """Shows what is due and what was counted."""
        state, language = self._presenter.state, self._language.code
        opened = state.opened
        counted = opened.counted_vnd if opened is not None else None
        counting = bool(state.fees) and self._presenter.may_count
        self.setVisible(counting or counted is not None)
        self._field.setVisible(counting)
        if counting:
            show_typed(self._amount, state.money)
            mark_wrong(self._amount, wrong=bool(state.money.strip()) and state.counted_vnd is None)
            words, agrees = derive_money(state, language)
            look = "urgent" if not agrees else "soft" if state.counted_vnd is None else "done"
        elif opened is not None and counted is not None:
            difference = sum(each.amount_vnd for each in opened.differences if each.kind == "money")
            received = translate("Handover", "Tiền thu hộ đã nhận: {amount}.").format(
                amount=money_words(counted, language)
            )
            settled = any(each.kind == "money" and each.settled_as for each in opened.differences)
            end = "" if settled and not difference else derive_difference_money(difference, language)
            words, look = f"{received} {end}".strip(), "urgent" if difference else "done"
        else:
            return
        self._says.setText(words)
        relook(self._says, look)
