"""Which of two texts of the office's data is shown, and how a very long one is shortened."""

from __future__ import annotations

from kiosk.language import Words


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
