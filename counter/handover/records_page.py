"""The handovers that are open or were closed today, and the one being looked at."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter.handover.derive import derive_handover_detail, derive_handover_title
from counter.handover.presenter import HandoverPresenter
from counter.handover.record_card import RecordCard
from counter.handover.state import the_rest, to_sign
from counter.parts.labels import clear, line_label, text_label
from counter.parts.row_button import RowButton
from counter.parts.scrolling import scrolling
from counter.parts.view import View
from counter.ports import HandoverRow
from counter.words import translate


class RecordsPage(View):
    """Handovers at the left, waiting ones first; the opened one at the right."""

    def __init__(self, presenter: HandoverPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._waiting_title, self._rest_title = line_label("lead"), line_label("lead")
        self._none = text_label("soft")
        self._waiting, self._rest = QVBoxLayout(), QVBoxLayout()
        self._buttons: list[RowButton] = []
        self._shown: tuple[tuple[HandoverRow, ...], tuple[HandoverRow, ...]] = ((), ())
        self.card = RecordCard(presenter)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        for part in (self._waiting_title, self._waiting, self._none, self._rest_title, self._rest):
            if isinstance(part, QVBoxLayout):
                part.setSpacing(8)
                column.addLayout(part)
            else:
                column.addWidget(part)
        column.addStretch(1)
        scroll = scrolling(inside)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(20)
        layout.addWidget(scroll, 4)
        layout.addWidget(self.card, 5)
        self.retranslate()

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._waiting_title.setText(translate("Handover", "Chờ đơn vị này ký nhận"))
        self._rest_title.setText(translate("Handover", "Các biên bản khác"))
        self._none.setText(translate("Handover", "Không có hồ sơ nào đang chờ nhận."))
        self._say_buttons()

    def show_state(self) -> None:
        """Shows the handovers and the opened one."""
        state, officer = self._presenter.state, self._presenter.officer
        waiting, rest = to_sign(state.handovers, officer), the_rest(state.handovers, officer)
        if (waiting, rest) != self._shown:
            self._shown = (waiting, rest)
            self._buttons = [
                *self._fill(self._waiting, "incoming", waiting),
                *self._fill(self._rest, "record", rest),
            ]
            self._say_buttons()
        opened = state.opened.id if state.opened else None
        for button in self._buttons:
            button.setChecked(button.identity == opened)
        self._none.setVisible(not waiting)
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
            button.say(derive_handover_title(row, self._presenter.officer), derive_handover_detail(row))
