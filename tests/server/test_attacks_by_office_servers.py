"""What somebody can do who has an office server in hand: nothing in the name of the province, nor of other machines."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, select

from server.administration.devices import make_code
from server.copying import back_up, restore
from server.enrolment_codes import Invitation, new_code
from server.signed_in.audit import Period, changes
from shared.clock import SetClock
from shared.journal import tables
from shared.journal.event import GENESIS, read_event
from shared.replication.messages import Push
from tests.journal.test_hostile_events import SOUND
from tests.server.conftest import MakeDevice
from tests.server.province import folder, node_in, places
from tests.server.raw_requests import Answer, push_raw
from tests.server.running import KEY, MORNING, Device, RunningServer, enrolled_device, file_engine, serving

OFFICE = "phuong-mau"
FORGED = {"subject": "administration", "kind": "administration.account_added", "actor": "account:1"}


def bring(url: str, server: Device, log: tuple[str, int], after: tuple[int, str], run: str | None = None) -> Answer:
    """What a central server answers to an event of administration in the log `log`, brought by an office server."""
    (device, epoch), (seq, previous) = log, after
    place = {"device": device, "epoch": epoch, "seq": seq + 1, "previous": previous, "lamport": 1000 + seq}
    body = json.dumps({"format": 1, **SOUND, **FORGED, "data": {"account": "forged"}, **place}).encode()
    return push_raw(url, server, Push(OFFICE, device, epoch, seq + 1, previous, (body,), (), run))


def recorded(engine: Engine, server: RunningServer) -> list[str]:
    """What the office's record of administration says."""
    journal = RunningServer(server.url, engine, server.office, node_in(engine), server.clock).journal()
    with journal.reading() as reader:
        return [change.what for change in changes(reader, Period(), "", None)[0]]


@pytest.mark.parametrize("run", [None, "run"])
def test_nothing_is_taken_in_the_name_of_the_province_or_of_nobody(
    server: RunningServer, make_device: MakeDevice, run: str | None
) -> None:
    attacker, direct = make_device(server, "office_server"), make_device(server, "counter")
    names = [(server.node.device, epoch) for epoch in (1, 2, 2**16)]
    for log in (*names, ("nobody", 1), (direct.node.device, 1)):
        answer = bring(server.url, attacker, log, (0, GENESIS), run)
        assert (answer.status, answer.code) == (403, "log_not_carried"), log
    assert places(server.engine) == set()
    question = Push(OFFICE, server.node.device, 1, 1, GENESIS, run=run)
    assert push_raw(server.url, attacker, question).status == 200


def test_what_an_office_server_writes_of_administration_is_no_record_of_the_province(
    embedded_server: RunningServer, make_device: MakeDevice
) -> None:
    attacker = make_device(embedded_server, "office_server")
    assert bring(embedded_server.url, attacker, (attacker.node.device, 1), (0, GENESIS)).status == 200
    assert recorded(embedded_server.engine, embedded_server) == []


def test_after_a_restore_what_the_province_had_lost_comes_back_and_is_no_record_of_its_administration(
    embedded_server: RunningServer, tmp_path: Path
) -> None:
    engine = file_engine(folder(tmp_path / "restored"))
    carrier = enrolled_device(embedded_server, "office_server")
    with embedded_server.journal().writing() as writer:
        make_code(writer, "account:1", new_code(), Invitation("kiosk", "Máy", timedelta(hours=1)))
    back_up(embedded_server.engine, tmp_path / "backup.db", KEY)
    restore(tmp_path / "backup.db", KEY, engine)
    with engine.begin() as connection:
        head = read_event(bytes(connection.execute(select(tables.event.c.body)).scalar_one()))
    lost = (embedded_server.node.device, 1)
    with serving(engine, SetClock(MORNING)) as url:
        now = node_in(engine)
        for epoch in (now.epoch, now.epoch + 2**16 + 1):
            assert bring(url, carrier, (now.device, epoch), (0, GENESIS)).code == "log_not_carried"
        assert bring(url, carrier, lost, (head.seq, head.hash)).status == 200
        assert len(places(engine)) == 2
    assert recorded(engine, embedded_server) == ["device_code_made"]
    engine.dispose()
    carrier.close()
