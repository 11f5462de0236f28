"""/metrics for Prometheus: for the machine itself, for the networks that are named, or for whoever has the secret."""

from __future__ import annotations

import hmac
from ipaddress import ip_address, ip_network

from fastapi import APIRouter, Request
from fastapi.responses import Response
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.concurrency import run_in_threadpool

from server.operation.measures import Measures
from server.refusals import HttpRefusal
from server.settings import ServeSettings

METRICS_PATH = "/metrics"
_PASSED_ON = ("x-forwarded-for", "forwarded", "x-real-ip")


class MetricsApi:
    """Answers what this process has counted."""

    def __init__(self, measures: Measures, settings: ServeSettings) -> None:
        self._measures = measures
        self._networks = tuple(ip_network(each) for each in settings.metrics_from)
        self._token = settings.metrics_token.encode()
        self._behind_proxy = bool(settings.behind)

    def router(self) -> APIRouter:
        """The route."""
        router = APIRouter(tags=["health"])
        router.add_api_route(
            METRICS_PATH,
            self.metrics,
            methods=["GET"],
            summary="What this process has counted, for Prometheus",
            response_class=Response,
            responses={
                200: {"content": {"text/plain": {}}, "description": "The format of Prometheus."},
                403: {"description": "From elsewhere than the networks that may ask."},
            },
        )
        return router

    async def metrics(self, request: Request) -> Response:
        """Counters and figures without a word about anybody; 403 `not_from_here` for whoever may not ask."""
        if not self._may_ask(request):
            raise HttpRefusal(
                403,
                "not_from_here",
                "Số liệu vận hành chỉ xem được từ máy giám sát.",
                "The figures of operation are for the machines that watch this server.",
            )
        content = await run_in_threadpool(generate_latest, self._measures.registry)
        return Response(content, 200, {"Cache-Control": "no-store"}, CONTENT_TYPE_LATEST)

    def _may_ask(self, request: Request) -> bool:
        kind, _, token = request.headers.get("Authorization", "").partition(" ")
        if self._token and kind.lower() == "bearer" and hmac.compare_digest(token.encode(), self._token):
            return True
        if not self._behind_proxy and any(name in request.headers for name in _PASSED_ON):
            return False  # a proxy that we were not told of has passed it on: its address is not the caller's
        try:
            address = ip_address(request.client.host if request.client else "")
        except ValueError:
            return False
        return any(address.version == network.version and address in network for network in self._networks)
