"""When a dossier counts as solved, and how (đã giải quyết: trước hạn, đúng hạn, quá hạn): what the reports count by.

Biểu 07a (Circular 09/2026/TT-BTP) counts a dossier as solved when its result is there, not when it is fetched; a
refusal, a stop and a closing solve it too. Early means: on a day before the one that was due. Without a limit nothing
is late. A clock that ran behind cannot solve a dossier before its receipt.

The limit is the law's, not the promise: an apology moves the promise only. It runs from the receipt, of a dossier
received out of area from when the competent agency has it (Decree 118/2025 Art. 17(3)). It stands still while a
supplement or the financial duty is waited for: what was within it when the waiting began is within it meanwhile, what
was late stays late. After a supplement the limit begins from zero (Art. 19(5)), so that what counted as late before
does not any more; after a planned appointment that was missed it stays late, because the next one is no new beginning.
A request for a supplement that a result overtook never stopped the clock. All of it follows from the facts as they
are known now: a closing that a supplement undid never solved anything.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from shared.clock import business_date
from shared.domain.dossier_appointment import Appointment
from shared.domain.dossier_state import Dossier, Supplement

SolvedHow = Literal["early", "on_time", "late"]
ReportChannel = Literal["online_full", "online_partial", "post", "in_person"]
"""Trực tuyến toàn trình, trực tuyến một phần, dịch vụ bưu chính, trực tiếp."""

_MarkKind = Literal["reached", "asked", "completed", "met", "begun"]


@dataclass(frozen=True, slots=True)
class Solving:
    """The end of a dossier's handling (giải quyết xong)."""

    at: datetime
    how: SolvedHow


@dataclass(frozen=True, slots=True)
class Term:
    """The legal limit in force from `since` on (thời hạn); `due` None: none runs."""

    since: datetime
    due: datetime | None


def report_channel(dossier: Dossier) -> ReportChannel:
    """The column of the report that a dossier was received under.

    Online without a word of how much of it was done online counts as partial, so that none is called full that was not.
    """
    if dossier.channel != "online":
        return dossier.channel
    return "online_full" if dossier.online_service == "full" else "online_partial"


def solving(dossier: Dossier) -> Solving | None:
    """How `dossier` was solved; None while it is not."""
    ending = dossier.ending
    at = ending.at if ending is not None else dossier.result_ready_at or dossier.returned_at
    if at is None:
        return None
    at = max(at, dossier.received_at)
    due = terms(dossier)[-1].due
    if due is None:
        return Solving(at, "on_time")
    if at > due:
        return Solving(at, "late")
    return Solving(at, "early" if business_date(at) < business_date(due) else "on_time")


def terms(dossier: Dossier) -> tuple[Term, ...]:
    """The legal limits that ran one after the other, from the receipt on; never empty, and in the order of time."""
    if dossier.supplement is None and dossier.competent is None and not dossier.appointments:
        return (Term(dossier.received_at, _last_limit(dossier)),)
    clock = _Clock(dossier)
    found = [Term(dossier.received_at, clock.due)]
    for mark in sorted(_marks(dossier), key=lambda mark: mark.at):
        clock.passes(mark)
        since = max(mark.at, dossier.received_at)
        if since == found[-1].since:
            found[-1] = Term(since, clock.due)
        elif clock.due != found[-1].due:
            found.append(Term(since, clock.due))
    return tuple(found)


def supplement_requests(dossier: Dossier) -> int:
    """How many times a supplement was asked for; more than once counts as late by Decision 766/QĐ-TTg."""
    return 0 if dossier.supplement is None else dossier.supplement.requests


@dataclass(frozen=True, slots=True)
class _Mark:
    """Something after which another limit may be in force; `place` of the appointment, where it is about one."""

    at: datetime
    kind: _MarkKind
    place: int = 0


def _marks(dossier: Dossier) -> Iterator[_Mark]:
    """In the order of the procedure, which decides between two marks of one instant."""
    if dossier.competent is not None and dossier.competent.reached_at is not None:
        yield _Mark(dossier.competent.reached_at, "reached")
    supplement = _heeded(dossier)
    if supplement is not None:
        yield _Mark(supplement.requested_at, "asked")
        if supplement.completed_at is not None:
            yield _Mark(max(supplement.completed_at, supplement.requested_at), "completed")
    for place, appointment in enumerate(dossier.appointments[1:], start=1):
        met_at = dossier.appointments[place - 1].met_at
        if met_at is None:
            return
        yield _Mark(met_at, "met", place - 1)
        begun_at = appointment.begun_at or appointment.started_at
        if begun_at is not None:
            yield _Mark(max(begun_at, met_at), "begun", place)


def _heeded(dossier: Dossier) -> Supplement | None:
    """The request for a supplement, unless a result came all the same."""
    supplement = dossier.supplement
    if supplement is None or supplement.completed_at is not None or dossier.ending is not None:
        return supplement
    return None if dossier.result_ready_at is not None or dossier.returned_at is not None else supplement


class _Clock:
    """The limit of one dossier as its marks pass, one after the other."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._supplement = _heeded(dossier)
        self._reached = dossier.competent is None
        self._asked = False
        self._waiting = False
        self._duty = False
        self._place = 0
        self._missed: datetime | None = None
        self._late_since_asked: datetime | None = None
        self.due = self._limit() if self._reached else None

    def passes(self, mark: _Mark) -> None:
        """Goes on past `mark`; `due` is the limit in force then."""
        due = self.due if self.due is not None and mark.at > self.due else None
        match mark.kind:
            case "reached":
                self._reached = True
            case "asked":
                self._asked = self._waiting = True
                self._late_since_asked = due
            case "completed":
                self._waiting = False
            case "met":
                self._missed = self._missed or due
                self._place = mark.place + 1
                self._duty = self._dossier.appointments[self._place].starts == "duty_done"
            case "begun":
                self._duty = False
        self.due = self._missed or self._in_force()

    def _in_force(self) -> datetime | None:
        if self._waiting:
            return self._late_since_asked
        return self._limit() if self._reached and not self._duty else None

    def _limit(self) -> datetime | None:
        """The limit that runs, if one runs, until the next mark."""
        dossier, supplement, appointment = self._dossier, self._supplement, self._appointment
        met_at = appointment.met_at if appointment is not None else None
        if supplement is not None and not self._asked and (met_at is None or supplement.requested_at <= met_at):
            return _legal(dossier, supplement.due_before)
        last = self._place == max(len(dossier.appointments) - 1, 0)
        if appointment is None or met_at is None or last:
            return _last_limit(dossier)
        return _legal(dossier, appointment.due_at)

    @property
    def _appointment(self) -> Appointment | None:
        return self._dossier.appointments[self._place] if self._dossier.appointments else None


def _last_limit(dossier: Dossier) -> datetime | None:
    if dossier.ending is not None:
        return dossier.ending.due_before
    if dossier.apology is not None and dossier.apology.stands:
        return dossier.apology.due_before
    if dossier.supplement is not None and dossier.supplement.completed_at is None:
        return _legal(dossier, dossier.supplement.due_before)
    return dossier.due_at


def _legal(dossier: Dossier, promise: datetime | None) -> datetime | None:
    """The limit behind a promise that ran before: what the apology moved, where it is the promise of the apology."""
    apology = dossier.apology
    return apology.due_before if apology is not None and promise == apology.new_due_at else promise
