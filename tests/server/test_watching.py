"""What whoever watches the server is told: whether it takes work, and figures that Prometheus reads."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import timedelta

import psycopg
import pytest
import requests
from prometheus_client.parser import text_string_to_metric_families
from psycopg import sql
from sqlalchemy import Engine

from server import health
from shared.domain.office import Office
from shared.replication.heartbeat_messages import HEARTBEAT_PATH, Heartbeat, heartbeat_to_bytes
from tests.server import postgresql
from tests.server.conftest import MakeDevice
from tests.server.facts import ticket_issued
from tests.server.raw_requests import ask, signed
from tests.server.running import Device, RunningServer, running
from tests.server.test_replication_over_http import push_all
from tests.server.waiting import until


def figures(server: RunningServer) -> dict[tuple[str, ...], float]:
    """Every sample by its name and the values of its labels, in the order of their names."""
    told = requests.get(f"{server.url}/metrics", timeout=30)
    assert told.status_code == 200
    return {
        (sample.name, *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(told.text)
        for sample in family.samples
    }


def alive(device: Device, unsent: int) -> None:
    """`device` gives a sign of life."""
    said = Heartbeat(device.clock.now(), "1.0", "ready", unsent, 60, 0, 1)
    body = heartbeat_to_bytes(said)
    url = device.node.server_url
    assert ask(url, "POST", HEARTBEAT_PATH, body, signed(device, "line", "POST", HEARTBEAT_PATH, body)).status == 200


def test_an_office_is_watched_by_its_events_its_unsent_ones_and_its_silent_machines(
    server: RunningServer, make_device: MakeDevice
) -> None:
    office = server.office.id
    kiosk, _ = make_device(server, "kiosk"), make_device(server, "counter")
    before = figures(server)["motcua_office_events_total", office]
    kiosk.write(*(ticket_issued(number) for number in range(1, 4)))
    push_all(kiosk)
    server.clock.advance(timedelta(minutes=30))
    alive(kiosk, unsent=7)
    now = figures(server)
    assert now["motcua_office_events_total", office] == before + 3
    assert now["motcua_office_unsent_events", office] == 7
    assert now["motcua_office_unsent_upwards", office] == 0
    assert (now["motcua_office_devices", office], now["motcua_office_devices_silent", office]) == (2, 1)
    assert now["motcua_office_quiet_seconds", office] == 0
    server.clock.advance(timedelta(minutes=6))
    later = figures(server)
    assert later["motcua_office_devices_silent", office] == 2
    assert later["motcua_office_quiet_seconds", office] == 360
    assert (later["motcua_database_answers",], later["motcua_writing_queue",], later["motcua_long_polls",]) == (1, 0, 0)
    assert later["motcua_database_connections", "idle"] >= 1


def test_requests_are_counted_by_route_and_never_by_address(embedded_server: RunningServer) -> None:
    token = secrets.token_hex(13).upper()
    for path in (f"/t/{token}", f"/{token}", f"/api/scans/{token}/1"):
        requests.get(embedded_server.url + path, timeout=10)
    text = requests.get(f"{embedded_server.url}/metrics", timeout=10).text
    assert token not in text
    counted = figures(embedded_server)
    assert counted["motcua_requests_total", "GET", "/t/{token}", "404"] == 1
    assert counted["motcua_requests_total", "GET", "unknown", "404"] == 1
    assert counted["motcua_request_seconds_count", "/t/{token}"] == 1
    assert counted["motcua_requests_running",] == 1, "the one that asks"


@pytest.fixture
def closable(postgresql_cluster: postgresql.Cluster, postgresql_database: Engine) -> Iterator[str]:
    """The name of the database of `postgresql_database`, which is open for connections again afterwards."""
    with postgresql_database.connect() as connection:
        name = str(connection.exec_driver_sql("SELECT current_database()").scalar_one())
    yield name
    _allow(postgresql_cluster, name, "true")


def _allow(cluster: postgresql.Cluster, name: str, allowed: str) -> None:
    with psycopg.connect(cluster.url("postgres"), autocommit=True) as connection:
        connection.execute(
            sql.SQL("ALTER DATABASE {} WITH ALLOW_CONNECTIONS {}").format(sql.Identifier(name), sql.SQL(allowed))
        )
        connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", (name,))


def test_without_its_database_a_server_is_not_ready_and_is_so_again_afterwards(
    postgresql_cluster: postgresql.Cluster, postgresql_database: Engine, sample_ward: Office, closable: str
) -> None:
    with running(postgresql_database, sample_ward) as server:
        assert requests.get(f"{server.url}/healthz", timeout=10).json() == {"status": "ok"}
        _allow(postgresql_cluster, closable, "false")
        away = requests.get(f"{server.url}/healthz", timeout=30)
        assert (away.status_code, away.json()) == (503, {"status": "database"})
        assert figures(server)["motcua_database_answers",] == 0
        _allow(postgresql_cluster, closable, "true")
        assert requests.get(f"{server.url}/healthz", timeout=30).status_code == 200


def test_a_database_that_does_not_answer_in_time_is_as_good_as_none(
    embedded_server: RunningServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(health, "LONGEST_DATABASE_SECONDS", 0.3)
    url = f"{embedded_server.url}/healthz"
    with ExitStack() as held:
        for _ in range(15):  # all that the pool gives away
            held.enter_context(embedded_server.engine.connect())
        stuck = requests.get(url, timeout=20)
    assert (stuck.status_code, stuck.json()) == (503, {"status": "database"})
    until(lambda: requests.get(url, timeout=20).status_code == 200)
