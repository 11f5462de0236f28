"""Nobody touches the glass any more: a visible countdown, then home."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

PATIENCE_SECONDS = 45
COUNTDOWN_SECONDS = 10


def countdown_after(idle_seconds: int) -> int | None:
    """The seconds left on the visible countdown; None while nothing is shown, 0 when the journey is over."""
    if idle_seconds < PATIENCE_SECONDS:
        return None
    return max(PATIENCE_SECONDS + COUNTDOWN_SECONDS - idle_seconds, 0)


class IdleWatch(QObject):
    """Counts the seconds since the last touch.

    `is_held` says that something is being done for the citizen; the seconds do not count meanwhile.

    Signals: `counting` with the seconds left, `calmed` when the countdown goes away, `expired` when it has run out.
    """

    counting = Signal(int)
    calmed = Signal()
    expired = Signal()

    def __init__(self, is_held: Callable[[], bool]) -> None:
        super().__init__()
        self._holds = [is_held]
        self._idle_seconds = 0
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.tick)

    @property
    def seconds(self) -> int:
        """How long nobody has touched anything."""
        return self._idle_seconds

    @property
    def is_counting(self) -> bool:
        """Whether the countdown is on the screen."""
        return countdown_after(self._idle_seconds) is not None

    def hold_also(self, is_held: Callable[[], bool]) -> None:
        """One more thing during which the seconds do not count."""
        self._holds.append(is_held)

    def start(self) -> None:
        """Begins to watch."""
        self._timer.start()

    def stop(self) -> None:
        """Ends the watch."""
        self._timer.stop()

    @Slot()
    def touched(self) -> None:
        """Somebody is there."""
        was_counting = self.is_counting
        self._idle_seconds = 0
        if was_counting:
            self.calmed.emit()

    @Slot()
    def tick(self) -> None:
        """One second has passed."""
        if any(holds() for holds in self._holds):
            self.touched()
            return
        self._idle_seconds += 1
        left = countdown_after(self._idle_seconds)
        if left is None:
            return
        if left > 0:
            self.counting.emit(left)
            return
        self._idle_seconds = 0
        self.expired.emit()
