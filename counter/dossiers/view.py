"""The room of search: the list of what was found, or the page of one dossier."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedLayout

from counter.attachments.presenter import AttachmentsPresenter
from counter.dossiers.page_face import PageFace
from counter.dossiers.presenter import DossiersPresenter
from counter.dossiers.search_face import SearchFace
from counter.language import Language
from counter.look import Look
from counter.parts.view import RoomView
from counter.steps.presenter import StepsPresenter


class DossiersView(RoomView):
    """Two faces."""

    def __init__(
        self,
        presenter: DossiersPresenter,
        steps: StepsPresenter,
        scans: AttachmentsPresenter,
        language: Language,
        look: Look,
    ) -> None:
        super().__init__()
        self._presenter = presenter
        self.search = SearchFace(presenter, self, language, look)
        self.page = PageFace(presenter, steps, scans, language, look)
        self._faces = QStackedLayout(self)
        self._faces.addWidget(self.search)
        self._faces.addWidget(self.page)
        presenter.changed.connect(self.show_state)
        self.show_state()

    def become(self, look: Look) -> None:
        """Takes another look."""
        self.search.become(look)
        self.page.become(look)

    def focus_first(self) -> None:
        """Puts the cursor into the search, or on the page that is open."""
        if self._presenter.state.opened is None:
            self.focus_field()
        else:
            self.page.focus_first()

    def focus_search(self) -> None:
        """F8: back to the field."""
        if self._presenter.state.opened is not None:
            self._presenter.close()
        self.focus_field()
        self.search.field.selectAll()

    def primary(self) -> None:
        """Ctrl+Enter: goes on with the step at hand."""
        self.page.primary()

    def focus_field(self) -> None:
        """Puts the cursor into the search."""
        self.search.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_state(self) -> None:
        """Shows the face for the state."""
        opened = self._presenter.state.opened is not None
        was = self._faces.currentIndex()
        self.search.show_state()
        self.page.show_state()
        self._faces.setCurrentIndex(int(opened))
        if self.isVisible() and was != int(opened):
            self.focus_first()
