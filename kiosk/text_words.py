"""Which of two texts of the office's data is shown, and how a very long one is shortened."""

from __future__ import annotations

from kiosk.language import Words

_BETWEEN_PARTS = " – "
_HARD_SPACE = "\u00a0"
_LONGEST_PART = 16


def in_language(vi: str, en: str, words: Words) -> str:
    """The text of the data in the language of the screen; Vietnamese where the other is missing."""
    return en if words.language == "en" and en else vi


def shortened(text: str, longest: int) -> str:
    """`text` of at most `longest` characters, cut between words and marked with "…"."""
    if len(text) <= longest:
        return text
    head = text[: longest - 1]
    if not text[longest - 1].isspace() and " " in head:
        head = head[: head.rindex(" ")]
    return head.rstrip(" ,;:.–-") + "…"


def parts_kept_together(name: str) -> str:
    """`name` broken only between its parts ("Hộ tịch – Chứng thực"), when all of them are short enough for a tile."""
    parts = name.split(_BETWEEN_PARTS)
    if any(len(part) > _LONGEST_PART for part in parts):
        return name
    return _BETWEEN_PARTS.replace(" ", _HARD_SPACE, 1).join(part.replace(" ", _HARD_SPACE) for part in parts)
