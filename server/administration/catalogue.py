"""Changing the catalogue of procedures (danh mục thủ tục): one entry, or the whole of it from a file, from a day on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import func, select

from server.administration.dated import ended, with_version
from shared.domain.office import Office
from shared.domain.procedure import Procedure, in_force
from shared.journal.deadline_queries import IS_OPEN
from shared.journal.journal import Reader
from shared.journal.tables import dossier

_DAY = timedelta(days=1)
Versions = tuple[Procedure, ...]


@dataclass(frozen=True, slots=True)
class Imported:
    """What taking a catalogue over does (kết quả nhập danh mục): the procedures after it, and what changes by code."""

    procedures: Versions
    added: Versions
    changed: Versions
    gone: Versions
    same: int


def version_on(versions: Sequence[Procedure], code: str, day: date) -> Procedure | None:
    """The version of `code` that is in force on `day`; the next one after it when none is; None without any."""
    mine = [each for each in versions if each.code == code]
    for each in mine:
        if in_force(each.valid_from, each.valid_to, day):
            return each
    later = [each for each in mine if each.valid_from is not None and each.valid_from > day]
    return min(later, key=lambda each: each.valid_from or day, default=None)


def versions_of(versions: Sequence[Procedure], code: str) -> Versions:
    """All versions of `code`, the earliest first."""
    mine = [each for each in versions if each.code == code]
    return tuple(sorted(mine, key=lambda each: each.valid_from or date.min))


def with_procedure(known: Versions, new: Procedure, day: date) -> Versions:
    """`known` with `new` in force from `day`."""
    return with_version(known, new, day, lambda each: each.code == new.code)


def without_procedure(known: Versions, code: str, last_day: date) -> Versions:
    """`known` with `code` in force through `last_day` only."""
    return ended(known, last_day, lambda each: each.code == code)


def take_over(known: Versions, wanted: Versions, day: date) -> Imported:
    """`known` with the catalogue `wanted` in force from `day`; what was in force before stays with its last day.

    An entry of `wanted` with a later first day of its own begins then; one that says what is in force already, or that
    was over before `day`, is no change. Codes that `wanted` does not have end the day before.
    """
    groups: dict[str, Versions] = {}
    for each in known:
        groups[each.code] = (*groups.get(each.code, ()), each)
    found: dict[str, list[Procedure]] = {"added": [], "changed": [], "gone": []}
    same = 0
    for entry in wanted:
        versions = groups.get(entry.code, ())
        begins = max(day, entry.valid_from or day)
        if (entry.valid_to is not None and entry.valid_to < day) or _says_the_same(entry, versions, begins):
            same += 1
            continue
        found["changed" if versions else "added"].append(entry)
        groups[entry.code] = with_version(versions, entry, begins, lambda _: True)
    codes = {entry.code for entry in wanted}
    for code, versions in groups.items():
        left = ended(versions, day - _DAY, lambda _: True) if code not in codes else versions
        if left != versions:
            found["gone"].append(versions[-1])
            groups[code] = left
    return Imported(
        procedures=tuple(each for versions in groups.values() for each in versions),
        added=tuple(found["added"]),
        changed=tuple(found["changed"]),
        gone=tuple(found["gone"]),
        same=same,
    )


def fields_without_line(office: Office, procedures: Sequence[Procedure]) -> tuple[str, ...]:
    """The fields (lĩnh vực) of `procedures` that no line of `office` serves: nobody could queue for them."""
    served = {field for line in office.lines for field in line.fields}
    return tuple(sorted({each.field for each in procedures} - served))


def open_dossiers(reader: Reader, codes: Sequence[str]) -> int:
    """How many dossiers of these procedures are still open: they keep what was in force when they were received."""
    total = 0
    for start in range(0, len(codes), 500):
        query = select(func.count()).where(
            dossier.c.office == reader.office, IS_OPEN, dossier.c.procedure.in_(codes[start : start + 500])
        )
        total += reader.connection.execute(query).scalar_one()
    return total


def _says_the_same(entry: Procedure, versions: Versions, day: date) -> bool:
    present = next((each for each in versions if in_force(each.valid_from, each.valid_to, day)), None)
    if present is None or _undated(present) != _undated(entry):
        return False
    return entry.valid_to in (None, present.valid_to)


def _undated(procedure: Procedure) -> Procedure:
    return replace(procedure, valid_from=None, valid_to=None)
