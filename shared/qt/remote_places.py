"""Where things stand in the windows of a program: what the remote control can find, aim at, read and photograph.

Two sides with the same four deeds, one for QML windows and one for windows of widgets.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

from PySide6.QtCore import QModelIndex, QObject, QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QGuiApplication, QImage, QWindow
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QScrollArea, QWidget


class NotYetError(Exception):
    """What was asked for is not so now, but may become so; its text is a sentence without any property's value."""


@dataclass(frozen=True, slots=True)
class Target:
    """What to look for: an object name and, in a list or table, the row or a part of its text."""

    name: str
    row: int | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A point to press, in the coordinates of its window. `holder` keeps the wrapper of a popup's window alive."""

    window: QWindow
    point: QPoint
    holder: QObject | None = field(default=None, compare=False)


class Side(Protocol):
    """The windows of one toolkit."""

    def things(self) -> Iterator[QObject]:
        """Everything named that a person can see, window by window."""
        ...

    def texts(self) -> Iterator[str]:
        """Every text that a person can read, window by window."""
        ...

    def find(self, name: str) -> QObject | None:
        """The visible thing of that name."""
        ...

    def aim(self, target: Target) -> Place:
        """Where to press `target`, brought into view if it was scrolled away; NotYetError while that cannot be."""
        ...

    def picture(self) -> QImage | None:
        """A photograph of the window, None when this side has no window."""
        ...


def sides() -> tuple[Side, ...]:
    """The sides that this program can have: widgets need a QApplication."""
    application = QGuiApplication.instance()
    return (QuickSide(), WidgetSide()) if isinstance(application, QApplication) else (QuickSide(),)


class QuickSide:
    """The QML windows."""

    def things(self) -> Iterator[QObject]:
        """Every named item that is visible."""
        for window in self._windows():
            yield from (item for item in _items(window.contentItem()) if item.objectName())

    def texts(self) -> Iterator[str]:
        """The `text` of every visible item that has one."""
        for window in self._windows():
            yield from (text for item in _items(window.contentItem()) if (text := str(item.property("text") or "")))

    def find(self, name: str) -> QObject | None:
        """The first visible item of that name."""
        return next((thing for thing in self.things() if thing.objectName() == name), None)

    def aim(self, target: Target) -> Place:
        """The centre of the item, or of the row (a named item's visible child that shows `text`)."""
        item = self.find(target.name)
        if not isinstance(item, QQuickItem):
            raise NotYetError(f"nothing visible is called {target.name}")
        if target.text is not None:
            item = _showing(item, target.text, target.name)
        if not item.isEnabled():
            raise NotYetError(f"{target.name} is disabled")
        window = item.window()
        _flick_into_view(item)
        centre = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
        if not QRect(QPoint(0, 0), window.size()).contains(centre):
            raise NotYetError(f"{target.name} lies outside its window")
        return Place(window, centre)

    def picture(self) -> QImage | None:
        """A photograph of the first visible window."""
        window = next(self._windows(), None)
        return None if window is None else window.grabWindow()

    def _windows(self) -> Iterator[QQuickWindow]:
        for window in QGuiApplication.topLevelWindows():
            if isinstance(window, QQuickWindow) and window.isVisible():
                yield window


class WidgetSide:
    """The windows of widgets; the active one, and popups, come first."""

    def things(self) -> Iterator[QObject]:
        """Every named widget that is visible."""
        for window in self._windows():
            for widget in (window, *window.findChildren(QWidget)):
                if widget.objectName() and widget.isVisible():
                    yield widget

    def texts(self) -> Iterator[str]:
        """The `text` of every visible widget that has one."""
        for window in self._windows():
            visible = (widget for widget in window.findChildren(QWidget) if widget.isVisible())
            yield from (text for widget in visible if (text := str(widget.property("text") or "")))

    def find(self, name: str) -> QObject | None:
        """The first visible widget of that name."""
        for window in self._windows():
            if window.objectName() == name:
                return window
            found = next((each for each in window.findChildren(QWidget, name) if each.isVisible()), None)
            if found is not None:
                return found
        return None

    def aim(self, target: Target) -> Place:
        """The centre of the widget, or of the row of a list or table."""
        widget = self.find(target.name)
        if not isinstance(widget, QWidget):
            raise NotYetError(f"nothing visible is called {target.name}")
        if not widget.isEnabled():
            raise NotYetError(f"{target.name} is disabled")
        if isinstance(widget, QAbstractItemView) and (target.row is not None or target.text is not None):
            return row_place(widget, target)
        _scroll_into_view(widget)
        return _place_on(widget, widget.rect().center(), target.name)

    def picture(self) -> QImage | None:
        """A photograph of the largest window."""
        window = max(self._windows(), key=lambda each: each.width() * each.height(), default=None)
        return None if window is None else window.grab().toImage()

    def _windows(self) -> list[QWidget]:
        found = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
        first = (QApplication.activePopupWidget(), QApplication.activeModalWidget(), QApplication.activeWindow())
        return sorted(found, key=lambda each: first.index(each) if each in first else len(first))


def rows_of(view: QAbstractItemView) -> list[list[str]]:
    """The texts of a list or table, row by row, as they are shown."""
    model, root = view.model(), view.rootIndex()
    columns = 1 if isinstance(view, QListView) else model.columnCount(root)
    return [
        [str(model.index(row, column, root).data() or "") for column in range(columns)]
        for row in range(model.rowCount(root))
    ]


def row_place(view: QAbstractItemView, target: Target) -> Place:
    """The middle of a row of `view`, by its number or a part of its text, scrolled into view."""
    index = _index(view, target)
    view.scrollTo(index)
    viewport = view.viewport()
    seen = view.visualRect(index).intersected(viewport.rect())
    if seen.isEmpty():
        raise NotYetError(f"the row of {target.name} is not in view")
    return _place_on(viewport, seen.center(), target.name)


def _items(item: QQuickItem) -> Iterator[QQuickItem]:
    if not item.isVisible() or item.opacity() == 0:
        return
    yield item
    for child in item.childItems():
        yield from _items(child)


def _showing(item: QQuickItem, text: str, name: str) -> QQuickItem:
    for child in _items(item):
        if text in str(child.property("text") or ""):
            return child
    raise NotYetError(f"nothing in {name} shows that text")


def _flick_into_view(item: QQuickItem) -> None:
    around = item.parentItem()
    while around is not None:
        if around.property("contentY") is not None and around.property("contentHeight") is not None:
            edge = item.mapRectToItem(around, QRectF(0, 0, item.width(), item.height()))
            lower, upper = edge.bottom() - around.height(), edge.top()
            shift = lower if lower > 0 else min(upper, 0)
            if shift:
                around.setProperty("contentY", float(around.property("contentY")) + shift)
        around = around.parentItem()


def _index(view: QAbstractItemView, target: Target) -> QModelIndex:
    if target.row is not None:
        index = view.model().index(target.row, 0)
        if index.isValid():
            return index
    else:
        for row, texts in enumerate(rows_of(view)):
            for column, text in enumerate(texts):
                if target.text is not None and target.text in text:
                    return view.model().index(row, column)
    raise NotYetError(f"{target.name} has no such row")


def _scroll_into_view(widget: QWidget) -> None:
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            inside = around.widget()
            if inside is not None and inside.isAncestorOf(widget):
                around.ensureWidgetVisible(widget)
        around = around.parentWidget()


def _place_on(widget: QWidget, point: QPoint, name: str) -> Place:
    window = widget.window()
    spot = widget.mapTo(window, point)
    on_top = window.childAt(spot) or window
    modal: QWidget | None = QApplication.activeModalWidget()
    if modal is not None and modal is not window and not modal.isAncestorOf(window):
        raise NotYetError(f"a dialog stands before {name}")
    if on_top is not widget and not widget.isAncestorOf(on_top):
        raise NotYetError(f"something covers {name}")
    handle = window.windowHandle()
    if handle is None:
        raise NotYetError(f"the window of {name} is not on the screen")
    return Place(handle, spot, window)
