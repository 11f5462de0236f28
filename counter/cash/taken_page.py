"""What was taken today: the list, and what can still be done about one payment."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QStackedLayout, QVBoxLayout, QWidget

from counter.cash.derive import derive_payment_lines, derive_payment_row
from counter.cash.presenter import CashPresenter
from counter.language import Language
from counter.parts.brief_label import BriefLabel
from counter.parts.field import Field, line_edit, show_typed
from counter.parts.key_button import KeyButton
from counter.parts.labels import card, line_label, text_label
from counter.parts.rows import RowList
from counter.parts.scrolling import scrolling
from counter.parts.sum_grid import SumGrid
from counter.parts.view import View
from counter.words import translate


class TakenPage(View):
    """Payments at the left, the chosen one at the right."""

    def __init__(self, presenter: CashPresenter, language: Language) -> None:
        super().__init__()
        self._presenter, self._language = presenter, language
        self._empty = text_label("soft")
        self._empty.setObjectName("no_payments")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._list = RowList("payments")
        self._list.currentItemChanged.connect(lambda *_: presenter.choose(self._list.current_identity()))
        self._list.itemActivated.connect(lambda *_: self._edits["number"].setFocus())
        self._hint = text_label("soft")
        self._code, self._procedure = line_label("lead"), BriefLabel()
        self._facts = SumGrid("payment_facts", last="body")
        self._edits: dict[str, QLineEdit] = {}
        self._fields: dict[str, Field] = {}
        for name in ("series", "number", "reason"):
            edit = line_edit(f"payment_{name}")
            edit.textEdited.connect(partial(self._typed, name))
            self._edits[name], self._fields[name] = edit, Field(edit)
        self._record = KeyButton("record_receipt", "Ctrl+Return", "primary")
        self._record.does(presenter.record_receipt)
        self._edits["number"].returnPressed.connect(presenter.record_receipt)
        self._back = KeyButton("give_back", "Alt+H")
        self._back.does(presenter.give_back)
        self._side = QStackedLayout()
        self._faces = QStackedLayout(self)
        self._lay_out()
        self.retranslate()

    def focus_first(self) -> None:
        """Puts the cursor into the list."""
        self._list.setFocus()

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._empty.setText(translate("Cash", "Hôm nay chưa thu khoản nào."))
        self._list.setAccessibleName(translate("Cash", "Các khoản đã thu"))
        self._hint.setText(translate("Cash", "Chọn một khoản để ghi số biên lai hoặc hoàn trả."))
        self._fields["series"].say(translate("Cash", "Ký hiệu biên lai"))
        self._fields["number"].say(translate("Cash", "Số biên lai"))
        self._fields["reason"].say(translate("Cash", "Lý do hoàn trả"))
        self._record.say(translate("Cash", "Ghi số biên lai"))
        self._back.say(translate("Cash", "Hoàn trả"))

    def show_state(self) -> None:
        """Shows the payments and the chosen one."""
        state, language = self._presenter.state, self._language.code
        self._faces.setCurrentIndex(1 if state.payments else 0)
        today = self._presenter.today
        self._list.show_rows(tuple((row.id, derive_payment_row(row, language, today)) for row in state.payments))
        if self._list.current_identity() != state.chosen:
            self._list.show_current(state.chosen)
        row = state.chosen_row
        self._side.setCurrentIndex(0 if row is None else 1)
        if row is None:
            return
        self._code.setText(row.code)
        self._procedure.setText(row.procedure_name)
        self._facts.show_lines(derive_payment_lines(row, language))
        for name, edit in self._edits.items():
            show_typed(edit, str(getattr(state, name)))
        standing = row.state == "collected"
        for name in ("series", "number"):
            self._fields[name].setVisible(standing and row.way != "waived")
        self._record.setVisible(standing and row.way != "waived")
        self._record.setEnabled(bool(state.number.strip()) and not state.busy)
        self._fields["reason"].setVisible(standing)
        self._back.setVisible(standing)
        self._back.setEnabled(bool(state.reason.strip()) and not state.busy)

    def _typed(self, name: str, text: str) -> None:
        self._presenter.set_about(**{name: text})

    def _lay_out(self) -> None:
        nothing = card()
        inside = QVBoxLayout(nothing)
        inside.setContentsMargins(40, 40, 40, 40)
        inside.addWidget(self._empty)
        both = QWidget()
        across = QHBoxLayout(both)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(16)
        across.addWidget(self._list, 1)
        side = QWidget()
        side.setLayout(self._side)
        across.addWidget(side, 1)
        hint = card()
        hinted = QVBoxLayout(hint)
        hinted.setContentsMargins(24, 20, 24, 20)
        hinted.addWidget(self._hint)
        self._side.addWidget(hint)
        self._side.addWidget(self._chosen_card())
        for face in (nothing, both):
            self._faces.addWidget(face)

    def _chosen_card(self) -> QFrame:
        reading = QWidget()
        column = QVBoxLayout(reading)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        receipt = QHBoxLayout()
        receipt.setSpacing(8)
        receipt.addWidget(self._fields["series"], 1)
        receipt.addWidget(self._fields["number"], 1)
        for widget in (self._code, self._procedure, self._facts):
            column.addWidget(widget)
        column.addSpacing(8)
        column.addLayout(receipt)
        column.addWidget(self._record)
        column.addStretch(1)
        column.addWidget(self._fields["reason"])
        column.addWidget(self._back)
        frame = card()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(20, 16, 20, 16)
        inside.addWidget(scrolling(reading))
        return frame
