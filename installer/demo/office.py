"""The sample office as processes: a server, a kiosk and counters, each with its own encrypted database."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from installer.demo.province import Province
from installer.demo.remote import BackgroundProgram
from installer.demo.servers import Server
from shared.clock import ClockOnTheWall, ShiftedClock

ROOT = Path(__file__).resolve().parents[2]
_OFFICE_SERVER = "Máy chủ tại bộ phận"

P = TypeVar("P", bound=BackgroundProgram)
Start = Callable[[str, Sequence[str], dict[str, str], Path], P]
"""How a program is started: name, command line, environment, file for its complaints."""


@dataclass(frozen=True, slots=True)
class Folders:
    """Where everything of one demonstration lies."""

    whole: Path

    @property
    def tickets(self) -> Path:
        """The slips that the kiosk has printed."""
        return self.whole / "tickets"

    @property
    def forms(self) -> Path:
        """The forms that the counters have printed."""
        return self.whole / "forms"

    @property
    def calls(self) -> Path:
        """The calls that the board has spoken."""
        return self.whole / "calls"

    @property
    def screens(self) -> Path:
        """Photographs of the windows."""
        return self.whole / "screens"

    @property
    def reports(self) -> Path:
        """The reports of the province."""
        return self.whole / "reports"

    def scans(self, name: str) -> Path:
        """Where the scanner of one counter puts its files."""
        return self.whole / "scans" / name

    def data(self, name: str) -> Path:
        """The data folder of one program."""
        return self.whole / "data" / name

    def log(self, name: str) -> Path:
        """What one program complained of."""
        return self.whole / "logs" / f"{name}.log"


class Office:
    """Starts the programs of one office, all by the same clock.

    Attributes: `folders`.
    """

    def __init__(self, folders: Folders, clock: ShiftedClock | ClockOnTheWall, *, on_screen: bool) -> None:
        self.folders = folders
        self._on_screen = on_screen
        self._env = _environment(on_screen=on_screen)
        self.keep_time(clock)
        self._codes: dict[str, str] = {}
        self._programs: list[BackgroundProgram] = []
        self._scratch = TemporaryDirectory(prefix="motcua-")
        self._server = self._server_called("server")

    @property
    def url(self) -> str:
        """Where the office's server listens, once it has run."""
        return self._server.url

    @property
    def data(self) -> Path:
        """The folder of the office's server's database."""
        return self._server.data

    def keep_time(self, clock: ShiftedClock | ClockOnTheWall) -> None:
        """Gives `clock` to every program that is started from now on."""
        self._env["MOTCUA_DEMONSTRATION_CLOCK"] = clock.as_setting()

    def on_display(self, name: str) -> None:
        """Programs that are started from now on open their windows on the display `name`, such as ":1"."""
        self._env |= {"DISPLAY": name, "QT_QPA_PLATFORM": "xcb"}

    def set_up(self, kiosks: Sequence[str], counters: Sequence[str], boards: Sequence[str] = ()) -> None:
        """Makes the sample office by itself, and asks for one enrolment code for each device."""
        self._server.command("init", "--sample")
        self._codes = self._server.invite(_devices(kiosks, counters, boards))

    def province(self) -> Province:
        """The province above this office, not set up yet."""
        return Province(self._server_called("province"))

    def join(
        self, province: Province, kiosks: Sequence[str], counters: Sequence[str], boards: Sequence[str] = ()
    ) -> None:
        """Makes this server the office server of the one office of `province`, which lets server and devices in."""
        code = province.invite([("office_server", _OFFICE_SERVER)])[_OFFICE_SERVER]
        with ThreadPoolExecutor(1) as meanwhile:
            joined = meanwhile.submit(self._server.command, "join", "--upstream", province.url, "--code", code)
            self._codes = province.invite(_devices(kiosks, counters, boards))
            joined.result()

    def start_server(self) -> None:
        """Starts the server, where it was before if it ran already."""
        self._server.start()

    def stop_server(self) -> None:
        """Asks the server to end, and waits until it has."""
        self._server.stop()

    def start_kiosk(self, name: str, start: Start[P]) -> P:
        """Starts a kiosk, enrolled at its first start."""
        argv = self._device("kiosk", name, self.folders.tickets)
        env = self._env if self._on_screen else {**self._env, "QT_QPA_PLATFORM": self._screen("kiosk", 1080, 1920)}
        where = ["--windowed"] if self._on_screen else []
        return self._kept(start(name, [*argv, *where], env, self.folders.log(name)))

    def start_counter(self, name: str, start: Start[P]) -> P:
        """Starts a counter, enrolled at its first start."""
        scans = self.folders.scans(name)
        scans.mkdir(parents=True, exist_ok=True)
        argv = [*self._device("counter", name, self.folders.forms), "--scans", str(scans)]
        return self._kept(start(name, argv, self._env, self.folders.log(name)))

    def start_board(self, name: str, start: Start[P]) -> P:
        """Starts a call board, enrolled at its first start; off screen its calls are written as sound files."""
        argv = [sys.executable, "-m", "kiosk", "--board", "--data", str(self.folders.data(name))]
        argv += ["--server", self.url, "--enrol", self._codes[name]]
        env = self._env if self._on_screen else {**self._env, "QT_QPA_PLATFORM": self._screen("board", 1920, 1080)}
        where = ["--windowed"] if self._on_screen else ["--sound", str(self.folders.calls)]
        return self._kept(start(name, [*argv, *where], env, self.folders.log(name)))

    def stop_everything(self) -> None:
        """Ends whatever still runs, the server last."""
        for program in self._programs:
            if program.is_running:
                program.kill()
        self.stop_server()
        self._scratch.cleanup()

    def _kept(self, program: P) -> P:
        self._programs.append(program)
        return program

    def _screen(self, name: str, width: int, height: int) -> str:
        """The platform of a program without a display that shall believe in one of this size."""
        screen = {"name": name, "x": 0, "y": 0, "width": width, "height": height, "logicalDpi": 96, "dpr": 1}
        # Not below the person's own folder: Qt reads this path without Vietnamese letters.
        file = Path(self._scratch.name) / f"{name}.json"
        file.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
        return f"offscreen:configfile={file}"

    def _server_called(self, name: str) -> Server:
        return Server(name, self.folders.data(name), self.folders.log(name), self._env)

    def _device(self, module: str, name: str, prints: Path) -> list[str]:
        argv = [sys.executable, "-m", module, "--data", str(self.folders.data(name)), "--prints", str(prints)]
        return [*argv, "--server", self.url, "--enrol", self._codes[name]]


def _devices(kiosks: Sequence[str], counters: Sequence[str], boards: Sequence[str]) -> list[tuple[str, str]]:
    """Kind and name of each."""
    kinds = (("kiosk", kiosks), ("counter", counters), ("board", boards))
    return [(kind, name) for kind, names in kinds for name in names]


def _environment(*, on_screen: bool) -> dict[str, str]:
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "NO_PROXY": "127.0.0.1,localhost"}
    if not on_screen:
        env["QT_QPA_PLATFORM"] = "offscreen"
    return env
