"""What reception asks of the office."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Literal, Protocol

from shared.domain.dossier import Channel, GivenDocument, ReturnWay
from shared.domain.fee import FeeChoice
from shared.domain.procedure import Procedure

SubjectKind = Literal["applicant", "organisation"]


@dataclass(frozen=True, slots=True)
class PromiseShown:
    """The promised time while typing (ngày hẹn trả): None where the law sets no limit."""

    due_at: datetime | None
    explanation_vi: str
    explanation_en: str


@dataclass(frozen=True, slots=True)
class AgencyChoice:
    """An agency to choose (cơ quan): one that is asked to take part, or that decides a dossier from elsewhere."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Applicant:
    """The applicant (chủ hồ sơ): personal data, which only the form and the personal record hold.

    `representative`: the legal representative of an organisation (người đại diện theo pháp luật).
    """

    name: str
    identity_number: str
    birth_date: date | None
    address: str
    phone: str
    email: str
    kind: SubjectKind = "applicant"
    representative: str = ""


@dataclass(frozen=True, slots=True)
class Submitter:
    """Whoever hands it in for the applicant (người được ủy quyền nộp), personal; `paper`: giấy ủy quyền số, ngày.

    The account that is checked is the authorising person's, who is the applicant (Decree 118/2025 Art. 17(1)(a)).
    """

    name: str
    identity_number: str
    phone: str
    paper: str


@dataclass(frozen=True, slots=True)
class AuthorisedCollector:
    """Somebody who may collect the result for the applicant (người được ủy quyền nhận), personal."""

    name: str
    identity_number: str
    paper: str


@dataclass(frozen=True, slots=True)
class ReceptionForm:
    """The whole form of reception, as typed (phiếu tiếp nhận). `return_address`: where the post brings the result.

    `competent`: the agency elsewhere that decides it (phi địa giới), None for this office's own.
    """

    procedure: str
    applicant: Applicant
    channel: Channel
    documents: tuple[GivenDocument, ...]
    sets: int
    fee_vnd: int | None
    return_way: ReturnWay
    ticket: str | None
    submitter: Submitter | None = None
    collectors: tuple[AuthorisedCollector, ...] = ()
    return_address: str = ""
    competent: str | None = None

    def personal_record(self) -> dict[str, object]:
        """What is personal about it, as the journal keeps it apart, JSON values.

        Keys: those of `Applicant`, and where there is any `submitter`, `collectors`, `return_address`.
        """
        born = self.applicant.birth_date
        record: dict[str, object] = {**asdict(self.applicant), "birth_date": born.isoformat() if born else None}
        if self.submitter is not None:
            record["submitter"] = asdict(self.submitter)
        if self.collectors:
            record["collectors"] = [asdict(each) for each in self.collectors]
        if self.return_address:
            record["return_address"] = self.return_address
        return record


@dataclass(frozen=True, slots=True)
class Received:
    """A dossier that has been received and committed (đã tiếp nhận).

    `prints_form_01`: False for a procedure with an immediate result, whose Form 01 is printed only when the citizen
    asks for it (Decree 118/2025 Art. 17(4)). `competent_name`: of one received out of area, the agency from
    whose receipt the time limit counts.
    """

    id: str
    code: str
    due_at: datetime | None
    prints_form_01: bool = True
    competent_name: str = ""


@dataclass(frozen=True, slots=True)
class OpenDossier:
    """A dossier of the same applicant on which something is still to be done (hồ sơ đang giải quyết)."""

    id: str
    code: str
    procedure: str
    procedure_name: str
    received_at: datetime


@dataclass(frozen=True, slots=True)
class GivenBefore:
    """What an applicant gave when they were here last (thông tin lần trước), personal; `open`: the newest first."""

    given_at: datetime
    applicant: Applicant
    open: tuple[OpenDossier, ...]


class ReceptionPort(Protocol):
    """Procedures, promises, receptions and drafts."""

    def procedures(self, query: str) -> tuple[Procedure, ...]:
        """The procedures that match, without diacritics, words in any order, codes too; the best first, at most 30."""
        ...

    def promise(self, procedure: str) -> PromiseShown:
        """The promised time if received now. Refusal `calendar_empty`."""
        ...

    def agencies_for(self, procedure: str) -> tuple[AgencyChoice, ...]:
        """The agencies elsewhere for which dossiers of this procedure may be received here (nộp hộ, phi địa giới)."""
        ...

    def fee_today(self, procedure: str) -> FeeChoice | None:
        """What it costs by the catalogue and the rules of today; None for a procedure not in force."""
        ...

    def receive(self, form: ReceptionForm) -> Received:
        """Receives the dossier and answers after COMMIT; `FormsPort.form_01` prints its Form 01."""
        ...

    def given_before(self, identity_number: str) -> GivenBefore | None:
        """What the applicant with this whole number gave last at this office, or None for somebody new."""
        ...

    def save_draft(self, name: str, draft: Mapping[str, object]) -> None:
        """Keeps a half-typed form."""
        ...

    def load_draft(self, name: str) -> Mapping[str, object] | None:
        """Gives a half-typed form back, or None."""
        ...

    def drop_draft(self, name: str) -> None:
        """Forgets a draft that has become a dossier."""
        ...
