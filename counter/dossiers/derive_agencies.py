"""The words about other agencies on a dossier's page: who decides it elsewhere, who was asked, who has answered."""

from __future__ import annotations

from counter.ports.dossiers import DossierPage
from counter.words import moment_words, short_moment, translate
from shared.domain.dossier import Competent, Coordination
from shared.domain.timeline_agency_words import TOPICS


def derive_agencies(page: DossierPage, language: str) -> tuple[tuple[str, str, bool], ...]:
    """Title, words and whether they are urgent, one for the competent agency and one for all that were asked."""
    dossier = page.dossier
    found = []
    if dossier.competent is not None:
        words, urgent = _competent_words(dossier.competent, page, language)
        found.append((translate("Dossiers", "Cơ quan có thẩm quyền"), words, urgent))
    if dossier.coordinations:
        said = zip(dossier.coordinations, (*page.reasons.coordinations, *[""] * 99), strict=False)
        words = "\n".join(_asked_words(each, text, page, language) for each, text in said)
        late = any(each.answer_by < page.looked_at for each in dossier.open_coordinations) if page.looked_at else False
        found.append((translate("Dossiers", "Cơ quan phối hợp"), words, late))
    return tuple(found)


def _competent_words(competent: Competent, page: DossierPage, language: str) -> tuple[str, bool]:
    name = page.unit_names.get(competent.agency, competent.agency)
    if competent.reached_at is None:
        words = translate("Dossiers", "{agency}; phải nhận được hồ sơ trước {moment}, thời hạn tính từ đó")
        urgent = page.looked_at is not None and competent.reach_by < page.looked_at
        return words.format(agency=name, moment=moment_words(competent.reach_by, language)), urgent
    words = translate("Dossiers", "{agency}, đã nhận {moment}")
    said = words.format(agency=name, moment=moment_words(competent.reached_at, language))
    return (translate("Dossiers", "{said} (chuyển muộn)").format(said=said) if competent.late else said), False


def _asked_words(asked: Coordination, text: str, page: DossierPage, language: str) -> str:
    name, topic = page.unit_names.get(asked.agency, asked.agency), TOPICS[asked.topic]
    parts = [name, topic.en if language == "en" else topic.vi, text]
    if asked.answer == "not_needed":
        parts.append(translate("Dossiers", "không cần trả lời nữa"))
    elif asked.answered_at is not None:
        words = translate("Dossiers", "đã trả lời {moment}").format(moment=short_moment(asked.answered_at, language))
        parts.append(translate("Dossiers", "{said} (quá hạn)").format(said=words) if asked.late else words)
    else:
        parts.append(translate("Dossiers", "chờ đến {moment}").format(moment=moment_words(asked.answer_by, language)))
    return " · ".join(filter(None, parts))
