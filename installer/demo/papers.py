"""The papers that came out of the printers, read as a person with a telephone would: the code on the first page."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import zxingcpp
from PIL import Image

_DOTS_PER_INCH = 150


def code_on(paper: Path) -> str | None:
    """The text of the QR code on the first page of `paper`, or None when there is none."""
    with pypdfium2.PdfDocument(paper) as document:
        picture = document[0].render(scale=_DOTS_PER_INCH / 72, grayscale=True).to_pil()
    found = zxingcpp.read_barcodes(picture)
    return found[0].text if found else None


def codes_on(paper: Path, prefix: str) -> tuple[str, ...]:
    """The texts of all QR codes on `paper` that begin with `prefix`, page by page, as a scanner would type them."""
    with pypdfium2.PdfDocument(paper) as document:
        pictures = [page.render(scale=_DOTS_PER_INCH / 72, grayscale=True).to_pil() for page in document]
    found = (each.text for picture in pictures for each in zxingcpp.read_barcodes(picture))
    return tuple(dict.fromkeys(text for text in found if text.startswith(prefix)))


def code_in(picture: Path) -> str | None:
    """The text of the QR code in a photograph of a screen, or None when there is none."""
    with Image.open(picture) as opened:
        found = zxingcpp.read_barcodes(opened.convert("L"))
    return found[0].text if found else None


def words_on(paper: Path) -> str:
    """The text of all pages, words parted by single spaces."""
    with pypdfium2.PdfDocument(paper) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    return " ".join(" ".join(pages).split())
