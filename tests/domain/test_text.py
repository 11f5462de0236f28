"""Vietnamese text: searching without diacritics, sorting by given name."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.text import fold, given_name_key, matches, tidy


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đăng ký  khai sinh", "dang ky khai sinh"),
        ("Nguyễn Thị Ước", "nguyen thi uoc"),
        ("hòa thủy", "hoa thuy"),
        ("hoà thuỷ", "hoa thuy"),
        ("Thành phố Hồ Chí Minh, Phường 1/2.", "thanh pho ho chi minh phuong 1 2"),
        ("", ""),
    ],
)
def test_folding_leaves_plain_small_letters(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(unicodedata.normalize("NFD", text)) == folded


def test_tidying_composes_and_trims() -> None:
    assert tidy(unicodedata.normalize("NFD", "  Trần\tThị \n Bé ")) == "Trần Thị Bé"


@pytest.mark.parametrize("query", ["khai sinh", "sinh khai", "kha", "đăng", "DANG KY", "inh", "", "  "])
def test_a_search_finds_all_its_words_in_any_order(query: str) -> None:
    assert matches(query, fold("Đăng ký khai sinh"))


@pytest.mark.parametrize("query", ["khai tử", "kýkhai", "sinhh"])
def test_a_search_with_a_word_that_does_not_occur_finds_nothing(query: str) -> None:
    assert not matches(query, fold("Đăng ký khai sinh"))


def test_tones_follow_the_vietnamese_order() -> None:
    in_order = ["ma", "mà", "mả", "mã", "má", "mạ"]
    backwards = in_order[::-1]
    assert sorted(backwards, key=given_name_key) == in_order


def test_letters_follow_the_vietnamese_alphabet() -> None:
    in_order = ["An", "Ăn", "Ân", "Dung", "Đua", "Em", "Êm", "On", "Ôn", "Ơn", "Tu", "Tư", "Vy", "Yên"]
    backwards = in_order[::-1]
    assert sorted(backwards, key=given_name_key) == in_order


def test_a_different_letter_weighs_more_than_a_tone() -> None:
    assert sorted(["Hạ", "Hàn", "Hai"], key=given_name_key) == ["Hạ", "Hai", "Hàn"]


def test_persons_are_sorted_by_given_name_then_family_name() -> None:
    in_order = ["Nguyễn Văn An", "Trần Văn An", "Trần Thị Ánh", "Lê Thị Bình", "Đỗ Văn Bình", "Vũ Đức"]
    expected = ["Nguyễn Văn An", "Trần Văn An", "Trần Thị Ánh", "Đỗ Văn Bình", "Lê Thị Bình", "Vũ Đức"]
    assert sorted(in_order, key=given_name_key) == expected


def test_both_places_of_a_tone_sort_alike() -> None:
    assert given_name_key("Hòa")[:4] == given_name_key("Hoà")[:4]


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_tidying_twice_changes_nothing(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)


@given(st.text())
def test_every_text_finds_itself_and_has_a_sort_key(text: str) -> None:
    assert matches(text, fold(text))
    assert given_name_key(text) == given_name_key(f" {unicodedata.normalize('NFD', text)} ")
