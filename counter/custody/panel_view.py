"""Beside the map: what calls for attention, what is in one place, or through whose hands one paper went."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter.custody.derive import (
    HandProps,
    derive_hands,
    derive_rows,
    detail_words,
    panel_subtitle,
    panel_title,
    signed_words,
    where_words,
)
from counter.custody.presenter import CustodyPresenter
from counter.custody.state import paper_at
from counter.language import Language
from counter.look import Look
from counter.parts.brief_label import BriefLabel
from counter.parts.icon_lines import IconLines
from counter.parts.key_button import KeyButton
from counter.parts.labels import card, relook, show_text, text_label
from counter.parts.rows import RowList
from counter.parts.view import View
from counter.words import translate


class HandsView(IconLines[HandProps]):
    """The chain of hands, the present one at the top."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "custody_hands", (16, 14, 8, 14), 14)

    def _line(self, props: HandProps) -> QHBoxLayout:
        palette = self._look.palette
        colour = palette.urgent if props.urgent else palette.action if props.now else palette.ink_soft
        return self._icon_and_words(props.icon, colour, props.words, props.below, "lead" if props.now else "body")


class CustodyPanel(View):
    """The panel. Attributes: `list`, the rows; `back`, the key that leads back."""

    def __init__(self, presenter: CustodyPresenter, language: Language, look: Look) -> None:
        super().__init__()
        self._presenter, self._language = presenter, language
        self._title, self._subtitle = text_label("lead"), BriefLabel("small")
        self._title.setObjectName("custody_title")
        self._subtitle.setObjectName("custody_subtitle")
        self.back = KeyButton("custody_back", "Alt+Up")
        self.back.does(presenter.back)
        self.list = RowList("custody_papers")
        self.list.itemActivated.connect(self.choose)
        self._open = KeyButton("custody_open", "Ctrl+Return", "primary")
        self._open.does(self.choose)
        self._hands = KeyButton("custody_whose_hands", "Alt+K")
        self._hands.does(self._show_hands)
        self._detail = BriefLabel("small", 4)
        self._detail.setObjectName("custody_detail")
        self._answer = card("tint")
        self._where, self._signed = text_label("lead"), text_label()
        self._where.setObjectName("custody_where")
        self._signed.setObjectName("custody_signed")
        self.hands = HandsView(look)
        self._beside = True
        self._lay_out()
        self.list.currentRowChanged.connect(self._show_detail)
        self.retranslate()
        self.show_state()

    def show_beside(self, *, beside: bool) -> None:
        """Whether it stands beside the map, or in its place."""
        if beside != self._beside:
            self._beside = beside
            self.show_state()

    def become(self, look: Look) -> None:
        """Takes another look."""
        self.hands.become(look)

    def focus_first(self) -> None:
        """Puts the cursor where the panel begins."""
        reason = Qt.FocusReason.OtherFocusReason
        if self._presenter.state.panel == "where":
            self.hands.area.setFocus(reason)
        elif self.list.count():
            if self.list.current_identity() is None:
                self.list.setCurrentRow(0)
            self.list.setFocus(reason)
        else:
            self.back.setFocus(reason)

    def choose(self) -> None:
        """Opens what the current row stands for; of one paper, its dossier."""
        identity = self.list.current_identity()
        if self._presenter.state.panel == "where":
            self._presenter.open_dossier()
        elif identity is not None:
            self._presenter.choose(identity)

    def retranslate(self) -> None:
        """Says every fixed word."""
        self.hands.say(translate("Custody", "Đã qua tay"))
        self._hands.say(translate("Custody", "Đã qua tay ai"))

    def show_state(self) -> None:
        """Shows what the panel holds."""
        state, language = self._presenter.state, self._language.code
        self._title.setText(panel_title(state))
        self.list.setAccessibleName(panel_title(state))
        self._subtitle.setText(panel_subtitle(state))
        where = state.where if state.panel == "where" else None
        rows = () if where is not None else derive_rows(state, language)
        self.list.show_rows(rows)
        if rows and self.list.current_identity() is None:
            self.list.setCurrentRow(0)
        self.list.setVisible(bool(rows))
        self._show_detail()
        self.hands.setVisible(where is not None)
        self._answer.setVisible(where is not None)
        if where is not None:
            units = state.found.units if state.found else ()
            self._where.setText(where_words(where))
            relook(self._where, "urgent" if where.paper.lost else "lead")
            relook(self._answer, "refused" if where.paper.lost else "tint")
            show_text(self._signed, signed_words(where, language))
            self.hands.show_lines(derive_hands(where, units, language))
        self._filler.setVisible(where is None and not rows)
        self.back.setVisible(state.opened)
        if where is not None and state.place is not None:
            self.back.say(translate("Custody", "Về danh sách"))
        else:
            self.back.say(translate("Custody", "Đóng") if self._beside else translate("Custody", "Về bản đồ"))
        self._open.say(translate("Custody", "Mở"))
        self._open.setVisible(bool(rows) or (where is not None and bool(where.paper.dossier)))
        papers = state.panel == "place" or any(each.paper is not None for each in state.alarms)
        self._hands.setVisible(bool(rows) and papers)

    def _show_detail(self) -> None:
        """All that the current row has no room for."""
        identity, state = self.list.current_identity(), self._presenter.state
        row = None if identity is None or state.panel == "where" else paper_at(state, identity)
        show_text(self._detail, "" if row is None else detail_words(row, self._language.code))

    def _show_hands(self) -> None:
        identity = self.list.current_identity()
        if identity is not None:
            self._presenter.show_hands(identity)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        answer = QVBoxLayout(self._answer)
        answer.setContentsMargins(16, 12, 16, 12)
        answer.setSpacing(4)
        answer.addWidget(self._where)
        answer.addWidget(self._signed)
        keys = QHBoxLayout()
        keys.setSpacing(8)
        keys.addWidget(self._open)
        keys.addWidget(self._hands)
        keys.addStretch(1)
        self._filler = QWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self._subtitle)
        layout.addWidget(self._answer)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._detail)
        layout.addWidget(self.hands, 1)
        layout.addWidget(self._filler, 1)
        layout.addLayout(keys)
