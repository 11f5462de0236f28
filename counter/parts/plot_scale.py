"""Scales of plots: where a value stands, and round numbers to write beside it."""

from __future__ import annotations

_STEPS = (1, 2, 5, 10, 15, 20, 30, 60, 90, 120, 180, 240, 300, 600)
_MOST_LINES = 4


def round_top(largest: float) -> int:
    """The top of a scale from nothing to `largest`: a multiple of its step, never 0."""
    step = round_step(largest)
    return max(-(-round(largest + 0.499) // step) * step, step)


def round_step(largest: float) -> int:
    """How far apart the lines of such a scale lie."""
    return next((step for step in _STEPS if largest <= step * _MOST_LINES), max(round(largest / _MOST_LINES), 1))


def marks(largest: float) -> tuple[int, ...]:
    """The round numbers of the scale, from 0 to its top."""
    return tuple(range(0, round_top(largest) + 1, round_step(largest)))
