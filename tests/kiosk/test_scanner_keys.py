"""A scanner and a person share one keyboard: each gets what is theirs, with a field, a button or nothing in focus."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QUrl
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtQuick import QQuickItem, QQuickView
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.glass import choose_renderer
from kiosk.scanner_keys import ENTER_OF_SCAN_MILLISECONDS, LONGEST_PAUSE_MILLISECONDS, ScannerKeys
from shared.qt.scanner_keys import CODE_PAUSE_MILLISECONDS, LONGEST_CODE

ADDRESS = "https://motcua.phuong-mau.example/t/ABCDEFGHIJKLMNOPQRSTUVWXY2"
CARD = "000165000001||Nguyễn Thị Thử|03101965|Nữ|Thôn Mẫu, Xã Mẫu|01012022"
DOSSIER = "H99.99.01-261118-0007"
FAST, SLOW = 8, 150
NONE = Qt.KeyboardModifier.NoModifier

SCREEN = """
import QtQuick
Item {
    width: 300; height: 200
    Item {
        objectName: "button"; property int pressed: 0; property int clicked: 0; property int arrows: 0
        Keys.onReturnPressed: pressed++
        Keys.onSpacePressed: pressed++
        Keys.onReleased: (event) => { if (event.key === Qt.Key_Space) clicked++ }
        Keys.onDownPressed: arrows++
        KeyNavigation.tab: field
    }
    TextInput { id: field; objectName: "field"; width: 200; height: 40; property int entered: 0; onAccepted: entered++ }
}
"""


class Glass(QObject):
    """A window with a field and a button, whose keys pass by the scanner; time passes when the test says so."""

    def __init__(self, view: QQuickView) -> None:
        super().__init__()
        self.view = view
        self.now = 1000
        self.arrived = 0
        self.scanned: list[str] = []
        self.scanner = ScannerKeys(lambda: self.arrived)
        self.scanner.scanned.connect(self.scanned.append)
        view.installEventFilter(self)
        self.scanner.listen(view)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        return isinstance(event, QKeyEvent) and self.scanner.take(event)

    def item(self, name: str) -> QQuickItem:
        found = self.view.rootObject().findChild(QQuickItem, name)
        assert found is not None
        return found

    def focus(self, name: str) -> None:
        self.item(name).forceActiveFocus()

    def count(self, name: str, what: str) -> int:
        return int(self.item(name).property(what))

    @property
    def text(self) -> str:
        return str(self.item("field").property("text"))

    def key(self, key: int, text: str = "", *, gap: int = FAST, repeats: bool = False) -> None:
        self.now += gap
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, NONE, text, repeats)
            event.setTimestamp(self.now)
            QCoreApplication.sendEvent(self.view, event)

    def types(self, text: str, gap: int = SLOW) -> None:
        for letter in text:
            self.key(ord(letter.upper()), letter, gap=gap)

    def enter(self, gap: int = FAST) -> None:
        self.key(Qt.Key.Key_Return, "\r", gap=gap)

    def commits(self, text: str, *, composing: str = "") -> None:
        event = QInputMethodEvent(composing, [])
        event.setCommitString(text)
        focus = self.view.focusObject()
        assert focus is not None
        QCoreApplication.sendEvent(focus, event)


@pytest.fixture
def glass(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Glass]:
    choose_renderer()
    file = tmp_path / "Screen.qml"
    file.write_text(SCREEN, encoding="utf-8")
    view = QQuickView(QUrl.fromLocalFile(str(file)))
    view.show()
    view.requestActivate()
    qtbot.waitUntil(lambda: QApplication.focusWindow() is view)
    made = Glass(view)
    yield made
    made.scanner.stop()
    view.removeEventFilter(made)
    view.setSource(QUrl())
    view.close()


@pytest.mark.parametrize("focus", ["field", "button", None])
@pytest.mark.parametrize("code", [ADDRESS, CARD, DOSSIER, "A012", "LH123456", "XYZ"])
def test_a_scan_ended_by_enter_is_heard_and_leaves_no_trace(glass: Glass, focus: str | None, code: str) -> None:
    if focus is not None:
        glass.focus(focus)
    glass.types(code, gap=FAST)
    glass.enter()
    assert glass.scanned == [code]
    glass.scanner.give_back()
    assert glass.text == ""
    assert (glass.count("field", "entered"), glass.count("button", "pressed")) == (0, 0)
    assert glass.count("button", "clicked") == 0


def test_what_a_person_types_reaches_the_field(glass: Glass) -> None:
    glass.focus("field")
    glass.types("khai sinh, Đỗ 12")
    glass.enter(gap=SLOW)
    assert glass.text == "khai sinh, Đỗ 12"
    assert glass.count("field", "entered") == 1
    assert glass.scanned == []


def test_the_last_letter_follows_by_itself_after_a_moment(glass: Glass, qtbot: QtBot) -> None:
    glass.focus("field")
    glass.types("a")
    assert glass.text == ""
    qtbot.waitUntil(lambda: glass.text == "a")


def test_fast_typing_that_is_no_code_reaches_the_field_in_its_order(glass: Glass) -> None:
    glass.focus("field")
    glass.types("ho so", gap=40)
    glass.key(Qt.Key.Key_Backspace, "\b", gap=40)
    assert glass.text == "ho s"
    glass.types("ab", gap=SLOW)
    glass.enter(gap=20)
    assert glass.text == "ho sab"
    assert glass.count("field", "entered") == 1


def test_two_fast_letters_and_enter_are_a_person(glass: Glass) -> None:
    glass.focus("field")
    glass.types("ab", gap=FAST)
    glass.enter()
    assert (glass.text, glass.scanned) == ("ab", [])


def test_a_scan_into_a_half_typed_field_leaves_what_was_typed(glass: Glass) -> None:
    glass.focus("field")
    glass.types("khai")
    glass.now += SLOW
    glass.types(DOSSIER, gap=FAST)
    glass.enter()
    assert (glass.text, glass.scanned) == ("khai", [DOSSIER])
    glass.types(" tử")
    glass.scanner.give_back()
    assert glass.text == "khai tử"


def test_buttons_are_pressed_and_left_with_the_keyboard(glass: Glass) -> None:
    glass.focus("button")
    glass.enter(gap=SLOW)
    glass.key(Qt.Key.Key_Space, " ", gap=SLOW)
    glass.key(Qt.Key.Key_Down, gap=SLOW)
    glass.key(Qt.Key.Key_Down, gap=30, repeats=True)
    button = [glass.count("button", what) for what in ("pressed", "clicked", "arrows")]
    assert button == [2, 1, 2]
    glass.key(Qt.Key.Key_Tab, "\t", gap=SLOW)
    assert glass.item("field").hasActiveFocus()


def test_a_key_held_down_writes_again_and_again(glass: Glass) -> None:
    glass.focus("field")
    glass.types("a")
    for gap in (500, 30, 30):
        glass.key(Qt.Key.Key_A, "a", gap=gap, repeats=True)
    assert glass.text == "aaaa"


@pytest.mark.parametrize("code", [ADDRESS, CARD, DOSSIER, "A012", "LH123456"])
def test_a_scanner_that_sends_no_enter_is_understood_after_a_pause(glass: Glass, qtbot: QtBot, code: str) -> None:
    glass.focus("field")
    glass.types(code, gap=FAST)
    qtbot.waitUntil(lambda: bool(glass.scanned))
    assert (glass.scanned, glass.text) == ([code], "")


def test_an_enter_that_comes_late_presses_no_button(glass: Glass, qtbot: QtBot) -> None:
    glass.focus("button")
    glass.types("A012", gap=FAST)
    qtbot.waitUntil(lambda: glass.scanned == ["A012"])
    glass.enter(gap=LONGEST_PAUSE_MILLISECONDS + 40)
    assert glass.count("button", "pressed") == 0
    glass.enter(gap=ENTER_OF_SCAN_MILLISECONDS)
    assert glass.count("button", "pressed") == 1


def test_a_second_enter_of_the_scanner_presses_no_button(glass: Glass) -> None:
    glass.focus("button")
    glass.types(DOSSIER, gap=FAST)
    glass.enter()
    glass.enter()
    assert glass.scanned == [DOSSIER]
    assert glass.count("button", "pressed") == 0


def test_tab_ends_a_whole_code(glass: Glass) -> None:
    glass.focus("button")
    glass.types(DOSSIER, gap=FAST)
    glass.key(Qt.Key.Key_Tab, "\t")
    assert glass.scanned == [DOSSIER]
    assert glass.item("button").hasActiveFocus()


def test_two_scans_in_a_row_are_two(glass: Glass) -> None:
    for code in ("A012", "B007"):
        glass.types(code, gap=FAST)
        glass.enter()
        glass.now += 500
    glass.types("A013", gap=FAST)
    glass.now += 500
    glass.types("A014", gap=FAST)
    glass.enter()
    assert glass.scanned == ["A012", "B007", "A013", "A014"]


def test_a_busy_program_tears_no_scan_and_glues_no_typing(glass: Glass) -> None:
    glass.focus("field")
    for letter in "A012":
        glass.arrived += 400
        glass.types(letter, gap=FAST)
    glass.enter()
    assert glass.scanned == ["A012"]
    glass.now += 1000
    glass.types("A013")
    glass.enter(gap=SLOW)
    assert (glass.scanned, glass.text) == (["A012"], "A013")


def test_a_timer_that_is_late_looks_for_waiting_keys_first(glass: Glass, qtbot: QtBot) -> None:
    glass.focus("field")
    glass.types("A0", gap=FAST)
    glass.arrived += 400
    QTest.qWait(LONGEST_PAUSE_MILLISECONDS + 5)
    glass.types("12", gap=FAST)
    glass.enter()
    assert (glass.scanned, glass.text) == (["A012"], "")


def test_letters_that_an_input_method_commits_belong_to_the_scan(glass: Glass) -> None:
    glass.focus("field")
    head, tail = CARD.split("Nguyễn")
    glass.types(head, gap=FAST)
    glass.commits("Nguyễn")
    glass.types(tail, gap=FAST)
    glass.enter()
    assert (glass.scanned, glass.text) == ([CARD], "")


def test_a_code_committed_at_once_is_a_scan(glass: Glass) -> None:
    glass.focus("field")
    glass.commits(ADDRESS)
    glass.enter()
    assert (glass.scanned, glass.text) == ([ADDRESS], "")


def test_a_word_composed_by_a_person_is_no_scan(glass: Glass) -> None:
    glass.focus("field")
    glass.commits("", composing="nguyê")
    glass.commits("nguyễn")
    assert glass.text == "nguyễn"
    glass.commits(" văn")
    glass.commits("", composing="t")
    glass.commits("tử")
    assert glass.text == "nguyễn văntử"
    glass.arrived += SLOW
    glass.commits(" khai")
    glass.enter()
    assert (glass.text, glass.scanned) == ("nguyễn văntử khai", [])
    assert glass.count("field", "entered") == 1


@pytest.mark.parametrize("code", [0, Qt.Key.Key_X])
def test_a_hundred_thousand_keys_without_an_end_are_nothing(glass: Glass, qtbot: QtBot, code: int) -> None:
    glass.focus("field")
    for _ in range(100_000 if code else LONGEST_CODE + 100):
        glass.now += 1
        event = QKeyEvent(QEvent.Type.KeyPress, code, NONE, "x")
        event.setTimestamp(glass.now)
        assert glass.scanner.take(event)
    glass.enter()
    glass.now += CODE_PAUSE_MILLISECONDS
    glass.types("ok")
    glass.scanner.give_back()
    assert (glass.scanned, glass.text) == ([], "ok")
    assert glass.count("field", "entered") == 0


def test_control_characters_within_a_code_are_left_out(glass: Glass) -> None:
    glass.focus("field")
    glass.types("000165000001|", gap=FAST)
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_BracketRight, Qt.KeyboardModifier.ControlModifier, "\x1d")
    event.setTimestamp(glass.now + FAST)
    assert glass.scanner.take(event)
    glass.types("|A", gap=FAST)
    glass.enter()
    assert (glass.scanned, glass.text) == (["000165000001||A"], "")


def test_keys_without_a_character_are_not_taken(glass: Glass) -> None:
    for code, text in ((Qt.Key.Key_Shift, ""), (Qt.Key.Key_Tab, "\t"), (Qt.Key.Key_F5, ""), (Qt.Key.Key_Space, " ")):
        assert not glass.scanner.take(QKeyEvent(QEvent.Type.KeyPress, code, NONE, text))


def test_keys_that_say_no_time_count_when_they_arrive(glass: Glass) -> None:
    glass.focus("field")
    for letter in "xxA012":
        glass.arrived += FAST if letter in "012" else SLOW
        glass.now = 0
        glass.types(letter, gap=0)
    glass.enter(gap=0)
    assert (glass.scanned, glass.text) == (["A012"], "xx")


def test_a_field_that_goes_away_takes_nothing_with_it(glass: Glass, qtbot: QtBot) -> None:
    glass.focus("field")
    glass.types("ab")
    glass.view.setSource(QUrl())
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    glass.now += SLOW
    glass.types("A012", gap=FAST)
    glass.enter()
    assert glass.scanned == ["A012"]
