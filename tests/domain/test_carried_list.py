"""A list that travels as codes on paper: what is printed is what is read, and nothing else is believed."""

from __future__ import annotations

import base64
import json
import random
import uuid
import zlib
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from shared.documents.qr import qr_modules
from shared.domain import paper_code
from shared.domain.carried_list import PREFIX, CarriedList, CarriedPaper, from_codes, to_codes
from shared.domain.handover import Carried
from shared.domain.paper_code import PIECE_BYTES, Gathered, Piece, gather, pack, read_piece, unpack
from tests.scanned import scanned

AT = datetime(2026, 11, 23, 9, 30, tzinfo=timezone(timedelta(hours=7)))


def identity(chance: random.Random) -> str:
    return str(uuid.UUID(int=chance.getrandbits(128), version=4))


def a_list(papers: int) -> CarriedList:
    """A list of so many papers of all kinds, with fees."""
    chance = random.Random(papers)
    listed = tuple(
        CarriedPaper(
            ("dossier", "consignment", "delivery")[number % 3],
            identity(chance),
            f"H99.99.01-261123-{1000 + number}",
            8000 * (number % 2),
        )
        for number in range(papers)
    )
    fees = (Carried(identity(chance), 120_000),)
    return CarriedList(
        id=identity(chance),
        number="BG-261123-0201",
        giver="buu-dien-mau",
        receiver="one_stop",
        giver_kind="post",
        receiver_kind="one_stop",
        papers=listed,
        offered_by="staff-9",
        offered_at=AT,
        lamport=12_345,
        fees=fees,
    )


@pytest.mark.parametrize("papers", [0, 1, 30, 40, 300])
def test_a_list_comes_back_as_it_was_in_any_order_of_its_codes_and_by_any_keyboard(papers: int) -> None:
    carried = a_list(papers)
    codes = [code.lower() if place % 2 else f"  {code}\n" for place, code in enumerate(to_codes(carried))]
    random.Random(7).shuffle(codes)
    assert from_codes(scanned((*codes, codes[0]))) == carried


def test_how_many_codes_a_list_takes() -> None:
    counts = {papers: len(to_codes(a_list(papers))) for papers in (10, 30, 300)}
    assert counts[10] == 1
    assert counts[30] <= 2
    assert counts[300] <= 16


def test_while_a_code_is_missing_the_list_is_not_believed_and_which_is_said() -> None:
    codes = to_codes(a_list(100))
    gathered = scanned(codes[:1] + codes[2:])
    assert gathered.missing == (2,)
    with pytest.raises(ValueError, match="missing"):
        from_codes(gathered)


def test_a_code_of_another_list_begins_anew() -> None:
    one, other = to_codes(a_list(100)), to_codes(a_list(99))
    gathered = scanned((*one[:2], *other))
    assert from_codes(gathered) == a_list(99)


def test_a_piece_that_was_misread_is_found_out_whichever_letter_it_was() -> None:
    codes = to_codes(a_list(40))
    chance = random.Random(3)
    for _ in range(60):
        place = chance.randrange(len(codes))
        head, _, letters = codes[place].rpartition(":")
        at = chance.randrange(len(letters) - 1)
        wrong = chance.choice([letter for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567" if letter != letters[at]])
        misread = f"{head}:{letters[:at]}{wrong}{letters[at + 1 :]}"
        with pytest.raises(ValueError, match="check"):
            unpack(scanned((*codes[:place], misread, *codes[place + 1 :])))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "https://motcua.example.vn/h/H17",
        "MCBG1",
        "MCBG1:00000000:1:1:",
        "MCBG1:00000000:0:1:AAAA",
        "MCBG1:00000000:2:1:AAAA",
        "MCBG1:00000000:1:41:AAAA",
        "MCBG1:0000000G:1:1:AAAA",
        "MCBG1:00000000:1:1:A",
        "MCBG1:00000000:１:1:AAAA",
        "MCBG1:00000000:1:1:AAAA1",
        "MCBG1:00000000:1:1:" + "A" * 5000,
    ],
)
def test_what_is_no_code_of_ours_is_nothing(text: str) -> None:
    assert read_piece(text) is None


@given(st.text(max_size=60))
def test_nothing_that_a_scanner_could_type_raises(text: str) -> None:
    for typed in (text, f"MCBG1:0A0A0A0A:1:1:{text}"):
        piece = read_piece(typed)
        if piece is not None:
            with pytest.raises(ValueError, match=r"\w"):
                from_codes(gather(None, piece))


def whole(document: object) -> Gathered:
    return scanned(pack(PREFIX, document))


def test_a_document_of_another_kind_is_not_taken_for_a_list() -> None:
    carried = scanned(to_codes(a_list(3)))
    for strange in (Gathered("MCPG1", carried.check, carried.count, carried.pieces), whole({}), whole([1] * 9)):
        with pytest.raises(ValueError, match=r"\w"):
            from_codes(strange)


def changed(place: int, value: object) -> list[Any]:
    document = unpack(scanned(to_codes(a_list(3))))
    assert isinstance(document, list)
    return [*document[:place], value, *document[place + 1 :]]


@pytest.mark.parametrize(
    ("place", "value"),
    [
        *((0, 7), (1, None), (2, "one_stop"), (2, ["one_stop", "galaxy"]), (3, [1, "post"]), (4, {})),
        *((5, "yesterday"), (5, "2026-11-23T09:30:00"), (6, True), (6, 1.5), (6, "1"), (7, [["d", "x", "H-1"]])),
        *((7, [["?", "x", "H-1", 0]]), (7, [["d", 1, "H-1", 0]]), (7, [["d", "x", "H-1", True]]), (8, [["p", "9"]])),
        *((7, [[["d"], "x", "H-1", 0]]), (5, "9999-12-31T23:59:59"), (8, {"p": 9}), (8, [["p", 2**80]])),
        *((7, [["d", "x\0", "H-1", 0]]), (7, [["d", "x", "\x1b[2J", 0]]), (7, [["d", "x", "H-1", 0]] * 2), (6, -1)),
        *((0, ""), (4, "x" * 65), (2, ["một cửa", "one_stop"]), (7, [["d", "x", "H-1", -5]])),
    ],
)
def test_a_list_with_something_else_in_a_field_is_refused_whole(place: int, value: object) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        from_codes(whole(changed(place, value)))


def test_a_small_code_that_grows_without_end_is_refused() -> None:
    packed = zlib.compress(b"[" + b"0," * 3_000_000 + b"0]", 9)
    chunks = [packed[start : start + PIECE_BYTES] for start in range(0, len(packed), PIECE_BYTES)]
    pieces = dict(enumerate(chunks, start=1))
    with pytest.raises(ValueError, match="too large"):
        unpack(Gathered(PREFIX, f"{zlib.crc32(packed):08X}", len(pieces), pieces))


@pytest.mark.parametrize("plain", [b"", b"[" * 100_000, b"\xff\xfe", b'{"a":', b"1" * 5000, b"[1] [2]", b"NaN"])
def test_what_was_packed_and_is_no_document_is_refused(plain: bytes) -> None:
    packed = zlib.compress(plain)
    with pytest.raises(ValueError, match=r"\w"):
        from_codes(gather(None, Piece(PREFIX, f"{zlib.crc32(packed):08X}", 1, 1, packed)))


def test_what_is_cut_short_is_refused() -> None:
    packed = zlib.compress(json.dumps([1, 2, 3]).encode())[:-3]
    with pytest.raises(ValueError, match=r"\w"):
        unpack(gather(None, Piece(PREFIX, f"{zlib.crc32(packed):08X}", 1, 1, packed)))


def test_what_does_not_fit_into_codes_is_not_printed() -> None:
    noise = base64.b64encode(random.Random(1).randbytes(60_000)).decode()
    with pytest.raises(ValueError, match="too large"):
        pack(PREFIX, [noise])


def printed(code: str, millimetres: float, dots_per_inch: int) -> Image.Image:
    """The code as a printer and a scanner of that resolution make it, smeared to their dots."""
    rows = qr_modules(code)
    large = Image.new("L", (len(rows) * 8,) * 2, 255)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                large.paste(0, (x * 8, y * 8, x * 8 + 8, y * 8 + 8))
    dots = round(millimetres / 25.4 * dots_per_inch)
    return large.resize((dots, dots), Image.Resampling.BILINEAR)


def test_the_fullest_code_is_read_by_a_common_scanner_from_five_centimetres_of_paper() -> None:
    codes = to_codes(a_list(100))
    fullest = max(codes, key=len)
    assert len(qr_modules(fullest)) <= 125
    for each in (fullest, codes[-1]):
        assert [found.text for found in zxingcpp.read_barcodes(printed(each, 50, 200))] == [each]


def test_the_letters_are_those_that_a_code_holds_most_densely() -> None:
    dense = set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")
    assert all(set(code) <= dense for code in to_codes(a_list(40)))
    assert paper_code.MOST_PIECES * PIECE_BYTES >= 30_000


def test_when_it_was_signed_is_an_instant_wherever_it_is_read() -> None:
    carried = from_codes(scanned(to_codes(a_list(2))))
    assert carried.offered_at == AT.astimezone(UTC)
    on_paper = carried.on_paper
    assert (on_paper.giver, on_paper.giver_kind, on_paper.offered_by) == ("buu-dien-mau", "post", "staff-9")
    assert [each.amount_vnd for each in on_paper.fees] == [8000, 120_000]
