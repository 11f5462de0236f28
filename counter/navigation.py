"""The rooms at the left of the window, each an icon and a word; below them the lock and the choices of the screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from counter.look import Look
from counter.parts.key_button import KeyButton
from counter.parts.labels import text_label
from counter.parts.view import View
from counter.session import Room
from counter.words import translate

_ICONS: dict[Room, str] = {
    "reception": "reception",
    "handover": "handover",
    "deciding": "deciding",
    "results": "results_out",
}
_ORDER: tuple[Room, ...] = ("reception", "handover", "deciding", "results")


class Navigation(View):
    """The way from room to room.

    Signals: `room_wanted` with the room.
    """

    room_wanted = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._room: Room | None = None
        self._title = text_label("lead")
        self._picture = QLabel()
        self._officer = text_label("small")
        self._officer.setObjectName("officer_name")
        self._rooms: dict[Room, KeyButton] = {}
        for at, room in enumerate(_ORDER):
            button = KeyButton(f"room_{room}")
            button.listen(f"Ctrl+{at + 1}")
            button.setCheckable(True)
            button.does(self._want(room))
            self._rooms[room] = button
        self.lock = KeyButton("lock")
        self.lock.listen("Ctrl+L")
        self.sign_out = KeyButton("sign_out")
        self.large = KeyButton("large_text")
        self.large.setCheckable(True)
        self.language = KeyButton("switch_language")
        self._lay_out()
        self.become(look)
        self.retranslate()

    def become(self, look: Look) -> None:
        """Takes another look."""
        self._look = look
        self._picture.setPixmap(look.pixmap("one_stop", look.palette.ground, 28))
        size = QSize(look.px(20), look.px(20))
        pictures = {
            self.lock: "lock",
            self.sign_out: "sign_out",
            self.large: "text_size",
            self.language: "globe",
        }
        for button, name in pictures.items():
            button.setIconSize(size)
            button.setIcon(look.icon(name, look.palette.ink if button.isChecked() else look.palette.ground))
        for button in self._rooms.values():
            button.setIconSize(size)
        self._paint_rooms()

    def offer(self, rooms: tuple[Room, ...]) -> None:
        """Shows the buttons of `rooms` only."""
        for room, button in self._rooms.items():
            button.setVisible(room in rooms)

    def show_room(self, room: Room) -> None:
        """Marks the room one is in."""
        self._room = room
        self._paint_rooms()

    def show_officer(self, name: str) -> None:
        """Shows who works here."""
        self._officer.setText(name)

    def retranslate(self) -> None:
        """Says every word."""
        self._title.setText(translate("Shell", "Một cửa"))
        words = {
            "reception": translate("Shell", "Tiếp nhận"),
            "handover": translate("Shell", "Bàn giao"),
            "deciding": translate("Shell", "Có kết quả"),
            "results": translate("Shell", "Trả kết quả"),
        }
        for at, room in enumerate(_ORDER):
            self._rooms[room].say(words[room])
            self._rooms[room].setAccessibleName(f"{words[room]} (Ctrl+{at + 1})")
            self._rooms[room].setToolTip(f"Ctrl+{at + 1}")
        self.lock.say(translate("Shell", "Khóa"))
        self.lock.setToolTip("Ctrl+L")
        self.sign_out.say(translate("Shell", "Kết thúc"))
        self.large.say(translate("Shell", "Chữ lớn"))
        self.language.say(translate("Shell", "English"))

    def _want(self, room: Room) -> Callable[[], None]:
        def want() -> None:
            self._paint_rooms()
            self.room_wanted.emit(room)

        return want

    def _paint_rooms(self) -> None:
        for room, button in self._rooms.items():
            here = room == self._room
            button.setChecked(here)
            colour = self._look.palette.ink if here else self._look.palette.ground
            button.setIcon(self._look.icon(_ICONS[room], colour))

    def _lay_out(self) -> None:
        frame = QFrame()
        frame.setObjectName("navigation")
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._picture)
        head.addWidget(self._title, 1)
        column = QVBoxLayout(frame)
        column.setContentsMargins(12, 20, 12, 16)
        column.setSpacing(6)
        column.addLayout(head)
        column.addSpacing(20)
        for button in self._rooms.values():
            column.addWidget(button)
        column.addStretch(1)
        column.addWidget(self._officer)
        column.addSpacing(4)
        for button in (self.language, self.large, self.lock, self.sign_out):
            column.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(frame)
