"""Where all paper is now (giấy tờ đang ở đâu): a map by holder, what is on its way, what takes too long."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter.custody.derive import alarms_key_words, total_words
from counter.custody.derive_map import derive_map
from counter.custody.map_view import CustodyMapView
from counter.custody.panel_view import CustodyPanel
from counter.custody.presenter import CustodyPresenter
from counter.custody.state import CustodyState, Place
from counter.language import Language
from counter.look import Look
from counter.parts.key_button import KeyButton
from counter.parts.labels import line_label
from counter.parts.scan_field import PAPER_CODE_AT_END, ScanField
from counter.parts.scrolling import scrolling
from counter.parts.view import RoomView
from counter.words import translate

_BOTH = 940
"""From this width on, map and panel stand side by side; below it the panel takes the map's place."""

_PANEL = 380


class CustodyView(RoomView):
    """The room. F8 and the scanner ask for one paper; arrows go over the map; Enter opens; Alt+Up goes back.

    Attributes: `map`, `panel`, `field`.
    """

    def __init__(self, presenter: CustodyPresenter, language: Language, look: Look) -> None:
        super().__init__()
        self._presenter, self._look = presenter, look
        self._title, self._total = line_label("title"), line_label("small")
        self._total.setObjectName("custody_total")
        self._alarms = KeyButton("custody_alarms", "Alt+C")
        self._alarms.setCheckable(True)
        self._alarms.does(self._show_alarms)
        self.field = ScanField("custody_search", self, presenter.search, PAPER_CODE_AT_END)
        self.map = CustodyMapView(look)
        self.map.opened.connect(self._open)
        self.panel = CustodyPanel(presenter, language, look)
        self._before = presenter.state
        self._lay_out()
        presenter.changed.connect(self.show_state)
        self.become(look)
        self.retranslate()
        self.show_state()

    def become(self, look: Look) -> None:
        """Takes another look."""
        self._look = look
        self.map.become(look)
        self.panel.become(look)
        self._show_sides()

    def focus_first(self) -> None:
        """Puts the cursor on the map, or into the panel that took its place."""
        if self._area.isVisible() or not self.panel.isVisible():
            self.map.focus_place(self._presenter.state.place)
        else:
            self.panel.focus_first()

    def focus_search(self) -> None:
        """F8: the field that asks for one paper."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def primary(self) -> None:
        """Ctrl+Enter: opens what the panel is on."""
        self.panel.choose()

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._title.setText(translate("Custody", "Giấy tờ đang ở đâu"))
        self.field.say(translate("Custody", "Quét hoặc nhập mã hồ sơ, số phiếu gửi, số bưu gửi (F8)"))

    def show_state(self) -> None:
        """Shows map and panel."""
        state, before = self._presenter.state, self._before
        self._before = state
        self._total.setText(total_words(state))
        self._alarms.say(alarms_key_words(state))
        self._alarms.setVisible(state.found is not None)
        self._alarms.setChecked(state.panel == "alarms" and state.opened)
        self.map.show_map(derive_map(state), state.place)
        self.panel.show_state()
        self._show_sides()
        if self.isVisible():
            self._follow(before, state)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Map and panel side by side where there is room for both."""
        super().resizeEvent(event)
        self._show_sides()

    def _follow(self, before: CustodyState, state: CustodyState) -> None:
        """The cursor follows what was opened, and goes back to where it came from."""
        if before.found is None and state.found is not None and not state.opened and not self.field.text():
            self.map.focus_place(None)
        elif (before.panel, before.opened, before.place) != (state.panel, state.opened, state.place):
            if state.opened:
                self.panel.focus_first()
            else:
                self.map.focus_place(before.place)
        elif before.papers is None and state.papers is not None:
            self.panel.focus_first()

    def _open(self, place: Place) -> None:
        self._presenter.open(place)
        self.show_state()

    def _show_alarms(self) -> None:
        self._presenter.show_alarms()
        self.show_state()

    def _show_sides(self) -> None:
        wide = self.width() >= self._look.px(_BOTH)
        opened = self._presenter.state.opened
        self.panel.show_beside(beside=wide)
        self.panel.setVisible(wide or opened)
        self._area.setVisible(wide or not opened)
        if wide:
            self.panel.setFixedWidth(self._look.part(_PANEL))
        else:
            self.panel.setMinimumWidth(0)
            self.panel.setMaximumWidth(16_777_215)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._total)
        head.addLayout(words, 1)
        head.addWidget(self._alarms)
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, 8, 0)
        inside.addWidget(self.map)
        inside.addStretch(1)
        self._area = scrolling(content)
        self.map.reached.connect(self._area.ensureWidgetVisible)
        body = QHBoxLayout()
        body.setSpacing(24)
        body.addWidget(self._area, 1)
        body.addWidget(self.panel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(self.field)
        layout.addLayout(body, 1)
