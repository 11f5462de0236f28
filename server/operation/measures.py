"""What one server process counts of its own work, for Prometheus. Routes by their template: an address holds tokens."""

from __future__ import annotations

import platform

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector
from sqlalchemy import Engine
from sqlalchemy.pool import QueuePool

from server.arrivals import Arrivals
from server.writing_lane import WritingLane
from shared.replication.software_version import software_version

_SECONDS = (0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


class Measures:
    """The counters of this process; each process has its own and is asked for them by itself."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._requests = Counter(
            "motcua_requests", "Requests answered.", ("route", "method", "status"), registry=self.registry
        )
        self._durations = Histogram(
            "motcua_request_seconds",
            "How long answers took, long polls included.",
            ("route",),
            buckets=_SECONDS,
            registry=self.registry,
        )
        self.running = Gauge("motcua_requests_running", "Requests that are being answered.", registry=self.registry)
        ProcessCollector(registry=self.registry)
        self._counted: dict[tuple[str, str, int], tuple[Counter, Histogram]] = {}

    def answered(self, route: str, method: str, status: int, seconds: float) -> None:
        """Counts one answer; `status` 0 when the caller went away before it."""
        key = (route, method if method in _METHODS else "other", status)
        counted = self._counted.get(key)
        if counted is None:
            # Finding the two by their labels takes longer than counting.
            counted = (self._requests.labels(key[0], key[1], str(key[2])), self._durations.labels(key[0]))
            self._counted[key] = counted
        counted[0].inc()
        counted[1].observe(seconds)

    def watch(self, engine: Engine, lane: WritingLane, arrivals: Arrivals) -> None:
        """Shows the database's connections, the queue of writers and the long polls from now on."""
        _gauge(self, "motcua_writing_queue", "Transactions that wait for the writing lane.", lane.waiting)
        _gauge(self, "motcua_long_polls", "Requests that wait for something new.", arrivals.waiting)
        self.registry.register(_Connections(engine))
        build = Gauge("motcua_build", "What runs here.", ("version", "python", "database"), registry=self.registry)
        build.labels(software_version(), platform.python_version(), engine.dialect.name).set(1)


class _Connections(Collector):
    """How many connections to the database there are, and how many of them are at work."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def collect(self) -> list[GaugeMetricFamily]:
        """The two numbers."""
        pool = self._engine.pool
        family = GaugeMetricFamily("motcua_database_connections", "Connections to the database.", labels=["state"])
        if isinstance(pool, QueuePool):
            family.add_metric(["working"], pool.checkedout())
            family.add_metric(["idle"], pool.checkedin())
        return [family]


def _gauge(measures: Measures, name: str, about: str, read: object) -> None:
    assert callable(read)
    Gauge(name, about, registry=measures.registry).set_function(lambda: float(read()))
