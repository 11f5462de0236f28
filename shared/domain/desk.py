"""A desk (phiên trực quầy): one officer's turn at one counter, from opening to closing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from shared.domain.fact import Conflict, Fact, Recorded, with_conflict
from shared.domain.replacing import replace
from shared.failures import Refusal

DeskState = Literal["open", "paused", "closed"]


@dataclass(frozen=True, slots=True)
class Desk:
    """A turn at a counter (phiên trực quầy). `lines` are the letters of the lines it serves, `officer` the actor."""

    id: str
    counter: str
    officer: str
    lines: tuple[str, ...]
    state: DeskState
    opened_at: datetime
    since: datetime
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True)
class Open:
    """Open the counter (mở quầy) for the lines it serves."""

    id: str
    counter: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pause:
    """Pause (tạm dừng)."""


@dataclass(frozen=True, slots=True)
class Resume:
    """Go on after a pause (tiếp tục)."""


@dataclass(frozen=True, slots=True)
class Close:
    """Close the counter (đóng quầy)."""


Command = Open | Pause | Resume | Close


def decide(desk: Desk | None, command: Command) -> tuple[Fact, ...]:
    """The facts that `command` brings about, or a Refusal."""
    if isinstance(command, Open):
        if desk is not None:
            raise Refusal("already_open", "Quầy đã mở.", "The counter is open already.")
        if not command.lines:
            raise Refusal("no_lines", "Quầy chưa được gán hàng chờ nào.", "This counter serves no line yet.")
        return (Fact(command.id, "desk.opened", {"counter": command.counter, "lines": list(command.lines)}),)
    if desk is None or desk.state == "closed":
        raise Refusal("not_open", "Quầy chưa mở.", "The counter is not open.")
    match command:
        case Pause() if desk.state == "open":
            return (Fact(desk.id, "desk.paused", {}),)
        case Resume() if desk.state == "paused":
            return (Fact(desk.id, "desk.resumed", {}),)
        case Close():
            return (Fact(desk.id, "desk.closed", {}),)
    return ()


_STATE_AFTER: dict[str, DeskState] = {
    "desk.paused": "paused",
    "desk.resumed": "open",
    "desk.closed": "closed",
}


def evolve(desk: Desk | None, fact: Recorded) -> Desk | None:
    """`desk` after `fact`."""
    if fact.kind == "desk.opened":
        if desk is not None:
            return with_conflict(desk, "opened_twice", "Phiên quầy được mở hai lần.", "The desk was opened twice.")
        return Desk(
            id=fact.subject,
            counter=fact.text("counter"),
            officer=fact.actor,
            lines=fact.texts("lines"),
            state="open",
            opened_at=fact.device_time,
            since=fact.device_time,
        )
    if desk is None or fact.kind not in _STATE_AFTER:
        return desk
    if desk.state == "closed":
        return with_conflict(
            desk,
            "after_closing",
            "Có thao tác ghi nhận sau khi quầy đã đóng.",
            "Something was recorded after the counter closed.",
        )
    return replace(desk, state=_STATE_AFTER[fact.kind], since=fact.device_time)
