"""The staff's pad and panel as a view model: what is kept of a PIN, and what comes of each touch."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from kiosk.language import Language
from kiosk.sample_staff import SAMPLE_PIN, TRIES, SampleStaffRoom
from kiosk.staff.view_model import StaffViewModel
from shared.qt.lanes import Lane, Lanes
from tests.kiosk.citizen import ByHand


class Visitor:
    """Somebody before the staff's door; the lanes answer when the test lets them."""

    def __init__(self) -> None:
        self.room = SampleStaffRoom()
        self.database, self.printing = ByHand(), ByHand()
        self.lanes = Lanes(Lane("database", self.database), Lane("line", ByHand()), Lane("printing", self.printing))
        self.vm = StaffViewModel(self.room, self.lanes, Language("vi"))
        self.heard: list[str] = []
        self.vm.left.connect(lambda: self.heard.append("left"))
        self.vm.restart_wanted.connect(lambda: self.heard.append("restart"))
        self.vm.quit_wanted.connect(lambda: self.heard.append("quit"))

    def wait(self) -> None:
        """Lets the lanes answer everything."""
        while self.database.waiting or self.printing.waiting:
            (self.database.waiting or self.printing.waiting).popleft()()
            QCoreApplication.processEvents()

    def open_door(self) -> None:
        self.vm.begin()
        self.wait()

    def press(self, digits: str) -> None:
        for digit in digits:
            self.vm.press(digit)

    def enter(self, pin: str) -> None:
        self.press(pin)
        self.vm.enter()
        self.wait()

    def come_in(self) -> None:
        self.open_door()
        self.enter(SAMPLE_PIN)


@pytest.fixture
def visitor(qapp: QApplication) -> Iterator[Visitor]:
    someone = Visitor()
    yield someone
    someone.vm.leave()
    someone.lanes.close()


def test_only_dots_of_a_pin_are_shown(visitor: Visitor) -> None:
    visitor.open_door()
    visitor.press("246")
    assert (visitor.vm.view["typed"], visitor.vm.view["missing"]) == ("●●●", "○")
    assert "246" not in str(visitor.vm.view)
    visitor.vm.erase()
    assert visitor.vm.view["typed"] == "●●"
    visitor.vm.clear()
    assert visitor.vm.view["typed"] == ""


def test_a_pin_has_four_to_eight_digits(visitor: Visitor) -> None:
    visitor.open_door()
    visitor.press("123")
    visitor.vm.enter()
    assert not visitor.vm.view["can_enter"]
    assert not visitor.database.waiting
    visitor.press("4567890x٣")
    assert visitor.vm.view["typed"] == "●" * 8


def test_the_right_pin_opens_the_panel_and_is_forgotten(visitor: Visitor) -> None:
    visitor.come_in()
    assert visitor.vm.state.stage == "panel"
    assert visitor.vm.state.digits == ""
    assert visitor.vm.view["known"]
    assert [fact["name"] for fact in visitor.vm.view["facts"]] == [
        "printer",
        "slips",
        "network",
        "unsent",
        "today",
        "machine",
    ]


def test_a_pin_is_forgotten_while_it_is_being_checked(visitor: Visitor) -> None:
    visitor.open_door()
    visitor.press(SAMPLE_PIN)
    visitor.vm.enter()
    assert visitor.vm.state.digits == ""
    assert visitor.vm.view["checking"]
    visitor.press("1")
    assert visitor.vm.state.digits == ""


def test_a_wrong_pin_says_so_and_the_next_one_may_be_right(visitor: Visitor) -> None:
    visitor.open_door()
    visitor.enter("1357")
    assert "không đúng" in visitor.vm.view["problem"]
    visitor.enter(SAMPLE_PIN)
    assert visitor.vm.state.stage == "panel"


def test_after_five_wrong_ones_the_pad_rests(visitor: Visitor) -> None:
    visitor.open_door()
    for _ in range(TRIES):
        visitor.enter("1357")
    assert visitor.vm.view["locked"]
    assert not visitor.vm.view["takes_digits"]
    visitor.enter(SAMPLE_PIN)
    assert visitor.vm.state.stage == "pin"
    visitor.open_door()
    assert not visitor.vm.view["locked"]
    visitor.enter(SAMPLE_PIN)
    assert visitor.vm.view["locked"]


def test_without_a_pin_of_the_office_the_pad_says_who_can_set_one(visitor: Visitor) -> None:
    visitor.room.pin_set = False
    visitor.come_in()
    assert "kiosk-pin" in visitor.vm.view["problem"]
    assert visitor.vm.state.stage == "pin"
    assert visitor.room.tries == 0


def test_whoever_leaves_leaves_nothing(visitor: Visitor) -> None:
    visitor.open_door()
    visitor.press("24")
    visitor.vm.leave()
    assert (visitor.vm.state.stage, visitor.vm.state.digits) == ("resting", "")
    visitor.come_in()
    visitor.vm.leave()
    assert visitor.vm.state.health is None
    visitor.vm.refresh()
    visitor.vm.print_test()
    visitor.vm.restart()
    visitor.vm.restart()
    assert not visitor.printing.waiting
    assert visitor.heard == []


def test_an_answer_that_comes_after_leaving_opens_nothing(visitor: Visitor) -> None:
    visitor.open_door()
    visitor.press(SAMPLE_PIN)
    visitor.vm.enter()
    visitor.vm.leave()
    visitor.wait()
    assert visitor.vm.state.stage == "resting"
    visitor.open_door()
    assert visitor.vm.state.stage == "pin"


def test_how_the_machine_was_for_an_earlier_visit_is_not_shown_to_a_later_one(visitor: Visitor) -> None:
    visitor.come_in()
    visitor.vm.refresh()
    visitor.vm.leave()
    visitor.open_door()
    assert visitor.vm.state.health is None


def test_the_panel_asks_once_at_a_time(visitor: Visitor) -> None:
    visitor.come_in()
    for _ in range(3):
        visitor.vm.refresh()
    assert len(visitor.printing.waiting) == 1


def test_a_test_print_says_how_it_went(visitor: Visitor) -> None:
    visitor.come_in()
    visitor.vm.print_test()
    visitor.vm.print_test()
    assert visitor.vm.view["trial"] == "printing"
    visitor.wait()
    assert (visitor.vm.view["trial"], visitor.room.printed) == ("printed", 1)
    visitor.room.trouble = True
    visitor.vm.print_test()
    visitor.wait()
    assert visitor.vm.view["trial"] == "failed"
    assert "hết giấy" in visitor.vm.view["problem"]


@pytest.mark.parametrize("end", ["restart", "quit"])
def test_the_program_ends_on_the_second_touch_only(visitor: Visitor, end: str) -> None:
    visitor.come_in()
    touch = {"restart": visitor.vm.restart, "quit": visitor.vm.quit}
    other = "quit" if end == "restart" else "restart"
    touch[end]()
    assert (visitor.vm.view["asked"], visitor.heard) == (end, [])
    touch[other]()
    assert visitor.heard == []
    touch[end]()
    touch[end]()
    assert visitor.heard == [end]


def test_going_home_is_one_touch(visitor: Visitor) -> None:
    visitor.come_in()
    visitor.vm.go_home()
    assert visitor.heard == ["left"]
