"""Opening a list by a paper that is on it, a count that outlives the program, what a signed list says of its notes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget

from counter.handover.count_draft import from_draft, joined_with, to_draft
from counter.handover.state import KeptCount, Mark
from counter.parts.rows import TWO_LINES, Row
from counter.ports.consign import ReceiptToPrint
from counter.sample.note_content import write_notes
from tests.counter.conftest import Build, Counter

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def room(counter: Counter) -> Counter:
    write_notes(counter.office.book, counter.office.sample_ward())
    counter.office.unprinted = tuple(ReceiptToPrint(f"dossier-{at}", f"H99.99.01-261123-200{at}") for at in (1, 2))
    counter.open()
    counter.control(Qt.Key.Key_2)
    return counter


def row_at(room: Counter, place: int) -> Row:
    """A row of the opened record as it is painted."""
    row = room.find(QListWidget, "handover_dossiers").item(place).data(TWO_LINES)
    assert isinstance(row, Row)
    return row


def test_a_paper_of_a_list_that_waits_opens_the_list_and_is_counted(room: Counter) -> None:
    room.click("handover_records")
    room.scan("PG-261123-01006")
    assert room.text("counted_count") == "1 / 2"
    room.scan("PG-261123-01007")
    assert room.text("counted_count") == "2 / 2"


def test_it_does_so_while_no_list_is_being_made(room: Counter) -> None:
    room.scan("PG-261123-01006")
    assert room.text("counted_count") == "1 / 2"


def test_a_list_being_made_is_not_left_for_a_paper_that_came(room: Counter) -> None:
    room.scan(room.office.held_here()[0].code)
    room.scan("PG-261123-01006")
    assert room.text("picked_count") == "1"
    assert "PG-261123-01006 không do đơn vị này giữ" in room.said_words()[-1]


def test_a_paper_on_no_list_that_waits_is_said(room: Counter) -> None:
    room.click("handover_records")
    code = room.office.held_here()[0].code
    room.scan(code)
    assert room.said_words()[-1] == f"Hồ sơ {code} không có trong biên bản nào chờ ký nhận tại đây."


def test_after_a_record_is_opened_by_key_the_next_scan_is_counted(room: Counter) -> None:
    room.click("handover_records")
    room.find(QLineEdit, "handover_scan").clearFocus()
    room.window.presenters.handover.open("handover-BG-261123-0102")
    room.settle()
    assert room.find(QLineEdit, "handover_scan").hasFocus()


def test_what_was_counted_is_there_after_a_crash(room: Counter, build: Build) -> None:
    room.scan("PG-261123-01006")
    room.window.presenters.handover.refuse("note-7", "seal_broken", "Túi bị rách mép")
    room.window.presenters.handover.set_money("5.000")
    room.window.presenters.handover.save_draft()
    room.settle()
    again = build("vi", room.office)
    again.open()
    again.control(Qt.Key.Key_2)
    again.scan("PG-261123-01007")
    handover = again.window.presenters.handover
    assert again.text("accept") == "Ký nhận đủ 2 hồ sơ"  # what was scanned now is taken, whatever was written before
    assert (handover.state.money, again.text("counted_count")) == ("5.000", "2 / 2")


def test_a_signed_list_leaves_no_draft(room: Counter) -> None:
    room.click("handover_records")
    room.click("incoming_1")
    handover = room.window.presenters.handover
    assert handover.state.opened is not None
    room.scan(handover.state.opened.papers[0].code)
    handover.save_draft()
    room.settle()
    assert [name for name in room.office.drafts if name.startswith("count-")]
    handover.miss_what_was_not_scanned()
    room.control(Qt.Key.Key_Return)
    assert not [name for name in room.office.drafts if name.startswith("count-")]


def test_a_draft_gives_back_what_was_kept_and_leaves_out_what_it_does_not_know() -> None:
    count = KeptCount({"a": Mark("refused", "other", "Rách"), "b": Mark("missing")}, ("H1",), "5.000")
    assert from_draft(to_draft(count)) == count
    assert from_draft({"marks": {"a": ["eaten", None, ""], "b": 3}}) == KeptCount({}, (), "")
    assert joined_with(count, KeptCount({"b": Mark("scanned")}, ("H2",), "")) == KeptCount(
        {"a": count.marks["a"], "b": Mark("scanned")}, ("H1", "H2"), "5.000"
    )


def test_a_signed_list_shows_what_its_notes_became_and_why_one_was_not_taken(room: Counter) -> None:
    room.click("handover_records")
    room.window.presenters.handover.open("handover-BG-261123-0101")
    room.settle()
    entered, refused = row_at(room, 0), row_at(room, 2)
    assert (entered.right, entered.subtitle[:25]) == ("✓ Đã vào sổ", "→ H99.99.01-261123-2001 ·")
    assert (refused.right, refused.subtitle) == ("⊘ Không nhận", "Thành phần không đủ")
    assert room.text("print_list_receipts") == "In Giấy tiếp nhận (2)"


def test_the_receipts_of_all_that_came_with_a_list_are_printed_with_one_key(room: Counter) -> None:
    room.click("handover_records")
    room.window.presenters.handover.open("handover-BG-261123-0101")
    room.settle()
    room.key(Qt.Key.Key_J, ALT)
    assert len(room.printer.printed) == 2
    room.key(Qt.Key.Key_J, ALT)
    assert len(room.printer.printed) == 2
    assert room.said_words()[-1] == "Đã in 2 Giấy tiếp nhận."


def test_ctrl_enter_on_the_givers_screen_goes_to_the_receivers_pin(counter: Counter) -> None:
    counter.open()
    counter.control(Qt.Key.Key_2)
    counter.scan(counter.office.held_here()[0].code)
    counter.control(Qt.Key.Key_Return)
    counter.control(Qt.Key.Key_Return)
    assert counter.find(QLineEdit, "signer_secret").hasFocus()


def test_ctrl_enter_goes_to_the_money_that_is_not_counted(room: Counter) -> None:
    room.scan("PG-261123-01006")
    room.scan("PG-261123-01007")
    room.control(Qt.Key.Key_Return)
    assert room.find(QLineEdit, "money_counted").hasFocus()
