"""A kiosk whose server goes away in the morning and comes back in the evening: nothing is missed, all arrives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from installer.demo.office import Folders, Office
from installer.demo.remote import InVainError, RemoteProgram
from server.offices import Offices
from shared.clock import HO_CHI_MINH, ShiftedClock, SystemClock
from shared.domain.fact import Fact
from shared.journal import tables
from shared.journal.opening import open_server
from tests.server.facts import dossier_received, ticket_issued

OPENING = datetime(2026, 11, 23, 7, 40, tzinfo=HO_CHI_MINH)
EVENING = datetime(2026, 11, 23, 16, 30, tzinfo=HO_CHI_MINH)
OFFICE_SECONDS_A_SECOND = 1000.0
ADDRESS = "https://motcua.phuong-mau.example"

pytestmark = [pytest.mark.timeout(300), pytest.mark.xdist_group("morning")]


@dataclass
class Day:
    """The kiosk, the office whose server is away, and what is known of before."""

    kiosk: RemoteProgram
    office: Office
    clock: ShiftedClock
    receipt: str
    slip: str
    taken: list[str]

    def events_on_server(self) -> list[tuple[str, str]]:
        """(kind, label) of what the server has of the kiosk."""
        engine = open_server(None, self.office.folders.data("server"))
        event, ticket = tables.event, tables.ticket
        query = select(event.c.kind, ticket.c.label).select_from(
            event.outerjoin(ticket, (ticket.c.office == event.c.office) & (ticket.c.subject == event.c.subject))
        )
        with engine.connect() as connection:
            found = [(str(kind), str(label)) for kind, label in connection.execute(query)]
        engine.dispose()
        return found


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    clock = ShiftedClock(OPENING, SystemClock().now().timestamp(), OFFICE_SECONDS_A_SECOND)
    office = Office(Folders(tmp_path), ShiftedClock(OPENING, SystemClock().now().timestamp(), 1.0), on_screen=False)
    try:
        office.set_up(["kiosk"], [])
        receipt, slip = before_the_day(office.folders.data("server"))
        office.start_server()
        hear_of_everything(office.start_kiosk("kiosk", RemoteProgram), receipt)
        office.stop_server()
        office.keep_time(ShiftedClock(OPENING, SystemClock().now().timestamp(), OFFICE_SECONDS_A_SECOND))
        kiosk = office.start_kiosk("kiosk", RemoteProgram)
        kiosk.wait_ready()
        clock = ShiftedClock(OPENING, SystemClock().now().timestamp(), OFFICE_SECONDS_A_SECOND)
        kiosk.wait("line_A", patience=30)
        yield Day(kiosk, office, clock, receipt, slip, [])
    finally:
        office.stop_everything()


def before_the_day(folder: Path) -> tuple[str, str]:
    """A dossier and a visit that the kiosk has heard of before; answers the addresses on their papers."""
    engine = open_server(None, folder)
    offices = Offices(engine, SystemClock())
    dossier, visit = dossier_received(3), ticket_issued(490)
    with offices.journal(offices.names()[0]).writing() as writer:
        writer.append("staff-1", [dossier, visit])
        call = {"counter": "quay-1", "desk": "desk", "key": "key", "mode": "claimed"}
        writer.append("staff-1", [Fact(visit.subject, "ticket.called", call)])
        writer.append("staff-1", [Fact(visit.subject, "ticket.done", {"counter": "quay-1"})])
    engine.dispose()
    return f"{ADDRESS}/d/{dossier.data['token']}", f"{ADDRESS}/t/{visit.data['token']}"


def hear_of_everything(kiosk: RemoteProgram, receipt: str) -> None:
    """Lets the kiosk replicate until it knows the dossier, and ends it."""
    kiosk.wait_ready()
    kiosk.wait("line_A", patience=30)
    for _ in range(40):
        kiosk.scan(receipt)
        if kiosk.becomes("dossier_code", "visible", patience=0.5, is_=True):
            break
    kiosk.stop()


def test_a_whole_day_without_a_server_is_an_ordinary_day(day: Day) -> None:
    kiosk = day.kiosk
    rate(day)
    look_up_a_procedure(kiosk)
    while day.clock.now() < EVENING:
        take_a_number(day)
    assert len(day.taken) >= 10
    assert len(set(day.taken)) == len(day.taken)
    kiosk.scan(day.receipt)
    kiosk.wait("dossier_code")
    kiosk.wait_shows("Theo số liệu lúc")
    kiosk.click("go_home")
    slips = list(day.office.folders.tickets.glob("*.pdf"))
    assert {slip.stem for slip in slips} >= set(day.taken)
    day.office.start_server()
    for _ in range(120):
        arrived = day.events_on_server()
        if len([kind for kind, _ in arrived if kind == "rating.given"]) == 1 and set(day.taken) <= {
            label for kind, label in arrived if kind == "ticket.issued"
        }:
            return
        kiosk.becomes("go_home", patience=0.5, is_="never")
    raise AssertionError("not everything has arrived at the server")


def take_a_number(day: Day) -> None:
    """Somebody takes a number, or reads that the office is closed at this hour."""
    kiosk = day.kiosk
    if not kiosk.becomes("line_A", "visible", patience=0.5, is_=True):
        return
    try:
        kiosk.click("line_A", patience=1.0)
        kiosk.click("confirm_number", patience=1.0)
        kiosk.wait("ticket_label", patience=1.0)
        day.taken.append(str(kiosk.read("ticket_label")))
    except InVainError:
        """Closed meanwhile: the screen says when to come back."""
    way_back = next((name for name in ("go_home", "close_told") if kiosk.exists(name)), None)
    if way_back is not None:
        kiosk.click(way_back)


def rate(day: Day) -> None:
    """The visit that the kiosk has heard of before."""
    kiosk = day.kiosk
    kiosk.scan(day.slip)
    kiosk.click("score_3")
    kiosk.click("send_rating")
    kiosk.wait("thanks")
    kiosk.click("go_home")
    kiosk.wait("line_A")


def look_up_a_procedure(kiosk: RemoteProgram) -> None:
    """The whole catalogue is here."""
    kiosk.click("procedures")
    kiosk.click("open_keyboard")
    for letter in "khai":
        kiosk.click(f"key_{letter}")
    kiosk.click(kiosk.wait_named("hit_"))
    kiosk.wait("print_sheet")
    kiosk.click("go_home")
    kiosk.wait("line_A")
