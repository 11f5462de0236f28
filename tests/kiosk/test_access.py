"""Every screen for people who do not touch, do not see well, or see no colours: names, keys, contrast, states."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.gallery import Orientation, settle, staged
from tests.kiosk import colours, reaching
from tests.kiosk.citizen import Citizen
from tests.kiosk.looking import name_of
from tests.kiosk.walking import WALKS, glass_of, walked

LATIN = set("abcdefghijklmnopqrstuvwxyz")


@pytest.mark.parametrize(
    "kind",
    [
        "nameless",
        "namesakes",
        "roles",
        "passed over",
        "pale",
        "pale in high contrast",
        "bare states",
        "bare in high contrast",
        "bare choices",
        "focus",
        "unseen focus",
    ],
)
@pytest.mark.parametrize(("language", "orientation"), WALKS)
def test_no_screen_shuts_anybody_out(qapp: QApplication, language: str, orientation: Orientation, kind: str) -> None:
    screens = walked(language, orientation)
    assert {scene: faults[kind] for scene, faults in screens.items() if faults[kind]} == {}


def test_every_control_has_its_name_in_the_language_of_the_screen(qapp: QApplication) -> None:
    """The names of procedures are those of the law, which has them in Vietnamese only."""
    vietnamese, english = (walked(*walk) for walk in WALKS)
    listed = vietnamese["number_procedures"]["names"].items()
    of_the_law = {spoken for name, spoken in listed if name.startswith("procedure_")}
    same = {
        (scene, name, spoken)
        for scene, found in vietnamese.items()
        for name, spoken in found["names"].items()
        if english[scene]["names"].get(name) == spoken and _is_a_word(spoken) and spoken not in of_the_law
    }
    assert same == set()


def _is_a_word(spoken: str) -> bool:
    """Whether it is more than a letter, a number or a code."""
    return any(len(word) > 1 and not set(word.lower()).isdisjoint(LATIN) for word in spoken.split())


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_the_focused_control_is_pressed_by_keys(vietnamese: Citizen, key: Qt.Key) -> None:
    tab_to(vietnamese, "large_text")
    QTest.keyClick(vietnamese.window.view, key)
    vietnamese.look()
    assert vietnamese.window.shell.state.large_text


def test_a_key_that_is_held_presses_once(vietnamese: Citizen) -> None:
    tab_to(vietnamese, "help")
    view = vietnamese.window.view
    QTest.keyPress(view, Qt.Key.Key_Return)
    assert vietnamese.window.shell.state.help_open
    QTest.keyRelease(view, Qt.Key.Key_Return)


def test_the_keys_alone_get_a_number(vietnamese: Citizen) -> None:
    tab_to(vietnamese, "line_A")
    QTest.keyClick(vietnamese.window.view, Qt.Key.Key_Return)
    vietnamese.look()
    tab_to(vietnamese, "confirm_number")
    QTest.keyClick(vietnamese.window.view, Qt.Key.Key_Return)
    vietnamese.look()
    assert vietnamese.reads("A012")


def test_a_sheet_keeps_the_focus_and_gives_it_back(vietnamese: Citizen) -> None:
    tab_to(vietnamese, "help")
    QTest.keyClick(vietnamese.window.view, Qt.Key.Key_Return)
    vietnamese.look()
    assert visited(vietnamese) == {"still", "close_help"}
    tab_to(vietnamese, "close_help")
    QTest.keyClick(vietnamese.window.view, Qt.Key.Key_Return)
    vietnamese.look()
    assert name_of(vietnamese.window.view.activeFocusItem()) == "help"


def test_the_countdown_takes_the_focus_from_the_help_below_it(vietnamese: Citizen) -> None:
    vietnamese.touch("help")
    vietnamese.window.shell.count_down(8)
    vietnamese.look()
    assert visited(vietnamese) == {"leave_now", "stay_here"}


def test_disabled_controls_and_pale_letters_are_noticed(qapp: QApplication) -> None:
    with staged("vi", "portrait", "normal") as stage:
        glass, view = glass_of(stage), stage.window.view
        picture = view.grabWindow()
        tile = next(item for item in reaching.controls(glass) if item.objectName() == "line_A")
        assert colours.pale_texts(glass, picture) == []
        tile.setOpacity(0.5)
        assert colours.pale_texts(glass, view.grabWindow())
        tile.setProperty("spoken", "")
        assert reaching.unspoken_controls(glass) == ["line_A"]
        tile.setProperty("activeFocusOnTab", False)
        view.requestActivate()
        settle()
        assert reaching.focus_faults(view, glass)


def visited(citizen: Citizen) -> set[str]:
    """What Tab comes to on the screen."""
    return set(map(name_of, reaching.tab_round(citizen.window.view)))


def tab_to(citizen: Citizen, name: str) -> None:
    """Presses Tab until the control has the focus."""
    view = citizen.window.view
    view.requestActivate()
    settle()
    for _ in range(reaching.MOST_CONTROLS):
        QTest.keyClick(view, Qt.Key.Key_Tab)
        item = reaching.focused(view)
        if item is not None and item.objectName() == name:
            return
    raise AssertionError(f"Tab never comes to {name}")
