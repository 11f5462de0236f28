"""Form 03 says that and why a dossier is not taken, signed by both sides."""

from __future__ import annotations

from dataclasses import replace

import pytest

from shared.documents.form_03_refusal import render_form_03
from tests.documents.form_samples import CODE, pages_say, refusal
from tests.documents.reading import page_texts, text_of


@pytest.mark.parametrize(
    "words",
    [
        "Trung tâm Phục vụ hành chính công phường Hải Châu",
        "Tiếp nhận hồ sơ của: Nguyễn Thị Hường",
        "Số định danh cá nhân/tổ chức: 048186004217",
        "Địa chỉ: K45/12 đường Trần Cao Vân",
        "Số điện thoại: 0905123456",
        "Email: huong@example.vn",
        f"Mã hồ sơ (nếu có): {CODE}",
        "Nội dung yêu cầu giải quyết: Cấp giấy phép xây dựng nhà ở riêng lẻ",
        "Qua xem xét, Bộ phận Tiếp nhận và Trả kết quả thông báo không tiếp nhận, giải quyết hồ sơ này với lý do "
        "cụ thể như sau: Thửa đất nằm trong hành lang bảo vệ đê điều, không thuộc đối tượng được cấp phép. "
        "Hồ sơ không thuộc thẩm quyền",
        "Xin thông báo cho Ông/Bà được biết và thực hiện./.",
        "NGƯỜI NỘP HỒ SƠ",
        "NGƯỜI TIẾP NHẬN HỒ SƠ",
        "(Chữ ký số của Người tiếp nhận hồ sơ nếu là biểu mẫu điện tử)",
        "Lê Quang Bình",
    ],
)
def test_the_words_of_the_form_stand_on_it(words: str) -> None:
    assert words in text_of(render_form_03(refusal()))


def test_a_dossier_that_was_never_received_has_no_code() -> None:
    text = text_of(render_form_03(replace(refusal(), dossier_code="", look_up_url="")))
    assert "Mã hồ sơ (nếu có): ......" in text


def test_a_blank_reason_leaves_dots() -> None:
    assert "như sau: ......" in text_of(render_form_03(replace(refusal(), reasons=(" ",))))


def test_many_reasons_flow_over_numbered_pages() -> None:
    reasons = tuple(f"Lý do thứ {order}, theo quy định của pháp luật chuyên ngành." for order in range(1, 61))
    content = render_form_03(replace(refusal(), reasons=reasons))
    assert pages_say(content, f"Mã hồ sơ {CODE}")
    assert all(f"Lý do thứ {order}," in text_of(content) for order in range(1, 61))
    assert "NGƯỜI TIẾP NHẬN HỒ SƠ" in page_texts(content)[-1]
