"""Finding dossiers by any words (tra cứu hồ sơ): name, code, end of phone or identity number, procedure.

Without diacritics, in any order, each word also by its beginning alone. A whole code means its dossier and no other.
Otherwise those come first in whose applicant's name all the words are, then the others; of each the newest are taken
and sorted by given name. It answers from what the index has by now (`dossier_search_index`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from shared.domain.dossier import Dossier
from shared.domain.numbering import parse_dossier_code
from shared.domain.text import given_name_key
from shared.failures import Refusal
from shared.journal.dossier_queries import dossiers_by_id, dossiers_with_code, personal_records
from shared.journal.dossier_search_index import index_state, subjects_of
from shared.journal.dossier_search_words import question_of
from shared.journal.journal import Reader

MOST_SHOWN = 50
MOST_COUNTED = 1000


@dataclass(frozen=True, slots=True)
class Found:
    """What was found: at most `MOST_SHOWN` dossiers in their order, and how many `more` there are.

    `more_uncounted`: counting stopped at `MOST_COUNTED`, there are more still.
    """

    dossiers: tuple[Dossier, ...] = ()
    more: int = 0
    more_uncounted: bool = False


def find_dossiers(reader: Reader, typed: str, agency: str | None = None) -> Found:
    """The dossiers that `typed` means; `agency` completes a code typed without it. Never raises for what was typed."""
    whole = _with_code(reader, typed, agency)
    if whole:
        return Found(whole)
    question = question_of(typed)
    if question is None or index_state(reader).indexed == 0:
        return Found()
    named = _newest(reader, question.in_name, MOST_SHOWN) if question.in_name else ()
    anywhere = _newest(reader, question.anywhere, MOST_COUNTED + 1)
    others = tuple(each for each in anywhere if each not in set(named))[: MOST_SHOWN - len(named)]
    shown = (*_by_given_name(reader, named), *_by_given_name(reader, others))
    counted = len(anywhere)
    return Found(shown, min(counted, MOST_COUNTED) - len(shown), more_uncounted=counted > MOST_COUNTED)


def _with_code(reader: Reader, typed: str, agency: str | None) -> tuple[Dossier, ...]:
    try:
        return dossiers_with_code(reader, str(parse_dossier_code(typed, agency)))
    except Refusal:
        return ()


_NEWEST = """SELECT rowid FROM dossier_search WHERE dossier_search MATCH ? AND rowid NOT IN (
    SELECT number FROM dossier_search_changed CROSS JOIN dossier_search_row ON personal = hash)
    ORDER BY rowid DESC LIMIT ?"""
"""What is known to have changed is left out: an erased name is not found any more, whenever the index forgets it.

CROSS, because SQLite cannot know which of the two has next to no rows.
"""


def _newest(reader: Reader, question: str, most: int) -> tuple[int, ...]:
    """The numbers of the newest dossiers that answer `question`."""
    return tuple(reader.connection.exec_driver_sql(_NEWEST, (question, most)).scalars())


def _by_given_name(reader: Reader, numbers: Sequence[int]) -> tuple[Dossier, ...]:
    """The dossiers behind `numbers` by their applicants' given names, those without a name last."""
    dossiers = dossiers_by_id(reader, subjects_of(reader, numbers))
    people = personal_records(reader, [each.applicant for each in dossiers if each.applicant])
    names = {each.id: str(people.get(each.applicant or "", {}).get("name", "")) for each in dossiers}
    return tuple(sorted(dossiers, key=lambda each: (not names[each.id], given_name_key(names[each.id]))))
