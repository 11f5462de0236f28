"""Scanned papers of a dossier (bản quét, tệp đính kèm): which were attached, which were taken out again.

At the counter each paper of a complete dossier is scanned and entered in the system (Decree 118/2025 Art. 17(1)(c)).
Not scanned are dossiers that came online, papers only shown, and secret ones (Circular 03/2025/TT-VPCP Art. 5(2)). A
scan has as many pictures as its paper has pages, in their order (Circular 01/2023/TT-VPCP Art. 8(2)): that is why its
number of pages is kept and shown. The officer's personal digital signature on the scan is not made here.

The file itself stands beside the journal under its SHA-256; the facts name that and never the file's name, which may
name a person and is kept apart with what is personal.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

from shared.domain.dossier import Dossier
from shared.domain.fact import Conflict, Fact, Recorded, with_conflict
from shared.domain.replacing import replace
from shared.failures import Refusal

MediaType = Literal["application/pdf", "image/jpeg", "image/png", "image/tiff"]
MEDIA_TYPES: tuple[MediaType, ...] = get_args(MediaType)

LARGEST_SCAN = 40 * 1024 * 1024
"""Bytes of one file at the most: some two hundred pages at 300 dots per inch."""
MOST_PAGES = 2000
_LONGEST_NAME = 255
_CONTENT = re.compile(r"[0-9a-f]{64}")

AttachmentState = Literal["kept", "withdrawn"]


@dataclass(frozen=True, slots=True)
class Attachment:
    """A scan (bản quét). `content` is the SHA-256 of the file in hex, `size` its bytes.

    `document` is the paper of the checklist that it shows, "" when none was chosen. `personal` is the SHA-256 of the
    personal record that holds the file's name.
    """

    id: str
    dossier: str
    content: str
    media_type: MediaType
    pages: int
    size: int
    document: str
    added_at: datetime
    added_by: str
    personal: str | None
    withdrawn_at: datetime | None = None
    withdrawn_by: str | None = None
    conflicts: tuple[Conflict, ...] = ()

    @property
    def state(self) -> AttachmentState:
        """Whether it counts."""
        return "kept" if self.withdrawn_at is None else "withdrawn"


@dataclass(frozen=True, slots=True)
class Add:
    """Attach (đính kèm) a file to `dossier`, which has `kept` already: the contents not taken out again."""

    id: str
    dossier: Dossier
    kept: frozenset[str]
    content: str
    media_type: MediaType
    pages: int
    size: int
    document: str
    file_name: str


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Take out (gỡ) a scan that was the wrong paper; the journal keeps that it was there."""


@dataclass(frozen=True, slots=True)
class PutBack:
    """Put back (đặt lại) a scan that was taken out by mistake; `kept` as in `Add`."""

    kept: frozenset[str]


@dataclass(frozen=True, slots=True)
class Describe:
    """Say which paper of the checklist a scan shows (giấy tờ nào); "" for none of them."""

    document: str


AttachmentCommand = Add | Withdraw | PutBack | Describe


def decide(attachment: Attachment | None, command: AttachmentCommand) -> tuple[Fact, ...]:
    """The facts of `command`.

    Refusals `not_to_be_scanned`, `scan_empty`, `file_too_large`, `too_many_pages`, `attached_already`,
    `no_such_attachment`, `not_attached`.
    """
    if isinstance(command, Add):
        return (_added(attachment, command),)
    if attachment is None:
        raise Refusal("no_such_attachment", "Máy này không có bản quét đó.", "There is no such scan on this machine.")
    if isinstance(command, Withdraw):
        if attachment.state == "withdrawn":
            raise Refusal("not_attached", "Bản quét này đã được gỡ trước đó.", "This scan has been taken out already.")
        return (Fact(attachment.id, "attachment.withdrawn", {}),)
    if isinstance(command, Describe):
        if attachment.state == "withdrawn":
            raise Refusal("not_attached", "Bản quét này đã được gỡ.", "This scan has been taken out.")
        if command.document == attachment.document:
            return ()
        return (Fact(attachment.id, "attachment.described", {"document": command.document}),)
    if attachment.state == "kept" or attachment.content in command.kept:
        raise _attached_already()
    return (Fact(attachment.id, "attachment.put_back", {}),)


def evolve(attachment: Attachment | None, fact: Recorded) -> Attachment | None:
    """`attachment` after `fact`."""
    if fact.kind == "attachment.added":
        if attachment is None:
            return _read(fact)
        vi, en = "Một bản quét được ghi hai lần.", "One scan was entered twice."
        return with_conflict(attachment, "attached_twice", vi, en)
    if attachment is None:
        return None
    if fact.kind == "attachment.withdrawn" and attachment.state == "kept":
        return replace(attachment, withdrawn_at=fact.device_time, withdrawn_by=fact.actor)
    if fact.kind == "attachment.described":
        return replace(attachment, document=fact.text("document"))
    if fact.kind == "attachment.put_back":
        return replace(attachment, withdrawn_at=None, withdrawn_by=None)
    return attachment


def _added(attachment: Attachment | None, command: Add) -> Fact:
    if command.dossier.channel == "online":
        raise Refusal(
            "not_to_be_scanned",
            "Hồ sơ nộp trực tuyến đã là bản điện tử, không số hóa lại (Thông tư 03/2025/TT-VPCP Điều 5).",
            "A dossier that came online is electronic already and is not scanned again (Circular 03/2025 Art. 5).",
        )
    if command.size < 1 or command.pages < 1:
        raise scan_empty()
    if command.size > LARGEST_SCAN:
        raise file_too_large()
    if command.pages > MOST_PAGES:
        raise Refusal(
            "too_many_pages",
            f"Bản quét có hơn {MOST_PAGES} trang; hãy tách thành nhiều tệp.",
            f"The scan has more than {MOST_PAGES} pages; split it into several files.",
        )
    if attachment is not None or command.content in command.kept:
        raise _attached_already()
    data = {
        "dossier": command.dossier.id,
        "content": command.content,
        "media_type": command.media_type,
        "pages": command.pages,
        "size": command.size,
        "document": command.document,
    }
    return Fact(command.id, "attachment.added", data, {"file_name": command.file_name[-_LONGEST_NAME:]})


def _read(fact: Recorded) -> Attachment:
    said, content = fact.text("media_type"), fact.text("content")
    media_type = next((each for each in MEDIA_TYPES if each == said), None)
    size, pages = fact.integer("size"), fact.integer("pages")
    if media_type is None or not _CONTENT.fullmatch(content):
        raise ValueError("not a scan")
    if not 0 < size <= LARGEST_SCAN or not 0 < pages <= MOST_PAGES:
        raise ValueError("not the size of a scan")
    return Attachment(
        id=fact.subject,
        dossier=fact.text("dossier"),
        content=content,
        media_type=media_type,
        pages=pages,
        size=size,
        document=fact.text("document"),
        added_at=fact.device_time,
        added_by=fact.actor,
        personal=fact.personal,
    )


def scan_empty() -> Refusal:
    """The Refusal of a file without a page."""
    return Refusal(
        "scan_empty",
        "Tệp không có trang nào. Hãy quét lại giấy tờ.",
        "The file has no page. Scan the paper again.",
    )


def file_too_large() -> Refusal:
    """The Refusal of a file over `LARGEST_SCAN`."""
    return Refusal(
        "file_too_large",
        f"Tệp lớn hơn {LARGEST_SCAN // 1024 // 1024} MB. Hãy quét lại với độ phân giải thấp hơn hoặc tách tệp.",
        f"The file is over {LARGEST_SCAN // 1024 // 1024} MB. Scan with a lower resolution, or split the file.",
    )


def _attached_already() -> Refusal:
    return Refusal(
        "attached_already",
        "Tệp này đã được đính kèm vào hồ sơ.",
        "This file is attached to the dossier already.",
    )
