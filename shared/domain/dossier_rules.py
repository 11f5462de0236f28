"""What may be done to a dossier between its receipt and its result (Decree 118/2025 Art. 11, 19, 21).

Before the dossier is accepted nothing here applies: what the officer says at the counter then, Form 02 included, is
guidance (hướng dẫn) and leaves no dossier. Free words (reasons, names, proofs) are personal and never enter the data
of a fact.

What the law orders of the agency, and would harm the citizen if it were refused, is allowed and marked: a request made
after the three working days (`late`), an apology sent later than one day before the due date (`late_notice`), a
refusal after the due date (`late`). What the law forbids is refused in words.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from shared.clock import business_date
from shared.domain.custody import ONE_STOP
from shared.domain.dossier_agencies import AgencyAnswered, AgencyDecided, AskAgency, ReachAgency, decide_agency
from shared.domain.dossier_duty import DutyStep, awaiting_duty, decide_duty
from shared.domain.dossier_guards import (
    require_awaiting,
    require_held_by,
    require_no_result,
    require_not_awaiting,
    require_one_stop,
    words_or_refusal,
)
from shared.domain.dossier_state import AskedBy, Dossier, GivenDocument, Requester
from shared.domain.fact import Fact
from shared.domain.working_calendar import ONE_DAY
from shared.failures import Refusal

ANSWER_DAYS = 15
"""Calendar days that the citizen has to answer a request, from the notice (Decree 118/2025 Art. 19(5))."""

REQUEST_WORKING_DAYS = 3
"""Working days from its receipt within which the agency returns an incomplete dossier (Decree 118/2025 Art. 19(5))."""


@dataclass(frozen=True, slots=True)
class RequestSupplement:
    """Ask for a supplement after appraisal (yêu cầu bổ sung, Form 02).

    `missing`: names out of `allowed`, the papers that the procedure lists (None: its source has no list); papers that
    were handed in may be asked for again, to be corrected.
    `reason` is personal. `request_by`: until when the agency may ask; `answer_by`: until when the citizen may answer.
    """

    unit: str
    missing: tuple[str, ...]
    allowed: tuple[str, ...] | None
    reason: str
    at: datetime
    request_by: datetime
    answer_by: datetime


@dataclass(frozen=True, slots=True)
class TakeSupplement:
    """Take the supplement (nhận bổ sung) at the one-stop, when everything that was asked for has been brought.

    `documents`: what was brought. `due_at` and `promise`: the promise, counted from zero from `at`.
    """

    unit: str
    documents: tuple[GivenDocument, ...]
    at: datetime
    due_at: datetime | None
    promise: str


@dataclass(frozen=True, slots=True)
class SendApology:
    """Apologise and appoint the result anew (xin lỗi, hẹn lại ngày trả, Form 04). `reason` is personal."""

    unit: str
    reason: str
    at: datetime
    new_due_at: datetime


@dataclass(frozen=True, slots=True)
class Stop:
    """Stop at the citizen's request (dừng theo yêu cầu, Form 05).

    `asked_at`: when the citizen asked. `name` of the person who asked and `proof` (the number of the paper or message
    that shows it) are personal.
    """

    unit: str
    requester: Requester
    name: str
    asked_by: AskedBy
    proof: str
    asked_at: datetime
    at: datetime


@dataclass(frozen=True, slots=True)
class Refuse:
    """Refuse to handle it (từ chối giải quyết, Form 03), by the unit that holds it. `reason` is personal."""

    unit: str
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class CloseUnanswered:
    """Close it at the one-stop because no answer came (đóng hồ sơ quá hạn bổ sung)."""

    unit: str
    at: datetime


Step = (
    RequestSupplement
    | TakeSupplement
    | SendApology
    | Stop
    | Refuse
    | CloseUnanswered
    | DutyStep
    | AskAgency
    | AgencyAnswered
    | ReachAgency
    | AgencyDecided
)


def decide_step(dossier: Dossier, step: Step) -> Fact:
    """The fact that `step` brings about on an open dossier, or a Refusal that says why not."""
    match step:
        case RequestSupplement():
            return request_supplement(dossier, step)
        case TakeSupplement():
            return take_supplement(dossier, step)
        case SendApology():
            return send_apology(dossier, step)
        case Stop():
            return stop(dossier, step)
        case Refuse():
            return refuse(dossier, step)
        case CloseUnanswered():
            return close_unanswered(dossier, step)
        case AskAgency() | AgencyAnswered() | ReachAgency() | AgencyDecided():
            return decide_agency(dossier, step)
        case _:
            return decide_duty(dossier, step)


def request_supplement(dossier: Dossier, command: RequestSupplement) -> Fact:
    """One request only, complete and with its reason, by the unit that appraises (Art. 11(2)(c), 16(3), 19(5)).

    It may ask only for papers of the procedure's own list (Art. 5: no extra documents). A request after `request_by`
    is marked `late`.
    """
    require_no_result(dossier)
    if dossier.supplement is not None:
        asked_on = business_date(dossier.supplement.requested_at)
        raise Refusal(
            "supplement_asked_already",
            f"Hồ sơ {dossier.code} đã được yêu cầu bổ sung một lần, ngày {asked_on:%d/%m/%Y}; không được yêu cầu thêm.",
            f"A supplement to dossier {dossier.code} was asked for on {asked_on:%d/%m/%Y}; it cannot be asked again.",
        )
    require_held_by(dossier, command.unit)
    if dossier.awaits_duty:
        raise awaiting_duty(dossier)
    if not command.missing:
        raise Refusal("nothing_missing", "Chưa ghi giấy tờ nào cần bổ sung.", "No paper to be supplied has been named.")
    if len(set(command.missing)) != len(command.missing):
        raise Refusal("missing_twice", "Một giấy tờ được ghi hai lần.", "A paper is named twice.")
    given = {document.name for document in dossier.documents}
    if command.allowed is not None and not set(command.missing) <= {*command.allowed, *given}:
        raise Refusal(
            "extra_document",
            "Chỉ được yêu cầu giấy tờ có trong thành phần hồ sơ của thủ tục.",
            "Only papers that the procedure lists may be asked for.",
        )
    reason = words_or_refusal(
        command.reason, "Chưa ghi lý do yêu cầu bổ sung.", "The reason of the request is missing."
    )
    return Fact(
        dossier.id,
        "dossier.supplement_requested",
        {
            "unit": command.unit,
            "missing": list(command.missing),
            "answer_by": command.answer_by.isoformat(),
            "late": command.at > command.request_by,
        },
        {"reason": reason},
    )


def take_supplement(dossier: Dossier, command: TakeSupplement) -> Fact:
    """Only at the one-stop (Art. 5), only everything at once; the time limit then starts from zero (Art. 19(5)).

    An answer after `answer_by` is taken as long as nobody has closed the dossier.
    """
    require_awaiting(dossier)
    require_one_stop(dossier, command.unit)
    brought = {document.name for document in command.documents}
    missing = dossier.supplement.missing if dossier.supplement else ()
    lacking = [name for name in missing if name not in brought]
    if lacking:
        raise Refusal(
            "supplement_incomplete",
            f"Còn thiếu: {'; '.join(lacking)}.",
            f"Still missing: {'; '.join(lacking)}.",
        )
    return Fact(
        dossier.id,
        "dossier.supplement_taken",
        {
            "unit": command.unit,
            "documents": [[document.name, document.originals, document.copies] for document in command.documents],
            "received_at": command.at.isoformat(),
            "due_at": command.due_at.isoformat() if command.due_at else None,
            "promise": command.promise,
        },
    )


def send_apology(dossier: Dossier, command: SendApology) -> Fact:
    """One re-appointment only, with the reason and a later date (Art. 19(6)), by the holder or the one-stop for it.

    The law wants it at least one day before the due date. A later one is still due to the citizen and is allowed; it
    is marked `late_notice`, so that it shows.
    """
    require_no_result(dossier)
    require_not_awaiting(dossier)
    if dossier.apology is not None:
        told_on = business_date(dossier.apology.sent_at)
        raise Refusal(
            "apologised_already",
            f"Hồ sơ {dossier.code} đã được hẹn lại một lần, ngày {told_on:%d/%m/%Y}; không được hẹn lại lần nữa.",
            f"Dossier {dossier.code} was given a new date on {told_on:%d/%m/%Y}; it cannot be given another.",
        )
    if command.unit not in (ONE_STOP, dossier.home):
        require_held_by(dossier, command.unit)
    if dossier.due_at is None:
        raise Refusal(
            "no_due_date",
            f"Hồ sơ {dossier.code} không có ngày hẹn trả để hẹn lại.",
            f"Dossier {dossier.code} has no promised date to put off.",
        )
    if command.new_due_at <= max(dossier.due_at, command.at):
        raise Refusal(
            "new_date_not_later",
            "Ngày hẹn lại phải sau ngày đã hẹn và sau hôm nay.",
            "The new date must be later than the promised one and later than now.",
        )
    reason = words_or_refusal(command.reason, "Chưa ghi lý do trả kết quả chậm.", "The reason of the delay is missing.")
    return Fact(
        dossier.id,
        "dossier.apologised",
        {
            "unit": command.unit,
            "new_due_at": command.new_due_at.isoformat(),
            "late_notice": is_late_notice(dossier.due_at, command.at),
        },
        {"reason": reason},
    )


def is_late_notice(due_at: datetime, at: datetime) -> bool:
    """Whether an apology at `at` comes later than one day before the day of `due_at` (Art. 19(6)); local dates."""
    return business_date(at) > business_date(due_at) - ONE_DAY


def stop(dossier: Dossier, command: Stop) -> Fact:
    """Only at the citizen's own, recorded request and before there is a result (Art. 21; Circular 03/2025 Art. 7)."""
    require_no_result(dossier)
    require_one_stop(dossier, command.unit)
    name = words_or_refusal(command.name, "Chưa ghi người yêu cầu dừng.", "The person who asked to stop is missing.")
    proof = words_or_refusal(
        command.proof,
        "Chưa ghi văn bản hoặc tin nhắn thể hiện yêu cầu dừng.",
        "The paper or message that shows the request to stop is missing.",
    )
    if not dossier.received_at <= command.asked_at <= command.at:
        raise Refusal(
            "asked_at_impossible",
            "Thời điểm yêu cầu dừng phải sau khi tiếp nhận và không sau bây giờ.",
            "The request to stop must be made after the receipt and not after now.",
        )
    return Fact(
        dossier.id,
        "dossier.stopped",
        {
            "unit": command.unit,
            "requester": command.requester,
            "asked_by": command.asked_by,
            "asked_at": command.asked_at.isoformat(),
        },
        {"name": name, "proof": proof},
    )


def refuse(dossier: Dossier, command: Refuse) -> Fact:
    """With its reason, by the unit that holds it, within the time limit (Art. 17(1)(c), 19(3)); later is `late`."""
    require_no_result(dossier)
    require_not_awaiting(dossier)
    require_held_by(dossier, command.unit)
    reason = words_or_refusal(command.reason, "Chưa ghi lý do từ chối.", "The reason of the refusal is missing.")
    late = dossier.legal_due_at is not None and command.at > dossier.legal_due_at
    return Fact(dossier.id, "dossier.refused", {"unit": command.unit, "late": late}, {"reason": reason})


def close_unanswered(dossier: Dossier, command: CloseUnanswered) -> Fact:
    """Only after the last day on which the citizen could answer is over (Art. 19(5)); an officer does it, no clock."""
    require_awaiting(dossier)
    require_one_stop(dossier, command.unit)
    if not may_be_closed(dossier, command.at):
        last = business_date(dossier.supplement.answer_by) if dossier.supplement else business_date(command.at)
        raise Refusal(
            "answer_still_possible",
            f"Công dân còn được bổ sung đến hết ngày {last:%d/%m/%Y}; chưa được đóng hồ sơ.",
            f"The citizen can still answer until the end of {last:%d/%m/%Y}; the dossier cannot be closed yet.",
        )
    return Fact(dossier.id, "dossier.closed_unanswered", {"unit": command.unit})


def may_be_closed(dossier: Dossier, at: datetime) -> bool:
    """Whether the citizen's days to answer are over at `at`, the last of them included."""
    if dossier.supplement is None or not dossier.awaits_supplement:
        return False
    return business_date(at) > business_date(dossier.supplement.answer_by)
