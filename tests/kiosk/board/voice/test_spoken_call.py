"""What is said, as people read it: checked against rules of its own, never against the code's."""

from __future__ import annotations

from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.board.voice.spoken_call import (
    LARGEST_NUMBER,
    english_call,
    english_number_aloud,
    vietnamese_call,
    vietnamese_number_aloud,
)
from resources.voice.clip_words import CLIP_WORDS
from shared.domain.numbering import ticket_label
from shared.failures import Refusal

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

VALUES = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "sáu": 6, "bảy": 7,
    "tám": 8, "chín": 9,
}  # fmt: skip


def understood(words: str) -> int:
    """The number that a listener makes of Vietnamese words, from left to right."""
    total, pending = 0, None
    for word in words.split():
        if word in VALUES:
            assert pending is None, f"two digits in a row: {words}"
            pending = VALUES[word]
        elif word == "mười":
            assert pending is None
            total += 10
        elif word == "linh":
            assert pending is None
        else:
            assert pending is not None, f"{word} of nothing: {words}"
            total += pending * {"mươi": 10, "trăm": 100, "nghìn": 1000}[word]
            pending = None
    return total + (pending or 0)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (4, "bốn"),
        (5, "năm"),
        (10, "mười"),
        (11, "mười một"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (25, "hai mươi lăm"),
        (101, "một trăm linh một"),
        (104, "một trăm linh bốn"),
        (105, "một trăm linh năm"),
        (110, "một trăm mười"),
        (115, "một trăm mười lăm"),
        (144, "một trăm bốn mươi tư"),
        (400, "bốn trăm"),
        (555, "năm trăm năm mươi lăm"),
        (1000, "một nghìn"),
        (1001, "một nghìn không trăm linh một"),
        (1499, "một nghìn bốn trăm chín mươi chín"),
        (2024, "hai nghìn không trăm hai mươi tư"),
        (24024, "hai mươi tư nghìn không trăm hai mươi tư"),
    ],
)
def test_known_numbers_are_read_as_people_read_them(number: int, words: str) -> None:
    assert vietnamese_number_aloud(number) == words


def test_every_number_up_to_9999_is_understood_as_itself() -> None:
    assert [understood(vietnamese_number_aloud(number)) for number in range(10_000)] == list(range(10_000))


def test_every_number_up_to_9999_keeps_the_rules_of_the_spoken_units() -> None:
    for number in range(1, 10_000):
        words = vietnamese_number_aloud(number).split()
        thousands, hundreds, tens, units = (number // size % 10 for size in (1000, 100, 10, 1))
        last = words[-1]
        if units == 5:
            assert last == ("lăm" if tens else "năm"), number
        elif units == 4:
            assert last == ("tư" if tens >= 2 else "bốn"), number
        elif units == 1:
            assert last == ("mốt" if tens >= 2 else "một"), number
        assert ("linh" in words) == (tens == 0 and units > 0 and number > 10), number
        assert ("mười" in words) == (tens == 1), number
        assert ("mươi" in words) == (tens >= 2), number
        assert ("không" in words) == (thousands > 0 and hundreds == 0 and number % 100 > 0), number
        assert ("nghìn" in words) == (thousands > 0), number


def english_by_rule(number: int) -> str:
    """English written from the digits, place by place."""
    ones = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    tens = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
    first_teens = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen")
    teens = (*first_teens, "sixteen", "seventeen", "eighteen", "nineteen")
    t, h, d, u = (int(digit) for digit in f"{number:04d}")
    below_hundred = teens[u] if d == 1 else f"{tens[d]} {ones[u]}"
    parts = [f"{ones[t]} thousand" if t else "", f"{ones[h]} hundred" if h else ""]
    parts += ["and" if number > 99 and number % 100 else "", below_hundred]
    return " ".join(" ".join(parts).split())


def test_every_english_number_up_to_9999_follows_its_digits() -> None:
    assert english_number_aloud(0) == "zero"
    for number in range(1, 10_000):
        assert english_number_aloud(number) == english_by_rule(number)


def test_a_call_is_two_phrases_with_the_letter_before_the_number() -> None:
    assert vietnamese_call("A015", 3) == (
        ("vi/xin_moi_so", "vi/letter_a", "vi/muoi_huyen", "vi/lam"),
        ("vi/den_quay_so", "vi/ba"),
    )
    assert english_call("B105", 12) == (
        ("en/number", "en/letter_b", "en/one", "en/hundred", "en/and", "en/five"),
        ("en/please_go_to_counter", "en/twelve"),
    )


def test_zeros_before_a_number_are_not_said() -> None:
    assert vietnamese_call("C005", 1)[0] == ("vi/xin_moi_so", "vi/letter_c", "vi/nam")


def words_of(names: tuple[tuple[str, ...], ...]) -> str:
    return " ".join(CLIP_WORDS[name] for phrase in names for name in phrase)


@given(letter=st.sampled_from(LETTERS), number=st.integers(0, LARGEST_NUMBER), counter=st.integers(1, LARGEST_NUMBER))
def test_the_clips_of_a_call_say_its_words(letter: str, number: int, counter: int) -> None:
    label = ticket_label(letter, number)
    said = words_of(vietnamese_call(label, counter))
    assert said.startswith("xin mời số ")
    assert said.endswith(f" {vietnamese_number_aloud(number)} đến quầy số {vietnamese_number_aloud(counter)}")
    number_aloud, counter_aloud = english_number_aloud(number), english_number_aloud(counter)
    assert words_of(english_call(label, counter)) == (
        f"number {letter} {number_aloud} please go to counter {counter_aloud}"
    )


def test_every_label_from_a000_to_z9999_has_all_its_clips_in_the_shipped_folders() -> None:
    needed: set[str] = set()
    for letter in LETTERS:
        for number in range(10_000):
            label = f"{letter}{number:03d}"
            needed.update(*vietnamese_call(label, 1), *english_call(label, 1))
    shipped = {
        f"{language}/{file.name.removesuffix('.wav')}"
        for language in ("vi", "en")
        for file in (files("resources.voice") / language).iterdir()
        if file.name.endswith(".wav")
    }
    assert needed == shipped == set(CLIP_WORDS)


@pytest.mark.parametrize("label", ["", "A", "A1", "A01", "a015", "Đ015", "A015 ", "AB015", "A-15", "A٠١٥", "A1234567"])
def test_a_label_without_a_letter_and_digits_is_refused(label: str) -> None:
    for call in (vietnamese_call, english_call):
        with pytest.raises(Refusal) as refused:
            call(label, 1)
        assert refused.value.code == "cannot_be_read_out"


@pytest.mark.parametrize("counter", [0, -1, LARGEST_NUMBER + 1])
def test_a_counter_without_a_number_is_refused(counter: int) -> None:
    with pytest.raises(Refusal):
        vietnamese_call("A001", counter)
