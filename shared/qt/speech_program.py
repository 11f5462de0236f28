"""A speech program of the system (trình đọc văn bản): espeak-ng or speech-dispatcher, run beside the window.

The text goes to its standard input, so it stands in no list of processes. A new text ends the one before; without such
a program there is nothing to offer, and `find_speech_program` answers None.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QProcess, Signal, Slot

WORDS_PER_MINUTE = 150
"""Slower than people talk: the voice is not a good one, and the hall is loud."""

LONGEST_END_MILLISECONDS = 500

_ESPEAK_VOICES = {"en": "en-gb"}
_ESPEAK_PROGRAMS = ("espeak-ng", "espeak")
_DISPATCHER = "spd-say"


@dataclass(frozen=True, slots=True)
class SpeechCommand:
    """How a speech program is run (lệnh đọc): its path, and which of the two kinds it is."""

    path: str
    through_dispatcher: bool

    def arguments(self, language: str) -> list[str]:
        """What makes it read its standard input aloud in `language` ("vi", "en" …) and end when it has."""
        if self.through_dispatcher:
            return ["--wait", "--pipe-mode", "--language", language]
        return ["-v", _ESPEAK_VOICES.get(language, language), "-s", str(WORDS_PER_MINUTE), "--stdin"]

    def arguments_to_silence(self) -> list[str]:
        """What makes another run of it stop the speech of the first; empty where ending the first is enough."""
        return ["--cancel"] if self.through_dispatcher else []


def find_speech_program(which: Callable[[str], str | None] = shutil.which) -> SpeechCommand | None:
    """The speech program of this machine, or None. Looks through the folders of PATH, a matter of microseconds."""
    for name in (*_ESPEAK_PROGRAMS, _DISPATCHER):
        path = which(name)
        if path is not None:
            return SpeechCommand(path, name == _DISPATCHER)
    return None


class SpeechProgram(QObject):
    """Says one text at a time, without ever holding up the GUI thread. Make it there, and `close` it there.

    Signals: `fell_silent` when a text is over, was stopped, or could not be said.
    """

    fell_silent = Signal()

    def __init__(self, command: SpeechCommand) -> None:
        super().__init__()
        self._command = command
        self._process: QProcess | None = None

    @property
    def is_speaking(self) -> bool:
        """Whether a text is being said."""
        return self._process is not None

    def say(self, text: str, language: str) -> None:
        """Says `text` in `language`, in place of whatever is being said."""
        self.stop()
        process = QProcess(self)
        process.setStandardOutputFile(QProcess.nullDevice())
        process.setStandardErrorFile(QProcess.nullDevice())
        process.finished.connect(self._ended)
        process.errorOccurred.connect(self._ended)
        self._process = process
        process.start(self._command.path, self._command.arguments(language))
        process.write(text.encode("utf-8") + b"\n")
        process.closeWriteChannel()

    def stop(self) -> None:
        """Silence, at once."""
        process = self._process
        if process is None:
            return
        self._process = None
        process.kill()
        silence = self._command.arguments_to_silence()
        if silence:
            QProcess.startDetached(self._command.path, silence)
        self.fell_silent.emit()

    def close(self) -> None:
        """Silence, and no process left behind."""
        self.stop()
        for process in self.findChildren(QProcess):
            process.waitForFinished(LONGEST_END_MILLISECONDS)

    @Slot()
    def _ended(self) -> None:
        process = self.sender()
        if not isinstance(process, QProcess) or process.state() != QProcess.ProcessState.NotRunning:
            return
        process.deleteLater()
        if process is self._process:
            self._process = None
            self.fell_silent.emit()
