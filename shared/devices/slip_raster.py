"""A slip's PDF as the dots of a thermal head (phiếu thành chấm in)."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

DOTS_PER_MM = 8.0
"""Thermal heads of 203 dots per inch print 8 dots on a millimetre."""

MOST_DOTS_HIGH = 8 * 1000
"""A slip longer than a metre is nobody's slip."""

_POINTS_PER_MM = 72 / 25.4
_INK_BELOW = 140
"""Greys of smoothed edges below this (of 255) are printed: a little bolder than half, as thermal paper likes it."""

_BORDER_DOTS = 16
_MAY_HANG_OVER = 2
"""So many dots of ink beside the head are cut off rather than the whole slip made smaller: the ends of its rules."""


def slip_pages(pdf: bytes, head_dots: int) -> list[Image]:
    """The pages of `pdf` as pictures of one bit, `head_dots` wide, white 255, cut to what is printed on them.

    The page's middle stands on the head's middle at true size; only ink wider than the head makes it smaller.
    ValueError when the PDF cannot be read or has no ink. PDFium is not thread-safe: one thread of a program calls this.
    """
    # Loaded with the first slip: it would slow down every start.
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(pdf) as document:
            pages = [_page_on_head(document[index], head_dots) for index in range(len(document))]
    except pypdfium2.PdfiumError as problem:
        raise ValueError("the slip is not a PDF") from problem
    if not pages:
        raise ValueError("the slip has no pages")
    return pages


def _page_on_head(page: object, head_dots: int) -> Image:
    picture = _inked(page, DOTS_PER_MM)
    half_width = _ink_half_width(picture)
    if half_width > head_dots // 2 + _MAY_HANG_OVER:
        picture = _inked(page, DOTS_PER_MM * (head_dots // 2) / half_width)
    return _cut_to_content(picture, head_dots)


def _inked(page: object, dots_per_mm: float) -> Image:
    width, height = page.get_width(), page.get_height()  # type: ignore[attr-defined]  # pypdfium2 has no types
    if height / _POINTS_PER_MM * DOTS_PER_MM > MOST_DOTS_HIGH:
        raise ValueError("the slip is too long")
    # PDFium rounds up and stretches; a width of whole dots keeps the modules of a QR code whole.
    wanted = round(width / _POINTS_PER_MM * dots_per_mm)
    scale = wanted / width
    while math.ceil(width * scale) > wanted:
        scale = math.nextafter(scale, 0)
    grey: Image = page.render(scale=scale, grayscale=True).to_pil()  # type: ignore[attr-defined]  # as above
    return grey.convert("L").point(lambda shade: 255 if shade >= _INK_BELOW else 0, mode="1")


def _ink_box(picture: Image) -> tuple[int, int, int, int]:
    box = picture.point(lambda shade: 0 if shade else 255).getbbox()
    if box is None:
        raise ValueError("the slip is empty")
    return box


def _ink_half_width(picture: Image) -> int:
    left, _, right, _ = _ink_box(picture)
    return max(picture.width // 2 - left, right - picture.width // 2)


def _cut_to_content(picture: Image, head_dots: int) -> Image:
    from PIL import Image as Images

    _, top, _, bottom = _ink_box(picture)
    paper = Images.new("1", (head_dots, bottom - top + 2 * _BORDER_DOTS), 255)
    content = picture.crop((0, top, picture.width, bottom))
    paper.paste(content, (head_dots // 2 - picture.width // 2, _BORDER_DOTS))
    return paper
