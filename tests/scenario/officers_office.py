"""The office in which an officer sits down in the morning: who waits, what is due, whose result lies ready."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from types import MappingProxyType

from installer.demo.office import Office
from server.offices import Offices
from shared.clock import HO_CHI_MINH, SetClock, ShiftedClock, SystemClock
from shared.domain.fact import Fact
from shared.journal.opening import open_server
from tests.scenario import display
from tests.scenario.desk_keys import Desk
from tests.server.facts import dossier_received, ticket_issued

OPENING = datetime(2026, 11, 23, 7, 35, tzinfo=HO_CHI_MINH)
RATE = 20.0
DEPARTMENT = "van-phong"


@dataclass
class Day:
    """The office, the desk in front of which somebody sits, and what they have received."""

    office: Office
    desk: Desk
    display_name: str
    hand: display.Hand
    codes: list[str]
    due_tomorrow: str
    ready: str

    def forms(self) -> list[str]:
        """The names of the papers that have been printed."""
        return sorted(path.name for path in self.office.folders.forms.glob("*.pdf"))


def clock_from(instant: datetime) -> ShiftedClock:
    """The office's clock, which says `instant` now."""
    return ShiftedClock(instant, SystemClock().now().timestamp(), RATE)


def before_the_day(folder: Path) -> tuple[str, str]:
    """Four people wait; a dossier is due tomorrow, another's result lies at the counter. Answers their codes."""
    engine = open_server(None, folder)
    clock = SetClock(OPENING - timedelta(minutes=10))
    offices = Offices(engine, clock)
    extract = {"procedure": "2.000635", "procedure_name": "Cấp bản sao trích lục hộ tịch", "fee_vnd": 8000}
    due, ready = received(901, "Tran Van Mau"), received(902, "Le Thi Gia", extract)
    for number in range(1, 5):
        clock.advance(timedelta(minutes=1))
        with offices.journal(offices.names()[0]).writing() as writer:
            writer.append("citizen", [ticket_issued(number)])
    with offices.journal(offices.names()[0]).writing() as writer:
        writer.append("staff-1", [due, ready, *handed(ready.subject, "one_stop", DEPARTMENT)])
        writer.append(
            "staff-5", [Fact(ready.subject, "dossier.result_ready", {"unit": DEPARTMENT, "outcome": "granted"})]
        )
        writer.append("staff-5", handed(ready.subject, DEPARTMENT, "one_stop"))
    engine.dispose()
    return str(due.data["code"]), str(ready.data["code"])


def received(ordinal: int, name: str, what: Mapping[str, object] = MappingProxyType({})) -> Fact:
    """A dossier of a week ago, due on the next working day (the 24th is a holiday)."""
    fact = dossier_received(ordinal, name)
    dates = {"received_at": "2026-11-16T08:05:00+07:00", "due_at": "2026-11-25T17:00:00+07:00", "fee_vnd": None}
    code = f"H99.99.01-261116-{ordinal:04d}"
    return Fact(fact.subject, fact.kind, {**fact.data, **dates, **what, "code": code}, fact.personal)


def handed(dossier: str, giver: str, receiver: str) -> list[Fact]:
    """Both signatures of a handover of one dossier."""
    handover = str(uuid.uuid4())
    offered = {"number": f"BG-{handover[-6:]}", "giver": giver, "receiver": receiver, "dossiers": [dossier]}
    return [
        Fact(handover, "handover.offered", offered),
        Fact(dossier, "dossier.sent", {"handover": handover, "giver": giver, "receiver": receiver}),
        Fact(handover, "handover.accepted", {"missing": [], "extra": []}),
        Fact(dossier, "dossier.taken", {"handover": handover}),
    ]
