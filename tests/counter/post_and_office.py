"""A post point and an office, each on a database of its own: notes are made at one and signed for at the other."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from counter.ports.consign import NoteForm, NoteRow
from counter.sample.content import MORNING
from counter.wiring.office import JournalCounterOffice
from shared.actions import hand_over
from shared.actions.enter_consignments import entering
from shared.clock import SetClock
from shared.domain import carried_note
from shared.domain.carried_note import CarriedNote
from shared.domain.consignment import Consignment
from shared.domain.custody import ONE_STOP
from shared.domain.dossier import Dossier, GivenDocument
from shared.domain.handover import Handover
from shared.domain.handover_count import Count
from shared.domain.paper_code import Gathered
from shared.journal.consignment_queries import made_event, notes_for_dossier
from shared.journal.dossier_queries import personal_records
from shared.journal.read_model import CONSIGNMENTS, DOSSIERS
from tests.counter.counters import APPLICANT, STAFF, WARD, counter_at, everything_to, procedure_of_a_department
from tests.counter.counters import reception_form as form_of
from tests.scanned import scanned

POST = "buu-dien-mau"
PROCEDURE = procedure_of_a_department()


@dataclass
class Way:
    """The post point, a counter of the office, and the one clock of both."""

    post: JournalCounterOffice
    office: JournalCounterOffice
    clock: SetClock

    def make(self, form: NoteForm | None = None) -> NoteRow:
        """A note that the postal employee makes."""
        self.post.officer = STAFF["buutu"]
        return self.post.make_note(form or note_form())

    def offer(self, *notes: str) -> Handover:
        """The post signs for a list with these notes."""
        papers = tuple(("consignment", each) for each in notes)
        return hand_over.offer(
            self.post.journal,
            self.post.program.node,
            giver=POST,
            receiver=ONE_STOP,
            papers=papers,  # type: ignore[arg-type]  # the kind is one of the names
            officer=STAFF["buutu"].id,
            office=WARD,
        )

    def accept(self, handover: str, count: Count | None = None, papers: tuple[CarriedNote, ...] = ()) -> Handover:
        """The office signs; `papers` were read while the list was counted."""
        counter = self.office
        signer = counter.signed_in()
        return hand_over.accept(
            counter.journal,
            handover,
            unit=ONE_STOP,
            officer=signer.id,
            count=count or Count(),
            then=entering(counter.entering(), signer.id, papers),
        )

    def accept_all(self, *notes: str) -> None:
        """The notes are handed over and signed for, both sides knowing everything."""
        offered = self.offer(*notes)
        self.by_network()
        self.accept(offered.id)

    def by_network(self) -> None:
        """Everybody hears everything."""
        everything_to(self.post, self.office)
        everything_to(self.office, self.post)

    def later(self, **passed: int) -> None:
        """Time passes at both."""
        self.clock.set(self.clock.now() + timedelta(**passed))


@contextmanager
def a_way(folder: Path) -> Iterator[Way]:
    """A post point and a counter of the office that have not heard of each other yet."""
    clock = SetClock(MORNING)
    with ExitStack() as opened:
        post = opened.enter_context(counter_at(folder, 1, clock, sign_in="buutu"))
        office = opened.enter_context(counter_at(folder, 2, clock, sign_in="thu"))
        yield Way(post, office, clock)


def note_form(number: str = "", fee_vnd: int = 0, supplements: str | None = None) -> NoteForm:
    """A note for a new application, or to complete a dossier; `number` is that of the receipt for its fee."""
    form = replace(form_of(PROCEDURE), channel="post", fee_vnd=fee_vnd, return_way="post", return_address="Thôn Mẫu")
    return NoteForm(form, "01AB-26E" if number else "", number, "EA123456785VN", supplements)


def brought(*papers: str) -> tuple[GivenDocument, ...]:
    """These papers, one original each."""
    return tuple(GivenDocument(each, 1, 0) for each in papers)


def note_at(counter: JournalCounterOffice, note: str) -> Consignment:
    """The note as this machine folds it."""
    with counter.journal.reading() as reader:
        found = reader.state(CONSIGNMENTS, note)
    assert found is not None
    return found


def dossier_at(counter: JournalCounterOffice, dossier: str) -> Dossier:
    """The dossier as this machine folds it."""
    with counter.journal.reading() as reader:
        found = reader.state(DOSSIERS, dossier)
    assert found is not None
    return found


def notes_about(counter: JournalCounterOffice, dossier: str) -> tuple[Consignment, ...]:
    """The notes that brought or complete a dossier."""
    with counter.journal.reading() as reader:
        return notes_for_dossier(reader, dossier)


def person_of(counter: JournalCounterOffice, hash_: str | None) -> dict[str, object]:
    """The personal record under that hash."""
    with counter.journal.reading() as reader:
        return dict(personal_records(reader, [hash_ or ""])[hash_ or ""])


def on_paper(counter: JournalCounterOffice, note: str) -> Gathered:
    """The codes on the note's paper, scanned the last one first and typed in small letters."""
    with counter.journal.reading() as reader:
        found = reader.state(CONSIGNMENTS, note)
        assert found is not None
        made = made_event(reader, note)
        assert made is not None
        codes = carried_note.to_codes(found, person_of(counter, found.applicant), made.lamport)
    return scanned(code.lower() for code in reversed(codes))


__all__ = ["APPLICANT", "POST", "PROCEDURE", "Way", "a_way", "brought", "note_form", "on_paper"]
