"""Numbering indexes of devices: unique in their office, given by the central server and never twice.

Those of kiosks' tickets are in two parts, so that a kiosk gets short numbers whether or not one is in reserve.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, insert, select

from shared.journal import tables
from shared.replication.reserve_messages import Reserved

_DEVICE, _RESERVED = tables.device, tables.reserved_index
_KIOSKS_IN_RESERVE = 11
"""The first index of the tickets of kiosks in reserve: they count from 5001 on."""
LEAP = 20
KIOSK_LEAP = 2
"""So many may have been given out between a backup and the loss of its original; the next ones lie behind them."""


@dataclass(frozen=True, slots=True)
class GivenOut:
    """The highest indexes that are given out in an office (số đã cấp): of devices, of kiosks, of kiosks in reserve."""

    index: int
    kiosk_index: int
    reserved_kiosk_index: int

    @property
    def next_kiosk_index(self) -> int:
        """For a kiosk that is let in by the central server."""
        following = self.kiosk_index + 1
        return following if following < _KIOSKS_IN_RESERVE else self.next_reserved_kiosk_index

    @property
    def next_reserved_kiosk_index(self) -> int:
        """For a kiosk that an office server may let in."""
        return max(self.reserved_kiosk_index + 1, _KIOSKS_IN_RESERVE)


def given_out(connection: Connection, office: str) -> GivenOut:
    """What is given out in `office`."""
    rows = [
        (index, kiosk_index or 0)
        for table in (_DEVICE, _RESERVED)
        for index, kiosk_index in connection.execute(
            select(table.c.index, table.c.kiosk_index).where(table.c.office == office)
        )
    ]
    kiosks = [kiosk_index for _, kiosk_index in rows]
    return GivenOut(
        max((index for index, _ in rows), default=0),
        max((each for each in kiosks if each < _KIOSKS_IN_RESERVE), default=0),
        max((each for each in kiosks if each >= _KIOSKS_IN_RESERVE), default=0),
    )


def next_index(connection: Connection, office: str, kind: str) -> Reserved:
    """The index for a device of `kind` that the central server lets in: behind all that were ever given out."""
    given = given_out(connection, office)
    return Reserved(given.index + 1, given.next_kiosk_index if kind == "kiosk" else None)


def leap_after_restore(connection: Connection) -> None:
    """What was given out after the backup is known to nobody here: in every office some indexes are left out."""
    for office in connection.execute(select(tables.reference.c.office)).scalars().all():
        given = given_out(connection, office)
        left_out = (
            min(given.kiosk_index + KIOSK_LEAP, _KIOSKS_IN_RESERVE - 1),
            given.next_reserved_kiosk_index - 1 + KIOSK_LEAP,
        )
        rows = [
            {"office": office, "index": given.index + number, "kiosk_index": last}
            for number, last in zip((LEAP - 1, LEAP), left_out, strict=True)
        ]
        connection.execute(insert(_RESERVED).values(server="", epoch=0), rows)
