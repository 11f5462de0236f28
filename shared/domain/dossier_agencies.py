"""What may be done about other agencies: ask one, record its answer, its receipt of a dossier and its decision.

Other agencies have no machine of this office's: what they did is recorded by whoever hears of it, on paper or by the
official exchange of documents.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from shared.domain.custody import ONE_STOP
from shared.domain.dossier_coordination import CoordinationAnswer, CoordinationTopic, open_place
from shared.domain.dossier_guards import require_held_by, require_no_result, require_not_awaiting, words_or_refusal
from shared.domain.dossier_state import Dossier, Outcome
from shared.domain.fact import Fact
from shared.failures import Refusal


@dataclass(frozen=True, slots=True)
class AskAgency:
    """Ask an agency to take part (chuyển cơ quan phối hợp); `words` are personal, and needed for "other".

    `answer_by`: the agency's own limit, `working_days` after `at`.
    """

    unit: str
    agency: str
    topic: CoordinationTopic
    words: str
    working_days: int
    answer_by: datetime
    at: datetime


@dataclass(frozen=True, slots=True)
class AgencyAnswered:
    """The agency's answer has come, or is not needed any more (cơ quan phối hợp trả lời)."""

    unit: str
    agency: str
    answer: CoordinationAnswer
    at: datetime


@dataclass(frozen=True, slots=True)
class ReachAgency:
    """The competent agency has received the dossier (cơ quan có thẩm quyền đã nhận) at `reached_at`.

    `due_at` and `promise`: the promise, counted from then.
    """

    unit: str
    reached_at: datetime
    due_at: datetime | None
    promise: str
    at: datetime


@dataclass(frozen=True, slots=True)
class AgencyDecided:
    """The agency that holds it has decided (cơ quan ngoài đã có kết quả); recorded by `unit`, which takes it back."""

    unit: str
    agency: str
    outcome: Outcome


AgencyStep = AskAgency | AgencyAnswered | ReachAgency | AgencyDecided


def decide_agency(dossier: Dossier, step: AgencyStep) -> Fact:
    """The fact that `step` brings about on an open dossier, or a Refusal that says why not."""
    match step:
        case AskAgency():
            return ask_agency(dossier, step)
        case AgencyAnswered():
            return agency_answered(dossier, step)
        case ReachAgency():
            return reach_agency(dossier, step)
        case AgencyDecided():
            return agency_decided(dossier, step)


def ask_agency(dossier: Dossier, command: AskAgency) -> Fact:
    """By the unit that holds the dossier or the one-stop for it, with what is asked and until when (Art. 20(2)(a)).

    One request at a time to each agency; several agencies may be asked at once. The dossier's own promise stays.
    """
    require_no_result(dossier)
    require_not_awaiting(dossier)
    if command.agency == command.unit:
        raise Refusal(
            "agency_is_own_unit", "Không thể hỏi chính đơn vị mình.", "A unit cannot ask itself to take part."
        )
    if command.unit not in (ONE_STOP, dossier.home):
        require_held_by(dossier, command.unit)
    if open_place(dossier.coordinations, command.agency) is not None:
        raise Refusal(
            "agency_asked_already",
            f"Hồ sơ {dossier.code} đang chờ chính cơ quan này trả lời; chưa thể hỏi thêm.",
            f"Dossier {dossier.code} is waiting for this agency's answer already.",
        )
    if command.working_days < 1 or command.answer_by <= command.at:
        raise Refusal(
            "no_limit_for_agency",
            "Phải ghi thời hạn cơ quan phối hợp trả lời.",
            "The limit for the agency's answer is missing.",
        )
    words = command.words.strip()
    if command.topic == "other":
        words = words_or_refusal(
            command.words, "Chưa ghi nội dung đề nghị phối hợp.", "What the agency is asked for is missing."
        )
    return Fact(
        dossier.id,
        "dossier.coordination_asked",
        {
            "unit": command.unit,
            "agency": command.agency,
            "topic": command.topic,
            "working_days": command.working_days,
            "answer_by": command.answer_by.isoformat(),
        },
        {"words": words} if words else None,
    )


def agency_answered(dossier: Dossier, command: AgencyAnswered) -> Fact:
    """By the unit that asked, the one that holds the dossier now, or the one-stop; after the limit it is `late`.

    Art. 19(4)(c): of a late one the head of the one-stop is told; the deadlines show it from the limit on.
    """
    place = open_place(dossier.coordinations, command.agency)
    if place is None:
        raise Refusal(
            "agency_not_asked",
            f"Hồ sơ {dossier.code} không chờ cơ quan này trả lời.",
            f"Dossier {dossier.code} is not waiting for this agency.",
        )
    asked = dossier.coordinations[place]
    if command.unit not in (ONE_STOP, dossier.home, asked.unit):
        require_held_by(dossier, command.unit)
    return Fact(
        dossier.id,
        "dossier.coordination_answered",
        {
            "unit": command.unit,
            "agency": command.agency,
            "answer": command.answer,
            "late": command.answer == "given" and command.at > asked.answer_by,
        },
    )


def reach_agency(dossier: Dossier, command: ReachAgency) -> Fact:
    """Starts the time limit of a dossier received out of area (Art. 17(3) as amended by Decree 309 Art. 8(3)).

    Later than one working day after the receipt is marked `late` (Art. 20(1)(a)).
    """
    competent = dossier.competent
    if competent is None or competent.reached_at is not None:
        raise Refusal(
            "agency_not_awaited",
            f"Hồ sơ {dossier.code} không chờ cơ quan khác tiếp nhận.",
            f"Dossier {dossier.code} is not waiting for another agency to receive it.",
        )
    if not dossier.received_at <= command.reached_at <= command.at:
        raise Refusal(
            "reached_at_impossible",
            "Thời điểm cơ quan có thẩm quyền nhận phải sau khi tiếp nhận và không sau bây giờ.",
            "The competent agency must receive it after the receipt here and not after now.",
        )
    return Fact(
        dossier.id,
        "dossier.reached_agency",
        {
            "unit": command.unit,
            "agency": competent.agency,
            "reached_at": command.reached_at.isoformat(),
            "due_at": command.due_at.isoformat() if command.due_at else None,
            "promise": command.promise,
            "late": command.reached_at > competent.reach_by,
        },
    )


def agency_decided(dossier: Dossier, command: AgencyDecided) -> Fact:
    """The result of the agency that holds the paper; a decision that says no is a result too."""
    require_no_result(dossier)
    require_not_awaiting(dossier)
    require_held_by(dossier, command.agency)
    if dossier.awaits_agency:
        raise Refusal(
            "not_reached_agency",
            f"Hồ sơ {dossier.code} chưa ghi lúc cơ quan có thẩm quyền nhận.",
            f"Dossier {dossier.code}: when the competent agency received it has not been recorded.",
        )
    return Fact(
        dossier.id,
        "dossier.agency_decided",
        {"unit": command.unit, "agency": command.agency, "outcome": command.outcome},
    )
