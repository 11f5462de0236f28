"""What a room shows is read anew once something has happened or the minute is over, and only then."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from counter.sample.content import MORNING
from shared.clock import SetClock
from tests.counter.counters import counter_at, procedure_of_a_department, reception_form

PROCEDURE = procedure_of_a_department()


def test_the_papers_here_are_read_anew_only_after_something_has_happened(tmp_path: Path) -> None:
    clock = SetClock(MORNING)
    with counter_at(tmp_path, clock=clock, sign_in="thu") as counter:
        counter.open_counter("quay-1")
        counter.receive(reception_form(PROCEDURE))
        first = counter.papers_here("van-phong")
        assert counter.papers_here("van-phong") is first
        assert len(first) == 1
        counter.receive(reception_form(PROCEDURE))
        second = counter.papers_here("van-phong")
        assert len(second) == 2
        assert {row.id for row in first} < {row.id for row in second}


def test_a_minute_later_it_is_read_anew(tmp_path: Path) -> None:
    clock = SetClock(MORNING)
    with counter_at(tmp_path, clock=clock, sign_in="thu") as counter:
        counter.open_counter("quay-1")
        counter.receive(reception_form(PROCEDURE))
        before = counter.papers_here("van-phong")
        clock.advance(timedelta(days=9))
        late = counter.papers_here("van-phong")
        assert [row.late for row in before] == [False]
        assert [row.proposal for row in late] == ["overdue"]


@pytest.mark.parametrize("receiver", ["cong-an", None])
def test_another_question_has_another_answer(tmp_path: Path, receiver: str | None) -> None:
    with counter_at(tmp_path, sign_in="thu") as counter:
        counter.open_counter("quay-1")
        counter.receive(reception_form(PROCEDURE))
        usual = counter.papers_here("van-phong")
        assert counter.papers_here(receiver) is not usual
