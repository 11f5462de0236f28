"""The room "custody", against the journal of this machine."""

from __future__ import annotations

from collections.abc import Iterable
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
    records_of,
    refuse_record,
    spots_of,
    units_on_map,
    whereabouts,
)
from counter.ports.custody import MOST_PAPERS, CustodyMap, PapersAt, Whereabouts
from counter.ports.people import Officer
from counter.wiring.finding import as_code, dossier_of
from counter.wiring.work import CounterWork
from shared.domain.handover import PaperKind
from shared.domain.office import Office
from shared.domain.units import units_of_kind
from shared.domain.whereabouts import HandedPaper
from shared.failures import Refusal
from shared.journal import custody_queries as custody
from shared.journal.custody_queries import Place
from shared.journal.journal import Reader


class CustodyRoom(CounterWork):
    """Where all paper is now."""

    def custody_map(self) -> CustodyMap:
        """Where all paper is; read again only when the minute or the journal has moved on."""
        officer = self.acting("see_custody")
        with self.journal.reading() as reader:
            office, now = self.program.reference.read(reader.connection), self.journal.now()
            asked = ("custody_map", officer.unit)
            return self.kept.answer(reader, office, now, asked, lambda: custody_map(reader, office, officer, now))

    def papers_at(self, holder: str, transit_to: str | None) -> PapersAt:
        """What is in one place, at most `MOST_PAPERS`."""
        officer = self.acting("see_custody")
        with self.journal.reading() as reader:
            office = self.program.reference.read(reader.connection)
            homes = homes_of(office)
            found = custody.papers_at(reader, homes, holder, transit_to, MOST_PAPERS)
            there = (each.count for each in custody.places(reader, homes) if _is(each, holder, transit_to))
            name = _naming(reader, office, officer, [paper for _, paper in found])
        return PapersAt(tuple(paper_row(*each, name) for each in found), sum(there) - len(found))

    def where_is(self, text: str) -> Whereabouts:
        """Where the paper of a scanned address, a typed code, a note's or a tracking number is."""
        refuse_record(text)
        officer = self.acting("see_custody")
        with self.journal.reading() as reader:
            office = self.program.reference.read(reader.connection)
            found = custody.paper_by_number(reader, as_code(text))
            kind, paper = found or ("dossier", dossier_of(reader, office, text))
            return _whereabouts(reader, office, officer, kind, paper)

    def hands_of(self, kind: PaperKind, paper: str) -> Whereabouts:
        """Where that paper is, and through whose hands it went."""
        officer = self.acting("see_custody")
        with self.journal.reading() as reader:
            office = self.program.reference.read(reader.connection)
            found = custody.papers_of(reader, ((kind, paper),))
            if not found:
                raise Refusal(
                    "no_such_paper",
                    "Không tìm thấy giấy tờ này trên máy. Hãy chờ đồng bộ rồi thử lại.",
                    "This paper is not on this machine. Wait for the data to arrive and try again.",
                )
            return _whereabouts(reader, office, officer, *found[0])


def custody_map(reader: Reader, office: Office, officer: Officer, now: datetime) -> CustodyMap:
    """Where all paper is, as `officer` sees it."""
    places = custody.places(reader, homes_of(office))
    lost = custody.lost_papers(reader, homes_of(office)) if any(each.lost for each in places) else ()
    kept = _kept_by_the_post(reader, office, now)
    lists = custody.unsigned_lists(reader)
    name = _naming(reader, office, officer, [*(each for _, each in lost), *(each for _, each, _ in kept)])
    waiting = (list_alarm(each, now, name) for each in lists)
    alarms = in_order(
        (
            *(paper_alarm(kind, paper, None, name) for kind, paper in lost),
            *(each for each in waiting if each is not None),
            *(paper_alarm(*each, name) for each in kept if each[1].lost is None),
        )
    )
    spots = spots_of(((each.kind, each.holder, each.transit_to, each.count, each.oldest) for each in places), alarms)
    return CustodyMap(now, units_on_map(office, spots, name), spots, alarms)


def _kept_by_the_post(
    reader: Reader, office: Office, now: datetime
) -> tuple[tuple[PaperKind, HandedPaper, datetime], ...]:
    """What the post has held for too long, each with its due time."""
    late = {
        (each.kind, each.id): due
        for each in custody.with_post(reader, units_of_kind(office, "post"))
        if (due := kept_due(office, each.since, each.deliver_by, now)) is not None
    }
    return tuple((kind, paper, late[kind, paper.id]) for kind, paper in custody.papers_of(reader, late))


def _naming(reader: Reader, office: Office, officer: Officer, papers: Iterable[HandedPaper]) -> Naming:
    return naming(office, custody.handover_numbers(reader, records_of(papers)), officer.unit)


def _whereabouts(reader: Reader, office: Office, officer: Officer, kind: PaperKind, paper: HandedPaper) -> Whereabouts:
    hands = custody.chain_of_hands(reader, kind, paper.id)
    records = {*records_of((paper,)), *(each.against for each in hands if each.against is not None)}
    name = naming(office, custody.handover_numbers(reader, records), officer.unit)
    return whereabouts(kind, paper, hands, name)


def _is(place: Place, holder: str, transit_to: str | None) -> bool:
    return (place.holder, place.transit_to) == (holder, transit_to)
