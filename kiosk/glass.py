"""The glass: the one Qt Quick window, on its screen, from the first moment of the program to the last.

It opens at once with a quiet picture, before anything else of the program has been read; the kiosk's screens come into
it when they are ready. In full screen neither a key nor the window manager closes it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickView, QQuickWindow, QSGRendererInterface

from kiosk.guard import KioskGuard

WINDOWED_SIZE = (540, 960)

_SPLASH = Path(__file__).parent / "qml" / "Splash.qml"
_PLATFORMS_WITHOUT_GRAPHICS = ("offscreen", "minimal", "linuxfb", "vnc")


class Glass:
    """The window (mặt kính). `view` is the QQuickView; `screen` counts from 0, the first when there are fewer.

    `guard` stands before it in full screen and is None in a window that may be closed.
    """

    def __init__(self, *, full_screen: bool, screen: int = 0) -> None:
        choose_renderer()
        self._shown = False
        self.view = QQuickView()
        self.view.setTitle("Một cửa")
        self.view.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
        screens = QGuiApplication.screens()
        if screen < len(screens):
            self.view.setScreen(screens[screen])
            self.view.setPosition(screens[screen].geometry().topLeft())
        self.guard = KioskGuard(self.view) if full_screen else None
        self.stand_guard()

    def stand_guard(self) -> None:
        """Puts the guard before every other reader of the window's events, those that came since too."""
        if self.guard is not None:
            self.guard.let_go()
            self.guard.stand()

    def show_splash(self) -> None:
        """Opens the window with the picture that says the program is starting."""
        self.view.setSource(QUrl.fromLocalFile(str(_SPLASH)))
        self.show()

    def show(self) -> None:
        """Opens the window, once."""
        if self._shown:
            return
        self._shown = True
        if self.guard is not None:
            # Without a window manager nobody else would make it as large as its screen.
            self.view.setGeometry(self.view.screen().geometry())
            self.view.showFullScreen()
        else:
            self.view.resize(*WINDOWED_SIZE)
            self.view.show()

    def close(self) -> None:
        """Takes what is shown down and closes the window."""
        if self.guard is not None:
            self.guard.let_go()
        self.view.setSource(QUrl())
        self.view.close()


@cache
def choose_renderer() -> None:
    """Without graphics hardware behind the platform, Qt Quick paints by itself. Once, before the first window."""
    if QGuiApplication.platformName() in _PLATFORMS_WITHOUT_GRAPHICS:
        QQuickWindow.setGraphicsApi(QSGRendererInterface.GraphicsApi.Software)
