"""The words by which a dossier is found, and what somebody typed as a question to the index.

Everything is folded (no diacritics, small letters). Numbers are found by their beginnings and by their ends: a number
is kept a second time turned round behind an `e`, so that its last digits are a beginning too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from shared.domain.dossier import Dossier
from shared.domain.text import fold

Record: TypeAlias = Mapping[str, object]

SHORTEST_END = 3
"""So many digits at the end of a number are enough to look for it."""

_LONGEST_QUERY, _MOST_WORDS, _LONGEST_WORD = 200, 12, 40
_HARDLY_A_WORD, _MANY_WORDS = 2, 4
_AGENCY = re.compile(r"(?<![^\W_])[a-z][0-9]{2}(?:\.[0-9]{0,3})+", re.IGNORECASE)
"""The beginning of a dossier code (mã định danh cơ quan), also while it is being typed."""

_SHORT_GROUP, _LEAST_JOINED, _MOST_JOINED = 8, 9, 14
"""Digits typed in groups ("0900 000 975", "261008-0975") are one number when they come to so many together."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one dossier: of its applicant's name, and all others, each as one text of folded words."""

    name: str
    other: str


@dataclass(frozen=True, slots=True)
class Question:
    """What was typed, as expressions of FTS5: `anywhere`, and `in_name` where it may be a name ("" where not)."""

    anywhere: str
    in_name: str


def words_of(dossier: Dossier, applicant: Record) -> Words:
    """The words of `dossier`; `applicant` is its personal record, empty when it has not come or was erased."""
    others = (
        *_code_words(dossier.code),
        *_procedure_words(dossier.procedure, dossier.procedure_name),
        *_person_words(applicant),
        *fold(_text(applicant, "representative")).split(),
    )
    helpers = (each for name in ("submitter", "collectors") for each in _people(applicant.get(name)))
    named = (word for each in helpers for word in (*fold(_text(each, "name")).split(), *_person_words(each)))
    return Words(fold(_text(applicant, "name")), " ".join((*others, *named)))


def question_of(typed: str) -> Question | None:
    """The question in `typed`, whatever it is; None when there is nothing in it to look for."""
    bare = _AGENCY.sub(lambda found: found[0].replace(".", "") + " ", typed[:_LONGEST_QUERY])
    words = [word[:_LONGEST_WORD] for word in _joined(fold(bare).split())][:_MOST_WORDS]
    if not words:
        return None
    anywhere = " AND ".join(map(_anywhere, words))
    if not all(word.isalpha() for word in words):
        return Question(anywhere, "")
    return Question(anywhere, _in_name(words))


def _in_name(words: Sequence[str]) -> str:
    """All `words` in the name. Of many words, those that hardly say anything may be anywhere.

    To find out that no name at all has four such beginnings would take longer than anybody waits for a letter.
    """
    short = [word for word in words if len(word) <= _HARDLY_A_WORD] if len(words) >= _MANY_WORDS else []
    named = [word for word in words if word not in short]
    if not named:
        return ""
    return " AND ".join(("{name} : (" + " AND ".join(map(_begins, named)) + ")", *map(_begins, short)))


def _anywhere(word: str) -> str:
    if _is_number(word) and len(word) >= SHORTEST_END:
        return f"({_begins(word)} OR {_begins('e' + word[::-1])})"
    return _begins(word)


def _begins(word: str) -> str:
    return f'"{word}"*'


def _joined(words: Sequence[str]) -> list[str]:
    """`words` with groups of digits that belong together as one word, phones as they are dialled within the country."""
    joined: list[str] = []
    at = 0
    while at < len(words):
        end = at
        while end < len(words) and _is_number(words[end]) and len(words[end]) <= _SHORT_GROUP:
            end += 1
        group = "".join(words[at:end])
        if end - at > 1 and _LEAST_JOINED <= len(group) <= _MOST_JOINED:
            joined.append(_as_dialled(group))
            at = end
        else:
            joined.append(_as_dialled(words[at]))
            at += 1
    return joined


def _code_words(code: str) -> tuple[str, ...]:
    """H15.50.05.13-261008-0975: the agency without its dots, date and ordinal in one, the ordinal, the end."""
    agency, _, rest = code.partition("-")
    digits = rest.replace("-", "")
    return (*fold(agency.replace(".", "")).split(), *fold(digits).split(), *fold(rest).split()[1:], *_end(digits))


@lru_cache(maxsize=4096)
def _procedure_words(code: str, name: str) -> tuple[str, ...]:
    return (*fold(code).split(), *dict.fromkeys(fold(name).split()))


def _person_words(person: Record) -> tuple[str, ...]:
    """The numbers of a person: identity or tax number, phone."""
    numbers = (_digits(_text(person, "identity_number")), _as_dialled(_digits(_text(person, "phone"))))
    return tuple(word for number in numbers if number for word in (number, *_end(number)))


def _end(number: str) -> tuple[str, ...]:
    return (f"e{number[::-1]}",) if _is_number(number) else ()


def _as_dialled(digits: str) -> str:
    """84900000975, as it is dialled from abroad, becomes 0900000975."""
    return f"0{digits[2:]}" if len(digits) == 11 and digits.startswith("84") and _is_number(digits) else digits


def _people(value: object) -> tuple[Record, ...]:
    """The people in one field of a personal record: one of them, several, or none."""
    several = value if isinstance(value, list | tuple) else (value,)
    return tuple(each for each in several if isinstance(each, Mapping))


def _text(record: Record, name: str) -> str:
    value = record.get(name)
    return value if isinstance(value, str) else ""


def _digits(text: str) -> str:
    return "".join(character for character in text if character in "0123456789")


def _is_number(word: str) -> bool:
    return word.isascii() and word.isdigit()
