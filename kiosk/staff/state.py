"""Where the staff's way behind the PIN stands (lối vào dành cho cán bộ)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kiosk.ports import KioskHealth
from shared.failures import Sentence

Stage = Literal["resting", "pin", "panel"]
End = Literal["restart", "quit"]
"""How staff may end the program: started again (khởi động lại), or left to the machine's screen (thoát)."""

Trial = Literal["", "printing", "printed", "failed"]
"""How the test print went (in thử)."""

SHORTEST_PIN = 4
LONGEST_PIN = 8


@dataclass(frozen=True, slots=True)
class StaffState:
    """The pad and the panel. `visit` is one per opening of the door: what answers an earlier one is dropped.

    `pin_set`: None until it is known. `locked`: no try is taken now. `asked`: the end that was touched once and waits
    for the second touch.
    """

    stage: Stage = "resting"
    visit: int = 0
    digits: str = ""
    pin_set: bool | None = None
    checking: bool = False
    locked: bool = False
    problem: Sentence | None = None
    health: KioskHealth | None = None
    trial: Trial = ""
    asked: End | None = None

    @property
    def takes_digits(self) -> bool:
        """Whether the pad answers."""
        return self.stage == "pin" and bool(self.pin_set) and not self.checking and not self.locked
