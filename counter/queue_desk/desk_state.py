"""What the desk shows: the queue as the office answered it, and what the officer is about to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from counter.queue_desk.situation import Situation
from shared.domain.ticket import Ticket

Mode = Literal["keys", "line", "slip", "walk_in", "conflicts"]
"""The keys; which line to send a number to; the number on a slip; the line of a walk-in; conflicts to settle."""


@dataclass(frozen=True, slots=True)
class DeskState:
    """What the desk shows (bàn gọi số). `calling`: a claim is on its way; `mode`: what stands in the keys' place.

    `coming_back`: the number to be sent on shall come back here; `undoing`: a step is being taken back; `unsure_slip`:
    the number that was read off a slip and is not known here, to be confirmed.
    """

    situation: Situation | None = None
    calling: bool = False
    mode: Mode = "keys"
    coming_back: bool = False
    undoing: bool = False
    paused: bool = False
    unsure_slip: str = ""

    @property
    def serving(self) -> Ticket | None:
        """The ticket being served."""
        return self.situation.serving if self.situation else None
