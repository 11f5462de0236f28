"""One handover: its papers at the left; at the right the count, the money, what differs, and what this side may do."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter.handover.derive import derive_handover_detail, derive_signatures
from counter.handover.derive_count import (
    derive_accept_words,
    derive_counted_row,
    derive_counted_words,
    derive_extra_words,
    derive_receipts_words,
)
from counter.handover.differences_panel import DifferencesPanel
from counter.handover.mark_panel import MarkPanel
from counter.handover.money_panel import MoneyPanel
from counter.handover.presenter import HandoverPresenter
from counter.handover.sign_panel import SignPanel
from counter.handover.state import is_outgoing
from counter.language import Language
from counter.parts.flow import FlowLayout
from counter.parts.key_button import KeyButton
from counter.parts.labels import line_label, show_text, text_label
from counter.parts.rows import RowList
from counter.parts.scrolling import scrolling
from counter.parts.view import View
from counter.words import translate


class RecordCard(View):
    """The opened handover."""

    def __init__(self, presenter: HandoverPresenter, language: Language) -> None:
        super().__init__()
        self._presenter, self._language = presenter, language
        self._back = KeyButton("all_records", "Alt+B", "quiet")
        self._back.does(presenter.close_record)
        self._number, self._counted = line_label("title"), line_label("count")
        self._counted.setObjectName("counted_count")
        self._detail, self._sides = text_label("soft"), text_label("small")
        self._heard = text_label("warning")
        self._list = RowList("handover_dossiers")
        self._list.itemActivated.connect(self._toggle)
        self._list.currentItemChanged.connect(lambda *_: presenter.choose_paper(self._list.current_identity()))
        self._extra, self._hint = text_label("urgent"), text_label("small")
        self._not_scanned = KeyButton("miss_the_rest", "Alt+T", "quiet")
        self._not_scanned.does(presenter.miss_what_was_not_scanned)
        self._forget_extra = KeyButton("drop_extra", "Alt+X", "quiet")
        self._forget_extra.does(self._drop_extra)
        self._print = KeyButton("print_record", "Ctrl+P")
        self._print.does(presenter.print_record)
        self._receipts = KeyButton("print_list_receipts", "Alt+J", "primary")
        self._receipts.does(presenter.print_receipts)
        self._mark, self._money = MarkPanel(presenter, self._reveal), MoneyPanel(presenter, language)
        self._differences = DifferencesPanel(presenter, language, self._reveal)
        self._sign = SignPanel(presenter, self._reveal)
        self._content = QWidget()
        self._scroll = scrolling(self._content)
        self._accept = KeyButton("accept", "Ctrl+Return", "primary").once()
        self._accept.does(self.accept)
        self._cancel = KeyButton("cancel_handover", "Alt+H").once()
        self._cancel.does(presenter.cancel)
        self._keep = KeyButton("keep_handover", "Alt+G", "quiet")
        self._keep.does(presenter.keep)
        self._lay_out()
        self.retranslate()

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._back.say(translate("Handover", "‹ Các biên bản"))
        self._hint.setText(translate("Handover", "Enter: đánh dấu hồ sơ đang chọn là thiếu."))
        self._heard.setText(translate("Handover", "Danh sách đọc từ mã trên giấy; sẽ khớp khi có mạng."))
        self._not_scanned.say(translate("Handover", "Chưa quét là thiếu"))
        self._forget_extra.say(translate("Handover", "Bỏ mã thừa cuối"))
        self._print.say(translate("Handover", "In biên bản"))
        self._keep.say(translate("Handover", "Không hủy"))
        self._list.setAccessibleName(translate("Handover", "Hồ sơ trong biên bản"))

    def show_state(self) -> None:
        """Shows the opened handover."""
        state, presenter = self._presenter.state, self._presenter
        opened = state.opened
        if opened is None:
            return
        waiting, counting = opened.row.state == "offered", presenter.may_count
        receiving = counting and presenter.receives
        giving = waiting and is_outgoing(opened.row, presenter.officer)
        self._number.setText(opened.row.number)
        self._detail.setText(derive_handover_detail(opened.row))
        self._sides.setText(derive_signatures(opened, self._language.code))
        self._heard.setVisible(opened.heard is not None)
        show_text(self._counted, derive_counted_words(state) if counting else "")
        self._list.show_rows(tuple((row.id, derive_counted_row(row, state)) for row in opened.papers))
        if self._list.current_identity() != state.chosen:
            self._list.show_current(state.chosen)
        show_text(self._extra, derive_extra_words(state.extra if waiting else opened.extra))
        self._forget_extra.setVisible(waiting and bool(state.extra))
        self._hint.setVisible(counting)
        self._not_scanned.setVisible(counting and bool(state.marks))
        self._print.setVisible(opened.heard is None)
        self._receipts.setVisible(bool(state.to_print) and presenter.receives)
        self._receipts.setEnabled(not state.printing)
        self._receipts.say(derive_receipts_words(state))
        self._accept.setVisible(receiving)
        self._accept.say(derive_accept_words(state))
        self._cancel.setVisible(giving)
        self._cancel.say(
            translate("Handover", "Bấm lần nữa để hủy") if state.cancelling else translate("Handover", "Hủy bàn giao")
        )
        self._keep.setVisible(giving and state.cancelling)
        for part in (self._mark, self._money, self._differences, self._sign):
            part.show_state()
        for button in (self._accept, self._cancel):
            button.setEnabled(not state.busy)

    def sign_here(self) -> None:
        """The receiver signs on this screen."""
        self._sign.sign()

    def accept(self) -> None:
        """The receiver signs; money that travels and has not been counted is asked for first."""
        state = self._presenter.state
        self._presenter.accept()
        if state.fees and state.counted_vnd is None:
            self._money.focus_amount()
            self._reveal(self._money)

    def _toggle(self) -> None:
        identity = self._list.current_identity()
        if identity is not None:
            self._presenter.toggle_missing(identity)

    def _reveal(self, widget: QWidget) -> None:
        """Scrolls to `widget`, which has just been shown."""
        layout = self._content.layout()
        if layout is not None:
            layout.activate()
        self._content.adjustSize()
        self._scroll.ensureWidgetVisible(widget, 0, 8)

    def _drop_extra(self) -> None:
        if self._presenter.state.extra:
            self._presenter.drop_extra(self._presenter.state.extra[-1])

    def _lay_out(self) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(20)
        columns.addLayout(self._papers_column(), 1)
        columns.addLayout(self._deeds_column(), 1)
        head, names = QHBoxLayout(), QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._number)
        names.addWidget(self._detail)
        head.setSpacing(12)
        head.addWidget(self._back)
        head.addLayout(names, 1)
        head.addWidget(self._counted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addLayout(columns, 1)

    def _papers_column(self) -> QVBoxLayout:
        below = FlowLayout()
        below.addWidget(self._not_scanned)
        below.addWidget(self._forget_extra)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self._list, 1)
        column.addWidget(self._extra)
        column.addWidget(self._hint)
        column.addLayout(below)
        self._list.setMinimumHeight(140)
        return column

    def _deeds_column(self) -> QVBoxLayout:
        inside = QVBoxLayout(self._content)
        inside.setContentsMargins(0, 0, 8, 0)
        inside.setSpacing(8)
        for part in (self._heard, self._money, self._mark, self._differences, self._sign):
            inside.addWidget(part)
        inside.addWidget(self._sides)
        inside.addStretch(1)
        last = FlowLayout()
        for button in (self._receipts, self._print, self._cancel, self._keep):
            last.addWidget(button)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._accept)
        column.addLayout(last)
        return column
