"""Signing in, the counter, the lock: every screen, each brought about on a fresh stage."""

from __future__ import annotations

from counter.stage import Scene, Stage


def sign_in_page(_: Stage) -> None:
    """The page before the work."""


def wrong_password(stage: Stage) -> None:
    """A password that was not right."""
    stage.window.presenters.sign_in.sign_in("thu", "?")


def counters_page(stage: Stage) -> None:
    """The choice of a counter."""
    stage.sign_in("thu")


def numbers_released(stage: Stage) -> None:
    """A counter has closed that had numbers put aside."""
    stage.open_counter()
    for _ in range(2):
        stage.window.presenters.desk.call_next()
        stage.settle()
        stage.window.presenters.desk.park()
        stage.settle()
    stage.window.presenters.sign_in.change_counter()


def locked_page(stage: Stage) -> None:
    """The lock."""
    stage.open_counter()
    stage.window.presenters.sign_in.lock()


SCREENS: tuple[Scene, ...] = (
    sign_in_page,
    wrong_password,
    counters_page,
    numbers_released,
    locked_page,
)
