"""Real programs do what the remote control asks, and say in one sentence why they cannot."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from installer.demo.remote import InVainError, RemoteError, RemoteProgram

ROOT = Path(__file__).resolve().parents[2]
TINY = Path(__file__).with_name("tiny_program.py")


def started(kind: str, folder: Path) -> RemoteProgram:
    env = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    program = RemoteProgram(kind, [sys.executable, str(TINY), kind], env, folder / f"{kind}.log")
    try:
        program.wait_ready()
    except RemoteError:
        program.kill()
        raise
    return program


@pytest.fixture(scope="module")
def quick(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RemoteProgram]:
    program = started("quick", tmp_path_factory.mktemp("quick"))
    yield program
    assert program.stop() == 0


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RemoteProgram]:
    program = started("widgets", tmp_path_factory.mktemp("widgets"))
    yield program
    assert program.stop() == 0


def test_a_click_in_qml_waits_until_the_tile_stands_still(quick: RemoteProgram) -> None:
    before = quick.read("page", "presses")
    quick.click("tile")
    quick.wait_for("count", is_=f"n{before + 1}")


def test_vietnamese_letters_are_typed_into_a_qml_field(quick: RemoteProgram) -> None:
    quick.type("Đặng Thị Ơn 9/7", into="input")
    assert quick.read("input") == "Đặng Thị Ơn 9/7"
    quick.key("Ctrl+A")
    quick.key("Delete")
    assert quick.read("input") == ""


def test_a_row_of_a_qml_list_is_found_by_its_text_and_flicked_into_view(quick: RemoteProgram) -> None:
    quick.click("list", text="Row 20")
    quick.wait_for("list", "chosen", is_="r20")
    quick.click("row_2")
    quick.wait_for("list", "chosen", is_="r2")


def test_something_that_appears_later_is_waited_for(quick: RemoteProgram) -> None:
    quick.wait("late")
    assert quick.exists("late")
    assert not quick.exists("hidden")
    assert {"tile", "count", "input"} <= set(quick.names())


def test_what_can_be_read_is_told_whatever_its_name(quick: RemoteProgram, desk: RemoteProgram) -> None:
    quick.wait_shows("Row 1")
    assert "Row 1" in quick.texts()
    assert {"Go", "Deep"} <= set(desk.texts())
    with pytest.raises(InVainError, match=r"nothing on the screen says that\."):
        desk.wait_shows("Hồ sơ của ai", patience=0.05)


def test_what_is_not_there_or_disabled_is_said_in_one_sentence(quick: RemoteProgram) -> None:
    with pytest.raises(RemoteError, match=r"quick: click hidden: nothing visible is called hidden\."):
        quick.click("hidden", patience=0.1)
    with pytest.raises(RemoteError, match=r"closed is disabled\."):
        quick.click("closed", patience=0.1)
    with pytest.raises(RemoteError, match=r"count has no property colour\."):
        quick.read("count", "colour")
    with pytest.raises(RemoteError, match=r"page\.presses is not yet as asked\."):
        quick.wait_for("page", "presses", is_=-1, patience=0.1)
    with pytest.raises(RemoteError, match=r"tile is still visible\."):
        quick.wait_gone("tile", patience=0.1)


def test_the_windows_are_photographed(quick: RemoteProgram, desk: RemoteProgram, tmp_path: Path) -> None:
    for program, size in ((quick, (300, 400)), (desk, (500, 700))):
        file = tmp_path / "screens" / f"{program.name}.png"
        program.picture(file)
        with Image.open(file) as picture:
            assert picture.size == size


def test_a_key_works_as_the_shortcut_of_a_button(desk: RemoteProgram) -> None:
    desk.key("F2")
    desk.wait_for("said", is_="gone")
    with pytest.raises(RemoteError, match=r"no key is called Shortcut99"):
        desk.key("Shortcut99")


def test_a_scan_ends_with_enter(desk: RemoteProgram) -> None:
    desk.click("field")
    desk.scan("000165000001|Nguyễn Thị Thử Hằng|03101965")
    desk.wait_for("said", is_="entered 000165000001|Nguyễn Thị Thử Hằng|03101965")


def test_a_row_of_a_table_is_scrolled_to_and_pressed(desk: RemoteProgram) -> None:
    desk.click("table", text="Hồ sơ 33")
    desk.wait_for("said", is_="row 33")
    desk.click("table", row=2)
    desk.wait_for("said", is_="row 2")
    desk.click("items", text="hai")
    desk.wait_for("said", is_="hai")
    assert desk.read("table", "rows")[5] == ["Hồ sơ 5", "chờ"]


def test_a_row_of_a_combo_box_is_chosen(desk: RemoteProgram) -> None:
    desk.choose("units", "Phòng Kinh tế")
    desk.wait_for("units", "currentText", is_="Phòng Kinh tế")


def test_what_does_not_come_in_time_is_told_from_what_cannot_be(desk: RemoteProgram) -> None:
    assert not desk.becomes("said", is_="never", patience=0.05)
    with pytest.raises(InVainError, match=r"nothing visible is called nobody\."):
        desk.wait("nobody", patience=0.05)


def test_a_button_far_down_a_page_is_brought_into_view(desk: RemoteProgram) -> None:
    desk.click("deep")
    desk.wait_for("said", is_="deep")


def test_a_dialog_keeps_the_mouse_from_what_lies_behind_it(desk: RemoteProgram) -> None:
    desk.click("ask")
    desk.wait("question")
    with pytest.raises(RemoteError, match=r"a dialog stands before go\."):
        desk.click("go", patience=0.1)
    desk.click("yes")
    desk.wait_for("said", is_="answered")


def test_an_unknown_command_and_a_line_that_is_no_json_are_refused(desk: RemoteProgram) -> None:
    with pytest.raises(RemoteError, match=r"there is no command dance\."):
        desk._ask("dance", 0.1)
    assert desk.process.stdin is not None
    desk.process.stdin.write(b"{no\n")
    with pytest.raises(RemoteError, match="answered something else"):
        desk.read("said")
    desk._next_answer(5, "the answer to the question after it")


def test_a_program_whose_driver_is_gone_ends_by_itself(tmp_path: Path) -> None:
    program = started("quick", tmp_path)
    assert program.process.stdin is not None
    program.process.stdin.close()
    assert program.process.wait(10) == 0
    assert program.stop() == 0


def test_a_killed_program_is_reported_as_ended(tmp_path: Path) -> None:
    program = started("quick", tmp_path)
    program.kill()
    with pytest.raises(RemoteError, match="the program has ended"):
        program.click("tile")
