"""Deadlines: every screen, each brought about on a fresh stage."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from counter.deadlines.state import Batch, Refused
from counter.ports.steps import AgencyRequest
from counter.sample.deadline_content import fill_deadlines
from counter.stage import Scene, Stage
from shared.failures import Sentence


def deadlines_summary(stage: Stage) -> None:
    """The morning's summary, as it opens the first time."""
    _enter(stage, "thu")


def deadlines_overdue(stage: Stage) -> None:
    """What is overdue is selected, and Form 04 filled in for it."""
    _enter(stage, "thu")
    presenter = stage.window.presenters.deadlines
    presenter.choose_scope("office")
    presenter.choose_group("overdue")
    stage.settle()
    presenter.toggle_all()
    presenter.begin_apology(None)
    stage.settle()
    presenter.type_reason("Cơ quan phối hợp chậm trả lời xác minh.")
    presenter.type_day("27/11/2026")


def deadlines_all(stage: Stage) -> None:
    """Everything that wants attention, two selected."""
    _enter(stage, "phutrach")
    presenter = stage.window.presenters.deadlines
    presenter.choose_group(None)
    stage.settle()
    for row in presenter.state.rows[1:3]:
        presenter.toggle(row.id)


def deadlines_outcome(stage: Stage) -> None:
    """A selection has been apologised for; two were refused, each with the reason."""
    _enter(stage, "phutrach")
    presenter = stage.window.presenters.deadlines
    presenter.choose_group("overdue")
    stage.settle()
    rows = presenter.state.rows
    twice = Sentence(
        f"Hồ sơ {rows[0].code} đã được hẹn lại một lần; không được hẹn lại lần nữa.",
        f"Dossier {rows[0].code} was given a new date once; it cannot be given another.",
    )
    ready = Sentence(
        f"Hồ sơ {rows[1].code} đã có kết quả nên không làm được việc này.",
        f"Dossier {rows[1].code} has a result already, so this is no longer possible.",
    )
    refused = (Refused(rows[0].code, twice), Refused(rows[1].code, ready))
    presenter.state = replace(presenter.state, batch=Batch("apologise", rows, len(rows), refused))
    presenter.changed.emit()


def deadlines_of_a_department(stage: Stage) -> None:
    """What a department holds."""
    _enter(stage, "tuphap")
    stage.window.presenters.deadlines.choose_group(None)


def deadlines_agency_late(stage: Stage) -> None:
    """Other agencies are late: one with its answer, one has not received its dossier yet."""
    stage.sign_in("thu")
    office = stage.office
    office.ask_agency("dossier-3", AgencyRequest("thue-co-so-thu", "financial_duty", "", 1))
    stage.clock.advance(timedelta(days=3))
    stage.window.presenters.sign_in.sign_out()
    _enter(stage, "phutrach")
    stage.window.presenters.deadlines.choose_group("agency_late")


def deadlines_empty(stage: Stage) -> None:
    """Nothing wants attention."""
    stage.office.book.dossiers.clear()
    stage.open_counter()
    stage.window.show_room("deadlines")
    stage.window.presenters.deadlines.choose_group(None)


def register_page(stage: Stage) -> None:
    """The register of this month."""
    _enter(stage, "thu")
    stage.window.presenters.deadlines.show_register(shown=True)


def _enter(stage: Stage, name: str) -> None:
    fill_deadlines(stage.office.book, stage.office._ward)
    stage.sign_in(name)
    if name != "tuphap":
        stage.window.presenters.sign_in.choose("quay-1")
    stage.settle()
    stage.window.show_room("deadlines")
    stage.settle()


SCREENS: tuple[Scene, ...] = (
    deadlines_summary,
    deadlines_all,
    deadlines_overdue,
    deadlines_outcome,
    deadlines_of_a_department,
    deadlines_agency_late,
    deadlines_empty,
    register_page,
)
