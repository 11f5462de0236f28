"""Attach a scan to a dossier (đính kèm bản quét), take it out, put it back: each in one transaction.

The file is whole on this node's disk before its fact is written: a COMMIT never names a file that is not there.
"""

from __future__ import annotations

from shared.domain import attachment
from shared.domain.attachment import Add, Attachment, Describe, PutBack, Withdraw
from shared.domain.dossier import Dossier
from shared.failures import Refusal
from shared.journal.journal import Journal, Writer
from shared.journal.read_model import ATTACHMENTS, DOSSIERS
from shared.scans.attachment_queries import kept_contents
from shared.scans.pieces import pieces_of
from shared.scans.progress import ScanProgress, note, noted
from shared.scans.scan_file import ScanFacts

from .act import act, act_within


def attach_scan(
    journal: Journal, dossier: str, scan: ScanFacts, *, file_name: str, document: str, officer: str
) -> Attachment:
    """Attaches the file of `scan`, which this node's store has whole, to `dossier`.

    Refusals as of `attachment.decide`, and `no_such_dossier`.
    """
    with journal.writing() as writer:
        command = Add(
            id=journal.identities.subject(),
            dossier=_known(writer, dossier),
            kept=kept_contents(writer, dossier),
            content=scan.content,
            media_type=scan.media_type,
            pages=scan.pages,
            size=scan.size,
            document=document,
            file_name=file_name,
        )
        state = act_within(writer, ATTACHMENTS, attachment.decide, command.id, command, officer)
        before = noted(writer.connection, journal.office, [scan.content]).get(scan.content)
        pieces = pieces_of(scan.size)
        safe = before.safe if before is not None else 0
        note(writer.connection, journal.office, ScanProgress(scan.content, scan.size, pieces, pieces, safe))
        return state


def describe_scan(journal: Journal, subject: str, document: str, *, officer: str) -> Attachment:
    """Says which paper a scan shows. Refusals `no_such_attachment`, `not_attached`."""
    return act(journal, ATTACHMENTS, attachment.decide, subject, Describe(document), officer)


def withdraw_scan(journal: Journal, subject: str, *, officer: str) -> Attachment:
    """Takes a scan out. Refusals `no_such_attachment`, `not_attached`."""
    return act(journal, ATTACHMENTS, attachment.decide, subject, Withdraw(), officer)


def put_back_scan(journal: Journal, subject: str, *, officer: str) -> Attachment:
    """Puts back a scan that was taken out. Refusals `no_such_attachment`, `attached_already`."""
    with journal.writing() as writer:
        known = writer.state(ATTACHMENTS, subject)
        kept = kept_contents(writer, known.dossier) if known is not None else frozenset()
        return act_within(writer, ATTACHMENTS, attachment.decide, subject, PutBack(kept), officer)


def _known(writer: Writer, dossier: str) -> Dossier:
    found = writer.state(DOSSIERS, dossier)
    if found is None:
        raise Refusal("no_such_dossier", "Máy này chưa có hồ sơ đó.", "That dossier is not known here.")
    return found
