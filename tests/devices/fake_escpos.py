"""A thermal printer on a loopback socket: it understands what we send, keeps what it printed, and has bad days."""

from __future__ import annotations

import queue
import socket
import socketserver
import threading
from dataclasses import dataclass, field
from typing import Self

from PIL import Image

WAIT = 10.0
"""Seconds after which a test that waits for the fake is broken."""

_RASTER_HEAD = 8


@dataclass
class State:
    """How the fake is. `*_after`: so many bands of a picture later."""

    paper_out: bool = False
    paper_low: bool = False
    cover_open: bool = False
    offline: bool = False
    broken_knife: bool = False
    silent: bool = False
    knows_end_mark: bool = True
    paper_out_after: int | None = None
    hangs_up_after: int | None = None

    def answer(self, question: int) -> int:
        """The byte that the command reference gives for DLE EOT `question`."""
        stopped = self.paper_out or self.cover_open or self.offline or self.broken_knife
        bits = {
            1: 0x08 * stopped,
            2: 0x04 * self.cover_open | 0x20 * self.paper_out | 0x40 * self.broken_knife,
            3: 0x08 * self.broken_knife,
            4: 0x0C * (self.paper_low or self.paper_out) | 0x60 * self.paper_out,
        }
        return 0x12 | bits[question]


@dataclass
class Job:
    """What came over one connection, in words, and the bands of its picture."""

    commands: list[str] = field(default_factory=list)
    bands: list[Image.Image] = field(default_factory=list)

    @property
    def picture(self) -> Image.Image:
        """The paper as it came out: all bands below each other, white 255."""
        paper = Image.new("1", (self.bands[0].width, sum(band.height for band in self.bands)), 255)
        top = 0
        for band in self.bands:
            paper.paste(band, (0, top))
            top += band.height
        return paper


class Interpreter:
    """Reads commands as the printer does; `feed` answers what it says back. None: it hangs up."""

    def __init__(self, state: State) -> None:
        self.job = Job()
        self._state = state
        self._buffer = b""

    def feed(self, data: bytes) -> bytes | None:
        """Takes bytes as they come."""
        self._buffer += data
        said = b""
        while self._buffer:
            length = self._length_of_command()
            if length is None or len(self._buffer) < length:
                return said
            command, self._buffer = self._buffer[:length], self._buffer[length:]
            answer = self._run(command)
            if answer is None:
                return None
            said += answer
        return said

    def _length_of_command(self) -> int | None:
        begin = self._buffer
        for code, length in ((b"\x1b@", 2), (b"\x1bd", 3), (b"\x10\x04", 3), (b"\x1dr", 3), (b"\x1dV", 4)):
            if begin.startswith(code):
                return length
        if begin.startswith(b"\x1dv0"):
            return _RASTER_HEAD + self._raster_bytes() if len(begin) >= _RASTER_HEAD else None
        assert len(begin) < 2, f"a command that printers do not know: {begin[:8]!r}"
        return None

    def _raster_bytes(self) -> int:
        return int.from_bytes(self._buffer[4:6], "little") * int.from_bytes(self._buffer[6:8], "little")

    def _run(self, command: bytes) -> bytes | None:
        if command.startswith(b"\x10\x04"):
            return b"" if self._state.silent else bytes((self._state.answer(command[2]),))
        if command.startswith(b"\x1dr"):
            return self._end_mark()
        if command.startswith(b"\x1dv0"):
            return self._band(command)
        self.job.commands.append({b"\x1b@": "reset", b"\x1dV": "cut", b"\x1bd": "feed"}[command[:2]])
        return b""

    def _end_mark(self) -> bytes:
        state = self._state
        stopped = state.silent or state.paper_out or state.cover_open or state.offline
        return b"" if stopped or not state.knows_end_mark else b"\x00"

    def _band(self, command: bytes) -> bytes | None:
        width, height = int.from_bytes(command[4:6], "little") * 8, int.from_bytes(command[6:8], "little")
        black = Image.frombytes("1", (width, height), command[_RASTER_HEAD:])
        self.job.commands.append("band")
        self.job.bands.append(black.point(lambda dot: 0 if dot else 255))
        if len(self.job.bands) == self._state.paper_out_after:
            self._state.paper_out = True
        return None if len(self.job.bands) == self._state.hangs_up_after else b""


class _Connection(socketserver.BaseRequestHandler):
    server: _Server

    def handle(self) -> None:
        self.server.calls += 1
        interpreter = Interpreter(self.server.state)
        line: socket.socket = self.request
        try:
            while data := line.recv(65536):
                answer = interpreter.feed(data)
                if answer is None:
                    break
                line.sendall(answer)
        except OSError:
            interpreter.job.commands.append("aborted")
        self.server.ended.put(interpreter.job)


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True

    def __init__(self, state: State) -> None:
        self.state = state
        self.calls = 0
        self.ended: queue.Queue[Job] = queue.Queue()
        super().__init__(("127.0.0.1", 0), _Connection)


class FakeEscpos:
    """The fake, running while its `with` block runs. `state` may be changed at any time."""

    def __init__(self, state: State | None = None) -> None:
        self.state = state or State()
        self._server = _Server(self.state)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})

    @property
    def port(self) -> int:
        """Where it listens on 127.0.0.1."""
        return int(self._server.server_address[1])

    @property
    def calls(self) -> int:
        """How many connections were made."""
        return self._server.calls

    def job(self) -> Job:
        """The next connection that ended; waits for it."""
        return self._server.ended.get(timeout=WAIT)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(WAIT)
