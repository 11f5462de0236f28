"""What is done to a dossier on its page: every screen, each brought about on a fresh stage."""

from __future__ import annotations

from counter.ports.steps import AgencyRequest
from counter.scenes.reception import received_for_another_agency
from counter.stage import Scene, Stage
from counter.steps.presenter import StepsPresenter
from shared.domain.fact import Fact

_HERE, _DECIDED = "dossier-3", "dossier-5"
_REASON = "Tờ khai chưa ghi đủ thông tin hoặc chưa ký."


def steps_of(stage: Stage, dossier: str) -> StepsPresenter:
    """The steps of a dossier, seen from a counter that serves somebody."""
    stage.serve()
    presenters = stage.window.presenters
    presenters.ways.dossier_wanted.emit(dossier)
    stage.settle()
    presenters.dossiers.show_part("steps")
    presenters.steps.show_dossier(dossier)
    stage.settle()
    return presenters.steps


def steps_page(stage: Stage) -> None:
    """The steps of a dossier at the one-stop office."""
    steps_of(stage, _HERE)


def steps_elsewhere(stage: Stage) -> None:
    """The steps of a dossier that a department holds: most are impossible here, with their reasons."""
    steps_of(stage, _DECIDED)


def supplement_form(stage: Stage) -> None:
    """Asking for a supplement."""
    steps = steps_of(stage, _HERE)
    steps.choose("request_supplement")
    sheet = steps.state.sheet
    assert sheet is not None
    steps.tick(sheet.papers[-1], ticked=True)
    steps.add_reason(_REASON)


def supplement_asked_twice(stage: Stage) -> None:
    """The sentence before the supplement is asked for."""
    supplement_form(stage)
    stage.window.presenters.steps.primary()


def supplement_printed(stage: Stage) -> None:
    """The form has been printed; what can be done now, and why not the rest."""
    supplement_asked_twice(stage)
    stage.settle()
    stage.window.presenters.steps.primary()


def supplement_not_printed(stage: Stage) -> None:
    """The printer had no paper: the form stands and waits to be printed."""
    supplement_asked_twice(stage)
    stage.settle()
    stage.printer.out_of_paper = True
    stage.window.presenters.steps.primary()


def take_supplement_form(stage: Stage) -> None:
    """Taking the supplement, not everything there yet."""
    supplement_printed(stage)
    stage.settle()
    stage.window.presenters.steps.choose("take_supplement")
    stage.window.presenters.steps.primary()


def late_apology(stage: Stage) -> None:
    """An apology with a new date that comes too late, and is due all the same."""
    steps = steps_of(stage, "dossier-2")
    steps.choose("apologise")
    steps.add_reason("Chờ ý kiến của cơ quan phối hợp.")


def refusal_form(stage: Stage) -> None:
    """A refusal without its reason."""
    steps = steps_of(stage, _HERE)
    steps.choose("refuse")
    steps.primary()


def stop_form(stage: Stage) -> None:
    """The citizen's request to stop."""
    steps_of(stage, _HERE).choose("stop")


def ask_agency_form(stage: Stage) -> None:
    """Asking another agency, with a limit that ends after the promised day."""
    steps = steps_of(stage, _HERE)
    steps.choose("ask_agency")
    steps.set(topic="verification", days="15", words="Nơi cư trú trước đây")


def ask_agency_sentence(stage: Stage) -> None:
    """The sentence before the agency is asked."""
    ask_agency_form(stage)
    stage.window.presenters.steps.primary()


def agency_asked(stage: Stage) -> None:
    """The agency has been asked: its answer and its slip are on offer."""
    ask_agency_sentence(stage)
    stage.settle()
    stage.window.presenters.steps.primary()


def agency_answered_form(stage: Stage) -> None:
    """An answer that is waited for."""
    ask_agency_sentence(stage)
    stage.settle()
    stage.window.presenters.steps.primary()
    stage.settle()
    stage.window.presenters.steps.choose("agency_answered")


def page_with_agencies(stage: Stage) -> None:
    """The page of a dossier for which two agencies were asked."""
    steps = steps_of(stage, _HERE)
    office = stage.office
    office.ask_agency(_HERE, AgencyRequest("thue-co-so-thu", "financial_duty", "", 1))
    office.ask_agency(_HERE, AgencyRequest("cong-an", "verification", "Nơi cư trú trước đây", 5))
    steps.refresh()
    stage.window.presenters.dossiers.refresh()
    stage.window.presenters.dossiers.show_part("course")


def reached_agency_form(stage: Stage) -> None:
    """When the competent agency elsewhere received it, later than it should have."""
    received_for_another_agency(stage)
    stage.settle()
    received = stage.window.presenters.reception.state.received
    assert received is not None
    presenters = stage.window.presenters
    presenters.ways.steps_wanted.emit(received.id)
    stage.settle()
    presenters.steps.show_dossier(received.id)
    stage.settle()
    presenters.steps.choose("reached_agency")
    presenters.steps.set(asked_day="26/11/2026")


def back_from_agency_form(stage: Stage) -> None:
    """A dossier comes back from another agency; the name of who signed is still missing."""
    steps = steps_of(stage, _HERE)
    book = stage.office.book
    sides = {"handover": "handover-tax", "giver": "one_stop", "receiver": "thue-co-so-thu", "receiver_kind": "agency"}
    book.write((Fact(_HERE, "dossier.sent", sides), Fact(_HERE, "dossier.taken", sides)), "staff-1")
    steps.refresh()
    stage.settle()
    steps.choose("back_from_agency")
    steps.primary()


def after_the_end(stage: Stage) -> None:
    """A dossier that was refused: one reason for all, and its form."""
    steps = steps_of(stage, _HERE)
    steps.choose("refuse")
    steps.add_reason("Không thuộc thẩm quyền giải quyết của đơn vị.")
    steps.primary()
    steps.primary()


SCREENS: tuple[Scene, ...] = (
    steps_page,
    steps_elsewhere,
    supplement_form,
    supplement_asked_twice,
    supplement_printed,
    supplement_not_printed,
    take_supplement_form,
    late_apology,
    refusal_form,
    stop_form,
    ask_agency_form,
    ask_agency_sentence,
    agency_asked,
    agency_answered_form,
    page_with_agencies,
    reached_agency_form,
    back_from_agency_form,
    after_the_end,
)
