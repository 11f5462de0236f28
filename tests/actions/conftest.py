"""The sample ward on a real encrypted database, with the clock in the test's hands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine

from resources.sample_ward.load import sample_office_document, sample_staff
from shared.actions.receive_dossier import Reception
from shared.clock import HO_CHI_MINH, SetClock
from shared.domain.dossier import GivenDocument
from shared.domain.office import Office, StaffMember, office_from_document
from shared.identities import Identities
from shared.journal.journal import Journal
from shared.journal.node import Node
from tests.prepared import open_new_device
from tests.quick_hash import quick_hash

MONDAY_AT_EIGHT = datetime(2026, 11, 23, 8, 0, tzinfo=HO_CHI_MINH)


@pytest.fixture
def clock() -> SetClock:
    return SetClock(MONDAY_AT_EIGHT)


@pytest.fixture(scope="session")
def office() -> Office:
    return office_from_document(sample_office_document())


@pytest.fixture(scope="session")
def staffed_office(office: Office) -> Office:
    officer = sample_staff()[0]
    member = StaffMember(
        id=officer.id,
        sign_in=officer.sign_in,
        name=officer.name,
        role=officer.role,
        password_hash=quick_hash(officer.password),
        pin_hash="",
    )
    return replace(office, staff=(member,))


@pytest.fixture
def node(office: Office) -> Node:
    return Node(office.id, "device-1", "kiosk", "Kiosk 1", 1, 1, 1, "http://127.0.0.1:9", "00" * 32)


MakeJournal = Callable[[str], Journal]


@pytest.fixture
def make_journal(tmp_path: Path, clock: SetClock, office: Office) -> Iterator[MakeJournal]:
    opened: list[Engine] = []

    def make(device: str) -> Journal:
        engine, lock = open_new_device(tmp_path / device)
        lock.close()
        opened.append(engine)
        return Journal(engine, office=office.id, device=device, epoch=1, clock=clock, identities=Identities(clock))

    yield make
    for engine in opened:
        engine.dispose()


@pytest.fixture
def journal(make_journal: MakeJournal) -> Journal:
    return make_journal("device-1")


def reception_of(procedure: str, *papers: str, fee_vnd: int = 0) -> Reception:
    """Somebody hands in `papers`, one original of each, for `procedure` at counter 1."""
    return Reception(
        procedure=procedure,
        channel="in_person",
        documents=tuple(GivenDocument(each, 1, 0) for each in papers),
        sets=1,
        fee_vnd=fee_vnd,
        return_way="one_stop",
        counter="quay-1",
        ticket=None,
        applicant={"name": "Nguyễn Thị Thử"},
    )
