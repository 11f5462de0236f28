"""Notes events of other devices whose actor's role does not include what they did (vượt quyền).

They have happened, so they are kept and folded like every event; but somebody should look at them. The staff list is
the one that the server has when they arrive.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import insert, select

from shared.domain.authority import oversteps
from shared.domain.office import Office
from shared.journal import tables
from shared.journal.event import Event, read_event
from shared.journal.journal import Reader, Writer
from shared.journal.read_model import milliseconds


@dataclass(frozen=True, slots=True)
class Overstep:
    """An event written beyond a role (sự việc vượt quyền)."""

    device: str
    kind: str
    act: str
    actor: str
    written_at: datetime
    noticed_at: datetime


def note_oversteps(writer: Writer, office: Office, events: Sequence[Event]) -> None:
    """Notes those of `events`, which have just been taken in, that went beyond their actor's role."""
    found = [
        {
            "office": event.office,
            "device": event.device,
            "epoch": event.epoch,
            "seq": event.seq,
            "act": act,
            "actor": event.actor,
            "noticed_at": milliseconds(writer.now),
        }
        for event in events
        if (act := oversteps(office, event.actor, event.kind)) is not None
    ]
    if found:
        writer.connection.execute(insert(tables.overstep), found)


def noted_oversteps(reader: Reader, limit: int = 1000) -> tuple[Overstep, ...]:
    """The oversteps noted in the reader's office, the latest first."""
    table, event = tables.overstep, tables.event
    here = (event.c.office == table.c.office) & (event.c.device == table.c.device)
    here &= (event.c.epoch == table.c.epoch) & (event.c.seq == table.c.seq)
    query = (
        select(table.c.act, table.c.noticed_at, event.c.body)
        .join(event, here)
        .where(table.c.office == reader.office)
        .order_by(table.c.noticed_at.desc(), table.c.device, table.c.seq.desc())
        .limit(limit)
    )
    return tuple(
        _overstep(str(act), int(noticed_at), read_event(bytes(body)))
        for act, noticed_at, body in reader.connection.execute(query)
    )


def _overstep(act: str, noticed_at: int, event: Event) -> Overstep:
    noticed = datetime.fromtimestamp(noticed_at / 1000, UTC)
    return Overstep(event.device, event.kind, act, event.actor, event.time, noticed)
