"""What surrounds every screen of the kiosk: where it is, how it looks, the time, the countdown."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Literal

from kiosk.date_words import clock_text, header_day_text
from kiosk.language import Words
from shared.qt.theme import HIGH_CONTRAST, KIOSK_SCALE, NORMAL

Screen = Literal["home", "take_number", "check_dossier", "rate"]

LARGE_TEXT_PERCENT = 122

_SLIP = re.compile(r"/[tr]/[0-9A-Z]+/?$|^[A-Z][0-9]{3,4}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ShellState:
    """Which journey is on the screen and how the citizen wants to see it.

    `countdown`: seconds left until home, None while nobody is missed.
    """

    now: datetime
    screen: Screen = "home"
    large_text: bool = False
    high_contrast: bool = False
    lowered: bool = False
    still: bool = False
    help_open: bool = False
    countdown: int | None = None
    connected: bool = True


@dataclass(frozen=True, slots=True)
class ShellProps:
    """The frame of the screens.

    `palette` holds the colours of `shared.qt.theme.Palette` by name, `sizes` the letters of its `TypeScale` in pixels.
    """

    screen: str
    language: str
    large_text: bool
    high_contrast: bool
    lowered: bool
    still: bool
    help_open: bool
    counting: bool
    countdown: int
    connected: bool
    time: str
    day: str
    palette: dict[str, str]
    sizes: dict[str, int]


def derive_shell_props(state: ShellState, words: Words) -> ShellProps:
    """The frame in the language of `words`."""
    return ShellProps(
        screen=state.screen,
        language=words.language,
        large_text=state.large_text,
        high_contrast=state.high_contrast,
        lowered=state.lowered,
        still=state.still,
        help_open=state.help_open,
        counting=state.countdown is not None,
        countdown=state.countdown or 0,
        connected=state.connected,
        time=clock_text(state.now),
        day=header_day_text(state.now, words),
        palette=asdict(HIGH_CONTRAST if state.high_contrast else NORMAL),
        sizes=derive_sizes(LARGE_TEXT_PERCENT if state.large_text else 100),
    )


def derive_sizes(percent: int) -> dict[str, int]:
    """The sizes of letters at `percent` of the ordinary ones; the number on the ticket is as large as it can be."""
    sizes = {name: size * percent // 100 for name, size in asdict(KIOSK_SCALE).items()}
    return sizes | {"display": KIOSK_SCALE.display}


def journey_of_scan(text: str, screen: Screen) -> Screen:
    """Which journey a scanned text belongs to: the one that is waiting for it, else what the text itself is."""
    if screen in ("check_dossier", "rate"):
        return screen
    return "rate" if _SLIP.search(text.strip()) else "check_dossier"
