"""A band above other work of the office: what the post has brought and is not entered or not printed yet.

One line says how much there is; the notes themselves open below it.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from counter.consign.waiting import WaitingPresenter, WaitingState
from counter.language import Language
from counter.parts.key_button import KeyButton
from counter.parts.labels import card, clear, text_label
from counter.parts.scrolling import scrolling
from counter.parts.view import View
from counter.ports.consign import WaitingEntry
from counter.words import short_moment, translate

_MOST_HIGH = 6
"""How high the opened notes may stand, in lines of text; the rest scrolls."""


class WaitingBand(View):
    """Shown only while there is something to say."""

    def __init__(self, presenter: WaitingPresenter, language: Language) -> None:
        super().__init__()
        self._presenter, self._language = presenter, language
        self._words = text_label("lead")
        self._words.setObjectName("waiting_entries")
        self._open = KeyButton("open_waiting", "Alt+V", "quiet")
        self._open.setCheckable(True)
        self._open.does(self.show_state)
        self._print = KeyButton("print_receipts", "Alt+I")
        self._print.does(presenter.print_receipts)
        self._hint = text_label("small")
        listed = QWidget()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        column.addLayout(self._rows)
        column.addWidget(self._hint)
        column.addStretch(1)
        self._list = scrolling(listed)
        self._shown: tuple[tuple[WaitingEntry, ...], str] | None = None
        self._lay_out()
        presenter.changed.connect(self.show_state)
        self.retranslate()
        self.show_state()

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._open.say(translate("Consign", "Xem"))
        self._print.say(translate("Consign", "In Giấy tiếp nhận"))
        self._hint.setText(
            translate("Consign", "Dữ liệu về tới máy này thì tự vào sổ. Không có mạng: quét mã QR trên phiếu gửi.")
        )

    def show_state(self) -> None:
        """Shows what waits."""
        state = self._presenter.state
        self.setVisible(not state.nothing)
        self._words.setText(_words(state))
        self._open.setVisible(bool(state.entries))
        opened = bool(state.entries) and self._open.isChecked()
        self._list.setMaximumHeight(_MOST_HIGH * self.fontMetrics().lineSpacing())
        self._list.setVisible(opened)
        self._print.setVisible(bool(state.receipts or state.printing))
        self._print.setEnabled(not state.printing)
        if (state.entries, self._language.code) == self._shown:
            return
        self._shown = (state.entries, self._language.code)
        clear(self._rows)
        for at, entry in enumerate(state.entries):
            self._rows.addWidget(self._row(at, entry))

    def _row(self, at: int, entry: WaitingEntry) -> QWidget:
        row = QWidget()
        words, why = text_label(), text_label("small")
        number = entry.number or translate("Consign", "Phiếu gửi chưa rõ số")
        taken = translate("Consign", "ký nhận {time} theo {record}").format(
            time=short_moment(entry.taken_at, self._language.code), record=entry.handover
        )
        words.setText(f"{number} · {taken}")
        why.setText(_why_words(entry, self._language.code))
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(words)
        said.addWidget(why)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(said, 1)
        if entry.here and entry.dossier is not None:
            show = KeyButton(f"waiting_dossier_{at}", look="quiet")
            show.say(translate("Consign", "Xem hồ sơ"))
            show.does(partial(self._presenter.show_dossier, entry.dossier))
            layout.addWidget(show)
        if entry.here:
            enter = KeyButton(f"enter_note_{at}")
            enter.say(translate("Consign", "Vào sổ"))
            enter.does(partial(self._presenter.enter, entry.id))
            layout.addWidget(enter)
        return row

    def _lay_out(self) -> None:
        band: QFrame = card("tint")
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._words, 1)
        head.addWidget(self._open)
        head.addWidget(self._print)
        inside = QVBoxLayout(band)
        inside.setContentsMargins(16, 8, 16, 8)
        inside.setSpacing(8)
        inside.addLayout(head)
        inside.addWidget(self._list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(band)


def _words(state: WaitingState) -> str:
    said = []
    if state.entries:
        said.append(translate("Consign", "Phiếu gửi chờ vào sổ: {count}").format(count=len(state.entries)))
    if state.printing:
        said.append(translate("Consign", "đang in Giấy tiếp nhận, còn {count}…").format(count=state.printing))
    elif state.receipts:
        said.append(translate("Consign", "chưa in Giấy tiếp nhận: {count}").format(count=len(state.receipts)))
    words = " · ".join(said)
    return words[:1].upper() + words[1:]


def _why_words(entry: WaitingEntry, language: str) -> str:
    if not entry.here:
        return translate("Consign", "Nội dung phiếu chưa về tới máy này.")
    if entry.why is not None:
        return entry.why.in_language(language)
    return translate("Consign", "Máy khác đã ký nhận; có thể vào sổ tại đây.")
