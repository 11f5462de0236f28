"""The control slip tells who gave the dossier to whom, when, and how each kept its time."""

from __future__ import annotations

from dataclasses import replace

import pytest

from shared.documents.form_06_control_slip import NOTES, Outcome, render_form_06
from tests.documents.form_samples import AGENCY, CODE, control_slip, pages_say, step
from tests.documents.reading import MM, inks_of, letters_of, page_texts, text_of

HEAD = "Tên đơn vị Thời gian giao nhận hồ sơ"


@pytest.mark.parametrize(
    "words",
    [
        f"Mã số hồ sơ: {CODE}",
        f"Cơ quan (bộ phận) giải quyết hồ sơ: {AGENCY}",
        "Cơ quan phối hợp giải quyết hồ sơ: ......",
        "Ngày nhận: 08 tháng 9 năm 2026",
        "Hẹn trả kết quả vào 16 giờ 30 phút, ngày 15 tháng 9 năm 2026",
        HEAD,
        "1. Giao: Bộ phận TN&TKQ",
        "2. Nhận: Phòng chuyên môn số 1",
        "09 giờ 05 phút, ngày 08 tháng 9 năm 2026",
        "Người giao",
        "Người nhận",
        "Lê Quang Bình",
        "Phạm Thị Thu Hà",
        "Đúng hạn",
        "Đủ thành phần",
        "......giờ......phút, ngày....../....../.........",
        *NOTES,
    ],
)
def test_the_words_of_the_slip_stand_on_it(words: str) -> None:
    assert words in text_of(render_form_06(control_slip()))


def test_the_slip_holds_no_data_of_the_applicant() -> None:
    assert "Nguyễn Thị Hường" not in text_of(render_form_06(control_slip()))


@pytest.mark.parametrize(("outcome", "words"), [("early", "Trước hạn"), ("on_time", "Đúng hạn"), ("late", "Quá hạn")])
def test_how_a_unit_kept_its_time_is_written_out(outcome: Outcome, words: str) -> None:
    slip = replace(control_slip(), steps=(replace(step(1), outcome=outcome),), blank_steps=0)
    assert words in text_of(render_form_06(slip))


def test_no_due_date_is_said_in_words() -> None:
    assert "Hẹn trả kết quả vào Không quy định" in text_of(render_form_06(replace(control_slip(), due_at=None)))


def test_forty_changes_of_hands_flow_over_pages_with_the_head_again_and_none_is_torn() -> None:
    content = render_form_06(replace(control_slip(), steps=tuple(step(order) for order in range(1, 41))))
    pages = page_texts(content)
    assert pages_say(content, f"Mã hồ sơ {CODE}")
    assert all(text.count(HEAD) == 1 for text in pages)
    assert all(text.count("1. Giao:") == text.count("2. Nhận:") for text in pages)
    assert all(f"Phòng chuyên môn số {order}" in " ".join(pages) for order in range(1, 41))
    assert NOTES[1] in pages[-1]


def test_long_names_and_notes_of_a_step_are_printed_to_their_end() -> None:
    long = f"Đầu {'Nguyễn Phước Khương ' * 9}cuối"
    wide = replace(step(1), giver_unit=long, receiver_unit=long, giver_name=long, receiver_name=long, note=long)
    content = render_form_06(replace(control_slip(), steps=(wide,)))
    for ink in inks_of(content):
        assert ink.right <= ink.page_width - 15 * MM + 1
    assert letters_of(content).count("cuối") == 5


def test_a_note_too_long_for_a_sheet_is_set_smaller_rather_than_cut() -> None:
    long = f"Đầu {'Nguyễn Phước Khương ' * 90}cuối"
    wide = replace(step(1), giver_unit=long, receiver_unit=long, giver_name=long, receiver_name=long, note=long)
    content = render_form_06(replace(control_slip(), steps=(wide, step(2))))
    assert letters_of(content).count("cuối") == 5
    assert "Phòng chuyên môn số 2" in text_of(content)
    for ink in inks_of(content):
        assert ink.right <= ink.page_width - 15 * MM + 1
        assert ink.bottom >= 10 * MM
