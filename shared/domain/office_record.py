"""The reference document of one office (Bộ phận Một cửa): everything a device must know to work without a network.

The central server owns it and raises its `version` with every change; devices pull it whole and keep it. What the law
can change (procedures, forms) is dated: a dossier keeps what was in force on the day it was received.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Literal

from shared.domain.fee import FeeRule
from shared.domain.procedure import Procedure
from shared.domain.working_time import Session, WorkingCalendar

LineKind = Literal["reception", "results"]
"""What a line is for: receiving dossiers (tiếp nhận) or returning results (trả kết quả)."""

Role = Literal["officer", "team_leader", "postal", "department", "administrator"]
"""Công chức một cửa, phụ trách bộ phận, nhân viên bưu điện, phòng chuyên môn, quản trị."""

OtherUnitKind = Literal["post", "satellite", "agency"]
UnitKind = Literal["one_stop", "department", "post", "satellite", "agency", "citizen"]
"""What kind of holder a paper is with: the office, a department, the post, a reception point, an agency, a citizen."""

PostalScope = Literal["commune", "province", "country"]
"""Where the post goes: within the commune, within the province, to another province."""

DeviceKind = Literal["kiosk", "board", "counter", "office_server"]

FormName = Literal[
    "receipt",
    "supplement_request",
    "refusal",
    "apology",
    "stop_notice",
    "control_slip",
    "register",
    "dispatch_note",
    "handover_record",
]
"""The official papers by what they are for, whatever number a circular gives them."""


FormPlace = Literal["head_title", "head_name", "note"]
"""Where words of the office stand on a paper: the title over and the name under the head's signature, a note below."""

RetiredKind = Literal["counter", "unit", "staff"]


@dataclass(frozen=True, slots=True)
class Line:
    """One queue (nhóm thủ tục lấy số), a tile of the kiosk. `prior_minutes`: expected minutes of a visit at first.

    `icon` is the name of a picture in resources/icons; `fields` are the procedure fields (lĩnh vực) that queue here.
    `daily_capacity`: how many numbers it gives a day (None: no bound). `hours`: the hours in which it is served, where
    they are shorter than the office's (empty: the same).
    """

    letter: str
    name_vi: str
    name_en: str
    fields: tuple[str, ...]
    prior_minutes: float
    icon: str
    kind: LineKind
    daily_capacity: int | None = None
    hours: tuple[Session, ...] = ()


@dataclass(frozen=True, slots=True)
class Counter:
    """One counter (quầy); `lines` are the letters it serves, in the order of preference."""

    id: str
    number: int
    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Department:
    """A body that decides dossiers (phòng chuyên môn, cơ quan giải quyết) of certain fields."""

    id: str
    name: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OtherUnit:
    """A unit besides the one-stop office and its departments that papers can be with (đơn vị khác).

    A post point (điểm phục vụ bưu chính), a satellite reception point of this office (điểm tiếp nhận), or another
    agency (cơ quan phối hợp, cơ quan có thẩm quyền ngoài địa bàn). `code`: the post point's or the agency's own.
    `fields`: what an agency decides for people of other areas (lĩnh vực), where it decides anything.
    """

    id: str
    name: str
    kind: OtherUnitKind
    code: str = ""
    address: str = ""
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PostalTime:
    """How long the post may take (thời gian chuyển phát), by one regulation, between two dates, both included.

    `days` working days after the date of the consignment note (J+n); `days_with_slip`: where the post has to bring a
    slip of appointment back.
    """

    scope: PostalScope
    days: int
    days_with_slip: int
    basis: str
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class HandoverRules:
    """When the office calls attention to papers on their way (quy tắc bàn giao).

    `transit_minutes`: working minutes that a list may wait for its second signature.
    `attempts` and `attempt_gap_days`: how often the post invites the addressee before a result goes back to the
    office, and how many working days apart at least (Circular 17/2017/TT-BTTTT: two, two working days apart).
    """

    transit_minutes: int = 120
    attempts: int = 2
    attempt_gap_days: int = 2


@dataclass(frozen=True, slots=True)
class PriorityGroup:
    """A group that may go first (đối tượng ưu tiên); Decree 118/2025 Art. 13(2)(b) names three."""

    id: str
    name_vi: str
    name_en: str


@dataclass(frozen=True, slots=True)
class NoShowRule:
    """When a called person may be marked absent (vắng mặt): after so many calls and seconds since the first."""

    minimum_calls: int
    minimum_seconds: int


@dataclass(frozen=True, slots=True)
class TicketRules:
    """How the office gives numbers (quy tắc cấp số).

    `early_minutes`: numbers are given from so long before a session begins. `most_matters`: so many lines may be taken
    with one number. `one_number_per_card`: an identity card is scanned for each number and may hold one waiting number
    at a time; `card_key` (64 hexadecimal digits) then turns the card's number into a mark that names nobody.
    An appointment may be checked in from `appointment_early_minutes` before it to `appointment_late_minutes` after it.
    """

    early_minutes: int = 30
    most_matters: int = 3
    one_number_per_card: bool = False
    card_key: str = ""
    appointment_early_minutes: int = 30
    appointment_late_minutes: int = 15


@dataclass(frozen=True, slots=True)
class VolumeFrom:
    """From this time of day on, calls are spoken this loud (âm lượng theo giờ), in percent."""

    start: time
    percent: int


@dataclass(frozen=True, slots=True)
class BoardNotice:
    """A line of text for the board (thông báo trên bảng gọi số) between two dates, both included."""

    text_vi: str
    text_en: str
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class BoardRules:
    """How the board shows and speaks (bảng gọi số): times each call is said, English after it, volumes, notices."""

    repeats: int = 2
    english: bool = False
    volumes: tuple[VolumeFrom, ...] = ()
    notices: tuple[BoardNotice, ...] = ()


@dataclass(frozen=True, slots=True)
class KioskRules:
    """How the office's kiosks behave: `pin_hash` (argon2id, "" for none) lets staff out of full screen."""

    pin_hash: str = ""


@dataclass(frozen=True, slots=True)
class DeadlineRules:
    """When the counter calls attention to a dossier (theo dõi thời hạn).

    `stuck_hours`: working hours without any step. `answers_soon_days`: calendar days before a supplement's last day.
    `collect_days`: working days that a result lies at the counter.
    """

    stuck_hours: int = 16
    answers_soon_days: int = 3
    collect_days: int = 5


@dataclass(frozen=True, slots=True)
class StaffMember:
    """Somebody who signs in (cán bộ, nhân viên). Hashes are argon2id; `unit` is a department's id for its people.

    `id` is what the journal names as actor; `sign_in` is what the person types.
    """

    id: str
    sign_in: str
    name: str
    role: Role
    password_hash: str
    pin_hash: str
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class DeviceEntry:
    """One enrolled device (thiết bị); `index` is unique in the office and gives it its ranges of numbers."""

    id: str
    kind: DeviceKind
    name: str
    index: int


@dataclass(frozen=True, slots=True)
class FormVersion:
    """How one official paper (biểu mẫu) is numbered and titled by one regulation, between two dates, both included."""

    form: FormName
    number: str
    title: str
    basis: str
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class FormText:
    """Words of the office's own on one official paper (nội dung riêng trên biểu mẫu), between two dates, both included.

    What a regulation leaves to the office, such as who the head is that signs; never what the regulation prints.
    """

    form: FormName
    place: FormPlace
    text: str
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class Retired:
    """What was taken out of use (đã ngừng sử dụng) and keeps its id and name, since the journal goes on naming it.

    `number` is a counter's, `unit` the unit of a member of staff ("" for the one-stop office).
    """

    kind: RetiredKind
    id: str
    name: str
    since: date
    number: int = 0
    unit: str = ""


@dataclass(frozen=True, slots=True)
class BankAccount:
    """The account that fees are transferred to (tài khoản thu phí). `bin`: the bank's six digits in VietQR codes.

    `account` is digits or letters, `holder` the name it is in, `bank_name` as people know the bank.
    """

    bin: str
    account: str
    holder: str
    bank_name: str


@dataclass(frozen=True, slots=True)
class Office:
    """One office (Trung tâm Phục vụ hành chính công) as its devices know it.

    `agency_code` begins every dossier code; `place` stands before the date on paper ("Phường Mẫu, ngày …");
    `public_url` is the base of the /t/, /d/ and /r/ addresses, without a slash at its end. `priority_bound`: that many
    priority tickets may be called in a row while an ordinary one waits. `last_ticket_minutes_before_close`: how long
    before the end of a working session the kiosk stops giving numbers. `fee_rules`: what the law says of fees, dated,
    beyond the catalogue's amounts; `bank`: where fees are transferred to, None where the office takes cash only.
    `paid_first`: fields (lĩnh vực) whose law wants the fee paid before the result is returned. `other_units`: post
    points, reception points and agencies that papers go to; `postal_times`: how long the post may take.
    `form_texts`: the office's own words on papers; `retired`: what the journal may still name.
    """

    id: str
    version: int
    name: str
    name_en: str
    managing_body: str
    place: str
    agency_code: str
    address: str
    hotline: str
    public_url: str
    lines: tuple[Line, ...]
    counters: tuple[Counter, ...]
    departments: tuple[Department, ...]
    procedures: tuple[Procedure, ...]
    calendar: WorkingCalendar
    last_ticket_minutes_before_close: int
    priority_groups: tuple[PriorityGroup, ...]
    priority_bound: int
    no_show: NoShowRule
    form_versions: tuple[FormVersion, ...]
    tickets: TicketRules = TicketRules()
    board: BoardRules = BoardRules()
    kiosks: KioskRules = KioskRules()
    deadlines: DeadlineRules = DeadlineRules()
    devices: tuple[DeviceEntry, ...] = ()
    staff: tuple[StaffMember, ...] = ()
    fee_rules: tuple[FeeRule, ...] = ()
    bank: BankAccount | None = None
    paid_first: tuple[str, ...] = ()
    other_units: tuple[OtherUnit, ...] = ()
    handovers: HandoverRules = HandoverRules()
    postal_times: tuple[PostalTime, ...] = ()
    form_texts: tuple[FormText, ...] = ()
    retired: tuple[Retired, ...] = ()
