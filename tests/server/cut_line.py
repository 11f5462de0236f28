"""A line that can be cut and mended: a forwarder on loopback between an office server and the province."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from urllib.parse import urlsplit

_CHUNK = 65536


class CutLine:
    """The way to the server at `server_url`. Attributes: `url`, where it begins."""

    def __init__(self, server_url: str) -> None:
        parts = urlsplit(server_url)
        assert parts.hostname is not None
        assert parts.port is not None
        self._target = (parts.hostname, parts.port)
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._lock = threading.Lock()
        self._is_cut = False
        self._open: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []
        self.url = f"http://127.0.0.1:{self._listening.getsockname()[1]}"
        self._begin(self._accept)

    def cut(self) -> None:
        """Ends every connection; new ones end at once."""
        with self._lock:
            self._is_cut = True
            for connection in self._open:
                _end(connection)

    def mend(self) -> None:
        """Lets connections through again."""
        with self._lock:
            self._is_cut = False

    def close(self) -> None:
        """Ends it for good."""
        self.cut()
        _end(self._listening)
        self._listening.close()
        for thread in self._threads:
            thread.join()
        for connection in self._open:
            connection.close()

    def _begin(self, work: Callable[..., None], *arguments: socket.socket) -> None:
        thread = threading.Thread(target=work, args=arguments)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listening.accept()
            except OSError:
                return
            with self._lock:
                if self._is_cut:
                    near.close()
                    continue
                far = socket.create_connection(self._target, timeout=30)
                far.settimeout(None)
                self._open |= {near, far}
            self._begin(self._forward, near, far)
            self._begin(self._forward, far, near)

    def _forward(self, source: socket.socket, target: socket.socket) -> None:
        with suppress(OSError):
            while data := source.recv(_CHUNK):
                target.sendall(data)
        for connection in (source, target):
            _end(connection)


@contextmanager
def cut_line(server_url: str) -> Iterator[CutLine]:
    """A line to the server, whole at first."""
    line = CutLine(server_url)
    try:
        yield line
    finally:
        line.close()


def _end(connection: socket.socket) -> None:
    with suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)
