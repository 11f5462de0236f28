"""How a device sends its log: how much at a time, how long to wait after a failure, and which answer to believe.

Values in, values out. The sender believes an answer only if the hash it names is that of the sender's own event there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from shared.journal.journal import PersonalRecord
from shared.replication.messages import Push, PushAnswer

LARGEST_BATCH = 500
LARGEST_BYTES = 512 * 1024
_FIRST_WAIT_SECONDS = 0.5
_LONGEST_WAIT_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Pace:
    """How many events go into one batch, and how many attempts have failed in a row (nhịp gửi)."""

    size: int = 64
    failures: int = 0

    def after_success(self) -> Pace:
        """A larger batch next time."""
        return Pace(min(LARGEST_BATCH, self.size * 2))

    def after_failure(self) -> Pace:
        """A smaller batch next time, and a longer wait before it."""
        return Pace(max(1, self.size // 2), self.failures + 1)

    def wait_seconds(self, chance: float) -> float:
        """How long to wait before the next attempt; `chance` in [0, 1) spreads devices that failed together."""
        if self.failures == 0:
            return 0.0
        longest = min(_LONGEST_WAIT_SECONDS, _FIRST_WAIT_SECONDS * 2.0 ** min(self.failures - 1, 16))
        return longest * (0.5 + chance / 2)


@dataclass(frozen=True, slots=True)
class LogPlace:
    """A place in the sender's own log: the hash of its event at `seq` (`GENESIS` at 0)."""

    seq: int
    hash: str


@dataclass(frozen=True, slots=True)
class OwnLog:
    """The log that is sent (sổ của máy này)."""

    office: str
    device: str
    epoch: int


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One event of the log that is sent, with the personal record it names, if it is here."""

    body: bytes
    personal: PersonalRecord | None


def build_push(log: OwnLog, after: LogPlace, entries: Sequence[LogEntry], pace: Pace) -> Push:
    """The push of as many of `entries` (the events after `after`) as `pace` and `LARGEST_BYTES` allow, at least one."""
    chosen: list[LogEntry] = []
    total = 0
    for entry in entries[: pace.size]:
        total += len(entry.body) + (len(entry.personal.body) if entry.personal else 0)
        if chosen and total > LARGEST_BYTES:
            break
        chosen.append(entry)
    return Push(
        office=log.office,
        device=log.device,
        epoch=log.epoch,
        first_seq=after.seq + 1,
        previous=after.hash,
        bodies=tuple(entry.body for entry in chosen),
        personal=tuple(entry.personal for entry in chosen if entry.personal),
    )


def question(log: OwnLog, place: LogPlace) -> Push:
    """The question whether the receiver has the same event at `place`, and how far it has this log."""
    return Push(log.office, log.device, log.epoch, place.seq + 1, place.hash)


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What an answer means (xác nhận).

    "durable": the receiver has the log up to `through` exactly as it is here. "diverged": it has another log under this
    name (a restored or cloned database, or a fork it has stopped), and this device must begin a new epoch.
    "unbelievable": the answer is about another log.
    """

    meaning: Literal["durable", "diverged", "unbelievable"]
    through: int = 0


def confirm(log: OwnLog, own_head: LogPlace, own_hash: str | None, answer: PushAnswer) -> Confirmation:
    """How far `answer` says that the receiver durably has `log`.

    `own_head` is the end of the log here; `own_hash` is the hash of the event here at `answer.durable_through`, None
    when there is none.
    """
    if (answer.device, answer.epoch) != (log.device, log.epoch):
        return Confirmation("unbelievable")
    if answer.outcome == "fork" or answer.durable_through > own_head.seq or own_hash != answer.head:
        return Confirmation("diverged")
    return Confirmation("durable", answer.durable_through)


@dataclass(frozen=True, slots=True)
class Search:
    """The search for the last event that both sides have in common, by halves.

    `agreed`: a place where they agree; `disputed`: a later one where they do not, or that one of them has not.
    """

    agreed: int
    disputed: int

    @property
    def probe(self) -> int | None:
        """Which place to ask about next; None when `agreed` is the last one in common."""
        return None if self.agreed + 1 >= self.disputed else (self.agreed + self.disputed) // 2

    def learned(self, probe: int, agrees: bool) -> Search:  # noqa: FBT001  # what the receiver said, not a switch
        """The search after the receiver has said whether it agrees at `probe`."""
        return Search(probe, self.disputed) if agrees else Search(self.agreed, probe)
