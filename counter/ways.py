"""Ways from one room to another: a room asks for a dossier to be shown without knowing who shows it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Ways(QObject):
    """Where somebody wants to go (lối đi giữa các phòng).

    Signals: `dossier_wanted` with the id of a dossier whose page is to be shown, `room_wanted` with a room's name,
    `fee_wanted` with the code of a dossier whose fee is to be collected, `next_form_wanted` for the next of reception.
    """

    dossier_wanted = Signal(str)
    room_wanted = Signal(str)
    fee_wanted = Signal(str)
    next_form_wanted = Signal()
