"""Who may ask for what: one row for every address and method of the server. A new route without a row fails a test."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from fastapi import FastAPI

from server.connections.clients import ClientRight
from server.signed_in.rights import Right
from shared.replication.enrolment_messages import EnrolledKind
from shared.replication.signing import Lane

DEVICES: tuple[EnrolledKind, ...] = ("kiosk", "counter", "board", "office_server")


@dataclass(frozen=True, slots=True)
class Anybody:
    """No identity is asked for; tokens and limits are another matter."""


@dataclass(frozen=True, slots=True)
class Signed:
    """A device of one of `kinds` that signs on `lane`."""

    lane: Lane
    kinds: tuple[EnrolledKind, ...] = DEVICES


@dataclass(frozen=True, slots=True)
class WithKey:
    """A program with a key that has `right`; None: any key. `names_office`: the request says which office it means."""

    right: ClientRight | None
    names_office: bool = False


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A person who is signed in and has `right`; None: anybody.

    `where`: "office": in the office of the query; "province": in the whole province, whatever the query says;
    "own": about themselves.
    """

    right: Right | None
    where: Literal["office", "province", "own"] = "office"


@dataclass(frozen=True, slots=True)
class HalfWay:
    """A browser that has not finished signing in."""


Who = Anybody | Signed | WithKey | SignedIn | HalfWay

ROUTES: Mapping[tuple[str, str], Who] = {
    ("GET", "/openapi.json"): Anybody(),
    ("GET", "/api"): Anybody(),
    ("GET", "/api/health"): Anybody(),
    ("GET", "/healthz"): Anybody(),
    ("GET", "/metrics"): Anybody(),  # by address or secret: test_defence
    ("GET", "/static/{name}"): Anybody(),
    ("GET", "/t/{token}"): Anybody(),
    ("GET", "/d/{token}"): Anybody(),
    ("GET", "/r/{token}"): Anybody(),
    ("POST", "/r/{token}"): Anybody(),
    ("GET", "/p/{code}"): Anybody(),
    ("GET", "/p/{office}/{code}"): Anybody(),
    # Devices
    ("POST", "/api/enrolment"): Anybody(),  # with a code that holds once
    ("POST", "/api/replication/push"): Signed("push"),
    ("GET", "/api/replication/pull"): Signed("pull"),
    ("GET", "/api/reference"): Signed("pull"),
    ("POST", "/api/desk/next"): Signed("line", ("counter",)),
    ("POST", "/api/heartbeat"): Signed("line"),
    ("POST", "/api/scans"): Signed("scans", ("counter", "office_server")),
    ("PUT", "/api/scans/{content}/{number}"): Signed("scans", ("counter", "office_server")),
    ("GET", "/api/scans/{content}/{number}"): Signed("scans", ("counter", "office_server")),
    ("POST", "/api/office-server/enrolment"): Signed("line", ("office_server",)),
    ("GET", "/api/office-server/devices"): Signed("line", ("office_server",)),
    ("POST", "/api/office-server/reserve"): Signed("line", ("office_server",)),
    ("POST", "/api/office-server/heartbeats"): Signed("line", ("office_server",)),
    # Other systems
    ("GET", "/api/connect/v1/offices"): WithKey(None),
    ("GET", "/api/connect/v1/changes"): WithKey("read_changes", names_office=True),
    ("POST", "/api/connect/v1/dossiers"): WithKey("submit_dossiers", names_office=True),
    ("GET", "/api/connect/v1/dossiers"): WithKey(None),
    ("GET", "/api/connect/v1/dossiers/{code}"): WithKey(None),
    ("POST", "/api/connect/v1/results"): WithKey("record_results"),
    # Signing in
    ("GET", "/"): Anybody(),
    ("GET", "/sign-in"): Anybody(),
    ("POST", "/sign-in"): Anybody(),
    ("GET", "/sign-in/code"): HalfWay(),
    ("POST", "/sign-in/code"): HalfWay(),
    ("GET", "/sign-in/set-up"): HalfWay(),
    ("POST", "/sign-in/set-up"): HalfWay(),
    ("GET", "/sign-in/set-up/code.png"): HalfWay(),
    ("GET", "/sign-in/password"): HalfWay(),
    ("POST", "/sign-in/password"): HalfWay(),
    ("POST", "/sign-out"): Anybody(),
    ("GET", "/account"): SignedIn(None, "own"),
    ("GET", "/account/rights"): SignedIn(None, "own"),
    ("GET", "/account/code.png"): SignedIn(None, "own"),
    ("POST", "/account/password"): SignedIn(None, "own"),
    ("POST", "/account/sessions"): SignedIn(None, "own"),
    ("POST", "/account/code"): SignedIn(None, "own"),
    ("POST", "/account/code/confirm"): SignedIn(None, "own"),
    ("POST", "/account/code/off"): SignedIn(None, "own"),
    ("GET", "/accounts"): SignedIn("edit_accounts"),
    ("POST", "/accounts"): SignedIn("edit_accounts"),
    ("POST", "/accounts/find"): SignedIn("edit_accounts"),
    ("GET", "/accounts/one"): SignedIn("edit_accounts"),
    ("POST", "/accounts/one"): SignedIn("edit_accounts"),
    ("GET", "/audit"): SignedIn("see_audit"),
    ("GET", "/audit/reads"): SignedIn("see_audit"),
    ("GET", "/audit/personal"): SignedIn("read_personal"),
    ("POST", "/audit/personal"): SignedIn("read_personal"),
    # Administration
    ("GET", "/administration"): SignedIn("edit_reference"),
    ("GET", "/administration/lists/{section}"): SignedIn("edit_reference"),
    ("GET", "/administration/lists/{section}/new"): SignedIn("edit_reference"),
    ("POST", "/administration/lists/{section}/new"): SignedIn("edit_reference"),
    ("GET", "/administration/lists/{section}/part/{key}"): SignedIn("edit_reference"),
    ("POST", "/administration/lists/{section}/part/{key}"): SignedIn("edit_reference"),
    ("GET", "/administration/lists/{section}/part/{key}/end"): SignedIn("edit_reference"),
    ("POST", "/administration/lists/{section}/part/{key}/end"): SignedIn("edit_reference"),
    ("GET", "/administration/office/{part}"): SignedIn("edit_reference"),
    ("POST", "/administration/office/{part}"): SignedIn("edit_reference"),
    ("GET", "/administration/procedures"): SignedIn("edit_reference"),
    ("GET", "/administration/procedures/new"): SignedIn("edit_reference"),
    ("POST", "/administration/procedures/new"): SignedIn("edit_reference"),
    ("GET", "/administration/procedures/part/{code}"): SignedIn("edit_reference"),
    ("POST", "/administration/procedures/part/{code}"): SignedIn("edit_reference"),
    ("GET", "/administration/procedures/part/{code}/end"): SignedIn("edit_reference"),
    ("POST", "/administration/procedures/part/{code}/end"): SignedIn("edit_reference"),
    ("GET", "/administration/import"): SignedIn("edit_reference"),
    ("POST", "/administration/import"): SignedIn("edit_reference"),
    ("POST", "/administration/import/do"): SignedIn("edit_reference"),
    ("GET", "/administration/calendar"): SignedIn("edit_reference"),
    ("GET", "/administration/calendar/day/{day}"): SignedIn("edit_reference"),
    ("POST", "/administration/calendar/day/{day}"): SignedIn("edit_reference"),
    ("POST", "/administration/calendar/day/{day}/withdraw"): SignedIn("edit_reference"),
    ("GET", "/administration/calendar/reference"): SignedIn("edit_reference"),
    ("POST", "/administration/calendar/reference"): SignedIn("edit_reference"),
    ("GET", "/administration/history"): SignedIn("edit_reference"),
    ("GET", "/administration/history/{version}"): SignedIn("edit_reference"),
    ("POST", "/administration/history/{version}"): SignedIn("edit_reference"),
    ("GET", "/administration/staff"): SignedIn("edit_staff"),
    ("GET", "/administration/staff/new"): SignedIn("edit_staff"),
    ("POST", "/administration/staff/new"): SignedIn("edit_staff"),
    ("GET", "/administration/staff/part/{member}"): SignedIn("edit_staff"),
    ("POST", "/administration/staff/part/{member}"): SignedIn("edit_staff"),
    ("GET", "/administration/staff/part/{member}/end"): SignedIn("edit_staff"),
    ("POST", "/administration/staff/part/{member}/end"): SignedIn("edit_staff"),
    ("POST", "/administration/staff/part/{member}/secrets"): SignedIn("edit_staff"),
    ("GET", "/administration/devices"): SignedIn("enrol_devices"),
    ("GET", "/administration/devices/new"): SignedIn("enrol_devices"),
    ("POST", "/administration/devices/new"): SignedIn("enrol_devices"),
    ("POST", "/administration/devices/codes/{mark}/withdraw"): SignedIn("enrol_devices"),
    ("POST", "/administration/devices/kiosk-pin"): SignedIn("enrol_devices"),
    ("GET", "/administration/devices/part/{device}/revoke"): SignedIn("revoke_devices"),
    ("POST", "/administration/devices/part/{device}/revoke"): SignedIn("revoke_devices"),
    ("GET", "/administration/offices/new"): SignedIn("edit_offices", "province"),
    ("POST", "/administration/offices/new"): SignedIn("edit_offices", "province"),
    ("GET", "/administration/clients"): SignedIn("edit_clients", "province"),
    ("GET", "/administration/clients/new"): SignedIn("edit_clients", "province"),
    ("POST", "/administration/clients/new"): SignedIn("edit_clients", "province"),
    ("GET", "/administration/clients/{client}/revoke"): SignedIn("edit_clients", "province"),
    ("POST", "/administration/clients/{client}/revoke"): SignedIn("edit_clients", "province"),
    ("POST", "/administration/clients/{client}/renew"): SignedIn("edit_clients", "province"),
    ("GET", "/administration/clients/{client}/renew"): SignedIn("edit_clients", "province"),
    # Reports
    ("GET", "/reports"): SignedIn("see_reports"),
    ("GET", "/reports/file"): SignedIn("see_reports"),
    ("GET", "/reports/dossiers"): SignedIn("see_reports"),
    # Leadership
    ("GET", "/leadership"): SignedIn("see_figures"),
    ("GET", "/leadership/dossiers"): SignedIn("see_figures"),
}

EXAMPLES = {
    "token": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "code": "1.001193",
    "office": "phuong-mau",
    "name": "signed-in.css",
    "content": "0" * 64,
    "number": "0",
    "section": "counters",
    "key": "1",
    "part": "opening",
    "version": "1",
    "day": "2026-12-24",
    "member": "unknown",
    "mark": "unknown",
    "device": "unknown",
    "client": "unknown",
}
"""What stands in an address for its parts, so that the address is one that somebody could type."""


def routes_of(app: FastAPI) -> Iterator[tuple[str, str]]:
    """Every method and address of the application, those of routers within routers included."""
    yield from _walk(app.routes)


def _walk(routes: Any) -> Iterator[tuple[str, str]]:
    for route in routes:
        inner = getattr(route, "original_router", None)
        if inner is not None:
            yield from _walk(inner.routes)
            continue
        for method in sorted(route.methods - {"HEAD"}):
            yield method, route.path


def address(path: str) -> str:
    """`path` with the examples in it. KeyError for a part that has none."""
    return path.format(**EXAMPLES)
