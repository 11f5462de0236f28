"""The room "custody" of the sample office: every paper of the book looked at, one by one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from counter.custody.rows import (
    Naming,
    homes_of,
    in_order,
    kept_due,
    list_alarm,
    naming,
    paper_alarm,
    paper_row,
    refuse_record,
    spots_of,
    units_on_map,
    whereabouts,
)
from counter.ports.custody import MOST_PAPERS, AlarmRow, CustodyMap, PapersAt, Whereabouts
from counter.sample.room import SampleRoom
from resources.sample_ward.load import sample_staff
from shared.domain import consignment as consignments
from shared.domain import delivery as deliveries
from shared.domain import dossier as dossiers
from shared.domain.handover import PaperKind
from shared.domain.office_names import office_names
from shared.domain.units import unit_kind
from shared.domain.whereabouts import HandedPaper, Stay, hands_of, is_on_the_map, joined
from shared.failures import Refusal

_Found = tuple[PaperKind, HandedPaper]


class SampleCustody(SampleRoom):
    """The room in the sample office."""

    def custody_map(self) -> CustodyMap:
        """Where all paper is."""
        now, name, found = self._clock.now(), self._naming(), tuple(self._under_way())
        lists = (list_alarm(each, now, name) for each in self.book.handovers.values() if each.state == "offered")
        alarms = in_order((*(each for each in lists if each is not None), *self._papers_too_long(found, now, name)))
        spots = spots_of(((kind, *_place(paper), 1, _since(paper, name)) for kind, paper in found), alarms)
        return CustodyMap(now, units_on_map(self._ward, spots, name), spots, alarms)

    def papers_at(self, holder: str, transit_to: str | None) -> PapersAt:
        """What is in one place."""
        name = self._naming()
        there = (paper_row(*each, name) for each in self._under_way() if _place(each[1]) == (holder, transit_to))
        rows = sorted(there, key=lambda row: row.since)
        return PapersAt(tuple(rows[:MOST_PAPERS]), len(rows[MOST_PAPERS:]))

    def where_is(self, text: str) -> Whereabouts:
        """Where the paper of a code or number is."""
        refuse_record(text)
        wanted = text.strip().upper()
        for note in self.book.consignments.values():
            if note.number == wanted:
                return self._whereabouts("consignment", note)
        for sent in self.book.deliveries.values():
            if sent.tracking == wanted:
                return self._whereabouts("dossier", self.book.dossiers[sent.dossier])
        return self._whereabouts("dossier", self._rows.find(text))

    def hands_of(self, kind: PaperKind, paper: str) -> Whereabouts:
        """Where that paper is."""
        found = next((each for of, each in self._papers() if (of, each.id) == (kind, paper)), None)
        if found is None:
            raise Refusal("no_such_paper", "Không tìm thấy giấy tờ này.", "There is no such paper.")
        return self._whereabouts(kind, found)

    def _papers(self) -> Iterator[_Found]:
        yield from (("dossier", each) for each in self.book.dossiers.values())
        yield from (("consignment", each) for each in self.book.consignments.values())
        yield from (("delivery", each) for each in self.book.deliveries.values())

    def _under_way(self) -> Iterator[_Found]:
        homes = homes_of(self._ward)
        return (each for each in self._papers() if is_on_the_map(each[1], homes))

    def _papers_too_long(self, found: tuple[_Found, ...], now: datetime, name: Naming) -> Iterator[AlarmRow]:
        by_dossier = {each.dossier: each for each in self.book.deliveries.values() if not each.delivered_at}
        for kind, paper in found:
            if paper.lost is not None:
                yield paper_alarm(kind, paper, None, name)
                continue
            sent = by_dossier.get(paper.id)
            deliver_by = None if sent is None else sent.due_at
            with_post = unit_kind(self._ward, paper.holder) == "post" and paper.transit is None
            due = kept_due(self._ward, _since(paper, name), deliver_by, now) if with_post else None
            if due is not None:
                yield paper_alarm(kind, paper, due, name)

    def _whereabouts(self, kind: PaperKind, paper: HandedPaper) -> Whereabouts:
        chain = self._chain(kind, paper.id)
        if isinstance(paper, dossiers.Dossier) and paper.consignment is not None:
            chain = joined(self._chain("consignment", paper.consignment), chain)
        return whereabouts(kind, paper, chain, self._naming())

    def _chain(self, kind: PaperKind, item: str) -> tuple[Stay, ...]:
        facts = [fact for fact in self.book.facts if fact.subject == item]
        if kind == "dossier":
            return hands_of(dossiers.evolve, facts)
        if kind == "consignment":
            return hands_of(consignments.evolve, facts)
        return hands_of(deliveries.evolve, facts)

    def _naming(self) -> Naming:
        staff = sample_staff()
        names = replace(office_names(self._ward), staff={each.id: each.name for each in staff})
        numbers = {each.id: each.number for each in self.book.handovers.values()}
        return naming(self._ward, numbers, self._officer_now().unit, names)


def _place(paper: HandedPaper) -> tuple[str, str | None]:
    return paper.holder, None if paper.transit is None else paper.transit.receiver


def _since(paper: HandedPaper, name: Naming) -> datetime:
    return paper_row("dossier", paper, name).since
