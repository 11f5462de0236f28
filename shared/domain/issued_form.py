"""An official form that was issued (biểu mẫu đã lập): which one, its number, its words, how often it was printed.

Forms are numbered per office, form and year; each device has a range of its own, so that two devices that never met
cannot give the same number. What a form says is written down with it, so that it can be printed again with the same
words after the dossier has gone on; what is personal about it stands in personal records, by their hashes.

The first print is that of the issue; every further one is a copy (bản sao). A form that would go to an applicant by
post may be given to that person at a counter instead.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import get_args

from shared.domain.dossier_guards import words_or_refusal
from shared.domain.dossier_state import AskedBy, GivenDocument
from shared.domain.dossier_steps_fold import documents_in
from shared.domain.fact import Conflict, Data, Fact, Recorded, with_conflict
from shared.domain.office_record import FormName, FormVersion
from shared.domain.replacing import replace
from shared.failures import Refusal

NUMBERS_OF_A_DEVICE = 100_000
"""Device n owns the numbers n × 100,000 + 1 … n × 100,000 + 99,999 of each form and year."""


@dataclass(frozen=True, slots=True)
class FormWords:
    """What a form says that is not personal (nội dung biểu mẫu), as it was when the form was issued.

    `unit`: the unit that issued it. `papers`: handed in (Form 01) or given back (Form 05). `requests`: what has to be
    completed (Form 02). `received_at`: when it was received complete; `due_at`: the promise that ran then.
    `new_due_at` belongs to Form 04; `asked_by`, `asked_at` and `stopped_at` to Form 05.
    """

    managing_body: str
    office_name: str
    place: str
    procedure_name: str
    unit: str
    papers: tuple[GivenDocument, ...] = ()
    requests: tuple[str, ...] = ()
    received_at: datetime | None = None
    due_at: datetime | None = None
    new_due_at: datetime | None = None
    asked_by: AskedBy | None = None
    asked_at: datetime | None = None
    stopped_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Guidance:
    """What was said before a dossier was accepted (hướng dẫn), all of it personal: to whom, what is lacking, why."""

    applicant: Data
    requests: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class IssuedForm:
    """A form that was issued. `order` is its number in the year, `dossier` None before a dossier was accepted.

    `applicant` and `reason` are the SHA-256 of personal records: who the dossier is of, and the words of the step
    (the reason; the name and proof of a request to stop). Guidance has one record for both. `given_at`: when it was
    given in person (trao tay) to somebody to whom it would have gone by post.
    """

    id: str
    form: FormName
    dossier: str | None
    year: int
    order: int
    version: FormVersion
    words: FormWords
    applicant: str | None
    reason: str | None
    issued_at: datetime
    issued_by: str
    last_printed_at: datetime
    prints: int = 1
    given_at: datetime | None = None
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True)
class Issue:
    """Issue a form (lập biểu mẫu) and print it; `applicant`, `reason` as in `IssuedForm`, `guidance` is personal."""

    id: str
    form: FormName
    dossier: str | None
    year: int
    order: int
    version: FormVersion
    words: FormWords
    applicant: str | None = None
    reason: str | None = None
    guidance: Guidance | None = None


@dataclass(frozen=True, slots=True)
class Print:
    """Print a form once more (in lại)."""


@dataclass(frozen=True, slots=True)
class GiveInPerson:
    """Give a form to its applicant at a counter (trao tay), so that it needs no letter."""


Command = Issue | Print | GiveInPerson


def next_order(last: int | None, device_index: int) -> int:
    """The number after `last` (None: the first of the year) in the range of the device. Refusal `range_used_up`."""
    order = (last or device_index * NUMBERS_OF_A_DEVICE) + 1
    if order // NUMBERS_OF_A_DEVICE != device_index:
        raise Refusal(
            "range_used_up",
            "Thiết bị này đã dùng hết số của biểu mẫu trong năm. Xin báo quản trị viên.",
            "This device has used up its numbers of this form for the year. Please tell the administrator.",
        )
    return order


def decide(form: IssuedForm | None, command: Command) -> tuple[Fact, ...]:
    """The facts that `command` brings about on `form`, or a Refusal that says why not."""
    if isinstance(command, Issue):
        if form is not None:
            raise Refusal("already_issued", "Biểu mẫu này đã được lập.", "This form has been issued already.")
        return (_issued(command),)
    if form is None:
        raise Refusal("no_such_form", "Không tìm thấy biểu mẫu này.", "There is no such form.")
    if isinstance(command, GiveInPerson):
        if form.given_at is not None:
            raise Refusal("given_already", "Phiếu này đã được trao tay.", "This form has been given in person already.")
        return (Fact(form.id, "form.given_in_person", {}),)
    return (Fact(form.id, "form.printed", {}),)


def _issued(command: Issue) -> Fact:
    version, words = command.version, command.words
    data = {
        "form": command.form,
        "dossier": command.dossier,
        "year": command.year,
        "order": command.order,
        "version": [version.number, version.title, version.basis, _iso(version.valid_from)],
        "words": {
            "managing_body": words.managing_body,
            "office_name": words.office_name,
            "place": words.place,
            "procedure_name": words.procedure_name,
            "unit": words.unit,
            "papers": [[paper.name, paper.originals, paper.copies] for paper in words.papers],
            "requests": list(words.requests),
            "received_at": _iso(words.received_at),
            "due_at": _iso(words.due_at),
            "new_due_at": _iso(words.new_due_at),
            "asked_by": words.asked_by,
            "asked_at": _iso(words.asked_at),
            "stopped_at": _iso(words.stopped_at),
        },
        "applicant": command.applicant,
        "reason": command.reason,
    }
    return Fact(command.id, "form.issued", data, _personal(command))


def _personal(command: Issue) -> Data | None:
    guidance = command.guidance
    if guidance is None:
        return None
    reason = words_or_refusal(guidance.reason, "Chưa ghi lý do.", "The reason is missing.")
    requests = [each.strip() for each in guidance.requests if each.strip()]
    if command.form == "supplement_request" and not requests:
        raise Refusal("words_missing", "Chưa ghi nội dung cần hoàn thiện.", "What has to be completed is missing.")
    words_or_refusal(
        str(guidance.applicant.get("name", "")), "Chưa có họ tên người nộp hồ sơ.", "The applicant's name is missing."
    )
    return {"applicant": dict(guidance.applicant), "requests": requests, "reason": reason}


def evolve(form: IssuedForm | None, fact: Recorded) -> IssuedForm | None:
    """`form` after `fact`. Unknown kinds change nothing; what does not fit leaves a conflict."""
    if fact.kind == "form.issued":
        if form is not None:
            return with_conflict(form, "issued_twice", "Biểu mẫu được lập hai lần.", "The form was issued twice.")
        return _evolve_issued(fact)
    if form is None:
        return None
    if fact.kind == "form.given_in_person":
        return form if form.given_at is not None else replace(form, given_at=fact.device_time)
    if fact.kind != "form.printed":
        return form
    return replace(form, prints=form.prints + 1, last_printed_at=fact.device_time)


def _evolve_issued(fact: Recorded) -> IssuedForm:
    name, version, words = fact.text("form"), fact.data["version"], fact.data["words"]
    if name not in get_args(FormName) or not isinstance(words, Mapping) or not isinstance(version, list | tuple):
        raise ValueError("not a form")
    form: FormName = name  # type: ignore[assignment]  # one of the names, as just checked
    number, title, basis, valid_from = version
    since = None if valid_from is None else date.fromisoformat(str(valid_from))
    return IssuedForm(
        id=fact.subject,
        form=form,
        dossier=fact.optional_text("dossier"),
        year=fact.integer("year"),
        order=fact.integer("order"),
        version=FormVersion(form, str(number), str(title), str(basis), since),
        words=_words_in(replace(fact, data=words)),
        applicant=fact.optional_text("applicant"),
        reason=fact.optional_text("reason") or fact.personal,
        issued_at=fact.device_time,
        issued_by=fact.actor,
        last_printed_at=fact.device_time,
    )


def _words_in(fact: Recorded) -> FormWords:
    asked_by = fact.optional_text("asked_by")
    if asked_by is not None and asked_by not in get_args(AskedBy):
        raise ValueError("unknown request")
    return FormWords(
        managing_body=fact.text("managing_body"),
        office_name=fact.text("office_name"),
        place=fact.text("place"),
        procedure_name=fact.text("procedure_name"),
        unit=fact.text("unit"),
        papers=documents_in(fact.data["papers"]),
        requests=fact.texts("requests"),
        received_at=fact.optional_instant("received_at"),
        due_at=fact.optional_instant("due_at"),
        new_due_at=fact.optional_instant("new_due_at"),
        asked_by=asked_by,  # type: ignore[arg-type]  # one of the names, as just checked
        asked_at=fact.optional_instant("asked_at"),
        stopped_at=fact.optional_instant("stopped_at"),
    )


def _iso(instant: date | datetime | None) -> str | None:
    return None if instant is None else instant.isoformat()
