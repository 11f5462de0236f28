"""Copies the sealed pieces of scans beside the backups. They never change: what is there is not copied again.

A copy has its name only once it is on the disk: what a power cut leaves behind is never taken for a piece.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from shared.durable_names import make_names_durable

_UNFINISHED = ".part"


def mirror_scans(source: Path, target: Path) -> int:
    """Brings every piece below `source` to the same place below `target`; answers how many were new. OSError.

    What is being written at this moment (".part") comes with the next round.
    """
    copied = 0
    for folder, names in _folders(source):
        there = target / folder.relative_to(source)
        missing = [name for name in names if not _is_there(folder / name, there / name)]
        if not missing:
            continue
        there.mkdir(parents=True, exist_ok=True, mode=0o700)
        for name in missing:
            _copy(folder / name, there / name)
        for each in (there, *there.parents):
            make_names_durable(each)
            if each == target.parent:
                break
        copied += len(missing)
    return copied


def _copy(piece: Path, copy: Path) -> None:
    draft = copy.with_name(f"{copy.name}{_UNFINISHED}")
    shutil.copyfile(piece, draft)
    with draft.open("rb+") as file:
        os.fsync(file.fileno())
    draft.replace(copy)


def _folders(source: Path) -> Iterator[tuple[Path, list[str]]]:
    for folder, _, names in os.walk(source):
        yield Path(folder), [name for name in sorted(names) if not name.endswith(_UNFINISHED)]


def _is_there(piece: Path, copy: Path) -> bool:
    return copy.is_file() and copy.stat().st_size == piece.stat().st_size
