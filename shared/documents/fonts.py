"""The typefaces of the papers, registered once and always embedded.

Forms are set in the metrics of Times New Roman (the system's own on Windows and macOS, Liberation Serif elsewhere);
slips and screens in Be Vietnam Pro, which also stands in where no serif face is installed.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import fontpkg_be_vietnam_pro
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont, TTFontFace


@dataclass(frozen=True, slots=True)
class FaceFiles:
    """The four static TrueType files of one family (bộ chữ)."""

    regular: Path
    bold: Path
    italic: Path
    bold_italic: Path

    def are_all_there(self) -> bool:
        """Whether each of the four files exists."""
        return all(path.is_file() for path in (self.regular, self.bold, self.italic, self.bold_italic))


@dataclass(frozen=True, slots=True)
class Family:
    """A registered family (bộ chữ): the names under which reportlab knows its faces.

    `heavy` is the heaviest upright face, for numbers read from afar; `fallback` is the face that lends the letters
    this family lacks, or "".
    """

    regular: str
    bold: str
    italic: str
    bold_italic: str
    heavy: str
    fallback: str

    def faces(self) -> tuple[str, ...]:
        """Every face of the family, once."""
        return tuple(dict.fromkeys((self.regular, self.bold, self.italic, self.bold_italic, self.heavy)))


def all_vietnamese_letters() -> str:
    """Every letter a Vietnamese text may hold: the 134 with diacritics (chữ có dấu), then A–Z and a–z."""
    tones = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
    vowels = [unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in tones]
    small = [letter for letter in vowels if not letter.isascii()] + ["đ"]
    plain = "".join(chr(code) for code in range(ord("a"), ord("z") + 1))
    return "".join(small) + "".join(small).upper() + plain.upper() + plain


@cache
def slip_family() -> Family:
    """Be Vietnam Pro, from its package."""
    folder = fontpkg_be_vietnam_pro.ROOT / "files"
    files = FaceFiles(
        folder / "BeVietnamPro-Regular.ttf",
        folder / "BeVietnamPro-Bold.ttf",
        folder / "BeVietnamPro-Italic.ttf",
        folder / "BeVietnamPro-BoldItalic.ttf",
    )
    _register_family("BeVietnamPro", files)
    _register_face("BeVietnamPro-ExtraBold", folder / "BeVietnamPro-ExtraBold.ttf")
    return Family(
        "BeVietnamPro",
        "BeVietnamPro-Bold",
        "BeVietnamPro-Italic",
        "BeVietnamPro-BoldItalic",
        "BeVietnamPro-ExtraBold",
        "",
    )


@cache
def form_family() -> Family:
    """The family of the official forms: Times New Roman's metrics, or Be Vietnam Pro when no such face is there."""
    return family_from(serif_candidates())


def family_from(candidates: Sequence[FaceFiles]) -> Family:
    """The family of the first complete of `candidates`, registered; Be Vietnam Pro when there is none."""
    files = first_complete(candidates)
    if files is None:
        return slip_family()
    _register_family("FormSerif", files)
    return Family(
        "FormSerif",
        "FormSerif-Bold",
        "FormSerif-Italic",
        "FormSerif-BoldItalic",
        "FormSerif-Bold",
        slip_family().regular,
    )


def first_complete(candidates: Sequence[FaceFiles]) -> FaceFiles | None:
    """The first of `candidates` whose four files are all there, or None."""
    return next((files for files in candidates if files.are_all_there()), None)


def serif_candidates() -> tuple[FaceFiles, ...]:
    """Where systems keep a face with the metrics of Times New Roman: Windows, macOS, Debian, Fedora."""
    windows = Path(os.environ.get("SYSTEMROOT", "C:/Windows")) / "Fonts"
    mac = Path("/System/Library/Fonts/Supplemental")
    linux = [Path("/usr/share/fonts") / name for name in _LIBERATION_FOLDERS]
    return (
        _faces(windows, ("times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf")),
        _faces(mac, tuple(f"Times New Roman{style}.ttf" for style in ("", " Bold", " Italic", " Bold Italic"))),
        *(_faces(folder, _LIBERATION_FILES) for folder in linux),
    )


_LIBERATION_FOLDERS = ("truetype/liberation2", "truetype/liberation", "liberation-serif", "liberation-serif-fonts")
_LIBERATION_FILES = tuple(f"LiberationSerif-{style}.ttf" for style in ("Regular", "Bold", "Italic", "BoldItalic"))


def _faces(folder: Path, names: Sequence[str]) -> FaceFiles:
    regular, bold, italic, bold_italic = (folder / name for name in names)
    return FaceFiles(regular, bold, italic, bold_italic)


@cache
def letters_of(face: str) -> frozenset[str]:
    """Every character for which the registered `face` has a glyph. KeyError for a face not registered here."""
    return frozenset(chr(code) for code in _REGISTERED[face].charToGlyph)


def cap_height(face: str) -> float:
    """How high a capital letter of `face` stands, as a share of the type size."""
    return float(_REGISTERED[face].capHeight) / 1000


def _register_family(name: str, files: FaceFiles) -> None:
    _register_face(name, files.regular)
    _register_face(f"{name}-Bold", files.bold)
    _register_face(f"{name}-Italic", files.italic)
    _register_face(f"{name}-BoldItalic", files.bold_italic)
    pdfmetrics.registerFontFamily(
        name, normal=name, bold=f"{name}-Bold", italic=f"{name}-Italic", boldItalic=f"{name}-BoldItalic"
    )


def _register_face(name: str, path: Path) -> None:
    font = TTFont(name, str(path), shapable=False)
    pdfmetrics.registerFont(font)
    _REGISTERED[name] = font.face


_REGISTERED: dict[str, TTFontFace] = {}
