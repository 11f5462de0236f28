"""A report as it is shown and printed, whatever it counts: a heading, tables of cells, notes (biểu báo cáo).

Screen, PDF and XLSX are made from the same sheet, so that they cannot say different things.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from shared.failures import Sentence


@dataclass(frozen=True, slots=True)
class Share:
    """A share of a whole (tỷ lệ), 0 to 1."""

    value: float


@dataclass(frozen=True, slots=True)
class Decimal:
    """A measured number with one decimal: minutes, or with two: points."""

    value: float
    places: int = 1


Cell = Sentence | str | int | Share | Decimal | None
"""Words, a name, a count, a share, a measure; None where there is nothing to say."""

_SWAPPED = str.maketrans(",.", ".,")

LineKind = Literal["row", "section", "total"]


@dataclass(frozen=True, slots=True)
class Head:
    """A heading over so many columns and rows."""

    text: Sentence
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table; `key` is what its counts are of, where one can look further (a field), or ""."""

    cells: tuple[Cell, ...]
    kind: LineKind = "row"
    key: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. `widths` are shares of the sheet; `heads` rows of headings that together cover every column."""

    name: Sentence
    heads: tuple[tuple[Head, ...], ...]
    widths: tuple[float, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole report. `mark`: number and regulation of the form; `by`: who reports, `to`: to whom ("" nobody).

    `signed`: whether somebody signs it (người lập biểu, thủ trưởng).
    """

    code: str
    mark: Sentence
    title: Sentence
    period: Sentence
    by: str
    to: str
    unit: Sentence
    grids: tuple[Grid, ...]
    notes: tuple[Sentence, ...]
    signed: bool


def cell_text(cell: Cell, language: str = "vi") -> str:
    """The cell in words: thousands apart, one decimal for shares, "–" where there is nothing to say."""
    match cell:
        case None:
            return "–"
        case Sentence():
            return cell.in_language(language)
        case str():
            return cell
        case int():
            return f"{cell:,}" if language == "en" else f"{cell:,}".replace(",", ".")
        case Share():
            return _decimal(cell.value * 100, 1, language) + " %"
        case Decimal():
            return _decimal(cell.value, cell.places, language)


def is_number(cell: Cell) -> bool:
    """Whether the cell stands right: a count, a share, a measure, or nothing."""
    return cell is None or isinstance(cell, int | Share | Decimal)


def placed_heads(grid: Grid) -> Iterator[tuple[int, int, Head]]:
    """Each heading with the row and the column of its first cell, both from 0: the next that no heading covers yet."""
    taken: set[tuple[int, int]] = set()
    for row, heads in enumerate(grid.heads):
        for head in heads:
            column = next(place for place in range(len(grid.widths)) if (row, place) not in taken)
            taken |= {(row + down, column + right) for down in range(head.rows) for right in range(head.columns)}
            yield row, column, head


def _decimal(value: float, places: int, language: str) -> str:
    text = f"{value:,.{places}f}"
    return text if language == "en" else text.translate(_SWAPPED)


def plain_heads(*texts: Sentence) -> tuple[tuple[Head, ...], ...]:
    """One row of headings."""
    return (tuple(Head(text) for text in texts),)
