"""Every screen, in each language, orientation and manner: nothing cut, nothing too small, nothing over another."""

from __future__ import annotations

import subprocess
import sys
from itertools import cycle, islice
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtQuick import QQuickItem
from PySide6.QtWidgets import QApplication

from kiosk.__main__ import main
from kiosk.gallery import MANNERS, SCENES, SIZES, Orientation, Stage, settle, staged, write_gallery
from kiosk.shell import Shell
from tests.kiosk import looking

ROOT = Path(__file__).resolve().parents[2]
QML = ROOT / "kiosk" / "qml"
LOOKS = (
    looking.cut_texts,
    looking.small_letters,
    looking.outside,
    looking.small_targets,
    looking.crowded_targets,
    looking.overlapping_texts,
    looking.names_twice,
)


ROUND = ("normal", "large", "large and lowered", "lowered")
STEPS = (Shell.toggle_large_text, Shell.toggle_lowered, Shell.toggle_large_text, Shell.toggle_lowered)
"""What leads from each manner to the next, and from the last to the first. A window takes more time to build than to
change: each screen is built in one manner, not always the same, and goes through all of them."""


def offences(stage: Stage, orientation: Orientation) -> list[str]:
    """What a strict eye finds on the screen."""
    picture = stage.window.view.grabWindow()
    glass = stage.window.view.rootObject().findChild(QQuickItem, "stage")
    found = [f"{look.__name__}: {what}" for look in LOOKS for what in look(glass)]
    if (picture.width(), picture.height()) != SIZES[orientation] or is_empty(picture):
        found.append("no picture")
    return found


def is_empty(picture: QImage) -> bool:
    """Whether it is of one colour."""
    first = picture.pixelColor(0, 0)
    spots = ((x, y) for x in range(0, picture.width(), 20) for y in range(0, picture.height(), 20))
    return all(picture.pixelColor(x, y) == first for x, y in spots)


@pytest.mark.parametrize("orientation", SIZES)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_screen_stands_before_a_strict_eye_in_every_manner(
    qapp: QApplication, language: str, orientation: Orientation
) -> None:
    found = []
    for number, (scene, lead_there) in enumerate(SCENES.items()):
        begins = number % len(ROUND)
        with staged(language, orientation, "normal") as stage:
            for step in STEPS[:begins]:
                step(stage.window.shell)
            lead_there(stage)
            for manner, step in islice(cycle(zip(ROUND, STEPS, strict=True)), begins, begins + len(ROUND)):
                settle()
                found += [f"{scene}, {manner}: {what}" for what in offences(stage, orientation)]
                step(stage.window.shell)
    assert found == []


def test_the_strict_eye_sees_what_is_too_small_cut_or_outside(qapp: QApplication) -> None:
    with staged("vi", "portrait", "normal") as stage:
        stage.window.view.grabWindow()
        glass = stage.window.view.rootObject().findChild(QQuickItem, "stage")
        tile = next(item for item in looking.items_of(glass) if item.objectName() == "line_A")
        letters = next(item for item in looking.items_of(tile) if looking.is_text(item))
        letters.setHeight(5)
        assert looking.cut_texts(glass)
        tile.setWidth(60)
        assert looking.small_targets(glass)
        tile.setX(-100)
        assert looking.outside(glass)
        tile.setY(tile.y() + tile.height())
        tile.setX(10)
        assert looking.crowded_targets(glass)


def test_no_screen_brings_a_colour_of_its_own() -> None:
    exceptions = {"FollowByPhone.qml", "Sheet.qml", "Splash.qml"}
    files = [path for path in QML.glob("*.qml") if path.name not in exceptions]
    assert [path.name for path in files if 'color: "' in path.read_text(encoding="utf-8")] == []


def test_qmllint_has_nothing_to_say() -> None:
    tool = Path(sys.executable).parent / "pyside6-qmllint"
    files = [str(path) for path in sorted(QML.glob("*.qml"))]
    done = subprocess.run([tool, "-i", str(QML / "qmldir"), *files], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_every_file_of_the_screens_is_laid_out_by_the_tool() -> None:
    tool = Path(sys.executable).parent / "pyside6-qmlformat"
    files = [*sorted(QML.glob("*.qml")), *sorted((ROOT / "kiosk" / "board" / "qml").glob("*.qml"))]
    done = subprocess.run([tool, *map(str, files)], capture_output=True, text=True, check=True)
    assert done.stdout == "".join(path.read_text(encoding="utf-8") for path in files)


def test_the_gallery_writes_a_picture_of_every_screen(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.gallery.SCENES", {"home": SCENES["home"]})
    assert write_gallery(tmp_path) == 2 * len(SIZES) * len(MANNERS)
    picture = QImage(str(tmp_path / "vi" / "portrait" / "contrast" / "home.png"))
    assert picture.pixelColor(5, 5) == QColor("#000000")


def test_a_gallery_that_cannot_be_written_is_one_sentence_and_a_status(
    qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    assert main(["--gallery", str(blocked)]) == 1
    assert "/" in capsys.readouterr().err
