"""The expected wait of a line now, from what this machine knows of the queue, the counters and the day's services."""

from __future__ import annotations

from datetime import datetime, timedelta

from shared.domain.office import Office
from shared.domain.waiting_time import OpenCounter, Prior, WaitingTicket, WaitRange, expected_wait, service_minutes
from shared.journal.journal import Reader
from shared.journal.queue_queries import being_served, open_desks, service_minutes_of, waiting_in_order
from shared.journal.read_model import milliseconds

_LONGEST_DESK = timedelta(hours=16)


class WaitModel:
    """The state of the queue at one instant, from which the wait of each line is worked out."""

    def __init__(self, reader: Reader, office: Office, date: str, now: datetime) -> None:
        measured = service_minutes_of(reader, date)
        self._minutes = {
            line.letter: service_minutes(measured.get(line.letter, ()), Prior(line.prior_minutes))
            for line in office.lines
        }
        self._waiting = [
            WaitingTicket(line, priority=priority)
            for line, priority in waiting_in_order(reader, date)
            if line in self._minutes
        ]
        self.counters = _counters(reader, date, now)

    def of_line(self, letter: str) -> WaitRange | None:
        """The wait of somebody who joins `letter` now; None when no open counter serves it."""
        return expected_wait(letter, self._waiting, self.counters, self._minutes)

    def of_priority(self, letter: str) -> WaitRange | None:
        """The wait of somebody with priority who joins `letter` now: only others with priority are ahead."""
        ahead = [ticket for ticket in self._waiting if ticket.priority]
        return expected_wait(letter, ahead, self.counters, self._minutes)


def _counters(reader: Reader, date: str, now: datetime) -> list[OpenCounter]:
    busy = being_served(reader, date)
    counters: list[OpenCounter] = []
    for desk in open_desks(reader, milliseconds(now - _LONGEST_DESK)):
        if desk.state != "open":
            continue
        line, since = busy.get(desk.counter, (None, 0))
        minutes = max(0.0, (milliseconds(now) - since) / 60_000) if line else 0.0
        counters.append(OpenCounter(frozenset(desk.lines), line, minutes))
    return counters
