"""Makes `/openapi.json` of what the routes say of themselves and of the tables in `operations`."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from server.api_description.failure import Failed
from server.api_description.operations import OPERATIONS, PUBLIC_PAGES, Operation, PublicPage
from server.api_description.parts import HTML, JSON, KEY_SCHEME, failure, ref
from shared.replication.signing import (
    COUNTER_HEADER,
    DEVICE_HEADER,
    LANE_HEADER,
    OFFICE_HEADER,
    SIGNATURE_HEADER,
    Lane,
)

_ABOUT = """The server of one-stop offices: the interface for other systems (`/api/connect`), that of the offices'
devices and servers, and the public pages behind the QR codes.

* **Other systems** show a key: `Authorization: Bearer motcua_…`. The administrator of the province makes it, with
  rights and for one office or all of them; it is shown once and can be revoked.
* **Devices** sign every request with their own Ed25519 key over method, path with query, SHA-256 of the body, office,
  device, lane and a counter that only grows (the headers `Motcua-…`); there is no secret of theirs on the server.
* **Failures** have one shape: `code` for programs, `vi` and `en` for people. Every address may besides answer 421 when
  it is asked under a name that is not this server's, 431 or 400 for a request that is not HTTP, and 500 with a number
  to quote for a mistake of ours.
* **Instants** are ISO 8601 with their offset. Nobody's personal data is in any address, failure or public page.
"""

_TAGS = (
    ("connections", "Other systems: online dossiers and results in, changes out. Needs a key."),
    ("public pages", "For citizens' phones, behind the QR codes on paper. Without personal data."),
    ("replication", "Devices and office servers exchange events. Signed."),
    ("desk", "The one act that counters race for. Signed."),
    ("devices", "Signs of life. Signed."),
    ("scans", "Scanned papers, in pieces; for counters and office servers. Signed."),
    ("enrolment", "Letting devices in by one-time codes."),
    ("office servers", "What the server of an office asks the central one. Signed."),
    ("health", "For whoever watches the server."),
)


def describe(app: FastAPI, *bodies: type[BaseModel]) -> None:
    """Makes `app` describe itself truly; `bodies`: what its routes read by themselves besides."""

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _description(app, bodies)
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]  # the way that FastAPI's documentation gives


def _description(app: FastAPI, bodies: tuple[type[BaseModel], ...]) -> dict[str, Any]:
    whole = get_openapi(
        title="Một cửa",
        version=app.version,
        description=_ABOUT,
        routes=app.routes,
        tags=[{"name": name, "description": about} for name, about in _TAGS],
    )
    for (method, path), operation in OPERATIONS.items():
        _complete(whole["paths"][path][method], operation)
    for (method, path), shown in PUBLIC_PAGES.items():
        _complete_page(whole["paths"][path][method], shown)
    components = whole.setdefault("components", {})
    components.setdefault("securitySchemes", {})[KEY_SCHEME] = {"type": "http", "scheme": "bearer"}
    components["schemas"] = {**components.get("schemas", {}), **_schemas(bodies)}
    for unused in ("HTTPValidationError", "ValidationError"):
        components["schemas"].pop(unused, None)
    return whole


def _schemas(bodies: tuple[type[BaseModel], ...]) -> dict[str, Any]:
    models: set[type[BaseModel]] = {Failed, *bodies}
    for operation in OPERATIONS.values():
        named = (operation.body, operation.answer, *operation.also.values())
        models |= {each for each in named if isinstance(each, type)}
    wanted = sorted(models, key=lambda model: model.__name__)
    _, schemas = models_json_schema(
        [(model, "validation") for model in wanted], ref_template="#/components/schemas/{model}"
    )
    found: dict[str, Any] = schemas["$defs"]
    return found


def _complete(described: dict[str, Any], operation: Operation) -> None:
    if operation.lane is not None:
        described["x-lane"] = operation.lane
        described["parameters"] = [*described.get("parameters", []), *_signature(operation.lane)]
    if operation.body is not None:
        described["requestBody"] = {"required": True, "content": _content(operation.body)}
    answers: dict[str, Any] = {str(status): failure(status) for status in operation.fails}
    answers |= {
        str(status): {"description": _OTHERWISE[status], "content": _content(model)}
        for status, model in operation.also.items()
    }
    if operation.answer is not None:
        answers["200"] = {"description": "Done", "content": _content(operation.answer)}
    described["responses"] = dict(sorted(answers.items()))


_OTHERWISE = {
    409: "A gap or a fork: nothing was taken; the answer says how far the log is here",
    503: "It is ending, or its database does not answer",
}


def _content(what: type[BaseModel] | str) -> dict[str, Any]:
    if isinstance(what, str):
        return {what: {"schema": {"type": "string", "format": "binary"}}}
    return {JSON: {"schema": ref(what)}}


def _signature(lane: Lane) -> list[dict[str, Any]]:
    about = {
        OFFICE_HEADER: ("The office, by its id", {"type": "string"}),
        DEVICE_HEADER: ("The device, as its enrolment named it", {"type": "string"}),
        LANE_HEADER: ("The conversation that the counter belongs to", {"type": "string", "enum": [lane]}),
        COUNTER_HEADER: ("Higher than in every request before on this lane", {"type": "string", "pattern": "^[0-9]+$"}),
        SIGNATURE_HEADER: ("Ed25519, base64", {"type": "string"}),
    }
    return [
        {"name": name, "in": "header", "required": True, "description": words, "schema": schema}
        for name, (words, schema) in about.items()
    ]


_PAGE_WHEN = {
    200: "The page",
    303: "It was taken; see the page",
    404: "Nothing is known under this token or code yet; the page says what to do",
    422: "The form lacks something; the page says what",
    429: "Too often; `Retry-After` says when to ask again",
    503: "The page cannot be shown at the moment",
}
_FORM = {
    "application/x-www-form-urlencoded": {
        "schema": {
            "type": "object",
            "properties": {
                "score": {"type": "string", "enum": ["1", "2", "3"]},
                "reason": {"type": "array", "items": {"type": "string"}},
                "comment": {"type": "string"},
            },
            "required": ["score"],
        }
    }
}


def _complete_page(described: dict[str, Any], shown: PublicPage) -> None:
    page = {HTML: {"schema": {"type": "string"}}}
    described["responses"] = {
        str(status): {"description": _PAGE_WHEN[status], **({} if status == 303 else {"content": page})}
        for status in shown.statuses
    }
    if shown.takes_form:
        described["requestBody"] = {"required": True, "content": _FORM}
