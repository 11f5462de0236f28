"""The team leader's view: every screen, each brought about on a fresh stage."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QPushButton

from counter.sample.conflicts import crossed_calls, disputed_list
from counter.sample.content import MORNING
from counter.sample.lead import empty_day, quiet_morning
from counter.stage import Scene, Stage


def _lead(stage: Stage) -> None:
    stage.sign_in("phutrach")
    stage.window.presenters.sign_in.choose("quay-2")
    stage.settle()
    stage.window.show_room("lead")
    stage.settle()


def lead_busy(stage: Stage) -> None:
    """A busy morning: lines as bars, one without a counter."""
    _lead(stage)


def lead_work(stage: Stage) -> None:
    """The sum behind the people needed, as a table."""
    _lead(stage)
    button = stage.window.findChild(QPushButton, "staffing_how")
    assert isinstance(button, QPushButton)
    button.click()


def lead_busy_tables(stage: Stage) -> None:
    """The same lines as a table."""
    _lead(stage)
    stage.window.presenters.lead.toggle_tables()


def lead_waits(stage: Stage) -> None:
    """Today's waits as plots."""
    _lead(stage)
    stage.window.presenters.lead.turn_to("waits")


def lead_waits_tables(stage: Stage) -> None:
    """Today's waits as a table."""
    _lead(stage)
    stage.window.presenters.lead.turn_to("waits")
    stage.window.presenters.lead.toggle_tables()


def lead_day(stage: Stage) -> None:
    """The day: satisfaction, dossiers, a machine to see to."""
    _lead(stage)
    stage.window.presenters.lead.turn_to("day")


def lead_quiet(stage: Stage) -> None:
    """A quiet morning: enough counters, too few ratings."""
    stage.office.lead = quiet_morning(stage.office.sample_ward(), stage.clock.now())
    _lead(stage)
    stage.window.presenters.lead.turn_to("day")


def lead_empty(stage: Stage) -> None:
    """A day that has not begun, and no contact with the server."""
    stage.office.lead = empty_day(stage.office.sample_ward(), stage.clock.now())
    _lead(stage)


def lead_conflicts(stage: Stage) -> None:
    """Two conflicts to settle: one with an alternative, one to take note of."""
    stage.office.book.write(crossed_calls(), "staff-2", MORNING - timedelta(minutes=5))
    _lead(stage)
    stage.window.presenters.lead.turn_to("conflicts")


def lead_disputes(stage: Stage) -> None:
    """A list that one side took back and the other signed for: both persons are named, either may be right."""
    disputed_list(stage.office.book)
    _lead(stage)
    stage.window.presenters.lead.turn_to("conflicts")


SCREENS: tuple[Scene, ...] = (
    lead_busy,
    lead_work,
    lead_busy_tables,
    lead_waits,
    lead_waits_tables,
    lead_day,
    lead_quiet,
    lead_empty,
    lead_conflicts,
    lead_disputes,
)
