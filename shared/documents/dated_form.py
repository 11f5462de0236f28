"""What all forms of a dossier share: the dated version of their circular, how they open, what is printed once more.

The layouts are those of the generation of Circular 03/2025/TT-VPCP, read in the adaptation that Decision
3621/QĐ-BYT prints of them. A version after another regulation (Circular 01/2018/TT-VPCP for older dossiers) brings
its own number and title; its official layout is not at hand, and the sheet says so at its top.

The faces are embedded in every file. The files are not PDF/A: reportlab writes neither the XMP metadata nor the output
intent that ISO 19005 asks for.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Literal

from reportlab.platypus import Flowable, Paragraph

from shared.documents.fonts import form_family
from shared.documents.form_fields import CODE_MM, Setting, captioned_qr, loose, tight
from shared.documents.letterhead import Letterhead, form_title, letterhead
from shared.documents.paper import COPY, REPRINT, TEXT_WIDTH, UPRIGHT, PageMarks, Sheet, render_a4
from shared.documents.paper_text import centred, fitting_size, markup, plain, style
from shared.documents.vietnamese_words import date_in_figures
from shared.domain.office_record import FormName, FormVersion

Printing = Literal["original", "copy", "reprint"]
"""Which print this is: the one that is signed (bản chính), a copy of it (bản sao), the same printed again (in lại)."""

BY_HAND = "(Ký và ghi rõ họ tên)"
_LAYOUT_OF = "Thông tư 03/2025/TT-VPCP"
_MARKS: dict[Printing, str] = {"original": "", "copy": COPY, "reprint": REPRINT}
_SYMBOLS: dict[FormName, str] = {
    "supplement_request": "PBS",
    "refusal": "PTC",
    "apology": "PXL",
    "stop_notice": "TB",
    "control_slip": "PKS",
    "register": "STD",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FormHeading:
    """What stands above the text of a form (phần mở đầu).

    `version`: the regulation's number and title, as in force for the dossier; `number` follows "Số:" (see
    `form_number`), "" leaves dots; `place`, `issued_on`: địa danh và thời gian ban hành.
    """

    version: FormVersion
    managing_body: str
    office_name: str
    number: str
    place: str
    issued_on: date


def form_number(form: FormName, order: str, office_symbol: str) -> str:
    """Number and symbol (số, ký hiệu): "15/PBS-TTPVHCC"; an apology takes no symbol of the office, "" leaves it out.

    KeyError for a paper that the circular does not number. The symbol TB of the stop notice is that of any notice
    (Decree 30/2020, Appendix III); the circular's own is not known.
    """
    symbol = _SYMBOLS[form]
    office = "" if form == "apology" else plain(office_symbol)
    return f"{plain(order) or '......'}/{symbol}{'-' if office else ''}{office}"


def render_form(
    form: FormName,
    heading: FormHeading,
    dossier_code: str,
    printing: Printing,
    story: Callable[[Setting], list[Flowable]],
    sheet: Sheet = UPRIGHT,
) -> bytes:
    """`story` under the heading as an A4 PDF, marked as the print it is.

    ValueError when the version is that of another form. The file's metadata name the form and the dossier's code.
    """
    version = heading.version
    code, number = plain(dossier_code), plain(heading.number)
    if version.form != form:
        raise ValueError(f"a version of {version.form} cannot head {form}")
    marks = PageMarks(
        title=f"{version.title} {code}",
        subject=version_words(version),
        running_head=version.title,
        reference=f"Mã hồ sơ {code}" if code else f"Số {number}" if number else version.title,
        copy_mark=_MARKS[printing],
        source=source_line(version),
    )
    family = form_family()
    settings = [tight(family)] if form == "register" else [loose(family), tight(family)]
    return render_a4([partial(story, setting) for setting in settings], marks, sheet)


def opening(heading: FormHeading, setting: Setting, width: float = TEXT_WIDTH) -> list[Flowable]:
    """The two columns, number, place and date in words, and the title of the version."""
    number = heading.number if plain(heading.number) else "............"
    head = Letterhead(heading.managing_body, heading.office_name, number, heading.place, heading.issued_on)
    title = markup(heading.version.title.upper(), setting.family)
    return [*letterhead(head, setting.family, width), *form_title(title, setting.family, width)]


def source_line(version: FormVersion) -> str:
    """The regulation and since when it is applied; that the layout is not its own, where it is not."""
    since = f", áp dụng từ ngày {date_in_figures(version.valid_from)}" if version.valid_from else ""
    layout = "" if plain(version.basis) == _LAYOUT_OF else f"; trình bày theo {_LAYOUT_OF}"
    return f"({version_words(version)}{since}{layout})"


def dossier_qr(look_up_url: str, dossier_code: str, setting: Setting) -> list[Flowable]:
    """The code that a phone follows the dossier with, over the dossier's code; nothing without an address."""
    if not look_up_url:
        return []
    family = setting.family
    block = captioned_qr(look_up_url, "Quét mã để tra cứu hồ sơ", CODE_MM, family)
    code = plain(dossier_code)
    if code:
        size = fitting_size(code, family.regular, 9, CODE_MM * UPRIGHT.width / 210)
        block.append(Paragraph(markup(code, family), centred(style(family.regular, size, 11))))
    return block


def digital(who: str) -> str:
    """The note for an electronic form under the place where `who` signs."""
    return f"(Chữ ký số của {who} nếu là biểu mẫu điện tử)"


def version_words(version: FormVersion) -> str:
    """Number and regulation of a version: "Mẫu số 02, Thông tư 03/2025/TT-VPCP"."""
    return f"Mẫu số {version.number}, {version.basis}" if version.number else version.basis
