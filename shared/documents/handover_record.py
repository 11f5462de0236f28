"""The handover record (Biên bản giao nhận hồ sơ): what changed hands, counted and signed by both sides.

Content after Decision 45/2016/QĐ-TTg Art. 7(4): the dossiers, the consignment number of each, completeness. A record
that only the giver has signed carries the whole list as codes, for a receiver's machine that has not heard of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Spacer

from shared.documents.fonts import form_family
from shared.documents.form_fields import Setting, captioned_qr, field, line, loose, numbered_lines, strong_field, tight
from shared.documents.handed_over import MANY, HandedOverDossier, handed_over_table, totals_in_words
from shared.documents.letterhead import Letterhead, Signatory, bare_table, form_title, letterhead, signatures
from shared.documents.list_codes import CODE_MM, code_sheet, single_code
from shared.documents.paper import TEXT_WIDTH, PageMarks, render_a4
from shared.documents.paper_text import markup, plain
from shared.documents.vietnamese_words import (
    counted,
    local_or_refuse,
    money_in_figures,
    number_in_words,
    time_in_words,
)

__all__ = [
    "CarriedMoney",
    "DiscrepantDossier",
    "HandedOverDossier",
    "HandoverRecord",
    "Party",
    "render_handover_record",
]

TITLE = "BIÊN BẢN GIAO NHẬN HỒ SƠ"
_QR_MM = 30.0
_GUTTER = 3 * mm
_DOTS = "." * 26


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One side of a handover (bên giao, bên nhận): who, of which unit, and when they signed, None before they did."""

    name: str
    unit: str
    signed_at: datetime | None


@dataclass(frozen=True, slots=True)
class DiscrepantDossier:
    """A dossier on which list and count differ (hồ sơ thiếu, thừa, bị từ chối, hư hỏng), and why in words, or ""."""

    dossier_code: str
    note: str


@dataclass(frozen=True, slots=True)
class CarriedMoney:
    """The fees that travel with the list (tiền thu hộ giao kèm), in đồng.

    `declared` for what was taken; `counted` by the receiver, None before; `paid`: what was paid about the difference
    since (below 0: given back); `besides`: the part of `declared` that belongs to no row of the list.
    """

    declared: int
    counted: int | None = None
    paid: int = 0
    besides: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverRecord:
    """Everything the record says (Biên bản giao nhận hồ sơ). It holds no data of applicants.

    `dossiers` are those that changed hands, or the whole list before the receiver has signed; `missing` (thiếu) stand
    on the giver's list and were not there; `extra` (thừa) were there and not on the list; `refused` were not taken,
    `damaged` were taken in a bad state. `settled`: how differences were settled, one sentence each. `reference` is the
    text of the QR; `codes` carry the list and are for records without the second signature. `copy_mark` is "" or
    `paper.REPRINT`.
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
    refused: tuple[DiscrepantDossier, ...] = ()
    damaged: tuple[DiscrepantDossier, ...] = ()
    settled: tuple[str, ...] = ()
    money: CarriedMoney | None = None
    codes: tuple[str, ...] = ()
    cancelled: bool = False
    copy_mark: str = ""

    @property
    def is_counted(self) -> bool:
        """Whether the receiver has signed."""
        return self.receiver.signed_at is not None


def render_handover_record(record: HandoverRecord) -> bytes:
    """The record as an A4 PDF; its table goes on over as many sheets as it needs."""
    family = form_family()
    marks = PageMarks(
        title=f"{TITLE.capitalize()} {record.record_number}",
        subject=TITLE.capitalize(),
        running_head=TITLE.capitalize(),
        reference=f"Số {record.record_number}",
        copy_mark=record.copy_mark or ("ĐÃ HỦY" if record.cancelled else ""),
    )
    settings = (tight(family),) if len(record.dossiers) >= MANY else (loose(family), tight(family))
    return render_a4([partial(_story, record, setting) for setting in settings], marks)


def _story(record: HandoverRecord, setting: Setting) -> list[Flowable]:
    day = local_or_refuse(record.handed_over_at).date()
    head = Letterhead(record.managing_body, record.office_name, record.record_number, record.place, day)
    return [
        *letterhead(head, setting.family),
        *form_title(TITLE, setting.family),
        _parties_beside_qr(record, setting),
        CondPageBreak(30 * mm),
        *_list(record, setting),
        Spacer(1, 6),
        KeepTogether(_totals(record, setting)),
        *_discrepancies(record, setting),
        *_settlements(record, setting),
        KeepTogether([*_closing(record, setting), Spacer(1, 8), _signatures(record, setting)]),
        *code_sheet(record.codes, setting),
    ]


def _parties_beside_qr(record: HandoverRecord, setting: Setting) -> Flowable:
    only = single_code(record.codes)
    size = CODE_MM if only else _QR_MM
    width = TEXT_WIDTH - _GUTTER - size * mm
    text = [
        line(f"Hôm nay, {time_in_words(record.handed_over_at)}, chúng tôi gồm:", setting),
        *_party("Bên giao", record.giver, setting, width),
        *_party("Bên nhận", record.receiver, setting, width),
    ]
    caption = "Quét mã để mở danh sách và kiểm đếm" if only else "Quét mã để đối chiếu"
    code = captioned_qr(only or record.reference, caption, size, setting.family)
    return bare_table([[text, "", code]], [width, _GUTTER, size * mm], setting.space_after + 3)


def _party(side: str, party: Party, setting: Setting, width: float) -> list[Flowable]:
    return [strong_field(side, party.name, setting, width), field("Đơn vị", party.unit, setting, width)]


def _list(record: HandoverRecord, setting: Setting) -> list[Flowable]:
    if not record.dossiers:
        return [line("Không có hồ sơ nào được giao nhận theo biên bản này.", setting)]
    said = "Hai bên đã cùng kiểm đếm, đối chiếu và giao nhận các hồ sơ thủ tục hành chính sau:"
    if not record.is_counted:
        said = "Bên giao lập danh sách và giao các hồ sơ thủ tục hành chính sau để bên nhận kiểm đếm, đối chiếu:"
    return [line(said, setting), Spacer(1, 2), handed_over_table(record.dossiers, setting)]


def _totals(record: HandoverRecord, setting: Setting) -> list[Flowable]:
    lines: list[Flowable] = [line(f"Tổng cộng: {totals_in_words(record.dossiers)}.", setting)]
    if record.money is not None:
        lines += _money(record.money, setting, is_counted=record.is_counted)
    return lines


def _money(money: CarriedMoney, setting: Setting, *, is_counted: bool) -> list[Flowable]:
    besides = f", trong đó thu khi phát kết quả {money_in_figures(money.besides)} đồng" if money.besides else ""
    lines: list[Flowable] = [line(f"Phí, lệ phí thu hộ giao kèm: {_amount(money.declared)}{besides}.", setting)]
    if money.counted is None or not is_counted:
        return [*lines, line(f"Bên nhận đếm được: {_DOTS} đồng. Chênh lệch: {_DOTS} đồng.", setting)]
    difference = money.counted - money.declared
    said = "khớp với số khai"
    if difference:
        said = f"{'thừa' if difference > 0 else 'thiếu'} {_amount(abs(difference))} so với số khai"
    lines.append(line(f"Bên nhận đếm được: {_amount(money.counted)}, {said}.", setting))
    if money.paid:
        what = "Nộp bù sau khi ký" if money.paid > 0 else "Trả lại bên giao sau khi ký"
        left = difference + money.paid
        rest = f"còn chênh lệch {_amount(abs(left))}" if left else "hết chênh lệch"
        lines.append(line(f"{what}: {_amount(abs(money.paid))}, {rest}.", setting))
    return lines


def _amount(amount: int) -> str:
    return f"<b>{money_in_figures(amount)}</b> đồng ({number_in_words(amount)} đồng)"


def _discrepancies(record: HandoverRecord, setting: Setting) -> list[Flowable]:
    if not record.is_counted:
        said = "Sai lệch khi kiểm đếm (thiếu, thừa, từ chối, hư hỏng), nếu có:"
        return [KeepTogether([line(said, setting), *numbered_lines((), 2, setting)])]
    groups = (
        ("Thiếu (có trong danh sách, không có khi kiểm đếm)", record.missing),
        ("Thừa (có khi kiểm đếm, không có trong danh sách)", record.extra),
        ("Từ chối nhận, trả lại bên giao", record.refused),
        ("Nhận trong tình trạng hư hỏng", record.damaged),
    )
    if not any(dossiers for _, dossiers in groups):
        return [line("Số kiểm đếm khớp với danh sách của bên giao, không có hồ sơ thiếu hoặc thừa.", setting)]
    parts: list[Flowable] = [CondPageBreak(25 * mm), line("<b>Sai lệch giữa danh sách và kiểm đếm</b>", setting)]
    for title, dossiers in groups:
        parts += _discrepant(title, dossiers, setting)
    return parts


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


def _settlements(record: HandoverRecord, setting: Setting) -> list[Flowable]:
    if not record.settled:
        return []
    each = (line(f"&nbsp;&nbsp;&nbsp;– {markup(text, setting.family)}", setting) for text in record.settled)
    return [CondPageBreak(20 * mm), line("<b>Sai lệch đã xử lý</b>", setting), *each]


def _closing(record: HandoverRecord, setting: Setting) -> list[Flowable]:
    parts: list[Flowable] = [Spacer(1, 2)]
    if record.is_counted and record.dossiers:
        but = ", trừ các sai lệch ghi ở trên" if record.missing or record.refused or record.damaged else ""
        said = f"Bên nhận xác nhận các hồ sơ đã nhận đủ thành phần theo phiếu gửi, danh mục kèm theo{but}."
        parts.append(line(said, setting))
    parts.append(line("Biên bản được lập thành 02 bản, mỗi bên giữ 01 bản, hai bên cùng ký xác nhận./.", setting))
    return parts


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
