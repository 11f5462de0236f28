"""The small lists below the keys: people waiting in each line, parked numbers, conflicts to look at."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter.parts.key_button import KeyButton
from counter.parts.labels import clear, line_label, text_label
from counter.ports import LineCount
from counter.words import translate


class _TitledList(QWidget):
    """A small heading and rows under it."""

    def __init__(self) -> None:
        super().__init__()
        self._title = line_label("label")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addLayout(self._rows)


class LineList(_TitledList):
    """People waiting, line by line."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[LineCount, ...] | None = None

    def retranslate(self) -> None:
        """Says the heading."""
        self._title.setText(translate("QueueDesk", "Đang chờ"))

    def show_lines(self, lines: tuple[LineCount, ...]) -> None:
        """Shows `lines`."""
        self.setVisible(bool(lines))
        if lines == self._shown:
            return
        self._shown = lines
        clear(self._rows)
        for line in lines:
            row = QHBoxLayout()
            letter, name, count = line_label("chip"), text_label("soft"), line_label("lead")
            letter.setText(line.letter)
            name.setText(line.name)
            count.setText(str(line.waiting))
            row.addWidget(letter)
            row.addWidget(name, 1)
            row.addWidget(count)
            self._rows.addLayout(row)


class ParkedList(_TitledList):
    """Parked numbers, each a button that calls it back."""

    def __init__(self, call: Callable[[str], None]) -> None:
        super().__init__()
        self._call = call
        self._shown: tuple[tuple[str, str], ...] = ()
        self.hide()

    def retranslate(self) -> None:
        """Says the heading and the buttons."""
        self._title.setText(translate("QueueDesk", "Đang tạm gác"))
        for button in self.findChildren(KeyButton):
            label = button.objectName().removeprefix("parked_")
            button.say(translate("QueueDesk", "Gọi lại {label}").format(label=label))

    def show_tickets(self, tickets: tuple[tuple[str, str], ...]) -> None:
        """Shows `tickets`, each (id, label)."""
        self.setVisible(bool(tickets))
        if tickets == self._shown:
            return
        self._shown = tickets
        clear(self._rows)
        for ticket, label in tickets:
            button = KeyButton(f"parked_{label}")
            button.does(partial(self._call, ticket))
            self._rows.addWidget(button)
        self.retranslate()


class NoticeList(_TitledList):
    """Conflicts that concern this counter, each a sentence."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[str, ...] = ()
        self.hide()

    def retranslate(self) -> None:
        """Says the heading."""
        self._title.setText(translate("QueueDesk", "Cần xem lại"))

    def show_notices(self, notices: tuple[str, ...]) -> None:
        """Shows `notices`."""
        self.setVisible(bool(notices))
        if notices == self._shown:
            return
        self._shown = notices
        clear(self._rows)
        for notice in notices:
            label = text_label("warning")
            label.setText(notice)
            self._rows.addWidget(label)
