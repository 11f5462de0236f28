"""A field of a form: its label above, the editor below."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from counter.parts.labels import line_label
from shared.domain.text import LONGEST_LINE


class Field(QWidget):
    """An editor with the label that names it.

    Attributes: `editor`.
    """

    def __init__(self, editor: QWidget) -> None:
        super().__init__()
        self.editor = editor
        self._label = line_label("label")
        self._label.setBuddy(editor)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._label)
        layout.addWidget(editor)

    def say(self, text: str) -> None:
        """Names the field on the screen and for screen readers."""
        self._label.setText(text)
        self.editor.setAccessibleName(text)


def line_edit(name: str) -> QLineEdit:
    """A line to type in, at most `LONGEST_LINE` letters: what is typed becomes part of an event for ever."""
    edit = QLineEdit()
    edit.setMaxLength(LONGEST_LINE)
    edit.setObjectName(name)
    return edit


def mark_wrong(edit: QLineEdit, *, wrong: bool) -> None:
    """Marks what was typed as not understood, or takes the mark away."""
    state = "wrong" if wrong else ""
    if edit.property("state") != state:
        edit.setProperty("state", state)
        edit.style().unpolish(edit)
        edit.style().polish(edit)


def show_typed(edit: QLineEdit, text: str) -> None:
    """Shows `text` without moving the cursor of somebody who is typing just that; a long one from its beginning."""
    if edit.text() != text:
        edit.setText(text)
        if not edit.hasFocus():
            edit.setCursorPosition(0)
