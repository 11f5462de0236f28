"""The draft of the form: kept at every pause, one an officer, given back after a crash."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer

from counter.ports import CounterOffice
from shared.domain.procedure import Procedure
from shared.failures import Failure
from shared.qt.lanes import Lanes

DRAFT_PAUSE_MILLISECONDS = 800


class Drafts(QObject):
    """Keeps what is typed by one officer into the form of one room.

    Attributes: `pause`, which runs out when nobody has typed for a moment; `unsaved`, whether something is not kept.
    """

    def __init__(
        self, office: CounterOffice, lanes: Lanes, failed: Callable[[Failure], None], room: str = "reception"
    ) -> None:
        super().__init__()
        self._office, self._lanes, self._failed, self._room = office, lanes, failed, room
        self._officer: str | None = None
        self.unsaved = False
        self.pause = QTimer(self)
        self.pause.setSingleShot(True)
        self.pause.setInterval(DRAFT_PAUSE_MILLISECONDS)

    @property
    def officer(self) -> str | None:
        """Whose drafts are kept."""
        return self._officer

    def of(self, officer: str | None) -> None:
        """From now on `officer`'s drafts."""
        self._officer = officer
        self.settled()

    def touch(self) -> None:
        """Something was typed."""
        self.unsaved = True
        self.pause.start()

    def settled(self) -> None:
        """There is nothing to keep any more."""
        self.pause.stop()
        self.unsaved = False

    def save(self, draft: Mapping[str, object] | None, saved: Callable[[], None]) -> None:
        """Keeps `draft`, None where nothing is worth keeping, and calls `saved` when the disk has it."""
        self.pause.stop()
        name = self._name()
        if name is None or not self.unsaved:
            saved()
            return
        self.unsaved = False
        if draft is None:
            self._lanes.database.submit(lambda: self._office.drop_draft(name), lambda _: saved(), self._failed)
        else:
            self._lanes.database.submit(
                lambda: self._office.save_draft(name, draft), lambda _: saved(), self._not_saved
            )

    def drop(self) -> None:
        """Forgets the draft, which has become a dossier."""
        self.settled()
        name = self._name()
        if name is not None:
            self._lanes.database.submit(lambda: self._office.drop_draft(name), lambda _: None, self._failed)

    def load(self, loaded: Callable[[Mapping[str, object], Procedure | None], None]) -> None:
        """Calls `loaded` with the draft that was kept and its procedure, if anything was."""
        name = self._name()
        if name is None:
            return

        def arrived(answer: tuple[Mapping[str, object], Procedure | None] | None) -> None:
            if answer is not None:
                loaded(*answer)

        self._lanes.database.submit(lambda: self._read(name), arrived, self._failed)

    def _read(self, name: str) -> tuple[Mapping[str, object], Procedure | None] | None:
        draft = self._office.load_draft(name)
        if draft is None:
            return None
        chosen = draft.get("procedure")
        found = self._office.procedures(chosen) if isinstance(chosen, str) and chosen else ()
        return draft, next((each for each in found if each.code == chosen), None)

    def _not_saved(self, failure: Failure) -> None:
        self.unsaved = True
        self._failed(failure)

    def _name(self) -> str | None:
        return None if self._officer is None else f"{self._room}-{self._officer}"
