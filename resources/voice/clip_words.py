"""Every clip of the voice by its name, with the words it holds: read by the calls, by `make_clips` and by people.

A name is the path of the clip below the folder without ".wav". Vietnamese number words that only their tone tells
apart carry the tone in the name ("mot_nang" is "một", "mot_sac" is "mốt").
"""

from __future__ import annotations

CHIME = "chime"

VIETNAMESE_NUMBER_WORDS = {
    "không": "vi/khong",
    "một": "vi/mot_nang",
    "mốt": "vi/mot_sac",
    "hai": "vi/hai",
    "ba": "vi/ba",
    "bốn": "vi/bon",
    "tư": "vi/tu",
    "năm": "vi/nam",
    "lăm": "vi/lam",
    "sáu": "vi/sau",
    "bảy": "vi/bay",
    "tám": "vi/tam",
    "chín": "vi/chin",
    "mười": "vi/muoi_huyen",
    "mươi": "vi/muoi_ngang",
    "linh": "vi/linh",
    "trăm": "vi/tram",
    "nghìn": "vi/nghin",
}
"""Each word of a Vietnamese number and its clip."""

VIETNAMESE_LETTERS = {
    "A": "a",
    "B": "bê",
    "C": "xê",
    "D": "đê",
    "E": "e",
    "F": "ép",
    "G": "giê",
    "H": "hát",
    "I": "i",
    "J": "gi",
    "K": "ca",
    "L": "e lờ",
    "M": "em mờ",
    "N": "en nờ",
    "O": "o",
    "P": "pê",
    "Q": "quy",
    "R": "e rờ",
    "S": "ét sì",
    "T": "tê",
    "U": "u",
    "V": "vê",
    "W": "vê kép",
    "X": "ích xì",
    "Y": "i dài",
    "Z": "dét",
}
"""How the letter of a line is read out; D as in a code, where Đ does not occur."""

XIN_MOI_SO = "vi/xin_moi_so"
DEN_QUAY_SO = "vi/den_quay_so"

ENGLISH_BELOW_TWENTY = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
ENGLISH_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

NUMBER = "en/number"
PLEASE_GO_TO_COUNTER = "en/please_go_to_counter"


def letter_clip(language: str, letter: str) -> str:
    """The name of the clip of a line's letter: "vi/letter_a"."""
    return f"{language}/letter_{letter.lower()}"


def english_number_clip(word: str) -> str:
    """The name of the clip of one English number word: "en/five"."""
    return f"en/{word}"


CLIP_WORDS = {
    XIN_MOI_SO: "xin mời số",
    DEN_QUAY_SO: "đến quầy số",
    **{letter_clip("vi", letter): words for letter, words in VIETNAMESE_LETTERS.items()},
    **{name: word for word, name in VIETNAMESE_NUMBER_WORDS.items()},
    NUMBER: "number",
    PLEASE_GO_TO_COUNTER: "please go to counter",
    **{letter_clip("en", letter): letter for letter in VIETNAMESE_LETTERS},
    **{
        english_number_clip(word): word for word in (*ENGLISH_BELOW_TWENTY, *ENGLISH_TENS, "hundred", "thousand", "and")
    },
}
"""The words of every spoken clip by the clip's name; the chime is not among them."""
