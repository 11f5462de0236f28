"""Walks over what a window shows and says what is cut, what overlaps and what has no name."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QSpinBox,
    QWidget,
)

from counter.stage import Scene, Stage
from tests.counter.windows import take_away

INTERACTIVE = (QAbstractButton, QLineEdit, QSpinBox, QComboBox, QListWidget)
LEAVES = (QLabel, QPushButton, QCheckBox, QLineEdit, QSpinBox, QComboBox, QListWidget)
SLACK = 1
LEAST_TARGET = 24


@contextmanager
def brought_to(screen: Scene, stage: Stage) -> Iterator[Stage]:
    """The stage at `screen`, settled; its window goes away afterwards, whatever happens."""
    try:
        screen(stage)
        stage.settle()
        yield stage
    finally:
        take_away(stage.window)
        stage.lanes.close()


def visible(window: QWidget) -> Iterator[QWidget]:
    """Every widget that can be seen and is ours: not the parts that Qt builds a field of."""
    for widget in window.findChildren(QWidget):
        inside = isinstance(widget.parent(), QSpinBox | QComboBox | QLineEdit | QAbstractScrollArea)
        if widget.isVisible() and not (inside and isinstance(widget, QLineEdit | QAbstractButton)):
            yield widget


def cut(window: QWidget) -> list[str]:
    """Labels and buttons whose words need more room than they have."""
    found = []
    for widget in visible(window):
        if isinstance(widget, QLabel) and widget.text():
            if widget.wordWrap():
                needed = widget.heightForWidth(widget.width())
                longest = max(widget.fontMetrics().horizontalAdvance(word) for word in widget.text().split())
                fits = needed <= widget.height() + SLACK and longest <= widget.width() + SLACK
            else:
                fits = widget.sizeHint().width() <= widget.width() + SLACK
                fits = fits and widget.sizeHint().height() <= widget.height() + SLACK
            if not fits:
                found.append(f"label {widget.text()!r}: {widget.width()}x{widget.height()}")
        elif isinstance(widget, QPushButton):
            need = widget.sizeHint()
            if widget.hasHeightForWidth():
                need.setWidth(0)
                need.setHeight(widget.heightForWidth(widget.width()))
            if need.width() > widget.width() + SLACK or need.height() > widget.height() + SLACK:
                found.append(f"button {widget.objectName()}: needs {need.toTuple()}, has {widget.size().toTuple()}")
        elif isinstance(widget, QLineEdit | QSpinBox | QComboBox):
            if widget.minimumSizeHint().height() > widget.height() + 2 * SLACK:
                found.append(f"field {widget.objectName()}: {widget.height()} high")
            if isinstance(widget, QSpinBox) and widget.sizeHint().width() > widget.width() + SLACK:
                found.append(f"field {widget.objectName()}: {widget.width()} wide")
    return found


def seen_rectangle(widget: QWidget, window: QWidget) -> QRect:
    """What can be seen of `widget`, in the window's coordinates, clipped by all that is around it."""
    rectangle = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    around = widget.parentWidget()
    while around is not None and around is not window:
        rectangle = rectangle.intersected(QRect(around.mapTo(window, QPoint(0, 0)), around.size()))
        around = around.parentWidget()
    return rectangle.intersected(window.rect())


def overlapping(window: QWidget, lying_over: str) -> list[str]:
    """Pairs of leaves that lie over each other; what is called `lying_over` is meant to."""
    leaves = [each for each in visible(window) if isinstance(each, LEAVES) and each.objectName() != lying_over]
    placed = [(each, seen_rectangle(each, window)) for each in leaves]
    found = []
    for at, (one, first) in enumerate(placed):
        for other, second in placed[at + 1 :]:
            related = one.isAncestorOf(other) or other.isAncestorOf(one)
            if not related and first.intersects(second) and not first.intersected(second).isEmpty():
                found.append(f"{name_of(one)} and {name_of(other)}")
    return found


def sideways(window: QWidget) -> list[str]:
    """Scrolling parts whose content is wider than they are: nobody could see the rest."""
    found = []
    for area in window.findChildren(QAbstractScrollArea):
        content = getattr(area, "widget", lambda: None)()
        if area.isVisible() and content is not None and content.width() > area.viewport().width() + SLACK:
            found.append(f"{content.width()} in {area.viewport().width()}")
    return found


def too_small(window: QWidget) -> list[str]:
    """What can be pressed and is smaller than WCAG 2.2 asks of a target (2.5.8): 24 by 24 pixels."""
    targets = (each for each in visible(window) if isinstance(each, INTERACTIVE) and each.isEnabled())
    return [
        f"{name_of(each)}: {each.width()}x{each.height()}"
        for each in targets
        if min(each.width(), each.height()) < LEAST_TARGET
    ]


def nameless(window: QWidget) -> list[str]:
    """Interactive widgets without object name or accessible name, or with an object name used twice."""
    found, names = [], set()
    for widget in visible(window):
        if not isinstance(widget, INTERACTIVE):
            continue
        name = widget.objectName()
        if not name or name in names:
            found.append(f"{type(widget).__name__} {name!r} has no name of its own")
        names.add(name)
        if not widget.accessibleName().strip():
            found.append(f"{type(widget).__name__} {name!r} says nothing to a screen reader")
    return found


def name_of(widget: QWidget) -> str:
    """The widget as a person finds it."""
    words = widget.text() if isinstance(widget, QLabel | QPushButton) else ""
    return f"{type(widget).__name__} {widget.objectName()} {words}".strip()
