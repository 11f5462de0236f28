"""How a pushed stretch of a log is judged: what is new, what was here, what cannot be. Values in, values out.

The receiver's high-water mark is the truth. Duplicates are recognised for ever, a gap is refused with the mark, and the
same place with another hash is a fork: that log stops, and both branches are kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from shared.journal.event import GENESIS, Event, read_event
from shared.journal.journal import PersonalRecord
from shared.replication.messages import Push, PushAnswer, PushOutcome, Quarantined

_NO_BOUND = 2**62


@dataclass(frozen=True, slots=True)
class LogHead:
    """What the receiver has of a log. `hashes`: its own by seq, for every place the push names and the one before."""

    seq: int = 0
    hash: str = GENESIS
    forked: bool = False
    hashes: Mapping[int, str] = field(default_factory=dict)

    def hash_at(self, seq: int) -> str | None:
        """The hash of the receiver's event at `seq`; `GENESIS` before the first, None where it has none."""
        return GENESIS if seq == 0 else self.hashes.get(seq)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of a push (phán quyết). `accepted`: events to append, in order; `branch`: a fork's other branch.

    `personal`: the records that the accepted or known events name.
    """

    outcome: PushOutcome
    agrees: bool
    accepted: tuple[Event, ...] = ()
    branch: tuple[Event, ...] = ()
    personal: tuple[PersonalRecord, ...] = ()
    quarantined: tuple[Quarantined, ...] = ()


def judge(head: LogHead, push: Push, furthest: int = _NO_BOUND) -> Verdict:
    """What becomes of `push` on a log that the receiver has up to `head`.

    `furthest`: an event that claims a later place in the order is refused. Everybody writes after what he has heard of,
    so that one such event would leave nobody in the office a place to write at.
    """
    if push.first_seq > head.seq + 1 and not head.forked:
        return Verdict("gap", agrees=False)
    agrees = head.hash_at(push.first_seq - 1) == push.previous
    if not push.bodies:
        return Verdict("fork" if head.forked else "taken", agrees)
    events, quarantined = _readable(push, furthest)
    other = [event for event in events if head.hashes.get(event.seq) not in (None, event.hash)]
    if head.forked or not agrees or other:
        unknown = (event for event in events if head.hashes.get(event.seq) != event.hash)
        return Verdict("fork", agrees, branch=tuple(unknown), quarantined=quarantined)
    named = {event.personal for event in events}
    return Verdict(
        "taken",
        agrees,
        accepted=tuple(event for event in events if event.seq > head.seq),
        personal=tuple(record for record in push.personal if record.hash in named),
        quarantined=quarantined,
    )


def answer_of(verdict: Verdict, head: LogHead, push: Push) -> PushAnswer:
    """What the pusher is told once `verdict` has been committed on `head`."""
    last = verdict.accepted[-1] if verdict.accepted else None
    return PushAnswer(
        outcome=verdict.outcome,
        device=push.device,
        epoch=push.epoch,
        durable_through=last.seq if last else head.seq,
        head=last.hash if last else head.hash,
        agrees=verdict.agrees,
        quarantined=verdict.quarantined,
    )


def _readable(push: Push, furthest: int) -> tuple[list[Event], tuple[Quarantined, ...]]:
    """The events of `push` up to the first that is none or does not belong there; that one is quarantined."""
    events: list[Event] = []
    previous = push.previous
    for seq, body in enumerate(push.bodies, start=push.first_seq):
        try:
            event = read_event(body)
        except ValueError:
            return events, (Quarantined(seq, "not_an_event"),)
        if (event.office, event.device, event.epoch, event.seq) != (push.office, push.device, push.epoch, seq):
            return events, (Quarantined(seq, "not_of_this_log"),)
        if event.previous != previous:
            return events, (Quarantined(seq, "chain_broken"),)
        if event.lamport > furthest:
            return events, (Quarantined(seq, "order_unbelievable"),)
        events.append(event)
        previous = event.hash
    return events, ()
