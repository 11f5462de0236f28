"""What the counter asks of the office: all that its presenters know of the journal and the server.

`wiring` fills these ports. Calls of `CounterOffice` may touch the disk and run on the database lane; the one call of
`QueueLine` asks the server and runs on the line lane. Answers are frozen values; Refusals and environment failures come
as `shared.failures`. One file per room.
"""

from __future__ import annotations

from typing import Protocol

from counter.ports.attachments import AttachmentRow, AttachmentsPort
from counter.ports.calendar import CalendarPort
from counter.ports.consign import ConsignPort
from counter.ports.custody import CustodyPort
from counter.ports.deadlines import DeadlinesPort
from counter.ports.deciding import DecidingPort
from counter.ports.delivery import DeliveryPort
from counter.ports.dossiers import DossiersPort
from counter.ports.fees import DayTakings, FeeCard, FeeForm, FeesPort, PaymentRow, SlipForm
from counter.ports.forms import FormsPort, GuidanceForm, IssuedFormRow, PrintedForm
from counter.ports.handover import (
    CountedPaper,
    Difference,
    DossierRow,
    HandoverPort,
    HandoverRow,
    OpenedHandover,
    PaperRow,
    Settling,
    Signer,
    Unit,
)
from counter.ports.lead import LeadPort
from counter.ports.paper import PaperPrinter
from counter.ports.people import CounterChoice, Officer, PeoplePort, Role, SyncState
from counter.ports.post_day import BroughtRow, PostDayPort, PostDayShown
from counter.ports.queue import Claimed, QueueLine, QueuePort
from counter.ports.reception import (
    Applicant,
    AuthorisedCollector,
    GivenBefore,
    OpenDossier,
    PromiseShown,
    Received,
    ReceptionForm,
    ReceptionPort,
    SubjectKind,
    Submitter,
)
from counter.ports.results import ResultCard, ResultsPort, Returned, ReturnProof
from counter.ports.steps import StepKind, StepOffer, StepSheet, StepsPort, StopForm
from shared.domain.handover_count import Count

__all__ = [
    "Applicant",
    "AttachmentRow",
    "AuthorisedCollector",
    "BroughtRow",
    "Claimed",
    "Count",
    "CountedPaper",
    "CounterChoice",
    "CounterOffice",
    "DayTakings",
    "Difference",
    "DossierRow",
    "FeeCard",
    "FeeForm",
    "GivenBefore",
    "GuidanceForm",
    "HandoverRow",
    "IssuedFormRow",
    "Officer",
    "OpenDossier",
    "OpenedHandover",
    "PaperPrinter",
    "PaperRow",
    "PaymentRow",
    "PostDayShown",
    "PrintedForm",
    "PromiseShown",
    "QueueLine",
    "Received",
    "ReceptionForm",
    "ResultCard",
    "ReturnProof",
    "Returned",
    "Role",
    "Settling",
    "Signer",
    "SlipForm",
    "StepKind",
    "StepOffer",
    "StepSheet",
    "StopForm",
    "SubjectKind",
    "Submitter",
    "SyncState",
    "Unit",
]


class CounterOffice(
    PeoplePort,
    QueuePort,
    ReceptionPort,
    HandoverPort,
    ResultsPort,
    DossiersPort,
    StepsPort,
    FormsPort,
    DeadlinesPort,
    FeesPort,
    LeadPort,
    CalendarPort,
    AttachmentsPort,
    CustodyPort,
    ConsignPort,
    DeliveryPort,
    DecidingPort,
    PostDayPort,
    Protocol,
):
    """The office, as the counter may see it: every room's port."""
