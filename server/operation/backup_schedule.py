"""Starts a round of backups when one is due, in a process of its own, and says in the log when it went wrong."""

from __future__ import annotations

import logging
import subprocess
import sys
import threading
from pathlib import Path

from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from server.operation.backup_folder import BackupState, read_state
from server.settings import BackupSettings
from shared.clock import Clock

_AGAIN_SECONDS = 300.0
"""So soon a round that failed is tried again."""

_log = logging.getLogger(__name__)


class BackupSchedule:
    """Runs beside the server until `stop`. Of several server processes whichever comes first makes the backup."""

    def __init__(self, data: Path, settings: BackupSettings, clock: Clock) -> None:
        self._data = data
        self._settings = settings
        self._clock = clock
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="backups", daemon=True)

    def start(self) -> None:
        """Begins: with a round at once when one is due."""
        self._thread.start()

    def stop(self) -> None:
        """Ends a round that is under way, whose unfinished file the next one takes away."""
        self._stopped.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._stopped.wait(self._seconds_left(read_state(self._settings.folder))):
            try:
                self._round()
            except OSError as problem:  # no process was to be had
                _log.warning("backup failed", extra={"about": {"code": type(problem).__name__}})
                self._stopped.wait(_AGAIN_SECONDS)

    def _seconds_left(self, state: BackupState) -> float:
        if state.failed:
            return min(_AGAIN_SECONDS, self._settings.every)
        age = state.seconds_since_good(self._clock.now())
        return 0.0 if age is None else max(0.0, self._settings.every - age)

    def _round(self) -> None:
        command = [
            *(sys.executable, "-m", "server", "backup-round", "--data", str(self._data)),
            *("--backups", str(self._settings.folder), "--backup-every", f"{int(self._settings.every)}s"),
            *("--keep", str(self._settings.keep), "--keep-days", str(self._settings.days)),
        ]
        with subprocess.Popen(  # noqa: S603  # our own program
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as process:
            while process.poll() is None:
                if self._stopped.wait(0.1):
                    process.terminate()
                    process.wait()
                    return
        state = read_state(self._settings.folder)
        if process.returncode != 0:
            about = {"code": state.failed or f"exit_{process.returncode}", "said": state.en}
            _log.warning("backup failed", extra={"about": about})
            self._stopped.wait(0 if state.failed else _AGAIN_SECONDS)
        elif state.good:
            _log.info("backup made", extra={"about": {"file": state.good.file, "events": state.good.events}})


class BackupsWatched(Collector):
    """How old the last good backup is, for Prometheus."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._folder = folder
        self._clock = clock

    def collect(self) -> list[GaugeMetricFamily]:
        """Age, size and whether the last try failed."""
        state = read_state(self._folder)
        failed = GaugeMetricFamily("motcua_backup_failed", "1 when the last try failed.", 1 if state.failed else 0)
        age = state.seconds_since_good(self._clock.now())
        if state.good is None or age is None:
            return [failed]
        return [
            failed,
            GaugeMetricFamily("motcua_backup_age_seconds", "Seconds since the last good backup.", age),
            GaugeMetricFamily("motcua_backup_bytes", "Size of the last good backup.", state.good.size),
        ]
