"""What the room "custody" asks of the office: where all paper is now, and who has signed for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from shared.domain.delivery import Content
from shared.domain.handover import PaperKind
from shared.domain.office_record import UnitKind
from shared.domain.transit_alarm import AlarmKind


@dataclass(frozen=True, slots=True)
class UnitOnMap:
    """A unit that papers can be with (đơn vị trên bản đồ); `own`: it is that of the officer signed in."""

    id: str
    name: str
    kind: UnitKind
    own: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """What is in one place (một chỗ trên bản đồ): with `holder`, or from there on its way to `transit_to`.

    `oldest`: since when the longest has been there. `alarms`: how many of the map's alarms belong here.
    """

    holder: str
    transit_to: str | None
    dossiers: int
    consignments: int
    letters: int
    oldest: datetime
    alarms: int = 0

    @property
    def count(self) -> int:
        """How many papers are there."""
        return self.dossiers + self.consignments + self.letters


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper in a list (dòng giấy tờ): nothing personal but the names of staff.

    `code`: the dossier's code or the note's number; `content`: what a letter is, None for others. `since`: since when
    it is where it is, signed for (in transit: signed away) by `by` on the record numbered `record`, "" where it was
    received or made. `dossier`: the id of the dossier whose page tells more, "" for a note that is none yet.
    """

    kind: PaperKind
    id: str
    code: str
    procedure_name: str
    since: datetime
    by: str
    record: str
    due_at: datetime | None = None
    content: Content | None = None
    lost: bool = False
    disputed: bool = False
    dossier: str = ""


@dataclass(frozen=True, slots=True)
class AlarmRow:
    """Something that has been under way for too long (cảnh báo): a list without its second signature, or a paper.

    `holder` and `transit_to` as in `Spot`; a list has its `record` number and `count` papers, a paper its `paper`.
    `due`: by when it should have moved on, None for what is lost. `own`: the officer's own unit is concerned.
    """

    kind: AlarmKind
    holder: str
    holder_name: str
    transit_to: str | None
    transit_name: str
    since: datetime
    by: str
    due: datetime | None = None
    record: str = ""
    count: int = 1
    paper: PaperRow | None = None
    own: bool = True


@dataclass(frozen=True, slots=True)
class CustodyMap:
    """Where all paper is at `at` (bản đồ giấy tờ): every unit, every place with papers, every alarm, gravest first."""

    at: datetime
    units: tuple[UnitOnMap, ...]
    spots: tuple[Spot, ...]
    alarms: tuple[AlarmRow, ...]


@dataclass(frozen=True, slots=True)
class PapersAt:
    """What is in one place, what has been there longest first; `more`: how many are not listed."""

    rows: tuple[PaperRow, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class HandRow:
    """One stay of a paper (một chặng): `unit` had it from `since` to `until` (None: still), `by` signed for it.

    `given_by` signed the giver's side, `record` is the number of the handover; "" where there is none.
    """

    unit: str
    unit_name: str
    since: datetime | None
    until: datetime | None
    by: str
    given_by: str
    record: str


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where one paper is (giấy tờ này đang ở đâu): with `holder`, on its way to `transit_to`, or with the citizen.

    `hands`: through whose hands it went, the first of them first. `lost_at`, `lost_by`: both sides have written down
    that it is lost.
    """

    paper: PaperRow
    holder: str
    holder_name: str
    transit_to: str | None
    transit_name: str
    hands: tuple[HandRow, ...]
    lost_at: datetime | None = None
    lost_by: str = ""

    @property
    def with_citizen(self) -> bool:
        """Whether the citizen has it."""
        return self.holder == "citizen"


MOST_PAPERS = 200
"""So many papers of one place are listed."""


class CustodyPort(Protocol):
    """Where all paper is now."""

    def custody_map(self) -> CustodyMap:
        """Where all paper is; cheap while nothing has happened. Refusal `not_allowed`."""
        ...

    def papers_at(self, holder: str, transit_to: str | None) -> PapersAt:
        """What is in one place, at most `MOST_PAPERS`."""
        ...

    def where_is(self, text: str) -> Whereabouts:
        """Where the paper of a scanned address, a typed code, a note's or a tracking number is.

        Refusals `no_such_dossier`, `a_record` and those of a code that cannot be read.
        """
        ...

    def hands_of(self, kind: PaperKind, paper: str) -> Whereabouts:
        """Where that paper is, and through whose hands it went. Refusal `no_such_paper`."""
        ...
