"""The shared look: contrast, icons, typeface."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontInfo, QFontMetrics
from PySide6.QtWidgets import QApplication

import resources.icons
from shared.documents.fonts import all_vietnamese_letters
from shared.qt.icons import has_icon, icon_image
from shared.qt.theme import HIGH_CONTRAST, KIOSK_SCALE, NORMAL, PAIRS, Palette, contrast, load_typeface

ICONS = sorted(path.stem for path in Path(resources.icons.__file__).parent.glob("*.svg"))


@pytest.mark.parametrize("palette", [NORMAL, HIGH_CONTRAST], ids=["normal", "high contrast"])
@pytest.mark.parametrize(("letters", "ground"), PAIRS)
def test_every_declared_pair_of_colours_has_a_contrast_of_seven(palette: Palette, letters: str, ground: str) -> None:
    assert contrast(getattr(palette, letters), getattr(palette, ground)) >= 7


@pytest.mark.parametrize("palette", [NORMAL, HIGH_CONTRAST], ids=["normal", "high contrast"])
def test_the_edge_of_what_can_be_touched_is_seen(palette: Palette) -> None:
    assert contrast(palette.edge, palette.surface) >= 3
    assert contrast(palette.edge, palette.ground) >= 3


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)
    assert contrast("#FFFFFF", "#767676") == pytest.approx(4.54, abs=0.01)


def test_nothing_on_the_kiosk_is_smaller_than_32() -> None:
    assert min(asdict(KIOSK_SCALE).values()) >= 32


def test_the_typeface_has_every_vietnamese_letter(qapp: QApplication) -> None:
    font = QFont(load_typeface())
    assert QFontInfo(font).family() == "Be Vietnam Pro"
    metrics = QFontMetrics(font)
    assert [letter for letter in all_vietnamese_letters() if not metrics.inFontUcs4(ord(letter))] == []


@pytest.mark.parametrize("name", ICONS)
def test_an_icon_is_drawn_in_the_colour_that_was_asked_for(qapp: QApplication, name: str) -> None:
    image = icon_image(name, "#FF0000", 48)
    colours = {image.pixelColor(x, y).getRgb() for x in range(48) for y in range(48) if image.pixelColor(x, y).alpha()}
    assert colours
    assert all(red > 200 and green < 60 and blue < 60 for red, green, blue, _alpha in colours)


@pytest.mark.parametrize("name", ICONS)
def test_an_icon_keeps_the_grid_and_the_stroke(name: str) -> None:
    source = (Path(resources.icons.__file__).parent / f"{name}.svg").read_text(encoding="utf-8")
    assert 'viewBox="0 0 24 24"' in source
    assert 'stroke-width="2"' in source


def test_an_icon_that_is_not_there_is_known_not_to_be() -> None:
    assert not has_icon("no_such_icon")
