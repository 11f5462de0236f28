"""The folder of a spool: one file for a slip, whose ending says how far it is, moved on by renaming.

waiting -> printing -> printed, failed (nothing came out) or unsure (a part may have come out).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal, get_args

from shared.devices.durable_file import UNFINISHED, write_whole_if_new
from shared.devices.spooled_slip import SpooledSlip, file_key, head_from_line, to_bytes
from shared.durable_names import make_names_durable

SlipState = Literal["waiting", "printing", "printed", "failed", "unsure"]
"""How far a slip is (trạng thái phiếu)."""

STATES: tuple[SlipState, ...] = get_args(SlipState)
KEPT = timedelta(days=1)


class SpoolFolder:
    """Slips on the disk. Everything raises OSError when the disk will not."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, slip: SpooledSlip, pdf: bytes) -> bool:
        """Puts a new slip there, waiting and durable; False when its job is there already, in any state."""
        self._folder.mkdir(parents=True, exist_ok=True)
        if self.state_of(slip.job_id) is not None:
            return False
        return write_whole_if_new(self._path(slip.job_id, "waiting"), to_bytes(slip, pdf))

    def state_of(self, job_id: str) -> SlipState | None:
        """How far the slip is, or None when there is none."""
        return next((state for state in STATES if self._path(job_id, state).exists()), None)

    def move(self, job_id: str, before: SlipState, after: SlipState) -> None:
        """Moves the slip on, at once and durably."""
        self._path(job_id, before).replace(self._path(job_id, after))
        make_names_durable(self._folder)

    def pdf_of(self, job_id: str, state: SlipState) -> bytes:
        """The PDF of a slip in `state`. FileNotFoundError when it is not there."""
        return self._path(job_id, state).read_bytes().partition(b"\n")[2]

    def slips(self, state: SlipState) -> tuple[SpooledSlip, ...]:
        """The slips in `state`, oldest first; damaged files are left out."""
        found = (self._read_head(path) for path in self._folder.glob(f"*.{state}"))
        return tuple(sorted((slip for slip in found if slip), key=lambda slip: (slip.accepted_at, slip.job_id)))

    def sweep(self, now: datetime) -> None:
        """Removes what is more than a day away from `now`, damaged files and those that were never finished."""
        for path in self._files():
            slip = None if path.suffix == UNFINISHED else self._read_head(path)
            if slip is None or abs(now - slip.accepted_at) > KEPT:
                path.unlink(missing_ok=True)

    def _files(self) -> Iterator[Path]:
        yield from self._folder.glob(f"*{UNFINISHED}")
        for state in STATES:
            yield from self._folder.glob(f"*.{state}")

    def _path(self, job_id: str, state: SlipState) -> Path:
        return self._folder / f"{file_key(job_id)}.{state}"

    @staticmethod
    def _read_head(path: Path) -> SpooledSlip | None:
        with path.open("rb") as file:
            line = file.readline(4096)
        try:
            return head_from_line(line)
        except ValueError:
            return None
