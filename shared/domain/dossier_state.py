"""What a dossier is after all that has happened to it: the state. Its fold stands in `dossier_fold`.

Two things are kept apart. Its *progress*: received, waiting for a supplement, result ready, returned, or ended without
a result. Its *custody* (ai đang giữ): the unit that holds the paper, or a transit between two units in which the giver
has signed and the receiver has not yet. What people call its stage (`stage`) is derived from both.

    received at one-stop -> handed over -> with the department -> result ready -> back at one-stop -> returned
                                           |-> awaiting supplement -> received complete, the clock starts again
                                           |-> awaiting duty -> duty shown, the next appointment's clock starts
    until there is a result: -> stopped | refused | closed
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Literal

from shared.domain.custody import NO_TRAIL, ONE_STOP, Loss, Trail, Transit
from shared.domain.dossier_appointment import Appointment, awaits_duty, current_place
from shared.domain.dossier_coordination import Competent, Coordination
from shared.domain.dossier_fees import FeeAccount, FeeEntry, fee_account
from shared.domain.fact import Conflict
from shared.domain.office_record import UnitKind

Channel = Literal["in_person", "post", "online"]
"""Kênh thực hiện: trực tiếp, bưu chính công ích, trực tuyến (Decree 118/2025 Art. 15)."""

OnlineService = Literal["full", "partial"]
"""How much of a dossier's handling was done online: toàn trình (all of it), một phần."""

ReturnWay = Literal["one_stop", "post", "online"]
SubmittedBy = Literal["applicant", "authorised"]
"""Người nộp: chính chủ, hoặc người được ủy quyền (Decree 118/2025 Art. 17(1)(a))."""

Outcome = Literal["granted", "refused"]
Collector = Literal["applicant", "authorised"]
Requester = Literal["applicant", "authorised"]
AskedBy = Literal["signed_request", "postal_request", "portal"]
"""How a request to stop is recorded: on paper with a signature, on paper by post, on the national portal."""

EndingKind = Literal["stopped", "refused", "closed"]
Stage = Literal[
    "received",
    "in_transit",
    "processing",
    "awaiting_supplement",
    "awaiting_duty",
    "result_ready",
    "result_at_counter",
    "with_post",
    "returned",
    "stopped",
    "refused",
    "closed",
]


@dataclass(frozen=True, slots=True)
class GivenDocument:
    """One paper that was handed in (giấy tờ đã nộp), with the number of originals (bản chính) and copies (bản sao)."""

    name: str
    originals: int
    copies: int


@dataclass(frozen=True, slots=True)
class Interval:
    """A stretch of time (khoảng thời gian); `end` None: it still lasts."""

    start: datetime
    end: datetime | None


@dataclass(frozen=True, slots=True)
class Supplement:
    """The one request for a supplement (yêu cầu bổ sung, Form 02) after appraisal.

    `missing` are the names of the papers, `reason` the SHA-256 of the personal record that holds the reason in words.
    `answer_by`: the end of the time the citizen has. `late`: it was made later than the law gives the agency.
    `due_before`: the promise that the request ended; `completed_at`: when everything had been brought. `requests`: how
    many were made, where two machines did not know of each other.
    """

    unit: str
    missing: tuple[str, ...]
    reason: str | None
    requested_at: datetime
    requested_by: str
    answer_by: datetime
    late: bool
    due_before: datetime | None
    completed_at: datetime | None = None
    requests: int = 1


@dataclass(frozen=True, slots=True)
class Apology:
    """The apology with the one re-appointment (xin lỗi và hẹn lại, Form 04).

    `reason` is the SHA-256 of the personal record that holds the reason in words. `late_notice`: it came later than
    one day before the due date. `stands` is False once a supplement has started the clock again.
    """

    unit: str
    reason: str | None
    sent_at: datetime
    sent_by: str
    due_before: datetime
    new_due_at: datetime
    late_notice: bool
    stands: bool = True


@dataclass(frozen=True, slots=True)
class StopRequest:
    """The citizen's own request to stop (yêu cầu dừng): who asked, how that is recorded, when it was asked."""

    requester: Requester
    asked_by: AskedBy
    asked_at: datetime


@dataclass(frozen=True, slots=True)
class Ending:
    """The end without a result (kết thúc không có kết quả): dừng, từ chối, đóng.

    `personal` is the SHA-256 of the personal record: the name and proof of a request to stop, the reason of a refusal.
    `late`: a refusal after the promise had passed. `request` belongs to a stop. `due_before`: the promise it ended.
    """

    kind: EndingKind
    unit: str
    at: datetime
    by: str
    personal: str | None
    late: bool
    due_before: datetime | None
    request: StopRequest | None = None


@dataclass(frozen=True, slots=True)
class Dossier:
    """A dossier (hồ sơ). `code` is the mã số hồ sơ, `applicant` the SHA-256 of the personal record.

    `due_at` is the promise that runs now: the one on Form 01, or after a supplement or an apology the new one. It is
    None where the law sets no limit, while a supplement or the financial duty is waited for, and after an end without
    a result. `promise` explains it in Vietnamese. `last_step_at`: when something last happened to it. `fees`: its
    payments. `collector`: who took the result, `returned_to` the SHA-256 of the personal record with the name and
    papers of an authorised person. `appointments`: those planned from the beginning, where there are several; empty
    where one due date says all. Custody as in `custody.Held`; `home`: where it was received, the one-stop office or a
    reception point of it. `consignment`: the consignment note it came with by post. `coordinations`: the agencies that
    were asked to take part; `competent`: of a dossier received out of area, the agency that decides it. No time limit
    runs until that one has received it. `online_service`: of one that came online, None where nobody said how much.
    """

    id: str
    code: str
    token: str
    procedure: str
    procedure_name: str
    field: str
    channel: Channel
    documents: tuple[GivenDocument, ...]
    sets: int
    fee_vnd: int | None
    return_way: ReturnWay
    received_at: datetime
    due_at: datetime | None
    time_limit_text: str
    promise: str
    form_number: int
    form_version: str
    counter: str
    received_by: str
    ticket: str | None
    applicant: str | None
    holder: str = ONE_STOP
    held_since: datetime | None = None
    transit: Transit | None = None
    outcome: Outcome | None = None
    result_ready_at: datetime | None = None
    returned_at: datetime | None = None
    returned_by: str | None = None
    conflicts: tuple[Conflict, ...] = ()
    supplement: Supplement | None = None
    apology: Apology | None = None
    ending: Ending | None = None
    last_step_at: datetime | None = None
    fees: tuple[FeeEntry, ...] = ()
    collector: Collector | None = None
    returned_to: str | None = None
    submitted_by: SubmittedBy = "applicant"
    appointments: tuple[Appointment, ...] = ()
    holder_kind: UnitKind = "one_stop"
    held_by: str | None = None
    held_against: str | None = None
    lost: Loss | None = None
    trail: Trail = NO_TRAIL
    home: str = ONE_STOP
    consignment: str | None = None
    consignment_number: str = ""
    coordinations: tuple[Coordination, ...] = ()
    competent: Competent | None = None
    online_service: OnlineService | None = None

    @property
    def fee_account(self) -> FeeAccount:
        """What is due and what has been paid."""
        return fee_account(self.fee_vnd, self.fees)

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done: not returned, not ended without a result."""
        return self.returned_at is None and self.ending is None

    @property
    def stage(self) -> Stage:
        """Where it stands, as people say it."""
        if self.returned_at is not None:
            return "returned"
        if self.transit is not None:
            return "in_transit"
        if self.ending is not None:
            return self.ending.kind
        if self.awaits_supplement:
            return "awaiting_supplement"
        if self.awaits_duty:
            return "awaiting_duty"
        if self.holder_kind == "post":
            return "with_post"
        at_home = self.holder in (ONE_STOP, self.home)
        if self.result_ready_at is not None:
            return "result_at_counter" if at_home else "result_ready"
        return "received" if at_home else "processing"

    @property
    def awaits_supplement(self) -> bool:
        """Whether it waits for the citizen (chờ bổ sung); no time limit runs meanwhile."""
        asked = self.supplement is not None and self.supplement.completed_at is None
        return asked and not self._is_over

    @property
    def awaits_duty(self) -> bool:
        """Whether it waits for the citizen's financial duty (chờ nghĩa vụ tài chính); no time limit runs meanwhile."""
        return awaits_duty(self.appointments) and not self._is_over

    @property
    def awaits_agency(self) -> bool:
        """Whether the competent agency elsewhere has still to receive it; no time limit runs before."""
        return self.competent is not None and self.competent.reached_at is None and not self._is_over

    @property
    def open_coordinations(self) -> tuple[Coordination, ...]:
        """The agencies whose answer is waited for, in the order asked."""
        return () if self._is_over else tuple(each for each in self.coordinations if each.answered_at is None)

    @property
    def agency_by(self) -> datetime | None:
        """The earliest moment by which another agency should have answered or received it; None: none is waited for."""
        until = [each.answer_by for each in self.open_coordinations]
        if self.competent is not None and self.awaits_agency:
            until.append(self.competent.reach_by)
        return min(until, default=None)

    @property
    def current_appointment(self) -> Appointment | None:
        """The planned appointment that comes next; None when all are met or only one due date was promised."""
        place = current_place(self.appointments)
        return None if place is None else self.appointments[place]

    @property
    def _is_over(self) -> bool:
        return self.result_ready_at is not None or self.ending is not None or self.returned_at is not None

    @property
    def waited_for_citizen(self) -> tuple[Interval, ...]:
        """The intervals in which it waited for the citizen, which the index of Decision 766/QĐ-TTg subtracts.

        For a supplement, or between two planned appointments for the financial duty.
        The Decree's own clock is another thing: it starts again from zero (Decree 118/2025 Art. 19(5)).
        """
        over = (self.ending.at if self.ending else None) or self.result_ready_at or self.returned_at
        waited = [
            Interval(before.met_at, each.begun_at or each.started_at or over)
            for before, each in pairwise(self.appointments)
            if before.met_at is not None and each.starts == "duty_done"
        ]
        if self.supplement is not None:
            waited.append(Interval(self.supplement.requested_at, self.supplement.completed_at or over))
        return tuple(sorted(waited, key=lambda interval: interval.start))

    @property
    def legal_due_at(self) -> datetime | None:
        """The due time by which reports call it late: an apology moves the appointment, not the legal limit."""
        if self.apology is not None and self.apology.stands:
            return self.apology.due_before
        if self.ending is not None:
            return self.ending.due_before
        if self.supplement is not None and self.awaits_supplement:
            return self.supplement.due_before
        return self.due_at

    @property
    def may_be_returned(self) -> bool:
        """Whether the result lies where citizens get it: at the counter, or with the post that brings it."""
        at_hand = self.holder in (ONE_STOP, self.home) or self.holder_kind == "post"
        return self.result_ready_at is not None and self.is_open and self.transit is None and at_hand

    def may_be_sent_to(self, unit: str) -> bool:
        """Whether custody may pass to `unit`: what waits for the citizen or has ended only goes back home."""
        return unit in (ONE_STOP, self.home) or not (self.awaits_supplement or self.ending is not None)
