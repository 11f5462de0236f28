"""What people typed, made safe for paper: one line, composed letters, literal signs, no letter without a glyph."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import groupby
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_CENTER, TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Paragraph

from shared.documents.fonts import Family, letters_of


def plain(text: str) -> str:
    """`text` in NFC on one line: white space runs become one space, control and invisible characters vanish.

    A no-break space stays.
    """
    spaced = "".join(" " if char != "\u00a0" and char.isspace() else char for char in text)
    visible = (char for char in unicodedata.normalize("NFC", spaced) if unicodedata.category(char)[0] != "C")
    return " ".join(part for part in "".join(visible).split(" ") if part)


def markup(text: str, family: Family) -> str:
    """`text` as paragraph markup that prints literally; letters the family lacks come from its fallback face."""
    known = letters_of(family.regular)
    lent = letters_of(family.fallback) - known if family.fallback else frozenset[str]()
    pieces = []
    for is_lent, chars in groupby(plain(text), key=lent.__contains__):
        piece = escape("".join(chars))
        pieces.append(f'<font name="{family.fallback}">{piece}</font>' if is_lent else piece)
    return "".join(pieces)


def unbroken_terms(text: str) -> str:
    """`text` with the terms that a heading must not break over two lines held together by no-break spaces."""
    return re.sub("hành chính công", lambda found: found[0].replace(" ", "\u00a0"), plain(text), flags=re.IGNORECASE)


def style(face: str, size: float, leading: float = 0.0) -> ParagraphStyle:
    """A left-aligned paragraph style in `face`; sizes in points, leading 1.3 of the size when not given."""
    return ParagraphStyle(
        f"{face} {size:g}",
        fontName=face,
        fontSize=size,
        leading=leading or size * 1.3,
        bulletFontName=face,
        alignment=TA_LEFT,
        splitLongWords=1,
    )


def centred(base: ParagraphStyle) -> ParagraphStyle:
    """`base`, centred."""
    return ParagraphStyle(f"{base.name} centred", parent=base, alignment=TA_CENTER)


def fitting_size(text: str, face: str, size: float, width: float) -> float:
    """The largest type size up to `size` points at which `text` takes one line of `width` points."""
    return min(size, 0.99 * width / stringWidth(text, face, 1))


def fitting_block(content: str, base: ParagraphStyle, width: float, height: float) -> Paragraph:
    """A paragraph of markup, set smaller than `base` as far as it must be to stay below `height` points."""
    size = base.fontSize
    block = Paragraph(content, base)
    while block.wrap(width, _ENDLESS)[1] > height and size > 1:
        size *= 0.95
        block = Paragraph(content, style(base.fontName, size, size * base.leading / base.fontSize))
    return block


def balanced(content: str, base: ParagraphStyle, width: float) -> Paragraph:
    """A paragraph of markup whose lines are about equally long: as narrow as it goes without one line more."""
    indent = _balancing_indent(content, base.fontName, base.fontSize, base.leading, width)
    return Paragraph(content, _indented(base, indent) if indent else base)


@lru_cache(maxsize=256)
def _balancing_indent(content: str, face: str, size: float, leading: float, width: float) -> float:
    """How far both edges may come in, in points; headings come again on every paper, and finding out takes a while."""
    base = style(face, size, leading)
    height = Paragraph(content, base).wrap(width, _ENDLESS)[1]
    best, indent = 0.0, 4.0
    while indent < width / 3 and Paragraph(content, _indented(base, indent)).wrap(width, _ENDLESS)[1] <= height:
        best = indent
        indent += 4.0
    return best


def _indented(base: ParagraphStyle, indent: float) -> ParagraphStyle:
    return ParagraphStyle(f"{base.name} {indent:g}", parent=base, leftIndent=indent, rightIndent=indent)


_ENDLESS = 1e6
