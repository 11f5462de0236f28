"""Notices when nobody has touched the program for a while."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

IDLE_SECONDS = 300
"""After five minutes the screen locks."""

_QUIET_MILLISECONDS = 3000

_SIGNS_OF_LIFE = frozenset(
    {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel}
)


class IdleWatch(QObject):
    """Watches a window's keys and mouse.

    Signals: `idle` when `IDLE_SECONDS` have passed without a sign of life. Attributes: `timer`.
    """

    idle = Signal()

    def __init__(self, window: QObject) -> None:
        super().__init__(window)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(IDLE_SECONDS * 1000)
        self.timer.timeout.connect(self.idle)
        self.timer.start()

    def is_quiet(self) -> bool:
        """Whether nobody has touched anything for some seconds."""
        left = self.timer.remainingTime()
        return left < 0 or self.timer.interval() - left > _QUIET_MILLISECONDS

    def watch(self, window: QObject) -> None:
        """Watches `window`, through which every key and movement passes first."""
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Begins to count anew; swallows nothing."""
        if event.type() in _SIGNS_OF_LIFE:
            self.timer.start()
        return super().eventFilter(watched, event)
