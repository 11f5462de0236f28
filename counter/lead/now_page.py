"""The page of the moment: three figures, the sum behind the third, the counters beside the lines."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from counter.lead.derive import NowProps, Tile
from counter.look import Look
from counter.parts.labels import card, line_label, relook, text_label
from counter.parts.plot_bars import BarsPlot
from counter.parts.rows import RowList
from counter.parts.scrolling import scrolling
from counter.words import translate


class TileCard(QWidget):
    """One figure in large letters."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._title, self._value, self._detail = line_label("label"), line_label("headline"), text_label("small")
        self._value.setObjectName(name)
        frame = card()
        rows = QVBoxLayout(frame)
        rows.setContentsMargins(16, 12, 16, 12)
        rows.setSpacing(2)
        for label in (self._title, self._value, self._detail):
            rows.addWidget(label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(frame)

    def show_tile(self, tile: Tile) -> None:
        """Shows `tile`."""
        self._title.setText(tile.title)
        self._value.setText(tile.value)
        self._detail.setText(tile.detail)
        relook(self._detail, "urgent" if tile.urgent else "small")


class NowPage(QWidget):
    """How it is at this moment."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._tiles = (TileCard("tile_waiting"), TileCard("tile_counters"), TileCard("tile_people"))
        self._sum = text_label("small")
        self._sum.setObjectName("staffing_sum")
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
        self._counters_title.setText(translate("Lead", "Các quầy"))
        self._counters.setAccessibleName(translate("Lead", "Các quầy"))
        self._lines_title.setText(translate("Lead", "Người chờ ở mỗi hàng"))
        self._table.setAccessibleName(translate("Lead", "Người chờ ở mỗi hàng"))

    def show_props(self, props: NowProps, *, tables: bool) -> None:
        """Shows `props`; the lines as a table when `tables`."""
        for tile, shown in zip(self._tiles, (props.waiting, props.counters_open, props.people), strict=True):
            tile.show_tile(shown)
        self._sum.setText(props.sum)
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
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addLayout(_titled(self._counters_title, self._counters), 1)
        columns.addLayout(_titled(self._lines_title, self._lines), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(tiles)
        layout.addWidget(self._sum)
        layout.addLayout(columns, 1)


def _titled(title: QLabel, content: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(8)
    column.addWidget(title)
    column.addWidget(content, 1)
    return column
