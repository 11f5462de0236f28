"""The handover record says what changed hands, in figures and words, and what did not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from shared.documents.handover_record import (
    CarriedMoney,
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
    text = text_of(render_handover_record(replace(record, dossiers=(postal,), money=CarriedMoney(1_250_000))))
    assert "Phiếu gửi: RB123456789VN" in text
    assert "Đủ thành phần" in text
    assert "1.250.000 đồng (một triệu hai trăm năm mươi nghìn đồng)" in text


def test_money_that_was_counted_is_said_with_its_difference_to_the_dong(record: HandoverRecord) -> None:
    def said(money: CarriedMoney) -> str:
        return text_of(render_handover_record(replace(record, money=money)))

    assert "480.000 đồng (bốn trăm tám mươi nghìn đồng), khớp với số khai." in said(CarriedMoney(480_000, 480_000))
    short = said(CarriedMoney(480_000, 479_999))
    assert "thiếu 1 đồng (một đồng) so với số khai." in short
    over = said(CarriedMoney(480_000, 485_000, -5_000))
    assert "thừa 5.000 đồng (năm nghìn đồng) so với số khai." in over
    assert "Trả lại bên giao sau khi ký: 5.000 đồng (năm nghìn đồng), hết chênh lệch." in over
    assert "còn chênh lệch 2.000 đồng" in said(CarriedMoney(480_000, 475_000, 3_000))
    assert "trong đó thu khi phát kết quả 20.000 đồng" in said(CarriedMoney(28_000, 28_000, besides=20_000))


def test_fees_of_the_rows_stand_in_a_column_of_their_own(record: HandoverRecord) -> None:
    dossiers = tuple(replace(each, fee_dong=at * 10_000) for at, each in enumerate(record.dossiers))
    text = text_of(render_handover_record(replace(record, dossiers=dossiers)))
    assert "Thu hộ (đồng)" in text
    assert "20.000" in text
    assert "Thu hộ" not in text_of(render_handover_record(record))


def test_refused_and_damaged_dossiers_and_how_differences_were_settled_are_listed(record: HandoverRecord) -> None:
    text = text_of(
        render_handover_record(
            replace(
                record,
                refused=(DiscrepantDossier("PG-1", "niêm phong rách: mất góc"),),
                damaged=(DiscrepantDossier("PG-2", "bìa ướt"),),
                settled=("Thiếu PG-3: tìm thấy tại bên giao",),
            )
        )
    )
    assert "Từ chối nhận, trả lại bên giao: 01 (một) hồ sơ: – PG-1: niêm phong rách: mất góc" in text
    assert "Nhận trong tình trạng hư hỏng: 01 (một) hồ sơ: – PG-2: bìa ướt" in text
    assert "Sai lệch đã xử lý – Thiếu PG-3: tìm thấy tại bên giao" in text
    assert "đủ thành phần theo phiếu gửi, danh mục kèm theo, trừ các sai lệch ghi ở trên." in text


def unsigned(record: HandoverRecord, *codes: str) -> HandoverRecord:
    receiver = replace(record.receiver, name="", signed_at=None)
    return replace(record, receiver=receiver, codes=codes, money=CarriedMoney(28_000))


def test_before_the_second_signature_nothing_is_said_to_have_been_counted(record: HandoverRecord) -> None:
    text = text_of(render_handover_record(unsigned(record)))
    assert "Bên giao lập danh sách và giao các hồ sơ" in text
    assert "Bên nhận đếm được: ....." in text
    assert "Sai lệch khi kiểm đếm (thiếu, thừa, từ chối, hư hỏng), nếu có: 1. ...." in text
    for never in ("Hai bên đã cùng kiểm đếm", "khớp", "xác nhận các hồ sơ đã nhận"):
        assert never not in text


def test_the_only_code_of_the_list_takes_the_place_of_the_number(record: HandoverRecord) -> None:
    assert codes_of(render_handover_record(unsigned(record, "MCBG1:AB"))) == ["MCBG1:AB"]


def test_several_codes_have_a_sheet_and_say_their_place(record: HandoverRecord) -> None:
    codes = tuple(f"MCBG1:0000ABCD:{place}:5:" + "A2B7" * 320 for place in range(1, 6))
    content = render_handover_record(unsigned(record, *codes))
    assert codes_of(content) == [record.reference]
    assert sorted(codes_of(content, 200, page=1)) == sorted(codes)
    assert all(f"Mã {place}/5" in page_texts(content)[-1] for place in range(1, 6))


def test_a_cancelled_handover_says_so_on_every_page(record: HandoverRecord) -> None:
    assert "ĐÃ HỦY" in text_of(render_handover_record(replace(unsigned(record), cancelled=True)))


def test_three_hundred_rows_are_all_there_within_the_margins(record: HandoverRecord) -> None:
    long = "Chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan có thẩm quyền cấp " + "x" * 60
    dossiers = tuple(
        replace(
            record.dossiers[0],
            dossier_code=f"H17.32.5-260908-{number:04d}",
            procedure_name=long if number % 7 == 0 else "Đăng ký khai sinh",
            fee_dong=8_000,
        )
        for number in range(1, 301)
    )
    content = render_handover_record(replace(record, dossiers=dossiers))
    text = text_of(content)
    assert all(each.dossier_code in text for each in dossiers)
    assert "300 (ba trăm) hồ sơ" in text
    assert text.count("…") == 42
    for ink in inks_of(content):
        assert ink.left >= 30 * MM - 1
        assert ink.right <= ink.page_width - 15 * MM + 1


def test_a_letter_that_the_face_lacks_is_printed_in_long_lists_too(record: HandoverRecord) -> None:
    dossiers = tuple(
        replace(record.dossiers[0], dossier_code=f"H-{number}", procedure_name="Thủ tục ☎") for number in range(70)
    )
    assert letters_of(render_handover_record(replace(record, dossiers=dossiers))).count("☎") in (0, 70)


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
