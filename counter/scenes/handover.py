"""Handover and decision: every screen, each brought about on a fresh stage."""

from __future__ import annotations

from counter.handover.presenter import HandoverPresenter
from counter.handover.state import Mark
from counter.ports.consign import ReceiptToPrint
from counter.sample.handover_content import carried_codes
from counter.sample.note_content import write_notes
from counter.stage import Scene, Stage


def _room(stage: Stage) -> HandoverPresenter:
    stage.serve()
    stage.window.show_room("handover")
    stage.settle()
    return stage.window.presenters.handover


def give_page(stage: Stage) -> None:
    """A list for a handover."""
    handover = _room(stage)
    handover.scanned(stage.office.held_here()[1].code)
    stage.settle()
    handover.pick(stage.office.held_here()[0].id)


def give_refused_page(stage: Stage) -> None:
    """A scanned paper does not suit the receiver."""
    handover = _room(stage)
    handover.pick_all()
    stage.settle()
    handover.choose_receiver("kinh-te")
    stage.settle()
    handover.unpick(handover.state.held[0].id)
    handover.scanned(handover.state.held[0].code)


def offered_page(stage: Stage) -> None:
    """The giver has signed; the receiver may sign on this screen."""
    give_page(stage)
    stage.settle()
    stage.window.presenters.handover.offer()


def incoming_page(stage: Stage) -> None:
    """Counting what has come: one scanned, one missing, one too many."""
    handover = _room(stage)
    handover.show_page("records")
    stage.settle()
    handover.open(handover.state.handovers[0].id)
    stage.settle()
    assert handover.state.opened is not None
    rows = handover.state.opened.papers
    handover.scanned(rows[0].code)
    handover.mark(rows[0].id, Mark("damaged", None, "Bìa hồ sơ bị ướt một góc"))
    handover.toggle_missing(rows[1].id)
    handover.scanned(stage.office.held_here()[0].code)


def incoming_post_page(stage: Stage) -> None:
    """Counting what the post has brought, with the fees; one note is not taken."""
    write_notes(stage.office.book, stage.office.sample_ward())
    handover = _room(stage)
    handover.show_page("records")
    stage.settle()
    handover.open(handover.state.handovers[0].id)
    stage.settle()
    assert handover.state.opened is not None
    first, last = handover.state.opened.papers
    handover.scanned(first.code)
    handover.choose_paper(last.id)
    handover.refuse(last.id, "seal_broken", "Túi bị rách mép")
    handover.set_money("5.000")


def post_give_page(stage: Stage) -> None:
    """A postal employee lists notes for the office, with the fees that go along."""
    write_notes(stage.office.book, stage.office.sample_ward())
    stage.sign_in("buutu")
    stage.window.show_room("handover")
    stage.settle()
    handover = stage.window.presenters.handover
    handover.scanned(handover.state.held[1].code)


def offered_to_agency_page(stage: Stage) -> None:
    """An agency without a machine signs on paper, and the giver records it."""
    handover = _room(stage)
    handover.choose_receiver("phuong-ban")
    stage.settle()
    handover.pick(handover.state.held[0].id)
    handover.offer()


def differences_page(stage: Stage) -> None:
    """A signed record on which list and count differ."""
    incoming_page(stage)
    stage.settle()
    handover = stage.window.presenters.handover
    handover.accept()
    stage.settle()
    assert handover.state.opened is not None
    first = handover.state.opened.differences[0]
    handover.choose_difference(first.kind, first.item)


def entered_page(stage: Stage) -> None:
    """A signed record of the post: the notes are dossiers, one was not taken."""
    write_notes(stage.office.book, stage.office.sample_ward())
    stage.office.unprinted = tuple(ReceiptToPrint(f"dossier-{at}", f"H99.99.01-261123-200{at}") for at in (1, 2))
    handover = _room(stage)
    handover.show_page("records")
    stage.settle()
    handover.open(next(row.id for row in handover.state.handovers if row.number == "BG-261123-0101"))


def list_on_paper_page(stage: Stage) -> None:
    """The first code of a long list on paper has been read."""
    handover = _room(stage)
    handover.scanned(carried_codes(120)[0])


def list_from_paper_page(stage: Stage) -> None:
    """A list that this machine knows from its codes only."""
    handover = _room(stage)
    for code in carried_codes(120):
        handover.scanned(code)
    stage.settle()
    handover.scanned("PG-261123-02003")


def cancelling_page(stage: Stage) -> None:
    """The giver has pressed Cancel once."""
    offered_page(stage)
    stage.settle()
    stage.window.presenters.handover.cancel()


def nothing_to_give_page(stage: Stage) -> None:
    """Nothing is left to be handed over."""
    handover = _room(stage)
    handover.choose_receiver("buu-dien-mau")


def not_handed_over_page(stage: Stage) -> None:
    """Somebody wants to close the counter with dossiers in it."""
    stage.office.reminds = True
    stage.serve()
    stage.window.presenters.desk.finish()
    stage.settle()
    stage.window.presenters.sign_in.sign_out()


def deciding_page(stage: Stage) -> None:
    """A department marks a result."""
    stage.sign_in("tuphap")
    stage.window.show_room("deciding")
    stage.settle()
    stage.window.presenters.deciding.choose(stage.office.held_here()[0].id)


SCREENS: tuple[Scene, ...] = (
    give_page,
    give_refused_page,
    offered_page,
    incoming_page,
    incoming_post_page,
    post_give_page,
    offered_to_agency_page,
    differences_page,
    entered_page,
    list_on_paper_page,
    list_from_paper_page,
    cancelling_page,
    nothing_to_give_page,
    not_handed_over_page,
    deciding_page,
)
