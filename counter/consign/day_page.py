"""The post point's day: figures in large letters, the money that is carried, the lists that brought it."""

from __future__ import annotations

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from counter.consign.day_derive import derive_day
from counter.consign.day_presenter import DayPresenter
from counter.language import Language
from counter.parts.key_button import KeyButton
from counter.parts.labels import card, line_label, relook, show_text, text_label
from counter.parts.rows import RowList
from counter.parts.scrolling import scrolling
from counter.parts.sum_grid import SumGrid
from counter.parts.tile import TileCard
from counter.parts.view import View
from counter.words import translate

_LIST_AIR = 4
"""So many pixels more than its rows and its edges a list is given, so that it never scrolls."""


class DayPage(View):
    """One day of the post point; looks again whenever it comes into sight."""

    def __init__(self, presenter: DayPresenter, language: Language) -> None:
        super().__init__()
        self._presenter, self._language = presenter, language
        self._before, self._after = KeyButton("post_day_before", "Alt+Left"), KeyButton("post_day_after", "Alt+Right")
        self._before.does(lambda: presenter.move_day(-1))
        self._after.does(lambda: presenter.move_day(1))
        self._day = line_label("lead")
        self._day.setObjectName("post_day")
        self._print = KeyButton("print_post_day", "Ctrl+P", "primary")
        self._print.does(presenter.print_sheet)
        names = ("post_made", "post_handed_over", "post_delivered", "post_to_deliver")
        self._tiles = tuple(TileCard(name) for name in names)
        self._titles = tuple(line_label("lead") for _ in range(3))
        self._sums = SumGrid("post_money")
        self._differing = text_label("urgent")
        self._differing.setObjectName("post_differing")
        self._nothing = text_label("soft")
        self._nothing.setObjectName("post_nothing_brought")
        self._lists = RowList("post_brought")
        self._staff = SumGrid("post_staff", last="body")
        self._lay_out()
        presenter.changed.connect(self.show_state)
        self.retranslate()
        self.show_state()

    def focus_first(self) -> None:
        """The lists that brought money, or the way to the day before."""
        (self._lists if self._lists.count() else self._before).setFocus()

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._before.say(translate("PostDay", "Hôm trước"))
        self._after.say(translate("PostDay", "Hôm sau"))
        self._print.say(translate("PostDay", "In bảng tổng hợp"))
        titles = (
            translate("PostDay", "Tiền thu hộ"),
            translate("PostDay", "Đã nộp theo biên bản giao nhận"),
            translate("PostDay", "Theo nhân viên"),
        )
        for label, text in zip(self._titles, titles, strict=True):
            label.setText(text)
        self._lists.setAccessibleName(titles[1])
        self._nothing.setText(translate("PostDay", "Ngày này chưa nộp tiền theo biên bản nào."))

    def show_state(self) -> None:
        """Shows the day."""
        shown = self._presenter.state.shown
        self._print.setEnabled(shown is not None)
        if shown is None:
            return
        props = derive_day(shown, self._language.code)
        self._day.setText(props.day)
        self._after.setEnabled(not props.is_today)
        for card_, tile in zip(self._tiles, props.tiles, strict=True):
            card_.show_tile(tile)
        self._sums.show_lines(props.sums)
        self._lists.show_rows(props.lists)
        rows = sum(self._lists.sizeHintForRow(at) for at in range(self._lists.count()))
        edges = self._lists.height() - self._lists.viewport().height()
        self._lists.setFixedHeight(rows + max(edges, 0) + _LIST_AIR)
        self._staff.show_lines(props.staff)
        self._titles[2].setVisible(bool(props.staff))
        self._staff.setVisible(bool(props.staff))
        self._lists.setVisible(bool(props.lists))
        self._nothing.setVisible(not props.lists)
        show_text(self._differing, props.differing)
        relook(self._differing, "urgent" if props.differs else "done")

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Looks at the day as it is now."""
        super().showEvent(event)
        self._presenter.is_seen = True
        self._presenter.refresh()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Nobody looks at the day any more."""
        super().hideEvent(event)
        self._presenter.is_seen = False

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        for widget in (self._before, self._after, self._day):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self._print)
        tiles = QHBoxLayout()
        tiles.setSpacing(16)
        for tile in self._tiles:
            tiles.addWidget(tile, 1)
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addWidget(self._money_card(), 4)
        across.addWidget(self._lists_card(), 5)
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(16)
        rows.addLayout(tiles)
        rows.addLayout(across, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 0, 24, 20)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(scrolling(inside), 1)

    def _money_card(self) -> QFrame:
        frame = card()
        column = QVBoxLayout(frame)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(self._titles[0])
        column.addWidget(self._sums)
        column.addWidget(self._differing)
        column.addStretch(1)
        return frame

    def _lists_card(self) -> QFrame:
        frame = card()
        column = QVBoxLayout(frame)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(self._titles[1])
        column.addWidget(self._nothing)
        column.addWidget(self._lists)
        column.addSpacing(8)
        column.addWidget(self._titles[2])
        column.addWidget(self._staff)
        column.addStretch(1)
        return frame
