"""The room of search by keys: typing, the list, the page and its parts."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from counter.dossiers.derive import derive_search_props, indexing_words
from counter.dossiers.state import DossiersState
from counter.ports.dossiers import DossiersFound, IndexProgress
from tests.counter.conftest import Counter

ALT = Qt.KeyboardModifier.AltModifier
COMPLETE = IndexProgress(11, 11, complete=True)


@pytest.fixture
def searching(counter: Counter) -> Counter:
    counter.open()
    counter.window.show_room("dossiers")
    counter.settle()
    return counter


def type_and_find(counter: Counter, text: str) -> None:
    """Types, and presses Enter before the typing has paused: the office is asked at once."""
    counter.type(text, "dossier_search")
    counter.key(Qt.Key.Key_Return)


def rows(counter: Counter) -> list[str]:
    found = counter.find(QListWidget, "found_dossiers")
    return [found.item(at).text() for at in range(found.count())]


def is_shown(counter: Counter, name: str) -> bool:
    return any(each.isVisible() for each in counter.window.findChildren(QWidget, name))


def test_the_office_is_asked_when_the_typing_pauses(searching: Counter, qtbot: QtBot) -> None:
    presenter = searching.window.presenters.dossiers
    searching.type("t", "dossier_search")
    searching.type("hi", "dossier_search")
    assert presenter.state.found is None
    qtbot.waitUntil(lambda: bool(searching.database.waiting))
    searching.settle()
    assert presenter.state.found is not None
    assert len(rows(searching)) == len(presenter.state.found.rows) > 0


def test_only_the_answer_to_what_was_typed_last_is_shown(searching: Counter) -> None:
    presenter = searching.window.presenters.dossiers
    presenter.search("khong co ai")
    presenter.enter(None)
    presenter.search("thi")
    presenter.enter(None)
    late = searching.database.waiting.popleft()
    searching.settle()
    shown = presenter.state.found
    late()
    searching.settle()
    assert presenter.state.found == shown
    assert shown is not None
    assert shown.rows


def test_arrows_choose_and_enter_opens_the_page(searching: Counter) -> None:
    type_and_find(searching, "thi")
    names = rows(searching)
    searching.key(Qt.Key.Key_Down)
    assert searching.find(QListWidget, "found_dossiers").currentRow() == 1
    searching.key(Qt.Key.Key_Return)
    assert searching.text("dossier_applicant") in names[1]
    assert not is_shown(searching, "dossier_search")


def test_names_are_sorted_by_given_name(searching: Counter) -> None:
    type_and_find(searching, "thi")
    assert [each.split(" · ")[0].split()[-1] for each in rows(searching)] == ["Nghĩa", "Thủy", "Tuyết"]


def test_a_whole_code_or_a_scanned_receipt_opens_its_page(searching: Counter) -> None:
    row = searching.office.search_dossiers("thi").rows[0]
    searching.find(QLineEdit, "dossier_search").setFocus()
    searching.scan(row.code)
    assert searching.text("dossier_code") == row.code
    searching.key(Qt.Key.Key_F8)
    assert is_shown(searching, "dossier_search")
    token = searching.office.book.dossiers[row.id].token
    searching.scan(f"https://mau.example/d/{token}")
    assert searching.text("dossier_code") == row.code


def test_any_room_can_show_a_dossier(searching: Counter) -> None:
    searching.window.show_room("results")
    searching.window.presenters.ways.dossier_wanted.emit("dossier-9")
    searching.settle()
    assert searching.window.presenters.dossiers.state.opened is not None
    assert is_shown(searching, "dossier_code")


def test_the_parts_of_a_page_and_the_way_back_go_by_keys(searching: Counter) -> None:
    searching.window.presenters.ways.dossier_wanted.emit("dossier-9")
    searching.settle()
    for key, part in (
        (Qt.Key.Key_2, "papers"),
        (Qt.Key.Key_3, "steps"),
        (Qt.Key.Key_4, "scans"),
        (Qt.Key.Key_1, "course"),
    ):
        searching.key(key, ALT)
        assert searching.window.presenters.dossiers.state.part == part
    searching.key(Qt.Key.Key_Up, ALT)
    assert is_shown(searching, "dossier_search")
    assert searching.find(QLineEdit, "dossier_search").hasFocus()


def test_a_form_is_printed_again_from_the_page(searching: Counter) -> None:
    searching.office.form_01("dossier-9")
    searching.window.presenters.ways.dossier_wanted.emit("dossier-9")
    searching.settle()
    before = len(searching.printer.printed)
    searching.key(Qt.Key.Key_2, ALT)
    searching.control(Qt.Key.Key_P)
    assert len(searching.printer.printed) == before + 1
    assert any("Đã in lại" in each for each in searching.said_words())


def test_nothing_found_says_what_can_be_tried(searching: Counter) -> None:
    type_and_find(searching, "khong co ai")
    assert "khong co ai" in searching.find(QLabel, "nothing_found").text()


def test_whoever_signs_in_next_sees_nothing_of_what_was_looked_for(searching: Counter) -> None:
    type_and_find(searching, "thi")
    searching.window.presenters.sign_in.sign_out()
    searching.settle()
    assert searching.window.presenters.dossiers.state.query == ""
    assert searching.window.presenters.dossiers.state.found is None


def test_the_growing_index_says_how_far_it_is() -> None:
    half = IndexProgress(120_000, 500_000, complete=False)
    assert "120.000/500.000" in indexing_words(half, "vi")
    assert "120,000/500,000" in indexing_words(half, "en")
    assert indexing_words(COMPLETE, "vi") == ""
    assert indexing_words(None, "vi") == ""


@pytest.mark.parametrize(
    ("more", "uncounted", "words"), [(0, False, "Tìm thấy: 3"), (70, False, "còn 70"), (950, True, "còn hơn 950")]
)
def test_how_many_more_there_are_is_said(searching: Counter, more: int, uncounted: bool, words: str) -> None:
    found = searching.office.search_dossiers("thi").rows
    state = DossiersState("thi", DossiersFound(found, more, uncounted, COMPLETE))
    assert words in derive_search_props(state, "vi").summary


def test_the_index_goes_on_by_itself_until_it_is_complete(searching: Counter, qtbot: QtBot) -> None:
    presenter = searching.window.presenters.dossiers
    searching.office.index = IndexProgress(60, 130, complete=False)
    presenter.refresh()
    searching.settle()
    assert presenter.state.index == searching.office.index
    qtbot.waitUntil(lambda: bool(searching.database.waiting))
    searching.office.index = COMPLETE
    searching.settle()
    assert presenter.state.index == COMPLETE
    assert not is_shown(searching, "indexing")
