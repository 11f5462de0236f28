"""The checklist of papers: what the catalogue demands, what is only shown, what the state's own data replace."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from shared.domain.procedure import Procedure, ReplacedDocument, RequiredDocument
from shared.domain.replaced_papers import marked_papers

RowKind = Literal["demanded", "shown_only", "replaced"]


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One paper of the checklist (thành phần hồ sơ).

    `kind` "shown_only": chỉ xuất trình; "replaced": not to be asked for, `database` of `owner` holds it as `source`
    says. `usual`: the originals and copies that a tick stands for.
    """

    name: str
    note: str
    kind: RowKind
    database: str
    usual: tuple[int, int]
    owner: str = ""
    source: str = ""


@lru_cache(maxsize=64)
def rows_of(procedure: Procedure) -> tuple[DocumentRow, ...]:
    """The rows of `procedure`: the catalogue's papers in its order, then replaced ones that it does not list."""
    marked = marked_papers(procedure)
    rows = [_row(procedure, document, mark) for document, mark in marked.papers]
    rows.extend(_replaced(procedure, each, each.document, "") for each in marked.others)
    return tuple(rows)


def _row(procedure: Procedure, document: RequiredDocument, mark: ReplacedDocument | None) -> DocumentRow:
    if mark is not None:
        return _replaced(procedure, mark, document.name, document.note or "")
    kind: RowKind = "shown_only" if document.form == "present_only" else "demanded"
    return DocumentRow(document.name, document.note or "", kind, "", _usual(document))


def _replaced(procedure: Procedure, mark: ReplacedDocument, name: str, note: str) -> DocumentRow:
    source = mark.source or procedure.source
    return DocumentRow(name, note, "replaced", mark.database, (0, 0), mark.owner, source)


def _usual(document: RequiredDocument) -> tuple[int, int]:
    count = document.copies or 1
    return (0, count) if document.form in ("copy", "certified_copy") else (count, 0)
