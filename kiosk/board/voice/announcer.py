"""The announcer: calls wait their turn, each is said to its end, and a call that comes too late is not said."""

from __future__ import annotations

from collections import OrderedDict, deque
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from PySide6.QtCore import QObject, Signal

from kiosk.board.voice.announcement import announcement
from kiosk.board.voice.clips import Clips, open_clips
from kiosk.board.voice.settings import VoiceSettings
from kiosk.board.voice.sound import Sound
from kiosk.board.voice.speaker import Speaker
from kiosk.board.voice.spoken_call import SpokenCall
from shared.clock import Clock, local
from shared.failures import EnvironmentFailure, Failure, Sentence

VoiceState = Literal["ready", "speaking", "silent"]
"""`silent` (mất tiếng): the last announcement was not heard; the next one is tried all the same."""

REMEMBERED_KEYS = 5000
"""How many keys are kept to say each call once: more than an office calls in a day."""
SPEAKER_OVERDUE = timedelta(seconds=15)
"""How long after the end of a sound the speaker may stay without an answer before people are told."""


@dataclass(frozen=True, slots=True)
class _Turn:
    call: SpokenCall
    due: datetime


class Announcer(QObject):
    """Says the calls of the board (loa gọi số), one after the other; lives on the GUI thread and never stops it.

    Signals: `speaking` and `finished` carry the key of a call that begins and that is over (heard or not), so that the
    board can highlight it; `dropped` that of one which waited too long; `changed` tells of a new `state` or `problem`.
    """

    speaking = Signal(str)
    finished = Signal(str)
    dropped = Signal(str)
    changed = Signal()

    def __init__(self, settings: VoiceSettings, speaker: Speaker, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._speaker = speaker
        self._clock = clock
        self._waiting: deque[SpokenCall] = deque()
        self._known: OrderedDict[str, None] = OrderedDict()
        self._turn: _Turn | None = None
        self._state: VoiceState = "ready"
        self._problem: Sentence | None = None
        self._clips: Clips | None = None
        try:
            self._opened_clips()
        except EnvironmentFailure as failure:
            self._show("silent", failure.sentence)

    @property
    def state(self) -> VoiceState:
        """Whether the voice works: `ready`, `speaking` or `silent`."""
        return self._state

    @property
    def problem(self) -> Sentence | None:
        """What staff should know: why nothing is heard, or why the recorded voice is not used. None: all is well."""
        return self._problem

    def announce(self, call: SpokenCall) -> None:
        """Says `call` when its turn comes; a key that was announced before is said no second time."""
        if call.key in self._known:
            return
        self._known[call.key] = None
        if len(self._known) > REMEMBERED_KEYS:
            self._known.popitem(last=False)
        self._waiting.append(call)
        self._notice_a_speaker_without_answer()
        self._go_on()

    def close(self) -> None:
        """Forgets what waits and closes the speaker."""
        self._waiting.clear()
        self._speaker.close()

    def _go_on(self) -> None:
        while self._turn is None and self._waiting:
            self._begin(self._waiting.popleft())

    def _begin(self, call: SpokenCall) -> None:
        now = self._clock.now()
        if self._is_too_late(call, now):
            self.dropped.emit(call.key)
            return
        try:
            sound = announcement(call, self._settings, self._opened_clips())
        except Failure as failure:
            self._show("silent", failure.sentence)
            return
        self._say(call, sound, now)

    def _say(self, call: SpokenCall, sound: Sound, now: datetime) -> None:
        turn = _Turn(call, now + timedelta(seconds=sound.seconds) + SPEAKER_OVERDUE)
        self._turn = turn
        self._show("speaking", self._problem)
        self.speaking.emit(call.key)
        volume = self._settings.volume_at(local(now).time())
        self._speaker.play(sound, volume, lambda failure: self._end(turn, failure))

    def _end(self, turn: _Turn, failure: Failure | None) -> None:
        if self._turn is not turn:
            return
        self._turn = None
        if failure is None:
            self._show("ready", self._voice_problem())
        else:
            self._show("silent", failure.sentence)
        self.finished.emit(turn.call.key)
        self._go_on()

    def _is_too_late(self, call: SpokenCall, now: datetime) -> bool:
        return now - call.at > timedelta(seconds=self._settings.longest_wait_seconds)

    def _notice_a_speaker_without_answer(self) -> None:
        now = self._clock.now()
        if self._turn is None or now <= self._turn.due:
            return
        late = [call for call in self._waiting if self._is_too_late(call, now)]
        self._waiting = deque(call for call in self._waiting if call not in late)
        for call in late:
            self.dropped.emit(call.key)
        self._show("silent", _SPEAKER_DOES_NOT_ANSWER)

    def _opened_clips(self) -> Clips:
        if self._clips is None:
            self._clips = open_clips(self._settings.clips_folder)
            self._show(self._state, self._voice_problem())
        return self._clips

    def _voice_problem(self) -> Sentence | None:
        if self._clips is None or self._clips.problem is None:
            return None
        return self._clips.problem.sentence

    def _show(self, state: VoiceState, problem: Sentence | None) -> None:
        if (state, problem) != (self._state, self._problem):
            self._state, self._problem = state, problem
            self.changed.emit()


_SPEAKER_DOES_NOT_ANSWER = Sentence(
    "Loa không trả lời; số vẫn hiện trên bảng. Xin kiểm tra loa và dây nối.",
    "The loudspeaker does not answer; the board still shows the numbers. Check it and its cable.",
)
