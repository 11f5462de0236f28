"""What a program does while nobody waits for it (lúc yên tĩnh): the housekeeping that would hold up a person otherwise.

Python's collector of cyclic garbage stops everything for some fifty milliseconds on a program of this size, and moving
the write-ahead log into the database takes as long as the disk takes. Both are put off to a moment in which nobody
stands before the screen; what was made at the start is set aside for good.
"""

from __future__ import annotations

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot
from sqlalchemy import Engine

from shared.failures import Failure
from shared.journal.engine import move_log_into_database
from shared.qt.lanes import Lane

PERIOD_MILLISECONDS = 5000

_YOUNG, _MIDDLE, _OLD_ONLY_IN_QUIET = 10_000, 50, 100_000


class QuietMoments(QObject):
    """Looks every five seconds whether it has become quiet, and then keeps house: garbage here, the log on the lane."""

    def __init__(self, database: Lane, engine: Engine, is_quiet: Callable[[], bool]) -> None:
        super().__init__()
        self._database = database
        self._engine = engine
        self._is_quiet = is_quiet
        self._kept = False
        self._usual = gc.get_threshold()
        self._timer = QTimer(self)
        self._timer.setInterval(PERIOD_MILLISECONDS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Begins; what lives now is taken to live as long as the program."""
        gc.collect()
        gc.freeze()
        gc.set_threshold(_YOUNG, _MIDDLE, _OLD_ONLY_IN_QUIET)
        self._timer.start()

    def stop(self) -> None:
        """Ends; the collector works by itself again."""
        self._timer.stop()
        gc.set_threshold(*self._usual)
        gc.unfreeze()

    @Slot()
    def look(self) -> None:
        """Keeps house if it is quiet and was not before."""
        quiet = self._is_quiet()
        if quiet and not self._kept:
            self.keep_house()
        self._kept = quiet

    def keep_house(self) -> None:
        """Collects the garbage, and moves the log on the database lane."""
        gc.collect()
        self._database.submit(lambda: move_log_into_database(self._engine), _moved, _not_moved)


def _moved(_: None) -> None:
    """The log is short again."""


def _not_moved(_: Failure) -> None:
    """The next quiet moment tries again; what is committed is safe in the log."""
