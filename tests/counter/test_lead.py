"""The team leader's view: its figures from a real journal, its pages by keys, its plots as they are painted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from counter.lead.derive import derive_freshness, derive_now, staffing_rows, staffing_words
from counter.lead.derive_day import derive_day, derive_waits
from counter.look import Look
from counter.parts.plot_bars import Bar, BarsPlot
from counter.parts.plot_scale import marks, round_top
from counter.parts.plot_steps import Step, StepsPlot
from counter.parts.rows import RowList
from counter.ports.lead import Satisfaction
from counter.sample.conflicts import crossed_calls
from counter.sample.content import MORNING
from counter.sample.lead import busy_morning, empty_day, quiet_morning
from counter.wiring.work import officer_of
from shared.actions.rate import rate
from shared.domain.rating import Rate
from shared.domain.staffing import LineRate, people_needed
from shared.failures import Refusal
from shared.qt.theme import HIGH_CONTRAST, NORMAL
from tests.counter.conftest import Counter
from tests.counter.test_queue_room import OfficeHall
from tests.staffed import staffed_ward

WARD = staffed_ward()
LEADER = next(officer_of(WARD, each) for each in WARD.staff if each.role == "team_leader")


@pytest.fixture
def hall(qtbot: QtBot, tmp_path: Path) -> Iterator[OfficeHall]:
    hall = OfficeHall(tmp_path / "counter")
    yield hall
    hall.program.close()


@pytest.fixture
def leading(counter: Counter) -> Counter:
    counter.sign_in("phutrach")
    counter.click("counter_2")
    counter.control(Qt.Key.Key_8)
    return counter


def alt(counter: Counter, key: Qt.Key) -> None:
    counter.key(key, Qt.KeyboardModifier.AltModifier)


def test_the_leader_sees_counters_lines_and_waits_as_they_are(hall: OfficeHall) -> None:
    hall.take("one", "A")
    hall.take("two", "A")
    hall.take("three", "B")
    hall.call("k1")
    hall.clock.advance(timedelta(minutes=9))
    hall.counter.officer = LEADER
    figures = hall.counter.lead_figures()
    first = figures.counters[0]
    assert (first.number, first.state, first.officer, first.serving) == ("1", "open", "Nguyễn Thị Thử", "A001")
    assert [each.state for each in figures.counters[1:]] == ["closed", "closed", "closed"]
    lines = {line.letter: (line.waiting, line.served_by) for line in figures.lines}
    assert (lines["A"], lines["B"], lines["C"]) == ((1, ("1",)), (1, ()), (0, ("1",)))
    assert [line.oldest for line in figures.lines if line.letter == "A"] == [MORNING + timedelta(minutes=2)]
    assert (figures.called, figures.mean_wait) == (1, 2)
    assert [(each.arrived, each.called) for each in figures.half_hours] == [(3, 1)]


def test_the_people_needed_are_those_who_came_times_their_minutes(hall: OfficeHall) -> None:
    for number in range(20):
        hall.take(f"j{number}", "A")
    hall.counter.officer = LEADER
    staffing = hall.counter.lead_figures().staffing
    assert [(each.line, each.arrived) for each in staffing.lines] == [("A", 20)]
    minutes = next(line.prior_minutes for line in hall.office.lines if line.letter == "A")
    assert staffing.work_minutes == pytest.approx(60 / 19 * 20 * minutes)
    assert (staffing.needed, staffing.open_counters) == (10, 1)


def test_ratings_dossiers_and_machines_of_today_are_counted(hall: OfficeHall) -> None:
    for number, score in enumerate((3, 3, 2, 1, 3)):
        hall.take(f"j{number}", "A")
        hall.call(f"k{number}")
        hall.counter.finish()
        rate(hall.kiosk, Rate("ticket", f"j{number}", score, (), "kiosk"))
    hall.counter.officer = LEADER
    figures = hall.counter.lead_figures()
    assert figures.satisfaction == Satisfaction(3, 1, 1)
    assert (figures.received, figures.returned, figures.overdue) == ((), 0, 0)


def test_only_the_leader_may_look_and_only_who_settles_conflicts_may_settle(hall: OfficeHall) -> None:
    with pytest.raises(Refusal) as refused:
        hall.counter.lead_figures()
    assert refused.value.code == "not_allowed"
    hall.counter.officer = next(officer_of(WARD, each) for each in WARD.staff if each.role == "postal")
    with pytest.raises(Refusal) as refused:
        hall.counter.settle_conflict("ticket", "one", "called_twice", "accepted")
    assert refused.value.code == "not_allowed"


def test_every_page_is_reached_by_its_key(leading: Counter) -> None:
    assert leading.text("tile_waiting") == "13"
    assert leading.text("staffing_sum").startswith("Mỗi giờ có khoảng 364 phút việc, cần 7 người.")
    alt(leading, Qt.Key.Key_C)
    assert leading.find(QWidget, "staffing_work").isVisible()
    alt(leading, Qt.Key.Key_C)
    alt(leading, Qt.Key.Key_2)
    assert leading.text("waits_said").startswith("Đã gọi 20 người: chờ trung bình 15 phút")
    alt(leading, Qt.Key.Key_3)
    assert leading.text("ratings_said") == "93 % hài lòng hoặc rất hài lòng, trong 14 lượt đánh giá."
    assert leading.text("overdue_said") == "2"
    alt(leading, Qt.Key.Key_4)
    assert leading.text("lead_conflict_none") == "Không có mâu thuẫn nào cần xem."
    alt(leading, Qt.Key.Key_1)
    assert leading.text("tile_counters") == "2 / 4"


def test_a_table_stands_for_the_plots_by_key_and_is_read_with_the_arrows(leading: Counter) -> None:
    assert (
        leading.find(QWidget, "lines_plot").accessibleDescription().startswith("A · Hộ tịch – Chứng thực: 6 · 58 phút")
    )
    alt(leading, Qt.Key.Key_B)
    table = leading.find(RowList, "lines_table")
    assert table.item(1).text() == "B · Đất đai – Xây dựng – Môi trường · chưa có quầy · lâu nhất 31 phút"
    alt(leading, Qt.Key.Key_2)
    rows = leading.find(RowList, "waits_table")
    rows.setFocus()
    leading.key(Qt.Key.Key_Down)
    assert rows.currentItem().text() == "08:00 · đến: 11 · gọi: 8 · trung bình 12 phút, 90 %: 19 phút"


def test_a_conflict_is_settled_by_key_and_the_next_one_has_the_keys(leading: Counter) -> None:
    leading.office.book.write(crossed_calls(), "staff-2", MORNING)
    leading.window.presenters.lead.refresh()
    leading.settle()
    assert leading.text("lead_conflicts") == "Mâu thuẫn: 2"
    alt(leading, Qt.Key.Key_4)
    assert leading.text("lead_conflict_what_1") == "Số A001 được hai quầy gọi khi mất kết nối; một quầy phục vụ."
    alt(leading, Qt.Key.Key_U)
    assert leading.office.book.tickets["ticket-0"].counter == "quay-3"
    assert leading.said_words()[-1] == "Đã ghi nhận cách giải quyết."
    assert leading.text("lead_conflict_keep_1") == "Đã xem xét"
    alt(leading, Qt.Key.Key_Y)
    assert leading.text("lead_conflict_none") == "Không có mâu thuẫn nào cần xem."


def test_few_ratings_allow_no_conclusion_and_show_no_share(leading: Counter) -> None:
    props = derive_day(quiet_morning(WARD, MORNING), "vi")
    assert (props.ratings, props.faces) == ("Mới có 3 lượt đánh giá: chưa đủ để kết luận.", ())
    assert derive_day(empty_day(WARD, MORNING), "vi").ratings == "Hôm nay chưa có lượt đánh giá nào."


def test_old_figures_say_since_when_they_are_old(leading: Counter) -> None:
    said, beware = derive_freshness(empty_day(WARD, MORNING))
    assert said == "Mất kết nối từ 08:12: số liệu của quầy khác dừng ở lúc đó"
    assert beware
    assert derive_freshness(busy_morning(WARD, MORNING)) == ("Số liệu lúc 08:40", False)


def test_the_sum_behind_the_people_needed_can_be_checked_by_anybody(leading: Counter) -> None:
    rates = (LineRate("A", 12, 60, 7.25, 9), LineRate("C", 5, 60, 9))
    staffing = people_needed(rates, 2)
    assert staffing_words(staffing) == (
        "Mỗi giờ có khoảng 132 phút việc, cần 3 người. Muốn hết người đang chờ trong một giờ: thêm 2 người."
    )
    assert staffing_rows(replace(busy_morning(WARD, MORNING), staffing=staffing), "vi") == (
        ("A · Hộ tịch – Chứng thực", "12", "7,2", "87"),
        ("C · Cư trú – Căn cước", "5", "9", "45"),
        ("Cộng, chia 60 phút: 3 người", "", "", "132"),
    )
    assert derive_now(busy_morning(WARD, MORNING), "vi").people.urgent
    assert derive_waits(empty_day(WARD, MORNING)).said == "Hôm nay chưa gọi số nào."


def painted(widget: QWidget, width: int, height: int) -> QImage:
    widget.resize(width, height)
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(QColor("#FFFFFF"))
    widget.render(picture)
    return picture


def count(picture: QImage, colour: str, within: QRect) -> int:
    wanted = QColor(colour).rgb()
    columns, rows = range(within.left(), within.right() + 1), range(within.top(), within.bottom() + 1)
    return sum(picture.pixel(x, y) == wanted for x in columns for y in rows)


@pytest.mark.parametrize("palette", [NORMAL, HIGH_CONTRAST])
def test_a_bar_of_twice_the_value_is_twice_as_long(qtbot: QtBot, palette: object) -> None:
    look = Look(HIGH_CONTRAST if palette is HIGH_CONTRAST else NORMAL)
    plot = BarsPlot("plot", look)
    qtbot.addWidget(plot)
    plot.show_bars((Bar("A", 8, "8"), Bar("B", 4, "4"), Bar("C", 0, "0")), "Chờ", "A: 8; B: 4")
    height = plot.sizeHint().height()
    picture, row = painted(plot, 400, height), height // 3
    long, short, none = (count(picture, look.palette.action, QRect(0, at * row, 400, row)) for at in range(3))
    assert long > 400 * 8
    assert long / 2 == pytest.approx(short, rel=0.05)
    assert none == 0
    assert plot.accessibleDescription() == "A: 8; B: 4"


def test_columns_and_lines_stand_as_high_as_their_values(qtbot: QtBot) -> None:
    columns, line = StepsPlot("c", "columns", Look(), 160), StepsPlot("l", "line", Look(), 160)
    for plot in (columns, line):
        qtbot.addWidget(plot)
        plot.show_steps((Step("08:00", 10), Step("08:30", 5), Step("09:00", None)), "Đến", "08:00: 10")
    picture, wide = painted(columns, 484, 160), (484 - 44 - 8) // 8
    high, low, none = (count(picture, NORMAL.action, QRect(44 + at * wide, 0, wide, 160)) for at in range(3))
    assert high / 2 == pytest.approx(low, rel=0.05)
    assert none == 0
    drawn = painted(line, 484, 160)
    tops = [
        min(y for y in range(160) if count(drawn, NORMAL.action, QRect(44 + at * wide + 20, y, 10, 1))) for at in (0, 1)
    ]
    assert tops[0] < tops[1]


def test_the_scale_ends_on_a_round_number_above_the_largest_value() -> None:
    assert [round_top(largest) for largest in (0, 1, 4, 34, 58, 61)] == [1, 1, 4, 40, 60, 80]
    assert marks(34) == (0, 10, 20, 30, 40)


def test_nobody_is_named_beside_satisfaction(leading: Counter) -> None:
    alt(leading, Qt.Key.Key_3)
    shown = [label.text() for label in leading.window.findChildren(QLabel) if label.isVisible()]
    assert [text for text in shown if "Nguyễn Thị Thử" in text] == []
    assert any("không ai biết người nào" in text for text in shown)
