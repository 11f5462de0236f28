"""Of what a report is made: one office, or the province with all its offices (phạm vi báo cáo)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

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


def place_of(connection: Connection, office: str, offices: Sequence[str]) -> Place:
    """The office called `office`, or for "" all `offices`. Refusal `no_such_office`."""
    reference = tables.reference
    wanted = [office] if office else sorted(offices)
    query = select(reference.c.office, reference.c.document).where(reference.c.office.in_(wanted))
    documents = {name: json.loads(bytes(document)) for name, document in connection.execute(query)}
    if not documents:
        raise Refusal("no_such_office", "Không có đơn vị này.", "There is no such office.")
    names = {name: str(document["name"]) for name, document in documents.items()}
    communes = frozenset(name for name, document in documents.items() if is_commune(str(document["managing_body"])))
    if not office:
        whole = f"Toàn tỉnh, thành phố ({len(names)} đơn vị)"
        return Place("", whole, tuple(sorted(names)), communes, names, "Bộ Tư pháp")
    own = documents[office]
    return Place(
        id=office,
        name=names[office],
        offices=(office,),
        communes=communes,
        names=names,
        reports_to="UBND cấp tỉnh",
        lines={line["letter"]: line["name_vi"] for line in own["lines"]},
        counters={each["id"]: f"Quầy {each['number']}: {each['name']}" for each in own["counters"]},
    )


def is_commune(managing_body: str) -> bool:
    """Whether an office is a commune's (cấp xã): under the people's committee of a xã, phường or đặc khu.

    Every other office belongs to the province itself: since July 2025 there is no level in between.
    """
    return fold(managing_body).startswith(_COMMUNES)
