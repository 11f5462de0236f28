"""A camera as scanner (máy quét bằng camera): reads codes that are held before it. No picture is ever stored or sent.

It needs the extra `camera` (OpenCV and zxing-cpp), which is imported when the camera is opened and not before.
"""

from __future__ import annotations

import importlib.util
import threading
import time
from collections.abc import Callable
from typing import Protocol, TypeAlias

from PySide6.QtCore import QObject, Qt, Signal, Slot

from shared.failures import EnvironmentFailure, Sentence
from shared.qt.lanes import fault_of
from shared.qt.scanner_keys import LONGEST_CODE

FRAME_SECONDS = 0.1
"""The shortest time from one picture to the next."""

AWAY_SECONDS = 2.0
"""How long a code must have been out of the picture before it counts as shown again."""

RETRY_SECONDS = 10.0
"""From losing the camera to trying again."""

_LONGEST_GOODBYE_SECONDS = 2.0
_FORMATS = "QRCode,Code128,PDF417"
_SIZE = (1280, 720)
_MODULES = ("cv2", "zxingcpp")

Frame: TypeAlias = object
"""One picture: a numpy array of bytes, rows × columns (grey) or rows × columns × 3 (blue, green, red)."""

Wait: TypeAlias = Callable[[threading.Event, float], bool]
"""Waits so many seconds for an event; whether it has come."""


class FrameSource(Protocol):
    """Where pictures come from."""

    def read(self) -> Frame | None:
        """The next picture; None when there will be no more (camera unplugged, film at its end)."""
        ...

    def close(self) -> None:
        """Lets go of the device."""
        ...


class SeenCodes:
    """Which codes in the picture are new; a code is new once, until it has been away for AWAY_SECONDS."""

    def __init__(self) -> None:
        self._last_seen: dict[str, float] = {}

    def new_among(self, codes: list[str], now: float) -> list[str]:
        """Those of `codes`, seen at `now` (seconds), that were not in the picture lately."""
        self._last_seen = {code: seen for code, seen in self._last_seen.items() if now - seen < AWAY_SECONDS}
        new = [code for code in dict.fromkeys(codes) if code not in self._last_seen]
        self._last_seen.update(dict.fromkeys(codes, now))
        return new


class OpenCvCamera:
    """A camera by its number (0 is the first), or a film or a sequence of pictures by its path."""

    def __init__(self, source: int | str) -> None:
        """Opens it; EnvironmentFailure `camera_missing` when that cannot be done."""
        import cv2

        cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)
        self._error = cv2.error
        self._capture = cv2.VideoCapture(source)
        if isinstance(source, int):
            self._capture.set(cv2.CAP_PROP_FRAME_WIDTH, _SIZE[0])
            self._capture.set(cv2.CAP_PROP_FRAME_HEIGHT, _SIZE[1])
            self._capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)
        if not self._capture.isOpened():
            self.close()
            raise EnvironmentFailure("camera_missing", _GONE.vi, _GONE.en)

    def read(self) -> Frame | None:
        """The next picture, None when the camera gives none."""
        try:
            there, frame = self._capture.read()
        except self._error:
            return None
        return frame if there else None

    def close(self) -> None:
        """Lets go of the camera."""
        self._capture.release()


def camera(source: int | str) -> Callable[[], FrameSource]:
    """What opens the camera or film `source`.

    EnvironmentFailure `camera_not_installed` at once when the extra `camera` is not there.
    """
    if any(importlib.util.find_spec(module) is None for module in _MODULES):
        raise EnvironmentFailure(
            "camera_not_installed",
            "Máy này chưa cài phần đọc mã bằng camera. Xin cài gói bổ sung “camera” hoặc chạy không có --camera.",
            "Reading codes by camera is not installed on this machine. Please install the extra “camera” "
            "or start without --camera.",
        )
    return lambda: OpenCvCamera(source)


def read_codes(frame: Frame) -> list[str]:
    """The texts of the QR codes, Code 128 and PDF417 bar codes in the picture, at any angle."""
    import zxingcpp

    formats = zxingcpp.barcode_formats_from_str(_FORMATS)
    found = zxingcpp.read_barcodes(frame, formats=formats, text_mode=zxingcpp.TextMode.Plain)
    texts = (each.text.strip() for each in found)
    return [text for text in texts if text and len(text) <= LONGEST_CODE]


class CameraScanner(QObject):
    """Looks through a camera on a thread of its own; everything it says is said on the GUI thread.

    Signals: `scanned` with the text of a code, once for as long as it is held before the camera; `trouble` with a
    `Sentence` when the camera is lost or was never there, once until it works again; `working` when it gives pictures,
    at first and after trouble. The camera is tried again every RETRY_SECONDS.
    """

    scanned = Signal(str)
    trouble = Signal(object)
    working = Signal()
    _arrived = Signal(object)

    def __init__(
        self,
        open_source: Callable[[], FrameSource],
        *,
        seconds: Callable[[], float] = time.monotonic,
        wait: Wait = threading.Event.wait,
    ) -> None:
        """`open_source` (see `camera`) runs on the thread and may raise EnvironmentFailure; `seconds`: a stopwatch."""
        super().__init__()
        self._open_source = open_source
        self._seconds = seconds
        self._wait = wait
        self._seen = SeenCodes()
        self._stopping = threading.Event()
        self._is_working: bool | None = None
        self._thread = threading.Thread(target=self._run, name="camera", daemon=True)
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begins to look. Once."""
        self._thread.start()

    def stop(self) -> None:
        """Ends at once, in the middle of a wait too; nothing is said any more. May be called twice or unstarted."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join(_LONGEST_GOODBYE_SECONDS)

    def _run(self) -> None:
        try:
            while not self._stopping.is_set():
                self._look_until_lost()
                if self._wait(self._stopping, RETRY_SECONDS):
                    return
        except Exception as error:  # noqa: BLE001  # the boundary where our bugs become a number to quote
            self._tell_trouble(fault_of(error).sentence)

    def _look_until_lost(self) -> None:
        try:
            source = self._open_source()
        except EnvironmentFailure as failure:
            self._tell_trouble(failure.sentence)
            return
        try:
            while not self._stopping.is_set() and self._look(source):
                pass
        finally:
            source.close()
        self._tell_trouble(_GONE)

    def _look(self, source: FrameSource) -> bool:
        """Whether there was a picture."""
        began = self._seconds()
        frame = source.read()
        if frame is None:
            return False
        self._tell_working()
        for code in self._seen.new_among(read_codes(frame), self._seconds()):
            self._hand_over(lambda code=code: self.scanned.emit(code))  # type: ignore[misc]
        left = FRAME_SECONDS - (self._seconds() - began)
        if left > 0:
            self._wait(self._stopping, left)
        return True

    def _tell_working(self) -> None:
        if self._is_working is not True:
            self._is_working = True
            self._hand_over(self.working.emit)

    def _tell_trouble(self, sentence: Sentence) -> None:
        if self._is_working is not False:
            self._is_working = False
            self._hand_over(lambda: self.trouble.emit(sentence))

    def _hand_over(self, delivery: Callable[[], None]) -> None:
        if not self._stopping.is_set():
            self._arrived.emit(delivery)

    @Slot(object)
    def _deliver(self, delivery: Callable[[], None]) -> None:
        if not self._stopping.is_set():
            delivery()


_GONE = Sentence(
    "Camera quét mã không hoạt động. Xin kiểm tra dây cắm; máy tự thử lại sau mỗi 10 giây.",
    "The camera that reads codes does not work. Please check its cable; it is tried again every 10 seconds.",
)
