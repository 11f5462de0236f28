"""The administrator's commands for devices: the kiosks' PIN, and the list of devices."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from resources.sample_ward.load import SAMPLE_KIOSK_PIN
from server.offices import Offices
from shared.actions.enter_staff_room import enter_staff_room
from shared.clock import SystemClock
from shared.domain.office import Office
from shared.failures import Refusal
from shared.journal.opening import open_server
from shared.replication.enrolment_client import Application, enrol
from shared.replication.heartbeat_messages import Heartbeat
from shared.replication.refusals import ServerRefused
from shared.replication.request_counters import begin_run
from shared.replication.server_line import ServerLine
from tests.prepared import prepare_sample_server
from tests.server.running import memory_engine
from tests.server.server_process import server_process
from tests.server.test_command_line import run_server_command


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The data of a server of the sample ward, as on its first day."""
    return prepare_sample_server(tmp_path / "data")


def office_at(data: Path) -> Office:
    engine = open_server(None, data)
    offices = Offices(engine, SystemClock())
    with offices.journal("phuong-mau").reading() as reader:
        office = offices.reference("phuong-mau").read(reader.connection)
    engine.dispose()
    return office


def lets_in(data: Path, pin: str) -> bool:
    """Whether a kiosk with the office's data of this server would let `pin` in."""
    engine = open_server(None, data)
    offices = Offices(engine, SystemClock())
    try:
        enter_staff_room(offices.journal("phuong-mau"), office_at(data), pin)
    except Refusal:
        return False
    finally:
        engine.dispose()
    return True


def test_the_samples_pin_opens_its_kiosks(data: Path) -> None:
    assert lets_in(data, SAMPLE_KIOSK_PIN)
    assert office_at(data).kiosks.pin_hash.startswith("$argon2id$")


def test_a_new_pin_takes_the_place_of_the_old_one_and_raises_the_version(data: Path, tmp_path: Path) -> None:
    before = office_at(data).version
    done = run_server_command("kiosk-pin", "--data", str(data), stdin="80808\n")
    assert (done.returncode, "80808" in done.stdout + done.stderr) == (0, False)
    assert office_at(data).version == before + 1
    assert lets_in(data, "80808")
    assert not lets_in(data, SAMPLE_KIOSK_PIN)
    file = tmp_path / "pin.txt"
    file.write_text("13579135\n", encoding="utf-8")
    assert run_server_command("kiosk-pin", "--pin-file", str(file), "--data", str(data)).returncode == 0
    assert lets_in(data, "13579135")


def test_a_cleared_pin_lets_nobody_in(data: Path) -> None:
    assert run_server_command("kiosk-pin", "--clear", "--data", str(data)).returncode == 0
    assert office_at(data).kiosks.pin_hash == ""
    assert not lets_in(data, SAMPLE_KIOSK_PIN)


@pytest.mark.parametrize("pin", ["", "123", "123456789", "12a4", "１２３４"])
def test_a_pin_has_four_to_eight_digits(data: Path, pin: str) -> None:
    done = run_server_command("kiosk-pin", "--data", str(data), stdin=f"{pin}\n")
    assert (done.returncode, "bốn đến tám" in done.stderr) == (1, True)
    assert lets_in(data, SAMPLE_KIOSK_PIN)


def test_a_pin_file_that_is_not_there_is_told_in_a_sentence(data: Path, tmp_path: Path) -> None:
    done = run_server_command("kiosk-pin", "--pin-file", str(tmp_path / "none"), "--data", str(data))
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)


def enrolled(data: Path, kind: str, name: str, url: str) -> ServerLine:
    code = run_server_command("enrolment-code", "--kind", kind, "--name", name, "--data", str(data)).stdout.strip()
    engine = memory_engine()
    node = enrol(engine, Application(url, code, "kiosk", ""))
    with engine.begin() as connection:
        line = ServerLine(node, begin_run(connection))
    engine.dispose()
    return line


def test_the_list_of_devices_says_who_spoke_and_what_needs_a_look(data: Path) -> None:
    with server_process(("--data", str(data))) as url:
        well, no_paper, silent = (enrolled(data, "kiosk", f"Kiosk {number}", url) for number in (1, 2, 3))
        at = SystemClock().now()
        well.heartbeat(Heartbeat(at, "0.2.0", "ready", 0, 90, 0, 4))
        no_paper.heartbeat(Heartbeat(at, "0.2.0", "paper_out", 12, 90, 2, 40))
        for line in (well, no_paper, silent):
            line.close()
        told = run_server_command("devices", "--data", str(data))
        read = json.loads(run_server_command("devices", "--json", "--data", str(data)).stdout)
    assert (told.returncode, told.stderr) == (0, "")
    lines = told.stdout.splitlines()
    assert len(lines) == 4
    assert "vừa xong / just now" in lines[1]
    assert "sẵn sàng / ready" in lines[1]
    assert not lines[1].startswith("!")
    assert lines[2].startswith("!")
    assert "hết giấy" in lines[2]
    assert "chưa bao giờ" in lines[3]
    assert [each["name"] for each in read] == ["Kiosk 1", "Kiosk 2", "Kiosk 3"]
    assert (read[1]["printer"], read[1]["unsent"], read[1]["slips_waiting"]) == ("paper_out", 12, 2)
    assert read[2]["last_seen"] is None


def test_a_device_revoked_by_command_is_refused_by_the_running_server(data: Path) -> None:
    with server_process(("--data", str(data))) as url:
        line = enrolled(data, "kiosk", "Kiosk 1", url)
        at = SystemClock().now()
        line.heartbeat(Heartbeat(at, "0.2.0", "ready", 0, 90, 0, 4))
        (listed,) = json.loads(run_server_command("devices", "--json", "--data", str(data)).stdout)
        why = ("--reason", "lost", "--by", "Trưởng bộ phận")
        told = run_server_command("devices", "revoke", listed["id"], *why, "--data", str(data))
        assert (told.returncode, told.stderr) == (0, "")
        with pytest.raises(ServerRefused) as refused:
            line.heartbeat(Heartbeat(at, "0.2.0", "ready", 0, 90, 0, 4))
        line.close()
    assert refused.value.reason == "device_revoked"


def test_that_nobody_went_beyond_their_role_is_said(data: Path) -> None:
    done = run_server_command("oversteps", "--data", str(data))
    assert (done.returncode, done.stderr) == (0, "")
    assert "Nobody has gone beyond their role" in done.stdout
