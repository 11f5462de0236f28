"""The room "custody": every screen, each brought about on a fresh stage."""

from __future__ import annotations

from counter.sample.custody_content import fill_custody
from counter.stage import Scene, Stage


def custody_map(stage: Stage) -> None:
    """The whole map, as the team leader sees it."""
    _enter(stage, "phutrach")


def custody_beside_the_queue(stage: Stage) -> None:
    """The map in the narrow middle of an officer who serves a counter."""
    _enter(stage, "thu")


def custody_of_a_unit(stage: Stage) -> None:
    """What the post holds."""
    _enter(stage, "buutu")
    stage.window.presenters.custody.open(("buu-dien-mau", None))


def custody_on_its_way(stage: Stage) -> None:
    """A list that has waited too long for its second signature, beside the queue."""
    _enter(stage, "thu")
    stage.window.presenters.custody.open(("one_stop", "kinh-te"))


def custody_of_a_paper(stage: Stage) -> None:
    """Where one dossier is and through whose hands it went."""
    _enter(stage, "tuphap")
    stage.window.presenters.custody.search("H99.99.01-261116-1081")


def custody_lost(stage: Stage) -> None:
    """A dossier that is lost, beside the queue."""
    _enter(stage, "thu")
    stage.window.presenters.custody.search("H99.99.01-261113-1083")


def custody_empty(stage: Stage) -> None:
    """No paper anywhere."""
    stage.office.book.dossiers.clear()
    stage.office.book.handovers.clear()
    stage.office.book.consignments.clear()
    stage.office.book.deliveries.clear()
    _go(stage, "benthu")


def _enter(stage: Stage, name: str) -> None:
    fill_custody(stage.office.book, stage.office._ward)
    _go(stage, name)


def _go(stage: Stage, name: str) -> None:
    stage.sign_in(name)
    if name in ("thu", "phutrach"):
        stage.window.presenters.sign_in.choose("quay-1")
    stage.settle()
    stage.window.show_room("custody")
    stage.settle()


SCREENS: tuple[Scene, ...] = (
    custody_map,
    custody_beside_the_queue,
    custody_of_a_unit,
    custody_on_its_way,
    custody_of_a_paper,
    custody_lost,
    custody_empty,
)
