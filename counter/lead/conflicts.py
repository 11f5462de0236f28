"""Conflicts as a short list: what it is, whom it concerns, and two buttons."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from counter.language import Language
from counter.lead.conflict_row import ConflictRow
from counter.parts.key_button import KeyButton
from counter.parts.labels import card, clear, text_label
from counter.words import translate
from shared.domain.settling import ACCEPTED


@dataclass(frozen=True, slots=True)
class ConflictKeys:
    """The keys of the first conflict of a list (phím tắt): to keep what is recorded, to choose otherwise."""

    keep: str
    other: str


class ConflictsPart(QWidget):
    """A card for each conflict; the keys belong to the first one. `name` begins the names of its buttons."""

    def __init__(
        self, name: str, keys: ConflictKeys, language: Language, settle: Callable[[ConflictRow, str], None]
    ) -> None:
        super().__init__()
        self._name, self._keys, self._language, self._settle = name, keys, language, settle
        self._shown: tuple[ConflictRow, ...] | None = None
        self._said_in = ""
        self._direction = QBoxLayout.Direction.TopToBottom
        self._none = text_label("soft")
        self._none.setObjectName(f"{name}_none")
        self._cards = QVBoxLayout()
        self._cards.setSpacing(12)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._none)
        layout.addLayout(self._cards)

    def lay_buttons(self, direction: QBoxLayout.Direction) -> None:
        """Lays the buttons of each card below each other, as at first, or beside each other where there is room."""
        self._direction = direction

    def show_conflicts(self, conflicts: tuple[ConflictRow, ...]) -> None:
        """Shows `conflicts`, in the language of the moment."""
        self._none.setText(translate("Conflicts", "Không có mâu thuẫn nào cần xem."))
        self._none.setVisible(not conflicts)
        if conflicts == self._shown and self._said_in == self._language.code:
            return
        self._shown, self._said_in = conflicts, self._language.code
        clear(self._cards)
        for at, conflict in enumerate(conflicts, start=1):
            self._cards.addWidget(self._card(at, conflict))

    def _card(self, at: int, conflict: ConflictRow) -> QWidget:
        code = self._language.code
        what, concerns = text_label(), text_label("small")
        what.setObjectName(f"{self._name}_what_{at}")
        what.setText(conflict.what.in_language(code))
        told = [each.in_language(code) for each in (conflict.concerns, conflict.now) if each is not None]
        recorded = translate("Conflicts", "đang ghi: {now}")
        if conflict.now is not None:
            told[-1] = recorded.format(now=told[-1])
        concerns.setText(" · ".join(told))
        frame = card("refused")
        rows = QVBoxLayout(frame)
        rows.setContentsMargins(16, 12, 16, 12)
        rows.setSpacing(8)
        rows.addWidget(what)
        if told:
            rows.addWidget(concerns)
        buttons = QBoxLayout(self._direction)
        buttons.setSpacing(8)
        for button in self._buttons(at, conflict):
            buttons.addWidget(button)
        if self._direction == QBoxLayout.Direction.LeftToRight:
            buttons.addStretch(1)
        rows.addLayout(buttons)
        return frame

    def _buttons(self, at: int, conflict: ConflictRow) -> list[KeyButton]:
        first = at == 1
        keep = KeyButton(f"{self._name}_keep_{at}", self._keys.keep if first else "")
        keep.does(partial(self._settle, conflict, ACCEPTED))
        if conflict.other is None or conflict.other_choice is None:
            keep.say(translate("Conflicts", "Đã xem xét"))
            return [keep]
        keep.say(translate("Conflicts", "Giữ như đang ghi"))
        other = KeyButton(f"{self._name}_other_{at}", self._keys.other if first else "")
        other.say(conflict.other.in_language(self._language.code))
        other.does(partial(self._settle, conflict, conflict.other_choice))
        return [keep, other]
