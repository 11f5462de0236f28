"""The room of the calendar: by keys in a window, its pure parts, and over a real journal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from counter.calendar.state import other_month, read_sessions, sessions_text
from counter.ports.calendar import CalendarEntry, DayShown
from counter.sample.content import MORNING
from counter.wiring.office import JournalCounterOffice
from shared.clock import SetClock
from shared.domain.working_calendar import Session
from shared.failures import Refusal
from tests.counter.conftest import Build, Counter
from tests.counter.counters import CERTIFIED_COPY as FORM
from tests.counter.counters import STAFF, counter_at
from tests.documents.reading import text_of

HOLIDAY, THURSDAY = date(2026, 11, 24), date(2026, 11, 26)
SESSION = Session(time(7, 30), time(11, 30))


@pytest.fixture
def room(counter: Counter) -> Counter:
    counter.sign_in("phutrach")
    counter.click("counter_2")
    counter.control(Qt.Key.Key_9)
    return counter


def chosen(room: Counter) -> date | None:
    return room.window.presenters.calendar.state.chosen


def day(room: Counter, wanted: date) -> DayShown:
    return next(each for each in room.office.calendar_month(wanted).days if each.date == wanted)


def press(room: Counter, *keys: Qt.Key) -> None:
    for key in keys:
        room.key(key)


def test_a_day_is_closed_by_keys_alone_and_the_deed_is_taken_back(room: Counter) -> None:
    press(room, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert chosen(room) == THURSDAY
    assert room.text("day_title") == "Thứ Năm, 26/11/2026"
    press(room, Qt.Key.Key_Return)
    assert isinstance(QApplication.focusWidget(), QComboBox)
    press(room, Qt.Key.Key_Tab)
    room.keys("Mất điện toàn phường")
    press(room, Qt.Key.Key_Tab)
    room.keys("15/TB-UBND")
    room.settle()
    assert room.text("day_warning").startswith("2 hồ sơ có ngày hẹn rơi vào ngày này. Ngày đã hẹn không đổi")
    room.control(Qt.Key.Key_Return)
    entry = day(room, THURSDAY).entry
    assert entry == CalendarEntry("closed", (), "Mất điện toàn phường", "15/TB-UBND")
    assert room.said_words()[-1] == "Đã lưu lịch ngày 26/11/2026. Các ngày đã hẹn không đổi."
    assert room.text("day_kind_now") == "Nghỉ: Mất điện toàn phường"
    press(room, Qt.Key.Key_F9)
    assert day(room, THURSDAY).entry is None
    assert room.text("day_kind_now") == "Làm việc"
    assert room.text("day_reason") == "Mất điện toàn phường", "what was typed is given back to be put right"


def test_undoing_a_second_entry_brings_the_first_one_back(room: Counter) -> None:
    first = CalendarEntry("closed", (), "Mất điện", "")
    room.office.set_calendar_day(THURSDAY, first)
    room.window.presenters.calendar.choose(THURSDAY)
    room.window.presenters.calendar.refresh()
    room.settle()
    press(room, Qt.Key.Key_Delete)
    assert day(room, THURSDAY).entry is None
    press(room, Qt.Key.Key_F9)
    assert day(room, THURSDAY).entry == first


def test_arrows_go_over_the_end_of_the_month_and_pages_turn_it(room: Counter) -> None:
    press(room, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert (chosen(room), room.text("month_title")) == (date(2026, 12, 7), "Tháng 12/2026")
    press(room, Qt.Key.Key_PageDown)
    assert (chosen(room), room.text("month_title")) == (date(2027, 1, 7), "Tháng 1/2027")
    press(room, Qt.Key.Key_PageUp, Qt.Key.Key_PageUp, Qt.Key.Key_Up, Qt.Key.Key_Left)
    assert chosen(room) == date(2026, 10, 30)
    room.key(Qt.Key.Key_H, Qt.KeyboardModifier.AltModifier)
    assert chosen(room) == MORNING.date()
    grid = room.find(QTableWidget, "month_grid")
    assert grid.currentItem().text().startswith("thứ Hai 23/11/2026")


def test_what_was_typed_for_a_day_is_there_when_one_comes_back(room: Counter) -> None:
    press(room, Qt.Key.Key_Right, Qt.Key.Key_Right)
    room.type("Mất nước", "day_reason")
    room.find(QTableWidget, "month_grid").setFocus()
    press(room, Qt.Key.Key_Right)
    assert room.text("day_reason") == ""
    press(room, Qt.Key.Key_Left)
    assert room.text("day_reason") == "Mất nước"


def test_a_rule_of_the_calendar_is_told_and_nothing_typed_is_lost(room: Counter) -> None:
    press(room, Qt.Key.Key_Right)
    kind = room.find(QComboBox, "day_kind")
    kind.setCurrentIndex(kind.findData("make_up"))
    room.type("Làm bù", "day_reason")
    room.type("1/TB", "day_basis")
    room.control(Qt.Key.Key_Return)
    assert "không thể đồng thời là ngày làm bù" in room.said_words()[-1]
    assert room.text("day_reason") == "Làm bù"
    room.find(QLineEdit, "day_sessions").selectAll()
    room.type("sáng", "day_sessions")
    room.control(Qt.Key.Key_Return)
    assert room.said_words()[-1].startswith("Không đọc được giờ làm việc.")
    assert day(room, HOLIDAY).entry is None


def test_a_past_day_and_a_day_beyond_the_calendar_are_only_looked_at(room: Counter) -> None:
    press(room, Qt.Key.Key_Left)
    assert room.text("day_locked") == "Ngày đã qua: chỉ xem, không sửa được."
    room.window.presenters.calendar.choose(date(2028, 1, 3))
    room.settle()
    assert room.text("day_locked").startswith("Chưa có lịch cho ngày này.")
    hidden = [each for each in room.window.findChildren(QWidget) if each.objectName() in ("save_day", "day_kind")]
    assert [each.isVisible() for each in hidden] == [False, False]
    room.control(Qt.Key.Key_Return)
    assert day(room, date(2028, 1, 3)).entry is None


def test_whoever_may_not_edit_the_calendar_is_not_offered_the_room(counter: Counter) -> None:
    counter.open()
    counter.control(Qt.Key.Key_9)
    seen = [
        each for each in counter.window.findChildren(QWidget) if each.objectName() in ("month_grid", "room_calendar")
    ]
    assert not any(each.isVisible() for each in seen)


def test_the_room_speaks_english_too(build: Build) -> None:
    room = build("en")
    room.sign_in("phutrach")
    room.click("counter_2")
    room.control(Qt.Key.Key_9)
    press(room, Qt.Key.Key_Right)
    assert room.text("month_title") == "November 2026"
    assert room.text("day_kind_now").startswith("Closed: ")


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("", ()),
        ("7:30-11:30", (SESSION,)),
        ("7h30 – 11h30", (SESSION,)),
        ("07:30–11:30; 13h-17h", (SESSION, Session(time(13), time(17)))),
    ],
)
def test_sessions_are_read_as_people_type_them(typed: str, read: tuple[Session, ...]) -> None:
    assert read_sessions(typed) == read
    assert read_sessions(sessions_text(read)) == read


@pytest.mark.parametrize("typed", ["sáng", "7:30", "7:30-25:00", "7:61-8:00", "7:30-11:30-12:00"])
def test_what_is_no_session_is_not_guessed(typed: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read_sessions(typed)


def test_a_month_later_is_the_same_day_or_the_last_one() -> None:
    assert other_month(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert other_month(date(2026, 11, 23), -11) == date(2025, 12, 23)
    assert other_month(date(2026, 12, 5), 1) == date(2027, 1, 5)


@pytest.fixture
def journal_office(qtbot: QtBot, tmp_path: Path, clock: SetClock) -> Iterator[JournalCounterOffice]:
    with counter_at(tmp_path, clock=clock) as office:
        yield office


def test_on_the_journal_only_the_team_leader_and_the_administrator_edit(journal_office: JournalCounterOffice) -> None:
    entry = CalendarEntry("hours", (SESSION,), "Họp", "16/TB-UBND")
    for sign_in in ("thu", "buuchinh", "tuphap"):
        journal_office.officer = STAFF[sign_in]
        with pytest.raises(Refusal) as refused:
            journal_office.set_calendar_day(THURSDAY, entry)
        assert refused.value.code == "not_allowed"
    for sign_in in ("phutrach", "quantri"):
        journal_office.officer = STAFF[sign_in]
        journal_office.set_calendar_day(THURSDAY, entry)
        journal_office.withdraw_calendar_day(THURSDAY)


def test_on_the_journal_the_month_says_who_set_a_day_and_what_was_promised_for_it(
    journal_office: JournalCounterOffice,
) -> None:
    journal_office.officer = STAFF["thu"]
    due_at = journal_office.receive(FORM).due_at
    assert due_at is not None
    journal_office.officer = STAFF["phutrach"]
    journal_office.set_calendar_day(due_at.date(), CalendarEntry("hours", (SESSION,), "Họp", ""))
    month = journal_office.calendar_month(None)
    (shown,) = [each for each in month.days if each.date == due_at.date()]
    assert (shown.kind, shown.sessions, shown.name, shown.promised) == ("hours", (SESSION,), "Họp", 1)
    assert (shown.set_by, shown.usual, len(shown.usual_sessions)) == (STAFF["phutrach"].name, "work", 2)
    assert month.today == MORNING.date()
    (holiday,) = [each for each in month.days if each.date == HOLIDAY]
    assert (holiday.kind, holiday.entry, holiday.set_at) == ("closed", None, None)


def test_form_01_of_a_land_dossier_says_both_planned_appointments(journal_office: JournalCounterOffice) -> None:
    journal_office.officer = STAFF["thu"]
    received = journal_office.receive(replace(FORM, procedure="1.013831"))
    paper = text_of(journal_office.form_01(received.id).pdf)
    assert "Hẹn lần 1 (thông báo nghĩa vụ tài chính): 05 ngày làm việc" in paper
    assert "Hẹn lần 2 (trả kết quả): 03 ngày làm việc kể từ khi hoàn thành nghĩa vụ tài chính" in paper
    assert "ngày 01 tháng 12 năm 2026" in paper
