"""The central server of the sample's province: the ward belongs to it, and citizens' phones and leaders ask it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from installer.demo.pace import BEFORE_OPENING
from installer.demo.servers import Server
from server.offices import Offices
from server.reference_changes import change_reference
from server.signed_in.account import Role
from shared.clock import SetClock
from shared.domain.office import Office
from shared.journal.opening import open_server

OFFICE = "phuong-mau"
"""The id of the sample ward."""
THE_DAY = "2026-11-23..2026-11-23"
"""The period of the reports: the day of the demonstration."""

_REPORT = "07a"
_KINDS = ("pdf", "xlsx")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who signs in with a browser (người đăng nhập): an invented person with an open password."""

    sign_in: str
    name: str
    role: Role
    password: str


LEADER = Person("lanhdao", "Lãnh đạo Mẫu", "province_leader", "xem-so-lieu-mau")
ADMINISTRATOR = Person("quantri.tinh", "Quản trị Mẫu", "province_administrator", "quan-tri-ban-mau")
"""Signs in with codes by the server's clock too, which no authenticator on a real phone goes by in a demonstration."""


class Province:
    """The province's server, on the embedded database, with the sample ward as its one office."""

    def __init__(self, server: Server) -> None:
        self._server = server

    @property
    def url(self) -> str:
        """Where phones and browsers find it."""
        return self._server.url

    @property
    def data(self) -> Path:
        """The folder of its database."""
        return self._server.data

    def set_up(self) -> None:
        """Makes the sample ward, starts, and has the codes on paper point here."""
        self._server.command("init", "--sample")
        self.start()
        engine = open_server(None, self.data)
        try:
            offices = Offices(engine, SetClock(BEFORE_OPENING))
            with offices.journal(OFFICE).writing() as writer:
                change_reference(writer, offices.reference(OFFICE), self._points_here)
        finally:
            engine.dispose()

    def start(self) -> None:
        """Takes connections, where it was before."""
        self._server.start()

    def stop(self) -> None:
        """Ends, if it runs; the line to it is as good as cut."""
        self._server.stop()

    def invite(self, devices: list[tuple[str, str]]) -> dict[str, str]:
        """One enrolment code for each device, a kind and a name; answers the codes by the names."""
        return self._server.invite(devices)

    def let_in(self, *people: Person) -> None:
        """Makes their accounts, for the whole province."""
        with ThreadPoolExecutor(len(people)) as pool:
            list(pool.map(self._add_account, people))

    def write_reports(self, folder: Path) -> tuple[str, ...]:
        """The day's Biểu 07a as it is sent in and as a table; answers the names of the files in `folder`."""
        folder.mkdir(parents=True, exist_ok=True)
        files = [folder / f"bieu-{_REPORT}.{kind}" for kind in _KINDS]
        with ThreadPoolExecutor(len(files)) as pool:
            list(pool.map(self._write_report, files))
        return tuple(file.name for file in files)

    def _add_account(self, person: Person) -> None:
        who = ("--sign-in", person.sign_in, "--name", person.name, "--role", person.role)
        self._server.command("accounts", "add", *who, typed=f"{person.password}\n{person.password}\n")

    def _write_report(self, file: Path) -> None:
        self._server.command("report", _REPORT, "--period", THE_DAY, "--out", str(file))

    def _points_here(self, office: Office) -> Office:
        return replace(office, public_url=self.url)
