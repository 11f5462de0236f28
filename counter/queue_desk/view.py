"""The queue at the right of the window: the number being served, the keys, who is next and who waits."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from counter.language import Language
from counter.lead.conflicts import ConflictKeys, ConflictsPart
from counter.look import Look
from counter.parts.borrowed_focus import BorrowedFocus
from counter.parts.flow import FlowLayout
from counter.parts.key_button import KeyButton
from counter.parts.labels import hairline, line_label, relook, show_text, text_label
from counter.parts.scrolling import scrolling
from counter.parts.view import View
from counter.queue_desk.by_hand_parts import LineChoice, SlipPart
from counter.queue_desk.derive import DeskProps, derive_desk_props, derive_elapsed
from counter.queue_desk.lists import LineList, MachineList, NoticeList, ParkedList, PeopleList
from counter.queue_desk.presenter import QueueDeskPresenter
from counter.session import Session
from counter.sign_in.presenter import SignInPresenter
from counter.words import translate
from shared.clock import Clock

_PAUSE_KEY, _CHOOSE_KEY = "Shift+F4", "Shift+F3"


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
        self._focus = BorrowedFocus(self)
        self._counter = text_label("lead")
        self._pause = KeyButton("pause", look="quiet")
        self._pause.does(presenter.toggle_pause)
        self._pause.listen(_PAUSE_KEY)
        self._choose = KeyButton("choose_counter", look="quiet")
        self._choose.listen(_CHOOSE_KEY)
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
        self._warning = text_label("warning")
        self._warning.setObjectName("desk_warning")
        self._transfer_choice = LineChoice("transfer", "F6", presenter.transfer, presenter.choose_line)
        self._back = QCheckBox()
        self._back.setObjectName("transfer_back")
        self._back.clicked.connect(presenter.toggle_coming_back)
        QShortcut(QKeySequence("Shift+F6"), self._back, self._back.click)
        self._transfer_choice.between.addWidget(self._back)
        self._walk_in_choice = LineChoice("walk_in", "F12", presenter.serve_walk_in, presenter.ask_walk_in)
        self._walk_in_choice.stay.listen("Ctrl+F2")
        self._slip_part = SlipPart(presenter.call_by_slip, presenter.ask_slip)
        self._conflicts = ConflictsPart("conflict", ConflictKeys("Ctrl+F5", "Ctrl+F6"), language, presenter.settle)
        self._leave_conflicts = KeyButton("conflicts_close", "Ctrl+F3", "quiet")
        self._leave_conflicts.does(presenter.show_conflicts)
        self._next_title = line_label("label")
        self._next = line_label("title")
        self._next.setObjectName("next_number")
        self._why = text_label("small")
        self._waiting = LineList()
        self._people = PeopleList()
        self._parked = ParkedList(presenter.call_parked)
        self._notices = NoticeList(presenter.show_conflicts)
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
        self._transfer_choice.title.setText(translate("QueueDesk", "Chuyển sang hàng nào?"))
        self._back.setText(translate("QueueDesk", "Rồi quay lại đây (Shift+F6)"))
        self._back.setAccessibleName(self._back.text())
        self._transfer_choice.stay.say(translate("QueueDesk", "Không chuyển nữa"))
        self._walk_in_choice.title.setText(translate("QueueDesk", "Khách chưa lấy số đến vì việc gì?"))
        self._walk_in_choice.stay.say(translate("QueueDesk", "Thôi"))
        self._slip_part.title.setText(translate("QueueDesk", "Gọi số trên phiếu"))
        self._slip_part.name_field(translate("QueueDesk", "Số in trên phiếu, rồi Enter"))
        self._slip_part.stay.say(translate("QueueDesk", "Thôi"))
        self._leave_conflicts.say(translate("QueueDesk", "Để sau"))
        self._slip.say(translate("QueueDesk", "Theo phiếu"))
        _explain(self._slip, self._slip.key, translate("QueueDesk", "Gọi số trên phiếu"))
        self._walk_in.say(translate("QueueDesk", "Chưa có số"))
        _explain(self._walk_in, self._walk_in.key, translate("QueueDesk", "Khách chưa có số"))
        self._call_next.say(translate("QueueDesk", "Gọi tiếp"))
        self._recall.say(translate("QueueDesk", "Gọi lại"))
        self._absent.say(translate("QueueDesk", "Vắng mặt"))
        self._park.say(translate("QueueDesk", "Tạm gác"))
        self._transfer.say(translate("QueueDesk", "Chuyển"))
        self._finish.say(translate("QueueDesk", "Hoàn tất"))
        self._choose.say(translate("QueueDesk", "Đổi quầy"))
        _explain(self._choose, _CHOOSE_KEY)
        self._waiting.retranslate()
        self._people.retranslate()
        self._parked.retranslate()
        self._notices.retranslate()

    def show_state(self) -> None:
        """Shows what the presenter holds."""
        held = self._focus.held()
        counter = self._session.state.counter
        props = derive_desk_props(self._presenter.state, counter, self._language.code)
        self._counter.setText(props.counter)
        paused = self._presenter.state.paused
        self._pause.say(translate("QueueDesk", "Làm tiếp") if paused else translate("QueueDesk", "Tạm nghỉ"))
        _explain(self._pause, _PAUSE_KEY)
        self._pause.setVisible(counter is not None)
        self._number.setText(props.number)
        show_text(self._about, props.about)
        show_text(self._then, props.then)
        show_text(self._tag, props.tag)
        show_text(self._warning, props.warning)
        self._next.setText(props.next_label)
        show_text(self._why, props.next_why)
        self._show_keys(props)
        self._waiting.show_lines(props.waiting)
        self._people.show_people(props.people)
        self._parked.show_tickets(props.parked)
        self._notices.show_notices(props.notices if self._presenter.state.mode != "conflicts" else ())
        self._machines.show_machines(props.machines)
        self._show_elapsed()
        self._focus.give_back(held)

    def _show_keys(self, props: DeskProps) -> None:
        self._call_next.setEnabled(props.can_call)
        relook(self._call_next, "plain" if props.can_act else "primary")
        relook(self._finish, "primary" if props.can_act else "plain")
        for button in (self._recall, self._absent, self._park, self._transfer, self._finish):
            button.setEnabled(props.can_act)
        state = self._presenter.state
        for button in (self._slip, self._walk_in):
            button.setEnabled(props.can_call and not props.can_act)
        self._keys.setVisible(state.mode == "keys")
        self._transfer_choice.show_lines(props.transfer_to, shown=state.mode == "line")
        self._back.setChecked(state.coming_back)
        self._walk_in_choice.show_lines(props.walk_in_lines, shown=state.mode == "walk_in")
        self._slip_part.show_question(props.slip_question, shown=state.mode == "slip", unsure=bool(state.unsure_slip))
        self._conflicts.setVisible(state.mode == "conflicts")
        self._leave_conflicts.setVisible(state.mode == "conflicts")
        self._conflicts.show_conflicts(state.situation.conflicts if state.situation else ())

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
        self._slip = KeyButton("call_slip", "F11", "quiet")
        self._walk_in = KeyButton("walk_in", "F12", "quiet")
        deeds = (
            (self._call_next, presenter.call_next),
            (self._recall, presenter.recall),
            (self._absent, presenter.absent),
            (self._park, presenter.park),
            (self._transfer, presenter.choose_line),
            (self._finish, presenter.finish),
        )
        keys = QWidget()
        grid = QGridLayout(keys)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        for at, (button, deed) in enumerate(deeds):
            button.does(deed)
            grid.addWidget(button, at // 2, at % 2)
        by_hand = FlowLayout()
        for button, deed, other_key in (
            (self._slip, presenter.ask_slip, "Shift+F2"),
            (self._walk_in, presenter.ask_walk_in, "Ctrl+F2"),
        ):
            button.does(deed)
            button.listen(other_key)
            by_hand.addWidget(button)
        grid.addLayout(by_hand, len(deeds) // 2, 0, 1, 2)
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
        column.addWidget(self._warning)
        column.addSpacing(4)
        for widget in (
            self._keys,
            self._transfer_choice,
            self._walk_in_choice,
            self._slip_part,
            self._conflicts,
            self._leave_conflicts,
        ):
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


def _explain(button: KeyButton, key: str, at_length: str = "") -> None:
    """Names the key, and in full what a short button does, for whoever points at it or cannot see it."""
    said = at_length or button.text()
    button.setToolTip(f"{said} ({key})")
    button.setAccessibleName(f"{button.text()}: {said} ({key})" if at_length else f"{said} ({key})")
