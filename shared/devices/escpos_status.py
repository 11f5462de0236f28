"""What an ESC/POS printer says of itself in real time: DLE EOT n, and GS r as the mark that all before it is done.

Bits as in the ESC/POS command reference of Epson and in the manuals of Bixolon, HPRT and others. Every real-time byte
is `0xx1xx10` (bits 0 and 7 off, 1 and 4 on), which tells it from the answers to GS r (bits 4 and 7 off), from
automatic status and from XON and XOFF.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from shared.devices.printer import PrinterCondition

Question = Literal[1, 2, 3, 4]
"""n of DLE EOT n: 1 the printer, 2 why it is offline, 3 errors, 4 paper."""

QUESTIONS: tuple[Question, ...] = (1, 2, 3, 4)
ASK_FOR_END = b"\x1dr\x01"
"""GS r 1. The printer answers it in turn, after everything before it; out of paper it never does."""

_FIXED_MASK, _FIXED = 0b1001_0011, 0b0001_0010
_END_MASK = 0b1001_0000

_OFFLINE = 0x08  # n = 1
_COVER_OPEN = 0x04  # n = 2
_STOPPED_WITHOUT_PAPER = 0x20
_ERROR_OCCURRED = 0x40
_CUTTER_ERROR = 0x08  # n = 3
_UNRECOVERABLE_ERROR = 0x20
_PAUSING = 0x40
_NEAR_END = 0x0C  # n = 4, both bits together
_PAPER_END = 0x60


def ask(question: Question) -> bytes:
    """The command DLE EOT n."""
    return b"\x10\x04" + bytes((question,))


def is_real_time(byte: int) -> bool:
    """Whether `byte` has the form of an answer to DLE EOT."""
    return byte & _FIXED_MASK == _FIXED


def is_end(byte: int) -> bool:
    """Whether `byte` has the form of an answer to GS r."""
    return byte & _END_MASK == 0


def condition_of(answers: Mapping[Question, int]) -> PrinterCondition:
    """The condition behind the answers that came; "unknown" when none did.

    What hands can put right is named first: an open cover before the paper (which it hides), both before faults.
    """
    printer, offline, error, paper = (answers.get(question, 0) for question in QUESTIONS)
    if not answers:
        return "unknown"
    if offline & _COVER_OPEN:
        return "cover_open"
    if offline & _STOPPED_WITHOUT_PAPER or paper & _PAPER_END == _PAPER_END:
        return "paper_out"
    if offline & _ERROR_OCCURRED or error & (_CUTTER_ERROR | _UNRECOVERABLE_ERROR | _PAUSING):
        return "failed"
    if printer & _OFFLINE:
        return "offline"
    return "paper_low" if paper & _NEAR_END == _NEAR_END else "ready"
