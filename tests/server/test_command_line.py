"""The administrator's commands: what they print, what they leave behind, and their exit status."""

from __future__ import annotations

import io
import json
import stat
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
import requests
from sqlalchemy import insert, select, update

from server.__main__ import main
from server.offices import Offices
from shared.clock import SystemClock, business_date
from shared.journal import tables
from shared.journal.opening import open_server
from shared.replication.enrolment_client import Application, enrol
from tests.server import postgresql
from tests.server.facts import dossier_received, ticket_issued
from tests.server.running import memory_engine
from tests.server.server_process import ROOT, server_process


@dataclass(frozen=True, slots=True)
class Done:
    """How a command ended, and what it printed."""

    returncode: int
    stdout: str
    stderr: str


def run_server_command(*arguments: str, stdin: str = "") -> Done:
    """Runs a command in this process, to its end."""
    out, err, before = io.StringIO(), io.StringIO(), sys.stdin
    sys.stdin = io.StringIO(stdin)
    try:
        with redirect_stdout(out), redirect_stderr(err):
            status = main(arguments)
    except SystemExit as ended:
        status = int(ended.code or 0)
    finally:
        sys.stdin = before
    return Done(status, out.getvalue(), err.getvalue())


@pytest.fixture(scope="module")
def office_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data of a server that `init --sample` has set up."""
    folder = tmp_path_factory.mktemp("office") / "data"
    done = run_server_command("init", "--sample", "--data", str(folder))
    assert (done.returncode, done.stderr) == (0, "")
    assert "phuong-mau" in done.stdout
    return folder


def at(folder: Path) -> tuple[str, str]:
    return ("--data", str(folder))


def test_a_sample_office_has_staff_with_hashes_and_a_calendar(office_folder: Path) -> None:
    engine = open_server(None, office_folder)
    offices = Offices(engine, SystemClock())
    with offices.journal("phuong-mau").reading() as reader:
        office = offices.reference("phuong-mau").read(reader.connection)
    engine.dispose()
    assert {member.sign_in for member in office.staff} >= {"thu", "quantri"}
    assert all(member.password_hash.startswith("$argon2id$") for member in office.staff)
    assert any(day.isoformat() == "2026-09-02" for day in office.calendar.closed)
    assert stat.S_IMODE((office_folder / "journal.key").stat().st_mode) == 0o600


def test_an_office_is_set_up_once(office_folder: Path) -> None:
    again = run_server_command("init", "--sample", *at(office_folder))
    assert (again.returncode, again.stdout) == (1, "")
    assert again.stderr.count("\n") == 1
    assert "đã có đơn vị" in again.stderr


def test_a_code_from_the_command_line_lets_a_device_in(office_folder: Path) -> None:
    made = run_server_command("enrolment-code", "--kind", "kiosk", "--name", "Máy cửa chính", *at(office_folder))
    assert made.returncode == 0
    opened = open_server(None, office_folder)
    with opened.connect() as connection:
        kinds = connection.execute(select(tables.event.c.kind)).scalars().all()
    opened.dispose()
    assert "administration.device_code_made" in kinds
    with server_process(at(office_folder)) as url:
        engine = memory_engine()
        node = enrol(engine, Application(url, made.stdout.strip(), "kiosk", ""))
        engine.dispose()
        health = requests.get(f"{url}/api/health", timeout=10).json()
    assert node.name == "Máy cửa chính"
    assert (health["status"], health["database"], health["offices"]) == ("ok", "sqlite", 1)


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("serve", "--downstream", "http://building"),
        ("enrolment-code", "--kind", "toaster", "--name", "x"),
        ("enrolment-code", "--kind", "kiosk", "--name", "x", "--hours", "0"),
        ("init",),
        ("staff",),
    ],
)
def test_wrong_usage_ends_with_status_two(arguments: tuple[str, ...]) -> None:
    assert run_server_command(*arguments).returncode == 2


@pytest.mark.parametrize(
    "command", ["serve", "init", "enrolment-code", "staff", "catalogue", "backup", "restore", "verify"]
)
def test_every_command_has_help(command: str) -> None:
    shown = run_server_command(command, "--help")
    assert shown.returncode == 0
    assert "usage:" in shown.stdout


def test_a_server_without_an_office_says_what_to_do(tmp_path: Path) -> None:
    for command in (("serve",), ("verify",), ("staff", "list")):
        done = run_server_command(*command, *at(tmp_path / "empty"))
        assert (done.returncode, "init" in done.stderr) == (1, True)


def test_the_exit_status_reaches_the_shell(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "server", "verify", "--data", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stdout) == (1, "")


def test_staff_are_added_listed_and_checked(office_folder: Path) -> None:
    person = ("--sign-in", "Moi", "--name", "Người Thử", "--role", "officer")
    added = run_server_command("staff", "add", *person, *at(office_folder), stdin="mot-mat-khau-dai\n246810\n")
    assert (added.returncode, added.stdout) == (0, "staff-12\n")
    listed = run_server_command("staff", "list", *at(office_folder))
    assert "staff-12\tmoi\tofficer\t-\tNgười Thử\n" in listed.stdout
    assert "argon2" not in listed.stdout
    for stdin, word in (("mot-mat-khau-dai\n246810\n", "moi"), ("ngan\n246810\n", "10"), ("x" * 12 + "\n12\n", "sáu")):
        refused = run_server_command("staff", "add", *person, *at(office_folder), stdin=stdin)
        assert refused.returncode == 1
        assert word in refused.stderr.lower()


def test_a_point_of_the_post_is_added_listed_and_changed(office_folder: Path) -> None:
    point = ("--id", "buu-dien-ban", "--kind", "post", "--code", "99020")
    for name in ("Bưu điện Bản", "Bưu điện phường Bản"):
        added = run_server_command("units", "add", *point, "--name", name, *at(office_folder))
        assert (added.returncode, added.stdout) == (0, "buu-dien-ban\n")
    listed = run_server_command("units", "list", *at(office_folder)).stdout.splitlines()
    assert "buu-dien-ban\tpost\t99020\tBưu điện phường Bản" in listed
    assert "van-phong\tdepartment\t-\tVăn phòng HĐND và UBND phường" in listed
    assert listed[0].startswith("one_stop\tone_stop\t")
    assert len(listed) == len(set(listed))


@pytest.mark.parametrize(("identity", "name"), [("one_stop", "Bưu điện"), ("van-phong", "Bưu điện"), ("moi", " ")])
def test_a_unit_that_cannot_be_is_refused_in_one_sentence(office_folder: Path, identity: str, name: str) -> None:
    options = ("--id", identity, "--kind", "post", "--name", name)
    refused = run_server_command("units", "add", *options, *at(office_folder))
    assert (refused.returncode, refused.stdout, refused.stderr.count("\n")) == (1, "", 1)


def test_a_catalogue_is_taken_whole_or_not_at_all(office_folder: Path, tmp_path: Path) -> None:
    engine = open_server(None, office_folder)
    with engine.connect() as connection:
        document = json.loads(connection.execute(select(tables.reference.c.document)).scalar_one())
    good, bad, broken, empty = (tmp_path / f"{name}.json" for name in ("good", "bad", "broken", "empty"))
    good.write_text(json.dumps(document["procedures"][:3]), encoding="utf-8")
    bad.write_text(json.dumps([{**document["procedures"][0], "name": 7}]), encoding="utf-8")
    broken.write_text("[{", encoding="utf-8")
    empty.write_text("[]", encoding="utf-8")
    for file in (bad, broken, empty, tmp_path / "missing.json"):
        refused = run_server_command("catalogue", "import", str(file), *at(office_folder))
        assert (refused.returncode, refused.stderr.count("\n")) == (1, 1)
    late = run_server_command("catalogue", "import", "--from", "2026-01-05", str(good), *at(office_folder))
    assert (late.returncode, late.stderr.count("\n")) == (1, 1)
    taken = run_server_command("catalogue", "import", str(good), *at(office_folder))
    assert taken.returncode == 0
    with engine.connect() as connection:
        version, stored = connection.execute(select(tables.reference.c.version, tables.reference.c.document)).one()
    engine.dispose()
    assert version == document["version"] + 1
    today = business_date(SystemClock().now())
    before = {each["code"]: each for each in document["procedures"]}
    after = {each["code"]: each for each in json.loads(stored)["procedures"]}
    assert after.keys() == before.keys()
    for place, code in enumerate(before):
        ends = {} if place < 3 else {"valid_to": (today - timedelta(days=1)).isoformat()}
        assert after[code] == {**before[code], **ends}


def test_verify_tells_a_damaged_journal(office_folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "data"
    copy.mkdir()
    for name in ("journal.db", "journal.key"):
        (copy / name).write_bytes((office_folder / name).read_bytes())
    engine = open_server(None, copy)
    with Offices(engine, SystemClock()).journal("phuong-mau").writing() as writer:
        writer.append("staff-1", [ticket_issued(1)])
    engine.dispose()
    assert run_server_command("verify", *at(copy)).returncode == 0
    engine = open_server(None, copy)
    with engine.begin() as connection:
        connection.execute(update(tables.event).values(body=b"{}"))
    engine.dispose()
    found = run_server_command("verify", *at(copy))
    assert found.returncode == 1
    assert "body_changed" in found.stdout


def test_a_backup_goes_from_one_kind_of_database_to_the_other_and_back(
    office_folder: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    cluster: postgresql.Cluster = request.getfixturevalue("postgresql_cluster")
    engine = open_server(None, office_folder)
    with Offices(engine, SystemClock()).journal("phuong-mau").writing() as writer:
        writer.append("staff-1", [dossier_received(number) for number in range(1, 4)])
        writer.connection.execute(
            insert(tables.draft).values(office="phuong-mau", name="x", document=b"\x00\xff", saved_at=2**40)
        )
    before = contents(engine)
    engine.dispose()
    first, second = tmp_path / "first.backup", tmp_path / "second.backup"
    key = ("--key", str(office_folder / "journal.key"))
    url = cluster.new_database()
    steps = [
        ("backup", str(first), *at(office_folder)),
        ("restore", str(first), "--database", url, *key),
        ("backup", str(second), "--database", url, *at(office_folder)),
        ("restore", str(second), *at(tmp_path / "back"), *key),
        ("verify", *at(tmp_path / "back")),
        ("verify", "--database", url),
    ]
    for step in steps:
        done = run_server_command(*step)
        assert done.returncode == 0, done.stderr
    assert not any(plain in first.read_bytes() for plain in ("Nguyễn".encode(), b"CREATE TABLE"))
    engine = open_server(None, tmp_path / "back")
    after = contents(engine)
    engine.dispose()
    nodes = [dict(rows.pop("node")) for rows in (before, after)]
    # Each restore leaves indexes out, and notes how far the server had written its logs itself.
    assert [len(rows.pop("reserved_index")) for rows in (before, after)] == [0, 4]
    logs = [[log[:-1] for log in rows.pop("log")] for rows in (before, after)]
    assert logs[0] == logs[1]
    assert after == before
    assert int(nodes[0]["epoch"]) + 1 < int(nodes[1]["epoch"])


def contents(engine: object) -> dict[str, list[tuple[object, ...]]]:
    with engine.connect() as connection:  # type: ignore[attr-defined]
        return {
            table.name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
            for table in tables.metadata.sorted_tables
        }


def test_a_backup_is_never_written_over_and_never_restored_over_data(office_folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "office.backup"
    assert run_server_command("backup", str(file), *at(office_folder)).returncode == 0
    for step, word in (
        (("backup", str(file), *at(office_folder)), "đã có"),
        (("restore", str(file), *at(office_folder)), "trống"),
        (("restore", str(file), *at(tmp_path / "new")), "khóa"),
        (("restore", str(tmp_path / "none"), *at(office_folder)), "Không có tệp"),
    ):
        done = run_server_command(*step)
        assert (done.returncode, word in done.stderr) == (1, True), done.stderr
    wrong = tmp_path / "wrong.key"
    wrong.write_text("00" * 32, encoding="ascii")
    done = run_server_command("restore", str(file), *at(tmp_path / "new"), "--key", str(wrong))
    assert done.returncode == 1
    assert "sai khóa" in done.stderr
