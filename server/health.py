"""Whether the server is well, for whoever watches it. Says nothing about anybody."""

from __future__ import annotations

import asyncio

from anyio import CapacityLimiter, to_thread
from fastapi import APIRouter
from fastapi.responses import Response
from sqlalchemy import text
from starlette.concurrency import run_in_threadpool

from server.answers import json_answer
from server.offices import Offices
from server.operation.readiness import Readiness
from shared.failures import EnvironmentFailure
from shared.journal.engine import failures_in_words
from shared.journal.event import to_json
from shared.replication.software_version import software_version

HEALTH_PATH = "/api/health"
READY_PATH = "/healthz"

LONGEST_DATABASE_SECONDS = 3.0
"""A database that has not answered by then is as good as none for whoever waits at a counter."""


class HealthApi:
    """Answers how the server is."""

    def __init__(self, offices: Offices, readiness: Readiness) -> None:
        self._offices = offices
        self._readiness = readiness
        self._one_at_a_time = CapacityLimiter(1)

    def router(self) -> APIRouter:
        """The routes."""
        router = APIRouter(tags=["health"])
        router.add_api_route(HEALTH_PATH, self.health, methods=["GET"], summary="Whether the server is well")
        router.add_api_route(
            READY_PATH,
            self.ready,
            methods=["GET"],
            summary="Whether this process takes work",
            responses={503: {"description": "It is ending, or its database does not answer."}},
        )
        return router

    async def health(self) -> Response:
        """The state of the server: its database answers, and for how many offices."""
        offices = await run_in_threadpool(self._offices.names)
        return json_answer(
            to_json(
                {
                    "status": "ok",
                    "version": software_version(),
                    "database": self._offices.engine.dialect.name,
                    "offices": len(offices),
                }
            )
        )

    async def ready(self) -> Response:
        """200 "ok" when the process and its database answer; 503 "leaving" or "database" otherwise. No data."""
        if self._readiness.is_leaving():
            return _status("leaving", 503)
        try:
            async with asyncio.timeout(LONGEST_DATABASE_SECONDS):
                # Not among the readers of pages: a morning of long reports is no reason to be taken for dead.
                await to_thread.run_sync(self._ask_database, abandon_on_cancel=True, limiter=self._one_at_a_time)
        except (TimeoutError, EnvironmentFailure):
            return _status("database", 503)
        return _status("ok", 200)

    def _ask_database(self) -> None:
        with failures_in_words(), self._offices.engine.connect() as connection:
            connection.execute(text("SELECT 1"))


def _status(status: str, code: int) -> Response:
    return json_answer(to_json({"status": status}), code)
