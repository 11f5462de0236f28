"""Two planned appointments of a land dossier: every screen, each brought about on a fresh stage."""

from __future__ import annotations

from counter.sample.land import await_duty, receive_land
from counter.scenes.steps import steps_of
from counter.stage import Scene, Stage
from resources.sample_ward.load import sample_office_document
from shared.domain.office import office_from_document


def first_appointment(stage: Stage) -> None:
    """The first appointment is about to be met."""
    steps = steps_of(stage, _received(stage))
    steps.choose("meet_appointment")


def awaiting_duty(stage: Stage) -> None:
    """What can be done while the citizen has still to pay."""
    land = _received(stage)
    await_duty(stage.office.book, land)
    steps_of(stage, land)


def proof_of_duty(stage: Stage) -> None:
    """The proof of payment is there; the second appointment is about to begin."""
    awaiting_duty(stage)
    steps = stage.window.presenters.steps
    steps.choose("show_duty")
    steps.set(proof="Giấy nộp tiền 0001 ngày 23/11/2026")


def _received(stage: Stage) -> str:
    return receive_land(stage.office.book, office_from_document(sample_office_document()))


SCREENS: tuple[Scene, ...] = (
    first_appointment,
    awaiting_duty,
    proof_of_duty,
)
