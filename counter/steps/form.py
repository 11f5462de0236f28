"""The form of the chosen step: what is typed for it, and the sentence that is asked before it is done."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from counter.language import Language
from counter.look import Look
from counter.parts.field import Field, line_edit, show_typed
from counter.parts.flow import FlowLayout
from counter.parts.key_button import KeyButton
from counter.parts.labels import card, clear, show_text, text_label
from counter.parts.view import View
from counter.ports import StepKind
from counter.steps.agency_part import AgencyPart
from counter.steps.agency_words import AGENCY_STEPS
from counter.steps.paper_ticks import PaperTicks
from counter.steps.presenter import StepsPresenter
from counter.steps.reason_part import ReasonPart
from counter.steps.stop_part import StopPart
from counter.steps.words import (
    because_words,
    deed_words,
    lack_words,
    note_words,
    step_name,
    summary_words,
    warning_words,
)
from counter.words import day_words, translate, typed_day, weekday_words

_WITH_REASON: tuple[StepKind, ...] = ("request_supplement", "apologise", "refuse")


class StepForm(View):
    """One form for every step; only the fields of the chosen one are shown."""

    def __init__(self, presenter: StepsPresenter, language: Language, look: Look) -> None:
        super().__init__()
        self._presenter, self._language = presenter, language
        self._back = KeyButton("step_back", "Alt+Left", "quiet")
        self._back.does(presenter.back)
        self._title, self._note, self._warning = text_label("lead"), text_label("soft"), text_label("warning")
        self._papers_title = text_label("label")
        self._papers = PaperTicks("step_paper", lambda paper, ticked: presenter.tick(paper, ticked=ticked))
        self._named = line_edit("step_named_papers")
        self._named.textEdited.connect(lambda text: presenter.set(named=text))
        self._named_field = Field(self._named)
        self._reason = ReasonPart(presenter, look)
        self._day = line_edit("step_new_day")
        self._day.textEdited.connect(lambda text: presenter.set(day=text))
        self._day_field, self._days = Field(self._day), QWidget()
        self._day_chips = FlowLayout()
        self._day_chips.setContentsMargins(0, 0, 0, 0)
        self._days.setLayout(self._day_chips)
        self._offered_days: tuple[str, ...] = ()
        self._stop = StopPart(presenter)
        self._proof = line_edit("step_duty_proof")
        self._proof.textEdited.connect(lambda text: presenter.set(proof=text))
        self._proof_field = Field(self._proof)
        self._agency = AgencyPart(presenter, language)
        self._lacks = text_label("urgent")
        self._lacks.setObjectName("step_lacks")
        self._summary, self._because, self._no_way_back = text_label("lead"), text_label(), text_label("small")
        self._summary.setObjectName("step_summary")
        self._review, self._do = (
            KeyButton("step_review", "Ctrl+Return", "primary"),
            KeyButton("step_do", "Ctrl+Return", "primary"),
        )
        for button in (self._review, self._do):
            # A key that is held down must not go on from the sentence to the deed.
            button.once().does(presenter.primary)
        self._sentence = self._sentence_card()
        self._shown: tuple[StepKind, bool] | None = None
        self._lay_out()
        self.retranslate()

    def become(self, look: Look) -> None:
        """Takes another look."""
        self._reason.become(look)

    def focus_first(self) -> None:
        """Puts the cursor where typing begins."""
        kind = self._presenter.state.chosen
        if kind in ("request_supplement", "take_supplement") and self._papers.focus_first():
            return
        if kind == "stop":
            self._stop.focus_first()
        elif kind == "show_duty":
            self._proof.setFocus()
        elif kind in AGENCY_STEPS:
            self._agency.focus_first()
        elif kind in ("close", "meet_appointment"):
            self._review.setFocus()
        else:
            self._reason.edit.setFocus()

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._back.say(translate("Steps", "Quay lại"))
        self._named_field.say(translate("Steps", "Giấy tờ cần bổ sung (cách nhau bằng dấu chấm phẩy)"))
        self._reason.say(translate("Steps", "Lý do (in trên phiếu)"))
        self._day_field.say(translate("Steps", "Ngày hẹn lại"))
        self._review.say(translate("Steps", "Xem lại"))
        self._no_way_back.setText(
            translate("Steps", "Việc này không hoàn tác được. Xin đọc lại rồi mới bấm Ctrl+Enter lần nữa.")
        )
        self._proof_field.say(translate("Steps", "Số, ngày của chứng từ nộp tiền"))
        self._stop.retranslate()
        self._agency.retranslate()

    def show_state(self) -> None:
        """Shows the chosen step and what was typed for it."""
        state, language = self._presenter.state, self._language.code
        kind, sheet, draft = state.chosen, state.sheet, state.draft
        if kind is None or sheet is None:
            self._shown = None
            return
        self._title.setText(step_name(kind))
        show_text(self._note, "" if state.asking else note_words(kind, sheet, language))
        show_text(self._warning, warning_words(kind, sheet, draft, language))
        self._show_papers()
        self._reason.setVisible(kind in _WITH_REASON and not state.asking)
        self._reason.show_typed(draft.reason)
        self._show_days()
        self._stop.setVisible(kind == "stop" and not state.asking)
        self._proof_field.setVisible(kind == "show_duty" and not state.asking)
        show_typed(self._proof, draft.proof)
        self._agency.setVisible(kind in AGENCY_STEPS and not state.asking)
        if kind in AGENCY_STEPS:
            self._agency.show_typed(kind, sheet, draft)
        if kind == "stop":
            self._stop.show_typed(draft)
        show_text(self._lacks, "\n".join(lack_words(each) for each in state.lacks) if state.tried else "")
        self._sentence.setVisible(state.asking)
        self._summary.setText(summary_words(kind, sheet, draft, language) if state.asking else "")
        show_text(self._because, because_words(kind, draft) if state.asking else "")
        self._do.say(deed_words(kind))
        self._do.setVisible(state.asking)
        self._do.setEnabled(not state.busy)
        self._review.setVisible(not state.asking)
        self._move_on((kind, state.asking))

    def _move_on(self, shown: tuple[StepKind, bool]) -> None:
        """Takes the cursor along from the list to the form, to the sentence, and back."""
        if shown == self._shown:
            return
        self._shown = shown
        if self.isVisible():
            if shown[1]:
                self._back.setFocus()
            else:
                self.focus_first()

    def _show_papers(self) -> None:
        state = self._presenter.state
        kind, sheet, draft = state.chosen, state.sheet, state.draft
        asking = kind == "request_supplement" and not state.asking
        taking = kind == "take_supplement" and not state.asking
        papers = (sheet.papers if asking else sheet.awaited) if sheet else ()
        self._papers.setVisible(asking or taking)
        self._papers_title.setVisible(asking or taking)
        self._papers_title.setText(
            translate("Steps", "Giấy tờ cần nộp thêm hoặc sửa lại")
            if asking
            else translate("Steps", "Giấy tờ công dân đã mang đến")
        )
        if asking or taking:
            self._papers.show_papers(papers, draft.papers)
        self._named_field.setVisible(asking and sheet is not None and sheet.names_free)
        show_typed(self._named, draft.named)

    def _show_days(self) -> None:
        state = self._presenter.state
        apologising = state.chosen == "apologise" and not state.asking
        self._day_field.setVisible(apologising)
        self._days.setVisible(apologising)
        show_typed(self._day, state.draft.day)
        if not apologising or state.sheet is None:
            return
        offered = tuple(typed_day(day) for day in state.sheet.new_days)
        words = tuple(f"{weekday_words(day)} {day_words(day, self._language.code)}" for day in state.sheet.new_days)
        if words != self._offered_days:
            self._offered_days = words
            clear(self._day_chips)
            for at, (typed, said) in enumerate(zip(offered, words, strict=True)):
                chip = KeyButton(f"step_day_{at}")
                chip.say(said)
                chip.does(partial(self._presenter.set, day=typed))
                self._day_chips.addWidget(chip)

    def _sentence_card(self) -> QFrame:
        box = card("tint")
        layout = QVBoxLayout(box)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(4)
        for label in (self._summary, self._because, self._no_way_back):
            layout.addWidget(label)
        return box

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        head.addWidget(self._back)
        head.addWidget(self._review)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        for widget in (
            self._lacks,
            self._note,
            self._warning,
            self._papers_title,
            self._papers,
            self._named_field,
            self._stop,
            self._proof_field,
            self._agency,
            self._day_field,
            self._days,
            self._reason,
            self._sentence,
            self._do,
        ):
            layout.addWidget(widget)
        layout.addStretch(1)
