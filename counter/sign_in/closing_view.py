"""Before a counter closes: the dossiers received there that should have been handed over, each by its name."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from counter.language import Language
from counter.parts.flow import FlowLayout
from counter.parts.key_button import KeyButton
from counter.parts.labels import text_label
from counter.parts.rows import Row, RowList
from counter.parts.view import View
from counter.ports import DossierRow
from counter.sign_in.presenter import SignInPresenter
from counter.words import short_moment, translate


class ClosingView(View):
    """What is left, and three ways on.

    Signals: `hand_over_wanted` with the ids of the dossiers.
    """

    hand_over_wanted = Signal(object)

    def __init__(self, presenter: SignInPresenter, language: Language) -> None:
        super().__init__()
        self._presenter, self._language = presenter, language
        self._title, self._why = text_label("title"), text_label("soft")
        self._title.setObjectName("not_handed_over_title")
        self._list = RowList("not_handed_over")
        self._hand_over = KeyButton("make_handover", "Ctrl+Return", "primary")
        self._hand_over.does(self._wanted)
        self._leave = KeyButton("close_anyway", "Alt+Q")
        self._leave.does(presenter.leave_anyway)
        self._stay = KeyButton("keep_working", "Alt+L", "quiet")
        self._stay.does(presenter.stay)
        deeds = FlowLayout(12)
        for button in (self._hand_over, self._leave, self._stay):
            deeds.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(self._title)
        layout.addWidget(self._why)
        layout.addWidget(self._list, 1)
        layout.addLayout(deeds)
        presenter.changed.connect(self.show_state)
        self.retranslate()

    def focus_first(self) -> None:
        """Puts the cursor on what should be done."""
        self._hand_over.setFocus(Qt.FocusReason.OtherFocusReason)

    def primary(self) -> None:
        """Ctrl+Enter: hands over what is left."""
        self._hand_over.click()

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._why.setText(
            translate(
                "SignIn",
                "Hồ sơ giấy nhận trước 15 giờ phải bàn giao trong ngày, nhận sau 15 giờ thì đầu giờ ngày làm việc sau "
                "(Nghị định 118/2025, Điều 18).",
            )
        )
        self._list.setAccessibleName(translate("SignIn", "Hồ sơ chưa bàn giao"))
        self._hand_over.say(translate("SignIn", "Lập bàn giao"))
        self._leave.say(translate("SignIn", "Vẫn đóng quầy"))
        self._stay.say(translate("SignIn", "Làm tiếp"))

    def show_state(self) -> None:
        """Shows what is left."""
        left = self._presenter.state.left
        self._title.setText(translate("SignIn", "Chưa bàn giao trước khi đóng quầy: {count}").format(count=len(left)))
        self._list.show_rows(tuple((row.id, self._row(row)) for row in left))

    def _row(self, row: DossierRow) -> Row:
        received = short_moment(row.received_at, self._language.code)
        right = translate("SignIn", "Nhận {time}").format(time=received)
        return Row(row.code, f"{row.applicant_name} · {row.procedure_name}", right, urgent=row.late)

    def _wanted(self) -> None:
        self.hand_over_wanted.emit(tuple(row.id for row in self._presenter.state.left))
