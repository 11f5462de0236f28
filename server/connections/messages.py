"""What other systems send and are answered, as the API page describes it. Instants are ISO 8601 with their offset."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints, model_validator

from server.connections.clients import ClientRight
from shared.clock import local
from shared.domain.dossier_state import OnlineService, Outcome, ReturnWay
from shared.domain.national_states import NationalChannel, NationalState

_NO_CONTROLS = r"^[^\x00-\x1f\x7f]*$"

OfficeId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=100)]
ProcedureCode = Annotated[str, StringConstraints(pattern=r"^[0-9]\.[0-9]{6}(\.[0-9A-Z.]{1,24})?$")]
DossierCode = Annotated[str, StringConstraints(pattern=r"^[A-Z][0-9]{2}[0-9.]{0,12}-[0-9]{6}-[0-9]{4,10}$")]
NUMBER_PATTERN = r"^[0-9./_-]*[A-Za-z][A-Za-z0-9./_-]*$"
PortalNumber = Annotated[str, StringConstraints(pattern=NUMBER_PATTERN, max_length=60)]
"""With at least one letter, so that nobody's identity number can be taken for it: it stands in events and answers."""

_DOSSIER_EXAMPLE: dict[str, Any] = {
    "dossier": "01a205ea-be80-7d22-8bd1-6c5d206fa17e",
    "code": "H99.99.01-261123-0001",
    "office": "phuong-mau",
    "agency": "H99.99.01",
    "procedure": "1.001193",
    "portal_number": "G22.99-261123-000123",
    "channel": 2,
    "state": 9,
    "state_name": "Đã xử lý xong",
    "received_at": "2026-11-23T08:00:00+07:00",
    "due_at": "2026-11-23T17:00:00+07:00",
    "result_at": "2026-11-23T10:00:00+07:00",
    "outcome": "granted",
    "ended_at": None,
    "returned_at": None,
}


def _example(**fields: Any) -> ConfigDict:
    return ConfigDict(frozen=True, json_schema_extra={"examples": [fields]})


_Words = Annotated[str, StringConstraints(pattern=_NO_CONTROLS, max_length=300, strip_whitespace=True)]
_Name = Annotated[
    str, StringConstraints(pattern=r"^[^\x00-\x1f\x7f]*[^\x00-\x20\x7f][^\x00-\x1f\x7f]*$", max_length=200)
]
_Number = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z-]{0,20}$")]
_Phone = Annotated[str, StringConstraints(pattern=r"^[0-9+(). -]{0,20}$")]


class Taken(BaseModel):
    """What comes in: fields that nobody knows are refused, so that nothing that was sent is lost unseen."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Given(BaseModel):
    """What goes out. Readers ignore fields that they do not know: later releases may add some."""

    model_config = ConfigDict(frozen=True)


class Person(Taken):
    """The applicant. Personal: kept apart from the events, shown to officers only, in no answer and no log."""

    kind: Literal["applicant", "organisation"] = Field("applicant", description="A citizen, or an organisation")
    name: _Name
    identity_number: _Number = Field("", description="Số định danh cá nhân, or an organisation's number")
    birth_date: date | None = None
    address: _Words = ""
    phone: _Phone = ""
    email: Annotated[str, StringConstraints(pattern=r"^([^@\s\x00]{1,64}@[^@\s\x00]{1,190})?$")] = ""
    representative: _Words = Field("", description="Of an organisation: who acts for it")


class Submitter(Taken):
    """Who submitted in the applicant's name (người được ủy quyền), and the paper that says so. Personal."""

    name: _Name
    identity_number: _Number = ""
    phone: _Phone = ""
    paper: _Name = Field(description="The paper of authorisation")


class DocumentGiven(Taken):
    """A paper of the dossier. A file that came by the portal counts as a copy (bản điện tử)."""

    name: _Name = Field(description="As the procedure names it")
    originals: int = Field(0, ge=0, le=999)
    copies: int = Field(1, ge=0, le=999)


class NewDossier(Taken):
    """An online dossier of the national or provincial portal, complete and paid as far as it had to be."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        strict=True,
        json_schema_extra={
            "examples": [
                {
                    "office": "phuong-mau",
                    "portal_number": "G22.99-261123-000123",
                    "procedure": "1.001193",
                    "applicant": {
                        "name": "Nguyễn Văn Thử",
                        "identity_number": "001099012345",
                        "phone": "0900000000",
                    },
                    "documents": [{"name": "Tờ khai đăng ký khai sinh", "originals": 0, "copies": 1}],
                    "fee_vnd": 0,
                    "return_way": "one_stop",
                    "online_service": "full",
                }
            ]
        },
    )

    office: OfficeId = Field(description="The office that receives it, by its id (see /offices)")
    portal_number: PortalNumber = Field(description="The portal's own number of the dossier; never anybody's number")
    procedure: ProcedureCode = Field(description="Code of the procedure as in the catalogue in force")
    applicant: Person
    submitter: Submitter | None = Field(None, description="Only when somebody else submitted for the applicant")
    documents: list[DocumentGiven] = Field(min_length=1, max_length=100)
    sets: int = Field(1, ge=1, le=99)
    fee_vnd: int | None = Field(None, ge=0, le=10**12, description="The whole fee in đồng; null: not known")
    return_way: ReturnWay = Field("one_stop", description="How the citizen wants the result")
    return_address: _Words = Field("", description="For return_way post. Personal")
    online_service: OnlineService | None = Field(
        None, description="Toàn trình or một phần; null: as the catalogue says of the procedure"
    )

    @model_validator(mode="after")
    def _has_papers(self) -> NewDossier:
        if any(document.originals + document.copies == 0 for document in self.documents):
            raise ValueError("a document without an original and without a copy")
        return self


class ResultMade(Taken):
    """A result that was decided in the provincial system, for one dossier: by its code or by the portal's number."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        strict=True,
        json_schema_extra={"examples": [{"code": "H99.99.01-261123-0001", "outcome": "granted"}]},
    )

    code: DossierCode | None = Field(None, description="The dossier's code; or name portal_number")
    portal_number: PortalNumber | None = Field(None, description="The number under which you submitted it")
    outcome: Outcome = Field(description="granted, or refused: a decision that says no is a result too")

    @model_validator(mode="after")
    def _names_one(self) -> ResultMade:
        if (self.code is None) == (self.portal_number is None):
            raise ValueError("either code or portal_number")
        return self


class DossierNow(Given):
    """Where a dossier stands, without anything personal."""

    model_config = _example(**_DOSSIER_EXAMPLE)

    dossier: str = Field(description="Id of the dossier; codes can collide by mistake, ids cannot")
    code: str = Field(description="Mã số hồ sơ")
    office: str
    agency: str = Field(description="Mã định danh of the agency, the first part of the code")
    procedure: str = Field(description="Mã thủ tục hành chính")
    portal_number: str | None = Field(description="The portal's number of a dossier that came by this interface")
    channel: NationalChannel = Field(description="1 trực tiếp, 2 trực tuyến, 3 bưu chính công ích")
    state: NationalState = Field(
        description="2 được tiếp nhận, 3 không được tiếp nhận, 4 đang xử lý, 5 yêu cầu bổ sung, 6 yêu cầu thực hiện "
        "nghĩa vụ tài chính, 7 công dân yêu cầu rút, 8 dừng xử lý, 9 đã xử lý xong, 10 đã trả kết quả"
    )
    state_name: str = Field(description="Name of the state in Vietnamese")
    received_at: AwareDatetime
    due_at: AwareDatetime | None = Field(description="Hẹn trả kết quả; null: none runs")
    result_at: AwareDatetime | None = Field(description="When the result was there")
    outcome: Outcome | None
    ended_at: AwareDatetime | None = Field(description="When it ended without a result")
    returned_at: AwareDatetime | None = Field(description="When the citizen got the result")


class Change(Given):
    """One change of a dossier, and where the dossier stands after it by what was known here then."""

    cursor: str = Field(description="Ask with after=… for what comes after this change")
    what: str = Field(description="What happened, in this system's words, e.g. received, taken, result_ready")
    at: AwareDatetime = Field(description="When it happened, by the clock of the machine that recorded it")
    dossier: DossierNow


class ChangesPage(Given):
    """A page of changes, in the order in which this server heard of them."""

    model_config = _example(
        changes=[
            {"cursor": "1.1042", "what": "result_ready", "at": "2026-11-23T10:00:00+07:00", "dossier": _DOSSIER_EXAMPLE}
        ],
        next="1.1042",
        more=False,
    )

    changes: list[Change]
    next: str = Field(description="The cursor to ask from next; keep it once the changes are safe on your side")
    more: bool = Field(description="Whether there is more already")


class OfficeShown(Given):
    """An office that the key is for."""

    id: str
    name: str
    agency: str = Field(description="Mã định danh cơ quan")


class OfficesShown(Given):
    """The offices that the key is for, and what it may do."""

    model_config = _example(
        client="cong-dich-vu-cong",
        rights=["read_changes", "submit_dossiers"],
        offices=[{"id": "phuong-mau", "name": "Trung tâm Phục vụ hành chính công phường Mẫu", "agency": "H99.99.01"}],
    )

    client: str
    rights: list[ClientRight]
    offices: list[OfficeShown]


class Links(Given):
    """Addresses of a dossier."""

    follow: str = Field(description="The public page for the citizen; whoever has it sees where the dossier stands")
    state: str = Field(description="Its state for your program, on this server")


class DossierReceived(Given):
    """The dossier that was received. The same request gets the same answer for ever."""

    model_config = _example(
        dossier="01a205ea-be80-7d22-8bd1-6c5d206fa17e",
        code="H99.99.01-261123-0001",
        token="SBQRVM6W65PO4GPLCZ7TBBBARM",  # noqa: S106  # an example
        office="phuong-mau",
        portal_number="G22.99-261123-000123",
        state=2,
        received_at="2026-11-23T08:00:00+07:00",
        due_at="2026-11-23T17:00:00+07:00",
        links={
            "follow": "https://motcua.phuong-mau.example/d/SBQRVM6W65PO4GPLCZ7TBBBARM",
            "state": "/api/connect/v1/dossiers/H99.99.01-261123-0001",
        },
    )

    dossier: str
    code: str = Field(description="Mã số hồ sơ, from the central server's ordinals 0001 to 0999 of the day")
    token: str = Field(description="The secret of the public page; give it to the citizen only")
    office: str
    portal_number: str
    state: NationalState
    received_at: AwareDatetime
    due_at: AwareDatetime | None = Field(description="Promised by the office's calendar; null: the law sets no limit")
    links: Links


class ResultRecorded(Given):
    """The dossier after its result was recorded."""

    model_config = _example(
        dossier="01a205ea-be80-7d22-8bd1-6c5d206fa17e",
        code="H99.99.01-261123-0001",
        state=9,
        outcome="granted",
        result_at="2026-11-23T10:00:00+07:00",
    )

    dossier: str
    code: str
    state: NationalState
    outcome: Outcome
    result_at: AwareDatetime


def with_offset(instant: datetime | None) -> datetime | None:
    """An instant as answers show it: on the clocks of Viet Nam, to the second."""
    return None if instant is None else to_the_second(instant)


def to_the_second(instant: datetime) -> datetime:
    """The same of an instant that there is."""
    try:
        return local(instant).replace(microsecond=0)
    except OverflowError:  # a machine whose clock says the year 1 or 9999
        return instant.replace(microsecond=0)
