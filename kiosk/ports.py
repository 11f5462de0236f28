"""What the kiosk asks of the office: the only thing its view models know of the world behind the glass.

`wiring.py` fills these ports with the journal. Every call may touch the disk and therefore runs on the database lane;
answers are frozen values. Refusals and environment failures come as `shared.failures`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from shared.domain.rating import About

StepState = Literal["done", "now", "next"]


@dataclass(frozen=True, slots=True)
class Home:
    """What the home screen says of the office (trang chủ). `reopens_*`: words for when it opens again, if closed."""

    office_name_vi: str
    office_name_en: str
    open: bool
    reopens_vi: str
    reopens_en: str
    hotline: str
    now: datetime


@dataclass(frozen=True, slots=True)
class Tile:
    """A line as its tile shows it (ô hàng chờ). Waits are minutes; None while nobody serves the line."""

    letter: str
    name_vi: str
    name_en: str
    icon: str
    waiting: int
    wait_low: int | None
    wait_high: int | None
    counters_open: int


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
class IssuedTicket:
    """A number that has been issued and committed (số đã cấp). `slip`: its PDF, `follow_url`: behind its QR."""

    id: str
    label: str
    line_name_vi: str
    line_name_en: str
    people_ahead: int
    wait_low: int | None
    wait_high: int | None
    follow_url: str
    slip: bytes


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

    def take_number(self, journey: str, letter: str, group: str | None, procedure: str | None) -> IssuedTicket:
        """Issues one number for `journey` (an id made when the screen opened); the same journey gets the same number.

        Returns after COMMIT. Refusal: the office is closed, the line is unknown, the range is used up.
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
