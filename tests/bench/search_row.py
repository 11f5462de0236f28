"""Search as one types, over all procedures of the country: each keystroke, beside a plain search for the letters."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kiosk.wiring.procedures import national_names
from shared.domain.procedure_search import ProcedureIndex, SearchEntry
from shared.domain.text import fold
from tests.bench.figures import Aim, Rounds, Row, in_milliseconds, in_turn, seconds_of

_AIM_MILLISECONDS = 5.0
_SHOWN = 20
_WORDS_A_QUERY = 3
_ROUNDS = Rounds(1000, 50)


@dataclass(frozen=True, slots=True)
class Size:
    """`rounds`: how many keystrokes."""

    rounds: Rounds = _ROUNDS


def measure(size: Size = Size()) -> Row:
    """The row."""
    entries = [SearchEntry(code, name, "", received_here=False) for code, name in national_names().items()]
    index = ProcedureIndex(entries)
    plain = [fold(entry.name) for entry in entries]
    ours_typed, plain_typed = _keystrokes(entries), _keystrokes(entries)
    measured, floor = map(
        in_milliseconds,
        in_turn(
            lambda: _timed_search(index, next(ours_typed)),
            lambda: _timed_scan(plain, next(plain_typed)),
            size.rounds,
        ),
    )
    return Row(
        name="search a procedure",
        what="one keystroke",
        measured=measured,
        floor=floor,
        floor_is="the same folded letters looked for in every folded name with Python's `in`, unranked",
        aim=Aim(f"<= {_AIM_MILLISECONDS:g} ms", measured.median <= _AIM_MILLISECONDS),
        details={"procedures": len(entries), "slowest": f"{max(measured.samples):.1f} ms"},
    )


def _timed_search(index: ProcedureIndex, typed: str) -> float:
    return seconds_of(lambda: index.search(typed, _SHOWN))


def _timed_scan(names: Sequence[str], typed: str) -> float:
    words = fold(typed).split()
    return seconds_of(lambda: [name for name in names if all(word in name for word in words)])


def _keystrokes(entries: Sequence[SearchEntry]) -> Iterator[str]:
    """Words of real names typed letter by letter, for ever; the same again in every run."""
    chance = random.Random(20261123)
    while True:
        words = chance.choice(entries).name.split()
        chance.shuffle(words)
        query = " ".join(words[:_WORDS_A_QUERY]).lower()
        yield from (query[:end] for end in range(1, len(query) + 1))
