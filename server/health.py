"""Whether the server is well, for whoever watches it. Says nothing about anybody."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool

from server.answers import json_answer
from server.offices import Offices
from shared.journal.event import to_json
from shared.replication.software_version import software_version

HEALTH_PATH = "/api/health"


class HealthApi:
    """Answers how the server is."""

    def __init__(self, offices: Offices) -> None:
        self._offices = offices

    def router(self) -> APIRouter:
        """The route."""
        router = APIRouter(tags=["health"])
        router.add_api_route(HEALTH_PATH, self.health, methods=["GET"], summary="Whether the server is well")
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
