"""Every screen in both languages and sizes: nothing cut, nothing overlapping, everything named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter.gallery import SCREENS, set_stage
from counter.look import LARGE_SIZE, NORMAL_SIZE
from counter.stage import Scene, Stage
from tests.counter import walk

SMALLEST = (1280, 680)
USUAL = (1366, 768)
MANNERS = ((NORMAL_SIZE, SMALLEST), (LARGE_SIZE, USUAL))


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("first", [0, 1], ids=["from normal to large", "from large to normal"])
def test_every_screen_shows_all_it_says(qtbot: QtBot, language: str, first: int) -> None:
    """A window takes more time to build than to change: each screen is built in one manner, in the other language in
    the other, and then switched over, as officers do."""
    wrong: list[str] = []
    for screen in SCREENS[first if language == "vi" else 1 - first :: 2]:
        (letters, size), (other_letters, other_size) = MANNERS[first], MANNERS[1 - first]
        with walk.brought_to(screen, set_stage(language, letters, size)) as stage:
            wrong += problems(stage, screen, size)
            stage.window.become(replace(stage.window.look, size=other_letters))
            stage.window.resize(*other_size)
            stage.settle()
            wrong += problems(stage, screen, other_size)
    assert wrong == []


def problems(stage: Stage, screen: Scene, size: tuple[int, int]) -> Iterator[str]:
    """What is wrong with the window as it stands."""
    window, name = stage.window, f"{screen.__name__}, {size[0]}x{size[1]}"
    lying_over = "procedure_list" if screen.__name__ == "searching" else ""
    found = [*walk.cut(window), *walk.sideways(window), *walk.nameless(window), *walk.too_small(window)]
    if not lying_over:
        found += walk.overlapping(window, lying_over)
    yield from (f"{name}: {problem}" for problem in found)
    if window.size().toTuple() != size:
        yield f"{name}: the window grew to {window.size().toTuple()}"
    shown = [each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not window]
    yield from (f"{name}: a window of its own: {each}" for each in shown)
