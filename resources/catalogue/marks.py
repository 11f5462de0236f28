"""The list of the whole country of papers that state data replace, laid under an office's own catalogue."""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import files

from shared.domain.office import Office
from shared.domain.procedure import ReplacedDocument
from shared.domain.replaced_papers import Table, with_marks

SOURCE = (
    "Danh sách giấy tờ được thay bằng dữ liệu do Chính phủ công bố năm 2025 "
    "(nhiều khả năng là Nghị quyết 66.7/2025/NQ-CP)"
)
"""Where the list says it comes from; its number was not on the page that was read."""


def with_national_marks(office: Office) -> Office:
    """`office` whose procedures carry the marks of the list as well; an equal office when it adds none."""
    table = national_marks(frozenset(each.code for each in office.procedures))
    return replace(office, procedures=with_marks(office.procedures, table))


def national_marks(codes: frozenset[str]) -> Table:
    """The marks that the list has for `codes`; the file is read at every call, nothing of it is kept."""
    text = (files("resources.catalogue") / "replaced_by_data.tsv").read_text(encoding="utf-8")
    found: dict[str, tuple[ReplacedDocument, ...]] = {}
    for line in text.splitlines():
        code, _, rest = line.partition("\t")
        if code in codes:
            document, database, owner = rest.split("\t")
            found[code] = (*found.get(code, ()), ReplacedDocument(document, database, owner, SOURCE))
    return found
