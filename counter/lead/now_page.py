"""The page of the moment: three figures, the sum behind the third, the counters beside the lines."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from counter.lead.derive import NowProps
from counter.lead.work_table import WorkTable
from counter.look import Look
from counter.parts.key_button import KeyButton
from counter.parts.labels import card, line_label, text_label
from counter.parts.plot_bars import BarsPlot
from counter.parts.rows import RowList
from counter.parts.scrolling import scrolling
from counter.parts.tile import TileCard
from counter.words import translate


class NowPage(QWidget):
    """How it is at this moment."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._tiles = (TileCard("tile_waiting"), TileCard("tile_counters"), TileCard("tile_people"))
        self._sum = text_label("soft")
        self._sum.setObjectName("staffing_sum")
        self._how = KeyButton("staffing_how", "Alt+C", "quiet")
        self._how.does(self._toggle_work)
        self._work = WorkTable("staffing_work")
        self._below = QStackedWidget()
        self._counters_title, self._lines_title = line_label("lead"), line_label("lead")
        self._counters = RowList("lead_counters")
        self.plot = BarsPlot("lines_plot", look)
        self._table = RowList("lines_table")
        self._lines = QStackedWidget()
        plot_card = card()
        inside = QVBoxLayout(plot_card)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.addWidget(self.plot)
        inside.addStretch(1)
        self._lines.addWidget(scrolling(plot_card))
        self._lines.addWidget(self._table)
        self._lay_out()

    def become(self, look: Look) -> None:
        """Takes another look."""
        self.plot.become(look)

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._say_how()
        self._counters_title.setText(translate("Lead", "Các quầy"))
        self._counters.setAccessibleName(translate("Lead", "Các quầy"))
        self._lines_title.setText(translate("Lead", "Người chờ ở mỗi hàng"))
        self._table.setAccessibleName(translate("Lead", "Người chờ ở mỗi hàng"))

    def show_props(self, props: NowProps, *, tables: bool) -> None:
        """Shows `props`; the lines as a table when `tables`."""
        for tile, shown in zip(self._tiles, (props.waiting, props.counters_open, props.people), strict=True):
            tile.show_tile(shown)
        self._sum.setText(props.sum)
        self._how.setVisible(bool(props.work))
        self._work.show_work(props.work, props.over_minutes)
        if not props.work:
            self._below.setCurrentIndex(0)
            self._say_how()
        self._counters.show_rows(props.counters)
        self.plot.show_bars(props.bars, self._lines_title.text(), props.summary)
        self._table.show_rows(props.lines)
        self._lines.setCurrentIndex(int(tables))

    def focus_first(self) -> None:
        """Puts the cursor on the counters."""
        self._counters.setFocus()

    def _lay_out(self) -> None:
        tiles = QHBoxLayout()
        tiles.setSpacing(16)
        for tile in self._tiles:
            tiles.addWidget(tile, 1)
        said = QHBoxLayout()
        said.setSpacing(16)
        said.addWidget(self._sum, 1)
        said.addWidget(self._how)
        now = QWidget()
        columns = QHBoxLayout(now)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(16)
        columns.addLayout(_titled(self._counters_title, self._counters), 1)
        columns.addLayout(_titled(self._lines_title, self._lines), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(tiles)
        layout.addLayout(said)
        self._below.addWidget(now)
        self._below.addWidget(self._work)
        layout.addWidget(self._below, 1)

    def _toggle_work(self) -> None:
        """Shows the sum behind the people needed, or the counters and lines again."""
        self._below.setCurrentIndex(1 - self._below.currentIndex())
        self._say_how()

    def _say_how(self) -> None:
        shown = self._below.currentIndex() == 1
        self._how.say(translate("Lead", "Đóng cách tính") if shown else translate("Lead", "Cách tính"))


def _titled(title: QLabel, content: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(8)
    column.addWidget(title)
    column.addWidget(content, 1)
    return column
