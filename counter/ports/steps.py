"""What may be done to a dossier between its receipt and its result, as the screens ask for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, Protocol

from counter.ports.forms import IssuedFormRow, PrintedForm
from counter.ports.handover import DossierRow
from counter.ports.reception import AgencyChoice, PromiseShown
from shared.domain.dossier import AskedBy, CoordinationAnswer, CoordinationTopic, GivenDocument, Outcome, Requester

StepKind = Literal[
    "request_supplement",
    "take_supplement",
    "meet_appointment",
    "show_duty",
    "ask_agency",
    "agency_answered",
    "reached_agency",
    "back_from_agency",
    "apologise",
    "refuse",
    "stop",
    "close",
]


@dataclass(frozen=True, slots=True)
class StepOffer:
    """A step and whether it may be done now (bước xử lý); the reason why not, in words."""

    kind: StepKind
    allowed: bool
    reason_vi: str = ""
    reason_en: str = ""


@dataclass(frozen=True, slots=True)
class StopForm:
    """The citizen's request to stop, as the officer has entered it (yêu cầu dừng); `name` and `proof` are personal.

    `given_back`: the papers that go back to the citizen with the notice.
    """

    requester: Requester
    name: str
    asked_by: AskedBy
    proof: str
    asked_at: datetime
    given_back: tuple[GivenDocument, ...] = ()


@dataclass(frozen=True, slots=True)
class AskedAgency:
    """A request that waits for its answer (đang chờ trả lời); `id` the agency's, `late`: its limit has passed."""

    id: str
    name: str
    topic: CoordinationTopic
    answer_by: datetime
    late: bool


@dataclass(frozen=True, slots=True)
class AgencyRequest:
    """What an agency is asked (phiếu chuyển xử lý), with so many working days to answer; `words` are personal."""

    agency: str
    topic: CoordinationTopic
    words: str
    working_days: int


@dataclass(frozen=True, slots=True)
class StepSheet:
    """All that the steps of one dossier need to be decided on, as of `at` (phiếu xử lý).

    `papers`: what a request may name; `names_free`: the catalogue has no list, so that papers may be named freely.
    `answer_by`: until when the citizen could answer a request made now; `request_late`: it would come later than the
    law gives the agency. `awaited`: what is still to come. `promise`: the new one if the supplement is taken, or the
    financial duty shown, now; None when neither is awaited. `new_days`: working days for a re-appointment, the
    proposed one first; `late_notice`: an apology now comes later than a day before the due date.
    `agencies`: those that may be asked, `agency_limits`: working days and where they end if asked now; `asked`: those
    whose answer is waited for. `competent_name`, `reach_by`: of a dossier received out of area, which agency decides it
    and until when it must be there. `held_since`: since when its holder has it; `decides`: the holder is the
    agency that decides it.
    """

    dossier: str
    code: str
    applicant_name: str
    procedure_name: str
    holder_name: str
    at: datetime
    received_at: datetime
    due_at: datetime | None
    offers: tuple[StepOffer, ...]
    papers: tuple[str, ...]
    names_free: bool
    answer_by: datetime
    request_late: bool
    awaited: tuple[str, ...]
    promise: PromiseShown | None
    new_days: tuple[date, ...]
    late_notice: bool
    given: tuple[GivenDocument, ...]
    forms: tuple[IssuedFormRow, ...]
    agencies: tuple[AgencyChoice, ...] = ()
    agency_limits: tuple[tuple[int, datetime], ...] = ()
    asked: tuple[AskedAgency, ...] = ()
    competent_name: str = ""
    reach_by: datetime | None = None
    held_since: datetime | None = None
    decides: bool = False


class StepsPort(Protocol):
    """The steps of the law, each a command of the domain; a refusal says which rule stands against it."""

    def step_sheet(self, dossier: str) -> StepSheet:
        """Everything about the steps of `dossier` at once. Refusal `no_such_dossier`."""
        ...

    def steps(self, dossier: str) -> tuple[StepOffer, ...]:
        """Every step that this officer's role may do, with whether it is possible now."""
        ...

    def papers_to_ask_for(self, dossier: str) -> tuple[str, ...]:
        """The papers that a request may name: those handed in and those of the procedure's list."""
        ...

    def request_supplement(self, dossier: str, missing: tuple[str, ...], reason: str) -> PrintedForm:
        """Asks for papers, once, and answers Form 02."""
        ...

    def take_supplement(self, dossier: str, documents: tuple[GivenDocument, ...]) -> DossierRow:
        """Takes everything that was asked for; the clock starts again."""
        ...

    def meet_appointment(self, dossier: str) -> DossierRow:
        """The planned appointment that comes next is met; the clock stands until the financial duty is shown."""
        ...

    def show_duty(self, dossier: str, proof: str) -> DossierRow:
        """The citizen shows the paper `proof` of the financial duty; the next appointment counts from now."""
        ...

    def suggested_new_day(self, dossier: str) -> date:
        """The working day that an apology proposes as the new date."""
        ...

    def send_apology(self, dossier: str, reason: str, new_day: date) -> PrintedForm:
        """Apologises once, with the one new date, and answers Form 04."""
        ...

    def refuse(self, dossier: str, reason: str) -> PrintedForm:
        """Refuses to handle it and answers Form 03."""
        ...

    def stop(self, dossier: str, request: StopForm) -> PrintedForm:
        """Stops it at the citizen's recorded request and answers Form 05."""
        ...

    def ask_agency(self, dossier: str, request: AgencyRequest) -> DossierRow:
        """Asks an agency to take part, with a limit of its own; the promise stays."""
        ...

    def agency_slips(self, dossier: str) -> bytes:
        """The slips to the agencies whose answer is waited for, as PDF. Refusal `no_agency_asked`."""
        ...

    def agency_answered(self, dossier: str, agency: str, answer: CoordinationAnswer) -> DossierRow:
        """The agency's answer has come, or is not needed any more."""
        ...

    def reached_agency(self, dossier: str, at: datetime) -> PrintedForm:
        """The competent agency received the dossier; the time limit counts from `at`. Answers Form 01 with the date."""
        ...

    def back_from_agency(self, dossier: str, name: str, at: datetime, outcome: Outcome | None) -> DossierRow:
        """The dossier comes back from the agency that has it; `name` of the agency signed on paper at `at`."""
        ...

    def close_unanswered(self, dossier: str) -> DossierRow:
        """Closes it because the citizen's days to answer are over."""
        ...
