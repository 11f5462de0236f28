"""The identity card's QR code: what real scanners hand over, and what must not pass for a card."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.identity_card import IdentityCard, mask_number, read_identity_card
from shared.failures import Refusal

PAYLOAD = "001099012345|012345678|Nguyễn Văn Thử|01011999|Nam|Số 1, Phường Thử, Thành phố Hà Nội|01012022"
CARD = IdentityCard(
    number="001099012345",
    old_number="012345678",
    name="Nguyễn Văn Thử",
    birth_date=date(1999, 1, 1),
    sex="Nam",
    address="Số 1, Phường Thử, Thành phố Hà Nội",
    issued=date(2022, 1, 1),
)


@pytest.mark.parametrize(
    "payload",
    [
        PAYLOAD,
        PAYLOAD + "||||",
        PAYLOAD + "|Nguyễn Văn Cha|Trần Thị Mẹ||",
        "\ufeff" + PAYLOAD + "\r\n",
        PAYLOAD + "\0\0",
        unicodedata.normalize("NFD", PAYLOAD),
    ],
    ids=["2021 card", "2024 card", "with parents", "byte order mark and line end", "NUL", "decomposed"],
)
def test_a_card_is_read_however_the_scanner_sends_it(payload: str) -> None:
    assert read_identity_card(payload) == CARD


def test_the_old_number_and_the_day_of_issue_may_be_missing() -> None:
    card = read_identity_card("001099012345||Nguyễn Văn Thử|01011999|Nam|Số 1, Phường Thử|")
    assert (card.old_number, card.issued) == ("", None)


@pytest.mark.parametrize(
    "payload",
    [
        "",
        "https://example.vn/tra-cuu?ma=H15|x|x|x|x|x|x",
        "https://example.vn/001099012345",
        "H15.50.05.13-261008-0975",
        "00020101021138530010A0000007270123000697041601092576788590208QRIBFTTA53037045802VN6304AE9F",
    ],
)
def test_a_foreign_code_is_refused_as_no_card(payload: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_identity_card(payload)
    assert refused.value.code == "not_an_identity_card"


@pytest.mark.parametrize(
    "payload",
    [
        "001099012345|012345678|Nguyễn Văn Thử|01011999|Nam",
        PAYLOAD.replace("001099012345", "00109901234"),
        PAYLOAD.replace("001099012345", "٠٠١٠٩٩٠١٢٣٤٥"),
        PAYLOAD.replace("01011999", "31021999"),
        PAYLOAD.replace("01011999", "1999"),
        PAYLOAD.replace("01012022", "00000000"),
        PAYLOAD.replace("Nguyễn Văn Thử", " "),
    ],
    ids=["cut off", "11 digits", "other digits", "31 February", "year only", "zero date", "no name"],
)
def test_a_damaged_card_is_refused_without_repeating_it(payload: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_identity_card(payload)
    assert refused.value.code == "identity_card_broken"
    assert "0109" not in str(refused.value)
    assert "Nguyễn" not in str(refused.value)


def test_the_representation_shows_only_the_masked_number() -> None:
    assert repr(CARD) == "IdentityCard(0010••••2345)"


def test_a_number_is_masked_in_the_middle() -> None:
    assert mask_number("001099012345") == "0010••••2345"
    assert mask_number("012345678") == "••••••678"
    assert mask_number("") == ""


digits = st.from_regex(r"[0-9]{8,12}", fullmatch=True)
almost_cards = st.lists(digits | st.text(), min_size=5, max_size=9).map("|".join)


@given(st.text() | almost_cards)
def test_any_text_is_a_card_or_refused(payload: str) -> None:
    try:
        read_identity_card(payload)
    except Refusal as refused:
        code = refused.code
    else:
        code = "read"
    assert code in {"read", "not_an_identity_card", "identity_card_broken"}


names = st.text("ABCĐÊƠabcđêơỳ ", min_size=1).map(lambda text: " ".join(text.split())).filter(bool)


@given(
    st.from_regex(r"[0-9]{12}", fullmatch=True),
    names,
    st.dates(date(1900, 1, 1)),
    st.sampled_from(["Nam", "Nữ"]),
)
def test_every_well_made_card_comes_back(number: str, name: str, born: date, sex: str) -> None:
    card = read_identity_card(f"{number}||{name}|{born:%d%m}{born.year:04d}|{sex}|Xã Thử, Tỉnh Thử|01072024||||")
    assert (card.number, card.birth_date, card.sex) == (number, born, sex)
    assert card.name == unicodedata.normalize("NFC", name)
