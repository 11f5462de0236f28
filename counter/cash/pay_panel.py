"""How it is paid: cash with the change, or a transfer with the VietQR code; and the one deed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from counter.cash.derive import derive_due
from counter.cash.presenter import QR_PIXELS, CashPresenter
from counter.cash.state import Way, work_out
from counter.language import Language
from counter.look import Look
from counter.parts.field import Field, line_edit, mark_wrong, show_typed
from counter.parts.key_button import KeyButton
from counter.parts.labels import card, line_label, show_text, text_label
from counter.parts.scrolling import scrolling
from counter.parts.view import View
from counter.words import translate

_WIDTH, _WORDS = 296, 266
"""Room for the code, whatever the letters; and for the words of the buttons."""


class PayPanel(View):
    """The right side of collecting."""

    def __init__(self, presenter: CashPresenter, language: Language, look: Look) -> None:
        super().__init__()
        self._presenter, self._language = presenter, language
        self._cash, self._transfer = KeyButton("pay_cash", "Alt+M"), KeyButton("pay_transfer", "Alt+K")
        ways: tuple[tuple[KeyButton, Way], ...] = ((self._cash, "cash"), (self._transfer, "transfer"))
        for button, way in ways:
            button.setCheckable(True)
            button.does(partial(self._choose, way))
        self._given = line_edit("fee_given")
        self._given.textEdited.connect(lambda text: presenter.set(given=text))
        self._given.returnPressed.connect(presenter.take)
        self._given_field = Field(self._given)
        self._change_title, self._change = line_label("label"), line_label("headline")
        self._change.setObjectName("fee_change")
        self._short = text_label("urgent")
        self._qr, self._no_bank = QLabel(), text_label("soft")
        self._qr.setObjectName("fee_qr")
        self._qr.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._account = text_label("small")
        self._account.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._slip = KeyButton("print_payment_slip", "Ctrl+P")
        self._slip.does(presenter.print_slip)
        self._take = KeyButton("take_fee", "Ctrl+Return", "primary")
        self._take.does(presenter.take)
        self._lay_out()
        self.become(look)
        self.retranslate()

    def become(self, look: Look) -> None:
        """Takes another look."""
        self.setFixedWidth(max(_WIDTH, look.px(_WORDS)))

    def focus_first(self) -> None:
        """The money handed over, or the way to pay when it comes by transfer."""
        if self._presenter.state.typed.way == "cash":
            self._given.setFocus()
        else:
            self._transfer.setFocus()

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._cash.say(translate("Cash", "Tiền mặt"))
        self._transfer.say(translate("Cash", "Chuyển khoản"))
        self._given_field.say(translate("Cash", "Khách đưa"))
        self._change_title.setText(translate("Cash", "Trả lại"))
        self._no_bank.setText(translate("Cash", "Đơn vị chưa khai báo tài khoản để chuyển khoản."))
        self._qr.setAccessibleName(translate("Cash", "Mã VietQR để chuyển khoản"))
        self._slip.say(translate("Cash", "In phiếu nộp phí"))

    def show_state(self) -> None:
        """Shows the way, the sums and whether it can be taken."""
        state = self._presenter.state
        if state.card is None:
            return
        typed, money = state.typed, work_out(state.card, state.typed)
        props = derive_due(state.card, typed, self._language.code)
        cash = typed.way == "cash"
        self._cash.setChecked(cash)
        self._transfer.setChecked(not cash)
        show_typed(self._given, typed.given)
        mark_wrong(self._given, wrong="given" in money.wrong)
        self._cash_side.setVisible(cash and not money.is_waived)
        self._transfer_side.setVisible(not cash and not money.is_waived)
        self._change.setText(props.change or "–")
        show_text(self._short, props.short)
        self._show_code()
        self._take.say(props.deed)
        self._take.setEnabled(props.may_take and not state.busy)

    def _show_code(self) -> None:
        state = self._presenter.state
        bank = state.card.bank if state.card else None
        self._no_bank.setVisible(bank is None)
        self._qr.setVisible(bank is not None)
        show_text(self._account, f"{bank.bank_name} · {bank.account}\n{bank.holder}" if bank else "")
        picture = QPixmap()
        if state.qr:
            picture.loadFromData(state.qr)
        self._qr.setPixmap(picture)
        self._slip.setEnabled(bool(state.qr_text))

    def _choose(self, way: Way) -> None:
        self._presenter.choose_way(way)
        self.show_state()
        self.focus_first()

    def _lay_out(self) -> None:
        frame = card()
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(frame)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._cash_side, self._transfer_side = self._lay_out_cash(), self._lay_out_transfer()
        column.addWidget(self._cash_side)
        column.addWidget(self._transfer_side)
        column.addStretch(1)
        ways = QVBoxLayout()
        ways.setSpacing(8)
        ways.addWidget(self._cash)
        ways.addWidget(self._transfer)
        layout = QVBoxLayout(frame)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addLayout(ways)
        layout.addWidget(scrolling(content), 1)
        layout.addWidget(self._take)

    def _lay_out_cash(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._given_field)
        column.addWidget(self._change_title)
        column.addWidget(self._change)
        column.addWidget(self._short)
        column.addStretch(1)
        return side

    def _lay_out_transfer(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._qr.setFixedHeight(QR_PIXELS)
        column.addWidget(self._no_bank)
        column.addWidget(self._qr)
        column.addWidget(self._account)
        column.addWidget(self._slip)
        return side
