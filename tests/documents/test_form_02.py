"""Form 02 asks for everything that is missing, once, and says whom to ask."""

from __future__ import annotations

from dataclasses import replace

import pytest

from shared.documents.form_02_supplement import render_form_02
from tests.documents.form_samples import CODE, pages_say, supplement
from tests.documents.reading import page_texts, text_of


@pytest.mark.parametrize(
    "words",
    [
        "Hồ sơ của: Nguyễn Thị Hường",
        "Nội dung yêu cầu giải quyết: Đăng ký khai sinh",
        "Địa chỉ: K45/12 đường Trần Cao Vân",
        "Số điện thoại: 0905123456",
        "Email: huong@example.vn",
        "Yêu cầu hoàn thiện hồ sơ gồm những nội dung sau: 1. Giấy chứng sinh: bổ sung bản chính 2. Tờ khai",
        "Lý do: Giấy chứng sinh nộp là bản chụp không có chứng thực.",
        "Ông/Bà liên hệ với Lê Quang Bình số điện thoại 0236 3 123 456 để được hướng dẫn./.",
        "NGƯỜI HƯỚNG DẪN (Ký và ghi rõ họ tên) (Chữ ký số của Người hướng dẫn nếu là biểu mẫu điện tử)",
        CODE,
    ],
)
def test_the_words_of_the_form_stand_on_it(words: str) -> None:
    assert words in text_of(render_form_02(supplement()))


def test_only_the_guide_signs() -> None:
    assert "NGƯỜI NỘP HỒ SƠ" not in text_of(render_form_02(supplement()))


def test_a_blank_form_has_four_numbered_lines_of_dots() -> None:
    blank = replace(supplement(), requests=(), reason="", contact_name="", contact_phone="")
    text = text_of(render_form_02(blank))
    assert all(f"{order}. ......" in text for order in (1, 2, 3, 4))
    assert "5. ...." not in text
    assert "Lý do: ......" in text


def test_sixty_requests_flow_over_numbered_pages_with_the_title_again() -> None:
    requests = tuple(f"Bản vẽ số {order}: bổ sung bản chính có đóng dấu thẩm định" for order in range(1, 61))
    content = render_form_02(replace(supplement(), requests=requests))
    pages = page_texts(content)
    assert pages_say(content, f"Mã hồ sơ {CODE}")
    assert all(text.startswith("Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ") for text in pages[1:])
    assert all(f"{order}. Bản vẽ số {order}:" in " ".join(pages) for order in range(1, 61))
    assert "NGƯỜI HƯỚNG DẪN" in pages[-1]
