"""Form 04 apologises with the reason and gives the one new date."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from shared.documents.form_04_apology import render_form_04
from tests.documents.form_samples import AGENCY, CODE, NAME, NUMBER, OLD_DAY, apology, heading
from tests.documents.reading import text_of


@pytest.mark.parametrize(
    "words",
    [
        "PHIẾU XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT",
        "Kính gửi: Nguyễn Thị Hường",
        f"Ngày 08 tháng 9 năm 2026, {AGENCY} tiếp nhận giải quyết hồ sơ đề nghị giải quyết thủ tục hành chính "
        f"Cấp giấy phép xây dựng nhà ở riêng lẻ của Ông/Bà/Tổ chức {NAME}; số định danh: {NUMBER}; "
        f"mã số hồ sơ: {CODE}.",
        "Thời gian hẹn trả kết quả giải quyết hồ sơ: 16 giờ 30 phút, ngày 15 tháng 9 năm 2026.",
        f"Tuy nhiên đến nay, {AGENCY} chưa trả kết quả giải quyết hồ sơ của Ông/Bà/Tổ chức đúng thời hạn quy định ghi "
        "trên Giấy tiếp nhận hồ sơ và hẹn trả kết quả.",
        "Lý do: Chưa có ý kiến của cơ quan phối hợp về chỉ giới đường đỏ.",
        f"{AGENCY} xin trân trọng gửi lời xin lỗi đến Ông (Bà)/Tổ chức vì sự chậm trễ trong quá trình giải quyết hồ sơ "
        "có thể gây phiền hà, tốn kém về chi phí, công sức của Ông (Bà)/Tổ chức.",
        "sẽ trả kết quả giải quyết hồ sơ cho Ông/Bà/Tổ chức vào ngày 25 tháng 9 năm 2026.",
        "Mong nhận được sự thông cảm của Ông/Bà/Tổ chức vì sự chậm trễ này./.",
        "THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ",
        "(Chữ ký số của Thủ trưởng cơ quan, đơn vị nếu là biểu mẫu điện tử)",
        "Trần Minh Khôi",
    ],
)
def test_the_words_of_the_form_stand_on_it(words: str) -> None:
    assert words in text_of(render_form_04(apology()))


def test_the_older_title_speaks_of_another_appointment() -> None:
    text = text_of(render_form_04(replace(apology(), heading=heading("apology", OLD_DAY))))
    assert "PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ" in text


def test_the_counter_does_not_sign_the_apology() -> None:
    assert "NGƯỜI TIẾP NHẬN" not in text_of(render_form_04(apology()))


def test_a_blank_agency_and_reason_leave_dots() -> None:
    text = text_of(render_form_04(replace(apology(), agency_name="", reason="", applicant_name="")))
    assert "Lý do: ......" in text
    assert "Kính gửi: ......" in text


def test_a_time_without_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="offset"):
        render_form_04(replace(apology(), promised_at=datetime(2026, 9, 8, 8, 5)))  # noqa: DTZ001
