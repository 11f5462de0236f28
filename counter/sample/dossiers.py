"""Search and page of dossiers of the sample office."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from counter.ports import Applicant
from counter.ports.dossiers import DossierPage, DossierReasons, DossiersFound, IndexProgress, TimelineRow
from counter.sample.book import SampleBook
from counter.sample.content import MORNING
from counter.sample.room import SampleRoom
from resources.sample_ward.load import sample_citizens, sample_staff
from shared.domain.dossier import ONE_STOP, Dossier, GivenDocument, RequestSupplement, TakeSupplement, decide
from shared.domain.dossier_coordination import agencies_of
from shared.domain.dossier_timeline import timeline
from shared.domain.mail_item import MailItem
from shared.domain.office_names import Names, office_names, unit_name
from shared.domain.text import fold, given_name_key, matches
from shared.failures import Refusal

_MOST = 50


class SampleDossiers(SampleRoom):
    """Search over the few dossiers of the sample. Attributes: `index`, how far the index is said to be."""

    index = IndexProgress(11, 11, complete=True)

    def search_dossiers(self, query: str) -> DossiersFound:
        """The dossiers whose code, name or procedure has every word."""
        found = [each for each in self.book.dossiers.values() if matches(query, self._words(each))]
        rows = [self._rows.row(each) for each in found]
        rows.sort(key=lambda row: given_name_key(row.applicant_name))
        return DossiersFound(tuple(rows[:_MOST]), len(rows[_MOST:]), more_uncounted=False, index=self.index)

    def index_dossiers(self) -> IndexProgress:
        """What `index` says."""
        return self.index

    def dossier_page(self, dossier: str) -> DossierPage:
        """The page of one dossier."""
        found = self.book.dossiers.get(dossier)
        if found is None:
            raise Refusal("no_such_dossier", "Không tìm thấy hồ sơ này.", "There is no such dossier.")
        person = self.book.people.get(found.applicant or "")
        return DossierPage(
            row=self._rows.row(found),
            dossier=found,
            applicant=None if person is None else _applicant(person),
            submitter=None,
            transit_to=unit_name(self._ward, found.transit.receiver) if found.transit else "",
            received_by=self._names().staff.get(found.received_by, ""),
            reasons=DossierReasons(
                supplement=self._said(found.supplement.reason if found.supplement else None),
                apology=self._said(found.apology.reason if found.apology else None),
                ending=self._said(found.ending.personal if found.ending else None),
                coordinations=tuple(
                    str(self.book.people.get(each.words or "", {}).get("words", "")) for each in found.coordinations
                ),
            ),
            timeline=self._timeline(found),
            held_by=self._names().staff.get((found.transit.by if found.transit else found.held_by) or "", ""),
            record=self._record_number(found),
            unit_names={each: unit_name(self._ward, each) for each in agencies_of(found)},
            looked_at=self._clock.now(),
            mail=tuple(MailItem(each, found) for each in self.book.deliveries.values() if each.dossier == found.id),
        )

    def _record_number(self, found: Dossier) -> str:
        listed = self.book.handovers.get((found.transit.handover if found.transit else found.held_against) or "")
        return "" if listed is None else listed.number

    def _words(self, dossier: Dossier) -> str:
        person = self.book.people.get(dossier.applicant or "", {})
        return fold(" ".join((dossier.code, dossier.procedure_name, dossier.procedure, *map(str, person.values()))))

    def _said(self, digest: str | None) -> str:
        record = self.book.people.get(digest or "", {})
        return str(record.get("reason") or record.get("proof") or "")

    def _names(self) -> Names:
        staff = sample_staff()
        return replace(
            office_names(self._ward),
            staff={each.id: each.name for each in staff},
            unit_of_staff={each.id: each.unit or ONE_STOP for each in staff},
        )

    def _timeline(self, found: Dossier) -> tuple[TimelineRow, ...]:
        own = [fact for fact in self.book.facts if fact.subject == found.id]
        handovers = {fact.data.get("handover") for fact in own}
        mail = {each.id for each in self.book.deliveries.values() if each.dossier == found.id}
        beside = [
            fact
            for fact in self.book.facts
            if fact.subject in handovers | mail or (fact.subject != found.id and fact.data.get("dossier") == found.id)
        ]
        entries = timeline((*own, *beside), self._names())
        return tuple(TimelineRow(each.at, each.who, each.where, each.words, each.icon) for each in entries)


def late_with_supplement(book: SampleBook, dossier: str) -> None:
    """Last Friday a paper was asked for and came; the time began anew and has passed."""
    friday = MORNING - timedelta(days=3)
    asked, came, due = friday.replace(hour=10), friday.replace(hour=15), friday.replace(hour=17, minute=0)
    missing = ("Giấy xác nhận nơi cư trú",)
    request = RequestSupplement(
        unit=ONE_STOP,
        missing=missing,
        allowed=missing,
        reason="Bản chụp không đọc được",
        at=asked,
        request_by=asked + timedelta(days=1),
        answer_by=asked + timedelta(days=15),
    )
    book.write(decide(book.dossiers[dossier], request), "staff-1", asked)
    taken = TakeSupplement(
        unit=ONE_STOP,
        documents=(GivenDocument(missing[0], 1, 0),),
        at=came,
        due_at=due,
        promise="trong ngày làm việc",
    )
    book.write(decide(book.dossiers[dossier], taken), "staff-1", came)


def _applicant(record: Mapping[str, object]) -> Applicant:
    name = str(record.get("name", ""))
    citizen = next((each for each in sample_citizens() if each.name == name), None)
    return Applicant(
        name=name,
        identity_number=str(record.get("identity_number", "")),
        birth_date=None,
        address=citizen.address if citizen else "",
        phone=str(record.get("phone", "0900 000 001")),
        email="",
    )
