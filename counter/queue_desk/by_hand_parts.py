"""What stands in the keys' place for a moment: a choice of lines, the number on a slip, conflicts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from textwrap import wrap

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter.parts.field import line_edit, mark_wrong
from counter.parts.key_button import KeyButton
from counter.parts.labels import clear, text_label
from counter.queue_desk.situation import LineCount

_LONGEST_ROW = 24
"""Letters on one row of a button as wide as the queue's panel."""


class LineChoice(QWidget):
    """A question and a button for each line. Attributes: `stay`, the button that leaves it."""

    def __init__(self, name: str, key: str, choose: Callable[[str], None], leave: Callable[[], None]) -> None:
        super().__init__()
        self._name, self._choose = name, choose
        self._offered: tuple[str, ...] = ()
        self.title = text_label("label")
        self.between = QVBoxLayout()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.stay = KeyButton(f"{name}_cancel", key, "quiet")
        self.stay.does(leave)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.title)
        layout.addLayout(self.between)
        layout.addLayout(self._rows)
        layout.addWidget(self.stay)

    def show_lines(self, lines: tuple[LineCount, ...], *, shown: bool) -> None:
        """Offers `lines` while `shown`; the first has the focus when they appear."""
        self.setVisible(shown)
        offered = tuple(line.letter for line in lines) if shown else ()
        if offered and offered != self._offered:
            self._build(lines)
        self._offered = offered

    def _build(self, lines: tuple[LineCount, ...]) -> None:
        clear(self._rows)
        for line in lines:
            button = KeyButton(f"{self._name}_{line.letter}")
            button.setProperty("keyed", True)  # noqa: FBT003  # the words stand at the left, as on the keys
            button.say(f"{line.letter} · {line.name}")
            button.setText("\n".join(wrap(button.text(), _LONGEST_ROW)))
            button.setMinimumWidth(1)
            button.does(partial(self._choose, line.letter))
            self._rows.addWidget(button)
        first = self._rows.itemAt(0)
        widget = first.widget() if first is not None else None
        if widget is not None:
            widget.setFocus(Qt.FocusReason.ShortcutFocusReason)


class SlipPart(QWidget):
    """A field for the number on a slip, and what to do with it."""

    def __init__(self, call: Callable[[str], None], leave: Callable[[], None]) -> None:
        super().__init__()
        self._question = text_label("small")
        self._question.setObjectName("slip_question")
        self._field = line_edit("slip_number")
        self._field.setProperty("look", "search")
        self._field.returnPressed.connect(lambda: call(self._field.text()))
        self.title = text_label("label")
        self.stay = KeyButton("slip_cancel", "F11", "quiet")
        self.stay.listen("Shift+F2")
        self.stay.does(leave)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self.title, self._field, self._question, self.stay):
            layout.addWidget(widget)
        self.hide()

    def name_field(self, text: str) -> None:
        """Names the field for screen readers."""
        self._field.setAccessibleName(text)

    def show_question(self, question: str, *, shown: bool, unsure: bool) -> None:
        """Shows the field and `question` while `shown`; marks what this machine does not know."""
        appearing = shown and self.isHidden()
        self.setVisible(shown)
        self._question.setText(question)
        mark_wrong(self._field, wrong=unsure)
        if appearing:
            self._field.clear()
            self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
