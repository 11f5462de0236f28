"""Every screen of the kiosk as a picture, from fixed sample data, without a display."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication

from kiosk.glass import Glass
from kiosk.number_scenes import NUMBER_SCENES
from kiosk.ports import KioskPorts
from kiosk.procedure_scenes import PROCEDURE_SCENES
from kiosk.sample_office import (
    LATE_RECEIPT,
    RECEIPT,
    RETURNED_RECEIPT,
    SAMPLE_NOW,
    SLIP,
    SampleGuide,
    SampleOffice,
    SamplePrinter,
    SampleStaffRoom,
)
from kiosk.staff_scenes import STAFF_SCENES
from kiosk.window import KioskWindow, build_kiosk
from shared.clock import SetClock
from shared.failures import EnvironmentFailure
from shared.qt.lanes import Lane, Lanes

Orientation = Literal["portrait", "landscape"]
Manner = Literal["normal", "large", "contrast", "lowered"]

SIZES: dict[Orientation, tuple[int, int]] = {"portrait": (1080, 1920), "landscape": (1920, 1080)}
MANNERS: tuple[Manner, ...] = ("normal", "large", "contrast", "lowered")


class AtOnce(Executor):
    """Runs what it is given on the spot: pictures wait for nobody."""

    def submit(self, work: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Runs `work` and answers with its finished future."""
        future: Future[Any] = Future()
        future.set_result(work(*args, **kwargs))
        return future


@dataclass(frozen=True, slots=True)
class Stage:
    """A kiosk on sample data, ready to be led to a scene."""

    window: KioskWindow
    office: SampleOffice
    printer: SamplePrinter
    staff: SampleStaffRoom


def settle() -> None:
    """Lets everything that is waiting in the event loop happen, deletions too."""
    for _ in range(4):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _tapped(stage: Stage, *keys: str) -> None:
    for key in keys:
        stage.window.rate.press(key)


def _home(stage: Stage) -> None:
    stage.window.shell.go_home()


def _dossier_entry(stage: Stage) -> None:
    stage.window.home.choose_dossier()
    settle()
    for digit in "2611180":
        stage.window.check_dossier.press(digit)


def _dossier_unknown(stage: Stage) -> None:
    stage.window.home.choose_dossier()
    settle()
    for digit in "2611189999":
        stage.window.check_dossier.press(digit)
    stage.window.check_dossier.find()


def _rate_entry(stage: Stage) -> None:
    stage.window.home.choose_rating()
    _tapped(stage, "A", "0", "1")


def _rate_unknown(stage: Stage) -> None:
    stage.window.home.choose_rating()
    _tapped(stage, "B", "9", "9", "9")
    stage.window.rate.find()


def _scored(stage: Stage) -> None:
    stage.window.shell.scanned(SLIP)
    settle()
    stage.window.rate.choose_score(3)
    stage.window.rate.toggle_reason("attitude")


def _thanks(stage: Stage) -> None:
    _scored(stage)
    stage.window.rate.send()


def _help_aloud(stage: Stage) -> None:
    stage.window.shell.offer_reading_aloud()
    stage.window.shell.toggle_read_aloud()
    stage.window.shell.toggle_help()


def _counting(stage: Stage) -> None:
    stage.window.home.choose_line("A")
    QCoreApplication.processEvents()
    stage.window.shell.count_down(8)


SCENES: dict[str, Callable[[Stage], None]] = {
    "home": _home,
    "home_offline": lambda stage: stage.window.shell.mark_disconnected(),
    **NUMBER_SCENES,
    "dossier_entry": _dossier_entry,
    "dossier_unknown": _dossier_unknown,
    "dossier_progress": lambda stage: stage.window.shell.scanned(RECEIPT),
    "dossier_late": lambda stage: stage.window.shell.scanned(LATE_RECEIPT),
    "dossier_returned": lambda stage: stage.window.shell.scanned(RETURNED_RECEIPT),
    "rate_entry": _rate_entry,
    "rate_unknown": _rate_unknown,
    "rate_faces": lambda stage: stage.window.shell.scanned(SLIP),
    "rate_reasons": _scored,
    "rate_thanks": _thanks,
    "help": lambda stage: stage.window.shell.toggle_help(),
    "help_read_aloud": _help_aloud,
    "idle": _counting,
    **PROCEDURE_SCENES,
    **STAFF_SCENES,
}
"""Every screen by name, and how a citizen comes to it."""


@contextmanager
def staged(language: str, orientation: Orientation, manner: Manner) -> Iterator[Stage]:
    """A kiosk on sample data in one language, orientation and manner, without movement; gone afterwards."""
    office, printer, staff = SampleOffice(), SamplePrinter(), SampleStaffRoom()
    lanes = Lanes(Lane("database", AtOnce()), Lane("line", AtOnce()), Lane("printing", AtOnce()))
    ports = KioskPorts(office, SampleGuide(), staff, printer)
    window = build_kiosk(ports, lanes, SetClock(SAMPLE_NOW), language=language, glass=Glass(full_screen=False))
    window.shell.toggle_still()
    changes: dict[Manner, Callable[[], None]] = {
        "large": window.shell.toggle_large_text,
        "contrast": window.shell.toggle_high_contrast,
        "lowered": window.shell.toggle_lowered,
    }
    if manner in changes:
        changes[manner]()
    window.view.resize(*SIZES[orientation])
    window.view.show()
    window.refresh()
    settle()
    try:
        yield Stage(window, office, printer, staff)
    finally:
        window.shut_down()
        lanes.close()
        settle()


def write_gallery(folder: Path) -> int:
    """Writes each scene in each language, orientation and manner as PNG below `folder`; answers how many.

    EnvironmentFailure `gallery_unwritable` when a picture cannot be saved.
    """
    application = _application()
    pictures = 0
    for language in ("vi", "en"):
        for orientation in SIZES:
            for manner in MANNERS:
                target = folder / language / orientation / manner
                _make_folder(target)
                pictures += _write_scenes(target, language, orientation, manner)
    application.processEvents()
    return pictures


def _write_scenes(target: Path, language: str, orientation: Orientation, manner: Manner) -> int:
    for name, lead_there in SCENES.items():
        with staged(language, orientation, manner) as stage:
            lead_there(stage)
            settle()
            path = target / f"{name}.png"
            if not stage.window.view.grabWindow().save(str(path)):
                raise _unwritable()
    return len(SCENES)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable() from error


def _unwritable() -> EnvironmentFailure:
    return EnvironmentFailure(
        "gallery_unwritable",
        "Không ghi được ảnh. Xin kiểm tra thư mục đích.",
        "The pictures cannot be written. Please check the folder.",
    )


def _application() -> QCoreApplication:
    running = QGuiApplication.instance()
    if running is not None:
        return running
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QGuiApplication(["motcua-kiosk"])
