"""The screens of rating, derived."""

from __future__ import annotations

import pytest

from kiosk.journeys.rate.props import RateState, derive_rate_props, may_find, with_key
from kiosk.language import words_of
from kiosk.ports import Ratable
from shared.domain.rating import REASONS

VI, EN = words_of("vi"), words_of("en")
ENTRY = RateState(stage="entry", letters=("A", "B"))
SCORING = RateState(stage="scoring", ratable=Ratable("ticket", "t", "Lượt A012", "Visit A012"))


@pytest.mark.parametrize(
    ("keys", "label"),
    [
        ("A", "A"),
        ("A1", "A1"),
        ("1", ""),
        ("C1", ""),
        ("A012", "A012"),
        ("A0B12", "B012"),
        ("A12345", "A1234"),
        ("BA", "A"),
    ],
)
def test_a_label_begins_with_the_letter_of_a_line(keys: str, label: str) -> None:
    state = ENTRY
    for key in keys:
        state = with_key(state, key)
    assert state.label == label


@pytest.mark.parametrize(("label", "can"), [("", False), ("A01", False), ("A012", True), ("A1012", True)])
def test_a_whole_label_can_be_looked_for(label: str, can: bool) -> None:
    assert may_find(RateState(label=label)) is can


def test_nothing_is_typed_while_a_visit_is_looked_for() -> None:
    finding = RateState(stage="entry", letters=("A",), label="A012", finding=1)
    assert with_key(finding, "3") == finding
    assert not may_find(finding)


def test_the_places_still_to_fill_are_shown() -> None:
    assert derive_rate_props(RateState(label="A0"), VI).missing == "__"
    assert derive_rate_props(RateState(label="A0123"), VI).missing == ""


@pytest.mark.parametrize(
    ("score", "vi", "en"),
    [
        (0, "", ""),
        (1, "Điều gì cần làm tốt hơn?", "What should be better?"),
        (2, "Ông/Bà hài lòng về điều gì?", "What was good?"),
        (3, "Ông/Bà hài lòng về điều gì?", "What was good?"),
    ],
)
def test_the_question_follows_the_face(score: int, vi: str, en: str) -> None:
    state = RateState(stage="scoring", ratable=SCORING.ratable, score=score)
    assert derive_rate_props(state, VI).question == vi
    assert derive_rate_props(state, EN).question == en
    assert derive_rate_props(state, VI).can_send is (score > 0)


def test_the_faces_stand_from_happy_to_unhappy_with_their_words() -> None:
    names = [face.name for face in derive_rate_props(SCORING, VI).scores]
    assert names == ["Rất hài lòng", "Hài lòng", "Không hài lòng"]


def test_every_reason_of_the_decree_has_a_chip() -> None:
    props = derive_rate_props(RateState(reasons=frozenset({"time"})), EN)
    assert tuple(reason.id for reason in props.reasons) == REASONS
    assert [reason.id for reason in props.reasons if reason.chosen] == ["time"]
    assert all(reason.name for reason in props.reasons)


def test_while_sending_it_cannot_be_sent_again() -> None:
    assert not derive_rate_props(RateState(score=3, sending=True), VI).can_send
