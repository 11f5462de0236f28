"""The official forms as the rooms ask for them: issued once with a number, printed again as a copy."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from counter.ports.reception import Applicant
from shared.domain.office import FormName


@dataclass(frozen=True, slots=True)
class PrintedForm:
    """A form ready to be printed (biểu mẫu in ra). `number` as it stands on the paper, `name` for the printer's queue.

    `id` is that of the issued form in the journal; `copy`: whether it is marked as a further print (bản sao).
    """

    id: str
    form: FormName
    number: str
    name: str
    pdf: bytes
    copy: bool = False


@dataclass(frozen=True, slots=True)
class IssuedFormRow:
    """A form that was issued for a dossier (biểu mẫu đã lập): what, which number, when, by whom, how often printed."""

    id: str
    form: FormName
    title: str
    number: str
    issued_at: datetime
    issued_by: str
    prints: int


@dataclass(frozen=True, slots=True)
class GuidanceForm:
    """What the officer says before a dossier is accepted (hướng dẫn): Form 02 names what is missing, Form 03 refuses.

    No dossier comes of it. `requests`: what has to be completed, one sentence each; empty on a refusal.
    """

    kind: Literal["supplement_request", "refusal"]
    procedure: str
    applicant: Applicant
    requests: tuple[str, ...]
    reason: str


class FormsPort(Protocol):
    """Every form: numbered per office, form and year, in its version of the day the dossier was received."""

    def issued_forms(self, dossier: str) -> tuple[IssuedFormRow, ...]:
        """The forms issued for `dossier`, the first one first."""
        ...

    def form_01(self, dossier: str) -> PrintedForm:
        """Form 01 of `dossier`: the original at the first print, a marked copy from then on."""
        ...

    def control_slip(self, dossier: str) -> PrintedForm:
        """Form 06 of `dossier` with every handover so far."""
        ...

    def print_again(self, form: str) -> PrintedForm:
        """A further print of an issued form, marked as a copy; the print is recorded."""
        ...

    def guidance_form(self, form: GuidanceForm) -> PrintedForm:
        """Form 02 or 03 before a dossier is accepted. Refusal `words_missing`."""
        ...
