"""Papers, alarms and stays as the map shows them: what the journal's office and the sample would both have to say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from counter.ports.custody import AlarmRow, HandRow, PaperRow, Spot, UnitOnMap, Whereabouts
from shared.domain.consignment import Consignment
from shared.domain.custody import CITIZEN
from shared.domain.delivery import Delivery
from shared.domain.dossier import Dossier
from shared.domain.handover import Handover, PaperKind
from shared.domain.office import Office
from shared.domain.office_names import Names, office_names
from shared.domain.postal_time import is_late
from shared.domain.transit_alarm import post_due, signature_due
from shared.domain.units import receives_papers, unit_kind, units_of
from shared.domain.whereabouts import HandedPaper, Stay
from shared.failures import Refusal

_GRAVEST_FIRST = ("lost", "unsigned", "kept")


@dataclass(frozen=True, slots=True)
class Naming:
    """The names that rows need: of staff and units, the numbers of the handovers by id, and whose map it is."""

    office: Office
    names: Names
    numbers: Mapping[str, str]
    own_unit: str

    def staff(self, member: str | None) -> str:
        """The name of a member of staff, "" for nobody."""
        return "" if member is None else self.names.staff.get(member, member)

    def unit(self, unit: str) -> str:
        """The name of a unit as forms and lists give it."""
        return self.names.unit(unit).vi

    def concerns(self, *units: str | None) -> bool:
        """Whether something at `units` concerns whoever looks: the office everything, others what is theirs."""
        return receives_papers(unit_kind(self.office, self.own_unit)) or self.own_unit in units


def naming(office: Office, numbers: Mapping[str, str], own_unit: str, names: Names | None = None) -> Naming:
    """The naming of `office`; `names`: where its document does not hold its staff."""
    return Naming(office, names or office_names(office), numbers, own_unit)


def homes_of(office: Office) -> tuple[str, ...]:
    """The units at which ended dossiers stay: the office and its reception points."""
    return tuple(each for each in units_of(office) if receives_papers(unit_kind(office, each)))


def units_on_map(office: Office, spots: Iterable[Spot], name: Naming) -> tuple[UnitOnMap, ...]:
    """The units of `office`, and those it does not know any more but that papers are with."""
    known = units_of(office)
    met = {unit for spot in spots for unit in (spot.holder, spot.transit_to) if unit is not None}
    return tuple(
        UnitOnMap(each, name.unit(each), unit_kind(office, each), own=each == name.own_unit)
        for each in (*known, *sorted(met - {*known, CITIZEN}))
    )


def records_of(papers: Iterable[HandedPaper]) -> frozenset[str]:
    """The ids of the handovers whose numbers rows of `papers` name."""
    found = (each.held_against if each.transit is None else each.transit.handover for each in papers)
    return frozenset(each for each in found if each is not None)


def paper_row(kind: PaperKind, paper: HandedPaper, name: Naming) -> PaperRow:
    """A paper in a list."""
    transit, begun = paper.transit, _begun(paper)
    record = paper.held_against if transit is None else transit.handover
    return PaperRow(
        kind=kind,
        id=paper.id,
        code=paper.code,
        procedure_name="" if isinstance(paper, Delivery) else paper.procedure_name,
        since=paper.held_since or begun if transit is None else transit.since,
        by=name.staff(paper.held_by if transit is None else transit.by),
        record=name.numbers.get(record or "", ""),
        due_at=None if isinstance(paper, Consignment) else paper.due_at,
        content=paper.content if isinstance(paper, Delivery) else None,
        lost=paper.lost is not None,
        disputed=bool(paper.conflicts),
        dossier=_dossier_of(paper),
    )


def list_alarm(listed: Handover, now: datetime, name: Naming) -> AlarmRow | None:
    """The alarm of a list that has waited too long for its second signature; None for one that has time."""
    office = name.office
    sides = (unit_kind(office, listed.giver), unit_kind(office, listed.receiver))
    due = signature_due(office.calendar, office.handovers.transit_minutes, sides, listed.offered_at)
    if not is_late(due, now):
        return None
    return AlarmRow(
        kind="unsigned",
        holder=listed.giver,
        holder_name=name.unit(listed.giver),
        transit_to=listed.receiver,
        transit_name=name.unit(listed.receiver),
        since=listed.offered_at,
        by=name.staff(listed.offered_by),
        due=due,
        record=listed.number,
        count=len(listed.papers),
        own=name.concerns(listed.giver, listed.receiver),
    )


def kept_due(office: Office, since: datetime, deliver_by: datetime | None, now: datetime) -> datetime | None:
    """Until when the post should have had a paper, if that has passed at `now`; None for one that has time."""
    due = post_due(office.calendar, since, deliver_by)
    return due if is_late(due, now) else None


def paper_alarm(kind: PaperKind, paper: HandedPaper, due: datetime | None, name: Naming) -> AlarmRow:
    """The alarm of a paper that the post has kept too long (`due` has passed), or that is lost (`due` None)."""
    row = paper_row(kind, paper, name)
    receiver = None if paper.transit is None else paper.transit.receiver
    return AlarmRow(
        kind="lost" if due is None else "kept",
        holder=paper.holder,
        holder_name=name.unit(paper.holder),
        transit_to=receiver,
        transit_name="" if receiver is None else name.unit(receiver),
        since=row.since if paper.lost is None else paper.lost.at,
        by=row.by if paper.lost is None else name.staff(paper.lost.by),
        due=due,
        record=row.record,
        paper=row,
        own=name.concerns(paper.holder, receiver),
    )


def in_order(alarms: Iterable[AlarmRow]) -> tuple[AlarmRow, ...]:
    """The gravest first, then what has waited longest."""
    return tuple(sorted(alarms, key=lambda each: (_GRAVEST_FIRST.index(each.kind), each.since, each.record)))


def spots_of(
    counted: Iterable[tuple[PaperKind, str, str | None, int, datetime]], alarms: Iterable[AlarmRow]
) -> tuple[Spot, ...]:
    """The places of the map, those with the most papers first.

    `counted`: of each kind of paper in one place (holder, on its way to) how many, and since when the oldest.
    """
    known = tuple(alarms)
    counts: dict[tuple[str, str | None], Counter[PaperKind]] = {}
    oldest: dict[tuple[str, str | None], datetime] = {}
    for kind, holder, transit_to, count, since in counted:
        place = (holder, transit_to)
        counts.setdefault(place, Counter())[kind] += count
        oldest[place] = min(since, oldest.get(place, since))
    spots = (
        Spot(
            holder=holder,
            transit_to=transit_to,
            dossiers=of["dossier"],
            consignments=of["consignment"],
            letters=of["delivery"],
            oldest=oldest[holder, transit_to],
            alarms=sum(1 for each in known if (each.holder, each.transit_to) == (holder, transit_to)),
        )
        for (holder, transit_to), of in counts.items()
    )
    return tuple(sorted(spots, key=lambda each: (-each.count, each.holder, each.transit_to or "")))


def refuse_record(text: str) -> None:
    """A record's number names a list and no paper. Refusal `a_record`."""
    if text.strip().upper().startswith("BG-"):
        raise Refusal(
            "a_record",
            "Đây là số biên bản giao nhận. Xem biên bản ở phòng Bàn giao (Ctrl+2).",
            "This is the number of a handover record. Records are in the room Handover (Ctrl+2).",
        )


def whereabouts(kind: PaperKind, paper: HandedPaper, hands: tuple[Stay, ...], name: Naming) -> Whereabouts:
    """Where `paper` is, with its chain of hands."""
    receiver = None if paper.transit is None else paper.transit.receiver
    return Whereabouts(
        paper=paper_row(kind, paper, name),
        holder=paper.holder,
        holder_name=name.unit(paper.holder),
        transit_to=receiver,
        transit_name="" if receiver is None else name.unit(receiver),
        hands=tuple(
            HandRow(
                unit=each.holder,
                unit_name=name.unit(each.holder),
                since=each.since,
                until=each.until,
                by=name.staff(each.by),
                given_by=name.staff(each.given_by),
                record=name.numbers.get(each.against or "", ""),
            )
            for each in hands
        ),
        lost_at=paper.lost.at if paper.lost else None,
        lost_by=name.staff(paper.lost.by) if paper.lost else "",
    )


def _begun(paper: HandedPaper) -> datetime:
    if isinstance(paper, Dossier):
        return paper.received_at
    return paper.made_at if isinstance(paper, Consignment) else paper.prepared_at


def _dossier_of(paper: HandedPaper) -> str:
    if isinstance(paper, Dossier):
        return paper.id
    if isinstance(paper, Delivery):
        return paper.dossier
    return paper.registered_as or paper.dossier or ""
