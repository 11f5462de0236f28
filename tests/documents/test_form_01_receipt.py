"""Form 01 says everything it must, in its own words, and stays on the sheet whatever is filled in."""

from __future__ import annotations

import hashlib
import pickle
import re
import subprocess
import sys
from dataclasses import replace
from datetime import datetime

import pytest

from shared.documents import fonts
from shared.documents.documents_table import SubmittedDocument
from shared.documents.form_01_receipt import (
    AUTHORISATION_NOTE,
    AuthorisingPerson,
    Form01,
    RegisterEntry,
    render_form_01,
)
from shared.documents.paper import REPRINT
from tests.documents.reading import (
    MM,
    Ink,
    codes_of,
    every_text_is_embedded,
    faces_of,
    facts_of,
    inks_of,
    letters_of,
    page_texts,
    text_of,
)

WORDS_OF_THE_FORM = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
    "Mã hồ sơ:",
    "Tiếp nhận hồ sơ của Ông (Bà)/Tổ chức:",
    "Số định danh cá nhân/tổ chức:",
    "Địa chỉ:",
    "Số điện thoại:",
    "Email:",
    AUTHORISATION_NOTE,
    "Nội dung yêu cầu giải quyết:",
    "Thành phần hồ sơ nộp gồm:",
    "Số lượng hồ sơ:",
    "Thời gian giải quyết hồ sơ theo quy định là:",
    "Thời gian nhận hồ sơ:",
    "Thời gian trả kết quả giải quyết hồ sơ:",
    "Đăng ký nhận kết quả tại:",
    "Vào Sổ theo dõi hồ sơ, Quyển số",
    "Số thứ tự",
    "(nếu có)",
    "NGƯỜI NỘP HỒ SƠ",
    "NGƯỜI TIẾP NHẬN HỒ SƠ",
    "(Ký và ghi rõ họ tên)",
    "(Chữ ký số của người tiếp nhận hồ sơ nếu là biểu mẫu điện tử)",
)


@pytest.mark.parametrize("words", WORDS_OF_THE_FORM)
def test_the_words_of_the_form_stand_on_it(form: Form01, words: str) -> None:
    assert words in text_of(render_form_01(form))


def test_everything_filled_in_stands_on_the_form(form: Form01) -> None:
    text = text_of(render_form_01(form))
    for expected in (
        "ỦY BAN NHÂN DÂN PHƯỜNG HẢI CHÂU",
        "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG PHƯỜNG HẢI CHÂU",
        "Số: 128/2026-TTPVHCC",
        "Hải Châu, ngày 08 tháng 9 năm 2026",
        "Mã hồ sơ: H17.32.5-260908-0128",
        "Trung tâm Phục vụ hành chính công phường Hải Châu",
        "Tiếp nhận hồ sơ của Ông (Bà)/Tổ chức: Nguyễn Thị Hường",
        "Số định danh cá nhân/tổ chức: 048186004217",
        "Địa chỉ: K45/12 đường Trần Cao Vân, phường Hải Châu, thành phố Đà Nẵng",
        "Số điện thoại: 0905123456",
        "Email: huong@example.vn",
        "Nội dung yêu cầu giải quyết: Đăng ký khai sinh",
        "1 Tờ khai đăng ký khai sinh 01 –",
        "2 Giấy chứng nhận kết hôn của cha, mẹ – 02",
        "Số lượng hồ sơ: 01 (bộ)",
        "Thời gian giải quyết hồ sơ theo quy định là: 05 ngày làm việc",
        "Thời gian nhận hồ sơ: 08 giờ 05 phút, ngày 08 tháng 9 năm 2026.",
        "Thời gian trả kết quả giải quyết hồ sơ: 16 giờ 30 phút, ngày 15 tháng 9 năm 2026.",
        "Đăng ký nhận kết quả tại: Quầy số 3",
        "Lê Quang Bình",
        "Quét mã để tra cứu hồ sơ",
    ):
        assert expected in text


def test_an_everyday_form_fills_one_sheet_without_page_numbers(form: Form01) -> None:
    (text,) = page_texts(render_form_01(form))
    assert "Trang" not in text


def test_an_office_of_another_name_is_written_after_both_kinds(form: Form01) -> None:
    text = text_of(render_form_01(replace(form, office_name="Bộ phận Một cửa xã Hành Thiện")))
    assert "Trung tâm Phục vụ hành chính công/Bộ phận Tiếp nhận và Trả kết quả: Bộ phận Một cửa xã Hành Thiện" in text


def test_an_empty_field_leaves_dots_and_a_full_one_none(form: Form01) -> None:
    assert "Email: ......" in text_of(render_form_01(replace(form, email=" ")))
    entered = replace(form, register_entry=RegisterEntry("02", "128"))
    assert "...." in text_of(render_form_01(form))
    assert "...." not in text_of(render_form_01(entered))
    assert "Quyển số: 02 Số thứ tự: 128 (nếu có)" in text_of(render_form_01(entered))


def test_no_due_date_is_said_in_words(form: Form01) -> None:
    text = text_of(render_form_01(replace(form, due_at=None)))
    assert "Thời gian trả kết quả giải quyết hồ sơ: Không quy định." in text


def test_the_authorising_person_is_named_with_all_six_facts(form: Form01) -> None:
    person = AuthorisingPerson(
        full_name="Trần Văn Đạt",
        address="Số 8 Lê Lợi",
        identity_number="048086001234",
        phone="0912000111",
        email="dat@example.vn",
        authorisation_paper="Giấy ủy quyền số 12",
    )
    text = text_of(render_form_01(replace(form, authorising_person=person)))
    for expected in (
        "Họ và tên: Trần Văn Đạt",
        "Số định danh cá nhân: 048086001234",
        "Địa chỉ: Số 8 Lê Lợi",
        "Số điện thoại: 0912000111",
        "Email: dat@example.vn",
        "Giấy tờ ủy quyền: Giấy ủy quyền số 12",
    ):
        assert expected in text


def test_the_scanner_reads_the_address_of_the_dossier(form: Form01) -> None:
    assert codes_of(render_form_01(form)) == [form.look_up_url]


def test_a_copy_printed_again_says_so_on_every_page(form: Form01) -> None:
    content = render_form_01(replace(_with_documents(form, 40), copy_mark=REPRINT))
    assert all("BẢN IN LẠI" in text for text in page_texts(content))
    assert "BẢN IN LẠI" not in text_of(render_form_01(form))


def test_forty_documents_flow_over_numbered_pages_with_the_heading_again(form: Form01) -> None:
    pages = page_texts(render_form_01(_with_documents(form, 40)))
    total = len(pages)
    assert total >= 2
    for number, text in enumerate(pages, start=1):
        assert f"Mã hồ sơ H17.32.5-260908-0128 · Trang {number}/{total}" in text
    assert "STT Tên giấy tờ Bản chính Bản sao" in pages[1]
    together = " ".join(pages)
    assert all(f"Bản vẽ số {number} 01" in together for number in range(1, 41))
    assert "NGƯỜI NỘP HỒ SƠ" in pages[-1]
    assert "Thời gian trả kết quả" in pages[-1]


def test_names_and_addresses_of_200_letters_stay_within_the_margins(form: Form01) -> None:
    word, words = "Ằ" * 200, ("Nguyễn Phước Khương " * 10)[:200]
    content = render_form_01(
        replace(
            form,
            managing_body=words,
            office_name=words,
            applicant_name=words,
            identity_number=word,
            address=word,
            email=word,
            procedure_name=words,
            documents=(SubmittedDocument(word, 1, 0), SubmittedDocument(words, 1, 0)),
            result_place=words,
            receiver_name=words,
        )
    )
    for ink in inks_of(content):
        assert _within_margins(ink)
    assert letters_of(content).count("Ằ") == 800
    assert codes_of(content) == [form.look_up_url]


def test_signs_of_markup_in_names_print_literally(form: Form01) -> None:
    name = "Công ty <Phát & Đạt> &amp; </b> Cộng sự"
    content = render_form_01(replace(form, applicant_name=name, documents=(SubmittedDocument(name, 1, 0),)))
    assert text_of(content).count(name) == 2


def test_names_typed_with_loose_accents_print_composed(form: Form01) -> None:
    loose = "Nguye\u0302\u0303n Thi\u0323 Hu\u031bo\u031b\u0300ng"
    content = render_form_01(replace(form, applicant_name=loose))
    assert content == render_form_01(form)


def test_the_faces_travel_with_the_form(form: Form01) -> None:
    content = render_form_01(_with_documents(form, 40))
    assert every_text_is_embedded(content)
    assert all(b"+" in face for face in re.findall(rb"/BaseFont /(\S+)", content))
    assert b"Helvetica" not in content


def test_the_file_says_what_it_is(form: Form01) -> None:
    content = render_form_01(form)
    facts = facts_of(content)
    assert facts["Title"] == "Giấy tiếp nhận hồ sơ và hẹn trả kết quả H17.32.5-260908-0128"
    assert facts["Producer"] == facts["Author"] == "Một cửa"
    assert "Mẫu số 01" in facts["Subject"]
    assert b"/Lang (vi)" in content


def test_the_file_names_no_person(form: Form01) -> None:
    facts = " ".join(facts_of(render_form_01(form)).values())
    assert form.applicant_name not in facts
    assert form.identity_number not in facts


def test_the_same_form_gives_the_same_bytes(form: Form01) -> None:
    long = _with_documents(form, 40)
    first = render_form_01(long)
    render_form_01(form)
    assert render_form_01(long) == first


def test_another_process_gives_the_same_bytes(form: Form01) -> None:
    program = (
        "import hashlib, pickle, sys\n"
        "from shared.documents.form_01_receipt import render_form_01\n"
        "sys.stdout.write(hashlib.sha256(render_form_01(pickle.load(sys.stdin.buffer))).hexdigest())\n"
    )
    there = subprocess.run(
        [sys.executable, "-W", "error", "-c", program], input=pickle.dumps(form), capture_output=True, check=True
    )
    assert there.stdout.decode() == hashlib.sha256(render_form_01(form)).hexdigest()


def test_the_form_stands_on_one_sheet_also_where_no_serif_face_is_installed(
    form: Form01, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "serif_candidates", tuple)
    fonts.form_family.cache_clear()
    try:
        content = render_form_01(form)
    finally:
        fonts.form_family.cache_clear()
    assert all("BeVietnamPro" in face for face in faces_of(content))
    assert all(_within_margins(ink) for ink in inks_of(content))
    (text,) = page_texts(content)
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc" in text


def test_a_time_without_offset_is_refused(form: Form01) -> None:
    with pytest.raises(ValueError, match="offset"):
        render_form_01(replace(form, received_at=datetime(2026, 9, 8, 8, 5)))  # noqa: DTZ001


def _with_documents(form: Form01, number: int) -> Form01:
    documents = tuple(SubmittedDocument(f"Bản vẽ số {order}", 1, order % 3) for order in range(1, number + 1))
    return replace(form, documents=documents)


def _within_margins(ink: Ink) -> bool:
    return (
        ink.left >= 30 * MM - 1
        and ink.right <= ink.page_width - 15 * MM + 1
        and ink.bottom >= 10 * MM
        and ink.top <= ink.page_height - 9 * MM
    )
