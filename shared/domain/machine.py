"""A machine as its office should know it (tình trạng thiết bị): whether its printer can give slips.

Only changes are written down, so that counters hear of a kiosk without paper as soon as anything reaches them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

from shared.domain.fact import Conflict, Fact, Recorded

PrinterState = Literal["ready", "paper_low", "paper_out", "cover_open", "offline", "failed", "unknown"]
"""What a printer says of itself (tình trạng máy in); "unknown" when it cannot tell."""

_STATES: tuple[PrinterState, ...] = get_args(PrinterState)
NEEDS_HANDS: frozenset[PrinterState] = frozenset({"paper_low", "paper_out", "cover_open", "offline", "failed"})
"""The states in which somebody of the office should go there."""


@dataclass(frozen=True, slots=True)
class Machine:
    """A device's own report (tình trạng máy): its name, its printer, since when."""

    id: str
    name: str
    printer: PrinterState
    since: datetime
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportPrinter:
    """The printer is in another state than before (báo tình trạng máy in)."""

    machine: str
    name: str
    printer: PrinterState


def decide(machine: Machine | None, command: ReportPrinter) -> tuple[Fact, ...]:
    """The fact of the change; none when nothing has changed, or when a printer is well from the beginning."""
    before = machine.printer if machine else "ready"
    if command.printer in (before, "unknown"):
        return ()
    return (Fact(command.machine, "machine.printer", {"name": command.name, "printer": command.printer}),)


def evolve(machine: Machine | None, fact: Recorded) -> Machine | None:
    """`machine` after `fact`."""
    if fact.kind != "machine.printer":
        return machine
    said = fact.text("printer")
    printer: PrinterState = next((state for state in _STATES if state == said), "unknown")
    return Machine(fact.subject, fact.text("name"), printer, fact.device_time)


def printer_in_words(machine: Machine) -> tuple[str, str]:
    """What the office should do about it (Vietnamese, English); ("", "") while all is well."""
    words = {
        "paper_low": ("sắp hết giấy", "is nearly out of paper"),
        "paper_out": ("đã hết giấy", "is out of paper"),
        "cover_open": ("đang mở nắp máy in", "has its printer's cover open"),
        "offline": ("không nối được máy in", "cannot reach its printer"),
        "failed": ("không in được", "cannot print"),
    }
    if machine.printer not in words:
        return "", ""
    vi, en = words[machine.printer]
    return f"{machine.name} {vi}.", f"{machine.name} {en}."
