"""What the law can change is dated: a new version holds from a day, and the one before it ends the day before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Protocol, TypeVar

from shared.domain.procedure import in_force
from shared.failures import Refusal

_DAY = timedelta(days=1)


class Dated(Protocol):
    """Something in force between two dates, both included; None is open."""

    @property
    def valid_from(self) -> date | None:
        """The first day."""

    @property
    def valid_to(self) -> date | None:
        """The last day."""


D = TypeVar("D", bound=Dated)


def with_version(all_parts: Sequence[D], new: D, day: date, same: Callable[[D], bool]) -> tuple[D, ...]:
    """`all_parts` with `new` in force from `day` among the versions that are the `same` thing.

    The version in force before ends the day before; one that begins on `day` is replaced; one that begins later stays,
    and `new` ends the day before it. A last day that `new` or the version before it has already stays.
    """
    begins = [part.valid_from for part in all_parts if same(part) and part.valid_from and part.valid_from > day]
    over = [part.valid_to for part in all_parts if same(part) and in_force(part.valid_from, part.valid_to, day)]
    ends = [*(begin - _DAY for begin in begins), *(end for end in (*over, new.valid_to) if end is not None)]
    version = _between(new, day, min(ends, default=None))
    result: list[D] = []
    at: int | None = None
    for part in all_parts:
        if same(part) and in_force(part.valid_from, part.valid_to, day):
            if (part.valid_from or date.min) < day:
                result.append(_between(part, part.valid_from, day - _DAY))
            at = len(result)
        else:
            result.append(part)
    result.insert(len(result) if at is None else at, version)
    return tuple(result)


def ended(all_parts: Sequence[D], last_day: date, same: Callable[[D], bool]) -> tuple[D, ...]:
    """`all_parts` where the `same` thing is in force through `last_day` and no longer; later versions go."""
    result: list[D] = []
    for part in all_parts:
        if not same(part):
            result.append(part)
        elif (part.valid_from or date.min) <= last_day:
            end = min(part.valid_to or date.max, last_day)
            result.append(_between(part, part.valid_from, end))
    return tuple(result)


def refuse_past(day: date, today: date) -> None:
    """Refusal `past_day`: what was in force yesterday is on papers that people hold."""
    if day < today:
        raise Refusal(
            "past_day",
            f"Ngày áp dụng phải từ hôm nay ({today:%d/%m/%Y}) trở đi: giấy tờ đã cấp trước đó không thay đổi.",
            f"The day must be today ({today:%d/%m/%Y}) or later: papers issued before it do not change.",
        )


def _between(part: Any, valid_from: date | None, valid_to: date | None) -> Any:
    return replace(part, valid_from=valid_from, valid_to=valid_to)
