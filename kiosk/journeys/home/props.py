"""What the home screen (trang chủ) shows, derived from what the office said last."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kiosk.language import Words
from kiosk.ports import Group, Home, Tile
from kiosk.text_words import in_language, parts_kept_together
from kiosk.wait_words import people_text, wait_text
from shared.failures import Sentence


@dataclass(frozen=True, slots=True)
class HomeState:
    """What is known of the office; `home` is None until the first answer, `problem` why the last one failed."""

    home: Home | None = None
    tiles: tuple[Tile, ...] = ()
    groups: tuple[Group, ...] = ()
    problem: Sentence | None = None


@dataclass(frozen=True, slots=True)
class TileProps:
    """One line as a tile (ô hàng chờ): `wait` is "" while no counter serves it, `spoken` is for screen readers."""

    letter: str
    name: str
    icon: str
    waiting: str
    wait: str
    spoken: str


@dataclass(frozen=True, slots=True)
class HomeProps:
    """The home screen: `ready` once the office has answered."""

    ready: bool
    open: bool
    office_name: str
    reopens: str
    hotline: str
    tiles: tuple[TileProps, ...]
    problem: str


_NOT_READY = HomeProps(ready=False, open=False, office_name="", reopens="", hotline="", tiles=(), problem="")


def derive_home_props(state: HomeState, words: Words) -> HomeProps:
    """The home screen in the language of `words`."""
    problem = state.problem.in_language(words.language) if state.problem else ""
    home = state.home
    if home is None:
        return replace(_NOT_READY, problem=problem)
    return HomeProps(
        ready=True,
        open=home.open,
        office_name=in_language(home.office_name_vi, home.office_name_en, words),
        reopens="" if home.open else in_language(home.reopens_vi, home.reopens_en, words),
        hotline=home.hotline,
        tiles=tuple(derive_tile_props(tile, words) for tile in state.tiles),
        problem=problem,
    )


def derive_tile_props(tile: Tile, words: Words) -> TileProps:
    """One line's tile."""
    name = in_language(tile.name_vi, tile.name_en, words)
    waiting = people_text(tile.waiting, words)
    wait = wait_text(tile.wait_low, tile.wait_high, words) if tile.counters_open else ""
    unserved = words.translate("Home", "Chưa mở quầy")
    return TileProps(
        letter=tile.letter,
        name=parts_kept_together(name),
        icon=tile.icon,
        waiting=waiting,
        wait=wait or unserved,
        spoken=f"{tile.letter}. {name}. {waiting}. {wait or unserved}",
    )
