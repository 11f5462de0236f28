"""kill -9 in the middle of keeping a file: what was said to be durable is there, nothing half is believed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from shared.scans.scan_store import ScanStore
from tests.scans.writing_program import KEY, PIECES

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("after", [2, 5])
def test_killed_while_writing_a_store_believes_whole_files_only(tmp_path: Path, after: int) -> None:
    command = [sys.executable, "-m", "tests.scans.writing_program", str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        said = [program.stdout.readline().split() for _ in range(2 * after + 1)]
        begun = tmp_path / said[-1][1][:2] / said[-1][1]
        while not (begun / "0").exists() and program.poll() is None:
            pass
        program.kill()
        said += [line.split() for line in program.stdout.read().splitlines()]
    store = ScanStore(tmp_path, KEY, reserve=0)
    durable = {content: int(size) for what, content, size in said if what == "durable"}
    assert len(durable) >= after
    for content, size in durable.items():
        assert store.is_whole(content, size)
        assert store.file(content, size) is not None
    for _, content, size in said:
        if content not in durable:
            missing = store.missing(content, int(size))
            here = [number for number in range(PIECES) if number not in missing]
            assert all(store.read(content, int(size), number) is not None for number in here)
            assert not store.is_whole(content, int(size)) or store.file(content, int(size)) is not None
