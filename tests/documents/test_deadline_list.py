"""The morning's list says what is due and stays in the office."""

from __future__ import annotations

from dataclasses import replace

from shared.documents.deadline_list import DeadlineEntry, DeadlineList, DeadlineSection, render_deadline_list
from tests.documents.form_samples import AGENCY, DUE, NAME, OFFICE, RECEIVED
from tests.documents.reading import MM, every_text_is_embedded, inks_of, letters_of, page_texts, text_of

ENTRY = DeadlineEntry(
    dossier_code="H17.32.5-260908-0128",
    applicant_name=NAME,
    procedure_name="Đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con",
    holder_name=AGENCY,
    due_at=DUE,
    note="đã hẹn lại",
)
LIST = DeadlineList(
    office_name=OFFICE,
    scope="Hồ sơ của cả cơ quan",
    at=RECEIVED,
    by="Nguyễn Thị Thử",
    sections=(
        DeadlineSection(title="Đã quá hạn", entries=(ENTRY,)),
        DeadlineSection(title="Đến hạn hôm nay", entries=()),
        DeadlineSection(title="Ngày làm việc tới", entries=(replace(ENTRY, due_at=None, note=""),)),
    ),
)


def test_a_row_says_everything_of_its_dossier() -> None:
    content = render_deadline_list(LIST)
    letters = letters_of(content)
    for expected in (ENTRY.dossier_code, NAME, ENTRY.procedure_name, AGENCY, "16:30,15/9/2026", "đã hẹn lại"):
        assert expected.replace(" ", "") in letters
    assert "lập lúc 08:05 ngày 08/9/2026 · Nguyễn Thị Thử" in text_of(content)
    assert every_text_is_embedded(content)


def test_parts_without_dossiers_are_left_out() -> None:
    text = text_of(render_deadline_list(LIST))
    assert "Đã quá hạn (1)" in text
    assert "Đến hạn hôm nay" not in text


def test_every_sheet_says_that_it_stays_in_the_office() -> None:
    many = replace(LIST, sections=(DeadlineSection(title="Đã quá hạn", entries=(ENTRY,) * 40),))
    content = render_deadline_list(many)
    pages = page_texts(content)
    assert len(pages) > 1
    assert all("LƯU HÀNH NỘI BỘ" in page for page in pages)
    assert all("Người nộp" in page for page in pages)
    assert all(ink.right <= ink.page_width - 14 * MM for ink in inks_of(content))


def test_nothing_due_is_said() -> None:
    assert "Không có hồ sơ nào quá hạn" in text_of(render_deadline_list(replace(LIST, sections=())))
