"""Hands the new calls of the board to the announcer, and follows the office's rules for the voice."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kiosk.board.calls_shown import LONGEST_TURN
from kiosk.board.ports import BoardView
from kiosk.board.speech import to_speak, voice_settings
from kiosk.board.voice.announcer import Announcer
from kiosk.board.voice.settings import VoiceSettings
from kiosk.board.voice.speaker import Speaker
from kiosk.board.voice.spoken_call import SpokenCall
from shared.clock import Clock
from shared.failures import Sentence


class BoardVoice(QObject):
    """The voice beside the board; the calls that stand when it starts are not spoken again.

    `clips_folder` holds a recorded voice, None for the shipped one. Signals: `changed` when `speaking`, `waiting` or
    `problem` have a new value.
    """

    changed = Signal()

    def __init__(self, speaker: Speaker, clock: Clock, clips_folder: Path | None) -> None:
        super().__init__()
        self._speaker = speaker
        self._clock = clock
        self._clips_folder = clips_folder
        self._known: set[str] = set()
        self._date: str | None = None
        self._waiting: dict[str, datetime] = {}
        self._speaking: str | None = None
        self._problem: Sentence | None = None
        self._wanted = VoiceSettings(clips_folder=clips_folder)
        self._settings = self._wanted
        self._announcer = self._new_announcer()
        self._problem = self._announcer.problem if self._announcer.state == "silent" else None

    @property
    def speaking(self) -> str | None:
        """The key of the call that is being said; None also when the speaker does not answer."""
        return self._speaking if self._announcer.state == "speaking" else None

    @property
    def waiting(self) -> frozenset[str]:
        """The keys of the calls whose turn comes."""
        return frozenset(self._waiting)

    @property
    def problem(self) -> Sentence | None:
        """Why nothing is heard; None while calls are heard."""
        return self._problem

    def hear(self, view: BoardView) -> None:
        """Takes what the board has just read: announces each call that was not there before."""
        now = self._clock.now()
        self._wanted = voice_settings(view.rules, self._clips_folder)
        self._waiting = {key: since for key, since in self._waiting.items() if now - since < LONGEST_TURN}
        self._follow_the_rules()
        fresh = to_speak(self._known, view, now) if self._date is not None else ()
        keys = {call.key for call in view.called}
        self._known = self._known | keys if self._date == view.date else keys
        self._date = view.date
        for call in fresh:
            self._waiting[call.key] = now
            self._announcer.announce(SpokenCall(call.key, call.label, call.counter_number, now))
        if fresh:
            self.changed.emit()

    def close(self) -> None:
        """Falls silent."""
        self._announcer.close()

    def _begun(self, key: str) -> None:
        self._waiting.pop(key, None)
        self._speaking = key
        self.changed.emit()

    def _over(self, key: str) -> None:
        self._waiting.pop(key, None)
        if self._speaking == key:
            self._speaking = None
        self._follow_the_rules()
        self.changed.emit()

    def _follow_the_rules(self) -> None:
        """Changes to the wanted settings between two announcements, so that none is cut."""
        if self._wanted == self._settings or self._speaking is not None or self._waiting:
            return
        self._announcer.deleteLater()
        self._settings = self._wanted
        self._announcer = self._new_announcer()

    def _new_announcer(self) -> Announcer:
        made = Announcer(self._settings, self._speaker, self._clock, self)
        made.speaking.connect(self._begun)
        made.finished.connect(self._over)
        made.dropped.connect(self._over)
        made.changed.connect(self._note_its_state)
        return made

    def _note_its_state(self) -> None:
        """While it tries once more, what was wrong before still stands."""
        if self._announcer.state != "speaking":
            self._problem = self._announcer.problem if self._announcer.state == "silent" else None
        self.changed.emit()
