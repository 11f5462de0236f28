"""A button that shows the key which does the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, Self

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QPushButton

ButtonLook = Literal["plain", "primary", "quiet", "choice"]
_GAP = 12


class KeyButton(QPushButton):
    """A push button with its key in small letters at the right; the key presses it while it can be seen.

    Attributes: `key` (as `QKeySequence` reads it, "" for none).
    """

    def __init__(self, name: str, key: str = "", look: ButtonLook = "plain") -> None:
        super().__init__()
        self.key = key
        self.setObjectName(name)
        self.setProperty("look", look)
        self.setProperty("keyed", bool(key))
        self.setAutoDefault(False)
        if key:
            self.listen(key)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def does(self, run: Callable[[], object]) -> None:
        """What a press does."""
        self.clicked.connect(lambda: run())

    def listen(self, key: str) -> None:
        """Listens to `key` without showing it."""
        # A button's own shortcut goes away with every setText, and presses only after a tenth of a second.
        QShortcut(QKeySequence(key), self, self.click)

    def once(self) -> Self:
        """This button, whose key held down is one press: the second must be meant."""
        for shortcut in self.findChildren(QShortcut):
            shortcut.setAutoRepeat(False)
        return self

    def say(self, text: str) -> None:
        """Sets what stands on the button; its accessible name carries the key as well."""
        self.setText(text)
        self.setAccessibleName(f"{text} ({self._key_words()})" if self.key else text)
        self.setToolTip("")

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for text and key."""
        hint = super().sizeHint()
        return QSize(hint.width() + self._key_room(), hint.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The same: neither may be cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter presses the button that has the focus, as the space bar does."""
        bare = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and bare:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paints the button as usual and the key over it."""
        super().paintEvent(event)
        if not self.key:
            return
        painter = QPainter(self)
        colour = QColor(self.palette().buttonText().color())
        painter.setPen(colour)
        painter.setFont(self._key_font())
        inset = _GAP
        room = QRect(self.rect()).adjusted(inset, 0, -inset, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._key_words())
        painter.end()

    def _key_words(self) -> str:
        words = QKeySequence(self.key).toString(QKeySequence.SequenceFormat.NativeText)
        return words.replace("Return", "Enter")

    def _key_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(round(font.pixelSize() * 0.8), 11))
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _key_room(self) -> int:
        if not self.key:
            return 0
        return QFontMetrics(self._key_font()).horizontalAdvance(self._key_words()) + _GAP
