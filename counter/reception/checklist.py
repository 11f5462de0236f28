"""The checklist of papers: what the catalogue demands, what is only shown, what the state's own data replace."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from shared.domain.procedure import Procedure, RequiredDocument
from shared.domain.text import fold

RowKind = Literal["demanded", "shown_only", "replaced"]


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One paper of the checklist (thành phần hồ sơ).

    `kind` "shown_only": chỉ xuất trình; "replaced": not to be asked for, `database` holds it. `usual`: the originals
    and copies that a tick stands for.
    """

    name: str
    note: str
    kind: RowKind
    database: str
    usual: tuple[int, int]


@lru_cache(maxsize=64)
def rows_of(procedure: Procedure) -> tuple[DocumentRow, ...]:
    """The rows of `procedure`: the catalogue's papers in its order, then replaced ones that it does not list."""
    replaced = {fold(each.document): each for each in procedure.replaced_by_data}
    rows = []
    for document in procedure.documents:
        match = replaced.pop(fold(document.name), None)
        if match is not None:
            rows.append(DocumentRow(document.name, document.note or "", "replaced", match.database, (0, 0)))
        else:
            kind: RowKind = "shown_only" if document.form == "present_only" else "demanded"
            rows.append(DocumentRow(document.name, document.note or "", kind, "", _usual(document)))
    rows.extend(DocumentRow(each.document, "", "replaced", each.database, (0, 0)) for each in replaced.values())
    return tuple(rows)


def _usual(document: RequiredDocument) -> tuple[int, int]:
    count = document.copies or 1
    return (0, count) if document.form in ("copy", "certified_copy") else (count, 0)
