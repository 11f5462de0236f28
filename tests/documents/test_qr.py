"""Codes that are drawn can be read again."""

from __future__ import annotations

import io

import pytest
import zxingcpp
from PIL import Image
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from shared.documents.qr import draw_qr, qr_modules, qr_png, whole_dots_size_mm
from tests.documents.reading import codes_of

URL = "https://motcua.example.vn/h/H17.32.5-260908-0128"


@pytest.mark.parametrize("text", [URL, "A", "motcua:handover:01998f3e-7c1a-7d00", "Hồ sơ số 12", "x" * 300])
def test_a_code_on_paper_reads_as_its_text(text: str) -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(50 * mm, 50 * mm), invariant=1)
    draw_qr(canvas, text, 5 * mm, 5 * mm, 40)
    canvas.save()
    assert codes_of(out.getvalue(), 300) == [text]


@pytest.mark.parametrize("pixels", [200, 255, 512])
def test_a_code_on_a_screen_has_the_size_asked_for_and_reads_as_its_text(pixels: int) -> None:
    picture = Image.open(io.BytesIO(qr_png(URL, pixels)))
    assert picture.size == (pixels, pixels)
    assert [grey for _, grey in picture.getcolors()] == [0, 255]
    assert [found.text for found in zxingcpp.read_barcodes(picture)] == [URL]


def test_a_picture_too_small_for_the_code_is_refused() -> None:
    with pytest.raises(ValueError, match="too few"):
        qr_png(URL, 20)


def test_an_empty_code_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a text"):
        qr_modules("")


def test_four_modules_around_the_code_stay_white() -> None:
    rows = qr_modules(URL)
    columns = list(zip(*rows, strict=True))
    for border in (rows[:4], rows[-4:], columns[:4], columns[-4:]):
        assert not any(module for line in border for module in line)
    assert any(rows[4])


def test_a_module_on_thermal_paper_is_a_whole_number_of_dots() -> None:
    size = whole_dots_size_mm(URL, 38, 8)
    dots = size * 8 / len(qr_modules(URL))
    assert dots == round(dots)
    assert 30 < size <= 38


def test_a_code_larger_than_the_dots_takes_the_whole_width() -> None:
    assert whole_dots_size_mm("x" * 1500, 10, 8) == 10
