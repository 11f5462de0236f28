"""Telling a scanner from a person."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QSpinBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from counter.parts.scan_field import DOSSIER_CODE_AT_END
from counter.scan import ScanFilter, beginning_of_code
from shared.qt import remote_hand
from shared.qt.scanner_keys import LONGEST_CODE

# The offscreen window system says so of every window with a smallest size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


class Stopwatch:
    """Milliseconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 1000

    def __call__(self) -> int:
        return self.now


class Room(QWidget):
    """Two fields and what was scanned in them."""

    def __init__(self) -> None:
        super().__init__()
        self.stopwatch = Stopwatch()
        self.edit, self.count = QLineEdit("Hà Nội"), QSpinBox()
        layout = QVBoxLayout(self)
        layout.addWidget(self.edit)
        layout.addWidget(self.count)
        self.filter = ScanFilter(self, whole_code=DOSSIER_CODE_AT_END, milliseconds=self.stopwatch)
        self.scanned: list[str] = []
        self.entered: list[str] = []
        self.filter.scanned.connect(self.scanned.append)
        self.edit.returnPressed.connect(lambda: self.entered.append(self.edit.text()))

    def pass_time(self, milliseconds: int) -> None:
        self.stopwatch.now += milliseconds

    def keys(self, text: str, pause: int) -> None:
        for letter in text:
            self.stopwatch.now += pause
            QTest.keyClick(QApplication.focusWidget(), letter)


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    made = Room()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.edit.setFocus()
    return made


def test_a_scanned_card_leaves_the_field_as_it_was(room: Room) -> None:
    room.keys("000165000001||A|03101965|Nam|B|", pause=3)
    QTest.keyClick(room.edit, Qt.Key.Key_Return)
    assert room.scanned == ["000165000001||A|03101965|Nam|B|"]
    assert room.edit.text() == "Hà Nội"
    assert room.entered == []


def test_a_scanner_without_enter_is_understood_after_a_pause(room: Room, qtbot: QtBot) -> None:
    room.keys("https://x.example/d/AB", pause=3)
    with qtbot.waitSignal(room.filter.scanned):
        pass
    assert room.scanned == ["https://x.example/d/AB"]


def test_what_a_person_types_stays_where_it_is(room: Room) -> None:
    room.edit.clear()
    room.keys("Ho Chi Minh", pause=130)
    QTest.keyClick(room.edit, Qt.Key.Key_Return)
    assert room.scanned == []
    assert room.entered == ["Ho Chi Minh"]


def test_what_a_person_typed_before_the_scan_stays(room: Room) -> None:
    room.edit.clear()
    room.keys("Le", pause=200)
    room.stopwatch.now += 900
    room.keys("000165000001||A|", pause=3)
    QTest.keyClick(room.edit, Qt.Key.Key_Return)
    assert room.edit.text() == "Le"


def test_a_code_scanned_right_after_typing_takes_nothing_of_what_was_typed(room: Room) -> None:
    room.edit.clear()
    room.keys("Lan000165000001||A|", pause=3)
    QTest.keyClick(room.edit, Qt.Key.Key_Return)
    assert room.edit.text() == "Lan"
    assert room.scanned == ["000165000001||A|"]


def test_a_number_box_gets_its_number_back(room: Room) -> None:
    room.count.setValue(2)
    room.count.setFocus()
    room.keys("00016|", pause=3)
    QTest.keyClick(room.count, Qt.Key.Key_Tab)
    assert room.count.value() == 2
    assert room.scanned == ["00016|"]
    assert room.count.hasFocus()


def test_a_dossier_code_typed_at_once_is_a_scan_and_typed_slowly_is_not(room: Room) -> None:
    room.edit.clear()
    room.keys("H99.99.01-261123-1001", pause=3)
    QTest.keyClick(room.edit, Qt.Key.Key_Return)
    assert room.scanned == ["H99.99.01-261123-1001"]
    assert room.edit.text() == ""
    room.keys("H99.99.01-261123-1002", pause=200)
    room.stopwatch.now += 400
    QTest.keyClick(room.edit, Qt.Key.Key_Return)
    assert room.entered == ["H99.99.01-261123-1002"]


def test_letters_that_an_input_method_commits_belong_to_the_scan(room: Room) -> None:
    room.keys("000165000001||", pause=3)
    event = QInputMethodEvent()
    event.setCommitString("Nguyễn")
    QApplication.sendEvent(room.edit, event)
    room.keys("|", pause=3)
    QTest.keyClick(room.edit, Qt.Key.Key_Return)
    assert room.scanned == ["000165000001||Nguyễn|"]


def pressed(room: Room, key: Qt.Key, text: str, at: int) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
    event.setTimestamp(at)
    QApplication.sendEvent(room.edit, event)


def test_a_busy_program_goes_by_when_the_keys_were_pressed(room: Room) -> None:
    room.edit.clear()
    for place, letter in enumerate("H99.99.01-261123-1001"):
        room.stopwatch.now += 400
        pressed(room, Qt.Key.Key_A, letter, at=5000 + 8 * place)
    pressed(room, Qt.Key.Key_Return, "\r", at=5000 + 8 * 21)
    assert (room.scanned, room.edit.text()) == (["H99.99.01-261123-1001"], "")
    for place, letter in enumerate("H99.99.01-261123-1002"):
        pressed(room, Qt.Key.Key_A, letter, at=9000 + 200 * place)
    pressed(room, Qt.Key.Key_Return, "\r", at=9000 + 200 * 21)
    assert (len(room.scanned), room.entered) == (1, ["H99.99.01-261123-1002"])


def test_what_the_remote_hand_scans_is_one_code_however_busy_the_program_is(room: Room) -> None:
    room.edit.clear()
    room.edit.textChanged.connect(lambda _: room.pass_time(400))
    remote_hand.scan("H99.99.01-261123-1001")
    QApplication.processEvents()
    assert (room.scanned, room.edit.text()) == (["H99.99.01-261123-1001"], "")


@pytest.mark.parametrize(("head", "left"), [("", "x" * (LONGEST_CODE + 50)), ("https://", "")])
def test_keys_without_an_end_are_no_code(room: Room, head: str, left: str) -> None:
    room.edit.clear()
    room.keys(head + "x" * (LONGEST_CODE + 50), pause=1)
    QTest.keyClick(room.edit, Qt.Key.Key_Return)
    assert (room.scanned, room.edit.text()) == ([], left)


@pytest.mark.parametrize(
    ("run", "begins"),
    [("12|", 0), ("https://", 0), ("Lan000165000001|", 3), ("Lan https://", 4), ("Số 1/2", None), ("", None)],
)
def test_a_code_is_known_by_its_bars_or_its_address(run: str, begins: int | None) -> None:
    assert beginning_of_code(run) == begins


@pytest.mark.parametrize(
    ("text", "code"),
    [("H99.99.01-261123-1001", True), ("h15-261008-0975", True), ("261008-0975", False), ("0900 000 001", False)],
)
def test_a_whole_dossier_code_is_known_by_its_form(text: str, code: bool) -> None:
    assert (DOSSIER_CODE_AT_END.search(text) is not None) is code
