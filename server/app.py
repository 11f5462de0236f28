"""The server's application: its parts meet here and nowhere else."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import anyio.to_thread
from fastapi import FastAPI
from sqlalchemy import Engine

from server import api_page
from server.answers import answer_failures
from server.arrivals import Arrivals
from server.callers import Callers
from server.claims import Claims
from server.desk_api import DeskApi
from server.enrolment import EnrolmentApi
from server.health import HealthApi
from server.heartbeat_api import HeartbeatApi
from server.offices import Offices
from server.public_pages import static_files
from server.public_pages.pages import PublicPages
from server.replication_api import ReplicationApi
from server.scan_api import ScanApi
from server.scans import Scans
from server.turns import turn_at
from server.writing_lane import WritingLane
from shared.clock import Clock
from shared.replication.software_version import software_version

_READING_THREADS = 8


def create_app(engine: Engine, clock: Clock, data: Path | None = None) -> FastAPI:
    """The application on an open database that has at least one office. EnvironmentFailure `no_office`.

    `data` is the folder that scans are kept in; without one it takes none.

    `app.state.arrivals` is closed by whoever serves it, so that long polls end when the server does.
    """
    offices = Offices(engine, clock)
    lane = WritingLane(turn_at(engine))
    arrivals = Arrivals(offices.marks)
    callers = Callers(engine)

    @asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        anyio.to_thread.current_default_thread_limiter().total_tokens = _READING_THREADS
        yield
        arrivals.close()
        lane.close()

    app = FastAPI(title="Một cửa", version=software_version(), lifespan=life, docs_url=None, redoc_url=None)
    app.state.arrivals = arrivals
    answer_failures(app)
    for api in (
        ReplicationApi(offices, callers, lane, arrivals),
        DeskApi(callers, Claims(offices, lane), arrivals),
        HeartbeatApi(offices, callers, lane),
        ScanApi(offices, callers, lane, Scans(offices, data) if data else None),
        EnrolmentApi(offices, lane),
        HealthApi(offices),
        PublicPages(offices, lane, arrivals),
    ):
        app.include_router(api.router())
    app.include_router(static_files.router())
    app.include_router(api_page.router())
    return app
