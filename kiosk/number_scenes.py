"""The scenes of the gallery around taking a number: home where lines are over, the number's screens, appointments."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kiosk.sample_office import APPOINTMENT, EARLY_APPOINTMENT, LATE_APPOINTMENT

if TYPE_CHECKING:
    from kiosk.gallery import Stage


def _confirm(stage: Stage) -> None:
    stage.window.home.choose_line("A")
    QCoreApplication.processEvents()


def _documents(stage: Stage, code: str) -> None:
    _confirm(stage)
    stage.window.take_number.list_procedures()
    stage.window.take_number.read_documents(code)


def _closed(stage: Stage) -> None:
    stage.office.open = False
    stage.window.refresh()


def _chosen(stage: Stage) -> None:
    _documents(stage, "1.001193")
    stage.window.take_number.choose_procedure()
    stage.window.take_number.choose_group("elderly")


def _procedures(stage: Stage) -> None:
    _confirm(stage)
    stage.window.take_number.list_procedures()


def _refused(stage: Stage) -> None:
    stage.office.range_used_up = True
    _confirm(stage)
    stage.window.take_number.confirm()


def _failed(stage: Stage) -> None:
    stage.office.disk_full = True
    _confirm(stage)
    stage.window.take_number.confirm()


def _issued(stage: Stage) -> None:
    _confirm(stage)
    stage.window.take_number.confirm()


def _no_paper(stage: Stage) -> None:
    stage.printer.out_of_paper = True
    _issued(stage)


def _full(stage: Stage) -> None:
    stage.office.full, stage.office.over = "B", "D"
    stage.window.refresh()


def _told(stage: Stage) -> None:
    _full(stage)
    QCoreApplication.processEvents()
    stage.window.home.choose_line("B")


def _all_over(stage: Stage) -> None:
    stage.office.over = "ABCDEF"
    stage.window.refresh()


def _matters(stage: Stage) -> None:
    _confirm(stage)
    stage.window.take_number.list_matters()
    stage.window.take_number.toggle_matter("E")


def _matters_chosen(stage: Stage) -> None:
    _matters(stage)
    stage.window.take_number.toggle_matter("B")
    stage.window.take_number.back()
    stage.window.take_number.choose_group("elderly")


def _matters_issued(stage: Stage) -> None:
    _matters_chosen(stage)
    stage.window.take_number.confirm()


def _card(stage: Stage) -> None:
    stage.office.card_wanted = True
    _confirm(stage)
    QCoreApplication.processEvents()
    stage.window.take_number.confirm()


def _card_broken(stage: Stage) -> None:
    _card(stage)
    stage.window.take_number.take_card("|")


def _appointment(stage: Stage) -> None:
    stage.window.home.choose_appointment()
    QCoreApplication.processEvents()
    for digit in "2600":
        stage.window.take_number.press(digit)


def _appointment_scanned(code: str) -> Callable[[Stage], None]:
    return lambda stage: stage.window.shell.scanned(code)


def _appointment_used(stage: Stage) -> None:
    stage.office.arrived = [("", "")]
    stage.window.shell.scanned(APPOINTMENT)


NUMBER_SCENES: dict[str, Callable[[Stage], None]] = {
    "home_closed": _closed,
    "home_some_full": _full,
    "home_told": _told,
    "home_all_over": _all_over,
    "number_confirm": _confirm,
    "number_confirm_chosen": _chosen,
    "number_procedures": _procedures,
    "number_documents": lambda stage: _documents(stage, "1.001193"),
    "number_documents_long": lambda stage: _documents(stage, "2.000815"),
    "number_refused": _refused,
    "number_failed": _failed,
    "number_issued": _issued,
    "number_issued_no_paper": _no_paper,
    "number_matters": _matters,
    "number_matters_chosen": _matters_chosen,
    "number_matters_issued": _matters_issued,
    "number_card": _card,
    "number_card_broken": _card_broken,
    "appointment": _appointment,
    "appointment_early": _appointment_scanned(EARLY_APPOINTMENT),
    "appointment_late": _appointment_scanned(LATE_APPOINTMENT),
    "appointment_used": _appointment_used,
    "appointment_issued": _appointment_scanned(APPOINTMENT),
}
"""Every screen around taking a number by name, and how a citizen comes to it."""
