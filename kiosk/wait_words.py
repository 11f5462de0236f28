"""How long and how many, in words."""

from __future__ import annotations

from kiosk.language import Words


def wait_text(low: int | None, high: int | None, words: Words) -> str:
    """The expected wait in minutes as a range: "10–20 phút"; "" while nobody serves the line."""
    if low is None or high is None:
        return ""
    if low <= 0:
        return words.translate("Waiting", "dưới %n phút", None, high)
    if low == high:
        return words.translate("Waiting", "%n phút", None, high)
    return words.translate("Waiting", "{low}–{high} phút").format(low=low, high=high)


def people_text(people: int, words: Words) -> str:
    """How many people: "7 người"."""
    return words.translate("Waiting", "%n người", None, people)


def ahead_text(people: int, words: Words) -> str:
    """How many will be called first; with nobody ahead the citizen is next."""
    return people_text(people, words) if people else words.translate("Waiting", "Ông/Bà là người tiếp theo")
