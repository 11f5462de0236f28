"""How the sample office is doing: a busy morning unless a scene chooses another one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from counter.lead.conflict_row import ConflictRow
from counter.lead.conflict_words import NAMED_CODES, conflict_row
from counter.ports.lead import CounterNow, HalfHour, LeadFigures, LineNow, Satisfaction
from counter.queue_desk.situation import Notice
from counter.sample.room import SampleRoom
from resources.sample_ward.load import sample_staff
from shared.clock import local
from shared.domain import settling
from shared.domain.fact import State
from shared.domain.handover import Handover
from shared.domain.office import Office, StaffMember
from shared.domain.settling import Settle
from shared.domain.staffing import LineRate, people_needed

_WAITING = {"A": (6, 58), "B": (3, 31), "C": (2, 22), "D": (1, 9), "E": (0, 0), "F": (1, 4)}
_ARRIVED = {"A": 14, "B": 5, "C": 6, "D": 3, "E": 1, "F": 7}
_HALF_HOURS = ((4, 3, 6, 9), (11, 8, 12, 19), (15, 9, 21, 34))
"""Arrived, called, mean wait, nine in ten: from 07:30 on."""


class SampleLead(SampleRoom):
    """Attributes: `lead`, what `lead_figures` answers besides the conflicts, None for a busy morning."""

    lead: LeadFigures | None = None

    def lead_figures(self) -> LeadFigures:
        """How the sample office is doing."""
        return replace(self.lead or busy_morning(self._ward, self._clock.now()), conflicts=self._conflicts())

    def sample_ward(self) -> Office:
        """The office's reference data, for scenes that choose another morning."""
        return self._ward

    def settle_conflict(self, prefix: str, subject: str, code: str, choice: str) -> None:
        """Settles a conflict of the book."""
        facts = settling.decide(self._states(prefix)[subject], Settle(subject, prefix, code, choice))
        self.book.write(facts, self._officer_now().id)

    def _conflicts(self) -> tuple[ConflictRow, ...]:
        ward = replace(self._ward, staff=_people())
        return tuple(
            conflict_row(ward, prefix, subject, state, conflict, self._codes_on(state))
            for prefix in ("ticket", "handover", "dossier", "consignment", "delivery")
            for subject, state in self._states(prefix).items()
            for conflict in state.conflicts
        )

    def _states(self, prefix: str) -> Mapping[str, State]:
        by_prefix: dict[str, Mapping[str, State]] = {
            "ticket": self.book.tickets,
            "dossier": self.book.dossiers,
            "handover": self.book.handovers,
            "consignment": self.book.consignments,
            "delivery": self.book.deliveries,
        }
        return by_prefix[prefix]

    def _codes_on(self, state: State) -> tuple[str, ...]:
        listed = state.dossiers if isinstance(state, Handover) else ()
        return tuple(self.book.dossiers[each].code for each in listed[:NAMED_CODES])


def _people() -> tuple[StaffMember, ...]:
    return tuple(
        StaffMember(each.id, each.sign_in, each.name, each.role, password_hash="", pin_hash="", unit=each.unit)
        for each in sample_staff()
    )


def busy_morning(office: Office, at: datetime) -> LeadFigures:
    """Three of four counters at work, many waiting."""

    def ago(minutes: float) -> datetime:
        return at - timedelta(minutes=minutes)

    lines = tuple(
        LineNow(
            line.letter,
            line.name_vi,
            _WAITING.get(line.letter, (0, 0))[0],
            ago(_WAITING[line.letter][1]) if _WAITING.get(line.letter, (0, 0))[0] else None,
            {"A": ("1", "3"), "B": (), "C": ("1",), "D": ("3",), "E": (), "F": ("3", "4")}.get(line.letter, ()),
        )
        for line in office.lines
    )
    rates = (
        LineRate(
            line.letter, _ARRIVED.get(line.letter, 0), 60, line.prior_minutes, _WAITING.get(line.letter, (0, 0))[0]
        )
        for line in office.lines
    )
    begin = local(at).replace(hour=7, minute=30, second=0, microsecond=0)
    return LeadFigures(
        at=at,
        heard=ago(1),
        online=True,
        counters=(
            CounterNow("1", "Hộ tịch – Cư trú", "open", "Nguyễn Thị Thử", "A003", "Hộ tịch", ago(12), ago(70)),
            CounterNow("2", "Đất đai – Kinh doanh", "closed"),
            CounterNow("3", "Xã hội – Trả kết quả", "open", "Lê Thị Giả", "D002", "Xã hội", ago(3), ago(65)),
            CounterNow("4", "Bưu chính công ích", "paused", "Phạm Văn Thử", since=ago(8)),
        ),
        lines=lines,
        staffing=people_needed(rates, 2),
        half_hours=tuple(
            HalfHour(begin + timedelta(minutes=30 * place), arrived, called, float(mean), float(ninth))
            for place, (arrived, called, mean, ninth) in enumerate(_HALF_HOURS)
        ),
        called=20,
        mean_wait=15.2,
        ninth_wait=31.0,
        satisfaction=Satisfaction(9, 4, 1),
        received=(("Lê Thị Giả", 6), ("Nguyễn Thị Thử", 9), ("Phạm Văn Thử", 3)),
        returned=5,
        returned_late=1,
        overdue=2,
        agencies_late=1,
        machines=(Notice("Máy lấy số 1 sắp hết giấy.", "Máy lấy số 1 is nearly out of paper."),),
        conflicts=(),
    )


def quiet_morning(office: Office, at: datetime) -> LeadFigures:
    """Everything open, hardly anybody there, too few ratings to say anything."""
    busy = busy_morning(office, at)
    rates = tuple(LineRate(line.letter, int(line.letter == "A"), 60, line.prior_minutes) for line in office.lines)
    return replace(
        busy,
        counters=tuple(replace(each, state="open", officer=each.officer or "Trần Văn Mẫu") for each in busy.counters),
        lines=tuple(replace(each, waiting=0, oldest=None, served_by=("1",)) for each in busy.lines),
        staffing=people_needed(rates, 4),
        half_hours=tuple(replace(each, arrived=1, called=1, mean_wait=2.0, ninth_wait=2.0) for each in busy.half_hours),
        called=3,
        mean_wait=2.0,
        ninth_wait=3.0,
        satisfaction=Satisfaction(2, 1, 0),
        overdue=0,
        returned_late=0,
        machines=(),
    )


def empty_day(office: Office, at: datetime) -> LeadFigures:
    """Before anything has happened, and without the server."""
    busy = busy_morning(office, at)
    return replace(
        busy,
        heard=at - timedelta(minutes=28),
        online=False,
        counters=tuple(CounterNow(each.number, each.name, "closed") for each in busy.counters),
        lines=tuple(replace(each, waiting=0, oldest=None, served_by=()) for each in busy.lines),
        staffing=people_needed((), 0),
        half_hours=(),
        called=0,
        mean_wait=None,
        ninth_wait=None,
        satisfaction=Satisfaction(0, 0, 0),
        received=(),
        returned=0,
        returned_late=0,
        overdue=0,
        machines=(),
    )
