"""The real programs at a start that cannot succeed: one clear sentence on standard error, a status that is not 0."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from shared.journal.opening import open_device
from tests.prepared import prepare_sample_server

PROGRAMS = ("kiosk", "counter")
NOWHERE = "http://127.0.0.1:9"


def start(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *arguments], capture_output=True, text=True, timeout=60, check=False, encoding="utf-8"
    )


def one_sentence(done: subprocess.CompletedProcess[str]) -> str:
    """What was said; fails when the program succeeded, said more than one line or showed a stack."""
    assert done.returncode == 1, done.stderr
    lines = done.stderr.strip().splitlines()
    assert len(lines) == 1, done.stderr
    assert "Traceback" not in done.stderr
    assert " / " in lines[0], "Vietnamese and English"
    return lines[0]


def made(folder: Path) -> Path:
    """A device's database in `folder`, closed again."""
    engine, lock = open_device(folder)
    engine.dispose()
    lock.close()
    return folder


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_machine_that_is_not_enrolled_says_how_to_enrol(program: str, tmp_path: Path) -> None:
    sentence = one_sentence(start(program, "--data", str(tmp_path)))
    assert "--enrol" in sentence


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_first_start_without_the_server_says_so(program: str, tmp_path: Path) -> None:
    done = start(program, "--data", str(tmp_path), "--server", NOWHERE, "--enrol", "AAAA-BBBB-CCCC-DDDD")
    assert "AAAA" not in one_sentence(done)


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_second_program_on_the_same_database_is_refused(program: str, tmp_path: Path) -> None:
    engine, lock = open_device(tmp_path)
    try:
        assert "đang chạy" in one_sentence(start(program, "--data", str(tmp_path)))
    finally:
        engine.dispose()
        lock.close()


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_database_of_a_newer_version_is_left_alone(program: str, tmp_path: Path) -> None:
    engine, lock = open_device(tmp_path)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    engine.dispose()
    lock.close()
    assert "9999" in one_sentence(start(program, "--data", str(tmp_path)))


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_damaged_database_says_what_is_safe(program: str, tmp_path: Path) -> None:
    database = made(tmp_path) / "journal.db"
    database.write_bytes(b"\x00" * database.stat().st_size)
    assert "hỏng" in one_sentence(start(program, "--data", str(tmp_path)))


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_lost_key_is_not_made_anew(program: str, tmp_path: Path) -> None:
    key = made(tmp_path) / "journal.key"
    key.unlink()
    assert "journal.key" in one_sentence(start(program, "--data", str(tmp_path)))
    assert not key.exists()


def test_the_server_refuses_a_damaged_database_too(tmp_path: Path) -> None:
    prepare_sample_server(tmp_path)
    database = tmp_path / "journal.db"
    database.write_bytes(b"\x00" * database.stat().st_size)
    assert "hỏng" in one_sentence(start("server", "serve", "--data", str(tmp_path), "--listen", "127.0.0.1:0"))
    assert "hỏng" in one_sentence(start("server", "verify", "--data", str(tmp_path)))


def test_a_catalogue_with_an_unknown_unit_names_the_procedure_and_changes_nothing(tmp_path: Path) -> None:
    data = prepare_sample_server(tmp_path / "server")
    from importlib.resources import files

    catalogue = json.loads((files("resources.catalogue") / "commune_procedures.json").read_text(encoding="utf-8"))
    catalogue[3]["time_limit"]["unit"] = "fortnight"
    bad = tmp_path / "bad.json"
    bad.write_text(json.dumps(catalogue), encoding="utf-8")
    assert catalogue[3]["code"] in one_sentence(start("server", "catalogue", "import", str(bad), "--data", str(data)))
    bad.write_text("{ not json", encoding="utf-8")
    one_sentence(start("server", "catalogue", "import", str(bad), "--data", str(data)))


def test_wrong_usage_has_a_status_of_its_own() -> None:
    for program in ("kiosk", "counter", "server"):
        assert start(program, "--no-such-option").returncode == 2
