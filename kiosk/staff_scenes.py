"""The scenes of the gallery behind the staff's door."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kiosk.sample_staff import SAMPLE_PIN

if TYPE_CHECKING:
    from kiosk.gallery import Stage

_WRONG_PIN = "1357"


def _door(stage: Stage) -> None:
    stage.window.shell.open_staff()
    QCoreApplication.processEvents()


def _pin(stage: Stage) -> None:
    _door(stage)
    _press(stage, "24")


def _wrong(stage: Stage) -> None:
    _door(stage)
    _try(stage, _WRONG_PIN)


def _locked(stage: Stage) -> None:
    _door(stage)
    for _ in range(5):
        _try(stage, _WRONG_PIN)


def _not_set(stage: Stage) -> None:
    stage.staff.pin_set = False
    _door(stage)


def _panel(stage: Stage) -> None:
    _door(stage)
    _try(stage, SAMPLE_PIN)
    stage.window.staff.print_test()
    QCoreApplication.processEvents()


def _trouble(stage: Stage) -> None:
    stage.staff.trouble = True
    _panel(stage)
    stage.window.staff.restart()


def _press(stage: Stage, digits: str) -> None:
    for digit in digits:
        stage.window.staff.press(digit)


def _try(stage: Stage, pin: str) -> None:
    _press(stage, pin)
    stage.window.staff.enter()
    QCoreApplication.processEvents()


STAFF_SCENES: dict[str, Callable[[Stage], None]] = {
    "staff_pin": _pin,
    "staff_pin_wrong": _wrong,
    "staff_pin_not_set": _not_set,
    "staff_locked": _locked,
    "staff_panel": _panel,
    "staff_panel_trouble": _trouble,
}
