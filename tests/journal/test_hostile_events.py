"""Events as a faulty or hostile device might write them: refused whole, or stored like any other; nothing stops."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import func, select

from shared.domain.fact import Fact
from shared.failures import Refusal
from shared.journal import tables
from shared.journal.event import GENESIS, Event, read_event
from shared.journal.journal import Journal
from tests.journal.facts import append, findings, issued, state_of, take_in

SOUND: dict[str, Any] = {
    "office": "phuong-mau",
    "device": "kiosk-9",
    "epoch": 1,
    "seq": 1,
    "previous": GENESIS,
    "lamport": 1,
    "time": "2026-11-23T01:00:00+00:00",
    "subject": "t1",
    "kind": "ticket.issued",
    "actor": "citizen",
    "data": {},
    "personal": None,
}
FIELDS: dict[str, dict[str, Any]] = {
    "ticket.issued": {"date": "2026-11-23", "line": "A", "number": 1, "label": "A001", "token": "T", "people_ahead": 0},
    "ticket.called": {"counter": "1", "desk": "d", "key": "k", "mode": "offline"},
    "ticket.transferred": {"counter": "1", "line": "B", "to_counter": None},
    "ticket.done": {"counter": "1"},
    "desk.opened": {"counter": "1", "lines": ["A"]},
    "desk.closed": {},
    "rating.given": {"about": "ticket", "about_id": "t", "score": 3, "reasons": ["time"], "channel": "kiosk"},
    "handover.offered": {"number": "BG-1", "giver": "a", "receiver": "b", "dossiers": ["d1"]},
    "handover.accepted": {"missing": [], "extra": []},
    "dossier.received": {
        "code": "H99.99.01-261123-0001",
        "token": "T",
        "procedure": "1.001193",
        "procedure_name": "Đăng ký khai sinh",
        "field": "Hộ tịch",
        "channel": "in_person",
        "documents": [["Tờ khai", 1, 0]],
        "sets": 1,
        "fee_vnd": 0,
        "return_way": "one_stop",
        "received_at": "2026-11-23T08:05:00+07:00",
        "due_at": None,
        "time_limit_text": "",
        "promise": "",
        "form_number": 1,
        "form_version": "01",
        "counter": "1",
    },
    "dossier.sent": {"handover": "h", "giver": "a", "receiver": "b"},
    "dossier.returned": {},
    "weather.changed": {},
}
HOSTILE: list[Any] = [
    *(None, True, -1, 0, 2**31, 2**63 - 1, -(2**63), 1.5, 1e300, "", "x" * 5000, "\\u0000", "'; DROP TABLE event; --"),
    *([], ["a"], [None], [["a", 2**62, -5]], [["a", "1", "2"]], [["a"]], {}, {"a": {"b": []}}),
    *("0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59", "2026-11-23T01:00:00", "2026-W48-1T00+01"),
]


def body(**changed: Any) -> bytes:
    """An event with some fields changed, as JSON with escapes."""
    return json.dumps({"format": 1, **SOUND, **changed}).encode()


def hostile_events(seed: int, count: int) -> Iterator[Event]:
    """Events of every kind with fields that are missing or what they should not be."""
    chance = random.Random(seed)
    for seq in range(1, count + 1):
        kind = chance.choice(list(FIELDS))
        data = {
            name: chance.choice(HOSTILE) if chance.random() < 0.12 else value
            for name, value in FIELDS[kind].items()
            if chance.random() > 0.02
        }
        time = chance.choice([SOUND["time"]] * 6 + ["0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59.999999-23:59"])
        subject = f"{kind.partition('.')[0]}-{chance.randrange(count // 3)}"
        lamport = chance.randrange(1, 2 * count)
        yield read_event(body(seq=seq, kind=kind, data=data, time=time, subject=subject, lamport=lamport))


@pytest.mark.parametrize("seed", [1, 2])
def test_no_event_that_is_one_blocks_those_after_it(server: Journal, seed: int) -> None:
    for event in hostile_events(seed, 300):
        take_in(server, [event])
    with server.reading() as reader:
        assert reader.connection.execute(select(func.count()).select_from(tables.event)).scalar() == 300
    assert findings(server) == []
    append(server, issued("after"))
    assert state_of(server, "after") is not None


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"null",
        b"[]",
        b"7",
        b'"text"',
        b"{}",
        b"\xff\xfe",
        json.dumps(SOUND).encode("utf-16"),
        body()[:-1],
        body() + b"x",
        b"[" * 100_000,
        body(data=[]),
        body(data=None),
        body(epoch=0),
        body(epoch=2**31),
        body(seq=0),
        body(seq=True),
        body(seq=1.0),
        body(seq=2**62),
        body(lamport=-1),
        body(lamport="1"),
        body(time="yesterday"),
        body(time="2026-11-23T01:00:00"),
        body(time=5),
        body(subject=None),
        body(subject="\0"),
        body(actor="\ud800"),
        body(personal=7),
        body(data={"text": "\0"}),
        body(data={"\0": 1}),
        body(data={"deep": [{"er": ["\udfff"]}]}),
        body(data={"number": 2**63}),
        body(data={"number": -(2**63) - 1}),
        body(data={"number": float("inf")}),
        body(data={"number": float("nan")}),
        body(data={"number": 1}).replace(b"1}", b"1e999}"),
        body(data={"number": 1}).replace(b'"number": 1', b'"number": ' + b"9" * 5000),
    ],
)
def test_what_some_node_could_not_store_is_no_event(text: bytes) -> None:
    with pytest.raises(ValueError, match="not an event"):
        read_event(text)


def test_letters_of_every_script_and_odd_numbers_are_an_event() -> None:
    data = {"text": 'Đặng Thị Ế 😀 \\u0000 "\t\x7f', "number": 2**63 - 1, "float": 1.5, "nothing": None}
    assert read_event(body(data=data)).data == data


@pytest.mark.parametrize(
    "data", [{"x": float("nan")}, {"x": float("inf")}, {"x": 2**64}, {"x": "\0"}, {"x": "\ud800"}, {"x": {1, 2}}]
)
def test_what_could_not_be_read_again_is_not_written(journal: Journal, data: dict[str, Any]) -> None:
    append(journal, issued("t1"))
    with pytest.raises((ValueError, TypeError, Refusal)):
        append(journal, issued("t2", 2), Fact("x", "weather.changed", data))
    with journal.reading() as reader:
        assert reader.connection.execute(select(func.count()).select_from(tables.event)).scalar() == 1
    append(journal, issued("t3", 3))
    assert findings(journal) == []
