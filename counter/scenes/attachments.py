"""Scanned papers: every screen, each brought about on a fresh stage."""

from __future__ import annotations

import tempfile
from pathlib import Path

from counter.attachments.watched_folder import FolderState, FoundFile, WatchedFolder
from counter.scenes.reception import received_page
from counter.stage import Scene, Stage


def scans_of_a_dossier(stage: Stage) -> None:
    """Two scans of a dossier received yesterday: one safe, one on its way, a page shown."""
    received_page(stage)
    stage.settle()
    _as_the_dossier_of_yesterday(stage, chosen=0)


def scan_on_its_way(stage: Stage) -> None:
    """A scan whose paper is not said yet and that is being sent."""
    received_page(stage)
    stage.settle()
    _as_the_dossier_of_yesterday(stage, chosen=1)


def scan_offered(stage: Stage) -> None:
    """The scanner has just put a file into its folder, and one scan is attached already."""
    received_page(stage)
    stage.settle()
    presenter = stage.window.presenters.reception_scans
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "quet-0042.png"
        path.write_bytes(b"\x89PNG")
        presenter.take([str(path)])
        stage.settle()
    presenter.folder = WatchedFolder(Path(), stage.lanes.files)
    offers = (FoundFile("quet-0043.pdf", "quet-0043.pdf", (1, 1)), FoundFile("quet-0044.pdf", "quet-0044.pdf", (1, 2)))
    presenter.folder.state = FolderState(offers)
    presenter.changed.emit()


def _as_the_dossier_of_yesterday(stage: Stage, chosen: int) -> None:
    presenter = stage.window.presenters.reception_scans
    papers = tuple(each.name for each in stage.office.book.dossiers["dossier-1"].documents)
    presenter.show_dossier("dossier-1", papers)
    stage.settle()
    presenter.choose(presenter.state.rows[chosen].id)


SCREENS: tuple[Scene, ...] = (scans_of_a_dossier, scan_on_its_way, scan_offered)
