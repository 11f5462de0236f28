"""The handovers that are open, differ or were closed today, and the one being looked at."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from counter.handover.derive import derive_handover_detail, derive_handover_title
from counter.handover.presenter import HandoverPresenter
from counter.handover.record_card import RecordCard
from counter.handover.state import the_rest, to_settle, to_sign
from counter.language import Language
from counter.parts.labels import clear, line_label, text_label
from counter.parts.row_button import RowButton
from counter.parts.scrolling import scrolling
from counter.parts.view import View
from counter.ports import HandoverRow
from counter.words import joined, translate


class RecordsPage(View):
    """The handovers, waiting ones first; in their place the opened one."""

    def __init__(self, presenter: HandoverPresenter, language: Language) -> None:
        super().__init__()
        self._presenter = presenter
        self._waiting_title, self._rest_title = line_label("lead"), line_label("lead")
        self._differing_title, self._none = line_label("lead"), text_label("soft")
        self._waiting, self._differing, self._rest = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self._buttons: list[RowButton] = []
        self._shown: tuple[tuple[HandoverRow, ...], ...] = ()
        self.card = RecordCard(presenter, language)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        waiting = (self._waiting_title, self._waiting, self._none)
        for part in (*waiting, self._differing_title, self._differing, self._rest_title, self._rest):
            if isinstance(part, QVBoxLayout):
                part.setSpacing(8)
                column.addLayout(part)
            else:
                column.addWidget(part)
        column.addStretch(1)
        self._pages = QStackedWidget()
        self._pages.addWidget(scrolling(inside))
        self._pages.addWidget(self.card)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        self.retranslate()

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._waiting_title.setText(translate("Handover", "Chờ đơn vị này ký nhận"))
        self._differing_title.setText(translate("Handover", "Có chênh lệch chưa xử lý"))
        self._rest_title.setText(translate("Handover", "Các biên bản khác"))
        self._none.setText(translate("Handover", "Không có hồ sơ nào đang chờ nhận."))
        self._say_buttons()

    def show_state(self) -> None:
        """Shows the handovers and the opened one."""
        state, officer = self._presenter.state, self._presenter.officer
        waiting, differing = to_sign(state.handovers, officer), to_settle(state.handovers)
        rest = the_rest(state.handovers, officer)
        if (waiting, differing, rest) != self._shown:
            self._shown = (waiting, differing, rest)
            self._buttons = [
                *self._fill(self._waiting, "incoming", waiting),
                *self._fill(self._differing, "differing", differing),
                *self._fill(self._rest, "record", rest),
            ]
            self._say_buttons()
        self._pages.setCurrentIndex(0 if state.opened is None else 1)
        self._none.setVisible(not waiting)
        self._differing_title.setVisible(bool(differing))
        self._rest_title.setVisible(bool(rest))
        self.card.show_state()

    def _fill(self, column: QVBoxLayout, prefix: str, rows: tuple[HandoverRow, ...]) -> list[RowButton]:
        clear(column)
        buttons = [RowButton(f"{prefix}_{at}", row.id) for at, row in enumerate(rows)]
        for button in buttons:
            button.does(partial(self._presenter.open, button.identity))
            column.addWidget(button)
        return buttons

    def _say_buttons(self) -> None:
        rows = {row.id: row for rows in self._shown for row in rows}
        for button in self._buttons:
            row = rows[button.identity]
            title = derive_handover_title(row, self._presenter.officer)
            button.say(title, joined(row.number, derive_handover_detail(row)))
