"""The sample ward on a real encrypted database, with the clock in the test's hands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine

from resources.sample_ward.load import sample_office_document, sample_staff
from shared.actions.sign_in import hash_password
from shared.clock import HO_CHI_MINH, SetClock
from shared.domain.office import Office, StaffMember, office_from_document
from shared.identities import Identities
from shared.journal.journal import Journal
from shared.journal.node import Node
from shared.journal.opening import open_device

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
        password_hash=hash_password(officer.password),
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
        engine, lock = open_device(tmp_path / device)
        lock.close()
        opened.append(engine)
        return Journal(engine, office=office.id, device=device, epoch=1, clock=clock, identities=Identities(clock))

    yield make
    for engine in opened:
        engine.dispose()


@pytest.fixture
def journal(make_journal: MakeJournal) -> Journal:
    return make_journal("device-1")
