"""The queue at the right: every screen, each brought about on a fresh stage."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QLineEdit

from counter.sample.conflicts import crossed_calls
from counter.sample.content import MORNING, several_visits
from counter.stage import Scene, Stage
from shared.domain.machine import Machine


def transfer_choice(stage: Stage) -> None:
    """The choice of a line to transfer to."""
    stage.serve()
    stage.window.presenters.desk.choose_line()


def offline_and_parked(stage: Stage) -> None:
    """The server is silent: a number called offline, another parked, events unsent."""
    stage.serve()
    desk = stage.window.presenters.desk
    desk.park()
    stage.settle()
    stage.line.silent = True
    stage.office.lose_contact(unsent=3)
    desk.call_next()
    stage.settle()
    stage.window.presenters.sync.refresh()


def several_matters(stage: Stage) -> None:
    """A visit with further matters being served, an appointment next, a kiosk without paper."""
    stage.office.book.write(several_visits(), "kiosk", MORNING - timedelta(minutes=70))
    stage.office.machines = (Machine("kiosk-1", "Máy lấy số 1", "paper_out", MORNING),)
    stage.serve()
    stage.window.presenters.desk.refresh()


def slip_call(stage: Stage) -> None:
    """The number on a slip that this machine does not know, to be confirmed."""
    stage.open_counter()
    desk = stage.window.presenters.desk
    desk.ask_slip()
    stage.settle()
    field = stage.window.findChild(QLineEdit, "slip_number")
    assert isinstance(field, QLineEdit)
    field.setText("A045")
    desk.call_by_slip("A045")


def walk_in(stage: Stage) -> None:
    """Somebody stands here without a number: which line?"""
    stage.open_counter()
    stage.window.presenters.desk.ask_walk_in()


def closed_return(stage: Stage) -> None:
    """The number being served should go back to a counter that has closed."""
    stage.open_counter()
    desk = stage.window.presenters.desk
    desk.call_by_slip("A001")
    stage.settle()
    desk.choose_line()
    desk.toggle_coming_back()
    desk.transfer("C")
    stage.settle()
    stage.office.closed_counters = ("quay-1",)
    desk.call_by_slip("A001")
    stage.settle()


def desk_conflicts(stage: Stage) -> None:
    """The conflicts of this counter, to be settled in the keys' place."""
    stage.open_counter()
    stage.office.book.write(crossed_calls(), "staff-2", MORNING - timedelta(minutes=5))
    stage.window.presenters.desk.refresh()
    stage.settle()
    stage.window.presenters.desk.show_conflicts()


SCREENS: tuple[Scene, ...] = (
    transfer_choice,
    offline_and_parked,
    several_matters,
    slip_call,
    walk_in,
    closed_return,
    desk_conflicts,
)
