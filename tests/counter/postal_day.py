"""A postal employee's day on real journals: three machines, the line between them, a ledger of where paper truly is.

The ledger is kept by the test alone, from what people do with their hands. The custody map of every machine must say
the same as the ledger, as far as the machine has heard.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import permutations
from pathlib import Path

from sqlalchemy import select

from counter.ports import Applicant, Count, ReceptionForm
from counter.ports.consign import NoteForm
from counter.ports.delivery import DeliveryForm
from counter.wiring.office import JournalCounterOffice
from shared.clock import HO_CHI_MINH, SetClock
from shared.domain.custody import ONE_STOP
from shared.domain.dossier import GivenDocument
from shared.journal import tables
from shared.journal.event import read_event
from shared.journal.journal import PersonalRecord
from tests.counter.counters import STAFF, askable, counter_at, procedure_of_a_department

POST = "buu-dien-mau"
PROCEDURE = procedure_of_a_department()
DEPARTMENT = STAFF["tuphap"].unit
OPENING = datetime(2026, 11, 23, 7, 30, tzinfo=HO_CHI_MINH)
"""A Monday; the day after is a holiday of 2026."""

FEE_VND = 8000
Place = tuple[str, str | None]
"""A holder and None, or the two ends of a transit."""


@dataclass
class Ledger:
    """Where each paper is: its id to (holder, None) or to (giver, receiver) while only the giver has signed."""

    places: dict[str, Place] = field(default_factory=dict)

    def put(self, papers: Iterable[str], holder: str) -> None:
        """They are with `holder` now."""
        self.places |= dict.fromkeys(papers, (holder, None))

    def send(self, papers: Iterable[str], giver: str, receiver: str) -> None:
        """The giver has signed them away."""
        self.places |= dict.fromkeys(papers, (giver, receiver))

    def end(self, papers: Iterable[str]) -> None:
        """The citizen has them, or they are another paper now."""
        for each in papers:
            del self.places[each]

    def counts(self) -> Counter[Place]:
        """How many there are in each place."""
        return Counter(self.places.values())


def map_of(machine: JournalCounterOffice) -> Counter[Place]:
    """What the custody map of a machine shows."""
    return Counter({(spot.holder, spot.transit_to): spot.count for spot in machine.custody_map().spots if spot.count})


@dataclass
class PostalDay:
    """The machines of the post point, of the office and of a department, each with who sits there.

    `line`: whether they hear of each other. `seen`: what the post and what the office may know.
    """

    post: JournalCounterOffice
    office: JournalCounterOffice
    department: JournalCounterOffice
    clock: SetClock
    post_ledger: Ledger = field(default_factory=Ledger)
    office_ledger: Ledger = field(default_factory=Ledger)
    line: bool = True
    steps: int = 0
    told: dict[tuple[str, str], int] = field(default_factory=dict)

    @property
    def machines(self) -> tuple[JournalCounterOffice, ...]:
        """All three."""
        return (self.post, self.office, self.department)

    def both(self) -> tuple[Ledger, Ledger]:
        """Both ledgers: what everybody sees is put down in each."""
        return (self.post_ledger, self.office_ledger)

    def at(self, hour: int, minute: int = 0) -> None:
        """It is so late now."""
        self.clock.set(OPENING.replace(hour=hour, minute=minute))

    def step(self) -> None:
        """A step is over: machines hear of each other if there is a line, and every map is right."""
        self.steps += 1
        self.clock.advance(timedelta(minutes=1))
        if self.line:
            self.exchange()
        assert map_of(self.post) == self.post_ledger.counts(), f"the post's map after step {self.steps}"
        assert map_of(self.office) == self.office_ledger.counts(), f"the office's map after step {self.steps}"
        if self.line:
            assert map_of(self.department) == self.office_ledger.counts(), f"the third map after step {self.steps}"

    def exchange(self) -> None:
        """Everybody hears what the others know and have not told them yet."""
        for target, source in permutations(self.machines, 2):
            known = self.told.get((target.journal.device, source.journal.device), 0)
            self.told[target.journal.device, source.journal.device] = what_is_new(source, target, known)


def what_is_new(source: JournalCounterOffice, target: JournalCounterOffice, known: int) -> int:
    """`target` hears what came to `source` after cursor `known`; answers how far it has heard now."""
    event, personal = tables.event, tables.personal
    query = (
        select(event.c.cursor, event.c.body, personal.c.hash, personal.c.body)
        .join_from(event, personal, event.c.personal == personal.c.hash, isouter=True)
        .where(event.c.cursor > known)
        .order_by(event.c.cursor)
    )
    with source.journal.reading() as reader:
        rows = reader.connection.execute(query).all()
    people = [PersonalRecord(str(named), bytes(body)) for _, _, named, body in rows if body is not None]
    with target.journal.writing() as writer:
        writer.take_in([read_event(bytes(body)) for _, body, _, _ in rows], people)
    return int(rows[-1][0]) if rows else known


@contextmanager
def postal_day(folder: Path) -> Iterator[PostalDay]:
    """The machines are switched on."""
    clock = SetClock(OPENING)
    with ExitStack() as opened:
        people = ("buutu", "thu", "tuphap")
        machines = [
            opened.enter_context(counter_at(folder, index, clock, sign_in=who)) for index, who in enumerate(people, 1)
        ]
        yield PostalDay(*machines, clock)


def person(number: int) -> Applicant:
    """Somebody invented."""
    return Applicant(
        name=f"Nguyễn Thị Mẫu {number}",
        identity_number=f"{number:012d}",
        birth_date=None,
        address=f"Số {number}, Đường Mẫu 3, Phường Mẫu",
        phone=f"09{number:08d}",
        email="",
    )


def form_of(number: int) -> ReceptionForm:
    """What somebody hands in, the result to be sent by post."""
    return ReceptionForm(
        procedure=PROCEDURE.code,
        applicant=person(number),
        channel="in_person",
        documents=(GivenDocument(askable(PROCEDURE)[0], 1, 0),),
        sets=1,
        fee_vnd=FEE_VND,
        return_way="post",
        ticket=None,
    )


def consign(day: PostalDay, number: int) -> str:
    """The post takes papers in and the fee with them; answers the note's id."""
    made = day.post.make_note(NoteForm(replace(form_of(number), channel="post"), "01AB-26E", f"{number:07d}"))
    return made.id


def results_at_the_counter(day: PostalDay, count: int) -> list[str]:
    """Dossiers of the morning whose results are there at once, to be sent by post; answers their ids."""
    office, ledgers = day.office, day.both()
    day.department.officer = STAFF["tuphap"]
    ids = [office.receive(form_of(500 + each)).id for each in range(count)]
    for ledger in ledgers:
        ledger.put(ids, ONE_STOP)
    day.step()
    offered = office.offer(DEPARTMENT, tuple(ids))
    for ledger in ledgers:
        ledger.send(ids, ONE_STOP, DEPARTMENT)
    day.step()
    day.department.accept(offered.id, Count(), None)
    for ledger in ledgers:
        ledger.put(ids, DEPARTMENT)
    day.step()
    for each in ids:
        day.department.mark_result_ready(each, "granted")
    back = day.department.offer(ONE_STOP, tuple(ids))
    for ledger in ledgers:
        ledger.send(ids, DEPARTMENT, ONE_STOP)
    day.step()
    office.accept(back.id, Count(), None)
    for ledger in ledgers:
        ledger.put(ids, ONE_STOP)
    day.step()
    return ids


def prepare(day: PostalDay, dossiers: Iterable[str]) -> None:
    """The office prepares each delivery."""
    for each in dossiers:
        offer = day.office.offer_delivery(each, "result")
        day.office.prepare_delivery(
            DeliveryForm(
                dossier=each,
                content="result",
                scope="commune",
                name=offer.name,
                address=offer.address,
                phone=offer.phone,
                recipients=offer.recipients,
                tracking="",
                fee_vnd=0,
            )
        )
