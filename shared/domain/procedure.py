"""One administrative procedure (thủ tục hành chính): what must be brought, how long it takes, what it costs.

Nothing here is law by itself: every value is what a published decision says (`source`, `legal_basis`), dated by
`valid_from` and `valid_to`, and None or empty where that text says nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Literal

from shared.domain.dossier_appointment import AppointmentStart
from shared.domain.working_time import TimeLimit

DocumentForm = Literal["original", "certified_copy", "copy", "electronic", "present_only"]
"""Bản chính, bản sao chứng thực, bản sao, bản điện tử, chỉ xuất trình (shown, not handed in)."""

Applicant = Literal["citizen", "organisation"]
"""Who may apply (đối tượng thực hiện): any natural person; any organisation, enterprise or cooperative."""


@dataclass(frozen=True, slots=True)
class RequiredDocument:
    """One paper a procedure names (thành phần hồ sơ).

    `form` None: several forms are allowed or the source does not say. `copies` None: no number stated. A `note`
    makes the paper conditional or an alternative.
    """

    name: str
    form: DocumentForm | None
    copies: int | None
    note: str | None


@dataclass(frozen=True, slots=True)
class ReplacedDocument:
    """A paper that must not be asked for, because the state's own data replace it (giấy tờ được thay bằng dữ liệu).

    `owner`: the body that keeps the database; `source`: where it is said. Both "" where the catalogue does not say.
    """

    document: str
    database: str
    owner: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class PlannedAppointment:
    """One of several planned appointments (một lần hẹn) of a procedure, with a limit and what that is counted from."""

    name_vi: str
    name_en: str
    limit: TimeLimit
    starts: AppointmentStart


@dataclass(frozen=True, slots=True)
class Channels:
    """How a dossier may be submitted (cách thức thực hiện); None: the source does not say.

    `online_full` and `online_partial` both None: online is accepted at a level the source does not state, unless
    `in_person` is None too.
    """

    in_person: bool | None
    online_full: bool | None
    online_partial: bool | None
    postal: bool | None

    @property
    def online_service(self) -> Literal["full", "partial"] | None:
        """How much of the procedure is done online; None where the source states no level, or both."""
        if self.online_full == self.online_partial:
            return None
        return "full" if self.online_full else "partial" if self.online_partial else None


@dataclass(frozen=True, slots=True)
class Procedure:
    """One administrative procedure (thủ tục hành chính) as in force between two dates, both included; None is open.

    `time_limit` None: not stated, or stated without a unit; the officer sets the date then, and `time_limit_text` holds
    what is stated. `cut_off`: the hour after which a result is due a day later. `fee_vnd` is in đồng per
    `fee_per`; 0 is free, None not one fixed amount. `documents` empty: the source has no usable list. `appointments`:
    where more than one is promised; the first counts from the receipt, the others from the financial duty.
    """

    code: str
    name: str
    field: str
    level: str
    time_limit: TimeLimit | None
    time_limit_text: str
    cut_off: time | None
    cut_off_text: str
    fee_vnd: int | None
    fee_per: str
    fee_text: str
    documents: tuple[RequiredDocument, ...]
    result: str
    channels: Channels
    immediate_result: bool | None
    applicants: tuple[Applicant, ...]
    legal_basis: tuple[str, ...]
    source: str
    replaced_by_data: tuple[ReplacedDocument, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    appointments: tuple[PlannedAppointment, ...] = ()


def in_force(valid_from: date | None, valid_to: date | None, day: date) -> bool:
    """Whether something dated is in force (có hiệu lực) on `day`; both ends included, None is open."""
    return (valid_from or date.min) <= day <= (valid_to or date.max)
