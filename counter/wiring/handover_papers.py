"""The papers of a handover (biên bản, danh sách bàn giao) as PDFs, from what this machine knows.

What draws PDFs is imported with the first paper: it would slow every start.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from shared.actions.hand_over import carried_list
from shared.domain.carried_list import to_codes
from shared.domain.consignment import Consignment
from shared.domain.delivery import Delivery
from shared.domain.dossier import Dossier
from shared.domain.handover import Handover, Listed, PaperKind, RefusalReason, SettledAs, Settlement
from shared.domain.office import Office
from shared.domain.office_names import staff_name, unit_name
from shared.domain.units import receives_papers, unit_kind
from shared.journal.dossier_queries import personal_records
from shared.journal.journal import Reader
from shared.journal.paper_queries import papers_by_id
from shared.journal.post_day_queries import fees_to_carry

if TYPE_CHECKING:
    from shared.documents.handover_record import CarriedMoney, DiscrepantDossier, HandedOverDossier

REASONS: Mapping[RefusalReason, str] = {
    "incomplete": "thành phần không đủ",
    "wrong_unit": "không thuộc đơn vị này",
    "seal_broken": "niêm phong rách",
    "damaged": "hư hỏng",
    "other": "lý do khác",
}
LETTERS = {
    "result": "Kết quả giải quyết",
    "supplement_request": "Thư: Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ",
    "apology": "Thư: Phiếu xin lỗi và đề nghị gia hạn thời gian giải quyết",
}
_SETTLED: Mapping[SettledAs, str] = {
    "found_at_giver": "tìm thấy tại bên giao",
    "found_at_receiver": "tìm thấy tại bên nhận",
    "lost": "hai bên xác nhận thất lạc",
    "receiver_keeps": "bên nhận giữ lại",
    "given_back": "đã trả lại bên giao",
    "paid": "đã nộp",
    "explained": "đã giải trình",
}
_UNKNOWN = "(chưa rõ trên máy này)"


def handover_record(reader: Reader, office: Office, handover: Handover, *, copy_mark: str = "") -> bytes:
    """The Biên bản giao nhận: as counted and signed; unsigned sides blank, with the codes that carry the list."""
    from shared.documents.handover_record import HandoverRecord, Party, render_handover_record

    listed = {each.paper.id: each for each in papers_by_id(reader, handover.papers)}
    notes = _words(reader, handover.notes).get("notes")
    words = {str(item): str(text) for item, text in notes.items()} if isinstance(notes, dict) else {}
    papers = handover.taken_papers if handover.state == "accepted" else handover.papers
    counted = handover.state == "accepted"
    return render_handover_record(
        HandoverRecord(
            managing_body=office.managing_body,
            office_name=office.name,
            record_number=handover.number,
            place=office.place,
            handed_over_at=handover.accepted_at or handover.offered_at,
            giver=Party(
                name=staff_name(office, handover.offered_by),
                unit=unit_name(office, handover.giver),
                signed_at=handover.offered_at,
            ),
            receiver=Party(
                name=staff_name(office, handover.accepted_by) if handover.accepted_by else "",
                unit=unit_name(office, handover.receiver),
                signed_at=handover.accepted_at,
            ),
            dossiers=tuple(_row(handover, listed.get(item), item) for _, item in papers),
            missing=tuple(
                _discrepant(listed, item, "có tên trong danh sách, không có giấy", words) for item in handover.missing
            ),
            extra=tuple(_extra(code, words) for code in handover.extra),
            refused=tuple(_discrepant(listed, item, REASONS[reason], words) for item, reason in handover.refused),
            damaged=tuple(_discrepant(listed, item, "", words) for item in handover.damaged),
            settled=tuple(_settled(reader, office, listed, each) for each in handover.settlements),
            money=_money(handover, is_counted=counted),
            reference=handover.number,
            codes=to_codes(carried_list(reader, handover.id)) if handover.state == "offered" else (),
            cancelled=handover.state == "cancelled",
            copy_mark=copy_mark,
        )
    )


def handover_list(
    reader: Reader,
    office: Office,
    *,
    giver: str,
    receiver: str,
    papers: Sequence[tuple[PaperKind, str]],
    made_by: str,
    made_at: datetime,
) -> bytes:
    """The list before anybody has signed (danh sách bàn giao); `made_by` is the id of the member of staff."""
    from shared.documents.handover_list import HandoverList, render_handover_list

    to_post = unit_kind(office, receiver) == "post"
    listed = papers_by_id(reader, papers)
    brings = unit_kind(office, giver) == "post" and receives_papers(unit_kind(office, receiver))
    besides = fees_to_carry(reader, giver, made_at) if brings else ()
    return render_handover_list(
        HandoverList(
            office_name=office.name,
            giver_unit=unit_name(office, giver),
            receiver_unit=unit_name(office, receiver),
            made_by=staff_name(office, made_by),
            made_at=made_at,
            dossiers=tuple(_paper_row(each, each.fee_vnd, is_result=to_post) for each in listed),
            fees_dong=sum(each.amount_vnd for each in besides),
        )
    )


def _row(handover: Handover, listed: Listed | None, item: str) -> HandedOverDossier:
    from shared.documents.handover_record import HandedOverDossier

    fee = next((each.amount_vnd for each in handover.fees if each.id == item), 0)
    note = "Hư hỏng" if item in handover.damaged else ""
    if listed is None:
        return HandedOverDossier(
            dossier_code=item[-8:], procedure_name=_UNKNOWN, sets=0, papers=0, note=note, fee_dong=fee
        )
    return _paper_row(listed, fee, is_result=handover.receiver_kind == "post", note=note)


def _paper_row(listed: Listed, fee: int, *, is_result: bool, note: str = "") -> HandedOverDossier:
    from shared.documents.handover_record import HandedOverDossier

    paper = listed.paper
    if isinstance(paper, Delivery):
        return HandedOverDossier(
            dossier_code=paper.dossier_code,
            procedure_name=LETTERS[paper.content],
            sets=0,
            papers=1,
            note=note or paper.tracking,
        )
    if isinstance(paper, Consignment):
        completes = f"Bổ sung hồ sơ {paper.dossier_code}: " if paper.purpose == "supplement" else ""
        return HandedOverDossier(
            dossier_code=paper.number,
            procedure_name=f"{completes}{paper.procedure_name}",
            sets=paper.sets,
            papers=sum(each.originals + each.copies for each in paper.documents),
            note=note,
            fee_dong=fee,
        )
    assert isinstance(paper, Dossier)  # the third kind of paper
    return HandedOverDossier(
        dossier_code=paper.code,
        procedure_name=paper.procedure_name,
        sets=paper.sets,
        papers=sum(each.originals + each.copies for each in paper.documents),
        note=note or ("Kết quả" if is_result else ""),
        consignment_number=paper.consignment_number,
    )


def _code(listed: Mapping[str, Listed], item: str) -> str:
    found = listed.get(item)
    return f"{item[-8:]} {_UNKNOWN}" if found is None else found.paper.code


def _discrepant(listed: Mapping[str, Listed], item: str, said: str, words: Mapping[str, str]) -> DiscrepantDossier:
    from shared.documents.handover_record import DiscrepantDossier

    return DiscrepantDossier(_code(listed, item), ": ".join(filter(None, (said, words.get(item, "")))))


def _extra(code: str, words: Mapping[str, str]) -> DiscrepantDossier:
    from shared.documents.handover_record import DiscrepantDossier

    said = ("có giấy, không có tên trong danh sách", words.get(code, ""))
    return DiscrepantDossier(code, ": ".join(filter(None, said)))


def _money(handover: Handover, *, is_counted: bool) -> CarriedMoney | None:
    from shared.documents.handover_record import CarriedMoney

    left = handover.left_behind if is_counted else frozenset[str]()
    listed = {item for _, item in handover.papers}
    declared = sum(each.amount_vnd for each in handover.fees if each.id not in left)
    besides = sum(each.amount_vnd for each in handover.fees if each.id not in listed)
    if not declared and not handover.counted_vnd:
        return None
    paid = sum(each.amount_vnd for each in handover.settlements if each.kind == "money")
    return CarriedMoney(declared, handover.counted_vnd, paid, besides)


def _settled(reader: Reader, office: Office, listed: Mapping[str, Listed], settlement: Settlement) -> str:
    from shared.documents.vietnamese_words import money_in_figures, time_in_words

    note = str(_words(reader, settlement.note).get("note", ""))
    done = _SETTLED[settlement.settled_as]
    if settlement.kind == "money":
        amount = settlement.amount_vnd
        what = "Tiền thu hộ"
        if amount:
            done = f"{'đã nộp bù' if amount > 0 else 'đã trả lại'} {money_in_figures(abs(amount))} đồng"
    elif settlement.kind == "missing":
        what = f"Thiếu {_code(listed, settlement.item)}"
    else:
        what = f"Thừa {settlement.item}"
    words = f" ({note})" if note else ""
    return f"{what}: {done}{words}; {staff_name(office, settlement.by)} ghi lúc {time_in_words(settlement.at)}"


def _words(reader: Reader, key: str | None) -> Mapping[str, object]:
    """The personal record under `key`, empty where there is none or it was erased."""
    return personal_records(reader, [key]).get(key, {}) if key else {}
