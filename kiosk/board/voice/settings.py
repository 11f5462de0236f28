"""How the voice is set up in one office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from pathlib import Path

Volumes = tuple[tuple[time, int], ...]
"""From which local time of day on which volume holds, in percent of full scale, in rising order."""


@dataclass(frozen=True, slots=True)
class VoiceSettings:
    """The settings of the voice (loa gọi số). ValueError for what cannot be.

    `repeats`: how often each call is said; `english`: whether English follows the Vietnamese each time; `volumes`: the
    volume by time of day, where the last one of the day holds until the first of the next; `clips_folder`: a recorded
    voice, None for the shipped one; `longest_wait_seconds`: a call that waited longer is not said any more.
    """

    repeats: int = 2
    english: bool = False
    volumes: Volumes = ((time(0, 0), 100),)
    clips_folder: Path | None = None
    longest_wait_seconds: int = 90

    def __post_init__(self) -> None:
        if self.repeats < 1:
            raise ValueError("a call is said at least once")
        if self.longest_wait_seconds < 0:
            raise ValueError("the longest wait cannot be negative")
        if not self.volumes:
            raise ValueError("there is a volume for every time of day")
        starts = [start for start, _ in self.volumes]
        if starts != sorted(set(starts)):
            raise ValueError("volumes stand in the order of their times, each time once")
        if not all(0 <= percent <= 100 for _, percent in self.volumes):
            raise ValueError("a volume is between 0 and 100 percent")

    def volume_at(self, time_of_day: time) -> int:
        """The volume in percent at a local time of day."""
        begun = [percent for start, percent in self.volumes if start <= time_of_day]
        return begun[-1] if begun else self.volumes[-1][1]
