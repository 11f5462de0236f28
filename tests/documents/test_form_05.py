"""The stop notice is a draft and says so; it tells who asked, from when the dossier stands, what comes back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from shared.documents.form_05_stop_notice import DRAFT_NOTE, render_form_05
from tests.documents.form_samples import CODE, pages_say, stop_notice
from tests.documents.reading import page_texts, text_of


@pytest.mark.parametrize(
    "words",
    [
        "THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ",
        DRAFT_NOTE,
        "Kính gửi: Nguyễn Thị Hường",
        f"Mã hồ sơ: {CODE}",
        "Số định danh cá nhân/tổ chức: 048186004217",
        "Nội dung yêu cầu giải quyết: Đăng ký khai sinh",
        "Thời gian nhận hồ sơ: 08 giờ 05 phút, ngày 08 tháng 9 năm 2026.",
        "Thời gian yêu cầu dừng: 08 giờ 05 phút, ngày 09 tháng 9 năm 2026.",
        "Văn bản, hình thức yêu cầu dừng: Đơn đề nghị dừng giải quyết do người nộp hồ sơ ký tại quầy",
        "Căn cứ Điều 21 Nghị định 118/2025/NĐ-CP, Thông tư 03/2025/TT-VPCP và theo yêu cầu nêu trên",
        "dừng giải quyết hồ sơ này kể từ 08 giờ 15 phút, ngày 09 tháng 9 năm 2026.",
        "1. Giấy chứng sinh, 01 bản chính",
        "Phí, lệ phí đã nộp: Theo quy định của pháp luật chuyên ngành.",
        "NGƯỜI NHẬN THÔNG BÁO",
        "NGƯỜI LẬP THÔNG BÁO",
    ],
)
def test_the_notice_says_what_is_stopped_and_on_whose_request(words: str) -> None:
    assert words in text_of(render_form_05(stop_notice()))


def test_nothing_given_back_is_said_too() -> None:
    text = text_of(render_form_05(replace(stop_notice(), returned_papers=(), fee_text="Hoàn trả 50.000 đồng.")))
    assert "Giấy tờ trả lại người nộp hồ sơ: không có." in text
    assert "Phí, lệ phí đã nộp: Hoàn trả 50.000 đồng." in text


def test_forty_papers_given_back_flow_over_numbered_pages() -> None:
    papers = tuple(f"Bản vẽ số {order}, 01 bản chính" for order in range(1, 41))
    content = render_form_05(replace(stop_notice(), returned_papers=papers))
    assert pages_say(content, f"Mã hồ sơ {CODE}")
    assert all(f"{order}. Bản vẽ số {order}," in text_of(content) for order in range(1, 41))
    assert "NGƯỜI LẬP THÔNG BÁO" in page_texts(content)[-1]
