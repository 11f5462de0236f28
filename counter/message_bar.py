"""The bar at the bottom that shows one sentence, and for ten seconds a button that takes the deed back."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel

from counter.look import Look
from counter.messages import UNDO_SECONDS, Message, Messages
from counter.parts.key_button import KeyButton
from counter.parts.labels import relook, text_label
from counter.parts.view import View
from counter.undo_key import UndoKey
from counter.words import translate

_NOTE_SECONDS = 12
_ICONS = {"note": "note", "done": "done_mark", "problem": "problem"}


class MessageBar(View):
    """Shows the last message. A problem stays until it is closed or something else is said; the rest goes by itself."""

    def __init__(self, messages: Messages, look: Look) -> None:
        super().__init__()
        self.setObjectName("message_bar")
        self._look = look
        self._message: Message | None = None
        self._seconds_left = 0
        self._picture = QLabel()
        self._text = text_label()
        self._text.setObjectName("message_text")
        self._undo = KeyButton("undo", "F9")
        self._undo.listen("Ctrl+Z")
        self._undo_key = UndoKey(self)
        self._undo.does(self.undo)
        self._close = KeyButton("close_message", "Esc", "quiet")
        self._close.does(self.close_message)
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._second_passed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self._picture)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._undo)
        layout.addWidget(self._close)
        messages.said.connect(self._say)
        self.retranslate()
        self.show_state()

    def become(self, look: Look) -> None:
        """Takes another look."""
        self._look = look
        self.show_state()

    def undo(self) -> None:
        """Takes the deed back, while that is offered."""
        if self._message is None or self._message.way_back is None:
            return
        way_back = self._message.way_back
        self.close_message()
        way_back.run()

    def close_message(self) -> None:
        """Shows nothing any more."""
        self._message = None
        self._timer.stop()
        self.show_state()

    def leave_room(self) -> None:
        """Somebody goes to another room: what did not work in this one is no longer said."""
        if self._message is not None and self._message.kind == "problem":
            self.close_message()

    def retranslate(self) -> None:
        """Says the buttons again."""
        self._close.say(translate("Shell", "Đóng"))

    def show_state(self) -> None:
        """Shows the message there is."""
        message = self._message
        for widget in (self._picture, self._text, self._close):
            widget.setVisible(message is not None)
        offered = message is not None and message.way_back is not None
        self._undo.setVisible(offered)
        if offered:
            self._undo_key.listen()
        else:
            self._undo_key.rest()
        if message is None:
            self._text.setText("")
            return
        palette = self._look.palette
        colour = {"note": palette.action, "done": palette.done, "problem": palette.urgent}[message.kind]
        self._picture.setPixmap(self._look.pixmap(_ICONS[message.kind], colour, 22))
        self._text.setText(message.text())
        relook(self._text, {"note": "body", "done": "done", "problem": "urgent"}[message.kind])
        if message.way_back is not None:
            self._undo.say(f"{message.way_back.text()} · {self._seconds_left}")

    def _say(self, message: Message) -> None:
        self._message = message
        self._seconds_left = UNDO_SECONDS if message.way_back is not None else _NOTE_SECONDS
        if message.kind == "problem":
            self._timer.stop()
        else:
            self._timer.start()
        self.show_state()

    def _second_passed(self) -> None:
        self._seconds_left -= 1
        if self._seconds_left <= 0:
            self.close_message()
        else:
            self.show_state()
