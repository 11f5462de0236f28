"""What the bits of an ESC/POS printer mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis.strategies import binary, dictionaries, integers, sampled_from

from shared.devices.escpos_status import QUESTIONS, Question, condition_of, is_end, is_real_time
from shared.devices.printer import PrinterCondition

WELL: dict[Question, int] = {1: 0x12, 2: 0x12, 3: 0x12, 4: 0x12}


@pytest.mark.parametrize(
    ("changed", "condition"),
    [
        ({}, "ready"),
        ({1: 0x16}, "ready"),  # pin 3 of the drawer is high
        ({1: 0x1A}, "offline"),
        ({1: 0x1A, 2: 0x1A}, "offline"),  # somebody holds the feed button
        ({1: 0x1A, 2: 0x16}, "cover_open"),
        ({1: 0x1A, 2: 0x36, 4: 0x7E}, "cover_open"),  # an open cover takes the paper from its sensor
        ({1: 0x1A, 2: 0x32}, "paper_out"),
        ({1: 0x1A, 4: 0x72}, "paper_out"),
        ({4: 0x1E}, "paper_low"),
        ({1: 0x1A, 2: 0x52, 3: 0x1A}, "failed"),  # the knife
        ({1: 0x1A, 2: 0x52, 3: 0x32}, "failed"),
        ({1: 0x1A, 2: 0x52, 3: 0x52}, "failed"),  # the head is too hot
    ],
)
def test_each_bit_means_what_the_reference_says(changed: dict[Question, int], condition: PrinterCondition) -> None:
    assert condition_of({**WELL, **changed}) == condition


def test_a_printer_that_answers_nothing_is_unknown() -> None:
    assert condition_of({}) == "unknown"


def test_a_printer_that_answers_the_first_question_only_is_believed() -> None:
    assert condition_of({1: 0x12}) == "ready"
    assert condition_of({1: 0x1A}) == "offline"


@given(dictionaries(sampled_from(QUESTIONS), integers(0, 255)))
def test_any_bytes_are_a_condition(answers: dict[Question, int]) -> None:
    assert condition_of(answers) in {"ready", "paper_low", "paper_out", "cover_open", "offline", "failed", "unknown"}


@given(binary(max_size=8))
def test_no_byte_is_both_an_answer_and_an_end(said: bytes) -> None:
    assert not any(is_real_time(byte) and is_end(byte) for byte in said)


def test_flow_control_is_neither_an_answer_nor_an_end() -> None:
    assert not any(is_real_time(byte) or is_end(byte) for byte in (0x11, 0x13))
