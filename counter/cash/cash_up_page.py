"""The cash-up: the day's sums, the cash that was counted, the difference as it is, the sheet to sign."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from counter.cash.brought_list import BroughtList
from counter.cash.derive import CashUpProps, derive_cash_up
from counter.cash.presenter import CashPresenter
from counter.language import Language
from counter.parts.field import Field, line_edit, show_typed
from counter.parts.key_button import KeyButton
from counter.parts.labels import card, line_label, relook, show_text, text_label
from counter.parts.scrolling import scrolling
from counter.parts.sum_grid import SumGrid
from counter.parts.view import View
from counter.words import translate


class CashUpPage(View):
    """Sums at the left, counting at the right."""

    def __init__(self, presenter: CashPresenter, language: Language) -> None:
        super().__init__()
        self._presenter, self._language = presenter, language
        self._day = line_label("lead")
        self._day.setObjectName("cash_up_day")
        self._before, self._after = KeyButton("day_before", "Alt+Left"), KeyButton("day_after", "Alt+Right")
        self._before.does(lambda: presenter.move_day(-1))
        self._after.does(lambda: presenter.move_day(1))
        self._mine, self._all = KeyButton("cash_mine", "Alt+R"), KeyButton("cash_all", "Alt+B")
        self._mine.does(lambda: self._whose(everybody=False))
        self._all.does(lambda: self._whose(everybody=True))
        for button in (self._mine, self._all):
            button.setCheckable(True)
        self._titles = tuple(line_label("label") for _ in range(5))
        self._grids = tuple(SumGrid(f"cash_{name}", last="body") for name in ("ways", "procedures", "books"))
        self._brought, self._drawer = BroughtList("cash_brought"), SumGrid("cash_drawer")
        self._sums: tuple[QWidget, ...] = (*self._grids, self._brought, self._drawer)
        self._nothing = text_label("soft")
        self._total_title, self._total = line_label("label"), line_label("headline")
        self._total.setObjectName("cash_total")
        self._counted = line_edit("counted_cash")
        self._counted.textEdited.connect(presenter.set_counted)
        self._counted_field = Field(self._counted)
        self._difference = text_label("lead")
        self._difference.setObjectName("cash_difference")
        self._problems = text_label("warning")
        self._problems.setObjectName("cash_problems")
        self._print = KeyButton("print_cash_up", "Ctrl+P", "primary")
        self._print.does(presenter.print_sheet)
        self._lay_out()
        self.retranslate()

    def focus_first(self) -> None:
        """Puts the cursor where the counted cash is typed."""
        self._counted.setFocus()

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._before.say(translate("Cash", "Hôm trước"))
        self._after.say(translate("Cash", "Hôm sau"))
        self._mine.say(translate("Cash", "Của tôi"))
        self._all.say(translate("Cash", "Cả bộ phận"))
        words = (
            translate("Cash", "Theo hình thức"),
            translate("Cash", "Theo thủ tục"),
            translate("Cash", "Theo quyển biên lai"),
            translate("Cash", "Bưu điện nộp theo biên bản"),
            translate("Cash", "Ngăn tiền"),
        )
        for label, word in zip(self._titles, words, strict=True):
            label.setText(word)
        self._nothing.setText(translate("Cash", "Ngày này không thu khoản nào."))
        self._total_title.setText(translate("Cash", "Tổng thu trong ngày"))
        self._counted_field.say(translate("Cash", "Tiền mặt đếm được"))
        self._print.say(translate("Cash", "In bảng kê"))

    def show_state(self) -> None:
        """Shows the day."""
        state = self._presenter.state
        props = derive_cash_up(state, self._language.code)
        self._mine.setChecked(not state.everybody)
        self._all.setChecked(state.everybody)
        self._after.setEnabled(state.day is not None)
        show_typed(self._counted, state.counted)
        if props is None:
            return
        self._day.setText(props.day)
        self._total.setText(props.total)
        self._nothing.setVisible(props.is_empty)
        self._show_sums(props)
        show_text(self._difference, props.difference)
        relook(self._difference, "urgent" if props.differs else "done")
        show_text(self._problems, "\n".join(props.problems))

    def _show_sums(self, props: CashUpProps) -> None:
        for grid, lines in zip(self._grids, (props.ways, props.procedures, props.books), strict=True):
            grid.show_lines(lines)
        self._brought.show_lines(props.brought)
        self._drawer.show_lines(props.drawer)
        said = (props.ways, props.procedures, props.books, props.brought, props.drawer)
        for title, widget, shown in zip(self._titles, self._sums, said, strict=True):
            title.setVisible(bool(shown))
            widget.setVisible(bool(shown))

    def _whose(self, *, everybody: bool) -> None:
        self._presenter.show_everybody(everybody=everybody)
        self.show_state()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(8)
        for widget in (self._before, self._after, self._day):
            head.addWidget(widget)
        head.addStretch(1)
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addWidget(self._sums_card(), 5)
        across.addWidget(self._count_card(), 4)
        layout.addLayout(head)
        layout.addLayout(across, 1)

    def _sums_card(self) -> QFrame:
        reading = QWidget()
        column = QVBoxLayout(reading)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._nothing)
        for title, widget in zip(self._titles, self._sums, strict=True):
            column.addWidget(title)
            column.addWidget(widget)
        column.addStretch(1)
        frame = card()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(24, 20, 24, 20)
        inside.addWidget(scrolling(reading))
        return frame

    def _count_card(self) -> QFrame:
        frame = card()
        column = QVBoxLayout(frame)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        parts: tuple[QLabel | QWidget, ...] = (
            self._mine,
            self._all,
            self._total_title,
            self._total,
            self._counted_field,
            self._difference,
            self._problems,
        )
        for widget in parts:
            column.addWidget(widget)
        column.addStretch(1)
        column.addWidget(self._print)
        return frame
