"""A second program on the same database, and programs of different versions."""

from __future__ import annotations

import fcntl
import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as FutureTimeout
from pathlib import Path

import pytest
from sqlalchemy import select, text

from shared.failures import EnvironmentFailure
from shared.journal import tables
from shared.journal.opening import open_device, open_server
from shared.journal.schema import NEWEST
from tests.faults.reopened import reopened
from tests.faults.strikes import ROOT, writing_for_ever

OPEN_SERVER = """
import sys
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as FutureTimeout
from pathlib import Path
from shared.journal.opening import open_server
open_server(None, Path(sys.argv[1])).dispose()
"""


def test_a_second_program_is_refused_until_the_first_has_ended_however_it_ended(tmp_path: Path) -> None:
    with writing_for_ever([tmp_path / "device"]) as program:
        assert program.stdout is not None
        begun = program.stdout.readline()
        while b"number" not in program.stdout.readline():
            """It opens."""
        with pytest.raises(EnvironmentFailure) as told:
            open_device(tmp_path / "device")
        assert told.value.code == "already_open"
        assert "đang chạy" in told.value.sentence.vi
        os.kill(int(begun.split(b":")[1].rstrip(b"}\n")), signal.SIGKILL)
        while b"ended" not in program.stdout.readline():
            """It dies."""
        with reopened(tmp_path / "device") as journal, journal.reading() as reader:
            assert reader.connection.execute(select(tables.ticket)).first() is not None


def test_server_processes_that_start_together_make_one_database(tmp_path: Path) -> None:
    command = [sys.executable, "-c", OPEN_SERVER, str(tmp_path / "server")]
    programs = [
        subprocess.Popen(command, stderr=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT)}) for _ in range(4)
    ]
    told = [program.communicate()[1].decode() for program in programs]
    assert [program.returncode for program in programs] == [0, 0, 0, 0], told
    engine = open_server(None, tmp_path / "server")
    with engine.connect() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all() == [NEWEST]
    engine.dispose()


def test_a_server_process_waits_until_the_one_before_it_has_opened(tmp_path: Path) -> None:
    with (tmp_path / "opening.lock").open("a") as other, ThreadPoolExecutor(1) as pool:
        fcntl.flock(other, fcntl.LOCK_EX)
        opening = pool.submit(open_server, None, tmp_path)
        with pytest.raises(FutureTimeout):
            opening.result(timeout=0.3)
        assert not (tmp_path / "journal.key").exists()
        fcntl.flock(other, fcntl.LOCK_UN)
        opening.result(timeout=20).dispose()


def test_a_database_of_a_newer_version_is_refused_and_stays_byte_for_byte(tmp_path: Path) -> None:
    with reopened(tmp_path) as journal, journal.writing() as writer:
        writer.connection.execute(text("UPDATE alembic_version SET version_num = '0999'"))
    before = (tmp_path / "journal.db").read_bytes()
    for open_it in (lambda: open_device(tmp_path), lambda: open_server(None, tmp_path)):
        with pytest.raises(EnvironmentFailure) as told:
            open_it()
        assert told.value.code == "database_newer"
        assert "0999" in told.value.sentence.vi
    assert (tmp_path / "journal.db").read_bytes() == before
