"""A consignment note on QR codes: what the paper says comes out again, anything else is no note."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from shared.domain.carried_note import PREFIX, from_codes, read_whole, to_codes
from shared.domain.consignment import Consignment
from shared.domain.dossier_state import GivenDocument
from shared.domain.paper_code import pack, unpack
from tests.scanned import scanned

NOTE = Consignment(
    id="01a2060f-5d80-7981-80f4-5051d070c5e9",
    number="PG-261123-01001",
    purpose="application",
    post="buu-dien-mau",
    receiver="one_stop",
    procedure="1.004884",
    procedure_name="Thủ tục đăng ký lại khai sinh",
    field="Hộ tịch",
    documents=(GivenDocument("Tờ khai đăng ký lại khai sinh theo mẫu", 1, 0), GivenDocument("Giấy tờ khác", 0, 2)),
    sets=1,
    return_way="post",
    fee_vnd=8000,
    receipt=("01AB-26E", "0000021"),
    tracking="EA123456785VN",
    submitted_by="authorised",
    applicant=None,
    dossier=None,
    dossier_code="",
    made_by="staff-9",
    made_at=datetime(2026, 11, 23, 1, 40, tzinfo=UTC),
    holder="buu-dien-mau",
    holder_kind="post",
    held_since=datetime(2026, 11, 23, 1, 40, tzinfo=UTC),
    held_by="staff-9",
)
PERSON = {
    "name": "Nguyễn Thị Mẫu",
    "identity_number": "000190000001",
    "address": "Số 1, Đường Mẫu 2, Phường Mẫu, Thành phố Thử",
    "submitter": {"name": "Trần Văn Thử", "paper": "Số 3, ngày 20/11/2026"},
}


@pytest.mark.parametrize(
    "note",
    [
        NOTE,
        replace(NOTE, receipt=None, fee_vnd=0, tracking="", submitted_by="applicant"),
        replace(NOTE, purpose="supplement", dossier="dossier-7", dossier_code="H99.99.01-261118-1005", id="note-7"),
    ],
)
def test_what_the_paper_says_comes_out_again(note: Consignment) -> None:
    carried = from_codes(scanned(to_codes(note, PERSON, 77)))
    assert (carried.note, carried.applicant, carried.lamport) == (note, PERSON, 77)


def test_one_code_is_enough_for_an_ordinary_note_and_is_read_in_small_letters_too() -> None:
    (code,) = to_codes(NOTE, PERSON, 77)
    carried = read_whole(code.lower())
    assert carried is not None
    assert carried.note.number == NOTE.number


def test_a_note_with_many_papers_takes_several_codes_in_any_order() -> None:
    names = (f"Giấy tờ số {number} {'°' * (number % 7)} {hash_of(number)}" for number in range(60))
    note = replace(NOTE, documents=tuple(GivenDocument(name, 1, 0) for name in names))
    codes = to_codes(note, PERSON, 77)
    assert len(codes) > 1
    assert from_codes(scanned(codes[::-1])).note == note
    assert read_whole(codes[0]) is None
    with pytest.raises(ValueError, match="missing"):
        from_codes(scanned(codes[:-1]))


def hash_of(number: int) -> str:
    return f"{pow(7, number + 1000, 10**40):x}"


def document() -> list[Any]:
    carried = json.loads(json.dumps(_unpacked()))
    assert isinstance(carried, list)
    return carried


def _unpacked() -> object:
    return unpack(scanned(to_codes(NOTE, PERSON, 77)))


@pytest.mark.parametrize("garbage", [None, 7, -1, "x", [], {}, [[1, 2, 3]], True, [None, None]])
@pytest.mark.parametrize("place", range(18))
def test_garbage_in_any_place_is_no_note_or_a_whole_one(place: int, garbage: object) -> None:
    spoilt = document()
    spoilt[place] = garbage
    try:
        carried = from_codes(scanned(pack(PREFIX, spoilt)))
    except ValueError:
        return
    assert isinstance(carried.note.number, str)
    assert carried.note.sets >= 0
    assert carried.note.made_at.tzinfo is not None


@pytest.mark.parametrize("other", [[], {}, "PG", None, list(range(18)), 10**30])
def test_another_document_is_no_note(other: object) -> None:
    with pytest.raises(ValueError, match=r".+"):
        from_codes(scanned(pack(PREFIX, other)))
    assert read_whole(pack(PREFIX, other)[0]) is None


def test_the_codes_of_a_list_are_no_note() -> None:
    with pytest.raises(ValueError, match="no consignment note"):
        from_codes(scanned(pack("MCBG1", document())))
    assert read_whole(pack("MCBG1", document())[0]) is None


@pytest.mark.parametrize("text", ["", "PG-261123-01001", "MCPG1:", "https://vi-du.example/d/AAAA", "MCPG1:0:1:1:AA"])
def test_what_is_no_code_is_no_note(text: str) -> None:
    assert read_whole(text) is None


def test_no_word_of_a_person_stands_in_a_code_in_the_open() -> None:
    (code,) = to_codes(NOTE, PERSON, 77)
    assert "NGUY" not in code
    assert "000190000001" not in code
