"""The slip that a person of 68 reads without glasses, and a phone without help."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pypdfium2
import pytest
from pypdfium2 import raw

from shared.documents.ticket_slip import TicketSlip, render_ticket_slip
from tests.documents.reading import (
    MM,
    codes_of,
    every_text_is_embedded,
    faces_of,
    facts_of,
    inks_of,
    letters_of,
    page_texts,
    text_of,
)


def test_the_slip_says_number_line_people_wait_and_time_in_both_languages(slip: TicketSlip) -> None:
    text = text_of(render_ticket_slip(slip))
    for expected in (
        "A012",
        "Hộ tịch, chứng thực",
        "Civil status, certification",
        "7 người",
        "7 ahead of you",
        "15–25 phút",
        "15–25 min",
        "Lấy số lúc 08 giờ 05, ngày 08/9/2026",
        "Trung tâm Phục vụ hành chính công phường Hải Châu",
        "Mời Ông/Bà ngồi chờ.",
        "Please take a seat.",
    ):
        assert expected in text


def test_the_person_next_in_line_is_told_so(slip: TicketSlip) -> None:
    text = text_of(render_ticket_slip(replace(slip, people_ahead=0)))
    assert "Kế tiếp" in text
    assert "You are next" in text
    assert "0 người" not in text


def test_the_slip_is_80_millimetres_wide_and_prints_within_72(slip: TicketSlip) -> None:
    (ink,) = inks_of(render_ticket_slip(_full(slip)))
    assert ink.page_width == pytest.approx(80 * MM, abs=0.05)
    assert ink.left >= 4 * MM - 1.5
    assert ink.right <= 76 * MM + 1.5
    assert 0 < ink.bottom < 12 * MM
    assert ink.top < ink.page_height


def test_the_number_stands_more_than_15_millimetres_high(slip: TicketSlip) -> None:
    assert _height_of(render_ticket_slip(slip), "A012") > 15 * MM


@pytest.mark.parametrize("label", ["A012", "1", "DKKD-1005", "ƯUTIÊN-00012345"])
def test_every_number_fits_the_paper(slip: TicketSlip, label: str) -> None:
    content = render_ticket_slip(replace(slip, label=label))
    assert label in text_of(content)
    (ink,) = inks_of(content)
    assert ink.left >= 4 * MM - 1.5
    assert ink.right <= 76 * MM + 1.5


def test_the_phone_reads_the_address_to_follow_the_number(slip: TicketSlip) -> None:
    assert codes_of(render_ticket_slip(slip), 203) == [slip.follow_url]


def test_a_slip_without_an_address_has_no_code(slip: TicketSlip) -> None:
    content = render_ticket_slip(replace(slip, follow_url=""))
    assert codes_of(content) == []
    assert "Quét mã" not in text_of(content)


def test_priority_procedure_and_papers_are_printed_when_there_are_any(slip: TicketSlip) -> None:
    full = _full(slip)
    text = text_of(render_ticket_slip(full))
    assert "Ưu tiên: Người cao tuổi" in text
    assert "Thủ tục: Đăng ký <khai sinh> & cư trú" in text
    assert all(document in text for document in full.documents_to_bring)
    assert "Ưu tiên" not in text_of(render_ticket_slip(slip))
    assert "Thủ tục" not in text_of(render_ticket_slip(slip))


def test_the_lines_that_follow_stand_in_their_order_in_both_languages(slip: TicketSlip) -> None:
    then = (("Đất đai – Xây dựng", "Land – Construction"), ("Trả kết quả", "Collect a result"))
    text = text_of(render_ticket_slip(replace(slip, then=then)))
    for expected in ("Sau đó, vẫn với số này", "2. Đất đai – Xây dựng", "Land – Construction", "3. Trả kết quả"):
        assert expected in text
    assert "Sau đó" not in text_of(render_ticket_slip(slip))


def test_an_appointment_stands_with_its_time_on_the_clocks_of_viet_nam(slip: TicketSlip) -> None:
    text = text_of(render_ticket_slip(replace(slip, appointment_at=datetime(2026, 9, 8, 1, 30, tzinfo=UTC))))
    assert "Lịch hẹn: 08 giờ 30" in text
    assert "Appointment: 08:30" in text


def test_the_priority_is_said_in_english_too_where_it_has_a_name(slip: TicketSlip) -> None:
    both = replace(slip, priority_note="Người cao tuổi", priority_note_en="Older person")
    assert "Priority: Older person" in text_of(render_ticket_slip(both))
    assert "Priority" not in text_of(render_ticket_slip(replace(both, priority_note_en=None)))


def test_the_slip_does_not_promise_a_board_that_the_office_may_not_have(slip: TicketSlip) -> None:
    assert "bảng" not in text_of(render_ticket_slip(slip))


def test_more_papers_make_a_longer_slip_of_one_page(slip: TicketSlip) -> None:
    longer = render_ticket_slip(replace(slip, documents_to_bring=tuple(f"Giấy tờ {number}" for number in range(40))))
    assert len(page_texts(longer)) == 1
    assert inks_of(longer)[0].page_height > 2 * inks_of(render_ticket_slip(slip))[0].page_height
    assert "Giấy tờ 39" in text_of(longer)


def test_names_of_200_letters_stay_on_the_paper(slip: TicketSlip) -> None:
    word, words = "Ằ" * 200, ("Nguyễn Phước Khương " * 10)[:200]
    content = render_ticket_slip(
        replace(slip, office_name=words, line_name_vi=word, procedure_name=words, documents_to_bring=(word, words))
    )
    (ink,) = inks_of(content)
    assert ink.left >= 4 * MM - 1.5
    assert ink.right <= 76 * MM + 1.5
    assert letters_of(content).count("Ằ") == 400


def test_only_black_goes_on_thermal_paper(slip: TicketSlip) -> None:
    with pypdfium2.PdfDocument(render_ticket_slip(_full(slip))) as document:
        picture = document[0].render(scale=1, no_smoothtext=True, no_smoothpath=True).to_pil().convert("RGB")
    colours = {colour for _, colour in picture.getcolors(1 << 20)}
    assert colours == {(0, 0, 0), (255, 255, 255)}


def test_the_faces_travel_with_the_slip(slip: TicketSlip) -> None:
    content = render_ticket_slip(_full(slip))
    assert every_text_is_embedded(content)
    assert all("BeVietnamPro" in face for face in faces_of(content))
    assert b"Helvetica" not in content


def test_the_file_says_what_it_is(slip: TicketSlip) -> None:
    content = render_ticket_slip(slip)
    assert facts_of(content)["Title"] == "Phiếu số thứ tự A012"
    assert facts_of(content)["Producer"] == "Một cửa"
    assert b"/Lang (vi)" in content


def test_the_same_slip_gives_the_same_bytes(slip: TicketSlip) -> None:
    assert render_ticket_slip(_full(slip)) == render_ticket_slip(_full(slip))


def test_a_time_without_offset_is_refused(slip: TicketSlip) -> None:
    with pytest.raises(ValueError, match="offset"):
        render_ticket_slip(replace(slip, issued_at=datetime(2026, 9, 8, 8, 5)))  # noqa: DTZ001


def _full(slip: TicketSlip) -> TicketSlip:
    return replace(
        slip,
        priority_note="Người cao tuổi",
        then=(("Đất đai – Xây dựng – Môi trường", "Land – Construction – Environment"),),
        appointment_at=slip.issued_at,
        procedure_name="Đăng ký <khai sinh> & cư trú",
        documents_to_bring=("Tờ khai", "Giấy chứng sinh do cơ sở khám bệnh, chữa bệnh cấp"),
    )


def _height_of(content: bytes, word: str) -> float:
    """How high the highest piece of text that reads `word` is drawn, in points."""
    heights = []
    with pypdfium2.PdfDocument(content) as document:
        page = document[0]
        texts = page.get_textpage()
        for thing in page.get_objects(filter=(raw.FPDF_PAGEOBJ_TEXT,)):
            left, bottom, right, top = thing.get_bounds()
            if texts.get_text_bounded(left, bottom, right, top).strip() == word:
                heights.append(top - bottom)
    return max(heights)
