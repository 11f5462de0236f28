"""What the room of search and dossier page shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from counter.ports import IssuedFormRow
from counter.ports.dossiers import DossierPage, DossiersFound, IndexProgress
from counter.ports.fees import PaymentRow

Part = Literal["course", "papers", "steps", "scans"]
"""Quá trình, giấy tờ, xử lý, bản quét."""

PARTS: tuple[Part, ...] = ("course", "papers", "steps", "scans")


@dataclass(frozen=True, slots=True)
class OpenedDossier:
    """A dossier that is looked at: its page, the forms issued for it and its payments."""

    page: DossierPage
    forms: tuple[IssuedFormRow, ...]
    payments: tuple[PaymentRow, ...]


@dataclass(frozen=True, slots=True)
class DossiersState:
    """The room (phòng tra cứu). `found` answers the query `answered`, which may be an earlier one than `query`.

    `found` is None while nothing was looked for. `opened`: the dossier whose page is shown, in its part `part`; None
    while the list is shown.
    """

    query: str = ""
    found: DossiersFound | None = None
    answered: str = ""
    index: IndexProgress | None = None
    opened: OpenedDossier | None = None
    part: Part = "course"
    busy: bool = False
