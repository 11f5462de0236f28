"""The morning's summary: six figures, each a button that leads to what it counts."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QListWidgetItem, QVBoxLayout

from counter.deadlines.derive import derive_rows
from counter.deadlines.presenter import DeadlinesPresenter
from counter.deadlines.summary_words import SUMMARY, SummaryFigure, derive_summary, rest_words, summary_title
from counter.language import Language
from counter.look import Look
from counter.parts.key_button import KeyButton
from counter.parts.labels import line_label, relook, text_label
from counter.parts.rows import IDENTITY, Row, RowList
from counter.parts.tall_button import TallButton
from counter.parts.view import View
from counter.words import translate

_COLUMNS = 3
_NAMES = (*SUMMARY, "results_waiting")


class FigureButton(TallButton):
    """A number with its shape, its words and its key."""

    def __init__(self, name: str) -> None:
        super().__init__(f"figure_{name}", spacing=4)
        self.picture = QLabel()
        self._number, self._words, self._key = line_label("headline"), text_label(), line_label("small")
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.picture)
        top.addWidget(self._number)
        top.addStretch(1)
        top.addWidget(self._key)
        self.lines.addLayout(top)
        self.lines.addWidget(self._words)
        for label in (self.picture, self._number, self._words, self._key):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_figure(self, figure: SummaryFigure, look: Look) -> None:
        """Shows `figure`."""
        palette = look.palette
        ink = palette.urgent if figure.urgent else palette.action
        self.picture.setPixmap(look.pixmap(figure.icon, ink, 28))
        self._number.setText(str(figure.count))
        self._words.setText(figure.words)
        relook(self._words, "urgent" if figure.urgent else "body")
        self._key.setText(figure.key)
        self.setAccessibleName(f"{figure.words}: {figure.count} ({figure.key})")
        self.updateGeometry()


class SummaryPage(View):
    """What the day brings, before the list is opened."""

    def __init__(self, presenter: DeadlinesPresenter, language: Language, look: Look) -> None:
        super().__init__()
        self._presenter, self._language, self._look = presenter, language, look
        self._title, self._calm = text_label("lead"), text_label("soft")
        self._title.setObjectName("summary_title")
        self._buttons = tuple(FigureButton(name) for name in _NAMES)
        grid = QGridLayout()
        grid.setSpacing(12)
        for at, button in enumerate(self._buttons):
            grid.addWidget(button, at // _COLUMNS, at % _COLUMNS)
            grid.setColumnStretch(at % _COLUMNS, 1)
        for group, button in zip(SUMMARY, self._buttons, strict=False):
            button.clicked.connect(partial(presenter.choose_group, group))
        self._buttons[-1].clicked.connect(presenter.show_results)
        self._list = KeyButton("to_the_list", "Ctrl+Return", "primary")
        self._list.does(lambda: presenter.choose_group(None))
        self._first = line_label("lead")
        self._rows = RowList("summary_rows")
        self._rows.itemActivated.connect(self._open)
        below = QHBoxLayout()
        below.setSpacing(16)
        below.addWidget(self._calm, 1)
        below.addWidget(self._list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(self._title)
        layout.addLayout(grid)
        layout.addLayout(below)
        layout.addWidget(self._first)
        layout.addWidget(self._rows, 1)
        layout.addStretch(0)
        self.retranslate()

    def become(self, look: Look) -> None:
        """Takes another look."""
        self._look = look
        self.show_state()

    def focus_first(self) -> None:
        """Puts the cursor on the way to the list."""
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._list.say(translate("Deadlines", "Xem danh sách"))
        self._first.setText(translate("Deadlines", "Cần làm trước"))
        self._rows.setAccessibleName(translate("Deadlines", "Cần làm trước"))

    def show_state(self) -> None:
        """Shows the figures."""
        found = self._presenter.state.found
        if found is None:
            return
        self._title.setText(summary_title(found, self._language.code))
        figures = derive_summary(found)
        for button, figure in zip(self._buttons, figures, strict=True):
            button.show_figure(figure, self._look)
        self._buttons[-1].setVisible("mine" in self._presenter.scopes)
        self._calm.setText(rest_words(found))
        rows = derive_rows(replace(self._presenter.state, group=None), self._language.code)
        self._rows.show_rows(
            tuple(
                (row.id, Row(row.code, f"{row.applicant} · {row.procedure}", row.right, urgent=row.urgent))
                for row in rows
            )
        )
        self._first.setVisible(bool(rows))
        self._rows.setVisible(bool(rows))

    def _open(self, item: QListWidgetItem) -> None:
        self._presenter.open(str(item.data(IDENTITY)))
