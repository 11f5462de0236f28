"""The dossier whose receipt was scanned: may it be returned, to whom, and afterwards the code for the rating."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from counter.language import Language
from counter.parts.brief_label import BriefLabel
from counter.parts.key_button import KeyButton
from counter.parts.labels import card, line_label, relook, show_text, text_label
from counter.parts.scrolling import scrolling
from counter.parts.view import View
from counter.results.derive import derive_card_props
from counter.results.presenter import ResultsPresenter
from counter.results.who_part import WhoPart
from counter.words import money_words, translate


class ResultCardView(View):
    """Three faces: nothing scanned yet, the dossier, the rating."""

    def __init__(self, presenter: ResultsPresenter, language: Language) -> None:
        super().__init__()
        self._presenter, self._language = presenter, language
        self._nothing = text_label("soft")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._code, self._applicant, self._procedure = line_label("code"), text_label("lead"), BriefLabel()
        self._code.setObjectName("result_code")
        self._titles = tuple(line_label("label") for _ in range(4))
        self._state, self._due, self._outcome, self._documents = (text_label() for _ in range(4))
        self._verdict_box, self._verdict = card("granted"), text_label("done")
        self._verdict.setObjectName("result_verdict")
        self._fee = text_label("warning")
        self._fee.setObjectName("result_fee")
        self._pay = KeyButton("pay_before_return", "Alt+T")
        self._pay.does(presenter.pay)
        self._who = WhoPart(presenter)
        self._return = KeyButton("return_result", "Ctrl+Return", "primary")
        self._return.does(presenter.return_result)
        self._thanks, self._ask = text_label("title"), text_label("lead")
        self._returned_code = line_label("soft")
        self._qr = QLabel()
        self._next = KeyButton("next_result", "Ctrl+N", "primary")
        self._next.does(presenter.next)
        self._faces = QStackedLayout(self)
        self._lay_out()
        self.retranslate()

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._nothing.setText(translate("Results", "Quét Giấy tiếp nhận của người dân, hoặc chọn trong danh sách."))
        words = (
            translate("Results", "Tình trạng"),
            translate("Results", "Hẹn trả"),
            translate("Results", "Kết quả"),
            translate("Results", "Giấy tờ đã nộp"),
        )
        for label, word in zip(self._titles, words, strict=True):
            label.setText(word)
        self._pay.say(translate("Results", "Thu phí"))
        self._return.say(translate("Results", "Trả kết quả"))
        self._thanks.setText(translate("Results", "Đã trả kết quả"))
        self._ask.setText(translate("Results", "Mời ông/bà quét mã bằng điện thoại để đánh giá việc phục vụ."))
        self._qr.setAccessibleName(translate("Results", "Mã QR để đánh giá"))
        self._next.say(translate("Results", "Người tiếp theo"))

    def show_state(self) -> None:
        """Shows the face for the state."""
        state = self._presenter.state
        if state.returned is not None:
            self._returned_code.setText(state.returned.code)
            picture = QPixmap()
            picture.loadFromData(state.rating_qr)
            self._qr.setPixmap(picture)
            self._faces.setCurrentIndex(2)
            return
        self._faces.setCurrentIndex(0 if state.card is None else 1)
        if state.card is None:
            return
        props = derive_card_props(state.card, self._language.code)
        self._code.setText(props.code)
        show_text(self._applicant, props.applicant)
        self._procedure.setText(props.procedure)
        self._state.setText(props.state)
        self._due.setText(props.due)
        self._outcome.setText(props.outcome)
        self._documents.setText("\n".join(props.documents))
        self._verdict.setText(props.verdict)
        relook(self._verdict_box, "granted" if props.may_return else "refused")
        relook(self._verdict, "done" if props.may_return else "urgent")
        self._who.setVisible(props.may_return)
        self._who.show_state()
        open_fee = state.card.fee_open_vnd
        amount = money_words(open_fee, self._language.code)
        self._fee.setText(translate("Results", "⚠ Còn {amount} phải thu").format(amount=amount))
        self._fee.setVisible(bool(open_fee))
        self._pay.setVisible(bool(open_fee))
        self._return.setEnabled(props.may_return and not state.busy)

    def _lay_out(self) -> None:
        nothing = card()
        inside = QVBoxLayout(nothing)
        inside.setContentsMargins(40, 40, 40, 40)
        inside.addWidget(self._nothing)
        for face in (nothing, self._dossier_face(), self._rating_face()):
            self._faces.addWidget(face)

    def _dossier_face(self) -> QFrame:
        face = card()
        facts = QGridLayout()
        facts.setHorizontalSpacing(16)
        facts.setVerticalSpacing(8)
        facts.setColumnStretch(1, 1)
        values = (self._state, self._due, self._outcome, self._documents)
        for at, (title, value) in enumerate(zip(self._titles, values, strict=True)):
            facts.addWidget(title, at, 0, Qt.AlignmentFlag.AlignTop)
            facts.addWidget(value, at, 1)
        verdict = QVBoxLayout(self._verdict_box)
        verdict.setContentsMargins(16, 10, 16, 10)
        verdict.addWidget(self._verdict)
        reading = QWidget()
        column = QVBoxLayout(reading)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self._code, self._applicant, self._procedure):
            column.addWidget(widget)
        column.addSpacing(4)
        column.addWidget(self._who)
        column.addSpacing(8)
        column.addLayout(facts)
        column.addStretch(1)
        scroll = scrolling(reading)
        layout = QVBoxLayout(face)
        layout.setContentsMargins(20, 20, 20, 20)
        layout.setSpacing(8)
        layout.addWidget(scroll, 1)
        fee = QHBoxLayout()
        fee.setSpacing(8)
        fee.addWidget(self._fee, 1)
        fee.addWidget(self._pay)
        layout.addLayout(fee)
        layout.addWidget(self._verdict_box)
        layout.addWidget(self._return)
        return face

    def _rating_face(self) -> QFrame:
        face = card()
        layout = QVBoxLayout(face)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(12)
        layout.addStretch(1)
        for widget in (self._thanks, self._returned_code, self._qr, self._ask):
            if isinstance(widget, QLabel):
                widget.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(self._next)
        return face
