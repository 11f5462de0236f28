"""Questions about the scans of dossiers, answered from the read tables."""

from __future__ import annotations

from sqlalchemy import select

from shared.domain.attachment import Attachment
from shared.journal.journal import Reader
from shared.journal.read_model import ATTACHMENTS
from shared.journal.tables import attachment


def attachments_of(reader: Reader, dossier: str) -> tuple[Attachment, ...]:
    """The scans of `dossier` that were not taken out again, in the order they came."""
    query = select(attachment.c.document).where(
        attachment.c.office == reader.office, attachment.c.dossier == dossier, attachment.c.state == "kept"
    )
    found = [ATTACHMENTS.state(document) for document in reader.connection.execute(query).scalars()]
    return tuple(sorted(found, key=lambda each: (each.added_at, each.id)))


def kept_contents(reader: Reader, dossier: str) -> frozenset[str]:
    """The contents that `dossier` has as scans that were not taken out again."""
    query = select(attachment.c.content).where(
        attachment.c.office == reader.office, attachment.c.dossier == dossier, attachment.c.state == "kept"
    )
    return frozenset(reader.connection.execute(query).scalars())
