"""Finding a dossier and its page: the search while typing, the page that stays true, the index that grows meanwhile."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QTimer

from counter.dossiers.state import DossiersState, OpenedDossier, Part
from counter.parts.scan_field import DOSSIER_CODE_AT_END
from counter.ports import DossierRow, PrintedForm
from counter.ports.dossiers import DossiersFound, IndexProgress
from counter.presenter import Busy, RoomPresenter, Surroundings
from counter.words import translate
from shared.domain.permission import may
from shared.failures import Failure

TYPING_PAUSE_MILLISECONDS = 120
"""So long after the last key the office is asked."""
INDEX_PAUSE_MILLISECONDS = 60
"""So long the database is left to others between two pieces of the index."""


class DossiersPresenter(Busy[DossiersState], RoomPresenter):
    """Finds dossiers and shows one. Attributes: `state`."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self.state = DossiersState()
        self._asked = 0
        self._indexing = False
        self._typing = self._timer(TYPING_PAUSE_MILLISECONDS, self._search_now)
        self._next_piece = self._timer(INDEX_PAUSE_MILLISECONDS, self._index_some)
        around.session.changed.connect(self._session_changed)
        around.ways.dossier_wanted.connect(self.open)
        around.ways.steps_wanted.connect(self.open_steps)

    def refresh(self) -> None:
        """Looks again at the page that is shown, or at what was found; goes on with the index."""
        if not self._may_look:
            return
        opened = self.state.opened
        if opened is not None:
            dossier = opened.page.row.id
            self._look(lambda: self._page(dossier), self._seen_again)
        elif self.state.query.strip() and not self._typing.isActive():
            self._search_now()
        self._index_some()

    def search(self, query: str) -> None:
        """Takes what is typed; the office is asked when the typing pauses."""
        self._become(replace(self.state, query=query))
        self._typing.start()

    def enter(self, dossier: str | None) -> None:
        """Enter: the dossier of a whole code or address that was typed, otherwise `dossier` of the list."""
        typed = self.state.query.strip()
        if DOSSIER_CODE_AT_END.fullmatch("".join(typed.split())) or "/d/" in typed.lower():
            self.scanned(typed)
        elif dossier is not None and self.state.answered == self.state.query:
            self.open(dossier)
        elif typed:
            self._search_now()

    def scanned(self, text: str) -> None:
        """Opens the dossier of a scanned receipt or a whole code."""
        if text.strip() and self._may_look:
            self._ask(lambda: self._of_text(text.strip()), self._shown)

    def open(self, dossier: str) -> None:
        """Opens the page of a dossier."""
        if self._may_look:
            self._ask(lambda: self._page(dossier), self._shown)

    def open_steps(self, dossier: str) -> None:
        """Opens the page of a dossier where its steps stand."""
        if self._may_look:
            self._ask(lambda: self._page(dossier), self._steps_shown)

    def close(self) -> None:
        """Back to what was found."""
        self._become(replace(self.state, opened=None, part="course"))
        self.refresh()

    def show_part(self, part: Part) -> None:
        """Shows another part of the page."""
        self._become(replace(self.state, part=part))

    def print_again(self, form: str) -> None:
        """Prints an issued form once more, marked as a copy."""
        if not self.state.busy:
            self._become(replace(self.state, busy=True))
            self._ask(lambda: self._print(form), self._printed, self._refused)

    def _print(self, form: str) -> PrintedForm:
        printed = self._office.print_again(form)
        self._printer.print_form(printed.name, printed.pdf)
        return printed

    def _printed(self, form: PrintedForm) -> None:
        self._become(replace(self.state, busy=False))
        self._messages.done(lambda: translate("Dossiers", "Đã in lại: {name}.").format(name=form.name))
        self.refresh()

    @property
    def _may_look(self) -> bool:
        session = self._session.state
        return session.working and session.officer is not None and may(session.officer.role, "look_up")

    def _search_now(self) -> None:
        self._typing.stop()
        query = self.state.query
        self._asked += 1
        if not query.strip():
            self._become(replace(self.state, found=None))
            return
        asked = self._asked
        self._ask(lambda: self._office.search_dossiers(query), lambda found: self._found(asked, query, found))

    def _found(self, asked: int, query: str, found: DossiersFound) -> None:
        """Takes an answer, if nothing else has been asked since."""
        if asked == self._asked:
            self._become(replace(self.state, found=found, answered=query, index=found.index))

    def _page(self, dossier: str) -> OpenedDossier:
        office = self._office
        return OpenedDossier(office.dossier_page(dossier), office.issued_forms(dossier), office.payments_of(dossier))

    def _of_text(self, text: str) -> OpenedDossier:
        row: DossierRow = self._office.find_dossier(text)
        return self._page(row.id)

    def _shown(self, opened: OpenedDossier) -> None:
        shown = self.state.opened
        same = shown is not None and shown.page.row.id == opened.page.row.id
        self._become(replace(self.state, opened=opened, part=self.state.part if same else "course"))

    def _steps_shown(self, opened: OpenedDossier) -> None:
        self._become(replace(self.state, opened=opened, part="steps"))

    def _seen_again(self, opened: OpenedDossier) -> None:
        shown = self.state.opened
        if shown is not None and shown.page.row.id == opened.page.row.id:
            self._become(replace(self.state, opened=opened))

    def _index_some(self) -> None:
        if self._indexing or not self._may_look:
            return
        self._indexing = True
        self._ask(self._office.index_dossiers, self._indexed, self._not_indexed)

    def _indexed(self, progress: IndexProgress) -> None:
        self._indexing = False
        was = self.state.index
        self._become(replace(self.state, index=progress))
        if not progress.complete:
            self._next_piece.start()
        elif was is not None and not was.complete and self.state.query.strip():
            self._search_now()

    def _not_indexed(self, _failure: Failure) -> None:
        """The next look tries again; whoever searches meanwhile is told what is wrong."""
        self._indexing = False

    def _session_changed(self) -> None:
        if self._session.state.officer is None:
            self._typing.stop()
            self._asked += 1
            self._become(DossiersState(index=self.state.index))
        else:
            self._index_some()

    def _timer(self, pause: int, work: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(pause)
        timer.timeout.connect(work)
        return timer
