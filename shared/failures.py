"""The three kinds of failure, each with a sentence for the person in front of the screen.

* `Refusal`: the rules say no. Nothing was written.
* `EnvironmentFailure`: the world failed (disk, printer, network, damaged file). The sentence says what happened,
  what is safe and what to do.
* `ProgrammingFault`: our bug. The person gets a number to quote; the stack goes to the log.

No failure ever carries personal data: its sentence may be logged.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence for people, in Vietnamese (`vi`) and English (`en`)."""

    vi: str
    en: str

    def in_language(self, language: str) -> str:
        """The sentence in `language` ("vi" or "en"); Vietnamese for any other."""
        return self.en if language == "en" else self.vi


class Failure(Exception):
    """Something that did not work, with a `code` for programs and tests and a `sentence` for people."""

    def __init__(self, code: str, vi: str, en: str) -> None:
        super().__init__(f"{vi} / {en}")
        self.code = code
        self.sentence = Sentence(vi, en)


class Refusal(Failure):
    """The rules say no (Từ chối). Nothing was written; the sentence gives the reason."""


class EnvironmentFailure(Failure):
    """The surroundings failed: disk, printer, network, damaged or newer database, wrong clock."""


class ProgrammingFault(Failure):
    """A bug of ours: `code` is the number to quote."""
