"""The post's notes, read back: what goes to the office, what is brought to the citizen."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from shared.documents.delivery_note import AttemptLine, DeliveryNote, ReceivedBy, render_delivery_note
from shared.documents.dispatch_note import COPIES, DispatchNote, Sender, render_dispatch_note
from shared.documents.documents_table import SubmittedDocument
from shared.documents.form_01_receipt import AuthorisingPerson
from shared.documents.paper import COPY
from tests.documents.reading import MM, codes_of, every_text_is_embedded, facts_of, inks_of, page_texts, text_of

AT = datetime(2026, 11, 23, 2, 5, tzinfo=UTC)
CODE = "MCPG1:0000ABCD:1:1:" + "A2B7" * 320

NOTE = DispatchNote(
    post_name="Bưu điện phường Mẫu",
    post_address="Số 9, Đường Mẫu 2",
    number="PG-261123-05001",
    place="Phường Mẫu",
    made_at=AT,
    sender=Sender(
        name="Nguyễn Thị Mẫu", address="Tổ 2, phường Mẫu", identity_number="001190000001", phone="0900000001"
    ),
    agency_name="Trung tâm Phục vụ hành chính công phường Mẫu",
    agency_address="Số 1, Đường Mẫu 1",
    procedure_name="Đăng ký khai sinh",
    procedure_code="1.001193",
    documents=(SubmittedDocument("Tờ khai", 1, 0), SubmittedDocument("Giấy chứng nhận kết hôn", 0, 2)),
    sets=1,
    return_way="qua bưu điện",
    employee="Ngô Thị Thử",
    fee_dong=8_000,
    receipt="ký hiệu 01AB-26E số 0000012",
    tracking="RB123456785VN",
    codes=(CODE,),
)
DELIVERY = DeliveryNote(
    managing_body="Ủy ban nhân dân phường Mẫu",
    office_name="Trung tâm Phục vụ hành chính công phường Mẫu",
    office_address="Số 1, Đường Mẫu 1",
    place="Phường Mẫu",
    prepared_at=AT,
    officer="Nguyễn Thị Thử",
    what="Trả kết quả giải quyết thủ tục hành chính",
    dossier_code="H99.99.01-261120-1002",
    procedure_name="Đăng ký khai sinh",
    addressee="Nguyễn Thị Mẫu",
    address="Tổ 2, phường Mẫu",
    phone="0900000001",
    tracking="RB123456785VN",
)


def test_the_note_says_what_the_decision_asks_for_on_both_copies() -> None:
    pages = page_texts(render_dispatch_note(NOTE))
    assert len(pages) == 2
    for words, text in zip(COPIES, pages, strict=True):
        for expected in (
            words,
            "PHIẾU GỬI HỒ SƠ",
            "Số: PG-261123-05001",
            "Người gửi: Nguyễn Thị Mẫu",
            "Địa chỉ: Tổ 2, phường Mẫu",
            "Gửi cơ quan có thẩm quyền: Trung tâm Phục vụ hành chính công phường Mẫu",
            "Địa chỉ cơ quan: Số 1, Đường Mẫu 1",
            "Thủ tục hành chính: Đăng ký khai sinh (mã 1.001193)",
            "1 Tờ khai 01 –",
            "2 Giấy chứng nhận kết hôn – 02",
            "Cộng 01 02",
            "Số hiệu bưu gửi: RB123456785VN",
            "Phí, lệ phí thu hộ: 8.000 đồng (Tám nghìn đồng); biên lai ký hiệu 01AB-26E số 0000012.",
            "Lập lúc 09 giờ 05 phút, ngày 23 tháng 11 năm 2026",
            "niêm phong trước mặt người gửi",
            "khoản 4 Điều 7",
            "Ngô Thị Thử",
        ):
            assert expected in text


def test_the_content_travels_with_the_papers_and_the_number_with_the_sender() -> None:
    content = render_dispatch_note(NOTE)
    assert codes_of(content, 200) == [CODE]
    assert codes_of(content, page=1) == ["PG-261123-05001"]


def test_a_note_without_a_fee_says_that_nothing_was_collected_and_a_lacking_receipt_is_said() -> None:
    assert "Phí, lệ phí thu hộ: không thu." in text_of(render_dispatch_note(replace(NOTE, fee_dong=0, receipt="")))
    assert "chưa ghi số biên lai" in text_of(render_dispatch_note(replace(NOTE, receipt="")))


def test_a_supplement_names_its_dossier_and_who_brought_it_signs() -> None:
    person = AuthorisingPerson(
        full_name="Trần Văn Thử",
        address="",
        identity_number="001190000002",
        phone="0900000002",
        email="",
        authorisation_paper="Giấy ủy quyền 12/2026",
    )
    sender = replace(NOTE.sender, submitter=person)
    text = text_of(render_dispatch_note(replace(NOTE, completes="H99.99.01-261120-1002", sender=sender)))
    assert "(Nộp giấy tờ bổ sung cho hồ sơ đã có)" in text
    assert "Bổ sung cho hồ sơ mã số: H99.99.01-261120-1002" in text
    assert "Người nộp thay: Trần Văn Thử" in text
    assert "Giấy tờ ủy quyền: Giấy ủy quyền 12/2026" in text
    assert text.count("Trần Văn Thử") == 4


def test_a_long_list_numbers_each_copy_by_itself_and_a_copy_is_marked() -> None:
    many = tuple(SubmittedDocument(f"Giấy tờ số {number} " + "rất dài " * 8, 1, 0) for number in range(60))
    pages = page_texts(render_dispatch_note(replace(NOTE, documents=many, copy_mark=COPY)))
    half = len(pages) // 2
    assert half >= 2
    for number, text in enumerate(pages):
        assert f"Số PG-261123-05001 · Trang {number % half + 1}/{half}" in text
        assert COPY in text


def test_the_file_says_what_it_is_and_names_nobody() -> None:
    content = render_dispatch_note(NOTE)
    assert facts_of(content)["Title"] == "Phiếu gửi hồ sơ PG-261123-05001"
    assert "Mẫu" not in str(facts_of(content))
    assert every_text_is_embedded(content)


@pytest.mark.parametrize("word", ["Ằ" * 200, ("Nguyễn Phước Khương " * 10)[:200]])
def test_names_of_200_letters_stay_within_the_margins(word: str) -> None:
    note = replace(NOTE, sender=replace(NOTE.sender, name=word, address=word), procedure_name=word, post_name=word)
    delivery = replace(DELIVERY, addressee=word, address=word, procedure_name=word, recipients=(word,))
    for content in (render_dispatch_note(note), render_delivery_note(delivery)):
        for ink in inks_of(content):
            assert ink.left >= 30 * MM - 1
            assert ink.right <= ink.page_width - 15 * MM + 1


def test_a_delivery_leaves_room_for_what_is_written_at_the_door() -> None:
    text = text_of(
        render_delivery_note(replace(DELIVERY, recipients=("Trần Văn Thử, giấy ủy quyền",), fee_dong=20_000))
    )
    for expected in (
        "Người nhận: Nguyễn Thị Mẫu",
        "Người được ủy quyền nhận: Trần Văn Thử, giấy ủy quyền",
        "Mã hồ sơ: H99.99.01-261120-1002",
        "Phí, lệ phí thu hộ khi phát: 20.000 đồng (Hai mươi nghìn đồng).",
        "Lần Thời gian Kết quả Nhân viên 1 2",
        "Người ký nhận: .....",
        "Nhận lúc ...... giờ",
        "CÔNG CHỨC GIAO",
        "NHÂN VIÊN BƯU ĐIỆN",
        "NGƯỜI NHẬN",
    ):
        assert expected in text
    assert codes_of(render_delivery_note(DELIVERY)) == ["RB123456785VN"]
    assert codes_of(render_delivery_note(replace(DELIVERY, tracking=""))) == ["H99.99.01-261120-1002"]


def test_a_delivery_that_is_over_says_who_tried_who_signed_and_what_was_shown() -> None:
    received = ReceivedBy(
        name="Trần Văn Thử",
        part="người được ủy quyền",
        paper="thẻ căn cước",
        paper_number="001190000002",
        at=AT,
        authorisation="Giấy ủy quyền 12/2026",
    )
    attempt = AttemptLine(AT, "người nhận đi vắng, đã mời", "Ngô Thị Thử")
    delivered = replace(DELIVERY, attempts=(attempt,), received=received, handed_over_at=AT, due_at=AT)
    pages = page_texts(render_delivery_note(delivered))
    assert len(pages) == 1
    for expected in (
        "1 09 giờ 05, 23/11/2026 người nhận đi vắng, đã mời Ngô Thị Thử",
        "Người ký nhận: Trần Văn Thử (người được ủy quyền)",
        "Giấy tờ tùy thân đã xem: thẻ căn cước",
        "001190000002",
        "Giấy ủy quyền: Giấy ủy quyền 12/2026",
        "Phát chậm nhất: 09 giờ 05 phút, ngày 23 tháng 11 năm 2026.",
    ):
        assert expected in pages[0]
