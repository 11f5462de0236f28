"""Every situation of the board before a strict eye: nothing cut, small, outside, over another, or hard to read."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.board.gallery import MANNERS, SCENES, SIZES, Manner, Orientation, board_staged, write_board_gallery
from kiosk.gallery import settle
from shared.failures import EnvironmentFailure
from shared.qt.theme import contrast
from tests.kiosk import looking

ROOT = Path(__file__).resolve().parents[3]
QML = ROOT / "kiosk" / "board" / "qml"
SMALLEST_LETTERS = 28
LARGEST_AT_LEAST = 200
LEAST_CONTRAST = 7.0

CAPITALS_FROM, CAPITALS_TO = 0.26, 1.0
"""Where the ink of the large figures begins and ends below the top of their text, in em."""

LOOKS: tuple[Callable[[QQuickItem], list[str]], ...] = (
    looking.cut_texts,
    looking.small_letters,
    looking.outside,
)


@pytest.fixture(autouse=True)
def read_from_afar(monkeypatch: pytest.MonkeyPatch) -> None:
    """A board is larger than a kiosk's glass: its smallest letters count 28 pixels of 1080."""
    monkeypatch.setattr(looking, "SMALLEST_LETTERS", SMALLEST_LETTERS)


def ink_of(item: QQuickItem, stage: QQuickItem) -> QRectF:
    """Where the letters of a text really stand."""
    place = looking.place_of(item, stage)
    if item.objectName() == "figures":
        size = item.property("fontInfo").property("pixelSize").toInt()
        return QRectF(place.x(), place.y() + CAPITALS_FROM * size, place.width(), (CAPITALS_TO - CAPITALS_FROM) * size)
    drawn = item.property("contentHeight")
    return QRectF(place.x(), place.center().y() - drawn / 2 + 6, place.width(), drawn - 12)


def overlapping_texts(stage: QQuickItem) -> list[str]:
    """Pairs of texts that are written over one another."""
    inks = [(looking.name_of(item), ink_of(item, stage)) for item in looking.items_of(stage) if looking.is_text(item)]
    return [f"{one} / {other}" for (one, a), (other, b) in combinations(inks, 2) if a.intersects(b)]


def ground_of(place: QRectF, picture: QImage) -> str:
    """The colour that fills most of `place`."""
    seen = place.toRect().intersected(picture.rect())
    spots = ((x, y) for y in range(seen.top(), seen.bottom(), 5) for x in range(seen.left(), seen.right(), 7))
    return Counter(picture.pixelColor(x, y).name() for x, y in spots).most_common(1)[0][0]


def pale_texts(stage: QQuickItem, picture: QImage) -> list[str]:
    """Texts with too little contrast to what lies behind them."""
    found = []
    for item in looking.items_of(stage):
        if looking.is_text(item):
            colour = QColor(item.property("color")).name()
            behind = ground_of(looking.place_of(item, stage), picture)
            if contrast(colour, behind) < LEAST_CONTRAST:
                found.append(f"{looking.name_of(item)}: {colour} on {behind}")
    return found


def small_numbers(stage: QQuickItem) -> list[str]:
    """Called numbers that cannot be read from the other end of the hall."""
    found = []
    for item in looking.items_of(stage):
        if item.objectName() == "figures":
            size = item.property("fontInfo").property("pixelSize").toInt()
            if size < LARGEST_AT_LEAST and len(str(item.property("text"))) <= 4:
                found.append(f"{item.property('text')}: {size}")
    return found


@pytest.mark.parametrize("manner", MANNERS)
@pytest.mark.parametrize("orientation", SIZES)
def test_every_situation_stands_before_a_strict_eye(
    qapp: QApplication, orientation: Orientation, manner: Manner
) -> None:
    found = []
    for scene, lead_there in SCENES.items():
        with board_staged(orientation, manner, scene) as stage:
            lead_there(stage)
            settle()
            picture = stage.window.view.grabWindow()
            glass = stage.window.view.rootObject().findChild(QQuickItem, "stage")
            found += [
                f"{scene}: {look.__name__}: {what}" for look in (*LOOKS, overlapping_texts) for what in look(glass)
            ]
            found += [f"{scene}: pale: {what}" for what in pale_texts(glass, picture)]
            found += [f"{scene}: small: {what}" for what in small_numbers(glass)]
            if (picture.width(), picture.height()) != SIZES[orientation]:
                found.append(f"{scene}: no picture")
    assert found == []


def test_what_is_called_is_on_the_glass_in_words(qapp: QApplication) -> None:
    with board_staged("landscape", "normal") as stage:
        SCENES["calling_two"](stage)
        settle()
        glass = stage.window.view.rootObject()
        texts = [str(item.property("text")) for item in looking.items_of(glass) if looking.is_text(item)]
    assert {"A012", "3", "B015", "2", "Đang gọi", "Calling", "Mời số", "Number", "Đến quầy"} <= set(texts)


@pytest.mark.parametrize("still", [True, False])
def test_a_new_call_moves_in_only_where_movement_is_on(qapp: QApplication, still: bool) -> None:
    with board_staged("landscape", "normal", still=still) as stage:
        SCENES["calling"](stage)
        cards = [each for each in looking.items_of(stage.window.view.rootObject()) if each.objectName() == "call_0"]
        assert (cards == [] or cards[0].opacity() < 1) != still
        QTest.qWait(0 if still else 400)
        cards = [each for each in looking.items_of(stage.window.view.rootObject()) if each.objectName() == "call_0"]
        assert cards[0].opacity() == 1


def test_no_screen_brings_a_colour_of_its_own() -> None:
    assert [path.name for path in QML.glob("*.qml") if 'color: "' in path.read_text(encoding="utf-8")] == []


def test_qmllint_has_nothing_to_say() -> None:
    tool = Path(sys.executable).parent / "pyside6-qmllint"
    files = [str(path) for path in sorted(QML.glob("*.qml"))]
    module = ROOT / "kiosk" / "qml" / "qmldir"
    done = subprocess.run([tool, "-i", str(module), *files], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_the_gallery_writes_every_situation(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.board.gallery.SCENES", {"quiet": SCENES["quiet"]})
    assert write_board_gallery(tmp_path) == len(SIZES) * len(MANNERS)
    picture = QImage(str(tmp_path / "vi" / "board" / "portrait" / "contrast" / "quiet.png"))
    assert picture.pixelColor(5, 5) == QColor("#000000")


def test_a_gallery_that_cannot_be_written_says_so(qapp: QApplication, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    with pytest.raises(EnvironmentFailure):
        write_board_gallery(blocked)
