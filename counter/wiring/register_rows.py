"""The rows of the register (Form 07): what dossiers say of themselves, and who signed for their results."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from counter.deadlines.paper import RETURN_WAYS
from shared.domain.dossier import Dossier
from shared.domain.office import Office, department_of_field
from shared.domain.office_names import unit_name
from shared.journal.dossier_queries import personal_records
from shared.journal.journal import Reader

if TYPE_CHECKING:
    from shared.documents.form_07_register import RegisterRow

_SOME = 500


def register_rows(reader: Reader, office: Office, dossiers: Sequence[Dossier]) -> tuple[RegisterRow, ...]:
    """A row for each of `dossiers`, in their order."""
    # Imported with the first register: what draws PDFs would slow every start.
    from shared.documents.form_07_register import RegisterRow

    hashes = [each for dossier in dossiers for each in (dossier.applicant, dossier.returned_to) if each]
    people: dict[str, Mapping[str, object]] = {}
    for start in range(0, len(hashes), _SOME):
        people |= personal_records(reader, hashes[start : start + _SOME])

    def collected_by(dossier: Dossier, applicant: str) -> str:
        if dossier.returned_at is None or dossier.collector is None:
            return ""
        if dossier.collector == "applicant":
            return applicant
        return str(people.get(dossier.returned_to or "", {}).get("name", "")) or "Người được ủy quyền"

    def row(dossier: Dossier) -> RegisterRow:
        person = people.get(dossier.applicant or "", {})
        name = str(person.get("name", ""))
        department = department_of_field(office, dossier.field)
        return RegisterRow(
            dossier_code=dossier.code,
            procedure_name=dossier.procedure_name,
            applicant_name=name,
            address=str(person.get("address", "")),
            phone=str(person.get("phone", "")),
            agency=department.name if department else unit_name(office, dossier.holder),
            received_at=dossier.received_at,
            due_at=dossier.due_at,
            returned_at=dossier.returned_at,
            return_way=RETURN_WAYS[dossier.return_way],
            collected_by=collected_by(dossier, name),
        )

    return tuple(row(each) for each in dossiers)
