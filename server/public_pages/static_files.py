"""The styles and the script of the pages, served by the server itself: nothing comes from elsewhere.

The letters are those of the phone, which has good Vietnamese ones: the faces of the slips would weigh ten times as much
as all the rest of a page.
"""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from fastapi import APIRouter, Request
from fastapi.responses import Response

PREFIX = "/static"
_YEAR = "public, max-age=31536000, immutable"
_CSS = "text/css; charset=utf-8"
_FILES = {
    "style.css": ("server.public_pages", "style.css", _CSS),
    "signed-in.css": ("server.signed_in", "style.css", _CSS),
    "icon.svg": ("server.public_pages", "icon.svg", "image/svg+xml"),
    "follow.js": ("server.public_pages", "follow.js", "text/javascript; charset=utf-8"),
}
"""For each name in an address: the package whose folder `static` has the file, its name there, what it is."""


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that never changes under its address."""

    content: bytes
    compressed: bytes
    media_type: str
    version: str


def asset_address(name: str) -> str:
    """The address of a file, with its version."""
    return f"{PREFIX}/{name}?v={asset(name).version}"


@cache
def asset(name: str) -> Asset:
    """The file `name`; KeyError when there is none."""
    package, file, media_type = _FILES[name]
    content = (files(package) / "static" / file).read_bytes()
    return Asset(content, gzip.compress(content, mtime=0), media_type, hashlib.sha256(content).hexdigest()[:12])


def router() -> APIRouter:
    """The route."""
    routes = APIRouter(include_in_schema=False)
    routes.add_api_route(PREFIX + "/{name}", serve, methods=["GET"])
    return routes


def serve(request: Request, name: str) -> Response:
    """The file `name`, compressed for whoever understands that."""
    try:
        found = asset(name)
    except KeyError:
        return Response(status_code=404)
    headers = {"Cache-Control": _YEAR, "X-Content-Type-Options": "nosniff", "Vary": "Accept-Encoding"}
    if "gzip" in request.headers.get("Accept-Encoding", ""):
        return Response(found.compressed, 200, {**headers, "Content-Encoding": "gzip"}, found.media_type)
    return Response(found.content, 200, headers, found.media_type)
