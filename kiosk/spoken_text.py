"""Written words as a speech program should get them: figures, times, dates and codes become what people say.

espeak-ng reads the Vietnamese 15 as "mười năm" and spells "08:05" out; so no figure is left to it. Languages other than
Vietnamese and English keep their figures.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kiosk.board.voice.spoken_call import LARGEST_NUMBER, english_number_aloud, vietnamese_number_aloud
from shared.domain.month_names import MONTHS

_DATE = re.compile(r"(?:ngày )?\b([0-3]?[0-9])/([01]?[0-9])/([0-9]{4})\b", re.IGNORECASE)
_TIME = re.compile(r"\b([01]?[0-9]|2[0-4]):([0-5][0-9])\b")
_LABEL = re.compile(r"\b([A-Z])([0-9]{3,4})\b")
_PHONE = re.compile(r"\b0[0-9]{1,3}(?:[ .][0-9]{3,4}){1,3}\b|\b0[0-9]{8,10}\b|\b1[89]00(?:[ .]?[0-9]{2,4})+\b")
_RANGE = re.compile(r"(?<=[0-9])\s*–\s*(?=[0-9])")
_CODE = re.compile(r"\b(?=[A-Z.-]*[0-9])[A-Z0-9]+(?:[.-][A-Z0-9]+)+\b|\b[A-Z]{2,4}[0-9]+\b")
_OF = re.compile(r"(?<=[0-9])/(?=[0-9])")
_FIGURES = re.compile(r"\b[0-9]+\b")
_UNREAD = re.compile(r"[✓☐☑•…“”]")
_PAUSES = re.compile(r"\s+[–—·→]\s+")
_BETWEEN_WORDS = re.compile(r"(?<=[^\W\d])/(?=[^\W\d])")


@dataclass(frozen=True, slots=True)
class Tongue:
    """How one language says figures (cách đọc số).

    `thousands` finds figures in groups of three, `to` stands in a range, `of` between a part and the whole; `instead`
    are words that are read otherwise than they are written.
    """

    number: Callable[[int], str]
    date: Callable[[int, int, int], str]
    time: Callable[[int, int], str]
    thousands: re.Pattern[str]
    to: str
    of: str
    instead: tuple[tuple[re.Pattern[str], str], ...]


def spoken(text: str, language: str) -> str:
    """`text` in words: "A012, 10–20 phút" is "A mười hai, mười đến hai mươi phút"."""
    plain = _UNREAD.sub("", text.replace("\u00a0", " "))
    plain = _BETWEEN_WORDS.sub(" ", _PAUSES.sub(", ", plain)).replace("₫", " đồng")
    tongue = _TONGUES.get(language)
    words = _figures_in_words(plain, tongue) if tongue is not None else plain
    return " ".join(words.split())


def sentence(text: str) -> str:
    """`text` with a stop at its end, so that the voice comes down; "" stays empty."""
    bare = text.strip().rstrip(",;:")
    return bare if not bare or bare[-1] in ".!?" else f"{bare}."


def in_sentences(texts: Iterable[str], language: str) -> str:
    """All `texts`, each as a sentence of its own."""
    return " ".join(filter(None, (sentence(spoken(text, language)) for text in texts)))


def _figures_in_words(text: str, tongue: Tongue) -> str:
    """Each kind of figures in turn, from the most to the least particular."""
    for written, read in tongue.instead:
        text = written.sub(read, text)
    text = _RANGE.sub(f" {tongue.to} ", text)
    text = _DATE.sub(lambda found: _date(found, tongue), text)
    text = _TIME.sub(lambda found: tongue.time(int(found[1]), int(found[2])), text)
    text = _PHONE.sub(lambda found: _one_by_one(found[0], tongue), text)
    text = _LABEL.sub(lambda found: f"{found[1]} {tongue.number(int(found[2]))}", text)
    text = tongue.thousands.sub(lambda found: _number(re.sub(r"\D", "", found[0]), tongue), text)
    text = _CODE.sub(lambda found: _one_by_one(found[0], tongue), text)
    text = _OF.sub(f" {tongue.of} ", text)
    return _FIGURES.sub(lambda found: _number(found[0], tongue), text)


def _date(found: re.Match[str], tongue: Tongue) -> str:
    day, month, year = (int(found[group]) for group in (1, 2, 3))
    return tongue.date(day, month, year) if 1 <= month <= len(MONTHS) else found[0]


def _number(figures: str, tongue: Tongue) -> str:
    """A number; one that begins with zeros or is longer than any count is a code and read figure by figure."""
    is_code = int(figures) > LARGEST_NUMBER or (figures.startswith("0") and len(figures) > len("00"))
    return _one_by_one(figures, tongue) if is_code else tongue.number(int(figures))


def _one_by_one(code: str, tongue: Tongue) -> str:
    return " ".join(tongue.number(int(each)) if each.isdigit() else each for each in code if each.isalnum())


def _vietnamese_date(day: int, month: int, year: int) -> str:
    number = vietnamese_number_aloud
    month_name = "tư" if month == 4 else number(month)
    return f"ngày {number(day)} tháng {month_name} năm {number(year)}"


def _vietnamese_time(hour: int, minute: int) -> str:
    whole = f"{vietnamese_number_aloud(hour)} giờ"
    return f"{whole} {vietnamese_number_aloud(minute)} phút" if minute else whole


def _english_date(day: int, month: int, year: int) -> str:
    return f"{english_number_aloud(day)} {MONTHS[month - 1]} {english_number_aloud(year)}"


def _english_time(hour: int, minute: int) -> str:
    if minute == 0:
        return f"{english_number_aloud(hour)} o'clock"
    return f"{english_number_aloud(hour)} {'oh ' if minute < 10 else ''}{english_number_aloud(minute)}"


_TONGUES = {
    "vi": Tongue(
        number=vietnamese_number_aloud,
        date=_vietnamese_date,
        time=_vietnamese_time,
        thousands=re.compile(r"\b[1-9][0-9]{0,2}(?:\.[0-9]{3})+\b(?!\.?[0-9])"),
        to="đến",
        of="trên",
        instead=(
            (re.compile(r"\bthứ 1\b", re.IGNORECASE), "thứ nhất"),
            (re.compile(r"\b(thứ|tháng) 4\b", re.IGNORECASE), r"\1 tư"),
        ),
    ),
    "en": Tongue(
        number=english_number_aloud,
        date=_english_date,
        time=_english_time,
        thousands=re.compile(r"\b[1-9][0-9]{0,2}(?:[.,][0-9]{3})+\b(?![.,]?[0-9])"),
        to="to",
        of="of",
        instead=((re.compile(r"\b1 min\b"), "1 minute"), (re.compile(r"(?<=[0-9] )min\b"), "minutes")),
    ),
}
