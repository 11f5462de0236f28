"""The room "consign": every screen, each brought about on a fresh stage."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from counter.ports.consign import ReceiptToPrint
from counter.sample.note_content import WAITING
from counter.stage import Scene, Stage
from resources.sample_ward.load import sample_citizens

_POSTAL = "buutu"
_CITIZEN = 20


def note_empty(stage: Stage) -> None:
    """An empty form at the post point."""
    stage.sign_in(_POSTAL)


def note_filled(stage: Stage) -> None:
    """A note ready to be made."""
    _fill(stage)


def note_terms(stage: Stage) -> None:
    """The same, scrolled down to the papers and the terms."""
    _fill(stage)
    stage.settle()
    stage.scroll_to("note_tracking")


def note_missing(stage: Stage) -> None:
    """A note with fields missing."""
    stage.sign_in(_POSTAL)
    _choose(stage, "2.000635")
    stage.window.presenters.consign.set(name="Nguyễn Thị Mẫu", fee="8.000")
    stage.window.presenters.consign.make()
    stage.settle()
    stage.scroll_to("note_tracking")


def note_made(stage: Stage) -> None:
    """A note has been made."""
    _fill(stage)
    stage.settle()
    stage.window.presenters.consign.make()


def note_sure(stage: Stage) -> None:
    """It is to be taken back, asked for once."""
    note_made(stage)
    stage.settle()
    stage.window.presenters.consign.withdraw()


def note_same_sender(stage: Stage) -> None:
    """A second note of the same sender."""
    note_made(stage)
    stage.settle()
    stage.window.presenters.consign.another_for_the_same()


def note_supplement_asked(stage: Stage) -> None:
    """Papers that complete a dossier, which is looked for."""
    stage.sign_in(_POSTAL)
    stage.window.presenters.consign.switch_purpose()


def note_supplement(stage: Stage) -> None:
    """Papers that complete a dossier, which was found."""
    code = stage.office.ask_for_papers()
    note_supplement_asked(stage)
    stage.window.presenters.consign.find_dossier(code)


def notes_none(stage: Stage) -> None:
    """No note has been made today."""
    stage.sign_in(_POSTAL)
    stage.window.presenters.consign.show_page("notes")


def notes_of_the_day(stage: Stage) -> None:
    """The notes of the day in every state, one that the office refused looked at."""
    ids = stage.office.write_notes()
    notes_none(stage)
    stage.settle()
    stage.window.presenters.consign.choose_note(ids[2])


def notes_entered(stage: Stage) -> None:
    """One that has become a dossier."""
    ids = stage.office.write_notes()
    notes_none(stage)
    stage.settle()
    stage.window.presenters.consign.choose_note(ids[1])


def waiting_entries(stage: Stage) -> None:
    """At the office: notes of the post that wait to be entered, and receipts that are to be printed."""
    stage.office.not_here = WAITING
    stage.office.unprinted = tuple(
        ReceiptToPrint(each.id, each.code) for each in list(stage.office.book.dossiers.values())[:3]
    )
    stage.open_counter()
    stage.window.show_room("handover")
    stage.settle()
    stage.window.presenters.waiting.refresh()


def waiting_opened(stage: Stage) -> None:
    """The same, the notes opened."""
    waiting_entries(stage)
    stage.window.presenters.handover.show_page("records")
    stage.settle()
    button = stage.window.findChild(QPushButton, "open_waiting")
    assert isinstance(button, QPushButton)
    button.click()


def _fill(stage: Stage) -> None:
    stage.sign_in(_POSTAL)
    consign = stage.window.presenters.consign
    _choose(stage, "2.000635")
    consign.scanned(sample_citizens()[_CITIZEN].qr_11)
    consign.set(phone="0900 000 001", fee="8.000")
    stage.settle()
    for at, row in enumerate(consign.rows()):
        if row.kind == "demanded":
            consign.set_count(at, 1, 0)
    if not any(row.kind == "demanded" for row in consign.rows()):
        consign.set(extra="Tờ khai; Bản sao giấy khai sinh")
    consign.set_parcel(series="01AB-26E", number="0000021", tracking="EA123456785VN")


def _choose(stage: Stage, code: str) -> None:
    found = next(each for each in stage.office.procedures(code) if each.code == code)
    stage.window.presenters.consign.choose(found)
    stage.settle()


SCREENS: tuple[Scene, ...] = (
    note_empty,
    note_filled,
    note_terms,
    note_missing,
    note_made,
    note_sure,
    note_same_sender,
    note_supplement_asked,
    note_supplement,
    notes_none,
    notes_of_the_day,
    notes_entered,
    waiting_entries,
    waiting_opened,
)
