"""Changes of an office's reference data: each raises the version, and devices fetch it with their next pull."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from shared.domain.office import Office, office_from_document, office_to_document
from shared.journal.journal import Writer
from shared.journal.reference import ReferenceData, store_reference


def change_reference(writer: Writer, reference: ReferenceData, change: Callable[[Office], Office]) -> Office:
    """Stores what `change` makes of the office, under the next version. Refusal `office_invalid` when that is none.

    The office's own entries in its calendar are no part of it: they stay events.
    """
    known = reference.read_stored(writer.connection)
    later = replace(change(known), version=known.version + 1)
    document = office_to_document(later)
    office_from_document(document)
    store_reference(writer.connection, writer.office, later.version, document)
    return later
