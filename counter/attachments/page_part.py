"""The chosen scan: its page as a picture, the paper it shows, and the way out for a wrong one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from counter.attachments.derive import derive_page, paper_words
from counter.attachments.presenter import AttachmentsPresenter
from counter.language import Language
from counter.parts.field import Field
from counter.parts.key_button import KeyButton
from counter.parts.labels import line_label
from counter.parts.steady import ChoiceBox
from counter.parts.view import View
from counter.words import translate

_WIDTH, _HEIGHT = 170, 240
_EDGE = 1


class PagePart(View):
    """A column beside the list.

    Attributes: `about`, what is said of the chosen scan and done with it, to stand below the list.
    """

    def __init__(self, presenter: AttachmentsPresenter, language: Language, name: str) -> None:
        super().__init__()
        self._presenter, self._language = presenter, language
        self._drawn: bytes | None = None
        self._picture = QLabel()
        self._picture.setObjectName(f"{name}_page")
        self._picture.setFixedSize(_WIDTH + 2 * _EDGE, _HEIGHT + 2 * _EDGE)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setProperty("look", "sheet")
        self._page = line_label("small")
        self._before, self._after = (
            KeyButton(f"{name}_page_before", "Alt+Left"),
            KeyButton(f"{name}_page_after", "Alt+Right"),
        )
        self._before.does(lambda: presenter.turn(-1))
        self._after.does(lambda: presenter.turn(1))
        self._document = ChoiceBox(f"{name}_document")
        self._document.currentIndexChanged.connect(self._described)
        self._field = Field(self._document)
        self._withdraw = KeyButton(f"{name}_withdraw", "Alt+X")
        self._withdraw.does(presenter.withdraw)
        self.about = QWidget()
        self._lay_out()

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._before.say(translate("Scans", "Trước"))
        self._after.say(translate("Scans", "Sau"))
        self._field.say(translate("Scans", "Bản này là giấy tờ"))
        self._withdraw.say(translate("Scans", "Gỡ"))
        self._picture.setAccessibleName(translate("Scans", "Trang của bản quét"))

    def show_state(self) -> None:
        """Shows the chosen scan."""
        state = self._presenter.state
        row = state.row(state.chosen)
        self._page.setText(derive_page(state))
        several = row is not None and row.pages > 1
        for button in (self._before, self._after):
            button.setVisible(several)
        if row is not None:
            self._before.setEnabled(state.shown.page > 0)
            self._after.setEnabled(state.shown.page + 1 < row.pages)
            papers = state.papers if row.document in ("", *state.papers) else (*state.papers, row.document)
            self._document.offer((("", paper_words("")), *((paper, paper) for paper in papers)))
            self._document.show_value(row.document)
        self._field.setVisible(row is not None and state.may_attach and bool(state.papers))
        self._withdraw.setVisible(row is not None and state.may_attach)
        self.about.setVisible(row is not None and state.may_attach)
        self._draw(state.shown.picture)

    def _draw(self, picture: bytes) -> None:
        if picture == self._drawn:
            return
        self._drawn = picture
        drawn = QPixmap()
        if picture:
            drawn.loadFromData(picture, "PNG")
            ratio = self.devicePixelRatioF()
            drawn = drawn.scaled(
                round(_WIDTH * ratio),
                round(_HEIGHT * ratio),
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            drawn.setDevicePixelRatio(ratio)
        self._picture.setPixmap(drawn)

    def _described(self, _index: int) -> None:
        self._presenter.describe(str(self._document.currentData() or ""))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._page, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._before)
        layout.addWidget(self._after)
        layout.addStretch(1)
        about = QHBoxLayout(self.about)
        about.setContentsMargins(0, 0, 0, 0)
        about.setSpacing(16)
        about.addWidget(self._field, 1)
        about.addWidget(self._withdraw, 0, Qt.AlignmentFlag.AlignBottom)
