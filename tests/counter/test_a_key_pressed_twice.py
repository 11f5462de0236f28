"""A key that is pressed twice, or held down, in any room, while the first press is still being done: done once."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

import counter.stage
from counter.gallery import SCREENS, set_stage
from counter.sample_office import SampleOffice
from counter.stage import Scene, Stage
from shared.qt.lanes import Lane, Lanes

DEEDS = (
    *("receive", "collect", "record_receipt", "give_back", "offer", "accept", "cancel_handover", "mark_result_ready"),
    *("return_result", "request_supplement", "take_supplement", "meet_appointment", "show_duty", "send_apology"),
    *("refuse", "stop", "close_unanswered", "form_01", "control_slip", "print_again", "guidance_form", "register"),
    *("attach", "attach_kept", "withdraw_attachment", "put_back_attachment", "set_calendar_day"),
    *("withdraw_calendar_day", "settle_conflict", "call_offline", "serve_walk_in", "call_by_slip", "finish", "park"),
    *("absent", "transfer", "transfer_and_return", "undo", "open_counter", "deadline_list"),
    *("make_note", "note_paper", "withdraw_note", "give_note_back", "enter_note", "enter_paper", "post_day_sheet"),
    *("prepare_delivery", "withdraw_delivery", "track_delivery", "note_attempt", "hand_delivery", "give_up_delivery"),
    *("delivery_paper", "handover_record", "handover_list", "accept_on_paper", "settle_difference", "ask_agency"),
    *("agency_answered", "reached_agency", "back_from_agency"),
)
ENTER, CONTROL = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier


class HeldExecutor(Executor):
    """Does at once what it is given; while it is held, keeps it until it is let go."""

    def __init__(self) -> None:
        self.held = False
        self._waiting: list[Callable[[], object]] = []

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        if self.held:
            self._waiting.append(lambda: fn(*args, **kwargs))
        else:
            fn(*args, **kwargs)
        return Future()

    def let_go(self) -> None:
        self.held = False
        while self._waiting:
            self._waiting.pop(0)()


class Done:
    """Counts the deeds that reach an office, by name and for whom."""

    def __init__(self, office: SampleOffice) -> None:
        self.deeds: Counter[tuple[str, str]] = Counter()
        for name in DEEDS:
            setattr(office, name, self._counted(name, getattr(office, name)))

    def _counted(self, name: str, deed: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*args: Any, **kwargs: Any) -> Any:
            self.deeds[name, repr((args, kwargs))[:2000]] += 1
            return deed(*args, **kwargs)

        return counted


def press_twice(stage: Stage, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    """Two presses one after the other, and a third that comes from holding the key down."""
    for repeated in (False, False, True):
        target = QApplication.focusWidget() or stage.window
        for kind in (QKeyEvent.Type.ShortcutOverride, QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, key, modifiers, "\r", repeated, 1))
        QApplication.processEvents()


def click_twice(button: QPushButton) -> None:
    """Two clicks, as an impatient hand does them: the second one only on what can still be clicked."""
    for _ in range(2):
        if button.isVisible() and button.isEnabled():
            button.click()
        QApplication.processEvents()


WAYS = ("ctrl_enter", "enter", "primary")
HAD_IT = ("deciding_page", "lead_conflicts")
"""Screens on which a held key once did its deed three times; and one of a counter that serves a number."""


@pytest.mark.parametrize("way", WAYS)
def test_a_deed_is_done_once_however_often_its_key_is_pressed(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    try_twice([each for each in SCREENS if each.__name__ in (*HAD_IT, "searching")], monkeypatch, way)


@pytest.mark.long
@pytest.mark.parametrize("way", WAYS)
def test_a_deed_is_done_once_on_every_screen(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    try_twice(SCREENS, monkeypatch, way)


def try_twice(screens: Sequence[Scene], monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    """Presses on each of `screens`, and asserts that no deed was done twice and that some deed was done at all."""
    wrong: list[str] = []
    reached: set[str] = set()
    for screen in screens:
        work = HeldExecutor()
        lanes = Lanes(*(Lane(name, work) for name in ("database", "line", "printing", "files")))
        monkeypatch.setattr(counter.stage, "direct_lanes", lambda lanes=lanes: lanes)
        stage = set_stage("vi")
        screen(stage)
        stage.settle()
        stage.window.activateWindow()
        done = Done(stage.office)
        work.held = True
        if way == "primary":
            for button in stage.window.findChildren(QPushButton):
                if button.property("look") == "primary" and button.isVisible():
                    click_twice(button)
        else:
            press_twice(stage, ENTER, CONTROL if way == "ctrl_enter" else Qt.KeyboardModifier.NoModifier)
        work.let_go()
        stage.settle()
        reached |= {name for name, _ in done.deeds}
        wrong += [f"{screen.__name__}: {name} {times}×" for (name, _), times in done.deeds.items() if times > 1]
        stage.window.dispose()
        stage.lanes.close()
    gc.collect()
    assert wrong == []
    assert reached, "no screen has such a key"


OF_THE_POST = {
    "differences_page": "settle_found_at_giver",
    "note_sure": "withdraw_made",
    "notes_of_the_day": "print_note_copy",
    "delivery_prepared": "delivery_print",
    "delivery_opened": "delivery_refused",
    "delivery_at_the_door": "delivery_deliver",
}
"""Screens of the post with a button that is not their first one."""


@pytest.mark.parametrize("name", OF_THE_POST)
def test_a_deed_of_the_post_is_done_once_however_often_its_button_is_clicked(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    work = HeldExecutor()
    lanes = Lanes(*(Lane(each, work) for each in ("database", "line", "printing", "files")))
    monkeypatch.setattr(counter.stage, "direct_lanes", lambda: lanes)
    stage = set_stage("vi")
    next(each for each in SCREENS if each.__name__ == name)(stage)
    stage.settle()
    done = Done(stage.office)
    work.held = True
    button = next(each for each in stage.window.findChildren(QPushButton, OF_THE_POST[name]) if each.isVisible())
    click_twice(button)
    work.let_go()
    stage.settle()
    stage.window.dispose()
    stage.lanes.close()
    assert list(done.deeds.values()) == [1]
