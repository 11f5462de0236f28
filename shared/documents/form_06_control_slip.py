"""Form 06: Phiếu kiểm soát quá trình giải quyết hồ sơ, who had the dossier from when to when.

Decree 118/2025 Art. 18, 20. Wording of the 2025 generation (its number 06; 05 in Circular 01/2018). The older form has
notes of its own on the post and on signing by hand; its layout is not at hand: an older dossier gets this one under the
older number and title.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Literal

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, LongTable, Paragraph, Spacer, TableStyle

from shared.documents.dated_form import FormHeading, Printing, dossier_qr, opening, render_form
from shared.documents.form_fields import Setting, beside_code, field, line, ruled_cells, strong_field
from shared.documents.paper import TEXT_WIDTH
from shared.documents.paper_text import centred, fitting_block, markup, plain, style
from shared.documents.vietnamese_words import date_in_words, time_in_words

Outcome = Literal["early", "on_time", "late"]
"""How a unit kept its time (kết quả giải quyết hồ sơ): trước hạn, đúng hạn, quá hạn."""

NOTES = (
    "- Kết quả giải quyết hồ sơ do bên nhận nhập thông tin/ghi khi nhận bàn giao hồ sơ.",
    "- Việc lưu vết được thực hiện tự động theo chức năng của Hệ thống thông tin giải quyết thủ tục hành chính "
    "và thể hiện trên mẫu phiếu điện tử.",
)
_OUTCOMES: dict[Outcome, str] = {"early": "Trước hạn", "on_time": "Đúng hạn", "late": "Quá hạn"}
_BLANK_TIME = "......giờ......phút, ngày....../....../........."
_WIDTHS = [42 * mm, 32 * mm, 32 * mm, 26 * mm, TEXT_WIDTH - 132 * mm]
_HAND_ROOM = 11 * mm
_HIGHEST = 200 * mm


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlStep:
    """One change of hands (giao nhận): between which units, when, who gave and took, and how the giver kept its time.

    `handed_over_at` None and texts that are "" leave room to write; `outcome` None is not entered yet.
    """

    giver_unit: str
    receiver_unit: str
    handed_over_at: datetime | None
    giver_name: str
    receiver_name: str
    outcome: Outcome | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form06:
    """Everything Form 06 says (Phiếu kiểm soát quá trình giải quyết hồ sơ). It holds no data of applicants.

    `agency`: cơ quan (bộ phận) giải quyết; `cooperating_agency`: cơ quan phối hợp, "" prints dots; `due_at` None prints
    "Không quy định"; `blank_steps`: how many rows to write on follow `steps`.
    """

    heading: FormHeading
    dossier_code: str
    agency: str
    cooperating_agency: str
    received_on: date
    due_at: datetime | None
    steps: tuple[ControlStep, ...]
    blank_steps: int
    look_up_url: str
    printing: Printing = "original"


def render_form_06(form: Form06) -> bytes:
    """The slip as an A4 PDF; the head of its table stands on every sheet. ValueError for a version of another form."""
    return render_form("control_slip", form.heading, form.dossier_code, form.printing, partial(_story, form))


def _story(form: Form06, setting: Setting) -> list[Flowable]:
    code = dossier_qr(form.look_up_url, form.dossier_code, setting)
    return [
        *opening(form.heading, setting),
        *beside_code(partial(_dossier, form, setting), code, setting),
        CondPageBreak(45 * mm),
        Spacer(1, 2),
        _table(form, setting),
        Spacer(1, 6),
        KeepTogether([line("<i>Ghi chú:</i>", setting), *(line(note, setting) for note in NOTES)]),
    ]


def _dossier(form: Form06, setting: Setting, width: float) -> list[list[Flowable]]:
    due = time_in_words(form.due_at) if form.due_at is not None else "Không quy định"
    return [
        [strong_field("Mã số hồ sơ", form.dossier_code, setting, width)],
        [field("Cơ quan (bộ phận) giải quyết hồ sơ", form.agency, setting, width)],
        [field("Cơ quan phối hợp giải quyết hồ sơ", form.cooperating_agency, setting, width)],
        [line(f"Ngày nhận: {date_in_words(form.received_on).removeprefix('ngày ')}", setting)],
        [line(f"Hẹn trả kết quả vào <b>{due}</b>", setting)],
    ]


def _table(form: Form06, setting: Setting) -> LongTable:
    blank = ControlStep(giver_unit="", receiver_unit="", handed_over_at=None, giver_name="", receiver_name="")
    head = centred(style(setting.family.bold, 11, 13.5))
    outcome = "Kết quả giải\u00a0quyết hồ\u00a0sơ<br/>(trước hạn/<br/>đúng hạn/<br/>quá hạn)"
    titles = ("Tên đơn vị", "Thời gian giao nhận hồ sơ", "", outcome, "Ghi chú")
    rows: list[list[object]] = [[Paragraph(title, head) for title in titles]]
    spans = [("SPAN", (1, 0), (2, 0))]
    for step in (*form.steps, *[blank] * form.blank_steps):
        top = len(rows)
        rows += _step_rows(step, setting)
        spans += [
            ("SPAN", (1, top), (2, top)),
            ("SPAN", (3, top), (3, top + 1)),
            ("SPAN", (4, top), (4, top + 1)),
            ("NOSPLIT", (0, top), (-1, top + 1)),
        ]
    table = LongTable(rows, colWidths=_WIDTHS, repeatRows=1, style=ruled_cells(setting))
    table.setStyle(TableStyle([*spans, ("VALIGN", (0, 1), (2, -1), "TOP")]))
    return table


def _step_rows(step: ControlStep, setting: Setting) -> list[list[object]]:
    family = setting.family
    text = style(family.regular, 11, 13.5)
    middle = centred(text)
    when = _BLANK_TIME if step.handed_over_at is None else _time(step.handed_over_at)
    outcome = _OUTCOMES[step.outcome] if step.outcome else ""
    given = [
        fitting_block(f"1. Giao: {markup(step.giver_unit, family)}", text, _WIDTHS[0] - 8, _HIGHEST / 2),
        Paragraph(when, middle),
        "",
        Paragraph(outcome, middle),
        fitting_block(markup(step.note, family), text, _WIDTHS[4] - 8, _HIGHEST),
    ]
    taken = [
        fitting_block(f"2. Nhận: {markup(step.receiver_unit, family)}", text, _WIDTHS[0] - 8, _HIGHEST / 2),
        _hand("Người giao", step.giver_name, setting),
        _hand("Người nhận", step.receiver_name, setting),
        "",
        "",
    ]
    return [given, taken]


def _hand(role: str, name: str, setting: Setting) -> list[Flowable]:
    middle = centred(style(setting.family.regular, 11, 13.5))
    italic = centred(style(setting.family.italic, 11, 13.5))
    room = _HIGHEST / 2 - _HAND_ROOM - 20
    under = [fitting_block(markup(name, setting.family), middle, _WIDTHS[1] - 8, room)] if plain(name) else []
    return [Paragraph(role, italic), Spacer(1, _HAND_ROOM), *under]


def _time(instant: datetime) -> str:
    return time_in_words(instant).replace(", ", ",<br/>")
