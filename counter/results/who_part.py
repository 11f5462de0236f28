"""Who collects the result and what was shown: applicant or authorised person, receipt or identity paper."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout

from counter.parts.field import Field, line_edit, show_typed
from counter.parts.key_button import KeyButton
from counter.parts.labels import clear, line_label
from counter.parts.row_button import RowButton
from counter.parts.view import View
from counter.ports import AuthorisedCollector
from counter.results.presenter import ResultsPresenter
from counter.words import translate
from shared.domain.dossier import Collector

_NARROWEST = 200
_TICKS = {"receipt_lost": "Alt+G", "identity_seen": "Alt+C", "originals_back": "Alt+B"}


class WhoPart(View):
    """The part of the card that is filled in at the counter."""

    def __init__(self, presenter: ResultsPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._title = line_label("label")
        self._choices: dict[Collector, KeyButton] = {
            "applicant": KeyButton("collector_applicant", "Alt+N"),
            "authorised": KeyButton("collector_authorised", "Alt+U"),
        }
        for collector, button in self._choices.items():
            button.setCheckable(True)
            button.does(partial(self._choose, collector))
        self._recorded = QVBoxLayout()
        self._recorded.setSpacing(8)
        self._listed: tuple[AuthorisedCollector, ...] = ()
        self._rows: list[RowButton] = []
        self._edits: dict[str, QLineEdit] = {}
        self._fields: dict[str, Field] = {}
        for name in ("name", "identity_number", "paper"):
            edit = line_edit(f"collector_{name}")
            edit.textEdited.connect(partial(self._typed, name))
            edit.returnPressed.connect(presenter.return_result)
            self._edits[name], self._fields[name] = edit, Field(edit)
        self._ticks = {name: KeyButton(name, key) for name, key in _TICKS.items()}
        for name, button in self._ticks.items():
            button.setCheckable(True)
            button.does(partial(self._tick, name))
        self._lay_out()
        self.retranslate()

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._title.setText(translate("Results", "Người nhận"))
        self._choices["applicant"].say(translate("Results", "Người nộp hồ sơ"))
        self._choices["authorised"].say(translate("Results", "Người được ủy quyền"))
        self._fields["name"].say(translate("Results", "Họ tên người được ủy quyền"))
        self._fields["identity_number"].say(translate("Results", "Số giấy tờ tùy thân"))
        self._fields["paper"].say(translate("Results", "Giấy ủy quyền"))
        self._edits["paper"].setPlaceholderText(translate("Results", "Số, ngày, nơi chứng thực"))

    def show_state(self) -> None:
        """Shows who collects and what is ticked."""
        state = self._presenter.state
        card, collecting = state.card, state.collecting
        if card is None:
            return
        authorised = collecting.collector == "authorised"
        for collector, choice in self._choices.items():
            choice.setChecked(collector == collecting.collector)
        self._show_recorded(card.collectors)
        for row, person in zip(self._rows, card.collectors, strict=True):
            row.setVisible(authorised)
            row.setChecked(authorised and person.name == collecting.name)
        for name, edit in self._edits.items():
            self._fields[name].setVisible(authorised)
            show_typed(edit, str(getattr(collecting, name)))
        has_originals = any(document.originals for document in card.documents)
        shown = {"receipt_lost": True, "identity_seen": collecting.receipt_lost, "originals_back": has_originals}
        words = {
            "receipt_lost": translate("Results", "Mất Giấy tiếp nhận"),
            "identity_seen": translate("Results", "Đã xem giấy tùy thân"),
            "originals_back": translate("Results", "Trả lại bản chính"),
        }
        for name, button in self._ticks.items():
            ticked = bool(getattr(collecting, name))
            button.setChecked(ticked)
            button.setVisible(shown[name])
            button.say(f"{'✓' if ticked else '○'} {words[name]}")

    def _show_recorded(self, people: tuple[AuthorisedCollector, ...]) -> None:
        if people == self._listed:
            return
        self._listed = people
        clear(self._recorded)
        self._rows = []
        for place, person in enumerate(people):
            row = RowButton(f"recorded_collector_{place}", str(place))
            row.say(person.name, translate("Results", "Ghi khi tiếp nhận"))
            row.setMinimumWidth(_NARROWEST)
            row.does(partial(self._recorded_chosen, place))
            self._recorded.addWidget(row)
            self._rows.append(row)

    def _choose(self, collector: Collector) -> None:
        self._presenter.choose_collector(collector)
        self.show_state()
        if collector == "authorised":
            self._go_to("name")

    def _recorded_chosen(self, place: int) -> None:
        self._presenter.choose_recorded(place)
        self.show_state()
        if not self._presenter.state.collecting.paper:
            self._go_to("paper")

    def _go_to(self, name: str) -> None:
        edit = self._edits[name]
        edit.setFocus()
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if isinstance(around, QScrollArea):
            self._column.activate()
            around.ensureWidgetVisible(self._edits["paper"])

    def _typed(self, name: str, text: str) -> None:
        self._presenter.set(**{name: text})

    def _tick(self, name: str) -> None:
        self._presenter.set(**{name: not getattr(self._presenter.state.collecting, name)})
        self.show_state()

    def _lay_out(self) -> None:
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        for choice in self._choices.values():
            layout.addWidget(choice)
        layout.addLayout(self._recorded)
        for field in self._fields.values():
            layout.addWidget(field)
        for button in self._ticks.values():
            layout.addWidget(button)
