"""Making the list of a handover: scan or pick, choose the receiver, sign."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from counter.handover.derive import DerivedRows, derive_held_rows
from counter.handover.presenter import HandoverPresenter
from counter.language import Language
from counter.parts.field import Field
from counter.parts.flow import FlowLayout
from counter.parts.key_button import KeyButton
from counter.parts.labels import line_label, show_text, text_label
from counter.parts.rows import RowList
from counter.parts.steady import ChoiceBox
from counter.parts.view import View
from counter.words import money_words, translate


class GivePage(View):
    """What is held here at the left, the list at the right."""

    def __init__(self, presenter: HandoverPresenter, language: Language) -> None:
        super().__init__()
        self._presenter, self._language = presenter, language
        self._held_title, self._list_title = line_label("lead"), text_label("lead")
        self._derived = DerivedRows(language)
        self._count, self._money = line_label("count"), text_label("small")
        self._count.setObjectName("picked_count")
        self._held, self._list = RowList("held_dossiers"), RowList("picked_dossiers")
        self._held.itemActivated.connect(self._pick)
        self._held.itemClicked.connect(self._pick)
        self._list.itemActivated.connect(self._unpick)
        self._list.itemClicked.connect(self._unpick)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self._list)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._unpick)
        self._all = KeyButton("pick_all", "Ctrl+Shift+A", "quiet")
        self._all.does(presenter.pick_all)
        self._hint = text_label("small")
        self._receiver = ChoiceBox("receiver")
        self._receiver.currentIndexChanged.connect(self._receiver_chosen)
        self._receiver_field = Field(self._receiver)
        self._print = KeyButton("print_list", "Ctrl+P")
        self._print.does(presenter.print_list)
        self._offer = KeyButton("offer", "Ctrl+Return", "primary").once()
        self._offer.does(presenter.offer)
        self._lay_out()
        self.retranslate()

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._held_title.setText(translate("Handover", "Đơn vị đang giữ"))
        self._list_title.setText(translate("Handover", "hồ sơ trong danh sách giao"))
        self._held.setAccessibleName(translate("Handover", "Hồ sơ đơn vị đang giữ"))
        self._list.setAccessibleName(translate("Handover", "Hồ sơ trong danh sách giao"))
        self._all.say(translate("Handover", "Chọn tất cả"))
        self._held.say_nothing(translate("Handover", "Không còn hồ sơ nào để giao cho bên nhận này."))
        self._list.say_nothing(translate("Handover", "Danh sách còn trống: quét hồ sơ, hoặc chọn ở bên trái."))
        self._hint.setText(translate("Handover", "Enter đưa vào danh sách; Delete bỏ ra."))
        self._receiver_field.say(translate("Handover", "Bên nhận"))
        self._print.say(translate("Handover", "In danh sách"))
        self._offer.say(translate("Handover", "Ký giao"))

    def show_state(self) -> None:
        """Shows what is held and what is picked."""
        state, language = self._presenter.state, self._language.code
        left, picked = state.left_rows, state.picked_rows
        if not state.held:
            self._derived.forget()
        self._held.show_rows(derive_held_rows(left, self._derived))
        self._list.show_rows(tuple((row.id, self._derived(row)) for row in picked))
        self._count.setText(str(len(picked)))
        carried = translate("Handover", "Tiền thu hộ kèm theo: {amount}")
        show_text(
            self._money, carried.format(amount=money_words(state.carried_vnd, language)) if state.carried_vnd else ""
        )
        self._receiver.offer(tuple((unit.id, unit.name) for unit in state.units))
        self._receiver.show_value(state.receiver or "")
        self._offer.setEnabled(bool(picked) and not state.busy)
        self._print.setEnabled(bool(picked))
        self._all.setEnabled(bool(left))

    def _pick(self) -> None:
        self._keeping_place(self._held, self._presenter.pick)

    def _unpick(self) -> None:
        self._keeping_place(self._list, self._presenter.unpick)

    def _keeping_place(self, rows: RowList, move: Callable[[str], None]) -> None:
        """Moves the current paper to the other list; the next one becomes current."""
        at, identity = rows.currentRow(), rows.current_identity()
        if identity is None:
            return
        move(identity)
        rows.show_place(at)

    def _receiver_chosen(self) -> None:
        self._presenter.choose_receiver(str(self._receiver.currentData()))

    def _lay_out(self) -> None:
        list_head, deeds, below = QHBoxLayout(), FlowLayout(), FlowLayout()
        list_head.setSpacing(12)
        list_head.addWidget(self._count)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._list_title)
        words.addWidget(self._money)
        list_head.addLayout(words, 1)
        deeds.addWidget(self._offer)
        deeds.addWidget(self._print)
        below.addWidget(self._all)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(8)
        right.setSpacing(8)
        left.addWidget(self._hint)
        left.addLayout(below)
        left.addStretch(1)
        right.addWidget(self._receiver_field)
        right.addLayout(deeds)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(20)
        layout.setVerticalSpacing(8)
        layout.addWidget(self._held_title, 0, 0)
        layout.addLayout(list_head, 0, 1)
        layout.addWidget(self._held, 1, 0)
        layout.addWidget(self._list, 1, 1)
        layout.addLayout(left, 2, 0)
        layout.addLayout(right, 2, 1)
        layout.setRowStretch(1, 1)
        layout.setColumnStretch(0, 1)
        layout.setColumnStretch(1, 1)
