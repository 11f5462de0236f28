"""Messages come back as they were sent, or not at all."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.journal.event import sha256, to_json
from shared.journal.journal import PersonalRecord
from shared.replication.claim_messages import (
    CalledAlone,
    ClaimAnswer,
    ClaimQuestion,
    claim_answer_to_bytes,
    claim_to_bytes,
    read_claim,
    read_claim_answer,
)
from shared.replication.enrolment_messages import (
    EnrolmentAnswer,
    EnrolmentQuestion,
    enrolment_answer_to_bytes,
    enrolment_to_bytes,
    read_enrolment,
    read_enrolment_answer,
)
from shared.replication.heartbeat_messages import Heartbeat
from shared.replication.messages import (
    PullAnswer,
    PullQuestion,
    Push,
    PushAnswer,
    Quarantined,
    pull_answer_to_bytes,
    push_answer_to_json,
    push_to_bytes,
    read_pull_answer,
    read_push,
    read_push_answer,
    read_reference_answer,
)
from shared.replication.office_server_messages import (
    DeviceRow,
    PassedOn,
    devices_to_bytes,
    heartbeats_to_bytes,
    read_devices,
    read_heartbeats,
)
from shared.replication.signing import new_private_key, public_key_of

RECORD = PersonalRecord(sha256(b'{"name":"Th\xe1\xbb\xad"}'), b'{"name":"Th\xe1\xbb\xad"}')
PUSH = Push("phuong-mau", "kiosk-1", 2, 8, "ab" * 32, ('{"a":"Mẫu"}'.encode(), b"{}"), (RECORD,))
ANSWER = PushAnswer("gap", "kiosk-1", 2, 7, "cd" * 32, agrees=False, quarantined=(Quarantined(8, "chain_broken"),))
PULLED = PullAnswer(
    (b"{}",), (RECORD,), "1.9", more=True, reference=None, server_time=datetime(2026, 11, 23, tzinfo=UTC)
)
CLAIM = ClaimQuestion("key", "quay-1", "desk", "staff-1", ("A", "B"))
CARRIED = replace(PUSH, run="0af3")
BELOW_A_PROVINCE = replace(ANSWER, province=5)
PULLED_BELOW = replace(PULLED, province=5)
AFTER_AN_OUTAGE = replace(CLAIM, called=CalledAlone(2, 17))
DEVICES = (
    DeviceRow("kiosk-1", "kiosk", "Máy 1", public_key_of(new_private_key()), 3, 1, 1_700_000_000_000, None, "server-1"),
    DeviceRow("counter-1", "counter", "Quầy", public_key_of(new_private_key()), 4, None, 1, 2, None),
)
HEARTBEATS = (PassedOn("kiosk-1", 12, Heartbeat(PULLED.server_time, "1.0", "paper_low", 1, 60, 0, 9)),)
CLAIMED = ClaimAnswer(b'{"kind":"ticket.called"}', ())
ENROLMENT = EnrolmentQuestion("ABCD", public_key_of(new_private_key()), "kiosk", "Máy 1")
ENROLLED = EnrolmentAnswer("phuong-mau", "kiosk-1", 3, 1, "Máy 1", 12)

Reader = Callable[[bytes], object]
MESSAGES: list[tuple[object, bytes, Reader]] = [
    (PUSH, push_to_bytes(PUSH), read_push),
    (ANSWER, to_json(push_answer_to_json(ANSWER)), read_push_answer),
    (PULLED, pull_answer_to_bytes(PULLED), read_pull_answer),
    (CLAIM, claim_to_bytes(CLAIM), read_claim),
    (CLAIMED, claim_answer_to_bytes(CLAIMED), read_claim_answer),
    (ENROLMENT, enrolment_to_bytes(ENROLMENT), read_enrolment),
    (ENROLLED, enrolment_answer_to_bytes(ENROLLED), read_enrolment_answer),
    (CARRIED, push_to_bytes(CARRIED), read_push),
    (BELOW_A_PROVINCE, to_json(push_answer_to_json(BELOW_A_PROVINCE)), read_push_answer),
    (PULLED_BELOW, pull_answer_to_bytes(PULLED_BELOW), read_pull_answer),
    (AFTER_AN_OUTAGE, claim_to_bytes(AFTER_AN_OUTAGE), read_claim),
    (DEVICES, devices_to_bytes(DEVICES), read_devices),
    (HEARTBEATS, heartbeats_to_bytes(HEARTBEATS), read_heartbeats),
]
NAMES = [
    *("push", "push answer", "pull answer", "claim", "claim answer", "enrolment", "enrolment answer", "carried push"),
    *("push answer below a province", "pull answer below a province", "claim after an outage", "devices"),
    "heartbeats",
]


@pytest.mark.parametrize(("message", "data", "read"), MESSAGES, ids=NAMES)
def test_a_message_comes_back_as_it_was_sent(message: object, data: bytes, read: Reader) -> None:
    assert read(data) == message


@pytest.mark.parametrize(("message", "data", "read"), MESSAGES, ids=NAMES)
def test_a_message_cut_at_any_byte_is_not_understood(message: object, data: bytes, read: Reader) -> None:
    for cut in range(len(data)):
        with pytest.raises(ValueError):
            read(data[:cut])


@pytest.mark.parametrize(("message", "data", "read"), MESSAGES, ids=NAMES)
@given(junk=st.binary(max_size=60), place=st.integers(0, 10_000))
def test_a_message_with_other_bytes_in_it_is_a_message_or_a_value_error(
    message: object, data: bytes, read: Reader, junk: bytes, place: int
) -> None:
    at = place % len(data)
    try:
        read(data[:at] + junk + data[at + len(junk) :])
    except ValueError:
        return


@pytest.mark.parametrize("read", [reader for _, _, reader in MESSAGES] + [read_reference_answer])
@pytest.mark.parametrize(
    "data", [b"", b"null", b"[]", b"{}", b"7", b"<html>", b'{"code":NaN}', b"[" * 100_000, b"\xff{}", b'"\\ud800"']
)
def test_what_is_no_message_is_a_value_error(read: Reader, data: bytes) -> None:
    with pytest.raises(ValueError):
        read(data)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("epoch", 0),
        ("epoch", 2**31),
        ("epoch", "1"),
        ("epoch", True),
        ("first_seq", 0),
        ("first_seq", -1),
        ("first_seq", 2**63),
        ("first_seq", 1.5),
        ("bodies", "text"),
        ("bodies", [1]),
        ("bodies", ["\ud800"]),
        ("personal", [{"hash": "x"}]),
        ("previous", None),
    ],
)
def test_a_field_of_another_kind_is_a_value_error(name: str, value: object) -> None:
    fields = json.loads(push_to_bytes(PUSH))
    with pytest.raises(ValueError):
        read_push(json.dumps({**fields, name: value}).encode())


@pytest.mark.parametrize("epoch", [0, 2**31, "2"])
def test_a_call_made_alone_is_in_an_epoch_that_every_database_keeps(epoch: object) -> None:
    fields = json.loads(claim_to_bytes(AFTER_AN_OUTAGE))
    with pytest.raises(ValueError):
        read_claim(to_json({**fields, "called_in": epoch}))


def test_a_later_program_may_say_more() -> None:
    data = push_to_bytes(PUSH)[:-1] + b',"compressed":false}'
    assert read_push(data) == PUSH


@pytest.mark.parametrize(
    ("message", "data", "read", "unsaid"),
    [
        (PUSH, push_to_bytes(PUSH), read_push, {"run"}),
        (ANSWER, to_json(push_answer_to_json(ANSWER)), read_push_answer, {"province"}),
        (PULLED, pull_answer_to_bytes(PULLED), read_pull_answer, {"province"}),
        (CLAIM, claim_to_bytes(CLAIM), read_claim, {"called_in", "called_at"}),
    ],
)
def test_an_earlier_program_has_said_less(message: object, data: bytes, read: Reader, unsaid: set[str]) -> None:
    fields = json.loads(data)
    assert unsaid <= fields.keys()
    assert read(to_json({name: value for name, value in fields.items() if name not in unsaid})) == message


def test_a_personal_record_that_is_not_what_its_hash_says_is_left_out_or_refused() -> None:
    false = PersonalRecord(RECORD.hash, b'{"name":"somebody else"}')
    pushed = Push(PUSH.office, PUSH.device, 1, 1, PUSH.previous, (), (false, RECORD))
    assert read_push(push_to_bytes(pushed)).personal == (RECORD,)
    pulled = PullAnswer((), (false,), "1.9", more=False, reference=None, server_time=PULLED.server_time)
    with pytest.raises(ValueError):
        read_pull_answer(pull_answer_to_bytes(pulled))


def test_a_pull_is_a_plain_address() -> None:
    question = PullQuestion("2.15", 25, 3, 1)
    assert question.target() == "/api/replication/pull?after=2.15&wait=25&have=3&epoch=1"
    assert replace(question, province=0, run="0af3").target() == f"{question.target()}&province=0&run=0af3"
