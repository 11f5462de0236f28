"""Choices found by typing and buttons pressed by Enter, in the rooms where officers use them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from counter.parts.key_button import KeyButton
from counter.parts.steady import ChoiceBox
from tests.counter.conftest import Counter

ALT = Qt.KeyboardModifier.AltModifier
OFFICE = "Văn phòng HĐND và UBND phường"
ECONOMY = "Phòng Kinh tế, Hạ tầng và Đô thị"
CULTURE = "Phòng Văn hóa – Xã hội"


@pytest.fixture
def giving(counter: Counter) -> tuple[Counter, ChoiceBox]:
    """The handover room with the cursor in the choice of who receives."""
    counter.open()
    counter.control(Qt.Key.Key_2)
    box = counter.find(ChoiceBox, "receiver")
    box.setFocus()
    return counter, box


def typed(giving: tuple[Counter, ChoiceBox], text: str) -> str:
    """What is chosen after `text` was typed without a pause."""
    room, box = giving
    room.keys(text)
    room.settle()
    return box.currentText()


def test_a_unit_is_found_by_its_words_without_diacritics(giving: tuple[Counter, ChoiceBox]) -> None:
    assert typed(giving, "van phong") == OFFICE
    assert giving[0].window.presenters.handover.state.receiver == "van-phong"


def test_a_word_in_the_middle_of_a_name_finds_it_too_and_diacritics_do_no_harm(
    giving: tuple[Counter, ChoiceBox],
) -> None:
    assert typed(giving, "kinh") == ECONOMY
    giving[1].pause.timeout.emit()
    assert typed(giving, "Văn hóa") == CULTURE


def test_after_a_pause_typing_begins_anew(giving: tuple[Counter, ChoiceBox]) -> None:
    assert typed(giving, "van h") == CULTURE
    assert giving[1].pause.isActive()
    giving[1].pause.timeout.emit()
    assert typed(giving, "k") == ECONOMY


def test_leaving_the_choice_begins_anew_as_well(giving: tuple[Counter, ChoiceBox]) -> None:
    room, box = giving
    typed(giving, "van h")
    room.find(QWidget, "handover_scan").setFocus()
    box.setFocus()
    assert typed(giving, "k") == ECONOMY


def test_letters_that_fit_nothing_leave_the_choice_alone(giving: tuple[Counter, ChoiceBox]) -> None:
    before = giving[1].currentText()
    assert typed(giving, "qq") == before


def test_keys_with_ctrl_or_alt_pass_through_a_choice(giving: tuple[Counter, ChoiceBox]) -> None:
    room, box = giving
    before = box.currentText()
    room.key(Qt.Key.Key_2, ALT)
    assert room.find(QWidget, "handover_records").property("checked")
    room.key(Qt.Key.Key_1, ALT)
    box.setFocus()
    room.control(Qt.Key.Key_1)
    assert room.find(QWidget, "procedure_search").isVisible()
    assert (box.currentText(), box.pause.isActive()) == (before, False)


def test_arrows_choose_as_in_every_choice(giving: tuple[Counter, ChoiceBox]) -> None:
    room, box = giving
    box.setCurrentIndex(0)
    room.key(Qt.Key.Key_Down)
    assert box.currentIndex() == 1


def test_enter_presses_the_button_that_has_the_focus_in_the_room_of_a_department(counter: Counter) -> None:
    counter.sign_in("tuphap")
    counter.click("room_deciding")
    presenter = counter.window.presenters.deciding
    row = next(each for each in presenter.state.held if each.stage == "processing")
    presenter.choose(row.id)
    counter.settle()
    counter.find(KeyButton, "mark_refused").setFocus()
    counter.key(Qt.Key.Key_Return)
    assert counter.office.book.dossiers[row.id].outcome == "refused"


@pytest.mark.parametrize(
    ("key", "modifiers", "presses"),
    [
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, 1),
        (Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier, 1),
        (Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, 1),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier, 0),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier, 0),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier, 0),
    ],
)
def test_bare_enter_and_space_press_a_button_and_commands_do_not(
    qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier, presses: int
) -> None:
    button = KeyButton("deed")
    qtbot.addWidget(button)
    pressed: list[None] = []
    button.does(lambda: pressed.append(None))
    QTest.keyClick(button, key, modifiers)
    assert len(pressed) == presses
