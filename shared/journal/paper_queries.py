"""Questions about papers that change hands, of whatever kind: dossiers, consignment notes, letters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import select

from shared.domain.consignment import Consignment
from shared.domain.handover import Handover, Listed, Paper, PaperKind
from shared.journal.journal import Reader
from shared.journal.projections import Projection
from shared.journal.read_model import CONSIGNMENTS, DELIVERIES, DOSSIERS, HANDOVERS
from shared.journal.tables import handover

_PROJECTIONS: Mapping[PaperKind, Projection[Any]] = {
    "dossier": DOSSIERS,
    "consignment": CONSIGNMENTS,
    "delivery": DELIVERIES,
}


def papers_by_id(reader: Reader, papers: Iterable[tuple[PaperKind, str]]) -> tuple[Listed, ...]:
    """These papers, in the order asked; one that this machine does not know is left out.

    A consignment note brings the fees that the post carries for it.
    """
    asked = tuple(papers)
    known: dict[tuple[PaperKind, str], Paper] = {}
    for kind, projection in _PROJECTIONS.items():
        found = reader.states(projection, [item for each, item in asked if each == kind])
        known |= {(kind, item): paper for item, paper in found.items()}
    return tuple(
        Listed(kind, known[kind, item], _fee(known[kind, item])) for kind, item in asked if (kind, item) in known
    )


def _fee(paper: Paper) -> int:
    return paper.fee_vnd if isinstance(paper, Consignment) else 0


def handover_by_number(reader: Reader, number: str) -> Handover | None:
    """The handover with this number, or None."""
    query = select(handover.c.document).where(handover.c.office == reader.office, handover.c.number == number).limit(1)
    document = reader.connection.execute(query).scalar()
    return None if document is None else HANDOVERS.state(document)
