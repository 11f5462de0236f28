"""The window of the kiosk: view models, QML and what comes from outside (touches, scanner, closing) in one place."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, QUrl
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickView

from kiosk.glass import Glass
from kiosk.idle import IdleWatch
from kiosk.image_providers import ICON_PROVIDER, IconProvider, QrProvider
from kiosk.journeys.check_dossier.view_model import CheckDossierViewModel
from kiosk.journeys.home.view_model import HomeViewModel
from kiosk.journeys.procedures.view_model import ProceduresViewModel
from kiosk.journeys.rate.view_model import RateViewModel
from kiosk.journeys.take_number.view_model import TakeNumberViewModel
from kiosk.language import SHIPPED, Language, Translations
from kiosk.ports import KioskPorts
from kiosk.qr_source import QR_PROVIDER
from kiosk.scanner_keys import ScannerKeys
from kiosk.shell import Journeys, Shell
from kiosk.staff.view_model import StaffViewModel
from shared.clock import Clock
from shared.failures import EnvironmentFailure
from shared.identities import Identities
from shared.qt.lanes import Lanes
from shared.qt.theme import load_typeface

if TYPE_CHECKING:
    from kiosk.screen_reader import ScreenReader, Speaks

QML = Path(__file__).parent / "qml"
REFRESH_MILLISECONDS = 5000
QUIET_AFTER_SECONDS = 3

_TOUCHES = (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.TabletPress)
_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)


class KioskWindow(QObject):
    """The kiosk on a screen; keeps every part of it alive until `shut_down`.

    `view` is the QQuickView, `journeys` the view models that its QML shows, `shell` the frame around them, `idle` the
    watch over the citizen's silence, `scanner` the keys of the scanner.
    """

    def __init__(self, ports: KioskPorts, lanes: Lanes, clock: Clock, glass: Glass, language: Language) -> None:
        super().__init__()
        load_typeface()
        self._language = language
        self.journeys = _journeys(ports, lanes, clock, self._language)
        self.home = self.journeys.home
        self.take_number = self.journeys.take_number
        self.check_dossier = self.journeys.check_dossier
        self.rate = self.journeys.rate
        self.procedures = self.journeys.procedures
        self.staff = self.journeys.staff
        self.shell = Shell(self._language, clock, self.journeys)
        self.scanner = ScannerKeys()
        self.scanner.scanned.connect(self.shell.scanned)
        self.idle = self._watch_for_silence()
        self._reader: ScreenReader | None = None
        self._every_second = self._timer(1000, self.shell.tick)
        self._every_few_seconds = self._timer(REFRESH_MILLISECONDS, self.home.refresh)
        self.glass = glass
        self.view = self._load(glass.view)
        if glass.guard is not None:
            glass.guard.staff_called.connect(self.shell.open_staff)

    def show(self) -> None:
        """Opens the window, unless it is open, asks the office and begins to watch for silence."""
        self.glass.show()
        self.home.refresh()
        self._every_second.start()
        self._every_few_seconds.start()
        self.idle.start()

    def refresh(self) -> None:
        """Something has changed in the office: shows it."""
        self.home.refresh()

    def offer_reading_aloud(self, program: Speaks) -> None:
        """There is a program that speaks: the help offers to have the screens read aloud by it."""
        # Imported where it is wanted: most starts are without it, and none should wait for it.
        from kiosk.screen_reader import ScreenReader

        journeys = (self.home, self.take_number, self.check_dossier, self.rate, self.procedures, self.staff)
        self._reader = ScreenReader(self.view, self.shell, journeys, self._language, program)
        self.idle.hold_also(self._reader.is_listened_to)
        self.shell.offer_reading_aloud()

    def is_quiet(self) -> bool:
        """Whether nobody stands before the glass: the home screen has been untouched for a few seconds."""
        return self.shell.state.screen == "home" and self.idle.seconds >= QUIET_AFTER_SECONDS

    def scanned_by_camera(self, text: str) -> None:
        """A code was held before the camera: the same as under the scanner."""
        self.idle.touched()
        self.shell.scanned(text)

    def shut_down(self) -> None:
        """Takes the screen down before the view models go, so that QML never sees one that is gone."""
        for timer in (self._every_second, self._every_few_seconds):
            timer.stop()
        self.idle.stop()
        if self._reader is not None:
            self._reader.close()
        self.view.removeEventFilter(self)
        self.scanner.stop()
        self.glass.close()
        self._language.close()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """Touches keep the screen awake, and the scanner's keys go to the scanner."""
        if event.type() in _TOUCHES and self._reader is not None:
            self._reader.hush()
        if event.type() in _TOUCHES and self.shell.state.countdown is None:
            self.idle.touched()
        if event.type() in _KEYS and isinstance(event, QKeyEvent):
            self.idle.touched()
            return self.scanner.take(event)
        return False

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

    def _load(self, view: QQuickView) -> QQuickView:
        view.engine().addImageProvider(ICON_PROVIDER, IconProvider())
        view.engine().addImageProvider(QR_PROVIDER, QrProvider())
        view.setInitialProperties(
            {
                "shell": self.shell,
                "home": self.home,
                "takeNumber": self.take_number,
                "checkDossier": self.check_dossier,
                "rate": self.rate,
                "procedures": self.procedures,
                "staff": self.staff,
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
        self.glass.stand_guard()
        self.scanner.listen(view)
        return view


def _journeys(ports: KioskPorts, lanes: Lanes, clock: Clock, language: Language) -> Journeys:
    new_journey = Identities(clock).subject
    return Journeys(
        home=HomeViewModel(ports.office, lanes, language),
        take_number=TakeNumberViewModel(ports.office, lanes, ports.printer, new_journey, language),
        check_dossier=CheckDossierViewModel(ports.office, lanes, language),
        rate=RateViewModel(ports.office, lanes, language),
        procedures=ProceduresViewModel(ports.guide, lanes, ports.printer, language),
        staff=StaffViewModel(ports.staff, lanes, language),
    )


def build_kiosk(
    ports: KioskPorts,
    lanes: Lanes,
    clock: Clock,
    *,
    glass: Glass,
    language: str,
    translations: Translations = SHIPPED,
) -> KioskWindow:
    """The kiosk on `glass`, which may be open already and show that the program is starting.

    `language` is what the next citizen always finds ("vi", "en" or another that has a translation). EnvironmentFailure
    when the typeface, a translation or the screens cannot be read.
    """
    return KioskWindow(ports, lanes, clock, glass, Language(language, translations))
