"""Whatever people type prints as they typed it."""

from __future__ import annotations

import unicodedata
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from shared.documents.fonts import form_family, letters_of
from shared.documents.paper_text import balanced, markup, plain, style, unbroken_terms


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("  Nguyễn \t Thị\nHường ", "Nguyễn Thị Hường"),
        (unicodedata.normalize("NFD", "Nguyễn Thị Hường"), "Nguyễn Thị Hường"),
        ("Lê\u200b Văn\x00 A\ud800", "Lê Văn A"),
        ("5\u00a0ngày", "5\u00a0ngày"),
        ("", ""),
    ],
)
def test_typed_text_becomes_one_clean_line(typed: str, printed: str) -> None:
    assert plain(typed) == printed


def test_letters_the_serif_face_lacks_are_lent_by_the_other() -> None:
    family = form_family()
    lent = sorted(set("₿ẞ฿Ⓡ①") - letters_of(family.regular))
    for letter in lent:
        has_it = letter in letters_of(family.fallback)
        assert ("<font" in markup(letter, family)) == has_it


def test_signs_of_markup_print_literally() -> None:
    assert markup('A & B <b>"C"', form_family()) == 'A &amp; B &lt;b&gt;"C"'


@given(st.text(max_size=60))
def test_no_text_breaks_a_paragraph(typed: str) -> None:
    family = form_family()
    paragraph = Paragraph(markup(typed, family), style(family.regular, 13))
    canvas = Canvas(BytesIO(), invariant=1)
    _, height = paragraph.wrap(200, 1000)
    paragraph.drawOn(canvas, 0, height)


def test_a_balanced_heading_takes_no_more_lines() -> None:
    family = form_family()
    base = style(family.bold, 12, 15)
    text = "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG PHƯỜNG HẢI CHÂU"
    assert balanced(text, base, 190).wrap(190, 1000)[1] == Paragraph(text, base).wrap(190, 1000)[1]


def test_a_term_stays_whole_in_a_heading() -> None:
    assert unbroken_terms("Trung tâm Phục vụ Hành chính công") == "Trung tâm Phục vụ Hành\u00a0chính\u00a0công"
