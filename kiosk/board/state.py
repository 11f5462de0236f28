"""What the board knows at a moment: the office as it last read it, and what is being said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kiosk.board.ports import BoardView
from shared.failures import Sentence


@dataclass(frozen=True, slots=True)
class BoardState:
    """The state behind the glass.

    `seconds` counts since the start and turns the pages; `view` is the last that could be read, at `read_at`;
    `problem` says why the latest could not, None while it could. `speaking` is the key of the call that is being said,
    `waiting_to_speak` those that come after it; `silent` says why nothing is heard although it should be.
    """

    now: datetime
    seconds: int = 0
    view: BoardView | None = None
    read_at: datetime | None = None
    problem: Sentence | None = None
    speaking: str | None = None
    waiting_to_speak: frozenset[str] = frozenset()
    silent: Sentence | None = None
