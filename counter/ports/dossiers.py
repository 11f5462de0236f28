"""What the search and the page of a dossier ask of the office."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from counter.ports.handover import DossierRow
from counter.ports.reception import Applicant, Submitter
from shared.domain.dossier import Dossier
from shared.domain.mail_item import MailItem
from shared.failures import Sentence


@dataclass(frozen=True, slots=True)
class IndexProgress:
    """How far the index of the search is on this machine (lập chỉ mục): `indexed` of `to_index` dossiers."""

    indexed: int
    to_index: int
    complete: bool


@dataclass(frozen=True, slots=True)
class DossiersFound:
    """What a search found (kết quả tra cứu): the `rows` to be shown, and how many `more` there are.

    `more_uncounted`: there are more than were counted. `index`: from how much of the dossiers the answer comes.
    """

    rows: tuple[DossierRow, ...]
    more: int
    more_uncounted: bool
    index: IndexProgress


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """A line of the timeline (quá trình xử lý): when by the device's clock, who ("" for citizens), where, what.

    `icon` is one of `resources/icons`.
    """

    at: datetime
    who: str
    where: Sentence
    words: Sentence
    icon: str


@dataclass(frozen=True, slots=True)
class DossierReasons:
    """The reasons in words, which are personal; "" where there is none or it was erased.

    `coordinations`: what was written to each of the agencies that were asked, in their order.
    """

    supplement: str = ""
    apology: str = ""
    ending: str = ""
    coordinations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DossierPage:
    """All that is known of one dossier (trang hồ sơ).

    `applicant` is None when the personal record was erased or has not come. `transit_to`: the unit that has not signed
    for it yet, "" when it is not on its way. `held_by` signed for it, or on its way signed it over, against the
    handover numbered `record`, "" where it was received. `unit_names`: of the other agencies it concerns; `looked_at`:
    when it was looked at. `timeline` in the order of what happened, the first at the front. `mail`: what went by post.
    """

    row: DossierRow
    dossier: Dossier
    applicant: Applicant | None
    submitter: Submitter | None
    transit_to: str
    received_by: str
    reasons: DossierReasons
    timeline: tuple[TimelineRow, ...]
    held_by: str = ""
    record: str = ""
    unit_names: Mapping[str, str] = field(default_factory=dict)
    looked_at: datetime | None = None
    mail: tuple[MailItem, ...] = ()


class DossiersPort(Protocol):
    """Finding dossiers and looking at one."""

    def search_dossiers(self, query: str) -> DossiersFound:
        """The dossiers that `query` means, the best first; it never fails for what was typed."""
        ...

    def index_dossiers(self) -> IndexProgress:
        """Takes one bounded piece more into the index of the search, if any is waiting."""
        ...

    def dossier_page(self, dossier: str) -> DossierPage:
        """The page of one dossier, by its id. Refusal `no_such_dossier`."""
        ...
