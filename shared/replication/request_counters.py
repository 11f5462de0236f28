"""The counters of a device's requests: they only grow, over restarts and power cuts too, and need no clock.

At each start of the program one number is raised and committed; within a run the counters count on in memory.
"""

from __future__ import annotations

import threading

from sqlalchemy import Connection

from shared.journal.node import read_value, write_value
from shared.replication.signing import LANES, Lane

_STARTS = "starts"
_BITS_WITHIN_A_RUN = 32


class RequestCounters:
    """The counters of one run: `starts` in the high half, the number of the request on its lane in the low one."""

    def __init__(self, starts: int) -> None:
        self._lock = threading.Lock()
        self._starts = starts
        self._made = dict.fromkeys(LANES, 0)

    def next(self, lane: Lane) -> int:
        """The counter of the next request on `lane`."""
        with self._lock:
            self._made[lane] += 1
            return self._starts << _BITS_WITHIN_A_RUN | self._made[lane]

    def raise_to(self, starts: int) -> None:
        """Goes on as if the program had been started for the `starts`th time."""
        with self._lock:
            self._starts = max(self._starts, starts)


def begin_run(connection: Connection) -> RequestCounters:
    """The counters of a run that begins now. Commit before the first request is made with them."""
    return RequestCounters(_raise_starts(connection, 0))


def starts_after(connection: Connection, last_counter: int) -> int:
    """Raises the number of starts past `last_counter`, which the server says it has seen; answers the new number.

    Needed when the database is a restored backup, or a clone of one that is in use.
    """
    return _raise_starts(connection, last_counter >> _BITS_WITHIN_A_RUN)


def _raise_starts(connection: Connection, at_least: int) -> int:
    starts = max(int(read_value(connection, _STARTS) or "0"), at_least) + 1
    write_value(connection, _STARTS, str(starts))
    return starts
