"""The words of the public pages, in Vietnamese and English, and dates as people say them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date as calendar_date
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Literal

from shared.clock import local
from shared.domain.month_names import MONTHS
from shared.failures import Sentence

Language = Literal["vi", "en"]

_WEEKDAYS = {
    "vi": ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language (lời trên trang)."""

    language: Language

    def __call__(self, key: str, **values: object) -> str:
        """The text under `key`, with `values` filled in."""
        return _catalogue()[key][self.language].format(**values)

    def of(self, sentence: Sentence) -> str:
        """The sentence in this language."""
        return sentence.in_language(self.language)

    def clock(self, instant: datetime) -> str:
        """ "08:05"."""
        return f"{local(instant):%H:%M}"

    def date(self, iso: str) -> str:
        """ "23/11/2026", "23 November 2026"."""
        year, month, day = (int(part) for part in iso.split("-"))
        return f"{day}/{month}/{year}" if self.language == "vi" else f"{day} {MONTHS[month - 1]} {year}"

    def day(self, day: calendar_date) -> str:
        """ "thứ Ba, 24/11/2026", "Tuesday, 24 November 2026"."""
        return f"{_WEEKDAYS[self.language][day.weekday()]}, {self.date(day.isoformat())}"

    def moment(self, instant: datetime) -> str:
        """ "08:05, 23/11/2026"."""
        there = local(instant)
        return f"{there:%H:%M}, {self.date(there.date().isoformat())}"

    def promise(self, instant: datetime) -> str:
        """A promised time: "17 giờ, thứ Ba, ngày 24/11/2026"."""
        there = local(instant)
        weekday = _WEEKDAYS[self.language][there.weekday()]
        day = self.date(there.date().isoformat())
        if self.language == "en":
            return f"{there:%H:%M}, {weekday}, {day}"
        minutes = f" {there.minute:02d}" if there.minute else ""
        return f"{there.hour} giờ{minutes}, {weekday}, ngày {day}"


def words_in(language: str | None) -> Words:
    """The words of `language`; Vietnamese unless English is asked for."""
    return Words("en" if language == "en" else "vi")


@cache
def _catalogue() -> dict[str, dict[str, str]]:
    catalogue: dict[str, dict[str, str]] = json.loads((files(__package__) / "words.json").read_text(encoding="utf-8"))
    return catalogue
