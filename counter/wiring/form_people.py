"""Who stands on Form 01: whoever hands the dossier in, and with an authorisation the person who gave it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shared.documents.form_01_receipt import AuthorisingPerson

Record = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class FormPeople:
    """The lines about people. `authorising`: the applicant, when an authorised person submits (người ủy quyền).

    The form asks for "thêm thông tin của người ủy quyền" then: its main lines name the person at the counter.
    """

    name: str
    identity_number: str
    address: str
    phone: str
    email: str
    authorising: AuthorisingPerson | None = None


def people_of(record: Record) -> FormPeople:
    """The people of a personal record of a reception; older records know of no submitter."""
    applicant = FormPeople(
        name=text_in(record, "name"),
        identity_number=text_in(record, "identity_number"),
        address=text_in(record, "address"),
        phone=text_in(record, "phone"),
        email=text_in(record, "email"),
    )
    submitter = record.get("submitter")
    if not isinstance(submitter, Mapping):
        return applicant
    from shared.documents.form_01_receipt import AuthorisingPerson

    return FormPeople(
        name=text_in(submitter, "name"),
        identity_number=text_in(submitter, "identity_number"),
        address="",
        phone=text_in(submitter, "phone"),
        email="",
        authorising=AuthorisingPerson(
            full_name=applicant.name,
            address=applicant.address,
            identity_number=applicant.identity_number,
            phone=applicant.phone,
            email=applicant.email,
            authorisation_paper=text_in(submitter, "paper"),
        ),
    )


def post_address(record: Record) -> str:
    """Where the post brings the result, "" where nothing was said."""
    return text_in(record, "return_address")


def text_in(record: Record, name: str) -> str:
    """The text that a personal record has under `name`, "" for none."""
    value = record.get(name)
    return value if isinstance(value, str) else ""
