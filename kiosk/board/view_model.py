"""The view model of the board: reads the office again and again, keeps the last it could read, and never goes blank."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Any

from PySide6.QtCore import Property, QObject, Signal

from kiosk.board.board_voice import BoardVoice
from kiosk.board.board_words import FIXED
from kiosk.board.ports import BoardOffice, BoardView
from kiosk.board.props import derive_board_props
from kiosk.board.state import BoardState
from kiosk.view_model import as_map
from shared.clock import Clock
from shared.failures import Failure
from shared.qt.lanes import Lane
from shared.qt.theme import HIGH_CONTRAST, NORMAL


@dataclass(frozen=True, slots=True)
class BoardLook:
    """How the board is painted: for a bright hall, for eyes that see little, for people whom movement disturbs."""

    high_contrast: bool = False
    still: bool = False


class BoardViewModel(QObject):
    """What the board's QML shows: `view` (BoardProps as a map) changes, `look` and `words` stay as they are.

    `voice` is None for a board that is not to speak. Signals: `changed` when `view` has a new value.
    """

    changed = Signal()

    def __init__(
        self, office: BoardOffice, database: Lane, clock: Clock, voice: BoardVoice | None, look: BoardLook
    ) -> None:
        super().__init__()
        self._office = office
        self._database = database
        self._clock = clock
        self._voice = voice
        self._look = {"palette": asdict(HIGH_CONTRAST if look.high_contrast else NORMAL), "still": look.still}
        self._words = {name: as_map(sentence) for name, sentence in FIXED.items()}
        self._state = BoardState(clock.now())
        self._asking = False
        self._asked_meanwhile = False
        self._view: dict[str, Any] = as_map(derive_board_props(self._state))
        if voice is not None:
            voice.changed.connect(self._show)

    @property
    def state(self) -> BoardState:
        """What is known at present."""
        return self._state

    def refresh(self) -> None:
        """Reads the office; once more afterwards when it was asked while it was reading."""
        if self._asking:
            self._asked_meanwhile = True
            return
        self._asking = True
        self._database.submit(self._office.view, self._answered, self._failed)

    def tick(self) -> None:
        """A second has passed."""
        self._state = replace(self._state, seconds=self._state.seconds + 1)
        self._show()

    def _answered(self, view: BoardView) -> None:
        self._state = replace(self._state, view=view, read_at=self._clock.now(), problem=None)
        if self._voice is not None:
            self._voice.hear(view)
        self._show()
        self._go_on()

    def _failed(self, failure: Failure) -> None:
        self._state = replace(self._state, problem=failure.sentence)
        self._show()
        self._go_on()

    def _go_on(self) -> None:
        self._asking = False
        if self._asked_meanwhile:
            self._asked_meanwhile = False
            self.refresh()

    def _show(self) -> None:
        self._state = replace(self._state, now=self._clock.now())
        if self._voice is not None:
            self._state = replace(
                self._state,
                speaking=self._voice.speaking,
                waiting_to_speak=self._voice.waiting,
                silent=self._voice.problem,
            )
        view = as_map(derive_board_props(self._state))
        if view != self._view:
            self._view = view
            self.changed.emit()

    def _get_view(self) -> dict[str, Any]:
        return self._view

    def _get_look(self) -> dict[str, Any]:
        return self._look

    def _get_words(self) -> dict[str, Any]:
        return self._words

    view = Property("QVariantMap", _get_view, notify=changed)  # type: ignore[arg-type]
    look = Property("QVariantMap", _get_look, constant=True)  # type: ignore[arg-type]
    words = Property("QVariantMap", _get_words, constant=True)  # type: ignore[arg-type]
