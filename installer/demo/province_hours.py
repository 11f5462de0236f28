"""The province's part of the morning: the line to it is cut and comes back; at the end it looks at what has arrived."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from installer.demo.databases import is_in_step
from installer.demo.office import Office
from installer.demo.officer import Officer
from installer.demo.pace import Pace
from installer.demo.province import ADMINISTRATOR, LEADER, Province
from shared.clock import Clock

_ARRIVING_SECONDS = 90.0
_LOOK_SECONDS = 0.5
_SHOWN_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class Seen:
    """What the province saw at the end (kết quả ở tỉnh): names of the reports, names of the pictures of its pages.

    `note`: why there are no pictures.
    """

    reports: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    note: str = ""


class ProvinceHours:
    """Cuts the line between `office` and `province` and mends it.

    Attributes: `cut_seconds`, how long it was cut.
    """

    def __init__(self, province: Province, office: Office, pace: Pace) -> None:
        self._province, self._office = province, office
        self._pace = pace
        self._cut_at = 0.0
        self.cut_seconds = 0.0

    def cut_the_line(self) -> None:
        """The central server is away."""
        self._cut_at = self._pace.seconds()
        self._province.stop()

    def mend_the_line(self) -> None:
        """It is back."""
        self._province.start()
        self.cut_seconds = self._pace.seconds() - self._cut_at

    def wait_until_all_has_arrived(self) -> None:
        """Waits until both servers have the same; what is missing after that is found when it is counted."""
        patience = self._pace.seconds() + _ARRIVING_SECONDS
        inside, above = self._office.data, self._province.data
        while not is_in_step(inside, above) and self._pace.seconds() < patience:
            self._pace.wait(_LOOK_SECONDS)

    def look(self) -> Seen:
        """Reports and pages of the day; from now on the clock goes no faster than people do."""
        clock = self._pace.slowed()
        self._office.keep_time(clock)
        self._province.stop()
        with ThreadPoolExecutor(1) as meanwhile:
            reports = meanwhile.submit(self._province.write_reports, self._office.folders.reports)
            pictures, note = self._photograph(clock)
            return Seen(reports.result(), pictures, note)

    def _photograph(self, clock: Clock) -> tuple[tuple[str, ...], str]:
        """The names of the pictures, and why there are none."""
        chromium = shutil.which("chromium")
        if chromium is None:
            return (), "không có Chromium / no Chromium here"
        try:
            # Imported here: Playwright comes with the packages of the tests, and all else goes without it.
            from installer.demo.browser_pictures import photograph_pages
        except ModuleNotFoundError:
            return (), "không có Playwright / no Playwright here"
        self._province.let_in(LEADER, ADMINISTRATOR)
        self._province.start()
        pictures = photograph_pages(Path(chromium), self._province.url, clock, self._office.folders.screens)
        self._province.stop()
        return pictures, ""


def looks_at_the_marks(officer: Officer) -> None:
    """The officer sees that all is safe in the office, and how much the province lacks."""
    program = officer.hands.program
    program.wait_for("sync_province", contains="Tỉnh chưa nhận", patience=_SHOWN_SECONDS)
    officer.hands.photograph("safe_in_the_office")
