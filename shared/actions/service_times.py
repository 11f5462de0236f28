"""How long the services of each line take, as measured: read from the journal at most once a minute.

Every number that is taken and every look at the home screen asks for it, and what was true a minute ago still is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from shared.domain.office import Office
from shared.domain.service_time import Prior, ServiceMinutes, remembered, service_minutes
from shared.journal.journal import Reader
from shared.journal.queue_queries import gone_first_by_line, service_minutes_of

_GOOD_FOR = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Measured:
    """What a day has shown so far: the minutes of a service by line, and how many went first by line."""

    services: Mapping[str, ServiceMinutes]
    gone_first: Mapping[str, int]


class ServiceTimes:
    """Remembers the last answer. For one thread."""

    def __init__(self) -> None:
        self._key: tuple[int, str] | None = None
        self._read_at: datetime | None = None
        self._measured = Measured({}, {})

    def of(self, reader: Reader, office: Office, day: str, day_before: date | None, now: datetime) -> Measured:
        """The measured times of the business date `day`, remembered ones from `day_before` in front."""
        fresh = self._read_at is not None and abs(now - self._read_at) < _GOOD_FOR
        if self._key != (office.version, day) or not fresh:
            self._measured = _read(reader, office, day, day_before)
            self._key, self._read_at = (office.version, day), now
        return self._measured


def _read(reader: Reader, office: Office, day: str, day_before: date | None) -> Measured:
    today = service_minutes_of(reader, day)
    before = service_minutes_of(reader, day_before.isoformat()) if day_before else {}
    services = {
        line.letter: service_minutes(
            remembered(before.get(line.letter, ()), today.get(line.letter, ())), Prior(line.prior_minutes)
        )
        for line in office.lines
    }
    counts = {line: count for line, count in gone_first_by_line(reader, day).items() if line in services}
    return Measured(services, counts)
