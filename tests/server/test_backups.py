"""Backups that the server makes by itself: whole, encrypted, rotated, never half; the key on paper; the drill."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
import requests
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine, func, select, update

from server.operation import backup_round, backup_schedule
from server.operation.backup_folder import BackupState, backups_in, name_at, read_state, to_remove
from server.operation.backup_round import make_backup
from server.operation.backup_schedule import BackupSchedule, BackupsWatched
from server.operation.key_on_paper import key_from, lines_of
from server.operation.key_paper import key_paper
from server.operation.scan_mirror import mirror_scans
from server.setting_up import set_up
from server.settings import BackupSettings
from shared.clock import SetClock, SystemClock
from shared.domain.office import Office
from shared.failures import EnvironmentFailure, Refusal
from shared.journal import tables
from shared.journal.database_key import database_key
from shared.journal.engine import failures_in_words, sqlite_engine
from shared.journal.journal import Journal
from shared.journal.node import read_node
from shared.journal.opening import open_server
from shared.journal.verify import verify
from shared.replication.server_line import ServerLine
from shared.scans.opening import open_scans
from tests.scans import samples
from tests.server.facts import dossier_received, ticket_issued
from tests.server.running import MORNING, Device, RunningServer, enrolled_device, serving
from tests.server.server_process import server_process
from tests.server.test_command_line import run_server_command
from tests.server.test_replication_over_http import pull_all, push_all
from tests.server.waiting import until

HOURLY = 3600.0


class Ward:
    """An office's server folder with some events, and its folder of backups."""

    def __init__(self, folder: Path, template: Path, office: Office) -> None:
        self.data = folder / "data"
        shutil.copytree(template, self.data)
        self.backups = folder / "backups"
        self.clock = SetClock(MORNING)
        self.engine = sqlite_engine(self.data / "journal.db", database_key(self.data))
        with self.engine.connect() as connection:
            node = read_node(connection)
        assert node is not None
        self.node = node
        self.office = office
        self.server = RunningServer("", self.engine, office, self.node, self.clock)

    def journal(self) -> Journal:
        return self.server.journal()

    def write(self, *numbers: int) -> None:
        with self.journal().writing() as writer:
            writer.append("staff-1", [dossier_received(number) for number in numbers])

    def back_up(self, keep: int = 48, every: float = 0) -> BackupState:
        self.clock.advance(timedelta(seconds=1))
        return make_backup(self.data, BackupSettings(self.backups, every, keep, 0), self.clock.now())

    def newest(self) -> Path:
        return self.backups / backups_in(self.backups)[-1]


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory, sample_ward: Office) -> Path:
    """The data of a server that was set up and has no event yet, to be copied."""
    folder = tmp_path_factory.mktemp("template") / "data"
    engine = open_server(None, folder)
    set_up(engine, SetClock(MORNING), sample_ward)
    engine.dispose()
    return folder


@pytest.fixture
def ward(tmp_path: Path, template: Path, sample_ward: Office) -> Iterator[Ward]:
    ward = Ward(tmp_path, template, sample_ward)
    yield ward
    ward.engine.dispose()


def events_in(engine: Engine) -> int:
    with engine.connect() as connection:
        return int(connection.execute(select(func.count()).select_from(tables.event)).scalar_one())


def findings(engine: Engine, office: str) -> tuple[object, ...]:
    with engine.connect() as connection:
        return verify(connection, office).findings


def test_a_backup_is_one_encrypted_file_that_opens_with_the_offices_key_alone(ward: Ward) -> None:
    ward.write(1, 2, 3)
    state = ward.back_up()
    assert state.good is not None
    assert (state.failed, state.good.events, state.good.whole) == ("", 3, True)
    file = ward.newest()
    assert file.name == state.good.file
    assert not any(plain in file.read_bytes() for plain in ("Nguyễn".encode(), b"CREATE TABLE"))
    assert b"SQLite format" not in file.read_bytes()[:64]
    names = {entry.name for entry in ward.backups.iterdir()}
    assert names == {file.name, "state.json", ".lock"}, "no key, no log, nothing half"
    with pytest.raises(EnvironmentFailure, match="sai khóa"):
        opened_with(file, bytes(32))
    assert opened_with(file, database_key(ward.data)) == 3


def opened_with(file: Path, key: bytes) -> int:
    engine = sqlite_engine(file, key)
    try:
        with failures_in_words():
            return events_in(engine)
    finally:
        engine.dispose()


def test_a_backup_made_while_the_office_works_is_of_one_instant(ward: Ward, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backup_round, "_PAGES_A_STEP", 4)
    ward.write(*range(1, 60))
    stop, number = threading.Event(), 100

    def work() -> None:
        nonlocal number
        while not stop.is_set():
            ward.write(number)
            number += 1

    worker = threading.Thread(target=work)
    worker.start()
    state = ward.back_up()
    stop.set()
    worker.join()
    assert state.good is not None
    assert 59 <= state.good.events <= events_in(ward.engine)
    assert number > 100


@given(st.sets(st.integers(0, 24 * 90), max_size=120), st.integers(1, 50), st.integers(0, 40))
def test_the_newest_and_one_of_each_day_are_kept(hours: set[int], keep: int, days: int) -> None:
    names = [name_at(MORNING + timedelta(hours=hour)) for hour in sorted(hours)]
    kept = sorted(set(names) - set(to_remove(names, keep, days)))
    assert set(names[-keep:]) <= set(kept)
    dates = sorted({name[:15] for name in names})
    assert {name[:15] for name in kept} >= set(dates[len(dates) - days :] if days else [])
    last_of_days = {max(name for name in names if name.startswith(date)) for date in dates}
    assert set(kept) <= set(names[-keep:]) | last_of_days
    assert len(kept) <= keep + days


def test_old_backups_go_only_after_a_new_one_is_good(ward: Ward) -> None:
    made = [ward.back_up(keep=2).good for _ in range(3)]
    assert backups_in(ward.backups) == [good.file for good in made[1:] if good]
    ward.write(1)
    with ward.engine.begin() as connection:
        connection.execute(update(tables.event).values(body=b"{}"))
    state = ward.back_up(keep=2)
    assert (state.failed, state.good) == ("backup_not_whole", made[2])
    assert "verify" in state.en
    assert backups_in(ward.backups) == [good.file for good in made[1:] if good]


def test_without_room_nothing_is_begun_and_the_old_ones_stay(ward: Ward, monkeypatch: pytest.MonkeyPatch) -> None:
    good = ward.back_up().good
    monkeypatch.setattr(backup_round, "ROOM_LEFT_BYTES", shutil.disk_usage(ward.data).total)
    state = ward.back_up()
    assert (state.failed, state.good) == ("no_room_for_backup", good)
    assert read_state(ward.backups) == state
    assert len(backups_in(ward.backups)) == 1


def test_what_a_power_cut_left_half_is_taken_away(ward: Ward) -> None:
    ward.backups.mkdir()
    (ward.backups / ".backup-x1").mkdir()
    (ward.backups / ".backup-x1" / "backup.db").write_bytes(b"half")
    (ward.backups / ".backup-state").write_text("{")
    (ward.backups / "state.json").write_text("{ cut")
    assert ward.back_up().good
    assert not list(ward.backups.glob(".backup-*"))


def test_a_folder_that_is_none_is_said_in_words(ward: Ward) -> None:
    ward.backups.write_text("a file")
    with pytest.raises(EnvironmentFailure, match="thư mục sao lưu"):
        ward.back_up()


def test_a_backup_that_is_young_enough_is_not_made_again(ward: Ward) -> None:
    first = ward.back_up(every=HOURLY)
    assert ward.back_up(every=HOURLY) == first
    ward.clock.advance(timedelta(hours=1))
    assert ward.back_up(every=HOURLY) != first


def test_after_the_clock_was_set_back_a_backup_is_made_at_once_and_its_age_is_true(ward: Ward) -> None:
    of_the_future = ward.back_up(every=HOURLY).good
    ward.clock.advance(timedelta(days=-400))
    state = ward.back_up(every=HOURLY)
    assert state.good not in (None, of_the_future)
    assert state.seconds_since_good(ward.clock.now()) == 0


def test_scans_that_cannot_be_copied_are_told_and_let_the_backups_not_pile_up(ward: Ward) -> None:
    (ward.data / "scans" / ward.office.id).mkdir(parents=True)
    (ward.data / "scans" / ward.office.id / "piece").write_bytes(b"sealed")
    ward.backups.mkdir()
    (ward.backups / "scans").write_text("a file")
    states = [ward.back_up(keep=2) for _ in range(4)]
    assert all(state.failed and state.good is None for state in states)
    assert len(backups_in(ward.backups)) == 2


def test_the_copy_of_a_scan_has_its_name_only_once_it_is_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(_handle: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    scans, copies = tmp_path / "scans", tmp_path / "backups" / "scans"
    (scans / "phuong-mau" / "ab").mkdir(parents=True)
    (scans / "phuong-mau" / "ab" / "0").write_bytes(b"sealed")
    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", failing)
        with pytest.raises(OSError, match="Input/output"):
            mirror_scans(scans, copies)
    assert not (copies / "phuong-mau" / "ab" / "0").exists()
    assert mirror_scans(scans, copies) == 1
    assert (copies / "phuong-mau" / "ab" / "0").read_bytes() == b"sealed"
    assert mirror_scans(scans, copies) == 0


def test_the_key_goes_onto_paper_and_comes_back_from_it() -> None:
    key = bytes(range(100, 132))
    lines = lines_of(key)
    assert key_from(lines) == key
    assert key_from([line.upper().replace(" ", "") for line in lines]) == key
    assert key_from([line[3:] for line in lines]) == key
    page = pypdfium2.PdfDocument(key_paper(key))[0].render(scale=2).to_pil().convert("L")
    (found,) = zxingcpp.read_barcodes(np.asarray(page))
    assert key_from(found.text.splitlines()) == key


@given(st.binary(min_size=32, max_size=32), st.integers(0, 7), st.integers(0, 9), st.sampled_from("0123456789abcdef"))
def test_a_line_copied_wrongly_is_nearly_always_named(key: bytes, place: int, at: int, digit: str) -> None:
    lines = [line[3:].replace(" ", "") for line in lines_of(key)]
    typed = lines[place][:at] + digit + lines[place][at + 1 :]
    changed = [*lines[:place], typed, *lines[place + 1 :]]
    if typed == lines[place]:
        assert key_from(changed) == key
    elif at >= 8:
        with pytest.raises(Refusal, match=f"Dòng {place + 1} "):
            key_from(changed)


def test_the_key_is_never_written_over(ward: Ward, tmp_path: Path) -> None:
    shown = run_server_command("backup-key", "--data", str(ward.data))
    new = ("--enter", "--data", str(tmp_path / "new"))
    assert run_server_command("backup-key", *new, stdin=shown.stdout).returncode == 0
    assert database_key(tmp_path / "new") == database_key(ward.data)
    again = run_server_command("backup-key", *new, stdin=shown.stdout)
    assert (again.returncode, "trống" in again.stderr) == (1, True)
    short = run_server_command("backup-key", "--enter", "--data", str(tmp_path / "other"), stdin="1  aaaa\n")
    assert (short.returncode, "8 dòng" in short.stderr) == (1, True)
    assert not (tmp_path / "other").exists()


def test_a_server_backs_itself_up_and_says_how_old_the_last_one_is(ward: Ward) -> None:
    ward.write(1, 2)
    place = ("--data", str(ward.data), "--backups", str(ward.backups), "--backup-every", "1h")
    with server_process(place) as url:
        until(lambda: read_state(ward.backups).good is not None, seconds=60)
        told = requests.get(f"{url}/metrics", timeout=10).text
    assert "motcua_backup_age_seconds " in told
    assert "motcua_backup_failed 0.0" in told
    assert len(backups_in(ward.backups)) == 1
    assert not list(ward.backups.glob(".backup-*"))


def test_a_backup_that_fails_is_in_the_log_and_in_the_figures(ward: Ward, caplog: pytest.LogCaptureFixture) -> None:
    ward.write(1)
    with ward.engine.begin() as connection:
        connection.execute(update(tables.event).values(body=b"{}"))
    schedule = BackupSchedule(ward.data, BackupSettings(ward.backups, HOURLY, 48, 30), SystemClock())
    schedule.start()
    until(lambda: "backup failed" in caplog.messages, seconds=60)
    schedule.stop()
    (record,) = (each for each in caplog.records if each.message == "backup failed")
    assert record.about["code"] == "backup_not_whole"  # type: ignore[attr-defined]
    (failed,) = BackupsWatched(ward.backups, SystemClock()).collect()
    assert [sample.value for sample in failed.samples] == [1]


def test_a_round_that_could_not_even_begin_is_tried_again(
    ward: Ward, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(backup_schedule, "_AGAIN_SECONDS", 0.05)
    schedule = BackupSchedule(ward.data, BackupSettings(ward.backups, HOURLY, 48, 30), SystemClock())
    with monkeypatch.context() as without_python:
        without_python.setattr(sys, "executable", str(ward.data / "gone"))
        schedule.start()
        until(lambda: {"code": "FileNotFoundError"} in [getattr(each, "about", None) for each in caplog.records])
    until(lambda: read_state(ward.backups).good is not None, seconds=60)
    schedule.stop()


def test_a_server_on_postgresql_says_what_makes_its_backups() -> None:
    done = run_server_command("serve", "--database", "postgresql://nobody@127.0.0.1:1/x", "--backups", "b")
    assert (done.returncode, "pg_basebackup" in done.stderr) == (1, True)


def moved(device: Device, url: str) -> None:
    """From now on `device` speaks to the server at `url`."""
    device.line.close()
    device.line = ServerLine(replace(device.node, server_url=url), device.counters)


def test_the_drill_backup_destroyed_restored_and_nothing_that_any_machine_has_is_lost(
    ward: Ward, tmp_path: Path
) -> None:
    scan = samples.large_pdf(2)
    content = hashlib.sha256(scan).hexdigest()
    open_scans(ward.data, ward.office.id, reserve=0).put_file(content, scan)
    with serving(ward.engine, ward.clock, ward.data) as url:
        devices = [enrolled_device(replace(ward.server, url=url), kind) for kind in ("kiosk", "counter")]
        for place, device in enumerate(devices):
            device.write(*(ticket_issued(number, "AB"[place]) for number in range(1, 6)))
            push_all(device)
        assert ward.back_up().failed == ""
        for place, device in enumerate(devices):
            device.write(*(ticket_issued(number, "AB"[place]) for number in range(6, 9)))
            push_all(device)
    before = events_in(ward.engine)
    paper = run_server_command("backup-key", "--data", str(ward.data)).stdout

    ward.engine.dispose()
    shutil.rmtree(ward.data)

    fresh = ("--data", str(tmp_path / "fresh"))
    assert run_server_command("backup-key", "--enter", *fresh, stdin=paper).returncode == 0
    restored = run_server_command("restore", str(ward.newest()), *fresh)
    assert (restored.returncode, restored.stderr) == (0, "")
    engine = open_server(None, tmp_path / "fresh")
    assert events_in(engine) == before - 6
    with serving(engine, ward.clock, tmp_path / "fresh") as url:
        for device in devices:
            moved(device, url)
            pull_all(device)
            push_all(device)
        for device in devices:
            pull_all(device)
    assert events_in(engine) == before
    assert findings(engine, ward.office.id) == ()
    for device in devices:
        with device.journal.reading() as reader:
            assert reader.connection.execute(select(func.count()).select_from(tables.event)).scalar_one() == before
        device.close()
    assert open_scans(tmp_path / "fresh", ward.office.id, reserve=0).verify(content, len(scan))
    engine.dispose()


def test_the_note_beside_the_backups_says_nothing_but_figures(ward: Ward) -> None:
    ward.write(1)
    ward.back_up()
    note = json.loads((ward.backups / "state.json").read_text(encoding="utf-8"))
    assert set(note) == {"good", "tried_at", "failed", "vi", "en"}
    assert set(note["good"]) == {"file", "at", "events", "size", "whole", "last_whole"}
