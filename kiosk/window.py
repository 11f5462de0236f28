"""The window of the kiosk: view models, QML and what comes from outside (touches, scanner, closing) in one place."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, QUrl
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtQuick import QQuickView, QQuickWindow, QSGRendererInterface

from kiosk.idle import IdleWatch
from kiosk.image_providers import ICON_PROVIDER, IconProvider, QrProvider
from kiosk.journeys.check_dossier.view_model import CheckDossierViewModel
from kiosk.journeys.home.view_model import HomeViewModel
from kiosk.journeys.rate.view_model import RateViewModel
from kiosk.journeys.take_number.view_model import TakeNumberViewModel
from kiosk.language import Language
from kiosk.ports import KioskOffice, SlipPrinter
from kiosk.qr_source import QR_PROVIDER
from kiosk.scanner_keys import ScannerKeys
from kiosk.shell import Shell
from shared.clock import Clock
from shared.failures import EnvironmentFailure
from shared.identities import Identities
from shared.qt.lanes import Lanes
from shared.qt.theme import load_typeface

QML = Path(__file__).parent / "qml"
REFRESH_MILLISECONDS = 5000
WINDOWED_SIZE = (540, 960)

_PLATFORMS_WITHOUT_GRAPHICS = ("offscreen", "minimal", "linuxfb", "vnc")
_TOUCHES = (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.TabletPress)


class KioskWindow(QObject):
    """The kiosk on a screen; keeps every part of it alive until `shut_down`.

    `view` is the QQuickView, `home`, `take_number`, `check_dossier`, `rate` and `shell` the view models that its QML
    shows, `idle` the watch over the citizen's silence, `scanner` the keys of the scanner.
    """

    def __init__(
        self,
        office: KioskOffice,
        lanes: Lanes,
        printer: SlipPrinter,
        clock: Clock,
        *,
        language: str,
        full_screen: bool,
    ) -> None:
        super().__init__()
        load_typeface()
        self._full_screen = full_screen
        self._may_close = not full_screen
        self._language = Language(language)
        self.home = HomeViewModel(office, lanes, self._language)
        self.take_number = TakeNumberViewModel(office, lanes, printer, Identities(clock).subject, self._language)
        self.check_dossier = CheckDossierViewModel(office, lanes, self._language)
        self.rate = RateViewModel(office, lanes, self._language)
        self.shell = Shell(self._language, clock, self.home, self.take_number, self.check_dossier, self.rate)
        self.scanner = ScannerKeys()
        self.scanner.scanned.connect(self.shell.scanned)
        self.idle = self._watch_for_silence()
        self._every_second = self._timer(1000, self.shell.tick)
        self._every_few_seconds = self._timer(REFRESH_MILLISECONDS, self.home.refresh)
        self.view = self._load_view()

    def show(self) -> None:
        """Opens the window, asks the office and begins to watch for silence."""
        if self._full_screen:
            self.view.showFullScreen()
        else:
            self.view.resize(*WINDOWED_SIZE)
            self.view.show()
        self.home.refresh()
        self._every_second.start()
        self._every_few_seconds.start()
        self.idle.start()

    def refresh(self) -> None:
        """Something has changed in the office: shows it."""
        self.home.refresh()

    def shut_down(self) -> None:
        """Takes the screen down before the view models go, so that QML never sees one that is gone."""
        self._may_close = True
        for timer in (self._every_second, self._every_few_seconds):
            timer.stop()
        self.idle.stop()
        self.view.removeEventFilter(self)
        self.view.setSource(QUrl())
        self.view.close()
        self._language.close()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """Touches keep the screen awake, the scanner's keys go to the scanner, and nothing closes the window."""
        kind = event.type()
        if kind == QEvent.Type.Close and not self._may_close:
            event.ignore()
            return True
        if kind in _TOUCHES and self.shell.state.countdown is None:
            self.idle.touched()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        self.idle.touched()
        if event.key() == Qt.Key.Key_Escape:
            return True
        return self.scanner.take(event)

    def _watch_for_silence(self) -> IdleWatch:
        idle = IdleWatch(self.shell.is_working)
        idle.counting.connect(self.shell.count_down)
        idle.calmed.connect(self.shell.calm)
        idle.expired.connect(self.shell.start_over)
        return idle

    def _timer(self, milliseconds: int, slot: object) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(milliseconds)
        timer.timeout.connect(slot)
        return timer

    def _load_view(self) -> QQuickView:
        _choose_renderer()
        view = QQuickView()
        view.setTitle("Một cửa")
        view.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
        view.engine().addImageProvider(ICON_PROVIDER, IconProvider())
        view.engine().addImageProvider(QR_PROVIDER, QrProvider())
        view.setInitialProperties(
            {
                "shell": self.shell,
                "home": self.home,
                "takeNumber": self.take_number,
                "checkDossier": self.check_dossier,
                "rate": self.rate,
                "idle": self.idle,
            }
        )
        self._language.changed.connect(view.engine().retranslate)
        view.setSource(QUrl.fromLocalFile(str(QML / "Main.qml")))
        if view.status() != QQuickView.Status.Ready:
            for error in view.errors():
                sys.stderr.write(error.toString() + "\n")
            raise EnvironmentFailure(
                "screens_unreadable",
                "Không mở được màn hình của máy lấy số. Xin cài đặt lại chương trình.",
                "The kiosk's screens cannot be opened. Please install the program again.",
            )
        view.installEventFilter(self)
        return view


@cache
def _choose_renderer() -> None:
    """Without graphics hardware behind the platform, Qt Quick paints by itself. Once, before the first window."""
    if QGuiApplication.platformName() in _PLATFORMS_WITHOUT_GRAPHICS:
        QQuickWindow.setGraphicsApi(QSGRendererInterface.GraphicsApi.Software)


def build_kiosk(
    office: KioskOffice,
    lanes: Lanes,
    printer: SlipPrinter,
    clock: Clock,
    *,
    language: str,
    full_screen: bool,
) -> KioskWindow:
    """The kiosk's window, not yet shown.

    `language` is what the next citizen always finds ("vi" or "en"). With `full_screen` neither a key nor the window
    manager closes it. EnvironmentFailure when the typeface, a translation or the screens cannot be read.
    """
    return KioskWindow(office, lanes, printer, clock, language=language, full_screen=full_screen)
