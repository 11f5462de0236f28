"""Finding a procedure (thủ tục hành chính) while somebody types: an index that answers every keystroke.

Letters count without their diacritics and marks of tone (đ as d), words in any order, each as the beginning of a word
of the name or field. A number is the beginning of a word, or a part of the code.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import nsmallest

from shared.domain.text import fold

_DIGITS = re.compile(r"[\d.]*\d[\d.]*", re.ASCII)
_PROVINCIAL = re.compile(r"(\d\.?\d{3}\.?\d{3})\.?(?:0{1,3}\.?){1,3}(?:[A-Za-z]\d{0,2}(?:\.\d*)*)?", re.ASCII)
_I_OR_Y = re.compile(r"([bcdghklmnpqrstvx]+)([iy])")
_PART_OF_CODE_FROM = 3
"""Fewer digits are looked for at the beginning of a code only: inside one they would be everywhere."""

_SLIP_FROM = 3
"""Words of fewer letters are too near to too many others for a slip of the finger to be guessed."""

_LAST = chr(0x10FFFF)


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """One procedure that can be found. `received_here`: this office receives its dossiers (tiếp nhận tại đây)."""

    code: str
    name: str
    field: str
    received_here: bool


@dataclass(frozen=True, slots=True)
class Found:
    """The best entries, best first, and how many there are in all.

    `nearby`: nothing holds what was typed; these hold words that differ from it by one letter.
    """

    entries: tuple[SearchEntry, ...]
    total: int
    nearby: bool


@dataclass(frozen=True, slots=True)
class _Token:
    """One typed piece: its folded words, and its digits if it may be a code."""

    words: tuple[str, ...]
    digits: str


@dataclass(frozen=True, slots=True)
class _Key:
    """What one entry is ranked by."""

    words: tuple[str, ...]
    name: str
    digits: str


class ProcedureIndex:
    """The procedures of one office and of the country, ready to be searched.

    Sets of entries are whole numbers with one bit an entry, so that several words are put together by one `&`.
    """

    def __init__(self, entries: Sequence[SearchEntry]) -> None:
        self._entries = tuple(entries)
        self._keys = tuple(_key(entry) for entry in self._entries)
        holders: dict[str, int] = {}
        for place, (entry, key) in enumerate(zip(self._entries, self._keys, strict=True)):
            for word in {*key.words, *fold(entry.field).split()}:
                holders[word] = holders.get(word, 0) | 1 << place
        self._holders = holders
        self._vocabulary = sorted(holders)
        self._beginnings: dict[str, int] = {}
        self._in_field: dict[str, int] = {}
        self._in_full: dict[str, int] = {}
        self._received = 0
        for place, (entry, key) in enumerate(zip(self._entries, self._keys, strict=True)):
            self._in_field[entry.field] = self._in_field.get(entry.field, 0) | 1 << place
            for full in (key.name, key.digits):
                self._in_full[full] = self._in_full.get(full, 0) | 1 << place
            self._received |= entry.received_here << place

    def search(self, text: str, first: int, field: str = "") -> Found:
        """The best `first` entries for `text` and how many hold it, in `field` only unless that is "".

        Before all stands the one whose code or whole name was typed; then what is received here; then those that hold
        more of the typed words whole, then the words side by side as typed, then earlier in the name, then shorter
        names, then the order of the entries. An empty text finds everything, in the order of the entries.
        """
        within = self._in_field.get(field, 0) if field else (1 << len(self._entries)) - 1
        tokens = _tokens(text)
        if not tokens:
            return self._first_of(within, first)
        matching, nearby = within, False
        for token in tokens:
            matching &= self._holding(token)
        if not matching:
            matching, nearby = within, True
            for token in tokens:
                matching &= self._holding(token) | self._near(token)
        wanted = tuple(word for token in tokens for word in token.words)
        digits = "".join(token.digits for token in tokens)
        ranked = self._worth_ranking(matching, first, " ".join(wanted), digits)
        places = nsmallest(first, _places(ranked), key=lambda place: self._rank(place, wanted, digits))
        return Found(tuple(self._entries[place] for place in places), matching.bit_count(), nearby and matching > 0)

    def _first_of(self, within: int, first: int) -> Found:
        places = [place for place, _ in zip(_places(within), range(first), strict=False)]
        return Found(tuple(self._entries[place] for place in places), within.bit_count(), nearby=False)

    def _worth_ranking(self, matching: int, first: int, phrase: str, digits: str) -> int:
        """What can be among the best `first`: when enough is received here, that and what was typed in full."""
        here = matching & self._received
        if here.bit_count() < first:
            return matching
        return here | matching & (self._in_full.get(phrase, 0) | self._in_full.get(digits, 0))

    def _rank(self, place: int, wanted: tuple[str, ...], digits: str) -> tuple[object, ...]:
        key, entry = self._keys[place], self._entries[place]
        phrase = " ".join(wanted)
        whole = earliness = 0
        for word in wanted:
            where = next((at for at, each in enumerate(key.words) if each.startswith(word)), len(key.words))
            earliness += where
            whole += word in key.words
        exact = phrase == key.name or digits == key.digits
        whole += bool(digits) and key.digits.startswith((digits, key.digits[:1] + digits))
        return not exact, not entry.received_here, -whole, phrase not in key.name, earliness, len(key.name), place

    def _holding(self, token: _Token) -> int:
        found = self._with_digits(token.digits) if token.digits else 0
        if token.words:
            words = -1
            for word in token.words:
                words &= self._beginning_with(word) | self._holders.get(_other_spelling(word), 0)
            found |= words
        return found

    def _beginning_with(self, start: str) -> int:
        known = self._beginnings.get(start)
        if known is None:
            known = 0
            low = bisect_left(self._vocabulary, start)
            for word in self._vocabulary[low : bisect_left(self._vocabulary, start + _LAST)]:
                known |= self._holders[word]
            if known:  # what nobody's name begins with is not worth keeping
                self._beginnings[start] = known
        return known

    def _with_digits(self, digits: str) -> int:
        found = 0
        for place, key in enumerate(self._keys):
            if _is_part_of_code(digits, key.digits):
                found |= 1 << place
        return found

    def _near(self, token: _Token) -> int:
        """The entries that hold words one slip away from the token's; none for a code."""
        if token.digits:
            return 0
        found = -1
        for word in token.words:
            near = self._beginning_with(word)
            if len(word) >= _SLIP_FROM:
                for each in self._vocabulary:
                    if _one_slip_apart(word, each):
                        near |= self._holders[each]
            found &= near
        return found


def _key(entry: SearchEntry) -> _Key:
    words = tuple(fold(entry.name).split())
    return _Key(words, " ".join(words), entry.code.replace(".", ""))


def _tokens(text: str) -> tuple[_Token, ...]:
    return tuple(token for each in text.split() if (token := _token(each)).words or token.digits)


def _token(piece: str) -> _Token:
    provincial = _PROVINCIAL.fullmatch(piece)
    if provincial:
        return _Token((), provincial[1].replace(".", ""))
    digits = piece.replace(".", "") if _DIGITS.fullmatch(piece) else ""
    return _Token(tuple(fold(piece).split()), digits)


def _is_part_of_code(digits: str, code: str) -> bool:
    """Whether `code` has `digits` at its beginning, after its first figure, or (three or more) anywhere."""
    return (
        code.startswith(digits) or code.startswith(digits, 1) or (len(digits) >= _PART_OF_CODE_FROM and digits in code)
    )


def _other_spelling(word: str) -> str:
    """The syllable with i for y or y for i ("ki", "ky"), as both are written; itself when it has only one spelling."""
    found = _I_OR_Y.fullmatch(word)
    return f"{found[1]}{'y' if found[2] == 'i' else 'i'}" if found else word


def _one_slip_apart(typed: str, word: str) -> bool:
    """Whether one letter too many, too few, wrong, or two that changed places make the one of the other."""
    if abs(len(typed) - len(word)) > 1 or typed == word:
        return False
    start = next((at for at, (a, b) in enumerate(zip(typed, word, strict=False)) if a != b), min(len(typed), len(word)))
    rest, other = typed[start:], word[start:]
    if len(rest) == len(other):
        return rest[1:] == other[1:] or (rest[1::-1] == other[:2] and rest[2:] == other[2:])
    return rest[1:] == other or rest == other[1:]


def _places(matching: int) -> Iterator[int]:
    """The places of the bits that are set, lowest first."""
    bits = bin(matching)[:1:-1]
    at = bits.find("1")
    while at >= 0:
        yield at
        at = bits.find("1", at + 1)
