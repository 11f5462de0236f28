"""What is shown once a note has been made: its number, what was collected, what comes next."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from counter.consign.derive import derive_made
from counter.consign.presenter import ConsignPresenter
from counter.language import Language
from counter.look import NORMAL_SIZE, Look
from counter.parts.brief_label import BriefLabel
from counter.parts.key_button import KeyButton
from counter.parts.labels import card, line_label, show_text, text_label
from counter.parts.scrolling import scrolling
from counter.parts.view import View
from counter.words import translate


class MadePage(View):
    """A calm page after the work."""

    def __init__(self, presenter: ConsignPresenter, language: Language, look: Look) -> None:
        super().__init__()
        self._presenter, self._language = presenter, language
        self._picture, self._title = QLabel(), text_label("title")
        self._number = line_label("code")
        self._number.setObjectName("made_number")
        self._sender, self._papers = text_label("lead"), text_label("soft")
        self._procedure = BriefLabel("soft", lines=3)
        self._fee = text_label("done")
        self._fee.setObjectName("made_fee")
        self._hint = text_label("body")
        self._new = KeyButton("new_note", "Ctrl+N", "primary")
        self._new.does(presenter.start_over)
        self._same = KeyButton("new_same_procedure", "Ctrl+Shift+D")
        self._same.does(presenter.same_procedure)
        self._another = KeyButton("same_sender", "Ctrl+D")
        self._another.does(presenter.another_for_the_same)
        self._print = KeyButton("print_note", "Ctrl+P")
        self._print.does(presenter.print_again)
        self._withdraw = KeyButton("withdraw_made", "Alt+H")
        self._withdraw.does(presenter.withdraw)
        self._ready = text_label("lead")
        self._ready.setObjectName("notes_ready")
        self._hand_over = KeyButton("go_to_handover")
        self._hand_over.does(presenter.go_to_handover)
        self._deeds = QGridLayout()
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self.become(look)
        self.retranslate()

    def become(self, look: Look) -> None:
        """Takes another look; large letters need the whole width for the number."""
        beside = look.size <= NORMAL_SIZE
        self._across.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        columns = 1 if beside else 2
        for at, deed in enumerate((self._new, self._same, self._another, self._print, self._withdraw)):
            self._deeds.removeWidget(deed)
            self._deeds.addWidget(deed, at // columns, at % columns)
        self._picture.setPixmap(look.pixmap("done_mark", look.palette.done, 44))

    def focus_first(self) -> None:
        """Enter goes on to the next note."""
        self._new.setFocus()

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._title.setText(translate("Consign", "Đã lập phiếu gửi hồ sơ"))
        self._hint.setText(
            translate(
                "Consign",
                "Hai bên ký cả hai liên, một liên giao người gửi. Niêm phong hồ sơ trước mặt người gửi rồi xếp vào chỗ "
                "chờ bàn giao.",
            )
        )
        self._new.say(translate("Consign", "Phiếu mới"))
        self._same.say(translate("Consign", "Phiếu mới, cùng thủ tục"))
        self._another.say(translate("Consign", "Gửi tiếp cùng người"))
        self._hand_over.say(translate("Consign", "Bàn giao (Ctrl+2)"))

    def show_state(self) -> None:
        """Shows the note just made."""
        props = derive_made(self._presenter.state, self._language.code)
        self._number.setText(props.number)
        self._sender.setText(props.sender)
        self._procedure.setText(props.procedure)
        self._papers.setText(props.papers)
        show_text(self._fee, props.fee)
        self._print.say(props.print_words)
        self._withdraw.say(props.withdraw)
        self._withdraw.setVisible(bool(props.withdraw))
        self._same.setVisible(self._presenter.state.offered is not None)
        self._ready.setText(props.ready)
        self._lying.setVisible(bool(props.ready))

    def _lay_out(self) -> None:
        box = card()
        inside = QVBoxLayout(box)
        inside.setContentsMargins(32, 24, 32, 24)
        inside.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._picture)
        head.addWidget(self._title, 1)
        facts = QVBoxLayout()
        facts.setSpacing(8)
        for fact in (self._number, self._sender, self._procedure, self._papers, self._fee):
            facts.addWidget(fact)
        facts.addStretch(1)
        self._deeds.setSpacing(8)
        deeds = QVBoxLayout()
        deeds.addLayout(self._deeds)
        deeds.addStretch(1)
        self._across.setSpacing(24)
        self._across.addLayout(facts, 1)
        self._across.addLayout(deeds)
        inside.addLayout(head)
        inside.addSpacing(4)
        inside.addLayout(self._across)
        inside.addSpacing(8)
        inside.addWidget(self._hint)
        self._lying = card()
        lying = QHBoxLayout(self._lying)
        lying.setContentsMargins(32, 12, 32, 12)
        lying.setSpacing(12)
        lying.addWidget(self._ready, 1)
        lying.addWidget(self._hand_over)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 4, 24, 24)
        column.setSpacing(12)
        column.addWidget(box)
        column.addWidget(self._lying)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolling(page))
