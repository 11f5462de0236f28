"""The notes of today: where each of them stands, and what can still be done about one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from counter.consign.derive import (
    derive_counts,
    derive_note_facts,
    derive_note_row,
    give_back_words,
    marked_state,
    withdraw_words,
)
from counter.consign.presenter import ConsignPresenter
from counter.language import Language
from counter.parts.brief_label import BriefLabel
from counter.parts.key_button import KeyButton
from counter.parts.labels import card, clear, line_label, relook, text_label
from counter.parts.rows import RowList
from counter.parts.scrolling import scrolling
from counter.parts.view import View
from counter.words import translate


class NotesPage(View):
    """Notes at the left, the chosen one at the right."""

    def __init__(self, presenter: ConsignPresenter, language: Language) -> None:
        super().__init__()
        self._presenter, self._language = presenter, language
        self._empty = text_label("soft")
        self._empty.setObjectName("no_notes")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._counts = text_label("soft")
        self._counts.setObjectName("note_counts")
        self._list = RowList("notes")
        self._list.currentItemChanged.connect(lambda *_: presenter.choose_note(self._list.current_identity()))
        self._list.itemActivated.connect(lambda *_: presenter.show_dossier())
        self._number, self._state = line_label("code"), line_label("chip")
        self._sender, self._procedure = text_label("lead"), BriefLabel("soft", lines=3)
        self._facts = QGridLayout()
        self._shown: tuple[tuple[str, str], ...] = ()
        self._print = KeyButton("print_note_copy", "Ctrl+P")
        self._print.does(presenter.print_again)
        self._open = KeyButton("note_dossier", "Alt+O")
        self._open.does(presenter.show_dossier)
        self._back = KeyButton("give_note_back", "Alt+G")
        self._back.does(presenter.give_back)
        self._withdraw = KeyButton("withdraw_note", "Alt+H")
        self._withdraw.does(presenter.withdraw)
        self._faces = QStackedLayout(self)
        self._lay_out()
        self.retranslate()

    def focus_first(self) -> None:
        """Puts the cursor into the list."""
        self._list.setFocus()

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._empty.setText(translate("Consign", "Hôm nay chưa lập phiếu gửi nào."))
        self._list.setAccessibleName(translate("Consign", "Các phiếu gửi"))
        self._print.say(translate("Consign", "In bản sao"))
        self._open.say(translate("Consign", "Xem hồ sơ"))

    def show_state(self) -> None:
        """Shows the notes and the chosen one."""
        state, language = self._presenter.state, self._language.code
        self._faces.setCurrentIndex(1 if state.notes else 0)
        self._empty.setVisible(state.looked)
        self._counts.setText(derive_counts(state.notes))
        self._list.show_rows(tuple((each.id, derive_note_row(each, language)) for each in state.notes))
        if self._list.current_identity() != state.chosen:
            self._list.show_current(state.chosen)
        note = state.chosen_note
        self._side.setVisible(note is not None)
        if note is None:
            return
        self._number.setText(note.number)
        self._state.setText(marked_state(note))
        relook(self._state, "urgent" if note.state == "refused" else "chip")
        self._sender.setText(note.sender)
        self._procedure.setText(note.procedure_name)
        self._show_facts(derive_note_facts(note, language))
        self._open.setVisible(bool(note.dossier_code))
        for button, words, offered in (
            (self._back, give_back_words(state, note), note.here and note.state in ("refused", "made")),
            (self._withdraw, withdraw_words(state, note), note.here and note.state == "made"),
        ):
            button.say(words)
            button.setVisible(offered)

    def _show_facts(self, facts: tuple[tuple[str, str], ...]) -> None:
        if facts == self._shown:
            return
        self._shown = facts
        clear(self._facts)
        for row, (label, words) in enumerate(facts):
            name, value = line_label("soft"), text_label()
            name.setText(label)
            value.setText(words)
            self._facts.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(value, row, 1)

    def _lay_out(self) -> None:
        nothing = card()
        inside = QVBoxLayout(nothing)
        inside.setContentsMargins(40, 40, 40, 40)
        inside.addWidget(self._empty)
        empty = QWidget()
        around = QVBoxLayout(empty)
        around.setContentsMargins(24, 4, 24, 24)
        around.addWidget(nothing)
        both = QWidget()
        across = QHBoxLayout(both)
        across.setContentsMargins(24, 4, 24, 24)
        across.setSpacing(16)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self._counts)
        left.addWidget(self._list, 1)
        self._side = self._chosen_card()
        across.addLayout(left, 1)
        across.addWidget(self._side, 1)
        for face in (empty, both):
            self._faces.addWidget(face)

    def _chosen_card(self) -> QFrame:
        reading = QWidget()
        column = QVBoxLayout(reading)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._number, 1)
        head.addWidget(self._state, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(head)
        column.addWidget(self._sender)
        column.addWidget(self._procedure)
        column.addSpacing(8)
        self._facts.setHorizontalSpacing(16)
        self._facts.setVerticalSpacing(8)
        self._facts.setColumnStretch(1, 1)
        column.addLayout(self._facts)
        column.addStretch(1)
        frame = card()
        layout = QVBoxLayout(frame)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(scrolling(reading), 1)
        for button in (self._open, self._print, self._back, self._withdraw):
            layout.addWidget(button)
        return frame
