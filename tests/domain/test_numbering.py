"""Numbers given out without a meeting: ranges that never touch, codes that survive typing."""

import uuid
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.numbering import (
    DossierCode,
    dossier_code,
    dossier_range,
    new_token,
    next_dossier_ordinal,
    next_ticket_number,
    parse_dossier_code,
    ticket_label,
    ticket_range,
    uuid7,
)
from shared.failures import ProgrammingFault, Refusal

AGENCY = "H15.50.05.13"
CODE = DossierCode(AGENCY, date(2026, 10, 8), "0975")


def test_each_device_owns_999_ordinals_and_the_central_server_the_first() -> None:
    assert (dossier_range(0)[0], dossier_range(0)[-1]) == (1, 999)
    assert (dossier_range(12)[0], dossier_range(12)[-1]) == (12001, 12999)


@given(st.integers(0, 500), st.integers(0, 500))
def test_two_devices_never_own_the_same_number(one: int, other: int) -> None:
    if one != other:
        assert not set(dossier_range(one)) & set(dossier_range(other))
        assert not set(ticket_range(one + 1)) & set(ticket_range(other + 1))


def test_ordinals_go_on_in_a_further_index_and_then_are_used_up() -> None:
    assert next_dossier_ordinal(None, (3, 12)) == 3001
    assert next_dossier_ordinal(3001, (3, 12)) == 3002
    assert next_dossier_ordinal(3999, (3, 12)) == 12001
    with pytest.raises(Refusal) as refused:
        next_dossier_ordinal(12999, (3, 12))
    assert refused.value.code == "range_used_up"
    with pytest.raises(Refusal):
        next_dossier_ordinal(None, ())


def test_an_ordinal_of_another_device_is_a_fault() -> None:
    with pytest.raises(ProgrammingFault):
        next_dossier_ordinal(5001, (3,))


def test_a_dossier_code_has_agency_day_and_at_least_four_digits() -> None:
    assert dossier_code(AGENCY, date(2026, 10, 8), 975) == "H15.50.05.13-261008-0975"
    assert dossier_code(AGENCY, date(2026, 10, 8), 12001) == "H15.50.05.13-261008-12001"
    with pytest.raises(Refusal):
        dossier_code("Đắk Lắk", date(2026, 10, 8), 1)


@pytest.mark.parametrize(
    "typed",
    [
        "H15.50.05.13-261008-0975",
        " h15.50.05.13-261008-0975\n",
        "H15.50.05.13 – 261008 – 0975",
        "261008-0975",
        "261008 - 0975",
    ],
)
def test_a_code_is_read_however_it_was_typed(typed: str) -> None:
    assert parse_dossier_code(typed, AGENCY) == CODE


def test_a_code_keeps_the_digits_of_a_central_system() -> None:
    assert str(parse_dossier_code("G22.01.02-261008-010001")) == "G22.01.02-261008-010001"


@pytest.mark.parametrize(
    "typed",
    ["", "0975", "261008-0975", "H15-261308-0975", "H15-261008-975", "H1-261008-0975", "H15-261008-٠٩٧٥"],
)
def test_what_is_no_dossier_code_is_refused(typed: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse_dossier_code(typed)
    assert refused.value.code == "dossier_code_unreadable"


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.integers(1, 10**6))
def test_every_code_given_out_can_be_read_again(day: date, ordinal: int) -> None:
    text = dossier_code(AGENCY, day, ordinal)
    code = parse_dossier_code(text.lower())
    assert (str(code), code.received_on, int(code.ordinal)) == (text, day, ordinal)


@given(st.text())
def test_any_text_is_a_code_or_refused(text: str) -> None:
    try:
        parse_dossier_code(text, AGENCY)
    except Refusal as refused:
        code = refused.code
    else:
        code = "read"
    assert code in {"read", "dossier_code_unreadable"}


def test_kiosks_count_in_their_own_halves_of_a_thousand() -> None:
    bounds = [(ticket_range(kiosk)[0], ticket_range(kiosk)[-1]) for kiosk in (1, 2, 3)]
    assert bounds == [(1, 499), (501, 999), (1001, 1499)]


def test_ticket_numbers_follow_each_other_until_the_range_is_used_up() -> None:
    assert next_ticket_number(None, 2) == 501
    assert next_ticket_number(501, 2) == 502
    with pytest.raises(Refusal) as refused:
        next_ticket_number(999, 2)
    assert refused.value.code == "range_used_up"
    with pytest.raises(ProgrammingFault):
        next_ticket_number(1, 2)


def test_a_ticket_label_has_three_digits_at_least() -> None:
    assert (ticket_label("A", 1), ticket_label("B", 1001)) == ("A001", "B1001")


def test_a_token_is_26_capitals_and_digits() -> None:
    token = new_token(bytes(range(16)))
    assert token == "AAAQEAYEAUDAOCAJBIFQYDIOB4"
    with pytest.raises(ProgrammingFault):
        new_token(b"short")


def test_the_uuid_of_the_standards_example_comes_out() -> None:
    # RFC 9562 A.6: 2022-02-22 19:22:22 UTC, rand_a CC3, rand_b 18C4DC0C0C07398F.
    randomness = (0xCC3 << 62 | 0x18C4DC0C0C07398F).to_bytes(10, "big")
    assert uuid7(0x017F22E279B0, randomness) == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"


@given(st.integers(0, 2**48 - 1), st.binary(min_size=10, max_size=10))
def test_every_uuid_is_a_version_7_that_tells_its_time(milliseconds: int, randomness: bytes) -> None:
    text = uuid7(milliseconds, randomness)
    read = uuid.UUID(text)
    assert (str(read), read.variant, read.version) == (text, uuid.RFC_4122, 7)
    assert read.int >> 80 == milliseconds


def test_a_later_uuid_sorts_after_an_earlier_one() -> None:
    assert uuid7(1000, b"\xff" * 10) < uuid7(1001, bytes(10))


def test_arguments_out_of_range_are_faults() -> None:
    for call in (
        lambda: dossier_range(-1),
        lambda: ticket_range(0),
        lambda: dossier_code(AGENCY, date(2026, 1, 1), 0),
        lambda: uuid7(0, b""),
    ):
        with pytest.raises(ProgrammingFault):
            call()
