"""Keys that a part of the window borrows: when it has done with them, they go back to where the work was.

Qt gives the focus of what disappears to whatever comes next in the order of Tab, and the next Enter would press that.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class BorrowedFocus(QObject):
    """Remembers from where the focus came into `part`, and brings it back when what had it there is gone."""

    def __init__(self, part: QWidget) -> None:
        super().__init__(part)
        self._part = part
        self._before: QWidget | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._moved)

    def held(self) -> QWidget | None:
        """What has the focus within the part, or None."""
        focused = QApplication.focusWidget()
        return focused if focused is not None and self._part.isAncestorOf(focused) else None

    def give_back(self, held: QWidget | None) -> None:
        """Gives the focus back if `held`, which had it a moment ago, can have it no more."""
        if held is None or (isValid(held) and held.isVisible() and held.isEnabled()):
            return
        before = self._before
        if before is not None and isValid(before) and before.isVisible() and before.isEnabled():
            before.setFocus()

    @Slot(QWidget, QWidget)
    def _moved(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is None or new is None or not isValid(self._part):
            return
        if self._part.isAncestorOf(new) and not self._part.isAncestorOf(old):
            self._before = old
