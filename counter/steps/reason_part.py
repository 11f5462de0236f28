"""The reason in words: a field of a few lines and the reasons that are often given."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from counter.look import Look
from counter.parts.field import Field
from counter.parts.flow import FlowLayout
from counter.parts.key_button import KeyButton
from counter.parts.labels import clear
from counter.steps.presenter import StepsPresenter
from counter.steps.words import usual_reasons
from shared.domain.text import LONGEST_TEXT

_LINES_HIGH = 84


class ReasonPart(QWidget):
    """Attributes: `edit`, where the reason is typed."""

    def __init__(self, presenter: StepsPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._offered: tuple[str, ...] = ()
        self.edit = QPlainTextEdit()
        self.edit.setObjectName("step_reason")
        self.edit.setTabChangesFocus(True)
        self.edit.textChanged.connect(self._typed)
        self._field = Field(self.edit)
        self._chips = FlowLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._field)
        layout.addLayout(self._chips)
        self.become(look)

    def become(self, look: Look) -> None:
        """Takes another look."""
        self.edit.setFixedHeight(look.px(_LINES_HIGH))

    def say(self, text: str) -> None:
        """Says what the field is for."""
        self._field.say(text)

    def show_typed(self, reason: str) -> None:
        """Shows what was typed, and the usual reasons of the chosen step."""
        kind = self._presenter.state.chosen
        if kind is not None and usual_reasons(kind) != self._offered:
            self._offered = usual_reasons(kind)
            self._build()
        if self.edit.toPlainText() != reason:
            self.edit.blockSignals(True)  # noqa: FBT003
            self.edit.setPlainText(reason)
            self.edit.moveCursor(QTextCursor.MoveOperation.End)
            self.edit.blockSignals(False)  # noqa: FBT003

    def _typed(self) -> None:
        reason = self.edit.toPlainText()[:LONGEST_TEXT]
        self._presenter.set(reason=reason)
        self.show_typed(reason)

    def _build(self) -> None:
        clear(self._chips)
        for at, reason in enumerate(self._offered):
            chip = KeyButton(f"step_reason_{at}")
            chip.say(reason)
            chip.does(partial(self._presenter.add_reason, reason))
            self._chips.addWidget(chip)
