"""Ways from one room to another: a room asks for a dossier to be shown without knowing who shows it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Ways(QObject):
    """Where somebody wants to go (lối đi giữa các phòng).

    Signals: `dossier_wanted` with the id of a dossier whose page is to be shown, `room_wanted` with a room's name,
    `fee_wanted` with the code of a dossier whose fee is to be collected, `next_form_wanted` for the next of reception,
    `steps_wanted` with the id of a dossier on whose page the steps are to be shown, `note_scanned` with a code off
    the paper of a consignment note.
    """

    dossier_wanted = Signal(str)
    room_wanted = Signal(str)
    fee_wanted = Signal(str)
    next_form_wanted = Signal()
    steps_wanted = Signal(str)
    note_scanned = Signal(str)
