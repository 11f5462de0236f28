"""What is shown once a dossier has been received: its code, the promised time, and what may follow."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from counter.language import Language
from counter.look import Look
from counter.parts.key_button import KeyButton
from counter.parts.labels import card, line_label, text_label
from counter.parts.view import View
from counter.reception.derive import derive_summary
from counter.reception.presenter import ReceptionPresenter
from counter.words import translate


class SummaryView(View):
    """A calm page after the work."""

    def __init__(self, presenter: ReceptionPresenter, language: Language, look: Look) -> None:
        super().__init__()
        self._presenter, self._language = presenter, language
        self._picture = QLabel()
        self._title = text_label("title")
        self._code = line_label("code")
        self._code.setObjectName("received_code")
        self._due_title, self._due = line_label("label"), text_label("lead")
        self._due.setObjectName("received_due")
        self._who = text_label("soft")
        self._procedure = text_label("soft")
        self._hint = text_label("small")
        self._new = KeyButton("new_dossier", "Ctrl+N", "primary")
        self._new.does(presenter.start_over)
        self._another = KeyButton("same_applicant", "Ctrl+D")
        self._another.does(presenter.another_for_the_same)
        self._print = KeyButton("print_again", "Ctrl+P")
        self._print.does(presenter.print_again)
        self._lay_out()
        self.become(look)
        self.retranslate()

    def become(self, look: Look) -> None:
        """Takes another look."""
        self._picture.setPixmap(look.pixmap("done_mark", look.palette.done, 44))

    def focus_first(self) -> None:
        """Enter goes on to the next dossier."""
        self._new.setFocus()

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._title.setText(translate("Reception", "Đã tiếp nhận hồ sơ"))
        self._due_title.setText(translate("Reception", "Hẹn trả kết quả"))
        self._hint.setText(
            translate(
                "Reception", "Trao Giấy tiếp nhận cho người nộp; mã QR trên giấy dùng để tra cứu và nhận kết quả."
            )
        )
        self._new.say(translate("Reception", "Hồ sơ mới"))
        self._another.say(translate("Reception", "Thêm hồ sơ cho người này"))
        self._print.say(translate("Reception", "In lại"))

    def show_state(self) -> None:
        """Shows the dossier just received."""
        props = derive_summary(self._presenter.state, self._language.code)
        self._code.setText(props.code)
        self._due.setText(props.due)
        self._who.setText(props.applicant)
        self._procedure.setText(props.procedure)

    def _lay_out(self) -> None:
        box = card()
        inside = QVBoxLayout(box)
        inside.setContentsMargins(40, 36, 40, 36)
        inside.setSpacing(8)
        inside.addWidget(self._picture)
        inside.addWidget(self._title)
        inside.addSpacing(8)
        inside.addWidget(self._code)
        inside.addWidget(self._who)
        inside.addWidget(self._procedure)
        inside.addSpacing(12)
        inside.addWidget(self._due_title)
        inside.addWidget(self._due)
        inside.addSpacing(20)
        deeds = QVBoxLayout()
        deeds.setSpacing(8)
        for deed in (self._new, self._another, self._print):
            deeds.addWidget(deed)
        across = QHBoxLayout()
        across.addLayout(deeds)
        across.addStretch(1)
        inside.addLayout(across)
        inside.addSpacing(4)
        inside.addWidget(self._hint)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.addWidget(box)
        layout.addStretch(1)
