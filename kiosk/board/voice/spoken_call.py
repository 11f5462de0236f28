"""What is said when a number is called, as the names of clips: plain values, no sound, no Qt.

Vietnamese: "Xin mời số A mười lăm, đến quầy số ba". English: "Number A fifteen, please go to counter three".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from resources.voice.clip_words import (
    DEN_QUAY_SO,
    ENGLISH_BELOW_TWENTY,
    ENGLISH_TENS,
    NUMBER,
    PLEASE_GO_TO_COUNTER,
    VIETNAMESE_NUMBER_WORDS,
    XIN_MOI_SO,
    english_number_clip,
    letter_clip,
)
from shared.documents.vietnamese_words import number_in_words
from shared.failures import Refusal

Phrase = tuple[str, ...]
"""Names of clips that are said in one breath."""

LARGEST_NUMBER = 999_999
_LABEL = re.compile(r"([A-Z])([0-9]{3,6})")


@dataclass(frozen=True, slots=True)
class SpokenCall:
    """One call to be said (lượt gọi): `key` is new for each call and recall, `label` is the ticket's ("A015").

    `at` is the instant from which its waiting counts, on the clock of the board: when the board learned of the call,
    or the call's own time where the clocks of counter and board are known to agree.
    """

    key: str
    label: str
    counter_number: int
    at: datetime


def vietnamese_call(label: str, counter_number: int) -> tuple[Phrase, ...]:
    """The phrases of a Vietnamese call. Refusal `cannot_be_read_out` for a label or counter that has no words."""
    letter, number = _parts(label)
    return (
        (XIN_MOI_SO, letter_clip("vi", letter), *_vietnamese_clips(number)),
        (DEN_QUAY_SO, *_vietnamese_clips(_counter(counter_number))),
    )


def english_call(label: str, counter_number: int) -> tuple[Phrase, ...]:
    """The phrases of an English call. Refusal `cannot_be_read_out` for a label or counter that has no words."""
    letter, number = _parts(label)
    return (
        (NUMBER, letter_clip("en", letter), *_english_clips(number)),
        (PLEASE_GO_TO_COUNTER, *_english_clips(_counter(counter_number))),
    )


def vietnamese_number_aloud(number: int) -> str:
    """A number from 0 to 999,999 as people say it: papers write 24 "hai mươi bốn", speech says "hai mươi tư"."""
    return number_in_words(number).replace("mươi bốn", "mươi tư")


def english_number_aloud(number: int) -> str:
    """A number from 0 to 999,999 as British people say it: 105 is "one hundred and five"."""
    if number < len(ENGLISH_BELOW_TWENTY):
        return ENGLISH_BELOW_TWENTY[number]
    if number < 100:
        tens, units = divmod(number, 10)
        return f"{ENGLISH_TENS[tens - 2]} {ENGLISH_BELOW_TWENTY[units]}" if units else ENGLISH_TENS[tens - 2]
    size, name = (1000, "thousand") if number >= 1000 else (100, "hundred")
    above, rest = divmod(number, size)
    words = f"{english_number_aloud(above)} {name}"
    if rest == 0:
        return words
    return f"{words} {'and ' if rest < 100 else ''}{english_number_aloud(rest)}"


def _vietnamese_clips(number: int) -> Phrase:
    return tuple(VIETNAMESE_NUMBER_WORDS[word] for word in vietnamese_number_aloud(number).split())


def _english_clips(number: int) -> Phrase:
    return tuple(english_number_clip(word) for word in english_number_aloud(number).split())


def _parts(label: str) -> tuple[str, int]:
    found = _LABEL.fullmatch(label)
    if found is None:
        raise _cannot_be_read_out()
    return found[1], int(found[2])


def _counter(number: int) -> int:
    if not 0 < number <= LARGEST_NUMBER:
        raise _cannot_be_read_out()
    return number


def _cannot_be_read_out() -> Refusal:
    return Refusal(
        "cannot_be_read_out",
        "Loa không đọc được một số vừa gọi; số vẫn hiện trên bảng.",
        "The loudspeaker cannot read out a number that was called; the board still shows it.",
    )
