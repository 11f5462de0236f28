"""Every role, at every address, for their own office and for another one, against one table of who may do what."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
from typing import get_args

import pytest
import requests
from sqlalchemy import update

from server.app import create_app
from server.connections.clients import CLIENT_RIGHTS
from server.setting_up import set_up
from server.signed_in.account import PROVINCE, Account, Role, roles_at
from server.signed_in.rights import RIGHTS, may
from server.signed_in.rooms import ROOMS
from server.signed_in.sessions import begin_session
from shared.domain.office import Office
from shared.journal import tables
from shared.journal.engine import WRITING
from shared.journal.server_tables import account as account_table
from shared.replication.signing import Lane
from tests.server.browsing import COOKIE, Browser, add_account, session_token
from tests.server.connected import a_key, online_dossier
from tests.server.raw_requests import ask, signed
from tests.server.route_rights import DEVICES, ROUTES, HalfWay, Signed, SignedIn, WithKey, address, routes_of
from tests.server.running import Device, RunningServer, enrolled_device, file_engine, running

OTHER = "phuong-khac"
EVERYWHERE: tuple[tuple[Role, str], ...] = tuple(
    (role, scope) for scope in (PROVINCE, "phuong-mau") for role in roles_at(scope)
)
IN_BROWSER = {route: who for route, who in ROUTES.items() if isinstance(who, SignedIn)}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, sample_ward: Office) -> Iterator[RunningServer]:
    """One server of two offices, with a folder for scans."""
    folder: Path = tmp_path_factory.mktemp("rights")
    engine = file_engine(folder)
    with running(engine, sample_ward, folder) as server:
        set_up(engine, server.clock, replace(sample_ward, id=OTHER, name="Phường Khác", name_en="Other ward"))
        yield server
    engine.dispose()


@contextmanager
def browsing(token: str = "") -> Iterator[requests.Session]:
    with requests.Session() as http:
        http.trust_env = False
        if token:
            http.cookies.set(COOKIE, token)
        yield http


def answer(
    server: RunningServer, http: requests.Session, method: str, target: str, csrf: str = ""
) -> requests.Response:
    data = {"csrf": csrf} if method == "POST" else None
    return http.request(method, server.url + target, data=data, allow_redirects=False, timeout=30)


def page_of(answered: requests.Response) -> str:
    """The page that the browser is sent to, without where it goes on from there."""
    return answered.headers.get("Location", "").partition("?")[0]


def outcome(answered: requests.Response) -> str:
    """What the door said: let in, sent to sign in, or refused."""
    if answered.status_code == 303 and answered.headers["Location"].startswith("/sign-in"):
        return "sign in"
    return "refused" if answered.status_code in (401, 403) else "in"


def test_every_route_has_its_row_and_every_row_its_route(server: RunningServer, sample_ward: Office) -> None:
    routes = set(routes_of(create_app(server.engine, server.clock)))
    assert sorted(routes - set(ROUTES)) == []
    assert sorted(set(ROUTES) - routes) == []


def test_every_tab_leads_to_a_page_and_opens_for_the_same_rights() -> None:
    for room in ROOMS:
        row = ROUTES["GET", room.path]
        assert isinstance(row, SignedIn), room
        assert row.right in room.rights, room


def test_every_right_is_held_by_somebody_and_leaders_and_auditors_only_look() -> None:
    assert all(RIGHTS.values())
    for role in ("province_leader", "office_leader", "auditor"):
        rights = {right for right, roles in RIGHTS.items() if role in roles}
        assert rights <= {"see_figures", "see_reports", "see_audit"}


def test_whoever_is_not_signed_in_is_sent_to_sign_in_from_every_page(server: RunningServer) -> None:
    with browsing() as nobody, browsing("a-cookie-that-nobody-has") as stranger:
        for number, (method, path) in enumerate(IN_BROWSER):
            answered = answer(server, (nobody, stranger)[number % 2], method, address(path))
            assert outcome(answered) == "sign in", (method, path, answered.status_code)


@pytest.mark.parametrize(("role", "scope"), EVERYWHERE)
def test_a_role_gets_exactly_where_the_table_lets_it(server: RunningServer, role: Role, scope: str) -> None:
    account = add_account(server, role, scope)
    found, expected = {}, {}
    token, csrf = session_token(server, account)
    with browsing(token) as http:
        for ((method, path), who), office in product(IN_BROWSER.items(), ("", OTHER)):
            if who.where == "own" and office:
                continue
            answered = answer(server, http, method, f"{address(path)}?office={office}", csrf)
            assert answered.status_code < 500, (method, path, office)
            found[method, path, office] = outcome(answered)
            expected[method, path, office] = "in" if lets_in(who, account, office) else "refused"
    assert found == expected


def lets_in(who: SignedIn, account: Account, office: str) -> bool:
    if who.right is None:
        return True
    if who.where == "province":
        return may(account, who.right, PROVINCE)
    return may(account, who.right, office or account.office)


def forgeries(csrf: str) -> list[tuple[dict[str, str], dict[str, str]]]:
    """Headers and fields of forms that did not come from our page."""
    return [
        ({}, {"csrf": ""}),
        ({"Origin": "https://evil.example"}, {"csrf": csrf}),
        ({}, {"csrf": csrf[:-1] + "~"}),
        ({"Origin": "http://[127.0.0.1"}, {"csrf": csrf}),
        ({"Origin": "null"}, {"csrf": csrf}),
        ({"Sec-Fetch-Site": "cross-site"}, {"csrf": csrf}),
        ({"Sec-Fetch-Site": "same-site"}, {"csrf": csrf}),
    ]


def test_no_form_is_taken_without_the_token_of_its_page_or_from_another_site(server: RunningServer) -> None:
    account = add_account(server, "province_administrator")
    token, csrf = session_token(server, account)
    with browsing(token) as http:
        for method, path in IN_BROWSER:
            if method != "POST":
                continue
            target = f"{server.url}{address(path)}?office=phuong-mau"
            for headers, sent in forgeries(csrf) if path == "/accounts" else forgeries(csrf)[:2]:
                answered = http.post(target, data=sent, headers=headers, allow_redirects=False, timeout=30)
                assert answered.status_code == 403, (path, headers)
                assert "text/html" in answered.headers["Content-Type"], path


def test_who_has_not_finished_signing_in_sees_nothing_else(server: RunningServer) -> None:
    account = add_account(server, "province_administrator", sign_in="half")
    with server.engine.connect().execution_options(**WRITING) as connection, connection.begin():
        half = begin_session(connection, account, server.clock.now(), confirmed=False)
    with browsing(half) as http:
        for method, path in IN_BROWSER:
            answered = answer(server, http, method, address(path))
            assert page_of(answered) == "/sign-in/code", (method, path)


def test_who_still_has_a_start_password_only_gets_to_choose_an_own_one(server: RunningServer) -> None:
    account = add_account(server, "province_administrator", sign_in="fresh")
    with server.engine.connect().execution_options(**WRITING) as connection, connection.begin():
        connection.execute(update(account_table).where(account_table.c.account == account.id).values(start_until=2**50))
    token, _ = session_token(server, account)
    with browsing(token) as http:
        for method, path in IN_BROWSER:
            answered = answer(server, http, method, address(path))
            assert page_of(answered) == "/sign-in/password", (method, path)


def test_the_steps_of_signing_in_are_for_those_who_are_at_them(server: RunningServer) -> None:
    account = add_account(server, "office_leader", "phuong-mau")
    whole, csrf = session_token(server, account)
    with browsing() as nobody, browsing(whole) as somebody:
        for (method, path), who in ROUTES.items():
            if isinstance(who, HalfWay):
                for http in (nobody, somebody):
                    answered = answer(server, http, method, path, csrf)
                    sent_away = outcome(answered) == "sign in" and answered.headers["Location"] != path
                    assert sent_away or answered.status_code == 404, (method, path, answered.status_code)


@dataclass(frozen=True)
class Fleet:
    """One device of each kind."""

    devices: dict[str, Device]
    revoked: Device


@pytest.fixture(scope="module")
def fleet(server: RunningServer) -> Iterator[Fleet]:
    with ExitStack() as closing:
        devices = {}
        for kind in (*DEVICES, "counter"):
            device = enrolled_device(server, kind)
            closing.callback(device.close)
            devices[kind if kind not in devices else "revoked"] = device
        revoked = devices.pop("revoked")
        with server.engine.connect().execution_options(**WRITING) as connection, connection.begin():
            here = tables.device.c.device == revoked.node.device
            connection.execute(update(tables.device).where(here).values(revoked_at=1))
        yield Fleet(devices, revoked)


SIGNED = [(method, path, who) for (method, path), who in ROUTES.items() if isinstance(who, Signed)]


@pytest.mark.parametrize(("method", "path", "who"), SIGNED, ids=[f"{method} {path}" for method, path, _ in SIGNED])
def test_a_device_is_heard_where_its_kind_may_speak_and_only_for_its_office(
    server: RunningServer, fleet: Fleet, method: str, path: str, who: Signed
) -> None:
    target = address(path) + ("?after=&wait=0&have=0" if path.endswith("/pull") else "")
    assert ask(server.url, method, target).status == 401
    assert {kind for kind, device in fleet.devices.items() if heard(server, device, who.lane, method, target)} == set(
        who.kinds
    )
    allowed = fleet.devices[who.kinds[0]]
    elsewhere = {**signed(allowed, who.lane, method, target), "Motcua-Office": OTHER}
    assert ask(server.url, method, target, headers=elsewhere).status == 401
    other_lane = next(lane for lane in get_args(Lane) if lane != who.lane)
    assert ask(server.url, method, target, headers=signed(allowed, other_lane, method, target)).status == 401
    if "counter" in who.kinds:
        answered = ask(server.url, method, target, headers=signed(fleet.revoked, who.lane, method, target))
        assert answered.code in ("device_revoked", "malformed")  # an empty question is read before it is counted


def heard(server: RunningServer, device: Device, lane: Lane, method: str, target: str) -> bool:
    """Whether the door lets the device through; what it then says of an empty question is another matter."""
    status = ask(server.url, method, target, headers=signed(device, lane, method, target)).status
    assert status < 500, target
    return status not in (401, 403)


BODIES = {
    "/api/connect/v1/dossiers": lambda office: online_dossier(str(uuid.uuid4()), office=office),
    "/api/connect/v1/results": lambda office: {"code": "unknown", "outcome": "granted"},
}
QUERIES = {
    ("GET", "/api/connect/v1/changes"): "?office={office}",
    ("GET", "/api/connect/v1/dossiers"): "?office={office}&portal_number=unknown",
}


def test_a_key_opens_what_it_is_for_in_its_own_office_and_nothing_else(server: RunningServer) -> None:
    keys = {each: a_key(server.engine, server.clock, f"only-{each[:4]}", each) for each in CLIENT_RIGHTS}
    own = a_key(server.engine, server.clock, "own-office", office="phuong-mau")
    for (method, path), who in ROUTES.items():
        if not isinstance(who, WithKey):
            continue
        assert with_key(server, method, path, "", "phuong-mau") == 401, path
        assert with_key(server, method, path, "motcua-wrong", "phuong-mau") == 401, path
        for right, key in keys.items():
            refused = with_key(server, method, path, key, "phuong-mau") == 403
            assert refused == (who.right not in (None, right)), (path, right)
        if who.names_office:
            assert with_key(server, method, path, own, OTHER) == 403, path
            assert with_key(server, method, path, own, "phuong-mau") not in (401, 403), path


def with_key(server: RunningServer, method: str, path: str, key: str, office: str) -> int:
    headers = {"Idempotency-Key": str(uuid.uuid4()), "Authorization": f"Bearer {key}"}
    target = server.url + address(path) + QUERIES.get((method, path), "").format(office=office)
    body = BODIES[path](office) if method == "POST" else None
    with requests.request(method, target, json=body, headers=headers, timeout=30) as answered:
        assert answered.status_code < 500, path
        return answered.status_code


def test_an_account_that_is_disabled_is_out_with_its_next_page(server: RunningServer) -> None:
    account = add_account(server, "office_administrator", "phuong-mau", sign_in="leaving")
    with Browser(server, account, *session_token(server, account)).http as http:
        assert answer(server, http, "GET", "/account").status_code == 200
        with server.engine.connect().execution_options(**WRITING) as connection, connection.begin():
            connection.execute(update(account_table).where(account_table.c.account == account.id).values(disabled_at=1))
        assert outcome(answer(server, http, "GET", "/account")) == "sign in"
