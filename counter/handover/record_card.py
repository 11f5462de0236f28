"""One handover: its dossiers, what is missing or too many, and what this side may do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from counter.handover.derive import (
    derive_accept_words,
    derive_counted_row,
    derive_extra_words,
    derive_handover_detail,
)
from counter.handover.presenter import HandoverPresenter
from counter.handover.state import is_incoming, is_outgoing
from counter.parts.field import Field, line_edit
from counter.parts.key_button import KeyButton
from counter.parts.labels import card, line_label, show_text, text_label
from counter.parts.rows import RowList
from counter.parts.scrolling import scrolling
from counter.parts.view import View
from counter.words import translate


class RecordCard(View):
    """The opened handover."""

    def __init__(self, presenter: HandoverPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._number, self._detail = line_label("title"), text_label("soft")
        self._sides = text_label()
        self._list = RowList("handover_dossiers")
        self._list.itemActivated.connect(self._toggle)
        self._list.itemClicked.connect(self._toggle)
        self._extra = text_label("urgent")
        self._hint = text_label("small")
        self._not_scanned = KeyButton("miss_the_rest", "Alt+T", "quiet")
        self._not_scanned.does(presenter.miss_what_was_not_scanned)
        self._accept = KeyButton("accept", "Ctrl+Return", "primary")
        self._accept.does(presenter.accept)
        self._cancel = KeyButton("cancel_handover", "Alt+H")
        self._cancel.does(presenter.cancel)
        self._print = KeyButton("print_record", "Ctrl+P")
        self._print.does(presenter.print_record)
        self._here_title = text_label("label")
        self._name, self._password = line_edit("receiver_name"), line_edit("receiver_password")
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._name.returnPressed.connect(self._password.setFocus)
        self._password.returnPressed.connect(self._accept_here)
        self._name_field, self._password_field = Field(self._name), Field(self._password)
        self._sign_here = KeyButton("accept_here", "Alt+K", "primary")
        self._sign_here.does(self._accept_here)
        self._here = self._receiver_panel()
        self._box = card()
        self._lay_out()
        self.retranslate()

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._hint.setText(translate("Handover", "Quét từng hồ sơ để đếm, hoặc Enter để đánh dấu thiếu."))
        self._not_scanned.say(translate("Handover", "Chưa quét là thiếu"))
        self._cancel.say(translate("Handover", "Hủy bàn giao"))
        self._print.say(translate("Handover", "In biên bản"))
        self._here_title.setText(translate("Handover", "Bên nhận ký ngay tại đây"))
        self._name_field.say(translate("Handover", "Tên đăng nhập"))
        self._password_field.say(translate("Handover", "Mật khẩu"))
        self._sign_here.say(translate("Handover", "Bên nhận ký"))
        self._list.setAccessibleName(translate("Handover", "Hồ sơ trong biên bản"))

    def show_state(self) -> None:
        """Shows the opened handover, or nothing."""
        state, officer = self._presenter.state, self._presenter.officer
        opened = state.opened
        self._box.setVisible(opened is not None)
        if opened is None:
            return
        waiting = opened.state == "offered"
        receiving, giving = waiting and is_incoming(opened, officer), waiting and is_outgoing(opened, officer)
        self._number.setText(opened.number)
        self._sides.setText(f"{opened.giver_name} → {opened.receiver_name}")
        self._detail.setText(derive_handover_detail(opened))
        self._list.show_rows(tuple((row.id, derive_counted_row(row, state)) for row in state.rows))
        show_text(self._extra, derive_extra_words(state))
        scanned = any(mark == "scanned" for _, mark in state.marks)
        self._hint.setVisible(receiving or giving)
        self._not_scanned.setVisible(scanned and waiting)
        self._accept.setVisible(receiving)
        self._accept.say(derive_accept_words(state))
        self._cancel.setVisible(giving)
        self._here.setVisible(giving)
        for button in (self._accept, self._cancel, self._sign_here):
            button.setEnabled(not state.busy)

    def _toggle(self) -> None:
        identity = self._list.current_identity()
        if identity is not None:
            self._presenter.toggle_missing(identity)

    def _accept_here(self) -> None:
        name, password = self._name.text(), self._password.text()
        self._password.clear()
        self._presenter.accept_here(name, password)

    def _receiver_panel(self) -> QFrame:
        panel = card("tint")
        fields = QHBoxLayout()
        fields.setSpacing(12)
        fields.addWidget(self._name_field, 1)
        fields.addWidget(self._password_field, 1)
        layout = QVBoxLayout(panel)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(self._here_title)
        layout.addLayout(fields)
        layout.addWidget(self._sign_here)
        return panel

    def _lay_out(self) -> None:
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(16, 16, 12, 8)
        inside.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self._number, 1)
        head.addWidget(self._print)
        inside.addLayout(head)
        for widget in (self._sides, self._detail):
            inside.addWidget(widget)
        inside.addWidget(self._list, 1)
        inside.addWidget(self._extra)
        inside.addWidget(self._hint)
        inside.addWidget(self._not_scanned, 0, Qt.AlignmentFlag.AlignLeft)
        self._list.setMinimumHeight(140)
        framed = QVBoxLayout(self._box)
        framed.setContentsMargins(1, 1, 1, 16)
        framed.setSpacing(8)
        framed.addWidget(scrolling(content), 1)
        deeds = QVBoxLayout()
        deeds.setContentsMargins(20, 0, 20, 0)
        deeds.setSpacing(8)
        for part in (self._here, self._accept, self._cancel):
            deeds.addWidget(part)
        framed.addLayout(deeds)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._box)
