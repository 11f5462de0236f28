"""The server's application: its parts meet here and nowhere else."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from anyio import to_thread
from fastapi import FastAPI
from sqlalchemy import Engine

from server.administration.room import Administration
from server.answers import answer_failures
from server.api_description import api_page
from server.api_description.describe import describe
from server.arrivals import Arrivals
from server.callers import Callers
from server.claims import Claims
from server.connections.api import BODIES, ConnectApi
from server.connections.client_pages import ClientPages
from server.desk_api import DeskApi
from server.enrolment import EnrolmentApi
from server.health import HealthApi
from server.heartbeat_api import HeartbeatApi
from server.leadership.pages import Leadership
from server.offices import Offices
from server.older_rows import OlderRows
from server.operation.backup_schedule import BackupSchedule, BackupsWatched
from server.operation.guard import Guard
from server.operation.measures import Measures
from server.operation.metrics_api import MetricsApi
from server.operation.office_figures import OfficesWatched
from server.operation.readiness import Readiness
from server.operation.watch import Watch
from server.public_pages import static_files
from server.public_pages.pages import PublicPages
from server.replication_api import ReplicationApi
from server.reports.pages import ReportPages
from server.scan_api import ScanApi
from server.scans import Scans
from server.settings import BackupSettings, ServeSettings
from server.signed_in.door import Door
from server.signed_in.redirects import send_elsewhere
from server.signed_in.room import signed_in_pages
from server.turns import turn_at
from server.upstream.province_api import ProvinceApi
from server.upstream.upstream import Upstream, upstream_of
from server.writing_lane import WritingLane
from shared.clock import Clock
from shared.replication.software_version import software_version

_READING_THREADS = 8
_A_SMALL_OFFICE = ServeSettings()


def create_app(
    engine: Engine, clock: Clock, data: Path | None = None, settings: ServeSettings = _A_SMALL_OFFICE
) -> FastAPI:
    """The application on an open database that has at least one office. EnvironmentFailure `no_office`.

    `data` is the folder that scans are kept in; without one it takes none.

    `app.state.arrivals` is closed by whoever serves it, so that long polls end when the server does;
    `app.state.readiness` is told first.
    """
    offices = Offices(engine, clock)
    lane = WritingLane(turn_at(engine))
    arrivals = Arrivals(offices.marks)
    callers = Callers(engine)
    door = Door(offices, lane)
    pages = PublicPages(offices, lane, arrivals)
    scans = Scans(offices, data) if data else None
    upstream = upstream_of(offices, lane, arrivals, scans)
    leadership = Leadership(offices, lane, door)
    backups = settings.backups if data else None
    readiness, measures = Readiness(), _measures(offices, lane, arrivals, backups)
    beside = _BesideRequests(
        lane,
        arrivals,
        rounds=(pages.looked_after, OlderRows(offices, lane).looked_after, leadership.looked_after),
        backups=BackupSchedule(data, backups, clock) if data and backups else None,
        upstream=upstream,
    )
    app = FastAPI(title="Một cửa", version=software_version(), lifespan=beside.life, docs_url=None, redoc_url=None)
    app.state.arrivals = arrivals
    app.state.upstream = upstream
    app.state.readiness = readiness
    desk = DeskApi(callers, Claims(offices, lane), arrivals)
    app.add_middleware(desk.before_the_routes)
    answer_failures(app)
    send_elsewhere(app)
    for api in (
        ReplicationApi(offices, callers, lane, arrivals, upstream),
        desk,
        HeartbeatApi(offices, callers, lane),
        ScanApi(offices, callers, lane, scans, upstream.scans if upstream else None),
        EnrolmentApi(offices, lane, upstream),
        ProvinceApi(offices, callers, lane),
        HealthApi(offices, readiness),
        MetricsApi(measures, settings),
        ConnectApi(offices, lane, arrivals),
        pages,
        *signed_in_pages(offices, lane, door, data),
        ClientPages(offices, lane, door),
        Administration(offices, lane, door),
        ReportPages(offices, door),
        leadership,
    ):
        app.include_router(api.router())
    app.include_router(static_files.router())
    app.include_router(api_page.router())
    describe(app, *BODIES)
    app.add_middleware(Guard, hosts=settings.hosts, silence=settings.silence)
    app.add_middleware(Watch, measures=measures)
    return app


@dataclass(frozen=True, slots=True)
class _BesideRequests:
    """What goes on beside the requests for as long as the application is served."""

    lane: WritingLane
    arrivals: Arrivals
    rounds: tuple[Callable[[], AbstractAsyncContextManager[None]], ...]
    backups: BackupSchedule | None
    upstream: Upstream | None

    @asynccontextmanager
    async def life(self, _: FastAPI) -> AsyncIterator[None]:
        """Begins it all, and ends it all in order: the writing lane last."""
        to_thread.current_default_thread_limiter().total_tokens = _READING_THREADS
        if self.backups:
            self.backups.start()
        async with AsyncExitStack() as stack:
            for looked_after in self.rounds:
                await stack.enter_async_context(looked_after())
            if self.upstream:
                self.upstream.start()
            yield
            self.arrivals.close()
        if self.backups:
            await to_thread.run_sync(self.backups.stop)
        if self.upstream:
            await to_thread.run_sync(self.upstream.stop)
        self.lane.close()


def _measures(offices: Offices, lane: WritingLane, arrivals: Arrivals, backups: BackupSettings | None) -> Measures:
    """What is measured of this server; of its backups when it makes any."""
    measures = Measures()
    measures.watch(offices.engine, lane, arrivals)
    measures.registry.register(OfficesWatched(offices))
    if backups:
        measures.registry.register(BackupsWatched(backups.folder, offices.clock))
    return measures
