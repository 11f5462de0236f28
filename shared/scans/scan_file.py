"""What a file is that somebody wants to attach: told by its content, never by its name.

Only what scanners make is taken: PDF, JPEG, PNG and TIFF. Everything is read once to its end, so that a file cut off
by a scanner or a network folder is refused at once and not found out years later.
"""

from __future__ import annotations

import hashlib
import io
import threading
from dataclasses import dataclass

from shared.domain.attachment import LARGEST_SCAN, MediaType, file_too_large, scan_empty
from shared.failures import Refusal

PDFIUM = threading.Lock()
"""PDFium is not thread-safe: whoever counts or paints pages of scans holds this."""

MOST_PIXELS = 200_000_000
"""A picture of more dots than an A0 sheet at 300 dots per inch is no scan of a paper."""

_PASSWORD_WANTED = 4
"""PDFium's FPDF_ERR_PASSWORD."""


@dataclass(frozen=True, slots=True)
class ScanFacts:
    """What is known of a file by its content. `content` is its SHA-256 in hex, `size` its bytes."""

    content: str
    media_type: MediaType
    pages: int
    size: int


def inspect(body: bytes) -> ScanFacts:
    """What `body` is. Refusals `not_a_scan`, `file_too_large`, `scan_empty`, `scan_damaged`, `scan_locked`."""
    if len(body) > LARGEST_SCAN:
        raise file_too_large()
    if not body:
        raise scan_empty()
    media_type = sniff(body)
    if media_type is None:
        raise Refusal(
            "not_a_scan",
            "Chỉ nhận tệp PDF, JPEG, PNG hoặc TIFF. Hãy quét giấy tờ thành một trong các loại đó.",
            "Only PDF, JPEG, PNG and TIFF files are taken. Scan the paper as one of these.",
        )
    pages = _pdf_pages(body) if media_type == "application/pdf" else _picture_pages(body)
    if pages < 1:
        raise scan_empty()
    return ScanFacts(hashlib.sha256(body).hexdigest(), media_type, pages, len(body))


def sniff(body: bytes) -> MediaType | None:
    """The kind of file by its first bytes, or None for another kind. A PDF may begin within its first kilobyte."""
    if b"%PDF-" in body[:1024]:
        return "application/pdf"
    if body.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if body.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if body.startswith((b"II*\0", b"MM\0*")):
        return "image/tiff"
    return None


def _pdf_pages(body: bytes) -> int:
    # Loaded with the first scan: it would slow down every start.
    import pypdfium2

    with PDFIUM:
        try:
            with pypdfium2.PdfDocument(body) as document:
                pages = len(document)
                if pages:
                    document[pages - 1].close()
                return pages
        except pypdfium2.PdfiumError as problem:
            if getattr(problem, "err_code", None) == _PASSWORD_WANTED:
                raise Refusal(
                    "scan_locked",
                    "Tệp PDF có mật khẩu nên không đọc được. Hãy quét lại không đặt mật khẩu.",
                    "The PDF has a password and cannot be read. Scan again without one.",
                ) from problem
            raise scan_damaged() from problem


def _picture_pages(body: bytes) -> int:
    from PIL import Image

    try:
        with Image.open(io.BytesIO(body)) as picture:
            pages = int(getattr(picture, "n_frames", 1))
            for page in range(pages):
                if pages > 1:
                    picture.seek(page)
                if picture.width * picture.height > MOST_PIXELS:
                    raise scan_damaged()
                picture.load()
            return pages
    except (
        OSError,
        EOFError,
        SyntaxError,
        ValueError,
        Image.DecompressionBombError,
    ) as problem:
        raise scan_damaged() from problem


def scan_damaged() -> Refusal:
    """The Refusal of a file that cannot be read to its end."""
    return Refusal(
        "scan_damaged",
        "Tệp bị hỏng hoặc chưa quét xong nên không đọc được. Hãy quét lại giấy tờ.",
        "The file is damaged or not finished and cannot be read. Scan the paper again.",
    )
