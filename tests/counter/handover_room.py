"""What tests of the handover room share: what its lists show, and standing on a row."""

from __future__ import annotations

from PySide6.QtWidgets import QListWidget

from tests.counter.conftest import Counter


def rows_in(room: Counter, name: str) -> list[str]:
    """What stands in a list."""
    view = room.find(QListWidget, name)
    return [view.item(at).text() for at in range(view.count())]


def current(room: Counter, name: str, place: int) -> None:
    """Makes a row current without clicking it."""
    view = room.find(QListWidget, name)
    view.setFocus()
    view.setCurrentRow(place)
    room.settle()
