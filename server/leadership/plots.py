"""Plots as SVG, drawn by the server (biểu đồ): values in, a drawing with its title and description out.

Nothing is told by colour alone: bars of one kind are hatched, lines differ in dash and mark. A drawing as wide as it is
shown keeps its letters at 13 pixels, so there is one for a desk and one for a phone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

INK, QUIET, RULE = "#12263A", "#3C4E60", "#DDDCD3"
BLUE, LIGHT, RED = "#084C94", "#A9C9EA", "#8C1D18"
WIDE, NARROW = 560, 320

_LETTERS = 13
_LETTER_WIDTH = 7.4
_TOP, _BOTTOM = 12, 28
_MARK = 3.2

InWords = Callable[[float], str]
"""How a number is written in the language of the page."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a drawing is called and says; `name` makes its ids unique on the page."""

    name: str
    title: str
    description: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a split bar: how much, its colour, whether it is hatched."""

    value: int
    colour: str
    hatched: bool = False


def split_bar(told: Told, parts: Sequence[Part], width: int = WIDE, height: int = 26) -> str:
    """One bar in which each part has its share; an outline only when there is nothing."""
    whole = sum(part.value for part in parts)
    drawn = [f'<rect x="0.5" y="0.5" width="{width - 1}" height="{height - 1}" fill="#FFFFFF" stroke="{QUIET}"/>']
    at = 0.0
    for order, part in enumerate(parts):
        if not part.value:
            continue
        wide = width * part.value / whole
        box = f'x="{at:.1f}" y="0" width="{wide:.1f}" height="{height}"'
        drawn.append(f'<rect {box} fill="{part.colour}"/>')
        if part.hatched:
            drawn += [_hatch(f"{told.name}-{order}"), f'<rect {box} fill="url(#{told.name}-{order})"/>']
        at += wide
        if at < width - 1:
            drawn.append(f'<path d="M{at:.1f} 0V{height}" stroke="#FFFFFF" stroke-width="2"/>')
    return _drawing(told, width, height, drawn)


def lines(told: Told, labels: Sequence[str], series: Sequence[Sequence[float]], number: InWords, width: int) -> str:
    """Two lines over the same places: the first whole with round marks, the second dashed with square ones."""
    height = 220
    plane = _Plane(width, height, max((value for each in series for value in each), default=0), number)
    step = plane.across / max(len(labels) - 1, 1)
    places = [plane.left + step * order for order in range(len(labels))]
    drawn = plane.grid()
    drawn += plane.labels(labels, places)
    for values, colour, dash, square in zip(series, (BLUE, RED), ("", "6 4"), (False, True), strict=False):
        points = [(x, plane.y(value)) for x, value in zip(places, values, strict=True)]
        path = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
        dashes = f' stroke-dasharray="{dash}"' if dash else ""
        drawn.append(f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2.5"{dashes}/>')
        if len(points) <= width / 14:
            drawn += [_mark(x, y, colour, square) for x, y in points]
    return _drawing(told, width, height, drawn)


def twin_bars(
    told: Told, labels: Sequence[str], ours: Sequence[float], others: Sequence[float], number: InWords, width: int
) -> str:
    """Two bars at each place: ours full, the others' hatched."""
    height = 220
    plane = _Plane(width, height, max([*ours, *others], default=0), number)
    step = plane.across / max(len(labels), 1)
    wide = min(step * 0.38, 20)
    places = [plane.left + step * (order + 0.5) for order in range(len(labels))]
    drawn = [_hatch(f"{told.name}-h", LIGHT, BLUE), *plane.grid(), *plane.labels(labels, places)]
    for middle, our, other in zip(places, ours, others, strict=True):
        for x, value, fill in ((middle - wide - 0.5, other, f"url(#{told.name}-h)"), (middle + 0.5, our, BLUE)):
            y = plane.y(value)
            drawn.append(
                f'<rect x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{plane.bottom - y:.1f}" fill="{fill}"/>'
            )
    drawn.append(plane.floor())
    return _drawing(told, width, height, drawn)


class _Plane:
    """The place for a plot: from nothing at the bottom to a round number at the top."""

    def __init__(self, width: int, height: int, highest: float, number: InWords) -> None:
        self._step = _round_step(highest)
        self._steps = max(-int(-highest // self._step), 1)
        self._number = number
        widest = max(len(number(self._step * order)) for order in range(self._steps + 1))
        self.left = widest * _LETTER_WIDTH + 10
        self.right = width - 10.0
        self.bottom = float(height - _BOTTOM)

    @property
    def across(self) -> float:
        """How wide it is."""
        return self.right - self.left

    def y(self, value: float) -> float:
        """How high a value stands."""
        return self.bottom - (self.bottom - _TOP) * value / (self._step * self._steps)

    def grid(self) -> list[str]:
        """Lines across with their numbers."""
        drawn = []
        for order in range(self._steps + 1):
            value = self._step * order
            y = self.y(value)
            drawn.append(f'<path d="M{self.left:.1f} {y:.1f}H{self.right:.1f}" stroke="{RULE}"/>')
            drawn.append(_text(self.left - 6, y + 4.5, self._number(value), "end"))
        return [*drawn, self.floor()]

    def floor(self) -> str:
        """The line at the bottom."""
        return f'<path d="M{self.left:.1f} {self.bottom:.1f}H{self.right:.1f}" stroke="{QUIET}"/>'

    def labels(self, labels: Sequence[str], places: Sequence[float]) -> list[str]:
        """As many labels as fit without touching, from the first on."""
        if not labels:
            return []
        room = max(len(each) for each in labels) * _LETTER_WIDTH + 10
        step = places[1] - places[0] if len(places) > 1 else self.across
        every = max(-int(-room // step), 1)
        drawn = []
        for order in range(0, len(labels), every):
            half = len(labels[order]) * _LETTER_WIDTH / 2
            middle = min(max(places[order], half), self.right + 8 - half)
            drawn.append(_text(middle, self.bottom + 19, labels[order], "middle"))
        return drawn


def _round_step(highest: float) -> float:
    """A step of 1, 2 or 5 times a power of ten, of which at most five reach the highest."""
    step = 1.0
    while True:
        for times in (1, 2, 5):
            if step * times * 5 >= highest:
                return step * times
        step *= 10


def _mark(x: float, y: float, colour: str, square: bool) -> str:  # noqa: FBT001  # private: one caller
    if square:
        return (
            f'<rect x="{x - _MARK:.1f}" y="{y - _MARK:.1f}" width="{2 * _MARK}" height="{2 * _MARK}" fill="#FFFFFF" '
            f'stroke="{colour}" stroke-width="2"/>'
        )
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{_MARK}" fill="{colour}"/>'


def _hatch(name: str, ground: str = "none", stripe: str = "#FFFFFF") -> str:
    return (
        f'<defs><pattern id="{name}" width="6" height="6" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><rect width="6" height="6" fill="{ground}"/>'
        f'<rect width="2" height="6" fill="{stripe}"/></pattern></defs>'
    )


def _text(x: float, y: float, words: str, anchor: str) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{_LETTERS}" fill="{INK}">'
        f"{escape(words)}</text>"
    )


def _drawing(told: Told, width: int, height: int, drawn: Sequence[str]) -> str:
    ids = (f"{told.name}-title", f"{told.name}-words")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" aria-labelledby={quoteattr(" ".join(ids))}>'
        f'<title id="{ids[0]}">{escape(told.title)}</title><desc id="{ids[1]}">{escape(told.description)}</desc>'
        f"{''.join(drawn)}</svg>"
    )
