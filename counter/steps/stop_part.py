"""The citizen's request to stop: who asked, how, when, what shows it, and which papers go back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout

from counter.parts.field import Field, line_edit, show_typed
from counter.parts.labels import line_label
from counter.parts.steady import ChoiceBox
from counter.parts.view import View
from counter.steps.paper_ticks import PaperTicks
from counter.steps.presenter import StepsPresenter
from counter.steps.state import Draft
from counter.steps.words import asked_by_words, requester_words
from counter.words import translate

_EDITS = ("name", "proof", "asked_day", "asked_time")


class StopPart(View):
    """The fields of a request to stop."""

    def __init__(self, presenter: StepsPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._requester, self._asked_by = ChoiceBox("stop_requester"), ChoiceBox("stop_asked_by")
        self._edits: dict[str, QLineEdit] = {name: line_edit(f"stop_{name}") for name in _EDITS}
        for name, edit in self._edits.items():
            edit.textEdited.connect(self._typing(name))
        self._choices = {"requester": Field(self._requester), "asked_by": Field(self._asked_by)}
        self._fields = {name: Field(edit) for name, edit in self._edits.items()}
        self._back_title = line_label("label")
        self._back = PaperTicks("stop_back", lambda paper, ticked: presenter.tick(paper, ticked=ticked))
        self._lay_out()
        self._requester.currentIndexChanged.connect(lambda _: presenter.set(requester=self._requester.currentData()))
        self._asked_by.currentIndexChanged.connect(lambda _: presenter.set(asked_by=self._asked_by.currentData()))
        self.retranslate()

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._requester.offer(requester_words())
        self._asked_by.offer(asked_by_words())
        self._choices["requester"].say(translate("Steps", "Người yêu cầu"))
        self._choices["asked_by"].say(translate("Steps", "Cách yêu cầu"))
        self._fields["name"].say(translate("Steps", "Họ tên người yêu cầu"))
        self._fields["proof"].say(translate("Steps", "Văn bản, tin nhắn thể hiện yêu cầu (số, ngày)"))
        self._fields["asked_day"].say(translate("Steps", "Ngày yêu cầu"))
        self._fields["asked_time"].say(translate("Steps", "Lúc"))
        self._back_title.setText(translate("Steps", "Giấy tờ trả lại ngay"))

    def focus_first(self) -> None:
        """Puts the cursor into the proof: the rest is usually right already."""
        self._edits["proof"].setFocus()

    def show_typed(self, draft: Draft) -> None:
        """Shows what was typed."""
        self._requester.show_value(draft.requester)
        self._asked_by.show_value(draft.asked_by)
        for name, edit in self._edits.items():
            show_typed(edit, str(getattr(draft, name)))
        sheet = self._presenter.state.sheet
        papers = tuple(each.name for each in sheet.given) if sheet else ()
        self._back_title.setVisible(bool(papers))
        self._back.show_papers(papers, draft.papers)

    def _typing(self, name: str) -> Callable[[str], None]:
        return lambda text: self._presenter.set(**{name: text})

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.addWidget(self._choices["requester"], 0, 0)
        grid.addWidget(self._fields["name"], 0, 1)
        grid.addWidget(self._choices["asked_by"], 1, 0, 1, 2)
        grid.addWidget(self._fields["proof"], 2, 0, 1, 2)
        grid.addWidget(self._fields["asked_day"], 3, 0)
        grid.addWidget(self._fields["asked_time"], 3, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(grid)
        layout.addWidget(self._back_title)
        layout.addWidget(self._back)
