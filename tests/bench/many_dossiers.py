"""A database with very many dossiers and the names of their applicants, written straight into the read tables."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path

from sqlalchemy import insert

from shared.clock import HO_CHI_MINH, SetClock
from shared.domain.dossier import Dossier, GivenDocument
from shared.domain.numbering import dossier_code, uuid7
from shared.domain.office import Office
from shared.domain.procedure import Procedure
from shared.identities import Identities
from shared.journal import tables
from shared.journal.event import sha256, to_json
from shared.journal.journal import Journal
from shared.journal.opening import open_device
from shared.journal.read_model import DOSSIERS, Row
from tests.bench.prepared_office import MID_MORNING, sample_ward

_FAMILY = ("Nguyễn",) * 38 + ("Trần",) * 11 + ("Lê",) * 9 + ("Phạm",) * 7 + ("Hoàng", "Phan", "Vũ", "Đặng", "Bùi") * 5
_MIDDLE = ("Thị",) * 30 + ("Văn",) * 25 + ("Đức", "Minh", "Thanh", "Ngọc", "Quốc", "Hữu", "Xuân", "Kim", "Hồng") * 4
_GIVEN_NAMES = (
    "An Anh Ánh Bảo Bình Chi Dung Dũng Duy Giang Hà Hải Hạnh Hiếu Hoa Hòa Hồng Hùng Hương Khánh Lan Linh Loan Long Mai "
    "Minh Nam Nga Nhung Oanh Phúc Phương Quân Sơn Tâm Thảo Thủy Trang Trung Tú Tuấn Uyên Vân Vinh Yến"
)
_GIVEN = tuple(_GIVEN_NAMES.split())
"""Common words of Vietnamese names, put together by chance: invented people."""

_FIRST_DAY = datetime(2021, 11, 23, 8, 0, tzinfo=HO_CHI_MINH)


@dataclass(frozen=True, slots=True)
class Person:
    """An invented applicant."""

    name: str
    phone: str
    identity_number: str


@dataclass(frozen=True, slots=True)
class ManyDossiers:
    """The journal of a counter with `dossiers` dossiers; `some` of them, with the person behind each."""

    journal: Journal
    office: Office
    dossiers: int
    some: tuple[tuple[Dossier, Person], ...]


@contextmanager
def many_dossiers(folder: Path, count: int) -> Iterator[ManyDossiers]:
    """`count` dossiers of five years in an encrypted database in `folder`; the same ones in every run."""
    office = sample_ward()
    engine, lock = open_device(folder)
    clock = SetClock(MID_MORNING)
    journal = Journal(engine, office=office.id, device="measured", epoch=1, clock=clock, identities=Identities(clock))
    some: list[tuple[Dossier, Person]] = []
    try:
        made = _dossiers(office, count)
        while part := list(islice(made, 5000)):
            some.extend(part[: max(20 * len(part) // count, 1)])
            with journal.writing() as writer:
                writer.connection.execute(insert(tables.personal), [_record(office, *each) for each in part])
                writer.connection.execute(insert(tables.dossier), [_row(office, state) for state, _ in part])
        yield ManyDossiers(journal, office, count, tuple(some))
    finally:
        engine.dispose()
        lock.close()


def _dossiers(office: Office, count: int) -> Iterator[tuple[Dossier, Person]]:
    chance = random.Random(20261123)
    procedures = office.procedures
    step = (MID_MORNING - _FIRST_DAY) / count
    for place in range(count):
        at = _FIRST_DAY + place * step
        person = Person(
            " ".join((chance.choice(_FAMILY), chance.choice(_MIDDLE), chance.choice(_GIVEN))),
            f"09{chance.randrange(10**8):08d}",
            f"0{chance.randrange(10**11):011d}",
        )
        yield _dossier(office, chance.choice(procedures), at, place, chance.randbytes(10)), person


def _dossier(office: Office, procedure: Procedure, at: datetime, place: int, chance: bytes) -> Dossier:
    return Dossier(
        id=uuid7(int(at.timestamp() * 1000), chance),
        code=dossier_code(office.agency_code, at.date(), 1001 + place % 8999),
        token=f"{place:026d}",
        procedure=procedure.code,
        procedure_name=procedure.name,
        field=procedure.field,
        channel="in_person",
        documents=(GivenDocument("Bản chính", 1, 0),),
        sets=1,
        fee_vnd=None,
        return_way="one_stop",
        received_at=at,
        due_at=at + timedelta(days=7),
        time_limit_text="",
        promise="",
        form_number=place + 1,
        form_version="",
        counter="quay-1",
        received_by="staff-1",
        ticket=None,
        applicant=sha256(str(place).encode()),
        returned_at=at + timedelta(days=6),
    )


def _record(office: Office, state: Dossier, person: Person) -> Row:
    body = {
        "salt": "",
        "name": person.name,
        "identity_number": person.identity_number,
        "phone": person.phone,
        "address": "Số 1, Đường Mẫu 1, Phường Mẫu, Thành phố Thử",
    }
    return {"office": office.id, "hash": state.applicant, "body": to_json(body)}


def _row(office: Office, state: Dossier) -> Row:
    through = (1, "measured", 1, state.form_number)
    return DOSSIERS.row(office.id, state.id, replace(state, last_step_at=state.returned_at), through)
