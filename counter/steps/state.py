"""What the officer types for a step, what is still lacking, and where the panel stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal

from counter.ports import PrintedForm, StepKind, StepOffer, StepSheet
from counter.words import read_day, typed_day
from shared.clock import HO_CHI_MINH, business_date, local
from shared.domain.dossier import AskedBy, CoordinationAnswer, CoordinationTopic, Requester

Lack = Literal[
    "papers",
    "reason",
    "day",
    "day_not_later",
    "name",
    "proof",
    "asked_at",
    "all_papers",
    "duty_proof",
    "agency",
    "agency_words",
    "signer",
    "signed_at",
]
"""What stands between the officer and the deed."""


BackWith = Literal["none", "granted", "refused"]
"""With what a dossier comes back from another agency."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed for one step of one dossier (nội dung đang nhập); personal, and only in memory.

    `papers`: those that are ticked; `named`: further ones typed freely, separated by semicolons. `day`: the new date,
    `asked_day` and `asked_time`: when the citizen asked or an agency signed, all as typed. `agency`, `topic`, `days`,
    `words`: who is asked for what until when; `answer`, `outcome`: how an agency answered or decided.
    """

    papers: tuple[str, ...] = ()
    named: str = ""
    reason: str = ""
    day: str = ""
    requester: Requester = "applicant"
    name: str = ""
    asked_by: AskedBy = "signed_request"
    proof: str = ""
    asked_day: str = ""
    asked_time: str = ""
    agency: str = ""
    topic: CoordinationTopic = "opinion"
    days: str = "3"
    words: str = ""
    answer: CoordinationAnswer = "given"
    outcome: BackWith = "none"

    @property
    def every_paper(self) -> tuple[str, ...]:
        """The ticked papers and those that were named."""
        named = (" ".join(each.split()) for each in self.named.split(";"))
        return tuple(dict.fromkeys((*self.papers, *(each for each in named if each))))


@dataclass(frozen=True, slots=True)
class StepsState:
    """The panel (các bước xử lý): the dossier, the step chosen, what is typed for it.

    `asking`: the deed stands there in one sentence and waits for its second Ctrl+Enter. `tried`: what is lacking is
    shown. `unprinted`: a form that is written down but did not come out of the printer.
    """

    sheet: StepSheet | None = None
    chosen: StepKind | None = None
    draft: Draft = Draft()
    asking: bool = False
    tried: bool = False
    busy: bool = False
    unprinted: PrintedForm | None = None

    @property
    def offer(self) -> StepOffer | None:
        """The step chosen, as it is offered now."""
        offers = self.sheet.offers if self.sheet else ()
        return next((each for each in offers if each.kind == self.chosen), None)

    @property
    def lacks(self) -> tuple[Lack, ...]:
        """What is lacking for the chosen step, in the order of the form."""
        if self.sheet is None or self.chosen is None:
            return ()
        return lacks(self.chosen, self.sheet, self.draft)


def first_draft(kind: StepKind, sheet: StepSheet) -> Draft:
    """What stands in the form of `kind` before anything is typed."""
    match kind:
        case "apologise":
            return Draft(day=typed_day(sheet.new_days[0]) if sheet.new_days else "")
        case "stop":
            now = local(sheet.at)
            return Draft(name=sheet.applicant_name, asked_day=typed_day(now.date()), asked_time=f"{now:%H:%M}")
        case "ask_agency":
            return Draft(agency=sheet.agencies[0].id if sheet.agencies else "", days=_usual_days(sheet))
        case "agency_answered":
            return Draft(agency=sheet.asked[0].id if sheet.asked else "")
        case "reached_agency" | "back_from_agency":
            now = local(sheet.at)
            outcome: BackWith = "granted" if sheet.decides else "none"
            return Draft(asked_day=typed_day(now.date()), asked_time=f"{now:%H:%M}", outcome=outcome)
        case _:
            return Draft()


def _usual_days(sheet: StepSheet) -> str:
    """The limit that is proposed to an agency: three working days, fewer where the promised day comes sooner."""
    in_time = [days for days, until in sheet.agency_limits if sheet.due_at is None or until <= sheet.due_at]
    return str(max((days for days in in_time if days <= 3), default=1))


def lacks(kind: StepKind, sheet: StepSheet, draft: Draft) -> tuple[Lack, ...]:
    """What the officer has still to type for `kind`."""
    match kind:
        case "request_supplement":
            return _those(("papers", not draft.every_paper), ("reason", not draft.reason.strip()))
        case "take_supplement":
            return _those(("all_papers", not set(sheet.awaited) <= set(draft.papers)))
        case "apologise":
            return (*_those(("reason", not draft.reason.strip())), *_lacking_day(sheet, draft))
        case "refuse":
            return _those(("reason", not draft.reason.strip()))
        case "stop":
            asked_at = read_moment(draft.asked_day, draft.asked_time)
            possible = asked_at is not None and sheet.received_at <= asked_at <= sheet.at
            return _those(
                ("name", not draft.name.strip()), ("proof", not draft.proof.strip()), ("asked_at", not possible)
            )
        case "show_duty":
            return _those(("duty_proof", not draft.proof.strip()))
        case "ask_agency":
            unsaid = draft.topic == "other" and not draft.words.strip()
            return _those(("agency", not draft.agency), ("agency_words", unsaid))
        case "agency_answered":
            return _those(("agency", not draft.agency))
        case "reached_agency":
            return _those(("signed_at", not _possible(draft, sheet.received_at, sheet.at)))
        case "back_from_agency":
            since = sheet.held_since or sheet.received_at
            return _those(("signer", not draft.name.strip()), ("signed_at", not _possible(draft, since, sheet.at)))
        case "meet_appointment" | "close":
            return ()


def read_new_day(text: str) -> date | None:
    """The date that was typed; None when nothing or no date was."""
    try:
        return read_day(text)
    except ValueError:
        return None


def read_moment(day: str, clock: str) -> datetime | None:
    """The instant of a typed date and time of day ("23/11/2026", "8:40"); None when either cannot be read."""
    found, digits = read_new_day(day), clock.replace("h", ":").replace(".", ":").strip()
    hours, _, minutes = digits.partition(":")
    if found is None or not hours.isdecimal() or not (minutes or "0").isdecimal() or len(digits) > 5:
        return None
    try:
        return datetime.combine(found, time(int(hours), int(minutes or "0")), HO_CHI_MINH)
    except ValueError:
        return None


def typed_instant(draft: Draft, sheet: StepSheet) -> datetime:
    """The moment that was typed, never before the dossier was given away: what is typed knows no seconds."""
    at = read_moment(draft.asked_day, draft.asked_time) or sheet.at
    return max(at, min(sheet.held_since or sheet.received_at, sheet.at))


def _possible(draft: Draft, earliest: datetime, latest: datetime) -> bool:
    """Whether the moment that was typed lies between both; what is typed knows no seconds."""
    at = read_moment(draft.asked_day, draft.asked_time)
    return at is not None and earliest.replace(second=0, microsecond=0) <= at <= latest


def _lacking_day(sheet: StepSheet, draft: Draft) -> tuple[Lack, ...]:
    day = read_new_day(draft.day)
    if day is None:
        return ("day",)
    before = max(business_date(sheet.at), business_date(sheet.due_at or sheet.at))
    return () if day > before else ("day_not_later",)


def _those(*questions: tuple[Lack, bool]) -> tuple[Lack, ...]:
    return tuple(lack for lack, lacking in questions if lacking)
