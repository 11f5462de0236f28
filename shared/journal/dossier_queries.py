"""Questions about dossiers, handovers and what is personal about them, answered from the read tables."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, bindparam, exists, or_, select

from shared.clock import HO_CHI_MINH
from shared.domain.dossier import Dossier
from shared.domain.handover import Handover
from shared.failures import Refusal
from shared.journal.journal import Reader
from shared.journal.read_model import DOSSIERS, HANDOVERS, milliseconds
from shared.journal.tables import dossier, form, handover, personal

# These are asked for every dossier that is received: building one costs more than running it.
_CODE_TAKEN = select(exists().where(dossier.c.office == bindparam("office"), dossier.c.code == bindparam("code")))
_FORM_OF_DOSSIER = exists().where(
    dossier.c.office == bindparam("office"),
    dossier.c.form_number == bindparam("number"),
    # Said so that SQLite goes by the number and not through all dossiers of the year by the time of receipt.
    dossier.c.received_at + 0 >= bindparam("begins"),
    dossier.c.received_at + 0 < bindparam("ends"),
)
_FURTHER_FORM = exists().where(
    form.c.office == bindparam("office"),
    form.c.form == "receipt",
    form.c.year == bindparam("year"),
    form.c.number == bindparam("number"),
)
_FORM_TAKEN = select(or_(_FORM_OF_DOSSIER, _FURTHER_FORM))


def known_dossier(reader: Reader, subject: str) -> Dossier:
    """The dossier with that id; Refusal `no_such_dossier` where this machine has none."""
    found = reader.state(DOSSIERS, subject)
    if found is None:
        raise Refusal("no_such_dossier", "Không tìm thấy hồ sơ này.", "There is no such dossier.")
    return found


def dossier_by_token(reader: Reader, token: str) -> Dossier | None:
    """The dossier behind an address /d/<token>."""
    return next(iter(_dossiers(reader, dossier.c.token == token)), None)


def dossier_by_code(reader: Reader, code: str) -> Dossier | None:
    """The dossier with this code."""
    return next(iter(_dossiers(reader, dossier.c.code == code)), None)


def dossiers_with_code(reader: Reader, code: str) -> tuple[Dossier, ...]:
    """Every dossier with this code: one, or by a mistake that people have to settle several."""
    return _dossiers(reader, dossier.c.code == code)


def is_code_taken(reader: Reader, code: str) -> bool:
    """Whether a dossier has this code."""
    return bool(reader.connection.execute(_CODE_TAKEN, {"office": reader.office, "code": code}).scalar())


def is_form_number_taken(reader: Reader, number: int, year: int) -> bool:
    """Whether a dossier received in `year` has a Form 01 of this number, its first one or a further one."""
    begins, ends = (milliseconds(datetime(each, 1, 1, tzinfo=HO_CHI_MINH)) for each in (year, year + 1))
    values = {"office": reader.office, "number": number, "begins": begins, "ends": ends, "year": year}
    return bool(reader.connection.execute(_FORM_TAKEN, values).scalar())


def is_handover_number_taken(reader: Reader, number: str) -> bool:
    """Whether a handover has this number."""
    return _exists(reader, (handover.c.office == reader.office) & (handover.c.number == number))


def _exists(reader: Reader, where: ColumnElement[bool]) -> bool:
    return bool(reader.connection.execute(select(exists().where(where))).scalar())


def dossiers_held_by(reader: Reader, unit: str, stages: Sequence[str]) -> tuple[Dossier, ...]:
    """The dossiers that `unit` holds in one of `stages`, the one received first at the front."""
    return _dossiers(reader, (dossier.c.holder == unit) & dossier.c.stage.in_(list(stages)))


def dossiers_by_id(reader: Reader, ids: Sequence[str]) -> tuple[Dossier, ...]:
    """These dossiers, in the order asked; one that is not here yet is left out."""
    found = {each.id: each for each in _dossiers(reader, dossier.c.subject.in_(list(ids)))}
    return tuple(found[each] for each in ids if each in found)


def _dossiers(reader: Reader, where: ColumnElement[bool]) -> tuple[Dossier, ...]:
    """The dossiers that `where` names, the one received first at the front.

    Sorted here: asked for an order, SQLite would rather go through all dossiers by their time of receipt.
    """
    query = select(dossier.c.document).where(dossier.c.office == reader.office, where)
    states = (DOSSIERS.state(document) for document in reader.connection.execute(query).scalars())
    return tuple(sorted(states, key=lambda each: (each.received_at, each.code)))


def handovers_of(reader: Reader, unit: str, since_milliseconds: int) -> tuple[Handover, ...]:
    """The handovers that `unit` gives or receives, the last one first.

    Those still open, those with a difference to settle, and all offered since `since_milliseconds`; each kind is asked
    for by itself, so that every question goes by an index.
    """
    found: dict[str, Handover] = {}
    for kind in (
        handover.c.state == "offered",
        handover.c.differs == 1,
        handover.c.offered_at >= since_milliseconds,
    ):
        of_unit = (handover.c.giver == unit) | (handover.c.receiver == unit)
        query = select(handover.c.subject, handover.c.document).where(handover.c.office == reader.office, kind, of_unit)
        found |= {str(subject): HANDOVERS.state(document) for subject, document in reader.connection.execute(query)}
    return tuple(sorted(found.values(), key=lambda each: (each.offered_at, each.number), reverse=True))


def personal_records(reader: Reader, hashes: Sequence[str]) -> Mapping[str, Mapping[str, object]]:
    """The personal records under `hashes`, without their salt; one that was erased or is not here is left out."""
    query = select(personal.c.hash, personal.c.body).where(
        personal.c.office == reader.office, personal.c.hash.in_(list(hashes)), personal.c.body.is_not(None)
    )
    found: dict[str, Mapping[str, object]] = {}
    for key, body in reader.connection.execute(query):
        record: dict[str, object] = json.loads(body)
        record.pop("salt", None)
        found[str(key)] = record
    return found
