"""Small real files as a scanner makes them."""

from __future__ import annotations

import hashlib
import io

from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from shared.scans.scan_file import ScanFacts, inspect


def pdf(pages: int = 2, words: str = "To khai") -> bytes:
    """A PDF with so many pages."""
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=(300, 424), invariant=True)
    for page in range(pages):
        canvas.drawString(40, 380, f"{words} {page + 1}")
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def picture(kind: str = "PNG", pages: int = 1, grey: int = 240) -> bytes:
    """A picture of a sheet; a TIFF may have several pages."""
    sheets = [Image.new("RGB", (120, 170), (grey, grey, grey - page)) for page in range(pages)]
    made = io.BytesIO()
    more = {"save_all": True, "append_images": sheets[1:]} if pages > 1 else {}
    sheets[0].save(made, kind, **more)
    return made.getvalue()


def noise(size: int, seed: int = 1) -> bytes:
    """Bytes that no two seeds share; not a scan, but as large as one."""
    block = hashlib.sha256(str(seed).encode()).digest()
    return (block * (size // len(block) + 1))[:size]


def large_pdf(pieces: int, seed: int = 1) -> bytes:
    """A PDF of `pieces` pieces: what stands behind its end is read by nobody."""
    from shared.scans.pieces import PIECE_BYTES

    small = pdf(1)
    return small + b"%" + noise(PIECE_BYTES * pieces - len(small) - 1, seed).replace(b"\n", b"x").replace(b"\r", b"x")


def facts_of(body: bytes) -> ScanFacts:
    """What is known of a file."""
    return inspect(body)
