"""The words of the post point's day."""

from __future__ import annotations

from dataclasses import dataclass

from counter.parts.rows import Row
from counter.parts.tile import Tile
from counter.ports.post_day import PostDayShown
from counter.post_words import brought_row, difference_words
from counter.words import day_words, money_words, short_moment, time_of_day, translate
from shared.clock import business_date
from shared.domain.post_day import PostFigures, StaffFigures


@dataclass(frozen=True, slots=True)
class DayProps:
    """What the page says (trang tổng hợp). `sums`: (what, how much), the last in bold; `lists`: one for each record."""

    day: str
    is_today: bool
    tiles: tuple[Tile, ...]
    sums: tuple[tuple[str, str], ...]
    lists: tuple[tuple[str, Row], ...]
    staff: tuple[tuple[str, str], ...]
    differing: str
    differs: bool


def derive_day(shown: PostDayShown, language: str) -> DayProps:
    """The words for a day."""
    lines, differs = _differing(shown, language)
    return DayProps(
        day=day_words(shown.day, language),
        is_today=shown.day == shown.today,
        tiles=_tiles(shown.figures),
        sums=_sums(shown, language),
        lists=_lists(shown, language),
        staff=tuple((name, _part(part, language)) for name, part in shown.staff),
        differing=lines,
        differs=differs,
    )


def _tiles(figures: PostFigures) -> tuple[Tile, ...]:
    kept = translate("PostDay", "Còn giữ, chưa bàn giao: {count}").format(count=figures.waiting)
    bad = figures.refused + figures.missing + figures.damaged
    problems = translate("PostDay", "⚠ Từ chối: {refused} · thiếu: {missing} · hư hỏng: {damaged}").format(
        refused=figures.refused, missing=figures.missing, damaged=figures.damaged
    )
    tried = translate("PostDay", "Lần không thành công: {attempts} · chuyển hoàn: {returned}").format(
        attempts=figures.attempts, returned=figures.returned
    )
    taken = translate("PostDay", "Nhận từ cơ quan trong ngày: {count}").format(count=figures.taken_out)
    return (
        Tile(translate("PostDay", "Phiếu gửi đã lập"), str(figures.made), kept),
        Tile(
            translate("PostDay", "Hồ sơ cơ quan đã nhận"),
            str(figures.handed_over),
            problems if bad else translate("PostDay", "✓ Không thiếu, không từ chối, không hư hỏng"),
            urgent=bool(bad),
        ),
        Tile(translate("PostDay", "Kết quả, thư đã phát"), str(figures.delivered), tried),
        Tile(translate("PostDay", "Còn phải phát"), str(figures.to_deliver), taken),
    )


def _sums(shown: PostDayShown, language: str) -> tuple[tuple[str, str], ...]:
    money = shown.money
    lines = [
        (translate("PostDay", "Mang sang từ ngày trước"), money_words(money.before_vnd, language)),
        (
            translate("PostDay", "Đã thu (số khoản: {count})").format(count=len(money.taken)),
            money_words(money.taken_vnd, language),
        ),
    ]
    if money.back:
        lines.append((translate("PostDay", "Đã trả lại người nộp"), _less(money.back_vnd, language)))
    if money.unknown_vnd:
        unknown = translate("PostDay", "Khai nộp, máy này chưa rõ khoản thu")
        lines.append((unknown, money_words(money.unknown_vnd, language)))
    handed = translate("PostDay", "Khai nộp theo biên bản (số biên bản: {count})").format(count=len(money.brought))
    lines.append((handed, _less(money.due_vnd, language)))
    if money.paid_later_vnd:
        later = translate("PostDay", "Nộp bù cho biên bản ngày trước (không tính ở trên)")
        lines.append((later, money_words(money.paid_later_vnd, language)))
    lines.append((translate("PostDay", "Còn giữ"), money_words(money.carried_vnd, language)))
    return tuple(lines)


def _less(amount: int, language: str) -> str:
    """What is taken off, with a minus before it."""
    return f"−{money_words(amount, language)}" if amount else money_words(0, language)


def _part(part: StaffFigures, language: str) -> str:
    """One employee's part of the day."""
    return translate("PostDay", "phiếu gửi {made} · thu {fees} · phát {delivered}").format(
        made=part.made, fees=money_words(part.fees_vnd, language), delivered=part.delivered
    )


def _lists(shown: PostDayShown, language: str) -> tuple[tuple[str, Row], ...]:
    return tuple((each.money.handover, brought_row(each, language)) for each in shown.brought)


def _differing(shown: PostDayShown, language: str) -> tuple[str, bool]:
    if not shown.differing:
        return translate("PostDay", "✓ Không có chênh lệch tiền chưa xử lý"), False
    lines = []
    for each in shown.differing:
        at = each.money.at
        when = time_of_day(at) if business_date(at) == shown.day else short_moment(at, language)
        lines.append(f"{each.money.number} ({when}): {difference_words(each.money, language)}")
    return "\n".join(lines), True
