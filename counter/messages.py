"""What the program has to say: one sentence at a time, never a dialog, sometimes with a way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Signal

from counter.language import Language
from shared.failures import Failure

MessageKind = Literal["note", "done", "problem"]
Text = Callable[[], str]
"""Words in the language shown now; asked again when the language changes."""

UNDO_SECONDS = 10


@dataclass(frozen=True, slots=True)
class WayBack:
    """A button beside a message (hoàn tác), offered for `UNDO_SECONDS`: its words and what it does."""

    text: Text
    run: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence for the officer (thông báo)."""

    kind: MessageKind
    text: Text
    way_back: WayBack | None = None


class Messages(QObject):
    """Where every presenter says its sentence.

    Signals: `said` with a `Message`.
    """

    said = Signal(object)

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language

    def note(self, text: Text, way_back: WayBack | None = None) -> None:
        """Something to know; `way_back` takes back what led to it."""
        self.said.emit(Message("note", text, way_back))

    def done(self, text: Text, way_back: WayBack | None = None) -> None:
        """Something has been done; `way_back` takes it back."""
        self.said.emit(Message("done", text, way_back))

    def problem(self, text: Text) -> None:
        """Something did not work."""
        self.said.emit(Message("problem", text))

    def failed(self, failure: Failure, about: str = "") -> None:
        """Says the sentence of a failure; `about` names, on this screen only, what it is about."""
        sentence, before = failure.sentence, f"{about}: " if about else ""
        self.problem(lambda: before + sentence.in_language(self._language.code))
