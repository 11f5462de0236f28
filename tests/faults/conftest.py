"""Folders, disks and devices on which things go wrong."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from shared.journal.opening import open_device

Folders = Callable[[int], Sequence[Path]]


@pytest.fixture
def fresh_folders(tmp_path: Path) -> Folders:
    """Makes folders in which no device was ever started."""
    return lambda count: [tmp_path / f"fresh-{number}" for number in range(count)]


@pytest.fixture
def device_folders(tmp_path: Path) -> Folders:
    """Makes folders of devices that were started once and have written nothing yet."""
    first = tmp_path / "device-0"
    engine, lock = open_device(first)
    engine.dispose()
    lock.close()

    def copies(count: int) -> Sequence[Path]:
        folders = [tmp_path / f"device-{number}" for number in range(1, count + 1)]
        for folder in folders:
            shutil.copytree(first, folder)
        return folders

    return copies


class SmallDisk:
    """A file system of its own, of `size` bytes, that can be filled, and mounted so that nobody can write."""

    def __init__(self, folder: Path, size: int) -> None:
        self.folder = folder
        self.size = size
        self._ballast = folder / "ballast"

    def mount(self) -> None:
        _do("mount", "-t", "tmpfs", "-o", f"size={self.size}", "tmpfs", str(self.folder))

    def unmount(self) -> None:
        _do("umount", str(self.folder))

    def fill(self, leave: int) -> None:
        """Takes everything but about `leave` bytes."""
        free = shutil.disk_usage(self.folder).free
        self._ballast.write_bytes(b"\0" * max(0, free - leave))

    def free(self) -> None:
        """Gives it back."""
        self._ballast.unlink()

    def write_protect(self) -> None:
        _do("mount", "-o", "remount,ro", str(self.folder))

    def allow_writing(self) -> None:
        _do("mount", "-o", "remount,rw", str(self.folder))

    @contextmanager
    def write_protected_file(self, path: Path) -> Iterator[None]:
        """Lets nobody write `path`, not even root, whom its mode would not stop."""
        _do("mount", "--bind", str(path), str(path))
        try:
            _do("mount", "-o", "remount,bind,ro", str(path))
            yield
        finally:
            _do("umount", str(path))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[SmallDisk]:
    """Two megabytes of disk."""
    folder = tmp_path / "disk"
    folder.mkdir()
    disk = SmallDisk(folder, 2 * 1024 * 1024)
    try:
        disk.mount()
    except PermissionError:
        pytest.skip("mounting a file system needs root")
    yield disk
    disk.unmount()


def _do(*command: str) -> None:
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    if done.returncode != 0:
        raise PermissionError(done.stdout.decode())
