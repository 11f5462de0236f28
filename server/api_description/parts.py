"""The parts that descriptions of addresses are made of."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from server.api_description.failure import Failed

JSON = "application/json"
HTML = "text/html"
KEY_SCHEME = "key"
_REF = "#/components/schemas/{model}"

_WHEN: dict[int, str] = {
    400: "The request could not be read",
    401: "Nobody known has signed the request, or it shows no key that holds",
    403: "The caller is known and may not do this",
    404: "There is no such thing, or none that the caller may see",
    408: "The request came too slowly; nothing was written",
    409: "The rules say no, and why; nothing was written",
    410: "The cursor no longer holds: the server was restored from a backup; begin again",
    413: "The request is too long; nothing was written",
    422: "A part of the request has not the form that it needs; `fields` names it",
    429: "Too many requests; `Retry-After` says in how many seconds to ask again",
    503: "The server's surroundings failed (database, disk); ask again later, nothing was half done",
    507: "The server's disk is full; nothing was kept",
}


def with_key(**description: Any) -> dict[str, Any]:
    """What an address for connected systems says besides: that it needs a key."""
    return {"security": [{KEY_SCHEME: []}], **description}


def failures(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The answers in words that an address may give with these statuses."""
    return {status: {"model": Failed, "description": _WHEN[status]} for status in statuses}


def failure(status: int) -> dict[str, Any]:
    """One of them, as plain OpenAPI."""
    return {"description": _WHEN[status], "content": {JSON: {"schema": ref(Failed)}}}


def takes(model: type[BaseModel]) -> dict[str, Any]:
    """A body in JSON that is read as `model`."""
    content = {JSON: {"schema": ref(model)}}
    return {"requestBody": {"required": True, "content": content}}


def ref(model: type[BaseModel]) -> dict[str, str]:
    """Where the schema of `model` stands in the description."""
    return {"$ref": _REF.format(model=model.__name__)}
