"""The list of what wants attention: groups at the left, dossiers in the middle, deeds for the selection below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from counter.deadlines.apology_panel import ApologyPanel
from counter.deadlines.batch_card import BatchCard
from counter.deadlines.derive import chosen_words, derive_groups, derive_rows, empty_words
from counter.deadlines.group_list import GroupList
from counter.deadlines.presenter import DeadlinesPresenter
from counter.deadlines.row_list import DeadlineList
from counter.language import Language
from counter.look import Look
from counter.parts.key_button import KeyButton
from counter.parts.labels import card, line_label, text_label
from counter.parts.view import View
from counter.words import translate
from shared.domain.deadlines import GROUPS

_GROUPS_WIDTH = 216
_PLACES = (None, *GROUPS)


class ListPage(View):
    """Groups, rows, deeds."""

    def __init__(self, presenter: DeadlinesPresenter, language: Language, look: Look) -> None:
        super().__init__()
        self._presenter, self._language = presenter, language
        self._groups = GroupList("deadline_groups", look)
        self._groups.currentRowChanged.connect(self._choose_group)
        self._count = line_label("label")
        self._count.setObjectName("deadline_count")
        self._all = KeyButton("select_all", "Ctrl+A", "quiet")
        self._all.does(presenter.toggle_all)
        self._list = DeadlineList("deadline_rows", look)
        self._list.toggled.connect(presenter.toggle)
        self._list.all_toggled.connect(presenter.toggle_all)
        self._list.opened.connect(presenter.open)
        self._empty = text_label("soft")
        self._empty.setObjectName("deadlines_empty")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._panel = ApologyPanel(presenter, language, look)
        self._batch = BatchCard(presenter, language)
        self._open = KeyButton("open_dossier")
        self._open.key = "Return"  # shown only: Enter belongs to the list, not to the whole room
        self._open.setProperty("keyed", True)  # noqa: FBT003
        self._open.does(self._open_current)
        self._close = KeyButton("close_unanswered", "Alt+D")
        self._close.does(lambda: presenter.close_unanswered(self._list.current_id()))
        self._apologise = KeyButton("apologise", "Alt+X", "primary")
        self._apologise.does(self.apologise)
        self._lay_out()
        self.become(look)
        self.retranslate()

    def become(self, look: Look) -> None:
        """Takes another look."""
        self._groups.setFixedWidth(look.part(_GROUPS_WIDTH))
        for part in (self._groups, self._list, self._panel):
            part.become(look)

    def focus_first(self) -> None:
        """Puts the cursor into the list."""
        (self._list if self._presenter.state.rows else self._groups).setFocus(Qt.FocusReason.OtherFocusReason)

    def apologise(self) -> None:
        """Opens Form 04 for what is selected."""
        self._presenter.begin_apology(self._list.current_id())
        if self._presenter.state.apology is not None:
            self._panel.focus_first()

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._groups.setAccessibleName(translate("Deadlines", "Nhóm hồ sơ cần theo dõi"))
        self._list.setAccessibleName(translate("Deadlines", "Hồ sơ cần theo dõi"))
        self._all.say(translate("Deadlines", "Chọn tất cả"))
        self._open.say(translate("Deadlines", "Mở hồ sơ"))
        self._close.say(translate("Deadlines", "Đóng hồ sơ"))
        self._apologise.say(translate("Deadlines", "Xin lỗi, hẹn lại"))

    def show_state(self) -> None:
        """Shows groups, rows and what may be done."""
        state = self._presenter.state
        self._groups.show_groups(derive_groups(state.found), _PLACES.index(state.group))
        rows = derive_rows(state, self._language.code)
        self._list.show_rows(rows, translate("Deadlines", "đã chọn"))
        self._faces.setCurrentIndex(0 if rows else 1)
        self._empty.setText(empty_words(state))
        self._count.setText(chosen_words(state))
        self._all.setEnabled(bool(rows) and not state.busy)
        filling = state.apology is not None and not state.busy
        self._panel.setVisible(filling)
        self._batch.setVisible(state.batch is not None)
        self._deeds.setVisible(not filling)
        self._panel.show_state()
        self._batch.show_state()
        self._open.setEnabled(bool(rows))
        able = state.chosen or state.rows
        self._apologise.setEnabled(any(row.may_apologise for row in able) and not state.busy)
        self._close.setVisible(self._presenter.may_close)
        self._close.setEnabled(any(row.may_close for row in able) and not state.busy)

    def _choose_group(self, at: int) -> None:
        if 0 <= at < len(_PLACES):
            self._presenter.choose_group(_PLACES[at])

    def _open_current(self) -> None:
        current = self._list.current_id()
        if current is not None:
            self._presenter.open(current)

    def _lay_out(self) -> None:
        heading = QHBoxLayout()
        heading.addWidget(self._count, 1)
        heading.addWidget(self._all)
        nothing = card()
        inside = QVBoxLayout(nothing)
        inside.setContentsMargins(32, 32, 32, 32)
        inside.addWidget(self._empty)
        rows = QWidget()
        self._faces = QStackedLayout(rows)
        self._faces.addWidget(self._list)
        self._faces.addWidget(nothing)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addLayout(heading)
        right.addWidget(rows, 1)
        right.addWidget(self._panel)
        right.addWidget(self._batch)
        work = QHBoxLayout()
        work.setSpacing(16)
        work.addWidget(self._groups)
        work.addLayout(right, 1)
        self._deeds = QWidget()
        deeds = QHBoxLayout(self._deeds)
        deeds.setContentsMargins(0, 0, 0, 0)
        deeds.setSpacing(12)
        deeds.addWidget(self._open)
        deeds.addStretch(1)
        deeds.addWidget(self._close)
        deeds.addWidget(self._apologise)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(work, 1)
        layout.addWidget(self._deeds)
