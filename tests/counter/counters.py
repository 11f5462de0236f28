"""Counters over real databases, each a device of its own, for tests that look at what is written and printed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import select

from counter.ports import Applicant, Count, Officer, ReceptionForm
from counter.sample.content import MORNING
from counter.wiring.office import JournalCounterOffice
from counter.wiring.work import officer_of
from shared.clock import SetClock
from shared.domain.dossier import GivenDocument
from shared.domain.office import Office, office_to_document, procedures_on
from shared.domain.procedures import Procedure
from shared.domain.replaced_papers import marked_papers
from shared.journal.engine import WRITING
from shared.journal.event import Event, read_event
from shared.journal.journal import PersonalRecord
from shared.journal.node import Node, write_node
from shared.journal.read_model import events_of
from shared.journal.reference import store_reference
from shared.journal.tables import event as event_table
from shared.journal.tables import personal
from shared.qt.device_program import DeviceProgram, DeviceSettings
from tests.prepared import open_new_device
from tests.staffed import staffed_document, staffed_ward

WARD: Office = staffed_ward()
STAFF: dict[str, Officer] = {each.sign_in: officer_of(WARD, each) for each in WARD.staff}

APPLICANT = Applicant(
    name="Khổng Thị Chim Yến",
    identity_number="000000777333",
    birth_date=None,
    address="Thôn Lồng Chim, Phường Mẫu",
    phone="0900777333",
    email="chimyen@vi-du.example",
)
"""Somebody whose every word is found again where it must not be."""


CERTIFIED_COPY = ReceptionForm(
    procedure="2.000815",
    applicant=Applicant("Trần Văn Mẫu", "000000000001", date(1965, 10, 3), "Thôn Mẫu", "", ""),
    channel="in_person",
    documents=(GivenDocument("Bản chính giấy tờ", 1, 0),),
    sets=1,
    fee_vnd=None,
    return_way="one_stop",
    ticket=None,
)
"""The commonest dossier: a copy certified from the original."""


def procedure_of_a_department() -> Procedure:
    """A procedure that the office of the ward decides, in five working days and with a list of papers."""
    return next(each for each in procedures_on(WARD, MORNING.date()) if each.code == "1.004884")


def askable(procedure: Procedure) -> tuple[str, ...]:
    """The papers of `procedure` that may be asked for: no state data replace them."""
    return tuple(paper.name for paper, mark in marked_papers(procedure).papers if mark is None)


def reception_form(procedure: Procedure, applicant: Applicant = APPLICANT) -> ReceptionForm:
    """The form of `applicant` with the first of the papers of `procedure` handed in."""
    return ReceptionForm(
        procedure=procedure.code,
        applicant=applicant,
        channel="in_person",
        documents=(GivenDocument(askable(procedure)[0], 1, 0),),
        sets=1,
        fee_vnd=None,
        return_way="one_stop",
        ticket=None,
    )


@contextmanager
def counter_at(
    folder: Path, index: int = 1, clock: SetClock | None = None, *, office: Office = WARD, sign_in: str | None = None
) -> Iterator[JournalCounterOffice]:
    """Counter number `index` of `office` on a database in `folder`, without a server.

    `sign_in`: who has signed in there; None: nobody has.
    """
    program = device_program(folder / f"counter-{index}", index, clock or SetClock(MORNING), office)
    counter = JournalCounterOffice(program)
    counter.officer = STAFF[sign_in] if sign_in else None
    yield counter
    program.close()


def device_program(folder: Path, index: int, clock: SetClock, office: Office = WARD) -> DeviceProgram:
    """The program of counter number `index` on a new database that knows `office`; to be closed."""
    node = counter_node(index, office)
    engine, lock = open_new_device(folder)
    with engine.connect().execution_options(**WRITING) as connection, connection.begin():
        write_node(connection, node)
        store_reference(connection, office.id, office.version, _document(office))
    engine.dispose()
    lock.close()
    return DeviceProgram(DeviceSettings(folder, "counter", node.name), clock)


def counter_node(index: int = 1, office: Office = WARD) -> Node:
    """Counter number `index` as an enrolled device."""
    return Node(office.id, f"counter-{index}", "counter", f"Quầy {index}", 1, index, 1, "http://127.0.0.1:9", "00" * 32)


@cache
def _ward_document() -> dict[str, Any]:
    return staffed_document()


def _document(office: Office) -> dict[str, Any]:
    return _ward_document() if office is WARD else office_to_document(office)


def hand_over(counter: JournalCounterOffice, dossier: str, giver: str, receiver: str) -> None:
    """The dossier changes hands, both sides signing on this counter."""
    counter.officer = STAFF[giver]
    offered = counter.offer(STAFF[receiver].unit, (dossier,))
    counter.accept(offered.id, Count(), STAFF[receiver])


def written(counter: JournalCounterOffice) -> list[Event]:
    """Every event on this counter, in the order it came here."""
    with counter.journal.reading() as reader:
        bodies = reader.connection.execute(select(event_table.c.body).order_by(event_table.c.cursor)).scalars()
        return [read_event(bytes(body)) for body in bodies]


def kinds_of(counter: JournalCounterOffice, subject: str) -> list[str]:
    """The kinds of the events about `subject`."""
    with counter.journal.reading() as reader:
        return [each.kind for each in events_of(reader.connection, reader.office, subject)]


def everything_to(source: JournalCounterOffice, target: JournalCounterOffice) -> None:
    """What `source` knows arrives at `target`, personal records included."""
    with source.journal.reading() as reader:
        records = [
            PersonalRecord(str(hash_), bytes(body))
            for hash_, body in reader.connection.execute(select(personal.c.hash, personal.c.body))
            if body is not None
        ]
    with target.journal.writing() as writer:
        writer.take_in(written(source), records)
