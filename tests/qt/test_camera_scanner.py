"""Codes held before a camera: real pictures, read again by the real decoder."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import cv2
import numpy as np
import pytest
import qrcode
import zxingcpp
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from shared.failures import EnvironmentFailure, Sentence
from shared.qt.camera_scanner import (
    AWAY_SECONDS,
    FRAME_SECONDS,
    RETRY_SECONDS,
    CameraScanner,
    Frame,
    FrameSource,
    SeenCodes,
    camera,
    read_codes,
)
from shared.qt.scanner_keys import LONGEST_CODE

ADDRESS = "https://motcua.phuong-mau.example/t/ABCDEFGHIJKLMNOPQRSTUVWXY2"
CARD = "000165000001||Nguyễn Thị Thử|03101965|Nữ|Thôn Mẫu, Xã Mẫu|01012022"
Picture = np.ndarray[tuple[int, ...], np.dtype[np.uint8]]


def scene(*codes: Picture) -> Picture:
    """What a camera of 640×480 sees: a grey desk, with a code in its middle."""
    picture: Picture = np.full((480, 640, 3), 190, np.uint8)
    for code in codes:
        height, width = code.shape[:2]
        top, left = (480 - height) // 2, (640 - width) // 2
        picture[top : top + height, left : left + width] = code
    return picture


def qr(text: str, dot: int = 5) -> Picture:
    made = qrcode.QRCode(box_size=dot, border=4)
    made.add_data(text.encode())
    return np.asarray(made.make_image().convert("RGB"), np.uint8)


def bars(text: str, kind: str, size: int) -> Picture:
    made = zxingcpp.create_barcode(text, zxingcpp.barcode_format_from_str(kind))
    return np.asarray(cv2.cvtColor(np.array(made.to_image(scale=size)), cv2.COLOR_GRAY2BGR), np.uint8)


def turned(picture: Picture, degrees: float) -> Picture:
    height, width = picture.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    return np.asarray(cv2.warpAffine(picture, turn, (width, height), borderValue=(190, 190, 190)), np.uint8)


def film(file: Path, pictures: list[Picture]) -> str:
    writer = cv2.VideoWriter(str(file), cv2.VideoWriter.fourcc(*"MJPG"), 10, (640, 480))
    assert writer.isOpened()
    for picture in pictures:
        writer.write(picture)
    writer.release()
    return str(file)


class Time:
    """Passes at once when somebody waits; `waited` is for how long each time."""

    def __init__(self) -> None:
        self.now = 0.0
        self.waited: list[float] = []

    def seconds(self) -> float:
        return self.now

    def wait(self, event: threading.Event, seconds: float) -> bool:
        self.waited.append(seconds)
        self.now += seconds
        return event.wait(0.001)


class Heard:
    """What a scanner said, and on which thread."""

    def __init__(self, scanner: CameraScanner) -> None:
        self.codes: list[str] = []
        self.said: list[str] = []
        self.sentences: list[Sentence] = []
        self.threads: set[QThread] = set()
        scanner.scanned.connect(self._scanned)
        scanner.trouble.connect(self._trouble)
        scanner.working.connect(lambda: self.said.append("working"))

    def _scanned(self, code: str) -> None:
        self.codes.append(code)
        self.threads.add(QThread.currentThread())

    def _trouble(self, sentence: Sentence) -> None:
        self.said.append("trouble")
        self.sentences.append(sentence)


@contextmanager
def looking(open_source: Callable[[], FrameSource], time: Time) -> Iterator[Heard]:
    scanner = CameraScanner(open_source, seconds=time.seconds, wait=time.wait)
    heard = Heard(scanner)
    scanner.start()
    try:
        yield heard
    finally:
        scanner.stop()


class Shows:
    """A camera that shows these pictures and is then unplugged."""

    def __init__(self, pictures: list[Frame]) -> None:
        self._pictures = iter(pictures)
        self.closed = False

    def read(self) -> Frame | None:
        return next(self._pictures, None)

    def close(self) -> None:
        self.closed = True


@pytest.mark.parametrize("degrees", [0, 17, 90, 200])
@pytest.mark.parametrize("text", [ADDRESS, CARD])
def test_a_code_is_read_blurred_and_at_any_angle(text: str, degrees: float) -> None:
    picture = cv2.GaussianBlur(turned(scene(qr(text)), degrees), (5, 5), 0)
    assert read_codes(picture) == [text]


@pytest.mark.parametrize(("kind", "size"), [("Code128", 2), ("PDF417", 2)])
def test_bar_codes_are_read_too(kind: str, size: int) -> None:
    assert read_codes(scene(bars("H99.99.01-261118-0007", kind, size))) == ["H99.99.01-261118-0007"]


def test_other_codes_and_an_empty_desk_are_nothing() -> None:
    assert read_codes(scene()) == []
    assert read_codes(scene(bars("8934567890120", "EAN13", 2))) == []


def test_a_code_longer_than_any_of_ours_is_nothing() -> None:
    picture = np.full((900, 900, 3), 255, np.uint8)
    code = qr("X" * (LONGEST_CODE + 1), dot=4)
    picture[: code.shape[0], : code.shape[1]] = code
    assert [len(found.text) for found in zxingcpp.read_barcodes(picture)] == [LONGEST_CODE + 1]
    assert read_codes(picture) == []


def test_a_code_is_new_once_until_it_has_been_away() -> None:
    seen = SeenCodes()
    assert seen.new_among(["A", "A", "B"], 0.0) == ["A", "B"]
    assert seen.new_among(["A"], 1.5) == []
    assert seen.new_among(["A"], 3.0) == []
    assert seen.new_among(["A", "B"], 3.0 + AWAY_SECONDS) == ["A", "B"]


def test_a_film_is_read_on_the_gui_thread_and_each_code_once(qtbot: QtBot, tmp_path: Path) -> None:
    pictures = [scene(), *[scene(qr(ADDRESS))] * 5, scene(), *[scene(qr(CARD, dot=4))] * 3]
    source = camera(film(tmp_path / "desk.avi", pictures))
    time = Time()
    with looking(source, time) as heard:
        qtbot.waitUntil(lambda: "trouble" in heard.said, timeout=20_000)
    assert heard.codes[:2] == [ADDRESS, CARD]
    assert heard.threads == {QApplication.instance().thread()}  # type: ignore[union-attr]
    assert time.waited[:10] == [FRAME_SECONDS] * 10
    assert time.waited[10] == RETRY_SECONDS
    assert list(tmp_path.iterdir()) == [tmp_path / "desk.avi"]


def test_a_sequence_of_pictures_is_a_camera_too(qtbot: QtBot, tmp_path: Path) -> None:
    for number in range(3):
        cv2.imwrite(str(tmp_path / f"{number:02d}.png"), scene(qr(ADDRESS)))
    with looking(camera(str(tmp_path / "%02d.png")), Time()) as heard:
        qtbot.waitUntil(lambda: heard.codes != [], timeout=20_000)
    assert heard.codes[0] == ADDRESS


def test_a_code_that_comes_back_after_a_while_is_scanned_again(qtbot: QtBot) -> None:
    shown, empty = scene(qr(ADDRESS)), scene()
    briefly, long = int(1 / FRAME_SECONDS), int(AWAY_SECONDS / FRAME_SECONDS) + 1
    pictures: list[Frame] = [shown, shown, *[empty] * briefly, shown, *[empty] * long, shown]
    source = Shows(pictures)
    with looking(lambda: source, Time()) as heard:
        qtbot.waitUntil(lambda: "trouble" in heard.said, timeout=20_000)
    assert heard.codes == [ADDRESS, ADDRESS]
    assert source.closed


def test_a_camera_that_is_unplugged_is_tried_again_until_it_comes_back(qtbot: QtBot) -> None:
    missing = EnvironmentFailure("camera_missing", "Không có camera.", "There is no camera.")
    plugged: list[FrameSource | EnvironmentFailure] = [
        Shows([scene(qr(ADDRESS))]),
        missing,
        missing,
        Shows([scene(qr(CARD, dot=4))]),
    ]
    time = Time()

    def open_next() -> FrameSource:
        found = plugged.pop(0) if plugged else missing
        if isinstance(found, EnvironmentFailure):
            raise found
        return found

    with looking(open_next, time) as heard:
        qtbot.waitUntil(lambda: heard.said.count("trouble") == 2, timeout=20_000)
    assert heard.codes == [ADDRESS, CARD]
    assert heard.said == ["working", "trouble", "working", "trouble"]
    assert time.waited.count(RETRY_SECONDS) >= 3
    assert "camera" in heard.sentences[0].en
    assert heard.sentences[0].vi


def test_a_camera_that_is_not_there_says_so_in_words(qtbot: QtBot, tmp_path: Path) -> None:
    with looking(camera(str(tmp_path / "none.avi")), Time()) as heard:
        qtbot.waitUntil(lambda: heard.said == ["trouble"], timeout=20_000)
    assert heard.sentences[0].vi.startswith("Camera")


def test_a_bug_of_the_program_ends_in_a_number_to_quote(qtbot: QtBot) -> None:
    with looking(lambda: Shows([object()]), Time()) as heard:
        qtbot.waitUntil(lambda: "trouble" in heard.said, timeout=20_000)
    assert "number" in heard.sentences[0].en


def test_it_stops_at_once_in_the_middle_of_a_wait(qapp: QApplication, qtbot: QtBot) -> None:
    waiting = threading.Event()

    def wait(event: threading.Event, seconds: float) -> bool:
        waiting.set()
        return event.wait(3600)

    scanner = CameraScanner(lambda: Shows([scene(qr(ADDRESS))]), wait=wait)
    heard = Heard(scanner)
    scanner.start()
    assert waiting.wait(20)
    scanner.stop()
    scanner.stop()
    assert "camera" not in [each.name for each in threading.enumerate()]
    qapp.processEvents()
    assert (heard.codes, heard.said) == ([], [])
    CameraScanner(lambda: Shows([])).stop()


@pytest.mark.parametrize("module", ["cv2", "zxingcpp"])
def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, module: str) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(EnvironmentFailure) as caught:
        camera(0)
    assert caught.value.code == "camera_not_installed"
    assert "camera" in caught.value.sentence.vi
