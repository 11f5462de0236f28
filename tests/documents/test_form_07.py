"""The register lies across and repeats its head on every sheet."""

from __future__ import annotations

from dataclasses import replace

import pytest

from shared.documents.form_07_register import NOTES, render_form_07
from tests.documents.form_samples import ADDRESS, AGENCY, NAME, entry, pages_say, register
from tests.documents.reading import MM, codes_of, every_text_is_embedded, inks_of, letters_of, page_texts, text_of

COLUMNS = (
    "STT",
    "Mã hồ sơ",
    "Tên TTHC",
    "Tên tổ chức, cá nhân",
    "Địa chỉ/SĐT",
    "Cơ quan chủ trì giải quyết",
    "Nhận và trả kết quả",
    "Nhận hồ sơ",
    "Hẹn trả kết quả",
    "Trả kết quả",
    "Phương thức nhận kết quả",
    "Ký nhận",
)


@pytest.mark.parametrize("title", COLUMNS)
def test_every_column_of_the_form_has_its_title(title: str) -> None:
    assert title in text_of(render_form_07(register()))


def test_a_row_says_everything_of_its_dossier() -> None:
    letters = letters_of(render_form_07(replace(register(), rows=(entry(1),))))
    for expected in (
        "H17.32.5-260908-0001",
        "Đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con",
        NAME,
        f"{ADDRESS}0905123456",
        AGENCY,
        "08 giờ 05,08/9/2026",
        "16 giờ 30,15/9/2026",
        "Trực tiếp tại Bộ phận Một cửa",
    ):
        assert expected.replace(" ", "") in letters


def test_scope_and_notes_stand_on_the_register() -> None:
    text = text_of(render_form_07(register()))
    assert "Lĩnh vực Hộ tịch, từ ngày 01/9/2026 đến ngày 30/9/2026" in text
    assert all(note in text for note in NOTES)


def test_no_due_date_is_said_in_words() -> None:
    assert "Không quy định" in text_of(render_form_07(replace(register(), rows=(entry(3),))))


def test_the_sheet_lies_across_and_holds_no_code() -> None:
    content = render_form_07(register())
    assert inks_of(content)[0].page_width > inks_of(content)[0].page_height
    assert codes_of(content) == []


def test_forty_dossiers_flow_over_numbered_pages_with_the_head_again() -> None:
    content = render_form_07(register(40))
    pages = page_texts(content)
    assert pages_say(content, "Số 15/STD-TTPVHCC")
    with_rows = [text for text in pages if "H17.32.5" in text]
    assert len(with_rows) >= len(pages) - 1
    assert all(text.count("Nhận và trả kết quả") == text.count("Địa chỉ/SĐT") == 1 for text in with_rows)
    assert all(f"H17.32.5-260908-{order:04d}" in " ".join(pages) for order in range(1, 41))
    assert every_text_is_embedded(content)
    for ink in inks_of(content):
        assert ink.left >= 30 * MM - 1
        assert ink.right <= ink.page_width - 15 * MM + 1


def test_long_names_of_a_row_are_printed_to_their_end() -> None:
    long = f"Đầu {'Nguyễn Phước Khương ' * 9}cuối"
    row = replace(entry(1), procedure_name=long, applicant_name=long, address=long, agency=long, return_way=long)
    content = render_form_07(replace(register(), rows=(row, entry(2))))
    assert letters_of(content).count("cuối") == 5


def test_a_text_too_long_for_a_sheet_is_set_smaller_rather_than_cut() -> None:
    long = f"Đầu {'Nguyễn Phước Khương ' * 90}cuối"
    content = render_form_07(replace(register(), rows=(entry(1), replace(entry(2), address=long), entry(3))))
    letters = letters_of(content)
    assert letters.count("cuối") == 1
    assert letters.count("Khương") == 90
    assert all(text.count("Địa chỉ/SĐT") <= 1 for text in page_texts(content))
    assert len(page_texts(content)) <= 3
    for ink in inks_of(content):
        assert ink.bottom >= 10 * MM


def test_an_empty_register_has_its_head() -> None:
    text = text_of(render_form_07(replace(register(), rows=(), scope="")))
    assert "Ký nhận" in text
    assert "Lĩnh vực" not in text
