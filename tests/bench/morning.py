"""A morning of the sample ward as the logs of its machines: one kiosk, its counters and the clerk of a department.

The same arguments always give the same bytes. People arrive, wait, are called, served or absent; some leave a dossier;
every few dossiers are handed over, and the department takes them and has results.
"""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from shared.clock import HO_CHI_MINH, SetClock
from shared.domain.dossier import ONE_STOP
from shared.domain.fact import Fact
from shared.domain.numbering import ticket_label
from shared.domain.office import Counter, Office
from shared.identities import Identities
from shared.journal.event import GENESIS, Event, Position, sha256, to_json, write_event
from shared.journal.journal import PersonalRecord
from shared.replication.messages import Push

DAY = date(2026, 11, 23)
_BEGINS = time(7, 30)
KIOSK, DEPARTMENT = "kiosk-1", "department-1"
DEPARTMENT_UNIT = "van-phong"

_WAITING = 30
_HANDED_OVER_TOGETHER = 10


@dataclass(slots=True)
class DeviceLog:
    """What one machine wrote, in order, with the personal records its events name."""

    device: str
    events: list[Event] = field(default_factory=list)
    personal: dict[str, PersonalRecord] = field(default_factory=dict)

    def pushes(self, size: int) -> Iterator[Push]:
        """The log as pushes of `size` events."""
        for start in range(0, len(self.events), size):
            part = self.events[start : start + size]
            records = [self.personal[event.personal] for event in part if event.personal is not None]
            yield Push(
                office=part[0].office,
                device=self.device,
                epoch=1,
                first_seq=part[0].seq,
                previous=part[0].previous,
                bodies=tuple(event.body for event in part),
                personal=tuple(records),
            )


@dataclass(frozen=True, slots=True)
class Morning:
    """The logs by device, and every event in the order in which it was written."""

    logs: Mapping[str, DeviceLog]
    events: tuple[Event, ...]

    @property
    def personal(self) -> tuple[PersonalRecord, ...]:
        """Every personal record."""
        return tuple(record for log in self.logs.values() for record in log.personal.values())

    def pushes(self, size: int) -> Iterator[Push]:
        """Every log as pushes, the machines in turn: all of them come back to the server at the same time."""
        waiting = deque(log.pushes(size) for log in self.logs.values())
        while waiting:
            pushes = waiting.popleft()
            push = next(pushes, None)
            if push is not None:
                yield push
                waiting.append(pushes)


def arrivals_of(office: Office, people: int, seconds_a_step: float) -> Morning:
    """A morning in which so many people take a number, one every `seconds_a_step`, and nobody is called."""
    written = _Written(office)
    day = _Day(office, written)
    for _ in range(people):
        written.clock.advance(timedelta(seconds=seconds_a_step))
        day.arrive()
    return written.first(len(written.events))


def morning_of(office: Office, events: int, seconds_a_step: float, day: date = DAY) -> Morning:
    """The first `events` events of a morning in which somebody arrives every `seconds_a_step`."""
    written = _Written(office, day)
    people = _Day(office, written)
    while len(written.events) < events:
        written.clock.advance(timedelta(seconds=seconds_a_step))
        people.step()
    return written.first(events)


def days_before(office: Office, events: int, seconds_a_step: float, events_a_day: int) -> Iterator[Morning]:
    """Days before `DAY` with `events` events in all, the latest first; each machine's log is one of that day."""
    day = DAY
    while events > 0:
        day -= timedelta(days=1)
        yield morning_of(office, min(events, events_a_day), seconds_a_step, day)
        events -= events_a_day


class _Written:
    """The logs while they are written; all machines hear of each other, so the Lamport numbers just grow."""

    def __init__(self, office: Office, day: date = DAY) -> None:
        self.day = day
        self.clock = SetClock(datetime.combine(day, _BEGINS, HO_CHI_MINH))
        self.chance = random.Random(int(f"{day:%Y%m%d}"))
        self.identities = Identities(self.clock, self.chance.randbytes)
        self.events: list[Event] = []
        self._records: dict[str, PersonalRecord] = {}
        self._office = office.id
        self._heads: dict[str, tuple[int, str]] = {}

    def write(self, machine: str, actor: str, *facts: Fact) -> None:
        device = machine if self.day == DAY else f"{machine}-{self.day:%y%m%d}"
        for fact in facts:
            seq, previous = self._heads.get(device, (0, GENESIS))
            place = Position(self._office, device, 1, seq + 1, previous, len(self.events) + 1)
            event = write_event(place, self.clock.now(), actor, fact, self._keep(fact))
            self._heads[device] = (event.seq, event.hash)
            self.events.append(event)

    def _keep(self, fact: Fact) -> str | None:
        if fact.personal is None:
            return None
        body = to_json({"salt": self.identities.token(), **fact.personal})
        record = PersonalRecord(sha256(body), body)
        self._records[record.hash] = record
        return record.hash

    def first(self, count: int) -> Morning:
        logs: dict[str, DeviceLog] = {}
        for event in self.events[:count]:
            log = logs.setdefault(event.device, DeviceLog(event.device))
            log.events.append(event)
            if event.personal is not None:
                log.personal[event.personal] = self._records[event.personal]
        return Morning(logs, tuple(self.events[:count]))


@dataclass(slots=True)
class _AtDesk:
    """A counter at work: whom it serves and which dossiers lie on its table."""

    counter: Counter
    desk: str
    ticket: str | None = None
    dossiers: list[str] = field(default_factory=list)

    @property
    def officer(self) -> str:
        return f"staff-{self.counter.number}"


class _Day:
    """People and papers of the day; each step somebody arrives and, once enough wait, some counter goes on."""

    def __init__(self, office: Office, written: _Written) -> None:
        self._office = office
        self._written = written
        self._letters = [line.letter for line in office.lines]
        self._numbers = dict.fromkeys(self._letters, 0)
        self._waiting: list[tuple[str, str]] = []
        self._ordinal = 0
        self._desks = deque(_AtDesk(counter, written.identities.subject()) for counter in office.counters)
        for desk in self._desks:
            opened = {"counter": desk.counter.id, "lines": list(desk.counter.lines)}
            written.write(desk.counter.id, desk.officer, Fact(desk.desk, "desk.opened", opened))

    def step(self) -> None:
        """Somebody takes a number; a counter finishes and calls."""
        self.arrive()
        if len(self._waiting) > _WAITING:
            self._go_on(self._desks[0])
            self._desks.rotate()

    def arrive(self) -> None:
        """Somebody takes a number."""
        chance = self._written.chance
        letter = chance.choice(self._letters)
        self._numbers[letter] += 1
        ahead = sum(line == letter for _, line in self._waiting)
        ticket = self._written.identities.subject()
        issued = {
            "date": self._written.day.isoformat(),
            "line": letter,
            "number": self._numbers[letter],
            "label": ticket_label(letter, self._numbers[letter]),
            "token": self._written.identities.token(),
            "priority": "elderly" if chance.random() < 0.1 else None,
            "procedure": None,
            "people_ahead": ahead,
            "wait_low": 10,
            "wait_high": 20,
        }
        self._written.write(KIOSK, "citizen", Fact(ticket, "ticket.issued", issued))
        self._waiting.append((ticket, letter))

    def _go_on(self, desk: _AtDesk) -> None:
        if desk.ticket is not None:
            self._serve(desk, desk.ticket)
        chosen = next((each for each in self._waiting if each[1] in desk.counter.lines), self._waiting[0])
        self._waiting.remove(chosen)
        desk.ticket = chosen[0]
        key = self._written.identities.subject()
        called = {"counter": desk.counter.id, "desk": desk.desk, "key": key, "mode": "offline"}
        self._written.write(desk.counter.id, desk.officer, Fact(desk.ticket, "ticket.called", called))

    def _serve(self, desk: _AtDesk, ticket: str) -> None:
        chance, counter = self._written.chance.random(), {"counter": desk.counter.id}
        if chance < 0.08:
            again = (Fact(ticket, "ticket.recalled", counter), Fact(ticket, "ticket.absent", counter))
            self._written.write(desk.counter.id, desk.officer, *again)
            return
        if chance < 0.55:
            desk.dossiers.append(self._receive(desk, ticket))
        self._written.write(desk.counter.id, desk.officer, Fact(ticket, "ticket.done", counter))
        if len(desk.dossiers) == _HANDED_OVER_TOGETHER:
            self._hand_over(desk)

    def _receive(self, desk: _AtDesk, ticket: str) -> str:
        self._ordinal += 1
        procedure = self._office.procedures[self._ordinal % len(self._office.procedures)]
        now = self._written.clock.now()
        received = {
            "code": f"{self._office.agency_code}-{self._written.day:%y%m%d}-{self._ordinal:04d}",
            "token": self._written.identities.token(),
            "procedure": procedure.code,
            "procedure_name": procedure.name,
            "field": procedure.field,
            "channel": "in_person",
            "documents": [[document.name, 1, 0] for document in procedure.documents[:3]],
            "sets": 1,
            "fee_vnd": 0,
            "return_way": "one_stop",
            "received_at": now.isoformat(),
            "due_at": (now + timedelta(days=7)).isoformat(),
            "time_limit_text": "05 ngày làm việc",
            "promise": "05 ngày làm việc, tính từ ngày tiếp nhận",
            "form_number": self._ordinal,
            "form_version": "Thông tư 03/2025/TT-VPCP",
            "counter": desk.counter.id,
            "ticket": ticket,
        }
        applicant = {
            "name": "Nguyễn Thị Mẫu",
            "identity_number": f"{self._ordinal:012d}",
            "phone": "0900000000",
            "address": "Số 1, Đường Mẫu 1, Phường Mẫu, Thành phố Thử",
        }
        dossier = self._written.identities.subject()
        self._written.write(desk.counter.id, desk.officer, Fact(dossier, "dossier.received", received, applicant))
        return dossier

    def _hand_over(self, desk: _AtDesk) -> None:
        dossiers, desk.dossiers = desk.dossiers, []
        handover = self._written.identities.subject()
        sides = {"giver": ONE_STOP, "receiver": DEPARTMENT_UNIT}
        offered = {"number": f"BG-{self._written.day:%y%m%d}-{self._ordinal:04d}", **sides, "dossiers": dossiers}
        sent = (Fact(each, "dossier.sent", {"handover": handover, **sides}) for each in dossiers)
        self._written.write(desk.counter.id, desk.officer, Fact(handover, "handover.offered", offered), *sent)
        accepted = Fact(handover, "handover.accepted", {"missing": [], "extra": []})
        taken = (Fact(each, "dossier.taken", {"handover": handover}) for each in dossiers)
        ready = {"unit": DEPARTMENT_UNIT, "outcome": "granted"}
        results = (Fact(each, "dossier.result_ready", ready) for each in dossiers[::3])
        self._written.write(DEPARTMENT, "staff-5", accepted, *taken, *results)


def kinds_in_words(events: Sequence[Event]) -> str:
    """How many events there are of each subject: "ticket 20,000, dossier 9,000 …"."""
    counted: dict[str, int] = {}
    for event in events:
        prefix = event.kind.partition(".")[0]
        counted[prefix] = counted.get(prefix, 0) + 1
    return ", ".join(f"{prefix} {count:,}" for prefix, count in sorted(counted.items(), key=lambda each: -each[1]))
