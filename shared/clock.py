"""The only place that reads the wall clock.

Instants are timezone-aware UTC; business dates and clock times are those of Asia/Ho_Chi_Minh whatever the machine says.
"""

from __future__ import annotations

import os
import time
from datetime import UTC, date, datetime, timedelta, timezone
from datetime import time as time_of_day
from pathlib import Path
from typing import Protocol

HO_CHI_MINH = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")
"""Viet Nam keeps one offset all year and has since 1975; a fixed offset needs no time zone database."""
FIRST_YEAR, LAST_YEAR = 2000, 2199
"""The years in which people may name a day. Others are slips, and nothing can be added to the last day of all."""


class Clock(Protocol):
    """What the time is. Injected everywhere, so that tests and the demonstration hold it in their hands."""

    def now(self) -> datetime:
        """The present instant, timezone-aware, UTC."""
        ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """The present instant by the machine's clock."""
        return datetime.now(UTC)


class SetClock:
    """A clock that stands until it is moved: for tests."""

    def __init__(self, instant: datetime) -> None:
        self._instant = instant.astimezone(UTC)

    def now(self) -> datetime:
        """The instant it was set to."""
        return self._instant

    def set(self, instant: datetime) -> None:
        """Moves the clock to `instant`, forwards or backwards."""
        self._instant = instant.astimezone(UTC)

    def advance(self, by: timedelta) -> None:
        """Moves the clock forward by `by`."""
        self._instant += by


class ShiftedClock:
    """The machine's clock moved to another day and, if wanted, running faster: for the demonstration.

    `start` is what the clock said at the machine's `origin` (Unix seconds); one second of the machine counts `rate`.
    Programs that are given the same three values agree about the time.
    """

    def __init__(self, start: datetime, origin: float, rate: float) -> None:
        self._start = start.astimezone(UTC)
        self._origin = origin
        self._rate = rate

    def now(self) -> datetime:
        """The shifted present instant."""
        return self._start + timedelta(seconds=(time.time() - self._origin) * self._rate)

    def as_setting(self) -> str:
        """The value of MOTCUA_DEMONSTRATION_CLOCK that makes another program keep the same time."""
        return f"{self._start.isoformat()}|{self._origin!r}|{self._rate!r}"


class ClockOnTheWall:
    """A shifted clock whose setting stands in a file: whoever holds the file moves the time of every program at once.

    For demonstrations of a whole day, in which nobody wants to wait for two o'clock.
    """

    def __init__(self, file: Path) -> None:
        self._file = file

    def now(self) -> datetime:
        """The present instant by the setting that stands in the file now."""
        return _shifted(self._file.read_text(encoding="ascii")).now()

    def set(self, clock: ShiftedClock) -> None:
        """Puts `clock` on the wall; whoever looks sees the old one or the new one, never a half of it."""
        draft = self._file.with_suffix(".draft")
        draft.write_text(clock.as_setting(), encoding="ascii")
        draft.replace(self._file)

    def as_setting(self) -> str:
        """The value of MOTCUA_DEMONSTRATION_CLOCK that makes another program look at this clock."""
        return f"@{self._file}"


def clock_from_environment() -> Clock:
    """The machine's clock, or the shifted one that the demonstration asks for by MOTCUA_DEMONSTRATION_CLOCK."""
    setting = os.environ.get("MOTCUA_DEMONSTRATION_CLOCK")
    if not setting:
        return SystemClock()
    return ClockOnTheWall(Path(setting[1:])) if setting.startswith("@") else _shifted(setting)


def _shifted(setting: str) -> ShiftedClock:
    start, origin, rate = setting.split("|")
    return ShiftedClock(datetime.fromisoformat(start), float(origin), float(rate))


def local(instant: datetime) -> datetime:
    """The same instant on the clocks of Viet Nam; one that no calendar has there, as the nearest that it has."""
    try:
        return instant.astimezone(HO_CHI_MINH)
    except OverflowError:
        first, last = datetime.min.replace(tzinfo=HO_CHI_MINH), datetime.max.replace(tzinfo=HO_CHI_MINH)
        return first if instant.year == 1 else last


def business_date(instant: datetime) -> date:
    """The business date (ngày làm việc trên lịch) of an instant: the local calendar date, ending at local midnight."""
    return local(instant).date()


def midnight(day: date) -> datetime:
    """The instant at which the business date `day` begins, on the clocks of Viet Nam."""
    return datetime.combine(day, time_of_day(), HO_CHI_MINH)
