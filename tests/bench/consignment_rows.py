"""A list of 300 consignment notes that the office signs for: each is entered as a dossier, its fee a payment.

Measured from the command to the end of its COMMIT, all in one transaction, beside the bare INSERTs of as many events.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from shared.actions import hand_over
from shared.actions.carry_fees import carrying
from shared.actions.deliver import passing
from shared.actions.enter_consignments import entering
from shared.actions.make_consignment import Consigning, make_consignment
from shared.actions.note_to_dossier import Entering
from shared.domain.dossier import ONE_STOP
from shared.domain.handover import Handover
from shared.domain.payment import Receipt
from shared.domain.procedure import Procedure
from tests.bench.figures import Aim, Rounds, Row, in_milliseconds, in_turn, seconds_of, without_old_garbage
from tests.bench.handover_rows import floor_of
from tests.bench.prepared_office import Machine, machine
from tests.bench.receive_dossier_row import reception_of

_SIGN_MILLISECONDS = 300.0
_POST, _EMPLOYEE, _OFFICER = "buu-dien-mau", "staff-9", "staff-1"
_ROUNDS = Rounds(6, 1)
_EVENTS_OF_A_NOTE = 4
"""It is taken; a dossier is received; its fee is a payment; the note is entered."""


@dataclass(frozen=True, slots=True)
class Size:
    """`notes` on each list; `rounds` of lists."""

    notes: int = 300
    rounds: Rounds = _ROUNDS


def measure(folder: Path, size: Size = Size()) -> Row:
    """The row. Within a day a machine has codes for 999 dossiers, so that each list is brought on a day of its own."""
    with machine(folder, "counter", 900) as counter, without_old_garbage():
        numbers, cursors = itertools.count(1), itertools.count(1)

        def signed() -> float:
            counter.clock.advance(timedelta(days=1))
            offered = _brought(counter, size.notes, numbers)
            return seconds_of(lambda: _accepted(counter, offered))

        took, bare = in_turn(
            signed, lambda: floor_of(counter, size.notes * _EVENTS_OF_A_NOTE + 1, cursors), size.rounds
        )
    measured = in_milliseconds(took)
    return Row(
        name=f"the office signs for {size.notes} notes of the post",
        what="command to COMMIT, dossiers and payments included",
        measured=measured,
        floor=in_milliseconds(bare),
        floor_is=f"{size.notes * _EVENTS_OF_A_NOTE + 1} bare INSERTs in one transaction and COMMIT through SQLCipher",
        aim=Aim(f"<= {_SIGN_MILLISECONDS:g} ms", measured.median <= _SIGN_MILLISECONDS),
        details={"longest": f"{max(measured.samples):.0f} ms"},
    )


def _brought(counter: Machine, notes: int, numbers: itertools.count[int]) -> Handover:
    """So many notes, made at the post and on a list that waits for the office."""
    procedures = [each for each in counter.office.procedures if each.time_limit is not None and each.documents]
    made = [_note(counter, procedures[place % len(procedures)], next(numbers)) for place in range(notes)]
    return hand_over.offer(
        counter.journal,
        counter.node,
        giver=_POST,
        receiver=ONE_STOP,
        papers=tuple(("consignment", each) for each in made),
        officer=_EMPLOYEE,
        office=counter.office,
    )


def _note(counter: Machine, procedure: Procedure, number: int) -> str:
    like = reception_of(procedure, "")
    receipt = Receipt("BL-26", f"{number:07d}")
    entered = Consigning(procedure.code, like.documents, 1, "one_stop", like.applicant, fee_vnd=8_000, receipt=receipt)
    made = make_consignment(counter.journal, counter.office, counter.node, entered, post=_POST, officer=_EMPLOYEE)
    return made.id


def _accepted(counter: Machine, offered: Handover) -> None:
    """The same that a counter does when its officer signs."""
    at = Entering(counter.journal, counter.node, counter.office, counter.office.counters[0].id)
    then = hand_over.together(entering(at, _OFFICER), passing(counter.office, _OFFICER), carrying(_OFFICER))
    count = hand_over.Count(counted_vnd=sum(each.amount_vnd for each in offered.fees))
    hand_over.accept(counter.journal, offered.id, unit=ONE_STOP, officer=_OFFICER, count=count, then=then)
