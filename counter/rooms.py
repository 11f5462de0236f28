"""The views of the rooms, each made when somebody first goes there: a start waits for none of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from counter.language import Language
from counter.look import Look
from counter.parts.view import RoomView
from counter.presenters import Presenters
from counter.session import Room

MakeView = Callable[[Presenters, Language, Look], RoomView]


class Rooms:
    """The rooms that have been entered so far."""

    def __init__(self, presenters: Presenters, language: Language) -> None:
        self._presenters, self._language = presenters, language
        self._made: dict[Room, RoomView] = {}

    def view(self, room: Room, look: Look) -> RoomView:
        """The view of `room`; a new one takes `look`."""
        if room not in self._made:
            self._made[room] = _MAKE[room](self._presenters, self._language, look)
        return self._made[room]

    def made(self) -> tuple[RoomView, ...]:
        """The views that there are."""
        return tuple(self._made.values())


# Each imports its room when it is first entered.


def _reception(presenters: Presenters, language: Language, look: Look) -> RoomView:
    from counter.reception.view import ReceptionView

    return ReceptionView(presenters.reception, presenters.desk, presenters.reception_scans, language, look)


def _handover(presenters: Presenters, language: Language, _: Look) -> RoomView:
    from counter.consign.waiting_band import WaitingBand
    from counter.handover.view import HandoverView

    return HandoverView(presenters.handover, language, WaitingBand(presenters.waiting, language))


def _deciding(presenters: Presenters, language: Language, _: Look) -> RoomView:
    from counter.handover.deciding import DecidingView

    return DecidingView(presenters.deciding, language)


def _results(presenters: Presenters, language: Language, _: Look) -> RoomView:
    from counter.results.view import ResultsView

    return ResultsView(presenters.results, language)


def _deadlines(presenters: Presenters, language: Language, look: Look) -> RoomView:
    from counter.deadlines.view import DeadlinesView

    return DeadlinesView(presenters.deadlines, language, look)


def _dossiers(presenters: Presenters, language: Language, look: Look) -> RoomView:
    from counter.dossiers.view import DossiersView

    return DossiersView(presenters.dossiers, presenters.steps, presenters.attachments, language, look)


def _cash(presenters: Presenters, language: Language, look: Look) -> RoomView:
    from counter.cash.view import CashView

    return CashView(presenters.cash, language, look)


def _lead(presenters: Presenters, language: Language, look: Look) -> RoomView:
    from counter.lead.view import LeadView

    return LeadView(presenters.lead, language, look)


def _calendar(presenters: Presenters, language: Language, look: Look) -> RoomView:
    from counter.calendar.view import CalendarView

    return CalendarView(presenters.calendar, language, look)


def _custody(presenters: Presenters, language: Language, look: Look) -> RoomView:
    from counter.custody.view import CustodyView

    return CustodyView(presenters.custody, language, look)


def _consign(presenters: Presenters, language: Language, look: Look) -> RoomView:
    from counter.consign.view import ConsignView

    return ConsignView(presenters.consign, presenters.post_day, language, look)


def _delivery(presenters: Presenters, language: Language, look: Look) -> RoomView:
    from counter.delivery.view import DeliveryView

    return DeliveryView(presenters.delivery, language, look)


_MAKE: Mapping[Room, MakeView] = {
    "reception": _reception,
    "handover": _handover,
    "deciding": _deciding,
    "results": _results,
    "deadlines": _deadlines,
    "dossiers": _dossiers,
    "cash": _cash,
    "lead": _lead,
    "calendar": _calendar,
    "custody": _custody,
    "consign": _consign,
    "delivery": _delivery,
}
