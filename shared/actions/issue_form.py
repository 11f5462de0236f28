"""Issue official forms (lập biểu mẫu) and print them again: numbered per office, form and year, each in a transaction.

A form that belongs to a step of the law is issued within the transaction of that step (`issue_within`). Its version is
the one in force on the day the dossier was received, so that an old dossier keeps the forms of its own time.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

from shared.clock import business_date
from shared.domain import issued_form
from shared.domain.dossier import Dossier
from shared.domain.issued_form import FormWords, Guidance, Issue, IssuedForm, Print, next_order
from shared.domain.office import Office, form_on
from shared.domain.office_record import FormName, FormVersion
from shared.failures import Refusal
from shared.journal.dossier_queries import is_form_number_taken, known_dossier
from shared.journal.form_queries import forms_of, is_order_taken
from shared.journal.journal import Journal, Reader, Writer
from shared.journal.node import Node
from shared.journal.read_model import FORMS

from .act import act_within

GuidanceKind = Literal["supplement_request", "refusal"]


@dataclass(frozen=True, slots=True)
class Issuing:
    """Where forms are issued (nơi lập biểu mẫu): the journal, this node with its range of numbers, the office."""

    journal: Journal
    node: Node
    office: Office


@dataclass(frozen=True, slots=True)
class Printed:
    """A form to be printed now. `copy`: whether this print is a copy (bản sao) of an earlier one."""

    form: IssuedForm
    copy: bool


def issue_receipt(at: Issuing, subject: str, *, unit: str, officer: str) -> Printed:
    """Form 01 of a dossier: the original at the first print, a copy from then on.

    After a supplement the time limit has begun anew (Decree 118/2025 Art. 19(5)), and with the proof of the financial
    duty the next planned appointment begins: the citizen then gets a further Form 01, with a number of its own, every
    paper and the new promise.
    """
    with at.journal.writing() as writer:
        found = known_dossier(writer, subject)
        last = _last(writer, subject, "receipt")
        if last is not None and not _begun_anew_since(found, last):
            return _copy(writer, last, officer)
        words = replace(
            words_about(at.office, found, unit),
            papers=found.documents,
            received_at=_begun_anew_at(found) or found.received_at,
            due_at=found.due_at,
        )
        year = business_date(found.received_at).year
        number = (year, found.form_number) if last is None else None
        return Printed(issue_within(writer, at, "receipt", found, words, officer, number=number), copy=False)


def wants_receipt(reader: Reader, found: Dossier) -> bool:
    """Whether a Form 01 is still to be given: the first one, or that of a time limit which has begun since."""
    last = _last(reader, found.id, "receipt")
    return last is None or _begun_anew_since(found, last)


def issue_control_slip(at: Issuing, subject: str, *, unit: str, officer: str) -> Printed:
    """Form 06 of a dossier, one number for its whole way; no copy when something has happened since its last print."""
    with at.journal.writing() as writer:
        found = known_dossier(writer, subject)
        last = _last(writer, subject, "control_slip")
        if last is None:
            words = replace(words_about(at.office, found, unit), due_at=found.due_at)
            return Printed(issue_within(writer, at, "control_slip", found, words, officer), copy=False)
        printed = _copy(writer, last, officer)
        return replace(printed, copy=(found.last_step_at or found.received_at) <= last.last_printed_at)


def issue_guidance(
    at: Issuing, kind: GuidanceKind, procedure_name: str, said: Guidance, *, unit: str, officer: str
) -> Printed:
    """Form 02 or 03 before a dossier is accepted; what was said is personal and no dossier comes of it.

    Refusal `words_missing` when the applicant's name, the reason or, of Form 02, the requests are missing.
    """
    with at.journal.writing() as writer:
        today = business_date(writer.now)
        words = _heading(at.office, procedure_name, unit)
        command = Issue(
            id=at.journal.identities.subject(),
            form=kind,
            dossier=None,
            year=today.year,
            order=_take_order(writer, at.node, kind, today.year),
            version=version_of(at.office, kind, today, today),
            words=words,
            guidance=said,
        )
        return Printed(act_within(writer, FORMS, issued_form.decide, command.id, command, officer), copy=False)


def print_again(journal: Journal, form: str, officer: str) -> Printed:
    """A further print of an issued form. Refusal `no_such_form`."""
    with journal.writing() as writer:
        return Printed(act_within(writer, FORMS, issued_form.decide, form, Print(), officer), copy=True)


def issue_within(
    writer: Writer,
    at: Issuing,
    form: FormName,
    found: Dossier,
    words: FormWords,
    officer: str,
    *,
    reason: str | None = None,
    number: tuple[int, int] | None = None,
) -> IssuedForm:
    """Issues `form` for a dossier within a transaction that does more.

    `reason`: the hash of the personal record that holds the words of the step; `number`: the year and number that the
    form has already, otherwise the next of this device's range.
    """
    today = business_date(writer.now)
    year, order = number or (today.year, _take_order(writer, at.node, form, today.year))
    command = Issue(
        id=at.journal.identities.subject(),
        form=form,
        dossier=found.id,
        year=year,
        order=order,
        version=version_of(at.office, form, business_date(found.received_at), today),
        words=words,
        applicant=found.applicant,
        reason=reason,
    )
    return act_within(writer, FORMS, issued_form.decide, command.id, command, officer)


def words_about(office: Office, found: Dossier, unit: str) -> FormWords:
    """What every form of a dossier says: the heading of the office as it is now, and what is asked for."""
    return _heading(office, found.procedure_name, unit)


def version_of(office: Office, form: FormName, received_on: date, today: date) -> FormVersion:
    """The version of `form` for a dossier received on `received_on`.

    Where no regulation of that day has such a form (Circular 01/2018 knows no stop notice), that of `today`.
    Refusal `no_form_version` when the office's data have none either.
    """
    version = form_on(office, form, received_on) or form_on(office, form, today)
    if version is None:
        raise Refusal(
            "no_form_version",
            "Dữ liệu của đơn vị chưa có mẫu biểu này. Xin báo quản trị viên.",
            "The office's data have no such form. Please tell the administrator.",
        )
    return version


def _heading(office: Office, procedure_name: str, unit: str) -> FormWords:
    return FormWords(office.managing_body, office.name, office.place, procedure_name, unit)


def _last(reader: Reader, subject: str, form: FormName) -> IssuedForm | None:
    return next((each for each in reversed(forms_of(reader, subject)) if each.form == form), None)


def _begun_anew_since(found: Dossier, receipt: IssuedForm) -> bool:
    """Whether a time limit began after `receipt`: anew, or at last because the competent agency elsewhere has it."""
    begun = (_begun_anew_at(found), found.competent.reached_at if found.competent else None)
    return any(begun_at is not None and receipt.issued_at < begun_at for begun_at in begun)


def _begun_anew_at(found: Dossier) -> datetime | None:
    """When its time limit last began anew: with the supplement, or with the proof of the financial duty."""
    begun = [found.supplement.completed_at if found.supplement else None]
    begun += [each.started_at for each in found.appointments if each.starts == "duty_done"]
    return max((each for each in begun if each is not None), default=None)


def _copy(writer: Writer, form: IssuedForm, officer: str) -> Printed:
    return Printed(act_within(writer, FORMS, issued_form.decide, form.id, Print(), officer), copy=True)


def _take_order(writer: Writer, node: Node, form: FormName, year: int) -> int:
    def taken(order: int) -> bool:
        if form == "receipt":
            return is_form_number_taken(writer, order, year)
        return is_order_taken(writer, form, year, order)

    series = f"receipt/{year}/{node.index}" if form == "receipt" else f"form/{form}/{year}/{node.index}"
    return writer.next_number(series, lambda last: next_order(last, node.index), taken)
