"""Only an enrolled device is heard, nothing can be forged, changed on the way or played back, and it can be revoked."""

from __future__ import annotations

import pytest
from sqlalchemy import update

from shared.failures import EnvironmentFailure
from shared.journal import tables
from shared.replication.messages import PULL_PATH, PUSH_PATH, REFERENCE_PATH, PullQuestion, Push, push_to_bytes
from shared.replication.refusals import ServerRefused
from shared.replication.sender import LogPlace, OwnLog, question
from shared.replication.signing import DEVICE_HEADER, SIGNATURE_HEADER, Caller, Signable, Signer, new_private_key
from tests.server.conftest import MakeDevice
from tests.server.raw_requests import ask, signed
from tests.server.running import Device, RunningServer


def hello(device: Device) -> bytes:
    return push_to_bytes(question(OwnLog(device.node.office, device.node.device, 1), LogPlace(0, "0" * 64)))


def test_a_signed_request_is_heard_and_its_copy_is_not(server: RunningServer, make_device: MakeDevice) -> None:
    device = make_device(server, "kiosk")
    body = hello(device)
    headers = signed(device, "push", "POST", PUSH_PATH, body)
    assert ask(server.url, "POST", PUSH_PATH, body, headers).status == 200
    copy = ask(server.url, "POST", PUSH_PATH, body, headers)
    assert (copy.status, copy.code) == (401, "request_replayed")
    assert copy.json()["last"] == int(headers["Motcua-Counter"])


def test_an_older_counter_is_refused_after_a_newer_one(server: RunningServer, make_device: MakeDevice) -> None:
    device = make_device(server, "kiosk")
    target = f"{PULL_PATH}?after=&wait=0&have=0"
    older, newer = (signed(device, "pull", "GET", target) for _ in range(2))
    assert ask(server.url, "GET", target, headers=newer).status == 200
    assert ask(server.url, "GET", target, headers=older).code == "request_replayed"


def test_a_changed_body_address_or_device_breaks_the_signature(
    embedded_server: RunningServer, make_device: MakeDevice
) -> None:
    url, device, other = (
        embedded_server.url,
        make_device(embedded_server, "kiosk"),
        make_device(embedded_server, "kiosk"),
    )
    body = hello(device)
    headers = signed(device, "push", "POST", PUSH_PATH, body)
    target = f"{PULL_PATH}?after=&wait=0&have=0"
    pulling = signed(device, "pull", "GET", target)
    refused = [
        ask(url, "POST", PUSH_PATH, body + b" ", headers),
        ask(url, "POST", PUSH_PATH, body, {**headers, DEVICE_HEADER: other.node.device}),
        ask(url, "POST", PUSH_PATH, body, {**headers, SIGNATURE_HEADER: "AAAA"}),
        ask(url, "POST", PUSH_PATH, body),
        ask(url, "GET", f"{target}&epoch=2", headers=pulling),
        ask(url, "GET", REFERENCE_PATH, headers=pulling),
    ]
    assert [(answer.status, answer.code) for answer in refused] == [(401, "signature_wrong")] * len(refused)


def test_a_key_that_was_never_enrolled_is_not_heard(embedded_server: RunningServer, make_device: MakeDevice) -> None:
    device = make_device(embedded_server, "kiosk")
    caller = Caller(device.node.office, device.node.device, "pull", 2**40)
    target = f"{PULL_PATH}?after=&wait=0&have=0"
    headers = Signer(new_private_key()).headers(Signable("GET", target, b"", caller))
    assert ask(embedded_server.url, "GET", target, headers=headers).code == "signature_wrong"
    stranger = {**headers, DEVICE_HEADER: "somebody"}
    assert ask(embedded_server.url, "GET", target, headers=stranger).code == "unknown_device"


def test_a_revoked_device_is_told_so_in_words(server: RunningServer, make_device: MakeDevice) -> None:
    device = make_device(server, "counter")
    assert device.line.pull(PullQuestion("", 0, 0, 1)).events == ()
    with server.journal().writing() as writer:
        writer.connection.execute(update(tables.device).values(revoked_at=1))
    with pytest.raises(ServerRefused) as refused:
        device.line.pull(PullQuestion("", 0, 0, 1))
    assert refused.value.reason == "device_revoked"
    assert "thu hồi" in refused.value.sentence.vi


def test_a_device_cannot_push_in_the_name_of_another(embedded_server: RunningServer, make_device: MakeDevice) -> None:
    device, other = make_device(embedded_server, "kiosk"), make_device(embedded_server, "kiosk")
    with pytest.raises(EnvironmentFailure) as failure:
        device.line.push(Push(other.node.office, other.node.device, 1, 1, "0" * 64))
    assert isinstance(failure.value, ServerRefused)
    assert failure.value.reason == "malformed"


def test_a_request_that_is_too_long_is_cut_off(embedded_server: RunningServer, make_device: MakeDevice) -> None:
    device = make_device(embedded_server, "kiosk")
    body = b" " * (9 * 1024 * 1024)
    answer = ask(embedded_server.url, "POST", PUSH_PATH, body, signed(device, "push", "POST", PUSH_PATH, body))
    assert (answer.status, answer.code) == (413, "too_long")
