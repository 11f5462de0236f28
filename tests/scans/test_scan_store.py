"""The store of scans: nothing half is believed, whatever became of the files; nothing can be read without the key."""

from __future__ import annotations

import hashlib
import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from shared.clock import HO_CHI_MINH
from shared.failures import EnvironmentFailure
from shared.scans.opening import open_scans, scans_key
from shared.scans.pieces import PIECE_BYTES, cut
from shared.scans.scan_store import ScanStore
from tests.scans.samples import noise

KEY = bytes(32)
BODY = noise(2 * PIECE_BYTES + 1000)
CONTENT = hashlib.sha256(BODY).hexdigest()
SIZE = len(BODY)


@pytest.fixture
def store(tmp_path: Path) -> ScanStore:
    return ScanStore(tmp_path / "scans", KEY, reserve=0)


def place(tmp_path: Path) -> Path:
    return tmp_path / "scans" / CONTENT[:2] / CONTENT


def test_a_file_reads_back_and_nothing_of_it_stands_in_the_clear(store: ScanStore, tmp_path: Path) -> None:
    store.put_file(CONTENT, BODY)
    assert store.file(CONTENT, SIZE) == BODY
    assert store.is_whole(CONTENT, SIZE)
    files = [path for path in place(tmp_path).iterdir() if path.is_file()]
    assert sorted(path.name for path in files) == ["0", "1", "2", "whole"]
    assert all(BODY[:64] not in path.read_bytes() for path in files)
    assert {path.stat().st_mode & 0o077 for path in files} == {0}


def test_with_another_key_nothing_is_read_and_nothing_is_lost(store: ScanStore, tmp_path: Path) -> None:
    store.put_file(CONTENT, BODY)
    assert ScanStore(tmp_path / "scans", bytes([1]) * 32).read(CONTENT, SIZE, 0) is None
    damaged = place(tmp_path) / "0.damaged"
    damaged.rename(damaged.with_name("0"))
    assert store.file(CONTENT, SIZE) == BODY


def test_pieces_may_come_in_any_order_and_twice(store: ScanStore) -> None:
    pieces = cut(BODY)
    for number in (2, 0, 2, 1, 0):
        assert not store.is_whole(CONTENT, SIZE)
        store.put(CONTENT, SIZE, number, pieces[number])
    assert store.missing(CONTENT, SIZE) == ()
    assert store.verify(CONTENT, SIZE)
    assert store.is_whole(CONTENT, SIZE)


@pytest.mark.parametrize("harm", ["cut short", "gone", "one bit", "another's place", "empty"])
def test_a_piece_that_was_harmed_is_missing_and_the_file_is_not_believed(
    store: ScanStore, tmp_path: Path, harm: str
) -> None:
    store.put_file(CONTENT, BODY)
    path = place(tmp_path) / "1"
    sealed = path.read_bytes()
    harmed = {
        "cut short": sealed[:-5000],
        "one bit": sealed[:9000] + bytes([sealed[9000] ^ 1]) + sealed[9001:],
        "another's place": (place(tmp_path) / "0").read_bytes(),
        "empty": b"",
    }
    if harm == "gone":
        path.unlink()
    else:
        path.write_bytes(harmed[harm])
    assert store.file(CONTENT, SIZE) is None
    assert store.missing(CONTENT, SIZE) == (1,)
    assert not store.is_whole(CONTENT, SIZE)
    store.put(CONTENT, SIZE, 1, cut(BODY)[1])
    assert store.verify(CONTENT, SIZE)
    assert store.file(CONTENT, SIZE) == BODY


def test_what_a_power_cut_leaves_beside_a_name_is_no_piece(store: ScanStore, tmp_path: Path) -> None:
    store.put(CONTENT, SIZE, 0, cut(BODY)[0])
    sealed = (place(tmp_path) / "0").read_bytes()
    (place(tmp_path) / "1.0123456789abcdef.part").write_bytes(sealed[:100])
    assert store.missing(CONTENT, SIZE) == (1, 2)


def test_pieces_of_another_file_are_never_taken_for_this_one(store: ScanStore) -> None:
    other = noise(SIZE, seed=2)
    for number, piece in enumerate(cut(other)):
        store.put(CONTENT, SIZE, number, piece)
    assert not store.verify(CONTENT, SIZE)
    assert store.missing(CONTENT, SIZE) == (0, 1, 2)


def test_a_piece_has_its_length(store: ScanStore) -> None:
    for number, piece in ((0, b"short"), (3, b"x"), (-1, b"x"), (2, BODY[:PIECE_BYTES])):
        with pytest.raises(ValueError, match="length"):
            store.put(CONTENT, SIZE, number, piece)


def test_the_last_of_the_disk_is_left_to_the_journal(tmp_path: Path) -> None:
    store = ScanStore(tmp_path / "scans", KEY, reserve=2**60)
    with pytest.raises(EnvironmentFailure) as failed:
        store.put_file(CONTENT, BODY)
    assert failed.value.code == "disk_full"
    assert store.missing(CONTENT, SIZE) == (0, 1, 2)


def test_a_file_that_no_fact_names_is_swept_away_after_a_day(store: ScanStore, tmp_path: Path) -> None:
    store.put_file(CONTENT, BODY)
    begun = datetime.fromtimestamp(place(tmp_path).stat().st_mtime, HO_CHI_MINH)
    assert store.sweep(frozenset, begun + timedelta(hours=23)) == 0
    assert store.sweep(lambda: {CONTENT}, begun + timedelta(hours=25)) == 0
    assert store.file(CONTENT, SIZE) == BODY
    assert store.sweep(frozenset, begun + timedelta(hours=25)) == 1
    assert store.file(CONTENT, SIZE) is None


def test_a_file_that_is_chosen_again_is_young_again(store: ScanStore, tmp_path: Path) -> None:
    store.put_file(CONTENT, BODY)
    os.utime(place(tmp_path), (0, 0))
    store.put_file(CONTENT, BODY)
    now = datetime.fromtimestamp(place(tmp_path).stat().st_mtime, HO_CHI_MINH)
    assert store.sweep(frozenset, now + timedelta(hours=1)) == 0


def test_what_was_not_finished_is_swept_away_from_a_file_that_stays(store: ScanStore, tmp_path: Path) -> None:
    store.put_file(CONTENT, BODY)
    left = place(tmp_path) / "1.0123456789abcdef.part"
    left.write_bytes(b"half")
    for path in (left, place(tmp_path)):
        os.utime(path, (0, 0))
    now = datetime(2026, 11, 23, 8, 0, tzinfo=HO_CHI_MINH)
    assert store.sweep(lambda: {CONTENT}, now) == 0
    assert not left.exists()
    assert store.file(CONTENT, SIZE) == BODY


def test_the_key_is_made_once_and_never_anew_beside_scans(tmp_path: Path) -> None:
    key = scans_key(tmp_path)
    assert scans_key(tmp_path) == key
    assert (tmp_path / "journal.key").stat().st_mode & 0o777 == 0o600
    assert key.hex() != (tmp_path / "journal.key").read_text(encoding="ascii")
    open_scans(tmp_path, "phuong-mau", reserve=0).put_file(CONTENT, BODY)
    (tmp_path / "journal.key").unlink()
    with pytest.raises(EnvironmentFailure) as failed:
        scans_key(tmp_path)
    assert failed.value.code == "key_missing"


@pytest.mark.parametrize("office", ["", ".", "..", "a/b", "../b"])
def test_no_office_reaches_into_another_folder(tmp_path: Path, office: str) -> None:
    with pytest.raises(ValueError, match="folder"):
        open_scans(tmp_path, office)
