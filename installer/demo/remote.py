"""The driver's end of the remote control: a program of ours, started, driven as a person would, and ended."""

from __future__ import annotations

import contextlib
import itertools
import json
import queue
import signal
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

STARTING_SECONDS = 60.0
PATIENCE_SECONDS = 10.0
GRACE_SECONDS = 10.0
_STILL_SECONDS = 1.5
_TAIL_LINES = 15
_OF_NO_CONSEQUENCE = "This plugin does not support propagateSizeHints()"


class RemoteError(Exception):
    """A program did not do what it was asked to; says which program, what was asked, and what it last complained of."""


class InVainError(RemoteError):
    """What was waited for did not come in time."""


class BackgroundProgram:
    """A process of ours (tiến trình) whose complaints go to `log`.

    Attributes: `name`, `log` (its standard error), `process`.
    """

    def __init__(self, name: str, argv: Sequence[str], env: Mapping[str, str], log: Path) -> None:
        self.name = name
        self.log = log
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("ab") as complaints:
            self.process = subprocess.Popen(
                list(argv), env=dict(env), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=complaints
            )
        self._reader = threading.Thread(target=self._read, name=f"{name}-output", daemon=True)
        self._reader.start()

    @property
    def is_running(self) -> bool:
        """Whether the process has not ended."""
        return self.process.poll() is None

    def kill(self) -> None:
        """Takes the power away (SIGKILL): nothing can be tidied up."""
        self.process.kill()
        self._ended(GRACE_SECONDS)

    def terminate(self, seconds: float = GRACE_SECONDS) -> int:
        """Asks it to end (SIGTERM), which may take so long, and answers its exit status."""
        self.process.send_signal(signal.SIGTERM)
        return self._ended(seconds)

    def complaints(self) -> str:
        """The last lines of its standard error."""
        text = self.log.read_text(encoding="utf-8", errors="replace")
        lines = [line for line in text.splitlines() if _OF_NO_CONSEQUENCE not in line]
        return "\n".join(lines[-_TAIL_LINES:])

    def taken(self, line: bytes) -> None:
        """One line of its standard output; nobody minds it here."""

    def _read(self) -> None:
        output = self.process.stdout
        if output is not None:
            for line in output:
                self.taken(line)
        self.silent()

    def silent(self) -> None:
        """Its standard output has ended."""

    def _ended(self, seconds: float) -> int:
        try:
            status = self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise self.error(f"did not end within {seconds:g} s") from None
        self._reader.join(seconds)
        for stream in (self.process.stdin, self.process.stdout):
            if stream is not None:
                with contextlib.suppress(BrokenPipeError):
                    stream.close()
        return status

    def error(self, what: str) -> RemoteError:
        """An error that names this program and quotes its complaints."""
        complaints = self.complaints()
        return RemoteError(f"{self.name}: {what}" + (f"\n{complaints}" if complaints else ""))


class RemoteProgram(BackgroundProgram):
    """A kiosk or counter under remote control. Used by one thread at a time.

    Every deed raises RemoteError when the program refuses, does not answer in time, or has ended.
    """

    def __init__(self, name: str, argv: Sequence[str], env: Mapping[str, str], log: Path) -> None:
        self._answers: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._numbers = itertools.count(1)
        super().__init__(name, [*argv, "--remote-control"], env, log)

    def taken(self, line: bytes) -> None:
        """Keeps an answer; other output of the program is let pass."""
        try:
            answer = json.loads(line)
        except ValueError:
            return
        if isinstance(answer, dict) and ("ready" in answer or "ok" in answer):
            self._answers.put(answer)

    def silent(self) -> None:
        """Wakes whoever waits for an answer that will not come."""
        self._answers.put(None)

    def wait_ready(self, seconds: float = STARTING_SECONDS) -> None:
        """Waits until the program takes commands."""
        answer = self._next_answer(seconds, "start")
        if "ready" not in answer:
            raise self.error("did not say that it is ready")

    def click(
        self, name: str, *, row: int | None = None, text: str | None = None, patience: float | None = None
    ) -> None:
        """Presses the mouse on `name`, or on a row of it (by number or by a part of its text)."""
        self._ask("click", patience, name=name, row=row, text=text)

    def choose(self, name: str, text: str) -> None:
        """Opens the combo box `name` and presses the row that shows `text`."""
        self._ask("choose", None, name=name, text=text)

    def type(self, text: str, into: str | None = None) -> None:
        """Types `text` where the focus is, or into a field that is clicked before."""
        self._ask("type", None, text=text, name=into)

    def key(self, keys: str) -> None:
        """Presses one key or combination."""
        self._ask("key", None, keys=keys)

    def scan(self, text: str) -> None:
        """Holds a code before the scanner."""
        self._ask("scan", None, text=text)

    def read(self, name: str, what: str = "text") -> Any:
        """The value of a property."""
        return self._ask("read", None, name=name, property=what)

    def where(self, name: str) -> tuple[int, int]:
        """The point of the screen at which a pointer would press `name`."""
        x, y = self._ask("where", None, name=name)
        return int(x), int(y)

    def wait(self, name: str, patience: float | None = None) -> None:
        """Waits until `name` is visible."""
        self._ask("wait", patience, name=name)

    def wait_for(self, name: str, what: str = "text", *, patience: float | None = None, **condition: object) -> Any:
        """Waits until a property of `name` meets `is_`, `is_not` or `contains`; answers its value."""
        asked = {key.removesuffix("_"): value for key, value in condition.items()}
        return self._ask("wait", patience, name=name, property=what, **asked)

    def becomes(self, name: str, what: str = "text", *, patience: float, **condition: object) -> bool:
        """Whether a property of `name` meets the condition of `wait_for` within `patience` seconds."""
        try:
            self.wait_for(name, what, patience=patience, **condition)
        except InVainError:
            return False
        return True

    def wait_gone(self, name: str, patience: float | None = None) -> None:
        """Waits until `name` is not visible."""
        self._ask("gone", patience, name=name)

    def wait_shows(self, text: str, patience: float | None = None) -> None:
        """Waits until some visible text contains `text`."""
        self._ask("shows", patience, text=text)

    def texts(self) -> list[str]:
        """Everything that can be read in the windows."""
        return list(self._ask("texts", None))

    def exists(self, name: str) -> bool:
        """Whether `name` is visible now."""
        return bool(self._ask("exists", None, name=name))

    def names(self) -> list[str]:
        """All visible names: for finding out why something is not found."""
        return list(self._ask("names", None))

    def wait_named(self, beginning: str) -> str:
        """Waits until something is visible whose name begins so; answers the first such name."""
        until = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < until:
            found = next((name for name in self.names() if name.startswith(beginning)), None)
            if found is not None:
                return found
        raise InVainError(f"{self.name}: nothing visible has a name that begins with {beginning}")

    def picture(self, file: Path) -> None:
        """Photographs the window."""
        file.parent.mkdir(parents=True, exist_ok=True)
        self._ask("picture", _STILL_SECONDS, file=str(file))

    def last_picture(self, file: Path) -> None:
        """Photographs what the window shows after something failed, if the program can still be asked."""
        if self.is_running:
            with contextlib.suppress(RemoteError):
                self.picture(file)

    def stop(self) -> int:
        """Closes the program as a person would; answers its exit status."""
        if self.is_running:
            self._ask("quit", None)
        return self._ended(GRACE_SECONDS)

    def _ask(self, deed: str, patience: float | None, **fields: object) -> Any:
        number = next(self._numbers)
        seconds = PATIENCE_SECONDS if patience is None else patience
        command = {"id": number, "do": deed, "timeout": seconds}
        command |= {key: value for key, value in fields.items() if value is not None}
        what = f"{deed} {fields.get('name') or fields.get('keys') or ''}".strip()
        self._send(command, what)
        answer = self._next_answer(seconds + GRACE_SECONDS, what)
        if answer.get("id") != number:
            raise self.error(f"{what}: answered something else")
        if not answer["ok"]:
            problem = self.error(f"{what}: {answer['error']}")
            raise InVainError(*problem.args) if answer.get("in_vain") else problem
        return answer.get("value")

    def _send(self, command: Mapping[str, object], what: str) -> None:
        stream = self.process.stdin
        try:
            if stream is not None:
                stream.write(json.dumps(command, ensure_ascii=False).encode() + b"\n")
                stream.flush()
        except (OSError, ValueError) as problem:
            raise self.error(f"{what}: the program has ended") from problem

    def _next_answer(self, seconds: float, what: str) -> dict[str, Any]:
        try:
            answer = self._answers.get(timeout=seconds)
        except queue.Empty:
            raise self.error(f"{what}: no answer within {seconds:g} s") from None
        if answer is None:
            raise self.error(f"{what}: the program has ended")
        return answer
