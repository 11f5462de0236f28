"""Collecting: the dossier and what is due at the left, how it is paid at the right."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from counter.cash.derive import derive_due
from counter.cash.pay_panel import PayPanel
from counter.cash.presenter import CashPresenter
from counter.cash.question import FeeQuestion
from counter.cash.state import work_out
from counter.cash.taken_card import TakenCard
from counter.language import Language
from counter.look import Look
from counter.parts.brief_label import BriefLabel
from counter.parts.field import Field, line_edit, mark_wrong, show_typed
from counter.parts.labels import card, clear, line_label, show_text, text_label
from counter.parts.scrolling import scrolling
from counter.parts.steady import CountBox
from counter.parts.sum_grid import SumGrid
from counter.parts.view import View
from counter.ports import FeeCard
from counter.words import translate

_MOST_UNITS = 999
_QUESTION_KEYS = ("Alt+Q", "Alt+W", "Alt+E")


class CollectPage(View):
    """Three faces: nothing scanned yet, the dossier that pays, what was just taken."""

    def __init__(self, presenter: CashPresenter, language: Language, look: Look) -> None:
        super().__init__()
        self._presenter, self._language = presenter, language
        self._nothing = text_label("soft")
        self._nothing.setObjectName("cash_empty")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._code, self._applicant, self._procedure = line_label("code"), text_label("lead"), BriefLabel()
        self._code.setObjectName("fee_code")
        self._source, self._warning = text_label("small"), text_label("warning")
        self._warning.setObjectName("fee_warning")
        self._units, self._pieces = CountBox("fee_units", 1), CountBox("fee_pieces", 1)
        for box, name in ((self._units, "units"), (self._pieces, "pieces")):
            box.setMaximum(_MOST_UNITS)
            box.valueChanged.connect(partial(self._count, name))
        self._units_field, self._pieces_field = Field(self._units), Field(self._pieces)
        self._questions = QVBoxLayout()
        self._questions.setSpacing(8)
        self._asked: dict[str, FeeQuestion] = {}
        self._sums = SumGrid("fee_sums")
        self._edits = {name: line_edit(f"fee_{name}") for name in ("amount", "over_reason", "series", "number")}
        for name, edit in self._edits.items():
            edit.textEdited.connect(partial(self._typed, name))
            edit.returnPressed.connect(presenter.take)
        self._fields = {name: Field(edit) for name, edit in self._edits.items()}
        self._pay = PayPanel(presenter, language, look)
        self._taken = TakenCard(presenter, language, look)
        self._faces = QStackedLayout(self)
        self._lay_out()
        self.retranslate()

    def become(self, look: Look) -> None:
        """Takes another look."""
        self._taken.become(look)
        self._pay.become(look)

    def focus_first(self) -> None:
        """The first figure: the amount where nobody knows it, else how it is paid."""
        state = self._presenter.state
        if state.card is not None and work_out(state.card, state.typed).due_vnd is None:
            self._edits["amount"].setFocus()
        else:
            self._pay.focus_first()

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._nothing.setText(
            translate(
                "Cash",
                "Quét Giấy tiếp nhận hoặc gõ mã hồ sơ để thu phí, lệ phí.\nBiên lai do đơn vị cấp; ở đây chỉ ghi số.",
            )
        )
        words = {
            "amount": translate("Cash", "Số tiền thu"),
            "over_reason": translate("Cash", "Vì sao thu nhiều hơn số còn phải thu"),
            "series": translate("Cash", "Ký hiệu biên lai"),
            "number": translate("Cash", "Số biên lai"),
        }
        for name, text in words.items():
            self._fields[name].say(text)

    def show_state(self) -> None:
        """Shows the face for the state."""
        state = self._presenter.state
        if state.taken is not None:
            self._taken.show_state()
            self._faces.setCurrentIndex(2)
            return
        self._faces.setCurrentIndex(0 if state.card is None else 1)
        if state.card is None:
            return
        props = derive_due(state.card, state.typed, self._language.code)
        self._code.setText(props.code)
        show_text(self._applicant, props.applicant)
        self._procedure.setText(props.procedure)
        show_text(self._source, props.source)
        show_text(self._warning, props.warning)
        self._show_counts(state.card)
        self._show_questions(state.card)
        self._sums.show_lines(props.lines)
        for name, edit in self._edits.items():
            show_typed(edit, str(getattr(state.typed, name)))
        money = work_out(state.card, state.typed)
        mark_wrong(self._edits["amount"], wrong="amount" in money.wrong)
        for name in ("series", "number"):
            self._fields[name].setVisible(not money.is_waived)
        self._edits["amount"].setPlaceholderText(props.amount)
        self._fields["over_reason"].setVisible(props.asks_why)
        self._pay.show_state()

    def _show_counts(self, shown: FeeCard) -> None:
        choice, english = shown.choice, self._language.code == "en"
        scale = choice.scale if choice else None
        self._units_field.setVisible(scale is not None)
        self._pieces_field.setVisible(scale is not None or bool(choice and choice.unit))
        if scale is not None:
            unit, piece = (scale.unit_en, scale.piece_en) if english else (scale.unit_vi, scale.piece_vi)
            self._units_field.say(translate("Cash", "Số {unit}/bản").format(unit=unit))
            self._pieces_field.say(translate("Cash", "Số {piece}").format(piece=piece))
        elif choice is not None:
            self._pieces_field.say(translate("Cash", "Số {piece}").format(piece=choice.unit))
        typed = self._presenter.state.typed
        for box, value in ((self._units, typed.units), (self._pieces, typed.pieces)):
            if box.value() != value:
                box.blockSignals(True)  # noqa: FBT003
                box.setValue(value)
                box.blockSignals(False)  # noqa: FBT003

    def _show_questions(self, shown: FeeCard) -> None:
        rules = shown.choice.questions if shown.choice else ()
        if tuple(self._asked) != tuple(rule.id for rule in rules):
            clear(self._questions)
            self._asked = {}
            for place, rule in enumerate(rules):
                key = _QUESTION_KEYS[place] if place < len(_QUESTION_KEYS) else ""
                asked = FeeQuestion(rule.id, key, partial(self._answer, rule.id))
                self._asked[rule.id] = asked
                self._questions.addWidget(asked)
        for rule in rules:
            condition = rule.condition.in_language(self._language.code)
            self._asked[rule.id].say(condition, ticked=rule.id in self._presenter.state.typed.ticked)

    def _answer(self, rule: str) -> None:
        self._presenter.toggle(rule)
        self.show_state()

    def _count(self, name: str, value: int) -> None:
        self._presenter.set(**{name: value, "amount": ""})

    def _typed(self, name: str, text: str) -> None:
        self._presenter.set(**{name: text})

    def _lay_out(self) -> None:
        nothing = card()
        inside = QVBoxLayout(nothing)
        inside.setContentsMargins(40, 40, 40, 40)
        inside.addWidget(self._nothing)
        for face in (nothing, self._paying_face(), self._taken):
            self._faces.addWidget(face)

    def _paying_face(self) -> QWidget:
        face = QWidget()
        across = QHBoxLayout(face)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        across.addWidget(self._what_card(), 1)
        across.addWidget(self._pay)
        return face

    def _what_card(self) -> QFrame:
        reading = QWidget()
        column = QVBoxLayout(reading)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self._code, self._applicant, self._procedure, self._warning, self._source):
            column.addWidget(widget)
        counts = QHBoxLayout()
        counts.setSpacing(8)
        counts.addWidget(self._units_field, 1)
        counts.addWidget(self._pieces_field, 1)
        column.addSpacing(8)
        column.addLayout(counts)
        column.addLayout(self._questions)
        column.addStretch(1)
        frame = card()
        layout = QVBoxLayout(frame)
        layout.setContentsMargins(16, 20, 16, 20)
        layout.setSpacing(12)
        layout.addWidget(scrolling(reading), 1)
        layout.addWidget(self._sums)
        receipt = QHBoxLayout()
        receipt.setSpacing(12)
        receipt.addWidget(self._fields["series"], 1)
        receipt.addWidget(self._fields["number"], 1)
        layout.addWidget(self._fields["amount"])
        layout.addWidget(self._fields["over_reason"])
        layout.addLayout(receipt)
        return frame
