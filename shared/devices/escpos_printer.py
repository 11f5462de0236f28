"""A thermal printer that speaks ESC/POS (máy in nhiệt ESC/POS), in the network, on USB, serial or a device file."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from shared.devices import printer_failures
from shared.devices.escpos_slip import SlipCommands, slip_commands
from shared.devices.escpos_talk import EscposTalk
from shared.devices.link import Link, OpenLink
from shared.devices.printer import PrinterCondition

HEAD_80_MM = 576
"""Dots of the usual head for paper of 80 mm; 384 on paper of 58 mm."""

_PIECE_BYTES = 4096
"""Not more than the smallest receive buffer in use, so that a printer that has stopped is noticed soon."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How many seconds a printer is waited for.

    `connect`, `answer`: before a slip. `stall`: for a piece of it to be taken. `look`: between two looks whether it is
    done. `quick`: each of connecting and answering when nothing is printed. `mm_a_second`: the slowest head.
    """

    connect: float = 1.0
    answer: float = 1.0
    stall: float = 3.0
    look: float = 0.25
    quick: float = 0.45
    mm_a_second: float = 60.0


class EscposPrinter:
    """Prints slips dot by dot; the line is opened for each job and closed after it.

    Before anything is sent the printer is asked whether it can, and afterwards whether it could. One that cannot answer
    is trusted. Safe to use from several threads; PDFs must be drawn in one thread of the program only.
    """

    def __init__(
        self,
        open_link: OpenLink,
        head_dots: int = HEAD_80_MM,
        patience: Patience | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._open_link = open_link
        self._head_dots = head_dots
        self._patience = patience or Patience()
        self._monotonic = monotonic
        self._one_job = threading.Lock()
        self._known: PrinterCondition = "unknown"

    def print_slip(self, name: str, pdf: bytes) -> None:  # noqa: ARG002  # paper has no file names
        """Prints a slip once. The EnvironmentFailures of `Printer.print_slip`; `printer_failed` also for a bad PDF."""
        try:
            commands = slip_commands(pdf, self._head_dots)
        except ValueError as problem:
            raise printer_failures.failed() from problem
        with self._one_job:
            try:
                link = self._open_link(self._patience.connect)
            except OSError as problem:
                self._known = "offline"
                raise printer_failures.offline() from problem
            self._run(link, commands)

    def condition(self) -> PrinterCondition:
        """Asks the printer; during a job, and of a printer that takes one line only, what was known last."""
        if not self._one_job.acquire(blocking=False):
            return self._known
        try:
            self._known = self._ask()
        finally:
            self._one_job.release()
        return self._known

    def _ask(self) -> PrinterCondition:
        try:
            link = self._open_link(self._patience.quick)
        except OSError:
            return "offline"
        try:
            return EscposTalk(link, self._monotonic).condition(self._patience.quick)
        except OSError:
            return "offline"
        finally:
            link.close()

    def _run(self, link: Link, commands: SlipCommands) -> None:
        done = False
        try:
            talk = EscposTalk(link, self._monotonic)
            before = self._ready_or_refuse(talk)
            self._print(link, talk, commands, before)
            done = True
        finally:
            if done:
                link.close()
            else:
                link.abort()

    def _ready_or_refuse(self, talk: EscposTalk) -> PrinterCondition:
        try:
            self._known = talk.condition(self._patience.answer)
        except OSError as problem:
            self._known = "offline"
            raise printer_failures.offline() from problem
        refusal = printer_failures.refusal_of(self._known)
        if refusal is not None:
            raise refusal
        return self._known

    def _print(self, link: Link, talk: EscposTalk, commands: SlipCommands, before: PrinterCondition) -> None:
        """From the first byte on there is no second try: a slip that may lie in a hand never comes out again."""
        try:
            for piece in _pieces(commands.data):
                link.send(piece, self._patience.stall)
            if before != "unknown":
                self._known = self._condition_at_end(link, talk, commands.height_mm)
        except OSError as problem:
            self._known = "offline"
            raise printer_failures.unfinished() from problem
        if printer_failures.refusal_of(self._known) is not None:
            raise printer_failures.unfinished()

    def _condition_at_end(self, link: Link, talk: EscposTalk, height_mm: float) -> PrinterCondition:
        """Waits until the printer says that it is done, stops, or the slowest printer would be done; then its state.

        A printer that answered before and answers no more is "offline".
        """
        patience = self._patience
        talk.ask_for_end(patience.stall)
        longest = link.lag_seconds + patience.answer + height_mm / patience.mm_a_second
        for _ in range(math.ceil(longest / patience.look)):
            if talk.came_to_end(patience.look):
                break
            now = talk.condition(patience.look)
            if printer_failures.refusal_of(now) is not None:
                return now
        at_end = talk.condition(patience.answer)
        return "offline" if at_end == "unknown" else at_end


def _pieces(data: bytes) -> Iterator[bytes]:
    return (data[start : start + _PIECE_BYTES] for start in range(0, len(data), _PIECE_BYTES))
