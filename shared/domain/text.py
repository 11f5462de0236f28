"""Vietnamese text: tidying what was typed, searching without diacritics, sorting persons by given name."""

from __future__ import annotations

import re
import unicodedata
from typing import TypeAlias

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_LETTER_RANK = {letter: rank for rank, letter in enumerate(_ALPHABET)}
_TONE_RANK = {
    "\N{COMBINING GRAVE ACCENT}": 1,
    "\N{COMBINING HOOK ABOVE}": 2,
    "\N{COMBINING TILDE}": 3,
    "\N{COMBINING ACUTE ACCENT}": 4,
    "\N{COMBINING DOT BELOW}": 5,
}

LONGEST_LINE, LONGEST_TEXT = 300, 5000
"""Letters of one line and of several that anybody types: nothing typed lets an event grow without end. 300 are what
other systems may send as an address."""

_ODD = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufffe\uffff]")

_Letters: TypeAlias = tuple[tuple[int, ...], ...]
_Tones: TypeAlias = tuple[int, ...]
NameKey: TypeAlias = tuple[_Letters, _Tones, _Letters, _Tones, str]


def tidy(text: str) -> str:
    """`text` in Unicode NFC, trimmed, with single spaces: the form in which typed text is kept."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def has_odd_letters(text: str) -> bool:
    """Whether `text` holds what nobody types but pasting brings: control characters, half of a pair, marks that turn
    the direction in which the rest is read. New lines and tabs are none of them.
    """
    return _ODD.search(text) is not None


def fold(text: str) -> str:
    """`text` for searching: lower case without diacritics, đ as d, punctuation as space, single spaces.

    Both spellings of a tone ("hòa", "hoà") fold alike, since no tone is left.
    """
    return " ".join(_folded_characters(text).split())


def matches(query: str, folded_text: str) -> bool:
    """Whether every word of `query` occurs in `folded_text` (made by `fold`), in any order, also inside a word.

    An empty query matches everything.
    """
    return all(word in folded_text for word in fold(query).split())


def given_name_key(name: str) -> NameKey:
    """The sort key of a person's name: given name (the last word), then family and middle names.

    Letters follow the Vietnamese alphabet (a < ă < â, d < đ, e < ê, o < ô < ơ, u < ư); words of the same letters
    follow the tones ngang, huyền, hỏi, ngã, sắc, nặng.
    """
    words = tidy(name).casefold().split()
    given, rest = words[-1:], words[:-1]
    return _letters(given), _tones(given), _letters(rest), _tones(rest), tidy(name)


def _folded_characters(text: str) -> str:
    bare = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    kept = (character for character in bare if not unicodedata.combining(character))
    return "".join(character if character.isalnum() else " " for character in kept).replace("đ", "d")


def _letters(words: list[str]) -> _Letters:
    return tuple(tuple(_letter_rank(character) for character in _without_tones(word)) for word in words)


def _without_tones(word: str) -> str:
    bare = (character for character in unicodedata.normalize("NFD", word) if character not in _TONE_RANK)
    return unicodedata.normalize("NFC", "".join(bare))


def _letter_rank(character: str) -> int:
    return _LETTER_RANK.get(character, len(_ALPHABET) + ord(character))


def _tones(words: list[str]) -> _Tones:
    return tuple(
        max((_TONE_RANK.get(character, 0) for character in unicodedata.normalize("NFD", word)), default=0)
        for word in words
    )
