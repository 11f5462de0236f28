"""What a paper's state says of its custody (ai đang giữ): holder, transit, loss, and the lists it has stood on.

Its fold stands in `custody`, from where all these names can be had too.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from shared.domain.fact import Conflict
from shared.domain.office_record import UnitKind

ONE_STOP = "one_stop"
"""The unit that receives and returns: the one-stop office itself (Bộ phận Một cửa)."""

CITIZEN = "citizen"
"""Who holds a paper that was given back or delivered (người dân)."""

HOLDS = "holds:"
"""How the choice begins that settles a dispute by saying where the paper is: "holds:<kind>:<unit>"."""


@dataclass(frozen=True, slots=True)
class Transit:
    """On the way (đang bàn giao): `giver` has signed in `handover`, `receiver` has not yet. `by`: who signed."""

    handover: str
    giver: str
    receiver: str
    since: datetime
    by: str = ""
    receiver_kind: UnitKind = "one_stop"


@dataclass(frozen=True, slots=True)
class Loss:
    """A paper that is lost (thất lạc), as both sides have written down: since when, on which handover."""

    at: datetime
    by: str
    handover: str | None


Said = Literal["taken", "not_taken", "cancelled", "found", "lost"]
"""Ký nhận; đếm không thấy hoặc không nhận; bên giao hủy; chênh lệch được xử lý: tìm thấy, thất lạc."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of the paper on one list (kết quả trên biên bản): who said so, and which unit has it by that."""

    handover: str
    said: Said
    unit: str
    by: str


@dataclass(frozen=True, slots=True)
class Trail:
    """The lists that a paper has stood on (dấu vết bàn giao): those still without an answer, and the answers."""

    lists: tuple[Transit, ...] = ()
    answers: tuple[Answer, ...] = ()

    def to(self, handover: str, *said: Said) -> Answer | None:
        """The first answer to `handover` that is one of `said`."""
        return next((each for each in self.answers if each.handover == handover and each.said in said), None)


NO_TRAIL = Trail()
"""A paper that has not been on any list."""


class Held(Protocol):
    """What every state has whose paper changes hands."""

    @property
    def code(self) -> str:
        """What people call it by."""
        ...

    @property
    def holder(self) -> str:
        """The unit that holds the paper."""
        ...

    @property
    def holder_kind(self) -> UnitKind:
        """What kind of unit that is."""
        ...

    @property
    def held_since(self) -> datetime | None:
        """Since when."""
        ...

    @property
    def held_by(self) -> str | None:
        """Who signed for it."""
        ...

    @property
    def held_against(self) -> str | None:
        """The handover it was signed for in; None: since it was received or made."""
        ...

    @property
    def transit(self) -> Transit | None:
        """The transit it is in."""
        ...

    @property
    def lost(self) -> Loss | None:
        """Whether it is lost."""
        ...

    @property
    def trail(self) -> Trail:
        """The lists it has stood on."""
        ...

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """What does not fit."""
        ...
