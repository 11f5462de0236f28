"""What the leaders' page shows, made from the figures: sums, rows of offices and fields, what wants attention."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, get_args

from server.leadership.figures import (
    Handled,
    NowFigures,
    PeriodSums,
    Queue,
    Scores,
    queues_together,
    sums_of,
)
from server.leadership.ledger import Shown
from server.leadership.series import Flow, Load, flow_of, load_of
from shared.domain.text import fold

Order = Literal["late", "name", "received", "wait", "satisfaction"]
ORDERS: tuple[Order, ...] = get_args(Order)

LONG_WAIT = timedelta(minutes=60)
"""Somebody who has waited so long at a counter is named at the top."""

_NAMED = 3


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """One office in the table; `handled`, `queue` and `scores` are of the period, `moment` is now.

    `short_name`: without the words with which the names of nearly all offices begin. `waited`: who waits longest.
    """

    id: str
    name: str
    short_name: str
    handled: Handled
    queue: Queue
    scores: Scores
    moment: NowFigures
    waited: timedelta | None


@dataclass(frozen=True, slots=True)
class Moment:
    """All offices together at this moment and today; `longest`: how long the one has waited who waits longest."""

    open_in_time: int
    open_late: int
    stuck: int
    waiting: int
    longest: timedelta | None
    received_today: int
    solved_today: int
    today: Queue

    @property
    def in_progress(self) -> int:
        """Dossiers that are not solved."""
        return self.open_in_time + self.open_late


@dataclass(frozen=True, slots=True)
class Attention:
    """What a leader should look at first: offices without a word, those with most late, those where people wait."""

    silent: tuple[OfficeRow, ...]
    late: tuple[OfficeRow, ...]
    waiting: tuple[OfficeRow, ...]

    def __bool__(self) -> bool:
        return bool(self.silent or self.late or self.waiting)


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole page. `before` are the sums of the period before; `fields` by name, those with most late first."""

    sums: PeriodSums
    before: PeriodSums
    moment: Moment
    offices: tuple[OfficeRow, ...]
    fields: tuple[tuple[str, Handled], ...]
    attention: Attention
    flow: Flow
    load: Load


def overview(shown: Shown, names: Mapping[str, str], order: Order, now: datetime) -> Overview:
    """Derived from the figures; `names` of the offices by id."""
    sums, before = (sums_of(each.figures for each in kept.values()) for kept in (shown.figures, shown.before))
    short = short_names(names)
    rows = [_row(shown, office, name, short[office], now) for office, name in names.items()]
    fields = sorted(sums.fields.items(), key=lambda each: (-_lateness(each[1]), -each[1].received, each[0]))
    return Overview(
        sums=sums,
        before=before,
        moment=_moment(rows),
        offices=tuple(sorted(rows, key=_KEYS[order])),
        fields=tuple((name, handled) for name, handled in fields if any(handled)),
        attention=_attention(rows),
        flow=flow_of(sums.days, shown.period),
        load=load_of(sums.hours, before.hours),
    )


def order_of(text: str) -> Order:
    """The order of that name; those with most late first for anything else."""
    return next((each for each in ORDERS if each == text), "late")


def short_names(names: Mapping[str, str]) -> Mapping[str, str]:
    """Each without the whole words that two thirds of `names` begin with."""
    beginnings: Counter[str] = Counter()
    for name in names.values():
        words = name.split(" ")
        beginnings.update(" ".join(words[:count]) + " " for count in range(1, len(words)))
    shared = [each for each, count in beginnings.items() if len(names) > 1 and count * 3 >= len(names) * 2]
    begin = max(shared, key=len, default="")
    rest = {office: name.removeprefix(begin) for office, name in names.items()}
    return {office: name[:1].upper() + name[1:] for office, name in rest.items()}


def _row(shown: Shown, office: str, name: str, short_name: str, now: datetime) -> OfficeRow:
    period, moment = shown.figures[office].figures, shown.moment[office].figures
    waited = moment.longest_wait(now)
    return OfficeRow(office, name, short_name, period.handled, period.queue, period.scores, moment, waited)


def _moment(rows: Sequence[OfficeRow]) -> Moment:
    offices = [row.moment for row in rows]
    return Moment(
        open_in_time=sum(each.open_in_time for each in offices),
        open_late=sum(each.open_late for each in offices),
        stuck=sum(each.stuck for each in offices),
        waiting=sum(each.waiting for each in offices),
        longest=max((row.waited for row in rows if row.waited is not None), default=None),
        received_today=sum(each.received_today for each in offices),
        solved_today=sum(each.solved_today for each in offices),
        today=queues_together(each.today for each in offices),
    )


def _attention(rows: Sequence[OfficeRow]) -> Attention:
    late = sorted((row for row in rows if row.moment.open_late), key=lambda row: -row.moment.open_late)
    waiting = [(row.waited, row) for row in rows if row.waited is not None and row.waited > LONG_WAIT]
    return Attention(
        silent=tuple(sorted((row for row in rows if row.moment.is_silent), key=_heard)),
        late=tuple(late[:_NAMED]) if len(rows) > 1 else (),
        waiting=tuple(row for _, row in sorted(waiting, key=lambda each: each[0], reverse=True)[:_NAMED]),
    )


def _lateness(handled: Handled) -> int:
    return handled.late + handled.open_late


def _heard(row: OfficeRow) -> tuple[bool, float]:
    known = row.moment.known_to
    return known is not None, known.timestamp() if known else 0.0


def _by_late(row: OfficeRow) -> tuple[object, ...]:
    return -_lateness(row.handled), -row.handled.received, _by_name(row)


def _by_name(row: OfficeRow) -> tuple[object, ...]:
    return fold(row.name), row.id


def _by_received(row: OfficeRow) -> tuple[object, ...]:
    return -row.handled.received, _by_name(row)


def _by_wait(row: OfficeRow) -> tuple[object, ...]:
    return -(row.queue.ninth or -1), -(row.queue.median or -1), _by_name(row)


def _by_satisfaction(row: OfficeRow) -> tuple[object, ...]:
    share = row.scores.satisfied_share
    return 2.0 if share is None else share, _by_name(row)


_KEYS: Mapping[Order, Callable[[OfficeRow], tuple[object, ...]]] = {
    "late": _by_late,
    "name": _by_name,
    "received": _by_received,
    "wait": _by_wait,
    "satisfaction": _by_satisfaction,
}
