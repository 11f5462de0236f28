"""The window of the board: no cursor, nothing closes it, and it outlives a screen that is unplugged."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, QUrl
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtQuick import QQuickView

from kiosk.board.board_voice import BoardVoice
from kiosk.board.ports import BoardOffice
from kiosk.board.view_model import BoardLook, BoardViewModel
from kiosk.glass import choose_renderer
from kiosk.image_providers import ICON_PROVIDER, IconProvider
from shared.clock import Clock
from shared.failures import EnvironmentFailure
from shared.qt.lanes import Lane
from shared.qt.theme import load_typeface

QML = Path(__file__).parent / "qml"
REFRESH_MILLISECONDS = 2000
WINDOWED_SIZE = (960, 540)


class BoardWindow(QObject):
    """The board on a screen (bảng gọi số); keeps every part of it alive until `shut_down`.

    `view` is the QQuickView, `board` the view model that its QML shows. Neither a key nor the window manager closes it
    in full screen. EnvironmentFailure when the typeface or the screens cannot be read.
    """

    def __init__(
        self,
        office: BoardOffice,
        database: Lane,
        clock: Clock,
        voice: BoardVoice | None,
        *,
        look: BoardLook,
        full_screen: bool,
    ) -> None:
        super().__init__()
        load_typeface()
        self._full_screen = full_screen
        self._may_close = not full_screen
        self._voice = voice
        self.board = BoardViewModel(office, database, clock, voice, look)
        self._every_second = self._timer(1000, self.board.tick)
        self._every_few_seconds = self._timer(REFRESH_MILLISECONDS, self.board.refresh)
        self.view = self._load_view()

    def start(self) -> None:
        """Begins to read the office, and to speak; the screen itself is opened by a `BoardPlace`."""
        self.board.refresh()
        self._every_second.start()
        self._every_few_seconds.start()

    def refresh(self) -> None:
        """Something has changed in the office: shows it at once."""
        self.board.refresh()

    def show_on(self, screen: QScreen | None) -> None:
        """Fills `screen`; in a window it opens where the window manager wants it. None: nowhere for now."""
        if screen is None:
            self.view.hide()
        elif self._full_screen:
            self.view.setScreen(screen)
            self.view.setGeometry(screen.geometry())
            self.view.showFullScreen()
        elif not self.view.isVisible():
            self.view.resize(*WINDOWED_SIZE)
            self.view.show()

    def shut_down(self) -> None:
        """Takes the screen down before the view model goes, and falls silent."""
        self._may_close = True
        for timer in (self._every_second, self._every_few_seconds):
            timer.stop()
        self.view.removeEventFilter(self)
        self.view.setSource(QUrl())
        self.view.close()
        if self._voice is not None:
            self._voice.close()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """Keys do nothing on a board, and nothing from outside closes it in full screen."""
        if event.type() == QEvent.Type.Close and not self._may_close:
            event.ignore()
            return True
        return event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)

    def _timer(self, milliseconds: int, slot: object) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(milliseconds)
        timer.timeout.connect(slot)
        return timer

    def _load_view(self) -> QQuickView:
        choose_renderer()
        view = QQuickView()
        view.setTitle("Bảng gọi số")
        view.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
        view.engine().addImageProvider(ICON_PROVIDER, IconProvider())
        view.setInitialProperties({"board": self.board})
        view.setSource(QUrl.fromLocalFile(str(QML / "Board.qml")))
        if view.status() != QQuickView.Status.Ready:
            for error in view.errors():
                sys.stderr.write(error.toString() + "\n")
            raise EnvironmentFailure(
                "board_unreadable",
                "Không mở được màn hình của bảng gọi số. Xin cài đặt lại chương trình.",
                "The screen of the call board cannot be opened. Please install the program again.",
            )
        if self._full_screen:
            view.setCursor(Qt.CursorShape.BlankCursor)
        view.installEventFilter(self)
        return view


class BoardPlace(QObject):
    """Keeps the board on its screen while screens are plugged in and out.

    `screen` counts from 0. A board that has the machine to itself moves to the first screen when its own is missing;
    one beside a kiosk (`beside_kiosk`) is hidden then, for the first screen belongs to the citizens' kiosk.
    """

    def __init__(self, window: BoardWindow, screen: int, *, beside_kiosk: bool) -> None:
        super().__init__()
        self._window = window
        self._screen = screen
        self._beside_kiosk = beside_kiosk
        self._left = False
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._screens_changed)
            application.screenRemoved.connect(self._screens_changed)

    def settle(self) -> None:
        """Shows the board where it belongs with the screens that are there."""
        if self._left:
            return
        screens = QGuiApplication.screens()
        found = chosen_screen(len(screens), self._screen, beside_kiosk=self._beside_kiosk)
        self._window.show_on(None if found is None else screens[found])

    def leave(self) -> None:
        """Minds the screens no more."""
        self._left = True

    def _screens_changed(self, _screen: QScreen) -> None:
        # The list of screens is right only after the signal has been delivered.
        QTimer.singleShot(0, self, self.settle)


def chosen_screen(screens: int, wanted: int, *, beside_kiosk: bool) -> int | None:
    """Which of `screens` screens shows a board that wants number `wanted` (from 0); None: none of them."""
    if 0 <= wanted < screens:
        return wanted
    return None if beside_kiosk or screens == 0 else 0
