"""What surrounds every screen of the kiosk: where it is, how it looks, the time, the countdown."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Literal

from kiosk.date_words import clock_text, header_day_text
from kiosk.language import LanguageName, Words
from shared.qt.theme import HIGH_CONTRAST, KIOSK_SCALE, NORMAL

Screen = Literal["home", "take_number", "check_dossier", "rate", "procedures", "staff"]
Scan = Literal["card", "appointment", "procedure", "check_dossier", "rate"]

LARGE_TEXT_PERCENT = 122

_APPOINTMENT = re.compile(r"LH-?[0-9]{6}", re.IGNORECASE)
_PROCEDURE = re.compile(r"/p/(?:[a-z0-9-]+/)?(?P<code>[0-9][0-9.]+)/?$", re.IGNORECASE)
_SLIP = re.compile(r"/[tr]/[0-9A-Z]+/?$|^[A-Z][0-9]{3,4}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ShellState:
    """Which journey is on the screen and how the citizen wants to see it.

    `countdown`: seconds left until home, None while nobody is missed. `reading_offered`: whether the machine can read
    the screen aloud at all.
    """

    now: datetime
    screen: Screen = "home"
    large_text: bool = False
    high_contrast: bool = False
    lowered: bool = False
    still: bool = False
    help_open: bool = False
    languages_open: bool = False
    countdown: int | None = None
    connected: bool = True
    reading_offered: bool = False
    read_aloud: bool = False


@dataclass(frozen=True, slots=True)
class ShellProps:
    """The frame of the screens.

    `languages` are those that are not spoken now. `palette` holds the colours of `shared.qt.theme.Palette` by name,
    `sizes` the letters of its `TypeScale` in pixels.
    """

    screen: str
    language: str
    languages: tuple[LanguageName, ...]
    languages_open: bool
    large_text: bool
    high_contrast: bool
    lowered: bool
    still: bool
    help_open: bool
    counting: bool
    countdown: int
    connected: bool
    reading_offered: bool
    read_aloud: bool
    time: str
    day: str
    palette: dict[str, str]
    sizes: dict[str, int]


def derive_shell_props(state: ShellState, words: Words, languages: tuple[LanguageName, ...]) -> ShellProps:
    """The frame in the language of `words`; `languages` are all that can be spoken."""
    return ShellProps(
        screen=state.screen,
        language=words.language,
        languages=tuple(each for each in languages if each.code != words.language),
        languages_open=state.languages_open,
        large_text=state.large_text,
        high_contrast=state.high_contrast,
        lowered=state.lowered,
        still=state.still,
        help_open=state.help_open,
        counting=state.countdown is not None,
        countdown=state.countdown or 0,
        connected=state.connected,
        reading_offered=state.reading_offered,
        read_aloud=state.read_aloud,
        time=clock_text(state.now),
        day=header_day_text(state.now, words),
        palette=asdict(HIGH_CONTRAST if state.high_contrast else NORMAL),
        sizes=derive_sizes(LARGE_TEXT_PERCENT if state.large_text else 100),
    )


def derive_sizes(percent: int) -> dict[str, int]:
    """The sizes of letters at `percent` of the ordinary ones; the number on the ticket is as large as it can be."""
    sizes = {name: size * percent // 100 for name, size in asdict(KIOSK_SCALE).items()}
    return sizes | {"display": KIOSK_SCALE.display}


def kind_of_scan(text: str, screen: Screen) -> Scan:
    """What a scanned text is for: what it is itself, else what the journey on the screen is waiting for."""
    if "|" in text:
        return "card"
    if _APPOINTMENT.fullmatch(text.strip()):
        return "appointment"
    if procedure_in_scan(text) is not None:
        return "procedure"
    if screen in ("check_dossier", "rate"):
        return screen
    return "rate" if _SLIP.search(text.strip()) else "check_dossier"


def procedure_in_scan(text: str) -> str | None:
    """The code of the procedure behind a scanned guide's address, or None."""
    found = _PROCEDURE.search(text.strip())
    return found["code"] if found else None
