"""Of what a report is made: one office, or the province with all its offices (phạm vi báo cáo)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select

from shared.domain.reports.sheet import Cell
from shared.domain.text import fold
from shared.failures import Refusal
from shared.journal import tables

_COMMUNES = tuple(
    f"{council} {kind} " for council in ("uy ban nhan dan", "ubnd") for kind in ("xa", "phuong", "dac khu")
)


@dataclass(frozen=True, slots=True)
class Place:
    """The scope of a report. `id` "" is the province; `offices` are those that count, `communes` the communes'.

    `lines` and `counters` name what belongs to one office; `names` every office.
    """

    id: str
    name: str
    offices: tuple[str, ...]
    communes: frozenset[str]
    names: Mapping[str, str]
    reports_to: str = ""
    lines: Mapping[str, str] = field(default_factory=dict)
    counters: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_one_office(self) -> bool:
        """Whether its lines and counters can be told apart."""
        return len(self.offices) == 1

    def line_name(self, key: str) -> Cell:
        """The name of a line of the one office, or of an office."""
        if not self.is_one_office:
            return self.names.get(key, key)
        return f"{key} – {self.lines[key]}" if key in self.lines else key

    def counter_name(self, key: str) -> Cell:
        """The name of a counter."""
        return self.counters.get(key, key)


@dataclass(frozen=True, slots=True)
class _Known:
    """What places need of version `version` of an office's reference document."""

    version: int
    name: str
    is_commune: bool
    lines: Mapping[str, str]
    counters: Mapping[str, str]


class Places:
    """Answers places. A document is read whole once for each version of it: it is long, and there are many of them."""

    def __init__(self) -> None:
        self._known: dict[str, _Known] = {}

    def place(self, connection: Connection, office: str, offices: Sequence[str]) -> Place:
        """The office called `office`, or for "" all `offices`. Refusal `no_such_office`."""
        found = self._read(connection, [office] if office else sorted(offices))
        if not found:
            raise Refusal("no_such_office", "Không có đơn vị này.", "There is no such office.")
        names = {name: each.name for name, each in found.items()}
        communes = frozenset(name for name, each in found.items() if each.is_commune)
        if not office:
            whole = f"Toàn tỉnh, thành phố ({len(names)} đơn vị)"
            return Place("", whole, tuple(sorted(names)), communes, names, "Bộ Tư pháp")
        return Place(
            id=office,
            name=names[office],
            offices=(office,),
            communes=communes,
            names=names,
            reports_to="UBND cấp tỉnh",
            lines=found[office].lines,
            counters=found[office].counters,
        )

    def _read(self, connection: Connection, wanted: Sequence[str]) -> Mapping[str, _Known]:
        reference = tables.reference
        marks = select(reference.c.office, reference.c.version).where(reference.c.office.in_(wanted))
        versions = {str(name): int(version) for name, version in connection.execute(marks)}
        known = self._known
        changed = [name for name, version in versions.items() if name not in known or known[name].version != version]
        documents = select(reference.c.office, reference.c.document).where(reference.c.office.in_(changed))
        for name, document in connection.execute(documents) if changed else ():
            known[name] = _known(versions[name], json.loads(bytes(document)))
        return {name: known[name] for name in versions}


def place_of(connection: Connection, office: str, offices: Sequence[str]) -> Place:
    """The same for whoever asks once."""
    return Places().place(connection, office, offices)


def _known(version: int, document: Mapping[str, Any]) -> _Known:
    return _Known(
        version=version,
        name=str(document["name"]),
        is_commune=is_commune(str(document["managing_body"])),
        lines={line["letter"]: line["name_vi"] for line in document["lines"]},
        counters={each["id"]: f"Quầy {each['number']}: {each['name']}" for each in document["counters"]},
    )


def is_commune(managing_body: str) -> bool:
    """Whether an office is a commune's (cấp xã): under the people's committee of a xã, phường or đặc khu.

    Every other office belongs to the province itself: since July 2025 there is no level in between.
    """
    return fold(managing_body).startswith(_COMMUNES)
