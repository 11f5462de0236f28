"""How the promised waits were kept (đối chiếu thời gian chờ dự kiến): the range on the slip beside the real wait.

The real wait is from the issue of the number to the first call of its ticket, whatever became of it then.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import fmean, median, quantiles

from sqlalchemy import select

from shared.domain.ticket import Ticket
from shared.journal.journal import Reader
from shared.journal.read_model import TICKETS
from shared.journal.tables import ticket

WHOLE_OFFICE = ""
"""Stands for the line of the row that counts all of them."""


@dataclass(frozen=True, slots=True)
class KeptPromises:
    """How the promises of one line were kept (mức độ giữ lời hẹn); `line` is its letter, or `WHOLE_OFFICE`.

    `promised`: the tickets with a range on the slip; `unpromised`: those without, because no counter was open. Of the
    promised ones, `called` were called at least once, and of these `held` waited as long as they were told, `sooner`
    less, `later` more. Minutes, None where there is nothing to measure: `median_error` and `ninth_error` (the 90th
    percentile) are how far the wait lay beyond the range, over the called ones that were not held; `mean_width` of
    the ranges promised; `median_wait` of the called ones.
    """

    line: str
    promised: int
    unpromised: int
    called: int
    held: int
    sooner: int
    later: int
    median_error: float | None
    ninth_error: float | None
    mean_width: float | None
    median_wait: float | None

    @property
    def never_called(self) -> int:
        """The promised tickets that were not called (yet)."""
        return self.promised - self.called

    @property
    def held_share(self) -> float | None:
        """The share of the called ones whose range held, 0 to 1; None when none was called."""
        return self.held / self.called if self.called else None


@dataclass(frozen=True, slots=True)
class _Outcome:
    """One ticket: the range it was promised and the minutes until its first call, each None if there was none."""

    line: str
    low: int | None
    high: int | None
    waited: float | None


def kept_promises(reader: Reader, first: date, last: date) -> tuple[KeptPromises, ...]:
    """A row a line, by letter, and a row of the whole office at the end, for the business dates `first` to `last`.

    A ticket counts in the line whose number was drawn; what only stood in for one does not count. Empty when no number
    was given in that time.
    """
    query = select(ticket.c.document).where(
        ticket.c.office == reader.office, ticket.c.date.between(first.isoformat(), last.isoformat())
    )
    rows = reader.connection.execute(query.execution_options(yield_per=500)).scalars()
    tickets = map(TICKETS.state, rows)
    outcomes = [_outcome(each) for each in tickets if not (each.read_at and each.slip)]
    if not outcomes:
        return ()
    lines = sorted({outcome.line for outcome in outcomes})
    by_line = (_kept(line, (each for each in outcomes if each.line == line)) for line in lines)
    return (*by_line, _kept(WHOLE_OFFICE, outcomes))


def _outcome(of: Ticket) -> _Outcome:
    called = of.first_called_at
    waited = None if called is None else (called - of.issued_at).total_seconds() / 60
    return _Outcome(of.label[:1], of.wait_low, of.wait_high, waited)


def _kept(line: str, outcomes: Iterable[_Outcome]) -> KeptPromises:
    widths: list[int] = []
    waits: list[float] = []
    sooner: list[float] = []
    later: list[float] = []
    unpromised = 0
    for outcome in outcomes:
        if outcome.low is None or outcome.high is None:
            unpromised += 1
            continue
        widths.append(outcome.high - outcome.low)
        if outcome.waited is None:
            continue
        waits.append(outcome.waited)
        if outcome.waited < outcome.low:
            sooner.append(outcome.low - outcome.waited)
        elif outcome.waited > outcome.high:
            later.append(outcome.waited - outcome.high)
    errors = [*sooner, *later]
    return KeptPromises(
        line=line,
        promised=len(widths),
        unpromised=unpromised,
        called=len(waits),
        held=len(waits) - len(errors),
        sooner=len(sooner),
        later=len(later),
        median_error=median(errors) if errors else None,
        ninth_error=_ninth_decile(errors),
        mean_width=fmean(widths) if widths else None,
        median_wait=median(waits) if waits else None,
    )


def _ninth_decile(values: Sequence[float]) -> float | None:
    if len(values) < 2:
        return values[0] if values else None
    return quantiles(values, n=10, method="inclusive")[-1]
