"""The rows as people read them: one table in plain text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tests.bench.figures import Row, Spread

_HEADINGS = ("row", "what", "median (middle 80 %)", "floor", "ratio", "aim", "met")


def as_table(rows: Sequence[Row]) -> str:
    """The rows under their headings, and under each what the floor is and the further figures."""
    cells = [_cells(row) for row in rows]
    widths = [max(map(len, column)) for column in zip(_HEADINGS, *cells, strict=True)]
    lines = [_line(_HEADINGS, widths), _line(["-" * width for width in widths], widths)]
    for row, line in zip(rows, cells, strict=True):
        lines.append(_line(line, widths))
        lines.append(f"    floor: {row.floor_is}")
        lines += [f"    {text}" for text in _details(row.details)]
        if row.wrong is not None:
            lines.append(f"    WRONG: {row.wrong}")
    return "\n".join(lines)


def _cells(row: Row) -> tuple[str, ...]:
    met = {None: "-", True: "yes", False: "NO"}[row.aim.met]
    return (row.name, row.what, _shown(row.measured), _shown(row.floor), _ratio(row.ratio), row.aim.words, met)


def _shown(spread: Spread) -> str:
    return f"{number(spread.median)} ({number(spread.low)} .. {number(spread.high)}) {spread.unit}"


def _ratio(ratio: float) -> str:
    return f"{ratio:.2f}x" if ratio < 100 else f"{ratio:.0f}x"


def number(value: float) -> str:
    """A figure with three digits that matter."""
    if abs(value) >= 1000:
        return f"{value:,.0f}"
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"


def _details(details: Mapping[str, object]) -> Iterable[str]:
    for name, value in details.items():
        yield f"{name}: {number(value) if isinstance(value, float) else value}"


def _line(cells: Iterable[str], widths: Sequence[int]) -> str:
    return "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()
