"""The form of reception as it stands: what was handed in, what is still missing, what goes to the office."""

from __future__ import annotations

from datetime import date
from typing import Any

from counter.ports import Applicant, AuthorisedCollector, GuidanceForm, ReceptionForm, Submitter
from counter.reception.checklist import DocumentRow, rows_of
from counter.reception.typed import Typed
from counter.words import read_amount, read_day
from shared.domain.dossier import GivenDocument
from shared.domain.procedure import Procedure
from shared.domain.text import tidy


def given_documents(typed: Typed, procedure: Procedure | None) -> tuple[GivenDocument, ...]:
    """The papers that were handed in: rows with a count, then what the officer named."""
    rows = rows_of(procedure) if procedure else ()
    given = [
        GivenDocument(row.name, originals, copies)
        for row, (originals, copies) in zip(rows, typed.counts, strict=False)
        if row.kind == "demanded" and originals + copies > 0
    ]
    if not _has_list(rows):
        given.extend(GivenDocument(each, 1, 0) for each in _listed(typed.extra))
    return tuple(given)


def needs_named_documents(procedure: Procedure | None) -> bool:
    """Whether the catalogue has no usable list, so that the officer names the papers."""
    return procedure is not None and not _has_list(rows_of(procedure))


def _has_list(rows: tuple[DocumentRow, ...]) -> bool:
    return any(row.kind == "demanded" for row in rows)


def not_handed_in(typed: Typed, procedure: Procedure | None) -> tuple[int, ...]:
    """The rows of the checklist that may be asked for and have no count, conditional ones included."""
    rows = rows_of(procedure) if procedure else ()
    counted = zip(rows, typed.counts, strict=False)
    return tuple(at for at, (row, count) in enumerate(counted) if row.kind == "demanded" and sum(count) == 0)


def missing_fields(typed: Typed, procedure: Procedure | None) -> tuple[str, ...]:
    """The names of the fields that keep the form from being received, in the order of the form."""
    missing = []
    if procedure is None:
        missing.append("procedure")
    if not tidy(typed.name):
        missing.append("name")
    if typed.kind == "applicant" and not _readable(read_day, typed.birth):
        missing.append("birth")
    if typed.authorised:
        missing += [name for name in ("submitter_name", "submitter_paper") if not tidy(getattr(typed, name))]
    if procedure is not None and not given_documents(typed, procedure):
        missing.append("documents")
    if not _readable(read_amount, typed.fee):
        missing.append("fee")
    return tuple(missing)


def to_form(typed: Typed, procedure: Procedure, ticket: str | None) -> ReceptionForm:
    """The form as it goes to the office; ValueError while `missing_fields` names a date or an amount."""
    submitter = _submitter(typed)
    return ReceptionForm(
        procedure=procedure.code,
        applicant=to_applicant(typed),
        channel=typed.channel,
        documents=given_documents(typed, procedure),
        sets=typed.sets,
        fee_vnd=read_amount(typed.fee),
        return_way=typed.return_way,
        ticket=ticket,
        submitter=submitter,
        collectors=_collectors(typed, submitter),
        return_address=(tidy(typed.return_address) or tidy(typed.address)) if typed.return_way == "post" else "",
    )


def missing_for_guidance(typed: Typed, procedure: Procedure | None) -> tuple[str, ...]:
    """What keeps a Form 02 or 03 from being written."""
    missing = []
    if procedure is None:
        missing.append("procedure")
    if not tidy(typed.name):
        missing.append("name")
    if typed.guidance == "supplement_request" and not _requests(typed, procedure):
        missing.append("guidance_rows")
    if not tidy(typed.guidance_reason):
        missing.append("guidance_reason")
    return tuple(missing)


def to_guidance(typed: Typed, procedure: Procedure) -> GuidanceForm:
    """The Form 02 or 03 that is being written."""
    applicant, reason = to_applicant(typed), tidy(typed.guidance_reason)
    if typed.guidance == "refusal":
        return GuidanceForm("refusal", procedure.code, applicant, (), reason)
    return GuidanceForm("supplement_request", procedure.code, applicant, _requests(typed, procedure), reason)


def _requests(typed: Typed, procedure: Procedure | None) -> tuple[str, ...]:
    rows = rows_of(procedure) if procedure else ()
    missing = set(not_handed_in(typed, procedure))
    asked = tuple(rows[at].name for at in sorted(set(typed.guidance_rows)) if at in missing)
    return (*asked, *_listed(typed.guidance_more))


def to_applicant(typed: Typed) -> Applicant:
    """The applicant; a birth date that cannot be read is left out."""
    person = typed.kind == "applicant"
    birth: date | None = read_day(typed.birth) if person and _readable(read_day, typed.birth) else None
    return Applicant(
        name=tidy(typed.name),
        identity_number=without_blanks(typed.identity_number),
        birth_date=birth,
        address=tidy(typed.address),
        phone=tidy(typed.phone),
        email=tidy(typed.email),
        kind=typed.kind,
        representative="" if person else tidy(typed.representative),
    )


def without_blanks(number: str) -> str:
    """An identity number as it is kept."""
    return "".join(number.split())


def _submitter(typed: Typed) -> Submitter | None:
    if not typed.authorised:
        return None
    return Submitter(
        name=tidy(typed.submitter_name),
        identity_number=without_blanks(typed.submitter_number),
        phone=tidy(typed.submitter_phone),
        paper=tidy(typed.submitter_paper),
    )


def _collectors(typed: Typed, submitter: Submitter | None) -> tuple[AuthorisedCollector, ...]:
    found = []
    if submitter is not None and typed.submitter_collects:
        found.append(AuthorisedCollector(submitter.name, submitter.identity_number, submitter.paper))
    if tidy(typed.collector_name):
        number = without_blanks(typed.collector_number)
        found.append(AuthorisedCollector(tidy(typed.collector_name), number, tidy(typed.collector_paper)))
    return tuple(found)


def _listed(text: str) -> tuple[str, ...]:
    return tuple(tidy(each) for each in text.split(";") if tidy(each))


def _readable(read: Any, text: str) -> bool:
    try:
        read(text)
    except ValueError:
        return False
    return True
