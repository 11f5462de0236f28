"""Windows that go away for good."""

from __future__ import annotations

from dataclasses import fields

import shiboken6
from PySide6.QtCore import QObject

from counter.main_window import MainWindow


def take_away(window: MainWindow) -> None:
    """Disposes of `window`, and of the presenters with it: what listens to their signals keeps the window alive."""
    presenters = [getattr(window.presenters, each.name) for each in fields(window.presenters)]
    spoken_to = (*presenters, window.session, window.messages, window.language)
    window.dispose()
    for each in spoken_to:
        if isinstance(each, QObject) and shiboken6.isValid(each):
            shiboken6.delete(each)
