"""Finding dossiers and the page of one, against the journal of this machine."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from counter.ports import Applicant
from counter.ports.dossiers import DossierPage, DossierReasons, DossiersFound, IndexProgress, TimelineRow
from counter.ports.reception import Submitter
from counter.wiring.form_people import text_in
from counter.wiring.work import CounterWork
from shared.domain.dossier import Dossier
from shared.domain.dossier_coordination import agencies_of
from shared.domain.dossier_timeline import timeline
from shared.domain.mail_item import MailItem
from shared.domain.office_names import office_names, staff_name, unit_name
from shared.failures import EnvironmentFailure, Refusal
from shared.journal.custody_queries import handover_numbers
from shared.journal.delivery_queries import deliveries_of
from shared.journal.dossier_history import history_of
from shared.journal.dossier_queries import personal_records
from shared.journal.dossier_search import find_dossiers
from shared.journal.dossier_search_index import IndexState, index_more, index_state
from shared.journal.journal import Reader
from shared.journal.read_model import DOSSIERS

Record = Mapping[str, object]


class DossiersRoom(CounterWork):
    """Search and page of dossiers; everybody with this right finds all dossiers of the office."""

    def search_dossiers(self, query: str) -> DossiersFound:
        """The dossiers that `query` means."""
        self.acting("look_up")
        index = self._index_while_searching()
        with self.journal.reading() as reader:
            office = self.program.reference.read(reader.connection)
            found = find_dossiers(reader, query, office.agency_code)
            rows = self.rows(reader, found.dossiers, office)
        return DossiersFound(rows, found.more, found.more_uncounted, index)

    def index_dossiers(self) -> IndexProgress:
        """Takes one piece more into the index, if any is waiting; nothing is written otherwise."""
        return _progress(index_more(self.journal))

    def _index_while_searching(self) -> IndexProgress:
        """A piece, or two when the first was not all; a disk that is full stops the index and not the search."""
        try:
            index = self.index_dossiers()
            return index if index.complete else self.index_dossiers()
        except EnvironmentFailure:
            with self.journal.reading() as reader:
                return _progress(index_state(reader))

    def dossier_page(self, dossier: str) -> DossierPage:
        """The page of one dossier."""
        self.acting("look_up")
        with self.journal.reading() as reader:
            found = reader.state(DOSSIERS, dossier)
            if found is None:
                raise Refusal(
                    "no_such_dossier",
                    "Không tìm thấy hồ sơ này trên máy. Hãy chờ đồng bộ rồi thử lại.",
                    "This dossier is not on this machine. Wait for the data to arrive and try again.",
                )
            office = self.program.reference.read(reader.connection)
            row = self.rows(reader, (found,), office)[0]
            records = _records(reader, found)
            entries = timeline(history_of(reader, found), office_names(office))
            against = found.held_against if found.transit is None else found.transit.handover
            record = handover_numbers(reader, (against,)).get(against, "") if against else ""
            mail = tuple(MailItem(each, found) for each in deliveries_of(reader, found.id))
        person = records.get(found.applicant or "")
        return DossierPage(
            row=row,
            dossier=found,
            applicant=None if person is None else _applicant(person),
            submitter=None if person is None else _submitter(person.get("submitter")),
            transit_to=unit_name(office, found.transit.receiver) if found.transit else "",
            received_by=staff_name(office, found.received_by),
            reasons=_reasons(found, records),
            unit_names={each: unit_name(office, each) for each in agencies_of(found)},
            looked_at=self.journal.now(),
            timeline=tuple(TimelineRow(each.at, each.who, each.where, each.words, each.icon) for each in entries),
            held_by=staff_name(office, (found.transit.by if found.transit else found.held_by) or ""),
            record=record,
            mail=mail,
        )


def _progress(state: IndexState) -> IndexProgress:
    return IndexProgress(state.indexed, state.to_index, state.complete)


def _records(reader: Reader, found: Dossier) -> Mapping[str, Record]:
    steps = (
        found.applicant,
        found.supplement.reason if found.supplement else None,
        found.apology.reason if found.apology else None,
        found.ending.personal if found.ending else None,
        *(each.words for each in found.coordinations),
    )
    return personal_records(reader, [each for each in steps if each])


def _reasons(found: Dossier, records: Mapping[str, Record]) -> DossierReasons:
    def said(digest: str | None) -> str:
        record = records.get(digest or "", {})
        return text_in(record, "reason") or " · ".join(
            filter(None, (text_in(record, "name"), text_in(record, "proof")))
        )

    return DossierReasons(
        supplement=said(found.supplement.reason if found.supplement else None),
        apology=said(found.apology.reason if found.apology else None),
        ending=said(found.ending.personal if found.ending else None),
        coordinations=tuple(text_in(records.get(each.words or "", {}), "words") for each in found.coordinations),
    )


def _applicant(record: Record) -> Applicant:
    return Applicant(
        name=text_in(record, "name"),
        identity_number=text_in(record, "identity_number"),
        birth_date=_day(text_in(record, "birth_date")),
        address=text_in(record, "address"),
        phone=text_in(record, "phone"),
        email=text_in(record, "email"),
        kind="organisation" if record.get("kind") == "organisation" else "applicant",
        representative=text_in(record, "representative"),
    )


def _submitter(value: object) -> Submitter | None:
    if not isinstance(value, Mapping):
        return None
    return Submitter(
        name=text_in(value, "name"),
        identity_number=text_in(value, "identity_number"),
        phone=text_in(value, "phone"),
        paper=text_in(value, "paper"),
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
