"""VietQR codes: the published example, and whatever is built can be read."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.vietqr import Transfer, checksum, read_vietqr, vietqr_text

EXAMPLE = "00020101021138530010A0000007270123000697041601092576788590208QRIBFTTA53037045802VN6304AE9F"
PURPOSE = string.ascii_letters + string.digits + ".-"

transfers = st.builds(
    Transfer,
    bin=st.text(string.digits, min_size=6, max_size=6),
    account=st.text(string.ascii_letters + string.digits, min_size=1, max_size=19),
    amount_vnd=st.none() | st.integers(1, 10**13 - 1),
    purpose=st.text(PURPOSE, max_size=25),
    service=st.sampled_from(["QRIBFTTA", "QRIBFTTC"]),
)


def test_the_checksum_is_that_of_the_standard() -> None:
    assert checksum("123456789") == "29B1"


def test_the_published_example_is_built_and_read() -> None:
    transfer = Transfer("970416", "257678859")
    assert vietqr_text(transfer) == EXAMPLE
    assert read_vietqr(EXAMPLE) == transfer


def test_an_amount_makes_the_code_a_dynamic_one_and_the_purpose_is_the_dossier() -> None:
    text = vietqr_text(Transfer("999999", "000000000001", 28000, "H99.99.01-261123-1002"))
    assert text.startswith("000201010212")
    assert "540528000" in text
    assert "62250821H99.99.01-261123-1002" in text


@given(transfers)
def test_what_is_built_can_be_read(transfer: Transfer) -> None:
    assert read_vietqr(vietqr_text(transfer)) == transfer


@given(transfers, st.data())
def test_one_wrong_character_is_noticed(transfer: Transfer, data: st.DataObject) -> None:
    text = vietqr_text(transfer)
    at = data.draw(st.integers(0, len(text) - 1))
    other = data.draw(st.sampled_from(sorted(set(string.digits + string.ascii_uppercase) - {text[at]})))
    with pytest.raises(ValueError, match=r"."):
        read_vietqr(text[:at] + other + text[at + 1 :])


@given(st.text(max_size=60))
def test_any_other_text_is_refused_and_never_breaks_the_reader(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_vietqr(text)


@pytest.mark.parametrize(
    "transfer",
    [
        Transfer("97041", "1"),
        Transfer("970416", ""),
        Transfer("970416", "1" * 20),
        Transfer("970416", "1", 0),
        Transfer("970416", "1", -5),
        Transfer("970416", "1", 10**13),
        Transfer("970416", "1", 5, "Phí hồ sơ"),
        Transfer("970416", "1", 5, "A" * 26),
        Transfer("970416", "1", 5, " A"),
    ],
)
def test_what_cannot_stand_in_a_code_is_refused(transfer: Transfer) -> None:
    with pytest.raises(ValueError, match=r"."):
        vietqr_text(transfer)


@pytest.mark.parametrize(
    ("old", "new"),
    [("5303704", "5303840"), ("5802VN", "5802US"), ("A000000727", "A000000999"), ("000201", "000202")],
)
def test_codes_of_other_currencies_and_schemes_are_no_transfer(old: str, new: str) -> None:
    changed = EXAMPLE.replace(old, new)[:-4]
    with pytest.raises(ValueError, match=r"transfer|VietQR"):
        read_vietqr(changed + checksum(changed))
