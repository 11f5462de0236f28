"""Words that the whole room uses: ages, places, what is in them."""

from __future__ import annotations

from datetime import timedelta

from counter.custody.state import CustodyState, Place
from counter.ports.custody import Spot
from counter.words import translate


def age_words(elapsed: timedelta) -> str:
    """How long, in the largest unit that says it."""
    minutes = int(elapsed.total_seconds()) // 60
    if minutes < 1:
        return translate("Custody", "vừa xong")
    if minutes < 60:
        return _counted(minutes, translate("Custody", "1 phút"), translate("Custody", "{count} phút"))
    if minutes < 24 * 60:
        return _counted(minutes // 60, translate("Custody", "1 giờ"), translate("Custody", "{count} giờ"))
    return _counted(minutes // 1440, translate("Custody", "1 ngày"), translate("Custody", "{count} ngày"))


def place_words(state: CustodyState, place: Place) -> str:
    """A place by name: a unit, or from one to another."""
    holder, transit_to = place
    if transit_to is None:
        return state.unit_name(holder)
    words = translate("Custody", "{giver} → {receiver}")
    return words.format(giver=state.unit_name(holder), receiver=state.unit_name(transit_to))


def contents_words(spot: Spot) -> str:
    """What kinds of papers are in a place."""
    parts = (
        (spot.dossiers, translate("Custody", "{count} hồ sơ")),
        (spot.consignments, translate("Custody", "{count} phiếu gửi")),
        (spot.letters, translate("Custody", "{count} thư")),
    )
    return " · ".join(words.format(count=count) for count, words in parts if count)


def _counted(count: int, one: str, many: str) -> str:
    return one if count == 1 else many.format(count=count)
