"""Biểu 07a counted by hand: every dossier's facts are gone through one by one, and judged by the words of the rules.

Shares nothing with what the programs count by: no state, no fold, no read table.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

VIET_NAM = timezone(timedelta(hours=7))
_ENDS = {"dossier.stopped", "dossier.refused", "dossier.closed_unanswered"}
_READY = {"dossier.result_ready", "dossier.agency_decided"}

Row = dict[str, int]


@dataclass
class Life:
    """One dossier: `clock` are the moments at which its limit changed, as (instant, what, limit)."""

    field: str
    column: str
    received: datetime
    solved: datetime | None
    clock: list[tuple[datetime, str, datetime | None]]
    requests: int = 0

    def late(self, at: datetime) -> bool:
        """Whether the limit was exceeded at `at`."""
        limit: datetime | None = None
        runs, missed = False, False
        frozen = False
        for instant, what, new in self.clock:
            if instant > at:
                break
            exceeded = runs and limit is not None and instant > limit
            if what == "runs":
                limit, runs, frozen = new, True, False
            elif what == "waits":
                runs, frozen = False, exceeded
            elif what == "met":
                runs, missed = False, missed or exceeded
        return missed or frozen or (runs and limit is not None and at > limit)

    def early(self) -> bool:
        """Whether it was solved on a day before that of its limit."""
        limit, runs = None, False
        assert self.solved is not None
        for instant, what, new in self.clock:
            if instant <= self.solved:
                runs, limit = what == "runs", new
        return runs and limit is not None and _day(self.solved) < _day(limit)


def life_of(bodies: Iterable[bytes]) -> Life | None:
    """The life that the facts of one dossier tell, in their one order."""
    facts = sorted((json.loads(body) for body in bodies), key=lambda fact: (fact["lamport"], fact["device"]))
    begin = next((place for place, fact in enumerate(facts) if fact["kind"] == "dossier.received"), None)
    if begin is None:
        return None
    first = facts[begin]["data"]
    received = _at(first["received_at"])
    promise = legal = _when(first["due_at"])
    area = first.get("competent")
    clock: list[tuple[datetime, str, datetime | None]] = []
    if not area:
        clock.append((received, "runs", legal))
    asked = brought = solved = returned = False
    ended: str | None = None
    apology, requests = False, 0
    at_solving: datetime | None = None
    before_asking: datetime | None = None
    for fact in facts[begin + 1 :]:
        kind, data, at = fact["kind"], fact["data"], _at(fact["time"])
        if returned or (ended and kind not in ("dossier.supplement_taken", "dossier.returned")):
            continue
        requests += kind == "dossier.supplement_requested"
        if kind == "dossier.supplement_requested" and not asked and not solved:
            asked, before_asking = True, legal
            clock.append((at, "waits", None))
            promise = None
        elif kind == "dossier.supplement_taken" and asked and not brought and not solved and ended in (None, "closed"):
            brought, ended, at_solving = True, None, None
            promise = legal = _when(data["due_at"])
            clock.append((_at(data["received_at"]), "runs", legal))
        elif kind == "dossier.apologised" and not apology and promise and not solved:
            apology = True
            promise = _when(data["new_due_at"])
        elif kind == "dossier.appointment_met" and not solved:
            clock.append((at, "met", None))
            promise = None
        elif kind == "dossier.duty_shown":
            promise = legal = _when(data["due_at"])
            clock.append((_at(data["shown_at"]), "runs", legal))
        elif kind == "dossier.reached_agency":
            promise = legal = _when(data["due_at"])
            clock.append((_at(data["reached_at"]), "runs", legal))
        elif kind in _READY and not solved:
            solved, at_solving = True, at
            if asked and not brought:
                clock = [each for each in clock if each[1] != "waits"]
                legal = before_asking
        elif kind in _ENDS and not solved and not ended and (kind != "dossier.closed_unanswered" or asked):
            ended = "closed" if kind == "dossier.closed_unanswered" else kind
            at_solving = at
        elif kind == "dossier.returned":
            returned = True
            at_solving = at_solving or at
    column = {"in_person": "in_person", "post": "post"}.get(
        first["channel"], "online_full" if first.get("online_service") == "full" else "online_partial"
    )
    end = None if at_solving is None else max(at_solving, received)
    return Life(first["field"], column, received, end, sorted(clock, key=lambda each: each[0]), requests)


def slow_count(lives: Iterable[Life], first: date, last: date) -> Mapping[str, Row]:
    """The ten counts of each field, for the days from `first` to `last`, both whole."""
    start = datetime(first.year, first.month, first.day, tzinfo=VIET_NAM)
    end = datetime(last.year, last.month, last.day, tzinfo=VIET_NAM) + timedelta(days=1)
    rows: dict[str, Row] = {}
    for life in lives:
        if life.received >= end or (life.solved is not None and life.solved < start):
            continue
        row = rows.setdefault(life.field, {})
        _count(row, life.column if life.received >= start else "carried_over")
        if life.solved is None or life.solved >= end:
            _count(row, "open_late" if life.late(end) else "open_in_time")
        elif life.late(life.solved):
            _count(row, "solved_late")
        else:
            _count(row, "solved_early" if life.early() else "solved_on_time")
    return rows


def slow_on_time(lives: Iterable[Life], first: date, last: date) -> int:
    """How many of the period are on time by Decision 766: the citizen's time for a supplement taken off."""
    start = datetime(first.year, first.month, first.day, tzinfo=VIET_NAM)
    end = datetime(last.year, last.month, last.day, tzinfo=VIET_NAM) + timedelta(days=1)
    found = 0
    for life in lives:
        if life.received >= end or (life.solved is not None and life.solved < start):
            continue
        at = end if life.solved is None or life.solved >= end else life.solved
        waits = [instant for instant, what, _ in life.clock if what == "waits"]
        if life.requests > 1:
            continue
        if not waits or any(what == "met" for _, what, _ in life.clock):
            found += not life.late(at)
            continue
        limit = next(limit for _, what, limit in life.clock if what == "runs")
        back = next((instant for instant, what, _ in life.clock if what == "runs" and instant > waits[0]), at)
        waited = max(min(back, at) - waits[0], timedelta()) if waits[0] < at else timedelta()
        found += limit is None or at - waited <= limit
    return found


def _count(row: Row, name: str) -> None:
    row[name] = row.get(name, 0) + 1


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _when(text: str | None) -> datetime | None:
    return None if text is None else _at(text)


def _day(instant: datetime) -> date:
    return instant.astimezone(VIET_NAM).date()
