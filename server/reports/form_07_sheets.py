"""Biểu 07a and 07b as sheets: the official headings over the rows of each field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from shared.domain.reports.form_07a import (
    COLUMNS,
    HEADINGS,
    Column,
    DossierCounts,
    FieldCounts,
    Form07b,
    total,
)
from shared.domain.reports.period import Period
from shared.domain.reports.sheet import Cell, Grid, Head, Line, Sheet
from shared.domain.text import given_name_key
from shared.failures import Sentence

UNIT = Sentence("Đơn vị tính: Số hồ sơ TTHC", "Unit: dossiers")
WHOLE = Sentence("TỔNG CỘNG", "TOTAL")
TITLE_07A = Sentence(
    "Tình hình, kết quả giải quyết thủ tục hành chính tại cơ quan, đơn vị trực tiếp giải quyết thủ tục hành chính",
    "How dossiers were handled by the office that decides them",
)
TITLE_07B = Sentence(
    "Tình hình, kết quả giải quyết thủ tục hành chính trên địa bàn tỉnh, thành phố",
    "How dossiers were handled in the whole province",
)
NOTE_ONLINE = Sentence(
    "Hồ sơ trực tuyến mà hệ thống gửi không cho biết mức độ được tính vào cột (5).",
    "Online dossiers whose level the sending system did not tell are counted in column (5).",
)
NOTE_LIMIT = Sentence(
    "Hạn tính theo quy định của pháp luật; việc hẹn lại (Mẫu số 04) không kéo dài hạn. Hồ sơ bị từ chối, dừng hoặc "
    "đóng được tính là đã giải quyết.",
    "Limits are those of the law; a new appointment (Form 04) does not extend them. Refused, stopped and closed "
    "dossiers count as solved.",
)
_SUMS: Mapping[Column, str] = {
    3: "(3)=(4)+(5)+ (6)+(7)+(8)",
    9: "(9)=(10)+ (11)+(12)",
    13: "(13)=(14) +(15)",
}
_WIDTHS = (3.2, 17.5, 7.5, 6.2, 6.2, 6.2, 6.0, 6.0, 7.0, 5.8, 5.8, 5.8, 7.0, 5.8, 5.8)


def sheet_07a(counts: FieldCounts, by: str, to: str, period: Period) -> Sheet:
    """Biểu 07a of one office, or of several added up."""
    return _sheet("07a", TITLE_07A, by, to, period, (*_lines(counts), _whole(counts.values())))


def sheet_07b(counts: Form07b, by: str, to: str, period: Period) -> Sheet:
    """Biểu 07b: I what the province's own bodies handled, II what the communes did."""
    own = Sentence("Cơ quan chuyên môn, đơn vị thuộc cấp tỉnh", "Departments and bodies of the province")
    communes = Sentence("UBND cấp xã", "Communes")
    lines = (
        _line("I", own, total(counts.own.values()), "section"),
        *_lines(counts.own),
        _line("II", communes, total(counts.communes.values()), "section"),
        *_lines(counts.communes),
        _whole((*counts.own.values(), *counts.communes.values())),
    )
    return _sheet("07b", TITLE_07B, by, to, period, lines)


def in_order(counts: FieldCounts) -> tuple[str, ...]:
    """The fields in the order of the Vietnamese alphabet."""
    return tuple(sorted(counts, key=lambda field: [given_name_key(word) for word in field.split()]))


def _sheet(code: str, title: Sentence, by: str, to: str, period: Period, lines: tuple[Line, ...]) -> Sheet:
    return Sheet(
        code=code,
        mark=Sentence(
            f"Biểu số: {code}/BTP/KSTT\nBan hành theo Thông tư số 09/2026/TT-BTP",
            f"Form {code}/BTP/KSTT\nCircular 09/2026/TT-BTP",
        ),
        title=title,
        period=period_line(period),
        by=by,
        to=to,
        unit=UNIT,
        grids=(Grid(Sentence("Hồ sơ", "Dossiers"), _heads(), _WIDTHS, lines),),
        notes=(NOTE_LIMIT, NOTE_ONLINE),
        signed=True,
    )


def period_line(period: Period) -> Sentence:
    """The period and its days, as forms say them."""
    return Sentence(
        f"Kỳ báo cáo: {period.name.vi}\n({period.days.vi})", f"Period: {period.name.en}\n({period.days.en})"
    )


def _heads() -> tuple[tuple[Head, ...], ...]:
    three = tuple(Head(HEADINGS[number], rows=2) for number in (10, 11, 12))
    two = tuple(Head(HEADINGS[number], rows=2) for number in (14, 15))
    return (
        (
            Head(Sentence("STT", "No."), rows=3),
            Head(Sentence("Lĩnh vực giải quyết", "Field"), rows=3),
            Head(Sentence("Số lượng hồ sơ tiếp nhận", "Received"), columns=6),
            Head(Sentence("Số lượng hồ sơ đã giải quyết", "Solved"), columns=4),
            Head(Sentence("Số lượng hồ sơ đang giải quyết", "In progress"), columns=3),
        ),
        (
            Head(HEADINGS[3], rows=2),
            Head(Sentence("Trong kỳ", "In the period"), columns=4),
            Head(HEADINGS[8], rows=2),
            Head(HEADINGS[9], rows=2),
            *three,
            Head(HEADINGS[13], rows=2),
            *two,
        ),
        tuple(Head(HEADINGS[number]) for number in (4, 5, 6, 7)),
        tuple(Head(_numbered(number)) for number in (1, 2, *COLUMNS)),
    )


def _numbered(number: int) -> Sentence:
    text = _SUMS.get(number, f"({number})")  # type: ignore[call-overload]  # 1 and 2 are not counts
    return Sentence(text, text)


def _lines(counts: FieldCounts) -> Iterable[Line]:
    for order, field in enumerate(in_order(counts), start=1):
        yield _line(str(order), field, counts[field], "row", field)


def _whole(rows: Iterable[DossierCounts]) -> Line:
    return _line("", WHOLE, total(rows), "total")


def _line(order: str, name: Cell, counts: DossierCounts, kind: str, key: str = "") -> Line:
    return Line((order, name, *(counts.column(number) for number in COLUMNS)), kind, key)  # type: ignore[arg-type]
