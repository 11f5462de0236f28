"""The search: one field, and below it what was found, best first."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from counter.dossiers.derive import derive_search_props
from counter.dossiers.presenter import DossiersPresenter
from counter.language import Language
from counter.look import Look
from counter.parts.field import line_edit
from counter.parts.labels import line_label, show_text, text_label
from counter.parts.rows import RowList
from counter.parts.scan_field import DOSSIER_CODE_AT_END
from counter.parts.view import View
from counter.scan import ScanFilter
from counter.words import translate

_ARROWS = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class SearchFace(View):
    """Typing searches; arrows move in the list while the cursor stays in the field; Enter opens.

    Attributes: `field`, `list`.
    """

    def __init__(self, presenter: DossiersPresenter, room: QWidget, language: Language, look: Look) -> None:
        super().__init__()
        self._presenter, self._language = presenter, language
        self._title = line_label("title")
        self.field = line_edit("dossier_search")
        self.field.setProperty("look", "search")
        self.field.setClearButtonEnabled(True)
        self.field.textEdited.connect(presenter.search)
        self.field.returnPressed.connect(self._enter)
        self.field.installEventFilter(self)
        self._scan = ScanFilter(room, whole_code=DOSSIER_CODE_AT_END)
        self._scan.scanned.connect(presenter.scanned)
        self._summary, self._indexing = line_label("soft"), text_label("small")
        self._summary.setObjectName("found_summary")
        self._indexing.setObjectName("indexing")
        self.list = RowList("found_dossiers")
        self.list.itemActivated.connect(self._open)
        self.list.itemClicked.connect(self._open)
        self._picture = QLabel()
        self._empty_title, self._empty_hint = text_label("lead"), text_label("soft")
        self._empty_title.setObjectName("nothing_found")
        self._lay_out()
        self.become(look)
        self.retranslate()

    def become(self, look: Look) -> None:
        """Takes another look."""
        self._picture.setPixmap(look.pixmap("search", look.palette.edge, 48))

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._title.setText(translate("Dossiers", "Tra cứu hồ sơ"))
        hint = translate("Dossiers", "Tên, mã hồ sơ, số cuối điện thoại, thủ tục… (F8)")
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(hint)
        self.list.setAccessibleName(translate("Dossiers", "Hồ sơ tìm thấy"))

    def show_state(self) -> None:
        """Shows what was found."""
        state = self._presenter.state
        if self.field.text() != state.query:
            self.field.setText(state.query)
        props = derive_search_props(state, self._language.code)
        before = self.list.current_identity()
        self.list.show_rows(props.rows)
        if props.rows and (before is None or self.list.current_identity() is None):
            self.list.setCurrentRow(0)
        show_text(self._summary, props.summary)
        show_text(self._indexing, props.indexing)
        self._empty_title.setText(props.title)
        self._empty_hint.setText(props.hint)
        self._below.setCurrentIndex(0 if props.rows else 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Arrows in the field move in the list."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            row, key = self.list.currentRow(), event.key()
            if key in _ARROWS and self.list.count():
                step = 1 if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) else 8
                row += step if key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown) else -step
                self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
                return True
        return super().eventFilter(watched, event)

    def _enter(self) -> None:
        self._presenter.enter(self.list.current_identity())

    def _open(self) -> None:
        dossier = self.list.current_identity()
        if dossier is not None:
            self._presenter.open(dossier)

    def _lay_out(self) -> None:
        empty = QWidget()
        inside = QVBoxLayout(empty)
        inside.setSpacing(8)
        inside.addStretch(2)
        for label in (self._picture, self._empty_title, self._empty_hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            inside.addWidget(label)
        inside.addStretch(3)
        below = QWidget()
        self._below = QStackedLayout(below)
        self._below.addWidget(self.list)
        self._below.addWidget(empty)
        above = QHBoxLayout()
        above.setSpacing(16)
        above.addWidget(self._summary)
        above.addWidget(self._indexing, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(self._title)
        layout.addWidget(self.field)
        layout.addLayout(above)
        layout.addWidget(below, 1)
