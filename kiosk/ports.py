"""What the kiosk asks of the office: the only thing its view models know of the world behind the glass.

`wiring.py` fills these ports with the journal. Every call may touch the disk and therefore runs on the database lane;
answers are frozen values. Refusals and environment failures come as `shared.failures`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from shared.domain.guidance import Paper
from shared.domain.machine import PrinterState
from shared.domain.rating import About
from shared.domain.ticket_hours import Giving
from shared.failures import Sentence

StepState = Literal["done", "now", "next"]


@dataclass(frozen=True, slots=True)
class Home:
    """What the home screen says of the office (trang chủ). `reopens_*`: words for when it opens again, if closed.

    `most_matters`: how many lines one number may hold; `card_wanted`: an identity card is scanned for each number.
    """

    office_name_vi: str
    office_name_en: str
    open: bool
    reopens_vi: str
    reopens_en: str
    hotline: str
    now: datetime
    most_matters: int = 1
    card_wanted: bool = False


@dataclass(frozen=True, slots=True)
class Tile:
    """A line as its tile shows it (ô hàng chờ). Waits are minutes; None while nobody serves the line.

    `giving`: whether it gives numbers now; `told`: the sentence that says when it does again, None while it does.
    """

    letter: str
    name_vi: str
    name_en: str
    icon: str
    waiting: int
    wait_low: int | None
    wait_high: int | None
    counters_open: int
    giving: Giving = "open"
    told: Sentence | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """A priority group (nhóm ưu tiên) that a citizen can choose; never proven at the kiosk."""

    id: str
    name_vi: str
    name_en: str


@dataclass(frozen=True, slots=True)
class ProcedureChoice:
    """A procedure of a line with the documents to bring (thành phần hồ sơ)."""

    code: str
    name: str
    documents: tuple[str, ...]
    time_limit_text: str
    fee_text: str


@dataclass(frozen=True, slots=True)
class NumberWish:
    """What a citizen wants a number for (yêu cầu lấy số).

    `journey` is an id made when the screen opened: one journey, one number. `letters`: the lines in the order in which
    they are served, the first at least. `holder`: the mark of the scanned card from `card_mark`, or None.
    """

    journey: str
    letters: tuple[str, ...]
    group: str | None = None
    procedure: str | None = None
    holder: str | None = None


@dataclass(frozen=True, slots=True)
class IssuedTicket:
    """A number that has been issued and committed (số đã cấp). `slip`: its PDF, `follow_url`: behind its QR.

    `then_vi`, `then_en`: the names of the lines that follow with the same number.
    """

    id: str
    label: str
    line_name_vi: str
    line_name_en: str
    people_ahead: int
    wait_low: int | None
    wait_high: int | None
    follow_url: str
    slip: bytes
    then_vi: tuple[str, ...] = ()
    then_en: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One step on a dossier's way (bước)."""

    name_vi: str
    name_en: str
    at: datetime | None
    state: StepState


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a dossier stands (tình trạng hồ sơ): no personal data.

    `as_of`: since when this kiosk's data has not been renewed from the server, None while it is fresh.
    """

    id: str
    code: str
    procedure_name: str
    steps: tuple[Step, ...]
    now_vi: str
    now_en: str
    due_at: datetime | None
    late: bool
    as_of: datetime | None


@dataclass(frozen=True, slots=True)
class Ratable:
    """A visit or dossier that can be rated (lượt phục vụ)."""

    about: About
    about_id: str
    title_vi: str
    title_en: str


class KioskOffice(Protocol):
    """The office, as the kiosk may see it."""

    def home(self) -> Home:
        """Name, opening state, time."""
        ...

    def tiles(self) -> tuple[Tile, ...]:
        """The lines with people waiting and the expected wait."""
        ...

    def groups(self) -> tuple[Group, ...]:
        """The priority groups of this office."""
        ...

    def procedures(self, letter: str) -> tuple[ProcedureChoice, ...]:
        """The procedures served in the line `letter`."""
        ...

    def take_number(self, wish: NumberWish) -> IssuedTicket:
        """Issues one number for the wish's journey; the same journey gets the same number.

        Returns after COMMIT. Refusals: `office_closed`, `line_full`, `no_such_line`, `too_many_matters`, `card_wanted`,
        `card_waits_already`, `range_used_up`.
        """
        ...

    def check_in(self, journey: str, text: str) -> IssuedTicket:
        """Checks in the appointment whose code was scanned or typed and issues its number, after COMMIT.

        Refusals: `no_such_appointment`, `appointment_used`, `appointment_early`, `appointment_late`, and those of
        `take_number`.
        """
        ...

    def card_mark(self, text: str) -> str:
        """The day's mark of the identity card whose QR code was scanned; nothing else of it is kept.

        Refusals `not_an_identity_card`, `identity_card_broken`.
        """
        ...

    def find_dossier(self, text: str) -> Progress:
        """The dossier behind a scanned QR address or a typed code (prefix optional).

        Refusal `no_such_dossier`, `dossier_code_unreadable`, `not_a_dossier`.
        """
        ...

    def code_prefix(self) -> str:
        """The office's part of a dossier code, which the pad shows already typed ("H26.99.01-")."""
        ...

    def ratable(self, text: str) -> Ratable:
        """What a scanned slip or receipt lets the citizen rate; `text` may be a typed ticket label or dossier code.

        Refusal `nothing_to_rate`, `already_rated`, `not_served_yet`.
        """
        ...

    def rate(self, about: About, about_id: str, score: int, reasons: tuple[str, ...]) -> None:
        """Gives the one rating (3 very satisfied, 2 satisfied, 1 not satisfied; reasons of `rating.REASONS`)."""
        ...


class SlipPrinter(Protocol):
    """The printer of slips."""

    def print_slip(self, name: str, pdf: bytes) -> None:
        """Prints once; EnvironmentFailure when it cannot (no paper, cover open, not there)."""
        ...

    def condition(self) -> PrinterState:
        """How the printer says it is; "unknown" when it cannot tell. Never raises; a second at the most."""
        ...


@dataclass(frozen=True, slots=True)
class KioskHealth:
    """How this kiosk is (tình trạng máy), for the staff panel and the server's list of devices.

    `unsent`: events that only this machine has; `last_contact`: when the server answered last, None for never since
    the start; `failures`: the last sentences told, newest first, without personal data; `slips_waiting`, `slips_unsure`
    (a slip that may or may not have come out when the machine was switched off). `not_in_province`: events of this
    machine that only the office has; None where the server is the province's own.
    """

    device_name: str
    version: str
    printer: PrinterState
    online: bool
    unsent: int
    last_contact: datetime | None
    problem: Sentence | None
    slips_waiting: int
    slips_unsure: int
    numbers_today: int
    ratings_today: int
    failures: tuple[Sentence, ...]
    not_in_province: int | None = None


class StaffRoom(Protocol):
    """What the staff panel behind the PIN asks (bảng điều khiển dành cho cán bộ)."""

    def has_pin(self) -> bool:
        """Whether the office has set a PIN for its kiosks."""
        ...

    def let_in(self, pin: str) -> None:
        """Refusal `wrong_pin`, or `pin_locked` after five wrong ones until a minute has passed (a restart too)."""
        ...

    def health(self) -> KioskHealth:
        """How this kiosk is, as of now. Asks the printer: runs on the printing lane."""
        ...

    def print_test(self) -> None:
        """Prints a test slip with the time on it. EnvironmentFailure when it cannot."""
        ...


@dataclass(frozen=True, slots=True)
class ProcedureField:
    """A field (lĩnh vực) served here; `icon` and `letter` are those of its line."""

    name: str
    letter: str
    icon: str
    procedures: int


@dataclass(frozen=True, slots=True)
class ProcedureHit:
    """One procedure that was found; `letter` of its line, "" where there is none or it is not received here."""

    code: str
    name: str
    field: str
    letter: str
    received_here: bool


@dataclass(frozen=True, slots=True)
class ProcedureHits:
    """The best hits and how many there are in all. `nearby`: only what resembles the typed words was found."""

    hits: tuple[ProcedureHit, ...]
    total: int
    nearby: bool = False


@dataclass(frozen=True, slots=True)
class ProcedurePage:
    """All that is told of one procedure (hướng dẫn thủ tục); of one that is not received here only code and name.

    `papers` empty: the catalogue has no list. `counters`: the numbers of those that serve the line `letter`.
    `take_along_url`: what a phone opens to read the same.
    """

    code: str
    name: str
    field: str
    received_here: bool
    papers: tuple[Paper, ...]
    time_limit_text: str
    fee_text: str
    result: str
    letter: str
    line_name_vi: str
    line_name_en: str
    counters: tuple[int, ...]
    take_along_url: str


class ProcedureGuide(Protocol):
    """The procedures of this office, and the names of all others of the country (tra cứu thủ tục)."""

    def fields(self) -> tuple[ProcedureField, ...]:
        """The fields that have procedures and a line here, in the order of the lines."""
        ...

    def search(self, text: str, field: str) -> ProcedureHits:
        """What `text` finds, in `field` only unless that is "". An empty text finds the whole field, or nothing."""
        ...

    def page(self, code: str) -> ProcedurePage:
        """The page of one procedure. Refusal `no_such_procedure`."""
        ...

    def sheet(self, code: str) -> bytes:
        """The PDF of the guidance for the slip printer. Refusal `not_received_here`."""
        ...


@dataclass(frozen=True, slots=True)
class KioskPorts:
    """The whole world behind the glass."""

    office: KioskOffice
    guide: ProcedureGuide
    staff: StaffRoom
    printer: SlipPrinter
