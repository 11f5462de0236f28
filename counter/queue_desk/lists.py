"""The small lists below the keys: people waiting in each line, parked numbers, conflicts to look at."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from counter.look import Look
from counter.parts.key_button import KeyButton
from counter.parts.labels import clear, hairline, line_label, text_label
from counter.queue_desk.derive import PersonRow
from counter.queue_desk.situation import LineCount
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


class PeopleList(_TitledList):
    """Those who have waited longest, one by one."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[PersonRow, ...] = ()
        self._people = QGridLayout()
        self._people.setVerticalSpacing(6)
        self._people.setHorizontalSpacing(8)
        self._people.setColumnStretch(1, 1)
        self._rows.addLayout(self._people)
        self.hide()

    def retranslate(self) -> None:
        """Says the heading."""
        self._title.setText(translate("QueueDesk", "Chờ lâu nhất"))

    def show_people(self, people: tuple[PersonRow, ...]) -> None:
        """Shows `people`."""
        self.setVisible(bool(people))
        if people == self._shown:
            return
        self._shown = people
        clear(self._people)
        for row, person in enumerate(people):
            label, about = line_label("lead"), text_label("small")
            label.setText(person.label)
            about.setText("\n".join(filter(None, (person.about, person.then))))
            self._people.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            self._people.addWidget(about, row, 1)


class ParkedList(_TitledList):
    """Parked numbers, each a button that calls it back; the first one has a key."""

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
        for at, (ticket, label) in enumerate(tickets):
            button = KeyButton(f"parked_{label}", "" if at else "Shift+F5")
            button.does(partial(self._call, ticket))
            self._rows.addWidget(button)
        self.retranslate()


class NoticeList(_TitledList):
    """Conflicts that concern this counter, each a sentence, and the way to settle them."""

    def __init__(self, look: Callable[[], None]) -> None:
        super().__init__()
        self._shown: tuple[str, ...] = ()
        self._see = KeyButton("see_conflicts", "Ctrl+F3")
        self._see.does(look)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self._see)
        self.hide()

    def retranslate(self) -> None:
        """Says the heading and the button."""
        self._title.setText(translate("QueueDesk", "Cần xem lại"))
        self._see.say(translate("QueueDesk", "Xem mâu thuẫn"))

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


class MachineList(QWidget):
    """Machines elsewhere that need somebody's hands: a quiet line each, gone when all is well again."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[str, ...] = ()
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(20, 8, 20, 8)
        self._rows.setSpacing(4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(hairline())
        layout.addLayout(self._rows)
        self.hide()

    def become(self, look: Look) -> None:
        """Takes another look."""
        self._look = look
        self._build()

    def show_machines(self, machines: tuple[str, ...]) -> None:
        """Shows `machines`, each a sentence."""
        self.setVisible(bool(machines))
        if machines != self._shown:
            self._shown = machines
            self._build()

    def _build(self) -> None:
        clear(self._rows)
        for number, sentence in enumerate(self._shown, start=1):
            picture, text = QLabel(), text_label("small")
            picture.setPixmap(self._look.pixmap("warning", self._look.palette.urgent, 18))
            text.setObjectName(f"machine_{number}")
            text.setText(sentence)
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(text, 1)
            self._rows.addLayout(row)
