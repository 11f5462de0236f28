"""The search and the page of a dossier: every screen, each brought about on a fresh stage."""

from __future__ import annotations

from counter.ports.dossiers import IndexProgress
from counter.sample.dossiers import late_with_supplement
from counter.stage import Scene, Stage


def dossier_search(stage: Stage) -> None:
    """Nothing looked for yet."""
    stage.serve()
    stage.window.show_room("dossiers")


def _searched(stage: Stage, query: str) -> None:
    dossier_search(stage)
    stage.settle()
    presenter = stage.window.presenters.dossiers
    presenter.search(query)
    presenter.enter(None)
    stage.settle()


def dossiers_found(stage: Stage) -> None:
    """What a few letters find."""
    _searched(stage, "thi")


def no_dossier_found(stage: Stage) -> None:
    """Nothing fits."""
    _searched(stage, "khong co ai")


def dossiers_being_indexed(stage: Stage) -> None:
    """The index is still being made."""
    stage.office.index = IndexProgress(120_000, 500_000, complete=False)
    _searched(stage, "tran")


def _page(stage: Stage, ordinal: int) -> None:
    dossier_search(stage)
    stage.settle()
    stage.window.presenters.ways.dossier_wanted.emit(f"dossier-{ordinal}")
    stage.settle()


def dossier_page(stage: Stage) -> None:
    """The page of a dossier whose result is at the counter."""
    _page(stage, 9)


def late_dossier_page(stage: Stage) -> None:
    """The page of a dossier that waited for a supplement and is late all the same."""
    late_with_supplement(stage.office.book, "dossier-3")
    _page(stage, 3)


def dossier_papers(stage: Stage) -> None:
    """The forms, papers and payments of a dossier."""
    dossier_search(stage)
    stage.office.form_01("dossier-9")
    stage.office.control_slip("dossier-9")
    stage.window.presenters.ways.dossier_wanted.emit("dossier-9")
    stage.settle()
    stage.window.presenters.dossiers.show_part("papers")


def dossier_steps(stage: Stage) -> None:
    """The steps, as a part of the page."""
    _page(stage, 1)
    stage.window.presenters.dossiers.show_part("steps")


def dossier_scans(stage: Stage) -> None:
    """The scans, as a part of the page."""
    _page(stage, 1)
    stage.window.presenters.dossiers.show_part("scans")


SCREENS: tuple[Scene, ...] = (
    dossier_search,
    dossiers_found,
    no_dossier_found,
    dossiers_being_indexed,
    dossier_page,
    late_dossier_page,
    dossier_papers,
    dossier_steps,
    dossier_scans,
)
