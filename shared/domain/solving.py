"""When a dossier counts as solved, and how (đã giải quyết: trước hạn, đúng hạn, quá hạn): what the reports count by.

Biểu 07a (Circular 09/2026/TT-BTP) counts a dossier as solved when its result is there, not when it is fetched; a
refusal, a stop and a closing solve it too. Early means: on a day before the one that was due.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from shared.clock import business_date
from shared.domain.dossier_state import Dossier

SolvedHow = Literal["early", "on_time", "late"]
ReportChannel = Literal["online_full", "online_partial", "post", "in_person"]


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
    """The column of the report that a dossier was received under."""
    return "online_partial" if dossier.channel == "online" else dossier.channel


def solving(dossier: Dossier) -> Solving | None:
    """How `dossier` was solved; None while it is not."""
    ending = dossier.ending
    at = ending.at if ending is not None else dossier.result_ready_at or dossier.returned_at
    if at is None:
        return None
    due = terms(dossier)[-1].due
    if due is None:
        return Solving(at, "on_time")
    if at > due:
        return Solving(at, "late")
    return Solving(at, "early" if business_date(at) < business_date(due) else "on_time")


def terms(dossier: Dossier) -> tuple[Term, ...]:
    """The legal limits that ran one after the other, from receipt on; an apology moves the promise, not the limit."""
    supplement = dossier.supplement
    if supplement is None:
        return (Term(dossier.received_at, dossier.legal_due_at),)
    limits = [Term(dossier.received_at, supplement.due_before), Term(supplement.requested_at, None)]
    if supplement.completed_at is not None:
        limits.append(Term(supplement.completed_at, dossier.legal_due_at))
    return tuple(limits)
