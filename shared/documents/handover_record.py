"""The handover record (Biên bản giao nhận hồ sơ): what changed hands, counted and signed by both sides.

Content after Decision 45/2016/QĐ-TTg Art. 7(4): the dossiers, the consignment number of each, completeness.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, LongTable, Paragraph, Spacer

from shared.documents.fonts import form_family
from shared.documents.form_fields import Setting, captioned_qr, field, line, loose, ruled_cells, strong_field, tight
from shared.documents.letterhead import Letterhead, Signatory, bare_table, form_title, letterhead, signatures
from shared.documents.paper import TEXT_WIDTH, PageMarks, render_a4
from shared.documents.paper_text import centred, markup, plain, style
from shared.documents.vietnamese_words import counted, local_or_refuse, number_in_words, time_in_words

TITLE = "BIÊN BẢN GIAO NHẬN HỒ SƠ"
_QR_MM = 30.0
_GUTTER = 3 * mm


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One side of a handover (bên giao, bên nhận): who, of which unit, and when they signed, None before they did."""

    name: str
    unit: str
    signed_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOverDossier:
    """One dossier that changed hands (hồ sơ giao nhận).

    `sets` (số bộ) and `papers` (số giấy tờ) are counts; `consignment_number` is the số hiệu phiếu gửi of a dossier
    that came by post, or "".
    """

    dossier_code: str
    procedure_name: str
    sets: int
    papers: int
    note: str = ""
    consignment_number: str = ""


@dataclass(frozen=True, slots=True)
class DiscrepantDossier:
    """A dossier on which list and count differ (hồ sơ thiếu, hồ sơ thừa), and what the sides say about it, or ""."""

    dossier_code: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverRecord:
    """Everything the record says (Biên bản giao nhận hồ sơ). It holds no data of applicants.

    `dossiers` are those that changed hands; `missing` (thiếu) stand on the giver's list and were not there; `extra`
    (thừa) were there and not on the list. `reference` is the text of the QR; `fees_dong` the fees handed over along
    with the dossiers, in đồng, or None; `copy_mark` is "" or `paper.REPRINT`.
    """

    managing_body: str
    office_name: str
    record_number: str
    place: str
    handed_over_at: datetime
    giver: Party
    receiver: Party
    dossiers: tuple[HandedOverDossier, ...]
    missing: tuple[DiscrepantDossier, ...]
    extra: tuple[DiscrepantDossier, ...]
    reference: str
    fees_dong: int | None = None
    copy_mark: str = ""


def render_handover_record(record: HandoverRecord) -> bytes:
    """The record as an A4 PDF; its table goes on over as many sheets as it needs."""
    family = form_family()
    marks = PageMarks(
        title=f"{TITLE.capitalize()} {record.record_number}",
        subject=TITLE.capitalize(),
        running_head=TITLE.capitalize(),
        reference=f"Số {record.record_number}",
        copy_mark=record.copy_mark,
    )
    settings = [partial(_story, record, setting) for setting in (loose(family), tight(family))]
    return render_a4(settings, marks)


def _story(record: HandoverRecord, setting: Setting) -> list[Flowable]:
    day = local_or_refuse(record.handed_over_at).date()
    head = Letterhead(record.managing_body, record.office_name, record.record_number, record.place, day)
    return [
        *letterhead(head, setting.family),
        *form_title(TITLE, setting.family),
        _parties_beside_qr(record, setting),
        CondPageBreak(30 * mm),
        line("Hai bên đã cùng kiểm đếm, đối chiếu và giao nhận các hồ sơ thủ tục hành chính sau:", setting),
        Spacer(1, 2),
        _dossier_table(record.dossiers, setting),
        Spacer(1, 6),
        KeepTogether(_totals(record, setting)),
        *_discrepancies(record, setting),
        KeepTogether([*_closing(setting), Spacer(1, 8), _signatures(record, setting)]),
    ]


def _parties_beside_qr(record: HandoverRecord, setting: Setting) -> Flowable:
    width = TEXT_WIDTH - _GUTTER - _QR_MM * mm
    moment = f"Hôm nay, {time_in_words(record.handed_over_at)}, chúng tôi gồm:"
    text = [
        line(moment, setting),
        *_party("Bên giao", record.giver, setting, width),
        *_party("Bên nhận", record.receiver, setting, width),
    ]
    code = captioned_qr(record.reference, "Quét mã để đối chiếu", _QR_MM, setting.family)
    return bare_table([[text, "", code]], [width, _GUTTER, _QR_MM * mm], setting.space_after + 3)


def _party(side: str, party: Party, setting: Setting, width: float) -> list[Flowable]:
    return [strong_field(side, party.name, setting, width), field("Đơn vị", party.unit, setting, width)]


def _dossier_table(dossiers: tuple[HandedOverDossier, ...], setting: Setting) -> LongTable:
    text = style(setting.family.regular, 11, 13.5)
    number = centred(text)
    head = centred(style(setting.family.bold, 11, 13.5))
    titles = ("STT", "Mã hồ sơ", "Tên thủ tục hành chính", "Số bộ", "Số giấy\u00a0tờ", "Ghi chú")
    rows: list[list[object]] = [[Paragraph(title, head) for title in titles]]
    for order, dossier in enumerate(dossiers, start=1):
        rows.append(
            [
                Paragraph(str(order), number),
                _code_cell(dossier, setting),
                Paragraph(markup(dossier.procedure_name, setting.family), text),
                Paragraph(counted(dossier.sets), number),
                Paragraph(counted(dossier.papers), number),
                Paragraph(markup(dossier.note, setting.family), text),
            ]
        )
    fixed = [11 * mm, 49 * mm, 13 * mm, 16 * mm, 25 * mm]
    widths = [fixed[0], fixed[1], TEXT_WIDTH - sum(fixed), *fixed[2:]]
    return LongTable(rows, colWidths=widths, repeatRows=1, style=ruled_cells(setting))


def _code_cell(dossier: HandedOverDossier, setting: Setting) -> list[Flowable]:
    cell: list[Flowable] = [
        Paragraph(markup(dossier.dossier_code, setting.family), style(setting.family.regular, 11, 13.5))
    ]
    if dossier.consignment_number:
        number = f"Phiếu gửi: {markup(dossier.consignment_number, setting.family)}"
        cell.append(Paragraph(number, style(setting.family.italic, 10, 12.5)))
    return cell


def _totals(record: HandoverRecord, setting: Setting) -> list[Flowable]:
    dossiers = len(record.dossiers)
    sets = sum(dossier.sets for dossier in record.dossiers)
    papers = sum(dossier.papers for dossier in record.dossiers)
    parts = ((dossiers, "hồ sơ"), (sets, "bộ"), (papers, "giấy tờ"))
    total = "; ".join(f"<b>{counted(number)}</b> ({number_in_words(number)}) {unit}" for number, unit in parts)
    lines: list[Flowable] = [line(f"Tổng cộng: {total}.", setting)]
    if record.fees_dong is not None:
        figures = f"{record.fees_dong:,}".replace(",", ".")
        words = number_in_words(record.fees_dong)
        lines.append(line(f"Phí, lệ phí thu hộ giao kèm: <b>{figures}</b> đồng ({words} đồng).", setting))
    return lines


def _discrepancies(record: HandoverRecord, setting: Setting) -> list[Flowable]:
    if not record.missing and not record.extra:
        return [line("Số kiểm đếm khớp với danh sách của bên giao, không có hồ sơ thiếu hoặc thừa.", setting)]
    missing = "Thiếu (có trong danh sách, không có khi kiểm đếm)"
    extra = "Thừa (có khi kiểm đếm, không có trong danh sách)"
    return [
        CondPageBreak(25 * mm),
        line("<b>Sai lệch giữa danh sách và kiểm đếm</b>", setting),
        *_discrepant(missing, record.missing, setting),
        *_discrepant(extra, record.extra, setting),
    ]


def _discrepant(title: str, dossiers: tuple[DiscrepantDossier, ...], setting: Setting) -> list[Flowable]:
    if not dossiers:
        return [line(f"{title}: không có.", setting)]
    number = len(dossiers)
    heading = f"{title}: <b>{counted(number)}</b> ({number_in_words(number)}) hồ sơ:"
    return [line(heading, setting), *(line(_discrepancy_text(dossier, setting), setting) for dossier in dossiers)]


def _discrepancy_text(dossier: DiscrepantDossier, setting: Setting) -> str:
    code = markup(dossier.dossier_code, setting.family)
    note = f": {markup(dossier.note, setting.family)}" if plain(dossier.note) else ""
    return f"&nbsp;&nbsp;&nbsp;– {code}{note}"


def _closing(setting: Setting) -> list[Flowable]:
    text = "Biên bản được lập thành 02 bản, mỗi bên giữ 01 bản, hai bên cùng ký xác nhận./."
    return [Spacer(1, 2), line(text, setting)]


def _signatures(record: HandoverRecord, setting: Setting) -> Flowable:
    giver = _signatory("BÊN GIAO", record.giver)
    receiver = _signatory("BÊN NHẬN", record.receiver)
    return signatures(giver, receiver, setting.family, setting.signing_room)


def _signatory(role: str, party: Party) -> Signatory:
    if party.signed_at is None:
        when = "Ký lúc ...... giờ ...... phút,<br/>ngày ...... tháng ...... năm .........."
    else:
        when = f"Ký lúc {time_in_words(party.signed_at)}".replace(", ", ",<br/>")
    return Signatory(role, ("(Ký và ghi rõ họ tên)",), party.name, when)
