"""The office and the point of the post on a postal employee's day: two machines, each with a display of its own.

The evening before, results lay ready to be sent by post, each with its delivery prepared.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from installer.demo.office import Folders, Office
from installer.demo.remote import RemoteProgram
from server.offices import Offices
from shared.clock import HO_CHI_MINH, ClockOnTheWall, SetClock, ShiftedClock, SystemClock
from shared.domain import delivery
from shared.domain.fact import Fact
from shared.journal.opening import open_server
from tests.scenario import display
from tests.scenario.desk_keys import Desk
from tests.scenario.officers_office import DEPARTMENT, handed, received

OPENING = datetime(2026, 11, 23, 7, 35, tzinfo=HO_CHI_MINH)
POST = "buu-dien-mau"
_RATE = 10.0
"""Ten seconds of the office in one of the test; longer waits are moved over on the clock on the wall."""


@dataclass
class PostalDay:
    """Both desks, the clock they look at, and what has happened. `results`: codes of the dossiers that go out."""

    office_programs: Office
    wall: ClockOnTheWall
    post: Desk
    office: Desk
    results: list[str]
    notes: list[str] = field(default_factory=list)

    def at(self, hour: int, minute: int = 0) -> None:
        """It is so late on every clock now."""
        self.wall.set(_from(OPENING.replace(hour=hour, minute=minute)))

    def printed(self, pattern: str) -> list[Path]:
        """The papers that both machines have printed so far and whose names are like `pattern`, in their order."""
        return sorted(self.office_programs.folders.forms.glob(pattern))


def _from(instant: datetime) -> ShiftedClock:
    return ShiftedClock(instant, SystemClock().now().timestamp(), _RATE)


@contextmanager
def postal_office(folder: Path, results: int) -> Iterator[PostalDay]:
    """Both machines have just been switched on, the server runs; `results` dossiers are ready to go out."""
    with ExitStack() as ending:
        names = [ending.enter_context(display.virtual_display(1366, 768)) for _ in range(2)]
        wall = ClockOnTheWall(folder / "clock")
        wall.set(_from(OPENING))
        programs = Office(Folders(folder), wall, on_screen=True)
        ending.callback(programs.stop_everything)
        programs.set_up([], ["post", "office"])
        codes = ready_to_go_out(programs.folders.data("server"), results)
        programs.start_server()
        desks = []
        for name, screen in zip(("post", "office"), names, strict=True):
            programs.on_display(screen)
            hand = display.Hand(screen)
            ending.callback(hand.close)
            desks.append(Desk(programs.start_counter(name, RemoteProgram), hand))
        for desk in desks:
            desk.screen.wait_ready()
        yield PostalDay(programs, wall, desks[0], desks[1], codes)


def ready_to_go_out(folder: Path, count: int) -> list[str]:
    """Results that lie at the counter with a delivery prepared for each; answers the codes of their dossiers."""
    engine = open_server(None, folder)
    clock = SetClock(OPENING - timedelta(hours=16))
    offices = Offices(engine, clock)
    codes = []
    with offices.journal(offices.names()[0]).writing() as writer:
        for ordinal in range(1, count + 1):
            fact = received(900 + ordinal, f"Tran Van Mau {ordinal}", {"return_way": "post"})
            dossier, code = fact.subject, str(fact.data["code"])
            writer.append("staff-1", [fact, *handed(dossier, "one_stop", DEPARTMENT)])
            ready = {"unit": DEPARTMENT, "outcome": "granted"}
            writer.append("staff-5", [Fact(dossier, "dossier.result_ready", ready)])
            writer.append("staff-5", handed(dossier, DEPARTMENT, "one_stop"))
            prepared = delivery.Prepare(
                id=str(uuid.uuid4()),
                dossier=dossier,
                dossier_code=code,
                content="result",
                scope="commune",
                addressee={"name": f"Tran Van Mau {ordinal}", "address": f"So {ordinal}, Duong Mau 4", "phone": ""},
            )
            writer.append("staff-1", delivery.decide(None, prepared))
            codes.append(code)
    engine.dispose()
    return codes
