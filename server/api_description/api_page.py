"""The page that describes the interface for programs: made from the same description that `/openapi.json` gives."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, FastAPI, Request
from fastapi.responses import Response

from server.api_description.parts import JSON
from server.signed_in.pages import Pages

API_PAGE_PATH = "/api"
_PAGES = Pages(__package__)
_REF = "#/components/schemas/"


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One field of a body or one parameter (trường)."""

    name: str
    kind: str
    required: bool
    about: str


@dataclass(frozen=True, slots=True)
class OperationShown:
    """One address and method as the page shows it. `example`: a body that may be sent, `answer`: one that comes."""

    key: str
    method: str
    path: str
    summary: str
    description: str
    takes: tuple[FieldRow, ...]
    body: tuple[FieldRow, ...]
    example: str
    answer: str
    answers: tuple[tuple[str, str], ...]


def router() -> APIRouter:
    """The route."""
    routes = APIRouter(include_in_schema=False)
    routes.add_api_route(API_PAGE_PATH, show, methods=["GET"])
    return routes


def show(request: Request) -> Response:
    """Every address with its method, what it is for, what goes in and comes out, with examples."""
    app: FastAPI = request.app
    described = app.openapi()
    groups: dict[str, list[OperationShown]] = {tag["name"]: [] for tag in described["tags"]}
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            groups[operation["tags"][0]].append(_shown(described, path, method, operation))
    return _PAGES.open_page("api", request, groups=groups, version=app.version, address=str(request.base_url)[:-1])


def _shown(described: Mapping[str, Any], path: str, method: str, operation: Mapping[str, Any]) -> OperationShown:
    sent = _schema(described, operation.get("requestBody", {}))
    good: Mapping[str, Any] = next(
        (each for status, each in operation["responses"].items() if status in ("200", "201")), {}
    )
    return OperationShown(
        key=f"{method} {path}",
        method=method.upper(),
        path=path,
        summary=operation["summary"],
        description=operation.get("description", ""),
        takes=tuple(_parameter(each) for each in operation.get("parameters", ())),
        body=_fields(described, sent),
        example=_example(sent),
        answer=_example(_schema(described, good)),
        answers=tuple((status, str(each["description"])) for status, each in sorted(operation["responses"].items())),
    )


def _schema(described: Mapping[str, Any], part: Mapping[str, Any]) -> Mapping[str, Any]:
    """The schema of the JSON in a body or an answer, {} when it is none."""
    schema: Mapping[str, Any] = part.get("content", {}).get(JSON, {}).get("schema", {})
    name = str(schema.get("$ref", "")).removeprefix(_REF)
    found: Mapping[str, Any] = described["components"]["schemas"].get(name, {})
    return found


def _fields(described: Mapping[str, Any], schema: Mapping[str, Any], within: str = "") -> tuple[FieldRow, ...]:
    """The fields of a body, those of its parts after each part: "applicant.name", "documents[].name"."""
    required, rows = schema.get("required", ()), []
    for name, each in schema.get("properties", {}).items():
        many = "[]" if each.get("type") == "array" else ""
        rows.append(FieldRow(f"{within}{name}", _kind(each), name in required, each.get("description", "")))
        part = next((named for named in _named(each)), "")
        if part:
            rows += _fields(described, described["components"]["schemas"][part], f"{within}{name}{many}.")
    return tuple(rows)


def _named(schema: Mapping[str, Any]) -> Iterator[str]:
    """The parts of the description that `schema` points to."""
    if "$ref" in schema:
        yield str(schema["$ref"]).removeprefix(_REF)
    for each in (*schema.get("anyOf", ()), *((schema["items"],) if "items" in schema else ())):
        yield from _named(each)


def _parameter(parameter: Mapping[str, Any]) -> FieldRow:
    kind = f"{parameter['in']}, {_kind(parameter['schema'])}"
    return FieldRow(parameter["name"], kind, parameter.get("required", False), parameter.get("description", ""))


def _kind(schema: Mapping[str, Any]) -> str:
    if "$ref" in schema:
        return str(schema["$ref"]).removeprefix(_REF)
    if "anyOf" in schema:
        return " | ".join(_kind(each) for each in schema["anyOf"])
    if "enum" in schema:
        return " | ".join(json.dumps(each, ensure_ascii=False) for each in schema["enum"])
    kind = str(schema.get("type", "any"))
    if kind == "array":
        return f"[{_kind(schema.get('items', {}))}]"
    return f"{kind} ({schema['format']})" if "format" in schema else kind


def _example(schema: Mapping[str, Any]) -> str:
    examples = schema.get("examples")
    return json.dumps(examples[0], ensure_ascii=False, indent=2) if examples else ""
