"""What a postal employee does at the window of a point of the post: notes, bags, deliveries, the day's sheet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from installer.demo.citizens import Errand
from installer.demo.counter_hands import CounterHands
from installer.demo.offered import OfferedProcedure
from installer.demo.papers import codes_on
from installer.demo.till import amount_in
from resources.sample_ward.load import SampleCitizen, sample_office_document
from shared.domain import carried_list, carried_note

_SERIES = "02BD-26E"
"""The series of the post's own book of receipts."""

_WHOLE = "accessibleName"
_PAPERS_SENT = 1
_SYNC_SECONDS = 60.0
_LOOK_SECONDS = 5.0
_RECORD = re.compile(r"BG-[0-9]+-[0-9]+")
_OF_THE_OFFICE = f"{sample_office_document()['agency_code']}-"
_DOSSIER = re.compile(rf"{re.escape(_OF_THE_OFFICE)}[0-9]{{6}}-[0-9]{{4,}}")


@dataclass(frozen=True, slots=True)
class SentNote:
    """A consignment note (phiếu gửi) as it goes into the bag: its number, its codes, and the fee that goes with it."""

    number: str
    codes: tuple[str, ...]
    fee_vnd: int
    citizen: SampleCitizen
    errand: Errand


@dataclass(frozen=True, slots=True)
class PrintedRecord:
    """The record that goes with a bag (biên bản giao nhận): its number, and the codes that carry its list."""

    number: str
    codes: tuple[str, ...]


class PostHands:
    """The hands of one postal employee. `hands`: the window; `forms`: where printed papers are found."""

    def __init__(self, hands: CounterHands, forms: Path) -> None:
        self._hands, self._forms = hands, forms
        self._desk = hands.program

    # Notes.

    def fill_note(self, citizen: SampleCitizen, errand: Errand, offered: OfferedProcedure, receipt: str) -> int:
        """Fills a note: procedure, the sender's card, the papers, the receipt for the fee; answers the fee in đồng."""
        desk = self._desk
        self._begin_note()
        self._hands.choose_procedure(errand, offered)
        desk.scan(citizen.qr_11)
        desk.wait_for("applicant_summary", _WHOLE, contains=citizen.name)
        for paper in offered.papers[:_PAPERS_SENT]:
            desk.click(f"document_{paper}")
        fee = amount_in(str(desk.read("fee")))
        if fee:
            self._hands.type_anew(_SERIES, "note_receipt_series")
            self._hands.type_anew(receipt, "note_receipt_number")
        return fee

    def make_note(self, citizen: SampleCitizen, errand: Errand, fee_vnd: int) -> SentNote:
        """Makes the note that has been filled in; answers it as it was printed."""
        desk = self._desk
        desk.click("make_note")
        desk.wait("made_number")
        number = str(desk.read("made_number"))
        desk.wait_for("message_text", contains=f"Đã in phiếu gửi {number}")
        codes = codes_on(self._forms / f"{number}.pdf", carried_note.PREFIX)
        return SentNote(number, codes, fee_vnd, citizen, errand)

    def dossier_of(self, note: SentNote) -> str:
        """The code of the dossier that a note was entered as, once the list of notes says so."""
        desk = self._desk
        desk.click("room_consign")
        desk.click("consign_notes")
        desk.click("notes", text=note.number)
        desk.wait_shows(_OF_THE_OFFICE, patience=_SYNC_SECONDS)
        return str(next(code for text in desk.texts() for code in _DOSSIER.findall(text)))

    def look_at_the_day(self) -> None:
        """The day's summary, on the screen and on paper."""
        desk = self._desk
        desk.click("room_consign")
        desk.click("consign_notes")
        self._hands.photograph("post_notes")
        desk.click("consign_day")
        desk.wait("post_money")
        self._hands.photograph("post_day")
        desk.click("print_post_day")
        desk.wait_for("message_text", contains="Đã in")

    def _begin_note(self) -> None:
        desk = self._desk
        desk.click("room_consign")
        desk.click("consign_form")
        desk.click("new_note" if desk.exists("new_note") else "start_note_over")
        desk.wait("start_note_over")

    # Bags.

    def record(self) -> PrintedRecord:
        """Prints the record of the list that was just signed, and reads the codes on it."""
        number = _RECORD.findall(self._hands.print_record())[0]
        return PrintedRecord(number, codes_on(self._forms / f"{number}.pdf", carried_list.PREFIX))

    def find_what_was_missing(self) -> None:
        """What the office missed has been found here: the difference is settled."""
        desk = self._desk
        desk.click("room_handover")
        desk.click("handover_records")
        if not desk.becomes("differing_0", "visible", patience=_LOOK_SECONDS, is_=True):
            # Whoever goes back just as the opened record is looked at anew is shown that record once more.
            desk.click("all_records")
        desk.click("differing_0", patience=_SYNC_SECONDS)
        desk.click("difference_0")
        self._hands.photograph("difference_to_settle")
        desk.click("settle_found_at_giver")
        desk.wait_gone("settle_found_at_giver")
        desk.click("all_records")

    # Deliveries.

    def deliver(self, label: str, citizen: SampleCitizen, photograph: str = "") -> None:
        """The addressee shows the identity card and signs: the first press asks, the second one writes it down."""
        desk = self._desk
        self._open_delivery(label, citizen)
        desk.scan(citizen.qr_11)
        desk.wait_for("handing_number", is_not="")
        if photograph:
            self._hands.photograph(photograph)
        desk.click("delivery_deliver")
        desk.wait("delivery_armed")
        desk.click("delivery_deliver")
        desk.wait("next_delivery")
        if photograph:
            self._hands.photograph(f"{photograph}_done")
        desk.click("next_delivery")

    def find_nobody_home(self, label: str, citizen: SampleCitizen, photograph: str) -> None:
        """Nobody is at home: an attempt."""
        desk = self._desk
        self._open_delivery(label, citizen)
        desk.click("delivery_absent")
        desk.wait("delivery_armed")
        desk.click("delivery_absent")
        desk.wait_gone("delivery_armed")
        desk.wait_for("delivery_tried", is_not="")
        self._hands.photograph(photograph)

    def _open_delivery(self, label: str, addressee: SampleCitizen) -> None:
        self._desk.click("room_delivery")
        self._desk.scan(label)
        self._desk.wait_for("delivery_name", contains=addressee.name)
