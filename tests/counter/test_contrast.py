"""Every screen in both palettes: letters stand out from what is really painted behind them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from counter.gallery import SCREENS, set_stage
from counter.look import NORMAL_SIZE
from shared.qt.theme import HIGH_CONTRAST, NORMAL
from tests.counter.walk import brought_to, name_of, seen_rectangle, visible
from tests.painted import painted, strongest_contrast

PALETTES = (NORMAL, HIGH_CONTRAST)
LEAST = 7.0
LEAST_OF_THE_DISABLED = 4.5
"""What cannot be used now must be readable all the same: what WCAG 2.2 asks of ordinary text."""

_OVER = "procedure_list"
"""The list of procedures found lies over what follows the search: nothing below it is seen."""

_LOWEST = 12
"""A label cut to fewer pixels by a scrolling part shows no whole letter."""


def pale(window: QWidget) -> Iterator[str]:
    """Labels, buttons and fields whose words stand out too little."""
    picture: QImage = window.grab().toImage()
    over = [seen_rectangle(each, window) for each in visible(window) if each.objectName() == _OVER]
    for widget in visible(window):
        if not isinstance(widget, QLabel | QPushButton | QLineEdit) or not widget.text().strip():
            continue
        place = seen_rectangle(widget, window)
        if any(place.intersects(each) for each in over):
            continue
        colours = painted(place, picture)
        if place.height() < _LOWEST or not colours:
            continue
        measured, ground = strongest_contrast(colours)
        if measured < (LEAST if widget.isEnabled() else LEAST_OF_THE_DISABLED):
            yield f"{name_of(widget)}: {measured:.1f} on {ground}"


@pytest.mark.parametrize("first", [0, 1], ids=["from normal to contrast", "from contrast to normal"])
def test_letters_stand_out_from_their_ground(qtbot: QtBot, first: int) -> None:
    """A window takes more time to build than to change: each screen is built in one palette and switched over."""
    wrong: list[str] = []
    palette, other = PALETTES[first], PALETTES[1 - first]
    for screen in SCREENS[first::2]:
        with brought_to(screen, set_stage("vi", NORMAL_SIZE, palette=palette)) as stage:
            wrong += [f"{screen.__name__}, built: {each}" for each in pale(stage.window)]
            stage.window.become(replace(stage.window.look, palette=other))
            stage.settle()
            wrong += [f"{screen.__name__}, switched over: {each}" for each in pale(stage.window)]
    assert wrong == []
