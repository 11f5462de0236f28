"""A year of a province: its offices' logs, made from a seed, and loaded the way that logs arrive at the server.

Every event is one that a device could have written, in its chain. People come on working days, more of them in the
morning; about half of their dossiers are decided at the counter, the others go to a department and come back with the
evening's list of its week. An office's logs come a week at a time, one machine's after the other's.
"""

from __future__ import annotations

import json
import random
import time
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta
from itertools import islice
from pathlib import Path

from server.setting_up import set_up
from shared.clock import HO_CHI_MINH, SetClock
from shared.domain.dossier import ONE_STOP
from shared.domain.fact import Fact
from shared.domain.numbering import dossier_code, ticket_label
from shared.domain.office import Office
from shared.domain.rating import rating_id
from shared.identities import Identities
from shared.journal.event import GENESIS, Event, Position, read_event, sha256, to_json, write_event
from shared.journal.journal import Journal, PersonalRecord
from shared.replication import log_store
from shared.replication.messages import Push, push_to_bytes, read_push
from tests.bench.morning import DEPARTMENT, DEPARTMENT_UNIT, KIOSK, DeviceLog
from tests.bench.prepared_office import sample_ward
from tests.bench.server_processes import PreparedServer

_LAST_DAY = date(2026, 11, 20)
_EVENTS_A_PUSH = 500
_HOURS = (8,) * 24 + (9,) * 26 + (10,) * 19 + (13,) * 8 + (14,) * 13 + (15,) * 8 + (16,) * 2
"""At which hour people come, of a hundred (cổng dịch vụ công: mornings are full, lunch is closed)."""

_MARK = "year.json"


@dataclass(frozen=True, slots=True)
class Size:
    """How many `offices`, `dossiers` of all of them together, and over how many `weeks` up to the last one."""

    offices: int = 100
    dossiers: int = 390_000
    weeks: int = 50


@dataclass(frozen=True, slots=True)
class Loaded:
    """A year that is in a database. `seconds`: what receiving it took, making it not counted in."""

    size: Size
    events: int
    dossiers: int
    solved: int
    seconds: float
    tokens: tuple[str, ...]
    """Of some dossiers."""


def load_year(server: PreparedServer, size: Size, folder: Path) -> Loaded:
    """Loads the year into the database of `server`, unless `folder` says that it is there; notes it in `folder`."""
    mark = folder / _MARK
    if mark.exists():
        noted = json.loads(mark.read_text(encoding="utf-8"))
        loaded = Loaded(**{**noted, "size": Size(**noted["size"]), "tokens": tuple(noted["tokens"])})
        if loaded.size == size:
            return loaded
    events = dossiers = solved = 0
    seconds = 0.0
    tokens: list[str] = []
    for number in range(size.offices):
        office = office_of(number)
        if number:
            set_up(server.engine, server.clock, office)
        year = OfficeYear(office, size.dossiers // size.offices, size.weeks)
        journal = _journal(server, office)
        for push in year.pushes():
            body = push_to_bytes(push)
            began = time.perf_counter()
            receive(journal, body)
            seconds += time.perf_counter() - began
            events += len(push.bodies)
        dossiers, solved = dossiers + year.received, solved + year.solved
        tokens += year.tokens
    loaded = Loaded(size, events, dossiers, solved, seconds, tuple(tokens[:: max(len(tokens) // 500, 1)]))
    mark.write_text(json.dumps(asdict(loaded)), encoding="utf-8")
    return loaded


def events_of(bodies: Iterable[bytes], count: int) -> list[Event]:
    """The first `count` events of `bodies`."""
    return [read_event(body) for body in islice(bodies, count)]


def office_of(number: int) -> Office:
    """The office of that number; the first is the sample ward itself."""
    ward = sample_ward()
    return ward if number == 0 else replace(ward, id=f"phuong-{number:03d}", name=f"Phường {number:03d}")


def receive(journal: Journal, body: bytes) -> None:
    """What the server does with the body of a push."""
    push = read_push(body)
    with journal.writing() as writer:
        answer = log_store.receive(writer, push)
    if answer.outcome != "taken" or answer.quarantined:
        raise RuntimeError(f"a push was not taken: {answer}")


def _journal(server: PreparedServer, office: Office) -> Journal:
    node, clock = server.node, server.clock
    return Journal(
        server.engine,
        office=office.id,
        device=node.device,
        epoch=node.epoch,
        clock=clock,
        identities=Identities(clock),
    )


@dataclass(frozen=True, slots=True)
class _Dossier:
    """A dossier on its way: who may have received it when, and until when the department has it."""

    id: str
    ready_on: date


class OfficeYear:
    """The year of one office; `received` and `solved` count its dossiers once `pushes` has run out."""

    def __init__(self, office: Office, dossiers: int, weeks: int) -> None:
        self.received = self.solved = 0
        self.tokens: list[str] = []
        self._office = office
        self._weeks = weeks
        self._a_day = dossiers / (weeks * 5)
        self._chance = random.Random(f"year of {office.id}")
        self._clock = SetClock(datetime.combine(_LAST_DAY, datetime.min.time(), HO_CHI_MINH))
        self._identities = Identities(self._clock, self._chance.randbytes)
        self._counters = office.counters[:4]
        self._heads: dict[str, tuple[int, str]] = {}
        self._logs: dict[str, DeviceLog] = {}
        self._lamport = 0
        self._owed = 0.0
        self._day = _LAST_DAY
        self._today: list[_Dossier] = []
        self._away: list[_Dossier] = []

    def pushes(self) -> Iterator[Push]:
        """The logs of the year, week by week; the same in every run."""
        first = _LAST_DAY - timedelta(days=7 * self._weeks - 3)
        for week in range(self._weeks):
            for weekday in range(5):
                self._one_day(first + timedelta(days=7 * week + weekday))
            logs, self._logs = self._logs, {}
            for log in logs.values():
                yield from log.pushes(_EVENTS_A_PUSH)

    def _one_day(self, day: date) -> None:
        self._day = day
        self._owed += self._a_day * self._chance.uniform(0.7, 1.3)
        people, self._owed = int(self._owed), self._owed % 1
        times = sorted(self._chance.choice(_HOURS) * 60 + self._chance.randrange(60) for _ in range(people))
        numbers = dict.fromkeys((line.letter for line in self._office.lines), 0)
        for place, minute in enumerate(times):
            self._at(minute)
            self._visit(place, self._chance.choice(tuple(numbers)), numbers)
        self._evening()

    def _visit(self, place: int, line: str, numbers: dict[str, int]) -> None:
        """Somebody takes a number, is called, hands in a dossier; one in three says how it was."""
        counter, officer = self._counters[place % 4].id, f"staff-{place % 4 + 1}"
        numbers[line] += 1
        ticket = self._identities.subject()
        issued = {
            "date": self._day.isoformat(),
            "line": line,
            "number": numbers[line],
            "label": ticket_label(line, numbers[line]),
            "token": self._identities.token(),
            "priority": "elderly" if self._chance.random() < 0.1 else None,
            "procedure": None,
            "people_ahead": place % 5,
            "wait_low": 5,
            "wait_high": 15,
        }
        self._write(KIOSK, "citizen", Fact(ticket, "ticket.issued", issued))
        self._clock.advance(timedelta(minutes=self._chance.uniform(1, 25)))
        key = self._identities.subject()
        called = {"counter": counter, "desk": f"desk-{counter}", "key": key, "mode": "offline"}
        self._write(counter, officer, Fact(ticket, "ticket.called", called))
        self._clock.advance(timedelta(minutes=self._chance.uniform(3, 15)))
        self._receive(counter, officer, ticket)
        self._write(counter, officer, Fact(ticket, "ticket.done", {"counter": counter}))
        if self._chance.random() < 0.33:
            given = {"about": "ticket", "about_id": ticket, "reasons": [], "channel": "kiosk"}
            score = self._chance.choice((1, 2, 3, 3, 3, 3))
            self._write(KIOSK, "citizen", Fact(rating_id(ticket), "rating.given", {**given, "score": score}))

    def _receive(self, counter: str, officer: str, ticket: str) -> None:
        self.received += 1
        procedure = self._chance.choice(self._office.procedures)
        now, days = self._clock.now(), self._chance.choice((1, 3, 5, 7, 10, 15))
        token, dossier = self._identities.token(), self._identities.subject()
        self.tokens.append(token)
        received = {
            "code": dossier_code(self._office.agency_code, self._day, 1 + self.received % 9999),
            "token": token,
            "procedure": procedure.code,
            "procedure_name": procedure.name,
            "field": procedure.field,
            "channel": "in_person",
            "documents": [[document.name, 1, 0] for document in procedure.documents[:3]],
            "sets": 1,
            "fee_vnd": 0,
            "return_way": "one_stop",
            "received_at": now.isoformat(),
            "due_at": (now + timedelta(days=days)).isoformat(),
            "time_limit_text": f"{days:02d} ngày",
            "promise": f"{days:02d} ngày, tính từ ngày tiếp nhận",
            "form_number": self.received,
            "form_version": "Thông tư 03/2025/TT-VPCP",
            "counter": counter,
            "ticket": ticket,
        }
        applicant = {
            "name": "Nguyễn Thị Mẫu",
            "identity_number": f"{self.received:012d}",
            "phone": "0900000000",
            "address": "Số 1, Đường Mẫu 1, Phường Mẫu, Thành phố Thử",
        }
        self._write(counter, officer, Fact(dossier, "dossier.received", received, applicant))
        if self._chance.random() < 0.55:
            self.solved += 1
            self._write(counter, officer, *self._decided(dossier, ONE_STOP), self._returned(dossier))
        else:
            late = self._chance.choice((0,) * 19 + (4,))
            ready_on = self._day + timedelta(days=self._chance.randint(0, days) + late)
            self._today.append(_Dossier(dossier, ready_on))

    def _evening(self) -> None:
        """The day's dossiers go to the department; those that are decided come back and are returned."""
        counter, officer = self._counters[0].id, "staff-1"
        self._at(16 * 60 + 30)
        if self._today:
            ids = [each.id for each in self._today]
            self._hand_over(counter, officer, ids, ONE_STOP, DEPARTMENT_UNIT)
            self._away += self._today
            self._today = []
        ready = [each.id for each in self._away if each.ready_on <= self._day]
        self._away = [each for each in self._away if each.ready_on > self._day]
        if ready:
            self.solved += len(ready)
            results = [fact for each in ready for fact in self._decided(each, DEPARTMENT_UNIT)]
            self._write(DEPARTMENT, "staff-5", *results)
            self._hand_over(DEPARTMENT, "staff-5", ready, DEPARTMENT_UNIT, ONE_STOP)
            fetched = [each for each in ready if self._chance.random() < 0.9]
            self._write(counter, officer, *(self._returned(each) for each in fetched))

    def _hand_over(self, machine: str, officer: str, dossiers: list[str], giver: str, receiver: str) -> None:
        handover = self._identities.subject()
        sides = {"giver": giver, "receiver": receiver}
        offered = {"number": f"BG-{self._day:%y%m%d}-{giver}", **sides, "dossiers": dossiers}
        sent = (Fact(each, "dossier.sent", {"handover": handover, **sides}) for each in dossiers)
        self._write(machine, officer, Fact(handover, "handover.offered", offered), *sent)
        accepted = Fact(handover, "handover.accepted", {"missing": [], "extra": []})
        taken = (Fact(each, "dossier.taken", {"handover": handover}) for each in dossiers)
        at_office = receiver == ONE_STOP
        other = self._counters[0].id if at_office else DEPARTMENT
        self._write(other, "staff-1" if at_office else "staff-5", accepted, *taken)

    def _decided(self, dossier: str, unit: str) -> tuple[Fact, ...]:
        return (Fact(dossier, "dossier.result_ready", {"unit": unit, "outcome": "granted"}),)

    def _returned(self, dossier: str) -> Fact:
        return Fact(dossier, "dossier.returned", {"collector": "applicant"})

    def _at(self, minute: int) -> None:
        midnight = datetime.combine(self._day, datetime.min.time(), HO_CHI_MINH)
        self._clock.set(midnight + timedelta(minutes=minute))

    def _write(self, machine: str, actor: str, *facts: Fact) -> None:
        log = self._logs.setdefault(machine, DeviceLog(machine))
        for fact in facts:
            seq, previous = self._heads.get(machine, (0, GENESIS))
            self._lamport += 1
            place = Position(self._office.id, machine, 1, seq + 1, previous, self._lamport)
            event = write_event(place, self._clock.now(), actor, fact, self._keep(log, fact))
            self._heads[machine] = (event.seq, event.hash)
            log.events.append(event)

    def _keep(self, log: DeviceLog, fact: Fact) -> str | None:
        if fact.personal is None:
            return None
        body = to_json({"salt": self._identities.token(), **fact.personal})
        record = PersonalRecord(sha256(body), body)
        log.personal[record.hash] = record
        return record.hash
