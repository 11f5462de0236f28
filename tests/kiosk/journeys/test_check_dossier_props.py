"""The screens of checking a dossier, derived."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.journeys.check_dossier.props import (
    CheckDossierState,
    derive_check_dossier_props,
    derive_progress_props,
    masked,
)
from kiosk.language import words_of
from kiosk.sample_office import LATE_RECEIPT, RECEIPT, RETURNED_RECEIPT, SampleOffice
from shared.failures import Sentence

VI, EN = words_of("vi"), words_of("en")
OFFICE = SampleOffice()


@pytest.mark.parametrize(
    ("digits", "typed", "missing"),
    [
        ("", "", "______-____"),
        ("2", "2", "_____-____"),
        ("26112", "26112", "_-____"),
        ("261123", "261123-", "____"),
        ("2611230", "261123-0", "___"),
        ("2611230975", "261123-0975", ""),
        ("26112310975", "261123-10975", ""),
    ],
)
def test_the_dash_is_set_by_the_pad_itself(digits: str, typed: str, missing: str) -> None:
    assert masked(digits) == (typed, missing)


@pytest.mark.parametrize(
    ("digits", "finding", "can_find"),
    [
        ("", 0, False),
        ("261123097", 0, False),
        ("2611230975", 0, True),
        ("26112310975", 0, True),
        ("2611230975", 1, False),
    ],
)
def test_a_whole_code_can_be_looked_for_once(digits: str, finding: int, can_find: bool) -> None:
    state = CheckDossierState(stage="entry", digits=digits, finding=finding)
    assert derive_check_dossier_props(state, VI).can_find is can_find


def test_a_problem_is_a_sentence_in_the_language() -> None:
    state = CheckDossierState(problem=Sentence("Không thấy.", "Not found."))
    assert derive_check_dossier_props(state, EN).problem == "Not found."


def test_the_steps_say_their_state_in_words() -> None:
    steps = derive_progress_props(OFFICE.find_dossier(RECEIPT), "", VI).steps
    assert [step.state for step in steps] == ["done", "done", "now", "next", "next"]
    assert [step.state_text for step in steps][2:4] == ["Đang ở bước này", "Sắp tới"]
    assert steps[0].when == "09:12 ngày 18/11/2026"
    assert steps[4].when == ""


def test_what_comes_next_is_the_first_step_to_come() -> None:
    assert derive_progress_props(OFFICE.find_dossier(RECEIPT), "", EN).next == "Result ready"
    assert derive_progress_props(OFFICE.find_dossier(RETURNED_RECEIPT), "", EN).next == ""


def test_the_promise_is_said_in_words_until_the_dossier_is_finished() -> None:
    assert derive_progress_props(OFFICE.find_dossier(RECEIPT), "", VI).promise.startswith("16 giờ 30, thứ Năm")
    assert derive_progress_props(OFFICE.find_dossier(RETURNED_RECEIPT), "", VI).promise == ""
    assert derive_progress_props(replace(OFFICE.find_dossier(RECEIPT), due_at=None), "", VI).promise == ""


def test_only_an_unfinished_dossier_is_late() -> None:
    late = OFFICE.find_dossier(LATE_RECEIPT)
    assert derive_progress_props(late, "0900", VI).late
    assert not derive_progress_props(replace(OFFICE.find_dossier(RETURNED_RECEIPT), late=True), "", VI).late


def test_old_data_says_since_when() -> None:
    assert derive_progress_props(OFFICE.find_dossier(LATE_RECEIPT), "", VI).as_of == "07:05 ngày 23/11/2026"
    assert derive_progress_props(OFFICE.find_dossier(RECEIPT), "", VI).as_of == ""


def test_without_a_dossier_everything_is_empty_and_whole() -> None:
    props = derive_progress_props(None, "", VI)
    assert (props.code, props.steps, props.late) == ("", (), False)
