"""What citizens, the leadership and the statistician ask of a province with a year in its database, beside floors."""

from __future__ import annotations

import itertools
import statistics
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import func, select

from server.health import HEALTH_PATH
from server.leadership.pages import PATH as LEADERSHIP_PATH
from server.offices import Offices
from server.reports.catalogue import make_report
from server.reports.files import file_of
from server.reports.places import place_of
from server.signed_in.account import Account
from server.signed_in.account_store import insert_account
from server.signed_in.sessions import begin_session
from shared.domain.reports.period import period_from
from shared.journal import tables
from shared.journal.engine import WRITING
from tests.bench import province_year
from tests.bench.bare_database import BareDatabase, row_of
from tests.bench.figures import Aim, Rounds, Row, Spread, in_milliseconds, in_turn, seconds_of
from tests.bench.province_year import Loaded, OfficeYear, load_year, office_of
from tests.bench.server_processes import Place, PreparedServer, opened, serving
from tests.bench.signed_requests import KeptConnection, get

_KEY = bytes(range(32))
_COOKIE = "motcua_session"
_FLOOR_EVENTS = 30_000


@dataclass(frozen=True, slots=True)
class Size:
    """The year, and how often each question is asked."""

    year: province_year.Size = field(default_factory=province_year.Size)
    rounds: Rounds = field(default_factory=lambda: Rounds(50, 5))
    reports: Rounds = field(default_factory=lambda: Rounds(3, 1))


def measure(folder: Path, size: Size = Size()) -> list[Row]:
    """The rows. A year that is in `folder` already is not loaded again."""
    place = Place(folder)
    with opened(place) as server:
        loaded = load_year(server, size.year, folder)
        rows = [_loading(server, loaded, folder), _report(server, loaded, size.reports)]
        cookie = _signed_in(server)
    with serving(place, 1) as (process,), KeptConnection(process.port) as line:
        health = get(HEALTH_PATH)

        def floor() -> float:
            return seconds_of(lambda: line.ask(health).json())

        # The server reads an office's reference data when somebody first asks for one of its dossiers.
        of_each = loaded.tokens[:: max(len(loaded.tokens) // size.year.offices, 1)]
        cold = statistics.median(_page(line, f"/d/{token}") for token in of_each)
        tokens = itertools.cycle(loaded.tokens)
        status, bare = in_turn(lambda: _page(line, f"/d/{next(tokens)}"), floor, size.rounds)
        first, counted = _counted(line, LEADERSHIP_PATH, cookie)
        leadership, bare_too = in_turn(lambda: _page(line, LEADERSHIP_PATH, cookie), floor, size.rounds)
    rows.append(_page_row("status by token", "page of a dossier over HTTP", 5, status, bare, loaded, _first_time(cold)))
    told = _first_time(first) | {"counted, with nothing kept, after": f"{counted:,.1f} s"}
    of_all = f"the leadership's page of {size.year.offices} offices over HTTP"
    rows.append(_page_row("leadership", of_all, 300, leadership, bare_too, loaded, told))
    return rows


def _page(line: KeptConnection, target: str, cookie: str = "") -> float:
    """How long a page takes, in seconds; RuntimeError when it is another one than asked for."""
    status, took = _asked(line, target, cookie)
    if status != 200:
        raise RuntimeError(f"the server answered {status} for {target.partition('/d/')[0] or '/d/'}")
    return took


def _counted(line: KeptConnection, target: str, cookie: str) -> tuple[float, float]:
    """After how many seconds a page first answers, and after how many it shows what it has counted (202 until then)."""
    began = time.perf_counter()
    status, first = _asked(line, target, cookie)
    while status == 202:
        status, _ = _asked(line, target, cookie)
    if status != 200:
        raise RuntimeError(f"the server answered {status} for {target}")
    return first, time.perf_counter() - began


def _asked(line: KeptConnection, target: str, cookie: str) -> tuple[int, float]:
    """What the server answers, and how long it takes in seconds."""
    request = get(target, {"Cookie": f"{_COOKIE}={cookie}"} if cookie else {})
    began = time.perf_counter()
    answer = line.ask(request)
    return answer.status, time.perf_counter() - began


def _page_row(
    name: str,
    what: str,
    aim: int,
    ours: list[float],
    floor: list[float],
    loaded: Loaded,
    first: Mapping[str, object],
) -> Row:
    measured = in_milliseconds(ours)
    return Row(
        name=name,
        what=what,
        measured=measured,
        floor=in_milliseconds(floor),
        floor_is=f"GET {HEALTH_PATH} over the same connection",
        aim=Aim(f"<= {aim} ms", measured.median <= aim),
        details=_of(loaded) | first,
    )


def _first_time(seconds: float) -> dict[str, object]:
    return {"the first time": f"{seconds * 1000:,.0f} ms"}


def _of(loaded: Loaded) -> dict[str, object]:
    return {"offices": loaded.size.offices, "dossiers": loaded.dossiers, "events": loaded.events}


def _loading(server: PreparedServer, loaded: Loaded, folder: Path) -> Row:
    ward = OfficeYear(office_of(0), loaded.size.dossiers // loaded.size.offices, loaded.size.weeks)
    bodies = (body for push in ward.pushes() for body in push.bodies)
    rows = [row_of(event, place) for place, event in enumerate(province_year.events_of(bodies, _FLOOR_EVENTS), start=1)]
    bare_file = folder / "bare.db"
    bare_file.unlink(missing_ok=True)
    with BareDatabase(bare_file, _KEY, server.engine) as bare:
        floor = len(rows) / seconds_of(lambda: bare.insert_all(rows))
    rate = loaded.events / loaded.seconds
    return Row(
        name="load a year",
        what=f"{loaded.events:,} events of {loaded.size.offices} offices, a week of a machine at a time, direct",
        measured=Spread("events/s", (rate,)),
        floor=Spread("events/s", (floor,)),
        floor_is="executemany of rows of the same events in one transaction, straight through SQLCipher",
        aim=Aim("it loads", met=True),
        details={**_of(loaded), "in all": f"{loaded.seconds:,.0f} s"},
        wrong=_missing(server, loaded),
    )


def _missing(server: PreparedServer, loaded: Loaded) -> str | None:
    """What of the year is not in the database as it was written."""
    with server.engine.connect() as connection:
        dossiers, solved = connection.execute(
            select(func.count(), func.count(tables.dossier.c.solved_at)).select_from(tables.dossier)
        ).one()
        conflicts = connection.execute(select(func.count()).select_from(tables.conflict)).scalar_one()
    if (dossiers, solved, conflicts) == (loaded.dossiers, loaded.solved, 0):
        return None
    return f"{dossiers} dossiers, {solved} solved, {conflicts} conflicts"


def _report(server: PreparedServer, loaded: Loaded, rounds: Rounds) -> Row:
    offices = Offices(server.engine, server.clock)
    names, period = offices.names(), period_from("2026")

    def report() -> None:
        with server.engine.begin() as connection:
            made = make_report(connection, "07a", place_of(connection, "", names), period, server.clock.now())
        file_of(made, "json")

    def count() -> None:
        with server.engine.begin() as connection:
            connection.execute(select(func.count()).select_from(tables.dossier)).scalar_one()

    ours, floor = in_turn(lambda: seconds_of(report), lambda: seconds_of(count), rounds)
    measured = in_milliseconds(ours)
    return Row(
        name="07a of the year",
        what="Form 07a for the whole province and year, as JSON",
        measured=measured,
        floor=in_milliseconds(floor),
        floor_is="SELECT count(*) of the dossiers",
        aim=Aim("<= 2,000 ms", measured.median <= 2000),
        details=_of(loaded),
    )


def _signed_in(server: PreparedServer) -> str:
    """The cookie of a leader of the province, whose session begins now; one account for each time."""
    now = server.clock.now()
    name = f"measured-{time.time_ns()}"
    account = Account(name, name, "Lãnh đạo", "province_leader", "")
    with server.engine.connect().execution_options(**WRITING) as connection, connection.begin():
        insert_account(connection, account, "", now, None)
        return begin_session(connection, account, now, confirmed=True)
