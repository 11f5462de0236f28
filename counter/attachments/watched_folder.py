"""The folder that the scanner puts its files into: what is new and finished is offered, nothing is ever removed."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot

from counter.presenter import Keeping
from shared.failures import Failure
from shared.qt.lanes import Lane

LOOK_MILLISECONDS = 1500
_ENDINGS = frozenset({".pdf", ".jpg", ".jpeg", ".png", ".tif", ".tiff"})


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file in the folder: `mark` changes whenever somebody writes to it."""

    path: str
    name: str
    mark: tuple[int, int]

    @property
    def begun(self) -> bool:
        """Whether anything stands in it."""
        return self.mark[0] > 0


@dataclass(frozen=True, slots=True)
class FolderState:
    """What the folder offers (bản quét mới), the oldest first; `readable` is False while it cannot be read."""

    offers: tuple[FoundFile, ...] = ()
    readable: bool = True


class WatchedFolder(Keeping[FolderState], QObject):
    """Looks into `folder` on `lane`, at once when something changes there and every moment besides.

    What is there at the first look is old and is not offered. A file is offered when two looks in a row found it alike.
    Attributes: `state`. Signals: `changed`.
    """

    changed = Signal()

    def __init__(self, folder: Path, lane: Lane) -> None:
        super().__init__()
        self._folder, self._lane = folder, lane
        self.state = FolderState()
        self._known: dict[str, tuple[int, int]] | None = None
        self._last: dict[str, tuple[int, int]] = {}
        self._looking = False
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self.look)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MILLISECONDS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Begins."""
        if self._folder.is_dir():
            self._watcher.addPath(str(self._folder))
        self._timer.start()
        self.look()

    def stop(self) -> None:
        """Ends."""
        self._timer.stop()
        for path in self._watcher.directories():
            self._watcher.removePath(path)

    @Slot()
    def look(self) -> None:
        """Looks once; while a look is under way there is no second one."""
        if not self._looking:
            self._looking = True
            folder = self._folder
            self._lane.submit(lambda: _files(folder), self._seen, self._failed)

    def settled(self, path: str) -> None:
        """Takes an offer away: its file was attached, or is not wanted."""
        for offer in self.state.offers:
            if offer.path == path and self._known is not None:
                self._known[path] = offer.mark
        self._become(replace(self.state, offers=tuple(each for each in self.state.offers if each.path != path)))

    def _seen(self, found: tuple[FoundFile, ...] | None) -> None:
        self._looking = False
        if found is None:
            self._become(FolderState(readable=False))
            return
        now = {each.path: each.mark for each in found}
        if self._known is None:
            self._known = dict(now)
        fresh = [each for each in found if self._known.get(each.path) != each.mark and each.begun]
        finished = tuple(each for each in fresh if self._last.get(each.path) == each.mark)
        self._last = now
        self._become(FolderState(tuple(sorted(finished, key=lambda each: (each.mark[1], each.name)))))

    def _failed(self, _failure: Failure) -> None:
        self._looking = False
        self._become(FolderState(readable=False))


def _files(folder: Path) -> tuple[FoundFile, ...] | None:
    """The scans in `folder`; None when it cannot be read."""
    found = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if Path(entry.name).suffix.lower() in _ENDINGS and entry.is_file():
                    facts = entry.stat()
                    found.append(FoundFile(entry.path, entry.name, (facts.st_size, facts.st_mtime_ns)))
    except OSError:
        return None
    return tuple(found)
