"""What the home screen (trang chủ) shows, derived from what the office said last."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kiosk.date_words import clock_text
from kiosk.language import Words
from kiosk.ports import Group, Home, Tile
from kiosk.text_words import in_language, parts_kept_together
from kiosk.wait_words import people_text, wait_text
from shared.domain.ticket_hours import Giving
from shared.failures import Sentence


@dataclass(frozen=True, slots=True)
class HomeState:
    """What is known of the office; `home` is None until the first answer, `problem` why the last one failed.

    `stale`: the last answer is too old to be shown as the present. `told`: the letter of a touched line that gives no
    numbers, so that the screen says when it does again.
    """

    home: Home | None = None
    tiles: tuple[Tile, ...] = ()
    groups: tuple[Group, ...] = ()
    problem: Sentence | None = None
    stale: bool = False
    told: str = ""


@dataclass(frozen=True, slots=True)
class TileProps:
    """One line as a tile (ô hàng chờ); `spoken` is for screen readers.

    `state` is "open", "unserved" (it gives numbers, but no counter serves it yet) or "not_giving"; `wait` is the
    expected wait or the word for the other states.
    """

    letter: str
    name: str
    icon: str
    waiting: str
    wait: str
    spoken: str
    state: str


@dataclass(frozen=True, slots=True)
class ToldProps:
    """A line that gives no numbers (hàng chưa cấp số) and the sentence that says when it does; empty for none."""

    tile: TileProps
    sentence: str


@dataclass(frozen=True, slots=True)
class HomeProps:
    """The home screen: `ready` once the office has answered.

    `giving`: whether any line gives numbers now; `as_of`: the time of what is shown, when it is old; otherwise "".
    """

    ready: bool
    open: bool
    giving: bool
    office_name: str
    reopens: str
    hotline: str
    tiles: tuple[TileProps, ...]
    told: ToldProps
    as_of: str
    problem: str


_NOBODY = ToldProps(TileProps("", "", "", "", "", "", "open"), "")
_NOT_READY = HomeProps(
    ready=False,
    open=False,
    giving=False,
    office_name="",
    reopens="",
    hotline="",
    tiles=(),
    told=_NOBODY,
    as_of="",
    problem="",
)


def derive_home_props(state: HomeState, words: Words) -> HomeProps:
    """The home screen in the language of `words`."""
    problem = state.problem.in_language(words.language) if state.problem else ""
    home = state.home
    if home is None:
        return replace(_NOT_READY, problem=problem)
    return HomeProps(
        ready=True,
        open=home.open,
        giving=any(tile.giving == "open" for tile in state.tiles),
        office_name=in_language(home.office_name_vi, home.office_name_en, words),
        reopens="" if home.open else in_language(home.reopens_vi, home.reopens_en, words),
        hotline=home.hotline,
        tiles=tuple(derive_tile_props(tile, words) for tile in state.tiles),
        told=derive_told_props(state, words),
        as_of=clock_text(home.now) if state.stale else "",
        problem=problem,
    )


def derive_told_props(state: HomeState, words: Words) -> ToldProps:
    """The touched line that gives no numbers; empty as soon as it gives them again."""
    for tile in state.tiles:
        if tile.letter == state.told and tile.told is not None:
            return ToldProps(derive_tile_props(tile, words), tile.told.in_language(words.language))
    return _NOBODY


def derive_tile_props(tile: Tile, words: Words) -> TileProps:
    """One line's tile."""
    name = in_language(tile.name_vi, tile.name_en, words)
    waiting = people_text(tile.waiting, words)
    expected = wait_text(tile.wait_low, tile.wait_high, words) if tile.counters_open else ""
    state = "not_giving" if tile.giving != "open" else "open" if expected else "unserved"
    wait = _not_giving(tile.giving, words) or expected or words.translate("Home", "Chưa mở quầy")
    return TileProps(
        letter=tile.letter,
        name=parts_kept_together(name),
        icon=tile.icon,
        waiting=waiting,
        wait=wait,
        spoken=f"{tile.letter}. {name}. {waiting}. {wait}",
        state=state,
    )


def _not_giving(giving: Giving, words: Words) -> str:
    """The word for a line that gives no numbers; "" while it does."""
    texts: dict[Giving, str] = {
        "open": "",
        "not_yet": words.translate("Home", "Chưa đến giờ"),
        "over": words.translate("Home", "Hết giờ"),
        "full": words.translate("Home", "Hết số"),
    }
    return texts[giving]
