"""The clocks of demonstrations: one that runs faster, one on the wall that many programs look at."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from shared.clock import ClockOnTheWall, ShiftedClock, SystemClock, clock_from_environment

MORNING = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
AFTERNOON = MORNING + timedelta(hours=7)


def test_everybody_who_looks_at_the_wall_sees_the_clock_that_hangs_there_now(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wall = ClockOnTheWall(tmp_path / "clock")
    wall.set(ShiftedClock(MORNING, 0.0, 0.0))
    monkeypatch.setenv("MOTCUA_DEMONSTRATION_CLOCK", wall.as_setting())
    another = clock_from_environment()
    assert another.now() == wall.now() == MORNING
    wall.set(ShiftedClock(AFTERNOON, 0.0, 0.0))
    assert another.now() == wall.now() == AFTERNOON
    assert [each.name for each in tmp_path.iterdir()] == ["clock"]


def test_a_shifted_clock_says_the_same_in_another_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOTCUA_DEMONSTRATION_CLOCK", ShiftedClock(MORNING, 100.0, 0.0).as_setting())
    assert clock_from_environment().now() == MORNING


def test_without_a_setting_it_is_the_clock_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MOTCUA_DEMONSTRATION_CLOCK", raising=False)
    assert isinstance(clock_from_environment(), SystemClock)
