"""A device tells the office about itself (báo tình trạng máy): its printer, whenever that changes."""

from __future__ import annotations

from shared.domain import machine
from shared.journal.journal import Journal
from shared.journal.read_model import MACHINES


def report_printer(journal: Journal, name: str, printer: machine.PrinterState) -> bool:
    """Writes down that this device's printer is in another state; answers whether anything was written."""
    with journal.writing() as writer:
        known = writer.state(MACHINES, journal.device)
        facts = machine.decide(known, machine.ReportPrinter(journal.device, name, printer))
        writer.append(journal.device, facts)
        return bool(facts)
