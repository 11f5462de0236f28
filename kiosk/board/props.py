"""What the board shows, derived from its state by a pure function. Every fixed word stands in both languages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from kiosk.board import board_words as words
from kiosk.board.calls_shown import calls_shown
from kiosk.board.ports import Call, CounterNow, LineNow, PastCall
from kiosk.board.state import BoardState
from kiosk.date_words import clock_text
from shared.failures import Sentence

TURN_SECONDS = 12
"""How long a notice, or a page of counters, stands."""
COUNTERS_A_PAGE = 5
STALE_AFTER = timedelta(minutes=1)

Stage = Literal["calls", "message"]
CounterLook = Literal["serving", "ready", "paused", "closed"]


@dataclass(frozen=True, slots=True)
class CallProps:
    """A number that stands large. `again`: that it is called again, empty at the first time."""

    key: str
    label: str
    counter: str
    counter_name: str
    marked: bool
    spoken: bool
    again: Sentence


@dataclass(frozen=True, slots=True)
class BelowProps:
    """A number among the last calls; `missed`: nobody came."""

    label: str
    counter: str
    time: str
    missed: bool


@dataclass(frozen=True, slots=True)
class CounterProps:
    """A counter: `look` picks shape and colour, `word` says the same; `serving` is a label or empty."""

    number: str
    name: str
    look: CounterLook
    word: Sentence
    lines: tuple[str, ...]
    serving: str


@dataclass(frozen=True, slots=True)
class LineProps:
    """How many wait in a line."""

    letter: str
    waiting: str


@dataclass(frozen=True, slots=True)
class BoardProps:
    """The whole board. `message` and `detail` stand where the numbers stand while there are none.

    `age` says since when the data is old, and is empty while it is fresh. `notice` is what stands at the foot, `silent`
    whether it says why nothing is heard. `pages`, `page`: of the counters. `sync`: the quiet mark of what only the
    office has.
    """

    office: Sentence
    time: str
    day: Sentence
    stage: Stage
    message: Sentence
    detail: Sentence
    calls: tuple[CallProps, ...]
    below: tuple[BelowProps, ...]
    counters: tuple[CounterProps, ...]
    page: int
    pages: int
    lines: tuple[LineProps, ...]
    notice: Sentence
    silent: bool
    age: Sentence
    sync: Sentence


def derive_board_props(state: BoardState) -> BoardProps:
    """The board as it is to be seen now."""
    shown = calls_shown(state)
    turn = state.seconds // TURN_SECONDS
    counters = () if state.view is None else state.view.counters
    pages = _pages(counters)
    page = turn % len(pages)
    notice = _notice(state, turn)
    message, detail = _instead_of_numbers(state)
    return BoardProps(
        office=words.NOTHING if state.view is None else state.view.office,
        time=clock_text(state.now),
        day=words.day(state.now),
        stage="calls" if shown.large else "message",
        message=message,
        detail=detail,
        calls=tuple(_call(call, shown.marked, state.speaking) for call in shown.large),
        below=tuple(map(_below, shown.below)),
        counters=tuple(map(_counter, pages[page])),
        page=page,
        pages=len(pages),
        lines=() if state.view is None else tuple(map(_line, state.view.lines)),
        notice=notice,
        silent=notice == state.silent,
        age=_age(state),
        sync=_sync(state),
    )


def _call(call: Call, marked: frozenset[str], speaking: str | None) -> CallProps:
    return CallProps(
        key=call.key,
        label=call.label,
        counter=str(call.counter_number),
        counter_name=call.counter_name,
        marked=call.key in marked,
        spoken=call.key == speaking,
        again=words.called_again(call.recalled) if call.recalled else words.NOTHING,
    )


def _below(call: Call | PastCall) -> BelowProps:
    missed = isinstance(call, PastCall) and call.missed
    return BelowProps(call.label, str(call.counter_number), clock_text(call.at), missed)


def _counter(counter: CounterNow) -> CounterProps:
    look = _look(counter)
    return CounterProps(
        number=str(counter.number),
        name=counter.name,
        look=look,
        word=words.COUNTER_STATES[look],
        lines=() if counter.state == "closed" else counter.lines,
        serving=counter.serving or "",
    )


def _look(counter: CounterNow) -> CounterLook:
    if counter.state != "open":
        return counter.state
    return "ready" if counter.serving is None else "serving"


def _pages(counters: Sequence[CounterNow]) -> list[Sequence[CounterNow]]:
    """The counters in pages of nearly the same length; one empty page when there are none."""
    pages = max(1, -(-len(counters) // COUNTERS_A_PAGE))
    length = -(-len(counters) // pages)
    return [counters[page * length : (page + 1) * length] for page in range(pages)]


def _line(line: LineNow) -> LineProps:
    return LineProps(line.letter, str(line.waiting))


def _instead_of_numbers(state: BoardState) -> tuple[Sentence, Sentence]:
    """What is said while no number stands large."""
    view = state.view
    if view is None:
        return words.STARTING, state.problem or words.ONE_MOMENT
    nobody_sits_there = all(counter.state == "closed" for counter in view.counters)
    if view.told is not None and nobody_sits_there:
        return words.CLOSED, view.told
    if not view.past:
        return words.NOBODY_CALLED_YET, words.WATCH_AND_LISTEN
    return words.NEXT_NUMBER_SOON, words.WATCH_AND_LISTEN


def _notice(state: BoardState, turn: int) -> Sentence:
    """One sentence at a time: that nothing is heard, what the office says, or where numbers are taken."""
    if state.view is None:
        return state.silent or words.NOTHING
    sentences = [*([state.silent] if state.silent else []), *state.view.notices]
    if not sentences:
        return words.TAKE_A_NUMBER if state.view.told is None else words.NOTHING
    return sentences[turn % len(sentences)]


def _age(state: BoardState) -> Sentence:
    """The older of two ages: how long the server was not heard, and how long this board could not read."""
    if state.view is None or state.read_at is None:
        return words.NOTHING
    if _is_stale(state.read_at, state.now):
        return words.not_read_since(min(state.read_at, state.view.as_of or state.read_at), state.now)
    if state.view.as_of is not None and _is_stale(state.view.as_of, state.now):
        return words.out_of_contact_since(state.view.as_of, state.now)
    return words.NOTHING


def _sync(state: BoardState) -> Sentence:
    """What of this board's own log is safe in the office only."""
    lacking = state.view.not_in_province if state.view else None
    return words.not_in_province(lacking) if lacking else words.NOTHING


def _is_stale(since: datetime, now: datetime) -> bool:
    return now - since > STALE_AFTER
