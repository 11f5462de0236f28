"""Papers that may not be asked for because a database of the state replaces them (giấy tờ được thay bằng dữ liệu).

Decree 118/2025 Art. 5 forbids asking for what the state has. Which paper of which procedure is replaced stands in a
list of the whole country; an office's own catalogue may name more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from shared.domain.procedure import Procedure, ReplacedDocument, RequiredDocument
from shared.domain.replacing import replace
from shared.domain.text import fold

Table = Mapping[str, tuple[ReplacedDocument, ...]]
"""The replaced papers of each procedure code."""

_LOOSE = re.compile(r"^(ban sao|ban chinh) | neu co$")


@dataclass(frozen=True, slots=True)
class MarkedPapers:
    """The papers of a procedure beside what replaces them: `papers` in the catalogue's order, each with its mark.

    `others`: replaced papers that the catalogue does not list; they stand as a note.
    """

    papers: tuple[tuple[RequiredDocument, ReplacedDocument | None], ...]
    others: tuple[ReplacedDocument, ...]


def paper_key(name: str) -> str:
    """What two names of one paper have in common: without diacritics, "bản sao" before and "nếu có" after them."""
    key, last = fold(name), ""
    while key != last:
        key, last = _LOOSE.sub("", key), key
    return key


def marked_papers(procedure: Procedure) -> MarkedPapers:
    """The papers of `procedure` with the marks of those that are replaced."""
    marks = {paper_key(each.document): each for each in procedure.replaced_by_data}
    papers = tuple((paper, marks.get(paper_key(paper.name))) for paper in procedure.documents)
    met = {paper_key(paper.name) for paper in procedure.documents}
    return MarkedPapers(papers, tuple(mark for key, mark in marks.items() if key not in met))


def with_marks(procedures: Iterable[Procedure], table: Table) -> tuple[Procedure, ...]:
    """`procedures` with the marks that `table` knows of them; what their own catalogue says of a paper stands.

    A mark of their own that names neither owner nor source gets both from the table's mark of the same paper.
    """
    return tuple(
        replace(each, replaced_by_data=_merged(each.replaced_by_data, table[each.code])) if each.code in table else each
        for each in procedures
    )


def _merged(own: tuple[ReplacedDocument, ...], known: tuple[ReplacedDocument, ...]) -> tuple[ReplacedDocument, ...]:
    by_paper = {paper_key(each.document): each for each in known}
    mine = []
    for mark in own:
        same = by_paper.pop(paper_key(mark.document), None)
        bare = same is not None and not mark.owner and not mark.source
        mine.append(replace(mark, owner=same.owner, source=same.source) if same is not None and bare else mark)
    return (*mine, *by_paper.values())
