"""Which steps somebody may take with a dossier now, and in words why not: the rules themselves are asked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from counter.ports import Officer, StepKind, StepOffer
from shared.domain import dossier as dossiers
from shared.domain.dossier import Dossier, GivenDocument
from shared.domain.dossier_rules import Step
from shared.domain.permission import Act, may
from shared.failures import Refusal

_ACTS: dict[StepKind, Act] = {
    "request_supplement": "ask_supplement",
    "take_supplement": "receive",
    "meet_appointment": "ask_supplement",
    "show_duty": "receive",
    "ask_agency": "coordinate",
    "agency_answered": "coordinate",
    "reached_agency": "hand_over",
    "back_from_agency": "coordinate",
    "apologise": "apologise",
    "refuse": "refuse",
    "stop": "stop",
    "close": "close",
}
_WORD = "?"
"""Stands for words that are still to be typed when it is asked whether a step is possible."""


def offers(found: Dossier, officer: Officer, now: datetime) -> tuple[StepOffer, ...]:
    """Every step that the officer's role may do, with whether the rules would let it happen now."""
    kinds = (kind for kind, act in _ACTS.items() if may(officer.role, act) and _concerns(kind, found))
    return tuple(_offer(kind, found, officer.unit, now) for kind in kinds)


def _concerns(kind: StepKind, found: Dossier) -> bool:
    """Whether a step is of interest: planned appointments are few, and only the next of their deeds is shown."""
    if kind == "show_duty":
        return found.awaits_duty
    if kind == "meet_appointment":
        return found.current_appointment in found.appointments[:-1] and not found.awaits_duty
    return _OF_AGENCIES[kind](found) if kind in _OF_AGENCIES else True


_OF_AGENCIES: dict[StepKind, Callable[[Dossier], bool]] = {
    "ask_agency": lambda found: found.is_open and found.result_ready_at is None,
    "agency_answered": lambda found: found.is_open and bool(found.open_coordinations),
    "reached_agency": lambda found: found.awaits_agency,
    "back_from_agency": lambda found: found.holder_kind == "agency" and found.transit is None,
}
"""When the steps about other agencies are of interest."""


def refuse_without_agencies(found: Dossier) -> None:
    """Refusal `no_agency_asked` when no agency's answer is waited for."""
    if not found.open_coordinations:
        raise Refusal(
            "no_agency_asked",
            f"Hồ sơ {found.code} không chờ cơ quan nào trả lời.",
            f"Dossier {found.code} is not waiting for any agency.",
        )


def awaited(found: Dossier) -> tuple[str, ...]:
    """The papers that were asked for and have not come."""
    return found.supplement.missing if found.supplement and found.awaits_supplement else ()


def _offer(kind: StepKind, found: Dossier, unit: str, now: datetime) -> StepOffer:
    if kind == "back_from_agency":
        return StepOffer(kind, allowed=True)
    try:
        dossiers.decide(found, _TRIALS[kind](found, unit, now))
    except Refusal as refusal:
        return StepOffer(kind, allowed=False, reason_vi=refusal.sentence.vi, reason_en=refusal.sentence.en)
    return StepOffer(kind, allowed=True)


def _apology(found: Dossier, unit: str, now: datetime) -> Step:
    later = max(found.due_at or now, now) + timedelta(days=1)
    return dossiers.SendApology(unit, _WORD, now, later)


def _supplement(found: Dossier, unit: str, now: datetime) -> Step:
    return dossiers.TakeSupplement(unit, tuple(GivenDocument(each, 1, 0) for each in awaited(found)), now, None, "")


_TRIALS: dict[StepKind, Callable[[Dossier, str, datetime], Step]] = {
    "request_supplement": lambda _, unit, now: dossiers.RequestSupplement(unit, (_WORD,), None, _WORD, now, now, now),
    "take_supplement": _supplement,
    "meet_appointment": lambda _, unit, now: dossiers.MeetAppointment(unit, now),
    "show_duty": lambda _, unit, now: dossiers.ShowDuty(unit, _WORD, now, None, ""),
    "ask_agency": lambda _, unit, now: dossiers.AskAgency(unit, _WORD, "opinion", "", 1, now + timedelta(days=1), now),
    "agency_answered": lambda found, unit, now: dossiers.AgencyAnswered(
        unit, found.open_coordinations[0].agency, "given", now
    ),
    "reached_agency": lambda _, unit, now: dossiers.ReachAgency(unit, now, None, "", now),
    "apologise": _apology,
    "refuse": lambda _, unit, now: dossiers.Refuse(unit, _WORD, now),
    "stop": lambda _, unit, now: dossiers.Stop(unit, "applicant", _WORD, "signed_request", _WORD, now, now),
    "close": lambda _, unit, now: dossiers.CloseUnanswered(unit, now),
}
"""Each step as it would be done, with everything that is typed for it given."""
