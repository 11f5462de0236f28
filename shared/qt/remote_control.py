"""Remote control (điều khiển từ xa) of a running program, for the demonstration and the scenario tests only.

A program started with the hidden flag `--remote-control` reads one JSON object a line on its standard input and answers
each with one line on its standard output: `{"id": 7, "ok": true, "value": …}` or `{"id": 7, "ok": false, "error": …}`,
with `"in_vain": true` when it was waited for and did not come.
The first line it writes is `{"ready": true}`. When its standard input ends, the program quits.

    {"id": 1, "do": "click", "name": "line_A"}         a press of the mouse; lists and tables: with "row" or "text"
    {"do": "choose", "name": "receiver", "text": …}    a row of the list that a combo box opens
    {"do": "type", "text": "Ơn", "name": …}            keys, into what has the focus or is clicked before
    {"do": "key", "keys": "Ctrl+Return"}               one key or combination
    {"do": "scan", "text": …}                          quick keys and Enter, as a scanner types
    {"do": "read", "name": …, "property": …}           a property; "rows" of a list or table
    {"do": "wait", "name": …}                          until it is visible; with "property" also until that "is",
                                                       "is_not" or "contains" a value
    {"do": "where", "name": …}                         the point of the screen at which a pointer would press it
    {"do": "gone", "name": …}                          until it is not visible
    {"do": "shows", "text": …}                         until a visible text contains that
    {"do": "exists", "name": …}, {"do": "names"}, {"do": "texts"}, {"do": "picture", "file": …}, {"do": "quit"}

Commands that look for something are patient: they try again until it is there, enabled and at rest, or until
`timeout` seconds (5) are over.
"""

from __future__ import annotations

import json
import os
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QCoreApplication, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox

from shared.qt import remote_hand
from shared.qt.remote_places import NotYetError, Place, Side, Target, row_place, rows_of, sides

PATIENCE_SECONDS = 5.0
_SPARE_SECONDS = 0.05
_HAND_TO_SCANNER_SECONDS = 0.15
_TRY_AGAIN_MILLISECONDS = 25
_STDIN, _STDOUT = 0, 1

Command = Mapping[str, Any]
Write = Callable[[bytes], None]


@dataclass(slots=True)
class _Begun:
    """A command that is being carried out."""

    command: Command
    ends_at: float
    place: Place | None = None
    opened_at: float | None = None
    image: QImage | None = None


class RemoteControl(QObject):
    """Carries out commands one after another on the GUI thread.

    Signals: `_received` carries a line from the reading thread to the GUI thread; None says that no more will come.
    """

    _received = Signal(object)

    def __init__(self, application: QCoreApplication, write: Write, seconds: Callable[[], float]) -> None:
        super().__init__(application)
        self._application = application
        self._write = write
        self._seconds = seconds
        self._sides: tuple[Side, ...] = sides()
        self._waiting: deque[Command] = deque()
        self._begun: _Begun | None = None
        self._trying = False
        self._last_key = seconds() - _HAND_TO_SCANNER_SECONDS
        self._timer = QTimer(self)
        self._timer.setInterval(_TRY_AGAIN_MILLISECONDS)
        self._timer.timeout.connect(self._try)
        self._received.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def receive(self, line: bytes | None) -> None:
        """Takes one line, from any thread; None ends the program."""
        self._received.emit(line)

    def say(self, **answer: object) -> None:
        """Writes one line."""
        self._write(json.dumps(answer, ensure_ascii=False).encode() + b"\n")

    @Slot(object)
    def _take(self, line: bytes | None) -> None:
        if line is None:
            self._application.exit(0)
            return
        try:
            command = json.loads(line)
        except ValueError:
            self.say(id=None, ok=False, error="the line is not JSON")
            return
        self._waiting.append(command)
        self._begin_next()

    def _begin_next(self) -> None:
        if self._begun is None and self._waiting:
            command = self._waiting.popleft()
            self._begun = _Begun(command, self._seconds() + float(command.get("timeout", PATIENCE_SECONDS)))
            self._timer.start()
            self._try()

    @Slot()
    def _try(self) -> None:
        # Presses and pictures let other events run, this timer's among them.
        if self._trying or self._begun is None:
            return
        self._trying = True
        begun = self._begun
        try:
            self._finish(ok=True, value=self._deed(begun))
        except NotYetError as problem:
            if self._seconds() >= begun.ends_at:
                self._finish(ok=False, error=f"{problem}.", in_vain=True)
        except RuntimeError:
            # What was found was taken down between two events: look again.
            if self._seconds() >= begun.ends_at:
                self._finish(ok=False, error="it keeps going away.", in_vain=True)
        except (ValueError, KeyError, TypeError) as problem:
            self._finish(ok=False, error=f"{problem}.")
        finally:
            self._trying = False

    def _finish(self, **answer: object) -> None:
        if self._begun is None:
            return
        number = self._begun.command.get("id")
        self._begun = None
        self._timer.stop()
        self.say(id=number, **answer)
        QTimer.singleShot(0, self._begin_next)

    def _deed(self, begun: _Begun) -> object:
        command = begun.command
        match command.get("do"):
            case "click":
                remote_hand.press(self._at_rest(begun))
            case "where":
                place = self._at_rest(begun)
                point = place.window.mapToGlobal(place.point)
                return [point.x(), point.y()]
            case "choose":
                self._choose(begun)
            case "type":
                if command.get("name"):
                    remote_hand.press(self._at_rest(begun))
                remote_hand.type_text(str(command["text"]))
                self._last_key = self._seconds()
            case "key":
                remote_hand.press_keys(str(command["keys"]))
                self._last_key = self._seconds()
            case "scan":
                if self._seconds() - self._last_key < _HAND_TO_SCANNER_SECONDS:
                    raise NotYetError("the hand is still at the keys")
                remote_hand.scan(str(command["text"]))
                self._last_key = self._seconds()
            case "read":
                return _read(self._visible(command["name"]), str(command["property"]))
            case "wait":
                return self._wait(command)
            case "gone":
                if self._find(command["name"]) is not None:
                    raise NotYetError(f"{command['name']} is still visible")
            case "shows":
                if not any(command["text"] in text for text in self._texts()):
                    raise NotYetError("nothing on the screen says that")
            case "texts":
                return list(self._texts())
            case "exists":
                return self._find(command["name"]) is not None
            case "names":
                return [thing.objectName() for side in self._sides for thing in side.things()]
            case "picture":
                self._photograph(begun, Path(command["file"]))
            case "quit":
                # Not quit(): a kiosk refuses to close its window. What was typed is kept after the event loop.
                QTimer.singleShot(0, lambda: self._application.exit(0))
            case other:
                raise ValueError(f"there is no command {other}")
        return None

    def _find(self, name: str) -> QObject | None:
        return next((thing for side in self._sides if (thing := side.find(name)) is not None), None)

    def _texts(self) -> Iterator[str]:
        return (text for side in self._sides for text in side.texts())

    def _visible(self, name: str) -> QObject:
        thing = self._find(name)
        if thing is None:
            raise NotYetError(f"nothing visible is called {name}")
        return thing

    def _at_rest(self, begun: _Begun) -> Place:
        """The place to press, once it has been the same twice: a person does not hit what still moves."""
        command = begun.command
        text = command.get("text") if command["do"] == "click" else None
        target = Target(command["name"], command.get("row"), text)
        side = next((each for each in self._sides if each.find(target.name) is not None), self._sides[0])
        place = side.aim(target)
        if begun.place != place:
            begun.place = place
            raise NotYetError(f"{target.name} does not stand still")
        return place

    def _photograph(self, begun: _Begun, file: Path) -> None:
        """Photographs what has come to rest; at the end of the patience what there is."""
        image = next((image for side in self._sides if (image := side.picture()) is not None), None)
        if image is None:
            raise NotYetError("no window is open")
        before, begun.image = begun.image, image
        if image != before and self._seconds() < begun.ends_at:
            raise NotYetError("the window does not stand still")
        if not image.save(str(file)):
            raise ValueError("the picture could not be saved")

    def _choose(self, begun: _Begun) -> None:
        """Opens a combo box, and presses a row once Qt no longer takes that for the end of the first press."""
        box = self._visible(begun.command["name"])
        if not isinstance(box, QComboBox):
            raise TypeError(f"{begun.command['name']} is not a combo box")
        if begun.opened_at is None:
            remote_hand.press(self._at_rest(begun))
            begun.opened_at = self._seconds()
        if self._seconds() - begun.opened_at < QApplication.doubleClickInterval() / 1000 + _SPARE_SECONDS:
            raise NotYetError("the list has only just opened")
        remote_hand.press(row_place(box.view(), Target(begun.command["name"], text=str(begun.command["text"]))))

    def _wait(self, command: Command) -> object:
        thing = self._visible(command["name"])
        if "property" not in command:
            return None
        value = _read(thing, str(command["property"]))
        meets = (
            ("is" not in command or value == command["is"])
            and ("is_not" not in command or value != command["is_not"])
            and ("contains" not in command or command["contains"] in str(value))
        )
        if not meets:
            raise NotYetError(f"{command['name']}.{command['property']} is not yet as asked")
        return value


def attach(application: QCoreApplication) -> RemoteControl:
    """Puts `application`, before its event loop runs, under the command of its standard input."""
    control = RemoteControl(application, _write_out, time.monotonic)
    reader = threading.Thread(target=_read_in, args=(control.receive,), name="remote-control", daemon=True)
    QTimer.singleShot(0, lambda: control.say(ready=True))
    QTimer.singleShot(0, reader.start)
    return control


def _read_in(receive: Callable[[bytes | None], None]) -> None:
    # Reads the bare descriptor: a buffered stream would be locked by this thread while the program ends.
    rest = b""
    while True:
        block = os.read(_STDIN, 65536)
        if not block:
            receive(None)
            return
        *lines, rest = (rest + block).split(b"\n")
        for line in lines:
            receive(line)


def _write_out(line: bytes) -> None:
    while line:
        line = line[os.write(_STDOUT, line) :]


def _read(thing: QObject, name: str) -> object:
    if name == "rows" and isinstance(thing, QAbstractItemView):
        return rows_of(thing)
    if thing.metaObject().indexOfProperty(name) < 0 and QByteArray(name.encode()) not in thing.dynamicPropertyNames():
        raise ValueError(f"{thing.objectName()} has no property {name}")
    return _plain(thing.property(name))


def _plain(value: object) -> object:
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if isinstance(value, dict):
        return {str(key): _plain(each) for key, each in value.items()}
    return str(value)
