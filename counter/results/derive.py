"""The words of the results room."""

from __future__ import annotations

from dataclasses import dataclass

from counter.ports import ResultCard
from counter.words import moment_words, stage_words, translate
from shared.domain.dossier import GivenDocument, Outcome


@dataclass(frozen=True, slots=True)
class CardProps:
    """What the card of a dossier shows (thẻ hồ sơ). `verdict` says whether it may be returned, and why not."""

    code: str
    applicant: str
    procedure: str
    state: str
    due: str
    outcome: str
    documents: tuple[str, ...]
    verdict: str
    may_return: bool


def derive_card_props(card: ResultCard, language: str) -> CardProps:
    """The words for `card`."""
    row = card.row
    reason = card.reason_en if language == "en" else card.reason_vi
    return CardProps(
        code=row.code,
        applicant=row.applicant_name,
        procedure=row.procedure_name,
        state=f"{stage_words(row.stage)} · {row.holder_name}",
        due=moment_words(row.due_at, language) if row.due_at else translate("Results", "Không quy định thời hạn"),
        outcome=_outcome(card.outcome),
        documents=tuple(_document(document) for document in card.documents),
        verdict=translate("Results", "Có thể trả kết quả.") if card.may_return else reason,
        may_return=card.may_return,
    )


def _outcome(outcome: Outcome | None) -> str:
    if outcome is None:
        return translate("Results", "Chưa có")
    return (
        translate("Results", "Đồng ý giải quyết")
        if outcome == "granted"
        else translate("Results", "Từ chối giải quyết")
    )


def _document(document: GivenDocument) -> str:
    parts = []
    if document.originals:
        parts.append(translate("Results", "{count} bản chính").format(count=document.originals))
    if document.copies:
        parts.append(translate("Results", "{count} bản sao").format(count=document.copies))
    return f"{document.name}: {', '.join(parts)}"
