"""What an applicant has at this office, found by the whole identity number, through the index of the search."""

from __future__ import annotations

from dataclasses import dataclass

from shared.domain.dossier import Dossier
from shared.journal.dossier_queries import dossiers_by_id, personal_records
from shared.journal.dossier_search_index import index_state
from shared.journal.dossier_search_words import Record
from shared.journal.journal import Reader

_SHORTEST_NUMBER = 6
_MOST_LOOKED_AT = 60

_WITH_NUMBER = f"""SELECT subject FROM dossier_search_row WHERE number IN (
    SELECT rowid FROM dossier_search WHERE dossier_search MATCH ? ORDER BY rowid DESC LIMIT {_MOST_LOOKED_AT})"""  # noqa: S608  # our own words only


@dataclass(frozen=True, slots=True)
class DossierOfApplicant:
    """A dossier with what its applicant gave (hồ sơ của người nộp); `record` is personal."""

    dossier: Dossier
    record: Record


def dossiers_of_applicant(reader: Reader, identity_number: str) -> tuple[DossierOfApplicant, ...]:
    """The dossiers whose applicant gave exactly this number, the newest first, of the newest sixty that name it.

    A submitter or collector with this number is somebody else's helper and does not count. Answers from what the index
    has by now; () for a number that is too short to be one.
    """
    digits = "".join(character for character in identity_number if character in "0123456789")
    if len(digits) < _SHORTEST_NUMBER or index_state(reader).indexed == 0:
        return ()
    question = f'{{other}} : "{digits}"'
    named = [str(each) for each in reader.connection.exec_driver_sql(_WITH_NUMBER, (question,)).scalars()]
    dossiers = dossiers_by_id(reader, named)
    records = personal_records(reader, [each.applicant for each in dossiers if each.applicant])
    theirs = (
        DossierOfApplicant(each, records[key])
        for each, key in ((each, each.applicant or "") for each in dossiers)
        if key in records and _number(records[key]) == _folded(identity_number)
    )
    return tuple(sorted(theirs, key=lambda each: each.dossier.received_at, reverse=True))


def _number(record: Record) -> str:
    return _folded(str(record.get("identity_number", "")))


def _folded(number: str) -> str:
    return "".join(number.split()).casefold()
