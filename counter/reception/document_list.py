"""The checklist on the screen: one row per paper, a tick, originals and copies.

Enter in a row ticks it and goes on to the next; the arrows go from row to row.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from counter.parts.key_button import KeyButton
from counter.parts.labels import clear, hairline, line_label, show_text, text_label
from counter.parts.steady import CountBox
from counter.parts.view import View
from counter.reception.checklist import DocumentRow, rows_of
from counter.reception.derive import derive_row_note, derive_row_source, derive_row_tag
from counter.words import translate
from shared.domain.procedure import Procedure

SetCount = Callable[[int, int, int], None]


class DocumentList(View):
    """All papers of the chosen procedure.

    Attributes: `rows`, the widgets of the rows in their order.
    """

    def __init__(self, set_count: SetCount, through: Callable[[], None]) -> None:
        """`through` is called when Enter goes on from the last row."""
        super().__init__()
        self._set_count, self._through = set_count, through
        self._procedure: Procedure | None = None
        self.rows: list[DocumentRowWidget] = []
        self._originals_title, self._copies_title = line_label("label"), line_label("label")
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(12)
        head.addStretch(1)
        for title in (self._originals_title, self._copies_title):
            title.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
            head.addWidget(title)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._head)
        layout.addLayout(self._column)
        self.retranslate()

    def retranslate(self) -> None:
        """Says the titles and every row again."""
        self._originals_title.setText(translate("Reception", "Bản chính"))
        self._copies_title.setText(translate("Reception", "Bản sao"))
        for row in self.rows:
            row.retranslate()

    def show_procedure(self, procedure: Procedure | None, counts: tuple[tuple[int, int], ...]) -> None:
        """Shows the rows of `procedure` with `counts`."""
        if procedure != self._procedure:
            self._procedure = procedure
            self._build(rows_of(procedure) if procedure else ())
        for row, (originals, copies) in zip(self.rows, counts, strict=False):
            row.show_counts(originals, copies)
        self._head.setVisible(any(row.counted for row in self.rows))
        width = max((row.count_width() for row in self.rows if row.counted), default=0)
        for title in (self._originals_title, self._copies_title):
            title.setFixedWidth(max(width, title.sizeHint().width()))

    def stops(self) -> tuple[QWidget, ...]:
        """What Tab goes through, in its order."""
        return tuple(stop for row in self.rows for stop in row.stops())

    def focus_first(self) -> bool:
        """Puts the cursor into the first row that can be ticked; answers whether there is one."""
        return self._go(-1, 1)

    def _go(self, at: int, by: int) -> bool:
        """Goes from row `at` to the next one that can be ticked in the direction `by`; answers whether there is one."""
        beyond = self.rows[at + 1 :] if by > 0 else self.rows[: max(at, 0)][::-1]
        for row in beyond:
            if row.counted:
                row.tick.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return False

    def _went_on(self, at: int) -> None:
        if not self._go(at, 1):
            self._through()

    def _build(self, rows: tuple[DocumentRow, ...]) -> None:
        clear(self._column)
        self.rows = [DocumentRowWidget(at, row, self._set_count) for at, row in enumerate(rows)]
        for at, widget in enumerate(self.rows):
            widget.watch(partial(self._went_on, at), partial(self._go, at))
        for widget in self.rows:
            self._column.addWidget(hairline())
            self._column.addWidget(widget)


class DocumentRowWidget(QWidget):
    """One paper.

    Attributes: `counted`, whether it is handed in and counted; `tick`.
    """

    def __init__(self, at: int, row: DocumentRow, set_count: SetCount) -> None:
        super().__init__()
        self._at, self._row, self._set_count = at, row, set_count
        self.counted = row.kind == "demanded"
        self.tick = QCheckBox()
        self.tick.setObjectName(f"document_{at}")
        self._name, self._note, self._tag = text_label(), text_label("small"), line_label("chip")
        self._originals = CountBox(f"document_{at}_originals")
        self._copies = CountBox(f"document_{at}_copies")
        self._source, self._show_source = text_label("small"), KeyButton(f"document_{at}_source", look="quiet")
        self._show_source.setCheckable(True)
        self._show_source.does(lambda: self._source.setVisible(self._show_source.isChecked()))
        self._source.hide()
        self._went_on: Callable[[], None] = lambda: None
        self._go: Callable[[int], object] = lambda _: None
        self.tick.installEventFilter(self)
        if self.counted:
            self._name.setCursor(Qt.CursorShape.PointingHandCursor)
            self._name.installEventFilter(self)
        else:
            self._name.setProperty("look", "soft")
        self._lay_out()
        self.retranslate()
        self.tick.toggled.connect(self._ticked)
        self._originals.valueChanged.connect(self._counted)
        self._copies.valueChanged.connect(self._counted)

    def retranslate(self) -> None:
        """Says the row again."""
        row = self._row
        self._name.setText(row.name)
        show_text(self._note, derive_row_note(row))
        show_text(self._tag, derive_row_tag(row))
        source = derive_row_source(row)
        self._source.setText(source)
        self._note.setToolTip(source)
        self._name.setAccessibleDescription(" · ".join(filter(None, (derive_row_note(row), source))))
        self._show_source.say(translate("Reception", "Nguồn"))
        self._show_source.setAccessibleDescription(source)
        self.tick.setAccessibleName(row.name)
        self._originals.setAccessibleName(translate("Reception", "Bản chính: {name}").format(name=row.name))
        self._copies.setAccessibleName(translate("Reception", "Bản sao: {name}").format(name=row.name))

    def show_counts(self, originals: int, copies: int) -> None:
        """Shows how many were handed in."""
        for widget in (self.tick, self._originals, self._copies):
            widget.blockSignals(True)  # noqa: FBT003
        self._originals.setValue(originals)
        self._copies.setValue(copies)
        self.tick.setChecked(originals + copies > 0)
        for widget in (self.tick, self._originals, self._copies):
            widget.blockSignals(False)  # noqa: FBT003

    def stops(self) -> tuple[QWidget, ...]:
        """What Tab goes through, in its order."""
        return (self.tick, self._originals, self._copies) if self.counted else (self._show_source,)

    def watch(self, went_on: Callable[[], None], go: Callable[[int], object]) -> None:
        """`went_on` is called after Enter, `go` with -1 or 1 for the arrows."""
        self._went_on, self._go = went_on, go

    def count_width(self) -> int:
        """How wide a number box is."""
        return self._originals.sizeHint().width()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """A click on the name ticks; Enter ticks and goes on; the arrows go from row to row."""
        if watched is self.tick:
            return isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._key(event)
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            self.tick.toggle()
            return True
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.tick.setChecked(True)
            self._went_on()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._go(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            return False
        return True

    def _ticked(self, ticked: bool) -> None:  # noqa: FBT001  # Qt's signal carries it so
        originals, copies = self._row.usual if ticked else (0, 0)
        self._set_count(self._at, originals, copies)

    def _counted(self) -> None:
        self._set_count(self._at, self._originals.value(), self._copies.value())

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._name)
        words.addWidget(self._note)
        words.addWidget(self._source)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 8, 0, 8)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.tick, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(words, 0, 1)
        if self.counted:
            self.tick.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            grid.addWidget(self._originals, 0, 2, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._copies, 0, 3, Qt.AlignmentFlag.AlignTop)
            self._tag.setParent(self)
            self._show_source.setParent(self)
            self._show_source.hide()
        else:
            self._originals.setParent(self)
            self._copies.setParent(self)
            self._originals.hide()
            self._copies.hide()
            self.tick.hide()
            mark = QHBoxLayout()
            mark.setSpacing(8)
            mark.addWidget(self._tag, 0, Qt.AlignmentFlag.AlignVCenter)
            mark.addWidget(self._show_source, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addLayout(mark, 0, 2, Qt.AlignmentFlag.AlignTop)
            self._show_source.setVisible(bool(self._row.source))
