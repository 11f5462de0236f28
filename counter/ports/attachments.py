"""Scanned papers of a dossier, as the screens ask for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class AttachmentRow:
    """A scanned paper (tệp đính kèm). `here`: this machine has all of it; `safe`: the server has all of it.

    `document` is the paper of the checklist that it shows, "" when none was chosen. `file_name` is personal.
    Of its `pieces` this machine has `arrived` and the server `sent`.
    """

    id: str
    document: str
    file_name: str
    media_type: str
    pages: int
    size: int
    added_at: datetime
    added_by: str
    here: bool
    safe: bool
    content: str = ""
    pieces: int = 1
    arrived: int = 1
    sent: int = 0


@dataclass(frozen=True, slots=True)
class KeptScan:
    """A file that was read and is kept, sealed, on this machine's disk; not yet part of a dossier."""

    content: str
    media_type: str
    pages: int
    size: int
    file_name: str


class AttachmentsPort(Protocol):
    """Scanned papers: kept encrypted beside the journal, copied to the server in pieces."""

    def attachments(self, dossier: str) -> tuple[AttachmentRow, ...]:
        """The scans of `dossier`, in the order they came."""
        ...

    def attach(self, dossier: str, path: Path, document: str) -> AttachmentRow:
        """Takes a PDF or picture. Refusals `not_a_scan`, `file_too_large`, `attached_already`; EnvironmentFailure."""
        ...

    def keep_scan(self, path: Path) -> KeptScan:
        """The slow half of `attach`: reads, checks and keeps the file. For the lane of files; asks no database."""
        ...

    def attach_kept(self, dossier: str, scan: KeptScan, document: str) -> AttachmentRow:
        """The quick half: makes a kept file part of `dossier`."""
        ...

    def describe_attachment(self, attachment: str, document: str) -> None:
        """Says which paper of the checklist a scan shows."""
        ...

    def withdraw_attachment(self, attachment: str) -> None:
        """Takes a scan out again, because it was the wrong paper; the journal keeps that it was there."""
        ...

    def put_back_attachment(self, attachment: str) -> None:
        """Takes `withdraw_attachment` back."""
        ...

    def attachment_content(self, attachment: str) -> bytes:
        """The whole file. EnvironmentFailure `scan_not_here` while its pieces have not all come."""
        ...

    def attachment_picture(self, row: AttachmentRow, page: int, width: int, height: int) -> bytes:
        """Page `page` (from 0) as a PNG within `width` × `height` pixels. For the lane of files; asks no database.

        EnvironmentFailure `scan_not_here`: its pieces are on their way from now on.
        """
        ...
