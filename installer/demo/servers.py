"""A server of the demonstration, the office's or the province's: its data, its commands and its process."""

from __future__ import annotations

import queue
import subprocess
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from installer.demo.remote import STARTING_SECONDS, BackgroundProgram, RemoteError

_LISTENING = "listening on "
_STOPPING_SECONDS = 30.0


class ServerProgram(BackgroundProgram):
    """The server's process; `url` answers where it listens."""

    def __init__(self, name: str, argv: Sequence[str], env: Mapping[str, str], log: Path) -> None:
        self._urls: queue.Queue[str | None] = queue.Queue()
        super().__init__(name, argv, env, log)

    def taken(self, line: bytes) -> None:
        """Waits for the line that says where it listens."""
        text = line.decode(errors="replace").strip()
        if text.startswith(_LISTENING):
            self._urls.put(text.removeprefix(_LISTENING))

    def silent(self) -> None:
        """Wakes whoever waits for the address."""
        self._urls.put(None)

    def url(self) -> str:
        """Waits until it takes connections; answers its address."""
        try:
            url = self._urls.get(timeout=STARTING_SECONDS)
        except queue.Empty:
            raise self.error(f"does not listen after {STARTING_SECONDS:g} s") from None
        if url is None:
            raise self.error("ended before it listened")
        return url


class Server:
    """One server with the database in `data`. `env` is looked at whenever something is started.

    Attributes: `url`, where it listens; after every start it is the same again.
    """

    def __init__(self, name: str, data: Path, log: Path, env: Mapping[str, str]) -> None:
        self.data = data
        self.url = ""
        self._name, self._log, self._env = name, log, env
        self._program: ServerProgram | None = None

    def start(self) -> None:
        """Starts it, where it was before if it ran already, and waits until it takes connections."""
        listen = self.url.removeprefix("http://") or "127.0.0.1:0"
        argv = [sys.executable, "-m", "server", "serve", "--data", str(self.data), "--listen", listen]
        self._program = ServerProgram(self._name, argv, self._env, self._log)
        self.url = self._program.url()

    def stop(self) -> None:
        """Asks it to end, if it runs, and waits until it has."""
        if self._program is not None and self._program.is_running:
            status = self._program.terminate(_STOPPING_SECONDS)
            if status not in (0, -15):
                raise self._program.error(f"ended with status {status}")

    def command(self, *arguments: str, typed: str = "") -> str:
        """Runs a command on its database and answers what it prints; RemoteError when it refuses."""
        argv = [sys.executable, "-m", "server", *arguments, "--data", str(self.data)]
        done = subprocess.run(
            argv, env=self._env, input=typed, capture_output=True, text=True, encoding="utf-8", check=False
        )
        if done.returncode != 0:
            raise RemoteError(f"{self._name}: {arguments[0]}: {done.stderr.strip()}")
        return done.stdout

    def invite(self, devices: Sequence[tuple[str, str]]) -> dict[str, str]:
        """One enrolment code for each device, a kind and a name; answers the codes by the names."""
        with ThreadPoolExecutor(2) as pool:
            codes = pool.map(lambda each: self._enrolment_code(*each), devices)
            return {name: code for (_, name), code in zip(devices, codes, strict=True)}

    def _enrolment_code(self, kind: str, name: str) -> str:
        return self.command("enrolment-code", "--kind", kind, "--name", machine_name(name)).strip()


_MACHINES = {"kiosk": "Máy lấy số", "board": "Bảng gọi số", "counter": "Quầy", "post-point": "Điểm bưu điện"}


def machine_name(program: str) -> str:
    """What people call the machine of `program`: "Quầy 3" of "counter-3"; a name that is no program's stays."""
    if program in _MACHINES:
        return _MACHINES[program]
    kind, _, number = program.rpartition("-")
    return f"{_MACHINES[kind]} {number}" if kind in _MACHINES else program
