"""What is done to a dossier on its page: every screen, each brought about on a fresh stage."""

from __future__ import annotations

from counter.stage import Scene, Stage
from counter.steps.presenter import StepsPresenter

_HERE, _DECIDED = "dossier-3", "dossier-5"
_REASON = "Tờ khai chưa ghi đủ thông tin hoặc chưa ký."


def _steps_of(stage: Stage, dossier: str) -> StepsPresenter:
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
    _steps_of(stage, _HERE)


def steps_elsewhere(stage: Stage) -> None:
    """The steps of a dossier that a department holds: most are impossible here, with their reasons."""
    _steps_of(stage, _DECIDED)


def supplement_form(stage: Stage) -> None:
    """Asking for a supplement."""
    steps = _steps_of(stage, _HERE)
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
    steps = _steps_of(stage, "dossier-2")
    steps.choose("apologise")
    steps.add_reason("Chờ ý kiến của cơ quan phối hợp.")


def refusal_form(stage: Stage) -> None:
    """A refusal without its reason."""
    steps = _steps_of(stage, _HERE)
    steps.choose("refuse")
    steps.primary()


def stop_form(stage: Stage) -> None:
    """The citizen's request to stop."""
    _steps_of(stage, _HERE).choose("stop")


def after_the_end(stage: Stage) -> None:
    """A dossier that was refused: one reason for all, and its form."""
    steps = _steps_of(stage, _HERE)
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
    after_the_end,
)
