"""Attachments of the sample office, in memory: files are told by their names, pages are painted sheets."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from counter.ports.attachments import AttachmentRow, KeptScan
from counter.sample.room import SampleRoom
from shared.domain.attachment import MEDIA_TYPES
from shared.failures import EnvironmentFailure, Refusal

_TYPES = dict(zip((".pdf", ".jpg", ".png", ".tif"), MEDIA_TYPES, strict=True))
_PIECE = 256 * 1024


class SampleAttachments(SampleRoom):
    """Attachments of the sample office.

    Attributes: `scans`, by dossier, those taken out included in `taken_out`; `bodies`, files by their content.
    """

    def attachments(self, dossier: str) -> tuple[AttachmentRow, ...]:
        """The scans of `dossier`."""
        if dossier not in self._by_dossier():
            self._by_dossier()[dossier] = self._two_of(dossier) if dossier == "dossier-1" else []
        return tuple(row for row in self._by_dossier()[dossier] if row.id not in self._taken_out())

    def attach(self, dossier: str, path: Path, document: str) -> AttachmentRow:
        """Takes a file."""
        return self.attach_kept(dossier, self.keep_scan(path), document)

    def keep_scan(self, path: Path) -> KeptScan:
        """Reads the file."""
        media_type = _TYPES.get(path.suffix.lower())
        if media_type is None:
            raise Refusal(
                "not_a_scan",
                "Chỉ nhận tệp PDF, JPEG, PNG hoặc TIFF. Hãy quét giấy tờ thành một trong các loại đó.",
                "Only PDF, JPEG, PNG and TIFF files are taken. Scan the paper as one of these.",
            )
        try:
            body = path.read_bytes()
        except OSError as problem:
            raise EnvironmentFailure(
                "file_unreadable", "Không đọc được tệp đã chọn.", "The file cannot be read."
            ) from problem
        return KeptScan(hashlib.sha256(body).hexdigest(), media_type, 1, len(body), path.name)

    def attach_kept(self, dossier: str, scan: KeptScan, document: str) -> AttachmentRow:
        """Makes it part of `dossier`."""
        rows = self.attachments(dossier)
        if any(row.content == scan.content for row in rows):
            raise Refusal(
                "attached_already",
                "Tệp này đã được đính kèm vào hồ sơ.",
                "This file is attached to the dossier already.",
            )
        pieces = -(-scan.size // _PIECE)
        row = AttachmentRow(
            id=f"scan-{len(self._by_dossier()[dossier]) + 1}-{dossier}",
            document=document,
            file_name=scan.file_name,
            media_type=scan.media_type,
            pages=scan.pages,
            size=scan.size,
            added_at=self._clock.now(),
            added_by=self._officer_now().name,
            here=True,
            safe=False,
            content=scan.content,
            pieces=pieces,
            arrived=pieces,
        )
        self._by_dossier()[dossier].append(row)
        return row

    def describe_attachment(self, attachment: str, document: str) -> None:
        """Says which paper it shows."""
        for rows in self._by_dossier().values():
            rows[:] = [replace(row, document=document) if row.id == attachment else row for row in rows]

    def withdraw_attachment(self, attachment: str) -> None:
        """Takes it out."""
        self._taken_out().add(attachment)

    def put_back_attachment(self, attachment: str) -> None:
        """Puts it back."""
        self._taken_out().discard(attachment)

    def attachment_content(self, attachment: str) -> bytes:
        """Nothing stands behind the sample's rows."""
        raise EnvironmentFailure(
            "scan_not_here", "Bản quét không có ở máy này.", f"The scan {attachment} is not on this machine."
        )

    def attachment_picture(self, row: AttachmentRow, page: int, width: int, height: int) -> bytes:
        """A sheet with some lines on it."""
        if not row.here:
            raise EnvironmentFailure(
                "scan_not_here",
                "Bản quét đang được tải từ máy chủ về; xin chờ một lát.",
                "The scan is being fetched from the server; please wait a moment.",
            )
        return _sheet(min(width, round(height / 1.414)), page)

    def _by_dossier(self) -> dict[str, list[AttachmentRow]]:
        if not hasattr(self, "scans"):
            self.scans: dict[str, list[AttachmentRow]] = {}
        return self.scans

    def _taken_out(self) -> set[str]:
        if not hasattr(self, "taken_out"):
            self.taken_out: set[str] = set()
        return self.taken_out

    def _two_of(self, dossier: str) -> list[AttachmentRow]:
        papers = self.book.dossiers[dossier].documents
        first = AttachmentRow(
            id=f"scan-1-{dossier}",
            document=papers[0].name if papers else "",
            file_name="quet-0041.pdf",
            media_type="application/pdf",
            pages=3,
            size=1_480_000,
            added_at=self._clock.now() - timedelta(days=1),
            added_by="Trần Thị Thư",
            here=True,
            safe=True,
            content="a" * 64,
            pieces=6,
            arrived=6,
            sent=6,
        )
        second = replace(
            first,
            id=f"scan-2-{dossier}",
            document="",
            file_name="quet-0042.jpg",
            media_type="image/jpeg",
            pages=1,
            size=1_790_000,
            safe=False,
            content="b" * 64,
            pieces=7,
            arrived=7,
            sent=3,
        )
        return [first, second]


def _sheet(width: int, page: int) -> bytes:
    import io

    from PIL import Image, ImageDraw

    sheet = Image.new("RGB", (width, round(width * 1.414)), "white")
    draw = ImageDraw.Draw(sheet)
    for line in range(9 - page):
        top = round(width * (0.16 + 0.11 * line))
        draw.line((width * 0.12, top, width * (0.88 if line % 3 else 0.6), top), "#8a8f98", max(width // 90, 1))
    made = io.BytesIO()
    sheet.save(made, "PNG")
    return made.getvalue()
