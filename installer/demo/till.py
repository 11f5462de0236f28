"""The money of the morning as the people at the counters know it: who pays how, with which receipt, and how much."""

from __future__ import annotations

import re
import threading
from dataclasses import dataclass
from typing import Literal

SERIES = "01AB-26E"
"""The series of the sample's book of receipts."""

_FIRST = 12
_GIVEN = 10_000


@dataclass(frozen=True, slots=True)
class Turn:
    """One payment: how it comes, the number of its receipt, and the note that is handed over when it is cash."""

    way: Literal["cash", "transfer"]
    receipt: str
    given: int = _GIVEN


class Till:
    """Hands out the receipts one by one and adds up what was taken. Shared by all counters.

    Attributes: `total` and `cash`, in đồng.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._turns = 0
        self.total = self.cash = 0

    def next_turn(self) -> Turn:
        """The first pays in cash, the second by transfer, and so on."""
        with self._lock:
            turn = Turn("transfer" if self._turns % 2 else "cash", f"{_FIRST + self._turns:07d}")
            self._turns += 1
            return turn

    def brought(self, amount: int) -> None:
        """The post has brought so much, counted into the drawer."""
        with self._lock:
            self.total += amount
            self.cash += amount

    def took(self, turn: Turn, amount: int) -> None:
        """So much has been taken."""
        with self._lock:
            self.total += amount
            self.cash += amount if turn.way == "cash" else 0


def amount_in(text: str) -> int:
    """The đồng in what a screen says ("Đã thu 8.000 đ")."""
    return int("".join(re.findall(r"\d", text)) or 0)


def amount_words(amount: int) -> str:
    """An amount as the Vietnamese screens write it."""
    return f"{amount:,} đ".replace(",", ".")
