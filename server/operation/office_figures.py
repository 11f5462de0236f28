"""What whoever watches a server should know of its offices: how far each is, what has not come yet, who is silent.

Read from the database when asked for, so that every process of a server says the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector
from sqlalchemy import func, select

from server.device_state import is_silent
from server.heartbeats import devices_seen
from server.offices import Offices
from shared.failures import EnvironmentFailure
from shared.journal import tables


@dataclass(frozen=True, slots=True)
class OfficeFigures:
    """One office as it is watched. `unsent`: events that its devices said only they have; `unsent_upwards`: those that
    the central server has not; `quiet`: seconds since any of its devices was heard."""

    office: str
    events: int
    unsent: int
    unsent_upwards: int
    devices: int
    silent: int
    quiet: float | None


class OfficesWatched(Collector):
    """The figures of every office. A database that does not answer is a figure too."""

    def __init__(self, offices: Offices) -> None:
        self._offices = offices

    def collect(self) -> Iterable[Metric]:
        """What Prometheus keeps."""
        try:
            figures = figures_of(self._offices)
        except EnvironmentFailure:
            return [GaugeMetricFamily("motcua_database_answers", "1 when the database answers.", 0)]
        return [GaugeMetricFamily("motcua_database_answers", "1 when the database answers.", 1), *_metrics(figures)]


def figures_of(offices: Offices) -> list[OfficeFigures]:
    """The figures of all offices now."""
    now = offices.clock.now()
    return [_figures(offices, office, mark.cursor, now) for office, mark in offices.marks().items()]


def _figures(offices: Offices, office: str, events: int, now: datetime) -> OfficeFigures:
    with offices.journal(office).reading() as reader:
        known = offices.reference(office).read(reader.connection)
        devices = [each for each in devices_seen(reader.connection, office) if not each.revoked]
        behind = select(func.sum(tables.log.c.seq - tables.log.c.acknowledged)).where(tables.log.c.office == office)
        upwards = reader.connection.execute(behind).scalar() if offices.node.server_url else 0
    heard = max((each.seen_at for each in devices if each.seen_at is not None), default=None)
    return OfficeFigures(
        office=office,
        events=events,
        unsent=sum(each.said.unsent for each in devices if each.said),
        unsent_upwards=int(upwards or 0),
        devices=len(devices),
        silent=sum(is_silent(each, known, now) for each in devices),
        quiet=None if heard is None else max(0.0, (now - heard).total_seconds()),
    )


def _metrics(figures: list[OfficeFigures]) -> list[Metric]:
    events = CounterMetricFamily("motcua_office_events", "Events in the office's journal.", labels=["office"])
    for each in figures:
        events.add_metric([each.office], each.events)
    return [
        events,
        _gauge("unsent_events", "Events that only devices have, by their last signs of life.", figures, "unsent"),
        _gauge("unsent_upwards", "Events that the central server has not.", figures, "unsent_upwards"),
        _gauge("devices", "Devices that are let in.", figures, "devices"),
        _gauge("devices_silent", "Devices not heard for five minutes of a working session.", figures, "silent"),
        _gauge("quiet_seconds", "Seconds since any device of the office was heard.", figures, "quiet"),
    ]


def _gauge(name: str, about: str, figures: list[OfficeFigures], field: str) -> GaugeMetricFamily:
    family = GaugeMetricFamily(f"motcua_office_{name}", about, labels=["office"])
    for each in figures:
        value = getattr(each, field)
        if value is not None:
            family.add_metric([each.office], value)
    return family
