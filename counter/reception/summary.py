"""What is shown once a dossier has been received: its code, the promised time, and what may follow."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from counter.attachments.presenter import AttachmentsPresenter
from counter.attachments.view import AttachmentsPart
from counter.language import Language
from counter.look import NORMAL_SIZE, Look
from counter.parts.brief_label import BriefLabel
from counter.parts.key_button import KeyButton
from counter.parts.labels import card, line_label, show_text, text_label
from counter.parts.scrolling import scrolling
from counter.parts.view import View
from counter.reception.derive import derive_summary
from counter.reception.form_state import given_documents
from counter.reception.presenter import ReceptionPresenter
from counter.words import translate


class SummaryView(View):
    """A calm page after the work."""

    def __init__(
        self, presenter: ReceptionPresenter, scans: AttachmentsPresenter, language: Language, look: Look
    ) -> None:
        super().__init__()
        self._presenter, self._language = presenter, language
        self._picture = QLabel()
        self._title = text_label("title")
        self._code = line_label("code")
        self._code.setObjectName("received_code")
        self._due_title, self._due = line_label("label"), text_label("lead")
        self._due.setObjectName("received_due")
        self._who = text_label("soft")
        self._procedure = BriefLabel("soft", lines=3)
        self._hint = text_label("small")
        self._hint.setObjectName("received_hint")
        self._new = KeyButton("new_dossier", "Ctrl+N", "primary")
        self._new.does(presenter.start_over)
        self._another = KeyButton("same_applicant", "Ctrl+D")
        self._another.does(presenter.another_for_the_same)
        self._pay = KeyButton("pay_fee", "Alt+M")
        self._pay.does(presenter.pay)
        self._paid = text_label("done")
        self._paid.setObjectName("received_paid")
        self._print = KeyButton("print_again", "Ctrl+P")
        self._print.does(presenter.print_again)
        self._scans = AttachmentsPart(scans, language, "received_scans")
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self.become(look)
        self.retranslate()

    def become(self, look: Look) -> None:
        """Takes another look; large letters need the whole width for the code."""
        beside = look.size <= NORMAL_SIZE
        self._across.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._picture.setPixmap(look.pixmap("done_mark", look.palette.done, 44))

    def focus_first(self) -> None:
        """Enter goes on to the next dossier."""
        self._new.setFocus()

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._title.setText(translate("Reception", "Đã tiếp nhận hồ sơ"))
        self._due_title.setText(translate("Reception", "Hẹn trả kết quả"))
        self._new.say(translate("Reception", "Hồ sơ mới"))
        self._another.say(translate("Reception", "Thêm hồ sơ cho người này"))

    def show_state(self) -> None:
        """Shows the dossier just received."""
        props = derive_summary(self._presenter.state, self._language.code)
        self._code.setText(props.code)
        self._due.setText(props.due)
        self._who.setText(props.applicant)
        self._procedure.setText(props.procedure)
        self._hint.setText(props.hint)
        self._print.say(props.print_words)
        self._pay.say(props.pay)
        self._pay.setVisible(bool(props.pay))
        show_text(self._paid, props.paid)
        self._show_scans()

    def _show_scans(self) -> None:
        """The scans of the dossier just received, for each of the papers that were handed in."""
        state = self._presenter.state
        if state.received is None:
            self._scans.show_dossier(None, ())
        else:
            given = given_documents(state.typed, state.procedure)
            self._scans.show_dossier(state.received.id, tuple(each.name for each in given))

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
        for fact in (self._code, self._who, self._procedure):
            facts.addWidget(fact)
        facts.addSpacing(8)
        facts.addWidget(self._due_title)
        facts.addWidget(self._due)
        facts.addWidget(self._paid)
        facts.addStretch(1)
        deeds = QVBoxLayout()
        deeds.setSpacing(8)
        # The fee's comes a moment after the others, so it stands last: none of them moves under the hand.
        for deed in (self._new, self._another, self._print, self._pay):
            deeds.addWidget(deed)
        deeds.addStretch(1)
        self._across.setSpacing(24)
        self._across.addLayout(facts, 1)
        self._across.addLayout(deeds)
        inside.addLayout(head)
        inside.addSpacing(4)
        inside.addLayout(self._across)
        inside.addWidget(self._hint)
        scans = card()
        around = QVBoxLayout(scans)
        around.setContentsMargins(24, 20, 24, 20)
        around.addWidget(self._scans)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(box)
        column.addWidget(scans)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolling(page))
