"""Reads papers back as a person and a scanner would: their text, their codes, what stands where."""

from __future__ import annotations

import ctypes
import unicodedata
from dataclasses import dataclass

import pypdfium2
import zxingcpp
from pypdfium2 import raw

MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Ink:
    """The box around what is drawn on a page, and the page, in points."""

    left: float
    bottom: float
    right: float
    top: float
    page_width: float
    page_height: float


def page_texts(content: bytes) -> list[str]:
    """The text of each page in NFC, lines joined by a space."""
    with pypdfium2.PdfDocument(content) as document:
        return [_joined(page.get_textpage().get_text_range()) for page in document]


def text_of(content: bytes) -> str:
    """The text of the whole paper in NFC, lines and pages joined by a space."""
    return " ".join(page_texts(content))


def letters_of(content: bytes) -> str:
    """The text without any white space: for values so long that they break within a word."""
    return text_of(content).replace(" ", "")


def codes_of(content: bytes, dots_per_inch: int = 150, page: int = 0) -> list[str]:
    """The texts of the QR codes on one page, the first if nothing else is said, read from its picture."""
    with pypdfium2.PdfDocument(content) as document:
        picture = document[page].render(scale=dots_per_inch / 72, grayscale=True).to_pil()
    return [found.text for found in zxingcpp.read_barcodes(picture)]


def inks_of(content: bytes) -> list[Ink]:
    """For each page the box around all that is not white, measured on its picture at 144 dots per inch."""
    inks = []
    with pypdfium2.PdfDocument(content) as document:
        for page in document:
            width, height = page.get_size()
            picture = page.render(scale=2, grayscale=True).to_pil()
            box = picture.point([255 - value for value in range(256)]).getbbox()
            assert box is not None
            left, top, right, bottom = (edge / 2 for edge in box)
            inks.append(Ink(left, height - bottom, right, height - top, width, height))
    return inks


def every_text_is_embedded(content: bytes) -> bool:
    """Whether each piece of text is set in a face that travels in the file."""
    with pypdfium2.PdfDocument(content) as document:
        texts = [thing for page in document for thing in page.get_objects(filter=(raw.FPDF_PAGEOBJ_TEXT,), max_depth=5)]
        assert texts
        return all(raw.FPDFFont_GetIsEmbedded(raw.FPDFTextObj_GetFont(text.raw)) == 1 for text in texts)


def faces_of(content: bytes) -> set[str]:
    """The base names of the faces that the pages use, with the subset's tag."""
    names = set()
    with pypdfium2.PdfDocument(content) as document:
        for page in document:
            for text in page.get_objects(filter=(raw.FPDF_PAGEOBJ_TEXT,), max_depth=5):
                names.add(_base_name(raw.FPDFTextObj_GetFont(text.raw)))
    return names


def facts_of(content: bytes) -> dict[str, str]:
    """The file's metadata."""
    with pypdfium2.PdfDocument(content) as document:
        facts: dict[str, str] = document.get_metadata_dict()
        return facts


def _base_name(font: object) -> str:
    length = raw.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = ctypes.create_string_buffer(length)
    raw.FPDFFont_GetBaseFontName(font, buffer, length)
    return buffer.value.decode()


def _joined(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text.replace("\ufffe", "")).split())
