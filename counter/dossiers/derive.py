"""The words of the search: rows, and what is said above and instead of them."""

from __future__ import annotations

from dataclasses import dataclass

from counter.dossiers.state import DossiersState
from counter.parts.rows import Row
from counter.ports import DossierRow
from counter.ports.dossiers import DossiersFound, IndexProgress
from counter.words import stage_words, translate


@dataclass(frozen=True, slots=True)
class SearchProps:
    """What the search shows (tra cứu): `rows`, each (id, row), `summary` above them, `indexing` while it grows.

    `title` and `hint` stand where the rows would be when there are none.
    """

    rows: tuple[tuple[str, Row], ...]
    summary: str
    indexing: str
    title: str
    hint: str


def derive_search_props(state: DossiersState, language: str) -> SearchProps:
    """The words for `state`."""
    found = state.found if state.query.strip() else None
    title, hint = _instead(state, found)
    return SearchProps(
        rows=() if found is None else tuple((row.id, _row(row)) for row in found.rows),
        summary="" if found is None or not found.rows else _summary(found, language),
        indexing=indexing_words(state.index, language),
        title=title,
        hint=hint,
    )


def indexing_words(index: IndexProgress | None, language: str) -> str:
    """How far the first making of the index is, "" when all older dossiers are in it."""
    if index is None or index.complete or index.indexed >= index.to_index:
        return ""
    words = translate("Dossiers", "Đang lập chỉ mục {indexed}/{all} hồ sơ; kết quả lấy từ phần đã xong.")
    return words.format(indexed=_count(index.indexed, language), all=_count(index.to_index, language))


def _instead(state: DossiersState, found: DossiersFound | None) -> tuple[str, str]:
    if found is None:
        return (
            translate("Dossiers", "Tìm hồ sơ của cả đơn vị"),
            translate("Dossiers", "Gõ vài chữ của tên, thủ tục, mã hồ sơ, số cuối điện thoại hay số định danh."),
        )
    if found.rows:
        return "", ""
    return (
        translate("Dossiers", "Không có hồ sơ nào khớp với “{query}”").format(query=_short(state.query)),
        translate("Dossiers", "Thử ít chữ hơn, chỉ tên gọi, hoặc ba số cuối của mã, điện thoại. Không cần gõ dấu."),
    )


def _row(row: DossierRow) -> Row:
    stage = stage_words(row.stage)
    right = translate("Dossiers", "{stage} · quá hạn").format(stage=stage) if row.late else stage
    name = row.applicant_name or translate("Dossiers", "(không còn tên)")
    return Row(name, f"{row.code} · {row.procedure_name}", right, urgent=row.late)


def _summary(found: DossiersFound, language: str) -> str:
    shown = len(found.rows)
    if found.more_uncounted:
        return translate("Dossiers", "{shown} hồ sơ mới nhất; còn hơn {more} hồ sơ nữa, hãy gõ thêm chữ.").format(
            shown=_count(shown, language), more=_count(found.more, language)
        )
    if found.more:
        return translate("Dossiers", "{shown} hồ sơ mới nhất; còn {more} hồ sơ nữa, hãy gõ thêm chữ.").format(
            shown=_count(shown, language), more=_count(found.more, language)
        )
    return translate("Dossiers", "Tìm thấy: {shown}").format(shown=_count(shown, language))


def _count(number: int, language: str) -> str:
    return f"{number:,}" if language == "en" else f"{number:,}".replace(",", ".")


def _short(query: str) -> str:
    words = " ".join(query.split())
    return words if len(words) <= 40 else f"{words[:39]}…"
