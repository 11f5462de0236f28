"""The room of deadlines in the window, by keys: the morning, the selection, Form 04 for many, the register."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget, QPushButton, QWidget

from counter.sample.content import MORNING
from counter.sample.deadline_content import fill_deadlines
from counter.sample_office import SampleOffice
from shared.clock import SetClock
from shared.domain import dossier as dossiers
from shared.domain.dossier import MarkResultReady
from shared.domain.text import given_name_key
from tests.counter.conftest import Build, Counter
from tests.documents.reading import text_of

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def office() -> SampleOffice:
    ward = SampleOffice(SetClock(MORNING))
    fill_deadlines(ward.book, ward._ward)
    return ward


@pytest.fixture
def room(build: Build, office: SampleOffice) -> Counter:
    """The whole office's list, after the summary was put away."""
    counter = build(office=office)
    counter.open()
    counter.control(Qt.Key.Key_5)
    counter.key(Qt.Key.Key_E, ALT)
    counter.control(Qt.Key.Key_Return)
    return counter


def codes(counter: Counter) -> list[str]:
    view = counter.find(QListWidget, "deadline_rows")
    return [view.item(at).text().split(" · ")[0] for at in range(view.count())]


def press(counter: Counter, key: Qt.Key) -> None:
    """A key for whatever has the focus in the list."""
    QTest.keyClick(counter.find(QListWidget, "deadline_rows"), key)
    counter.settle()


def test_the_morning_is_told_in_one_line_and_on_the_first_page(build: Build, office: SampleOffice) -> None:
    counter = build(office=office)
    counter.open()
    assert counter.said_words()[-1] == "Hôm nay: 5 quá hạn, 2 đến hạn, 2 cần xin lỗi. Xem: Ctrl+5"
    assert counter.window.presenters.deadlines.urgent == 7
    counter.control(Qt.Key.Key_5)
    assert "thứ Hai, 23/11/2026" in counter.text("summary_title")
    assert counter.find(QPushButton, "figure_apologise").accessibleName() == "Cần xin lỗi: 2 (Alt+2)"
    assert "Kết quả chờ trả: 4" in counter.find(QPushButton, "figure_results_waiting").accessibleName()
    counter.key(Qt.Key.Key_2, ALT)
    assert counter.text("deadline_count") == "2 hồ sơ · Phím cách để chọn"


def test_the_summary_comes_once_a_day_for_each_officer_even_after_a_restart(build: Build, office: SampleOffice) -> None:
    first = build(office=office)
    first.open()
    office.sign_out()
    again = build(office=office)
    again.open()
    assert not any("Hôm nay" in words for words in again.said_words())
    assert again.window.presenters.deadlines.urgent == 7
    again.control(Qt.Key.Key_5)
    assert codes(again)
    again.key(Qt.Key.Key_T, ALT)
    assert again.text("summary_title")


def test_another_day_and_another_officer_are_told_anew(build: Build, office: SampleOffice) -> None:
    office._clock.set(MORNING)  # type: ignore[attr-defined]  # a clock that tests set
    first = build(office=office)
    first.open()
    office._clock.set(MORNING + timedelta(days=2))  # type: ignore[attr-defined]
    first.window.presenters.sign_in.sign_out()
    first.settle()
    first.said.clear()
    first.open()
    assert any(words.startswith("Hôm nay:") for words in first.said_words())
    first.window.presenters.sign_in.sign_out()
    first.settle()
    first.said.clear()
    first.sign_in("mau")
    first.click("counter_2")
    assert any(words.startswith("Hôm nay:") for words in first.said_words())


def test_rows_stand_by_due_time_then_given_name_and_say_what_else_they_want(room: Counter) -> None:
    rows = room.window.presenters.deadlines.state.rows
    limited = [row for row in rows if row.due_at and row.stage != "result_at_counter"]
    running = [(row.due_at, given_name_key(row.applicant_name)) for row in limited]
    assert running == sorted(running)
    assert len({at for at, _ in running}) < len(running), "some are due at the same time"
    view = room.find(QListWidget, "deadline_rows")
    texts = [view.item(at).text() for at in range(view.count())]
    late = next(text for text in texts if "261118-1006" in text)
    assert "quá hạn 3 ngày làm việc" in late
    assert "chưa xin lỗi" in late
    assert any("hết hạn bổ sung 19/11" in text for text in texts)
    assert any("đã hẹn lại" in text for text in texts)
    assert texts[-1].split(" · ")[2].startswith("chờ nhận từ")


def test_rows_are_selected_by_space_and_ctrl_a(room: Counter) -> None:
    presenter = room.window.presenters.deadlines
    room.key(Qt.Key.Key_1, ALT)
    press(room, Qt.Key.Key_Space)
    press(room, Qt.Key.Key_Down)
    press(room, Qt.Key.Key_Space)
    assert [row.code for row in presenter.state.chosen] == codes(room)[:2]
    assert room.text("deadline_count") == "Đã chọn 2 trong 5 hồ sơ"
    assert room.find(QListWidget, "deadline_rows").item(0).text().endswith("đã chọn")
    room.control(Qt.Key.Key_A)
    assert len(presenter.state.chosen) == 5
    room.control(Qt.Key.Key_A)
    assert presenter.state.chosen == ()


def test_enter_opens_the_dossier(room: Counter) -> None:
    wanted: list[str] = []
    room.window.presenters.ways.dossier_wanted.connect(wanted.append)
    press(room, Qt.Key.Key_Down)
    press(room, Qt.Key.Key_Return)
    assert wanted == [room.window.presenters.deadlines.state.rows[1].id]


def test_form_04_goes_out_for_a_whole_selection_and_what_is_refused_says_why(room: Counter) -> None:
    presenter = room.window.presenters.deadlines
    room.key(Qt.Key.Key_2, ALT)
    room.control(Qt.Key.Key_A)
    count = len(presenter.state.chosen)
    room.key(Qt.Key.Key_X, ALT)
    assert presenter.state.apology is not None
    assert presenter.state.apology.new_day is not None
    room.keys("Chờ cơ quan phối hợp")
    room.settle()
    meanwhile = presenter.state.chosen[0]
    book = room.office.book
    book.write(dossiers.decide(book.dossiers[meanwhile.id], MarkResultReady("van-phong", "granted")), "staff-5")
    seen: list[int] = []
    presenter.changed.connect(lambda: seen.append(presenter.state.batch.done if presenter.state.batch else -1))
    room.control(Qt.Key.Key_Return)
    assert [*dict.fromkeys(seen)] == [*range(count + 1)], "each dossier is a step of its own, and is seen"
    assert room.text("batch_words") == f"Đã xin lỗi và hẹn lại {count - 1} hồ sơ. 1 hồ sơ để nguyên:"
    assert meanwhile.code in room.text("batch_refused")
    assert "đã có kết quả" in room.text("batch_refused")
    assert len(room.printer.printed) == count - 1
    assert presenter.state.chosen == ()
    apologised = [each for each in book.dossiers.values() if each.apology is not None]
    assert len(apologised) == count - 1 + 1, "those of the selection and the one of the sample"
    room.control(Qt.Key.Key_P)
    assert len(room.printer.printed) == 2 * (count - 1)
    room.key(Qt.Key.Key_B, ALT)
    assert presenter.state.batch is None


def test_form_04_wants_its_reason_and_a_date(room: Counter) -> None:
    presenter = room.window.presenters.deadlines
    room.key(Qt.Key.Key_1, ALT)
    press(room, Qt.Key.Key_Space)
    room.key(Qt.Key.Key_X, ALT)
    room.control(Qt.Key.Key_Return)
    assert "lý do" in room.said_words()[-1]
    assert presenter.state.apology is not None
    presenter.type_day("31/02/2027")
    room.settle()
    assert presenter.state.apology.new_day is None
    room.key(Qt.Key.Key_B, ALT)
    assert presenter.state.apology is None
    assert room.printer.printed == []


def test_what_was_typed_is_kept_when_no_dossier_could_be_put_off(room: Counter) -> None:
    presenter = room.window.presenters.deadlines
    room.key(Qt.Key.Key_2, ALT)
    press(room, Qt.Key.Key_Space)
    room.key(Qt.Key.Key_X, ALT)
    room.keys("Chờ xác minh")
    room.settle()
    presenter.type_day("28/11/2026")
    room.control(Qt.Key.Key_Return)
    assert "ngày nghỉ" in room.text("batch_refused")
    assert room.text("apology_reason") == "Chờ xác minh"
    presenter.type_day("30/11/2026")
    room.control(Qt.Key.Key_Return)
    assert room.text("batch_words") == "Đã xin lỗi và hẹn lại 1 hồ sơ."


def test_when_the_printer_has_no_paper_the_apologies_stand_and_are_printed_again(room: Counter) -> None:
    room.printer.out_of_paper = True
    room.key(Qt.Key.Key_2, ALT)
    press(room, Qt.Key.Key_Space)
    room.key(Qt.Key.Key_X, ALT)
    room.keys("Chờ xác minh")
    room.settle()
    room.control(Qt.Key.Key_Return)
    assert "hết giấy" in room.said_words()[-1]
    room.printer.out_of_paper = False
    room.control(Qt.Key.Key_P)
    assert len(room.printer.printed) == 1


def test_what_was_not_answered_is_closed_from_the_list_and_the_rest_says_why_not(room: Counter) -> None:
    presenter = room.window.presenters.deadlines
    over = next(row for row in presenter.state.rows if row.may_close)
    other = next(row for row in presenter.state.rows if "answers_soon" in row.groups)
    for row in (over, other):
        presenter.toggle(row.id)
    room.settle()
    room.key(Qt.Key.Key_D, ALT)
    assert room.office.book.dossiers[other.id].stage == "awaiting_supplement"
    assert other.code in room.text("batch_refused")
    assert "chưa được đóng" in room.text("batch_refused")


def test_scopes_are_switched_by_keys(room: Counter) -> None:
    everything = len(codes(room))
    assert room.window.presenters.deadlines.urgent == 7, "the badge counts what the officer sees first"
    room.key(Qt.Key.Key_Q, ALT)
    mine = len(codes(room))
    room.key(Qt.Key.Key_W, ALT)
    held = room.window.presenters.deadlines.state
    assert mine < everything
    assert {row.holder_name for row in held.rows} == {"Bộ phận Một cửa"}


def test_a_department_sees_what_it_holds_and_closes_nothing(build: Build, office: SampleOffice) -> None:
    counter = build(office=office)
    counter.sign_in("tuphap")
    counter.window.show_room("deadlines")
    counter.settle()
    counter.control(Qt.Key.Key_Return)
    presenter = counter.window.presenters.deadlines
    assert presenter.scopes == ("unit",)
    assert {row.holder_name for row in presenter.state.rows} == {"Văn phòng HĐND và UBND phường"}
    assert not any(each.isVisible() for each in counter.window.findChildren(QWidget, "close_unanswered"))


def test_nothing_due_is_said_kindly(build: Build, office: SampleOffice) -> None:
    office.book.dossiers.clear()
    counter = build(office=office)
    counter.open()
    assert counter.said_words()[-1] == "Hôm nay: không có hồ sơ nào đến hạn. Chúc một ngày thuận lợi."
    counter.control(Qt.Key.Key_5)
    counter.control(Qt.Key.Key_Return)
    assert counter.text("deadlines_empty") == "Không có hồ sơ nào đến hạn. Chúc một ngày thuận lợi."
    assert counter.window.presenters.deadlines.urgent == 0


def test_the_list_of_the_morning_is_printed_without_numbers_of_persons(room: Counter) -> None:
    room.control(Qt.Key.Key_P)
    ((name, pdf),) = room.printer.printed
    text = text_of(pdf)
    assert "2026-11-23" in name
    assert "LƯU HÀNH NỘI BỘ" in text
    assert "Phan Thị Thử Tuyết" in text
    numbers = {str(person.get("identity_number")) for person in room.office.book.people.values()} - {"None"}
    assert numbers
    assert not any(number in text for number in numbers)


def test_the_register_is_chosen_and_printed_by_keys(room: Counter) -> None:
    room.key(Qt.Key.Key_S, ALT)
    assert room.text("register_first") == "01/11/2026"
    assert "hồ sơ trong thời gian này" in room.text("register_size")
    presenter = room.window.presenters.deadlines.register
    presenter.choose("field:Hộ tịch")
    presenter.type_first("23/11/2026")
    room.settle()
    assert presenter.state.first == date(2026, 11, 23)
    room.control(Qt.Key.Key_Return)
    ((_, pdf),) = room.printer.printed
    assert "Lĩnh vực Hộ tịch, từ ngày 23/11/2026 đến ngày 23/11/2026" in text_of(pdf)
    room.key(Qt.Key.Key_B, ALT)
    assert codes(room)


def test_a_register_of_too_many_days_or_none_says_so(room: Counter) -> None:
    room.key(Qt.Key.Key_S, ALT)
    presenter = room.window.presenters.deadlines.register
    presenter.type_first("01/10/2026")
    room.settle()
    assert "tối đa 31 ngày" in room.text("register_size")
    assert not room.find(QPushButton, "print_register").isEnabled()
    presenter.type_first("tháng trước")
    room.settle()
    assert "ví dụ" in room.text("register_size")
