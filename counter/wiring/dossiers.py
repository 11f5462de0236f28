"""Finding dossiers and the page of one, against the journal of this machine."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from counter.ports import Applicant
from counter.ports.dossiers import DossierPage, DossierReasons, DossiersFound, IndexProgress, TimelineRow
from counter.ports.reception import Submitter
from counter.wiring.work import CounterWork
from shared.domain.dossier import Dossier
from shared.domain.dossier_timeline import timeline
from shared.domain.office_names import office_names, staff_name, unit_name
from shared.failures import EnvironmentFailure, Refusal
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
        person = records.get(found.applicant or "")
        return DossierPage(
            row=row,
            dossier=found,
            applicant=None if person is None else _applicant(person),
            submitter=None if person is None else _submitter(person.get("submitter")),
            transit_to=unit_name(office, found.transit.receiver) if found.transit else "",
            received_by=staff_name(office, found.received_by),
            reasons=_reasons(found, records),
            timeline=tuple(TimelineRow(each.at, each.who, each.where, each.words, each.icon) for each in entries),
        )


def _progress(state: IndexState) -> IndexProgress:
    return IndexProgress(state.indexed, state.to_index, state.complete)


def _records(reader: Reader, found: Dossier) -> Mapping[str, Record]:
    steps = (
        found.applicant,
        found.supplement.reason if found.supplement else None,
        found.apology.reason if found.apology else None,
        found.ending.personal if found.ending else None,
    )
    return personal_records(reader, [each for each in steps if each])


def _reasons(found: Dossier, records: Mapping[str, Record]) -> DossierReasons:
    def said(digest: str | None) -> str:
        record = records.get(digest or "", {})
        return _text(record, "reason") or " · ".join(filter(None, (_text(record, "name"), _text(record, "proof"))))

    return DossierReasons(
        supplement=said(found.supplement.reason if found.supplement else None),
        apology=said(found.apology.reason if found.apology else None),
        ending=said(found.ending.personal if found.ending else None),
    )


def _applicant(record: Record) -> Applicant:
    return Applicant(
        name=_text(record, "name"),
        identity_number=_text(record, "identity_number"),
        birth_date=_day(_text(record, "birth_date")),
        address=_text(record, "address"),
        phone=_text(record, "phone"),
        email=_text(record, "email"),
        kind="organisation" if record.get("kind") == "organisation" else "applicant",
        representative=_text(record, "representative"),
    )


def _submitter(value: object) -> Submitter | None:
    if not isinstance(value, Mapping):
        return None
    return Submitter(
        name=_text(value, "name"),
        identity_number=_text(value, "identity_number"),
        phone=_text(value, "phone"),
        paper=_text(value, "paper"),
    )


def _text(record: Record, name: str) -> str:
    value = record.get(name)
    return value if isinstance(value, str) else ""


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
