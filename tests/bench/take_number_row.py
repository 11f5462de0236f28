"""Take a number: from the command to the end of its COMMIT, beside the bare INSERT and COMMIT of the same row."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from pathlib import Path

from shared.actions.call_next import ClaimRule, Press, call_offline
from shared.actions.service_times import ServiceTimes
from shared.actions.take_number import NumberRequest, take_number
from shared.domain import ticket
from shared.journal.read_model import TICKETS
from tests.bench.bare_database import row_of
from tests.bench.figures import Rounds, Row, at_most, in_milliseconds, in_turn, seconds_of, without_old_garbage
from tests.bench.prepared_office import Machine, machine

FLOOR = "one INSERT + COMMIT of the same event row, straight through SQLCipher, same pragmas, same table"
_EVERY_LINE = ("A", "B", "C", "D", "E", "F")
_ROUNDS = Rounds(300, 20)


@dataclass(frozen=True, slots=True)
class Size:
    """`events`: what the machine knows of the morning already."""

    rounds: Rounds = _ROUNDS
    events: int = 900


def measure(folder: Path, size: Size = Size()) -> Row:
    """The row."""
    with machine(folder, "kiosk", size.events) as kiosk, without_old_garbage():
        lines = itertools.cycle(line.letter for line in kiosk.office.lines)
        cursors = itertools.count(1)

        times = ServiceTimes()

        def ours() -> float:
            _somebody_leaves(kiosk)
            request = NumberRequest(kiosk.journal.identities.subject(), next(lines))
            return seconds_of(lambda: take_number(kiosk.journal, kiosk.office, kiosk.node, request, times))

        def floor() -> float:
            row = row_of(kiosk.last_event(), next(cursors))
            return seconds_of(lambda: kiosk.bare.insert(row))

        measured, bare = map(in_milliseconds, in_turn(ours, floor, size.rounds))
    return Row(
        name="take a number",
        what="command to COMMIT",
        measured=measured,
        floor=bare,
        floor_is=FLOOR,
        aim=at_most(5, measured, bare),
        details={"events on the machine before": size.events, "numbers taken": size.rounds.measured},
    )


def _somebody_leaves(kiosk: Machine) -> None:
    """Calls and finishes one ticket, so that the line stays as long as it is."""
    counter = kiosk.office.counters[0].id
    press = Press(kiosk.journal.identities.subject(), counter, "desk", "officer-1", _EVERY_LINE)
    called = call_offline(kiosk.journal, ClaimRule(kiosk.office.priority_bound), press)
    if called is not None:
        with kiosk.journal.writing() as writer:
            writer.append("officer-1", ticket.decide(writer.state(TICKETS, called.id), ticket.Finish(counter)))
