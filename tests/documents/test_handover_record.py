"""The handover record says what changed hands, in figures and words, and what did not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from shared.documents.handover_record import (
    DiscrepantDossier,
    HandedOverDossier,
    HandoverRecord,
    render_handover_record,
)
from shared.documents.paper import REPRINT
from tests.documents.reading import (
    MM,
    codes_of,
    every_text_is_embedded,
    facts_of,
    inks_of,
    letters_of,
    page_texts,
    text_of,
)


def test_the_record_names_both_sides_and_when_they_signed(record: HandoverRecord) -> None:
    text = text_of(render_handover_record(record))
    for expected in (
        "BIÊN BẢN GIAO NHẬN HỒ SƠ",
        "Số: 45/BBGN-TTPVHCC",
        "Hôm nay, 16 giờ 45 phút, ngày 08 tháng 9 năm 2026",
        "Bên giao: Lê Quang Bình Đơn vị: Trung tâm Phục vụ hành chính công phường Hải Châu",
        "Bên nhận: Phạm Thị Thu Hà Đơn vị: Phòng Kinh tế, Hạ tầng và Đô thị",
        "Ký lúc 16 giờ 48 phút, ngày 08 tháng 9 năm 2026",
        "Ký lúc 16 giờ 50 phút, ngày 08 tháng 9 năm 2026",
        "Biên bản được lập thành 02 bản, mỗi bên giữ 01 bản",
    ):
        assert expected in text


def test_a_side_that_has_not_signed_gets_dots_for_the_time(record: HandoverRecord) -> None:
    unsigned = replace(record, receiver=replace(record.receiver, signed_at=None))
    assert "Ký lúc ...... giờ ......" in text_of(render_handover_record(unsigned))


def test_every_dossier_stands_in_its_row_and_the_counts_in_figures_and_words(record: HandoverRecord) -> None:
    text = text_of(render_handover_record(record))
    for dossier in record.dossiers:
        assert dossier.dossier_code in text
    assert "Tổng cộng: 03 (ba) hồ sơ; 03 (ba) bộ; 15 (mười lăm) giấy tờ." in text


def test_consignment_note_and_fees_of_a_postal_handover_are_printed(record: HandoverRecord) -> None:
    postal = HandedOverDossier(
        dossier_code="H17.32.5-260908-0009",
        procedure_name="Cấp phiếu lý lịch tư pháp",
        sets=2,
        papers=3,
        note="Đủ thành phần",
        consignment_number="RB123456789VN",
    )
    text = text_of(render_handover_record(replace(record, dossiers=(postal,), fees_dong=1_250_000)))
    assert "Phiếu gửi: RB123456789VN" in text
    assert "Đủ thành phần" in text
    assert "1.250.000 đồng (một triệu hai trăm năm mươi nghìn đồng)" in text


def test_a_handover_that_went_as_listed_says_so(record: HandoverRecord) -> None:
    text = text_of(render_handover_record(record))
    assert "không có hồ sơ thiếu hoặc thừa" in text
    assert "Sai lệch" not in text


def test_missing_and_extra_dossiers_are_listed_apart(record: HandoverRecord) -> None:
    differing = replace(
        record,
        missing=(DiscrepantDossier("H17.32.5-260908-0110", "bên giao bổ sung <sáng mai> & ký lại"),),
        extra=(DiscrepantDossier("H17.32.5-260908-0111", ""), DiscrepantDossier("H17.32.5-260908-0112", "")),
    )
    text = text_of(render_handover_record(differing))
    missing = text.index("Thiếu (có trong danh sách, không có khi kiểm đếm): 01 (một) hồ sơ")
    extra = text.index("Thừa (có khi kiểm đếm, không có trong danh sách): 02 (hai) hồ sơ")
    assert missing < text.index("0110: bên giao bổ sung <sáng mai> & ký lại") < extra
    assert extra < text.index("0111") < text.index("0112")
    assert "không có hồ sơ thiếu hoặc thừa" not in text


def test_the_scanner_reads_the_reference(record: HandoverRecord) -> None:
    assert codes_of(render_handover_record(record)) == [record.reference]


def test_many_rows_flow_over_numbered_pages_with_the_heading_again(record: HandoverRecord) -> None:
    dossiers = tuple(
        replace(record.dossiers[0], dossier_code=f"H17.32.5-260908-{number:04d}") for number in range(1, 101)
    )
    content = render_handover_record(replace(record, dossiers=dossiers, copy_mark=REPRINT))
    pages = page_texts(content)
    total = len(pages)
    assert total >= 3
    for number, text in enumerate(pages, start=1):
        assert f"Số 45/BBGN-TTPVHCC · Trang {number}/{total}" in text
        assert "BẢN IN LẠI" in text
    assert all("STT Mã hồ sơ Tên thủ tục hành chính" in text for text in pages[:2])
    assert all(dossier.dossier_code in " ".join(pages) for dossier in dossiers)
    assert "100 (một trăm) hồ sơ" in " ".join(pages)
    assert "BÊN NHẬN" in pages[-1]
    assert "Biên bản được lập" in pages[-1]


@pytest.mark.parametrize("code", ["H15.50.05.13-260908-0004", "000.00.36.H17-260908-0128"])
def test_a_dossier_code_is_never_broken(record: HandoverRecord, code: str) -> None:
    dossiers = (replace(record.dossiers[0], dossier_code=code),)
    assert code in text_of(render_handover_record(replace(record, dossiers=dossiers)))


def test_names_of_200_letters_stay_within_the_margins(record: HandoverRecord) -> None:
    word, words = "Ằ" * 200, ("Nguyễn Phước Khương " * 10)[:200]
    dossier = replace(record.dossiers[0], procedure_name=word, note=words)
    content = render_handover_record(
        replace(
            record,
            dossiers=(dossier,),
            giver=replace(record.giver, name=words, unit=word),
            missing=(DiscrepantDossier("H17", word),),
        )
    )
    for ink in inks_of(content):
        assert ink.left >= 30 * MM - 1
        assert ink.right <= ink.page_width - 15 * MM + 1
    assert letters_of(content).count("Ằ") == 600


def test_the_faces_travel_with_the_record(record: HandoverRecord) -> None:
    content = render_handover_record(record)
    assert every_text_is_embedded(content)
    assert b"Helvetica" not in content


def test_the_file_says_what_it_is(record: HandoverRecord) -> None:
    assert facts_of(render_handover_record(record))["Title"] == "Biên bản giao nhận hồ sơ 45/BBGN-TTPVHCC"


def test_the_same_record_gives_the_same_bytes(record: HandoverRecord) -> None:
    assert render_handover_record(record) == render_handover_record(record)
