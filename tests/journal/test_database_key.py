"""The key file: made once and whole, never made anew beside data, told in a sentence when it is not one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from shared.failures import EnvironmentFailure
from shared.journal.database_key import database_key
from shared.journal.opening import open_device, open_server


def opened_once(folder: Path) -> Path:
    engine, lock = open_device(folder)
    engine.dispose()
    lock.close()
    return folder / "journal.key"


def code_of_opening(folder: Path) -> str:
    with pytest.raises(EnvironmentFailure) as told:
        open_device(folder)
    return told.value.code


def test_the_key_is_32_random_bytes_that_only_the_owner_reads(tmp_path: Path) -> None:
    first, second = opened_once(tmp_path / "one"), opened_once(tmp_path / "two")
    assert re.fullmatch("[0-9a-f]{64}", first.read_text())
    assert first.read_text() != second.read_text()
    assert first.stat().st_mode & 0o777 == 0o600
    assert sorted(path.name for path in first.parent.iterdir()) == ["journal.db", "journal.key", "journal.lock"]


def test_the_key_is_read_again_also_with_a_line_end_and_capitals(tmp_path: Path) -> None:
    path = opened_once(tmp_path)
    key = database_key(tmp_path)
    path.write_text(path.read_text().upper() + "\r\n")
    assert database_key(tmp_path) == key
    opened_once(tmp_path)


@pytest.mark.parametrize(
    "content",
    [b"", b"\n", b"abcd", b"ab" * 31, b"ab" * 33, "khóa".encode(), bytes(range(256)), b"zz" * 32],
    ids=["empty", "blank", "short", "a byte short", "a byte long", "words", "binary", "not hex"],
)
def test_a_key_file_that_holds_no_key_is_told_in_a_sentence_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = opened_once(tmp_path)
    path.write_bytes(content)
    assert code_of_opening(tmp_path) == "key_damaged"
    assert path.read_bytes() == content


def test_an_empty_key_file_makes_no_database_that_anybody_could_read(tmp_path: Path) -> None:
    (tmp_path / "journal.key").touch()
    assert code_of_opening(tmp_path) == "key_damaged"
    assert not (tmp_path / "journal.db").exists()


def test_a_missing_key_is_not_made_anew_beside_data(tmp_path: Path) -> None:
    path = opened_once(tmp_path)
    key = path.read_text()
    path.unlink()
    assert code_of_opening(tmp_path) == "key_missing"
    assert not path.exists()
    path.write_text(key)
    opened_once(tmp_path)


def test_a_key_half_written_when_the_power_went_is_made_again(tmp_path: Path) -> None:
    (tmp_path / "journal.key.new").write_text("abc")
    opened_once(tmp_path)
    assert not (tmp_path / "journal.key.new").exists()


@pytest.mark.parametrize("name", ["journal.key", "journal.key.new", "journal.lock", "journal.db"])
def test_a_folder_where_a_file_should_be_is_told_in_a_sentence(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    assert code_of_opening(tmp_path) in ("disk_failed", "key_missing")


def test_a_file_where_the_folder_should_be_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "device").touch()
    assert code_of_opening(tmp_path / "device") == "folder_unusable"
    with pytest.raises(EnvironmentFailure, match="cannot be made"):
        open_server(None, tmp_path / "device")
