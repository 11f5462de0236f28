"""What the facts about the ticket of a visit say, one sentence for each kind."""

from __future__ import annotations

from collections.abc import Mapping

from shared.domain.fact import Recorded
from shared.domain.timeline_words import Say, Told, always
from shared.failures import Sentence


def _issued(fact: Recorded, _told: Told) -> Sentence:
    label = fact.text("label")
    return Sentence(f"Người dân lấy số {label}", f"The citizen took number {label}")


def _at_counter(vi: str, en: str) -> Say:
    def say(fact: Recorded, told: Told) -> Sentence:
        counter = told.names.counters.get(fact.text("counter"))
        if counter is None:
            return Sentence(vi, en)
        return Sentence(f"{vi} đến {counter.vi[0].lower()}{counter.vi[1:]}", f"{en} to {counter.en.lower()}")

    return say


TICKET_SENTENCES: Mapping[str, tuple[str, Say]] = {
    "ticket.issued": ("ticket", _issued),
    "ticket.called": ("call", _at_counter("Gọi số", "Number called")),
    "ticket.recalled": ("call_again", always("Gọi lại số", "Number called again")),
    "ticket.absent": ("call", always("Vắng khi được gọi", "Absent when called")),
    "ticket.parked": ("pause", always("Tạm gác lượt", "Visit put aside")),
    "ticket.transferred": ("right", always("Chuyển lượt sang hàng hoặc quầy khác", "Visit sent on")),
    "ticket.moved_on": ("right", always("Chuyển sang việc tiếp theo của lượt", "On to the next matter of the visit")),
    "ticket.done": ("done_mark", always("Xong lượt tại quầy", "Visit done")),
    "ticket.undone": ("left", always("Hoàn tác bước vừa rồi của lượt", "The last step of the visit was undone")),
    "ticket.call_undone": ("left", always("Hoàn tác lượt gọi số", "The call of the number was undone")),
    "ticket.released": ("left", always("Số trở lại hàng chờ", "The number went back into the line")),
    "ticket.read_off_slip": ("ticket", always("Gọi theo số đọc trên phiếu", "Called by the number read off the slip")),
    "ticket.served_by_slip": ("ticket", always("Đã phục vụ theo phiếu giấy", "Served by the paper slip")),
    "ticket.slip_matched": ("ticket", always("Ghép phiếu giấy với số thứ tự", "The slip was matched with its number")),
    "ticket.conflict_settled": (
        "check",
        always("Mâu thuẫn của số thứ tự đã được giải quyết", "A conflict of the number was settled"),
    ),
}
"""For each kind its icon and its sentence."""
