"""A long form that scrolls: it goes to a field and brings it into sight, with what stands around it."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from counter.parts.scrolling import scrolling

_AROUND = 120
"""How much of the form is to be seen above and below the field that work goes on in, in pixels."""


class FormScroll:
    """The page of a form in an area that scrolls (phiếu cuộn được).

    Attributes: `area`, which is laid out.
    """

    def __init__(self, page: QWidget) -> None:
        self._page = page
        self.area: QScrollArea = scrolling(page)

    def go_to(self, field: QWidget) -> None:
        """Puts the cursor into `field` and brings it into sight."""
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.follow()

    def follow(self) -> None:
        """Brings the field with the cursor into sight, once what has just been opened or folded is laid out."""
        QTimer.singleShot(0, self._page, self._bring_into_sight)

    def bring(self, part: QWidget) -> None:
        """Brings `part` into sight, as far as there is room, once everything is laid out."""
        QTimer.singleShot(0, self._page, lambda: self._show(part, 0))

    def back_to_top(self) -> None:
        """Scrolls to where the form begins."""
        self.area.verticalScrollBar().setValue(0)

    def _bring_into_sight(self) -> None:
        field = cast("QWidget | None", self._page.focusWidget())
        if field is not None:
            room = (self.area.viewport().height() - field.height()) // 2
            self._show(field, max(min(_AROUND, room), 0))

    def _show(self, part: QWidget, around: int) -> None:
        # `ensureWidgetVisible` would be content with the text cursor of a field.
        top = part.mapTo(self._page, QPoint(0, 0)).y()
        for y in (top + part.height(), top):
            self.area.ensureVisible(0, y, 0, around)
