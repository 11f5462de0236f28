"""Making the list of a handover: scan or pick, choose the receiver, sign."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from counter.handover.derive import derive_dossier_row, derive_list_title
from counter.handover.presenter import HandoverPresenter
from counter.language import Language
from counter.parts.field import Field
from counter.parts.key_button import KeyButton
from counter.parts.labels import line_label, text_label
from counter.parts.rows import RowList
from counter.parts.steady import ChoiceBox
from counter.parts.view import View
from counter.words import translate


class GivePage(View):
    """What is held here at the left, the list at the right."""

    def __init__(self, presenter: HandoverPresenter, language: Language) -> None:
        super().__init__()
        self._presenter, self._language = presenter, language
        self._held_title, self._list_title = line_label("lead"), line_label("lead")
        self._list_title.setObjectName("picked_count")
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
        self._offer = KeyButton("offer", "Ctrl+Return", "primary")
        self._offer.does(presenter.offer)
        self._lay_out()
        self.retranslate()

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._held_title.setText(translate("Handover", "Đơn vị đang giữ"))
        self._held.setAccessibleName(translate("Handover", "Hồ sơ đơn vị đang giữ"))
        self._list.setAccessibleName(translate("Handover", "Hồ sơ trong danh sách giao"))
        self._all.say(translate("Handover", "Chọn tất cả"))
        self._hint.setText(translate("Handover", "Enter đưa vào danh sách; Delete bỏ ra."))
        self._receiver_field.say(translate("Handover", "Bên nhận"))
        self._offer.say(translate("Handover", "Ký giao"))

    def show_state(self) -> None:
        """Shows what is held and what is picked."""
        state, language = self._presenter.state, self._language.code
        self._held.show_rows(tuple((row.id, derive_dossier_row(row, language)) for row in state.left_rows))
        self._list.show_rows(tuple((row.id, derive_dossier_row(row, language)) for row in state.picked_rows))
        self._list_title.setText(derive_list_title(state))
        self._receiver.offer(tuple((unit.id, unit.name) for unit in state.units))
        self._receiver.show_value(state.receiver or "")
        self._offer.setEnabled(bool(state.picked_rows) and not state.busy)
        self._all.setEnabled(bool(state.left_rows))

    def _pick(self) -> None:
        identity = self._held.current_identity()
        if identity is not None:
            self._presenter.pick(identity)

    def _unpick(self) -> None:
        identity = self._list.current_identity()
        if identity is not None:
            self._presenter.unpick(identity)

    def _receiver_chosen(self) -> None:
        self._presenter.choose_receiver(str(self._receiver.currentData()))

    def _lay_out(self) -> None:
        held_head, list_head = QHBoxLayout(), QHBoxLayout()
        held_head.addWidget(self._held_title, 1)
        held_head.addWidget(self._all)
        list_head.addWidget(self._list_title, 1)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(8)
        right.setSpacing(8)
        left.addLayout(held_head)
        left.addWidget(self._held, 1)
        left.addWidget(self._hint)
        right.addLayout(list_head)
        right.addWidget(self._list, 1)
        right.addWidget(self._receiver_field)
        right.addWidget(self._offer)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(20)
        layout.addLayout(left, 1)
        layout.addLayout(right, 1)
