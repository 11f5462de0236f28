"""What is taken as a scan is told by its content, read to its end."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from PIL import Image

from shared.domain.attachment import LARGEST_SCAN
from shared.failures import Refusal
from shared.scans.pictures import page_picture
from shared.scans.scan_file import inspect
from tests.scans import samples

LOCKED = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 10 10]>>endobj 4 0 obj<</Filter/Standard/V 1/R 2/P -4/O<"
    + b"41" * 32
    + b">/U<"
    + b"42" * 32
    + b">>>endobj trailer<</Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]>>"
)


@pytest.mark.parametrize(
    ("body", "media_type", "pages"),
    [
        (samples.pdf(3), "application/pdf", 3),
        (samples.picture("PNG"), "image/png", 1),
        (samples.picture("JPEG"), "image/jpeg", 1),
        (samples.picture("TIFF", pages=4), "image/tiff", 4),
    ],
)
def test_what_scanners_make_is_known_by_its_content_with_its_pages(body: bytes, media_type: str, pages: int) -> None:
    facts = inspect(body)
    assert (facts.media_type, facts.pages, facts.size) == (media_type, pages, len(body))


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", "scan_empty"),
        (b"PK\x03\x04 a document of a word processor", "not_a_scan"),
        (b"MZ\x90 a program", "not_a_scan"),
        (samples.pdf()[:400], "scan_damaged"),
        (samples.picture("PNG")[:150], "scan_damaged"),
        (samples.picture("JPEG")[:-400], "scan_damaged"),
        (b"%PDF-1.4 and then nothing", "scan_damaged"),
        (LOCKED, "scan_locked"),
        (b"%PDF" + b"\0" * LARGEST_SCAN, "file_too_large"),
    ],
    ids=["empty", "docx", "program", "half a PDF", "half a PNG", "half a JPEG", "no PDF", "password", "too large"],
)
def test_anything_else_is_refused_in_words(body: bytes, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        inspect(body)
    assert refused.value.code == code
    assert refused.value.sentence.vi.endswith(".")


@pytest.mark.parametrize(
    "body", [samples.pdf(2), samples.picture("TIFF", pages=2), samples.picture("PNG")], ids=["pdf", "tiff", "png"]
)
def test_a_page_is_shown_as_a_picture_that_fits(body: bytes) -> None:
    facts = inspect(body)
    shown = Image.open(io.BytesIO(page_picture(body, facts.media_type, facts.pages - 1, 100, 100)))
    assert shown.format == "PNG"
    assert max(shown.size) <= 100
    assert max(shown.size) > 90


def test_pages_of_a_real_pdf_differ() -> None:
    body = samples.pdf(2, "Trang")
    first, second = (page_picture(body, "application/pdf", page, 300, 424) for page in (0, 1))
    assert first != second
    assert len(pypdfium2.PdfDocument(body)) == 2
