"""Labels, cards and lines in the looks of the style sheet."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QSizePolicy, QVBoxLayout, QWidget

LabelLook = Literal[
    "body",
    "small",
    "soft",
    "label",
    "lead",
    "title",
    "headline",
    "number",
    "count",
    "code",
    "urgent",
    "done",
    "chip",
    "warning",
]
CardLook = Literal["card", "tint", "refused", "granted"]


def line_label(look: LabelLook = "body") -> QLabel:
    """A label of one line; its text is never taken for markup."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("look", look)
    return label


def text_label(look: LabelLook = "body") -> QLabel:
    """A label whose text runs over as many lines as it needs."""
    label = line_label(look)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    return label


def card(look: CardLook = "card") -> QFrame:
    """An empty card."""
    frame = QFrame()
    frame.setProperty("look", look)
    return frame


def in_card(*widgets: QWidget) -> QFrame:
    """A card with the parts of a form one below the other."""
    box = card()
    layout = QVBoxLayout(box)
    layout.setContentsMargins(20, 12, 20, 12)
    layout.setSpacing(4)
    for widget in widgets:
        layout.addWidget(widget)
    return box


def hairline() -> QFrame:
    """A thin line across."""
    frame = QFrame()
    frame.setProperty("look", "hairline")
    frame.setFixedHeight(1)
    return frame


def relook(widget: QWidget, look: str) -> None:
    """Gives `widget` another look of the style sheet."""
    if widget.property("look") != look:
        widget.setProperty("look", look)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()


def show_text(label: QLabel, text: str) -> None:
    """Shows `text`, or hides the label when there is none."""
    label.setText(text)
    label.setVisible(bool(text))


def clear(layout: QLayout) -> None:
    """Takes everything out of `layout`, rows in rows included."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()  # one just laid out would still be shown, as a window of its own
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            clear(inner)
