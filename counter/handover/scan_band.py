"""What the last scan did, large enough to be seen from the pile of papers."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout

from counter.handover.derive_count import derive_answer
from counter.handover.presenter import HandoverPresenter
from counter.language import Language
from counter.parts.labels import relook, text_label
from counter.parts.view import View
from counter.words import translate


class ScanBand(View):
    """One line below the scanner's field: green for what was taken, red for what was not."""

    def __init__(self, presenter: HandoverPresenter, language: Language) -> None:
        super().__init__()
        self._presenter, self._language = presenter, language
        self._words = text_label("lead")
        self._words.setObjectName("scan_answer")
        self._frame = QFrame()
        self._frame.setProperty("look", "tint")
        inside = QHBoxLayout(self._frame)
        inside.setContentsMargins(16, 8, 16, 8)
        inside.addWidget(self._words, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._frame)

    def show_state(self) -> None:
        """Shows the answer, or how to begin."""
        state = self._presenter.state
        closed = state.page == "records" and state.opened is not None and not self._presenter.may_count
        self.setVisible(state.answer is not None or not closed)
        if state.answer is None:
            relook(self._frame, "tint")
            self._words.setText(self._how_to_begin())
            return
        words, good = derive_answer(state.answer, state, self._language.code)
        relook(self._frame, "granted" if good else "refused")
        self._words.setText(words)

    def _how_to_begin(self) -> str:
        state = self._presenter.state
        if state.page == "give":
            return translate("Handover", "Quét từng hồ sơ sẽ giao; danh sách và số đếm ở bên phải.")
        if self._presenter.may_count:
            return translate("Handover", "Quét từng hồ sơ nhận được để đếm.")
        return translate("Handover", "Quét mã trên biên bản để mở, hoặc chọn biên bản bên dưới.")
