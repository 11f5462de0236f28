"""The band that offers what the scanner has just put into its folder."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from counter.attachments.derive import derive_offer
from counter.attachments.watched_folder import WatchedFolder
from counter.parts.key_button import KeyButton
from counter.parts.labels import card, text_label
from counter.parts.view import View
from counter.words import translate


class OfferBand(View):
    """Hidden while there is nothing to offer. `take` and `pass_over` are what its two buttons do.

    Whoever holds it calls `show_state` when the folder has changed.
    """

    def __init__(
        self,
        name: str,
        folder: Callable[[], WatchedFolder | None],
        take: Callable[[], object],
        pass_over: Callable[[], object],
    ) -> None:
        super().__init__()
        self._folder = folder
        self._frame: QFrame = card("tint")
        self._text = text_label()
        self._text.setObjectName(f"{name}_offer")
        self._take = KeyButton(f"{name}_take", "Alt+A", "primary")
        self._take.does(take)
        self._pass = KeyButton(f"{name}_pass", "", "quiet")
        self._pass.does(pass_over)
        inside = QHBoxLayout(self._frame)
        inside.setContentsMargins(16, 8, 8, 8)
        inside.setSpacing(8)
        inside.addWidget(self._text, 1)
        inside.addWidget(self._take)
        inside.addWidget(self._pass)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._frame)
        self.retranslate()
        self.show_state()

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._take.say(translate("Scans", "Đính kèm"))
        self._pass.say(translate("Scans", "Bỏ qua"))

    def show_state(self) -> None:
        """Shows the oldest offer."""
        folder = self._folder()
        words = derive_offer(folder.state) if folder is not None else ""
        offers = bool(folder and folder.state.offers)
        self._text.setText(words)
        self._take.setVisible(offers)
        self._pass.setVisible(offers)
        self.setVisible(bool(words) and self.isEnabled())
