"""One deed for a whole selection: a dossier at a time on the database lane, so that a call of the queue comes between.

Each dossier is a transaction of its own. What a rule forbids for one is noted with its reason and the rest goes on.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from counter.deadlines.state import Batch, BatchKind, Refused
from counter.ports.deadlines import DeadlineRow
from shared.failures import Failure
from shared.qt.lanes import Lanes


class BatchRun(QObject):
    """Does one selection after another. Attributes: `batch`, how far the last one is; `answers`, what its deeds gave.

    Signals: `progressed` after each dossier.
    """

    progressed = Signal()

    def __init__(self, lanes: Lanes) -> None:
        super().__init__()
        self._lanes = lanes
        self.batch: Batch | None = None
        self.answers: tuple[object, ...] = ()

    def begin(self, kind: BatchKind, rows: tuple[DeadlineRow, ...], deed: Callable[[DeadlineRow], object]) -> None:
        """Does `deed` for each of `rows`; not while another selection is being done."""
        if (self.batch is not None and self.batch.running) or not rows:
            return
        self.batch, self.answers = Batch(kind, rows), ()
        self.progressed.emit()
        self._next(deed)

    def drop(self) -> None:
        """Goes no further; what was done stays done."""
        self.batch, self.answers = None, ()

    def _next(self, deed: Callable[[DeadlineRow], object]) -> None:
        batch = self.batch
        if batch is None or not batch.running:
            return
        row = batch.rows[batch.done]

        def done(answer: object) -> None:
            if self.batch is batch:
                self.answers = (*self.answers, answer)
                self._through(replace(batch, done=batch.done + 1), deed)

        def refused(failure: Failure) -> None:
            if self.batch is batch:
                why = (*batch.refused, Refused(row.code, failure.sentence))
                self._through(replace(batch, done=batch.done + 1, refused=why), deed)

        self._lanes.database.submit(lambda: deed(row), done, refused)

    def _through(self, batch: Batch, deed: Callable[[DeadlineRow], object]) -> None:
        self.batch = batch
        self.progressed.emit()
        self._next(deed)
