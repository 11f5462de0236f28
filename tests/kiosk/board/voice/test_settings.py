"""The settings of the voice: volume by time of day, and what cannot be set."""

from __future__ import annotations

from datetime import time
from typing import Any

import pytest

from kiosk.board.voice.settings import VoiceSettings

DAY = ((time(7, 0), 80), (time(11, 30), 40), (time(13, 30), 90))


@pytest.mark.parametrize(
    ("at", "percent"),
    [(time(7, 0), 80), (time(11, 29, 59), 80), (time(11, 30), 40), (time(13, 30), 90), (time(23, 59), 90)],
)
def test_a_volume_holds_from_its_time_on(at: time, percent: int) -> None:
    assert VoiceSettings(volumes=DAY).volume_at(at) == percent


def test_before_the_first_time_the_last_one_of_the_day_holds() -> None:
    assert VoiceSettings(volumes=DAY).volume_at(time(6, 59)) == 90


def test_by_default_calls_are_said_twice_in_vietnamese_at_full_volume() -> None:
    settings = VoiceSettings()
    assert (settings.repeats, settings.english, settings.longest_wait_seconds) == (2, False, 90)
    assert settings.volume_at(time(0, 0)) == settings.volume_at(time(23, 59)) == 100


@pytest.mark.parametrize(
    "wrong",
    [
        {"repeats": 0},
        {"longest_wait_seconds": -1},
        {"volumes": ()},
        {"volumes": ((time(8), 101),)},
        {"volumes": ((time(8), -1),)},
        {"volumes": ((time(9), 50), (time(8), 50))},
        {"volumes": ((time(8), 50), (time(8), 60))},
    ],
)
def test_settings_that_cannot_be_are_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError):
        VoiceSettings(**wrong)
