"""Handover and decision: every screen, each brought about on a fresh stage."""

from __future__ import annotations

from counter.stage import Scene, Stage


def give_page(stage: Stage) -> None:
    """A list for a handover."""
    stage.serve()
    stage.window.show_room("handover")
    stage.settle()
    stage.window.presenters.handover.scanned(stage.office.held_here()[1].code)
    stage.settle()
    stage.window.presenters.handover.pick(stage.office.held_here()[0].id)


def offered_page(stage: Stage) -> None:
    """The giver has signed; the receiver may sign on this screen."""
    give_page(stage)
    stage.settle()
    stage.window.presenters.handover.offer()


def incoming_page(stage: Stage) -> None:
    """Counting what has come: one scanned, one missing, one too many."""
    stage.serve()
    stage.window.show_room("handover")
    handover = stage.window.presenters.handover
    handover.show_page("records")
    stage.settle()
    handover.open(handover.state.handovers[0].id)
    stage.settle()
    rows = handover.state.rows
    handover.scanned(rows[0].code)
    handover.toggle_missing(rows[1].id)
    handover.scanned(stage.office.held_here()[0].code)


def deciding_page(stage: Stage) -> None:
    """A department marks a result."""
    stage.sign_in("tuphap")
    stage.window.show_room("deciding")
    stage.settle()
    stage.window.presenters.deciding.choose(stage.office.held_here()[0].id)


SCREENS: tuple[Scene, ...] = (
    give_page,
    offered_page,
    incoming_page,
    deciding_page,
)
