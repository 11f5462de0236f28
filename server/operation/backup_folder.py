"""The folder of backups: what lies in it, which are kept, and what is known of the last one.

A backup is a copy of the encrypted database under the same key. The key never lies beside it: on a disk that is stolen
with the folder, or in a cloud that the folder is copied to, a backup is noise. The key is kept on paper
(`motcua-server backup-key`).
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from shared.clock import business_date, local
from shared.durable_names import make_names_durable
from shared.failures import Failure, Sentence

UNFINISHED = ".backup-"
"""How the names of what is not finished begin; whoever finds one under the lock takes it away."""

_NAME = re.compile(r"motcua-(\d{8}-\d{6})\.db")
_STATE = "state.json"


@dataclass(frozen=True, slots=True)
class GoodBackup:
    """A backup that was read back and checked (bản sao lưu tốt). `whole`: every chain and fold too, not only its pages.

    `last_whole`: when that was done last.
    """

    file: str
    at: str
    events: int
    size: int
    whole: bool
    last_whole: str


@dataclass(frozen=True, slots=True)
class BackupState:
    """What is known of the backups: the last good one, and why the last try failed, if it did."""

    good: GoodBackup | None = None
    tried_at: str = ""
    failed: str = ""
    vi: str = ""
    en: str = ""

    def seconds_since_good(self, now: datetime) -> float | None:
        """How old the last good one is; None when there was none yet, or when the clock was set back since then."""
        if self.good is None:
            return None
        age = (now - datetime.fromisoformat(self.good.at)).total_seconds()
        return age if age >= 0 else None

    def went_wrong(self, now: datetime, failure: Failure) -> BackupState:
        """The state after a try that failed: the last good one stays."""
        said: Sentence = failure.sentence
        return BackupState(self.good, _iso(now), failure.code, said.vi, said.en)


def went_well(now: datetime, good: GoodBackup) -> BackupState:
    """The state after a backup that is good."""
    return BackupState(good, _iso(now))


def read_state(folder: Path) -> BackupState:
    """What the folder's own note says; an empty state when there is none or it cannot be read."""
    try:
        said = json.loads((folder / _STATE).read_text(encoding="utf-8"))
        good = GoodBackup(**said["good"]) if said["good"] else None
        return BackupState(good, said["tried_at"], said["failed"], said["vi"], said["en"])
    except (OSError, ValueError, TypeError, KeyError):
        return BackupState()


def write_state(folder: Path, state: BackupState) -> None:
    """Writes the note: the old one or the new one is there, never a half. OSError."""
    draft = folder / f"{UNFINISHED}state"
    draft.write_text(json.dumps(asdict(state), ensure_ascii=False, indent=1), encoding="utf-8")
    draft.replace(folder / _STATE)
    make_names_durable(folder)


def name_at(now: datetime) -> str:
    """The name of a backup made `now`, by the clocks of Viet Nam."""
    return f"motcua-{local(now):%Y%m%d-%H%M%S}.db"


def backups_in(folder: Path) -> list[str]:
    """The names of the backups in `folder`, the oldest first."""
    return sorted(entry.name for entry in os.scandir(folder) if _NAME.fullmatch(entry.name))


def to_remove(names: Iterable[str], keep: int, days: int) -> list[str]:
    """Those of `names` that go: neither among the newest `keep` nor the last one of one of the newest `days`."""
    newest_first = sorted(names, reverse=True)
    last_of_day: dict[str, str] = {}
    for name in newest_first:
        last_of_day.setdefault(name[:15], name)
    kept = {*newest_first[: max(keep, 1)], *list(last_of_day.values())[:days]}
    return [name for name in newest_first if name not in kept]


def is_of_today(instant: str, now: datetime) -> bool:
    """Whether an instant of a state is of the business date of `now`."""
    return bool(instant) and business_date(datetime.fromisoformat(instant)) == business_date(now)


def _iso(now: datetime) -> str:
    return now.astimezone(UTC).isoformat(timespec="seconds")
