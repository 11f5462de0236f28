"""The line to a printer (đường truyền tới máy in): bytes there, bytes back, and never a wait without an end.

python-escpos writes the commands; the lines are our own, because its sockets stay open when a connection fails, its USB
printer is reset with every opening, and its serial port and device file wait for ever for a printer that has stopped.
"""

from __future__ import annotations

import contextlib
import os
import select
import socket
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

_RESET_AT_CLOSE = struct.pack("hh" if os.name == "nt" else "ii", 1, 0)
"""struct linger: on, no seconds."""


class Link(Protocol):
    """An open line to a printer. Everything raises OSError when the line is gone."""

    lag_seconds: float
    """How long bytes that were sent may still be under way."""

    can_answer: bool
    """Whether there is a way back; without one the printer is asked nothing."""

    def send(self, data: bytes, seconds: float) -> None:
        """Sends all of `data`; TimeoutError (an OSError) when that takes longer than `seconds`."""
        ...

    def receive(self, seconds: float) -> bytes:
        """What the printer says within `seconds`; nothing when it is silent or cannot speak."""
        ...

    def close(self) -> None:
        """Lets the line go; what was sent still arrives."""
        ...

    def abort(self) -> None:
        """Lets the line go and throws away what has not arrived, so that no half slip comes out later."""
        ...


OpenLink = Callable[[float], Link]
"""Opens a line within so many seconds, or raises OSError."""


class SocketLink:
    """A line to a printer in the network, TCP port 9100 as a rule.

    `host` should be an address, not a name: a name server that is down is waited for longer than asked.
    """

    lag_seconds = 0.0
    can_answer = True

    def __init__(self, host: str, port: int, seconds: float) -> None:
        self._socket = socket.create_connection((host, port), timeout=seconds)

    def send(self, data: bytes, seconds: float) -> None:
        """Sends all of `data` within `seconds`."""
        self._socket.settimeout(seconds)
        self._socket.sendall(data)

    def receive(self, seconds: float) -> bytes:
        """What has come, or comes within `seconds`. ConnectionResetError when the printer has hung up."""
        self._socket.settimeout(seconds)
        try:
            said = self._socket.recv(64)
        except (TimeoutError, BlockingIOError):
            return b""
        if not said:
            raise ConnectionResetError("the printer has hung up")
        return said

    def close(self) -> None:
        """Ends the connection; what was sent still arrives."""
        # Bytes left unread would make the end a reset, which takes what was sent along with it.
        with contextlib.suppress(OSError):
            while self.receive(0):
                continue
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_WR)
        self._socket.close()

    def abort(self) -> None:
        """Resets the connection."""
        with contextlib.suppress(OSError):
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_AT_CLOSE)
        self._socket.close()


class FileLink:
    """A line to a device file such as /dev/usb/lp0: it can be written only, so the printer cannot tell anything."""

    lag_seconds = 0.0
    can_answer = False

    def __init__(self, path: Path) -> None:
        # Not created when it is missing: a printer that is unplugged would silently become a file.
        self._handle = os.open(path, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0))

    def send(self, data: bytes, seconds: float) -> None:
        """Writes all of `data`; TimeoutError when the device takes nothing for `seconds`."""
        rest = memoryview(data)
        while rest:
            if not select.select([], [self._handle], [], seconds)[1]:
                raise TimeoutError("the printer takes nothing")
            with contextlib.suppress(BlockingIOError):
                rest = rest[os.write(self._handle, rest) :]

    def receive(self, seconds: float) -> bytes:  # noqa: ARG002  # nobody waits for a line without a way back
        """Nothing: the file is for writing."""
        return b""

    def close(self) -> None:
        """Closes the file."""
        os.close(self._handle)

    abort = close


class SerialLink:
    """A line to a serial printer, eight bits, no parity. Slower than any head prints, it needs no flow control."""

    can_answer = True
    _KERNEL_BYTES = 4096

    def __init__(self, device: str, baud: int) -> None:
        # Loaded with the first slip: it would slow down every start.
        import serial

        self._seconds_a_byte = 10 / baud
        self.lag_seconds = self._KERNEL_BYTES * self._seconds_a_byte
        self._port: Any = serial.Serial(device, baud, timeout=0)

    def send(self, data: bytes, seconds: float) -> None:
        """Sends all of `data` within `seconds` and the time that so many bytes take on the wire."""
        self._port.write_timeout = seconds + 2 * len(data) * self._seconds_a_byte
        self._port.write(data)

    def receive(self, seconds: float) -> bytes:
        """What has come, or the first byte that comes within `seconds`."""
        self._port.timeout = seconds
        first: bytes = self._port.read(1)
        if not first:
            return b""
        self._port.timeout = 0
        rest: bytes = self._port.read(63)
        return first + rest

    def close(self) -> None:
        """Closes the port; the system sends what it still holds."""
        self._port.close()

    def abort(self) -> None:
        """Throws away what the system still holds and closes the port."""
        with contextlib.suppress(OSError):
            self._port.reset_output_buffer()
        self._port.close()
