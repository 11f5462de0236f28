"""What is typed about another agency: which one, for what, until when; who signed on paper, when, with what outcome."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from counter.language import Language
from counter.parts.field import Field, line_edit, show_typed
from counter.parts.steady import ChoiceBox
from counter.parts.view import View
from counter.ports import StepKind, StepSheet
from counter.steps.agency_words import (
    AGENCY_STEPS,
    answer_choices,
    asked_words,
    days_words,
    outcome_choices,
    topic_words,
)
from counter.steps.presenter import StepsPresenter
from counter.steps.state import Draft
from counter.words import translate

_CHOICES = ("agency", "topic", "days", "answer", "outcome")
_EDITS = ("words", "name", "asked_day", "asked_time")
_SHOWN: dict[StepKind, tuple[str, ...]] = {
    "ask_agency": ("agency", "topic", "days", "words"),
    "agency_answered": ("agency", "answer"),
    "reached_agency": ("asked_day", "asked_time"),
    "back_from_agency": ("outcome", "name", "asked_day", "asked_time"),
}


class AgencyPart(View):
    """The fields of the steps about other agencies."""

    def __init__(self, presenter: StepsPresenter, language: Language) -> None:
        super().__init__()
        self._presenter, self._language = presenter, language
        self._boxes = {name: ChoiceBox(f"agency_{name}") for name in _CHOICES}
        self._edits: dict[str, QLineEdit] = {name: line_edit(f"agency_{name}") for name in _EDITS}
        self._fields = {name: Field(widget) for name, widget in (*self._boxes.items(), *self._edits.items())}
        for name, box in self._boxes.items():
            box.currentIndexChanged.connect(self._choosing(name))
        for name, edit in self._edits.items():
            edit.textEdited.connect(self._typing(name))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for name in ("agency", "topic", "days", "words", "answer", "outcome", "name"):
            layout.addWidget(self._fields[name])
        moment = QHBoxLayout()
        moment.setSpacing(12)
        moment.addWidget(self._fields["asked_day"], 1)
        moment.addWidget(self._fields["asked_time"], 1)
        layout.addLayout(moment)
        self.retranslate()

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._fields["topic"].say(translate("Steps", "Đề nghị"))
        self._fields["days"].say(translate("Steps", "Thời hạn trả lời"))
        self._fields["words"].say(translate("Steps", "Nội dung cụ thể"))
        self._fields["answer"].say(translate("Steps", "Kết thúc"))
        self._fields["outcome"].say(translate("Steps", "Nhận về với"))
        self._fields["name"].say(translate("Steps", "Người của cơ quan đó ký giao trên giấy"))
        self._boxes["topic"].offer(tuple(topic_words().items()))
        self._boxes["answer"].offer(answer_choices())
        self._boxes["outcome"].offer(outcome_choices())

    def focus_first(self) -> None:
        """Puts the cursor where typing begins."""
        kind = self._presenter.state.chosen
        if kind is not None and kind in AGENCY_STEPS:
            first = _SHOWN[kind][0]
            (self._boxes.get(first) or self._edits[first]).setFocus()

    def show_typed(self, kind: StepKind, sheet: StepSheet, draft: Draft) -> None:
        """Shows the fields of `kind` and what was typed."""
        shown = _SHOWN.get(kind, ())
        for name, field in self._fields.items():
            field.setVisible(name in shown)
        self._fields["agency"].say(
            translate("Steps", "Cơ quan trả lời") if kind == "agency_answered" else translate("Steps", "Hỏi cơ quan")
        )
        self._fields["asked_day"].say(
            translate("Steps", "Ngày nhận") if kind == "reached_agency" else translate("Steps", "Ngày ký giao")
        )
        self._fields["asked_time"].say(translate("Steps", "Lúc"))
        language = self._language.code
        if kind == "agency_answered":
            self._boxes["agency"].offer(tuple((each.id, asked_words(each, language)) for each in sheet.asked))
        elif kind == "ask_agency":
            self._boxes["agency"].offer(tuple((each.id, each.name) for each in sheet.agencies))
            limits = ((str(days), days_words(days, until, language)) for days, until in sheet.agency_limits)
            self._boxes["days"].offer(tuple(limits))
        for name in shown:
            if name in self._boxes:
                self._boxes[name].show_value(str(getattr(draft, name)))
            else:
                show_typed(self._edits[name], str(getattr(draft, name)))

    def _choosing(self, name: str) -> Callable[[int], None]:
        return lambda _: self._presenter.set(**{name: self._boxes[name].currentData()})

    def _typing(self, name: str) -> Callable[[str], None]:
        return lambda text: self._presenter.set(**{name: text})
