from __future__ import annotations

from dataclasses import replace

import pytest

from shared.domain import desk, rating
from shared.domain.fact import Fact
from shared.failures import Refusal

from .stories import Story

OPEN = desk.Open("d1", "quay-1", ("A", "C"))
RATE = rating.Rate("ticket", "t1", 3, ("attitude",), "phone", "Cảm ơn")


def test_a_desk_opens_pauses_goes_on_and_closes() -> None:
    story = Story(desk.decide, desk.evolve)
    states = [story.do(command).state for command in (OPEN, desk.Pause(), desk.Resume(), desk.Close())]
    assert states == ["open", "paused", "open", "closed"]
    with pytest.raises(Refusal) as refused:
        story.do(desk.Close())
    assert refused.value.code == "not_open"


def test_pausing_twice_is_not_an_event() -> None:
    story = Story(desk.decide, desk.evolve)
    story.do(OPEN)
    story.do(desk.Pause())
    assert desk.decide(story.state, desk.Pause()) == ()


def test_a_counter_without_lines_cannot_open() -> None:
    with pytest.raises(Refusal) as refused:
        desk.decide(None, replace(OPEN, lines=()))
    assert refused.value.code == "no_lines"


def test_a_step_after_closing_is_a_conflict() -> None:
    story = Story(desk.decide, desk.evolve)
    story.do(OPEN)
    story.do(desk.Close())
    state = story.happens(Fact("d1", "desk.paused", {}))
    assert (state.state, [conflict.code for conflict in state.conflicts]) == ("closed", ["after_closing"])


def test_the_first_rating_stands_whoever_rates_again() -> None:
    story = Story(rating.decide, rating.evolve)
    first = story.do(RATE)
    again = rating.decide(None, replace(RATE, score=1, channel="kiosk"))[0]
    assert again.subject == first.id
    assert story.happens(again) == first
    with pytest.raises(Refusal) as refused:
        story.do(RATE)
    assert refused.value.code == "already_rated"


def test_a_citizens_words_are_personal_and_stay_out_of_the_fact() -> None:
    fact = rating.decide(None, RATE)[0]
    assert "Cảm ơn" not in repr(fact.data)
    assert fact.personal == {"comment": "Cảm ơn"}
    assert rating.decide(None, replace(RATE, comment="   "))[0].personal is None


@pytest.mark.parametrize("changes", [{"score": 0}, {"score": 4}, {"reasons": ("beauty",)}])
def test_a_score_or_reason_that_does_not_exist_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(Refusal) as refused:
        rating.decide(None, replace(RATE, **changes))  # type: ignore[arg-type]
    assert refused.value.code == "no_such_score"
