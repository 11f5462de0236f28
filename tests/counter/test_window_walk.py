"""Every screen in both languages and sizes: nothing cut, nothing overlapping, everything named."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter.gallery import SCREENS, set_stage
from counter.look import LARGE_SIZE, NORMAL_SIZE
from tests.counter import walk

SMALLEST = (1280, 680)
USUAL = (1366, 768)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(("letters", "size"), [(NORMAL_SIZE, SMALLEST), (LARGE_SIZE, USUAL)])
def test_every_screen_shows_all_it_says(qtbot: QtBot, language: str, letters: float, size: tuple[int, int]) -> None:
    wrong: list[str] = []
    for screen in SCREENS:
        stage = set_stage(language, letters, size)
        screen(stage)
        stage.settle()
        window = stage.window
        lying_over = "procedure_list" if screen.__name__ == "searching" else ""
        problems = [*walk.cut(window), *walk.sideways(window), *walk.nameless(window), *walk.too_small(window)]
        if not lying_over:
            problems += walk.overlapping(window, lying_over)
        wrong += [f"{screen.__name__}: {problem}" for problem in problems]
        if window.size().toTuple() != size:
            wrong.append(f"{screen.__name__}: the window grew to {window.size().toTuple()}")
        shown = [each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not window]
        wrong += [f"{screen.__name__}: a window of its own: {each}" for each in shown]
        window.dispose()
        stage.lanes.close()
    assert wrong == []
