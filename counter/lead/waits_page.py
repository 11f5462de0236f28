"""The page of waits: how long people waited by half hours, above how many came; or the same as a table."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from counter.lead.derive_day import WaitsProps
from counter.look import Look
from counter.parts.labels import card, text_label
from counter.parts.plot_steps import StepsPlot
from counter.parts.rows import RowList
from counter.words import translate


class WaitsPage(QWidget):
    """Today's waits."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._said = text_label("lead")
        self._said.setObjectName("waits_said")
        self._waits_title, self._arrivals_title = text_label("label"), text_label("label")
        self.waits = StepsPlot("waits_plot", "line", look, 180)
        self.arrivals = StepsPlot("arrivals_plot", "columns", look, 120)
        self._table = RowList("waits_table")
        self._shown = QStackedWidget()
        plots = card()
        column = QVBoxLayout(plots)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(4)
        column.addWidget(self._waits_title)
        column.addWidget(self.waits, 3)
        column.addWidget(self._arrivals_title)
        column.addWidget(self.arrivals, 2)
        self._shown.addWidget(plots)
        self._shown.addWidget(self._table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self._said)
        layout.addWidget(self._shown, 1)

    def become(self, look: Look) -> None:
        """Takes another look."""
        self.waits.become(look)
        self.arrivals.become(look)

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._waits_title.setText(
            translate("Lead", "Phút chờ đến khi được gọi: nét liền là trung bình, nét chấm là mức 90 % người")
        )
        self._arrivals_title.setText(translate("Lead", "Số người đến trong mỗi nửa giờ"))
        self._table.setAccessibleName(translate("Lead", "Thời gian chờ theo nửa giờ"))

    def show_props(self, props: WaitsProps, *, tables: bool) -> None:
        """Shows `props`; as a table when `tables`."""
        self._said.setText(props.said)
        self.waits.show_steps(props.waits, self._waits_title.text(), props.waits_summary)
        self.arrivals.show_steps(props.arrivals, self._arrivals_title.text(), props.arrivals_summary)
        self._table.show_rows(props.rows)
        self._shown.setCurrentIndex(int(tables))

    def focus_first(self) -> None:
        """Puts the cursor on the table, if it is shown."""
        self._table.setFocus()
