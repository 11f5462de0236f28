"""How fresh a report is, in sentences that stand beside it on screen and paper."""

from __future__ import annotations

from collections.abc import Mapping

from server.reports.freshness import Freshness
from shared.clock import local
from shared.domain.reports.period import Period
from shared.failures import Sentence

_NAMED = 8


def freshness_sentences(fresh: Freshness, names: Mapping[str, str], period: Period) -> tuple[Sentence, ...]:
    """When it was made, through which happening it is known, and which offices have said nothing for a day."""
    made = f"{local(fresh.made_at):%H:%M %d/%m/%Y}"
    known = fresh.known_through
    said = [Sentence(f"Lập lúc {made}.", f"Made at {made}.")]
    if period.until is not None:
        said.append(Sentence("Kỳ này chưa kết thúc: tính đến lúc lập.", "The period is not over: counted until then."))
    if known is None:
        said.append(Sentence("Chưa có sự việc nào được gửi về.", "Nothing has been sent here yet."))
    else:
        at = f"{local(known):%H:%M %d/%m/%Y}"
        said.append(
            Sentence(
                f"Đã tính mọi sự việc gửi về đến {at}; việc gửi về sau có thể làm thay đổi số liệu.",
                f"All that was sent here up to {at} is counted; what arrives later can change the figures.",
            )
        )
    if fresh.silent:
        listed = [names.get(each.office, each.office) for each in fresh.silent[:_NAMED]]
        more = len(fresh.silent) - len(listed)
        rest_vi, rest_en = (f" và {more} đơn vị khác", f" and {more} others") if more else ("", "")
        said.append(
            Sentence(
                f"Hơn 24 giờ chưa nhận được tin từ: {'; '.join(listed)}{rest_vi}.",
                f"Not heard of for more than 24 hours: {'; '.join(listed)}{rest_en}.",
            )
        )
    return tuple(said)
