"""The index, waits and satisfaction as sheets."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from server.reports.form_07_sheets import WHOLE, period_line
from shared.domain.reports.index_766 import GRADES, Part, known_score
from shared.domain.reports.period import Period
from shared.domain.reports.satisfaction import FEWEST, OTHERS, Satisfaction, ScoreTally
from shared.domain.reports.sheet import Cell, Decimal, Grid, Line, Share, Sheet, plain_heads
from shared.domain.reports.waits import Waits, WaitTally
from shared.failures import Sentence

Name = Callable[[str], Cell]

_SCORES = {
    3: Sentence("Rất hài lòng", "Very satisfied"),
    2: Sentence("Hài lòng", "Satisfied"),
    1: Sentence("Không hài lòng", "Not satisfied"),
}
REASONS: Mapping[str, Sentence] = {
    "attitude": Sentence("Thái độ phục vụ", "Attitude"),
    "waiting": Sentence("Thời gian chờ", "Waiting"),
    "guidance": Sentence("Hướng dẫn", "Guidance"),
    "time": Sentence("Thời gian giải quyết", "Time taken"),
    "papers": Sentence("Giấy tờ phải nộp", "Papers asked for"),
    "cost": Sentence("Chi phí", "Cost"),
}
CHANNELS: Mapping[str, Sentence] = {
    "kiosk": Sentence("Tại máy ở Bộ phận Một cửa", "At the kiosk"),
    "phone": Sentence("Bằng điện thoại", "By phone"),
}
_OTHERS = Sentence("Các quầy còn lại; hồ sơ", "Other counters; dossiers")
_COUNT = Sentence("Lượt đánh giá", "Ratings")


def sheet_766(parts: tuple[Part, ...], by: str, period: Period) -> Sheet:
    """The parts of the index that are known, and why the others are open."""
    score, most = known_score(parts)
    lines = [Line((part.number, part.title, part.most, _score(part.score), part.formula, part.why)) for part in parts]
    lines.append(
        Line(("", Sentence("CỘNG PHẦN ĐÃ BIẾT", "KNOWN PARTS"), most, Decimal(score, 2), "", ""), "total"),
    )
    grades = "; ".join(f"{grade.name.vi} từ {grade.least}" for grade in GRADES)
    grades_en = "; ".join(f"{grade.name.en} from {grade.least}" for grade in GRADES)
    heads = plain_heads(
        Sentence("Nhóm", "Group"),
        Sentence("Nội dung", "Subject"),
        Sentence("Điểm tối đa", "Most"),
        Sentence("Điểm", "Points"),
        Sentence("Công thức và số liệu", "Formula and inputs"),
        Sentence("Vì sao để trống", "Why left open"),
    )
    return Sheet(
        code="766",
        mark=Sentence("Theo Quyết định số 766/QĐ-TTg", "After Decision 766/QĐ-TTg"),
        title=Sentence(
            "Chỉ số phục vụ người dân, doanh nghiệp: phần tính được từ dữ liệu một cửa",
            "Index of public service: what the one-stop data can answer",
        ),
        period=period_line(period),
        by=by,
        to="",
        unit=Sentence("Đơn vị tính: Điểm", "Unit: points"),
        grids=(Grid(Sentence("Chỉ số 766", "Index 766"), heads, (5, 20, 8, 8, 30, 29), tuple(lines)),),
        notes=(
            Sentence(
                "Tiến độ tính theo Quyết định 766: trừ thời gian công dân bổ sung; yêu cầu bổ sung quá một lần bị tính "
                "quá hạn. Vì vậy có thể khác Biểu 07a.",
                "Timeliness follows Decision 766: the citizen's time for a supplement is taken off, more than one "
                "request counts as late. It can therefore differ from Form 07a.",
            ),
            Sentence(
                f"Không xếp loại vì còn phần để trống. Thang xếp loại (chưa đối chiếu với văn bản): {grades}.",
                f"No grade is given while parts are open. The scale (not verified against the text): {grades_en}.",
            ),
        ),
        signed=False,
    )


def sheet_of_waits(found: Waits, name: Name, by: str, period: Period) -> Sheet:
    """By line or office, then by hour of the day."""
    heads = (
        Sentence("Số đã cấp", "Numbers given"),
        Sentence("Đã gọi", "Called"),
        Sentence("Chờ trung bình (phút)", "Mean wait (min)"),
        Sentence("Trung vị (phút)", "Median (min)"),
        Sentence("90 % chờ không quá (phút)", "90 % within (min)"),
        Sentence("Đúng khoảng đã hẹn", "Promise held"),
        Sentence("Vắng mặt", "Absent"),
        Sentence("Chưa gọi", "Not called"),
    )
    widths = (24.0, *[9.5] * 8)
    by_key = tuple(Line((name(key), *_waited(tally))) for key, tally in found.by_key.items())
    by_hour = tuple(Line((f"{hour:02d}:00–{hour + 1:02d}:00", *_waited(each))) for hour, each in found.by_hour.items())
    whole = Line((WHOLE, *_waited(found.whole)), "total")
    return Sheet(
        code="waits",
        mark=Sentence("Báo cáo nội bộ", "Internal report"),
        title=Sentence("Thời gian chờ tại Bộ phận Một cửa", "Waiting at the one-stop office"),
        period=period_line(period),
        by=by,
        to="",
        unit=Sentence("Từ lúc lấy số đến lần gọi đầu tiên", "From the number to its first call"),
        grids=(
            Grid(
                Sentence("Theo hàng chờ, đơn vị", "By line or office"),
                plain_heads(Sentence("Hàng chờ, đơn vị", "Line or office"), *heads),
                widths,
                (*by_key, whole),
            ),
            Grid(
                Sentence("Theo giờ lấy số", "By hour of the number"),
                plain_heads(Sentence("Giờ lấy số", "Hour"), *heads),
                widths,
                (*by_hour, whole),
            ),
        ),
        notes=(
            Sentence(
                "Trung vị và mốc 90 % tính theo phút tròn. Số không có quầy mở khi cấp thì không có khoảng hẹn.",
                "Median and 90 % are by whole minutes. Numbers given while no counter was open promised nothing.",
            ),
        ),
        signed=False,
    )


def sheet_of_satisfaction(found: Satisfaction, name: Name, by: str, period: Period) -> Sheet:
    """Scores in all, by channel and by counter; reasons; how many wrote a comment."""
    heads = (_COUNT, *_SCORES.values(), Sentence("Hài lòng trở lên", "Satisfied or more"))
    widths = (30.0, *[14.0] * 5)
    channels = [Line((CHANNELS.get(each, each), *_rated(tally))) for each, tally in found.channels.items()]
    counters = [Line((name(each) if each != OTHERS else _OTHERS, *_rated(of))) for each, of in found.counters.items()]
    reasons = [
        Line((REASONS.get(each, each), times, Share(times / found.whole.count)))
        for each, times in found.reasons.items()
    ]
    whole = Line((WHOLE, *_rated(found.whole)), "total")
    at = Sentence("Nơi đánh giá", "Where"), Sentence("Quầy", "Counter")
    reason = Sentence("Lý do được chọn", "Reason chosen"), Sentence("Số lượt", "Times"), Sentence("Tỷ lệ", "Share")
    grids = [Grid(Sentence("Theo nơi đánh giá", "By channel"), plain_heads(at[0], *heads), widths, (*channels, whole))]
    if set(found.counters) - {OTHERS}:
        by_counter = Grid(Sentence("Theo quầy", "By counter"), plain_heads(at[1], *heads), widths, (*counters, whole))
        grids.append(by_counter)
    if reasons:
        grids.append(Grid(Sentence("Lý do", "Reasons"), plain_heads(*reason), (60.0, 20.0, 20.0), tuple(reasons)))
    return Sheet(
        code="satisfaction",
        mark=Sentence("Báo cáo nội bộ", "Internal report"),
        title=Sentence("Mức độ hài lòng của tổ chức, cá nhân", "Satisfaction of people and organisations"),
        period=period_line(period),
        by=by,
        to="",
        unit=Sentence("Đơn vị tính: Lượt đánh giá", "Unit: ratings"),
        grids=tuple(grids),
        notes=(
            Sentence(
                f"Có {found.comments} lượt kèm ý kiến bằng lời. Quầy có dưới {FEWEST} lượt không được nêu riêng, "
                "để giữ bí mật cho người đánh giá.",
                f"{found.comments} of them came with words. Counters with fewer than {FEWEST} ratings are not shown "
                "apart, so that raters stay confidential.",
            ),
        ),
        signed=False,
    )


def _score(score: float | None) -> Cell:
    return Sentence("để trống", "open") if score is None else Decimal(score, 2)


def _waited(tally: WaitTally) -> tuple[Cell, ...]:
    held = tally.held_share
    return (
        tally.issued,
        tally.called,
        None if tally.mean is None else Decimal(tally.mean),
        tally.median,
        tally.ninth,
        None if held is None else Share(held),
        tally.absent,
        tally.not_called,
    )


def _rated(tally: ScoreTally) -> tuple[Cell, ...]:
    shares = (tally.satisfied_share,)
    counts = tuple(tally.scores[score] for score in _SCORES)
    return (tally.count, *counts, *(None if share is None else Share(share) for share in shares))
