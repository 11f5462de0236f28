"""A program of its own: runs a desktop program, or an empty window, and says when its first frame stands.

    python first_frame.py kiosk|counter OPTIONS…      ours, as its own command line starts it
    python first_frame.py empty-quick|empty-widget    the floor

Prints "shown" once the first frame of the first window has been painted, and ends when its standard input does.
"""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, QUrl
from PySide6.QtGui import QGuiApplication


class Eye(QObject):
    """Waits for the first paint of a widget's window, or the first frame of a Qt Quick window."""

    def __init__(self, application: QGuiApplication) -> None:
        super().__init__(application)
        self._application = application
        self._said = False
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.Expose and watched.inherits("QQuickWindow"):
            self._application.removeEventFilter(self)
            watched.frameSwapped.connect(self.say, Qt.ConnectionType.QueuedConnection)  # type: ignore[attr-defined]
        elif kind == QEvent.Type.Paint and watched.isWidgetType() and watched.parent() is None:
            self._application.removeEventFilter(self)
            QTimer.singleShot(0, self.say)
        return False

    def say(self) -> None:
        """Tells it once, and waits beside the program for whoever watches."""
        if not self._said:
            self._said = True
            os.write(1, b"shown\n")
            threading.Thread(target=_end_with_standard_input, daemon=True).start()


def _end_with_standard_input() -> None:
    while os.read(0, 4096):
        """Somebody still watches."""
    os._exit(0)


def run_kiosk(options: list[str]) -> int:
    """The kiosk."""
    eye = Eye(QGuiApplication(sys.argv[:1]))
    from kiosk.__main__ import main

    status = main(options)
    del eye
    return status


def run_counter(options: list[str]) -> int:
    """The counter."""
    from PySide6.QtWidgets import QApplication

    eye = Eye(QApplication(sys.argv[:1]))
    from counter.__main__ import main

    status = main(options)
    del eye
    return status


def run_empty_quick(_: list[str]) -> int:
    """A Qt Quick window with an empty item."""
    from PySide6.QtQuick import QQuickView, QQuickWindow, QSGRendererInterface

    application = QGuiApplication(sys.argv[:1])
    eye = Eye(application)
    QQuickWindow.setGraphicsApi(QSGRendererInterface.GraphicsApi.Software)
    view = QQuickView()
    view.setSource(QUrl.fromLocalFile(str(Path(__file__).with_name("empty.qml"))))
    view.resize(540, 960)
    view.show()
    status = application.exec()
    del eye
    return status


def run_empty_widget(_: list[str]) -> int:
    """An empty widget."""
    from PySide6.QtWidgets import QApplication, QWidget

    application = QApplication(sys.argv[:1])
    eye = Eye(application)
    widget = QWidget()
    widget.resize(1280, 800)
    widget.show()
    status = application.exec()
    del eye
    return status


PROGRAMS = {
    "kiosk": run_kiosk,
    "counter": run_counter,
    "empty-quick": run_empty_quick,
    "empty-widget": run_empty_widget,
}

if __name__ == "__main__":
    sys.exit(PROGRAMS[sys.argv[1]](sys.argv[2:]))
