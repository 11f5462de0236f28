"""The rooms at the left of the window, each an icon and a word; below them the lock and the choices of the screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout

from counter.look import Look, palette_of
from counter.parts.key_button import KeyButton
from counter.parts.labels import line_label, text_label
from counter.parts.view import View
from counter.session import Room
from counter.words import translate
from shared.qt.theme import Palette

_ICONS: dict[Room, str] = {
    "reception": "reception",
    "handover": "handover",
    "deciding": "deciding",
    "results": "results_out",
    "deadlines": "calendar_due",
    "dossiers": "search",
    "cash": "cost",
    "lead": "people",
    "calendar": "calendar",
    "custody": "map",
    "consign": "parcel",
    "delivery": "delivery",
}
_DIGITS: dict[Room, int] = {
    "reception": 1,
    "consign": 1,
    "handover": 2,
    "deciding": 3,
    "delivery": 3,
    "results": 4,
    "deadlines": 5,
    "dossiers": 6,
    "cash": 7,
    "lead": 8,
    "calendar": 9,
    "custody": 0,
}
"""With Ctrl, the key of each room, in the order in which they stand. Nobody has two rooms with one digit."""

_AT_EASE = 8
"""So many rooms stand below each other with air between them, the window being as low as it may be."""

_ORDER: tuple[Room, ...] = tuple(_DIGITS)


class RoomButton(KeyButton):
    """A room, with the number that goes there together with Ctrl.

    Attributes: `urgent`, how many things in it are; shown as a mark such as "3!" where there are any.
    """

    def __init__(self, name: str, number: int) -> None:
        super().__init__(name)
        self._number = number
        self.urgent = 0
        self.listen(f"Ctrl+{number}")
        self.setCheckable(True)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paints the button as usual, and over it the number of its key and the count of what is urgent."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = palette_of(self)
        font = QFont(self.font())
        font.setPixelSize(max(round(font.pixelSize() * 0.8), 11))
        painter.setFont(font)
        room = self.rect().adjusted(0, 0, -10, 0)
        painter.setPen(QColor(palette.ink if self.isChecked() else palette.ground))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(self._number))
        if self.urgent:
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
            self._paint_urgent(painter, room, palette)
        painter.end()

    def _paint_urgent(self, painter: QPainter, room: QRect, palette: Palette) -> None:
        words = f"{self.urgent}!"
        width, height = painter.fontMetrics().horizontalAdvance(words) + 8, painter.fontMetrics().height() + 2
        left = room.right() - painter.fontMetrics().horizontalAdvance("0") - 5 - width
        badge = QRect(left, room.center().y() - height // 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.warning_ground))
        painter.drawRoundedRect(badge, height / 2, height / 2)
        painter.setPen(QColor(palette.on_warning))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, words)


class Navigation(View):
    """The way from room to room.

    Signals: `room_wanted` with the room.
    """

    room_wanted = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._room: Room | None = None
        self._title = line_label("lead")
        self._picture = QLabel()
        self._officer = text_label("small")
        self._officer.setObjectName("officer_name")
        self._rooms: dict[Room, RoomButton] = {}
        self._hint = line_label("small")
        self._tool_keys: dict[KeyButton, str] = {}
        for room, digit in _DIGITS.items():
            button = RoomButton(f"room_{room}", digit)
            button.does(self._want(room))
            self._rooms[room] = button
        self.lock = KeyButton("lock")
        self.sign_out = KeyButton("sign_out")
        self.large = KeyButton("large_text")
        self.large.setCheckable(True)
        self.contrast = KeyButton("high_contrast")
        self.contrast.setCheckable(True)
        self.language = KeyButton("switch_language")
        for tool, key in (
            (self.lock, "Ctrl+L"),
            (self.sign_out, "Ctrl+Shift+L"),
            (self.large, "Ctrl+Shift+T"),
            (self.contrast, "Ctrl+Shift+K"),
            (self.language, "Ctrl+Shift+E"),
        ):
            tool.setProperty("look", "tool")
            tool.listen(key)
            self._tool_keys[tool] = key
        self._lay_out()
        self.become(look)
        self.retranslate()

    def become(self, look: Look) -> None:
        """Takes another look."""
        self._look = look
        self._picture.setPixmap(look.pixmap("one_stop", look.palette.ground, 28))
        size = QSize(look.px(20), look.px(20))
        self.large.setChecked(look.is_large)
        self.contrast.setChecked(look.is_high_contrast)
        for button in self._rooms.values():
            button.setIconSize(size)
        self._paint_rooms()

    def offer(self, rooms: tuple[Room, ...]) -> None:
        """Shows the buttons of `rooms` only; many of them stand closer together."""
        look = "snug" if len(rooms) > _AT_EASE else ""
        for room, button in self._rooms.items():
            button.setVisible(room in rooms)
            if button.property("look") != look:
                button.setProperty("look", look)
                button.style().unpolish(button)
                button.style().polish(button)

    def show_room(self, room: Room) -> None:
        """Marks the room one is in."""
        self._room = room
        self._paint_rooms()

    def show_urgent(self, room: Room, count: int) -> None:
        """Says that `count` things in `room` are urgent, in a mark beside its name and to a screen reader."""
        button = self._rooms[room]
        if button.urgent != count:
            button.urgent = count
            self._name_rooms()
            button.update()

    def show_officer(self, name: str) -> None:
        """Shows who works here."""
        self._officer.setText(name)

    def retranslate(self) -> None:
        """Says every word."""
        self._title.setText(translate("Shell", "Một cửa"))
        self._hint.setText("Ctrl +")
        words = {
            "reception": translate("Shell", "Tiếp nhận"),
            "handover": translate("Shell", "Bàn giao"),
            "deciding": translate("Shell", "Có kết quả"),
            "results": translate("Shell", "Trả kết quả"),
            "deadlines": translate("Shell", "Thời hạn"),
            "dossiers": translate("Shell", "Tra cứu"),
            "cash": translate("Shell", "Thu phí"),
            "lead": translate("Shell", "Điều hành"),
            "calendar": translate("Shell", "Lịch làm việc"),
            "custody": translate("Shell", "Giấy tờ"),
            "consign": translate("Shell", "Nhận gửi"),
            "delivery": translate("Shell", "Chuyển phát"),
        }
        for room in _ORDER:
            self._rooms[room].say(words[room])
        self._name_rooms()
        self.lock.say(translate("Shell", "Khóa"))
        self.sign_out.say(translate("Shell", "Kết thúc"))
        self.large.say(translate("Shell", "Chữ lớn"))
        self.contrast.say(translate("Shell", "Tương phản cao"))
        self.language.say(translate("Shell", "English"))
        for tool, key in self._tool_keys.items():
            tool.setAccessibleName(f"{tool.text()} ({key})")
            tool.setToolTip(key)

    def _name_rooms(self) -> None:
        for room, digit in _DIGITS.items():
            button = self._rooms[room]
            urgent = translate("Shell", "cần xử lý: {count}").format(count=button.urgent) if button.urgent else ""
            words = " · ".join(part for part in (button.text(), urgent) if part)
            button.setAccessibleName(f"{words} (Ctrl+{digit})")
            button.setToolTip(f"Ctrl+{digit}" + (f" · {urgent}" if urgent else ""))

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
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._hint, 0, Qt.AlignmentFlag.AlignRight)
        for button in self._rooms.values():
            column.addWidget(button)
        column.addStretch(1)
        column.addWidget(self._officer)
        column.addSpacing(4)
        tools = QGridLayout()
        tools.setSpacing(4)
        tools.addWidget(self.large, 0, 0)
        tools.addWidget(self.language, 0, 1)
        tools.addWidget(self.contrast, 1, 0, 1, 2)
        tools.addWidget(self.lock, 2, 0)
        tools.addWidget(self.sign_out, 2, 1)
        column.addLayout(tools)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(frame)
