"""Which of the called numbers stand large on the board, which of them are marked, and what stands below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from kiosk.board.ports import Call, PastCall
from kiosk.board.state import BoardState

LARGE = 2
"""So many numbers stand large when several are called at once; one otherwise."""
BELOW = 5
NEW_FOR = timedelta(seconds=20)
"""A call counts as new for so long, spoken or not."""
LONGEST_TURN = timedelta(minutes=3)
"""No call waits longer for its turn to be spoken."""


@dataclass(frozen=True, slots=True)
class CallsShown:
    """The called numbers by place: `large`, the last call first, `marked` (keys among them), and `below`."""

    large: tuple[Call, ...]
    marked: frozenset[str]
    below: tuple[Call | PastCall, ...]


def calls_shown(state: BoardState) -> CallsShown:
    """Where each number stands now: a number that is being spoken is always large and alone marked."""
    called = () if state.view is None else _last_first(state.view.called)
    past = () if state.view is None else state.view.past
    fresh = frozenset(call.key for call in called if _is_new(call, state))
    large = _with_the_spoken(called[: min(LARGE, max(1, len(fresh)))], called, state.speaking)
    spoken = {call.key for call in large if call.key == state.speaking}
    rest: list[Call | PastCall] = [call for call in called if call not in large]
    below = sorted([*rest, *past], key=lambda each: each.at, reverse=True)
    return CallsShown(large, frozenset(spoken or fresh), tuple(below[:BELOW]))


def _last_first(called: Sequence[Call]) -> tuple[Call, ...]:
    return tuple(sorted(called, key=lambda call: call.at, reverse=True))


def _is_new(call: Call, state: BoardState) -> bool:
    age = _age(call.at, state.now)
    return age < NEW_FOR or (call.key in state.waiting_to_speak and age < LONGEST_TURN) or call.key == state.speaking


def _age(at: datetime, now: datetime) -> timedelta:
    """Never negative: a counter's clock may be a little ahead."""
    return max(now - at, timedelta(0))


def _with_the_spoken(large: tuple[Call, ...], called: Sequence[Call], speaking: str | None) -> tuple[Call, ...]:
    if speaking is None or speaking in {call.key for call in large}:
        return large
    spoken = [call for call in called if call.key == speaking]
    return (*large[: len(large) - len(spoken)], *spoken) if len(large) == LARGE else (*large, *spoken)
