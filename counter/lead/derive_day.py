"""What the team leader's view says of the day: waits by half hours, satisfaction, dossiers, machines."""

from __future__ import annotations

from dataclasses import dataclass

from counter.parts.plot_steps import Step
from counter.parts.rows import Row
from counter.parts.tile import Tile
from counter.ports.lead import HalfHour, LeadFigures, Satisfaction
from counter.words import time_of_day, translate

FEWEST_RATINGS = 5
"""Below this, shares say nothing, and figures could tell who gave them."""


@dataclass(frozen=True, slots=True)
class WaitsProps:
    """The page of waits (thời gian chờ): a sentence, both plots and their words, the same as a table."""

    said: str
    waits: tuple[Step, ...]
    arrivals: tuple[Step, ...]
    waits_summary: str
    arrivals_summary: str
    rows: tuple[tuple[str, Row], ...]


@dataclass(frozen=True, slots=True)
class Face:
    """One face of the ratings (mức hài lòng): its icon, its words, how many and which share."""

    icon: str
    words: str
    told: str


@dataclass(frozen=True, slots=True)
class DayProps:
    """The page of the day (trong ngày).

    `tiles`: received, returned, overdue; `officers`: who received how many; `faces` is empty while there are too few
    ratings to conclude anything.
    """

    ratings: str
    faces: tuple[Face, ...]
    tiles: tuple[Tile, Tile, Tile]
    officers: tuple[tuple[str, int], ...]
    machines: tuple[str, ...]


def derive_waits(figures: LeadFigures) -> WaitsProps:
    """The page of waits."""
    hours = figures.half_hours
    return WaitsProps(
        said=_waits_said(figures),
        waits=tuple(Step(_mark(each), each.mean_wait, each.ninth_wait) for each in hours),
        arrivals=tuple(Step(_mark(each), each.arrived) for each in hours),
        waits_summary="; ".join(f"{_mark(each)}: {_wait_words(each)}" for each in hours if each.called),
        arrivals_summary="; ".join(f"{time_of_day(each.start)}: {each.arrived}" for each in hours),
        rows=tuple((time_of_day(each.start), _row(each)) for each in hours),
    )


def derive_day(figures: LeadFigures, language: str) -> DayProps:
    """The page of the day."""
    return DayProps(
        ratings=_ratings_said(figures.satisfaction),
        faces=_faces(figures.satisfaction),
        tiles=_tiles(figures),
        officers=figures.received,
        machines=tuple(each.en if language == "en" else each.vi for each in figures.machines),
    )


def _tiles(figures: LeadFigures) -> tuple[Tile, Tile, Tile]:
    received = sum(count for _, count in figures.received)
    late = translate("Lead", "trong đó trễ hẹn: {late}").format(late=figures.returned_late)
    overdue = _overdue_said(figures)
    return (
        Tile(
            translate("Lead", "Đã tiếp nhận"),
            str(received),
            translate("Lead", "số người tiếp nhận: {officers}").format(officers=len(figures.received)),
        ),
        Tile(translate("Lead", "Đã trả kết quả"), str(figures.returned), late),
        Tile(
            translate("Lead", "Đang quá hạn"),
            str(figures.overdue),
            overdue,
            urgent=bool(figures.overdue or figures.agencies_late),
        ),
    )


def _overdue_said(figures: LeadFigures) -> str:
    """Where to look; of agencies that are late the head is told (Decree 118/2025 Art. 19(4)(c))."""
    where = translate("Lead", "xem ở Thời hạn (Ctrl+5)")
    if figures.agencies_late:
        late = translate("Lead", "cơ quan khác trễ: {count}").format(count=figures.agencies_late)
        return f"{late} · {where}"
    return where if figures.overdue else translate("Lead", "không có")


def _waits_said(figures: LeadFigures) -> str:
    if figures.mean_wait is None or figures.ninth_wait is None:
        return translate("Lead", "Hôm nay chưa gọi số nào.")
    pattern = translate(
        "Lead", "Đã gọi {called} người: chờ trung bình {mean} phút; chín trên mười người chờ không quá {ninth} phút."
    )
    return pattern.format(called=figures.called, mean=round(figures.mean_wait), ninth=round(figures.ninth_wait))


def _mark(half_hour: HalfHour) -> str:
    return time_of_day(half_hour.start)


def _wait_words(half_hour: HalfHour) -> str:
    if half_hour.mean_wait is None or half_hour.ninth_wait is None:
        return translate("Lead", "không gọi ai")
    pattern = translate("Lead", "trung bình {mean} phút, 90 %: {ninth} phút")
    return pattern.format(mean=round(half_hour.mean_wait), ninth=round(half_hour.ninth_wait))


def _row(half_hour: HalfHour) -> Row:
    title = translate("Lead", "{time} · đến: {arrived} · gọi: {called}")
    said = title.format(time=time_of_day(half_hour.start), arrived=half_hour.arrived, called=half_hour.called)
    return Row(said, _wait_words(half_hour))


def _ratings_said(ratings: Satisfaction) -> str:
    if not ratings.given:
        return translate("Lead", "Hôm nay chưa có lượt đánh giá nào.")
    if ratings.given < FEWEST_RATINGS:
        pattern = translate("Lead", "Mới có {count} lượt đánh giá: chưa đủ để kết luận.")
        return pattern.format(count=ratings.given)
    share = round(100 * (ratings.very + ratings.satisfied) / ratings.given)
    pattern = translate("Lead", "{share} % hài lòng hoặc rất hài lòng, trong {count} lượt đánh giá.")
    return pattern.format(share=share, count=ratings.given)


def _faces(ratings: Satisfaction) -> tuple[Face, ...]:
    if ratings.given < FEWEST_RATINGS:
        return ()
    told = (
        ("face_3", translate("Lead", "Rất hài lòng"), ratings.very),
        ("face_2", translate("Lead", "Hài lòng"), ratings.satisfied),
        ("face_1", translate("Lead", "Không hài lòng"), ratings.not_satisfied),
    )
    return tuple(Face(icon, words, f"{count} · {round(100 * count / ratings.given)} %") for icon, words, count in told)
