"""The scenes of the gallery on the way through the procedures."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from kiosk.gallery import Stage

_BIRTH = "1.001193"
_LONG_NAME = "2.000815"
_ELSEWHERE = "1.000110"


def _fields(stage: Stage) -> None:
    stage.window.home.choose_procedures()
    QCoreApplication.processEvents()


def _field(stage: Stage) -> None:
    _fields(stage)
    stage.window.procedures.choose_field("Hộ tịch")


def _typed(text: str) -> Callable[[Stage], None]:
    def lead_there(stage: Stage) -> None:
        _fields(stage)
        stage.window.procedures.open_keyboard()
        for letter in text:
            stage.window.procedures.press(letter)

    return lead_there


def _page(code: str) -> Callable[[Stage], None]:
    def lead_there(stage: Stage) -> None:
        _fields(stage)
        stage.window.procedures.read(code)
        QCoreApplication.processEvents()

    return lead_there


def _not_printed(stage: Stage) -> None:
    stage.printer.out_of_paper = True
    _page(_BIRTH)(stage)
    stage.window.procedures.print_sheet()


PROCEDURE_SCENES: dict[str, Callable[[Stage], None]] = {
    "procedures_fields": _fields,
    "procedures_field": _field,
    "procedures_keyboard": _typed(""),
    "procedures_found": _typed("khai si"),
    "procedures_similar": _typed("khia sihn"),
    "procedures_elsewhere": _typed("bien gioi"),
    "procedures_not_found": _typed("xyzzy"),
    "procedures_page": _page(_BIRTH),
    "procedures_page_long_name": _page(_LONG_NAME),
    "procedures_page_elsewhere": _page(_ELSEWHERE),
    "procedures_page_not_printed": _not_printed,
}
"""Every screen of the journey by name, and how a citizen comes to it."""
