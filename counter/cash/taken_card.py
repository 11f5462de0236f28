"""What is shown once money was taken: how much, what goes back, whether a receipt is recorded."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from counter.cash.derive import way_words
from counter.cash.presenter import CashPresenter
from counter.language import Language
from counter.look import Look
from counter.parts.brief_label import BriefLabel
from counter.parts.key_button import KeyButton
from counter.parts.labels import card, line_label, show_text, text_label
from counter.parts.scrolling import scrolling
from counter.parts.view import View
from counter.words import money_words, translate


class TakenCard(View):
    """A calm page after the work."""

    def __init__(self, presenter: CashPresenter, language: Language, look: Look) -> None:
        super().__init__()
        self._presenter, self._language = presenter, language
        self._picture = QLabel()
        self._title, self._code, self._what = text_label("title"), line_label("code"), BriefLabel("soft")
        self._title.setObjectName("taken_title")
        self._change_title, self._change = line_label("label"), line_label("headline")
        self._change.setObjectName("taken_change")
        self._receipt = text_label("lead")
        self._missing = text_label("warning")
        self._next = KeyButton("next_payment", "Ctrl+N", "primary")
        self._next.does(presenter.next)
        self._reception = KeyButton("next_reception", "Alt+V")
        self._reception.does(presenter.to_reception)
        self._lay_out()
        self.become(look)
        self.retranslate()

    def become(self, look: Look) -> None:
        """Takes another look."""
        self._picture.setPixmap(look.pixmap("done_mark", look.palette.done, 44))

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._change_title.setText(translate("Cash", "Trả lại khách"))
        self._missing.setText(translate("Cash", "⚠ Chưa có số biên lai: cấp biên lai rồi ghi số ở trang Đã thu."))
        self._next.say(translate("Cash", "Hồ sơ khác"))
        self._reception.say(translate("Cash", "Tiếp nhận hồ sơ mới"))

    def show_state(self) -> None:
        """Shows the payment just made."""
        state, language = self._presenter.state, self._language.code
        taken = state.taken
        if taken is None:
            return
        amount = money_words(taken.amount_vnd, language)
        waived = taken.way == "waived"
        self._title.setText(
            translate("Cash", "Đã ghi miễn phí")
            if waived
            else translate("Cash", "Đã thu {amount}").format(amount=amount)
        )
        self._code.setText(taken.code)
        self._what.setText(f"{way_words(taken.way)} · {taken.procedure_name}")
        gives_back = bool(state.change_vnd)
        self._change_title.setVisible(gives_back)
        self._change.setVisible(gives_back)
        self._change.setText(money_words(state.change_vnd or 0, language))
        receipt = translate("Cash", "Biên lai {receipt}").format(receipt=taken.receipt) if taken.receipt else ""
        show_text(self._receipt, receipt)
        self._missing.setVisible(taken.lacks_receipt)

    def _lay_out(self) -> None:
        frame = card()
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(frame)
        reading = QWidget()
        column = QVBoxLayout(reading)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (
            self._picture,
            self._title,
            self._code,
            self._what,
            self._change_title,
            self._change,
            self._receipt,
            self._missing,
        ):
            column.addWidget(widget)
        column.addStretch(1)
        layout = QVBoxLayout(frame)
        layout.setContentsMargins(40, 36, 40, 36)
        layout.setSpacing(16)
        layout.addWidget(scrolling(reading), 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._next)
        row.addWidget(self._reception)
        row.addStretch(1)
        layout.addLayout(row)
