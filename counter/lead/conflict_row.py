"""A conflict as people see and settle it."""

from __future__ import annotations

from dataclasses import dataclass

from shared.failures import Sentence


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """A conflict (mâu thuẫn): what it is, whom it concerns (None: nobody more than others), what may be chosen.

    `prefix`, `subject` and `code` name it. `now`: what the record says, where there is an alternative to it; `other`:
    the choice and its words, None when the conflict can only be taken note of.
    """

    prefix: str
    subject: str
    code: str
    what: Sentence
    concerns: Sentence | None = None
    now: Sentence | None = None
    other_choice: str | None = None
    other: Sentence | None = None
