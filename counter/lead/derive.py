"""What the team leader's view says now: counters, lines, how fresh it all is, how many people the next hour needs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from counter.parts.plot_bars import Bar
from counter.parts.rows import Row
from counter.parts.tile import Tile
from counter.ports.lead import CounterNow, LeadFigures, LineNow
from counter.words import time_of_day, translate
from shared.domain.staffing import Staffing


@dataclass(frozen=True, slots=True)
class NowProps:
    """The page of the moment (bây giờ): three figures, the sum behind the third in a sentence and as a table
    (line, people an hour, minutes for each, minutes), the counters, the lines.
    """

    waiting: Tile
    counters_open: Tile
    people: Tile
    sum: str
    work: tuple[tuple[str, str, str, str], ...]
    over_minutes: int
    counters: tuple[tuple[str, Row], ...]
    bars: tuple[Bar, ...]
    lines: tuple[tuple[str, Row], ...]
    summary: str


def derive_freshness(figures: LeadFigures) -> tuple[str, bool]:
    """Of when the figures are, and whether the officer should beware of that."""
    at = time_of_day(figures.at)
    if figures.online or figures.heard is None:
        heard = translate("Lead", "Số liệu lúc {at}").format(at=at)
        return (heard, False) if figures.online else (translate("Lead", "Chưa liên lạc được với máy chủ"), True)
    pattern = translate("Lead", "Mất kết nối từ {heard}: số liệu của quầy khác dừng ở lúc đó")
    return pattern.format(heard=time_of_day(figures.heard)), True


def derive_now(figures: LeadFigures, language: str) -> NowProps:
    """The page of the moment."""
    bars = tuple(_bar(line, figures.at) for line in figures.lines)
    return NowProps(
        waiting=_waiting_tile(figures),
        counters_open=_open_tile(figures),
        people=_people_tile(figures.staffing),
        sum=staffing_words(figures.staffing),
        work=staffing_rows(figures, language),
        over_minutes=round(figures.staffing.lines[0].over_minutes) if figures.staffing.lines else 0,
        counters=tuple((each.number, _counter_row(each, figures.at)) for each in figures.counters),
        bars=bars,
        lines=tuple((line.letter, _line_row(line, figures.at)) for line in figures.lines),
        summary="; ".join(f"{bar.name}: {bar.told}" for bar in bars),
    )


def staffing_words(staffing: Staffing) -> str:
    """How many people are needed and why, in a sentence or two."""
    if not staffing.lines:
        return translate("Lead", "Chưa có ai lấy số trong giờ qua.")
    pattern = translate("Lead", "Mỗi giờ có khoảng {minutes} phút việc, cần {needed} người.")
    said = pattern.format(minutes=round(staffing.work_minutes), needed=staffing.needed)
    if staffing.backlog_people:
        backlog = translate("Lead", "Muốn hết người đang chờ trong một giờ: thêm {more} người.")
        said = f"{said} {backlog.format(more=staffing.backlog_people)}"
    return said


def staffing_rows(figures: LeadFigures, language: str) -> tuple[tuple[str, str, str, str], ...]:
    """The sum that leads to the people needed, so that anybody can check it: a row for each line, then the whole."""
    staffing = figures.staffing
    if not staffing.lines:
        return ()
    names = {line.letter: line.name for line in figures.lines}
    rows = [
        (
            f"{rate.line} · {names[rate.line]}" if rate.line in names else rate.line,
            _number(rate.an_hour, language),
            _number(rate.service_minutes, language),
            _number(rate.work_minutes, language),
        )
        for rate in staffing.lines
    ]
    whole = translate("Lead", "Cộng, chia 60 phút: {needed} người").format(needed=staffing.needed)
    return (*rows, (whole, "", "", str(round(staffing.work_minutes))))


def minutes_between(since: datetime, at: datetime) -> int:
    """Whole minutes from `since` to `at`; 0 when the clocks do not agree."""
    return max(int((at - since).total_seconds() // 60), 0)


def _number(value: float, language: str) -> str:
    """With one decimal where it matters, "7,2" or "7.2"."""
    digits = f"{value:.1f}".removesuffix(".0")
    return digits if language == "en" else digits.replace(".", ",")


def _waiting_tile(figures: LeadFigures) -> Tile:
    title = translate("Lead", "Đang chờ")
    waiting = sum(line.waiting for line in figures.lines)
    since = min((line.oldest for line in figures.lines if line.oldest is not None), default=None)
    if since is None:
        return Tile(title, str(waiting), translate("Lead", "không ai chờ"))
    minutes = minutes_between(since, figures.at)
    return Tile(title, str(waiting), translate("Lead", "lâu nhất {minutes} phút").format(minutes=minutes))


def _open_tile(figures: LeadFigures) -> Tile:
    working = sum(each.state == "open" for each in figures.counters)
    paused = sum(each.state == "paused" for each in figures.counters)
    value = f"{working} / {len(figures.counters)}"
    detail = translate("Lead", "tạm nghỉ: {paused}").format(paused=paused)
    return Tile(translate("Lead", "Quầy đang mở"), value, detail)


def _people_tile(staffing: Staffing) -> Tile:
    title, value = translate("Lead", "Số người cần giờ tới"), str(staffing.needed)
    if not staffing.needed:
        return Tile(title, value, translate("Lead", "chưa có ai đến"))
    if staffing.missing:
        detail = translate("Lead", "nên mở thêm: {missing}").format(missing=staffing.missing)
        return Tile(title, value, detail, urgent=True)
    detail = translate("Lead", "đủ: đang mở {counters} quầy").format(counters=staffing.open_counters)
    return Tile(title, value, detail)


def _counter_row(counter: CounterNow, at: datetime) -> Row:
    title = translate("Lead", "Quầy {number} · {name}").format(number=counter.number, name=counter.name)
    if counter.state == "closed":
        return Row(title, translate("Lead", "Chưa có người"), translate("Lead", "Đóng"))
    if counter.called_at is not None:
        pattern = translate("Lead", "{officer} · {label} đã {minutes} phút")
        minutes = minutes_between(counter.called_at, at)
        said = pattern.format(officer=counter.officer, label=counter.serving, minutes=minutes)
    else:
        said = translate("Lead", "{officer} · chưa gọi số").format(officer=counter.officer)
    state = translate("Lead", "Tạm nghỉ") if counter.state == "paused" else translate("Lead", "Đang mở")
    return Row(title, said, state, urgent=counter.state == "paused")


def _bar(line: LineNow, at: datetime) -> Bar:
    alone = bool(line.waiting) and not line.served_by
    return Bar(f"{line.letter} · {line.name}", line.waiting, _line_told(line, at), urgent=alone)


def _line_told(line: LineNow, at: datetime) -> str:
    told = str(line.waiting)
    if line.oldest is not None:
        minutes = translate("Lead", "{minutes} phút").format(minutes=minutes_between(line.oldest, at))
        told = f"{told} · {minutes}"
    if line.waiting and not line.served_by:
        told = f"{told} · {translate('Lead', 'chưa có quầy')}"
    return told


def _line_row(line: LineNow, at: datetime) -> Row:
    if line.served_by:
        served = translate("Lead", "Quầy {numbers}").format(numbers=", ".join(line.served_by))
    else:
        served = translate("Lead", "chưa có quầy")
    title = f"{line.letter} · {line.name}"
    if line.oldest is not None:
        pattern = translate("Lead", "{served} · lâu nhất {minutes} phút")
        served = pattern.format(served=served, minutes=minutes_between(line.oldest, at))
    waiting = translate("Lead", "{people} người").format(people=line.waiting)
    return Row(title, served, waiting, urgent=bool(line.waiting) and not line.served_by)
