"""Reads the screens aloud to whoever has switched it on in the help, until the next citizen comes."""

from __future__ import annotations

import re
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtQuick import QQuickView

from kiosk.language import Language
from kiosk.read_aloud import Said, as_speech, uppermost_layer
from kiosk.shell import Shell
from kiosk.view_model import ViewModel

PAUSE_MILLISECONDS = 300
"""How long a screen has stood before it is read: by then it has found its words."""

_FIGURES = re.compile(r"[0-9]+")


class Speaks(Protocol):
    """What says a text (`shared.qt.speech_program.SpeechProgram`)."""

    @property
    def is_speaking(self) -> bool:
        """Whether a text is being said."""
        ...

    def say(self, text: str, language: str) -> None:
        """Says `text`, in place of whatever is being said."""
        ...

    def stop(self) -> None:
        """Silence, at once."""
        ...

    def close(self) -> None:
        """Silence for good."""
        ...


class ScreenReader(QObject):
    """Reads each new screen whole, and on the same screen what has come to it; counts that merely change are no news.

    A touch silences it (`hush`), and so does another screen.
    """

    def __init__(
        self, view: QQuickView, shell: Shell, journeys: tuple[ViewModel, ...], language: Language, program: Speaks
    ) -> None:
        super().__init__()
        self._view = view
        self._shell = shell
        self._language = language
        self._program = program
        self._read_layer: tuple[str, str] | None = None
        self._known: frozenset[str] = frozenset()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MILLISECONDS)
        self._timer.timeout.connect(self.read)
        self._models = (shell, *journeys)
        for model in self._models:
            model.changed.connect(self._follow)

    def is_listened_to(self) -> bool:
        """Whether a screen is being read, so that nobody is missed; while the countdown is read, somebody is."""
        return self._program.is_speaking and self._shell.state.countdown is None

    @Slot()
    def hush(self) -> None:
        """The glass was touched: silence."""
        self._program.stop()

    @Slot()
    def read(self) -> None:
        """Reads the screen if it is another one than before, or else what is new on it."""
        if not self._shell.state.read_aloud:
            return
        layer = uppermost_layer(self._view.rootObject())
        words = self._language.words
        known = self._known if self._read_layer == (layer.name, words.language) else frozenset()
        new = tuple(said for said in layer.said if _without_figures(said) not in known)
        self._read_layer = (layer.name, words.language)
        self._known = frozenset(map(_without_figures, layer.said))
        if new:
            self._program.say(as_speech(new, words), words.language)

    def close(self) -> None:
        """Silence for good."""
        for model in self._models:
            model.changed.disconnect(self._follow)
        self._timer.stop()
        self._program.close()

    @Slot()
    def _follow(self) -> None:
        if self._shell.state.read_aloud:
            if self._read_layer is not None and self._read_layer[0] != uppermost_layer(self._view.rootObject()).name:
                self._program.stop()
            self._timer.start()
        elif self._read_layer is not None or self._timer.isActive():
            self._timer.stop()
            self._read_layer = None
            self._program.stop()


def _without_figures(said: Said) -> str:
    """What stays the same while a clock, a countdown or a queue goes on."""
    return f"{said.kind} {said.chosen} {_FIGURES.sub('#', said.text)}"
