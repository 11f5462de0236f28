"""Written words become what people say: no figure is left to the speech program."""

from __future__ import annotations

import pytest

from kiosk.spoken_text import in_sentences, sentence, spoken


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("A012", "A mười hai"),
        ("Số 15", "Số mười lăm"),
        ("21 người", "hai mươi mốt người"),
        ("08:05", "tám giờ năm phút"),
        ("08:00", "tám giờ"),
        ("13 giờ 30", "mười ba giờ ba mươi"),
        ("10–20 phút", "mười đến hai mươi phút"),
        ("07:30–11:30", "bảy giờ ba mươi phút đến mười một giờ ba mươi phút"),
        ("Thứ Hai, 23/11/2026", "Thứ Hai, ngày hai mươi ba tháng mười một năm hai nghìn không trăm hai mươi sáu"),
        ("08:05 ngày 5/4/2026", "tám giờ năm phút ngày năm tháng tư năm hai nghìn không trăm hai mươi sáu"),
        ("tháng 4 năm 2026", "tháng tư năm hai nghìn không trăm hai mươi sáu"),
        ("8.000 đồng", "tám nghìn đồng"),
        ("8.000₫", "tám nghìn đồng"),
        ("gọi 0900 000 000.", "gọi không chín không không không không không không không không."),
        ("LH-260001", "L H hai sáu không không không một"),
        ("1.001193", "một không không một một chín ba"),
        ("Quầy 01", "Quầy một"),
        ("Việc thứ 1", "Việc thứ nhất"),
        ("Trang 1/2", "Trang một trên hai"),
        ("Ông/Bà", "Ông Bà"),
        ("Hộ tịch – Chứng thực", "Hộ tịch, Chứng thực"),
        ("✓ Hài\u00a0lòng", "Hài lòng"),
        ("1234567890", "một hai ba bốn năm sáu bảy tám chín không"),
        ("31/13/2026", "ba mươi mốt trên mười ba trên hai nghìn không trăm hai mươi sáu"),
    ],
)
def test_vietnamese_is_read_as_people_say_it(written: str, said: str) -> None:
    assert spoken(written, "vi") == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("A012", "A twelve"),
        ("08:05", "eight oh five"),
        ("13:30", "thirteen thirty"),
        ("09:00", "nine o'clock"),
        ("10–20 min", "ten to twenty minutes"),
        ("1 min", "one minute"),
        ("23/11/2026", "twenty three November two thousand and twenty six"),
        ("VND 8,000", "VND eight thousand"),
        ("Step 2/3", "Step two of three"),
        ("0900 000 000", "zero nine zero zero zero zero zero zero zero zero"),
    ],
)
def test_english_is_read_as_people_say_it(written: str, said: str) -> None:
    assert spoken(written, "en") == said


def test_another_language_keeps_its_figures() -> None:
    assert spoken("A012 – 08:05 ✓", "km") == "A012, 08:05"


@pytest.mark.parametrize(
    ("text", "expected"), [("Một", "Một."), ("Một?", "Một?"), ("Số vì:", "Số vì."), ("  ", ""), ("", "")]
)
def test_every_text_ends_like_a_sentence(text: str, expected: str) -> None:
    assert sentence(text) == expected


def test_texts_become_sentences_one_after_the_other() -> None:
    assert in_sentences(["Quầy 15", "", "Mời Ông/Bà!"], "vi") == "Quầy mười lăm. Mời Ông Bà!"
