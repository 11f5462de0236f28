"""The queue at the right of the window: the number being served, the keys, who is next and who waits."""

from __future__ import annotations

from functools import partial
from textwrap import wrap

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from counter.language import Language
from counter.look import Look
from counter.parts.key_button import KeyButton
from counter.parts.labels import clear, hairline, line_label, relook, show_text, text_label
from counter.parts.scrolling import scrolling
from counter.parts.view import View
from counter.queue_desk.derive import DeskProps, derive_desk_props, derive_elapsed
from counter.queue_desk.lists import LineList, MachineList, NoticeList, ParkedList, PeopleList
from counter.queue_desk.presenter import QueueDeskPresenter
from counter.session import Session
from counter.sign_in.presenter import SignInPresenter
from counter.words import translate
from shared.clock import Clock

_LONGEST_ROW = 24
"""Letters on one row of a button as wide as the queue's panel."""


class QueueDeskView(View):
    """Everything about the queue, always on the screen."""

    def __init__(
        self,
        presenter: QueueDeskPresenter,
        sign_in: SignInPresenter,
        session: Session,
        clock: Clock,
        language: Language,
        look: Look,
    ) -> None:
        super().__init__()
        self._presenter, self._sign_in, self._session = presenter, sign_in, session
        self._clock, self._language = clock, language
        self._counter = text_label("lead")
        self._pause = KeyButton("pause", look="quiet")
        self._pause.does(presenter.toggle_pause)
        self._choose = KeyButton("choose_counter", look="quiet")
        self._choose.does(sign_in.change_counter)
        self._serving_title = line_label("label")
        self._number = line_label("number")
        self._number.setObjectName("serving_number")
        self._elapsed = line_label("title")
        self._about = text_label("soft")
        self._then = text_label()
        self._then.setObjectName("then")
        self._tag = line_label("warning")
        self._keys = self._key_grid()
        self._offered: tuple[str, ...] = ()
        self._transfer_title = text_label("label")
        self._transfer_box = QWidget()
        self._transfer_rows = QVBoxLayout(self._transfer_box)
        self._transfer_rows.setContentsMargins(0, 0, 0, 0)
        self._back = QCheckBox()
        self._back.setObjectName("transfer_back")
        self._back.clicked.connect(presenter.toggle_coming_back)
        QShortcut(QKeySequence("Shift+F6"), self._back, self._back.click)
        self._stay = KeyButton("transfer_cancel", "F6", "quiet")
        self._stay.does(presenter.choose_line)
        self._next_title = line_label("label")
        self._next = line_label("title")
        self._next.setObjectName("next_number")
        self._why = text_label("small")
        self._waiting = LineList()
        self._people = PeopleList()
        self._parked = ParkedList(presenter.call_parked)
        self._notices = NoticeList()
        self._machines = MachineList(look)
        self._lay_out()
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self._show_elapsed)
        self._second.start()
        presenter.changed.connect(self.show_state)
        session.changed.connect(self.show_state)
        self.retranslate()
        self.show_state()

    def become(self, look: Look) -> None:
        """Takes another look."""
        self._machines.become(look)

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._serving_title.setText(translate("QueueDesk", "Đang phục vụ"))
        self._next_title.setText(translate("QueueDesk", "Số tiếp theo"))
        self._transfer_title.setText(translate("QueueDesk", "Chuyển sang hàng nào?"))
        self._back.setText(translate("QueueDesk", "Rồi quay lại đây (Shift+F6)"))
        self._back.setAccessibleName(self._back.text())
        self._stay.say(translate("QueueDesk", "Không chuyển nữa"))
        self._call_next.say(translate("QueueDesk", "Gọi số tiếp"))
        self._recall.say(translate("QueueDesk", "Gọi lại"))
        self._absent.say(translate("QueueDesk", "Vắng mặt"))
        self._park.say(translate("QueueDesk", "Tạm gác"))
        self._transfer.say(translate("QueueDesk", "Chuyển"))
        self._finish.say(translate("QueueDesk", "Hoàn tất"))
        self._choose.say(translate("QueueDesk", "Đổi quầy"))
        self._waiting.retranslate()
        self._people.retranslate()
        self._parked.retranslate()
        self._notices.retranslate()

    def show_state(self) -> None:
        """Shows what the presenter holds."""
        counter = self._session.state.counter
        props = derive_desk_props(self._presenter.state, counter, self._language.code)
        self._counter.setText(props.counter)
        paused = self._presenter.state.paused
        self._pause.say(translate("QueueDesk", "Làm tiếp") if paused else translate("QueueDesk", "Tạm nghỉ"))
        self._pause.setVisible(counter is not None)
        self._number.setText(props.number)
        show_text(self._about, props.about)
        show_text(self._then, props.then)
        show_text(self._tag, props.tag)
        self._next.setText(props.next_label)
        show_text(self._why, props.next_why)
        self._show_keys(props)
        self._waiting.show_lines(props.waiting)
        self._people.show_people(props.people)
        self._parked.show_tickets(props.parked)
        self._notices.show_notices(props.notices)
        self._machines.show_machines(props.machines)
        self._show_elapsed()

    def _show_keys(self, props: DeskProps) -> None:
        self._call_next.setEnabled(props.can_call)
        relook(self._call_next, "plain" if props.can_act else "primary")
        relook(self._finish, "primary" if props.can_act else "plain")
        for button in (self._recall, self._absent, self._park, self._transfer, self._finish):
            button.setEnabled(props.can_act)
        choosing = self._presenter.state.choosing_line
        self._keys.setVisible(not choosing)
        self._transfer_box.setVisible(choosing)
        self._transfer_title.setVisible(choosing)
        self._back.setVisible(choosing)
        self._back.setChecked(self._presenter.state.coming_back)
        self._stay.setVisible(choosing)
        offered = tuple(line.letter for line in props.transfer_to) if choosing else ()
        if offered and offered != self._offered:
            self._build_transfer_rows(props)
        self._offered = offered

    def _build_transfer_rows(self, props: DeskProps) -> None:
        clear(self._transfer_rows)
        for line in props.transfer_to:
            button = KeyButton(f"transfer_{line.letter}")
            button.setProperty("keyed", True)  # noqa: FBT003  # the words stand at the left, as on the keys
            button.say(f"{line.letter} · {line.name}")
            button.setText("\n".join(wrap(button.text(), _LONGEST_ROW)))
            button.setMinimumWidth(1)
            button.does(partial(self._presenter.transfer, line.letter))
            self._transfer_rows.addWidget(button)
        first = self._transfer_rows.itemAt(0)
        widget = first.widget() if first is not None else None
        if widget is not None:
            widget.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_elapsed(self) -> None:
        self._elapsed.setText(derive_elapsed(self._presenter.state.situation, self._clock.now()))

    def _key_grid(self) -> QWidget:
        presenter = self._presenter
        self._call_next = KeyButton("call_next", "F2", "primary")
        self._recall = KeyButton("recall", "F3")
        self._absent = KeyButton("absent", "F4")
        self._park = KeyButton("park", "F5")
        self._transfer = KeyButton("transfer", "F6")
        self._finish = KeyButton("finish", "F7")
        deeds = (
            (self._call_next, presenter.call_next, (0, 0, 1, 2)),
            (self._recall, presenter.recall, (1, 0, 1, 1)),
            (self._absent, presenter.absent, (1, 1, 1, 1)),
            (self._park, presenter.park, (2, 0, 1, 1)),
            (self._transfer, presenter.choose_line, (2, 1, 1, 1)),
            (self._finish, presenter.finish, (3, 0, 1, 2)),
        )
        keys = QWidget()
        grid = QGridLayout(keys)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        for button, deed, (row, column, rows, columns) in deeds:
            button.does(deed)
            grid.addWidget(button, row, column, rows, columns)
        return keys

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._counter, 1)
        deeds = QHBoxLayout()
        deeds.addWidget(self._choose)
        deeds.addWidget(self._pause)
        deeds.addStretch(1)
        serving = QHBoxLayout()
        serving.addWidget(self._serving_title)
        serving.addStretch(1)
        serving.addWidget(self._tag)
        number = QHBoxLayout()
        number.addWidget(self._number)
        number.addStretch(1)
        number.addWidget(self._elapsed, 0, Qt.AlignmentFlag.AlignBottom)
        following = QHBoxLayout()
        following.addWidget(self._next_title)
        following.addStretch(1)
        following.addWidget(self._next)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(deeds)
        column.addWidget(hairline())
        column.addLayout(serving)
        column.addLayout(number)
        column.addWidget(self._about)
        column.addWidget(self._then)
        column.addSpacing(4)
        for widget in (self._keys, self._transfer_title, self._back, self._transfer_box, self._stay):
            column.addWidget(widget)
        column.addSpacing(4)
        column.addWidget(hairline())
        column.addLayout(following)
        column.addWidget(self._why)
        column.addWidget(hairline())
        for widget in (self._notices, self._waiting, self._parked, self._people):
            column.addWidget(widget)
        column.addStretch(1)
        scroll = scrolling(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(scroll, 1)
        outer.addWidget(self._machines)
