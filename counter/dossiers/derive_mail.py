"""The words about what of a dossier went by post: how far it is, its label, until when, how often was invited."""

from __future__ import annotations

from counter.ports.dossiers import DossierPage
from counter.words import day_words, short_moment, translate
from shared.clock import business_date
from shared.domain.delivery import DeliveryState
from shared.domain.mail_item import MailItem
from shared.domain.postal_time import is_late


def derive_mail(page: DossierPage, language: str) -> tuple[tuple[str, str, bool], ...]:
    """Title, words and whether they are urgent, one for all that went by post; none where nothing did."""
    sent = [each for each in page.mail if each.state != "withdrawn"]
    if not sent:
        return ()
    words = "\n".join(_words(each, page, language) for each in sent)
    return ((translate("Dossiers", "Chuyển phát"), words, any(_is_late(each, page) for each in sent)),)


def _words(item: MailItem, page: DossierPage, language: str) -> str:
    found = item.delivery
    content = {
        "result": translate("Dossiers", "Kết quả"),
        "supplement_request": translate("Dossiers", "Phiếu yêu cầu bổ sung"),
        "apology": translate("Dossiers", "Phiếu xin lỗi"),
    }[found.content]
    at = found.delivered_at or found.back_at or found.given_up_at or found.handed_over_at or found.prepared_at
    parts = [content, f"{_state_words(item.state)} {short_moment(at, language)}", found.tracking]
    if found.invitations:
        parts.append(translate("Dossiers", "đã mời {count} lần").format(count=found.invitations))
    if item.state == "with_post" and found.due_at is not None:
        day = day_words(business_date(found.due_at), language)
        late = _is_late(item, page)
        due = translate("Dossiers", "trễ hạn {day}") if late else translate("Dossiers", "phát xong trong ngày {day}")
        parts.append(due.format(day=day))
    return " · ".join(filter(None, parts))


def _is_late(item: MailItem, page: DossierPage) -> bool:
    if item.state not in ("with_post", "going_back") or page.looked_at is None:
        return False
    return is_late(item.delivery.due_at, page.looked_at)


def _state_words(state: DeliveryState) -> str:
    return {
        "prepared": translate("Dossiers", "chờ bưu điện nhận, lập lúc"),
        "with_post": translate("Dossiers", "bưu điện giữ từ"),
        "going_back": translate("Dossiers", "chuyển hoàn từ"),
        "delivered": translate("Dossiers", "đã phát lúc"),
        "back": translate("Dossiers", "đã hoàn về lúc"),
        "withdrawn": translate("Dossiers", "đã hủy"),
    }[state]
