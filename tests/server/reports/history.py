"""A seeded history of dossiers in which every path occurs, written by three devices whose logs arrive in any order."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from shared.clock import HO_CHI_MINH
from shared.domain.fact import Fact
from shared.journal.event import GENESIS, Event, Position, write_event
from shared.journal.journal import Journal, set_log_head

FIELDS = ("Hộ tịch", "Đất đai", "Chứng thực", "Bảo trợ xã hội")
CHANNELS = (("in_person", None), ("post", None), ("online", "full"), ("online", "partial"), ("online", None))
FIRST_DAY = datetime(2026, 8, 20, 8, 0, tzinfo=HO_CHI_MINH)
DAYS = 80
DAY = timedelta(days=1)
DEVICES = ("quay-1", "phong-1", "quay-2")


@dataclass
class Step:
    """One fact: when, by which device, its kind and data."""

    at: datetime
    device: str
    kind: str
    data: dict[str, object]


@dataclass
class Tale:
    """One dossier from its receipt on, told step by step."""

    chance: random.Random
    order: int
    steps: list[Step] = field(default_factory=list)

    def received(self, at: datetime, due: datetime | None, **more: object) -> None:
        channel, level = self.chance.choice(CHANNELS)
        data: dict[str, object] = {
            "code": f"H99.99.01-260901-{self.order:04d}",
            "token": f"{self.order:026d}",
            "procedure": "1.000001",
            "procedure_name": "Thủ tục mẫu",
            "field": self.chance.choice(FIELDS),
            "channel": channel,
            "documents": [["Tờ khai", 1, 0]],
            "sets": 1,
            "fee_vnd": None,
            "return_way": "one_stop",
            "received_at": at.isoformat(),
            "due_at": due.isoformat() if due else None,
            "time_limit_text": "",
            "promise": "",
            "form_number": self.order,
            "form_version": "",
            "counter": "quay-1",
            "ticket": None,
            **({"online_service": level} if level else {}),
            **more,
        }
        self.then(at, "quay-1", "received", **data)

    def then(self, at: datetime, device: str, kind: str, **data: object) -> None:
        self.steps.append(Step(at, device, f"dossier.{kind}", data))

    def asked(self, at: datetime, device: str = "phong-1") -> None:
        answer_by = (at + 15 * DAY).isoformat()
        self.then(at, device, "supplement_requested", unit="p", missing=["Tờ khai"], answer_by=answer_by, late=False)

    def brought(self, at: datetime, due: datetime, device: str = "quay-1") -> None:
        when = {"received_at": at.isoformat(), "due_at": due.isoformat()}
        self.then(at, device, "supplement_taken", unit="one_stop", documents=[], promise="", **when)

    def apologised(self, at: datetime, new: datetime) -> None:
        self.then(at, "phong-1", "apologised", unit="p", new_due_at=new.isoformat(), late_notice=False)

    def ready(self, at: datetime, outcome: str = "granted") -> None:
        self.then(at, "phong-1", "result_ready", unit="p", outcome=outcome)

    def returned(self, at: datetime) -> None:
        self.then(at, "quay-2", "returned", collector="applicant", receipt_lost=False, originals_back=False)

    def stopped(self, at: datetime) -> None:
        asked = {"requester": "applicant", "asked_by": "portal", "asked_at": at.isoformat()}
        self.then(at, "quay-2", "stopped", unit="one_stop", **asked)

    def refused(self, at: datetime) -> None:
        self.then(at, "phong-1", "refused", unit="p", late=False)

    def closed(self, at: datetime, device: str = "quay-1") -> None:
        self.then(at, device, "closed_unanswered", unit="one_stop")


def _planned(first_due: datetime, at: datetime) -> list[dict[str, object]]:
    names = {"name_vi": "Hẹn", "name_en": "Appointment", "limit_text": ""}
    return [
        {**names, "starts": "receipt", "started_at": at.isoformat(), "due_at": first_due.isoformat()},
        {**names, "starts": "duty_done", "started_at": None, "due_at": None},
    ]


def _later(chance: random.Random, days: int) -> timedelta:
    """Up to so many days on, at some minute: also on the very day, before and after midnight."""
    return timedelta(minutes=chance.randrange(days * 24 * 60) + 1)


def _tell(tale: Tale, path: str, at: datetime, due: datetime) -> None:
    chance = tale.chance
    done = at + _later(chance, 12)
    match path:
        case "plain":
            tale.received(at, due)
            tale.ready(done)
            if chance.random() < 0.7:
                tale.returned(done + _later(chance, 5))
        case "at the last minute":
            tale.received(at, due)
            tale.ready(chance.choice((due, due + timedelta(seconds=1), due - DAY)))
        case "at once":
            tale.received(at, at + timedelta(hours=2))
            tale.ready(at)
            tale.returned(at + timedelta(minutes=1))
        case "no limit":
            tale.received(at, None)
            tale.ready(done)
        case "refused":
            tale.received(at, due)
            tale.refused(done)
        case "stopped":
            tale.received(at, due)
            tale.stopped(done)
        case "supplement":
            tale.received(at, due)
            asked = at + _later(chance, 8)
            tale.asked(asked)
            back = asked + _later(chance, 14)
            tale.brought(back, back + 5 * DAY)
            if chance.random() < 0.8:
                tale.ready(back + _later(chance, 9))
        case "unanswered":
            tale.received(at, due)
            asked = at + _later(chance, 8)
            tale.asked(asked)
            if chance.random() < 0.7:
                tale.closed(asked + 16 * DAY)
        case "closed and brought":
            tale.received(at, due)
            asked = at + _later(chance, 3)
            tale.asked(asked)
            tale.closed(asked + 16 * DAY)
            tale.brought(asked + 17 * DAY, asked + 22 * DAY, "quay-2")
            tale.ready(asked + 17 * DAY + _later(chance, 9))
        case "asked twice":
            tale.received(at, due)
            tale.asked(at + DAY)
            tale.asked(at + DAY + timedelta(hours=1), "quay-2")
            tale.brought(at + 4 * DAY, at + 9 * DAY)
            tale.ready(at + 4 * DAY + _later(chance, 9))
        case "ready all the same":
            tale.received(at, due)
            tale.asked(at + _later(chance, 8), "quay-2")
            tale.ready(at + 8 * DAY + _later(chance, 6))
        case "apology":
            tale.received(at, due)
            tale.apologised(at + DAY, due + 5 * DAY)
            tale.ready(at + DAY + _later(chance, 14))
        case "apology and supplement":
            tale.received(at, due)
            tale.apologised(at + DAY, due + 5 * DAY)
            asked = at + DAY + _later(chance, 9)
            tale.asked(asked)
            tale.brought(asked + 3 * DAY, asked + 8 * DAY)
            if chance.random() < 0.5:
                tale.ready(asked + 3 * DAY + _later(chance, 9))
        case "apology and stop":
            tale.received(at, due)
            tale.apologised(at + DAY, due + 5 * DAY)
            tale.stopped(at + DAY + _later(chance, 9))
        case "two appointments":
            tale.received(at, due, appointments=_planned(due, at))
            met = at + _later(chance, 8)
            tale.then(met, "phong-1", "appointment_met", unit="p", appointment=0)
            paid = met + _later(chance, 10)
            shown = {"shown_at": paid.isoformat(), "due_at": (paid + 3 * DAY).isoformat()}
            tale.then(paid, "quay-1", "duty_shown", unit="one_stop", promise="", **shown)
            asked = paid + _later(chance, 4)
            if chance.random() < 0.4:
                tale.asked(asked)
                tale.brought(asked + 2 * DAY, asked + 5 * DAY)
                asked += 2 * DAY
            if chance.random() < 0.8:
                tale.ready(asked + _later(chance, 5))
        case "duty not paid":
            tale.received(at, due, appointments=_planned(due, at))
            tale.then(at + _later(chance, 8), "phong-1", "appointment_met", unit="p", appointment=0)
            if chance.random() < 0.4:
                tale.stopped(at + 12 * DAY)
        case "out of area":
            tale.received(at, None, competent="so-khac", reach_by=(at + DAY).isoformat())
            reached = at + _later(chance, 4)
            when = {"reached_at": reached.isoformat(), "due_at": (reached + 5 * DAY).isoformat()}
            tale.then(reached, "quay-1", "reached_agency", unit="one_stop", agency="so-khac", promise="", **when)
            decided = reached + _later(chance, 9)
            tale.then(decided, "quay-1", "agency_decided", unit="one_stop", agency="so-khac", outcome="granted")
        case "never reached":
            tale.received(at, None, competent="so-khac", reach_by=(at + DAY).isoformat())
        case "returned without a word":
            tale.received(at, due)
            tale.returned(done)
        case "a clock that ran behind":
            tale.received(at, due)
            tale.ready(at - timedelta(hours=5))
        case "still open":
            tale.received(at, due)


PATHS = (
    *("plain", "at the last minute", "at once", "no limit", "refused", "stopped", "supplement", "unanswered"),
    *("closed and brought", "asked twice", "ready all the same", "apology", "apology and supplement"),
    *("apology and stop", "two appointments", "duty not paid", "out of area", "never reached"),
    *("returned without a word", "a clock that ran behind", "still open"),
)


def tales(seed: int, count: int) -> Iterator[Tale]:
    """So many dossiers, each path in turn."""
    chance = random.Random(seed)
    for order in range(1, count + 1):
        tale = Tale(chance, order)
        at = FIRST_DAY + timedelta(minutes=chance.randrange(DAYS * 24 * 60))
        _tell(tale, PATHS[order % len(PATHS)], at, at + timedelta(days=5, hours=2))
        yield tale


def events_of(told: list[Tale], office: str) -> dict[str, list[Event]]:
    """The log of each device. A dossier's facts are in the order in which they are told, whatever their clocks say."""
    logs: dict[str, list[Event]] = {device: [] for device in DEVICES}
    for tale in told:
        for lamport, step in enumerate(tale.steps, start=1):
            log = logs[step.device]
            place = Position(office, step.device, 1, len(log) + 1, log[-1].hash if log else GENESIS, lamport)
            subject = f"00000000-0000-4000-8000-{tale.order:012d}"
            log.append(write_event(place, step.at, f"staff-{step.device}", Fact(subject, step.kind, step.data), None))
    return logs


def arrive(journal: Journal, logs: dict[str, list[Event]], chance: random.Random) -> None:
    """All of it arrives in stretches: of each log in its order, of the logs in any."""
    left = {device: list(log) for device, log in logs.items()}
    while any(left.values()):
        device = chance.choice([each for each in left if left[each]])
        stretch = chance.randrange(1, 400)
        with journal.writing() as writer:
            writer.take_in(left[device][:stretch])
            set_log_head(writer.connection, left[device][:stretch][-1])
        del left[device][:stretch]
