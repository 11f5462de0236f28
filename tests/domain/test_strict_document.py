"""Documents become values strictly: what is unknown, missing or of the wrong kind is named by its place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Any, Literal

import pytest

from shared.domain.strict_document import Codec, DocumentError, read_document, write_document
from shared.failures import Refusal


@dataclass(frozen=True, slots=True)
class Part:
    at: time
    kind: Literal["one", "two"]


@dataclass(frozen=True, slots=True)
class Whole:
    name: str
    number: int
    size: float
    sure: bool | None
    parts: tuple[Part, ...]
    day: date | None = None


DOCUMENT: dict[str, Any] = {
    "name": "Hồ sơ",
    "number": 3,
    "size": 1.5,
    "sure": None,
    "parts": [{"at": "07:30", "kind": "two"}],
    "day": "2026-11-22",
}


def test_a_document_becomes_a_value_and_comes_back() -> None:
    value = read_document(Whole, DOCUMENT)
    assert value == Whole("Hồ sơ", 3, 1.5, None, (Part(time(7, 30), "two"),), date(2026, 11, 22))
    assert write_document(value) == DOCUMENT


def test_what_holds_its_default_is_left_out() -> None:
    short = {key: value for key, value in DOCUMENT.items() if key != "day"}
    assert write_document(read_document(Whole, {**short, "day": None})) == short


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"name": 5}, "name"),
        ({"number": 3.0}, "number"),
        ({"number": True}, "number"),
        ({"size": "1.5"}, "size"),
        ({"size": float("nan")}, "size"),
        ({"size": float("inf")}, "size"),
        ({"sure": 1}, "sure"),
        ({"parts": {}}, "parts"),
        ({"parts": [None]}, "parts[0]"),
        ({"parts": [{"at": "07:30", "kind": "three"}]}, "parts[0].kind"),
        ({"parts": [{"at": "07:30", "kind": ["two"]}]}, "parts[0].kind"),
        ({"parts": [{"at": "T0730", "kind": "two"}]}, "parts[0].at"),
        ({"parts": [{"at": "24:00", "kind": "two"}]}, "parts[0].at"),
        ({"parts": [{"kind": "two"}]}, "parts[0].at"),
        ({"day": "2026-W01-1"}, "day"),
        ({"day": "20261122"}, "day"),
        ({"day": 20261122}, "day"),
        ({"further": 1}, "further"),
    ],
)
def test_what_is_wrong_is_named_by_its_place(change: dict[str, Any], path: str) -> None:
    with pytest.raises(DocumentError) as error:
        read_document(Whole, {**DOCUMENT, **change})
    assert error.value.path == path


def test_a_refusal_of_a_codec_is_placed() -> None:
    def refuse(_: object) -> Part:
        raise Refusal("no", "không", "no")

    with pytest.raises(DocumentError) as error:
        read_document(Whole, DOCUMENT, {Part: Codec(refuse, str)})
    assert (error.value.path, error.value.sentence.vi) == ("parts[0]", "không")
