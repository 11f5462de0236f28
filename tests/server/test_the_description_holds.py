"""Random requests by the server's own description: nothing breaks, and every answer is one that it describes."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from schemathesis.checks import not_a_server_error
from schemathesis.config import GenerationConfig, ProjectConfig, ProjectsConfig, SchemathesisConfig
from schemathesis.generation.case import Case
from schemathesis.generation.modes import GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from shared.domain.office import Office
from shared.replication.messages import PULL_PATH, PUSH_PATH
from shared.replication.signing import Caller, Signable, Signer
from tests.server.connected import a_key, online_dossier
from tests.server.facts import dossier_received, ticket_issued
from tests.server.running import RunningServer, enrolled_device, file_engine, running

_CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    response_headers_conformance,
]
_SHORT, _LONG = 6, 150


@dataclass(frozen=True, slots=True)
class Described:
    """A running server, its description, and the key of a program that may do everything."""

    server: RunningServer
    schema: Any
    key: str


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory, sample_ward: Office) -> Iterator[Described]:
    """A server with some tickets and dossiers."""
    engine = file_engine(tmp_path_factory.mktemp("described"))
    with running(engine, sample_ward, Path(tmp_path_factory.mktemp("scans"))) as server:
        with server.journal().writing() as writer:
            writer.append("staff-1", [ticket_issued(1), dossier_received(3001), dossier_received(3002)])
        config = SchemathesisConfig(
            seed=20261123,
            projects=ProjectsConfig(default=ProjectConfig(generation=GenerationConfig(allow_x00=True))),
        )
        schema = schemathesis.openapi.from_url(f"{server.url}/openapi.json", config=config)
        yield Described(server, schema, a_key(engine, server.clock, "may-thu"))
    engine.dispose()


def test_every_address_answers_as_it_is_described(described: Described) -> None:
    _ask_all(described, _SHORT)


def test_every_address_for_programs_says_what_it_takes_and_what_may_go_wrong(described: Described) -> None:
    operations = [each for each in _operations(described) if each.path.startswith("/api/")]
    for operation in operations:
        raw = operation.definition.raw
        assert ("requestBody" in raw) == (operation.method in ("post", "put")), operation.label
        assert operation.path.endswith("/health") or {"401", "403"} & set(raw["responses"]), operation.label
        assert "503" in raw["responses"], operation.label
        assert raw["summary"], operation.label
        assert raw["description"], operation.label
    assert len(operations) >= 19


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_every_address_answers_as_it_is_described_many_times(described: Described) -> None:
    _ask_all(described, _LONG)


def test_signed_requests_are_answered_as_described_too(described: Described) -> None:
    _ask_signed(described, _SHORT)


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_signed_requests_are_answered_as_described_too_many_times(described: Described) -> None:
    _ask_signed(described, _LONG)


def test_a_number_that_no_database_holds_is_refused(described: Described) -> None:
    device = enrolled_device(described.server, "counter")
    target = f"{PULL_PATH}?epoch={2**70}"
    caller = Caller(device.node.office, device.node.device, "pull", 10**9)
    headers = Signer(device.node.private_key).headers(Signable("GET", target, b"", caller))
    answer = requests.get(described.server.url + target, headers=headers, timeout=10)
    assert (answer.status_code, answer.json()["fields"]) == (422, ["query.epoch"])
    device.close()


def _ask_all(described: Described, examples: int) -> None:
    def ask(case: Case) -> None:
        if case.path.startswith("/api/connect"):
            case.headers["Authorization"] = f"Bearer {described.key}"
        answer = case.call(base_url=described.server.url, timeout=30, allow_redirects=False)
        case.validate_response(answer, checks=_CHECKS)

    asked = [_vary(operation, ask, examples) for operation in _operations(described)]
    assert len(asked) >= 20


def _ask_signed(described: Described, examples: int) -> None:
    """The same of what devices ask, by a counter and by an office server whose signatures hold."""
    counters = itertools.count(1_000_000)
    with ExitStack() as closing:
        devices = {kind: enrolled_device(described.server, kind) for kind in ("counter", "office_server")}
        for device in devices.values():
            closing.callback(device.close)

        def ask(case: Case) -> None:
            device = devices["office_server" if case.path.startswith("/api/office-server") else "counter"]
            if case.path == PUSH_PATH and isinstance(case.body, dict):
                case.body = {**case.body, "office": device.node.office, "device": device.node.device}
            prepared = requests.Request(**_sendable(case, described.server.url)).prepare()
            body = prepared.body or b""
            lane = case.operation.definition.raw["x-lane"]
            caller = Caller(device.node.office, device.node.device, lane, next(counters))
            signable = Signable(
                case.method, prepared.path_url, body.encode() if isinstance(body, str) else body, caller
            )
            prepared.headers.update(Signer(device.node.private_key).headers(signable))
            with requests.Session() as session:
                case.validate_response(session.send(prepared, timeout=30), checks=_CHECKS)

        signed = [each for each in _operations(described) if "x-lane" in each.definition.raw]
        asked = [_vary(operation, ask, examples) for operation in signed]
        assert len(asked) >= 11


def _operations(described: Described) -> list[Any]:
    return [found.ok() for found in described.schema.get_all_operations()]


def _sendable(case: Case, url: str) -> dict[str, Any]:
    wanted = ("method", "url", "headers", "params", "json", "data", "cookies")
    return {name: value for name, value in case.as_transport_kwargs(base_url=url).items() if name in wanted}


def _vary(operation: Any, ask: Callable[[Case], None], examples: int) -> None:
    """Asks `operation` in ways that fit its description and in ways that do not."""
    _in_mode(operation, lambda case: ask(_meaningful(case)), examples, GenerationMode.POSITIVE)
    if {"parameters", "requestBody"} & set(operation.definition.raw):
        _in_mode(operation, ask, examples, GenerationMode.NEGATIVE)


def _in_mode(operation: Any, ask: Callable[[Case], None], examples: int, mode: GenerationMode) -> None:
    @seed(20261123)
    @settings(
        max_examples=examples,
        database=None,
        deadline=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(mode))
    def holds(case: Case) -> None:
        ask(case)

    holds()


def _meaningful(case: Case) -> Case:
    """Brings a request that has the right form to an office, a procedure and a dossier that are there."""
    if case.path.endswith("/changes"):
        case.query = {**case.query, "office": "phuong-mau", "after": "", "wait": 0}
    if case.path.endswith("/dossiers") and isinstance(case.body, dict):
        known = online_dossier()
        case.body = {**case.body, "office": known["office"], "procedure": known["procedure"]}
    if case.path.endswith("/results") and isinstance(case.body, dict) and "code" in case.body:
        case.body = {"code": "H99.99.01-261123-3002", "outcome": case.body["outcome"]}
    return case
