"""What an office adds to official papers: who signs the apology, a note at the foot of the receipt."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from shared.documents.form_01_receipt import Form01, render_form_01
from shared.documents.form_04_apology import render_form_04
from shared.domain.office import FormText, form_text_on
from tests.documents.form_samples import apology
from tests.documents.reading import text_of
from tests.staffed import staffed_ward


def test_the_head_signs_the_apology_under_their_own_title() -> None:
    text = text_of(
        render_form_04(replace(apology(), head_title="Chủ tịch Ủy ban nhân dân", head_name="Trần Minh Khôi"))
    )
    assert "CHỦ TỊCH ỦY BAN NHÂN DÂN" in text
    assert "THỦ TRƯỞNG CƠ QUAN" not in text
    assert "Trần Minh Khôi" in text


def test_the_receipt_ends_with_the_offices_note_and_otherwise_stays_as_it_is(form: Form01) -> None:
    note = "Bộ phận Một cửa làm việc cả sáng thứ Bảy."
    assert note in text_of(render_form_01(replace(form, note=note)))
    assert note not in text_of(render_form_01(form))


def test_words_of_an_office_are_printed_in_their_days_only() -> None:
    words = FormText("receipt", "note", "Ghi chú thử", date(2027, 1, 1), date(2027, 6, 30))
    office = replace(staffed_ward(), form_texts=(words,))
    assert form_text_on(office, "receipt", "note", date(2026, 12, 31)) == ""
    assert form_text_on(office, "receipt", "note", date(2027, 1, 1)) == "Ghi chú thử"
    assert form_text_on(office, "receipt", "note", date(2027, 7, 1)) == ""
    assert form_text_on(office, "apology", "note", date(2027, 1, 1)) == ""
