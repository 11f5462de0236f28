"""Whatever is touched and scanned, in whatever order the answers come: one ticket per journey, back works, no trace."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from kiosk.gallery import settle
from kiosk.journeys.take_number.state import TakeNumberState
from kiosk.journeys.take_number.view_model import TakeNumberViewModel
from kiosk.language import Language
from kiosk.ports import IssuedTicket, NumberWish
from kiosk.sample_office import APPOINTMENT, CARD, EARLY_APPOINTMENT, LATE_APPOINTMENT, SampleOffice, SamplePrinter
from shared.qt.lanes import Lane, Lanes
from tests.kiosk.citizen import ByHand

FARTHEST_FROM_HOME = 4
"""So many screens lie between the deepest one and home."""


class WatchedOffice(SampleOffice):
    """An office that remembers for which journey each number was issued."""

    def __init__(self) -> None:
        SampleOffice.__init__(self)
        self.labels: dict[str, set[str]] = {}
        self.asked: list[str] = []
        self.asked_after_the_number: list[str] = []

    def take_number(self, wish: NumberWish) -> IssuedTicket:
        """As ever, and remembered."""
        return self._remembered(wish.journey, lambda: SampleOffice.take_number(self, wish))

    def check_in(self, journey: str, text: str) -> IssuedTicket:
        """As ever, and remembered; every appointment is a new one."""
        self.arrived.clear()
        return self._remembered(journey, lambda: SampleOffice.check_in(self, journey, text))

    def _remembered(self, journey: str, issue: Callable[[], IssuedTicket]) -> IssuedTicket:
        self.asked.append(journey)
        if journey in self.labels:
            self.asked_after_the_number.append(journey)
        ticket = issue()
        self.labels.setdefault(journey, set()).add(ticket.label)
        return ticket


class Walk:
    """A citizen who touches everything, on lanes whose answers come when and in the order the test wants."""

    def __init__(self) -> None:
        self.office, self.printer, self.hands = WatchedOffice(), SamplePrinter(), ByHand()
        lanes = Lanes(Lane("database", self.hands), Lane("line", self.hands), Lane("printing", self.hands))
        self.journeys = 0
        self.homecomings = 0
        self.model = TakeNumberViewModel(self.office, lanes, self.printer, self._journey, Language("vi"))
        self.model.left.connect(self._come_home)

    def step(self, name: str, choice: int) -> None:
        """One touch, scan, answer or mishap, as the shell would let it through."""
        model, office = self.model, self.office
        touches: dict[str, Callable[[], None]] = {
            "line": lambda: model.begin(office.tiles()[choice % 6], office.groups()),
            "procedure": lambda: model.begin_for("ABZ"[choice % 3], "1.001193"),
            "appointment": model.begin_appointment,
            "group": lambda: model.choose_group(office.groups()[choice % 3].id),
            "list": model.list_procedures,
            "read": lambda: model.read_documents("1.001193"),
            "choose": model.choose_procedure,
            "matters": model.list_matters,
            "matter": lambda: model.toggle_matter("ABCDEF"[choice % 6]),
            "confirm": model.confirm,
            "card": lambda: model.take_card((CARD, "|")[choice % 2]),
            "digits": lambda: [model.press(digit) for digit in "260017"] and None,
            "erase": model.erase,
            "check_in": model.check_in,
            "scan": lambda: model.check_in_scanned((APPOINTMENT, EARLY_APPOINTMENT, LATE_APPOINTMENT)[choice % 3]),
            "ordinary": model.take_ordinary,
            "print": model.print_again,
            "back": model.back,
            "answer": lambda: self.answer(choice),
            "paper": lambda: setattr(self.printer, "out_of_paper", choice % 2 == 1),
            "disk": lambda: setattr(office, "disk_full", choice % 2 == 1),
            "rule": lambda: setattr(office, "card_wanted", choice % 2 == 1),
            "full": lambda: setattr(office, "full", "ABCDEF"[: choice % 4]),
        }
        before = model.state
        if not (name in ("line", "procedure", "appointment") and model.state.issuing):
            touches[name]()
        if before.issuing and name != "answer":
            assert model.state.issuing
            assert model.state.journey == before.journey

    def answer(self, choice: int) -> None:
        """One of the open questions is answered, not always the oldest."""
        if self.hands.waiting:
            self.hands.waiting.rotate(-(choice % len(self.hands.waiting)))
            self.hands.waiting.popleft()()
            settle()

    def check(self) -> None:
        """What must hold at every moment."""
        assert all(len(labels) == 1 for labels in self.office.labels.values())
        assert self.office.asked_after_the_number == []
        ticket = self.model.state.ticket
        if ticket is not None:
            assert self.office.labels[self.model.state.journey] == {ticket.label}
            assert not self.model.view["can_confirm"]
            assert not self.model.wants_card

    def _journey(self) -> str:
        self.journeys += 1
        return f"journey-{self.journeys}"

    def _come_home(self) -> None:
        self.homecomings += 1
        self.model.leave()


TOUCHES = (
    "line",
    "procedure",
    "appointment",
    "group",
    "list",
    "read",
    "choose",
    "matters",
    "matter",
    "confirm",
    "card",
)
MORE_TOUCHES = ("digits", "erase", "check_in", "scan", "ordinary", "print", "back", "paper", "disk", "rule", "full")
OFTEN = ("line", "confirm", "confirm", "card", "digits", "check_in", "answer", "answer", "answer", "answer", "answer")
STEPS = st.lists(
    st.tuples(st.sampled_from((*TOUCHES, *MORE_TOUCHES, *OFTEN)), st.integers(0, 11)), min_size=30, max_size=80
)
WALKS = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def walked(steps: list[tuple[str, int]]) -> Walk:
    """A walk that has taken all `steps`, with everything checked on the way."""
    walk = Walk()
    walk.model.begin(walk.office.tiles()[0], walk.office.groups())
    for name, choice in steps:
        walk.step(name, choice)
        walk.check()
    return walk


@WALKS
@given(steps=STEPS)
def test_a_journey_never_gets_two_numbers(qapp: QApplication, steps: list[tuple[str, int]]) -> None:
    walk = walked(steps)
    while walk.hands.waiting:
        walk.answer(0)
        walk.check()
    journeys = [wish.journey for wish in walk.office.issued]
    assert len(journeys) == len(set(journeys))


@WALKS
@given(steps=STEPS)
def test_back_always_leads_home_in_a_few_touches(qapp: QApplication, steps: list[tuple[str, int]]) -> None:
    walk = walked(steps)
    while walk.model.state.issuing:
        walk.answer(0)
    homecomings = walk.homecomings
    for _ in range(FARTHEST_FROM_HOME):
        walk.model.back()
        if walk.homecomings > homecomings:
            break
    assert walk.homecomings == homecomings + 1
    assert walk.model.state == TakeNumberState()


@WALKS
@given(steps=STEPS)
def test_leaving_leaves_no_trace_whatever_is_still_answered(qapp: QApplication, steps: list[tuple[str, int]]) -> None:
    walk = walked(steps)
    fresh = Walk().model.view
    walk.model.leave()
    assert (walk.model.state, walk.model.view) == (TakeNumberState(), fresh)
    while walk.hands.waiting:
        walk.answer(0)
    assert (walk.model.state, walk.model.view) == (TakeNumberState(), fresh)


def test_once_a_number_is_there_the_office_is_not_asked_again(qapp: QApplication) -> None:
    walk = Walk()
    walk.model.begin(walk.office.tiles()[0], walk.office.groups())
    for _ in range(5):
        walk.model.confirm()
    while walk.hands.waiting:
        walk.answer(0)
    for name in ("confirm", "scan", "card", "check_in", "read", "list", "matters", "ordinary", "print"):
        walk.step(name, 0)
    assert walk.office.asked == ["journey-1"]
    assert walk.model.state == replace(walk.model.state, stage="issued", journey="journey-1")
