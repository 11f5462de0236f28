"""The disk of the backups is full or read-only: a sentence, nothing half, and the older backups stay as they are."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from server.operation import backup_round
from server.operation.backup_folder import BackupState, backups_in, read_state
from server.operation.backup_round import make_backup
from server.setting_up import set_up
from server.settings import BackupSettings
from shared.clock import SetClock
from shared.failures import EnvironmentFailure
from shared.journal.opening import open_server
from tests.faults.conftest import SmallDisk
from tests.server.running import MORNING
from tests.staffed import staffed_ward


class Backups:
    """An office's data on a good disk, and its backups on a small one."""

    def __init__(self, data: Path, disk: SmallDisk) -> None:
        self.data, self.disk = data, disk
        self.clock = SetClock(MORNING)
        engine = open_server(None, data)
        set_up(engine, self.clock, staffed_ward())
        engine.dispose()

    def make(self) -> BackupState:
        self.clock.advance(timedelta(hours=1))
        return make_backup(self.data, BackupSettings(self.disk.folder, 0, 48, 0), self.clock.now())


@pytest.fixture
def backups(tmp_path: Path, small_disk: SmallDisk, monkeypatch: pytest.MonkeyPatch) -> Backups:
    """Backups whose disk fills up only after it had been looked at."""
    monkeypatch.setattr(backup_round, "ROOM_LEFT_BYTES", -small_disk.size)
    return Backups(tmp_path / "data", small_disk)


def left_half(backups: Backups) -> list[Path]:
    return list(backups.disk.folder.glob(".backup-*"))


def test_a_disk_that_fills_up_in_the_middle_keeps_the_backups_it_has(backups: Backups) -> None:
    good = backups.make().good
    assert good is not None
    for leave in (600_000, 300_000, 50_000):
        backups.disk.fill(leave)
        state = backups.make()
        assert (state.failed, state.good) == ("disk_full", good)
        assert "đầy" in state.vi
        assert (backups_in(backups.disk.folder), left_half(backups)) == ([good.file], [])
        backups.disk.free()
    again = backups.make()
    assert again.failed == ""
    assert len(backups_in(backups.disk.folder)) == 2


def test_without_room_even_for_a_note_it_is_said_all_the_same(backups: Backups) -> None:
    good = backups.make()
    backups.disk.fill(0)
    with pytest.raises(EnvironmentFailure, match="thư mục sao lưu"):
        backups.make()
    assert read_state(backups.disk.folder) == good
    backups.disk.free()
    assert backups.make().failed == ""
    assert left_half(backups) == []


def test_a_disk_that_may_not_be_written_is_said_in_words(backups: Backups) -> None:
    good = backups.make()
    backups.disk.write_protect()
    with pytest.raises(EnvironmentFailure) as told:
        backups.make()
    assert told.value.code == "disk_failed"
    assert read_state(backups.disk.folder) == good
    backups.disk.allow_writing()
    assert backups.make().failed == ""
