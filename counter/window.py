"""Puts the window together."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from counter.language import Language
from counter.main_window import MainWindow
from counter.messages import Messages
from counter.ports import CounterOffice, PaperPrinter, QueueLine
from counter.presenters import build_presenters, new_key
from counter.session import Session
from shared.clock import Clock
from shared.qt.lanes import Lanes


def build_counter(
    office: CounterOffice,
    line: QueueLine,
    printer: PaperPrinter,
    lanes: Lanes,
    clock: Clock,
    *,
    language: str,
    key_factory: Callable[[], str] = new_key,
    scans: Path | None = None,
) -> MainWindow:
    """The window of the counter over `office`, in `language` ("vi" or "en"), not shown yet.

    `key_factory` makes the key of each press of F2. `scans` is the folder that the scanner fills. A QApplication must
    be running.
    """
    chosen = Language(language)
    messages = Messages(chosen)
    session = Session()
    presenters = build_presenters(office, line, printer, lanes, messages, session, key_factory, scans)
    return MainWindow(presenters, session, messages, chosen, clock, lanes)
