"""Signs of life: the last one of each device is kept, nothing forged or swollen is, and people can read them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from server.commands.devices import seen_in_words
from server.device_state import is_silent
from server.heartbeats import DeviceSeen, devices_seen
from shared.clock import HO_CHI_MINH
from shared.domain.office import Office
from shared.failures import EnvironmentFailure
from shared.journal import tables
from shared.journal.event import to_json
from shared.replication.claim_messages import ClaimQuestion
from shared.replication.heartbeat_messages import (
    HEARTBEAT_PATH,
    LONGEST_HEARTBEAT_BYTES,
    Heartbeat,
    heartbeat_to_bytes,
    read_heartbeat,
)
from tests.server.conftest import MakeDevice
from tests.server.raw_requests import Answer, ask, signed
from tests.server.running import MORNING, Device, RunningServer

WELL = Heartbeat(
    at=datetime(2026, 11, 23, 1, 0, tzinfo=UTC),
    version="0.2.0",
    printer="ready",
    unsent=0,
    uptime=60,
    slips_waiting=0,
    events=7,
)


def tell(url: str, device: Device, body: bytes) -> Answer:
    return ask(url, "POST", HEARTBEAT_PATH, body, signed(device, "line", "POST", HEARTBEAT_PATH, body))


def seen(server: RunningServer) -> tuple[DeviceSeen, ...]:
    with server.engine.begin() as connection:
        return devices_seen(connection, server.office.id)


def kept(server: RunningServer) -> int:
    with server.engine.begin() as connection:
        return connection.execute(select(func.count()).select_from(tables.heartbeat)).scalar_one()


def test_the_last_sign_of_life_of_each_device_is_kept(server: RunningServer, make_device: MakeDevice) -> None:
    kiosk, board = make_device(server, "kiosk"), make_device(server, "board")
    kiosk.line.heartbeat(WELL)
    server.clock.advance(timedelta(minutes=1))
    kiosk.line.heartbeat(replace(WELL, printer="paper_out", unsent=3))
    first, second = seen(server)
    assert (first.id, first.kind, first.said) == (
        kiosk.node.device,
        "kiosk",
        replace(WELL, printer="paper_out", unsent=3),
    )
    assert first.seen_at == (MORNING + timedelta(minutes=1)).astimezone(UTC)
    assert (second.id, second.said, second.seen_at) == (board.node.device, None, None)
    assert kept(server) == 1


def test_a_sign_of_life_writes_no_event_and_moves_no_cursor(server: RunningServer, make_device: MakeDevice) -> None:
    device = make_device(server, "counter")
    before = server.journal()
    with before.reading() as reader:
        events = reader.connection.execute(select(func.count()).select_from(tables.event)).scalar_one()
    device.line.heartbeat(WELL)
    with before.reading() as reader:
        assert reader.connection.execute(select(func.count()).select_from(tables.event)).scalar_one() == events


def test_it_shares_its_lane_with_the_claims_of_a_counter(
    embedded_server: RunningServer, make_device: MakeDevice
) -> None:
    counter = make_device(embedded_server, "counter")
    for press in ("1", "2"):
        counter.line.heartbeat(WELL)
        counter.line.claim(ClaimQuestion(press, "quay-1", "desk", "staff-1", ("A",)))
    counter.line.heartbeat(WELL)
    assert kept(embedded_server) == 1


def test_a_copy_of_a_sign_of_life_is_refused(server: RunningServer, make_device: MakeDevice) -> None:
    device = make_device(server, "kiosk")
    body = heartbeat_to_bytes(WELL)
    headers = signed(device, "line", "POST", HEARTBEAT_PATH, body)
    assert ask(server.url, "POST", HEARTBEAT_PATH, body, headers).status == 200
    copy = ask(server.url, "POST", HEARTBEAT_PATH, body, headers)
    assert (copy.status, copy.code) == (401, "request_replayed")


def test_nobody_speaks_for_a_device_without_its_key(embedded_server: RunningServer, make_device: MakeDevice) -> None:
    device = make_device(embedded_server, "kiosk")
    body = heartbeat_to_bytes(WELL)
    headers = signed(device, "line", "POST", HEARTBEAT_PATH, body)
    changed = heartbeat_to_bytes(replace(WELL, unsent=1))
    on_another_lane = signed(device, "push", "POST", HEARTBEAT_PATH, body)
    refused = [
        ask(embedded_server.url, "POST", HEARTBEAT_PATH, body),
        ask(embedded_server.url, "POST", HEARTBEAT_PATH, changed, headers),
        ask(embedded_server.url, "POST", HEARTBEAT_PATH, body, on_another_lane),
    ]
    assert [(answer.status, answer.code) for answer in refused] == [(401, "signature_wrong")] * 3
    assert kept(embedded_server) == 0


def test_a_swollen_sign_of_life_is_cut_off(embedded_server: RunningServer, make_device: MakeDevice) -> None:
    device = make_device(embedded_server, "kiosk")
    answer = tell(embedded_server.url, device, heartbeat_to_bytes(WELL) + b" " * LONGEST_HEARTBEAT_BYTES)
    assert (answer.status, answer.code) == (413, "too_long")


@pytest.mark.parametrize(
    "change",
    [
        {"printer": "on_fire"},
        {"printer": None},
        {"unsent": -1},
        {"unsent": 1.5},
        {"uptime": "1"},
        {"events": True},
        {"slips_waiting": 2**63},
        {"version": ""},
        {"version": "x" * 41},
        {"version": "0.2\n0"},
        {"at": "2026-11-23T08:00:00"},
        {"at": 5},
    ],
)
def test_a_sign_of_life_is_understood_whole_or_not_at_all(change: dict[str, object]) -> None:
    whole = json.loads(heartbeat_to_bytes(WELL))
    assert read_heartbeat(to_json(whole)) == WELL
    with pytest.raises(ValueError):
        read_heartbeat(to_json(whole | change))
    with pytest.raises(ValueError):
        read_heartbeat(to_json({name: value for name, value in whole.items() if name not in change}))


def test_one_that_makes_no_sense_is_refused_in_words(embedded_server: RunningServer, make_device: MakeDevice) -> None:
    device = make_device(embedded_server, "kiosk")
    answer = tell(embedded_server.url, device, b'{"printer": "ready"}')
    assert (answer.status, answer.code) == (400, "malformed")
    assert kept(embedded_server) == 0


def test_a_server_that_is_away_costs_an_answer_in_words_and_nothing_else(
    embedded_server: RunningServer, make_device: MakeDevice
) -> None:
    device = make_device(embedded_server, "kiosk")
    device.line.close()
    away = Device(device.engine, replace(device.node, server_url="http://127.0.0.1:9"), device.clock)
    with pytest.raises(EnvironmentFailure) as failure:
        away.line.heartbeat(WELL)
    assert failure.value.code == "server_unreachable"
    away.line.close()


def someone(seen_at: datetime | None, *, revoked: bool = False) -> DeviceSeen:
    return DeviceSeen("d", "kiosk", "Kiosk 1", 1, revoked, seen_at, None)


def test_silence_counts_in_working_sessions_only(sample_ward: Office) -> None:
    nine = datetime(2026, 11, 23, 9, 0, tzinfo=HO_CHI_MINH)
    sunday = datetime(2026, 11, 22, 9, 0, tzinfo=HO_CHI_MINH)
    before_the_calendar = datetime(2019, 1, 7, 9, 0, tzinfo=HO_CHI_MINH)
    assert is_silent(someone(nine - timedelta(minutes=6)), sample_ward, nine)
    assert is_silent(someone(None), sample_ward, nine)
    assert not is_silent(someone(nine - timedelta(minutes=5)), sample_ward, nine)
    assert not is_silent(someone(None, revoked=True), sample_ward, nine)
    for rest in (sunday, nine.replace(hour=22), nine.replace(hour=12, minute=30), before_the_calendar):
        assert not is_silent(someone(None), sample_ward, rest)


def test_a_device_has_five_minutes_after_opening_to_speak(sample_ward: Office) -> None:
    opening = sample_ward.calendar.sessions_on(MORNING.date())[0].opens(MORNING.date())
    overnight = someone(opening - timedelta(hours=14))
    assert not is_silent(overnight, sample_ward, opening + timedelta(minutes=4))
    assert is_silent(overnight, sample_ward, opening + timedelta(minutes=5))


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(seconds=30), "vừa xong / just now"),
        (timedelta(minutes=7), "7 phút trước / min ago"),
        (timedelta(hours=3, minutes=20), "3 giờ trước / h ago"),
        (timedelta(days=2), "21/11/2026 08:00"),
    ],
)
def test_when_a_device_was_last_heard_of_is_said_as_people_say_it(ago: timedelta, words: str) -> None:
    assert seen_in_words(MORNING - ago, MORNING) == words
    assert seen_in_words(None, MORNING) == "chưa bao giờ / never"


def test_a_document_of_a_later_version_is_no_reason_to_fail(
    embedded_server: RunningServer, make_device: MakeDevice, tmp_path: Path
) -> None:
    device = make_device(embedded_server, "kiosk")
    device.line.heartbeat(WELL)
    with embedded_server.engine.begin() as connection:
        connection.execute(tables.heartbeat.update().values(document=b'{"printer": "dreaming"}'))
    (only,) = seen(embedded_server)
    assert only.seen_at is not None
    assert only.said is None
