"""Results and letters that go by post (chuyển phát): prepared at the office, delivered or brought back by the post."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from counter.delivery.card import DeliveryCardView
from counter.delivery.prepare_part import PreparePart
from counter.delivery.presenter import DeliveryPresenter
from counter.delivery.state import GROUPS, Group
from counter.delivery.words import group_words, list_rows, nothing_words, over_words
from counter.language import Language
from counter.look import Look
from counter.parts.flow import FlowLayout
from counter.parts.key_button import KeyButton
from counter.parts.labels import card, line_label, show_text, text_label
from counter.parts.rows import RowList
from counter.parts.scan_field import CODE_OR_LABEL_AT_END, ScanField
from counter.parts.view import RoomView
from counter.words import money_words, translate


class DeliveryView(RoomView):
    """The lists at the left, what is at hand at the right."""

    def __init__(self, presenter: DeliveryPresenter, language: Language, look: Look) -> None:  # noqa: ARG002
        super().__init__()
        self._presenter, self._language = presenter, language
        self._title, self._count = line_label("title"), text_label("lead")
        self.scan = ScanField("delivery_scan", self, presenter.scanned, CODE_OR_LABEL_AT_END)
        self._tabs = {group: KeyButton(f"delivery_{group}", f"Alt+{at}") for at, group in enumerate(GROUPS, start=1)}
        for group, button in self._tabs.items():
            button.setCheckable(True)
            button.does(partial(self._choose, group))
        self._list = RowList("deliveries")
        self._list.itemActivated.connect(self._open)
        self._list.itemClicked.connect(self._open)
        self._nothing_listed = text_label("soft")
        self._nothing_listed.setObjectName("no_deliveries")
        self._nothing = text_label("soft")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._done, self._money = text_label("title"), text_label("lead")
        self._done.setObjectName("delivery_done")
        self._next = KeyButton("next_delivery", "Ctrl+N", "primary")
        self._next.does(self._go_on)
        self._prepare, self._card = PreparePart(presenter, language), DeliveryCardView(presenter, language)
        self._opened: tuple[str | None, bool] = (None, False)
        self._lay_out()
        presenter.changed.connect(self.show_state)
        self.retranslate()
        self.show_state()

    def focus_first(self) -> None:
        """Puts the cursor where work goes on."""
        state = self._presenter.state
        if state.offer is not None:
            self._prepare.focus_first()
        elif state.card is not None and (state.card.may_deliver or state.card.may_withdraw):
            self._card.focus_first()
        else:
            self.focus_search()

    def focus_search(self) -> None:
        """F8: the field for the scanner."""
        self.scan.setFocus(Qt.FocusReason.OtherFocusReason)

    def primary(self) -> None:
        """Ctrl+Enter."""
        self._presenter.primary()

    def print_again(self) -> None:
        """Ctrl+P: the note of what is at hand."""
        self._presenter.print_copy()

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._title.setText(translate("Delivery", "Chuyển phát"))
        self.scan.say(translate("Delivery", "Quét số hiệu bưu gửi hoặc mã trên Giấy tiếp nhận, hoặc gõ mã hồ sơ (F8)"))
        self._nothing.setText(translate("Delivery", "Quét một bưu gửi, hoặc chọn trong danh sách."))
        self._list.setAccessibleName(translate("Delivery", "Danh sách chuyển phát"))
        self._next.say(translate("Delivery", "Bưu gửi tiếp theo"))

    def show_state(self) -> None:
        """Shows the list and what is at hand."""
        state = self._presenter.state
        rows = list_rows(state, self._language.code)
        self._list.show_rows(rows)
        self._list.show_current(state.current)
        self._list.setVisible(bool(rows))
        show_text(self._nothing_listed, "" if rows else nothing_words(state))
        self._show_tabs()
        self._show_face()
        opened = state.current, state.over is not None
        if opened != self._opened:
            self._opened = opened
            if self.isVisible():
                self.focus_first()

    def _show_tabs(self) -> None:
        state = self._presenter.state
        lists = {
            "to_send": len(state.lists.to_send),
            "prepared": len(state.lists.prepared),
            "with_post": len(state.lists.with_post),
            "back": len(state.lists.back),
        }
        late = sum(each.late for each in state.lists.with_post)
        for group, button in self._tabs.items():
            words = f"{group_words(group)} {lists[group]}"
            button.say(f"⚠ {words}" if group == "with_post" and late else words)
            button.setChecked(group == state.group)
        self._tab_line.setVisible(not state.at_post)
        self._count.setText(
            translate("Delivery", "Cần phát: {count} · trễ hạn: {late} · đã phát hôm nay: {done}").format(
                count=len(state.lists.with_post), late=late, done=len(state.lists.done)
            )
            if state.at_post
            else translate("Delivery", "Bưu điện trễ hạn: {late} · đã phát hôm nay: {done}").format(
                late=late, done=len(state.lists.done)
            )
        )

    def _show_face(self) -> None:
        state = self._presenter.state
        if state.over is not None:
            self._done.setText(over_words(state.over))
            amount = money_words(state.over.fee_vnd, self._language.code)
            words = translate("Delivery", "Đã thu {amount}.").format(amount=amount) if state.over.fee_vnd else ""
            show_text(self._money, words)
            self._faces.setCurrentIndex(3)
        elif state.offer is not None:
            self._prepare.show_state()
            self._faces.setCurrentIndex(1)
        elif state.card is not None:
            self._card.show_state()
            self._faces.setCurrentIndex(2)
        else:
            self._faces.setCurrentIndex(0)

    def _choose(self, group: Group) -> None:
        self._presenter.choose_group(group)
        self.show_state()
        (self._list if self._list.count() else self.scan).setFocus()

    def _open(self) -> None:
        identity = self._list.current_identity()
        if identity is not None:
            self._presenter.open(identity)

    def _go_on(self) -> None:
        self._presenter.next()
        self.focus_search()

    def _lay_out(self) -> None:
        self._tab_line = QWidget()
        tabs = FlowLayout()
        tabs.setContentsMargins(0, 0, 0, 0)
        for button in self._tabs.values():
            tabs.addWidget(button)
        self._tab_line.setLayout(tabs)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self._count)
        left.addWidget(self._nothing_listed)
        left.addWidget(self._list, 1)
        left.addStretch(0)
        right = QWidget()
        self._faces = QStackedLayout(right)
        for face in (self._nothing_face(), self._prepare, self._card, self._done_face()):
            self._faces.addWidget(face)
        work = QHBoxLayout()
        work.setSpacing(20)
        work.addLayout(left, 4)
        work.addWidget(right, 5)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(self._title)
        layout.addWidget(self._tab_line)
        layout.addWidget(self.scan)
        layout.addLayout(work, 1)

    def _nothing_face(self) -> QWidget:
        face = card()
        inside = QVBoxLayout(face)
        inside.setContentsMargins(40, 40, 40, 40)
        inside.addWidget(self._nothing)
        return face

    def _done_face(self) -> QWidget:
        face = card("granted")
        inside = QVBoxLayout(face)
        inside.setContentsMargins(24, 24, 24, 24)
        inside.setSpacing(12)
        inside.addStretch(1)
        for label in (self._done, self._money):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            inside.addWidget(label)
        inside.addStretch(1)
        inside.addWidget(self._next)
        return face
