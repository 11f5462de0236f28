"""What devices and servers really write is what the description of the interface says, field by field."""

from __future__ import annotations

import json

import pytest
from pydantic import BaseModel

from server.api_description import device_messages as described
from shared.journal.journal import PersonalRecord
from shared.replication.claim_messages import (
    CalledAlone,
    ClaimAnswer,
    ClaimQuestion,
    claim_answer_to_bytes,
    claim_to_bytes,
)
from shared.replication.enrolment_messages import (
    EnrolmentAnswer,
    EnrolmentQuestion,
    enrolment_answer_to_bytes,
    enrolment_to_bytes,
)
from shared.replication.heartbeat_messages import Heartbeat, heartbeat_to_bytes
from shared.replication.messages import (
    PullAnswer,
    Push,
    PushAnswer,
    Quarantined,
    pull_answer_to_bytes,
    push_answer_to_json,
    push_to_bytes,
)
from shared.replication.office_server_messages import DeviceRow, PassedOn, devices_to_bytes, heartbeats_to_bytes
from shared.replication.reserve_messages import (
    Reserved,
    ReserveQuestion,
    reserve_question_to_bytes,
    reserve_to_bytes,
)
from shared.replication.scan_messages import ScanState, question_to_bytes, states_to_bytes
from tests.server.running import MORNING

_HASH = "0" * 64
_RECORD = PersonalRecord(_HASH, b"{}")
_LIFE = Heartbeat(MORNING, "0.1.0", "ready", 1, 60, 0, 7)
_DEVICE = DeviceRow("device-1", "kiosk", "Máy 1", "3b" + "6a" * 31, 1, 1, 0, None, None)
_PUSHED = PushAnswer("gap", "device-1", 1, 0, _HASH, agrees=False, quarantined=(Quarantined(1, "unreadable"),))

MESSAGES: tuple[tuple[type[BaseModel], bytes], ...] = (
    (described.PushSent, push_to_bytes(Push("office", "device-1", 1, 1, _HASH, (b"{}",), (_RECORD,), run="run-1"))),
    (described.PushTaken, json.dumps(push_answer_to_json(_PUSHED)).encode()),
    (described.PullPage, pull_answer_to_bytes(PullAnswer((b"{}",), (_RECORD,), "1.2", True, 3, MORNING, province=4))),
    (described.Press, claim_to_bytes(ClaimQuestion("key", "quay-1", "desk", "staff-1", ("A",), CalledAlone(1, 2)))),
    (described.Called, claim_answer_to_bytes(ClaimAnswer(b"{}", (_RECORD,)))),
    (described.LifeSign, heartbeat_to_bytes(_LIFE)),
    (described.ScansAsked, question_to_bytes([_HASH])),
    (described.ScansShown, states_to_bytes([ScanState(_HASH, True, False, (1, 2))])),
    (described.Asking, enrolment_to_bytes(EnrolmentQuestion("CODE", _HASH, "kiosk", "Máy 1"))),
    (described.LetIn, enrolment_answer_to_bytes(EnrolmentAnswer("office", "device-1", 1, 1, "Máy 1", 2))),
    (described.DevicesShown, devices_to_bytes([_DEVICE])),
    (described.ReserveAsked, reserve_question_to_bytes(ReserveQuestion(1, (_DEVICE,)))),
    (described.ReserveShown, reserve_to_bytes([Reserved(7, None)])),
    (described.LifeSigns, heartbeats_to_bytes([PassedOn("device-1", 3, _LIFE)])),
)


@pytest.mark.parametrize(("model", "message"), MESSAGES, ids=lambda each: getattr(each, "__name__", ""))
def test_a_message_has_the_fields_that_are_described(model: type[BaseModel], message: bytes) -> None:
    _same_fields(model.model_validate_json(message), json.loads(message))


def _same_fields(read: object, written: object) -> None:
    """Every object in `written` has exactly the fields of its description."""
    if isinstance(read, BaseModel) and isinstance(written, dict):
        assert set(type(read).model_fields) == set(written), type(read).__name__
        for name, value in written.items():
            _same_fields(getattr(read, name), value)
    elif isinstance(read, list | tuple) and isinstance(written, list):
        for one, other in zip(read, written, strict=True):
            _same_fields(one, other)
