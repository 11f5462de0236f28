"""Reading about procedures, driven on the real window."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.journeys.procedures.view_model import ProceduresViewModel
from tests.kiosk.citizen import Citizen, before_the_glass

BIRTH = "hit_1.001193"


def journey(citizen: Citizen) -> ProceduresViewModel:
    return citizen.window.journeys.procedures


def type_on_the_glass(citizen: Citizen, text: str) -> None:
    for letter in text:
        citizen.touch("key_space" if letter == " " else f"key_{letter}")


@pytest.fixture
def reader(citizen: Citizen) -> Citizen:
    """A citizen who has touched "Thủ tục", in each language."""
    citizen.touch("procedures")
    return citizen


@pytest.fixture
def typist(vietnamese: Citizen) -> Citizen:
    """A citizen before the open keyboard."""
    vietnamese.touch("procedures")
    vietnamese.touch("open_keyboard")
    return vietnamese


def test_the_fields_of_the_office_are_offered_page_by_page(reader: Citizen) -> None:
    assert reader.sees("field_Hộ tịch")
    assert reader.reads("24 thủ tục") or reader.reads("24 procedures")
    assert not reader.sees("field_Thể dục thể thao")
    reader.touch("page_after")
    assert reader.sees("field_Thể dục thể thao")


def test_a_field_shows_its_procedures_and_one_of_them_its_page(reader: Citizen) -> None:
    reader.touch("field_Hộ tịch")
    assert not reader.sees("key_a")
    reader.touch(BIRTH)
    assert reader.reads("Giấy chứng sinh")
    assert reader.reads("1 bản chính") or reader.reads("1 original")


def test_a_few_letters_without_diacritics_find_a_procedure(typist: Citizen) -> None:
    type_on_the_glass(typist, "kha si")
    assert typist.reads("Tìm thấy 6 thủ tục")
    typist.touch(BIRTH)
    assert typist.reads("Thủ tục đăng ký khai sinh")


def test_a_touched_letter_is_shown_before_the_office_has_answered(typist: Citizen) -> None:
    typist.tap("key_k")
    assert typist.thing("search_text").property("text") == "k"
    assert not typist.reads("Tìm thấy")
    typist.look()
    assert typist.reads("Tìm thấy")


def test_answers_to_earlier_keystrokes_are_dropped(typist: Citizen) -> None:
    typist.tap("key_k")
    typist.tap("key_h")
    earlier, later = typist.database.waiting.popleft(), typist.database.waiting.popleft()
    later()
    typist.look()
    found = journey(typist).state.hits
    earlier()
    typist.look()
    assert journey(typist).state.hits == found
    assert typist.thing("search_text").property("text") == "kh"


def test_an_answer_after_going_home_shows_nothing(typist: Citizen) -> None:
    typist.tap("key_k")
    typist.tap("go_home")
    typist.look()
    assert typist.sees("line_A")
    assert journey(typist).state.hits.hits == ()


def test_letters_are_erased_one_by_one_or_all(typist: Citizen) -> None:
    type_on_the_glass(typist, "khai")
    typist.touch("key_erase")
    assert typist.thing("search_text").property("text") == "kha"
    typist.touch("key_clear")
    assert typist.thing("search_text").property("text") == ""
    assert not typist.sees(BIRTH)


def test_digits_of_a_code_find_it(typist: Citizen) -> None:
    type_on_the_glass(typist, "1 001193")
    assert typist.sees(BIRTH)


def test_a_real_keyboard_types_too(typist: Citizen, qtbot: QtBot) -> None:
    for typed in ("k", "kh"):
        QTest.keyClick(typist.window.view, typed[-1])
        qtbot.waitUntil(lambda typed=typed: journey(typist).state.typed == typed)
    QTest.keyClick(typist.window.view, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: journey(typist).state.typed == "k")
    typist.look()
    assert typist.reads("Tìm thấy")


def test_a_key_of_a_real_keyboard_begins_the_search_from_the_fields(vietnamese: Citizen, qtbot: QtBot) -> None:
    vietnamese.touch("procedures")
    QTest.keyClick(vietnamese.window.view, "k")
    qtbot.waitUntil(lambda: journey(vietnamese).state.typed == "k")
    vietnamese.look()
    assert vietnamese.sees("key_a")
    QTest.keyClick(vietnamese.window.view, "h")
    qtbot.waitUntil(lambda: journey(vietnamese).state.typed == "kh")


def test_what_is_not_found_is_said_with_what_to_do(typist: Citizen) -> None:
    type_on_the_glass(typist, "xyzzy")
    assert typist.reads("Không tìm thấy thủ tục nào")


def test_a_slip_of_the_finger_finds_what_is_similar_and_says_so(typist: Citizen) -> None:
    type_on_the_glass(typist, "khia sinh")
    assert typist.reads("Gần giống")
    assert typist.sees(BIRTH)


def test_a_search_within_a_field_stays_in_it(vietnamese: Citizen) -> None:
    vietnamese.touch("procedures")
    vietnamese.touch("field_Chứng thực")
    vietnamese.touch("open_keyboard")
    type_on_the_glass(vietnamese, "khai")
    assert not vietnamese.sees(BIRTH)


def test_back_finds_the_list_as_it_was(vietnamese: Citizen) -> None:
    vietnamese.touch("procedures")
    vietnamese.touch("field_Hộ tịch")
    vietnamese.touch("page_after")
    vietnamese.touch("hit_1.000656")
    vietnamese.touch("go_back")
    assert vietnamese.sees("hit_1.000656")
    vietnamese.touch("go_back")
    assert vietnamese.sees("field_Hộ tịch")
    vietnamese.touch("go_back")
    assert vietnamese.sees("line_A")


def open_birth(citizen: Citizen) -> None:
    citizen.touch("procedures")
    citizen.touch("field_Hộ tịch")
    citizen.touch(BIRTH)


def texts_on_all_pages(citizen: Citizen, seen: Callable[[], None]) -> int:
    """Turns the pages of a procedure to the last one; answers how many there are."""
    pages = 1
    seen()
    while citizen.can_touch("page_after"):
        citizen.touch("page_after")
        pages += 1
        seen()
    return pages


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)], ids=["portrait", "landscape"])
def test_every_row_of_a_page_is_wholly_on_one_of_its_pages(qapp: object, size: tuple[int, int]) -> None:
    with before_the_glass("vi", size) as citizen:
        open_birth(citizen)
        shown: list[tuple[float, float]] = []

        def remember() -> None:
            strip = citizen.thing("strip")
            top = strip.property("contentY")
            shown.append((top, top + strip.height()))

        assert texts_on_all_pages(citizen, remember) >= 2
        column = citizen.thing("strip").property("contentItem").childItems()[0]
        rows = [(row.y(), row.y() + row.height()) for row in column.childItems() if row.height() > 0]
        assert len(rows) > 8
        assert all(any(top <= first and last <= bottom + 1 for top, bottom in shown) for first, last in rows)


def test_the_number_for_a_procedure_is_taken_from_its_page(vietnamese: Citizen) -> None:
    open_birth(vietnamese)
    wanted: list[tuple[str, str]] = []
    journey(vietnamese).queue_wanted.connect(lambda letter, code: wanted.append((letter, code)))
    vietnamese.touch("take_number")
    assert wanted == [("A", "1.001193")]


def test_the_guide_is_printed_once_however_often_it_is_touched(vietnamese: Citizen) -> None:
    open_birth(vietnamese)
    vietnamese.tap("print_sheet")
    vietnamese.tap("print_sheet")
    vietnamese.look()
    vietnamese.tap("print_sheet")
    vietnamese.look()
    assert vietnamese.printer.printed == ["1.001193"]
    assert vietnamese.reads("Mời Ông/Bà nhận tờ hướng dẫn")


def test_without_paper_people_photograph_the_code_or_print_again(vietnamese: Citizen) -> None:
    vietnamese.printer.out_of_paper = True
    open_birth(vietnamese)
    vietnamese.touch("print_sheet")
    assert vietnamese.reads("chụp mã QR")
    vietnamese.printer.out_of_paper = False
    vietnamese.touch("print_sheet")
    assert vietnamese.printer.printed == ["1.001193"]


def test_a_procedure_of_another_office_says_whom_to_ask_and_prints_nothing(typist: Citizen) -> None:
    type_on_the_glass(typist, "bien gioi")
    assert typist.reads("Không tiếp nhận tại đây")
    typist.touch("hit_1.000110")
    assert typist.reads("quầy hướng dẫn")
    assert not typist.sees("print_sheet")
    assert not typist.sees("take_number")


def test_an_unknown_code_is_said_in_a_sentence(vietnamese: Citizen) -> None:
    vietnamese.touch("procedures")
    journey(vietnamese).read("9.999999")
    vietnamese.look()
    assert vietnamese.reads("Không tìm thấy thủ tục này")


def test_nothing_typed_is_left_for_the_next_citizen(typist: Citizen) -> None:
    type_on_the_glass(typist, "khai")
    typist.window.shell.start_over()
    typist.look()
    typist.touch("procedures")
    typist.touch("open_keyboard")
    assert typist.thing("search_text").property("text") == ""
