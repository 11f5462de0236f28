"""The part that shows the scans of one dossier and takes new ones; it stands in reception and on a dossier's page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter.attachments.derive import derive_hint, derive_row, derive_title, paper_words
from counter.attachments.file_choice import choose_files, dropped_files
from counter.attachments.offer_band import OfferBand
from counter.attachments.page_part import PagePart
from counter.attachments.presenter import AttachmentsPresenter
from counter.language import Language
from counter.parts.field import Field
from counter.parts.key_button import KeyButton
from counter.parts.labels import line_label, show_text, text_label
from counter.parts.rows import RowList
from counter.parts.steady import ChoiceBox
from counter.parts.view import View
from counter.words import translate

_LIST_HEIGHT = 136


class AttachmentsPart(View):
    """A list of scans with the page of the chosen one beside it; files are dropped on it or chosen by key.

    `name` begins the object names of its widgets, so that two of them can be told apart.
    """

    def __init__(self, presenter: AttachmentsPresenter, language: Language, name: str = "scans") -> None:
        super().__init__()
        self._presenter, self._language, self._name = presenter, language, name
        self.setObjectName(name)
        self.setAcceptDrops(True)
        self._title, self._hint = line_label("lead"), text_label("soft")
        self._hint.setObjectName(f"{name}_hint")
        self._choose = KeyButton(f"{name}_choose", "Alt+F")
        self._choose.does(self.choose_files)
        self._offer = OfferBand(name, lambda: presenter.folder, presenter.take_offer, presenter.pass_offer_over)
        self._next = ChoiceBox(f"{name}_next")
        self._next.currentIndexChanged.connect(lambda _: presenter.set_document(str(self._next.currentData() or "")))
        self._next_field = Field(self._next)
        self._list = RowList(f"{name}_list")
        self._list.setMinimumHeight(_LIST_HEIGHT)
        self._list.currentItemChanged.connect(lambda *_: self._chosen())
        self._page = PagePart(presenter, language, name)
        self._body = QWidget()
        self._lay_out()
        presenter.changed.connect(self.show_state)
        self.retranslate()
        self.show_state()

    def show_dossier(self, dossier: str | None, papers: tuple[str, ...]) -> None:
        """Shows the scans of `dossier`, whose checklist has `papers`; None: of no dossier."""
        self._presenter.show_dossier(dossier, papers)

    def choose_files(self) -> None:
        """Alt+F: opens the list of files."""
        choose_files(self, self._presenter.take)

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._choose.say(translate("Scans", "Chọn tệp…"))
        self._next_field.say(translate("Scans", "Bản quét tiếp theo là giấy tờ"))
        self._list.setAccessibleName(translate("Scans", "Các bản quét của hồ sơ"))
        self._page.retranslate()
        self._offer.retranslate()

    def show_state(self) -> None:
        """Shows what the presenter holds."""
        state = self._presenter.state
        self._title.setText(derive_title(state))
        show_text(self._hint, derive_hint(state))
        self._choose.setVisible(state.may_attach)
        self._choose.setEnabled(state.dossier is not None)
        self._offer.setEnabled(state.may_attach and state.dossier is not None)
        self._offer.show_state()
        self._next.offer((*((paper, paper) for paper in state.papers), ("", paper_words(""))))
        self._next.show_value(state.document)
        self._next_field.setVisible(state.may_attach and bool(state.papers))
        self._list.show_rows(tuple((row.id, derive_row(row, self._language.code)) for row in state.rows))
        if self._list.current_identity() != (state.chosen or None):
            self._list.blockSignals(True)  # noqa: FBT003
            self._list.show_current(state.chosen or None)
            self._list.blockSignals(False)  # noqa: FBT003
        self._body.setVisible(bool(state.rows))
        self.setFocusProxy(self._list if state.rows else self._choose)
        self._page.show_state()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Takes files of this machine, from whoever may attach them."""
        state = self._presenter.state
        if state.may_attach and state.dossier is not None and dropped_files(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Takes what was dropped; the files stay where they are."""
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._presenter.take(dropped_files(event.mimeData()))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """From now on the beat looks again where the scans are."""
        super().showEvent(event)
        self._presenter.seen = True
        self._presenter.refresh()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Nobody looks."""
        super().hideEvent(event)
        self._presenter.seen = False

    def _chosen(self) -> None:
        identity = self._list.current_identity()
        if identity is not None:
            self._presenter.choose(identity)

    def _lay_out(self) -> None:
        taking = QHBoxLayout()
        taking.setSpacing(16)
        taking.addWidget(self._next_field, 1)
        taking.addWidget(self._choose, 0, Qt.AlignmentFlag.AlignBottom)
        body = QHBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(16)
        beside = QVBoxLayout()
        beside.setSpacing(8)
        beside.addWidget(self._list, 1)
        beside.addWidget(self._page.about)
        body.addLayout(beside, 1)
        body.addWidget(self._page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self._title)
        head.addWidget(self._hint, 1)
        layout.addLayout(head)
        layout.addWidget(self._offer)
        layout.addLayout(taking)
        layout.addWidget(self._body, 1)
