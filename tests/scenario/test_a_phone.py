"""A citizen's phone: what kiosk and counter print is scanned from the paper, followed, tracked and rated.

Slip and receipt are the programs' own, read back from their pictures; kiosk and counter reach the server by
replication; the phone is a real browser, and only the address of the server on the paper is another one.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page
from sqlalchemy import select

from counter.wiring.step_papers import Source, render
from kiosk.wiring.issued import issued_ticket
from shared.actions.issue_form import Issuing, issue_receipt
from shared.actions.receive_dossier import receive_dossier
from shared.actions.take_number import NumberRequest, take_number
from shared.domain.dossier import Dossier
from shared.domain.fact import Fact
from shared.domain.ticket import Ticket
from shared.journal import tables
from shared.journal.dossier_queries import personal_records
from shared.replication.claim_messages import ClaimQuestion
from shared.replication.replicator import Replicator
from tests.bench.receive_dossier_row import reception_of
from tests.documents.reading import codes_of
from tests.server.phones import NEEDS_CHROMIUM, accessibility_offences, chromium, context_of
from tests.server.running import Device, RunningServer, enrolled_device, file_engine, running
from tests.server.waiting import until
from tests.staffed import staffed_ward

T = TypeVar("T")

COUNTER = "quay-1"
OFFICER = "staff-1"
BIRTH = "1.001193"

pytestmark = NEEDS_CHROMIUM


class Program:
    """A kiosk or counter that runs: its database lane, and its replicator once `connect` was called."""

    def __init__(self, device: Device, at_the_end: ExitStack) -> None:
        self.device = device
        self._lane = at_the_end.enter_context(ThreadPoolExecutor(1))
        self._at_the_end = at_the_end
        self._replicator: Replicator | None = None

    def connect(self) -> None:
        """The line to the server is there."""
        device = self.device
        self._replicator = Replicator(
            journal=device.journal,
            line=device.line,
            counters=device.counters,
            database=self.on_lane,
            chance=lambda: 0.5,
            report=lambda _: None,
            changed=lambda: None,
        )
        self._replicator.start()
        self._at_the_end.callback(self._replicator.stop)

    def on_lane(self, work: Callable[[], T]) -> T:
        """Does `work` where the program does all of its database's, and lets the replicator know."""
        done = self._lane.submit(work).result()
        if self._replicator is not None:
            self._replicator.wake()
        return done

    def write(self, *facts: Fact) -> None:
        """What an officer does."""
        self.on_lane(lambda: self.device.write(*facts, actor=OFFICER))

    def knows(self, subject: str) -> bool:
        """Whether its journal has heard of `subject`."""
        event = tables.event
        query = select(event.c.seq).where(event.c.subject == subject).limit(1)

        def ask() -> bool:
            with self.device.journal.reading() as reader:
                return reader.connection.execute(query).first() is not None

        return self._lane.submit(ask).result()


@contextmanager
def program(server: RunningServer, kind: str) -> Iterator[Program]:
    """A new machine of the office."""
    device = enrolled_device(server, "kiosk" if kind == "kiosk" else "counter")
    with ExitStack() as at_the_end:
        at_the_end.callback(device.close)
        yield Program(device, at_the_end)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RunningServer]:
    engine = file_engine(tmp_path)
    with running(engine, staffed_ward()) as server:
        yield server
    engine.dispose()


@pytest.fixture
def phone() -> Iterator[Page]:
    with chromium() as browser:
        page = context_of(browser, 390, 844).new_page()
        page.clock.install()
        yield page


def scanned(server: RunningServer, paper: bytes) -> str:
    """The address of the one QR code on a paper's first page, at the server of this test."""
    (address,) = codes_of(paper, dots_per_inch=203)
    assert address.startswith(f"{server.office.public_url}/")
    return f"{server.url}{urlsplit(address).path}"


def take_a_number(server: RunningServer, kiosk: Program) -> tuple[Ticket, bytes]:
    """What the citizen does at the door: the ticket and its slip."""
    request = NumberRequest(str(uuid.uuid4()), "A")
    journal, node = kiosk.device.journal, kiosk.device.node
    ticket = kiosk.on_lane(lambda: take_number(journal, server.office, node, request))
    slip = issued_ticket(server.office, ticket, None).slip
    assert slip is not None
    return ticket, slip


def hand_in(server: RunningServer, counter: Program) -> tuple[Dossier, bytes]:
    """What the officer does at the counter: the dossier and Form 01."""
    journal, node, office = counter.device.journal, counter.device.node, server.office
    procedure = next(each for each in office.procedures if each.code == BIRTH)
    reception = reception_of(procedure, COUNTER)
    found = counter.on_lane(lambda: receive_dossier(journal, office, node, reception, OFFICER))
    issuing = Issuing(journal, node, office)
    printed = counter.on_lane(lambda: issue_receipt(issuing, found.id, unit="one_stop", officer=OFFICER))

    def applicant() -> dict[str, object]:
        assert found.applicant is not None
        with journal.reading() as reader:
            return dict(personal_records(reader, [found.applicant])[found.applicant])

    return found, render(Source(office, printed.form, found, counter.on_lane(applicant), {}, "original"))


def rate(phone: Page, link: str, face: str) -> None:
    """Two touches, and the button."""
    phone.get_by_role("link", name=link).tap()
    phone.get_by_label(face, exact=True).check()
    phone.get_by_role("button", name="Gửi đánh giá").tap()
    phone.get_by_role("heading", name="Cảm ơn Ông/Bà đã đánh giá").wait_for()


def ratings(server: RunningServer) -> dict[str, int]:
    """The scores by what was rated."""
    with server.journal().reading() as reader:
        rows = reader.connection.execute(select(tables.rating.c.about_id, tables.rating.c.score)).all()
    return {str(about): int(score) for about, score in rows}


def test_a_slip_is_scanned_followed_to_the_call_and_rated(server: RunningServer, phone: Page) -> None:
    with program(server, "kiosk") as kiosk, program(server, "counter") as counter:
        counter.connect()
        counter.write(Fact(str(uuid.uuid4()), "desk.opened", {"counter": COUNTER, "lines": ["A"]}))
        ticket, slip = take_a_number(server, kiosk)
        answer = phone.goto(scanned(server, slip))
        assert answer is not None
        assert answer.status == 404
        phone.get_by_role("heading", name="Số này chưa về tới máy chủ").wait_for()
        kiosk.connect()
        until(lambda: counter.knows(ticket.id))
        phone.clock.run_for(25_000)
        phone.get_by_role("heading", name=ticket.label).wait_for()
        phone.get_by_text("Ông/Bà là người tiếp theo").first.wait_for()
        claimed = counter.device.line.claim(ClaimQuestion("key", COUNTER, "desk", OFFICER, ("A",)))
        assert claimed.event is not None
        phone.clock.run_for(12_000)
        phone.locator(".is-called").get_by_text("Quầy số 1").wait_for()
        assert phone.title().startswith("Đến lượt Ông/Bà")
        assert accessibility_offences(phone) == []
        counter.write(Fact(ticket.id, "ticket.done", {"counter": COUNTER}))
        server_knows(server, ticket, "done")
        phone.clock.run_for(20_000)
        rate(phone, "Đánh giá lượt phục vụ", "Rất hài lòng")
    assert ratings(server) == {ticket.id: 3}


def test_a_receipt_is_scanned_tracked_to_the_result_and_rated(server: RunningServer, phone: Page) -> None:
    with program(server, "counter") as counter:
        counter.connect()
        dossier, receipt = hand_in(server, counter)
        until(lambda: server_has(server, dossier.id, "dossier.received"))
        phone.goto(scanned(server, receipt))
        phone.get_by_text(dossier.code).wait_for()
        phone.get_by_text("chờ chuyển đến cơ quan giải quyết").first.wait_for()
        shown = phone.content()
        assert not any(personal in shown for personal in ("Nguyễn", "000000000000"))
        move(counter, dossier, "one_stop", "van-phong")
        counter.write(Fact(dossier.id, "dossier.result_ready", {"unit": "van-phong", "outcome": "granted"}))
        move(counter, dossier, "van-phong", "one_stop")
        until(lambda: server_has(server, dossier.id, "dossier.taken", times=2))
        phone.clock.run_for(70_000)
        phone.get_by_text("Kết quả đã có tại quầy").first.wait_for()
        phone.get_by_role("heading", name="Khi đến nhận, mời Ông/Bà mang theo").wait_for()
        counter.write(Fact(dossier.id, "dossier.returned", {"collector": "applicant"}))
        until(lambda: server_has(server, dossier.id, "dossier.returned"))
        phone.clock.run_for(70_000)
        rate(phone, "Đánh giá việc giải quyết", "Không hài lòng")
    assert ratings(server) == {dossier.id: 1}


def move(counter: Program, dossier: Dossier, giver: str, receiver: str) -> None:
    """Both signatures under a record."""
    handover = str(uuid.uuid4())
    counter.write(
        Fact(dossier.id, "dossier.sent", {"handover": handover, "giver": giver, "receiver": receiver}),
        Fact(dossier.id, "dossier.taken", {"handover": handover}),
    )


def server_has(server: RunningServer, subject: str, kind: str, times: int = 1) -> bool:
    """Whether the server has heard of the fact, so many times."""
    event = tables.event
    with server.engine.connect() as connection:
        query = select(event.c.seq).where(event.c.subject == subject, event.c.kind == kind)
        return len(connection.execute(query).all()) >= times


def server_knows(server: RunningServer, ticket: Ticket, state: str) -> None:
    """Waits until the ticket is in `state` at the server."""
    until(lambda: server_has(server, ticket.id, f"ticket.{state}"))
