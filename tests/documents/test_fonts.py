"""No Vietnamese letter may be missing from a face that papers are set in."""

from __future__ import annotations

from pathlib import Path

import pytest

from shared.documents import fonts


def test_there_are_134_letters_with_diacritics() -> None:
    letters = fonts.all_vietnamese_letters()
    assert len(letters) == len(set(letters)) == 134 + 52
    assert sum(not letter.isascii() for letter in letters) == 134
    assert {"ữ", "Ặ", "Đ", "ỵ", "Ỹ"} <= set(letters)


@pytest.mark.parametrize("face", [*fonts.slip_family().faces(), *fonts.form_family().faces()])
def test_every_face_has_every_vietnamese_letter(face: str) -> None:
    needed = set(fonts.all_vietnamese_letters() + "0123456789 .,:;/()-–…·+%@&<>\"'\u00a0₫")
    assert needed - fonts.letters_of(face) == set()


def test_a_capital_letter_stands_about_seven_tenths_of_the_size() -> None:
    assert 0.6 < fonts.cap_height(fonts.slip_family().heavy) < 0.8


def test_be_vietnam_pro_stands_in_where_no_serif_face_is_installed(tmp_path: Path) -> None:
    nothing = fonts.FaceFiles(*(tmp_path / f"{style}.ttf" for style in "abcd"))
    assert fonts.family_from([nothing]) == fonts.slip_family()


def test_the_first_complete_family_is_taken(tmp_path: Path) -> None:
    nothing = fonts.FaceFiles(*(tmp_path / f"{style}.ttf" for style in "abcd"))
    complete = fonts.FaceFiles(*(tmp_path / f"{style}.ttf" for style in "efgh"))
    for path in (complete.regular, complete.bold, complete.italic, complete.bold_italic):
        path.touch()
    assert fonts.first_complete([nothing, complete, nothing]) == complete


def test_windows_mac_and_linux_keep_their_times_where_we_look() -> None:
    names = {files.regular.name for files in fonts.serif_candidates()}
    assert names == {"times.ttf", "Times New Roman.ttf", "LiberationSerif-Regular.ttf"}
